package io.github.xinyi.rest.answer;

import java.util.List;

/**
 * How the budget of a year is executed, by the book as it stands: what each line may come to, what
 * is promised, spent and left of it.
 *
 * @param year the calendar year
 * @param asOf the moment that was asked about
 * @param lines in the budget's order
 * @param trusteesShareMinor what trustees owe the funds for what was paid above a line, in fen
 * @since 0.1.0
 */
public record BudgetExecuted(int year, String asOf, List<Line> lines, long trusteesShareMinor)
        implements Answer {

    /** Copies the lines. */
    public BudgetExecuted {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param code for example {@code SF-03}
     * @param name as adopted
     * @param fundClass the money it is paid from
     * @param budgetMinor as adopted, in fen
     * @param limitMinor what it may come to now: adopted, moved, granted and confirmed
     * @param committedMinor promised and not released
     * @param spentMinor paid, and taken by the bank itself
     * @param leftMinor neither spent nor promised; below zero where more was spent
     */
    public record Line(
            String code,
            String name,
            String fundClass,
            long budgetMinor,
            long limitMinor,
            long committedMinor,
            long spentMinor,
            long leftMinor) {}
}
