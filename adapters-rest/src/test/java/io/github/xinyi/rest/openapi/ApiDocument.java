package io.github.xinyi.rest.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.rest.answer.Problem;
import io.github.xinyi.rest.disclosure.Problems;
import io.github.xinyi.rest.published.VoucherFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The OpenAPI 3.1 document of the resources: operations from their annotations, texts from their
 * javadoc, schemas from the records of their answers, and every example from a running server. Not
 * thread-safe.
 */
public final class ApiDocument {

    /** Answers for the examples. */
    @FunctionalInterface
    public interface Server {

        /**
         * Sends a GET.
         *
         * @param path and query
         * @param headers names and values in turn
         * @return what it answers
         */
        HttpResponse<String> get(String path, String... headers);
    }

    /** Where the document is kept, seen from the module. */
    public static final Path KEPT = Path.of("..", "docs", "openapi.json");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String PROBLEM = "application/problem+json";
    private static final String CASE = "00000000-0000-4000-8000-000000000000";

    private final Server server;
    private final Map<String, String> examples;
    private final Sources sources = new Sources(Path.of("src", "main", "java"));
    private final Schemas schemas = new Schemas(sources);

    private ApiDocument(Server server, Map<String, String> examples) {
        this.server = server;
        this.examples = examples;
    }

    /**
     * The document.
     *
     * @param resources the instances that a host registers
     * @param server serves them
     * @param examples a value for each parameter of a path, and for each that is required
     * @return the document
     */
    public static JsonNode of(
            Collection<?> resources, Server server, Map<String, String> examples) {
        return new ApiDocument(server, examples).assemble(Operation.of(resources));
    }

    /**
     * The text that is kept.
     *
     * @param document a document
     * @return two spaces an indent, LF at each end
     */
    public static String text(JsonNode document) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return MAPPER.writer(printer).writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The document as it is kept.
     *
     * @return what was checked in
     */
    public static JsonNode kept() {
        try {
            return MAPPER.readTree(KEPT.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode assemble(List<Operation> operations) {
        ObjectNode document = JSON.objectNode().put("openapi", "3.1.1");
        document.set("info", info());
        document.putArray("servers").addObject().put("url", "/");
        ObjectNode paths = document.putObject("paths");
        TreeSet<String> tags = new TreeSet<>();
        for (Operation operation : operations) {
            ObjectNode at = (ObjectNode) paths.withObjectProperty(operation.path());
            at.set(operation.verb().toLowerCase(Locale.ROOT), describe(operation));
            tags.add(tag(operation));
        }
        document.set("components", components());
        document.set("tags", tags(operations, tags));
        return document;
    }

    private static ObjectNode info() {
        ObjectNode info = JSON.objectNode();
        info.put("title", "Xinyi 信義");
        info.put(
                "description",
                "What owners may read over HTTP. Amounts are whole numbers of minor units (fen),"
                        + " areas decimal text, moments RFC 3339 in UTC with milliseconds. Clients"
                        + " pass over members and codes that they do not know: more may come.");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        // The version of the wire (docs/stability.md), not that of a release.
        return info.put("version", "1");
    }

    private static String tag(Operation operation) {
        return operation.id().replaceAll("\\..*", "");
    }

    private JsonNode tags(List<Operation> operations, TreeSet<String> names) {
        var tags = JSON.arrayNode();
        for (String name : names) {
            Class<?> resource =
                    operations.stream()
                            .filter(operation -> tag(operation).equals(name))
                            .findFirst()
                            .orElseThrow()
                            .method()
                            .getDeclaringClass();
            tags.addObject().put("name", name).put("description", sources.of(resource).summary());
        }
        return tags;
    }

    private ObjectNode describe(Operation operation) {
        Notes.Note note = Notes.of(operation);
        Sources.Comment comment = sources.of(operation.method());
        ObjectNode described = JSON.objectNode();
        described.putArray("tags").add(tag(operation));
        described.put("summary", comment.summary());
        described.put("operationId", operation.id());
        var parameters = described.putArray("parameters");
        for (Parameter parameter : operation.parameters()) {
            parameters.add(describe(parameter, comment, note));
        }
        parameters.add(shared("parameters", "Accept-Language"));
        HttpResponse<String> example = example(operation, note);
        if (example.headers().firstValue("ETag").isPresent()) {
            parameters.add(shared("parameters", "If-None-Match"));
            parameters.add(shared("parameters", "If-Match"));
        }
        described.set("responses", responses(operation, note, comment, example));
        return described;
    }

    private ObjectNode describe(Parameter parameter, Sources.Comment comment, Notes.Note note) {
        String name = Operation.name(parameter);
        ParameterForm form = ParameterForm.of(name);
        boolean isInPath = Operation.isInPath(parameter);
        ObjectNode described = JSON.objectNode().put("name", name);
        described.put("in", isInPath ? "path" : "query");
        described.put("required", isInPath || form.isRequired());
        described.put("description", String.valueOf(comment.params().get(parameter.getName())));
        described.set("schema", form.schema());
        value(name, isInPath || form.isRequired(), note)
                .ifPresent(
                        value ->
                                described.set(
                                        "example",
                                        form.schema().get("type").asText().equals("integer")
                                                ? JSON.numberNode(Long.parseLong(value))
                                                : JSON.textNode(value)));
        return described;
    }

    private Optional<String> value(String name, boolean isNeeded, Notes.Note note) {
        String value = note.example().get(name);
        if (value == null && isNeeded) {
            value = examples.get(name);
            if (value == null) {
                throw new IllegalStateException("no example of " + name);
            }
        }
        return Optional.ofNullable(value);
    }

    private HttpResponse<String> example(Operation operation, Notes.Note note) {
        HttpResponse<String> answered = server.get(exampleOf(operation, note, examples));
        if (answered.statusCode() != 200) {
            throw new IllegalStateException(
                    "the example of " + operation.id() + " is answered " + answered.statusCode());
        }
        return answered;
    }

    /** Path and query of an operation's example. */
    static String exampleOf(Operation operation, Notes.Note note, Map<String, String> examples) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : operation.parameters()) {
            String name = Operation.name(parameter);
            boolean isNeeded = Operation.isInPath(parameter) || ParameterForm.of(name).isRequired();
            String value = note.example().getOrDefault(name, isNeeded ? examples.get(name) : null);
            if (value != null) {
                String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
                if (Operation.isInPath(parameter)) {
                    path = path.replace("{" + name + "}", encoded);
                } else {
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(name)
                            .append('=')
                            .append(encoded);
                }
            }
        }
        return path + query;
    }

    private ObjectNode responses(
            Operation operation,
            Notes.Note note,
            Sources.Comment comment,
            HttpResponse<String> example) {
        ObjectNode responses = JSON.objectNode();
        responses.set("200", found(note, comment, example));
        if (example.headers().firstValue("ETag").isPresent()) {
            responses.set("304", shared("responses", "304"));
        }
        responses.set("400", shared("responses", "400"));
        if (operation.hasPathParameter()) {
            responses.set("404", shared("responses", "404"));
        }
        if (operation.produces().isPresent()) {
            responses.set("406", shared("responses", "406"));
        }
        if (example.headers().firstValue("ETag").isPresent()) {
            responses.set("412", shared("responses", "412"));
        }
        responses.set("500", shared("responses", "500"));
        for (Integer status : note.alsoAnswers()) {
            responses.set(status.toString(), shared("responses", status.toString()));
        }
        return responses;
    }

    private ObjectNode found(
            Notes.Note note, Sources.Comment comment, HttpResponse<String> example) {
        ObjectNode response = JSON.objectNode().put("description", capital(comment.returned()));
        ObjectNode headers = response.putObject("headers");
        headers.set("Content-Language", shared("headers", "Content-Language"));
        headers.set("Cache-Control", shared("headers", "Cache-Control"));
        if (example.headers().firstValue("ETag").isPresent()) {
            headers.set("ETag", shared("headers", "ETag"));
        }
        if (example.headers().firstValue("Link").isPresent()) {
            headers.set("Link", shared("headers", "Link"));
        }
        ObjectNode content = response.putObject("content");
        if (note.answer() == byte[].class) {
            Arrays.stream(VoucherFile.Format.values())
                    .map(VoucherFile.Format::mediaType)
                    .forEach(content::putObject);
        } else if (note.answer() == String.class) {
            ObjectNode text = content.putObject("text/plain");
            text.putObject("schema").put("type", "string");
            text.put("example", example.body());
        } else {
            ObjectNode json = content.putObject("application/json");
            json.set("schema", schemas.reference(note.answer()));
            json.set("example", parse(example.body()));
        }
        return response;
    }

    private ObjectNode components() {
        ObjectNode components = JSON.objectNode();
        ObjectNode parameters = components.putObject("parameters");
        parameters.set(
                "Accept-Language",
                header("the languages of texts; `zh` and `en` are offered, and `zh` is taken first")
                        .put("name", "Accept-Language")
                        .put("in", "header")
                        .put("example", "en"));
        parameters.set(
                "If-None-Match",
                header("the `ETag` of an answer that the caller has")
                        .put("name", "If-None-Match")
                        .put("in", "header"));
        parameters.set(
                "If-Match",
                header("the `ETag` of the only state that is asked for")
                        .put("name", "If-Match")
                        .put("in", "header"));
        ObjectNode headers = components.putObject("headers");
        headers.set("Content-Language", header("the language of the texts").put("required", true));
        headers.set("Cache-Control", header("how long a copy may be kept").put("required", true));
        headers.set("ETag", header("names the state that was shown").put("required", true));
        headers.set("Link", header("the next page (RFC 8288), absent on the last"));
        headers.set("Retry-After", header("seconds to wait").put("required", true));
        components.set("responses", refusals());
        ObjectNode described = components.putObject("schemas");
        schemas.components().forEach(described::set);
        return components;
    }

    private static ObjectNode header(String description) {
        ObjectNode header = JSON.objectNode().put("description", description);
        header.putObject("schema").put("type", "string");
        return header;
    }

    private ObjectNode refusals() {
        ObjectNode responses = JSON.objectNode();
        ObjectNode unchanged = responses.putObject("304");
        unchanged.put("description", "The caller has it already.");
        unchanged.putObject("headers").set("ETag", shared("headers", "ETag"));
        HttpResponse<String> refused =
                server.get(path("/records?limit=0"), "Accept-Language", "en");
        responses.set(
                "400",
                problem("A parameter or a header is not as it must be.", parse(refused.body())));
        Problems english = Problems.in(Language.EN);
        responses.set(
                "404", problem("No such thing, or it is not public.", json(english.missing())));
        responses.set("406", problem("Not offered in this format.", json(english.ofStatus(406))));
        responses.set(
                "412",
                problem("Not of the state that `If-Match` names.", json(english.ofStatus(412))));
        responses.set("500", problem("The server is at fault.", json(english.failed(CASE))));
        ObjectNode busy = problem("Too many ask at once.", json(english.busy(CASE)));
        busy.withObjectProperty("headers").set("Retry-After", shared("headers", "Retry-After"));
        responses.set("503", busy);
        return responses;
    }

    private String path(String rest) {
        return "/api/communities/" + examples.get("community") + rest;
    }

    private ObjectNode problem(String description, JsonNode example) {
        ObjectNode response = JSON.objectNode().put("description", description);
        ObjectNode content = response.putObject("content").putObject(PROBLEM);
        content.set("schema", schemas.reference(Problem.class));
        content.set("example", example);
        return response;
    }

    private static JsonNode json(Problem problem) {
        return MAPPER.valueToTree(problem);
    }

    private static JsonNode parse(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode shared(String kind, String name) {
        return JSON.objectNode().put("$ref", "#/components/" + kind + "/" + name);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
