package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.store.StoreException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls that wait for each book, in the order in which they came, and the one among them that
 * leads. Thread-safe; every step is short.
 */
final class WriteQueues {

    /** So many books are remembered while nobody writes to them. */
    private static final int MAX_REMEMBERED = 1_000;

    private final WriterLimits limits;
    private final Map<CommunityId, Queue> queues = new LinkedHashMap<>(16, 0.75f, true);
    private int entered;
    private boolean closed;

    WriteQueues(WriterLimits limits) {
        this.limits = limits;
    }

    /** The calls of one book. */
    static final class Queue {
        private final CommunityId book;
        private final Deque<WriteCall<?>> waiting = new ArrayDeque<>();
        private boolean led;
        private @Nullable BookState known;

        private Queue(CommunityId book) {
            this.book = book;
        }

        CommunityId book() {
            return book;
        }

        /** What the last leader knew of the book; asked and set by the leader alone. */
        Optional<BookState> known() {
            return Optional.ofNullable(known);
        }

        void keep(BookState state) {
            known = state;
        }

        void forget() {
            known = null;
        }
    }

    /**
     * Puts a call into the queue of its book, or lets it lead if nobody does.
     *
     * @throws StoreException because of a {@link BookBusyException}
     */
    synchronized Queue enter(CommunityId book, WriteCall<?> call) {
        if (closed) {
            throw busy(BookBusyException.Reason.CLOSED, book);
        }
        Queue queue = queues.computeIfAbsent(book, Queue::new);
        if (!queue.led) {
            queue.led = true;
            call.lead();
        } else if (queue.waiting.size() >= limits.maxWaiting()) {
            throw busy(BookBusyException.Reason.QUEUE_FULL, book);
        } else {
            queue.waiting.add(call);
        }
        entered++;
        return queue;
    }

    static StoreException busy(BookBusyException.Reason reason, CommunityId book) {
        return new StoreException(
                "BookStore.write",
                new BookBusyException(reason, book),
                StoreException.Reason.LOCK_NOT_GIVEN);
    }

    /** Takes the first calls that wait, to be carried out by the leader. */
    synchronized List<WriteCall<?>> take(Queue queue, int most) {
        List<WriteCall<?>> taken = new ArrayList<>();
        while (taken.size() < most && !queue.waiting.isEmpty()) {
            taken.add(queue.waiting.remove());
        }
        return taken;
    }

    /**
     * Takes a call back.
     *
     * @return false if somebody has taken it, or it is to lead
     */
    synchronized boolean withdraw(Queue queue, WriteCall<?> call) {
        return queue.waiting.remove(call);
    }

    /** The leader has done: the first that waits leads next. */
    synchronized void handOver(Queue queue) {
        WriteCall<?> next = queue.waiting.poll();
        if (next != null) {
            next.lead();
            return;
        }
        queue.led = false;
        Iterator<Queue> eldest = queues.values().iterator();
        while (queues.size() > MAX_REMEMBERED && eldest.hasNext()) {
            if (!eldest.next().led) {
                eldest.remove();
            }
        }
    }

    /** A call has its answer. */
    synchronized void leave() {
        entered--;
        if (entered == 0) {
            notifyAll();
        }
    }

    /** Takes no more calls, and waits until all that entered have left. */
    synchronized void close() throws InterruptedException {
        closed = true;
        while (entered > 0) {
            wait();
        }
    }
}
