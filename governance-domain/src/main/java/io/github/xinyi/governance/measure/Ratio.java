package io.github.xinyi.governance.measure;

import java.math.BigInteger;

/**
 * An exact fraction in lowest terms, for example {@code 2/3}; it is compared by
 * cross-multiplication and never becomes a decimal.
 *
 * <p>Numerator at least 0, denominator at least 1, both at most {@link Long#MAX_VALUE}.
 *
 * @since 0.1.0
 */
public final class Ratio implements Comparable<Ratio> {

    private final long numerator;
    private final long denominator;

    private Ratio(long numerator, long denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /**
     * A fraction from its parts, reduced.
     *
     * @param numerator for example {@code 2}, at least 0
     * @param denominator for example {@code 3}, at least 1
     * @return the ratio
     * @throws IllegalArgumentException if a part is out of its range
     */
    public static Ratio of(long numerator, long denominator) {
        if (numerator < 0 || denominator < 1) {
            throw new IllegalArgumentException(
                    "Ratio needs n >= 0 and d >= 1: " + numerator + "/" + denominator);
        }
        long divisor =
                BigInteger.valueOf(numerator).gcd(BigInteger.valueOf(denominator)).longValueExact();
        return new Ratio(numerator / divisor, denominator / divisor);
    }

    /**
     * Reads {@code n/d}.
     *
     * @param text for example {@code "8/100"}
     * @return the ratio
     * @throws NumberFormatException if the text is not two plain numbers with a slash between
     */
    public static Ratio parse(String text) {
        if (!text.matches("[0-9]{1,18}/[0-9]{1,18}")) {
            throw new NumberFormatException("not a fraction n/d: " + text);
        }
        int slash = text.indexOf('/');
        return of(
                Long.parseLong(text.substring(0, slash)),
                Long.parseLong(text.substring(slash + 1)));
    }

    /**
     * The upper number in lowest terms.
     *
     * @return at least 0
     */
    public long numerator() {
        return numerator;
    }

    /**
     * The lower number in lowest terms.
     *
     * @return at least 1
     */
    public long denominator() {
        return denominator;
    }

    /**
     * The whole part of {@code amount × this}, rounded down, as remuneration is.
     *
     * @param amount a count of the smallest unit, for example fen, at least 0
     * @return the greatest whole number not above the product
     * @throws IllegalArgumentException if the amount is negative
     * @throws ArithmeticException if the product is out of range
     */
    public long floorOf(long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("amount is negative: " + amount);
        }
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(numerator))
                .divide(BigInteger.valueOf(denominator))
                .longValueExact();
    }

    /**
     * Compares {@code part/whole} with this ratio without dividing.
     *
     * @param part at least 0
     * @param whole at least 0
     * @return negative, zero or positive as {@code part × d} is below, equal to or above {@code
     *     whole × n}
     */
    int compareShare(long part, long whole) {
        return compareProducts(part, denominator, whole, numerator);
    }

    /** Compares {@code a × b} with {@code c × d}, none negative, in 128 bits. */
    private static int compareProducts(long a, long b, long c, long d) {
        int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
    }

    @Override
    public int compareTo(Ratio other) {
        return other.compareShare(numerator, denominator);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ratio that
                && numerator == that.numerator
                && denominator == that.denominator;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(numerator) * 31 + Long.hashCode(denominator);
    }

    /** For example {@code 2/3}. */
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
