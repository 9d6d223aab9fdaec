package io.github.xinyi.trust.reconciliation;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;

/**
 * A balance of the joint account as it may be shown, with how far the bank confirms it, for example
 * 465,917.79 through 2025-12-31, matched, 7,901 of 7,901 lines.
 *
 * <p>Shown only of a day on which no household waits for its batch: a balance between two batches
 * tells what single households paid (T5).
 *
 * @param through the last day that was compared
 * @param book what the book has
 * @param bank what the bank has
 * @param status whether they agree
 * @param explained the exact share of the bank's movements, by amount in and out, that entries
 *     explain; 1/1 where nothing moved
 * @since 0.1.0
 */
public record PublishedBalance(
        LocalDate through, Money book, Money bank, MatchStatus status, Ratio explained) {}
