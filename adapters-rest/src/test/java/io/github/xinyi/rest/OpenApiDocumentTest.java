package io.github.xinyi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.rest.access.Access;
import io.github.xinyi.rest.access.AccessPolicy;
import io.github.xinyi.rest.access.Caller;
import io.github.xinyi.rest.access.Operation;
import io.github.xinyi.rest.openapi.ApiDocument;
import io.github.xinyi.rest.openapi.DescribedOperation;
import io.github.xinyi.rest.openapi.RequestGenerator;
import io.github.xinyi.rest.published.CommunityDirectory;
import io.github.xinyi.rest.published.PublishedCommunity;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/openapi.json is what the resources are. */
class OpenApiDocumentTest {

    private static final String RENEW = "xinyi.openapi.write";

    private static final Map<String, String> EXAMPLES =
            Map.ofEntries(
                    Map.entry("community", SampleVillage.ID.value()),
                    Map.entry("id", SampleVillage.PAID),
                    Map.entry("index", "0"),
                    Map.entry("sha256", SampleVillage.INVOICE_HASH.toHex()),
                    Map.entry("from", "3"),
                    Map.entry("to", "30"),
                    Map.entry("meeting", VillageHost.MEETING.value()),
                    Map.entry("case", "C-2025-0042"),
                    Map.entry("unit", SampleVillage.unit(1)),
                    Map.entry("day", SampleVillage.RECORD_DATE.toString()),
                    Map.entry("statement", "public-income"),
                    Map.entry("period", "2025"),
                    Map.entry("year", "2026"));

    /** Who may, where the chair may not. */
    private static final Map<String, String> CALLERS =
            Map.of(
                    "bills.unit", "steward",
                    "cases.record", "owner1",
                    "rosters.own", "owner1",
                    "service.metrics", "auditor");

    /**
     * What no single request shows: a command that is running, one that a rule refuses, one without
     * its version, and a past that others have looked at for seconds. Their own tests do.
     */
    private static final Set<Integer> SHOWN_ELSEWHERE = Set.of(409, 422, 428, 503);

    @SuppressWarnings("NullAway.Init")
    private static RunningServer server;

    @SuppressWarnings("NullAway.Init")
    private static VillageHost host;

    @SuppressWarnings("NullAway.Init")
    private static RunningServer broken;

    @SuppressWarnings("NullAway.Init")
    private static RunningServer shut;

    @SuppressWarnings("NullAway.Init")
    private static RunningServer limited;

    @SuppressWarnings("NullAway.Init")
    private static JsonNode document;

    /** Everybody may know of the community, and nobody may do anything. */
    private static final class OnlyKnown implements AccessPolicy {

        @Override
        public Access decide(Caller caller, Operation operation, CommunityId community) {
            return operation == Operation.READ_OVERVIEW ? Access.ALLOWED : Access.DENIED;
        }

        @Override
        public Access decide(Caller caller, Operation operation) {
            return Access.DENIED;
        }
    }

    /** A host whose database is gone. */
    private static final class Broken implements CommunityDirectory, AccessPolicy {

        @Override
        public Access decide(Caller caller, Operation operation, CommunityId community) {
            return Access.ALLOWED;
        }

        @Override
        public Access decide(Caller caller, Operation operation) {
            throw new IllegalStateException("the database is gone");
        }

        @Override
        public List<PublishedCommunity> all() {
            throw new IllegalStateException("the database is gone");
        }

        @Override
        public Optional<PublishedCommunity> find(CommunityId id) {
            throw new IllegalStateException("the database is gone");
        }
    }

    @BeforeAll
    static void start() {
        CommunityDirectory directory =
                CommunityDirectory.of(
                        List.of(new SampleVillage().published(Optional.of(SampleVillage.bank()))));
        server = new RunningServer(directory);
        host = new VillageHost();
        Broken gone = new Broken();
        broken = new RunningServer(XinyiRest.builder(gone).policy(gone).build(), Map.of());
        shut =
                new RunningServer(
                        XinyiRest.builder(directory).policy(new OnlyKnown()).build(), Map.of());
        limited =
                new RunningServer(
                        XinyiRest.builder(directory)
                                .rateLimit((caller, operation, at) -> Duration.ofSeconds(1))
                                .build(),
                        Map.of());
        document =
                ApiDocument.of(
                        XinyiRest.of(directory).resources(),
                        OpenApiDocumentTest::ask,
                        EXAMPLES,
                        RecordedVillage.play(host));
    }

    /** Asks without holding the answer against the document, which is only now made. */
    private static HttpResponse<String> ask(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return server.send(request.build());
    }

    @AfterAll
    static void stop() {
        server.close();
        host.close();
        broken.close();
        shut.close();
        limited.close();
    }

    @Test
    void isKeptAsItIsNow() throws IOException {
        String text = ApiDocument.text(document);
        if (Boolean.getBoolean(RENEW)) {
            Files.writeString(ApiDocument.KEPT, text);
        }

        assertThat(Files.readString(ApiDocument.KEPT))
                .as("docs/openapi.json has changed; renew it by -D%s=true and read the diff", RENEW)
                .isEqualTo(text);
    }

    @Test
    void describesEveryMethodOfEveryResource() {
        assertThat(DescribedOperation.in(document))
                .hasSizeGreaterThanOrEqualTo(15)
                .extracting(DescribedOperation::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyStatusIsAnsweredThatIsDeclared() {
        Set<String> missing = new TreeSet<>();
        for (DescribedOperation operation : DescribedOperation.in(document)) {
            for (int status : operation.statuses()) {
                if (isShownHere(operation, status) && answered(operation, status) != status) {
                    missing.add(operation.id() + " " + status);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void aBodyOfNoMoreThanTheRequiredMembersIsNotMalformed() {
        Set<String> malformed = new TreeSet<>();
        for (DescribedOperation operation : DescribedOperation.in(document)) {
            if (!operation.body().isMissingNode()) {
                JsonNode least = least(operation.body(), schemaOf(operation));
                int status =
                        send(
                                        host.server(),
                                        operation,
                                        operation.examplePath(),
                                        least.toString(),
                                        "Idempotency-Key",
                                        "least-of-" + operation.id())
                                .statusCode();
                if (status == 400) {
                    malformed.add(operation.id() + " " + least);
                }
            }
        }

        assertThat(malformed).isEmpty();
    }

    private static JsonNode schemaOf(DescribedOperation operation) {
        for (JsonNode path : document.get("paths")) {
            for (JsonNode described : path) {
                if (described.at("/operationId").asText().equals(operation.id())) {
                    return described.at("/requestBody/content/application~1json/schema");
                }
            }
        }
        throw new IllegalStateException("not described: " + operation.id());
    }

    /** An example without the members that need not be there. */
    private static JsonNode least(JsonNode example, JsonNode schema) {
        if (schema.has("$ref")) {
            return least(example, document.at(schema.get("$ref").asText().substring(1)));
        }
        if (example.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            example.forEach(item -> items.add(least(item, schema.path("items"))));
            return items;
        }
        if (!schema.has("required")) {
            return example;
        }
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (JsonNode name : schema.get("required")) {
            JsonNode member = example.path(name.asText());
            if (!member.isMissingNode()) {
                JsonNode described = schema.at("/properties/" + name.asText());
                members.set(name.asText(), least(member, described));
            }
        }
        return members;
    }

    /** What a command is answered with when all goes well is in the examples. */
    private static boolean isShownHere(DescribedOperation operation, int status) {
        boolean isWrite = !operation.verb().equals("GET");
        return !SHOWN_ELSEWHERE.contains(status)
                && !(isWrite && List.of(200, 201, 412).contains(status));
    }

    /** The example's request, by a caller who may, with headers in turn. */
    private static HttpResponse<String> ask(
            RunningServer server, DescribedOperation operation, String... headers) {
        return send(server, operation, operation.examplePath(), body(operation), headers);
    }

    private static String body(DescribedOperation operation) {
        return operation.body().isMissingNode() ? "" : operation.body().toString();
    }

    private static HttpResponse<String> send(
            RunningServer server,
            DescribedOperation operation,
            String path,
            String body,
            String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.uri(path))
                        .method(operation.verb(), HttpRequest.BodyPublishers.ofString(body))
                        .setHeader(HostLogin.HEADER, CALLERS.getOrDefault(operation.id(), "chair"))
                        .setHeader("Idempotency-Key", "status-of-" + operation.id())
                        .setHeader("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return server.send(request.build());
    }

    /** A body that is none, a query that is none, or an entity tag that is none. */
    private static int refused(DescribedOperation operation) {
        String path = operation.pathWith(p -> p.isInPath() ? p.example() : "~");
        return send(
                        host.server(),
                        operation,
                        path,
                        "[",
                        "Content-Type",
                        "application/json,text/plain;charset=nowhere")
                .statusCode();
    }

    /** Without a connection: a server may close it before all is read. */
    private static int tooLarge(DescribedOperation operation) {
        List<String> headers =
                List.of(
                        HostLogin.HEADER,
                        "chair",
                        "Idempotency-Key",
                        "too-large",
                        "Content-Type",
                        "application/json",
                        "Content-Length",
                        "20000000");
        return new InProcess(host.rest(), VillageHost.PEOPLE)
                .send(
                        new RequestGenerator.Generated(
                                operation,
                                operation.verb(),
                                operation.examplePath(),
                                headers,
                                "{}",
                                true))
                .status();
    }

    /** Asks so that the operation should answer with a status. */
    private static int answered(DescribedOperation operation, int status) {
        return switch (status) {
            case 304 -> {
                String tag =
                        ask(host.server(), operation).headers().firstValue("ETag").orElseThrow();
                yield ask(host.server(), operation, "If-None-Match", tag).statusCode();
            }
            case 400 -> refused(operation);
            case 403 -> ask(shut, operation).statusCode();
            case 404 -> {
                String path = operation.examplePath().replace("liuyuan", "elsewhere");
                yield send(host.server(), operation, path, body(operation)).statusCode();
            }
            case 406 -> ask(host.server(), operation, "Accept", "image/webp").statusCode();
            case 412 -> ask(host.server(), operation, "If-Match", "\"0\"").statusCode();
            case 413 -> tooLarge(operation);
            case 415 -> ask(host.server(), operation, "Content-Type", "text/plain").statusCode();
            case 429 -> ask(limited, operation).statusCode();
            case 500 -> ask(broken, operation).statusCode();
            default -> ask(host.server(), operation).statusCode();
        };
    }
}
