package io.github.xinyi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.rest.openapi.ApiDocument;
import io.github.xinyi.rest.openapi.DescribedOperation;
import io.github.xinyi.rest.published.CommunityDirectory;
import io.github.xinyi.rest.published.PublishedCommunity;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
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
            Map.of(
                    "community",
                    SampleVillage.ID.value(),
                    "id",
                    SampleVillage.PAID,
                    "index",
                    "0",
                    "sha256",
                    SampleVillage.INVOICE_HASH.toHex(),
                    "from",
                    "3",
                    "to",
                    "30");

    @SuppressWarnings("NullAway.Init")
    private static RunningServer server;

    @SuppressWarnings("NullAway.Init")
    private static RunningServer broken;

    @SuppressWarnings("NullAway.Init")
    private static JsonNode document;

    /** A host whose database is gone. */
    private static final class Broken implements CommunityDirectory {

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
        broken = new RunningServer(new Broken());
        document =
                ApiDocument.of(
                        XinyiRest.of(directory).resources(), OpenApiDocumentTest::ask, EXAMPLES);
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
        broken.close();
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
                // Answered only after others have looked back for seconds: LedgerHistoryTest.
                if (status != 503 && answered(operation, status) != status) {
                    missing.add(operation.id() + " " + status);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    /** Asks so that the operation should answer with a status. */
    private static int answered(DescribedOperation operation, int status) {
        String example = operation.examplePath();
        return switch (status) {
            case 304 -> {
                String tag = server.get(example).headers().firstValue("ETag").orElseThrow();
                yield server.get(example, "If-None-Match", tag).statusCode();
            }
            case 400 ->
                    server.get(operation.pathWith(p -> p.isInPath() ? p.example() : "~"))
                            .statusCode();
            case 404 -> server.get(example.replace("liuyuan", "elsewhere")).statusCode();
            case 406 -> server.get(example, "Accept", "text/csv").statusCode();
            case 500 -> broken.get(example).statusCode();
            default -> server.get(example).statusCode();
        };
    }
}
