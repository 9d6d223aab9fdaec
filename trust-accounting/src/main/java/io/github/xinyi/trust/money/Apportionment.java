package io.github.xinyi.trust.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Splits an amount by weights so that the parts always sum to the whole: the largest-remainder
 * rule, ties going to the smaller key.
 *
 * <p>Example: 1.00 yuan over weights a=1, b=1, c=1 gives a=0.34, b=0.33, c=0.33, in whatever order
 * the weights arrive. Source: Civil Code art. 283 for shares by area; the remainder rule is an
 * interpretation (rule I39).
 *
 * @since 0.1.0
 */
public final class Apportionment {

    private Apportionment() {}

    /**
     * Splits an amount.
     *
     * @param whole the amount, at least zero
     * @param weights for each key a weight of at least 0, one of them above 0; for example areas in
     *     0.01 m²
     * @param <K> the key, for example a unit
     * @return for each key its part, in the order of the keys
     * @throws IllegalArgumentException if the amount or a weight is negative or no weight is
     *     positive
     */
    public static <K extends Comparable<K>> SortedMap<K, Money> largestRemainder(
            Money whole, Map<K, Long> weights) {
        BigInteger total = BigInteger.ZERO;
        for (long weight : weights.values()) {
            if (weight < 0) {
                throw new IllegalArgumentException("weight is negative: " + weight);
            }
            total = total.add(BigInteger.valueOf(weight));
        }
        if (whole.isNegative() || total.signum() == 0) {
            throw new IllegalArgumentException("nothing to split " + whole + " by");
        }
        record Part<K>(K key, long floor, BigInteger remainder) {}
        List<Part<K>> parts = new ArrayList<>();
        long left = whole.minor();
        for (var weight : new TreeMap<>(weights).entrySet()) {
            BigInteger[] share =
                    BigInteger.valueOf(whole.minor())
                            .multiply(BigInteger.valueOf(weight.getValue()))
                            .divideAndRemainder(total);
            parts.add(new Part<>(weight.getKey(), share[0].longValueExact(), share[1]));
            left -= share[0].longValueExact();
        }
        List<Part<K>> byRemainder = new ArrayList<>(parts);
        byRemainder.sort(
                Comparator.comparing((Part<K> p) -> p.remainder())
                        .reversed()
                        .thenComparing(Part::key));
        SortedMap<K, Money> result = new TreeMap<>();
        for (Part<K> part : byRemainder) {
            long minor = left-- > 0 ? part.floor() + 1 : part.floor();
            result.put(part.key(), Money.ofMinor(minor, whole.currency()));
        }
        return result;
    }
}
