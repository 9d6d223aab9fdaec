package io.github.xinyi.governance.tck;

import static io.github.xinyi.governance.tck.Specimens.EAST;
import static io.github.xinyi.governance.tck.Specimens.MEETING;
import static io.github.xinyi.governance.tck.Specimens.OPENS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.BoxLimits;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MeetingFinding;
import io.github.xinyi.governance.voting.MeetingStore;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Tally;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class InMemoryMeetingStoreTest extends MeetingStoreContract {

    private static final int TEN_MILLION = 10_000_000;
    private static final Meeting CALLED = Specimens.meeting(EAST, MEETING, "选聘物业服务企业");

    @Override
    protected MeetingStore newStore(BoxLimits limits) {
        return new InMemoryMeetingStore(limits);
    }

    @Test
    void tenMillionBallotsOfOneVoterForOneUnitStopAtTheTwentiethAndTheBoxIsStillCounted() {
        assertThat(flood(i -> UnitId.of("3-2-0"))).isEqualTo(BoxLimits.Bound.REPEATED);
    }

    @Test
    void tenMillionBallotsOfOneVoterForEverNewUnitsStopAtTheTenThousandthAndTheBoxIsStillCounted() {
        assertThat(flood(i -> UnitId.of(i == 0 ? "3-2-0" : "U" + i)))
                .isEqualTo(BoxLimits.Bound.OF_PERSON);
    }

    /** Sends until the store refuses, and then counts the box. */
    private BoxLimits.Bound flood(IntFunction<UnitId> unit) {
        MeetingStore store = newStore(BoxLimits.standard());
        store.record(CALLED);
        for (int sent = 0; sent < TEN_MILLION; sent++) {
            Outcome<Ballot> outcome = store.add(EAST, MEETING, ballot(sent, unit.apply(sent)));
            if (!outcome.isAccepted()) {
                MeetingFinding.TooMany refusal = refusal(outcome);
                assertThat(sent).isEqualTo(refusal.limit());
                assertThat(store.box(EAST, MEETING).ballots()).hasSize(sent);
                assertThatOneOfThemCounts(store.box(EAST, MEETING), sent);
                return refusal.bound();
            }
        }
        throw new AssertionError("ten million ballots of one voter were taken");
    }

    /** The first ballot of the one unit stands, all others are told as set aside. */
    private static void assertThatOneOfThemCounts(BallotBox box, int sent) {
        MotionResult result =
                Tally.count(
                                CALLED,
                                Specimens.roster(EAST, Specimens.RECORD_DATE, "89.42"),
                                box,
                                Bylaws.none(),
                                CALLED.closesAt().plusSeconds(1))
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                        .motion(Specimens.M1);

        assertThat(result.count().participating()).isEqualTo(result.count().inFavour());
        assertThat(result.count().inFavour())
                .isEqualTo(new Votes(FloorArea.parse("89.42"), HeadCount.of(1)));
        assertThat(result.setAside()).hasSize(sent - 1);
    }

    private static MeetingFinding.TooMany refusal(Outcome<Ballot> outcome) {
        Ruling ruling =
                outcome.<Ruling>fold(
                        ballot -> {
                            throw new AssertionError("accepted " + ballot);
                        },
                        refused -> refused);
        return (MeetingFinding.TooMany) ruling.findings().get(0);
    }

    private static Ballot ballot(int number, UnitId unit) {
        return new Ballot(
                BallotId.of("V" + number),
                unit,
                Specimens.person(0),
                Channel.ONLINE,
                OPENS,
                Signature.SIGNED,
                new TreeMap<>(Map.of(Specimens.M1, Set.of(Choice.FOR))));
    }
}
