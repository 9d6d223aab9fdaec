package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The finding of consent by area and that by heads, each by itself, on both sides of its share. */
class ConsentFindingsTest {

    private static final int HEADS = 240;
    private static final long AREA = 400;

    @ParameterizedTest(name = "Civil Code 278(2): {1} of 400 dm² consent to {0}: {2}")
    @CsvSource({
        "OTHER_MAJOR_MATTER, 199, NOT_MET",
        "OTHER_MAJOR_MATTER, 200, NOT_MET",
        "OTHER_MAJOR_MATTER, 201, MET",
        "COMMON_PARTS_USE, 299, NOT_MET",
        "COMMON_PARTS_USE, 300, MET",
        "COMMON_PARTS_USE, 301, MET"
    })
    void consentByAreaIsJudgedWhateverTheHeadsSayByCivilCode278(
            Matter matter, long inFavour, Verdict expected) {
        List<Unit> homes =
                List.of(Samples.home(1, inFavour, "P1"), Samples.home(2, AREA - inFavour, "P2"));
        List<Ballot> ballots =
                List.of(
                        Samples.ballot(1, "P1", 1, Choice.FOR),
                        Samples.ballot(2, "P2", 2, Choice.AGAINST));

        MotionResult result = count(matter, homes, ballots);

        assertThat(verdict(result, VotingFinding.AreaConsent.CODE)).isEqualTo(expected);
        assertThat(verdict(result, VotingFinding.HeadConsent.CODE)).isEqualTo(Verdict.NOT_MET);
    }

    @ParameterizedTest(name = "Civil Code 278(2): {1} of 240 heads consent to {0}: {2}")
    @CsvSource({
        "OTHER_MAJOR_MATTER, 119, NOT_MET",
        "OTHER_MAJOR_MATTER, 120, NOT_MET",
        "OTHER_MAJOR_MATTER, 121, MET",
        "COMMON_PARTS_USE, 179, NOT_MET",
        "COMMON_PARTS_USE, 180, MET",
        "COMMON_PARTS_USE, 181, MET"
    })
    void consentByHeadsIsJudgedWhateverTheAreaSaysByCivilCode278(
            Matter matter, int inFavour, Verdict expected) {
        List<Unit> homes =
                IntStream.rangeClosed(1, HEADS)
                        .mapToObj(i -> Samples.home(i, i == HEADS ? 10_000 : 10, "P" + i))
                        .toList();
        List<Ballot> ballots =
                IntStream.rangeClosed(1, HEADS)
                        .mapToObj(
                                i ->
                                        Samples.ballot(
                                                i,
                                                "P" + i,
                                                i,
                                                i <= inFavour ? Choice.FOR : Choice.AGAINST))
                        .toList();

        MotionResult result = count(matter, homes, ballots);

        assertThat(verdict(result, VotingFinding.HeadConsent.CODE)).isEqualTo(expected);
        assertThat(verdict(result, VotingFinding.AreaConsent.CODE)).isEqualTo(Verdict.NOT_MET);
    }

    private static MotionResult count(Matter matter, List<Unit> homes, List<Ballot> ballots) {
        return Tally.of(Samples.meeting(matter), Samples.roster(homes), ballots, Samples.COUNTED)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                .motion(Samples.M1);
    }

    private static Verdict verdict(MotionResult result, RuleCode rule) {
        return result.ruling().findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(Finding::verdict)
                .findAny()
                .orElseThrow();
    }
}
