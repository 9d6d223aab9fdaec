package io.github.xinyi.example.stories;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.ruling.Outcome;
import java.util.List;
import java.util.function.Function;

/**
 * One record of a community, for example a case: its events are in the store, its state is their
 * fold, read anew for each command.
 *
 * <p>It stays with the stories: it takes a refusal for a mistake of the story and throws, and it
 * names commands by their place in the stream. A host answers a refusal to whoever asked, and names
 * a command by the request, so that the same request sent twice is one; what it needs beyond that
 * is {@link EventStore} itself.
 *
 * @param <S> the state
 * @param <E> its events
 */
final class KeptRecord<S, E extends DomainEvent> {

    private final EventStore events;
    private final StreamName stream;
    private final Class<E> root;
    private final Function<List<E>, S> fold;

    KeptRecord(EventStore events, StreamName stream, Class<E> root, Function<List<E>, S> fold) {
        this.events = events;
        this.stream = stream;
        this.root = root;
        this.fold = fold;
    }

    /** Everything that happened to it. */
    List<E> history() {
        return events.history(stream, root);
    }

    S state() {
        return fold.apply(history());
    }

    /** Keeps its first event. */
    S begin(Outcome<? extends E> first) {
        return keep(0, Outcomes.accepted(first));
    }

    /** Carries a command out and keeps its event. */
    S then(Function<S, ? extends Outcome<? extends E>> command) {
        List<E> history = history();
        return keep(history.size(), Outcomes.accepted(command.apply(fold.apply(history))));
    }

    private S keep(int version, E event) {
        String command = stream.kind() + "/" + stream.id() + "/" + (version + 1);
        Outcomes.accepted(
                events.append(new Append(stream, CommandId.of(command), version, List.of(event))));
        return state();
    }
}
