package io.github.xinyi.governance.event;

import java.util.Map;

/**
 * How texts written before a type of event changed are still read, for example {@code
 * EventChange.renamed("grid.CaseReported", 2, "text", "summary")}.
 *
 * <p>Changes concern the components of the event itself; a record inside an event never changes.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class EventChange {

    private enum Kind {
        TYPE,
        RENAMED,
        ADDED
    }

    private final Kind kind;
    private final String type;
    private final int since;
    private final String old;
    private final String now;

    private EventChange(Kind kind, String type, int since, String old, String now) {
        if (since < (kind == Kind.TYPE ? 0 : 2)) {
            throw new IllegalArgumentException("a change makes version 2 or later, not " + since);
        }
        this.kind = kind;
        this.type = type;
        this.since = since;
        this.old = old;
        this.now = now;
    }

    /**
     * A type has a new name; its version goes on.
     *
     * @param old for example {@code grid.CaseNoted}
     * @param now for example {@code grid.CaseReported}
     * @return the change
     */
    public static EventChange renamedType(String old, String now) {
        return new EventChange(Kind.TYPE, now, 0, old, now);
    }

    /**
     * A component has a new name.
     *
     * @param type the type as it is named now
     * @param since the first version with the new name, at least 2
     * @param old the name before
     * @param now the name since
     * @return the change
     */
    public static EventChange renamed(String type, int since, String old, String now) {
        return new EventChange(Kind.RENAMED, type, since, old, now);
    }

    /**
     * A component is new.
     *
     * @param type the type as it is named now
     * @param since the first version that has it, at least 2
     * @param component its name
     * @param value what earlier texts are read with, as the codec writes values: {@code 2:no} for a
     *     text of two characters, {@code []} for an empty list
     * @return the change
     */
    public static EventChange added(String type, int since, String component, String value) {
        EventText.value(value);
        return new EventChange(Kind.ADDED, type, since, component, value);
    }

    String type() {
        return type;
    }

    int since() {
        return since;
    }

    /** The name now of a type that a text names. */
    String nameOf(String written) {
        return kind == Kind.TYPE && written.equals(old) ? now : written;
    }

    /** Brings the components of an earlier text up to {@code since}. */
    void applyTo(Map<String, EventText.Node> components) {
        switch (kind) {
            case TYPE -> {}
            case RENAMED -> {
                EventText.Node value = components.remove(old);
                if (value != null) {
                    components.put(now, value);
                }
            }
            case ADDED -> components.putIfAbsent(old, EventText.value(now));
        }
    }

    @Override
    public String toString() {
        return type + "/" + since + " " + kind + " " + old + " " + now;
    }
}
