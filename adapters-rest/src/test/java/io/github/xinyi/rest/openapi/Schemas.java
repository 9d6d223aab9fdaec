package io.github.xinyi.rest.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xinyi.rest.request.CommandBody;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of the records that go over the wire, read from the records themselves: members from
 * components, absence of null from JSpecify, texts from javadoc, forms and codes from {@link
 * Members}. Not thread-safe.
 */
final class Schemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The constant for what a request did not say, which none can. */
    private static final String LEFT_OUT = "NONE";

    private static final String COMPONENTS = "#/components/schemas/";

    private final Sources sources;
    private final Map<String, ObjectNode> components = new TreeMap<>();

    Schemas(Sources sources) {
        this.sources = sources;
    }

    /** All schemas that were referred to, by name. */
    Map<String, ObjectNode> components() {
        return components;
    }

    /** A reference to the schema of a type, which is described on the way. */
    ObjectNode reference(Class<?> type) {
        String name = name(type);
        if (!components.containsKey(name)) {
            components.put(name, JSON.objectNode()); // ends recursion
            components.put(name, type.isRecord() ? ofRecord(type) : ofSealed(type));
        }
        return JSON.objectNode().put("$ref", COMPONENTS + name);
    }

    /** For example {@code OverviewFund} for a record within a record. */
    static String name(Class<?> type) {
        Class<?> around = type.getDeclaringClass();
        return (around == null ? "" : name(around)) + type.getSimpleName();
    }

    private ObjectNode ofSealed(Class<?> type) {
        if (!type.isSealed()) {
            throw new IllegalStateException("neither record nor sealed: " + type);
        }
        ObjectNode schema = JSON.objectNode().put("description", sources.of(type).text());
        ArrayNode cases = schema.putArray("oneOf");
        ObjectNode discriminator = schema.putObject("discriminator");
        discriminator.put("propertyName", Members.discriminator(type));
        ObjectNode mapping = discriminator.putObject("mapping");
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            cases.add(reference(permitted));
            Members.codes(permitted, Members.discriminator(type)).orElseThrow().values().stream()
                    .forEach(code -> mapping.put(code, COMPONENTS + name(permitted)));
        }
        return schema;
    }

    private ObjectNode ofRecord(Class<?> type) {
        Sources.Comment comment = sources.of(type);
        Optional<RecordComponent> whole =
                Arrays.stream(type.getRecordComponents()).filter(Schemas::isWhole).findFirst();
        if (whole.isPresent()) {
            ObjectNode schema = of(type, whole.get());
            return schema.put("description", comment.text());
        }
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.put("description", comment.text());
        ArrayNode required = JSON.arrayNode();
        ObjectNode properties = JSON.objectNode();
        for (RecordComponent component : type.getRecordComponents()) {
            ObjectNode member = of(type, component);
            String said = comment.params().get(component.getName());
            if (said == null) {
                throw new IllegalStateException("no @param " + component.getName() + " of " + type);
            }
            properties.set(component.getName(), member.put("description", said));
            if (isRequest(type)
                    ? Members.isNeeded(component.getAccessor())
                    : !isAbsentWhenNull(component)) {
                required.add(component.getName());
            }
        }
        if (isRequest(type)) {
            schema.put("additionalProperties", false);
        }
        schema.set("required", required);
        schema.set("properties", properties);
        return schema;
    }

    /** Requests are read strictly, and what they leave out is empty; answers are the other way. */
    private static boolean isRequest(Class<?> type) {
        return type.getPackage().equals(CommandBody.class.getPackage());
    }

    private static boolean isWhole(RecordComponent component) {
        return component.isAnnotationPresent(JsonValue.class)
                || component.getAccessor().isAnnotationPresent(JsonValue.class);
    }

    private static boolean isAbsentWhenNull(RecordComponent component) {
        JsonInclude include = component.getAnnotation(JsonInclude.class);
        if (include == null) {
            include = component.getAccessor().getAnnotation(JsonInclude.class);
        }
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    private ObjectNode of(Class<?> owner, RecordComponent component) {
        AnnotatedType annotated = component.getAnnotatedType();
        ObjectNode schema = of(component.getGenericType());
        if (isRequest(owner)) {
            Members.constrain(component.getAccessor(), schema);
        } else {
            Members.refine(owner, component.getName(), schema);
        }
        boolean mayBeNull =
                annotated.isAnnotationPresent(Nullable.class) && !isAbsentWhenNull(component);
        return mayBeNull ? orNull(schema) : schema;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("$ref")) {
            ObjectNode either = JSON.objectNode();
            either.putArray("oneOf").add(schema).add(JSON.objectNode().put("type", "null"));
            return either;
        }
        String type = schema.get("type").asText();
        schema.set("type", JSON.arrayNode().add(type).add("null"));
        return schema;
    }

    private ObjectNode of(Type type) {
        ObjectNode schema = JSON.objectNode();
        if (type instanceof ParameterizedType generic) {
            Type last =
                    generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            boolean isMap = Map.class.isAssignableFrom((Class<?>) generic.getRawType());
            schema.put("type", isMap ? "object" : "array");
            schema.set(isMap ? "additionalProperties" : "items", of(last));
        } else if (type == long.class || type == Long.class) {
            schema.put("type", "integer").put("format", "int64");
        } else if (type == int.class || type == Integer.class) {
            schema.put("type", "integer").put("format", "int32");
        } else if (type == boolean.class || type == Boolean.class) {
            schema.put("type", "boolean");
        } else if (type == String.class) {
            schema.put("type", "string");
        } else if (type instanceof Class<?> constants && constants.isEnum()) {
            schema.put("type", "string");
            // In a request no other is taken; an answer may have one that is not known yet.
            ArrayNode values = schema.putArray("enum");
            Arrays.stream(constants.getEnumConstants())
                    .map(one -> ((Enum<?>) one).name())
                    .filter(name -> !name.equals(LEFT_OUT))
                    .forEach(values::add);
        } else if (type instanceof Class<?> other && (other.isRecord() || other.isSealed())) {
            return reference(other);
        } else {
            throw new IllegalStateException("no schema for " + type);
        }
        return schema;
    }
}
