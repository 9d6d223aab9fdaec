package io.github.xinyi.rest.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * An operation as the document describes it.
 *
 * @param id for example {@code record.list}
 * @param verb for example {@code GET}
 * @param path with parameters in braces
 * @param parameters of path and query
 * @param body of the example's request; a missing node if it has none
 * @param statuses with which it may answer
 */
public record DescribedOperation(
        String id,
        String verb,
        String path,
        List<Parameter> parameters,
        JsonNode body,
        Set<Integer> statuses) {

    /**
     * A parameter of path or query.
     *
     * @param name its name
     * @param isInPath whether it is in the path
     * @param isRequired whether it must be there
     * @param schema of its value
     * @param example its value in the example, empty if it is left out there
     */
    public record Parameter(
            String name, boolean isInPath, boolean isRequired, JsonNode schema, String example) {}

    /** Copies the lists. */
    public DescribedOperation {
        parameters = List.copyOf(parameters);
        statuses = Set.copyOf(statuses);
    }

    /**
     * Every operation.
     *
     * @param document which describes them
     * @return in its order
     */
    public static List<DescribedOperation> in(JsonNode document) {
        List<DescribedOperation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> item : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> described : item.getValue().properties()) {
                operations.add(
                        of(document, item.getKey(), described.getKey(), described.getValue()));
            }
        }
        return operations;
    }

    private static DescribedOperation of(
            JsonNode document, String path, String verb, JsonNode described) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode listed : described.get("parameters")) {
            JsonNode parameter =
                    listed.has("$ref")
                            ? document.at(
                                    JsonPointer.compile(listed.get("$ref").asText().substring(1)))
                            : listed;
            String in = parameter.get("in").asText();
            if (!in.equals("header")) {
                parameters.add(
                        new Parameter(
                                parameter.get("name").asText(),
                                in.equals("path"),
                                parameter.path("required").asBoolean(),
                                parameter.get("schema"),
                                parameter.path("example").asText()));
            }
        }
        Set<Integer> statuses = new TreeSet<>();
        described
                .get("responses")
                .fieldNames()
                .forEachRemaining(s -> statuses.add(Integer.valueOf(s)));
        return new DescribedOperation(
                described.get("operationId").asText(),
                verb.toUpperCase(Locale.ROOT),
                path,
                parameters,
                described.at("/requestBody/content/application~1json/example"),
                statuses);
    }

    /**
     * The path and query of the example.
     *
     * @return for example {@code /api/communities/liuyuan/records?limit=2}
     */
    public String examplePath() {
        return pathWith(Parameter::example);
    }

    /**
     * Path and query with other values.
     *
     * @param value of each parameter; an empty one leaves a parameter of the query out
     * @return the path as it is sent
     */
    public String pathWith(Function<Parameter, String> value) {
        String filled = path;
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : parameters) {
            String given = value.apply(parameter);
            String encoded = URLEncoder.encode(given, StandardCharsets.UTF_8).replace("+", "%20");
            if (parameter.isInPath()) {
                filled = filled.replace("{" + parameter.name() + "}", encoded);
            } else if (!given.isEmpty()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.name())
                        .append('=')
                        .append(encoded);
            }
        }
        return filled + query;
    }
}
