package io.github.xinyi.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.ConnectionPoolDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** A PostgreSQL server for the tests of this JVM; its data is deleted when the JVM ends. */
final class PostgresqlServer {

    private static final EmbeddedPostgres SERVER = start();

    private PostgresqlServer() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "300")
                    .setPGStartupWait(Duration.ofMinutes(5))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EmbeddedPostgres server() {
        return SERVER;
    }

    static ConnectionPoolDataSource source(String database) {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setUrl(SERVER.getJdbcUrl("postgres", database));
        return source;
    }

    static void execute(String sql) throws SQLException {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
