package io.github.xinyi.governance.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Notices of counts as they are published.
 *
 * <p>The first is that at http://www.pmceo.com/wgzd/ggzd/144368.html (花园小区业主大会计票结果初步公告), where name
 * and year of the community are left out: 950 owners, 127378 m², 616 took part (64.8%), 609 of the
 * papers valid. It prints no area that took part and no figure of consent, and says that more than
 * half of the owners agreed to four matters.
 */
class PublishedNoticeTest {

    private static final String HEADER =
            "事项,通知日期,表决日期,比例基数,总面积,参与面积,同意面积,反对面积,弃权面积,总人数,参与人数,同意人数,反对人数,弃权人数\n";

    /**
     * What the notice says came to a decision depends on the law of a day that it does not tell.
     */
    @ParameterizedTest(name = "item {0}, voted in {1}, {2} took part: {3}")
    @CsvSource({
        "1, 2022-05, 616, NO_QUORUM",
        "2, 2022-05, 609, NO_QUORUM",
        "4, 2022-05, 64.8%, NO_QUORUM",
        "4, 2019-05, 616, NOT_ESTABLISHED",
        "4, 2019-05, 609, NOT_ESTABLISHED"
    })
    void saysNoMoreThanTheFiguresProve(int item, String voted, String taking, Result expected) {
        PublishedVerdict verdict = verdict(item, voted, taking);

        assertThat(verdict.decision()).as("no area is printed").isNotEqualTo(Result.PASSED);
        assertThat(verdict.outcome().name()).isEqualTo(expected.name());
        assertThat(verdict.ruling().refuses(PublishedRule.HEADS_QUORUM.code()))
                .isEqualTo(expected == Result.NO_QUORUM);
        assertThat(verdict.ruling().findings())
                .filteredOn(finding -> finding.verdict() == Verdict.UNDETERMINED)
                .extracting(finding -> finding.rule().value())
                .containsAnyOf("published.area-quorum", "published.area-needs-participating");
    }

    /** Two thirds of 950 are 634; 616 of 950 round to the percentage that is printed. */
    @ParameterizedTest
    @CsvSource({"633, NO_QUORUM", "634, NOT_ESTABLISHED", "635, NOT_ESTABLISHED"})
    void wouldNeedTwoThirdsOfItsOwnersByCivilCode278(int taking, Result expected) {
        assertThat(verdict(4, "2022-05", Integer.toString(taking)).outcome().name())
                .isEqualTo(expected.name());
        assertThat(Percentage.parse("64.8%", Percentage.Base.TOTAL).partsOf(950).has(616)).isTrue();
    }

    /**
     * Published at https://yycb.life/?id=45 on 2022-09-18 of a vote from 2022-07-24: 2237
     * households, 1151 in favour, "51.5%", "passed". No area and no turnout is printed, and the
     * share is of all; whether two thirds took part nobody can tell from it.
     */
    @ParameterizedTest(name = "in favour {0}, taking part {1}: {2}")
    @CsvSource({
        "1151;51.5%, , NOT_ESTABLISHED",
        "51.5%, , NOT_ESTABLISHED",
        "1151;51.5%, 1491, NO_QUORUM",
        "1151;51.5%, 1492, NOT_ESTABLISHED",
        "1151;51.5%, 1150, NOT_ESTABLISHED"
    })
    void aShareOfAllHouseholdsProvesNoDecision(
            String inFavour, @Nullable String taking, Result expected) {
        PublishedVerdict verdict =
                verdictOf(
                        "9,2022-07-01,2022-07-24,全体,,,,,,2237,"
                                + text(taking)
                                + ","
                                + inFavour
                                + ",,");

        assertThat(verdict.outcome().name()).isEqualTo(expected.name());
        assertThat(verdict.decision()).isNotEqualTo(Result.PASSED);
        assertThat(verdict.ruling().findings())
                .filteredOn(finding -> finding.verdict() == Verdict.UNDETERMINED)
                .extracting(finding -> finding.rule().value())
                .as("no area is printed")
                .containsAnyOf("published.area-quorum", "published.area-needs-total");
        assertThat(Percentage.parse("51.5%", Percentage.Base.TOTAL).partsOf(2237).has(1151))
                .isTrue();
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }

    private static PublishedVerdict verdict(int item, String voted, String taking) {
        String row =
                item
                        + ","
                        + voted.replace("-05", "-03")
                        + ","
                        + voted
                        + ",参与,127378,,,,,950,"
                        + taking
                        + ",,,";
        return verdictOf(row);
    }

    private static PublishedVerdict verdictOf(String row) {
        byte[] table = (HEADER + row + "\n").getBytes(StandardCharsets.UTF_8);
        return PublishedVerdict.of(
                AnnouncementSheet.read(SheetFile.utf8("notice", table))
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                        .get(0));
    }
}
