package io.github.xinyi.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A real database of its own, with a pool of 16 connections. */
final class TestDatabase {

    private static final int CONNECTIONS = 16;

    private final Server server;
    private final String name;
    private final Supplier<JdbcConnectionPool> opening;
    private final Consumer<TestDatabase> closing;
    private JdbcConnectionPool pool;

    private TestDatabase(
            Server server,
            String name,
            Supplier<JdbcConnectionPool> opening,
            Consumer<TestDatabase> closing) {
        this.server = server;
        this.name = name;
        this.opening = opening;
        this.closing = closing;
        this.pool = open(opening);
    }

    private static JdbcConnectionPool open(Supplier<JdbcConnectionPool> opening) {
        JdbcConnectionPool pool = opening.get();
        pool.setMaxConnections(CONNECTIONS);
        return pool;
    }

    private static TestDatabase h2(String url) {
        return new TestDatabase(
                Server.H2, url, () -> JdbcConnectionPool.create(url, "sa", ""), TestDatabase::end);
    }

    static TestDatabase inMemory() {
        return h2("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    static TestDatabase inFile(Path directory) {
        return h2("jdbc:h2:file:" + directory.resolve(UUID.randomUUID().toString()));
    }

    /**
     * A database on a server.
     *
     * @param closing what becomes of it when the test has ended
     */
    static TestDatabase onServer(Server server, String name, Consumer<TestDatabase> closing) {
        return new TestDatabase(
                server, name, () -> JdbcConnectionPool.create(server.source(name)), closing);
    }

    /** Another pool on the same database, to be closed before it. */
    JdbcConnectionPool pool(int connections) {
        JdbcConnectionPool another = opening.get();
        another.setMaxConnections(connections);
        return another;
    }

    Server server() {
        return server;
    }

    String name() {
        return name;
    }

    DataSource source() {
        return pool;
    }

    JdbcStores stores() {
        return JdbcStores.on(pool);
    }

    /** Closes the database and opens it again: nothing stays in memory. */
    void reopen() {
        if (server == Server.H2) {
            shutDown("SHUTDOWN");
        } else {
            dispose();
        }
        pool = open(opening);
    }

    void close() {
        closing.accept(this);
    }

    void dispose() {
        pool.dispose();
    }

    /**
     * Nothing is kept of it: to compact a store that is thrown away would race with the store's own
     * thread, and fail now and then by an assertion within H2.
     */
    private void end() {
        shutDown("SHUTDOWN IMMEDIATELY");
    }

    private void shutDown(String how) {
        try {
            execute(how);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        dispose();
    }

    /** Takes the triggers from every table. */
    void disarm() {
        try {
            for (String table : Server.SCHEMA.guardedTables()) {
                disarm(table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the triggers from a table. */
    void disarm(String table) throws SQLException {
        for (String statement : server.disarmed(table)) {
            execute(statement);
        }
    }

    /** Every column of every table, with its type. */
    List<String> columns() throws SQLException {
        return askAll(
                "SELECT CONCAT(table_name, '.', column_name, ' ', data_type)"
                        + " FROM information_schema.columns WHERE table_schema = "
                        + server.schema()
                        + " ORDER BY 1");
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, as text. */
    String ask(String sql) throws SQLException {
        return askAll(sql).get(0);
    }

    /** The first column of every row, as text. */
    List<String> askAll(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                var results = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (results.next()) {
                texts.add(String.valueOf(results.getString(1)));
            }
            return texts;
        }
    }
}
