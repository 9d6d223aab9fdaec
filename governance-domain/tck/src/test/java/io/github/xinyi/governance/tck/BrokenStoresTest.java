package io.github.xinyi.governance.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.community.RosterStore;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Ballot;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MeetingStore;
import io.github.xinyi.governance.voting.TallyResult;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contracts themselves: each of these stores is wrong in one way and is caught by name. */
class BrokenStoresTest {

    @Test
    void catchesARosterStoreThatReplacesWhatIsFrozen() {
        assertThat(failures(RosterStoreContract.class, contractOf(ReplacesRosters::new)))
                .contains("required_G04_refusesOtherContentForTheSameDayAndKeepsTheFirst");
    }

    @Test
    void catchesARosterStoreThatMixesUpCommunities() {
        assertThat(failures(RosterStoreContract.class, contractOf(IgnoresCommunity::new)))
                .contains("required_G05_keepsCommunitiesApart");
    }

    @Test
    void catchesARosterStoreThatAnswersWithTheNearestDay() {
        assertThat(failures(RosterStoreContract.class, contractOf(AnswersNearestDay::new)))
                .contains("required_G06_findsNothingWhereNothingWasFrozen");
    }

    @Test
    void catchesAMeetingStoreThatOverwritesBallots() {
        assertThat(failures(MeetingStoreContract.class, meetingContractOf(OverwritesBallots::new)))
                .contains("required_G17_refusesAnotherBallotUnderTheIdentifierAndKeepsTheFirst");
    }

    @Test
    void catchesAMeetingStoreThatCutsMomentsToMilliseconds() {
        assertThat(failures(MeetingStoreContract.class, meetingContractOf(CutsMoments::new)))
                .contains(
                        "required_G15_readsEveryBallotBackAsItCameIn",
                        "required_G18_readsBallotsInOrderOfReceipt");
    }

    @Test
    void catchesAMeetingStoreThatSortsByIdentifierOnly() {
        assertThat(failures(MeetingStoreContract.class, meetingContractOf(SortsById::new)))
                .containsExactly("required_G18_readsBallotsInOrderOfReceipt");
    }

    @Test
    void catchesAMeetingStoreThatTakesBallotsAfterTheResult() {
        assertThat(failures(MeetingStoreContract.class, meetingContractOf(StaysOpen::new)))
                .containsExactly("required_G22_takesNoNewBallotOnceTheResultIsStored");
    }

    private static RosterStoreContract contractOf(Supplier<RosterStore> store) {
        return new RosterStoreContract() {
            @Override
            protected RosterStore newStore() {
                return store.get();
            }
        };
    }

    private static MeetingStoreContract meetingContractOf(Supplier<MeetingStore> store) {
        return new MeetingStoreContract() {
            @Override
            protected MeetingStore newStore() {
                return store.get();
            }
        };
    }

    static List<String> failures(Class<?> contract, Object instance) {
        List<String> failed = new ArrayList<>();
        for (Method method : contract.getMethods()) {
            if (method.isAnnotationPresent(Test.class)) {
                try {
                    method.invoke(instance);
                } catch (InvocationTargetException e) {
                    failed.add(method.getName());
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return failed;
    }

    private static class ReplacesRosters implements RosterStore {
        private final Map<String, Roster> rosters = new HashMap<>();

        @Override
        public synchronized Outcome<RosterDigest> freeze(Roster roster) {
            rosters.put(roster.community() + "/" + roster.recordDate(), roster);
            return Outcome.accepted(roster.digest());
        }

        @Override
        public Optional<Roster> find(CommunityId community, LocalDate recordDate) {
            return Optional.ofNullable(rosters.get(community + "/" + recordDate));
        }

        @Override
        public Optional<Roster> find(CommunityId community, RosterDigest digest) {
            return rosters.values().stream().filter(r -> r.digest().equals(digest)).findFirst();
        }
    }

    private static class ForwardingRosterStore implements RosterStore {
        final RosterStore sound = new InMemoryRosterStore();

        @Override
        public Outcome<RosterDigest> freeze(Roster roster) {
            return sound.freeze(roster);
        }

        @Override
        public Optional<Roster> find(CommunityId community, LocalDate recordDate) {
            return sound.find(community, recordDate);
        }

        @Override
        public Optional<Roster> find(CommunityId community, RosterDigest digest) {
            return sound.find(community, digest);
        }
    }

    private static final class IgnoresCommunity extends ForwardingRosterStore {
        @Override
        public Optional<Roster> find(CommunityId community, RosterDigest digest) {
            return sound.find(Specimens.EAST, digest);
        }
    }

    private static final class AnswersNearestDay extends ForwardingRosterStore {
        private final TreeSet<LocalDate> days = new TreeSet<>();

        @Override
        public synchronized Outcome<RosterDigest> freeze(Roster roster) {
            days.add(roster.recordDate());
            return super.freeze(roster);
        }

        @Override
        public Optional<Roster> find(CommunityId community, LocalDate recordDate) {
            return Optional.ofNullable(days.floor(recordDate))
                    .flatMap(day -> sound.find(community, day));
        }
    }

    private static class ForwardingMeetingStore implements MeetingStore {
        final MeetingStore sound = new InMemoryMeetingStore();

        @Override
        public Outcome<Meeting> record(Meeting meeting) {
            return sound.record(meeting);
        }

        @Override
        public Optional<Meeting> find(CommunityId community, MeetingId meeting) {
            return sound.find(community, meeting);
        }

        @Override
        public Outcome<Ballot> add(CommunityId community, MeetingId meeting, Ballot ballot) {
            return sound.add(community, meeting, ballot);
        }

        @Override
        public List<Ballot> ballots(CommunityId community, MeetingId meeting) {
            return sound.ballots(community, meeting);
        }

        @Override
        public Outcome<String> store(TallyResult result) {
            return sound.store(result);
        }

        @Override
        public Optional<String> result(CommunityId community, MeetingId meeting) {
            return sound.result(community, meeting);
        }
    }

    private static final class OverwritesBallots extends ForwardingMeetingStore {
        private final Map<String, Ballot> last = new HashMap<>();

        @Override
        public synchronized Outcome<Ballot> add(
                CommunityId community, MeetingId meeting, Ballot ballot) {
            last.put(ballot.id().value(), ballot);
            return Outcome.accepted(ballot);
        }

        @Override
        public List<Ballot> ballots(CommunityId community, MeetingId meeting) {
            return List.copyOf(last.values());
        }
    }

    private static final class CutsMoments extends ForwardingMeetingStore {
        @Override
        public Outcome<Ballot> add(CommunityId community, MeetingId meeting, Ballot ballot) {
            return super.add(
                    community,
                    meeting,
                    new Ballot(
                            ballot.id(),
                            ballot.unit(),
                            ballot.voter(),
                            ballot.channel(),
                            ballot.receivedAt().truncatedTo(ChronoUnit.MILLIS),
                            ballot.signature(),
                            ballot.choices()));
        }
    }

    private static final class SortsById extends ForwardingMeetingStore {
        @Override
        public List<Ballot> ballots(CommunityId community, MeetingId meeting) {
            return sound.ballots(community, meeting).stream()
                    .sorted(Comparator.comparing(Ballot::id))
                    .toList();
        }
    }

    private static final class StaysOpen extends ForwardingMeetingStore {
        private final List<Ballot> after = new ArrayList<>();

        @Override
        public Outcome<Ballot> add(CommunityId community, MeetingId meeting, Ballot ballot) {
            Outcome<Ballot> outcome = super.add(community, meeting, ballot);
            if (!outcome.isAccepted() && sound.result(community, meeting).isPresent()) {
                after.add(ballot);
                return Outcome.accepted(ballot);
            }
            return outcome;
        }

        @Override
        public List<Ballot> ballots(CommunityId community, MeetingId meeting) {
            List<Ballot> all = new ArrayList<>(sound.ballots(community, meeting));
            all.addAll(after);
            return all;
        }
    }
}
