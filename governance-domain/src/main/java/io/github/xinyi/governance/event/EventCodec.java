package io.github.xinyi.governance.event;

import io.github.xinyi.governance.event.EventText.FormException;
import io.github.xinyi.governance.event.EventText.Node;
import io.github.xinyi.governance.event.EventText.Parsed;
import io.github.xinyi.governance.event.ValueForm.Faults;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Turns an event into one text and back, for example {@code xinyi-event/1 grid.CaseReported/1{
 * community=8:anheyuan;...}}.
 *
 * <p>A codec knows the records under the sealed roots that it was made from. A type is named by the
 * last word of its package and its simple name; its components are stored by their names, so these
 * names last for ever, or change by an {@link EventChange}. Two events that differ never have the
 * same text. Components may be: String, int, long, boolean, enums, records of one String {@code
 * value}, LocalDate, Instant (to the microsecond), Ratio, FloorArea, HeadCount, records of these,
 * and List or SortedSet of these (at most 1000 entries, 8 levels). Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class EventCodec {

    /** The longest text, in characters (code points). */
    public static final int MAX_LENGTH = 65_536;

    /** The most faults that are named of one text. */
    public static final int MAX_FAULTS = 100;

    private final Map<String, ValueForm> forms;
    private final Map<Class<?>, String> names;
    private final List<EventChange> changes;

    private EventCodec(
            Map<String, ValueForm> forms, Map<Class<?>, String> names, List<EventChange> changes) {
        this.forms = forms;
        this.names = names;
        this.changes = changes;
    }

    /**
     * A codec of all events of some packages.
     *
     * @param roots sealed interfaces, for example {@code GridEvent.class}, or single records
     * @return the codec
     * @throws IllegalArgumentException if one of their types is open, cannot be stored, or has the
     *     name of another
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // Only read.
    public static EventCodec of(Class<? extends DomainEvent>... roots) {
        Map<String, ValueForm> forms = new TreeMap<>();
        Map<Class<?>, String> names = new LinkedHashMap<>();
        for (Class<? extends DomainEvent> root : roots) {
            collect(root, forms, names);
        }
        return new EventCodec(forms, names, List.of());
    }

    private static void collect(
            Class<?> type, Map<String, ValueForm> forms, Map<Class<?>, String> names) {
        if (type.isRecord()) {
            String path = type.getPackageName();
            String name = path.substring(path.lastIndexOf('.') + 1) + "." + type.getSimpleName();
            if (forms.put(name, ValueForm.Whole.of(type.asSubclass(Record.class), name, 0))
                    != null) {
                throw new IllegalArgumentException("two types are named " + name);
            }
            names.put(type, name);
        } else if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                collect(permitted, forms, names);
            }
        } else {
            throw new IllegalArgumentException("neither sealed nor a record: " + type);
        }
    }

    /**
     * The same codec, which also reads what was written before some changes.
     *
     * @param more the changes, in the order in which they were made
     * @return the codec; a type is written with the version of its last change
     * @throws IllegalArgumentException if a change concerns a type that the codec does not know
     */
    public EventCodec with(EventChange... more) {
        List<EventChange> all = new ArrayList<>(changes);
        for (EventChange change : more) {
            if (!forms.containsKey(change.type())) {
                throw new IllegalArgumentException("no such type: " + change);
            }
            all.add(change);
        }
        all.sort(Comparator.comparingInt(EventChange::since));
        return new EventCodec(forms, names, List.copyOf(all));
    }

    /**
     * Writes an event.
     *
     * @param event of a type that the codec knows
     * @return its text
     * @throws IllegalArgumentException if it is of another type, longer than {@link #MAX_LENGTH},
     *     or has a moment finer than a microsecond, a list longer than 1000, half a character or
     *     U+0000
     */
    public String encode(DomainEvent event) {
        String name = names.get(event.getClass());
        ValueForm form = name == null ? null : forms.get(name);
        if (name == null || form == null) {
            throw new IllegalArgumentException("not a type of this codec: " + event.getClass());
        }
        StringBuilder text = new StringBuilder(EventText.FORMAT);
        text.append(name).append('/').append(version(name));
        form.write(event, text);
        if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
            throw new UnstorableException(
                    UnstorableException.Fault.LENGTH, name + " is longer than " + MAX_LENGTH);
        }
        return text.toString();
    }

    /**
     * Whether {@link #encode} can write an event; a command asks before it accepts, so that nothing
     * is accepted that no store keeps.
     *
     * @param event of a type that the codec knows
     * @return met, or not met with what is in the way: a {@code MOMENT} finer than a microsecond, a
     *     {@code CHARACTER} that is half of one or U+0000, a {@code LIST} longer than 1000, the
     *     {@code LENGTH} of the whole
     * @throws IllegalArgumentException if the event is of another type
     */
    public RuleCheck storable(DomainEvent event) {
        String fault = "";
        try {
            encode(event);
        } catch (UnstorableException e) {
            fault = e.fault().name();
        }
        return RuleCheck.of(
                EventRule.STORABLE,
                fault.isEmpty(),
                "event",
                event.getClass().getSimpleName(),
                "fault",
                fault);
    }

    /**
     * Reads an event.
     *
     * @param text what {@link #encode} wrote, now or before a change that the codec knows
     * @return the whole event; refused with every fault found, by the path to it
     */
    public Outcome<DomainEvent> decode(String text) {
        Faults faults = new Faults();
        Optional<Object> event = read(text, faults);
        return event.isPresent() && faults.found().isEmpty()
                ? Outcome.accepted((DomainEvent) event.get())
                : Outcome.refused(new Ruling(faults.found()));
    }

    private Optional<Object> read(String text, Faults faults) {
        if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
            return faults.add(EventRule.TEXT_LENGTH, "", Integer.toString(text.length()));
        }
        Parsed parsed;
        try {
            parsed = EventText.parse(text);
        } catch (FormException e) {
            return faults.add(
                    EventRule.TEXT_FORM,
                    Integer.toString(e.position()),
                    text.substring(e.position()));
        }
        String name = parsed.type();
        for (EventChange change : changes) {
            name = change.nameOf(name);
        }
        ValueForm form = forms.get(name);
        if (form == null) {
            return faults.add(EventRule.TYPE_KNOWN, "", name);
        }
        if (parsed.version() > version(name)) {
            return faults.add(EventRule.VERSION_KNOWN, name, Integer.toString(parsed.version()));
        }
        Optional<Object> event = form.read(upgraded(name, parsed), name, faults);
        boolean asWritten = parsed.version() == version(name) && name.equals(parsed.type());
        if (faults.found().isEmpty()
                && asWritten
                && event.filter(read -> !encode((DomainEvent) read).equals(text)).isPresent()) {
            return faults.add(EventRule.ORDER, name, "");
        }
        return event;
    }

    private Node upgraded(String name, Parsed parsed) {
        Map<String, Node> components = new LinkedHashMap<>(parsed.components());
        for (EventChange change : changes) {
            if (change.type().equals(name) && change.since() > parsed.version()) {
                change.applyTo(components);
            }
        }
        return new Node.Components(components);
    }

    private int version(String name) {
        return changes.stream()
                .filter(change -> change.type().equals(name))
                .mapToInt(EventChange::since)
                .reduce(1, Math::max);
    }
}
