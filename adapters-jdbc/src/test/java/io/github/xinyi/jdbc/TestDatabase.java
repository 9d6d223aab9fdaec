package io.github.xinyi.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A real H2 database of its own, in memory or in a file. */
final class TestDatabase {

    private final String url;
    private JdbcConnectionPool pool;

    private TestDatabase(String url) {
        this.url = url;
        this.pool = open(url);
    }

    private static JdbcConnectionPool open(String url) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
        pool.setMaxConnections(16);
        return pool;
    }

    static TestDatabase inMemory() {
        return new TestDatabase("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    static TestDatabase inFile(Path directory) {
        return new TestDatabase("jdbc:h2:file:" + directory.resolve(UUID.randomUUID().toString()));
    }

    DataSource source() {
        return pool;
    }

    JdbcStores stores() {
        return JdbcStores.on(pool);
    }

    /** Closes the database and opens it again: nothing stays in memory. */
    void reopen() {
        close();
        pool = open(url);
    }

    void close() {
        try {
            execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        pool.dispose();
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, as text. */
    String ask(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                var results = statement.executeQuery(sql)) {
            results.next();
            return String.valueOf(results.getString(1));
        }
    }
}
