package io.github.xinyi.rest.published;

import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.reconciliation.BankReconciliation;
import java.time.Instant;

/**
 * The figures of a bank statement against the book.
 *
 * @param asOf the moment at which the statement ends
 * @param balance the bank's balance
 * @param matchedLines lines that have their entry
 * @param unmatchedLines lines that have none
 * @param bookBalance what the book says
 * @since 0.1.0
 */
public record BankFigures(
        Instant asOf, Money balance, int matchedLines, int unmatchedLines, Money bookBalance) {

    /** Refuses counts below zero. */
    public BankFigures {
        if (matchedLines < 0 || unmatchedLines < 0) {
            throw new IllegalArgumentException(
                    "lines below zero: " + matchedLines + ", " + unmatchedLines);
        }
    }

    /**
     * The figures of a reconciliation.
     *
     * @param asOf the moment at which the statement ends
     * @param matched statement and book
     * @return the figures
     */
    public static BankFigures of(Instant asOf, BankReconciliation matched) {
        return new BankFigures(
                asOf,
                matched.bankBalance(),
                matched.matchedLines(),
                matched.unmatchedLines(),
                matched.bookBalance());
    }
}
