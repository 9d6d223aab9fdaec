package io.github.xinyi.example.manyservers;

import com.zaxxer.hikari.HikariDataSource;
import io.github.xinyi.jdbc.JdbcStores;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Two PostgreSQL servers for the tests of this JVM; their data is deleted when the JVM ends. */
final class PostgresqlServers {

    static final List<String> NAMES = List.of("s0", "s1");

    private static final int CONNECTIONS = 16;
    private static final Map<String, EmbeddedPostgres> SERVERS = new TreeMap<>();
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final Deque<Databases> FREE = new ArrayDeque<>();

    static {
        NAMES.forEach(name -> SERVERS.put(name, start()));
    }

    private PostgresqlServers() {}

    static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "300")
                    .setPGStartupWait(Duration.ofMinutes(5))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HikariDataSource pool(EmbeddedPostgres server, String database, int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(server.getJdbcUrl("postgres", database) + "&options=-c%20lock_timeout=10s");
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(5_000);
        return pool;
    }

    /** A data source over databases, what it has routed being looked at. */
    static DataSource router(Map<String, DataSource> pools, Path placement) {
        Properties settings = new Properties();
        settings.setProperty("sql-show", "true");
        try {
            return ManyServers.over(pools, NAMES, placement, settings);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty stores over a database on each server, used again when they are closed. */
    static synchronized Databases take() {
        Databases used = FREE.poll();
        if (used == null) {
            return new Databases();
        }
        used.empty();
        return used;
    }

    private static synchronized void giveBack(Databases used) {
        FREE.push(used);
    }

    /** The same, to be disposed of by the test. */
    static Databases takeNew() {
        return new Databases();
    }

    /** A database of the same name on each server, and stores over both. */
    static final class Databases implements AutoCloseable {
        private final Map<String, DataSource> pools = new TreeMap<>();
        private final Path placement;
        private final DataSource router;

        private Databases() {
            String name = "trial" + MADE.incrementAndGet();
            for (Map.Entry<String, EmbeddedPostgres> server : SERVERS.entrySet()) {
                Sql.execute(server.getValue().getPostgresDatabase(), "CREATE DATABASE " + name);
                DataSource pool = PostgresqlServers.pool(server.getValue(), name, CONNECTIONS);
                JdbcStores.on(pool).migrate();
                pools.put(server.getKey(), pool);
            }
            try {
                placement = Files.createTempDirectory("placement").resolve("lines");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            router = router(pools, placement);
        }

        Map<String, DataSource> pools() {
            return pools;
        }

        DataSource pool(String server) {
            DataSource pool = pools.get(server);
            if (pool == null) {
                throw new IllegalArgumentException(server);
            }
            return pool;
        }

        Path placement() {
            return placement;
        }

        DataSource routing() {
            return router;
        }

        JdbcStores stores() {
            return JdbcStores.on(router).withSeparateStatements();
        }

        private void empty() {
            try {
                String deletes =
                        ManyServers.tables(pool("s0")).stream()
                                .map(table -> "DELETE FROM " + table)
                                .collect(Collectors.joining("; "));
                for (DataSource pool : pools.values()) {
                    Sql.execute(
                            pool,
                            "SET session_replication_role = replica; "
                                    + deletes
                                    + "; SET session_replication_role = DEFAULT");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Lets the connections go. */
        void dispose() {
            pools.values().forEach(pool -> ((HikariDataSource) pool).close());
        }

        @Override
        public void close() {
            giveBack(this);
        }
    }
}
