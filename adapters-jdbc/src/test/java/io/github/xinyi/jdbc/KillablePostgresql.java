package io.github.xinyi.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server of its own, each commit on disk before it is answered, to be killed. */
final class KillablePostgresql implements AutoCloseable {

    private final Path data;
    private EmbeddedPostgres server;

    KillablePostgresql(Path directory) throws IOException {
        this.data = directory.resolve("data");
        this.server = start(0);
    }

    private EmbeddedPostgres start(int port) throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setPGStartupWait(Duration.ofMinutes(5));
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    /** A connection each time: none outlives the server. */
    DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.getJdbcUrl("postgres", "postgres"));
        return source;
    }

    /** One process of the server: it ends all the others and goes back to its log. */
    void killABackend(SplittableRandom random) throws SQLException {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet results =
                        statement.executeQuery(
                                "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                                        + " AND backend_type IN ('client backend', 'walwriter',"
                                        + " 'checkpointer') ORDER BY backend_type, pid")) {
            List<Long> pids = new ArrayList<>();
            while (results.next()) {
                pids.add(results.getLong(1));
            }
            kill(pids.get(random.nextInt(pids.size())));
        }
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** The first process of the server, whose orphans end by themselves; then starts it again. */
    void killThePostmaster() throws IOException {
        ProcessHandle postmaster =
                ProcessHandle.of(
                                Long.parseLong(
                                        Files.readAllLines(data.resolve("postmaster.pid")).get(0)))
                        .orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(postmaster);
        postmaster.destroyForcibly();
        all.forEach(process -> process.onExit().join());
        int port = server.getPort();
        server.close();
        server = start(port);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
