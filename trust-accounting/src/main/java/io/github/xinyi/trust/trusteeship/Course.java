package io.github.xinyi.trust.trusteeship;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.store.StoreException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One stream and the state that it makes: read from its store at every question, and judged again
 * only where it has grown.
 */
final class Course<E extends DomainEvent, T> {

    private final EventStore store;
    private final StreamName name;
    private final Class<E> type;
    private final Function<List<E>, Outcome<T>> replay;
    private final Function<T, List<E>> eventsOf;

    private volatile @Nullable Seen<E, T> seen;

    private record Seen<E, T>(List<E> events, T state) {}

    Course(
            EventStore store,
            StreamName name,
            Class<E> type,
            Function<List<E>, Outcome<T>> replay,
            Function<T, List<E>> eventsOf) {
        this.store = store;
        this.name = name;
        this.type = type;
        this.replay = replay;
        this.eventsOf = eventsOf;
    }

    boolean isBegun() {
        return !history().isEmpty();
    }

    private List<E> history() {
        return store.history(name, type);
    }

    /** The state now; refused where the store holds what no command could have made. */
    Outcome<T> judged() {
        List<E> events = history();
        Seen<E, T> last = seen;
        if (last != null && last.events().equals(events)) {
            return Outcome.accepted(last.state());
        }
        return replay.apply(events)
                .then(
                        state -> {
                            seen = new Seen<>(events, state);
                            return Outcome.accepted(state);
                        });
    }

    T now() {
        return judged().orElseThrow(
                        ruling ->
                                new StoreException(
                                        "EventStore.history",
                                        new IllegalStateException(
                                                name + " was not made by its rules: " + ruling)));
    }

    /** Keeps the first event of a state. */
    Outcome<T> begin(CommandId command, T begun) {
        return keep(command, List.of(), begun);
    }

    /** Takes a step from the state as it is now, and keeps the one event that it makes. */
    Outcome<T> step(CommandId command, Function<T, Outcome<T>> step) {
        T before = now();
        return step.apply(before).then(after -> keep(command, eventsOf.apply(before), after));
    }

    private Outcome<T> keep(CommandId command, List<E> before, T after) {
        List<E> all = eventsOf.apply(after);
        if (all.size() != before.size() + 1 || !all.subList(0, before.size()).equals(before)) {
            throw new IllegalArgumentException(
                    "a command takes one step from what it was given, not to " + after);
        }
        return store.append(
                        new Append(name, command, before.size(), List.of(all.get(before.size()))))
                .then(kept -> Outcome.accepted(after));
    }
}
