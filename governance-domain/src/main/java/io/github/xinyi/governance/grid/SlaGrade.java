package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.team.Source;

/**
 * The limits of one grade of cases, for example 一般: an answer within 24 hours, done within 7
 * working days.
 *
 * @param id the word by which the profile knows it
 * @param limits how long each duty has
 * @param extensions how often and how far the limit can be moved
 * @param source where the figures come from
 * @since 0.1.0
 */
public record SlaGrade(String id, Limits limits, Extensions extensions, Source source) {

    /** The greatest number of working days or days. */
    public static final int MAX_DAYS = 365;

    /**
     * How long each duty has.
     *
     * @param respondHours hours for an answer, from 1
     * @param resolveWorkingDays working days until it is settled, from 1
     * @param followUpDays days for the follow-up after it is settled, from 1
     */
    public record Limits(int respondHours, int resolveWorkingDays, int followUpDays) {

        /** Refuses limits that nobody could keep. */
        public Limits {
            if (respondHours < 1 || resolveWorkingDays < 1 || followUpDays < 1) {
                throw new IllegalArgumentException(
                        "limits: " + respondHours + "/" + resolveWorkingDays + "/" + followUpDays);
            }
        }
    }

    /**
     * How far the limit can be moved.
     *
     * @param most how often, from 0
     * @param workingDays by how much each time, from 0
     */
    public record Extensions(int most, int workingDays) {

        /** Refuses negative figures. */
        public Extensions {
            if (most < 0 || workingDays < 0) {
                throw new IllegalArgumentException("extensions: " + most + "/" + workingDays);
            }
        }
    }
}
