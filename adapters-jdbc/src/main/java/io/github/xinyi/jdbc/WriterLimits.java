package io.github.xinyi.jdbc;

import java.time.Duration;

/**
 * What a {@link BookWriter} takes on, for example {@code
 * WriterLimits.standard().withMaxWait(Duration.ofSeconds(2))}.
 *
 * @param maxWaiting the most calls that wait for one book, 1 to 100,000; one more is refused
 * @param maxTogether the most calls in one transaction, 1 to 1,000
 * @param maxBooksAtOnce the most books written at the same moment, 1 to 1,000: so many connections
 *     are taken of the data source
 * @param maxWait how long a call waits for its turn, 1 ms to 1 h; the lock of the book in the
 *     database is waited for besides
 * @since 0.1.0
 */
public record WriterLimits(int maxWaiting, int maxTogether, int maxBooksAtOnce, Duration maxWait) {

    private static final int MOST_WAITING = 100_000;
    private static final int MOST_TOGETHER = 1_000;
    private static final int MOST_BOOKS = 1_000;

    /**
     * Refuses what is out of bounds.
     *
     * @throws IllegalArgumentException naming the limit and its bounds
     */
    public WriterLimits {
        requireWithin("maxWaiting", maxWaiting, MOST_WAITING);
        requireWithin("maxTogether", maxTogether, MOST_TOGETHER);
        requireWithin("maxBooksAtOnce", maxBooksAtOnce, MOST_BOOKS);
        if (maxWait.compareTo(Duration.ofMillis(1)) < 0
                || maxWait.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("maxWait is 1 ms to 1 h, got " + maxWait);
        }
    }

    private static void requireWithin(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " is 1 to " + most + ", got " + value);
        }
    }

    /**
     * At most 1,000 calls waiting for a book, 256 in a transaction, 8 books at once, 10 seconds.
     *
     * @return the limits
     */
    public static WriterLimits standard() {
        return new WriterLimits(1_000, 256, 8, Duration.ofSeconds(10));
    }

    /**
     * The same with another bound of calls that wait.
     *
     * @param calls 1 to 100,000
     * @return changed limits
     */
    public WriterLimits withMaxWaiting(int calls) {
        return new WriterLimits(calls, maxTogether, maxBooksAtOnce, maxWait);
    }

    /**
     * The same with another bound of calls in one transaction.
     *
     * @param calls 1 to 1,000
     * @return changed limits
     */
    public WriterLimits withMaxTogether(int calls) {
        return new WriterLimits(maxWaiting, calls, maxBooksAtOnce, maxWait);
    }

    /**
     * The same with another bound of books written at once.
     *
     * @param books 1 to 1,000, not more than the data source has connections
     * @return changed limits
     */
    public WriterLimits withMaxBooksAtOnce(int books) {
        return new WriterLimits(maxWaiting, maxTogether, books, maxWait);
    }

    /**
     * The same with another patience.
     *
     * @param time 1 ms to 1 h
     * @return changed limits
     */
    public WriterLimits withMaxWait(Duration time) {
        return new WriterLimits(maxWaiting, maxTogether, maxBooksAtOnce, time);
    }
}
