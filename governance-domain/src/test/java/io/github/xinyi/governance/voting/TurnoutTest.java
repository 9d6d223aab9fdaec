package io.github.xinyi.governance.voting;

import static io.github.xinyi.governance.voting.Samples.ballot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.ballot.AnswerColumn;
import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.LocalTerms;
import io.github.xinyi.governance.community.Electorate;
import io.github.xinyi.governance.community.HeadPolicy;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far an open vote has come, and the entry that counts packed answers. */
class TurnoutTest {

    @Property(tries = 2_000)
    void whatIsNeededIsTheLeastThatReachesTheShare(
            @ForAll @IntRange(min = 1, max = 60) int total,
            @ForAll @IntRange(max = 60) int cast,
            @ForAll @IntRange(max = 60) int yes,
            @ForAll @IntRange(max = 60) int turns,
            @ForAll Matter matter,
            @ForAll RuleSet rules) {
        int participating = Math.min(cast, total);
        int inFavour = Math.min(yes, participating);
        int turnable = Math.min(turns, participating - inFavour);
        RuleSet.Share consent = rules.consent(matter);
        boolean grows = consent.base() == RuleSet.Base.PARTICIPANTS;

        Turnout turnout =
                turnout(
                        new MotionCount(
                                votes(total),
                                votes(inFavour),
                                votes(participating - inFavour),
                                Votes.NONE),
                        new OpenVotes(votes(turnable), votes(total - participating), new long[0]),
                        matter,
                        rules);

        assertThat(turnout.neededForQuorum())
                .isEqualTo(votes(least(rules.quorum().threshold(), participating, total, total)));
        assertThat(turnout.neededForConsent())
                .isEqualTo(
                        votes(
                                least(
                                        consent.threshold(),
                                        inFavour,
                                        grows ? participating : total,
                                        grows ? turnable : total)));
    }

    @Test
    void needsOfThoseWhoCanTurnOnlyAsManyAsConsentLacks() {
        MotionCount count = new MotionCount(votes(200), votes(40), votes(60), Votes.NONE);

        Turnout turnout =
                turnout(
                        count,
                        new OpenVotes(votes(60), votes(100), new long[0]),
                        Matter.MANAGER_APPOINTMENT,
                        RuleSet.CIVIL_CODE_2021);

        assertThat(turnout.neededForConsent()).isEqualTo(votes(11));
    }

    @Test
    void isPendingUntilTheVotingHasClosed() {
        List<Unit> units =
                IntStream.range(0, 3).mapToObj(i -> Samples.home(i, 100, "P" + i)).toList();
        List<Ballot> ballots =
                List.of(ballot(0, "P0", 1, Choice.FOR), ballot(1, "P1", 50, Choice.FOR));

        Turnout early = soFar(units, ballots, Samples.OPENS.plusSeconds(10));
        Turnout atClose = soFar(units, ballots, Samples.CLOSES);
        Turnout after = soFar(units, ballots, Samples.CLOSES.plusSeconds(1));

        assertThat(early.judgement().result()).isEqualTo(Result.PENDING);
        assertThat(early.neededForQuorum()).isEqualTo(new Votes(area(100), HeadCount.of(1)));
        assertThat(early.canStillPass()).isTrue();
        assertThat(atClose.judgement().result()).isEqualTo(Result.PENDING);
        assertThat(atClose.neededForQuorum()).isEqualTo(Votes.NONE);
        assertThat(after.judgement().result()).isEqualTo(Result.PASSED);
    }

    /**
     * 160 of 300 take part, 120 of them in favour; 40 more are wanted for the quorum, and with 80
     * more consent is no more than half. So much idle area can only come in unit by unit.
     */
    @ParameterizedTest(name = "units of {0} that cannot consent: {1}")
    @CsvSource({
        "39, false",
        "40, true",
        "79, true",
        "80, false",
        "30 90, false",
        "30 50, true",
        "30 9, false",
        "30 10, true",
        "70 100, true",
        "'', false",
    })
    void idleUnitsMustBringTheQuorumAndLeaveConsent(String idle, boolean passes) {
        long[] units =
                Arrays.stream(idle.split(" "))
                        .filter(unit -> !unit.isEmpty())
                        .mapToLong(Long::parseLong)
                        .toArray();

        assertThat(
                        turnout(
                                        new MotionCount(
                                                new Votes(area(300), HeadCount.of(3)),
                                                new Votes(area(120), HeadCount.of(2)),
                                                new Votes(area(40), HeadCount.of(1)),
                                                Votes.NONE),
                                        new OpenVotes(Votes.NONE, Votes.NONE, units),
                                        Matter.MANAGER_APPOINTMENT,
                                        RuleSet.CIVIL_CODE_2021)
                                .canStillPass())
                .isEqualTo(passes);
    }

    @Test
    void needsNoIdleUnitWhereTheQuorumIsReached() {
        MotionCount count = new MotionCount(votes(3), votes(2), Votes.NONE, Votes.NONE);
        OpenVotes none = new OpenVotes(Votes.NONE, Votes.NONE, new long[0]);

        Turnout turnout = turnout(count, none, Matter.MANAGER_APPOINTMENT, RuleSet.CIVIL_CODE_2021);

        assertThat(turnout.canStillPass()).isTrue();
        assertThat(turnout.count()).isEqualTo(count);
        assertThat(turnout.motion().id()).isEqualTo(Samples.M1);
        assertThat(turnout).hasToString("M1 PENDING");
    }

    @Test
    void packedAnswersCountAsTheBallotsTheyComeFrom() {
        List<Unit> units =
                IntStream.range(0, 200)
                        .mapToObj(i -> Samples.home(i, 100 + i, "P" + i % 150))
                        .toList();
        Roster roster = Samples.roster(units);
        Electorate electorate = roster.electorate(HeadPolicy.statutory());
        AnswerColumn.Builder column = AnswerColumn.builder(electorate.units());
        List<Ballot> ballots =
                IntStream.range(0, 200)
                        .filter(i -> i % 5 > 0)
                        .mapToObj(i -> ballot(i, "P" + i % 150, i, choice(i)))
                        .toList();
        IntStream.range(0, 200)
                .filter(i -> i % 5 > 0)
                .forEach(i -> column.answer(electorate.indexOf(Samples.unitId(i)), choice(i)));

        MotionCount packed = MotionCount.counter(electorate).count(column.build());

        assertThat(packed)
                .isEqualTo(
                        Tally.of(
                                        Samples.meeting(Matter.REBUILDING),
                                        roster,
                                        ballots,
                                        Samples.COUNTED)
                                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                                .motion(Samples.M1)
                                .count());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                MotionCount.counter(electorate)
                                        .count(AnswerColumn.builder(199).build()));
    }

    private static Choice choice(int i) {
        return List.of(Choice.values()).get(i % 3);
    }

    private static Turnout soFar(List<Unit> units, List<Ballot> ballots, Instant at) {
        return Tally.soFar(
                        Samples.meeting(Matter.MANAGER_APPOINTMENT),
                        Samples.roster(units),
                        BallotBox.of(ballots),
                        Bylaws.none(),
                        at)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                .get(0);
    }

    /** Tries one after the other; those who turn do not make the whole any greater. */
    private static long least(Threshold share, long part, long whole, long turnable) {
        long more = 0;
        while (part + more > whole + Math.max(0, more - turnable)
                || !share.isMetBy(part + more, whole + Math.max(0, more - turnable))) {
            more++;
        }
        return more;
    }

    private static Turnout turnout(
            MotionCount count, OpenVotes open, Matter matter, RuleSet rules) {
        LocalDate opening = rules.period().startInclusive();
        Meeting meeting =
                new Meeting(
                        MeetingId.of("OM"),
                        Samples.COMMUNITY,
                        opening,
                        opening.minusDays(15),
                        opening.atStartOfDay(Meeting.ZONE).toInstant(),
                        opening.plusDays(1).atStartOfDay(Meeting.ZONE).toInstant(),
                        List.of(new Motion(Samples.M1, matter, "表决事项")));
        RosterDigest digest = new RosterDigest("0".repeat(64));
        CountTerms terms =
                new CountTerms(
                        meeting, digest, rules, meeting.opensAt(), LocalTerms.none(), List.of());
        return new Turnout(terms, meeting.motions().get(0), count, open);
    }

    private static Votes votes(long number) {
        return new Votes(area(number), HeadCount.of(number));
    }

    private static FloorArea area(long squareDecimetres) {
        return FloorArea.ofSquareDecimetres(squareDecimetres);
    }

    @Test
    void isToldOfTheRosterOfTheMeetingOnly() {
        Meeting meeting = Samples.meeting(Matter.MANAGER_APPOINTMENT);
        List<Unit> units = List.of(Samples.home(1, 100, "P1"));
        Roster later =
                Answers.accepted(
                        Roster.of(
                                Samples.COMMUNITY,
                                Samples.RECORD_DATE.plusDays(1),
                                Samples.DEVELOPER,
                                units));
        Roster elsewhere =
                Answers.accepted(
                        Roster.of(
                                CommunityId.of("elsewhere"),
                                Samples.RECORD_DATE,
                                Samples.DEVELOPER,
                                units));

        for (Roster roster : List.of(later, elsewhere)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () ->
                                    Tally.soFar(
                                            meeting,
                                            roster,
                                            BallotBox.of(List.of()),
                                            Bylaws.none(),
                                            Samples.OPENS))
                    .withMessageContaining("needs the roster of c1 2024-11-30");
        }
    }
}
