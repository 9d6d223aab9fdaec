package io.github.xinyi.governance.tck;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.BoxLimits;
import io.github.xinyi.governance.ballot.Delivery;
import io.github.xinyi.governance.ballot.Withdrawal;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MeetingFinding;
import io.github.xinyi.governance.voting.MeetingStore;
import io.github.xinyi.governance.voting.TallyResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A meeting store for tests, for example {@code new InMemoryMeetingStore()}; it forgets everything
 * with the process. Thread-safe.
 *
 * @since 0.1.0
 */
public final class InMemoryMeetingStore implements MeetingStore {

    private record Key(CommunityId community, MeetingId meeting) {}

    private final Map<Key, Meeting> meetings = new HashMap<>();
    private final Map<Key, Map<BallotId, Ballot>> ballots = new HashMap<>();
    private final Map<Key, Set<Withdrawal>> withdrawals = new HashMap<>();
    private final Map<Key, Set<Delivery>> deliveries = new HashMap<>();
    private final Map<Key, Set<UnitId>> askedForPaper = new HashMap<>();
    private final Map<Key, TallyResult> results = new HashMap<>();
    private final Map<Key, Map<List<?>, Long>> kept = new HashMap<>();
    private final BoxLimits limits;

    /** Makes an empty store with {@link BoxLimits#standard}. */
    public InMemoryMeetingStore() {
        this(BoxLimits.standard());
    }

    /**
     * Makes an empty store.
     *
     * @param limits what it takes into one box
     */
    public InMemoryMeetingStore(BoxLimits limits) {
        this.limits = limits;
    }

    @Override
    public synchronized Outcome<Meeting> record(Meeting meeting) {
        Key key = new Key(meeting.community(), meeting.id());
        Meeting recorded = meetings.putIfAbsent(key, meeting);
        return recorded == null || recorded.equals(meeting)
                ? Outcome.accepted(meeting)
                : refused(new MeetingFinding.AlreadyRecorded(key.community(), key.meeting()));
    }

    @Override
    public synchronized Optional<Meeting> find(CommunityId community, MeetingId meeting) {
        return Optional.ofNullable(meetings.get(new Key(community, meeting)));
    }

    @Override
    public synchronized Outcome<Ballot> add(
            CommunityId community, MeetingId meeting, Ballot ballot) {
        Key key = new Key(community, meeting);
        if (!meetings.containsKey(key)) {
            return refused(new MeetingFinding.Unknown(community, meeting));
        }
        Map<BallotId, Ballot> received = ballots.computeIfAbsent(key, k -> new HashMap<>());
        Ballot earlier = received.get(ballot.id());
        if (earlier != null) {
            return earlier.equals(ballot)
                    ? Outcome.accepted(ballot)
                    : refused(new MeetingFinding.BallotConflict(meeting, ballot.id()));
        }
        if (results.containsKey(key)) {
            return refused(new MeetingFinding.ResultStored(community, meeting));
        }
        return within(
                key,
                List.of(
                        List.of(Ballot.class, ballot.voter(), ballot.unit()),
                        List.of(Ballot.class, ballot.voter()),
                        List.of(Ballot.class)),
                () -> {
                    received.put(ballot.id(), ballot);
                    return ballot;
                });
    }

    /** Adds what passes no limit; the senders stand in the order of {@link BoxLimits#passedBy}. */
    private <T> Outcome<T> within(Key key, List<List<?>> senders, Supplier<T> adding) {
        Map<List<?>, Long> counts = kept.computeIfAbsent(key, k -> new HashMap<>());
        Optional<BoxLimits.Passed> passed =
                limits.passedBy(
                        senders.stream().map(sender -> counts.getOrDefault(sender, 0L)).toList());
        if (passed.isPresent()) {
            return refused(
                    new MeetingFinding.TooMany(
                            key.meeting(), passed.get().bound(), passed.get().limit()));
        }
        senders.forEach(sender -> counts.merge(sender, 1L, Long::sum));
        return Outcome.accepted(adding.get());
    }

    @Override
    public synchronized List<Ballot> ballots(CommunityId community, MeetingId meeting) {
        return ballots.getOrDefault(new Key(community, meeting), Map.of()).values().stream()
                .sorted(Ballot.ORDER_OF_RECEIPT)
                .toList();
    }

    @Override
    public Outcome<Withdrawal> add(
            CommunityId community, MeetingId meeting, Withdrawal withdrawal) {
        return add(
                withdrawals,
                new Key(community, meeting),
                withdrawal,
                List.of(
                        List.of(Withdrawal.class, withdrawal.principal(), withdrawal.proxy()),
                        List.of(Withdrawal.class, withdrawal.principal()),
                        List.of(Withdrawal.class)));
    }

    @Override
    public Outcome<Delivery> add(CommunityId community, MeetingId meeting, Delivery delivery) {
        return add(
                deliveries,
                new Key(community, meeting),
                delivery,
                List.of(
                        List.of(Delivery.class, delivery.unit()),
                        List.of(Delivery.class, delivery.unit()),
                        List.of(Delivery.class)));
    }

    @Override
    public Outcome<UnitId> notePaperRequest(CommunityId community, MeetingId meeting, UnitId unit) {
        return add(
                askedForPaper,
                new Key(community, meeting),
                unit,
                List.of(
                        List.of(UnitId.class, unit),
                        List.of(UnitId.class, unit),
                        List.of(UnitId.class)));
    }

    private synchronized <T> Outcome<T> add(
            Map<Key, Set<T>> entries, Key key, T entry, List<List<?>> senders) {
        if (!meetings.containsKey(key)) {
            return refused(new MeetingFinding.Unknown(key.community(), key.meeting()));
        }
        Set<T> there = entries.computeIfAbsent(key, k -> new HashSet<>());
        if (there.contains(entry)) {
            return Outcome.accepted(entry);
        }
        if (results.containsKey(key)) {
            return refused(new MeetingFinding.ResultStored(key.community(), key.meeting()));
        }
        return within(
                key,
                senders,
                () -> {
                    there.add(entry);
                    return entry;
                });
    }

    @Override
    public synchronized BallotBox box(CommunityId community, MeetingId meeting) {
        Key key = new Key(community, meeting);
        return new BallotBox(
                ballots(community, meeting),
                withdrawals.getOrDefault(key, Set.of()).stream()
                        .sorted(Withdrawal.ORDER_OF_RECEIPT)
                        .toList(),
                deliveries.getOrDefault(key, Set.of()).stream().sorted(Delivery.ORDER).toList(),
                new TreeSet<>(askedForPaper.getOrDefault(key, Set.of())));
    }

    @Override
    public synchronized Outcome<String> store(TallyResult result) {
        Key key = new Key(result.meeting().community(), result.meeting().id());
        List<Finding> faults = new ArrayList<>();
        if (result.isOpen()) {
            faults.add(new MeetingFinding.StillOpen(key.community(), key.meeting()));
        }
        if (!meetings.containsKey(key)) {
            faults.add(new MeetingFinding.Unknown(key.community(), key.meeting()));
        }
        if (results.containsKey(key) && !results.get(key).equals(result)) {
            faults.add(new MeetingFinding.ResultStored(key.community(), key.meeting()));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(new Ruling(faults));
        }
        results.putIfAbsent(key, result);
        return Outcome.accepted(result.canonicalText());
    }

    @Override
    public synchronized Optional<String> result(CommunityId community, MeetingId meeting) {
        return Optional.ofNullable(results.get(new Key(community, meeting)))
                .map(TallyResult::canonicalText);
    }

    @Override
    public synchronized Optional<Bylaws> bylaws(CommunityId community, MeetingId meeting) {
        return Optional.ofNullable(results.get(new Key(community, meeting)))
                .map(TallyResult::bylaws);
    }

    private static <T> Outcome<T> refused(Finding finding) {
        return Outcome.refused(Ruling.of(finding));
    }
}
