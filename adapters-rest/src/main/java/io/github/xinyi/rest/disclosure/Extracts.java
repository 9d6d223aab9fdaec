package io.github.xinyi.rest.disclosure;

import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.statement.LedgerExtract;
import io.github.xinyi.trust.statement.StatementBasis;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What books show on a basis. An extract reads a log from its beginning, so one is made at a time
 * and the last few are kept: whoever asks for many waits, and no more memory is taken. Thread-safe.
 */
final class Extracts {

    /** How many extracts are kept. */
    static final int KEPT = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReentrantLock reading = new ReentrantLock();

    /** The one asked for last at the end; guarded by {@code reading}. */
    private final Map<StatementBasis, LedgerExtract> kept = new LinkedHashMap<>();

    /**
     * The extract of a book.
     *
     * @return empty if others have read for too long
     */
    Optional<LedgerExtract> of(Book book, StatementBasis basis) {
        try {
            if (!reading.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            LedgerExtract known = kept.remove(basis);
            LedgerExtract extract =
                    known == null ? book.read(reader -> read(book, reader, basis)) : known;
            kept.put(basis, extract);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            return Optional.of(extract);
        } finally {
            reading.unlock();
        }
    }

    private static LedgerExtract read(Book book, BookReader reader, StatementBasis basis) {
        return LedgerExtract.of(book.chartIn(reader), reader, basis);
    }
}
