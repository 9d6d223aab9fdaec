package io.github.xinyi.governance.metrics;

import static io.github.xinyi.governance.ruling.Answers.accepted;
import static io.github.xinyi.governance.ruling.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.metrics.ShareChange.Direction;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.team.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Before and after are set side by side by one formula and one source, or not at all. */
class ComparisonTest {

    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2025, 12, 31);
    private static final CommunityId PILOT = CommunityId.of("C004");
    private static final CommunityId OTHER = CommunityId.of("C005");
    private static final Source PLAN = new Source("街道方案", Standing.UNVERIFIED);

    @Test
    void comparesThePilotsAndTheOthersExactly() {
        Comparison compared =
                accepted(
                        Comparison.of(
                                measured(BEFORE, part(PILOT, 1, 4), part(OTHER, 1, 3)),
                                measured(AFTER, part(PILOT, 2, 4), part(OTHER, 1, 3)),
                                Set.of(PILOT)));

        assertThat(compared.pilots().before().share()).contains(Ratio.of(1, 4));
        assertThat(compared.pilots().after().share()).contains(Ratio.of(1, 2));
        assertThat(compared.pilots().change())
                .contains(new ShareChange(Direction.UP, Ratio.of(1, 4)));
        assertThat(compared.pilots().gained()).containsExactly(new RecordId(PILOT, "r1"));
        assertThat(compared.pilots().lost()).isEmpty();
        assertThat(compared.others().change())
                .contains(new ShareChange(Direction.NONE, Ratio.of(0, 1)));
        assertThat(compared.others().after().communities()).containsExactly(OTHER);
    }

    @Test
    void tellsWhatWasLost() {
        Comparison.Group pilots =
                accepted(
                                Comparison.of(
                                        measured(BEFORE, part(PILOT, 3, 4)),
                                        measured(AFTER, part(PILOT, 1, 3)),
                                        Set.of(PILOT)))
                        .pilots();

        assertThat(pilots.lost())
                .containsExactly(new RecordId(PILOT, "r1"), new RecordId(PILOT, "r2"));
        assertThat(pilots.gained()).isEmpty();
        assertThat(pilots.change()).contains(new ShareChange(Direction.DOWN, Ratio.of(5, 12)));
        assertThat(pilots.change().orElseThrow()).hasToString("DOWN 5/12");
    }

    @Test
    void leavesOutAndNamesACommunityWithoutDataOnOneDay() {
        Comparison compared =
                accepted(
                        Comparison.of(
                                measured(BEFORE, part(OTHER, 1, 1)),
                                measured(AFTER, part(PILOT, 1, 1)),
                                Set.of(PILOT)));

        assertThat(compared.pilots().withoutBefore()).containsExactly(PILOT);
        assertThat(compared.pilots().withoutAfter()).isEmpty();
        assertThat(compared.pilots().change()).isEmpty();
        assertThat(compared.others().withoutBefore()).isEmpty();
        assertThat(compared.others().withoutAfter()).containsExactly(OTHER);
        assertThat(compared.others().before().records()).isEmpty();
    }

    @Test
    void refusesTwoMetricsSubjectsSourcesAndDaysWithEveryReason() {
        Measurement matters = measured(AFTER, part(PILOT, 1, 2));
        Measurement items =
                Measurement.of(Metric.ITEMS_SOLVED, AFTER, part(PILOT, 1, 2))
                        .named("管道问题")
                        .by(PLAN);

        assertThat(refusal(Comparison.of(matters, items, Set.of(PILOT))))
                .containsExactly(
                        "metrics.same-metric",
                        "metrics.same-subject",
                        "metrics.same-source",
                        "metrics.later-day");
    }

    @Test
    void refusesAnotherSourceAlthoughMetricAndSubjectAgree() {
        Measurement before = measured(BEFORE, part(PILOT, 1, 2));
        Measurement after = measured(AFTER, part(PILOT, 2, 2));
        Source readBetter = new Source(before.source().document(), Standing.TEXT_READ);

        assertThat(refusal(Comparison.of(before, after.by(PLAN), Set.of(PILOT))))
                .containsExactly("metrics.same-source");
        assertThat(refusal(Comparison.of(before, after.by(readBetter), Set.of(PILOT))))
                .containsExactly("metrics.same-source");
        assertThat(Comparison.of(before.by(PLAN), after.by(PLAN), Set.of(PILOT)).isAccepted())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void theSecondDayIsLater(int days) {
        Outcome<Comparison> outcome =
                Comparison.of(
                        measured(BEFORE, part(PILOT, 1, 2)),
                        measured(BEFORE.plusDays(days), part(PILOT, 1, 2)),
                        Set.of(PILOT));

        assertThat(outcome.isAccepted()).isEqualTo(days > 0);
    }

    @Test
    void theRefusalNamesBothSides() {
        Outcome<Comparison> outcome =
                Comparison.of(
                        measured(BEFORE, part(PILOT, 1, 2)),
                        measured(AFTER, part(PILOT, 1, 2)).by(PLAN),
                        Set.of(PILOT));

        String told =
                outcome.fold(
                        c -> "", ruling -> RuleTexts.governance(Language.ZH_CN).render(ruling));

        assertThat(told).contains("区级报道的会商事项办结数").contains("街道方案");
    }

    @Test
    void aDirectionWithoutADifferenceIsNoChange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShareChange(Direction.UP, Ratio.of(0, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShareChange(Direction.NONE, Ratio.of(1, 9)));
    }

    @SafeVarargs
    private static Measurement measured(LocalDate day, List<Reading>... parts) {
        List<Reading> readings = new ArrayList<>();
        for (List<Reading> part : parts) {
            readings.addAll(part);
        }
        return Measurement.of(Metric.MATTERS, day, readings);
    }

    private static List<Reading> part(CommunityId community, int counted, int of) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < of; i++) {
            readings.add(Reading.of(community, "r" + i, i < counted ? Count.COUNTED : Count.OPEN));
        }
        return readings;
    }

    @Test
    void comparesACommunityThatCameLaterToo() {
        CommunityId late = CommunityId.of("C006");
        Comparison compared =
                accepted(
                        Comparison.of(
                                measured(BEFORE, part(PILOT, 1, 4), part(OTHER, 1, 3)),
                                measured(
                                        AFTER,
                                        part(PILOT, 2, 4),
                                        part(OTHER, 1, 3),
                                        part(late, 1, 1)),
                                Set.of(PILOT)));

        assertThat(compared.others().withoutBefore()).containsExactly(late);
        assertThat(compared.pilots().withoutBefore()).isEmpty();
    }
}
