package io.github.xinyi.trust.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Civil Code art. 283: shares by area, to the fen. */
class ApportionmentTest {

    @Test
    void givesTheOddFenToTheSmallerKeyAmongEquals() {
        assertThat(
                        Apportionment.largestRemainder(
                                Money.ofFen(100), Map.of("c", 1L, "b", 1L, "a", 1L)))
                .containsExactly(
                        Map.entry("a", Money.ofFen(34)),
                        Map.entry("b", Money.ofFen(33)),
                        Map.entry("c", Money.ofFen(33)));
    }

    @Test
    void givesTheOddFenToTheLargestRemainderBeforeTheSmallerKey() {
        assertThat(Apportionment.largestRemainder(Money.ofFen(10), Map.of("a", 1L, "b", 5L)))
                .containsExactly(Map.entry("a", Money.ofFen(2)), Map.entry("b", Money.ofFen(8)));
    }

    @Test
    void splitsTheGreatestAmountByTheGreatestWeights() {
        assertThat(
                        Apportionment.largestRemainder(
                                Money.ofFen(Long.MAX_VALUE),
                                Map.of("a", Long.MAX_VALUE, "b", Long.MAX_VALUE)))
                .containsExactly(
                        Map.entry("a", Money.ofFen((Long.MAX_VALUE >> 1) + 1)),
                        Map.entry("b", Money.ofFen(Long.MAX_VALUE >> 1)));
    }

    @Test
    void refusesANegativeAmountANegativeWeightAndNoWeight() {
        assertThatThrownBy(() -> Apportionment.largestRemainder(Money.ofFen(-1), Map.of("a", 1L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                Apportionment.largestRemainder(
                                        Money.ofFen(1), Map.of("a", 2L, "b", -1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> Apportionment.largestRemainder(Money.ofFen(1), Map.of("a", 0L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                Apportionment.largestRemainder(
                                        Money.ofFen(1), Map.<String, Long>of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
