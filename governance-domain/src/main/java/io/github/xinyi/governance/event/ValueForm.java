package io.github.xinyi.governance.event;

import io.github.xinyi.governance.event.EventText.Node;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** How the values of one type are written and read; made once for each component of a type. */
interface ValueForm {

    /** What was found wrong while reading one text. */
    final class Faults {

        private final List<Finding> found = new ArrayList<>();

        Optional<Object> add(EventRule rule, String path, String value) {
            if (found.size() < EventCodec.MAX_FAULTS) {
                String shown = value.length() > 40 ? value.substring(0, 39) + "…" : value;
                found.add(RuleCheck.of(rule, false, "path", path, "value", shown));
            }
            return Optional.empty();
        }

        List<Finding> found() {
            return found;
        }
    }

    /** Adds the text of a value of this form. */
    void write(Object value, StringBuilder out);

    /** The value, or nothing and at least one fault. */
    Optional<Object> read(Node node, String path, Faults faults);

    /**
     * The form of a type.
     *
     * @param place for the message, for example {@code grid.CaseReported.summary}
     * @throws IllegalArgumentException if values of that type cannot be stored
     */
    static ValueForm of(Type type, String place, int depth) {
        if (depth > EventText.MAX_DEPTH) {
            throw new IllegalArgumentException(place + " is nested too deep");
        }
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == List.class || raw == SortedSet.class) {
                return new Many(
                        raw == SortedSet.class,
                        of(generic.getActualTypeArguments()[0], place, depth + 1));
            }
        }
        if (type instanceof Class<?> plain) {
            Optional<ValueForm> known = text(plain);
            if (known.isPresent()) {
                return known.get();
            }
            if (plain.isRecord()) {
                return Whole.of(plain.asSubclass(Record.class), place, depth);
            }
        }
        throw new IllegalArgumentException(place + " cannot be stored: " + type);
    }

    private static Optional<ValueForm> text(Class<?> type) {
        if (type == String.class) {
            return Optional.of(new Text(Object::toString, text -> text));
        } else if (type == int.class) {
            return Optional.of(new Text(Object::toString, Integer::valueOf));
        } else if (type == long.class) {
            return Optional.of(new Text(Object::toString, Long::valueOf));
        } else if (type == boolean.class) {
            return Optional.of(new Text(Object::toString, Boolean::valueOf));
        } else if (type == LocalDate.class) {
            return Optional.of(new Text(Object::toString, LocalDate::parse));
        } else if (type == Instant.class) {
            return Optional.of(new Text(ValueForm::toMicroseconds, Instant::parse));
        } else if (type == Ratio.class) {
            return Optional.of(new Text(Object::toString, Ratio::parse));
        } else if (type == FloorArea.class) {
            return Optional.of(new Text(Object::toString, FloorArea::parse));
        } else if (type == HeadCount.class) {
            return Optional.of(
                    new Text(Object::toString, text -> HeadCount.of(Long.parseLong(text))));
        } else if (type.isEnum()) {
            return Optional.of(
                    new Text(
                            constant -> ((Enum<?>) constant).name(), text -> constant(type, text)));
        }
        return Optional.empty();
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    private static String toMicroseconds(Object moment) {
        Instant instant = (Instant) moment;
        if (!instant.equals(instant.truncatedTo(ChronoUnit.MICROS))) {
            throw new UnstorableException(
                    UnstorableException.Fault.MOMENT, "finer than a microsecond: " + instant);
        }
        return instant.toString();
    }

    /** A value that is one text, written in one way only. */
    record Text(Function<Object, String> writer, Function<String, Object> reader)
            implements ValueForm {

        @Override
        public void write(Object value, StringBuilder out) {
            String text = writer.apply(value);
            if (!isStorable(text)) {
                throw new UnstorableException(
                        UnstorableException.Fault.CHARACTER,
                        "a text with half a character or U+0000");
            }
            EventText.writeText(text, out);
        }

        @Override
        public Optional<Object> read(Node node, String path, Faults faults) {
            if (!(node instanceof Node.Text text) || !isStorable(text.value())) {
                return faults.add(EventRule.VALUE, path, shape(node));
            }
            try {
                Object value = reader.apply(text.value());
                return writer.apply(value).equals(text.value())
                        ? Optional.of(value)
                        : faults.add(EventRule.VALUE, path, text.value());
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                return faults.add(EventRule.VALUE, path, text.value());
            }
        }

        /** Databases keep no U+0000, and no half of a pair. */
        private static boolean isStorable(String text) {
            return text.codePoints()
                    .noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
        }
    }

    private static String shape(Node node) {
        return node instanceof Node.Text ? "text" : node instanceof Node.Items ? "[]" : "{}";
    }

    /** A list, or a set in the order of the texts of its elements, which outlasts that of enums. */
    record Many(boolean sorted, ValueForm element) implements ValueForm {

        @Override
        public void write(Object value, StringBuilder out) {
            Collection<?> all = (Collection<?>) value;
            if (all.size() > EventText.MAX_ITEMS) {
                throw new UnstorableException(
                        UnstorableException.Fault.LIST, "a list of " + all.size());
            }
            List<String> texts = new ArrayList<>();
            for (Object one : all) {
                StringBuilder text = new StringBuilder();
                element.write(one, text);
                texts.add(text.append(',').toString());
            }
            if (sorted) {
                texts.sort(null);
            }
            out.append('[').append(String.join("", texts));
            out.append(']');
        }

        @Override
        public Optional<Object> read(Node node, String path, Faults faults) {
            if (!(node instanceof Node.Items items)) {
                return faults.add(EventRule.VALUE, path, shape(node));
            }
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < items.nodes().size(); i++) {
                element.read(items.nodes().get(i), path + "[" + i + "]", faults)
                        .ifPresent(values::add);
            }
            if (values.size() < items.nodes().size()) {
                return Optional.empty();
            }
            if (!sorted) {
                return Optional.of(List.copyOf(values));
            }
            SortedSet<Object> set = new TreeSet<>(values);
            return set.size() == values.size()
                    ? Optional.of(set)
                    : faults.add(EventRule.VALUE, path, "[]");
        }
    }

    /** A record; one of a single text named {@code value} is that text. */
    record Whole(Constructor<?> constructor, List<Part> parts) implements ValueForm {

        private record Part(String name, Method accessor, ValueForm form) {}

        static ValueForm of(Class<? extends Record> type, String place, int depth) {
            try {
                RecordComponent[] components = type.getRecordComponents();
                Class<?>[] types =
                        Arrays.stream(components)
                                .map(RecordComponent::getType)
                                .toArray(Class<?>[]::new);
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                List<Part> parts = new ArrayList<>();
                for (RecordComponent component : components) {
                    component.getAccessor().setAccessible(true);
                    String part = place + "." + component.getName();
                    parts.add(
                            new Part(
                                    component.getName(),
                                    component.getAccessor(),
                                    ValueForm.of(component.getGenericType(), part, depth + 1)));
                }
                Whole whole = new Whole(constructor, List.copyOf(parts));
                return whole.isIdentifier() ? whole.asText() : whole;
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("every record has its constructor: " + type, e);
            }
        }

        private boolean isIdentifier() {
            return parts.size() == 1
                    && parts.get(0).name().equals("value")
                    && parts.get(0).accessor().getReturnType() == String.class;
        }

        private ValueForm asText() {
            return new Text(id -> (String) get(parts.get(0), id), text -> make(List.of(text)));
        }

        @Override
        public void write(Object value, StringBuilder out) {
            out.append('{');
            for (Part part : parts) {
                out.append(part.name()).append('=');
                part.form().write(get(part, value), out);
                out.append(';');
            }
            out.append('}');
        }

        @Override
        public Optional<Object> read(Node node, String path, Faults faults) {
            if (!(node instanceof Node.Components components)) {
                return faults.add(EventRule.VALUE, path, shape(node));
            }
            List<Object> values = new ArrayList<>();
            for (Part part : parts) {
                String place = path + "." + part.name();
                Optional<Node> there = Optional.ofNullable(components.nodes().get(part.name()));
                there.flatMap(found -> part.form().read(found, place, faults))
                        .ifPresent(values::add);
                if (there.isEmpty()) {
                    faults.add(EventRule.COMPONENT_PRESENT, place, "");
                }
            }
            List<String> known = parts.stream().map(Part::name).toList();
            for (String name : components.nodes().keySet()) {
                if (!known.contains(name)) {
                    faults.add(EventRule.COMPONENT_KNOWN, path + "." + name, "");
                }
            }
            if (values.size() < parts.size()) {
                return Optional.empty();
            }
            try {
                return Optional.of(make(values));
            } catch (IllegalArgumentException e) {
                return faults.add(EventRule.RECORD, path, "{}");
            }
        }

        private static Object get(Part part, Object value) {
            try {
                return Objects.requireNonNull(part.accessor().invoke(value), part.name());
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(part.name() + " of " + value, e);
            }
        }

        private Object make(List<Object> values) {
            try {
                return constructor.newInstance(values.toArray());
            } catch (InvocationTargetException e) {
                throw new IllegalArgumentException(
                        constructor.getDeclaringClass() + " refuses " + values, e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(constructor + " cannot be called", e);
            }
        }
    }
}
