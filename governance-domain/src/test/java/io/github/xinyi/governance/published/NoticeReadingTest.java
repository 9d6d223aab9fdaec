package io.github.xinyi.governance.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.published.Percentage.Base;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.ruling.Words;
import io.github.xinyi.governance.voting.Matter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the verdict on printed figures is a reading of the law or of the notice. */
class NoticeReadingTest {

    private static final RuleCode READINGS = new RuleCode("published.readings");
    private static final Figure WHOLE = Figure.of(FloorArea.parse("30000"));
    private static final Figure TAKING = Figure.of(FloorArea.parse("25000"));

    /** The defect: a decision was said to rest on text alone where readings carry it. */
    @Test
    void everyRulingSaysWhatOfTheVerdictIsAReading() {
        Ruling ruling = ruling(4, "2022-03", Figure.of("65.99%", Base.PARTICIPATING));

        Finding readings = readings(ruling);

        assertThat(ruling.verdict()).isEqualTo(Verdict.MET);
        assertThat(readings.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(readings.basis())
                .extracting(Object::toString)
                .containsExactly(
                        "CC art. 278 para. 2",
                        "SPC-Own art. 2",
                        "SPC-Own art. 8",
                        "SPC-Own art. 9",
                        "CC art. 278 para. 1 item 4");
        assertThat(readings.basis()).allMatch(c -> c.standing() == Standing.INTERPRETATION);
        assertThat(RuleTexts.governance(Language.EN).render(readings))
                .startsWith(
                        "– That the question is of item 4, that 过半数 is more than half, that owners"
                                + " and areas are as the notice counts them, that percentages are"
                                + " rounded half up: readings of the law and of the notice, not"
                                + " their words [");
        assertThat(RuleTexts.governance(Language.ZH_CN).render(readings))
                .startsWith("– 本事项归入第4项、“过半数”即超过二分之一、人数和面积按公告统计口径、比例按四舍五入：均为对法律和公告的理解，并非原文 [");
    }

    /** A reading is named where the verdict uses it, and only there. */
    @ParameterizedTest(name = "item {0} of {1}, {2} of {3}: {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "4 | 2022-03 | 20000  | TOTAL         | MORE_THAN_HALF, AS_COUNTED",
                "6 | 2022-03 | 20000  | TOTAL         | AS_COUNTED",
                "6 | 2019-03 | 20000  | TOTAL         | MORE_THAN_HALF, AS_COUNTED",
                "6 | 2022-03 | 80.00% | PARTICIPATING | AS_COUNTED, HALF_UP",
                "6 | 2022-03 | 80.00% | UNSTATED      | AS_COUNTED, HALF_UP, EITHER_BASE",
                "6 | 2004-03 | 20000  | TOTAL         | AS_COUNTED"
            })
    void namesTheReadingsThatItUses(int item, String voted, String yes, Base base, String used) {
        Figure inFavour =
                yes.endsWith("%") ? Figure.of(yes, base) : Figure.of(FloorArea.parse(yes));

        Finding readings = readings(ruling(item, voted, inFavour));

        assertThat(readings.evidence())
                .containsEntry("item", Integer.toString(item))
                .containsEntry("readings", "[" + used + "]");
    }

    @Test
    void aTurnoutWithoutABaseIsOfAll() {
        MeasuredFigures area =
                MeasuredFigures.of(WHOLE, Figure.of("80.00%", Base.UNSTATED), Figure.ABSENT);

        assertThat(readings(ruling(6, "2022-03", area)).evidence())
                .containsEntry("readings", "[AS_COUNTED, HALF_UP, TURNOUT_OF_ALL]");
    }

    @Test
    void isToldInWords() {
        MeasuredFigures area =
                new MeasuredFigures(
                        WHOLE,
                        Figure.of("80.00%", Base.UNSTATED),
                        Figure.of("70%", Base.UNSTATED),
                        Figure.ABSENT,
                        Figure.ABSENT);

        Ruling ruling = Words.told(ruling(4, "2022-03", area));

        assertThat(readings(ruling).evidence().get("readings"))
                .contains(NoticeReading.EITHER_BASE.name(), NoticeReading.TURNOUT_OF_ALL.name());
    }

    /** Whatever the figures come to, contradictions and a day without a rule set included. */
    @ParameterizedTest
    @ValueSource(strings = {"2004", "2019", "2020-12", "2022", "2020-12,2021-01"})
    void standsInEveryRulingOnce(String voted) {
        assertThat(ruling(4, voted, Figure.ABSENT).findings())
                .filteredOn(finding -> finding.rule().equals(READINGS))
                .singleElement()
                .satisfies(
                        readings ->
                                assertThat(readings.basis())
                                        .isNotEmpty()
                                        .noneMatch(c -> c.standing() == Standing.TEXT_READ));
    }

    private static Finding readings(Ruling ruling) {
        return ruling.findings().stream()
                .filter(finding -> finding.rule().equals(READINGS))
                .findFirst()
                .orElseThrow();
    }

    private static Ruling ruling(int item, String voted, Figure inFavour) {
        return ruling(item, voted, MeasuredFigures.of(WHOLE, TAKING, inFavour));
    }

    private static Ruling ruling(int item, String voted, MeasuredFigures area) {
        String[] months = voted.split(",", -1);
        Days opening =
                new Days(
                        Days.parse(months[0]).earliest(),
                        Days.parse(months[months.length - 1]).latest());
        return PublishedVerdict.of(
                        new Announcement(
                                Matter.ofItem(item),
                                Days.on(opening.earliest().minusDays(20)),
                                opening,
                                area,
                                MeasuredFigures.of(
                                        Figure.of(HeadCount.of(300)),
                                        Figure.of(HeadCount.of(250)),
                                        Figure.of(HeadCount.of(240)))))
                .ruling();
    }
}
