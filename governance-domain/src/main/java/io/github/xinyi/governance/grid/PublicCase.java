package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.ruling.RuleTexts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What other owners see of a case: what it is about, how far it is and since when, what is due, and
 * what kind of result it had. No text, person, unit, building or identifier, nor who refused or
 * broke what.
 *
 * @param category what it is about
 * @param progress how far it is
 * @param result what it led to, while it is settled or closed
 * @param steps what it went through, in order; never empty
 * @param deadlines what is due, in the order of {@link DutyDue.Kind}
 * @since 0.1.0
 */
public record PublicCase(
        CaseCategory category,
        Progress progress,
        Result result,
        List<Step> steps,
        List<LastDay> deadlines) {

    /** Copies the lists. */
    public PublicCase {
        steps = List.copyOf(steps);
        deadlines = List.copyOf(deadlines);
    }

    /** How far a case is, as far as others are concerned. */
    public enum Progress {
        /** Somebody heard of it or received it. */
        RECEIVED,
        /** Somebody works on it. */
        IN_HAND,
        /** It is mediated. */
        IN_MEDIATION,
        /** There is a result. */
        SETTLED,
        /** It is closed. */
        CLOSED;

        static Progress of(GridCase.Stage stage) {
            return switch (stage) {
                case FOUND, REPORTED -> RECEIVED;
                case ASSIGNED, VISITED, AT_WORK, BROKEN -> IN_HAND;
                case MEDIATION -> IN_MEDIATION;
                case AGREED, DONE, ESCALATED, FOLLOWED_UP -> SETTLED;
                case CLOSED -> CLOSED;
            };
        }
    }

    /** What kind of result a case had. */
    public enum Result {
        /** None yet. */
        NONE,
        /** The parties agreed. */
        AGREEMENT,
        /** The work was done. */
        WORK_DONE,
        /** It went to an authority, a court or arbitration. */
        OTHER_WAY
    }

    /**
     * A step of a case.
     *
     * @param progress how far it came
     * @param on the day
     */
    public record Step(Progress progress, LocalDate on) {

        /**
         * The step for people, without its day, for example {@code The case was received}.
         *
         * @param texts those of the language wanted
         * @return one line of text
         * @throws IllegalArgumentException if the texts are not those of this module
         */
        public String sentence(RuleTexts texts) {
            return texts.line("case." + progress, Map.of());
        }
    }

    /**
     * What is due.
     *
     * @param kind what
     * @param day the last day for it
     */
    public record LastDay(DutyDue.Kind kind, LocalDate day) {

        /**
         * What is due for people, for example {@code Due by 2025-11-26: settling the case}.
         *
         * @param texts those of the language wanted
         * @return one line of text
         * @throws IllegalArgumentException if the texts are not those of this module
         */
        public String sentence(RuleTexts texts) {
            return texts.line("case.due", Map.of("kind", kind.name(), "day", day.toString()));
        }
    }

    /**
     * What the case is about and what it led to, for people, for example {@code About noise; the
     * parties agreed}.
     *
     * @param texts those of the language wanted
     * @return one line of text
     * @throws IllegalArgumentException if the texts are not those of this module
     */
    public String sentence(RuleTexts texts) {
        String ending = result == Result.NONE ? "" : result.name();
        return texts.line("case.about", Map.of("category", category.name(), "ending", ending));
    }

    static List<Step> steps(List<CaseEvent> history) {
        List<Step> steps = new ArrayList<>();
        GridCase.Stage stage = GridCase.Stage.FOUND;
        Progress shown = Progress.of(stage);
        for (CaseEvent event : history) {
            stage = CaseStages.after(stage, event);
            if (steps.isEmpty() || Progress.of(stage) != shown) {
                shown = Progress.of(stage);
                steps.add(new Step(shown, GridCase.dayOf(event.occurredAt())));
            }
        }
        return steps;
    }
}
