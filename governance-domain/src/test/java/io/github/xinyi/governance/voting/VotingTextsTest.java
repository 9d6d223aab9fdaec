package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.ballot.BoxLimits;
import io.github.xinyi.governance.ballot.Withdrawal;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a meeting and a count say to people, sentence by sentence, and the bounds of a meeting. */
class VotingTextsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 12, 16);
    private static final MeetingId MEETING = MeetingId.of("2024-OM-01");
    private static final BallotId V1 = BallotId.of("V1");

    @Test
    void tellsWhyAStoreTakesSomethingNot() {
        Ruling ruling =
                new Ruling(
                        List.of(
                                new MeetingFinding.AlreadyRecorded(Samples.COMMUNITY, MEETING),
                                new MeetingFinding.Unknown(Samples.COMMUNITY, MEETING),
                                new MeetingFinding.BallotConflict(MEETING, V1),
                                new MeetingFinding.StillOpen(Samples.COMMUNITY, MEETING),
                                new MeetingFinding.ResultStored(Samples.COMMUNITY, MEETING)));

        assertThat(ruling.findings()).extracting(Finding::verdict).containsOnly(Verdict.NOT_MET);
        assertThat(RuleTexts.governance(Language.EN).render(ruling))
                .isEqualTo(
                        """
                        ✘ Meeting 2024-OM-01 of c1 is already recorded with other content
                        ✘ Community c1 has no meeting 2024-OM-01
                        ✘ Ballot V1 of meeting 2024-OM-01 was already added with other content
                        ✘ Voting in meeting 2024-OM-01 of c1 was still open at the count; only a \
                        count after the close is a result
                        ✘ The result of meeting 2024-OM-01 of c1 is stored and final\
                        """);
    }

    @Test
    void tellsWhyABoxIsNotCounted() {
        Instant later = Samples.COUNTED.plusSeconds(1);
        Ruling ruling =
                new Ruling(
                        List.of(
                                new VotingFinding.RosterDay(
                                        LocalDate.of(2024, 12, 17), LocalDate.of(2024, 12, 16)),
                                new VotingFinding.BoxSize(1_000_001, 1_000_000),
                                new VotingFinding.BoxSize(1_000_000, 1_000_000),
                                new VotingFinding.BallotTwice(V1),
                                new VotingFinding.BallotAfterCount(V1, later, Samples.COUNTED),
                                new VotingFinding.WithdrawalAfterCount(
                                        new Withdrawal(PersonId.of("P1"), PersonId.of("X1"), later),
                                        Samples.COUNTED),
                                new VotingFinding.RuleSetDate(
                                        RuleSet.CIVIL_CODE_2021, LocalDate.of(2020, 12, 31)),
                                new VotingFinding.RuleSetDate(
                                        RuleSet.CIVIL_CODE_2021, LocalDate.of(2021, 1, 1)),
                                new VotingFinding.Contested(Result.REJECTED, Result.PASSED)));

        assertThat(RuleTexts.governance(Language.EN).render(ruling))
                .isEqualTo(
                        """
                        ✘ The roster is of 2024-12-17; it is of no day after 2024-12-16, on \
                        which the voting opens [Civil Code art. 278 para. 2 (our reading of \
                        the law)]
                        ✘ 1,000,001 came in; at most 1,000,000 are taken
                        ✔ 1,000,000 came in; at most 1,000,000 are taken
                        ✘ Different ballots came in under the identifier V1
                        ✘ Ballot V1 was received at 2025-01-02T01:00:01Z, after the count at \
                        2025-01-02T01:00:00Z; nothing received later can be in the box
                        ✘ The authority of X1 by P1 was taken back at 2025-01-02T01:00:01Z, \
                        after the count at 2025-01-02T01:00:00Z; nothing received later can \
                        be in the box
                        ✘ The rules CIVIL_CODE_2021/1 govern voting from 2021-01-01 until \
                        they are replaced, not voting that opens on 2020-12-31 [Civil Code \
                        art. 278 para. 2 (our reading of the law)]
                        ✔ The rules CIVIL_CODE_2021/1 govern voting from 2021-01-01 until \
                        they are replaced, not voting that opens on 2021-01-01 [Civil Code \
                        art. 278 para. 2 (our reading of the law)]
                        – Contested: by law the result is rejected, by the community's own \
                        rules passed; the law decides [Civil Code art. 278 para. 2 (our \
                        reading of the law)]\
                        """);
    }

    @Test
    void tellsThatABoxTakesNoMore() {
        Ruling full = Ruling.of(new MeetingFinding.TooMany(MEETING, BoxLimits.Bound.REPEATED, 20));

        assertThat(RuleTexts.governance(Language.EN).render(full))
                .startsWith(
                        "✘ The box of meeting "
                                + MEETING
                                + " takes no more: what one person hands in for one unit or proxy"
                                + " has reached 20;");
        assertThat(RuleTexts.governance(Language.ZH_CN).render(full)).contains("已达上限20份");
    }

    @Test
    void tellsEveryReasonForWhichABallotIsSetAside() {
        SetAside setAside =
                new SetAside(
                        V1,
                        Samples.unitId(1),
                        EnumSet.allOf(SetAside.Reason.class),
                        DAY,
                        Samples.GROUNDS);

        assertThat(RuleTexts.governance(Language.EN).render(setAside.ruling()))
                .isEqualTo(
                        """
                        ✘ Ballot V1: the roster has no unit U001 \
                        [Civil Code art. 278 para. 2 (our reading of the law)]
                        ✘ Ballot V1: parking space U001 carries no vote \
                        [SPC Interpretation on Condominium Ownership art. 2 (our reading of the \
                        law); SPC Interpretation on Condominium Ownership art. 8 (our reading of \
                        the law)]
                        ✘ Ballot V1: the voter does not hold unit U001 \
                        [Civil Code art. 278 para. 1]
                        ✘ Ballot V1: the owner of unit U001 for whom it speaks has died, and \
                        the heirs are not known yet [Civil Code art. 13 (our reading of the \
                        law)]
                        ✘ Ballot V1: the owner of unit U001 for whom it speaks has a \
                        guardian, who votes instead [Civil Code art. 23 (our reading of the \
                        law)]
                        ✘ Ballot V1: the roster knows no such guardian of an owner of unit \
                        U001 on the day of receipt [Civil Code art. 23 (our reading of the \
                        law)]
                        ✘ Ballot V1 for U001: the proxy's authority is good from 2024-12-01 to \
                        2024-12-15 and not on 2024-12-16 \
                        [Civil Code art. 165]
                        ✘ Ballot V1 for U001: at 2024-12-16T01:00:00Z the owner had taken the \
                        proxy's authority back \
                        [Civil Code art. 173]
                        ✘ Ballot V1 for U001: the proxy already votes for as many owners as \
                        is allowed, which is 3 [Civil Code art. 278; Property Management \
                        Regulation art. 12 para. 2 (our reading of the law)]
                        ✘ Ballot V1 for U001 is not signed \
                        [Civil Code art. 278 para. 2 (our reading of the law)]
                        ✘ Ballot V1 for U001 came at 2024-12-16T01:00:00Z, before the voting \
                        opened at 2024-12-16T01:00:00Z \
                        [Property Management Regulation art. 14 para. 1 (our reading of the \
                        law); Civil Code art. 278 para. 2 (our reading of the law)]
                        ✘ Ballot V1 for U001 came at 2024-12-16T01:00:00Z, after the voting \
                        closed at 2024-12-26T10:00:00Z \
                        [Property Management Regulation art. 14 para. 1 (our reading of the \
                        law); Civil Code art. 278 para. 2 (our reading of the law)]
                        ✘ Ballot V1 for U001 has no answer to this motion \
                        [Civil Code art. 278 para. 2 (our reading of the law)]
                        ✘ Ballot V1 for U001 has more than one answer to this motion \
                        [Civil Code art. 278 para. 2 (our reading of the law)]
                        ✘ Ballot V1 for U001: the proxy's answer is not the owner's stated \
                        opinion [Property Management Regulation art. 12 para. 2 (our reading \
                        of the law)]
                        ✘ Ballot V1 for U001 by proxy gives way to the owner's own V0 [Property \
                        Management Regulation art. 12 para. 2 (our reading of the law)]
                        ✘ Ballot V1 for U001 says the same as V0, which stands \
                        [Civil Code art. 278 para. 2 (our reading of the law)]
                        ✘ Ballot V1 for U001 differs from V0, which stands \
                        [Civil Code art. 278 para. 2 (our reading of the law)]\
                        """);
        assertThat(setAside.ruling().findings())
                .extracting(Finding::verdict)
                .containsOnly(Verdict.NOT_MET);
        assertThat(
                        new SetAside(
                                V1,
                                Samples.unitId(1),
                                EnumSet.of(SetAside.Reason.LATE),
                                DAY,
                                Samples.GROUNDS))
                .hasToString("V1 for U001: [LATE]");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new SetAside(
                                        V1,
                                        Samples.unitId(1),
                                        EnumSet.noneOf(SetAside.Reason.class),
                                        DAY,
                                        Samples.GROUNDS));
    }

    @Test
    void tellsTheFiguresSoFarWhileTheVotingIsOpen() {
        Finding measured =
                new VotingFinding.NoticeDays(
                        LocalDate.of(2024, 12, 1),
                        LocalDate.of(2024, 12, 16),
                        RuleSet.CIVIL_CODE_2021);

        Finding open = new VotingFinding.SoFar(measured);

        assertThat(open.verdict()).isEqualTo(Verdict.PENDING);
        assertThat(open.rule()).isEqualTo(measured.rule());
        assertThat(open.evidence()).isEqualTo(measured.evidence());
        assertThat(open.basis()).isEqualTo(measured.basis());
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "50, true", "51, false"})
    void aMeetingHasSomeMotionsAndNotTooMany(int motions, boolean accepted) {
        Runnable made =
                () ->
                        meeting(
                                Samples.OPENS,
                                Samples.CLOSES,
                                IntStream.range(0, motions)
                                        .mapToObj(i -> motion("M" + i))
                                        .toList());

        requireAccepted(made, accepted);
    }

    @Test
    void aMeetingHasNoMotionTwiceAndOpensBeforeItCloses() {
        List<Motion> one = List.of(motion("M1"));

        requireAccepted(
                () -> meeting(Samples.OPENS, Samples.CLOSES, List.of(motion("M1"), motion("M1"))),
                false);
        requireAccepted(() -> meeting(Samples.OPENS, Samples.OPENS, one), false);
        requireAccepted(() -> meeting(Samples.OPENS, Samples.OPENS.plusNanos(1_000), one), true);
        requireAccepted(() -> meeting(Samples.OPENS.plusNanos(1), Samples.CLOSES, one), false);
        requireAccepted(() -> meeting(Samples.OPENS, Samples.CLOSES.plusNanos(1), one), false);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false", "1, 0, true", "200, 20, true", "201, 20, false", "200, 21, false"})
    void aMotionHasATitleAndNotTooManyPapers(int title, int papers, boolean accepted) {
        Runnable made =
                () ->
                        new Motion(
                                Samples.M1,
                                Matter.REBUILDING,
                                "题".repeat(title),
                                IntStream.range(0, papers)
                                        .mapToObj(i -> new Motion.Document("%064x".formatted(i)))
                                        .toList());

        requireAccepted(made, accepted);
    }

    @Test
    void aPaperIsKnownByItsDigestAlone() {
        Motion.Document paper = new Motion.Document("0a".repeat(32));

        assertThat(paper).hasToString("0a".repeat(32));
        requireAccepted(() -> new Motion.Document("0A".repeat(32)), false);
        requireAccepted(
                () -> new Motion(Samples.M1, Matter.REBUILDING, "题", List.of(paper, paper)), false);
    }

    private static Motion motion(String id) {
        return new Motion(MotionId.of(id), Matter.REBUILDING, "表决事项");
    }

    private static Meeting meeting(Instant opens, Instant closes, List<Motion> motions) {
        return new Meeting(
                MEETING,
                Samples.COMMUNITY,
                Samples.RECORD_DATE,
                Samples.RECORD_DATE,
                opens,
                closes,
                motions);
    }

    private static void requireAccepted(Runnable made, boolean accepted) {
        if (accepted) {
            assertThatCode(made::run).doesNotThrowAnyException();
        } else {
            assertThatIllegalArgumentException().isThrownBy(made::run);
        }
    }
}
