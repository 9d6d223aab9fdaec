package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.tck.SampleBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the database under callers who go on, as by {@code kill -9}, at points drawn at random: ten
 * points in all, or half of {@code -Dxinyi.crashPoints=200}; three of five are a backend of
 * PostgreSQL, one is its first process and one is MariaDB. A seed is given back with {@code
 * -Dxinyi.crashSeed}.
 *
 * <p>Not shown: what a loss of power leaves, since the machine goes on.
 */
class DatabaseCrashTest {

    private static final int FIFTH = Integer.getInteger("xinyi.crashPoints", 20) / 10;
    private static final long SEED = Long.getLong("xinyi.crashSeed", System.nanoTime());

    /** So many acknowledgements are awaited at most before the kill. */
    private static final int MOST_AWAITED = 60;

    private static final int MOST_PAUSE_MICROS = 4_000;
    private static final int MOST_TRIES = 10_000;

    @TempDir Path directory;

    private final SplittableRandom random = new SplittableRandom(SEED);

    /** Something that is done to a server. */
    private interface Blow {
        void fall() throws Exception;
    }

    @Test
    void aKilledBackendOfPostgresqlLosesNothing() throws Exception {
        try (KillablePostgresql server = new KillablePostgresql(directory)) {
            assertNothingLost(server.source(), 3 * FIFTH, () -> server.killABackend(random));
        }
    }

    @Test
    void aKilledPostgresqlLosesNothing() throws Exception {
        try (KillablePostgresql server = new KillablePostgresql(directory)) {
            assertNothingLost(server.source(), FIFTH, server::killThePostmaster);
        }
    }

    @Test
    void aKilledMariaDbLosesNothing() throws Exception {
        try (KillableMariaDb server = new KillableMariaDb()) {
            assertNothingLost(server.source(), FIFTH, server::kill);
        }
    }

    private void assertNothingLost(DataSource source, int points, Blow blow) throws Exception {
        JdbcStores stores = JdbcStores.on(source).migrate();
        Callers callers;
        try (BookWriter writer = stores.bookWriter()) {
            callers = new Callers(writer);
            for (int point = 0; point < points; point++) {
                callers.awaitMore(random.nextInt(1, MOST_AWAITED + 1));
                TimeUnit.MICROSECONDS.sleep(random.nextInt(MOST_PAUSE_MICROS));
                blow.fall();
                callers.awaitMore(2 * Callers.THREADS);
                assertThat(verifiedWhenBack(stores))
                        .as("no half entry at point %s of seed %s", point, SEED)
                        .isEmpty();
            }
            callers.end();
        }
        assertThat(callers.repeated()).as("calls made again").isPositive();
        SampleBook sample = new SampleBook(Samples.COMMUNITY, stores.books());
        for (EntryId id : callers.acknowledged()) {
            assertThat(sample.book().find(id)).as("%s of seed %s", id, SEED).isPresent();
        }
        assertThat(callers.acknowledged()).doesNotHaveDuplicates();
        assertThat(Samples.head(stores).size())
                .as("no double effect, seed %s", SEED)
                .isEqualTo(callers.acknowledged().size());
        assertThat(
                        sample.book()
                                .read(reader -> reader.balance(ChartOfAccounts.SERVICE_CASH))
                                .net()
                                .minor())
                .isEqualTo(callers.acknowledged().size());
    }

    /** What was answered before the blow says nothing of whether the server is back. */
    private static Optional<BookFault> verifiedWhenBack(JdbcStores stores)
            throws InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                return stores.verify(Samples.COMMUNITY);
            } catch (StoreException e) {
                if (!e.isRetryable() || tries > MOST_TRIES) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(Callers.BETWEEN_TRIES_MILLIS);
            }
        }
    }

    /** Threads that post one entry after the other, each until it is acknowledged. */
    private static final class Callers {

        static final int THREADS = 8;

        private static final long PATIENCE_SECONDS = 300;
        static final long BETWEEN_TRIES_MILLIS = 10;

        private final BlockingQueue<EntryId> answered = new LinkedBlockingQueue<>();
        private final List<EntryId> acknowledged = new ArrayList<>();
        private final List<Thread> threads = new ArrayList<>();
        private final AtomicLong repeated = new AtomicLong();
        private volatile boolean ending;
        private volatile @Nullable Throwable fault;

        Callers(BookStore store) {
            SampleBook book = new SampleBook(Samples.COMMUNITY, store);
            for (int thread = 0; thread < THREADS; thread++) {
                String name = "t" + thread + "-";
                Thread caller = new Thread(() -> postUntilTheEnd(book, name));
                caller.setDaemon(true); // a test that fails does not end it
                threads.add(caller);
            }
            threads.forEach(Thread::start);
        }

        private void postUntilTheEnd(SampleBook book, String name) {
            try {
                for (int number = 0; !ending; number++) {
                    EntryId id = EntryId.of(name + number);
                    while (!isPosted(book, id)) {
                        repeated.incrementAndGet();
                        TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
                    }
                    answered.add(id);
                }
            } catch (InterruptedException
                    | RuntimeException
                    | Error e) { // told by the thread of the test, which waits for answers
                fault = e;
            }
        }

        private static boolean isPosted(SampleBook book, EntryId id) {
            try {
                assertThat(book.post(SampleBook.opening(id.value(), 1)).isAccepted()).isTrue();
                return true;
            } catch (StoreException e) {
                if (!e.isRetryable()) {
                    throw e;
                }
                return false;
            }
        }

        void awaitMore(int entries) throws InterruptedException {
            for (int i = 0; i < entries; i++) {
                EntryId id = null;
                for (long waited = 0; id == null; waited++) {
                    id = answered.poll(1, TimeUnit.SECONDS);
                    Throwable thrown = fault;
                    if (thrown != null || waited > PATIENCE_SECONDS) {
                        throw new IllegalStateException("after " + waited + " s", thrown);
                    }
                }
                acknowledged.add(id);
            }
        }

        long repeated() {
            return repeated.get();
        }

        /** All of them, once the callers have ended. */
        List<EntryId> acknowledged() {
            return acknowledged;
        }

        /** Lets each get the answer that it waits for, and no more. */
        void end() throws InterruptedException {
            ending = true;
            for (Thread thread : threads) {
                thread.join();
            }
            answered.drainTo(acknowledged);
            Throwable thrown = fault;
            if (thrown != null) {
                throw new IllegalStateException("a call that nobody may repeat", thrown);
            }
        }
    }
}
