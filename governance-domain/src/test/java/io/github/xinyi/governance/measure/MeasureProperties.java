package io.github.xinyi.governance.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Ratios, thresholds and areas against arithmetic without bounds. */
class MeasureProperties {

    @Property
    void comparesRatiosLikeUnboundedArithmetic(
            @ForAll @LongRange(min = 0) long a,
            @ForAll @LongRange(min = 1) long b,
            @ForAll @LongRange(min = 0) long c,
            @ForAll @LongRange(min = 1) long d) {
        int expected = product(a, d).compareTo(product(c, b));

        assertThat(Ratio.of(a, b).compareTo(Ratio.of(c, d))).isEqualTo(expected);
        assertThat(Ratio.of(a, b).equals(Ratio.of(c, d))).isEqualTo(expected == 0);
    }

    @Property
    void meetsAThresholdExactlyFromItsShareOn(
            @ForAll @LongRange(min = 0, max = 1000) long numerator,
            @ForAll @LongRange(min = 1, max = 1000) long denominator,
            @ForAll @LongRange(min = 1) long whole,
            @ForAll @LongRange(min = 0) long seed) {
        long part = seed % whole;
        Ratio share = Ratio.of(numerator, denominator);
        int compared = product(part, denominator).compareTo(product(whole, numerator));

        assertThat(new Threshold.AtLeast(share).isMetBy(part, whole)).isEqualTo(compared >= 0);
        assertThat(new Threshold.MoreThan(share).isMetBy(part, whole)).isEqualTo(compared > 0);
    }

    @Property
    void keepsValueAndLowestTermsWhenRead(
            @ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long numerator,
            @ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long denominator) {
        Ratio read = Ratio.parse(numerator + "/" + denominator);

        assertThat(product(read.numerator(), denominator))
                .isEqualTo(product(numerator, read.denominator()));
        assertThat(BigInteger.valueOf(read.numerator()).gcd(BigInteger.valueOf(read.denominator())))
                .isEqualTo(BigInteger.ONE);
    }

    @Property
    void writesAnAreaAsItWasRead(@ForAll @LongRange(min = 0, max = 99_999_999_999_999L) long area) {
        FloorArea given = FloorArea.ofSquareDecimetres(area);

        assertThat(FloorArea.parse(given.toString())).isEqualTo(given);
        assertThat(new BigDecimal(given.toString()).movePointRight(2))
                .isEqualByComparingTo(BigDecimal.valueOf(area));
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
}
