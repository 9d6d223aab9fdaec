package io.github.xinyi.trust.tck.rules;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.JointAppend;
import io.github.xinyi.governance.event.Page;
import io.github.xinyi.governance.event.StoredEvent;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.records.TrustEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The village's events, each written and read once by the codec; never two of one command. */
final class VillageEvents implements EventStore {

    private final List<StoredEvent> feed = new ArrayList<>();
    private int readsLeft;
    private Runnable meanwhile = () -> {};

    @Override
    public synchronized Outcome<List<StoredEvent>> append(JointAppend append) {
        List<StoredEvent> before =
                feed.stream().filter(e -> e.command().equals(append.command())).toList();
        if (!before.isEmpty()) {
            return append.again(before);
        }
        return append.to(stream -> of(stream).size())
                .then(
                        joint ->
                                Outcome.accepted(
                                        joint.parts().stream().flatMap(this::add).toList()));
    }

    private Stream<StoredEvent> add(Append append) {
        List<StoredEvent> added = new ArrayList<>();
        for (DomainEvent event : append.events()) {
            String text = TrustEvents.codec().encode(event);
            StoredEvent stored =
                    new StoredEvent(
                            append.stream(),
                            append.expectedVersion() + added.size() + 1,
                            feed.size() + 1L,
                            append.command(),
                            Village.accept(TrustEvents.codec().decode(text)));
            feed.add(stored);
            added.add(stored);
        }
        return added.stream();
    }

    private List<StoredEvent> of(StreamName stream) {
        return feed.stream().filter(e -> e.stream().equals(stream)).toList();
    }

    /** What was recorded last. */
    synchronized StoredEvent last() {
        return feed.get(feed.size() - 1);
    }

    /** Puts a history into the store that no command has made. */
    synchronized void forge(StreamName stream, DomainEvent event) {
        List<StoredEvent> there = of(stream);
        Optional<StoredEvent> last = there.stream().reduce((a, b) -> b);
        feed.add(
                new StoredEvent(
                        stream,
                        there.size() + 1L,
                        feed.size() + 1L,
                        last.orElseThrow().command(),
                        event));
    }

    /** Runs once something that happens just before so many reads from now. */
    synchronized void beforeRead(int reads, Runnable happens) {
        readsLeft = reads;
        meanwhile = happens;
    }

    @Override
    public synchronized List<StoredEvent> read(StreamName stream, Page page) {
        if (--readsLeft == 0) {
            meanwhile.run();
        }
        return of(stream).stream()
                .filter(e -> e.version() > page.after())
                .limit(page.limit())
                .toList();
    }

    @Override
    public synchronized List<StreamName> streams(CommunityId community, String kind, Page page) {
        return feed.stream()
                .map(StoredEvent::stream)
                .filter(s -> s.community().equals(community) && s.kind().equals(kind))
                .distinct()
                .skip(page.after())
                .limit(page.limit())
                .toList();
    }

    @Override
    public synchronized List<StoredEvent> feed(CommunityId community, Page page) {
        return feed.stream()
                .filter(e -> e.stream().community().equals(community))
                .filter(e -> e.sequence() > page.after())
                .limit(page.limit())
                .toList();
    }
}
