package io.github.xinyi.governance.event;

import io.github.xinyi.governance.event.EventText.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * How texts written before a type of event changed are still read, for example {@code
 * EventChange.renamed("grid.CaseReported", 2, "text", "summary")}.
 *
 * <p>A component is named by its path: {@code summary} for one of the event itself, {@code
 * items.business} for one of the records in its component {@code items}, be that one record or a
 * list of them. Immutable.
 *
 * @since 0.1.0
 */
public final class EventChange {

    private final String type;
    private final int since;
    private final String formerType;
    private final List<String> path;
    private final BiConsumer<Map<String, Node>, String> edit;

    private EventChange(
            String type,
            int since,
            String formerType,
            String path,
            BiConsumer<Map<String, Node>, String> edit) {
        this.type = type;
        this.since = since;
        this.formerType = formerType;
        this.path = List.of(path.split("[.]", -1));
        this.edit = edit;
    }

    private static EventChange of(
            String type, int since, String path, BiConsumer<Map<String, Node>, String> edit) {
        if (since < 2) {
            throw new IllegalArgumentException("a change makes version 2 or later, not " + since);
        }
        return new EventChange(type, since, type, path, edit);
    }

    /**
     * A type has a new name; its version goes on.
     *
     * @param old for example {@code grid.CaseNoted}
     * @param now for example {@code grid.CaseReported}
     * @return the change
     */
    public static EventChange renamedType(String old, String now) {
        return new EventChange(now, 0, old, "", (components, name) -> {});
    }

    /**
     * A component has a new name.
     *
     * @param type the type as it is named now
     * @param since the first version with the new name, at least 2
     * @param old the path before
     * @param now the name since, the last word of its path
     * @return the change
     */
    public static EventChange renamed(String type, int since, String old, String now) {
        return of(
                type,
                since,
                old,
                (components, name) -> {
                    Node value = components.remove(name);
                    if (value != null) {
                        components.put(now, value);
                    }
                });
    }

    /**
     * A component is new.
     *
     * @param type the type as it is named now
     * @param since the first version that has it, at least 2
     * @param component its path
     * @param value what earlier texts are read with, as the codec writes values: {@code 2:no} for a
     *     text of two characters, {@code []} for an empty list
     * @return the change
     */
    public static EventChange added(String type, int since, String component, String value) {
        EventText.value(value);
        return of(
                type,
                since,
                component,
                (components, name) -> components.putIfAbsent(name, EventText.value(value)));
    }

    /**
     * A component is new, and in earlier texts what another one is.
     *
     * @param type the type as it is named now
     * @param since the first version that has it, at least 2
     * @param from the path of the other
     * @param component its own name, the last word of its path
     * @return the change
     */
    public static EventChange copied(String type, int since, String from, String component) {
        return of(
                type,
                since,
                from,
                (components, name) -> {
                    Node value = components.get(name);
                    if (value != null) {
                        components.putIfAbsent(component, value);
                    }
                });
    }

    /**
     * A component that was one value is a list, of that one in earlier texts.
     *
     * @param type the type as it is named now
     * @param since the first version that has a list, at least 2
     * @param component its path
     * @return the change
     */
    public static EventChange listed(String type, int since, String component) {
        return of(
                type,
                since,
                component,
                (components, name) ->
                        components.computeIfPresent(
                                name,
                                (same, value) ->
                                        value instanceof Node.Items
                                                ? value
                                                : new Node.Items(List.of(value))));
    }

    /**
     * Constants of an enum have new names; a name that is not among the old ones stays.
     *
     * @param type the type as it is named now
     * @param since the first version with the new names, at least 2
     * @param component the path of a component of that enum, or of a list of it
     * @param names the new name of each old one, for example {@code
     *     PUBLIC_INCOME=PUBLIC_INCOME_USE}
     * @return the change
     */
    public static EventChange renamedConstants(
            String type, int since, String component, Map<String, String> names) {
        Map<String, String> kept = Map.copyOf(names);
        return of(
                type,
                since,
                component,
                (components, name) ->
                        components.computeIfPresent(name, (same, value) -> renamed(value, kept)));
    }

    private static Node renamed(Node value, Map<String, String> names) {
        if (value instanceof Node.Items items) {
            return new Node.Items(items.nodes().stream().map(one -> renamed(one, names)).toList());
        }
        return value instanceof Node.Text text
                ? new Node.Text(names.getOrDefault(text.value(), text.value()))
                : value;
    }

    String type() {
        return type;
    }

    int since() {
        return since;
    }

    /** The name now of a type that a text names. */
    String nameOf(String written) {
        return written.equals(formerType) ? type : written;
    }

    /** Brings the components of an earlier text up to {@code since}. */
    void applyTo(Map<String, Node> components) {
        applyTo(components, path);
    }

    private void applyTo(Map<String, Node> components, List<String> rest) {
        String name = rest.get(0);
        if (rest.size() == 1) {
            edit.accept(components, name);
        } else {
            List<String> below = rest.subList(1, rest.size());
            components.computeIfPresent(name, (same, value) -> within(value, below));
        }
    }

    /** The same value with the change made in each record that it is or holds. */
    private Node within(Node value, List<String> rest) {
        if (value instanceof Node.Items items) {
            return new Node.Items(items.nodes().stream().map(one -> within(one, rest)).toList());
        }
        if (value instanceof Node.Components whole) {
            Map<String, Node> components = new LinkedHashMap<>(whole.nodes());
            applyTo(components, rest);
            return new Node.Components(components);
        }
        return value;
    }

    /** For example {@code conference.AgendaSent/2 items.business}. */
    @Override
    public String toString() {
        return type + "/" + since + " " + String.join(".", path);
    }
}
