package io.github.xinyi.example.xinyijia;

import io.github.xinyi.jdbc.JdbcStores;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The reference server: one sample community, its year, and the owners' page on localhost.
 *
 * <p>The database is a file, so that a restart finds what was there.
 */
public final class Xinyijia implements AutoCloseable {

    /** H2 would otherwise let a commit wait for half a second before it is written. */
    private static final String ON_DISK_BEFORE_ANSWER = ";WRITE_DELAY=0";

    private final JdbcConnectionPool database;
    private final Community community;
    private final OwnerPage page;

    private Xinyijia(JdbcConnectionPool database, Community community, OwnerPage page) {
        this.database = database;
        this.community = community;
        this.page = page;
    }

    /**
     * Runs the server until it is stopped, or only the self-check.
     *
     * @param args see {@link Options}
     * @throws Exception if it cannot run
     */
    public static void main(String... args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            Xinyijia server = start(Options.parse(args), out);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            if (Options.parse(args).check()) {
                System.exit(0);
            }
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Opens the database, imports what it lacks, checks it and serves the page.
     *
     * @param options port and folder
     * @param out where progress is told
     * @return the running server
     * @throws IOException if the folder or the port cannot be used
     */
    static Xinyijia start(Options options, PrintStream out) throws IOException {
        Path data = options.data().toAbsolutePath();
        Files.createDirectories(data);
        JdbcConnectionPool database =
                JdbcConnectionPool.create(
                        "jdbc:h2:file:" + data.resolve("xinyi") + ON_DISK_BEFORE_ANSWER, "sa", "");
        try {
            JdbcStores stores = JdbcStores.on(database).migrate();
            Community community = Community.open(stores, data.resolve("keys"), out);
            community.check(out);
            OwnerPage page = OwnerPage.serve(community, options.port());
            out.println("信义家 " + page.address() + "  (stop with Ctrl-C)");
            return new Xinyijia(database, community, page);
        } catch (RuntimeException e) {
            database.dispose();
            throw e;
        }
    }

    URI address() {
        return page.address();
    }

    Community community() {
        return community;
    }

    @Override
    public void close() {
        page.close();
        database.dispose();
    }
}
