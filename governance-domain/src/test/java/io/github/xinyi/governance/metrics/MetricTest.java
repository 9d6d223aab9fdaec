package io.github.xinyi.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every metric gives its records, its formula and its source. */
class MetricTest {

    private static final LocalDate DAY = LocalDate.of(2025, 11, 1);
    private static final CommunityId COMMUNITY = CommunityId.of("C001");

    @ParameterizedTest
    @EnumSource
    void givesRecordsFormulaAndSource(Metric metric) {
        Measurement measured = measured(metric);

        assertThat(measured.numerator()).containsExactly(record("a"));
        assertThat(measured.denominator()).containsExactly(record("a"), record("b"), record("c"));
        assertThat(measured.rule()).isEqualTo(metric.code());
        assertThat(measured.source()).isEqualTo(metric.source());
        assertThat(measured.source().standing()).isEqualTo(Standing.INTERPRETATION);
        assertThat(measured.basis()).isEqualTo(metric.basis());
        assertThat(measured.verdict()).isEqualTo(Verdict.MET);
        assertThat(measured.evidence())
                .containsEntry("numerator", "1")
                .containsEntry("denominator", "3")
                .containsEntry("share", "1/3")
                .containsEntry("excluded", "1")
                .containsEntry("day", "2025-11-01");
        assertThat(measured).hasToString(metric + " - 2025-11-01: 1/3");
    }

    @ParameterizedTest
    @EnumSource
    void tellsItsFormulaInBothLanguagesAndNamesNoRecord(Metric metric) {
        Measurement measured = measured(metric).named("管道问题");
        RuleTexts english = RuleTexts.governance(Language.EN);
        RuleTexts chinese = RuleTexts.governance(Language.ZH_CN);

        assertThat(measured.formula(english)).matches("[^/=]+ / [^/=]+");
        assertThat(english.render(measured))
                .contains(": " + measured.formula(english) + " = 1/3 (1/3)")
                .contains("2025-11-01", metric.source().document(), "left out 1")
                .doesNotContain("C001");
        assertThat(measured.formula(chinese)).matches("[^/＝]+/[^/＝]+");
        assertThat(chinese.render(measured))
                .contains("＝" + measured.formula(chinese) + "＝1/3（1/3）")
                .contains("2025", metric.source().document())
                .doesNotContain("C001");
    }

    @Test
    void onlyCoverageRestsOnAnArticleAndThatIsMarkedAsAReading() {
        for (Metric metric : Metric.values()) {
            assertThat(metric.basis()).hasSize(metric == Metric.COVERAGE ? 1 : 0);
        }
    }

    @Test
    void tellsWhatIsMissingAndWhatWasLeftOut() {
        Measurement measured = measured(Metric.SETTLEMENT);

        assertThat(measured.missing())
                .containsOnlyKeys(record("b"), record("c"))
                .containsValues(Count.OPEN, Count.REOPENED);
        assertThat(measured.excluded()).containsOnlyKeys(record("d"));
        assertThat(measured.records()).hasSize(4).isUnmodifiable();
        assertThat(measured.communities()).containsExactly(COMMUNITY);
        assertThat(measured.of(List.of(CommunityId.of("C9"))).records()).isEmpty();
        assertThat(measured.of(List.of(COMMUNITY))).isEqualTo(measured);
    }

    @ParameterizedTest
    @EnumSource
    void aCountIsInTheNumeratorOnlyIfInTheDenominator(Count count) {
        Measurement one =
                Measurement.of(Metric.MATTERS, DAY, List.of(Reading.of(COMMUNITY, "x", count)));

        assertThat(one.numerator()).hasSize(count == Count.COUNTED ? 1 : 0);
        assertThat(one.numerator().size() + one.missing().size() + one.excluded().size())
                .isEqualTo(1);
        assertThat(one.share().isPresent()).isEqualTo(count.isInDenominator());
    }

    @Test
    void aMeasurementHasAMillionRecordsAtMost() {
        Reading one = Reading.of(COMMUNITY, "x", Count.COUNTED);
        int most = Measurement.MAX_RECORDS;

        assertThat(Measurement.of(Metric.MATTERS, DAY, Collections.nCopies(most, one)).numerator())
                .hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Measurement.of(
                                        Metric.MATTERS, DAY, Collections.nCopies(most + 1, one)))
                .withMessageContaining("1000001");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "40, true", "41, false"})
    void aSubjectHasOneToFortyCharacters(int length, boolean good) {
        Measurement measured = measured(Metric.ITEMS_SOLVED);
        String subject = "题".repeat(length);

        if (good) {
            assertThat(measured.named(subject).subject()).isEqualTo(subject);
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> measured.named(subject));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "200, true", "201, false"})
    void aRecordIsNamedInOneToTwoHundredCharacters(int length, boolean good) {
        String id = "x".repeat(length);

        if (good) {
            assertThat(new RecordId(COMMUNITY, id)).hasToString("C001/" + id);
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> new RecordId(COMMUNITY, id));
        }
    }

    /** Due on the day: it counts from that day on, and is late from the next. */
    @ParameterizedTest
    @CsvSource({
        "2025-10-31, 2025-10-31, COUNTED",
        "2025-10-31, 2025-11-01, LATE",
        "2025-11-01, 2025-11-01, COUNTED",
        "2025-11-01, 2025-10-30, COUNTED",
        "2025-11-01, 2025-11-02, NOT_DISCLOSED",
        "2025-11-02, 2025-10-30, NOT_YET_DUE"
    })
    void aDutyOfDisclosureIsKeptByItsLastDay(LocalDate due, LocalDate disclosed, Count count) {
        DisclosureDuty duty = new DisclosureDuty(COMMUNITY, "2025-Q3", due, disclosed);

        Measurement measured = CaseMeasures.disclosureOnTime(DAY, List.of(duty));

        assertThat(measured.records()).containsExactly(Map.entry(record("2025-Q3"), count));
        assertThat(measured.metric()).isEqualTo(Metric.DISCLOSURE_ON_TIME);
    }

    private static Measurement measured(Metric metric) {
        return Measurement.of(
                metric,
                DAY,
                List.of(
                        Reading.of(COMMUNITY, "a", Count.COUNTED),
                        Reading.of(COMMUNITY, "b", Count.OPEN),
                        Reading.of(COMMUNITY, "c", Count.REOPENED),
                        Reading.of(COMMUNITY, "d", Count.NOT_YET_DUE)));
    }

    private static RecordId record(String id) {
        return new RecordId(COMMUNITY, id);
    }
}
