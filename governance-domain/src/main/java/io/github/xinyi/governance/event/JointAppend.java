package io.github.xinyi.governance.event;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Events to be added to several streams of one community by one command, all or none, for example
 * that the owners' decision is revoked, to {@code anheyuan/procedure/2025-P-01} and to {@code
 * anheyuan/casework/C-2025-03}.
 *
 * @param parts one for each stream, 1 to {@link Append#MAX_EVENTS}, all of one community and one
 *     command, with at most {@link Append#MAX_EVENTS} events together; they are added in this order
 * @since 0.1.0
 */
public record JointAppend(List<Append> parts) {

    /** Copies the parts and refuses what no command can bring. */
    public JointAppend {
        parts = List.copyOf(parts);
        int events = parts.stream().mapToInt(part -> part.events().size()).sum();
        if (parts.isEmpty() || events > Append.MAX_EVENTS) {
            throw new IllegalArgumentException(
                    "no append of " + events + " events to " + parts.size() + " streams");
        }
        if (parts.stream().map(Append::stream).distinct().count() != parts.size()) {
            throw new IllegalArgumentException("a stream twice: " + parts);
        }
        if (parts.stream().map(Append::command).distinct().count() != 1
                || parts.stream().map(part -> part.stream().community()).distinct().count() != 1) {
            throw new IllegalArgumentException("not of one command of one community: " + parts);
        }
    }

    /**
     * An append to one stream.
     *
     * @param append what to add
     * @return the same
     */
    public static JointAppend of(Append append) {
        return new JointAppend(List.of(append));
    }

    /**
     * The command that brings all of it.
     *
     * @return the caller's name for it
     */
    public CommandId command() {
        return parts.get(0).command();
    }

    /**
     * The community of all its streams.
     *
     * @return whose
     */
    public CommunityId community() {
        return parts.get(0).stream().community();
    }

    /**
     * Every event, in the order in which they are added.
     *
     * @return 1 to {@link Append#MAX_EVENTS}
     */
    public List<DomainEvent> events() {
        return parts.stream().flatMap(part -> part.events().stream()).toList();
    }

    /**
     * Whether all of it may be added to the streams as they stand; a store asks under its lock.
     *
     * @param actualVersion the number of events that a stream has
     * @return this; refused with what stands in the way of every stream, as {@link Append#to} says
     */
    public Outcome<JointAppend> to(ToLongFunction<StreamName> actualVersion) {
        List<Finding> faults = new ArrayList<>();
        for (Append part : parts) {
            part.to(actualVersion.applyAsLong(part.stream()))
                    .fold(first -> List.<Finding>of(), Ruling::findings)
                    .forEach(faults::add);
        }
        return faults.isEmpty() ? Outcome.accepted(this) : Outcome.refused(new Ruling(faults));
    }

    /**
     * The answer to a command whose name has been used before.
     *
     * @param kept what that command brought, in order of sequence
     * @return the events kept, if they are these ones of these streams; refused otherwise
     */
    public Outcome<List<StoredEvent>> again(List<StoredEvent> kept) {
        List<StreamName> streams = new ArrayList<>();
        parts.forEach(part -> part.events().forEach(event -> streams.add(part.stream())));
        boolean same =
                kept.stream().map(StoredEvent::event).toList().equals(events())
                        && kept.stream().map(StoredEvent::stream).toList().equals(streams);
        return same
                ? Outcome.accepted(kept)
                : Outcome.refused(
                        Ruling.of(
                                RuleCheck.of(
                                        EventRule.COMMAND_REPEATED,
                                        false,
                                        "command",
                                        command(),
                                        "stream",
                                        kept.get(0).stream())));
    }
}
