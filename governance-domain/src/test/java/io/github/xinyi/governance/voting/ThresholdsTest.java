package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every threshold one below, at, and one above. */
class ThresholdsTest {

    private static final int OWNERS = 300;
    private static final int AREA = 9_000;

    @ParameterizedTest(name = "Civil Code 278(2): {0} of 300 owners take part: {1}")
    @CsvSource({"199, NOT_MET", "200, MET", "201, MET"})
    void quorumByHeadsIsTwoThirdsOrMoreByCivilCode278(int participating, Verdict expected) {
        MotionResult result = vote(Matter.MANAGER_APPOINTMENT, participating, 0, 0);

        assertThat(verdict(result, VotingFinding.HeadQuorum.CODE)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "Civil Code 278(2): {0} of 30,000 dm² take part: {1}")
    @CsvSource({"19999, NOT_MET", "20000, MET", "20001, MET"})
    void quorumByAreaIsTwoThirdsOrMoreByCivilCode278(long participating, Verdict expected) {
        Roster roster =
                Samples.roster(
                        List.of(
                                Samples.home(1, participating, "P1"),
                                Samples.home(2, 30_000 - participating, "P2")));

        MotionResult result =
                Tally.of(
                                Samples.meeting(Matter.MANAGER_APPOINTMENT),
                                roster,
                                List.of(Samples.ballot(1, "P1", 1, Choice.FOR)),
                                Samples.COUNTED)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                        .motion(Samples.M1);

        assertThat(verdict(result, VotingFinding.AreaQuorum.CODE)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "Civil Code 278(2): {0} of 240 consent to an ordinary matter: {1}")
    @CsvSource({"119, REJECTED", "120, REJECTED", "121, PASSED"})
    void ordinaryMattersNeedMoreThanHalfByCivilCode278(int inFavour, Result expected) {
        MotionResult result = vote(Matter.OTHER_MAJOR_MATTER, inFavour, 240 - inFavour, 0);

        assertThat(result.result()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "Civil Code 278(2): {0} of 240 consent to a special matter: {1}")
    @CsvSource({"179, REJECTED", "180, PASSED", "181, PASSED"})
    void specialMattersNeedThreeQuartersOrMoreByCivilCode278(int inFavour, Result expected) {
        MotionResult result = vote(Matter.COMMON_PARTS_USE, inFavour, 240 - inFavour, 0);

        assertThat(result.result()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "Civil Code 278(2): {0} for and {1} abstaining: {2}")
    @CsvSource({"120, 120, REJECTED", "121, 119, PASSED", "200, 0, PASSED", "199, 0, NO_QUORUM"})
    void abstentionTakesPartWithoutConsenting(int inFavour, int abstaining, Result expected) {
        MotionResult result = vote(Matter.OTHER_MAJOR_MATTER, inFavour, 0, abstaining);

        assertThat(result.result()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "by area {0} of 400 dm² in favour, by heads 2 of 3: {1}")
    @CsvSource({"200, REJECTED", "201, PASSED"})
    void consentNeedsBothAreaAndHeadsByCivilCode278(long inFavour, Result expected) {
        Roster roster =
                Samples.roster(
                        List.of(
                                Samples.home(1, inFavour - 100, "P1"),
                                Samples.home(2, 100, "P2"),
                                Samples.home(3, 400 - inFavour, "P3")));

        MotionResult result =
                Tally.of(
                                Samples.meeting(Matter.MAINTENANCE_FUND_USE),
                                roster,
                                List.of(
                                        Samples.ballot(1, "P1", 1, Choice.FOR),
                                        Samples.ballot(2, "P2", 2, Choice.FOR),
                                        Samples.ballot(3, "P3", 3, Choice.AGAINST)),
                                Samples.COUNTED)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                        .motion(Samples.M1);

        assertThat(result.result()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "Regulation 14(1): notice on {0}: {1}")
    @CsvSource({"2024-12-02, INVALID_PROCEDURE", "2024-12-01, PASSED", "2024-11-30, PASSED"})
    void noticeIsFifteenDaysByPropertyManagementRegulation14(LocalDate notice, Result expected) {
        Roster roster = Samples.roster(List.of(Samples.home(1, AREA, "P1")));

        MotionResult result =
                Tally.of(
                                Samples.meeting(Matter.MANAGER_APPOINTMENT, notice),
                                roster,
                                List.of(Samples.ballot(1, "P1", 1, Choice.FOR)),
                                Samples.COUNTED)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                        .motion(Samples.M1);

        assertThat(result.result()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "Civil Code 278(1) item {0} is {1}")
    @CsvSource({
        "1, ORDINARY",
        "2, ORDINARY",
        "3, ORDINARY",
        "4, ORDINARY",
        "5, ORDINARY",
        "6, SPECIAL",
        "7, SPECIAL",
        "8, SPECIAL",
        "9, ORDINARY"
    })
    void itemsSixToEightAreSpecialByCivilCode278(int item, VoteClass expected) {
        assertThat(Matter.ofItem(item).voteClass()).isEqualTo(expected);
        assertThat(Matter.ofItem(item).citation()).hasToString("CC art. 278 para. 1 item " + item);
    }

    /** 300 owners of one equal unit each vote in this order, and the others stay silent. */
    private static MotionResult vote(Matter matter, int inFavour, int against, int abstaining) {
        List<Unit> units =
                IntStream.range(0, OWNERS).mapToObj(i -> Samples.home(i, AREA, "P" + i)).toList();
        List<Ballot> ballots = new ArrayList<>();
        for (int i = 0; i < inFavour + against + abstaining; i++) {
            Choice choice =
                    i < inFavour
                            ? Choice.FOR
                            : i < inFavour + against ? Choice.AGAINST : Choice.ABSTAIN;
            ballots.add(Samples.ballot(i, "P" + i, i, choice));
        }
        return Tally.of(Samples.meeting(matter), Samples.roster(units), ballots, Samples.COUNTED)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                .motion(Samples.M1);
    }

    private static Verdict verdict(MotionResult result, RuleCode rule) {
        return result.ruling().findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(Finding::verdict)
                .findFirst()
                .orElseThrow();
    }
}
