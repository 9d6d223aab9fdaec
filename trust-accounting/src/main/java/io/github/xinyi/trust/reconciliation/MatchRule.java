package io.github.xinyi.trust.reconciliation;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A named way in which lines of the bank and entries of the book may be matched, as data; the rules
 * are tried in their order, and each only on what those before it left.
 *
 * <p>No rule guesses: it matches only where line and entry are each other's only candidate, or
 * where one set alone has the sum. Everything else stays a difference with its candidates. Which
 * rules a community uses is an interpretation, configurable.
 *
 * @since 0.1.0
 */
public sealed interface MatchRule {

    /** The greatest window, in days on either side. */
    int MAX_DAYS = 31;

    /** The greatest number of parts of a sum. */
    int MAX_PARTS = 5;

    /**
     * What the rule is called in the report.
     *
     * @return for example {@code reference}
     */
    String name();

    /**
     * One answer for each case.
     *
     * @param reference for the bank's number
     * @param text for a key in the text
     * @param amount for amount and day
     * @param sum for sums
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(
            Function<ByReference, R> reference,
            Function<ByText, R> text,
            Function<ByAmount, R> amount,
            Function<BySum, R> sum);

    /**
     * The entries that stand on the bank line of that number are, together, its amount.
     *
     * @param name what the rule is called
     */
    record ByReference(String name) implements MatchRule {
        @Override
        public <R> R fold(
                Function<ByReference, R> reference,
                Function<ByText, R> text,
                Function<ByAmount, R> amount,
                Function<BySum, R> sum) {
            return reference.apply(this);
        }
    }

    /**
     * The line's text or party has the number of the entry's paper, or the last part of the entry's
     * own name, the amounts are equal and the days not too far apart.
     *
     * @param name what the rule is called
     * @param key finds the number in text and party; its first group, or all of it, is compared
     * @param window how far apart the days may be
     */
    record ByText(String name, Pattern key, Window window) implements MatchRule {
        @Override
        public <R> R fold(
                Function<ByReference, R> reference,
                Function<ByText, R> text,
                Function<ByAmount, R> amount,
                Function<BySum, R> sum) {
            return text.apply(this);
        }
    }

    /**
     * The amounts are equal and the days not too far apart.
     *
     * @param name what the rule is called
     * @param window how far apart the days may be
     */
    record ByAmount(String name, Window window) implements MatchRule {
        @Override
        public <R> R fold(
                Function<ByReference, R> reference,
                Function<ByText, R> text,
                Function<ByAmount, R> amount,
                Function<BySum, R> sum) {
            return amount.apply(this);
        }
    }

    /**
     * One line is the sum of several entries, or one entry of several lines, all in one direction.
     *
     * @param name what the rule is called
     * @param window how far apart the days may be
     * @param maxParts of how many parts at most, 2 to {@link #MAX_PARTS}
     */
    record BySum(String name, Window window, int maxParts) implements MatchRule {
        /** Refuses a sum of fewer than two parts, or of more than can be tried. */
        public BySum {
            if (maxParts < 2 || maxParts > MAX_PARTS) {
                throw new IllegalArgumentException("a sum of " + maxParts + " parts");
            }
        }

        @Override
        public <R> R fold(
                Function<ByReference, R> reference,
                Function<ByText, R> text,
                Function<ByAmount, R> amount,
                Function<BySum, R> sum) {
            return sum.apply(this);
        }
    }

    /**
     * How far the bank's day may lie from the entry's.
     *
     * @param daysBefore so many days before it
     * @param daysAfter so many days after it
     */
    record Window(int daysBefore, int daysAfter) {
        /** Refuses a window below zero or beyond {@link MatchRule#MAX_DAYS}. */
        public Window {
            if (daysBefore < 0 || daysAfter < 0 || daysBefore > MAX_DAYS || daysAfter > MAX_DAYS) {
                throw new IllegalArgumentException("not a window: " + daysBefore + " " + daysAfter);
            }
        }

        boolean holds(long daysFromEntryToLine) {
            return daysFromEntryToLine >= -daysBefore && daysFromEntryToLine <= daysAfter;
        }
    }

    /**
     * Exact by reference first, then amount and day, then sums.
     *
     * @return the rules, an interpretation
     */
    static List<MatchRule> standard() {
        return List.of(
                new ByReference("reference"),
                new ByAmount("amount-and-day", new Window(1, 3)),
                new BySum("sum", new Window(1, 3), 4));
    }
}
