package io.github.xinyi.governance.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.BoxLimits;
import io.github.xinyi.governance.ballot.Delivery;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Withdrawal;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.community.RosterStore;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MeetingFinding;
import io.github.xinyi.governance.voting.MeetingStore;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.TallyResult;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
                .contains("required_G22_takesNoNewBallotOnceTheResultIsStored");
    }

    @Test
    void catchesAMeetingStoreThatForgetsTheMandate() {
        assertThat(failures(MeetingStoreContract.class, meetingContractOf(ForgetsMandate::new)))
                .contains("required_G25_keepsByWhatRightEveryBallotWasHandedIn");
    }

    @Test
    void catchesAMeetingStoreThatTakesAnotherAuthorityForTheSame() {
        assertThat(failures(MeetingStoreContract.class, meetingContractOf(IgnoresMandate::new)))
                .containsExactly("required_G26_refusesTheBallotAgainUnderAnotherMandate");
    }

    @Test
    void catchesAMeetingStoreThatDropsPapers() {
        assertThat(failures(MeetingStoreContract.class, meetingContractOf(DropsPapers::new)))
                .contains("required_G27_keepsThePapersOfEveryMotionInTheirOrder");
    }

    @Test
    void catchesAMeetingStoreThatKeepsOnlyWhichOfTheNineMattersAMotionIs() {
        assertThat(failures(MeetingStoreContract.class, meetingContractOf(DropsTrust::new)))
                .containsExactly("required_G38_keepsWhatAMotionDecidesUnderTheTrustModel");
    }

    @Test
    void catchesAMeetingStoreThatLosesABallotWhenTwoComeAtOnce() {
        assertThat(failures(MeetingStoreContract.class, meetingContractOf(LosesAtOnce::new)))
                .containsExactly("required_G28_countsBallotsOfAllChannelsAddedAtOnceAsIfInTurn");
    }

    @Test
    void catchesAMeetingStoreThatReplacesTheResult() {
        assertThat(failures(MeetingStoreContract.class, meetingContractOf(ReplacesResult::new)))
                .containsExactly("required_G21_storesOneResultOnly");
    }

    @Test
    void catchesAMeetingStoreThatMixesUpCommunities() {
        assertThat(failures(MeetingStoreContract.class, meetingContractOf(OneCommunity::new)))
                .contains("required_G19_keepsMeetingsAndCommunitiesApart");
    }

    @Test
    void catchesAMeetingStoreThatForgetsWithdrawals() {
        assertThat(failures(MeetingStoreContract.class, meetingContractOf(ForgetsTakenBack::new)))
                .containsExactlyInAnyOrder(
                        "required_G30_keepsAllThatCameInBesideTheBallots",
                        "required_G32_takesNothingNewIntoTheBoxOnceTheResultIsStored",
                        "required_G34_countsAgainFromTheStoreToTheSameTextAndResolutions");
    }

    @Test
    void catchesAMeetingStoreThatKeepsOneDeliveryOfAUnit() {
        assertThat(failures(MeetingStoreContract.class, meetingContractOf(OneDelivery::new)))
                .contains("required_G30_keepsAllThatCameInBesideTheBallots");
    }

    @Test
    void catchesAMeetingStoreThatTakesAnythingWithoutAMeeting() {
        assertThat(failures(MeetingStoreContract.class, meetingContractOf(AsksNoMeeting::new)))
                .containsExactly("required_G31_refusesWhatCameInForAnUnknownMeeting");
    }

    @Test
    void catchesAMeetingStoreThatTakesRequestsAfterTheResult() {
        assertThat(failures(MeetingStoreContract.class, meetingContractOf(TakesLate::new)))
                .containsExactly("required_G32_takesNothingNewIntoTheBoxOnceTheResultIsStored");
    }

    @Test
    void catchesAMeetingStoreThatForgetsTheRulesOfTheCount() {
        assertThat(failures(MeetingStoreContract.class, meetingContractOf(ForgetsRules::new)))
                .containsExactlyInAnyOrder(
                        "required_G33_keepsTheRulesByWhichTheResultWasCounted",
                        "required_G34_countsAgainFromTheStoreToTheSameTextAndResolutions");
    }

    @Test
    void catchesAMeetingStoreThatStoresAnOpenCount() {
        assertThat(failures(MeetingStoreContract.class, meetingContractOf(StoresOpen::new)))
                .containsExactly("required_G35_storesNoCountThatWasMadeBeforeTheClose");
    }

    @Test
    void catchesAMeetingStoreThatTakesOneEntryTooMany() {
        assertThat(failures(MeetingStoreContract.class, meetingContractOf(TakesOneMore::new)))
                .containsExactlyInAnyOrder(
                        "required_G36_takesNoMoreIntoTheBoxThanItsLimits",
                        "required_G37_takesNoMoreOfAnythingElseThanTheLimits",
                        "required_G39_keepsHalfOfTheBoxForThoseWhoHaveSentLittle");
    }

    /** A hundred voters could leave no room for anybody else. */
    @Test
    void catchesAMeetingStoreThatKeepsNoRoomForTheOthers() {
        assertThat(failures(MeetingStoreContract.class, meetingContractOf(FirstComeAll::new)))
                .containsExactly("required_G39_keepsHalfOfTheBoxForThoseWhoHaveSentLittle");
    }

    /** Anybody could use up the ballots of somebody else's unit. */
    @Test
    void catchesAMeetingStoreThatLimitsTheUnitInsteadOfTheVoter() {
        assertThat(
                        failures(
                                MeetingStoreContract.class,
                                meetingContractOf(CountsUnitsInsteadOfVoters::new)))
                .containsExactly(
                        "required_G36_takesNoMoreIntoTheBoxThanItsLimits",
                        "required_G39_keepsHalfOfTheBoxForThoseWhoHaveSentLittle");
    }

    static RosterStoreContract contractOf(Supplier<RosterStore> store) {
        return new RosterStoreContract() {
            @Override
            protected RosterStore newStore() {
                return store.get();
            }
        };
    }

    static MeetingStoreContract meetingContractOf(Supplier<ForwardingMeetingStore> store) {
        return new MeetingStoreContract() {
            @Override
            protected MeetingStore newStore(BoxLimits limits) {
                ForwardingMeetingStore broken = store.get();
                broken.keepWithin(limits);
                return broken;
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

    static class ForwardingRosterStore implements RosterStore {
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

    static class ForwardingMeetingStore implements MeetingStore {
        MeetingStore sound = new InMemoryMeetingStore();

        void keepWithin(BoxLimits limits) {
            sound = new InMemoryMeetingStore(limits);
        }

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
        public Outcome<Withdrawal> add(
                CommunityId community, MeetingId meeting, Withdrawal withdrawal) {
            return sound.add(community, meeting, withdrawal);
        }

        @Override
        public Outcome<Delivery> add(CommunityId community, MeetingId meeting, Delivery delivery) {
            return sound.add(community, meeting, delivery);
        }

        @Override
        public Outcome<UnitId> notePaperRequest(
                CommunityId community, MeetingId meeting, UnitId unit) {
            return sound.notePaperRequest(community, meeting, unit);
        }

        @Override
        public BallotBox box(CommunityId community, MeetingId meeting) {
            return sound.box(community, meeting);
        }

        @Override
        public Optional<Bylaws> bylaws(CommunityId community, MeetingId meeting) {
            return sound.bylaws(community, meeting);
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

    private static final class ForgetsTakenBack extends ForwardingMeetingStore {
        @Override
        public BallotBox box(CommunityId community, MeetingId meeting) {
            BallotBox box = super.box(community, meeting);
            return new BallotBox(box.ballots(), List.of(), box.deliveries(), box.askedForPaper());
        }
    }

    private static final class OneDelivery extends ForwardingMeetingStore {
        private final Map<UnitId, Delivery> first = new HashMap<>();

        @Override
        public Outcome<Delivery> add(CommunityId community, MeetingId meeting, Delivery delivery) {
            Delivery kept = first.putIfAbsent(delivery.unit(), delivery);
            return kept == null || kept.equals(delivery)
                    ? super.add(community, meeting, delivery)
                    : Outcome.accepted(delivery);
        }
    }

    private static final class AsksNoMeeting extends ForwardingMeetingStore {
        @Override
        public Outcome<Withdrawal> add(
                CommunityId community, MeetingId meeting, Withdrawal withdrawal) {
            return find(community, meeting).isEmpty()
                    ? Outcome.accepted(withdrawal)
                    : super.add(community, meeting, withdrawal);
        }
    }

    private static final class TakesLate extends ForwardingMeetingStore {
        @Override
        public Outcome<UnitId> notePaperRequest(
                CommunityId community, MeetingId meeting, UnitId unit) {
            Outcome<UnitId> outcome = super.notePaperRequest(community, meeting, unit);
            return result(community, meeting).isPresent() ? Outcome.accepted(unit) : outcome;
        }
    }

    private static final class ForgetsRules extends ForwardingMeetingStore {
        @Override
        public Optional<Bylaws> bylaws(CommunityId community, MeetingId meeting) {
            return super.bylaws(community, meeting).map(rules -> Bylaws.none());
        }
    }

    private static final class StoresOpen extends ForwardingMeetingStore {
        @Override
        public Outcome<String> store(TallyResult result) {
            return result.isOpen() ? Outcome.accepted(result.canonicalText()) : super.store(result);
        }
    }

    private static final class TakesOneMore extends ForwardingMeetingStore {
        @Override
        void keepWithin(BoxLimits limits) {
            int most = Math.min(limits.ofMeeting() + 1, BallotBox.MAX_ENTRIES);
            super.keepWithin(new BoxLimits(limits.repeated(), limits.ofPerson(), most));
        }
    }

    /** A box of twice the size is never more than half full. */
    private static final class FirstComeAll extends ForwardingMeetingStore {
        private int most = BallotBox.MAX_ENTRIES;

        @Override
        void keepWithin(BoxLimits limits) {
            most = limits.ofMeeting();
            int twice = Math.min(2 * most, BallotBox.MAX_ENTRIES);
            super.keepWithin(new BoxLimits(limits.repeated(), limits.ofPerson(), twice));
        }

        @Override
        public Outcome<Ballot> add(CommunityId community, MeetingId meeting, Ballot ballot) {
            List<Ballot> kept = ballots(community, meeting);
            return kept.size() < most || kept.contains(ballot)
                    ? super.add(community, meeting, ballot)
                    : full(meeting);
        }

        private <T> Outcome<T> full(MeetingId meeting) {
            return Outcome.refused(
                    Ruling.of(
                            new MeetingFinding.TooMany(meeting, BoxLimits.Bound.OF_MEETING, most)));
        }

        @Override
        public Outcome<Withdrawal> add(
                CommunityId community, MeetingId meeting, Withdrawal withdrawal) {
            return box(community, meeting).withdrawals().size() < most
                    ? super.add(community, meeting, withdrawal)
                    : full(meeting);
        }

        @Override
        public Outcome<Delivery> add(CommunityId community, MeetingId meeting, Delivery delivery) {
            return box(community, meeting).deliveries().size() < most
                    ? super.add(community, meeting, delivery)
                    : full(meeting);
        }

        @Override
        public Outcome<UnitId> notePaperRequest(
                CommunityId community, MeetingId meeting, UnitId unit) {
            return box(community, meeting).askedForPaper().size() < most
                    ? super.notePaperRequest(community, meeting, unit)
                    : full(meeting);
        }
    }

    private static final class CountsUnitsInsteadOfVoters extends ForwardingMeetingStore {
        private BoxLimits limits = BoxLimits.standard();

        @Override
        void keepWithin(BoxLimits within) {
            limits = within;
            super.keepWithin(within);
        }

        @Override
        public Outcome<Ballot> add(CommunityId community, MeetingId meeting, Ballot ballot) {
            long ofUnit =
                    ballots(community, meeting).stream()
                            .filter(kept -> kept.unit().equals(ballot.unit()))
                            .count();
            return ofUnit < limits.repeated()
                    ? super.add(community, meeting, ballot)
                    : Outcome.refused(
                            Ruling.of(
                                    new MeetingFinding.TooMany(
                                            meeting, BoxLimits.Bound.REPEATED, limits.repeated())));
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
                    with(
                            ballot,
                            ballot.receivedAt().truncatedTo(ChronoUnit.MILLIS),
                            ballot.mandate()));
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

    private static Ballot with(Ballot ballot, Instant receivedAt, Mandate mandate) {
        return new Ballot(
                ballot.id(),
                ballot.unit(),
                ballot.voter(),
                ballot.channel(),
                receivedAt,
                ballot.signature(),
                mandate,
                ballot.choices());
    }

    private static final class ForgetsMandate extends ForwardingMeetingStore {
        @Override
        public Outcome<Ballot> add(CommunityId community, MeetingId meeting, Ballot ballot) {
            Ballot without = with(ballot, ballot.receivedAt(), new Mandate.Own());
            return super.add(community, meeting, without).then(b -> Outcome.accepted(ballot));
        }
    }

    private static final class IgnoresMandate extends ForwardingMeetingStore {
        @Override
        public Outcome<Ballot> add(CommunityId community, MeetingId meeting, Ballot ballot) {
            Instant at = ballot.receivedAt();
            boolean there =
                    ballots(community, meeting).stream()
                            .map(b -> with(b, b.receivedAt(), ballot.mandate()))
                            .anyMatch(with(ballot, at, ballot.mandate())::equals);
            return there ? Outcome.accepted(ballot) : super.add(community, meeting, ballot);
        }
    }

    private static final class DropsPapers extends ForwardingMeetingStore {
        @Override
        public Outcome<Meeting> record(Meeting meeting) {
            Motion first = meeting.motions().get(0);
            Motion bare = new Motion(first.id(), first.matter(), first.title());
            return super.record(Specimens.with(meeting, bare)).then(m -> Outcome.accepted(meeting));
        }
    }

    private static final class DropsTrust extends ForwardingMeetingStore {
        @Override
        public Outcome<Meeting> record(Meeting meeting) {
            Motion first = meeting.motions().get(0);
            Motion bare = new Motion(first.id(), first.matter(), first.title(), first.documents());
            return super.record(Specimens.with(meeting, bare)).then(m -> Outcome.accepted(meeting));
        }
    }

    /**
     * Reads the ballots, and writes them back with one more. Two that come at once both read before
     * either writes: here they wait for each other, so that the later write always loses the other.
     */
    private static final class LosesAtOnce extends ForwardingMeetingStore {
        private static final Set<String> AT_ONCE = Set.of("V7", "V8");

        private final CyclicBarrier bothHaveRead = new CyclicBarrier(AT_ONCE.size());
        private final ConcurrentMap<String, List<Ballot>> written = new ConcurrentHashMap<>();

        @Override
        public Outcome<Ballot> add(CommunityId community, MeetingId meeting, Ballot ballot) {
            Outcome<Ballot> outcome = super.add(community, meeting, ballot);
            if (!outcome.isAccepted()) {
                return outcome;
            }
            String box = community + "/" + meeting;
            if (AT_ONCE.contains(ballot.id().value())) {
                List<Ballot> read = written.getOrDefault(box, List.of());
                awaitTheOther();
                written.put(box, with(read, ballot));
            } else {
                written.compute(box, (key, read) -> with(read == null ? List.of() : read, ballot));
            }
            return outcome;
        }

        @Override
        public List<Ballot> ballots(CommunityId community, MeetingId meeting) {
            List<Ballot> left = written.getOrDefault(community + "/" + meeting, List.of());
            return super.ballots(community, meeting).stream().filter(left::contains).toList();
        }

        private static List<Ballot> with(List<Ballot> read, Ballot ballot) {
            return read.contains(ballot)
                    ? read
                    : Stream.concat(read.stream(), Stream.of(ballot)).toList();
        }

        private void awaitTheOther() {
            try {
                bothHaveRead.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException("the contract adds no two ballots at once", e);
            }
        }
    }

    private static final class ReplacesResult extends ForwardingMeetingStore {
        private final Map<String, String> last = new HashMap<>();

        @Override
        public synchronized Outcome<String> store(TallyResult result) {
            Outcome<String> outcome = super.store(result);
            Meeting meeting = result.meeting();
            if (result.isOpen() || find(meeting.community(), meeting.id()).isEmpty()) {
                return outcome;
            }
            last.put(meeting.community() + "/" + meeting.id(), result.canonicalText());
            return Outcome.accepted(result.canonicalText());
        }

        @Override
        public synchronized Optional<String> result(CommunityId community, MeetingId meeting) {
            return Optional.ofNullable(last.get(community + "/" + meeting));
        }
    }

    private static final class OneCommunity extends ForwardingMeetingStore {
        @Override
        public List<Ballot> ballots(CommunityId community, MeetingId meeting) {
            return super.ballots(Specimens.EAST, meeting);
        }
    }
}
