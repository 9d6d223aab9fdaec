package io.github.xinyi.trust.billing;

import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.trust.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * A monthly price for units of one use from a day on (收费标准), for example 1.85 yuan per m² for
 * homes.
 *
 * <p>The charge is the exact product, rounded half-up to the fen once; 1.85 × 60.50 m² is 111.93.
 *
 * @param use the use of the units it applies to
 * @param basis by area or by unit
 * @param yuan the price in yuan, at least zero, at most 4 decimals
 * @param from the first day on which it applies
 * @since 0.1.0
 */
public record Tariff(UnitUse use, Basis basis, BigDecimal yuan, LocalDate from) {

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
                || yuan.stripTrailingZeros().scale() > 4
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
        BigDecimal fen =
                basis == Basis.PER_SQUARE_METRE
                        ? yuan.multiply(BigDecimal.valueOf(unit.area().squareDecimetres()))
                        : yuan.movePointRight(2);
        return Money.ofFen(fen.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }
}
