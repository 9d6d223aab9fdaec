package io.github.xinyi.example.xinyijia;

import io.github.xinyi.example.xinyijia.desk.DeskCommunity;
import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.jdbc.H2File;
import io.github.xinyi.jdbc.JdbcStores;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The reference server: one sample community, its year, and the owners' page on localhost.
 *
 * <p>The database is a file, so that a restart finds what was there.
 */
public final class Xinyijia implements AutoCloseable {

    /**
     * A commit is on disk before it is acknowledged, which H2 would otherwise put off for half a
     * second; and the server closes the database itself, after the page.
     */
    private static final String FILE_OPTIONS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    private final JdbcConnectionPool database;
    private final Community community;
    private final OwnerPage page;

    private Xinyijia(JdbcConnectionPool database, Community community, OwnerPage page) {
        this.database = database;
        this.community = community;
        this.page = page;
    }

    /**
     * Runs the server until it is stopped, or only the self-check; what cannot be used is told in
     * one line, and the exit status is then 1.
     *
     * @param args see {@link Options}
     */
    public static void main(String... args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            Options options = Options.parse(args);
            if (options.check()) {
                check(options, out);
            } else {
                Runtime.getRuntime().addShutdownHook(new Thread(start(options, out)::close));
            }
        } catch (StoreException e) {
            System.err.println(
                    "The database cannot be used; does another server use its folder? "
                            + e.getMessage());
            System.exit(1);
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
     * @throws IOException if the folder or the port cannot be used; the message says which
     */
    static Xinyijia start(Options options, PrintStream out) throws IOException {
        OwnerPage.requireFree(options.port());
        JdbcConnectionPool database = open(options);
        try {
            Community community = checked(options, database, out);
            DeskCommunity desk = desk(options, community.stores());
            OwnerPage page = OwnerPage.serve(community, desk, options.port());
            out.println("Names and passwords to log in: " + logins(options));
            out.println("信义家 " + page.address() + "  (stop with Ctrl-C)");
            return new Xinyijia(database, community, page);
        } catch (RuntimeException e) {
            // Whatever stopped the start, the file must not stay locked; the cause goes on.
            database.dispose();
            throw e;
        }
    }

    private static DeskCommunity desk(Options options, JdbcStores stores) {
        Secrets secrets = new Secrets(options.data().toAbsolutePath().resolve("keys"));
        return DeskCommunity.open(
                stores,
                folder(options),
                secrets::salt,
                secrets.checkpointSigner("xinyi.example/chunhuili"),
                Clock.systemUTC());
    }

    private static Path folder(Options options) {
        return options.data().toAbsolutePath().resolve("desk");
    }

    /** Where the passwords are told to whoever runs the server. */
    static Path logins(Options options) {
        return folder(options).resolve("demo-logins.txt");
    }

    private static void check(Options options, PrintStream out) throws IOException {
        JdbcConnectionPool database = open(options);
        try {
            checked(options, database, out);
        } finally {
            database.dispose();
        }
    }

    private static Community checked(
            Options options, JdbcConnectionPool database, PrintStream out) {
        JdbcStores stores = JdbcStores.on(database).migrate();
        Path keys = options.data().toAbsolutePath().resolve("keys");
        Community community = Community.open(stores, keys, out);
        community.check(out);
        DistrictCheck.of(new SampleFiles("honggu")).run(out);
        return community;
    }

    private static JdbcConnectionPool open(Options options) throws IOException {
        Path data = options.data().toAbsolutePath();
        try {
            Files.createDirectories(data);
        } catch (FileSystemException e) {
            throw new IOException("The folder " + data + " cannot be used: " + e, e);
        }
        if (!Files.isWritable(data)) {
            throw new IOException("The folder " + data + " cannot be written");
        }
        Path database = data.resolve("xinyi");
        H2File.recover(database);
        return JdbcConnectionPool.create("jdbc:h2:file:" + database + FILE_OPTIONS, "sa", "");
    }

    URI address() {
        return page.address();
    }

    Community community() {
        return community;
    }

    JdbcConnectionPool database() {
        return database;
    }

    @Override
    public void close() {
        page.close();
        database.dispose();
    }
}
