package io.github.xinyi.governance.event;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What has happened to one thing, in the order in which it was recorded; its time never runs
 * backwards, and a command adds one event or none.
 *
 * <p>Example: {@code history.with(event, findings, LifeRule.TIME_FORWARD)} is the history with the
 * event, or every rule in the way. Whoever keeps one brings the rules by which it refuses.
 *
 * @param events the events, none before the first command
 * @param <E> their sealed root
 * @since 0.1.0
 */
public record EventHistory<E extends DomainEvent>(List<E> events) {

    /** Copies the list. */
    public EventHistory {
        events = List.copyOf(events);
    }

    /**
     * A history in which nothing has happened.
     *
     * @param <E> the root of what may happen
     * @return without events
     */
    public static <E extends DomainEvent> EventHistory<E> empty() {
        return new EventHistory<>(List.of());
    }

    /**
     * What happened last.
     *
     * @return the last event
     * @throws IndexOutOfBoundsException if nothing has happened
     */
    public E last() {
        return events.get(events.size() - 1);
    }

    /**
     * Adds an event, if every finding is met and it is not before the last one.
     *
     * @param event what is to be recorded
     * @param findings what was judged of it
     * @param timeForward the rule that is broken by an event before the last
     * @return the history with one event more, or all findings
     */
    public Outcome<EventHistory<E>> with(
            E event, List<? extends Finding> findings, Rule timeForward) {
        List<Finding> all = new ArrayList<>(findings);
        if (!events.isEmpty()) {
            Instant last = last().occurredAt();
            all.add(
                    RuleCheck.of(
                            timeForward,
                            !event.occurredAt().isBefore(last),
                            "at",
                            event.occurredAt(),
                            "last",
                            last));
        }
        Ruling ruling = new Ruling(all);
        List<E> after = new ArrayList<>(events);
        after.add(event);
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(new EventHistory<>(after))
                : Outcome.refused(ruling);
    }

    /**
     * Whether the last command has made what was recorded, and nothing else.
     *
     * @param event what was recorded
     * @param rule the rule that is broken where they differ
     * @param state what the command has made
     * @param <T> its type
     * @return the state, or the rule
     */
    public <T> Outcome<T> asRecorded(E event, Rule rule, T state) {
        return last().equals(event) ? Outcome.accepted(state) : notAsRecorded(event, rule);
    }

    /**
     * Refuses an event that no command could have made.
     *
     * @param event what was recorded
     * @param rule the rule that is broken
     * @param <T> what the events make
     * @return refused
     */
    public static <T> Outcome<T> notAsRecorded(DomainEvent event, Rule rule) {
        return Outcome.refused(
                Ruling.of(
                        RuleCheck.of(
                                rule,
                                false,
                                "event",
                                event.getClass().getSimpleName(),
                                "at",
                                event.occurredAt())));
    }

    /**
     * Judges recorded events again, in their order, until the first that is refused.
     *
     * @param events what was recorded, at least one
     * @param first makes a state of the first event
     * @param next makes the state after an event from the one before it
     * @param <E> the root of the events
     * @param <T> what they make
     * @return the state they make, or the rules that the first wrong one breaks
     */
    public static <E extends DomainEvent, T> Outcome<T> replay(
            List<E> events, Function<E, Outcome<T>> first, BiFunction<T, E, Outcome<T>> next) {
        Outcome<T> state = first.apply(events.get(0));
        for (E event : events.subList(1, events.size())) {
            state = state.then(before -> next.apply(before, event));
        }
        return state;
    }
}
