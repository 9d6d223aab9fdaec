package io.github.xinyi.governance.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.tck.BrokenStoresTest.ForwardingMeetingStore;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MeetingFinding;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.TallyResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Stores of meetings that are wrong in what they keep, refuse or take in turn. */
class BrokenMeetingStoresTest {

    @Test
    void catchesAStoreThatCutsTitles() {
        assertThat(failures(CutsTitles::new))
                .contains("required_G11_readsAMeetingBackAsItWasRecorded");
    }

    @Test
    void catchesAStoreThatRefusesARepeatedCall() {
        assertThat(failures(RefusesRepeats::new))
                .containsExactly("required_G12_acceptsTheSameMeetingAgain");
    }

    @Test
    void catchesAStoreThatReplacesAMeeting() {
        assertThat(failures(ReplacesMeetings::new))
                .contains("required_G13_refusesAnotherMeetingUnderTheNameAndKeepsTheFirst");
    }

    @Test
    void catchesAStoreThatAcceptsBallotsForNoMeeting() {
        assertThat(failures(TakesStrayBallots::new))
                .containsExactly("required_G14_refusesABallotForAnUnknownMeeting");
    }

    @Test
    void catchesAStoreThatKeepsARetryBesideTheFirst() {
        assertThat(failures(KeepsRetries::new)).contains("required_G16_keepsTheSameBallotOnce");
    }

    @Test
    void catchesAStoreThatTrimsTheResult() {
        assertThat(failures(TrimsResults::new))
                .contains("required_G20_replaysTheStoredResultToTheSameText");
    }

    @Test
    void catchesAStoreThatAcceptsAResultOfNoMeeting() {
        assertThat(failures(TakesStrayResults::new))
                .containsExactly("required_G23_refusesAResultOfAnUnknownMeeting");
    }

    @Test
    void catchesAStoreThatLooksAndAddsInTwoSteps() {
        assertThat(failures(LooksThenAdds::new))
                .containsExactly("required_G24_keepsExactlyOneOfManyBallotsAddedAtOnce");
    }

    @Test
    void catchesAStoreThatAcceptsABallotBesideTheResultAndLosesIt() {
        assertThat(failures(LosesBesideTheResult::new))
                .containsExactly("required_G29_storesNoResultBesideABallotItDidNotCount");
    }

    @Test
    void catchesAStoreThatKnowsARetryOfItsOwnConnectionOnly() {
        assertThat(failures(KnowsOwnRetriesOnly::new))
                .contains("required_G40_countsAnyRaceOfAnyChannelsAsIfInTurn");
    }

    private static List<String> failures(Supplier<ForwardingMeetingStore> store) {
        return BrokenStoresTest.failures(
                MeetingStoreContract.class, BrokenStoresTest.meetingContractOf(store));
    }

    private static <T> Outcome<T> refused(Finding finding) {
        return Outcome.refused(Ruling.of(finding));
    }

    private static final class CutsTitles extends ForwardingMeetingStore {
        @Override
        public Optional<Meeting> find(CommunityId community, MeetingId meeting) {
            return super.find(community, meeting).map(CutsTitles::cut);
        }

        private static Meeting cut(Meeting meeting) {
            Motion first = meeting.motions().get(0);
            return Specimens.with(
                    meeting,
                    new Motion(
                            first.id(),
                            first.matter(),
                            first.title().substring(0, 1),
                            first.documents()));
        }
    }

    private static final class RefusesRepeats extends ForwardingMeetingStore {
        @Override
        public Outcome<Meeting> record(Meeting meeting) {
            return find(meeting.community(), meeting.id()).isEmpty()
                    ? super.record(meeting)
                    : refused(
                            new MeetingFinding.AlreadyRecorded(meeting.community(), meeting.id()));
        }
    }

    private static final class ReplacesMeetings extends ForwardingMeetingStore {
        private final Map<String, Meeting> last = new HashMap<>();

        @Override
        public Outcome<Meeting> record(Meeting meeting) {
            last.put(meeting.community() + "/" + meeting.id(), meeting);
            super.record(meeting);
            return Outcome.accepted(meeting);
        }

        @Override
        public Optional<Meeting> find(CommunityId community, MeetingId meeting) {
            return Optional.ofNullable(last.get(community + "/" + meeting));
        }
    }

    private static final class TakesStrayBallots extends ForwardingMeetingStore {
        @Override
        public Outcome<Ballot> add(CommunityId community, MeetingId meeting, Ballot ballot) {
            return find(community, meeting).isEmpty()
                    ? Outcome.accepted(ballot)
                    : super.add(community, meeting, ballot);
        }
    }

    private static final class KeepsRetries extends ForwardingMeetingStore {
        private final List<Ballot> again = new ArrayList<>();

        @Override
        public synchronized Outcome<Ballot> add(
                CommunityId community, MeetingId meeting, Ballot ballot) {
            if (super.ballots(community, meeting).contains(ballot)) {
                again.add(ballot);
            }
            return super.add(community, meeting, ballot);
        }

        @Override
        public synchronized List<Ballot> ballots(CommunityId community, MeetingId meeting) {
            List<Ballot> all = new ArrayList<>(super.ballots(community, meeting));
            all.addAll(again.stream().filter(all::contains).toList());
            return all;
        }
    }

    private static final class TrimsResults extends ForwardingMeetingStore {
        @Override
        public Optional<String> result(CommunityId community, MeetingId meeting) {
            return super.result(community, meeting).map(String::strip);
        }
    }

    private static final class TakesStrayResults extends ForwardingMeetingStore {
        @Override
        public Outcome<String> store(TallyResult result) {
            Meeting counted = result.meeting();
            return find(counted.community(), counted.id()).isEmpty()
                    ? Outcome.accepted(result.canonicalText())
                    : super.store(result);
        }
    }

    /** What the threads of a race do at once; whatever the contract does alone goes its way. */
    private abstract static class Raced extends ForwardingMeetingStore {
        private final Thread alone = Thread.currentThread();

        boolean isRaced(Ballot ballot, String id) {
            return Thread.currentThread() != alone && ballot.id().equals(BallotId.of(id));
        }
    }

    /** Eight look before any of them adds. */
    private static final class LooksThenAdds extends Raced {
        private final CyclicBarrier allHaveLooked = new CyclicBarrier(8);

        @Override
        public Outcome<Ballot> add(CommunityId community, MeetingId meeting, Ballot ballot) {
            if (!isRaced(ballot, "V0001")) {
                return super.add(community, meeting, ballot);
            }
            boolean absent = ballots(community, meeting).isEmpty();
            awaitTheOthers();
            Outcome<Ballot> added = super.add(community, meeting, ballot);
            return absent ? Outcome.accepted(ballot) : added;
        }

        private void awaitTheOthers() {
            try {
                allHaveLooked.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException("the contract does not add eight at once", e);
            }
        }
    }

    /** The result comes first, and whoever waits for the lock is told that all is well. */
    private static final class LosesBesideTheResult extends Raced {
        private final CountDownLatch stored = new CountDownLatch(1);

        @Override
        public Outcome<Ballot> add(CommunityId community, MeetingId meeting, Ballot ballot) {
            if (!isRaced(ballot, "V0002")) {
                return super.add(community, meeting, ballot);
            }
            awaitTheResult();
            super.add(community, meeting, ballot);
            return Outcome.accepted(ballot);
        }

        @Override
        public Outcome<String> store(TallyResult result) {
            Outcome<String> outcome = super.store(result);
            stored.countDown();
            return outcome;
        }

        private void awaitTheResult() {
            try {
                if (!stored.await(1, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("the contract stores no result beside it");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class KnowsOwnRetriesOnly extends ForwardingMeetingStore {
        private final Map<BallotId, Thread> givenBy = new ConcurrentHashMap<>();

        @Override
        public Outcome<Ballot> add(CommunityId community, MeetingId meeting, Ballot ballot) {
            Thread first = givenBy.putIfAbsent(ballot.id(), Thread.currentThread());
            return first == null || first == Thread.currentThread()
                    ? super.add(community, meeting, ballot)
                    : refused(new MeetingFinding.BallotConflict(meeting, ballot.id()));
        }
    }
}
