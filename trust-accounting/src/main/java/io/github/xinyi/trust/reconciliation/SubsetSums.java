package io.github.xinyi.trust.reconciliation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Every way in which some of a few amounts, at least two and all of one sign, give a sum. */
final class SubsetSums {

    /** Of more amounts than this nothing is said: too many sums come out by chance. */
    static final int MAX_AMOUNTS = 30;

    /** More ways than this are not listed: two are too many already. */
    static final int MAX_WAYS = 20;

    private final List<Long> amounts;
    private final int maxParts;
    private final List<List<Integer>> ways = new ArrayList<>();
    private final List<Integer> chosen = new ArrayList<>();

    private SubsetSums(List<Long> amounts, int maxParts) {
        this.amounts = amounts;
        this.maxParts = maxParts;
    }

    /**
     * The ways.
     *
     * @param sum the sum
     * @param amounts of the sign of the sum, at most {@link #MAX_AMOUNTS}
     * @param maxParts of how many parts at most
     * @return places in the list, each way in rising order
     */
    static List<List<Integer>> of(long sum, List<Long> amounts, int maxParts) {
        if (amounts.size() > MAX_AMOUNTS) {
            throw new IllegalArgumentException(amounts.size() + " amounts");
        }
        SubsetSums search = new SubsetSums(amounts.stream().map(Math::absExact).toList(), maxParts);
        search.from(0, Math.absExact(sum));
        return Collections.unmodifiableList(search.ways);
    }

    private void from(int first, long left) {
        for (int i = first; i < amounts.size() && ways.size() < MAX_WAYS; i++) {
            long amount = amounts.get(i);
            if (amount > left) {
                continue;
            }
            chosen.add(i);
            if (amount == left && chosen.size() >= 2) {
                ways.add(List.copyOf(chosen));
            } else if (amount < left && chosen.size() < maxParts) {
                from(i + 1, left - amount);
            }
            chosen.remove(chosen.size() - 1);
        }
    }
}
