package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The defect: what was still needed was told by the nation's law alone. */
class LocalTurnoutTest {

    private static final Instant OPEN = Samples.OPENS.plusSeconds(1_000);

    @ParameterizedTest(name = "three quarters must take part, {0} of 100 do: {1} more")
    @CsvSource({"60, 15, 7", "67, 8, 0", "74, 1, 0", "75, 0, 0", "76, 0, 0"})
    void tellsWhatTheRegionsQuorumNeeds(int taking, int local, int national) {
        assertThat(soFar("guarantee.participation,≥3/4", taking, taking).neededForQuorum().heads())
                .isEqualTo(HeadCount.of(local));
        assertThat(soFar("guarantee.special,≥4/5", taking, taking).neededForQuorum().heads())
                .isEqualTo(HeadCount.of(national));
    }

    @ParameterizedTest(name = "two thirds must consent, {0} of 90 do: {1} more")
    @CsvSource({"45, 45, 1", "57, 9, 0", "59, 3, 0", "60, 0, 0", "61, 0, 0"})
    void tellsWhatTheRegionsConsentNeeds(int inFavour, int local, int national) {
        assertThat(soFar("guarantee.ordinary,≥2/3", 90, inFavour).neededForConsent().heads())
                .isEqualTo(HeadCount.of(local));
        assertThat(soFar("guarantee.special,≥4/5", 90, inFavour).neededForConsent().heads())
                .isEqualTo(HeadCount.of(national));
    }

    @Test
    void aVoteOfWhichARegionAsksEverybodyCanNotPassOnceOneIsAgainst() {
        Turnout against = soFar("guarantee.ordinary,≥1/1", 90, 89);
        Turnout unanimous = soFar("guarantee.ordinary,≥1/1", 90, 90);

        assertThat(against.neededForConsent().heads())
                .as("more than there are")
                .isEqualTo(HeadCount.of(101));
        assertThat(against.canStillPass()).isFalse();
        assertThat(unanimous.neededForConsent()).isEqualTo(Votes.NONE);
        assertThat(unanimous.canStillPass()).isTrue();
    }

    @ParameterizedTest(name = "voting of {0} days in Hangzhou can still pass: {1}")
    @CsvSource({"4, false", "5, true", "6, true", "60, true", "61, false"})
    void aVotingOfTooFewOrTooManyDaysInHangzhouCanNotPass(int days, boolean passes) {
        Turnout turnout =
                soFar(closing(days), Bylaws.none().under(Profiles.of("HANGZHOU")), 80, 80);

        assertThat(turnout.canStillPass()).isEqualTo(passes);
        assertThat(turnout.judgement().result())
                .isEqualTo(passes ? Result.PENDING : Result.INVALID_PROCEDURE);
    }

    @Test
    void showsTheLocalFindingBesideTheStatutoryOneAndTheNoticesOfTheProfile() {
        Turnout turnout = soFar("guarantee.participation,≥3/4", 70, 70);
        Turnout gansu = soFar(closing(10), Bylaws.none().under(Profiles.of("GANSU")), 70, 70);

        assertThat(turnout.ruling().findings())
                .filteredOn(finding -> finding.verdict() == Verdict.PENDING)
                .extracting(finding -> finding.rule().value())
                .containsExactly(
                        "voting.area-quorum",
                        "voting.head-quorum",
                        "voting.local-area-quorum",
                        "voting.local-head-quorum",
                        "voting.area-consent",
                        "voting.head-consent");
        assertThat(turnout.ruling().findings())
                .extracting(finding -> finding.rule().value())
                .contains("voting.readings");
        assertThat(Profiles.notices(gansu.ruling().findings())).isEqualTo(1);
    }

    private static Turnout soFar(String clause, int taking, int inFavour) {
        return soFar(closing(10), Bylaws.none().under(Profiles.with(clause)), taking, inFavour);
    }

    /** A hundred units of 1 m² with one owner each. */
    private static Turnout soFar(Meeting meeting, Bylaws bylaws, int taking, int inFavour) {
        List<Unit> units =
                IntStream.rangeClosed(1, 100).mapToObj(i -> Samples.home(i, 100, "P" + i)).toList();
        List<Ballot> ballots =
                IntStream.rangeClosed(1, taking)
                        .mapToObj(
                                i ->
                                        Samples.ballot(
                                                i,
                                                "P" + i,
                                                i,
                                                i <= inFavour ? Choice.FOR : Choice.AGAINST))
                        .toList();
        return Tally.soFar(meeting, Samples.roster(units), BallotBox.of(ballots), bylaws, OPEN)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                .get(0);
    }

    private static Meeting closing(int days) {
        Meeting meeting = Samples.meeting(Matter.MANAGER_APPOINTMENT);
        return new Meeting(
                meeting.id(),
                meeting.community(),
                meeting.rosterDate(),
                meeting.noticeDate(),
                meeting.opensAt(),
                meeting.opensAt().plusSeconds(86_400L * days),
                meeting.motions());
    }
}
