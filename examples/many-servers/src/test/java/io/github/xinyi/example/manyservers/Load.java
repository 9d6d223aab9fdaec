package io.github.xinyi.example.manyservers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.tck.SampleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Threads that post one entry after the other to one book, each again until it is answered, as long
 * as its failure says that this may help.
 */
final class Load {

    private static final long PATIENCE_SECONDS = 180;

    private final CommunityId community;
    private final List<Thread> threads = new ArrayList<>();
    private final BlockingQueue<EntryId> answered = new LinkedBlockingQueue<>();
    private final List<EntryId> acknowledged = new ArrayList<>();
    private final AtomicLong failures = new AtomicLong();
    private volatile boolean ending;
    private volatile @Nullable Throwable failure;

    /**
     * Begins.
     *
     * @param stores one thread for each; a store may be named more than once
     */
    Load(CommunityId community, List<BookStore> stores) {
        this.community = community;
        for (BookStore store : stores) {
            String name = "t" + threads.size() + "-";
            Thread thread = new Thread(() -> post(new SampleBook(community, store), name));
            thread.setDaemon(true); // a test that fails does not end it
            threads.add(thread);
            thread.start();
        }
    }

    private void post(SampleBook book, String name) {
        try {
            for (int number = 0; !ending; number++) {
                EntryId id = EntryId.of(name + number);
                while (!isPosted(book, id)) {
                    failures.incrementAndGet();
                }
                answered.add(id);
            }
        } catch (RuntimeException | Error e) { // told by whoever waits for an answer
            failure = e;
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

    /** Waits until so many more entries are answered. */
    void awaitMore(int entries) throws InterruptedException {
        for (int i = 0; i < entries; i++) {
            EntryId id = null;
            for (long waited = 0; id == null; waited++) {
                id = answered.poll(1, TimeUnit.SECONDS);
                Throwable fault = failure;
                if (fault != null || waited > PATIENCE_SECONDS) {
                    throw new IllegalStateException("no answer after " + waited + " s", fault);
                }
            }
            acknowledged.add(id);
        }
    }

    /** How often a call was made again. */
    long failures() {
        return failures.get();
    }

    /** Lets each thread get the answer that it waits for, and no more. */
    void end() throws InterruptedException {
        ending = true;
        for (Thread thread : threads) {
            thread.join();
        }
        answered.drainTo(acknowledged);
    }

    /** After the end: everything that was acknowledged is there once, and nothing else. */
    void assertKeptBy(JdbcStores stores) {
        assertThat(failure).isNull();
        SampleBook sample = new SampleBook(community, stores.books());
        assertThat(stores.verify(community)).isEmpty();
        assertThat(acknowledged.stream().filter(id -> sample.book().find(id).isEmpty()))
                .as("acknowledged and lost, of %s", acknowledged.size())
                .isEmpty();
        assertThat(
                        sample.book()
                                .read(reader -> reader.balance(ChartOfAccounts.SERVICE_CASH))
                                .net()
                                .minor())
                .as("a fen for each entry")
                .isEqualTo(acknowledged.size());
        assertThat(sample.book().<Long>read(reader -> reader.frontier().size()))
                .isEqualTo(acknowledged.size());
    }
}
