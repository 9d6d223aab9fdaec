package io.github.xinyi.rest.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Holds answers against the document: is there such an operation, may it answer so, and is the body
 * as its schema says. Members and codes that the document does not name are refused here, though
 * clients pass over them. Thread-safe.
 */
public final class AnswerCheck {

    private static final List<String> ROOTS = List.of("/api/communities", "/api/service");
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder ->
                            builder.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build()));

    private final JsonNode document;
    private final ConcurrentMap<String, Schema> schemas = new ConcurrentHashMap<>();

    private AnswerCheck(JsonNode document) {
        this.document = document;
    }

    /**
     * A check against a document.
     *
     * @param document left as it is
     * @return the check
     */
    public static AnswerCheck of(JsonNode document) {
        JsonNode closed = document.deepCopy();
        close(closed.at("/components/schemas"));
        return new AnswerCheck(closed);
    }

    /** What clients must let pass is a fault of ours as long as the document does not say it. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.has("properties") && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
            JsonNode codes = object.remove(Members.OPEN_CODES);
            if (codes instanceof ArrayNode values) {
                object.set("enum", object.get("type").isArray() ? values.addNull() : values);
            }
        }
        node.forEach(AnswerCheck::close);
    }

    /**
     * What is wrong with an answer.
     *
     * @param verb of the request
     * @param path of the request with its query, as sent
     * @param response the answer
     * @return empty if nothing is, or the path is none of ours
     */
    public List<String> faults(String verb, String path, HttpResponse<String> response) {
        return faults(verb, path, response.statusCode(), response.headers(), response.body());
    }

    /**
     * What is wrong with an answer.
     *
     * @param verb of the request
     * @param path of the request with its query, as sent
     * @param status of the answer
     * @param headers of the answer
     * @param body of the answer, empty if there is none
     * @return empty if nothing is, or the path is none of ours
     */
    public List<String> faults(
            String verb, String path, int status, HttpHeaders headers, String body) {
        String bare = path.replaceAll("[?#].*", "");
        if (ROOTS.stream().noneMatch(root -> bare.equals(root) || bare.startsWith(root + "/"))) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        JsonNode declared =
                operation(verb, bare)
                        .map(operation -> declared(operation, status, faults))
                        .orElseGet(() -> undescribed(verb, status, headers, faults));
        if (verb.equals("HEAD")) {
            return faults;
        }
        declared.path("headers")
                .properties()
                .forEach(header -> header(header.getKey(), header.getValue(), headers, faults));
        if (declared.has("content")) {
            content(declared.get("content"), headers, body, faults);
        } else if (!body.isEmpty()) {
            faults.add("a body, where none is described");
        }
        return faults.stream()
                .map(fault -> verb + " " + path + ", " + status + ": " + fault)
                .toList();
    }

    /** The operation that answers, if the document has one; HEAD is answered like GET. */
    private Optional<JsonNode> operation(String verb, String path) {
        String[] asked = path.replaceAll(";[^/]*", "").replaceAll("/+$", "").split("/", -1);
        JsonNode best = null;
        int bestLiterals = -1;
        for (Map.Entry<String, JsonNode> described : document.get("paths").properties()) {
            int literals = literals(described.getKey().split("/", -1), asked);
            if (literals > bestLiterals) {
                best = described.getValue();
                bestLiterals = literals;
            }
        }
        String key = verb.equals("HEAD") ? "get" : verb.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(best).map(item -> item.get(key));
    }

    /** How many segments are equal, -1 if one does not fit. */
    private static int literals(String[] template, String[] asked) {
        if (template.length != asked.length) {
            return -1;
        }
        int literals = 0;
        for (int i = 0; i < template.length; i++) {
            if (template[i].equals(asked[i])) {
                literals++;
            } else if (!template[i].startsWith("{") || asked[i].isEmpty()) {
                return -1;
            }
        }
        return literals;
    }

    private JsonNode declared(JsonNode operation, int status, List<String> faults) {
        JsonNode declared = operation.at("/responses/" + status);
        if (declared.isMissingNode()) {
            faults.add(operation.get("operationId").asText() + " declares no such status");
        }
        return resolve(declared);
    }

    /** Where there is no operation, the answer is a problem, or what OPTIONS is answered with. */
    private JsonNode undescribed(
            String verb, int status, HttpHeaders headers, List<String> faults) {
        if (status < 400) {
            if (!verb.equals("OPTIONS")) {
                faults.add("the document has no such operation");
            }
            ObjectNode anything = MAPPER.createObjectNode();
            headers.firstValue("Content-Type")
                    .map(type -> type.replaceAll(";.*", ""))
                    .ifPresent(type -> anything.putObject("content").putObject(type));
            return anything;
        }
        return resolve(document.at("/components/responses/404"));
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref")
                ? document.at(JsonPointer.compile(node.get("$ref").asText().substring(1)))
                : node;
    }

    private void header(String name, JsonNode described, HttpHeaders headers, List<String> faults) {
        boolean isRequired = resolve(described).path("required").asBoolean();
        if (isRequired && headers.firstValue(name).isEmpty()) {
            faults.add("no header " + name);
        }
    }

    private void content(JsonNode content, HttpHeaders headers, String body, List<String> faults) {
        String type = headers.firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        JsonNode described = content.get(type);
        if (described == null) {
            faults.add("media type '" + type + "' is not described");
        } else if (described.has("schema") && type.endsWith("json")) {
            schema(described.get("schema"))
                    .validate(body, InputFormat.JSON)
                    .forEach(error -> faults.add(error.toString()));
        }
    }

    private Schema schema(JsonNode schema) {
        return schemas.computeIfAbsent(
                schema.toString(),
                text -> {
                    ObjectNode alone = MAPPER.createObjectNode();
                    alone.set("allOf", MAPPER.createArrayNode().add(schema));
                    alone.set("$defs", document.at("/components/schemas"));
                    String rooted =
                            alone.toString().replace("\"#/components/schemas/", "\"#/$defs/");
                    return REGISTRY.getSchema(rooted, InputFormat.JSON);
                });
    }
}
