package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.rest.access.Caller;
import io.github.xinyi.rest.access.Role;
import io.github.xinyi.rest.published.CommunityDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.glassfish.jersey.message.GZipEncoder;
import org.glassfish.jersey.server.filter.EncodingFilter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What those who run the host ask, and how answers are packed. */
class ServiceOverHttpTest {

    private static final String BASE = "/api/communities/liuyuan";

    private static volatile Readiness readiness = () -> Readiness.State.READY;

    @SuppressWarnings("NullAway.Init")
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server =
                new RunningServer(
                        XinyiRest.builder(
                                        CommunityDirectory.of(
                                                List.of(
                                                        new SampleVillage()
                                                                .published(Optional.empty()))))
                                .readiness(() -> readiness.check())
                                .build(),
                        Map.of(
                                "auditor",
                                Caller.of(
                                        PersonId.of("A1"),
                                        Map.of(SampleVillage.ID, Set.of(Role.AUDITOR)))));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isUpAndReady() {
        readiness = () -> Readiness.State.READY;

        assertThat(json(server.get("/api/service/health")).at("/status").asText()).isEqualTo("UP");
        assertThat(json(server.get("/api/service/readiness")).at("/status").asText())
                .isEqualTo("READY");
    }

    @Test
    void isNotReadyWhereTheHostSaysSoOrCanNotBeAsked() {
        readiness = () -> Readiness.State.NOT_READY;
        assertThat(server.get("/api/service/readiness").statusCode()).isEqualTo(503);

        readiness =
                () -> {
                    throw new IllegalStateException("no database");
                };
        HttpResponse<String> response = server.get("/api/service/readiness");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).doesNotContain("database");
        assertThat(server.get("/api/service/health").statusCode()).isEqualTo(200);
    }

    @Test
    void countsAnswersByOperationAndStatusForWhoMayReadThem() {
        server.get(BASE + "/budget");
        server.get(BASE + "/records/99999");

        HttpResponse<String> metrics =
                server.get("/api/service/metrics", HostLogin.HEADER, "auditor");

        assertThat(metrics.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/plain");
        assertThat(metrics.body())
                .contains("# TYPE xinyi_http_answers_total counter\n")
                .containsPattern(
                        "xinyi_http_answers_total\\{operation=\"funds.budget\",status=\"200\"}"
                                + " [1-9]")
                .containsPattern(
                        "xinyi_http_answers_total\\{operation=\"records.read\",status=\"404\"}"
                                + " [1-9]")
                .containsPattern(
                        "xinyi_http_seconds_total\\{operation=\"funds.budget\",status=\"200\"}"
                                + " [0-9]+\\.[0-9]{9}\n")
                .doesNotContain("liuyuan");
        assertThat(server.get("/api/service/metrics").statusCode()).isEqualTo(403);
    }

    @Test
    void leavesToTheHostWhatItEncodes() throws IOException {
        XinyiRest rest =
                XinyiRest.of(
                        CommunityDirectory.of(
                                List.of(new SampleVillage().published(Optional.empty()))));
        try (RunningServer encoding =
                new RunningServer(rest, Map.of(), EncodingFilter.class, GZipEncoder.class)) {
            HttpResponse<byte[]> packed =
                    encoding.bytes(BASE + "/records", "Accept-Encoding", "gzip");

            assertThat(packed.headers().allValues("Content-Encoding")).containsExactly("gzip");
            try (InputStream once = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
                assertThat(new String(once.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(encoding.get(BASE + "/records").body());
            }
        }
    }

    @Test
    void packsWhatIsReadForWhoAcceptsIt() throws IOException {
        HttpResponse<String> plain = server.get(BASE + "/records");
        HttpResponse<byte[]> packed =
                server.bytes(BASE + "/records", "Accept-Encoding", "br, gzip");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(String.join(",", packed.headers().allValues("Vary")))
                .contains("Accept-Encoding")
                .contains("Accept-Language");
        assertThat(packed.body().length).isLessThan(plain.body().length());
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(plain.body());
        }
        String tag = packed.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).isEqualTo("W/" + plain.headers().firstValue("ETag").orElseThrow());
        assertThat(
                        server.get(
                                        BASE + "/records",
                                        "Accept-Encoding",
                                        "gzip",
                                        "If-None-Match",
                                        tag)
                                .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({
        "gzip, true",
        "GZIP;q=0.5, true",
        "'br, gzip', true",
        "gzip;q=0, false",
        "gzip;q=0.000, false",
        "identity, false",
        "xgzip, false"
    })
    void readsWhichCodingsAreAccepted(String header, boolean accepted) {
        assertThat(Gzip.accepts(header)).isEqualTo(accepted);
    }
}
