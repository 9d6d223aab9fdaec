package io.github.xinyi.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.team.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

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
}
