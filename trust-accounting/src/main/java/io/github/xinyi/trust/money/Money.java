package io.github.xinyi.trust.money;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in whole minor units of a currency, for example 12.34 yuan is 1234 fen (分).
 *
 * <p>May be negative. Sums beyond the range of {@code long} throw {@link ArithmeticException}; two
 * currencies never add. Thread-safe: immutable.
 *
 * @since 0.1.0
 */
public final class Money implements Comparable<Money> {

    private static final Currency CNY = Currency.getInstance("CNY");

    private final long minor;
    private final Currency currency;

    private Money(long minor, Currency currency) {
        this.minor = minor;
        this.currency = currency;
    }

    /**
     * An amount of yuan from its fen.
     *
     * @param fen for example {@code 1234} for 12.34 yuan
     * @return the amount
     */
    public static Money ofFen(long fen) {
        return new Money(fen, CNY);
    }

    /**
     * An amount from its minor units.
     *
     * @param minor for example {@code 1234}
     * @param currency its currency
     * @return the amount
     */
    public static Money ofMinor(long minor, Currency currency) {
        return new Money(minor, currency);
    }

    /**
     * Nothing, in a currency.
     *
     * @param currency its currency
     * @return zero
     */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * The amount in minor units.
     *
     * @return for example {@code 1234}
     */
    public long minor() {
        return minor;
    }

    /**
     * The currency.
     *
     * @return for example CNY
     */
    public Currency currency() {
        return currency;
    }

    /**
     * The sum.
     *
     * @param other an amount of the same currency
     * @return the sum
     * @throws ArithmeticException if the sum is out of range
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    /**
     * The difference.
     *
     * @param other an amount of the same currency
     * @return the difference
     * @throws ArithmeticException if the difference is out of range
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    /**
     * The amount with the other sign.
     *
     * @return the negation
     * @throws ArithmeticException if it is out of range
     */
    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    /**
     * This amount, or nothing where it is below zero.
     *
     * @return at least zero
     */
    public Money atLeastZero() {
        return minor < 0 ? new Money(0, currency) : this;
    }

    /**
     * Whether the amount is below zero.
     *
     * @return true if so
     */
    public boolean isNegative() {
        return minor < 0;
    }

    /**
     * Whether the amount is above zero.
     *
     * @return true if so
     */
    public boolean isPositive() {
        return minor > 0;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "currencies differ: " + currency + " and " + other.currency);
        }
        return other;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Money that && minor == that.minor && currency.equals(that.currency);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(minor) * 31 + currency.hashCode();
    }

    /** The plain decimal amount without its currency, for example {@code 12.34}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits()))
                .toPlainString();
    }
}
