package io.github.xinyi.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source that counts the commits of its connections. */
final class CountedCommits {

    private final AtomicInteger commits = new AtomicInteger();
    private final DataSource source;

    CountedCommits(DataSource counted) {
        source =
                proxy(
                        DataSource.class,
                        counted,
                        (name, answer) ->
                                name.equals("getConnection")
                                        ? proxy(Connection.class, (Connection) answer, this::count)
                                        : answer);
    }

    /** What becomes of the answer of a method. */
    private interface Heard {
        Object heard(String method, Object answer);
    }

    private Object count(String method, Object answer) {
        if (method.equals("commit")) {
            commits.incrementAndGet();
        }
        return answer;
    }

    private static <T> T proxy(Class<T> type, T target, Heard heard) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            try {
                                return heard.heard(
                                        method.getName(), method.invoke(target, arguments));
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }

    DataSource source() {
        return source;
    }

    int commits() {
        return commits.get();
    }
}
