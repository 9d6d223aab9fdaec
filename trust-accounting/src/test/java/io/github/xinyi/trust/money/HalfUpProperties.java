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
        assertThat(HalfUp.dividingBy(divisor).product(factor, other))
                .isEqualTo(oracle(factor, other, divisor));
    }

    @Property
    void anExactHalfGoesUpAndOneLessGoesDown(
            @ForAll @LongRange(min = 0, max = 1_000_000_000L) long whole,
            @ForAll @LongRange(min = 1, max = 155_000L) long half) {
        long tie = whole * 2 * half + half;

        assertThat(HalfUp.dividingBy(2 * half).product(tie, 1)).isEqualTo(whole + 1);
        assertThat(HalfUp.dividingBy(2 * half).product(tie - 1, 1)).isEqualTo(whole);
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

    @Property
    void aProductOfAnySizeIsExactOrThrows(
            @ForAll @LongRange(min = 0) long factor,
            @ForAll @LongRange(min = 0) long other,
            @ForAll @LongRange(min = 1) long divisor) {
        BigDecimal exact =
                BigDecimal.valueOf(factor)
                        .multiply(BigDecimal.valueOf(other))
                        .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP);
        HalfUp.Divisor dividing = HalfUp.dividingBy(divisor);

        if (exact.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            assertThatThrownBy(() -> dividing.product(factor, other))
                    .isInstanceOf(ArithmeticException.class);
        } else {
            assertThat(dividing.product(factor, other)).isEqualTo(exact.longValueExact());
        }
    }

    @Property
    void theLargestProductsOfOneWordAreDividedExactly(
            @ForAll @LongRange(min = 0, max = 1_000_000) long below,
            @ForAll @LongRange(min = 1) long divisor) {
        long product = Long.MAX_VALUE - below;

        assertThat(HalfUp.dividingBy(divisor).product(product, 1))
                .isEqualTo(oracle(product, 1, divisor));
    }

    @Example
    void productsBeyondLongAreExactAndResultsBeyondItThrow() {
        assertThat(HalfUp.dividingBy(310_000).product(Long.MAX_VALUE, 310_000))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(HalfUp.dividingBy(1L << 40).product(1L << 32, 1L << 32)).isEqualTo(1L << 24);
        assertThatThrownBy(() -> HalfUp.dividingBy(1).product(Long.MAX_VALUE, 2))
                .isInstanceOf(ArithmeticException.class);
    }

    @Example
    void refusesNumbersBelowZeroAndDivisorsNotAboveIt() {
        assertThatThrownBy(() -> HalfUp.dividingBy(1).product(-1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HalfUp.dividingBy(1).product(1, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HalfUp.dividingBy(0).product(1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HalfUp.quotient(BigInteger.ONE, BigInteger.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
