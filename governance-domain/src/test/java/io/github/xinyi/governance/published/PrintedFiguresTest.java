package io.github.xinyi.governance.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.published.Percentage.Base;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Matter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a ruling on a notice tells of the figures and of the day that are printed. */
class PrintedFiguresTest {

    /** The defect: figures that fit no vote were refused without being named. */
    @Test
    void aContradictionIsToldWithEverythingPrinted() {
        MeasuredFigures area =
                new MeasuredFigures(
                        Figure.of(FloorArea.parse("30000")),
                        Figure.of(FloorArea.parse("25000")),
                        Figure.of("60.00%", Base.PARTICIPATING),
                        Figure.of("60.00%", Base.PARTICIPATING),
                        Figure.ABSENT);
        MeasuredFigures heads =
                new MeasuredFigures(
                        Figure.of(HeadCount.of(1300)),
                        Figure.of(HeadCount.of(1250)).and(Figure.of("96.15%", Base.TOTAL)),
                        Figure.of("60.00%", Base.PARTICIPATING),
                        Figure.of("60.00%", Base.PARTICIPATING),
                        Figure.ABSENT);

        Ruling ruling = ruling("2022-03", area, heads);

        assertThat(RuleTexts.governance(Language.EN).render(ruling))
                .contains(
                        "✘ No count of area in m² fits everything that the notice prints: in all"
                                + " 30,000.00, taking part 25,000.00, in favour 60.00%, against"
                                + " 60.00%, abstaining -\n",
                        "✘ No count of owners fits everything that the notice prints: in all 1,300,"
                                + " taking part 1,250; 96.15%, in favour 60.00%, against 60.00%,"
                                + " abstaining -\n");
        assertThat(RuleTexts.governance(Language.ZH_CN).render(ruling))
                .contains("数据相符：总面积30,000.00，参与25,000.00，同意60.00%，反对60.00%，弃权-\n");
    }

    /** The defect: a vote of 2010 cited a text of 2018 as read. */
    @ParameterizedTest
    @ValueSource(strings = {"2004", "2010", "2017-12", "2019", "2020", "2020-12-31", "2022-03"})
    void everyCitationCoversTheDaysOfTheVoteOrIsMarked(String voted) {
        Days opening = Days.parse(voted);

        List<Citation> sources =
                ruling(voted, MeasuredFigures.ABSENT, MeasuredFigures.ABSENT).findings().stream()
                        .flatMap(finding -> finding.basis().stream())
                        .toList();

        assertThat(sources)
                .isNotEmpty()
                .allMatch(
                        source ->
                                source.standing() == Standing.UNVERIFIED
                                        || (source.inForce().contains(opening.earliest())
                                                && source.inForce().contains(opening.latest())));
    }

    /** Each law on the days on which it may govern; a day that is not told is any of them. */
    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "2020-12-31, 2021-01-01, 'PMR art. 12 para. 1, CC art. 278 para. 2'",
        "2019-06-01, 2019-06-01, 'PMR art. 12 para. 1'",
        "2021-01-01, 2021-01-01, 'CC art. 278 para. 2'"
    })
    void aLawIsReadOnTheDaysThatItMayGovern(String from, String to, String read) {
        Days opening = new Days(Days.parse(from).earliest(), Days.parse(to).latest());

        List<Finding> quorum =
                ruling(opening, MeasuredFigures.ABSENT, MeasuredFigures.ABSENT).findings().stream()
                        .filter(f -> f.rule().equals(PublishedRule.AREA_QUORUM.code()))
                        .toList();

        assertThat(quorum)
                .flatExtracting(Finding::basis)
                .filteredOn(source -> source.standing() == Standing.TEXT_READ)
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(read.split(", ", -1));
    }

    private static Ruling ruling(String voted, MeasuredFigures area, MeasuredFigures heads) {
        return ruling(Days.parse(voted), area, heads);
    }

    private static Ruling ruling(Days opening, MeasuredFigures area, MeasuredFigures heads) {
        return PublishedVerdict.of(
                        new Announcement(
                                Matter.ofItem(4),
                                Days.on(opening.earliest().minusDays(20)),
                                opening,
                                area,
                                heads))
                .ruling();
    }
}
