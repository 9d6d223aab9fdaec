package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.journal.EntryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Keeps books for many callers at once: calls to one book that come together share one transaction
 * and one write to disk.
 *
 * <p>Example: {@code try (BookWriter writer = stores.bookWriter()) { new Book(id, chart, writer);
 * }}. Each call is answered when what it wrote is durable, each that is refused or throws is undone
 * alone, and all keep the order in which they came. A call to a book that nobody writes runs at
 * once, in its own thread. Books take turns for at most {@link WriterLimits#maxBooksAtOnce}
 * connections. A call within another one of the same stores joins its transaction.
 *
 * <p>It takes the same lock of a book as {@link JdbcStores#books}, as a transaction that was {@link
 * JdbcStores#joining joined}, and as other processes: all may write to one database. What it
 * remembers of a book counts only while the book stands where it left it.
 *
 * <p>The work of a call may run in the thread of another caller, and a second time, alone, if the
 * database refuses what it was to be committed with: it must have no effect but on these stores.
 *
 * <p>A call that cannot be taken on throws {@link StoreException} because of a {@link
 * BookBusyException}. Thread-safe; it has no thread of its own.
 *
 * @since 0.1.0
 */
public final class BookWriter implements BookStore, AutoCloseable {

    private static final String WRITE = "BookStore.write";

    private final Transactions transactions;
    private final Outbox outbox;
    private final BookStore plain;
    private final WriterLimits limits;
    private final WriteQueues queues;
    private final Semaphore turns;

    BookWriter(Transactions transactions, Outbox outbox, WriterLimits limits) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.plain = new JdbcBookStore(transactions, outbox);
        this.limits = limits;
        this.queues = new WriteQueues(limits);
        this.turns = new Semaphore(limits.maxBooksAtOnce(), true);
    }

    @Override
    public <T> T write(CommunityId book, Function<BookSession, T> work) {
        return write(book, Set.of(), work);
    }

    @Override
    public <T> T write(CommunityId book, Set<EntryId> asked, Function<BookSession, T> work) {
        if (transactions.isWithin()) {
            return plain.write(book, asked, work);
        }
        WriteCall<T> call = new WriteCall<>(asked, work, limits.maxWait().toNanos());
        WriteQueues.Queue queue = queues.enter(book, call);
        try {
            await(queue, call);
        } finally {
            queues.leave();
        }
        return call.answer();
    }

    @Override
    public <T> T read(CommunityId book, Function<BookReader, T> work) {
        return plain.read(book, work);
    }

    /**
     * Takes no more calls, and returns when all that were taken on have their answers.
     *
     * <p>If the thread is interrupted it returns at once, still interrupted; the calls go on.
     */
    @Override
    public void close() {
        try {
            queues.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the call is answered, by this thread or by that of a leader. */
    private void await(WriteQueues.Queue queue, WriteCall<?> call) {
        boolean interrupted = false;
        while (!call.isAnswered()) {
            if (call.isLeading()) {
                lead(queue, call);
            } else if (interrupted && queues.withdraw(queue, call)) {
                call.fail(WriteQueues.busy(BookBusyException.Reason.INTERRUPTED, queue.book()));
            } else if (call.nanosLeft() <= 0 && queues.withdraw(queue, call)) {
                call.fail(WriteQueues.busy(BookBusyException.Reason.WAITED_TOO_LONG, queue.book()));
            } else {
                call.park();
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Carries out a call and those behind it, answers them all, and lets the next one lead. */
    private void lead(WriteQueues.Queue queue, WriteCall<?> first) {
        List<WriteCall<?>> calls = new ArrayList<>(List.of(first));
        try {
            if (!turns.tryAcquire(first.nanosLeft(), TimeUnit.NANOSECONDS)) {
                throw WriteQueues.busy(BookBusyException.Reason.WAITED_TOO_LONG, queue.book());
            }
            try {
                calls.addAll(queues.take(queue, limits.maxTogether() - 1));
                writeTogether(queue, calls);
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            first.fail(WriteQueues.busy(BookBusyException.Reason.INTERRUPTED, queue.book()));
        } catch (RuntimeException
                | Error e) { // whatever it is, no caller is left without an answer
            calls.stream().filter(call -> !call.isAnswered()).forEach(call -> call.fail(e));
        } finally {
            queues.handOver(queue);
        }
    }

    private void writeTogether(WriteQueues.Queue queue, List<WriteCall<?>> calls) {
        SharedWrite together =
                new SharedWrite(
                        queue.book(),
                        outbox,
                        queue.known(),
                        calls,
                        taken -> queues.take(queue, limits.maxTogether() - taken));
        queue.forget();
        try {
            queue.keep(transactions.run(WRITE, together::run).kept());
        } catch (RuntimeException | Error e) { // thrown again, or each call gets its own answer
            boolean retryable = e instanceof StoreException failure && failure.isRetryable();
            if (calls.size() == 1 || together.isComplete() || retryable) {
                throw e;
            }
            calls.forEach(call -> writeAlone(queue, call));
            return;
        }
        calls.forEach(WriteCall::confirm);
    }

    /** What the database refuses of several together is the fault of one, and of that one alone. */
    private void writeAlone(WriteQueues.Queue queue, WriteCall<?> call) {
        SharedWrite alone =
                new SharedWrite(
                        queue.book(),
                        outbox,
                        Optional.empty(),
                        new ArrayList<>(List.of(call)),
                        taken -> List.of());
        try {
            transactions.run(WRITE, alone::run);
        } catch (RuntimeException | Error e) { // thrown again in the thread of the caller
            call.fail(e);
            return;
        }
        call.confirm();
    }
}
