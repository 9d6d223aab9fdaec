package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.team.Slot;
import io.github.xinyi.governance.team.Source;

/**
 * The limits and steps of one grade of cases, for example 一般: an answer within 24 hours, done
 * within 7 working days, asked once afterwards. What a grade can hold is bounded here only so that
 * every limit can be computed; how far a place may go stands in the bounds of its {@link
 * SlaProfile}, by which alone a case is reported.
 *
 * @param id the word by which the profile knows it
 * @param limits how long each duty has
 * @param extensions how often and how far the limit can be moved
 * @param steps which steps are asked
 * @param source where all of it comes from
 * @since 0.1.0
 */
public record SlaGrade(
        String id, Limits limits, Extensions extensions, CaseSteps steps, Source source) {

    /** The greatest number of working days or days. */
    public static final int MAX_DAYS = 365;

    /** How often a limit can be moved at most. */
    public static final int MAX_EXTENSIONS = 10;

    /** Refuses an id that is no word of a table. */
    public SlaGrade {
        if (!isWord(id)) {
            throw new IllegalArgumentException("an id of " + id.length() + " characters");
        }
    }

    /**
     * A grade with the {@link CaseSteps#USUAL} steps.
     *
     * @param id the word by which the profile knows it
     * @param limits how long each duty has
     * @param extensions how often and how far the limit can be moved
     * @param source where the figures come from
     */
    public SlaGrade(String id, Limits limits, Extensions extensions, Source source) {
        this(id, limits, extensions, CaseSteps.USUAL, source);
    }

    /**
     * How long each duty has.
     *
     * @param respondHours hours for an answer, from 1 to 24 times {@link #MAX_DAYS}
     * @param resolveWorkingDays working days until it is settled, from 1 to {@link #MAX_DAYS}
     * @param followUpDays days for the follow-up after it is settled, from 1 to {@link #MAX_DAYS}
     */
    public record Limits(int respondHours, int resolveWorkingDays, int followUpDays) {

        /** Refuses limits that nobody could keep. */
        public Limits {
            if (!isWithin(1, respondHours, 24 * MAX_DAYS)
                    || !isWithin(1, resolveWorkingDays, MAX_DAYS)
                    || !isWithin(1, followUpDays, MAX_DAYS)) {
                throw new IllegalArgumentException(
                        "limits: " + respondHours + "/" + resolveWorkingDays + "/" + followUpDays);
            }
        }
    }

    /**
     * How far the limit can be moved.
     *
     * @param most how often, from 0 to {@link #MAX_EXTENSIONS}
     * @param workingDays by how much each time, from 0 to {@link #MAX_DAYS}
     */
    public record Extensions(int most, int workingDays) {

        /** Refuses figures out of bounds. */
        public Extensions {
            if (!isWithin(0, most, MAX_EXTENSIONS) || !isWithin(0, workingDays, MAX_DAYS)) {
                throw new IllegalArgumentException("extensions: " + most + "/" + workingDays);
            }
        }
    }

    static boolean isWord(String id) {
        return !id.isBlank() && id.length() <= Slot.MAX_WORD_LENGTH;
    }

    private static boolean isWithin(int least, int figure, int most) {
        return least <= figure && figure <= most;
    }
}
