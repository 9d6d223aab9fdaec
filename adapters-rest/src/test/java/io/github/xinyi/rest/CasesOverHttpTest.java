package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static io.github.xinyi.rest.VillageHost.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.rest.access.Denial;
import io.github.xinyi.rest.access.Operation;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases of the grid taken up and led on over HTTP. */
class CasesOverHttpTest {

    private static final String CASES = BASE + "/cases";

    private static int tests;

    @SuppressWarnings("NullAway.Init")
    private static VillageHost host;

    private final String id = "C-2025-%04d".formatted(++tests);

    @BeforeAll
    static void open() {
        host = new VillageHost();
    }

    @AfterAll
    static void close() {
        host.close();
    }

    private String found(String more) {
        return """
        {"id":"%s","category":"REPAIR","building":"7号楼","units":["%s"],"text":"灯坏了，电话13800000000"%s}\
        """
                .formatted(id, SampleVillage.unit(3), more);
    }

    private HttpResponse<String> find(String caller) {
        HttpResponse<String> response = host.server().post(CASES, found(""), caller, id + "-find");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return response;
    }

    private HttpResponse<String> step(String caller, int version, String key, String step) {
        return host.server()
                .post(
                        CASES + "/" + id + "/steps",
                        step,
                        caller,
                        id + "-" + key,
                        "If-Match",
                        "\"" + version + "\"");
    }

    private void take(String caller, int version, String step) {
        HttpResponse<String> taken = step(caller, version, "step" + version, step);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(taken.headers().firstValue("ETag")).contains("\"" + (version + 1) + "\"");
    }

    private HttpResponse<String> record(String caller) {
        return host.server().get(CASES + "/" + id + "/record", HostLogin.HEADER, caller);
    }

    @Test
    void isLedFromTheFirstWordToItsEnd() {
        HttpResponse<String> found = find("owner1");
        take("owner1", 1, "{\"step\":\"REPORT\",\"person\":\"officer\",\"text\":\"一般\"}");
        take("officer", 2, "{\"step\":\"ACCEPT\"}");
        take("officer", 3, "{\"step\":\"ANSWER\"}");
        take("officer", 4, "{\"step\":\"VISIT\",\"text\":\"已看过\"}");
        take("officer", 5, "{\"step\":\"DISPATCH\",\"person\":\"steward\"}");
        take("steward", 6, "{\"step\":\"FINISH\",\"value\":\"%s\"}".formatted("a".repeat(64)));
        take("officer", 7, "{\"step\":\"FOLLOW_UP\",\"value\":\"CONTENT\",\"text\":\"电话回访\"}");
        take("officer", 8, "{\"step\":\"CLOSE\"}");

        assertThat(found.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(found.headers().firstValue("Location").orElse("")).endsWith(CASES + "/" + id);
        JsonNode seen = json(host.server().get(CASES + "/" + id, HostLogin.HEADER, "owner2"));
        assertThat(seen.at("/progress").asText()).isEqualTo("CLOSED");
        assertThat(seen.at("/result").asText()).isEqualTo("WORK_DONE");
        HttpResponse<String> full = record("owner1");
        assertThat(full.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode records = json(full);
        assertThat(records.at("/records")).hasSize(9);
        assertThat(records.at("/state/version").asInt()).isEqualTo(9);
        assertThat(records.at("/records/0/members/text").asText()).contains("灯坏了");
    }

    @Test
    void othersSeeNoTextPersonUnitOrNumber() {
        find("owner1");

        HttpResponse<String> seen = host.server().get(CASES + "/" + id, HostLogin.HEADER, "owner2");

        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body())
                .doesNotContain(SampleVillage.owner(1))
                .doesNotContain(SampleVillage.unit(3))
                .doesNotContain("13800000000")
                .doesNotContain("7号楼")
                .doesNotContain(id);
        assertThat(host.server().get(CASES + "/" + id).statusCode()).isEqualTo(403);
    }

    @Test
    void theRecordIsThereForThoseConcernedAloneAndOthersAreWrittenDown() {
        find("owner1");
        int before = host.denials.size();

        assertThat(record("owner1").statusCode()).isEqualTo(200);
        HttpResponse<String> others = record("owner2");
        HttpResponse<String> none =
                host.server().get(CASES + "/C-none/record", HostLogin.HEADER, "owner2");

        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(others.body()).isEqualTo(none.body());
        assertThat(host.denials.subList(before, host.denials.size()))
                .extracting(Denial::operation)
                .containsExactly(Operation.READ_CASE_RECORD);
    }

    @Test
    void aStepNeedsTheVersionThatWasReadAndTheLatestOne() {
        find("owner1");
        String state = host.state();
        String path = CASES + "/" + id + "/steps";
        String step = "{\"step\":\"REPORT\",\"person\":\"officer\",\"text\":\"一般\"}";

        HttpResponse<String> without = host.server().post(path, step, "owner1", id + "-1");
        HttpResponse<String> wrong = step("owner1", 2, "2", step);
        HttpResponse<String> weak =
                host.server().post(path, step, "owner1", id + "-3", "If-Match", "W/\"1\"");

        assertThat(without.statusCode()).isEqualTo(428);
        assertThat(json(without).at("/type").asText()).endsWith("/version-required");
        assertThat(wrong.statusCode()).isEqualTo(412);
        assertThat(weak.statusCode()).isEqualTo(412);
        assertThat(host.state()).isEqualTo(state);
        assertThat(
                        host.server()
                                .post(path, step, "owner1", id + "-1", "If-Match", "\"1\"")
                                .statusCode())
                .as("what was not carried out has not used its key")
                .isEqualTo(200);
    }

    @Test
    void ofManyStepsOnOneVersionOneIsTaken() {
        find("owner1");
        take("owner1", 1, "{\"step\":\"REPORT\",\"person\":\"officer\",\"text\":\"一般\"}");

        List<Integer> answers =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        step(
                                                                "officer",
                                                                2,
                                                                "many-" + i,
                                                                "{\"step\":\"ANSWER\"}")))
                        .toList()
                        .stream()
                        .map(sent -> sent.join().statusCode())
                        .toList();

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @ParameterizedTest
    @CsvSource({"DISPATCH", "REPORT", "CLOSE", "ESCALATE"})
    void whoHasNotGotItInHandTakesNoStepAndLearnsNothing(String step) {
        find("owner1");
        String state = host.state();

        HttpResponse<String> response =
                step(
                        "owner2",
                        1,
                        "foreign",
                        "{\"step\":\"%s\",\"person\":\"officer\"}".formatted(step));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(host.denials.get(host.denials.size() - 1).caller())
                .isEqualTo(SampleVillage.owner(2));
        assertThat(host.state()).isEqualTo(state);
    }

    @Test
    void aStepThatTheCaseDoesNotAllowIsRefusedWithItsRules() {
        find("owner1");
        String state = host.state();

        HttpResponse<String> response = step("owner1", 1, "early", "{\"step\":\"CLOSE\"}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        assertThat(json(response).at("/findings").findValuesAsText("verdict")).contains("NOT_MET");
        assertThat(host.state()).isEqualTo(state);
    }

    @Test
    void nobodyReportsInTheNameOfAnother() {
        String state = host.state();

        HttpResponse<String> response =
                host.server()
                        .post(
                                CASES,
                                found(",\"reporter\":\"" + SampleVillage.owner(2) + "\""),
                                "owner1",
                                id + "-find");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(host.state()).isEqualTo(state);
    }

    @Test
    void aCaseSentAgainUnderAnotherKeyIsTheSameCase() {
        HttpResponse<String> first = find("owner1");
        host.aMinuteLater();

        HttpResponse<String> again = host.server().post(CASES, found(""), "owner1", id + "-again");
        HttpResponse<String> other =
                host.server().post(CASES, found("").replace("灯坏了", "门坏了"), "owner1", id + "-other");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isIn(412, 422);
    }

    @Test
    void whatWasReadAndHasNotChangedIsNotSentAgain() {
        find("owner1");

        HttpResponse<String> unchanged =
                host.server()
                        .send(
                                HttpRequest.newBuilder().GET(),
                                CASES + "/" + id + "/record",
                                HostLogin.HEADER,
                                "owner1",
                                "If-None-Match",
                                "\"1\"");

        assertThat(unchanged.statusCode()).isEqualTo(304);
    }
}
