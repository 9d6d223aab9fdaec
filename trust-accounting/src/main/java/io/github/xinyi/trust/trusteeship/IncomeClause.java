package io.github.xinyi.trust.trusteeship;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.trust.fund.IncomeDuty;
import io.github.xinyi.trust.fund.IncomeSplit;
import java.time.LocalDate;
import java.util.List;

/**
 * What was agreed on the maintenance fund's share of public income (公共收益补充维修资金), in the form in
 * which it is voted on and kept, for example every three months, ten days after their end, 4/10 and
 * at least 1/2.
 *
 * @param fromInclusive the first day whose income counts
 * @param everyMonths the length of a period, 1 to 12
 * @param graceDays days after a period's end until the share is due, 0 to 366
 * @param decided the share that the owners decided, at most 1
 * @param floors what the place asks in any case, at most {@link #MAX_FLOORS}
 * @since 0.1.0
 */
public record IncomeClause(
        LocalDate fromInclusive,
        int everyMonths,
        int graceDays,
        Ratio decided,
        List<Floor> floors) {

    /** The most floors of one clause. */
    public static final int MAX_FLOORS = 10;

    /**
     * A floor of the place.
     *
     * @param reach whether the share itself is enough
     * @param share for example 1/2
     */
    public record Floor(Reach reach, Ratio share) {

        Threshold threshold() {
            return switch (reach) {
                case AT_LEAST -> new Threshold.AtLeast(share);
                case MORE_THAN -> new Threshold.MoreThan(share);
            };
        }
    }

    /** Whether a share itself is enough. */
    public enum Reach {
        /** The share or more (不低于). */
        AT_LEAST,
        /** More than the share (超过). */
        MORE_THAN
    }

    /** Copies the floors and refuses a clause that no duty can follow from. */
    public IncomeClause {
        floors = List.copyOf(floors);
        if (floors.size() > MAX_FLOORS) {
            throw new IllegalArgumentException("too many floors: " + floors.size());
        }
        duty(fromInclusive, everyMonths, graceDays, decided, floors);
    }

    /**
     * The duty that follows from it.
     *
     * @return to be judged against the book
     */
    public IncomeDuty duty() {
        return duty(fromInclusive, everyMonths, graceDays, decided, floors);
    }

    private static IncomeDuty duty(
            LocalDate from, int everyMonths, int graceDays, Ratio decided, List<Floor> floors) {
        return new IncomeDuty(
                from,
                everyMonths,
                graceDays,
                new IncomeSplit(decided, floors.stream().map(Floor::threshold).toList()));
    }
}
