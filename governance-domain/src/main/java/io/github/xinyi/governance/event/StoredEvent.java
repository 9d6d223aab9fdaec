package io.github.xinyi.governance.event;

/**
 * An event at its place, for example the third of {@code anheyuan/procedure/2025-P-01}, the 4711th
 * of anheyuan.
 *
 * @param stream the stream it was added to
 * @param version its place in the stream, from 1, without gaps
 * @param sequence its place among all events of the community, from 1, without gaps
 * @param command the command that brought it
 * @param event what happened
 * @since 0.1.0
 */
public record StoredEvent(
        StreamName stream, long version, long sequence, CommandId command, DomainEvent event) {

    /** Refuses places that no store gives. */
    public StoredEvent {
        if (version < 1 || sequence < version) {
            throw new IllegalArgumentException("no place: " + version + " of " + sequence);
        }
    }
}
