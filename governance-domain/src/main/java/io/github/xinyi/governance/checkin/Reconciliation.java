package io.github.xinyi.governance.checkin;

import io.github.xinyi.governance.checkin.CheckInEvent.MemberCheckedIn;
import io.github.xinyi.governance.checkin.CheckInEvent.MemberMoved;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of check-ins turned into events of which each person has one place at a time, and what did
 * not become an event.
 *
 * <p>Example: of three lines of one person, at C01 on 2 January, at C01 on 5 January and at C02 on
 * 1 June, the first is a check-in, the second a repetition, the third a move. The order of the list
 * changes nothing.
 *
 * @param events in the order of their days
 * @param repeated lines that say what an earlier one said
 * @param contradicting lines that put a person in a second place on the very day of the first; the
 *     person stays in the place whose identifier comes first
 * @since 0.1.0
 */
public record Reconciliation(
        List<CheckInEvent> events, List<RawCheckIn> repeated, List<RawCheckIn> contradicting) {

    /** Copies the lists. */
    public Reconciliation {
        events = List.copyOf(events);
        repeated = List.copyOf(repeated);
        contradicting = List.copyOf(contradicting);
    }

    /**
     * Reconciles a list.
     *
     * @param district whose register they go to
     * @param lines in any order
     * @return the events, recorded at the end of their days
     */
    public static Reconciliation of(CommunityId district, Collection<RawCheckIn> lines) {
        List<CheckInEvent> events = new ArrayList<>();
        List<RawCheckIn> repeated = new ArrayList<>();
        List<RawCheckIn> contradicting = new ArrayList<>();
        Map<PersonId, RawCheckIn> last = new HashMap<>();
        for (RawCheckIn line : lines.stream().sorted().toList()) {
            RawCheckIn before = last.get(line.member());
            if (before != null && before.community().equals(line.community())) {
                repeated.add(line);
            } else if (before != null && before.day().equals(line.day())) {
                contradicting.add(line);
            } else {
                events.add(event(district, line, before == null));
                last.put(line.member(), line);
            }
        }
        return new Reconciliation(events, repeated, contradicting);
    }

    private static CheckInEvent event(CommunityId district, RawCheckIn line, boolean first) {
        Instant recorded = line.day().plusDays(1).atStartOfDay(Meeting.ZONE).toInstant();
        return first
                ? new MemberCheckedIn(
                        district, line.community(), line.member(), line.day(), recorded)
                : new MemberMoved(district, line.community(), line.member(), line.day(), recorded);
    }
}
