package io.github.xinyi.trust.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** F7: apportioned parts sum to the whole, independent of order. */
class ApportionmentProperties {

    @Property
    void partsSumToTheWholeAndStayWithinOneFenOfTheExactShare(
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long fen,
            @ForAll @Size(min = 1, max = 40)
                    List<@LongRange(min = 0, max = Long.MAX_VALUE) Long> weights) {
        Map<Integer, Long> byKey = keyed(weights);

        SortedMap<Integer, Money> parts = Apportionment.largestRemainder(Money.ofFen(fen), byKey);

        BigInteger total = sum(List.copyOf(byKey.values()));
        BigInteger sum = BigInteger.ZERO;
        for (var part : parts.entrySet()) {
            BigInteger minor = BigInteger.valueOf(part.getValue().minor());
            BigInteger scaled =
                    BigInteger.valueOf(fen)
                            .multiply(BigInteger.valueOf(byKey.getOrDefault(part.getKey(), 0L)));
            assertThat(minor.multiply(total).subtract(scaled).abs()).isLessThan(total);
            sum = sum.add(minor);
        }
        assertThat(sum).isEqualTo(BigInteger.valueOf(fen));
        assertThat(parts).containsOnlyKeys(byKey.keySet().toArray(Integer[]::new));
    }

    @Property
    void orderOfTheWeightsChangesNothing(
            @ForAll @LongRange(min = 0, max = 1_000_000) long fen,
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 0, max = 9) Long> weights,
            @ForAll long seed) {
        Map<Integer, Long> byKey = keyed(weights);
        List<Map.Entry<Integer, Long>> shuffled = new ArrayList<>(byKey.entrySet());
        Collections.shuffle(shuffled, new Random(seed));
        Map<Integer, Long> other = new LinkedHashMap<>();
        shuffled.forEach(entry -> other.put(entry.getKey(), entry.getValue()));

        assertThat(Apportionment.largestRemainder(Money.ofFen(fen), other))
                .isEqualTo(Apportionment.largestRemainder(Money.ofFen(fen), byKey));
    }

    @Property
    void whoWeighsNothingPaysNothing(
            @ForAll @LongRange(min = 0, max = 1_000_000) long fen,
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 0, max = 3) Long> weights) {
        Map<Integer, Long> byKey = keyed(weights);

        Apportionment.largestRemainder(Money.ofFen(fen), byKey)
                .forEach(
                        (key, part) ->
                                assertThat(byKey.getOrDefault(key, 0L) > 0 || part.minor() == 0)
                                        .isTrue());
    }

    /** Keys each weight by its place; the first is raised to 1 if all are nothing. */
    private static Map<Integer, Long> keyed(List<Long> weights) {
        Map<Integer, Long> byKey = new LinkedHashMap<>();
        for (int i = 0; i < weights.size(); i++) {
            byKey.put(i, weights.get(i));
        }
        if (sum(weights).signum() == 0) {
            byKey.put(0, 1L);
        }
        return byKey;
    }

    private static BigInteger sum(List<Long> weights) {
        return weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
