package io.github.xinyi.governance.tck;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MeetingFinding;
import io.github.xinyi.governance.voting.MeetingStore;
import io.github.xinyi.governance.voting.TallyResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private final Map<Key, String> results = new HashMap<>();

    /** Makes an empty store. */
    public InMemoryMeetingStore() {}

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
        received.put(ballot.id(), ballot);
        return Outcome.accepted(ballot);
    }

    @Override
    public synchronized List<Ballot> ballots(CommunityId community, MeetingId meeting) {
        return ballots.getOrDefault(new Key(community, meeting), Map.of()).values().stream()
                .sorted(Ballot.ORDER_OF_RECEIPT)
                .toList();
    }

    @Override
    public synchronized Outcome<String> store(TallyResult result) {
        Key key = new Key(result.meeting().community(), result.meeting().id());
        if (!meetings.containsKey(key)) {
            return refused(new MeetingFinding.Unknown(key.community(), key.meeting()));
        }
        String text = result.canonicalText();
        String stored = results.putIfAbsent(key, text);
        return stored == null || stored.equals(text)
                ? Outcome.accepted(text)
                : refused(new MeetingFinding.ResultStored(key.community(), key.meeting()));
    }

    @Override
    public synchronized Optional<String> result(CommunityId community, MeetingId meeting) {
        return Optional.ofNullable(results.get(new Key(community, meeting)));
    }

    private static <T> Outcome<T> refused(Finding finding) {
        return Outcome.refused(Ruling.of(finding));
    }
}
