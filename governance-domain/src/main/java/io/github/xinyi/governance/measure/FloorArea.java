package io.github.xinyi.governance.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A floor area (专有部分面积) in whole units of 0.01 m², for example 89.37 m² is 8937 square decimetres.
 *
 * <p>Registered areas carry two decimals, so nothing is ever rounded: a third decimal is refused.
 * Not negative; sums that leave the range of {@code long} throw {@link ArithmeticException}.
 * Source: SPC-Own art. 8.
 *
 * @param squareDecimetres the area in units of 0.01 m², at least 0
 * @since 0.1.0
 */
public record FloorArea(long squareDecimetres) implements Comparable<FloorArea> {

    /** No area at all. */
    public static final FloorArea ZERO = new FloorArea(0);

    /** Refuses a negative area. */
    public FloorArea {
        if (squareDecimetres < 0) {
            throw new IllegalArgumentException("FloorArea is negative: " + squareDecimetres);
        }
    }

    /**
     * An area from its count of 0.01 m².
     *
     * @param squareDecimetres for example {@code 8937} for 89.37 m²
     * @return the area
     */
    public static FloorArea ofSquareDecimetres(long squareDecimetres) {
        return new FloorArea(squareDecimetres);
    }

    /**
     * Reads square metres with at most two decimals.
     *
     * @param squareMetres for example {@code "89.37"}
     * @return the area
     * @throws NumberFormatException if the text is not a plain decimal number
     * @throws ArithmeticException if a third decimal would be lost, or the area is out of range
     */
    public static FloorArea parse(String squareMetres) {
        if (!squareMetres.matches("[0-9]{1,15}(\\.[0-9]{1,15})?")) {
            throw new NumberFormatException("not a plain decimal area: " + squareMetres);
        }
        return new FloorArea(new BigDecimal(squareMetres).movePointRight(2).longValueExact());
    }

    /**
     * The sum of both areas.
     *
     * @param other the area to add
     * @return the sum
     */
    public FloorArea plus(FloorArea other) {
        return new FloorArea(Math.addExact(squareDecimetres, other.squareDecimetres));
    }

    @Override
    public int compareTo(FloorArea other) {
        return Long.compare(squareDecimetres, other.squareDecimetres);
    }

    /** Square metres with two decimals, for example {@code 89.37}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(squareDecimetres, 2)
                .setScale(2, RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
