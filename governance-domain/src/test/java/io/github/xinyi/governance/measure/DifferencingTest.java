package io.github.xinyi.governance.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What published sizes of groups tell, against an attacker who tries every combination. */
class DifferencingTest {

    @Test
    void aGroupOfFewerThanTheLeastTellsOfAFew() {
        assertThat(Differencing.tellsOfAFew(List.of(from(0, 4)), 5)).isTrue();
        assertThat(Differencing.tellsOfAFew(List.of(from(0, 5)), 5)).isFalse();
        assertThat(Differencing.tellsOfAFew(List.of(Set.of()), 5)).isFalse();
        assertThat(Differencing.tellsOfAFew(List.of(), 5)).isFalse();
    }

    @Test
    void twoGroupsTellOfThoseByWhomTheyDiffer() {
        assertThat(Differencing.tellsOfAFew(List.of(from(0, 24), from(0, 20)), 5)).isTrue();
        assertThat(Differencing.tellsOfAFew(List.of(from(0, 25), from(0, 20)), 5)).isFalse();
        assertThat(Differencing.tellsOfAFew(List.of(from(0, 20), from(0, 20)), 5)).isFalse();
        assertThat(Differencing.tellsOfAFew(List.of(from(0, 20), from(2, 23)), 5))
                .as("two who went and three who came are five")
                .isFalse();
    }

    /** The defect: any two of these differ by five or more, and yet one of them stands alone. */
    @Test
    void fourGroupsTellOfOneMemberOfWhomNoTwoTell() {
        List<Set<?>> groups = List.of(of("apq"), of("pr"), of("qt"), of("rt"));

        for (Set<?> one : groups) {
            for (Set<?> other : groups) {
                assertThat(Differencing.tellsOfAFew(List.of(one, other), 5)).isFalse();
            }
        }
        assertThat(Differencing.tellsOfAFew(groups.subList(0, 3), 5)).isFalse();
        assertThat(Differencing.tellsOfAFew(groups, 5)).isTrue();
        assertThat(Differencing.tellsOfAFew(groups, 1)).isFalse();
    }

    /** Half of the sum of three, less the fourth. */
    @Test
    void aFractionOfAFigureTellsToo() {
        assertThat(Differencing.tellsOfAFew(List.of(of("pqa"), of("qra"), of("pr"), of("pqr")), 5))
                .isTrue();
        assertThat(Differencing.tellsOfAFew(List.of(of("pqa"), of("qra"), of("pr")), 5)).isFalse();
    }

    @Test
    void tooMuchToLookAtCountsAsTellingOfAFew() {
        List<Set<?>> many =
                IntStream.rangeClosed(0, Differencing.MAX_GROUPS)
                        .<Set<?>>mapToObj(i -> from(10 * i, 10 * i + 10))
                        .toList();
        assertThat(Differencing.tellsOfAFew(many.subList(1, many.size()), 5)).isFalse();
        assertThat(Differencing.tellsOfAFew(many, 5)).isTrue();
        int most = Differencing.MAX_SMALL_CLASSES;
        assertThat(Differencing.tellsOfAFew(pairs(most), 2)).isFalse();
        assertThat(Differencing.tellsOfAFew(pairs(most + 1), 2)).isTrue();
    }

    @Test
    void classesOfTheLeastOrMoreAreNotAmongTheSmallOnes() {
        List<Set<?>> groups =
                IntStream.rangeClosed(1, Differencing.MAX_SMALL_CLASSES)
                        .<Set<?>>mapToObj(i -> from(10 * i, 10 * i + 5))
                        .collect(Collectors.toCollection(ArrayList::new));
        groups.add(from(0, 8));
        groups.add(from(3, 11));

        assertThat(Differencing.tellsOfAFew(groups, 5)).isFalse();
    }

    /** Pairs in a row, of so many members; to tell of one alone takes an odd group. */
    private static List<Set<?>> pairs(int members) {
        return IntStream.range(1, members).<Set<?>>mapToObj(i -> Set.of(i - 1, i)).toList();
    }

    /** Coefficients of four groups are determinants of at most three, so from -2 to 2. */
    @Property(tries = 500)
    void tellsExactlyWhatSomeCombinationTells(
            @ForAll @Size(min = 1, max = 4)
                    List<@Size(max = 8) Set<@IntRange(max = 9) Integer>> classes,
            @ForAll @Size(min = 10, max = 10) List<@IntRange(min = 1, max = 6) Integer> sizes) {
        List<Set<?>> groups = new ArrayList<>();
        for (Set<Integer> group : classes) {
            groups.add(
                    group.stream()
                            .flatMap(
                                    c ->
                                            IntStream.range(0, sizes.get(c))
                                                    .mapToObj(i -> c + "/" + i))
                            .collect(Collectors.toSet()));
        }

        assertThat(Differencing.tellsOfAFew(groups, 5)).isEqualTo(attacked(groups, 5));
    }

    private static boolean attacked(List<Set<?>> groups, int least) {
        int combinations = (int) Math.pow(5, groups.size());
        for (int combination = 0; combination < combinations; combination++) {
            Map<Object, Integer> weights = new HashMap<>();
            int digits = combination;
            for (Set<?> group : groups) {
                int times = digits % 5 - 2;
                digits /= 5;
                group.forEach(member -> weights.merge(member, times, Integer::sum));
            }
            long told = weights.values().stream().filter(weight -> weight != 0).count();
            if (told > 0 && told < least) {
                return true;
            }
        }
        return false;
    }

    private static Set<Integer> from(int startInclusive, int endExclusive) {
        return IntStream.range(startInclusive, endExclusive).boxed().collect(Collectors.toSet());
    }

    /** Five members for each letter, and one alone for {@code a}. */
    private static Set<String> of(String letters) {
        return letters.chars()
                .boxed()
                .flatMap(
                        c ->
                                IntStream.range(0, c == 'a' ? 1 : 5)
                                        .mapToObj(i -> Character.toString(c) + i))
                .collect(Collectors.toSet());
    }
}
