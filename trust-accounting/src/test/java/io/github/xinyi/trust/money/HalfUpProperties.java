package io.github.xinyi.trust.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;

/** Guards L8: the one rounding of a charge, against decimals that were not written here. */
class HalfUpProperties {

    private static long oracle(long factor, long other, long divisor) {
        return BigDecimal.valueOf(factor)
                .multiply(BigDecimal.valueOf(other))
                .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    @Property
    void aProductIsNearestWithHalvesUp(
            @ForAll @LongRange(min = 0, max = 310_000_000_000L) long factor,
            @ForAll @LongRange(min = 0, max = 100_000_000L) long other,
            @ForAll @LongRange(min = 100, max = 310_000) long divisor) {
        assertThat(HalfUp.product(factor, other, divisor))
                .isEqualTo(oracle(factor, other, divisor));
    }

    @Property
    void anExactHalfGoesUpAndOneLessGoesDown(
            @ForAll @LongRange(min = 0, max = 1_000_000_000L) long whole,
            @ForAll @LongRange(min = 1, max = 155_000L) long half) {
        long tie = whole * 2 * half + half;

        assertThat(HalfUp.product(tie, 1, 2 * half)).isEqualTo(whole + 1);
        assertThat(HalfUp.product(tie - 1, 1, 2 * half)).isEqualTo(whole);
    }

    @Property
    void aQuotientOfAnySignIsNearestWithHalvesAwayFromZero(
            @ForAll @BigRange(min = "-100000000000000000000", max = "100000000000000000000")
                    BigInteger dividend,
            @ForAll @BigRange(min = "1", max = "1000000000000") BigInteger divisor) {
        assertThat(HalfUp.quotient(dividend, divisor))
                .isEqualTo(
                        new BigDecimal(dividend)
                                .divide(new BigDecimal(divisor), 0, RoundingMode.HALF_UP)
                                .toBigIntegerExact());
    }

    @Example
    void productsBeyondLongAreExactAndResultsBeyondItThrow() {
        assertThat(HalfUp.product(Long.MAX_VALUE, 310_000, 310_000)).isEqualTo(Long.MAX_VALUE);
        assertThat(HalfUp.product(1L << 32, 1L << 32, 1L << 40)).isEqualTo(1L << 24);
        assertThatThrownBy(() -> HalfUp.product(Long.MAX_VALUE, 2, 1))
                .isInstanceOf(ArithmeticException.class);
    }

    @Example
    void refusesNumbersBelowZeroAndDivisorsNotAboveIt() {
        assertThatThrownBy(() -> HalfUp.product(-1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HalfUp.product(1, -1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HalfUp.product(1, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HalfUp.quotient(BigInteger.ONE, BigInteger.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
