package io.github.xinyi.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A data source that hears what its connections send: each text, and each commit, is one trip. */
final class HeardStatements {

    private static final String COMMIT = "commit";

    private final List<String> sent = new ArrayList<>();
    private final DataSource source;

    HeardStatements(DataSource heard) {
        source =
                proxy(
                        DataSource.class,
                        heard,
                        (method, arguments, answer) ->
                                answer instanceof Connection connection
                                        ? proxy(Connection.class, connection, this::ofConnection)
                                        : answer);
    }

    /** What becomes of the answer of a method. */
    private interface Heard {
        Object heard(Method method, Object[] arguments, Object answer);
    }

    private Object ofConnection(Method method, Object[] arguments, Object answer) {
        if (method.getName().equals(COMMIT)) {
            add(COMMIT);
        }
        if (answer instanceof PreparedStatement statement) {
            String text = String.valueOf(arguments[0]);
            return proxy(
                    PreparedStatement.class,
                    statement,
                    (of, given, result) -> {
                        if (of.getName().startsWith("execute")) {
                            add(text);
                        }
                        return result;
                    });
        }
        return answer;
    }

    private synchronized void add(String text) {
        sent.add(text);
    }

    DataSource source() {
        return source;
    }

    /** What was sent since this was asked the last time. */
    synchronized List<String> sent() {
        List<String> all = List.copyOf(sent);
        sent.clear();
        return all;
    }

    private static <T> T proxy(Class<T> type, T target, Heard heard) {
        return type.cast(
                Proxy.newProxyInstance(
                        HeardStatements.class.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            try {
                                return heard.heard(
                                        method, arguments, method.invoke(target, arguments));
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
