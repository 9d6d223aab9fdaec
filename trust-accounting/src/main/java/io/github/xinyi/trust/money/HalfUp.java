package io.github.xinyi.trust.money;

import java.math.BigInteger;

/**
 * The one place where a charge is rounded: to the nearest whole number, a half away from zero
 * (四舍五入).
 *
 * <p>Example: 1.50 yuan × 60.13 m² is {@code HalfUp.product(15_000, 6_013, 10_000)}, 9020 fen.
 * Quotes, bills, arrears and late charges all come through here, so that none is a fen off another.
 * Source: interpretation; no text read says how a fen is rounded.
 *
 * @since 0.1.0
 */
public final class HalfUp {

    private HalfUp() {}

    /**
     * The whole number nearest to {@code factor × other / divisor}.
     *
     * @param factor at least 0
     * @param other at least 0
     * @param divisor above 0
     * @return at least 0
     * @throws IllegalArgumentException if a number is out of these bounds
     * @throws ArithmeticException if the result is beyond {@code long}
     */
    public static long product(long factor, long other, long divisor) {
        if ((factor | other) < 0 || divisor <= 0) {
            throw new IllegalArgumentException(factor + " * " + other + " / " + divisor);
        }
        long product = factor * other;
        if (product >= 0 && Math.multiplyHigh(factor, other) == 0) {
            long whole = product / divisor;
            long rest = product - whole * divisor;
            return rest >= divisor - rest ? whole + 1 : whole;
        }
        return quotient(
                        BigInteger.valueOf(factor).multiply(BigInteger.valueOf(other)),
                        BigInteger.valueOf(divisor))
                .longValueExact();
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
        BigInteger size =
                dividend.abs().shiftLeft(1).add(divisor).divide(divisor.shiftLeft(1));
        return dividend.signum() < 0 ? size.negate() : size;
    }
}
