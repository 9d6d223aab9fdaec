package io.github.xinyi.example.benchmarks.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** A PostgreSQL of its own, in which every commit waits for the disk. */
public final class DurableServer implements AutoCloseable {

    private static final Map<String, String> ASKED =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private final EmbeddedPostgres server;

    private DurableServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts one.
     *
     * @return the server, to be closed
     * @throws IOException if it does not start
     * @throws SQLException if it does not wait for the disk
     */
    public static DurableServer start() throws IOException, SQLException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setServerConfig("shared_buffers", "256MB")
                        .setServerConfig("max_wal_size", "4GB")
                        .setServerConfig("max_connections", "200");
        ASKED.forEach(builder::setServerConfig);
        DurableServer started = new DurableServer(builder.start());
        for (Map.Entry<String, String> setting : ASKED.entrySet()) {
            started.require(setting.getKey(), setting.getValue());
        }
        return started;
    }

    private void require(String setting, String value) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW " + setting)) {
            result.next();
            if (!value.equals(result.getString(1))) {
                throw new IllegalStateException(setting + " is " + result.getString(1));
            }
        }
    }

    /**
     * Makes an empty database.
     *
     * @param name a word of lower-case letters
     * @param connections how many its pool has at most
     * @return a pool of connections
     * @throws SQLException if it is there already
     */
    public DataSource database(String name, int connections) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setUrl(server.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true");
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(connections);
        return pool;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
