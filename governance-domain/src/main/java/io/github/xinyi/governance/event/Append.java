package io.github.xinyi.governance.event;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import java.util.List;

/**
 * Events to be added to a stream by one command, all or none, for example one {@code
 * ProcedureOpened} to a stream of version 0.
 *
 * @param stream where to
 * @param command the caller's name for it
 * @param expectedVersion the version that the caller has read, 0 for a stream without events
 * @param events 1 to {@link #MAX_EVENTS}, of the community of the stream, in their order
 * @since 0.1.0
 */
public record Append(
        StreamName stream, CommandId command, long expectedVersion, List<DomainEvent> events) {

    /** The most events of one command. */
    public static final int MAX_EVENTS = 100;

    /** Copies the events and refuses what no command can bring. */
    public Append {
        events = List.copyOf(events);
        if (expectedVersion < 0 || events.isEmpty() || events.size() > MAX_EVENTS) {
            throw new IllegalArgumentException(
                    "no append of " + events.size() + " events to version " + expectedVersion);
        }
        for (DomainEvent event : events) {
            if (!event.community().equals(stream.community())) {
                throw new IllegalArgumentException(
                        "an event of " + event.community() + " for the stream " + stream);
            }
        }
    }

    /**
     * Whether it may be added to the stream as it stands; a store asks under its lock.
     *
     * @param actualVersion the number of events that the stream has
     * @return the version of the first new event; refused with {@link StaleVersion} or {@link
     *     EventRule#STREAM_LENGTH}
     */
    public Outcome<Long> to(long actualVersion) {
        Finding fresh = new StaleVersion(stream, expectedVersion, actualVersion);
        long after = actualVersion + events.size();
        Finding length =
                RuleCheck.of(
                        EventRule.STREAM_LENGTH,
                        after <= EventStore.MAX_STREAM_LENGTH,
                        "stream",
                        stream,
                        "events",
                        after,
                        "limit",
                        EventStore.MAX_STREAM_LENGTH);
        Ruling ruling = Ruling.of(fresh, length);
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(actualVersion + 1)
                : Outcome.refused(ruling);
    }
}
