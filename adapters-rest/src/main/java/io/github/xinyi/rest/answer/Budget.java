package io.github.xinyi.rest.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Budget against actual.
 *
 * @param year the budget's year
 * @param asOf when the last record counted was recorded, null for an empty log
 * @param lines in the budget's order
 * @param totals over all lines
 * @since 0.1.0
 */
public record Budget(int year, @Nullable String asOf, List<Line> lines, Totals totals)
        implements Answer {

    /** Copies the lines. */
    public Budget {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param code for example {@code SF-03}
     * @param name as adopted
     * @param fundClass the money it is paid from
     * @param budgetMinor at most so much
     * @param spentMinor spent so far
     */
    public record Line(
            String code, String name, String fundClass, long budgetMinor, long spentMinor) {}

    /**
     * The sums.
     *
     * @param budgetMinor of the budget
     * @param spentMinor of what was spent
     */
    public record Totals(long budgetMinor, long spentMinor) {}
}
