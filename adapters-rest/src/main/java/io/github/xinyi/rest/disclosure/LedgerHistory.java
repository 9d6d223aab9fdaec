package io.github.xinyi.rest.disclosure;

import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.disclosure.PublicLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The public ledger of one book, kept up with its log, and a few earlier ones.
 *
 * <p>The latest ledger reads only the records that have come since. An earlier one is folded on
 * request, one at a time, and the last few are kept by the size of the log they stand for.
 * Thread-safe.
 */
final class LedgerHistory {

    /** How many earlier ledgers are kept. */
    static final int KEPT = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReentrantLock catchingUp = new ReentrantLock();
    private final ReentrantLock lookingBack = new ReentrantLock();

    /** By size, the one asked for last at the end; guarded by {@code lookingBack}. */
    private final Map<Long, PublicLedger> earlier = new LinkedHashMap<>();

    private volatile PublicLedger latest = PublicLedger.empty();

    /** The ledger of the whole log. */
    PublicLedger latest(Book book) {
        long size = book.read(reader -> reader.frontier().size());
        PublicLedger known = latest;
        return known.size() == size ? known : catchUp(book);
    }

    private PublicLedger catchUp(Book book) {
        catchingUp.lock();
        try {
            PublicLedger next = book.read(reader -> from(latest, reader));
            latest = next;
            return next;
        } finally {
            catchingUp.unlock();
        }
    }

    /** A log that is shorter than what was counted is another log: count it anew. */
    private static PublicLedger from(PublicLedger known, BookReader reader) {
        PublicLedger start =
                known.size() <= reader.frontier().size() ? known : PublicLedger.empty();
        return start.upTo(reader, Instant.MAX);
    }

    /**
     * The ledger as it was at a moment.
     *
     * @return empty if others have looked back for too long
     */
    Optional<PublicLedger> at(Book book, Instant at) {
        PublicLedger now = latest(book);
        if (now.asOf().filter(last -> last.isAfter(at)).isEmpty()) {
            return Optional.of(now);
        }
        try {
            if (!lookingBack.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(book.read(reader -> back(reader, at, now.size())));
        } finally {
            lookingBack.unlock();
        }
    }

    private PublicLedger back(BookReader reader, Instant at, long size) {
        long wanted = sizeAt(reader, at, size);
        PublicLedger kept = earlier.remove(wanted);
        if (kept != null) {
            earlier.put(wanted, kept);
            return kept;
        }
        PublicLedger folded = nearestBefore(wanted).upTo(reader, at);
        earlier.put(folded.size(), folded);
        if (earlier.size() > KEPT) {
            earlier.remove(earlier.keySet().iterator().next());
        }
        return folded;
    }

    private PublicLedger nearestBefore(long size) {
        PublicLedger nearest = PublicLedger.empty();
        for (PublicLedger ledger : earlier.values()) {
            if (ledger.size() < size && ledger.size() > nearest.size()) {
                nearest = ledger;
            }
        }
        return nearest;
    }

    /** How many records had been recorded by then; a book's clock does not go back. */
    private static long sizeAt(BookReader reader, Instant at, long size) {
        long low = 0;
        long high = size;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (reader.records(middle, 1).get(0).recordedAt().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
