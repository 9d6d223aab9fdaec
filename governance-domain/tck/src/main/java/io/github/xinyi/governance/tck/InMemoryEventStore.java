package io.github.xinyi.governance.tck;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.JointAppend;
import io.github.xinyi.governance.event.Page;
import io.github.xinyi.governance.event.StoredEvent;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keeps events for as long as the program runs, each written and read once by the codec;
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class InMemoryEventStore implements EventStore {

    private final EventCodec codec;
    private final Map<CommunityId, List<StoredEvent>> feeds = new HashMap<>();
    private final Map<StreamName, List<StoredEvent>> streams = new LinkedHashMap<>();
    private final Map<Command, List<StoredEvent>> commands = new HashMap<>();

    private record Command(CommunityId community, CommandId id) {}

    /**
     * An empty store.
     *
     * @param codec knows every event that will be added
     */
    public InMemoryEventStore(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    public synchronized Outcome<List<StoredEvent>> append(JointAppend append) {
        append.events().forEach(this::kept); // The codec refuses before anything is added.
        List<StoredEvent> before = commands.get(new Command(append.community(), append.command()));
        if (before != null) {
            return append.again(before);
        }
        return append.to(stream -> read(stream).size()).then(joint -> Outcome.accepted(add(joint)));
    }

    private List<StoredEvent> add(JointAppend append) {
        List<StoredEvent> added = new ArrayList<>();
        for (Append part : append.parts()) {
            added.addAll(add(part));
        }
        commands.put(new Command(append.community(), append.command()), List.copyOf(added));
        return List.copyOf(added);
    }

    private List<StoredEvent> add(Append append) {
        List<StoredEvent> feed =
                feeds.computeIfAbsent(append.stream().community(), c -> new ArrayList<>());
        List<StoredEvent> stream = streams.computeIfAbsent(append.stream(), s -> new ArrayList<>());
        List<StoredEvent> added = new ArrayList<>();
        for (DomainEvent event : append.events()) {
            StoredEvent stored =
                    new StoredEvent(
                            append.stream(),
                            stream.size() + 1L,
                            feed.size() + 1L,
                            append.command(),
                            kept(event));
            stream.add(stored);
            feed.add(stored);
            added.add(stored);
        }
        return added;
    }

    @Override
    public synchronized List<StoredEvent> read(StreamName stream, Page page) {
        return cut(read(stream).stream(), page);
    }

    @Override
    public synchronized List<StreamName> streams(CommunityId community, String kind, Page page) {
        return cut(
                streams.keySet().stream()
                        .filter(s -> s.community().equals(community) && s.kind().equals(kind)),
                page);
    }

    @Override
    public synchronized List<StoredEvent> feed(CommunityId community, Page page) {
        return cut(feeds.getOrDefault(community, List.of()).stream(), page);
    }

    private List<StoredEvent> read(StreamName stream) {
        return streams.getOrDefault(stream, List.of());
    }

    private static <T> List<T> cut(Stream<T> all, Page page) {
        return all.skip(page.after()).limit(page.limit()).toList();
    }

    /** The event as it would be read back. */
    private DomainEvent kept(DomainEvent event) {
        return codec.decode(codec.encode(event))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }
}
