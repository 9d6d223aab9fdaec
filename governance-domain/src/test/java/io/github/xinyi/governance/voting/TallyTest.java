package io.github.xinyi.governance.voting;

import static io.github.xinyi.governance.voting.Samples.ballot;
import static io.github.xinyi.governance.voting.Samples.home;
import static io.github.xinyi.governance.voting.Samples.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.ballot.Withdrawal;
import io.github.xinyi.governance.bylaw.AdoptedClause;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.CountPolicy;
import io.github.xinyi.governance.bylaw.CountPolicy.RepeatedBallots;
import io.github.xinyi.governance.bylaw.CountTopic;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Parties;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.MotionResult.Result;
import io.github.xinyi.governance.voting.SetAside.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    private static final long WHOLE_TIME =
            Duration.between(Samples.OPENS, Samples.CLOSES).toSeconds();
    private static final List<Unit> ONE_HOME = List.of(home(1, 9_000, "P1", "P2"));

    @Test
    void countsTheFirstAndTheLastMomentOfTheVotingTime() {
        List<Unit> units = List.of(home(1, 100, "P1"), home(2, 100, "P2"));

        MotionResult result =
                tally(
                        units,
                        ballot(1, "P1", 0, Choice.FOR),
                        ballot(2, "P2", WHOLE_TIME, Choice.FOR));

        assertThat(result.setAside()).isEmpty();
        assertThat(result.count().inFavour()).isEqualTo(votes(200, 2));
    }

    @Test
    void setsAsideBallotsBeforeAndAfterTheVotingTime() {
        MotionResult result =
                tally(
                        ONE_HOME,
                        ballot(1, "P1", -1, Choice.FOR),
                        ballot(1, "P1", WHOLE_TIME + 1, Choice.FOR));

        assertThat(result.setAside())
                .extracting(SetAside::reasons)
                .containsExactly(Set.of(Reason.EARLY), Set.of(Reason.LATE));
        assertThat(result.result()).isEqualTo(Result.NO_QUORUM);
    }

    @Test
    void namesEveryReasonForWhichABallotIsSetAside() {
        Ballot wrong =
                ballot(
                        "V1",
                        1,
                        "P9",
                        Channel.PAPER,
                        WHOLE_TIME + 1,
                        Signature.MISSING,
                        Choice.FOR,
                        Choice.AGAINST);

        MotionResult result = tally(ONE_HOME, wrong);

        assertThat(result.setAside().get(0).reasons())
                .containsExactly(
                        Reason.NOT_AN_OWNER, Reason.UNSIGNED, Reason.LATE, Reason.OVER_VOTED);
    }

    @Test
    void setsAsideBallotsForUnknownUnitsAndParkingSpaces() {
        List<Unit> units =
                List.of(
                        home(1, 9_000, "P1"),
                        unit(2, 1_300, UnitUse.PARKING, DeliveryStatus.SOLD_DELIVERED, "P1"));

        MotionResult result =
                tally(units, ballot(2, "P1", 1, Choice.FOR), ballot(3, "P1", 2, Choice.FOR));

        assertThat(result.setAside())
                .flatExtracting(SetAside::reasons)
                .containsExactly(Reason.PARKING_UNIT, Reason.UNKNOWN_UNIT);
        assertThat(result.count().total()).isEqualTo(votes(9_000, 1));
    }

    @Test
    void letsEitherCoOwnerVoteOnceForTheUnit() {
        MotionResult result =
                tally(
                        ONE_HOME,
                        ballot(1, "P2", 1, Choice.FOR),
                        ballot(1, "P1", 2, Choice.AGAINST),
                        ballot(1, "P1", 3, Choice.FOR));

        assertThat(result.count().inFavour()).isEqualTo(votes(9_000, 1));
        assertThat(result.count().participating()).isEqualTo(votes(9_000, 1));
        assertThat(result.setAside())
                .flatExtracting(SetAside::reasons)
                .containsExactly(Reason.DIFFERING_REPEAT, Reason.IDENTICAL_REPEAT);
    }

    @Test
    void prefersPaperThenTheIdentifierAtTheSameMoment() {
        MotionResult result =
                tally(
                        ONE_HOME,
                        ballot("A", 1, "P1", 5, Choice.AGAINST),
                        ballot("C", 1, "P1", Channel.PAPER, 5, Signature.SIGNED, Choice.FOR),
                        ballot("D", 1, "P1", Channel.PAPER, 5, Signature.SIGNED, Choice.ABSTAIN));

        assertThat(result.count().inFavour()).isEqualTo(votes(9_000, 1));
    }

    @Test
    void passesOverAnInvalidFirstBallot() {
        MotionResult result =
                tally(
                        ONE_HOME,
                        ballot("A", 1, "P1", 1, Choice.FOR, Choice.AGAINST),
                        ballot("B", 1, "P1", 2),
                        ballot("C", 1, "P1", 3, Choice.FOR));

        assertThat(result.count().inFavour()).isEqualTo(votes(9_000, 1));
        assertThat(result.setAside())
                .flatExtracting(SetAside::reasons)
                .containsExactly(Reason.OVER_VOTED, Reason.UNANSWERED);
    }

    @Test
    void countsAHolderWithDifferingUnitsAsOneAbstentionWithAllItsArea() {
        List<Unit> units = List.of(home(1, 100, "P1"), home(2, 200, "P1"), home(3, 400, "P1"));

        MotionResult result =
                tally(units, ballot(1, "P1", 1, Choice.FOR), ballot(2, "P1", 2, Choice.AGAINST));

        assertThat(result.count().abstaining()).isEqualTo(votes(300, 1));
        assertThat(result.mixedHolders()).hasToString("[P1]");
    }

    @Test
    void countsAHolderOfSeveralUnitsOnceWithTheAreaReturned() {
        List<Unit> units = List.of(home(1, 100, "P1"), home(2, 200, "P1"));

        MotionResult result = tally(units, ballot(2, "P1", 1, Choice.FOR));

        assertThat(result.count().total()).isEqualTo(votes(300, 1));
        assertThat(result.count().inFavour()).isEqualTo(votes(200, 1));
    }

    @Test
    void keepsAPersonAloneApartFromTheSamePersonWithASpouse() {
        List<Unit> units =
                List.of(home(1, 100, "P1"), home(2, 200, "P1", "P2"), home(3, 400, "P2", "P1"));

        MotionResult result = tally(units, ballot(1, "P1", 1, Choice.FOR));

        assertThat(result.count().total()).isEqualTo(votes(700, 2));
    }

    @Test
    void countsTheDeveloperOnceForAllItStillHoldsByJudicialInterpretation9() {
        List<Unit> units =
                List.of(
                        unit(1, 100, UnitUse.RESIDENTIAL, DeliveryStatus.UNSOLD, "D1"),
                        unit(2, 200, UnitUse.COMMERCIAL, DeliveryStatus.SOLD_NOT_DELIVERED, "P2"),
                        home(3, 400, "D1"),
                        home(4, 800, "P4"));

        MotionResult result =
                tally(
                        units,
                        ballot(1, "D1", 1, Choice.FOR),
                        ballot(2, "P2", 1, Choice.AGAINST),
                        ballot(2, "D1", 2, Choice.FOR),
                        ballot(3, "D1", 3, Choice.FOR));

        assertThat(result.count().total()).isEqualTo(votes(1_500, 2));
        assertThat(result.count().inFavour()).isEqualTo(votes(700, 1));
        assertThat(result.setAside())
                .flatExtracting(SetAside::reasons)
                .containsExactly(Reason.NOT_AN_OWNER);
    }

    @Test
    void yieldsAResolutionOnlyWhereTheMotionPassed() {
        MotionResult passed = tally(ONE_HOME, ballot(1, "P1", 1, Choice.FOR));
        MotionResult rejected = tally(ONE_HOME, ballot(1, "P1", 1, Choice.AGAINST));
        MotionResult withoutQuorum = tally(ONE_HOME);

        assertThat(passed.resolution()).get().hasToString("c1 2024-OM-01 M1");
        assertThat(passed.resolution()).map(Resolution::adoptedAt).contains(Samples.CLOSES);
        assertThat(rejected.resolution()).isEmpty();
        assertThat(withoutQuorum.resolution()).isEmpty();
    }

    @ParameterizedTest(name = "counted at {0}, the vote is {1}")
    @CsvSource({
        "2024-12-26T09:59:59.999999Z, PENDING",
        "2024-12-26T10:00:00Z, PENDING",
        "2024-12-26T10:00:00.000001Z, PASSED"
    })
    void onlyACountAfterTheCloseDecides(Instant at, Result expected) {
        TallyResult tally =
                Tally.of(
                                Samples.meeting(Matter.MANAGER_APPOINTMENT),
                                Samples.roster(ONE_HOME),
                                List.of(ballot(1, "P1", 1, Choice.FOR)),
                                at)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        MotionResult result = tally.motion(Samples.M1);

        assertThat(result.result()).isEqualTo(expected);
        assertThat(result.resolution().isPresent()).isEqualTo(expected == Result.PASSED);
        assertThat(tally.isOpen()).isEqualTo(expected == Result.PENDING);
        assertThat(tally.canonicalText())
                .contains(
                        expected == Result.PASSED
                                ? "voting\tCLOSED\n"
                                : "voting\tOPEN at " + at + "\n");
    }

    @Test
    void anOpenVoteByACommunitysOwnRulesIsPendingToo() {
        Bylaws bylaws =
                Bylaws.none()
                        .with(
                                CountPolicy.statutory()
                                        .withRepeated(RepeatedBallots.LAST_BEFORE_CLOSE_WINS))
                        .with(
                                new AdoptedClause(
                                        CountTopic.REPEATED_BALLOTS,
                                        "议事规则第26条",
                                        LocalDate.of(2023, 5, 1),
                                        MeetingId.of("2023-OM-01"),
                                        Samples.M1));

        MotionResult result =
                count(bylaws, Samples.CLOSES)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                        .motion(Samples.M1);

        assertThat(result.byRules().orElseThrow().judgement().result()).isEqualTo(Result.PENDING);
        assertThat(result.contested()).isEmpty();
    }

    @Test
    void aMeetingCalledTooLateIsInvalidEvenWhileItIsOpen() {
        MotionResult result =
                Tally.of(
                                Samples.meeting(
                                        Matter.MANAGER_APPOINTMENT, LocalDate.of(2024, 12, 2)),
                                Samples.roster(ONE_HOME),
                                List.of(),
                                Samples.OPENS)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                        .motion(Samples.M1);

        assertThat(result.result()).isEqualTo(Result.INVALID_PROCEDURE);
    }

    @ParameterizedTest(name = "received or taken back {0} microseconds after the count: {1}")
    @CsvSource({"-1, true", "0, true", "1, false"})
    void nothingReceivedAfterTheCountCanBeInTheBox(long micros, boolean accepted) {
        Instant at = Samples.COUNTED;
        Instant received = at.plusNanos(micros * 1_000);
        Ballot last =
                new Ballot(
                        BallotId.of("V9"),
                        Samples.unitId(1),
                        PersonId.of("P1"),
                        Channel.PAPER,
                        received,
                        Signature.SIGNED,
                        new TreeMap<>());
        Withdrawal taken = new Withdrawal(PersonId.of("P1"), PersonId.of("X1"), received);

        Outcome<TallyResult> withBallot = count(BallotBox.of(List.of(last)), Bylaws.none(), at);
        Outcome<TallyResult> withWithdrawal =
                count(
                        new BallotBox(List.of(), List.of(taken), List.of(), new TreeSet<>()),
                        Bylaws.none(),
                        at);

        assertThat(withBallot.isAccepted()).isEqualTo(accepted);
        assertThat(withWithdrawal.isAccepted()).isEqualTo(accepted);
        assertThat(refusals(withBallot))
                .isEqualTo(accepted ? List.of() : List.of(VotingFinding.BallotAfterCount.CODE));
        assertThat(refusals(withWithdrawal))
                .isEqualTo(accepted ? List.of() : List.of(VotingFinding.WithdrawalAfterCount.CODE));
    }

    @Test
    void countsAfterTheCloseTellTheSameWhenEverTheyAreMade() {
        TallyResult first =
                count(Bylaws.none(), Samples.COUNTED)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        TallyResult second =
                count(Bylaws.none(), Samples.COUNTED.plusSeconds(86_400))
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));

        assertThat(second).isEqualTo(first).hasSameHashCodeAs(first);
    }

    private static List<RuleCode> refusals(Outcome<?> outcome) {
        return outcome.fold(
                value -> List.of(),
                ruling -> ruling.findings().stream().map(Finding::rule).toList());
    }

    private static Outcome<TallyResult> count(Bylaws bylaws, Instant at) {
        return count(BallotBox.of(List.of(ballot(1, "P1", 1, Choice.FOR))), bylaws, at);
    }

    private static Outcome<TallyResult> count(BallotBox box, Bylaws bylaws, Instant at) {
        return Tally.count(
                Samples.meeting(Matter.MANAGER_APPOINTMENT),
                Samples.roster(ONE_HOME),
                box,
                bylaws,
                at);
    }

    @Test
    void refusesTheRosterOfAnotherDay() {
        Meeting meeting = Samples.meeting(Matter.MANAGER_APPOINTMENT);
        var other =
                Roster.of(
                                Samples.COMMUNITY,
                                Samples.RECORD_DATE.plusDays(1),
                                Samples.DEVELOPER,
                                ONE_HOME)
                        .orElseThrow(r -> new IllegalStateException(r.toString()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tally.of(meeting, other, List.of(), Samples.COUNTED))
                .withMessageContaining("2024-11-30");
    }

    @Test
    void refusesTwoDifferentBallotsUnderOneIdentifier() {
        Outcome<TallyResult> outcome =
                Tally.of(
                        Samples.meeting(Matter.MANAGER_APPOINTMENT),
                        Samples.roster(ONE_HOME),
                        List.of(
                                ballot("V1", 1, "P1", 1, Choice.FOR),
                                ballot("V1", 1, "P1", 2, Choice.FOR)),
                        Samples.COUNTED);

        assertThat(outcome)
                .isEqualTo(
                        Outcome.refused(
                                Ruling.of(new VotingFinding.BallotTwice(BallotId.of("V1")))));
    }

    @Test
    void explainsAVoteInBothLanguagesWithGroupedFigures() {
        List<Unit> units = List.of(home(1, 2_000_000, "P1"), home(2, 1_000_000, "P2", "P3"));

        MotionResult result = tally(units, ballot(1, "P1", 1, Choice.FOR));

        assertThat(RuleTexts.governance(Language.EN).render(result.ruling()))
                .isEqualTo(
                        """
                        ✔ Notice on 2024-12-01, voting from 2024-12-16: 15 days; at least 15 are \
                        needed [Property Management Regulation art. 14 para. 1 (our reading \
                        of the law)]
                        ✔ Area taking part 20,000.00/30,000.00 m²; ≥2/3 is needed [Civil Code \
                        art. 278 para. 2; SPC Interpretation on Condominium Ownership art. 8]
                        ✘ Owners taking part 1/2; ≥2/3 is needed [Civil Code art. 278 para. 2; \
                        SPC Interpretation on Condominium Ownership art. 9]
                        ✔ Area in favour 20,000.00/20,000.00 m²; >1/2 is needed [Civil Code \
                        art. 278 para. 2; SPC Interpretation on Condominium Ownership art. 8]
                        ✔ Owners in favour 1/1; >1/2 is needed [Civil Code art. 278 para. 2; SPC \
                        Interpretation on Condominium Ownership art. 9]
                        – How the votes are read (I01-I10, I45, BALLOTS/4), that 过半数 is more \
                        than half, and that the question is of item 4 are readings of the law \
                        and not its words [Civil Code art. 278 para. 2 (our reading of the \
                        law); SPC Interpretation on Condominium Ownership art. 2 (our reading \
                        of the law); SPC Interpretation on Condominium Ownership art. 8 (our \
                        reading of the law); SPC Interpretation on Condominium Ownership art. 9 \
                        (our reading of the law); Civil Code art. 278 para. 1 item 4 (our \
                        reading of the law)]\
                        """);
        assertThat(RuleTexts.governance(Language.ZH_CN).render(result.ruling()))
                .contains("✔ 参与表决面积 20,000.00/30,000.00 ㎡；须≥2/3 [《中华人民共和国民法典》第278条第2款; ")
                .contains("✘ 参与表决人数 1/2；须≥2/3");
    }

    @Test
    void writesTheWholeCountAsOneText() {
        Meeting meeting = Samples.meeting(Matter.MANAGER_APPOINTMENT);
        var roster = Samples.roster(ONE_HOME);

        String text =
                Tally.of(
                                meeting,
                                roster,
                                List.of(ballot("V1", 1, "P1", 1, Choice.FOR)),
                                Samples.COUNTED)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                        .canonicalText();

        assertThat(text)
                .startsWith("xinyi-tally-6\npolicy\tCIVIL_CODE_2021/1\tBALLOTS/4\ncommunity\tc1\n")
                .contains("roster\t2024-11-30\tsha256:" + roster.digest() + "\n")
                .contains(
                        "ballot\tV1\tU001\tP1\tONLINE\t2024-12-16T01:00:01Z\tSIGNED\tOWN\tM1=FOR\n")
                .endsWith("result\tM1\tPASSED\n");
    }

    private static MotionResult tally(List<Unit> units, Ballot... ballots) {
        return Tally.of(
                        Samples.meeting(Matter.MANAGER_APPOINTMENT),
                        Samples.roster(units),
                        List.of(ballots),
                        Samples.COUNTED)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                .motion(Samples.M1);
    }

    private static Votes votes(long areaSquareDecimetres, long heads) {
        return new Votes(FloorArea.ofSquareDecimetres(areaSquareDecimetres), HeadCount.of(heads));
    }

    @ParameterizedTest(name = "a roster of {0}, the voting opens on 2024-12-16: counted {1}")
    @CsvSource({"2024-12-15, true", "2024-12-16, true", "2024-12-17, false"})
    void whoVotesStandsFixedWhenTheVotingOpens(LocalDate roster, boolean counted) {
        Meeting meeting =
                new Meeting(
                        MeetingId.of("2024-OM-01"),
                        Samples.COMMUNITY,
                        roster,
                        LocalDate.of(2024, 12, 1),
                        Samples.OPENS,
                        Samples.CLOSES,
                        List.of(new Motion(Samples.M1, Matter.MANAGER_APPOINTMENT, "选聘")));
        Roster owners =
                Roster.of(
                                Samples.COMMUNITY,
                                roster,
                                Parties.of(Samples.DEVELOPER),
                                List.of(home(1, 100, "P1")))
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        BallotBox none = BallotBox.of(List.of());

        Outcome<TallyResult> count =
                Tally.count(meeting, owners, none, Bylaws.none(), Samples.COUNTED);

        assertThat(count.isAccepted()).isEqualTo(counted);
        assertThat(
                        count.<Boolean>fold(
                                tally -> false,
                                ruling -> ruling.refuses(VotingFinding.RosterDay.CODE)))
                .isEqualTo(!counted);
        assertThat(Tally.soFar(meeting, owners, none, Bylaws.none(), Samples.OPENS).isAccepted())
                .isEqualTo(counted);
    }
}
