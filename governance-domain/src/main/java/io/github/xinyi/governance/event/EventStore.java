package io.github.xinyi.governance.event;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps events; you implement this, and {@code EventStoreContract} of the contract tests says when
 * it is right.
 *
 * <p>Nothing kept is ever changed or deleted. Implementations are safe for use by several threads.
 * Every method throws {@link io.github.xinyi.governance.store.StoreException} when the store cannot
 * answer, or holds what its codec cannot read. Use: read {@link #history}, fold it, decide, append
 * under its length.
 *
 * @since 0.1.0
 */
public interface EventStore {

    /** The most events of one stream. */
    int MAX_STREAM_LENGTH = 10_000;

    /**
     * Adds events at the end of streams, all or none: nobody ever sees one stream with what a
     * command brought and another without.
     *
     * <p>A command that was carried out before gets the answer that it got then, whatever versions
     * it now expects and however the streams have grown.
     *
     * @param append what to add
     * @return the events with their places, in the order given; refused with {@link StaleVersion}
     *     and {@link EventRule#STREAM_LENGTH} for every stream in the way, or with {@link
     *     EventRule#COMMAND_REPEATED}, and then nothing is added to any
     * @throws IllegalArgumentException if the codec of the store does not know an event
     */
    Outcome<List<StoredEvent>> append(JointAppend append);

    /**
     * Adds events at the end of one stream, as {@link #append(JointAppend)}.
     *
     * @param append what to add
     * @return the events with their places
     * @throws IllegalArgumentException if the codec of the store does not know an event
     */
    default Outcome<List<StoredEvent>> append(Append append) {
        return append(JointAppend.of(append));
    }

    /**
     * The events of a stream.
     *
     * @param stream the stream
     * @param page {@code after} is the version of the last event already seen
     * @return in order of version; empty if there are none
     */
    List<StoredEvent> read(StreamName stream, Page page);

    /**
     * The streams of a community that are of one kind.
     *
     * @param community whose
     * @param kind for example {@code procedure}
     * @param page {@code after} is the number of streams already seen
     * @return in the order of their first events; empty if there are none
     */
    List<StreamName> streams(CommunityId community, String kind, Page page);

    /**
     * All events of a community, for those who pass them on.
     *
     * @param community whose
     * @param page {@code after} is the sequence of the last event already seen
     * @return in order of sequence; an event that is seen has none before it still to come
     */
    List<StoredEvent> feed(CommunityId community, Page page);

    /**
     * All events of a stream, to be folded; their number is the version to append under.
     *
     * @param stream the stream
     * @param root the type of its events
     * @param <E> that type
     * @return in order of version; empty if there are none
     * @throws ClassCastException if the stream has an event of another type
     */
    default <E extends DomainEvent> List<E> history(StreamName stream, Class<E> root) {
        List<E> all = new ArrayList<>();
        for (List<StoredEvent> page = read(stream, Page.after(0));
                !page.isEmpty();
                page = read(stream, Page.after(all.size()))) {
            page.forEach(stored -> all.add(root.cast(stored.event())));
        }
        return List.copyOf(all);
    }
}
