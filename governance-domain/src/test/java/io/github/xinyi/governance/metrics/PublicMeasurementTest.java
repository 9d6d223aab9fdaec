package io.github.xinyi.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.team.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Personal Information Protection Law art. 25: no figure in public is about a few. */
class PublicMeasurementTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);
    private static final CommunityId C1 = CommunityId.of("c1");

    private static Measurement voted(int from, int voting, int silent) {
        SortedMap<RecordId, Count> records = new TreeMap<>();
        for (int i = from; i < from + voting + silent; i++) {
            records.put(
                    new RecordId(C1, "M1/person-" + i),
                    i < from + voting ? Count.COUNTED : Count.NOT_ANSWERED);
        }
        return of(Metric.PARTICIPATION, records);
    }

    private static Measurement of(Metric metric, SortedMap<RecordId, Count> records) {
        return new Measurement(
                metric,
                Measurement.WHOLE,
                DAY,
                new Source("某街道", Standing.INTERPRETATION),
                records);
    }

    private static PublicMeasurement alone(Measurement measured) {
        return PublicMeasurement.view(List.of(measured)).get(0);
    }

    @Test
    void withholdsAFigureBehindWhichFewerThanFiveStand() {
        for (Measurement few : List.of(voted(0, 4, 20), voted(0, 20, 4), voted(0, 1, 1))) {
            PublicMeasurement seen = alone(few);
            assertThat(seen.isWithheld()).isTrue();
            assertThat(seen.share()).isEmpty();
            assertThat(seen.rule().value()).isEqualTo("metrics.withheld");
            assertThat(seen.evidence()).doesNotContainKeys("numerator", "denominator", "excluded");
        }
        for (Measurement many : List.of(voted(0, 5, 20), voted(0, 20, 5), voted(0, 6, 6))) {
            assertThat(alone(many).share()).isEqualTo(many.share());
            assertThat(alone(many).evidence()).isEqualTo(many.evidence());
        }
    }

    @Test
    void namesNoRecordAnywhere() {
        for (Measurement measured : List.of(voted(0, 9, 9), voted(0, 3, 9))) {
            PublicMeasurement seen = alone(measured);
            assertThat(seen.toString() + seen.evidence() + seen.basis()).doesNotContain("person-");
        }
    }

    @Test
    void showsCommunitiesWhole() {
        SortedMap<RecordId, Count> records = new TreeMap<>();
        for (int i = 0; i < 93; i++) {
            records.put(
                    new RecordId(CommunityId.of("C" + i), "body"),
                    i == 0 ? Count.TERM_ENDED : Count.COUNTED);
        }

        assertThat(alone(of(Metric.COVERAGE, records)).toString()).endsWith("92/93");
    }

    @Test
    void withholdsThePartThatTellsTheOtherPartBySubtraction() {
        Measurement whole = voted(0, 12, 12);
        SortedMap<RecordId, Count> part = new TreeMap<>(whole.records());
        part.remove(part.firstKey());

        List<PublicMeasurement> seen =
                PublicMeasurement.view(List.of(of(Metric.PARTICIPATION, part), whole));

        assertThat(seen.get(0).isWithheld()).isTrue();
        assertThat(seen.get(1).isWithheld()).isFalse();
    }

    /** An attacker adds and subtracts whatever is shown of a whole and its parts. */
    @Property(tries = 300)
    void noDifferenceOfWhatIsShownIsAboutAFew(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 12) Integer> voting,
            @ForAll @Size(min = 5, max = 5) List<@IntRange(max = 12) Integer> silent) {
        List<Measurement> all = new ArrayList<>();
        SortedMap<RecordId, Count> whole = new TreeMap<>();
        for (int i = 0; i < voting.size(); i++) {
            Measurement part = voted(100 * i, voting.get(i), silent.get(i));
            whole.putAll(part.records());
            all.add(part);
        }
        all.add(of(Metric.PARTICIPATION, whole));

        List<PublicMeasurement> seen = PublicMeasurement.view(all);

        if (seen.get(seen.size() - 1).isWithheld()) {
            return;
        }
        for (int chosen = 0; chosen < 1 << voting.size(); chosen++) {
            Set<Map.Entry<RecordId, Count>> rest = new HashSet<>(whole.entrySet());
            boolean shown = true;
            for (int i = 0; i < voting.size(); i++) {
                if ((chosen & (1 << i)) != 0) {
                    rest.removeAll(all.get(i).records().entrySet());
                    shown &= !seen.get(i).isWithheld();
                }
            }
            long numerator = rest.stream().filter(e -> e.getValue().isInNumerator()).count();
            if (shown) {
                assertThat(numerator == 0 || numerator >= 5).isTrue();
                assertThat(rest.size() == numerator || rest.size() - numerator >= 5).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "4, true", "5, false", "6, false"})
    void aFigureMovesByNobodyOrByFiveAtLeast(int more, boolean withheld) {
        Measurement before = voted(0, 20, 20);
        Measurement now = moved(before, more);

        PublicMeasurement seen = PublicMeasurement.view(List.of(now), List.of(before)).get(0);

        assertThat(seen.isWithheld()).isEqualTo(withheld);
        assertThat(PublicMeasurement.shown(List.of(now), List.of(before)))
                .hasSize(withheld ? 0 : 1);
        assertThat(alone(now).isWithheld()).isFalse();
    }

    /** So many of the silent have voted since. */
    private static Measurement moved(Measurement before, int more) {
        SortedMap<RecordId, Count> records = new TreeMap<>(before.records());
        records.keySet().stream()
                .filter(id -> before.records().get(id) == Count.NOT_ANSWERED)
                .limit(more)
                .toList()
                .forEach(id -> records.put(id, Count.COUNTED));
        return of(Metric.PARTICIPATION, records);
    }

    @Test
    void whereFiguresStandAsBeforeTheyAreShownAgainWhateverTheirReason() {
        Measurement before = voted(0, 20, 20);
        SortedMap<RecordId, Count> records = new TreeMap<>(before.records());
        records.replaceAll((id, c) -> c == Count.NOT_ANSWERED ? Count.NOT_REACHED : c);
        Measurement now = of(Metric.PARTICIPATION, records);

        assertThat(PublicMeasurement.view(List.of(now), List.of(before)).get(0).isWithheld())
                .isFalse();
    }

    @Test
    void showsCommunitiesWholeWhateverWasShownBefore() {
        SortedMap<RecordId, Count> records = new TreeMap<>();
        records.put(new RecordId(CommunityId.of("C0"), "body"), Count.COUNTED);
        Measurement before = of(Metric.COVERAGE, records);
        records.put(new RecordId(CommunityId.of("C1"), "body"), Count.NO_BODY);

        assertThat(
                        PublicMeasurement.view(
                                        List.of(of(Metric.COVERAGE, records)), List.of(before))
                                .get(0)
                                .toString())
                .endsWith("1/2");
    }

    /** The defect: from four views, no two of which differ by a few, one voter is found. */
    @Test
    void noSumOfSeveralViewsTellsOfOneEither() {
        List<Measurement> views = List.of(voting("apq"), voting("pr"), voting("qt"), voting("rt"));

        for (Measurement view : views) {
            assertThat(PublicMeasurement.shown(List.of(voting("rt")), List.of(view))).hasSize(1);
        }
        assertThat(shownOneAfterTheOther(views)).isEqualTo(views.subList(0, 3));
        assertThat(shownOneAfterTheOther(List.of(views.get(3), views.get(0), views.get(1))))
                .hasSize(3);
    }

    private static List<Measurement> shownOneAfterTheOther(List<Measurement> views) {
        List<Measurement> shown = new ArrayList<>();
        for (Measurement view : views) {
            shown.addAll(PublicMeasurement.shown(List.of(view), List.copyOf(shown)));
        }
        return shown;
    }

    /** Five people for each letter, one for {@code a}; those named voted, the others did not. */
    private static Measurement voting(String letters) {
        SortedMap<RecordId, Count> records = new TreeMap<>(voted(0, 5, 5).records());
        for (String letter : List.of("a", "p", "q", "r", "t")) {
            for (int i = 0; i < (letter.equals("a") ? 1 : 5); i++) {
                records.put(
                        new RecordId(C1, "M1/" + letter + i),
                        letters.contains(letter) ? Count.COUNTED : Count.NOT_ANSWERED);
            }
        }
        return of(Metric.PARTICIPATION, records);
    }

    /** An attacker adds and subtracts the turnouts of seven views, each up to once. */
    @Property(tries = 100)
    void noSumOfSevenViewsIsAboutAFew(@ForAll Random random) {
        SortedMap<RecordId, Count> records = new TreeMap<>(voted(0, 15, 15).records());
        List<RecordId> ids = List.copyOf(records.keySet());
        List<Measurement> shown = new ArrayList<>();
        for (int tried = 0; tried < 30 && shown.size() < 7; tried++) {
            Measurement now = of(Metric.PARTICIPATION, records);
            shown.addAll(PublicMeasurement.shown(List.of(now), List.copyOf(shown)));
            for (int blocks = 0; blocks < 2; blocks++) {
                int from = random.nextInt(6) * 5;
                int until = Math.min(ids.size(), from + 5 + random.nextInt(2));
                Count count = random.nextBoolean() ? Count.COUNTED : Count.NOT_ANSWERED;
                ids.subList(from, until).forEach(id -> records.put(id, count));
            }
        }

        int combinations = (int) Math.pow(3, shown.size());
        for (int combination = 0; combination < combinations; combination++) {
            int[] times = new int[shown.size()];
            for (int i = 0, digits = combination; i < times.length; i++, digits /= 3) {
                times[i] = digits % 3 - 1;
            }
            assertThat(dependingOn(shown, times)).matches(count -> count == 0 || count >= 5);
        }
    }

    private static long dependingOn(List<Measurement> shown, int[] times) {
        return shown.get(0).records().keySet().stream()
                .filter(
                        id ->
                                IntStream.range(0, times.length)
                                                .filter(i -> voted(shown.get(i), id))
                                                .map(i -> times[i])
                                                .sum()
                                        != 0)
                .count();
    }

    private static boolean voted(Measurement shown, RecordId id) {
        return shown.records().getOrDefault(id, Count.NOT_ANSWERED).isInNumerator();
    }

    /** An attacker subtracts whatever was shown at one time from what was shown at another. */
    @Property(tries = 200)
    void noDifferenceOfTwoViewsIsAboutAFew(@ForAll Random random) {
        SortedMap<RecordId, Count> records = new TreeMap<>(voted(0, 15, 15).records());
        List<Measurement> shown = new ArrayList<>();
        for (int view = 0; view < 6; view++) {
            Measurement now = of(Metric.PARTICIPATION, records);
            shown.addAll(PublicMeasurement.shown(List.of(now), List.copyOf(shown)));
            List<RecordId> ids = List.copyOf(records.keySet());
            int changes = random.nextInt(9);
            for (int i = 0; i < changes; i++) {
                RecordId id = ids.get(random.nextInt(ids.size()));
                switch (random.nextInt(3)) {
                    case 0 -> records.put(id, Count.COUNTED);
                    case 1 -> records.put(id, Count.NOT_ANSWERED);
                    default ->
                            records.put(
                                    new RecordId(C1, "M1/late-" + view + "-" + i), Count.COUNTED);
                }
            }
        }

        assertThat(shown).isNotEmpty();
        for (Measurement one : shown) {
            for (Measurement other : shown) {
                for (boolean voting : new boolean[] {true, false}) {
                    long gone =
                            one.records().entrySet().stream()
                                    .filter(e -> e.getValue().isInNumerator() == voting)
                                    .filter(
                                            e ->
                                                    !e.getValue()
                                                            .equals(
                                                                    other.records()
                                                                            .get(e.getKey())))
                                    .count();
                    assertThat(gone).matches(count -> count == 0 || count >= 5);
                }
            }
        }
    }

    /** Two figures that overlap, and what each has of its own. */
    @ParameterizedTest(name = "{0} of the one alone, {1} of the other: withheld {2}")
    @CsvSource({
        "0,0,false",
        "3,3,true",
        "4,4,true",
        "5,4,true",
        "4,5,true",
        "3,9,true",
        "9,3,true",
        "5,5,false",
        "6,5,false"
    })
    void whatOverlapsHasEnoughOfItsOwnOnEachSide(int one, int other, boolean withheld) {
        List<PublicMeasurement> seen =
                PublicMeasurement.view(
                        List.of(
                                people("common", 20, "one", one),
                                people("common", 20, "other", other)));

        assertThat(seen).filteredOn(PublicMeasurement::isWithheld).hasSize(withheld ? 1 : 0);
    }

    @Test
    void whatOverlapsIsJudgedByItsNumbersAloneHoweverTheyAreMade() {
        SortedMap<RecordId, Count> one = new TreeMap<>(people("c", 20, "a", 3).records());
        one.putAll(silent("a-silent", 3));
        SortedMap<RecordId, Count> other = new TreeMap<>(people("c", 20, "b", 3).records());
        other.putAll(silent("b-silent", 2));

        assertThat(
                        PublicMeasurement.view(
                                List.of(
                                        of(Metric.PARTICIPATION, with(one, silent("base", 9))),
                                        of(Metric.PARTICIPATION, with(other, silent("base", 9))))))
                .noneMatch(PublicMeasurement::isWithheld);
    }

    private static SortedMap<RecordId, Count> with(
            SortedMap<RecordId, Count> some, SortedMap<RecordId, Count> more) {
        SortedMap<RecordId, Count> all = new TreeMap<>(some);
        all.putAll(more);
        return all;
    }

    private static SortedMap<RecordId, Count> silent(String name, int count) {
        SortedMap<RecordId, Count> records = new TreeMap<>(people(name, count, "-", 0).records());
        records.replaceAll((id, counted) -> Count.NOT_ANSWERED);
        return records;
    }

    /** What neither of two overlapping parts has is found by subtracting both from the whole. */
    @ParameterizedTest(name = "{0} are in neither of two parts that overlap: withheld {1}")
    @CsvSource({"0,false", "1,true", "3,true", "4,true", "5,false", "6,false"})
    void whatNoPartHasIsNobodyOrEnough(int rest, boolean withheld) {
        Measurement one = people("common", 10, "one", 10);
        Measurement other = people("common", 10, "other", 11);
        SortedMap<RecordId, Count> whole = new TreeMap<>(one.records());
        whole.putAll(other.records());
        whole.putAll(people("rest", rest, "-", 0).records());

        List<PublicMeasurement> seen =
                PublicMeasurement.view(List.of(of(Metric.PARTICIPATION, whole), one, other));

        assertThat(seen).filteredOn(PublicMeasurement::isWithheld).hasSize(withheld ? 1 : 0);
        assertThat(seen.get(0).isWithheld()).isFalse();
    }

    private static Measurement people(String first, int many, String second, int more) {
        SortedMap<RecordId, Count> records = new TreeMap<>();
        for (int i = 0; i < many; i++) {
            records.put(new RecordId(C1, "M1/" + first + "-" + i), Count.COUNTED);
        }
        for (int i = 0; i < more; i++) {
            records.put(new RecordId(C1, "M1/" + second + "-" + i), Count.COUNTED);
        }
        return of(Metric.PARTICIPATION, records);
    }

    /** Voters, silent ones, or some not counted, who came and as many who went since. */
    @ParameterizedTest(name = "{0} silent and {1} left out came, as many went: withheld {2}")
    @CsvSource({
        "0,0,false",
        "3,0,true",
        "4,0,true",
        "5,0,false",
        "0,3,true",
        "0,4,true",
        "0,5,false",
        "6,6,false"
    })
    void whoCameAndWhoWentAreEachNobodyOrEnoughOnEverySide(
            int silent, int leftOut, boolean withheld) {
        Measurement before = of(Metric.PARTICIPATION, turned("went", silent, leftOut));
        Measurement now = of(Metric.PARTICIPATION, turned("came", silent, leftOut));

        assertThat(alone(before).isWithheld()).isFalse();
        assertThat(alone(now).isWithheld()).isFalse();
        assertThat(PublicMeasurement.view(List.of(now), List.of(before)).get(0).isWithheld())
                .isEqualTo(withheld);
    }

    /** Ten of each side who stay, five voters who turn, and some of the other sides. */
    private static SortedMap<RecordId, Count> turned(String name, int silent, int leftOut) {
        SortedMap<RecordId, Count> records = new TreeMap<>(people("stays", 10, name, 5).records());
        records.putAll(silent("stays-silent", 10));
        records.putAll(silent(name + "-silent", silent));
        SortedMap<RecordId, Count> neither = silent("stays-out", 10);
        neither.putAll(silent(name + "-out", leftOut));
        neither.replaceAll((id, count) -> Count.NOT_YET_DUE);
        records.putAll(neither);
        return records;
    }

    @Test
    void noFigureGivesWayToOneOfAnotherMetric() {
        Measurement few = of(Metric.SATISFACTION, people("few", 3, "-", 0).records());

        assertThat(
                        PublicMeasurement.view(List.of(voted(0, 20, 20)), List.of(few))
                                .get(0)
                                .isWithheld())
                .isFalse();
    }

    @Test
    void tellsWhatItIsOfAndOnWhichLawItIsWithheld() {
        PublicMeasurement shown = alone(voted(0, 20, 20));
        PublicMeasurement withheld = alone(voted(0, 3, 20));
        PublicMeasurement nothing = alone(voted(0, 0, 0));

        for (PublicMeasurement seen : List.of(shown, withheld, nothing)) {
            assertThat(seen.metric()).isEqualTo(Metric.PARTICIPATION);
            assertThat(seen.subject()).isEqualTo(Measurement.WHOLE);
            assertThat(seen.day()).isEqualTo(DAY);
        }
        assertThat(shown.verdict()).isEqualTo(Verdict.MET);
        assertThat(withheld.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(nothing.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(withheld.basis()).isEqualTo(PublicationRule.WITHHELD.basis()).isNotEmpty();
        assertThat(shown.basis()).isEqualTo(Metric.PARTICIPATION.basis());
        assertThat(communities().basis()).isEqualTo(Metric.COVERAGE.basis()).isNotEmpty();
    }

    private static PublicMeasurement communities() {
        SortedMap<RecordId, Count> records = new TreeMap<>();
        records.put(new RecordId(C1, "body"), Count.COUNTED);
        return alone(of(Metric.COVERAGE, records));
    }
}
