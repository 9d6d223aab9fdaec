package io.github.xinyi.trust.publication;

import java.time.Duration;
import java.util.function.Function;

/**
 * By when an item must be public: so long after each event, or so long after each period.
 *
 * <p>For example {@code afterPeriod(3, 360 hours)}: each quarter within 15 days of its end. Hours
 * are counted from the event to the millisecond, and from midnight in China after the last day of a
 * period. Rest days give no time here.
 *
 * @since 0.1.0
 */
public sealed interface DisclosureTerm {

    /** The longest time that a term may leave: a year. */
    Duration LONGEST = Duration.ofDays(366);

    /**
     * So long after each event.
     *
     * @param within the time left
     */
    record AfterEvent(Duration within) implements DisclosureTerm {
        /** Checks the time. */
        public AfterEvent {
            requireBounded(within);
        }

        @Override
        public <R> R fold(Function<AfterEvent, R> event, Function<AfterPeriod, R> period) {
            return event.apply(this);
        }
    }

    /**
     * So long after each period of the calendar year.
     *
     * @param months the length of the period: 1, 3, 6 or 12
     * @param within the time left after its last day
     */
    record AfterPeriod(int months, Duration within) implements DisclosureTerm {
        /** Checks the period and the time. */
        public AfterPeriod {
            if (months != 1 && months != 3 && months != 6 && months != 12) {
                throw new IllegalArgumentException("no period of " + months + " months");
            }
            requireBounded(within);
        }

        @Override
        public <R> R fold(Function<AfterEvent, R> event, Function<AfterPeriod, R> period) {
            return period.apply(this);
        }
    }

    private static void requireBounded(Duration within) {
        if (within.isNegative() || within.isZero() || within.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("no term of " + within);
        }
    }

    /**
     * One answer for each case.
     *
     * @param event for a term after each event
     * @param period for a term after each period
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(Function<AfterEvent, R> event, Function<AfterPeriod, R> period);
}
