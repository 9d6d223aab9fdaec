package io.github.xinyi.governance.law;

import java.time.LocalDate;

/**
 * The days on which something is in force, for example from 2021-01-01 on.
 *
 * @param startInclusive the first day in force
 * @param endExclusive the first day no longer in force; {@link LocalDate#MAX} while open
 * @since 0.1.0
 */
public record EffectivePeriod(LocalDate startInclusive, LocalDate endExclusive) {

    /** Refuses a period without a day. */
    public EffectivePeriod {
        if (!startInclusive.isBefore(endExclusive)) {
            throw new IllegalArgumentException(
                    "empty period: " + startInclusive + " to " + endExclusive);
        }
    }

    /**
     * A period without an end.
     *
     * @param startInclusive for example {@code 2021-01-01}
     * @return the period
     */
    public static EffectivePeriod from(LocalDate startInclusive) {
        return new EffectivePeriod(startInclusive, LocalDate.MAX);
    }

    /**
     * Whether the day lies in the period.
     *
     * @param day the day asked about
     * @return true from the start on and before the end
     */
    public boolean contains(LocalDate day) {
        return !day.isBefore(startInclusive) && day.isBefore(endExclusive);
    }
}
