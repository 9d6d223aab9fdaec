package io.github.xinyi.example.manyservers;

import com.zaxxer.hikari.HikariDataSource;
import io.github.xinyi.jdbc.JdbcStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Three MariaDB servers, each with everything that the others have, for the tests of this JVM;
 * their directory is deleted when the JVM ends.
 */
final class GaleraCluster {

    static final Path PROVIDER = Path.of("/usr/lib/galera/libgalera_smm.so");

    private static final long MIN_MEMORY = 4_000_000_000L;
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final Deque<Database> FREE = new ArrayDeque<>();
    private static final GaleraCluster SHARED = start();

    private final List<GaleraNode> nodes;

    private GaleraCluster(List<GaleraNode> nodes) {
        this.nodes = nodes;
    }

    static GaleraCluster shared() {
        return SHARED;
    }

    private static GaleraCluster start() {
        try {
            Path directory = directory();
            List<GaleraNode> nodes =
                    Stream.of("n1", "n2", "n3").map(n -> new GaleraNode(n, directory)).toList();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(nodes, directory)));
            GaleraCluster cluster = new GaleraCluster(nodes);
            for (GaleraNode node : nodes) {
                node.install();
                node.start(cluster.group(), node.equals(nodes.get(0)));
                node.awaitSynced();
            }
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> group() {
        return nodes.stream().map(GaleraNode::groupAddress).toList();
    }

    /** In memory where there is room; each server enters it as another user. */
    private static Path directory() throws IOException {
        Path memory = Path.of("/dev/shm");
        boolean roomy =
                Files.isWritable(memory)
                        && Files.getFileStore(memory).getUsableSpace() > MIN_MEMORY;
        Path made =
                roomy
                        ? Files.createTempDirectory(memory, "xinyi-galera")
                        : Files.createTempDirectory("xinyi-galera");
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
        return made;
    }

    private static void end(List<GaleraNode> nodes, Path directory) {
        try {
            for (GaleraNode node : nodes) {
                node.kill();
            }
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("left behind: " + directory, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    GaleraNode node(int number) {
        return nodes.get(number);
    }

    List<GaleraNode> nodes() {
        return nodes;
    }

    /** Lets a node that was killed come back, with what it has missed. */
    void bringBack(GaleraNode node) throws IOException, InterruptedException {
        node.start(group(), false);
        node.awaitSynced();
    }

    /** Empty stores, used again when they are closed. */
    synchronized Database take() {
        Database used = FREE.poll();
        if (used == null) {
            return new Database(nodes);
        }
        used.empty();
        return used;
    }

    /** A database of the cluster: written through one node, and after that read at another. */
    static final class Database implements TrialStores {
        private final String name = "trial" + MADE.incrementAndGet();
        private final List<GaleraNode> nodes;
        private final List<HikariDataSource> pools = new ArrayList<>();
        private int node;

        private Database(List<GaleraNode> nodes) {
            this.nodes = nodes;
            try (HikariDataSource any = nodes.get(0).pool("")) {
                Sql.execute(any, "CREATE DATABASE " + name);
            }
            nodes.forEach(each -> pools.add(each.pool(name)));
            stores().migrate();
        }

        String name() {
            return name;
        }

        JdbcStores storesAt(int number) {
            return JdbcStores.on(pools.get(number));
        }

        /** A pool that goes to the first node that answers. */
        HikariDataSource anyNode() {
            return GaleraNode.pool(nodes, name);
        }

        HikariDataSource poolAt(int number) {
            return pools.get(number);
        }

        @Override
        public JdbcStores stores() {
            return storesAt(node);
        }

        @Override
        public JdbcStores reopened() {
            node = (node + 1) % nodes.size();
            return stores();
        }

        private void empty() {
            HikariDataSource pool = pools.get(node);
            String rows =
                    Sql.ask(
                                    pool,
                                    "SELECT table_name FROM information_schema.tables WHERE"
                                            + " table_schema = DATABASE() AND table_name <>"
                                            + " 'xy_migration'")
                            .stream()
                            .map(t -> "(SELECT '" + t + "' FROM " + t + " LIMIT 1)")
                            .collect(Collectors.joining(" UNION ALL "));
            for (String table : Sql.ask(pool, rows)) {
                Sql.execute(pool, "TRUNCATE TABLE " + table);
            }
        }

        @Override
        public void close() {
            synchronized (SHARED) {
                FREE.push(this);
            }
        }
    }
}
