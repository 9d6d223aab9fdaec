package io.github.xinyi.trust.statement;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.book.BookReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * For which days a statement is made, and from which knowledge (报表口径), for example January 2025 as
 * it was known when the log had 1,207 records.
 *
 * @param community whose book
 * @param fromInclusive the first effective date of the period
 * @param toInclusive the last effective date of the period
 * @param logSize how many records of the log are known, at least zero
 * @param view for whom
 * @since 0.1.0
 */
public record StatementBasis(
        CommunityId community,
        LocalDate fromInclusive,
        LocalDate toInclusive,
        long logSize,
        StatementView view) {

    /** Refuses a period that ends before it begins, and a size below zero. */
    public StatementBasis {
        if (toInclusive.isBefore(fromInclusive) || logSize < 0) {
            throw new IllegalArgumentException(
                    "no period from " + fromInclusive + " to " + toInclusive + " at " + logSize);
        }
    }

    /**
     * A month, internal, as known at a size of the log.
     *
     * @param community whose book
     * @param month for example {@code 2025-01}
     * @param logSize how many records are known
     * @return the basis
     */
    public static StatementBasis month(CommunityId community, YearMonth month, long logSize) {
        return new StatementBasis(
                community, month.atDay(1), month.atEndOfMonth(), logSize, StatementView.INTERNAL);
    }

    /**
     * A calendar year, internal, as known at a size of the log.
     *
     * @param community whose book
     * @param year for example {@code 2025}
     * @param logSize how many records are known
     * @return the basis
     */
    public static StatementBasis year(CommunityId community, int year, long logSize) {
        return new StatementBasis(
                community,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                logSize,
                StatementView.INTERNAL);
    }

    /**
     * How many records the log had at a moment; its time never runs backwards (L4), so that this is
     * what was known then.
     *
     * @param book the book
     * @param knownAt the moment; what was recorded at it counts
     * @return from 0 to the size of the log
     */
    public static long logSizeAt(BookReader book, Instant knownAt) {
        long low = 0;
        long high = book.frontier().size();
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (book.records(middle, 1).get(0).recordedAt().isAfter(knownAt)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * The same days from the same knowledge, for others.
     *
     * @param other for whom
     * @return the changed copy
     */
    public StatementBasis seenBy(StatementView other) {
        return new StatementBasis(community, fromInclusive, toInclusive, logSize, other);
    }
}
