package io.github.xinyi.trust.formula;

import io.github.xinyi.trust.money.HalfUp;
import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact number in lowest terms, of any sign, bounded in size. */
record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    static final Fraction ZERO = of(BigDecimal.ZERO);

    private static final int MAX_BITS = 1024;

    /** Reduces, and keeps the sign above the line. */
    Fraction {
        BigInteger divisor =
                numerator.gcd(denominator).multiply(BigInteger.valueOf(denominator.signum()));
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
        if (numerator.bitLength() > MAX_BITS || denominator.bitLength() > MAX_BITS) {
            throw new NoAnswer(FormulaRule.NUMBER_IN_RANGE);
        }
    }

    static Fraction of(BigDecimal number) {
        return new Fraction(
                number.unscaledValue().multiply(BigInteger.TEN.pow(Math.max(0, -number.scale()))),
                BigInteger.TEN.pow(Math.max(0, number.scale())));
    }

    static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    Fraction negated() {
        return new Fraction(numerator.negate(), denominator);
    }

    Fraction times(Fraction other) {
        return new Fraction(
                numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Fraction dividedBy(Fraction other) {
        if (other.numerator.signum() == 0) {
            throw new NoAnswer(FormulaRule.DIVISOR_NOT_ZERO);
        }
        return new Fraction(
                numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** The nearest number with so many decimals; a half goes away from zero. */
    Fraction rounded(int decimals) {
        return new Fraction(nearest(BigInteger.TEN.pow(decimals)), BigInteger.TEN.pow(decimals));
    }

    /** The whole number nearest to {@code this × scale}; a half goes away from zero. */
    BigInteger nearest(BigInteger scale) {
        return HalfUp.quotient(numerator.multiply(scale), denominator);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator
                .multiply(other.denominator)
                .compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE)
                ? numerator.toString()
                : numerator + "/" + denominator;
    }
}
