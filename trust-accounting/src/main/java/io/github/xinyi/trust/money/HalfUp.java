package io.github.xinyi.trust.money;

import java.math.BigInteger;

/**
 * The one place where a charge is rounded: to the nearest whole number, a half away from zero
 * (四舍五入).
 *
 * <p>Example: 1.50 yuan × 60.13 m² is {@code HalfUp.dividingBy(10_000).product(15_000, 6_013)},
 * 9020 fen. Quotes, bills, arrears and late charges all come through here, so that none is a fen
 * off another. Source: interpretation; no text read says how a fen is rounded.
 *
 * @since 0.1.0
 */
public final class HalfUp {

    private HalfUp() {}

    /**
     * A divisor that many products are divided by, as the products of one price and many areas.
     *
     * <p>Example: {@code HalfUp.dividingBy(10_000).product(15_000, 6_013)} is 9020. Immutable.
     *
     * @since 0.1.0
     */
    public static final class Divisor {

        private final long divisor;

        /** The greatest whole number not above 2^64 / divisor, or one less. */
        private final long reciprocal;

        private Divisor(long divisor) {
            if (divisor <= 0) {
                throw new IllegalArgumentException("divisor is not above 0: " + divisor);
            }
            this.divisor = divisor;
            this.reciprocal = Long.divideUnsigned(-1, divisor);
        }

        /**
         * The whole number nearest to {@code factor × other / divisor}.
         *
         * @param factor at least 0
         * @param other at least 0
         * @return at least 0
         * @throws IllegalArgumentException if a number is below 0
         * @throws ArithmeticException if the result is beyond {@code long}
         */
        public long product(long factor, long other) {
            long product = factor * other;
            long raised = product + (divisor >> 1);
            if ((factor | other | product | raised) < 0
                    || Math.multiplyHigh(factor, other) != 0
                    || divisor == 1) {
                return exact(factor, other);
            }
            // At most one too small: what the reciprocal lacks is less than half of the dividend.
            long whole = Math.multiplyHigh(raised, reciprocal);
            return raised - whole * divisor >= divisor ? whole + 1 : whole;
        }

        private long exact(long factor, long other) {
            if ((factor | other) < 0) {
                throw new IllegalArgumentException("below 0: " + factor + " or " + other);
            }
            return quotient(
                            BigInteger.valueOf(factor).multiply(BigInteger.valueOf(other)),
                            BigInteger.valueOf(divisor))
                    .longValueExact();
        }
    }

    /**
     * A divisor, made ready for many products.
     *
     * @param divisor above 0
     * @return the divisor
     * @throws IllegalArgumentException if it is not above 0
     */
    public static Divisor dividingBy(long divisor) {
        return new Divisor(divisor);
    }

    /**
     * The whole number nearest to a quotient.
     *
     * @param dividend of any sign
     * @param divisor above 0
     * @return its sign is that of the dividend, unless it is 0
     * @throws IllegalArgumentException if the divisor is not above 0
     */
    public static BigInteger quotient(BigInteger dividend, BigInteger divisor) {
        if (divisor.signum() <= 0) {
            throw new IllegalArgumentException("divisor is not above 0: " + divisor);
        }
        BigInteger size = dividend.abs().shiftLeft(1).add(divisor).divide(divisor.shiftLeft(1));
        return dividend.signum() < 0 ? size.negate() : size;
    }
}
