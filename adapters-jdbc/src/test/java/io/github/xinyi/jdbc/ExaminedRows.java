package io.github.xinyi.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many rows, or places in an index, a database has looked at while work was done: counted by
 * the database itself in one session, whoever else works on it.
 */
final class ExaminedRows {

    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    private final Connection connection;
    private final List<Asked> asked = new ArrayList<>();

    private ExaminedRows(Connection connection) {
        this.connection = connection;
    }

    /** A statement and what was set in it. */
    private record Asked(String text, List<Setting> settings) {}

    /** Sets a parameter of another statement as it was set. */
    private interface Setting {
        Object to(PreparedStatement statement) throws ReflectiveOperationException;
    }

    /** Does work in a transaction of its own, which is committed. */
    static long by(TestDatabase database, Consumer<JdbcStores> work) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            ExaminedRows rows = new ExaminedRows(connection);
            long before = rows.counted(database.server());
            work.accept(JdbcStores.joining(rows.heard()));
            long examined = rows.counted(database.server()) - before;
            connection.commit();
            connection.setAutoCommit(true);
            return examined;
        }
    }

    private long counted(Server server) throws SQLException {
        return switch (server) {
            case H2 -> onH2();
            case POSTGRESQL -> onPostgresql();
            case MARIADB -> onMariaDb();
        };
    }

    /** Of this transaction, and of those before it that the session has not told others of yet. */
    private long onPostgresql() throws SQLException {
        return sum(
                "SELECT SUM(pg_stat_get_xact_tuples_returned(oid)"
                        + " + pg_stat_get_xact_tuples_fetched(oid)) FROM pg_class"
                        + " WHERE relname LIKE 'xy\\_%' AND relkind IN ('r', 'i')");
    }

    private long onMariaDb() throws SQLException {
        return sum(
                "SELECT SUM(variable_value) FROM information_schema.session_status"
                        + " WHERE variable_name LIKE 'HANDLER\\_READ\\_%'");
    }

    private long sum(String sql) throws SQLException {
        return Long.parseLong(Dialect.ask(connection, sql).orElseThrow().replace(".0", ""));
    }

    /** H2 tells it of a query that is run to be explained: each is run once more. */
    private long onH2() throws SQLException {
        long examined = 0;
        for (Asked query : List.copyOf(asked)) {
            if (query.text().startsWith("SELECT")) {
                examined += scanned(query);
            }
        }
        return examined;
    }

    private long scanned(Asked query) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("EXPLAIN ANALYZE " + query.text())) {
            for (Setting setting : query.settings()) {
                setting.to(statement);
            }
            try (ResultSet plan = statement.executeQuery()) {
                long scanned = 0;
                while (plan.next()) {
                    Matcher line = SCANNED.matcher(plan.getString(1));
                    while (line.find()) {
                        scanned += Long.parseLong(line.group(1));
                    }
                }
                return scanned;
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection heard() {
        return (Connection)
                proxy(
                        Connection.class,
                        connection,
                        (method, arguments, answer) ->
                                method.getName().equals("prepareStatement")
                                        ? heard((PreparedStatement) answer, (String) arguments[0])
                                        : answer);
    }

    /** A statement may be run more than once, each time with all of its settings. */
    private Object heard(PreparedStatement statement, String text) {
        List<Setting> settings = new ArrayList<>();
        return proxy(
                PreparedStatement.class,
                statement,
                (method, arguments, answer) -> {
                    if (method.getName().startsWith("set")) {
                        settings.add(other -> method.invoke(other, arguments));
                    } else if (method.getName().startsWith("execute")) {
                        asked.add(new Asked(text, List.copyOf(settings)));
                        settings.clear();
                    }
                    return answer;
                });
    }

    /** What becomes of the answer of a method. */
    private interface Heard {
        Object heard(Method method, Object[] arguments, Object answer);
    }

    private static Object proxy(Class<?> type, Object target, Heard heard) {
        return Proxy.newProxyInstance(
                ExaminedRows.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> {
                    try {
                        return heard.heard(method, arguments, method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
