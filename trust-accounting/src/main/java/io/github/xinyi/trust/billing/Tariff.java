package io.github.xinyi.trust.billing;

import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.trust.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A monthly price for units of one use from a day on (收费标准), for example 1.85 yuan per m² for
 * homes.
 *
 * <p>The charge is the exact product, rounded once by {@link io.github.xinyi.trust.money.HalfUp};
 * 1.85 × 60.50 m² is 111.93.
 *
 * @param use the use of the units it applies to
 * @param basis by area or by unit
 * @param yuan the price in yuan, at least zero, at most 4 decimals
 * @param from the first day on which it applies
 * @since 0.1.0
 */
public record Tariff(UnitUse use, Basis basis, BigDecimal yuan, LocalDate from) {

    private static final int MAX_DECIMALS = 4;

    /** What the price is for. */
    public enum Basis {
        /** Each m² of exclusive area. */
        PER_SQUARE_METRE,
        /** Each unit. */
        PER_UNIT
    }

    /** Refuses a price that is negative, too fine or beyond 1,000,000 yuan. */
    public Tariff {
        if (yuan.signum() < 0
                || yuan.stripTrailingZeros().scale() > MAX_DECIMALS
                || yuan.compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            throw new IllegalArgumentException("not a price: " + yuan);
        }
    }

    /**
     * The charge of one month for a unit.
     *
     * @param unit the unit
     * @return the amount to the fen
     */
    public Money charge(Unit unit) {
        return Money.ofFen(MonthRate.none(1).plus(this, 1).fen(unit.area().squareDecimetres()));
    }

    /** The price in 0.0001 yuan. */
    long tenThousandths() {
        return yuan.movePointRight(MAX_DECIMALS).longValueExact();
    }
}
