package io.github.xinyi.governance.published;

import java.math.BigDecimal;

/**
 * A percentage as printed, for example {@code 65.08%} of those taking part: it stands for every
 * whole count that rounds to it.
 *
 * <p>Rounding is half up (四舍五入), so {@code 65.08%} is at least 65.075% and below 65.085% of the
 * base. Of 905 heads only 589 is.
 *
 * @param scaled the digits without the point, for example {@code 6508}; 0 to {@link #MAX_SCALED}
 * @param decimals the digits printed after the point, 0 to {@link #MAX_DECIMALS}
 * @param base of what it is a part
 * @since 0.1.0
 */
public record Percentage(long scaled, int decimals, Base base) {

    /** The most decimals read. */
    public static final int MAX_DECIMALS = 4;

    /** The largest number of digits' value, which is 999.9999%. */
    public static final long MAX_SCALED = 9_999_999;

    /** All of a base in half steps of the finest decimal, the unit of {@link #shares}. */
    static final long WHOLE = 2_000_000;

    /** Of what a percentage is a part. */
    public enum Base {
        /** Of all owners. */
        TOTAL,
        /** Of those taking part. */
        PARTICIPATING,
        /** The notice does not say; both are tried, and both must lead to the same outcome. */
        UNSTATED
    }

    /** Refuses what is no percentage. */
    public Percentage {
        if (scaled < 0 || scaled > MAX_SCALED || decimals < 0 || decimals > MAX_DECIMALS) {
            throw new IllegalArgumentException("not a percentage: " + scaled + "e-" + decimals);
        }
    }

    /**
     * Reads a percentage; the decimals printed are its precision, so {@code 65%} and {@code 65.00%}
     * differ.
     *
     * @param text for example {@code "65.08%"}
     * @param base of what it is a part
     * @return the percentage
     * @throws NumberFormatException if the text is none
     */
    public static Percentage parse(String text, Base base) {
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1," + MAX_DECIMALS + "})?%")) {
            throw new NumberFormatException("not a percentage: " + text);
        }
        BigDecimal number = new BigDecimal(text.substring(0, text.length() - 1));
        return new Percentage(number.unscaledValue().longValueExact(), number.scale(), base);
    }

    /** The same percentage of a base that a reader assumes where none is stated. */
    Percentage readAs(Base assumed) {
        return base == Base.UNSTATED ? new Percentage(scaled, decimals, assumed) : this;
    }

    /** The shares that round to this, in units of which {@link #WHOLE} are all of the base. */
    Range shares() {
        long units = WHOLE / unit();
        return new Range(low() * units, high() * units - 1);
    }

    /** Twice the lower bound, in units of {@link #unit()}; inclusive. */
    long low() {
        return Math.max(0, 2 * scaled - 1);
    }

    /** The upper bound, in units of {@link #unit()}; exclusive. */
    long high() {
        return 2 * scaled + 1;
    }

    /** What the whole is in half steps of the last decimal, for example 20,000 for 65.08%. */
    long unit() {
        long unit = 200;
        for (int i = 0; i < decimals; i++) {
            unit *= 10;
        }
        return unit;
    }

    /** The whole counts that round to this percentage of a base; empty for a base of nothing. */
    Range partsOf(long whole) {
        return new Range(
                ceilDiv(low() * whole, unit()),
                whole == 0 ? -1 : ceilDiv(high() * whole, unit()) - 1);
    }

    /** The whole counts of which the part is this percentage. */
    Range wholesOf(long part) {
        long most = low() == 0 ? Figure.MAX_COUNT : part * unit() / low();
        return new Range(part * unit() / high() + 1, most);
    }

    private static long ceilDiv(long dividend, long divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }

    /** For example {@code 65.08%}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(scaled, decimals).toPlainString() + "%";
    }
}
