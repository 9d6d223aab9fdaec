package io.github.xinyi.rest.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A budget as it is put to the owners, and by what they adopted it.
 *
 * @param year the calendar year
 * @param state {@code DRAFT}, or {@code ADOPTED} and open to be spent
 * @param document the SHA-256 of the draft, to be among the papers of the motion
 * @param policyDocument the SHA-256 of the policy, to be among them too; null where nobody named
 *     the policy
 * @param lines in the budget's order
 * @param totalMinor of all lines, in fen
 * @param decision by which it was adopted, null before
 * @since 0.1.0
 */
public record BudgetState(
        int year,
        State state,
        String document,
        @Nullable String policyDocument,
        List<Line> lines,
        long totalMinor,
        @Nullable Decision decision)
        implements Answer {

    /** How far a budget has come. */
    public enum State {
        /** Nobody can spend it. */
        DRAFT,
        /** The owners have adopted it. */
        ADOPTED
    }

    /** Copies the lines. */
    public BudgetState {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param code for example {@code SF-03}
     * @param name as drafted
     * @param fundClass the money it is paid from
     * @param budgetMinor at most so much, in fen
     */
    public record Line(String code, String name, String fundClass, long budgetMinor) {}

    /**
     * What the owners adopted it by.
     *
     * @param provenance {@code COUNTED} or {@code EXTERNAL}
     * @param reference its name in the community
     * @param adoptedDate the day on which the voting closed
     */
    public record Decision(String provenance, String reference, String adoptedDate) {}
}
