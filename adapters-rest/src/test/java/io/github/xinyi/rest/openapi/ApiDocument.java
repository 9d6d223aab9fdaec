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
import java.lang.reflect.Constructor;
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
import java.util.Set;
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
    private static final int MAX_LINES = 40;
    private static final String CASE = "00000000-0000-4000-8000-000000000000";

    /**
     * What was asked and answered, to be shown as an example.
     *
     * @param body of the request, empty if it has none
     * @param response its answer
     */
    public record Recorded(String body, HttpResponse<String> response) {}

    private final Server server;
    private final Map<String, String> examples;
    private final Map<String, Recorded> recorded;
    private final Sources sources = new Sources(Path.of("src", "main", "java"));
    private final Schemas schemas = new Schemas(sources);

    private ApiDocument(
            Server server, Map<String, String> examples, Map<String, Recorded> recorded) {
        this.server = server;
        this.examples = examples;
        this.recorded = recorded;
    }

    /**
     * The document.
     *
     * @param resources the instances that a host registers
     * @param server serves them
     * @param examples a value for each parameter of a path, and for each that is required
     * @param recorded by the id of an operation, where a GET by anybody is no example
     * @return the document
     */
    public static JsonNode of(
            Collection<?> resources,
            Server server,
            Map<String, String> examples,
            Map<String, Recorded> recorded) {
        return new ApiDocument(server, examples, recorded).assemble(Operation.of(resources));
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
            ObjectNode at = paths.withObjectProperty(operation.path());
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
                "What owners may read, and what those who keep the house may do, over HTTP. The"
                        + " host authenticates; who may do what is decided for each operation by"
                        + " its id. Amounts are whole numbers of minor units (fen),"
                        + " areas decimal text, moments RFC 3339 in UTC with milliseconds. A"
                        + " command is carried out once for each Idempotency-Key. Clients"
                        + " pass over members and codes that they do not know: more may come.");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        // The version of the wire (docs/stability.md), not that of a release.
        return info.put("version", "1");
    }

    private static String tag(Operation operation) {
        return operation.id().replaceAll("\\..*", "");
    }

    private JsonNode tags(List<Operation> operations, Set<String> names) {
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
        boolean isWrite = operation.body().isPresent();
        if (isWrite) {
            parameters.add(shared("parameters", "Idempotency-Key"));
            if (note.alsoAnswers().contains(428)) {
                parameters.add(shared("parameters", "If-Match"));
            }
            described.set("requestBody", body(operation));
        } else if (example.headers().firstValue("ETag").isPresent()) {
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
        described.put("in", Operation.place(parameter));
        described.put("required", isInPath || form.isRequired());
        described.put("description", said(parameter, comment));
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

    /** A parameter that a bean gathers is described where the bean takes it. */
    private String said(Parameter parameter, Sources.Comment comment) {
        Sources.Comment own =
                parameter.getDeclaringExecutable() instanceof Constructor<?> bean
                        ? sources.of(bean)
                        : comment;
        return String.valueOf(own.params().get(parameter.getName()));
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

    private ObjectNode body(Operation operation) {
        ObjectNode body = JSON.objectNode().put("required", true);
        ObjectNode json = body.putObject("content").putObject("application/json");
        json.set("schema", schemas.reference(operation.body().orElseThrow()));
        Recorded example = recorded.get(operation.id());
        json.set("example", parse(example == null ? "{}" : example.body()));
        return body;
    }

    private HttpResponse<String> example(Operation operation, Notes.Note note) {
        Recorded known = recorded.get(operation.id());
        HttpResponse<String> answered =
                known == null ? server.get(exampleOf(operation, note, examples)) : known.response();
        if (answered.statusCode() >= 300) {
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
        boolean isWrite = operation.body().isPresent();
        boolean isVersioned = !isWrite && example.headers().firstValue("ETag").isPresent();
        TreeSet<Integer> refusals = new TreeSet<>(List.of(400, 403, 429, 500));
        refusals.addAll(note.alsoAnswers());
        if (isVersioned) {
            refusals.addAll(List.of(304, 412));
        }
        if (operation.hasPathParameter()) {
            refusals.add(404);
        }
        if (operation.produces().isPresent()) {
            refusals.add(406);
        }
        if (isWrite) {
            refusals.addAll(List.of(409, 413, 415, 422));
        }
        // Without it nobody is told of the community at all.
        if (operation.id().equals("funds.overview")) {
            refusals.remove(403);
        }
        ObjectNode responses = JSON.objectNode();
        responses.set(
                Integer.toString(example.statusCode()), found(operation, note, comment, example));
        for (Integer status : refusals) {
            responses.set(status.toString(), shared("responses", status.toString()));
        }
        return responses;
    }

    private ObjectNode found(
            Operation operation,
            Notes.Note note,
            Sources.Comment comment,
            HttpResponse<String> example) {
        ObjectNode response = JSON.objectNode().put("description", capital(comment.returned()));
        ObjectNode headers = response.putObject("headers");
        headers.set("Content-Language", shared("headers", "Content-Language"));
        headers.set("Cache-Control", shared("headers", "Cache-Control"));
        if (example.headers().firstValue("ETag").isPresent()) {
            headers.set("ETag", shared("headers", "ETag"));
        }
        headers.set("X-Correlation-Id", shared("headers", "X-Correlation-Id"));
        for (String optional : List.of("Link", "Location")) {
            if (example.headers().firstValue(optional).isPresent()) {
                headers.set(optional, shared("headers", optional));
            }
        }
        ObjectNode content = response.putObject("content");
        if (note.answer() == byte[].class) {
            Arrays.stream(VoucherFile.Format.values())
                    .map(VoucherFile.Format::mediaType)
                    .forEach(content::putObject);
        } else if (CharSequence.class.isAssignableFrom(note.answer())) {
            String type = example.headers().firstValue("Content-Type").orElseThrow();
            ObjectNode text = content.putObject(type.replaceAll(";.*", ""));
            text.putObject("schema").put("type", "string");
            if (note.answer() == String.class) {
                text.put("example", beginning(example.body()));
            }
        } else {
            ObjectNode json = content.putObject("application/json");
            json.set("schema", schemas.reference(note.answer()));
            json.set("example", parse(example.body()));
        }
        operation.produces().stream()
                .flatMap(produced -> Arrays.stream(produced.value()))
                .filter(type -> !content.has(type))
                .forEach(type -> otherForm(type, content));
        return response;
    }

    private static void otherForm(String type, ObjectNode content) {
        ObjectNode form = content.putObject(type);
        if (type.startsWith("text/")) {
            form.putObject("schema").put("type", "string");
        }
    }

    /** A long text is no example. */
    private static String beginning(String text) {
        List<String> lines = text.lines().toList();
        return lines.size() <= MAX_LINES
                ? text
                : String.join("\n", lines.subList(0, MAX_LINES)) + "\n…";
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
                "Idempotency-Key",
                header("names the command: the same key and body are answered as the first time")
                        .put("name", "Idempotency-Key")
                        .put("in", "header")
                        .put("required", true)
                        .put("example", "pay-E0102-1"));
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
        headers.set("Location", header("the path of what is new").put("required", true));
        headers.set("Retry-After", header("seconds to wait").put("required", true));
        headers.set(
                "X-Correlation-Id",
                header("the id of the request in the log of the server; one that is sent is kept")
                        .put("required", true));
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
        refusal(responses, "No such thing, or it is not public.", english.missing());
        refusal(responses, "The caller may not do this here.", english.denied());
        refusal(responses, "Not offered in this format.", english.ofStatus(406));
        refusal(responses, "The same command is being carried out.", english.keyRunning());
        refusal(responses, "Not of the version that `If-Match` names.", english.ofStatus(412));
        refusal(responses, "The body is too large.", english.ofStatus(413));
        refusal(responses, "The body is of another type.", english.ofStatus(415));
        refusal(responses, "Rules are in the way, or the key was used.", english.keyReused());
        refusal(responses, "It must be said which version is meant.", english.unconditional());
        refusal(responses, "Called too often.", english.tooMany());
        refusal(responses, "The server is at fault.", english.failed(CASE));
        refusal(responses, "Too many ask at once.", english.busy(CASE));
        responses
                .withObject("/503/headers")
                .set("Retry-After", header("seconds to wait, where anybody can tell"));
        for (String waiting : List.of("409", "429")) {
            responses
                    .withObject("/" + waiting + "/headers")
                    .set("Retry-After", shared("headers", "Retry-After"));
        }
        return responses;
    }

    private String path(String rest) {
        return "/api/communities/" + examples.get("community") + rest;
    }

    private ObjectNode problem(String description, JsonNode example) {
        ObjectNode response = JSON.objectNode().put("description", description);
        ObjectNode content = response.putObject("content").putObject(PROBLEM);
        response.putObject("headers")
                .set("X-Correlation-Id", shared("headers", "X-Correlation-Id"));
        content.set("schema", schemas.reference(Problem.class));
        content.set("example", example);
        return response;
    }

    private void refusal(ObjectNode responses, String description, Problem problem) {
        responses.set(Integer.toString(problem.status()), problem(description, json(problem)));
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
