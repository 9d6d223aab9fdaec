package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.tck.SampleBook;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that posts under load at points drawn at random, as by {@code kill -9}, and looks
 * at what it leaves: ten points on H2 in a file and ten on PostgreSQL, or half of {@code
 * -Dxinyi.crashPoints=200} each. A seed is given back with {@code -Dxinyi.crashSeed}.
 *
 * <p>Not shown: what a loss of power leaves, since the machine goes on.
 */
class CrashTest {

    private static final int POINTS = Integer.getInteger("xinyi.crashPoints", 20) / 2;
    private static final long SEED = Long.getLong("xinyi.crashSeed", System.nanoTime());

    /** So many acknowledgements are awaited at most before the kill. */
    private static final int MOST_AWAITED = 120;

    private static final int MOST_PAUSE_MICROS = 4_000;

    @TempDir Path directory;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Set<EntryId> posted = new HashSet<>();

    @Test
    void aKilledProcessLosesNothingOnH2() throws Exception {
        Path books = directory.resolve("books");
        String url = "jdbc:h2:file:" + books + ";WRITE_DELAY=0";
        JdbcConnectionPool pool = JdbcConnectionPool.create(CrashingWriter.source(url));
        JdbcStores.on(pool).migrate();
        shutDown(pool);

        for (int point = 0; point < POINTS; point++) {
            Collection<EntryId> acknowledged = killedAtSomePoint(url, "p" + point);
            H2File.recover(books);
            JdbcConnectionPool after = JdbcConnectionPool.create(CrashingWriter.source(url));
            assertNothingLost(JdbcStores.on(after), "p" + point, acknowledged);
            shutDown(after);
        }
    }

    private static void shutDown(JdbcConnectionPool pool) throws Exception {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
        pool.dispose();
    }

    @Test
    void aKilledProcessLosesNothingOnPostgresql() throws Exception {
        TestDatabase database = Server.POSTGRESQL.bareDatabase();
        JdbcStores stores = database.stores().migrate();
        String url = PostgresqlServer.server().getJdbcUrl("postgres", database.name());

        for (int point = 0; point < POINTS; point++) {
            assertNothingLost(stores, "p" + point, killedAtSomePoint(url, "p" + point));
        }
        database.close();
    }

    /** Lets a process write, kills it, and says what it had acknowledged. */
    private Collection<EntryId> killedAtSomePoint(String url, String word) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                CrashingWriter.class.getName(),
                                url,
                                Samples.COMMUNITY.value(),
                                word)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<EntryId> acknowledged = new ArrayList<>();
        try (BufferedReader said = process.inputReader()) {
            int awaited = random.nextInt(1, MOST_AWAITED + 1);
            while (acknowledged.size() < awaited) {
                acknowledged.add(acknowledgement(said, process));
            }
            TimeUnit.MICROSECONDS.sleep(random.nextInt(MOST_PAUSE_MICROS));
            // Not by the process itself, which would close what it has still to say.
            process.toHandle().destroyForcibly();
            process.waitFor();
            said.lines().map(EntryId::of).forEach(acknowledged::add);
        } finally {
            process.destroyForcibly();
        }
        return acknowledged;
    }

    private static EntryId acknowledgement(BufferedReader said, Process process)
            throws IOException, InterruptedException {
        String line = said.readLine();
        if (line == null) {
            throw new IllegalStateException("the process ended by itself: " + process.waitFor());
        }
        return EntryId.of(line);
    }

    private void assertNothingLost(
            JdbcStores stores, String word, Collection<EntryId> acknowledged) {
        String point = word + " of seed " + SEED;
        Book book = new SampleBook(Samples.COMMUNITY, stores.books()).book();
        assertThat(stores.verify(Samples.COMMUNITY)).as("no half entry at %s", point).isEmpty();
        assertThat(acknowledged).as("acknowledged once at %s", point).doesNotHaveDuplicates();
        for (EntryId id : acknowledged) {
            assertThat(book.find(id)).as("%s, acknowledged at %s", id, point).isPresent();
        }
        posted.addAll(acknowledged);

        for (int thread = 0; thread < CrashingWriter.THREADS; thread++) {
            retry(book, unanswered(CrashingWriter.id(word, thread), acknowledged));
        }

        assertThat(Samples.head(stores).size()).as("at %s", point).isEqualTo(posted.size());
        assertThat(book.read(reader -> reader.balance(ChartOfAccounts.SERVICE_CASH)).net().minor())
                .as("no double effect at %s", point)
                .isEqualTo(posted.size());
        assertThat(stores.verify(Samples.COMMUNITY)).as("after retries at %s", point).isEmpty();
    }

    /** The one call of a thread that the kill may have left without an answer. */
    private static EntryId unanswered(String name, Collection<EntryId> acknowledged) {
        long answered = acknowledged.stream().filter(id -> id.value().startsWith(name)).count();
        return EntryId.of(name + answered);
    }

    private void retry(Book book, EntryId id) {
        boolean there = book.find(id).isPresent();
        Acknowledgement answer =
                book.post(SampleBook.opening(id.value(), 1), SampleBook.MOMENT)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        assertThat(answer.repeated()).as("retry of %s", id).isEqualTo(there);
        posted.add(id);
    }
}
