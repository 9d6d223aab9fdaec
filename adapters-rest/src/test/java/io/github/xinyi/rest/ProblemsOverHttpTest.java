package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.rest.published.CommunityDirectory;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered when there is no answer. */
class ProblemsOverHttpTest {

    private static final String BASE = "/api/communities/liuyuan";

    @SuppressWarnings("NullAway.Init")
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server =
                new RunningServer(
                        CommunityDirectory.of(
                                List.of(new SampleVillage().published(Optional.empty()))));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(response.body()).doesNotContain("Exception").doesNotContain("\tat ");
        JsonNode problem = json(response);
        assertThat(problem.at("/status").asInt()).isEqualTo(status);
        assertThat(problem.at("/type").asText()).startsWith("tag:");
        assertThat(problem.at("/findings").isArray()).isTrue();
        return problem;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/communities/elsewhere/overview",
                "/api/communities/%20/overview",
                BASE + "/records/999999",
                BASE + "/records/-1",
                BASE + "/records/x",
                BASE + "/records/x/proof",
                BASE + "/disbursements/nobody",
                BASE + "/vouchers/00",
                BASE + "/vouchers/0000000000000000000000000000000000000000000000000000000000000000",
                BASE + "/nothing",
                "/api/communities/a/b/c/d/e"
            })
    void answersNotFound(String path) {
        JsonNode problem = problem(server.get(path), 404);

        assertThat(problem.at("/title").asText()).isEqualTo("没有找到");
        assertThat(problem.has("instance")).isFalse();
    }

    @Test
    void answersAlikeForAnUnknownCommunityAndOneThatNoneCanBe() {
        assertThat(server.get("/api/communities/others/budget").body())
                .isEqualTo(server.get("/api/communities/%E2%80%8B/budget").body());
    }

    @ParameterizedTest
    @CsvSource({
        "/records?limit=0, request.limit",
        "/records?limit=201, request.limit",
        "/records?limit=many, request.limit",
        "/records?cursor=newest, request.cursor",
        "/records?cursor=0, request.cursor",
        "/records?cursor=99999999999999999999, request.cursor",
        "/records?filter=mine, request.filter",
        "/records?cursor=MS1hYmM, request.cursor",
        "/disbursements?cursor=MA, request.cursor",
        "/disbursements?cursor=MS0wMTIzNDU2Nzg5YWJjZGVm, request.cursor",
        "/disbursements?cursor=MjAt, request.cursor",
        "/decisions?cursor=1, request.cursor",
        "/decisions?limit=0, request.limit",
        "/checkpoints?limit=201, request.limit",
        "/overview?at=yesterday, request.moment",
        "/overview?at=2025-02-30T00:00:00Z, request.moment",
        "/consistency, request.log-position",
        "/consistency?from=0&to=3, request.log-position",
        "/consistency?from=4&to=3, request.sizes-in-order",
        "/records/0/proof?size=0, request.log-position",
    })
    void refusesParametersThatAreNotAsTheyMustBe(String path, String rule) {
        JsonNode problem = problem(server.get(BASE + path), 400);

        assertThat(problem.at("/findings/0/rule").asText()).isEqualTo(rule);
        assertThat(problem.at("/findings/0/text").asText()).startsWith("✘ 参数");
    }

    @Test
    void acceptsLimitsFromOneToTwoHundred() {
        assertThat(server.get(BASE + "/records?limit=1").statusCode()).isEqualTo(200);
        assertThat(server.get(BASE + "/records?limit=200").statusCode()).isEqualTo(200);
    }

    @Test
    void reportsEverythingThatIsWrongAtOnce() {
        JsonNode problem =
                problem(
                        server.get(
                                BASE + "/records?limit=0&cursor=x&filter=y",
                                "Accept-Language",
                                "en"),
                        400);

        assertThat(problem.at("/title").asText()).isEqualTo("Bad request");
        assertThat(problem.at("/findings").findValuesAsText("rule"))
                .containsExactlyInAnyOrder("request.limit", "request.cursor", "request.filter");
    }

    @Test
    void answersNotAcceptableAsAProblem() {
        problem(server.get(BASE + "/overview", "Accept", "text/csv"), 406);
    }

    @Test
    void refusesAnEntityTagThatIsNoneInsteadOfFailing() {
        problem(server.get(BASE + "/overview", "If-None-Match", "\"open"), 400);
        problem(server.get(BASE + "/overview", "If-Match", "\"open"), 400);
    }

    @Test
    void answersOtherMethodsAsAProblem() {
        problem(server.send(HttpRequest.newBuilder().DELETE(), BASE + "/records/0"), 405);
    }

    @Test
    void leavesOtherPathsOfTheHostAlone() {
        HttpResponse<String> response = server.get("/elsewhere");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .doesNotContain("problem");
        assertThat(response.headers().firstValue("Vary")).isEmpty();
    }

    @Test
    void answersInChineseIfTheLanguageHeaderIsNonsense() {
        HttpResponse<String> response =
                server.get(BASE + "/nothing", "Accept-Language", "e!n;q=very");

        assertThat(json(response).at("/title").asText()).isEqualTo("没有找到");
    }

    @Test
    void doesNotServeAVoucherWhoseBytesHaveAnotherHash() {
        HttpResponse<String> response =
                server.get(BASE + "/vouchers/" + SampleVillage.TAMPERED.toHex());

        JsonNode problem = problem(response, 500);
        assertThat(problem.at("/instance").asText()).matches("urn:uuid:[0-9a-f-]{36}");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    }
}
