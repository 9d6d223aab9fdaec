package io.github.xinyi.rest.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xinyi.rest.openapi.DescribedOperation.Parameter;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Requests drawn at random from the document: right ones, ones at the edge, and nonsense. The same
 * seed gives the same requests. Not thread-safe.
 */
public final class RequestGenerator {

    /**
     * A request.
     *
     * @param operation which it was drawn from
     * @param verb of the request, mostly the operation's
     * @param path and query
     * @param headers names and values in turn
     * @param body empty if it has none
     * @param mustBeRefused whether a parameter of the query is not as the document says
     */
    public record Generated(
            DescribedOperation operation,
            String verb,
            String path,
            List<String> headers,
            String body,
            boolean mustBeRefused) {}

    private static final Pattern NEXT = Pattern.compile("[?&]cursor=([^&>]+)");

    private static final List<String> VERBS =
            List.of("HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "LINK");

    private static final List<String> NONSENSE =
            List.of(
                    "-1",
                    "0x10",
                    "1e3",
                    "9223372036854775808",
                    "99999999999999999999",
                    "１２",
                    "null",
                    "%00",
                    "\u0000",
                    "..",
                    "../../etc/passwd",
                    "a/b",
                    "a;b=c",
                    "' or 1=1 --",
                    "<script>",
                    "${jndi:x}",
                    "{community}",
                    "柳苑",
                    "\u200b",
                    "\u202e",
                    "\ud83c\udfe0",
                    " ",
                    "x".repeat(3_000));

    private static final List<List<String>> HEADERS =
            List.of(
                    List.of("Accept", "application/json"),
                    List.of("Accept", "*/*"),
                    List.of("Accept", "text/plain, application/problem+json;q=0.5"),
                    List.of("Accept", "application/json;q=0"),
                    List.of("Accept", "text/csv"),
                    List.of("Accept-Language", "en"),
                    List.of("Accept-Language", "zh-Hans-CN;q=0.3, *;q=0.1"),
                    List.of("Accept-Language", "e!n;q=very"),
                    List.of("Accept-Language", "x".repeat(5_000)),
                    List.of("Accept-Encoding", "gzip, br"),
                    List.of("If-None-Match", "*"),
                    List.of("If-None-Match", "W/\"1\", \"2\""),
                    List.of("If-None-Match", "\"open"),
                    List.of("If-Match", "\"1\""),
                    List.of("If-Modified-Since", "Sat, 29 Feb 2025 00:00:00 GMT"),
                    List.of("Range", "bytes=5-1"),
                    List.of("X-HTTP-Method-Override", "DELETE"),
                    List.of("Content-Type", "application/json"),
                    List.of("Content-Type", "text/plain;charset=nowhere"),
                    List.of("Cookie", "a=b; c"));

    private final List<DescribedOperation> operations;
    private final List<List<String>> logins;
    private final Random random;
    private final Map<String, List<String>> cursors = new HashMap<>();
    private int drawn;

    /**
     * A generator.
     *
     * @param operations to draw from
     * @param logins headers by which a host knows somebody, names and values in turn
     * @param seed gives the same requests again
     */
    public RequestGenerator(
            List<DescribedOperation> operations, List<List<String>> logins, long seed) {
        this.operations = List.copyOf(operations);
        this.logins = logins.stream().sorted(Comparator.comparing(Object::toString)).toList();
        this.random = new Random(seed);
    }

    /**
     * The next request.
     *
     * @return a request
     */
    public Generated next() {
        DescribedOperation operation = one(operations);
        boolean[] mustBeRefused = {false};
        String path =
                operation.pathWith(
                        parameter ->
                                parameter.isInPath()
                                        ? inPath(parameter)
                                        : inQuery(operation, parameter, mustBeRefused));
        boolean isOwnVerb = !chance(10);
        String verb = isOwnVerb ? operation.verb() : one(VERBS);
        if (chance(10)) {
            path += (path.contains("?") ? "&" : "?") + "unknown=" + encoded(one(NONSENSE));
        }
        List<String> headers = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            headers.addAll(one(HEADERS));
        }
        String body = chance(10) ? one(List.of("{}", "{\"a\":", "[[[[", "\u0000")) : "";
        if (chance(80)) {
            headers.addAll(one(logins));
        }
        if (!operation.body().isMissingNode() && isOwnVerb) {
            body = chance(90) ? body(operation.body()).toString() : body;
            headers.addAll(List.of("Content-Type", "application/json"));
            if (chance(90)) {
                String key = chance(90) ? "generated-" + drawn++ : one(NONSENSE.subList(0, 6));
                headers.addAll(List.of("Idempotency-Key", key));
            }
            if (chance(50)) {
                headers.addAll(List.of("If-Match", "\"" + random.nextInt(4) + "\""));
            }
        }
        return new Generated(operation, verb, path, headers, body, isOwnVerb && mustBeRefused[0]);
    }

    /**
     * Takes from an answer where the next page is, to go on there some other time.
     *
     * @param request what was asked
     * @param headers of the answer
     */
    public void learn(Generated request, HttpHeaders headers) {
        headers.firstValue("Link")
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .ifPresent(
                        link ->
                                cursors.computeIfAbsent(
                                                request.operation().id(), id -> new ArrayList<>())
                                        .add(link.group(1)));
    }

    /** The example's body, every other time with a member that it should not have. */
    private JsonNode body(JsonNode example) {
        JsonNode body = example.deepCopy();
        if (chance(50) && body instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = one(names);
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.putNull(name);
                case 2 -> object.put(name, -1);
                case 3 -> object.putArray(name).addNull();
                case 4 -> object.put("unknown", 1);
                default -> object.put(name, one(NONSENSE));
            }
        } else if (body instanceof ObjectNode object && object.has("id") && chance(70)) {
            object.put("id", "G-" + drawn);
        }
        return body;
    }

    private String inPath(Parameter parameter) {
        return chance(80)
                ? parameter.example()
                : chance(50) ? Integer.toString(random.nextInt(100)) : one(NONSENSE);
    }

    private String inQuery(
            DescribedOperation operation, Parameter parameter, boolean[] mustBeRefused) {
        if (chance(40)) {
            mustBeRefused[0] |= parameter.isRequired();
            return "";
        }
        if (chance(70)) {
            return parameter.name().equals("cursor") ? cursor(operation) : fitting(parameter);
        }
        mustBeRefused[0] = true;
        return unfitting(parameter);
    }

    /** A cursor that a page of the list gave; none before the first. */
    private String cursor(DescribedOperation operation) {
        List<String> given = cursors.getOrDefault(operation.id(), List.of());
        return given.isEmpty() ? "" : one(given);
    }

    /** A value that the document allows, often the least or the most. */
    private String fitting(Parameter parameter) {
        var schema = parameter.schema();
        if (schema.path("type").asText().equals("integer")) {
            long least = schema.path("minimum").asLong();
            long most = schema.path("maximum").asLong(Long.MAX_VALUE);
            return Long.toString(
                    switch (random.nextInt(4)) {
                        case 0 -> least;
                        case 1 -> most;
                        default -> least + random.nextInt((int) Math.min(most - least, 59) + 1);
                    });
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size())).asText();
        }
        if (schema.path("format").asText().equals("date-time")) {
            return String.format(
                    Locale.ROOT,
                    "%04d-%02d-%02dT%02d:59:59.%03d%s",
                    2020 + random.nextInt(10),
                    1 + random.nextInt(12),
                    1 + random.nextInt(28),
                    random.nextInt(24),
                    random.nextInt(1_000),
                    one(List.of("Z", "+08:00", "-11:30")));
        }
        if (parameter.name().equals("period")) {
            int year = 2020 + random.nextInt(10);
            return chance(50)
                    ? Integer.toString(year)
                    : String.format(Locale.ROOT, "%04d-%02d", year, 1 + random.nextInt(12));
        }
        throw new IllegalStateException("no value for " + parameter);
    }

    /** A value that the document does not allow, often just beyond the edge. */
    private String unfitting(Parameter parameter) {
        var schema = parameter.schema();
        if (chance(50) && schema.path("type").asText().equals("integer")) {
            return schema.has("maximum") && chance(50)
                    ? Long.toString(schema.get("maximum").asLong() + 1)
                    : Long.toString(schema.path("minimum").asLong() - 1);
        }
        return one(NONSENSE);
    }

    /**
     * A request in one line.
     *
     * @param request which
     * @return verb, path and headers, the long ones cut
     */
    public static String shown(Generated request) {
        return request.headers().stream()
                .map(text -> text.length() < 80 ? text : text.length() + " characters")
                .collect(Collectors.joining(" ", request.verb() + " " + request.path() + " ", ""));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
