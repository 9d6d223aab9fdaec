package io.github.xinyi.example.manyservers;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One MariaDB server of a cluster, which only this machine can reach. */
final class GaleraNode {

    private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));

    /** The state of a whole copy of a node, by its rsync, is not taken as root. */
    private static final String USER = IS_ROOT ? "mysql" : System.getProperty("user.name");

    private static final long START_SECONDS = 240;

    private final String name;
    private final Path directory;
    private final int port = freePort();
    private final int groupPort = freePort();
    private final int incrementPort = freePort();
    private final int copyPort = freePort();
    private @Nullable Process process;

    GaleraNode(String name, Path parent) {
        this.name = name;
        this.directory = parent.resolve(name);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String groupAddress() {
        return "127.0.0.1:" + groupPort;
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** Makes its directory and its own tables. */
    void install() throws IOException, InterruptedException {
        Files.createDirectories(directory);
        if (IS_ROOT) {
            run("chown", USER, directory.toString());
        }
        run(
                "mariadb-install-db",
                "--no-defaults",
                "--user=" + USER,
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--datadir=" + directory);
    }

    private void run(String... command) throws IOException, InterruptedException {
        Process run =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile())
                        .start();
        if (!run.waitFor(START_SECONDS, TimeUnit.SECONDS) || run.exitValue() != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + "\n" + Files.readString(log()));
        }
    }

    private Path log() {
        return directory.resolveSibling(name + ".log");
    }

    /** Starts it as a member of a group, whose first member makes the group. */
    void start(List<String> group, boolean first) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "mariadbd",
                                "--no-defaults",
                                "--user=" + USER,
                                "--datadir=" + directory,
                                "--socket=" + directory.resolve("s"),
                                "--pid-file=" + directory.resolve("pid"),
                                "--port=" + port,
                                "--bind-address=127.0.0.1",
                                "--character-set-server=utf8mb4",
                                "--collation-server=utf8mb4_bin",
                                "--max-connections=200",
                                "--innodb-buffer-pool-size=64M",
                                "--innodb-autoinc-lock-mode=2",
                                "--innodb-flush-log-at-trx-commit=0",
                                "--binlog-format=ROW",
                                "--wsrep-on=ON",
                                "--wsrep-provider=" + GaleraCluster.PROVIDER,
                                "--wsrep-cluster-name=trial",
                                "--wsrep-cluster-address=gcomm://" + String.join(",", group),
                                "--wsrep-node-name=" + name,
                                "--wsrep-node-address=" + groupAddress(),
                                "--wsrep-provider-options=gmcast.listen_addr=tcp://"
                                        + groupAddress()
                                        + ";ist.recv_addr=127.0.0.1:"
                                        + incrementPort
                                        + ";gcache.size=64M",
                                "--wsrep-sst-method=rsync",
                                "--wsrep-sst-receive-address=127.0.0.1:" + copyPort));
        if (first) {
            command.add("--wsrep-new-cluster");
        }
        process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                        .start();
    }

    /** Waits until it has everything that the others have. */
    void awaitSynced() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!isSynced()) {
            if (System.nanoTime() > end || process == null || !process.isAlive()) {
                throw new IllegalStateException(name + " is not there\n" + Files.readString(log()));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean isSynced() {
        try (Connection connection = DriverManager.getConnection(url("", ""));
                Statement statement = connection.createStatement();
                ResultSet state =
                        statement.executeQuery("SHOW STATUS LIKE 'wsrep_local_state_comment'")) {
            return state.next() && state.getString(2).equals("Synced");
        } catch (SQLException e) {
            return false; // it is starting; how long, the caller bounds
        }
    }

    /** What it says of itself, for example {@code wsrep_cluster_size}. */
    long status(String variable) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("", ""));
                Statement statement = connection.createStatement();
                ResultSet state = statement.executeQuery("SHOW STATUS LIKE '" + variable + "'")) {
            state.next();
            return state.getLong(2);
        }
    }

    /** Waits until it says so. */
    void awaitStatus(String variable, long value) throws SQLException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (status(variable) != value) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(variable + " is " + status(variable));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private String url(String database, String more) {
        return url("jdbc:mariadb://" + address(), database, more);
    }

    private static String url(String hosts, String database, String more) {
        return hosts + "/" + database + "?user=root&connectTimeout=5000" + more;
    }

    /** A pool whose reads see what any node had committed before. */
    HikariDataSource pool(String database) {
        return poolAt(url(database, "&sessionVariables=wsrep_sync_wait=1"));
    }

    /** A pool that goes to the first of some nodes that answers. */
    static HikariDataSource pool(List<GaleraNode> nodes, String database) {
        return poolAt(
                url(
                        "jdbc:mariadb:sequential://"
                                + String.join(
                                        ",", nodes.stream().map(GaleraNode::address).toList()),
                        database,
                        "&sessionVariables=wsrep_sync_wait=1"));
    }

    private static HikariDataSource poolAt(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(10_000);
        return pool;
    }

    /** Ends it as a loss of power would, but for what the machine still writes to its disk. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }
}
