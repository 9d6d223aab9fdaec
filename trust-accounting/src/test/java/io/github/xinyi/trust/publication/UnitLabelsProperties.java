package io.github.xinyi.trust.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Guards T5: no label of a unit stands for fewer units than were asked for. */
class UnitLabelsProperties {

    private static List<UnitId> rooms(String building, int floors, int rooms) {
        return IntStream.rangeClosed(1, floors)
                .boxed()
                .flatMap(
                        floor ->
                                IntStream.rangeClosed(1, rooms)
                                        .mapToObj(
                                                room ->
                                                        UnitId.of(
                                                                building
                                                                        + "-"
                                                                        + (100 * floor + room))))
                .toList();
    }

    private static String label(List<UnitId> all, String unit) {
        return UnitLabels.of(all, 5).labelOf(UnitId.of(unit)).orElseThrow();
    }

    @Provide
    Arbitrary<Set<UnitId>> rosters() {
        Arbitrary<UnitId> unit =
                Combinators.combine(
                                Arbitraries.of("1-", "2-", "A", "", "P-B"),
                                Arbitraries.integers().between(1, 2_000))
                        .as((building, room) -> UnitId.of(building + room));
        return unit.set().ofMinSize(12).ofMaxSize(150);
    }

    @Property(tries = 500)
    void everyLabelStandsForAtLeastAsManyUnitsAsAskedFor(
            @ForAll("rosters") Set<UnitId> roster, @ForAll @IntRange(min = 5, max = 12) int least) {
        UnitLabels labels = UnitLabels.of(roster, least);

        Map<String, Long> counts =
                roster.stream()
                        .collect(
                                Collectors.groupingBy(
                                        unit -> labels.labelOf(unit).orElseThrow(),
                                        Collectors.counting()));
        assertThat(counts.values()).allMatch(count -> count >= least);
        assertThat(labels.labelOf(UnitId.of("elsewhere"))).isEmpty();
    }

    @Example
    void keepsTheFirstAndTheLastDigitWhereFiveUnitsShareThem() {
        // Floors 10 to 15: the rooms 1002, 1102, 1202 ... are all 1**2.
        List<UnitId> tower =
                rooms("3", 15, 4).stream()
                        .filter(unit -> unit.value().length() == "3-1502".length())
                        .toList();

        assertThat(label(tower, "3-1502")).isEqualTo("3-1**2");
    }

    @Example
    void hidesTheRoomWhereFourUnitsShareItsDigits() {
        List<UnitId> low = rooms("3", 4, 4);

        assertThat(label(low, "3-402")).isEqualTo("3-****");
    }

    @Example
    void hidesTheBuildingWhereItHasFourUnits() {
        List<UnitId> both = new ArrayList<>(rooms("1", 4, 4));
        both.addAll(rooms("2", 1, 4));

        assertThat(label(both, "2-101")).isEqualTo("***");
        assertThat(label(both, "1-101")).as("four alone would be known").isEqualTo("***");
        both.addAll(rooms("4", 1, 1));
        assertThat(label(both, "1-101")).isEqualTo("1-****");
    }

    @Example
    void asksForAtLeastFiveUnits() {
        List<UnitId> five = rooms("1", 1, 5);

        assertThat(UnitLabels.of(five, 5).labelOf(five.get(0))).contains("1-****");
        assertThatIllegalArgumentException().isThrownBy(() -> UnitLabels.of(five, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> UnitLabels.of(five, 6));
        assertThatIllegalArgumentException().isThrownBy(() -> UnitLabels.of(five.subList(0, 4), 5));
    }
}
