package io.github.xinyi.trust.fund;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.trust.money.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Which share of net public income goes to the maintenance fund (公共收益补充维修资金): what the owners
 * decided, and never less than the floors of the place.
 *
 * <p>Example: decided 4/10, floor at least 1/2, net 100.01: 50.01. Source: Property Management
 * Regulation art. 54; the floors are data of the region; all of it where nothing was decided is an
 * interpretation.
 *
 * @param decided the share that the owners decided, at most 1
 * @param floors what the place asks in any case, for example at least 1/2
 * @since 0.1.0
 */
public record IncomeSplit(Ratio decided, List<Threshold> floors) {

    /** Copies the floors. */
    public IncomeSplit {
        floors = List.copyOf(floors);
        if (decided.numerator() > decided.denominator()) {
            throw new IllegalArgumentException("more than there is: " + decided);
        }
    }

    /**
     * All of it: what holds where the owners have decided nothing.
     *
     * @return the whole to the maintenance fund
     */
    public static IncomeSplit undecided() {
        return new IncomeSplit(Ratio.of(1, 1), List.of());
    }

    /**
     * With one more floor while the fund is low, as Beijing's regulation art. 74 has it.
     *
     * @param fund the balance of the maintenance fund
     * @param first what was first paid into it, above zero
     * @param lowWater the share below which it is low, for example 3/10; at it, it is not
     * @param floor what a low fund takes
     * @return this split, or one with the floor
     */
    public IncomeSplit whileLow(Money fund, Money first, Ratio lowWater, Threshold floor) {
        if (!first.isPositive()) {
            throw new IllegalArgumentException("nothing was first paid: " + first);
        }
        boolean isLow =
                !new Threshold.AtLeast(lowWater).isMetBy(fund.atLeastZero().minor(), first.minor());
        List<Threshold> more = new ArrayList<>(floors);
        more.add(floor);
        return isLow ? new IncomeSplit(decided, more) : this;
    }

    /**
     * What goes to the maintenance fund: the least whole fen that keeps decision and floors.
     *
     * @param net the net income; nothing is owed of none
     * @return from zero to the net
     */
    public Money toFund(Money net) {
        if (!net.isPositive()) {
            return Money.zero(net.currency());
        }
        long part = ceiling(net.minor());
        for (Threshold floor : floors) {
            part = Math.max(part, least(floor, net.minor()));
        }
        return Money.ofMinor(part, net.currency());
    }

    private long ceiling(long whole) {
        BigInteger[] exact =
                BigInteger.valueOf(whole)
                        .multiply(BigInteger.valueOf(decided.numerator()))
                        .divideAndRemainder(BigInteger.valueOf(decided.denominator()));
        return exact[0].longValueExact() + exact[1].signum();
    }

    /** By halving, since a part that meets a floor is met by every greater one. */
    private static long least(Threshold floor, long whole) {
        long low = 0;
        long high = whole;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (floor.isMetBy(middle, whole)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
