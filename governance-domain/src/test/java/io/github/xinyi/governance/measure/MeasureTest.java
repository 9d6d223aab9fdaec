package io.github.xinyi.governance.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.measure.Threshold.AtLeast;
import io.github.xinyi.governance.measure.Threshold.MoreThan;
import org.junit.jupiter.api.Test;

class MeasureTest {

    @Test
    void includesTheNumberInAtLeastAndNotInMoreThanByCivilCode1259() {
        AtLeast twoThirds = new AtLeast(Ratio.of(2, 3));
        MoreThan half = new MoreThan(Ratio.of(1, 2));

        assertThat(twoThirds.isMetBy(1_999_999_999L, 3_000_000_000L)).isFalse();
        assertThat(twoThirds.isMetBy(2_000_000_000L, 3_000_000_000L)).isTrue();
        assertThat(half.isMetBy(1_500_000_000L, 3_000_000_000L)).isFalse();
        assertThat(half.isMetBy(1_500_000_001L, 3_000_000_000L)).isTrue();
    }

    @Test
    void meetsNoThresholdWithAShareOfNothing() {
        assertThat(new AtLeast(Ratio.of(0, 1)).isMetBy(0, 0)).isFalse();
        assertThat(new MoreThan(Ratio.of(0, 1)).isMetBy(0, 0)).isFalse();
    }

    @Test
    void comparesSharesNearTheEndOfTheRange() {
        long whole = Long.MAX_VALUE - 1;

        assertThat(new MoreThan(Ratio.of(1, 2)).isMetBy(whole / 2, whole)).isFalse();
        assertThat(new MoreThan(Ratio.of(1, 2)).isMetBy(whole / 2 + 1, whole)).isTrue();
    }

    @Test
    void refusesAPartGreaterThanTheWhole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AtLeast(Ratio.of(2, 3)).isMetBy(4, 3))
                .withMessageContaining("4 of 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MoreThan(Ratio.of(1, 2)).isMetBy(4, 3))
                .withMessageContaining("4 of 3");
    }

    @Test
    void readsAreasWithoutRounding() {
        assertThat(FloorArea.parse("89.37").squareDecimetres()).isEqualTo(8937);
        assertThat(FloorArea.ofSquareDecimetres(8900)).hasToString("89.00");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> FloorArea.parse("89.375"));
    }

    @Test
    void ratiosThatAreEqualHaveOneHash() {
        assertThat(Ratio.of(4, 6)).hasSameHashCodeAs(Ratio.of(2, 3));
        assertThat(Ratio.of(2, 3).hashCode()).isEqualTo(2 * 31 + 3);
    }

    @Test
    void reducesRatiosAndRoundsSharesOfMoneyDown() {
        assertThat(Ratio.of(62, 93)).isEqualTo(Ratio.parse("2/3"));
        assertThat(Ratio.of(8, 100).floorOf(999)).isEqualTo(79);
    }

    @Test
    void addsHeadsWithoutOverflow() {
        assertThat(HeadCount.of(2).plus(HeadCount.of(3))).isEqualTo(HeadCount.of(5));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> HeadCount.of(Long.MAX_VALUE).plus(HeadCount.of(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> HeadCount.of(-1));
    }

    @Test
    void refusesRatiosOutOfRangeOrForm() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(-1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(1, 0));
        assertThat(Ratio.of(0, 7)).hasToString("0/1");
        for (String text : new String[] {"2", "2/", "-2/3", "2/3 ", "1/1234567890123456789"}) {
            assertThatExceptionOfType(NumberFormatException.class)
                    .isThrownBy(() -> Ratio.parse(text));
        }
    }

    @Test
    void comparesProductsBeyondTheRangeOfLong() {
        Ratio least = Ratio.of(Long.MAX_VALUE - 2, Long.MAX_VALUE - 1);
        Ratio most = Ratio.of(Long.MAX_VALUE - 1, Long.MAX_VALUE);

        assertThat(least).isLessThan(most);
        assertThat(most).isGreaterThan(least).isNotEqualTo(least);
    }

    @Test
    void refusesAShareOfANegativeAmount() {
        assertThat(Ratio.of(1, 3).floorOf(0)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(1, 3).floorOf(-1));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Ratio.of(3, 2).floorOf(Long.MAX_VALUE));
    }

    @Test
    void namesThresholdsByTheirSign() {
        assertThat(new AtLeast(Ratio.of(2, 3))).hasToString("≥2/3");
        assertThat(new MoreThan(Ratio.of(1, 2))).hasToString(">1/2");
    }

    @Test
    void refusesAreasThatAreNegativeOrNoPlainDecimal() {
        assertThatIllegalArgumentException().isThrownBy(() -> FloorArea.ofSquareDecimetres(-1));
        assertThat(FloorArea.parse("0.01")).isGreaterThan(FloorArea.ZERO);
        for (String text : new String[] {"", "-1", "1e3", "1.", ".5", "１", "1234567890123456"}) {
            assertThatExceptionOfType(NumberFormatException.class)
                    .isThrownBy(() -> FloorArea.parse(text));
        }
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(
                        () ->
                                FloorArea.ofSquareDecimetres(Long.MAX_VALUE)
                                        .plus(FloorArea.ofSquareDecimetres(1)));
    }
}
