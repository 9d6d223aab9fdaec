package io.github.xinyi.governance.measure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether the sizes of some groups, all of them published, tell of a few members alone: of the
 * groups {@code abc}, {@code ab} and {@code c} with one more member in the first, that one is found
 * by subtraction.
 *
 * <p>What an attacker can compute is every sum and difference of the sizes, each taken as often as
 * he likes, also with fractions. It tells of those members on which it depends. Members of whom the
 * same groups are made stand and fall together; so it is enough to look for a combination that
 * depends on fewer than the least number and on no large class of such members. Linear algebra
 * answers that exactly, but for arithmetic modulo the prime 2^31 - 1, by which two ranks could be
 * taken for equal with a chance of about one in a thousand million. Source: ours; the aim is that
 * of Personal Information Protection Law art. 25.
 *
 * @since 0.1.0
 */
public final class Differencing {

    /** The most groups that are looked at; more count as telling of a few. */
    public static final int MAX_GROUPS = 500;

    /** The most small classes that are looked at; more count as telling of a few. */
    public static final int MAX_SMALL_CLASSES = 24;

    private static final long PRIME = Integer.MAX_VALUE;

    /** Independent combinations that depend on no large class. */
    private final long[][] combinations;

    /** How many members each class has, the largest first. */
    private final int[] sizes;

    private final int least;

    private Differencing(long[][] combinations, int[] sizes, int least) {
        this.combinations = combinations;
        this.sizes = sizes;
        this.least = least;
    }

    /**
     * Whether some combination of the sizes depends on fewer than so many members.
     *
     * @param groups the members of each group whose size is published, with their own equality
     * @param least for example 5
     * @return true if there is one, or if the groups are too many to be looked at
     */
    public static boolean tellsOfAFew(Collection<? extends Set<?>> groups, int least) {
        List<Set<?>> distinct = groups.stream().<Set<?>>map(Set::copyOf).distinct().toList();
        if (distinct.size() > MAX_GROUPS) {
            return true;
        }
        Map<BitSet, Integer> classes = classes(distinct);
        List<BitSet> largestFirst =
                classes.keySet().stream()
                        .sorted(
                                Comparator.comparing(
                                        groupsOf -> -classes.getOrDefault(groupsOf, 0)))
                        .toList();
        int[] sizes = largestFirst.stream().mapToInt(of -> classes.getOrDefault(of, 0)).toArray();
        int large = (int) Arrays.stream(sizes).filter(size -> size >= least).count();
        long[][] rows = rows(distinct.size(), largestFirst);
        long[][] rest = Arrays.copyOfRange(rows, steps(rows, large), rows.length);
        return new Differencing(Arrays.copyOf(rest, steps(rest, sizes.length)), sizes, least)
                .tells();
    }

    /** A row for each group, and in it a column for each class, 1 where the group has it. */
    private static long[][] rows(int groups, List<BitSet> classes) {
        long[][] rows = new long[groups][classes.size()];
        for (int i = 0; i < classes.size(); i++) {
            for (int group = 0; group < groups; group++) {
                rows[group][i] = classes.get(i).get(group) ? 1 : 0;
            }
        }
        return rows;
    }

    /** Those of whom the same groups are made, by these groups, and how many they are. */
    private static Map<BitSet, Integer> classes(List<Set<?>> groups) {
        Map<Object, BitSet> memberships = new HashMap<>();
        for (int group = 0; group < groups.size(); group++) {
            for (Object member : groups.get(group)) {
                memberships.computeIfAbsent(member, m -> new BitSet()).set(group);
            }
        }
        Map<BitSet, Integer> classes = new HashMap<>();
        memberships.values().forEach(groupsOf -> classes.merge(groupsOf, 1, Integer::sum));
        return classes;
    }

    private boolean tells() {
        if (combinations.length == 0) {
            return false;
        }
        int[] used =
                IntStream.range(0, sizes.length)
                        .filter(i -> Arrays.stream(combinations).anyMatch(row -> row[i] != 0))
                        .toArray();
        // A large class is nothing in them, so that all of these are small.
        return used.length > MAX_SMALL_CLASSES || tells(used, 0, new BitSet(), 0);
    }

    /** Tries every choice of small classes that are few together. */
    private boolean tells(int[] used, int from, BitSet chosen, int members) {
        if (!chosen.isEmpty() && dependsOnlyOn(chosen)) {
            return true;
        }
        for (int i = from; i < used.length; i++) {
            if (members + sizes[used[i]] < least) {
                chosen.set(used[i]);
                if (tells(used, i + 1, chosen, members + sizes[used[i]])) {
                    return true;
                }
                chosen.clear(used[i]);
            }
        }
        return false;
    }

    /** Without these classes some combination of combinations is nothing. */
    private boolean dependsOnlyOn(BitSet chosen) {
        long[][] without = new long[combinations.length][];
        for (int row = 0; row < without.length; row++) {
            without[row] = combinations[row].clone();
            for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
                without[row][i] = 0;
            }
        }
        return steps(without, sizes.length) < without.length;
    }

    /** Brings rows into steps over their first columns; returns how many are not nothing there. */
    private static int steps(long[][] rows, int columns) {
        int done = 0;
        for (int column = 0; column < columns && done < rows.length; column++) {
            int pivot = done;
            while (pivot < rows.length && rows[pivot][column] == 0) {
                pivot++;
            }
            if (pivot < rows.length) {
                long[] found = rows[pivot];
                rows[pivot] = rows[done];
                rows[done] = found;
                clearBelow(rows, done, column);
                done++;
            }
        }
        return done;
    }

    private static void clearBelow(long[][] rows, int pivot, int column) {
        long inverse = power(rows[pivot][column], PRIME - 2);
        for (int row = pivot + 1; row < rows.length; row++) {
            long times = rows[row][column] * inverse % PRIME;
            for (int i = column; times != 0 && i < rows[row].length; i++) {
                rows[row][i] = Math.floorMod(rows[row][i] - times * rows[pivot][i] % PRIME, PRIME);
            }
        }
    }

    private static long power(long base, long exponent) {
        long power = 1;
        long square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            power = (left & 1) == 0 ? power : power * square % PRIME;
            square = square * square % PRIME;
        }
        return power;
    }
}
