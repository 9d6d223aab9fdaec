package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shares of both rule sets one below, at, and one above, and what joins a paper to a vote. */
class RuleSetTest {

    private static final LocalDate CODE_STARTS = LocalDate.of(2021, 1, 1);

    @ParameterizedTest(name = "Regulation 12(1), {0} of 300 attend: {1}")
    @CsvSource({"150, NO_QUORUM", "151, PASSED", "152, PASSED"})
    void oldQuorumIsMoreThanHalfByPropertyManagementRegulation12(long attending, Result expected) {
        // With a quorum of 151, more than half of all consent only if everybody does.
        assertThat(old(Matter.OTHER_MAJOR_MATTER, attending, attending)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "Regulation 12(3), {0} of all 300 consent to an ordinary matter: {1}")
    @CsvSource({"149, REJECTED", "150, REJECTED", "151, PASSED", "152, PASSED"})
    void oldConsentIsMoreThanHalfOfAllByPropertyManagementRegulation12(
            long inFavour, Result expected) {
        assertThat(old(Matter.COMMON_PARTS_USE, 160, inFavour)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "Regulation 12(3), {0}: {1} of all 300 consent: {2}")
    @CsvSource({
        "MAINTENANCE_FUND_USE, 199, REJECTED",
        "MAINTENANCE_FUND_USE, 200, PASSED",
        "MAINTENANCE_FUND_USE, 201, PASSED",
        "MAINTENANCE_FUND_RAISING, 199, REJECTED",
        "MAINTENANCE_FUND_RAISING, 200, PASSED",
        "MAINTENANCE_FUND_RAISING, 201, PASSED",
        "REBUILDING, 199, REJECTED",
        "REBUILDING, 200, PASSED",
        "REBUILDING, 201, PASSED"
    })
    void oldFundAndRebuildingNeedTwoThirdsOfAllByPropertyManagementRegulation12(
            Matter matter, long inFavour, Result expected) {
        assertThat(old(matter, 300, inFavour)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "Regulation 12(1), {0} of 300 m² and {1} of 300 owners attend: {2}")
    @CsvSource({
        "150, 300, NO_QUORUM",
        "151, 300, PASSED",
        "152, 300, PASSED",
        "300, 150, NO_QUORUM",
        "300, 151, PASSED",
        "300, 152, PASSED"
    })
    void oldQuorumNeedsAreaAndHeadsEachByPropertyManagementRegulation12(
            long area, long heads, Result expected) {
        Votes attending = votes(area, heads);

        assertThat(old(Matter.OTHER_MAJOR_MATTER, attending, Votes.NONE)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "Regulation 12(3), {0}: {1} of 300 m², {2} of 300 owners: {3}")
    @CsvSource({
        "COMMON_PARTS_USE, 150, 300, REJECTED",
        "COMMON_PARTS_USE, 151, 300, PASSED",
        "COMMON_PARTS_USE, 152, 300, PASSED",
        "COMMON_PARTS_USE, 300, 150, REJECTED",
        "COMMON_PARTS_USE, 300, 151, PASSED",
        "COMMON_PARTS_USE, 300, 152, PASSED",
        "REBUILDING, 199, 300, REJECTED",
        "REBUILDING, 200, 300, PASSED",
        "REBUILDING, 201, 300, PASSED",
        "REBUILDING, 300, 199, REJECTED",
        "REBUILDING, 300, 200, PASSED",
        "REBUILDING, 300, 201, PASSED"
    })
    void oldConsentNeedsAreaAndHeadsEachByPropertyManagementRegulation12(
            Matter matter, long area, long heads, Result expected) {
        Votes against = votes(300 - area, 300 - heads);

        assertThat(old(matter, votes(area, heads), against)).isEqualTo(expected);
    }

    @Test
    void eachSetGovernsItsOwnDaysOnlyByCivilCode1260() {
        RuleSet old = RuleSet.LEGACY_PROPERTY_LAW_2007;
        RuleSet code = RuleSet.CIVIL_CODE_2021;
        LocalDate lastOld = CODE_STARTS.minusDays(1);

        assertThat(RuleSet.on(lastOld)).isEqualTo(Outcome.accepted(old));
        assertThat(RuleSet.on(CODE_STARTS)).isEqualTo(Outcome.accepted(code));
        assertThat(old.forMeetingOn(lastOld).isAccepted()).isTrue();
        assertThat(refusedByDate(old.forMeetingOn(CODE_STARTS))).isTrue();
        assertThat(refusedByDate(code.forMeetingOn(lastOld))).isTrue();
        assertThat(refusedByDate(RuleSet.on(LocalDate.of(2007, 9, 30)))).isTrue();
        assertThat(RuleSet.on(LocalDate.of(2007, 10, 1)).isAccepted()).isTrue();
    }

    @Test
    void anOpenVoteIsPendingAndALateNoticeIsInvalidAtOnce() {
        LocalDate opening = LocalDate.of(2024, 12, 16);
        Judgement inTime = judgement(LocalDate.of(2024, 12, 1), opening).whileOpen();
        Judgement late = judgement(LocalDate.of(2024, 12, 2), opening).whileOpen();

        assertThat(inTime.result()).isEqualTo(Result.PENDING);
        assertThat(late.result()).isEqualTo(Result.INVALID_PROCEDURE);
    }

    @Test
    void trustMattersWithTwoItemsAskForOneClassAndSayWhatIsOurReading() {
        assertThat(TrustMatter.TRUST_ADOPTION.matter().voteClass()).isEqualTo(VoteClass.ORDINARY);
        assertThat(TrustMatter.TRUST_ADOPTION.citation().standing())
                .isEqualTo(Standing.INTERPRETATION);
        assertThat(TrustMatter.NEW_COMMON_PARTS_USE.citation())
                .hasToString("CC art. 278 para. 1 item 8");
        assertThat(
                        Arrays.stream(TrustMatter.values())
                                .filter(m -> m.matter().voteClass() == VoteClass.SPECIAL))
                .containsExactly(
                        TrustMatter.NEW_COMMON_PARTS_USE, TrustMatter.MAINTENANCE_FUND_TOP_UP);
    }

    @Test
    void takesTwentyPapersAndNoneTwice() {
        List<Motion.Document> twenty = papers(Motion.MAX_DOCUMENTS);

        assertThat(motion(twenty).documents()).hasSize(20);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> motion(papers(Motion.MAX_DOCUMENTS + 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> motion(Collections.nCopies(2, twenty.get(0))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Motion.Document("A".repeat(64)));
    }

    private static Motion motion(List<Motion.Document> papers) {
        return new Motion(MotionId.of("M1"), Matter.OTHER_MAJOR_MATTER, "预算", papers);
    }

    private static List<Motion.Document> papers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Motion.Document("%064x".formatted(i)))
                .toList();
    }

    private static boolean refusedByDate(Outcome<RuleSet> outcome) {
        return outcome.<Boolean>fold(
                rules -> false, ruling -> ruling.refuses(VotingFinding.RuleSetDate.CODE));
    }

    private static Judgement judgement(LocalDate notice, LocalDate opening) {
        Finding days = new VotingFinding.NoticeDays(notice, opening, RuleSet.CIVIL_CODE_2021);
        return Judgement.of(
                count(300, 300), Matter.OTHER_MAJOR_MATTER, RuleSet.CIVIL_CODE_2021, days);
    }

    private static Result old(Matter matter, long attending, long inFavour) {
        return old(matter, votes(inFavour), votes(attending - inFavour));
    }

    private static Result old(Matter matter, Votes inFavour, Votes against) {
        RuleSet rules = RuleSet.LEGACY_PROPERTY_LAW_2007;
        Finding days =
                new VotingFinding.NoticeDays(
                        LocalDate.of(2019, 1, 1), LocalDate.of(2019, 2, 1), rules);
        MotionCount count = new MotionCount(votes(300), inFavour, against, Votes.NONE);
        return Judgement.of(count, matter, rules, days).result();
    }

    private static MotionCount count(long attending, long inFavour) {
        return new MotionCount(
                votes(300), votes(inFavour), votes(attending - inFavour), Votes.NONE);
    }

    private static Votes votes(long heads) {
        return votes(heads, heads);
    }

    private static Votes votes(long squareMetres, long heads) {
        return new Votes(FloorArea.ofSquareDecimetres(squareMetres * 100), HeadCount.of(heads));
    }
}
