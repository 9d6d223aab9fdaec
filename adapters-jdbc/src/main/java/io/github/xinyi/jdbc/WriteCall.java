package io.github.xinyi.jdbc;

import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.journal.EntryId;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call of a writer: waits for another thread to carry it out, or is told to lead and carries
 * out others with itself. It is answered once, when all that it rests on is durable.
 *
 * <p>Made and awaited by one thread, carried out by whichever leads.
 */
final class WriteCall<T> {

    private final Thread caller = Thread.currentThread();
    private final Set<EntryId> asked;
    private final Function<BookSession, T> work;
    private final long deadline;
    private volatile boolean leading;
    private volatile @Nullable Supplier<T> answer;
    private @Nullable Supplier<T> unconfirmed;

    WriteCall(Set<EntryId> asked, Function<BookSession, T> work, long patienceNanos) {
        this.asked = Set.copyOf(asked);
        this.work = work;
        this.deadline = System.nanoTime() + patienceNanos;
    }

    Set<EntryId> asked() {
        return asked;
    }

    /** The time left to wait, not more than zero when it is over. */
    long nanosLeft() {
        return deadline - System.nanoTime();
    }

    boolean isLeading() {
        return leading;
    }

    boolean isAnswered() {
        return answer != null;
    }

    /** Waits until something has changed, or the time is over; may also return before. */
    void park() {
        long left = nanosLeft();
        if (left > 0) {
            LockSupport.parkNanos(this, left);
        } else {
            LockSupport.park(this);
        }
    }

    /** Tells the caller to carry out this call and those that wait behind it. */
    void lead() {
        leading = true;
        if (caller != Thread.currentThread()) {
            LockSupport.unpark(caller);
        }
    }

    /** Carries out the work; what it answers is not confirmed yet. */
    void carryOut(BookSession session) {
        T value = work.apply(session);
        unconfirmed = () -> value;
    }

    /** The work threw something, which it is to be answered with if the others are durable. */
    void threw(Throwable thrown) {
        unconfirmed = () -> rethrow(thrown);
    }

    /** Hands out what the work answered or threw. */
    void confirm() {
        Supplier<T> confirmed = unconfirmed;
        if (confirmed == null) {
            throw new IllegalStateException("the call was not carried out");
        }
        answer(confirmed);
    }

    /** Answers that nothing was kept, or that nobody knows. */
    void fail(Throwable thrown) {
        answer(() -> rethrow(thrown));
    }

    private void answer(Supplier<T> given) {
        answer = given;
        LockSupport.unpark(caller);
    }

    private T rethrow(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof StoreException shared && shared.getCause() != null) {
            // Several calls may fail of one cause, each with a trace of its own.
            throw new StoreException(shared.operation(), shared.getCause(), shared.reason());
        }
        throw (RuntimeException) thrown;
    }

    /** What the work answered; throws what it threw, or why nothing was kept. */
    T answer() {
        Supplier<T> given = answer;
        if (given == null) {
            throw new IllegalStateException("the call was not answered");
        }
        return given.get();
    }
}
