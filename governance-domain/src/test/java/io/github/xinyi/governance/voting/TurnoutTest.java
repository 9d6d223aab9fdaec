package io.github.xinyi.governance.voting;

import static io.github.xinyi.governance.voting.Samples.ballot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.ballot.AnswerColumn;
import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.community.Electorate;
import io.github.xinyi.governance.community.HeadPolicy;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** How far an open vote has come, and the entry that counts packed answers. */
class TurnoutTest {

    @Property(tries = 2_000)
    void whatIsNeededIsTheLeastThatReachesTheShare(
            @ForAll @IntRange(min = 1, max = 60) int total,
            @ForAll @IntRange(max = 60) int cast,
            @ForAll @IntRange(max = 60) int yes,
            @ForAll Matter matter,
            @ForAll RuleSet rules) {
        int participating = Math.min(cast, total);
        int inFavour = Math.min(yes, participating);
        Turnout turnout = turnout(total, participating, inFavour, matter, rules);
        RuleSet.Share consent = rules.consent(matter);
        boolean grows = consent.base() == RuleSet.Base.PARTICIPANTS;

        long forQuorum = turnout.neededForQuorum().heads().value();
        long forConsent = turnout.neededForConsent().heads().value();

        assertThat(forQuorum)
                .isEqualTo(least(rules.quorum().threshold(), participating, total, false));
        assertThat(forConsent)
                .isEqualTo(
                        least(consent.threshold(), inFavour, grows ? participating : total, grows));
        assertThat(turnout.neededForConsent().area().squareDecimetres()).isEqualTo(forConsent);
        assertThat(turnout.canStillPass())
                .isEqualTo(forConsent <= total - participating && passesFull(turnout));
    }

    private static boolean passesFull(Turnout turnout) {
        long silent =
                turnout.count().total().heads().value()
                        - turnout.count().participating().heads().value();
        return Judgement.of(
                                new MotionCount(
                                        turnout.count().total(),
                                        turnout.count().inFavour().plus(votes(silent)),
                                        turnout.count().against(),
                                        Votes.NONE),
                                turnout.motion().matter(),
                                turnout.rules(),
                                turnout.judgement().notice())
                        .result()
                == Result.PASSED;
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
                        Tally.of(Samples.meeting(Matter.REBUILDING), roster, ballots)
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
                        at)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                .get(0);
    }

    /** Tries one after the other. */
    private static long least(Threshold share, long part, long whole, boolean grows) {
        long more = 0;
        while (part + more > (grows ? whole + more : whole)
                || !share.isMetBy(part + more, grows ? whole + more : whole)) {
            more++;
        }
        return more;
    }

    private static Turnout turnout(
            int total, int participating, int inFavour, Matter matter, RuleSet rules) {
        MotionCount count =
                new MotionCount(
                        votes(total), votes(inFavour), votes(participating - inFavour), Votes.NONE);
        LocalDate opening = rules.period().startInclusive();
        Motion motion = new Motion(MotionId.of("M1"), matter, "表决事项");
        return new Turnout(
                motion,
                count,
                rules,
                Judgement.of(
                                count,
                                matter,
                                rules,
                                new VotingFinding.NoticeDays(opening.minusDays(15), opening, rules))
                        .whileOpen());
    }

    private static Votes votes(long number) {
        return new Votes(area(number), HeadCount.of(number));
    }

    private static FloorArea area(long squareDecimetres) {
        return FloorArea.ofSquareDecimetres(squareDecimetres);
    }
}
