package io.github.xinyi.governance.voting;

import static io.github.xinyi.governance.voting.Samples.ballot;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Parties;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Underwriting;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.MotionResult.Result;
import io.github.xinyi.governance.voting.SetAside.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * An underwriter (包销人) votes with what it has not handed over, as a head beside the developer (SPC
 * Interpretation on Condominium Ownership art. 17).
 *
 * <p>D1 has unit 1, unsold; B1 has bought units 2 and 3 and sold 3, not handed over; P1 lives in 4.
 */
class UnderwriterTest {

    private static final Roster ROSTER =
            Samples.roster(
                    List.of(
                            unit(1, DeliveryStatus.UNSOLD, "D1"),
                            unit(2, DeliveryStatus.UNSOLD, "D1"),
                            unit(3, DeliveryStatus.SOLD_NOT_DELIVERED, "P3"),
                            unit(4, DeliveryStatus.SOLD_DELIVERED, "P1")),
                    Parties.of(Samples.DEVELOPER)
                            .withUnderwritings(
                                    List.of(
                                            new Underwriting(Samples.unitId(2), PersonId.of("B1")),
                                            new Underwriting(
                                                    Samples.unitId(3), PersonId.of("B1")))));

    @Test
    void votesAsOneHeadWithTheAreaOfAllItsUnitsBySpcOwnership17() {
        MotionResult result =
                count(
                        ballot("V2", 2, "B1", 1, Choice.FOR),
                        ballot("V3", 3, "B1", 2, Choice.FOR),
                        ballot("V4", 4, "P1", 3, Choice.FOR));

        assertThat(result.count().total()).isEqualTo(votes(400, 3));
        assertThat(result.count().inFavour()).isEqualTo(votes(300, 2));
        assertThat(result.setAside()).isEmpty();
        assertThat(result.result()).isEqualTo(Result.PASSED);
    }

    @Test
    void aloneVotesForItsUnits() {
        MotionResult result =
                count(
                        ballot("V1", 1, "B1", 1, Choice.FOR),
                        ballot("V2", 2, "D1", 2, Choice.FOR),
                        ballot("V3", 3, "P3", 3, Choice.FOR),
                        ballot("V4", 4, "B1", 4, Choice.FOR),
                        ballot("V5", 2, "B1", 5, Choice.AGAINST));

        assertThat(result.setAside())
                .extracting(SetAside::ballot)
                .containsExactly(
                        BallotId.of("V1"), BallotId.of("V2"), BallotId.of("V3"), BallotId.of("V4"));
        assertThat(result.setAside())
                .extracting(SetAside::reasons)
                .containsOnly(Set.of(Reason.NOT_AN_OWNER));
        assertThat(result.count().inFavour()).isEqualTo(Votes.NONE);
        assertThat(result.count().against()).isEqualTo(votes(100, 1));
    }

    @Test
    void abstainsWithAllItReturnedIfItsUnitsDiffer() {
        MotionResult result =
                count(
                        ballot("V2", 2, "B1", 1, Choice.FOR),
                        ballot("V3", 3, "B1", 2, Choice.AGAINST));

        assertThat(result.count().abstaining()).isEqualTo(votes(200, 1));
        assertThat(result.mixedHolders()).singleElement().hasToString("B1");
    }

    private static Unit unit(int number, DeliveryStatus status, String owner) {
        return Samples.unit(number, 100, UnitUse.RESIDENTIAL, status, owner);
    }

    private static Votes votes(long area, long heads) {
        return new Votes(FloorArea.ofSquareDecimetres(area), HeadCount.of(heads));
    }

    private static MotionResult count(Ballot... ballots) {
        return Tally.of(
                        Samples.meeting(Matter.MANAGER_APPOINTMENT),
                        ROSTER,
                        Arrays.asList(ballots),
                        Samples.COUNTED)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                .motion(Samples.M1);
    }
}
