package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static io.github.xinyi.rest.VillageHost.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.rest.published.CommunityDirectory;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Committees, procedures and conferences as everybody may see them. */
class GovernanceOverHttpTest {

    private VillageHost host;

    @BeforeEach
    void open() {
        host = new VillageHost();
    }

    @AfterEach
    void close() {
        host.close();
    }

    private HttpResponse<String> get(String path) {
        return host.server().get(BASE + path);
    }

    @Test
    void aCommitteeIsToldWithItsSeatsAndHowItStandsToday() {
        JsonNode list = json(get("/committees"));

        assertThat(list.at("/day").asText()).isEqualTo("2025-03-20");
        assertThat(list.at("/inOffice").asBoolean()).isTrue();
        JsonNode body = list.at("/items/0");
        assertThat(body.at("/kind").asText()).isEqualTo("PROPERTY_MANAGEMENT_COMMITTEE");
        assertThat(body.at("/state").asText()).isEqualTo("IN_OFFICE");
        assertThat(body.at("/startInclusive").asText()).isEqualTo("2024-03-01");
        assertThat(body.at("/endInclusive").asText()).isEqualTo("2026-02-28");
        assertThat(body.at("/seatCount").asInt()).isEqualTo(7);
        assertThat(body.at("/memberCount").asInt()).isEqualTo(7);
        assertThat(body.at("/chairTaken").asBoolean()).isTrue();
        assertThat(body.at("/deputyCount").asInt()).isEqualTo(1);
    }

    @Test
    void onTheLastDayOfItsTermACommitteeIsInOfficeAndOnTheNextItIsNot() {
        host.at("2026-02-28T15:59:59Z");
        JsonNode last = json(get("/committees"));
        host.at("2026-02-28T16:00:00Z");
        JsonNode next = json(get("/committees"));

        assertThat(last.at("/items/0/state").asText()).isEqualTo("IN_OFFICE");
        assertThat(next.at("/items/0/state").asText()).isEqualTo("TERM_ENDED");
        assertThat(next.at("/inOffice").asBoolean()).isFalse();
    }

    @Test
    void aProcedureIsToldByItsStagesAndTheirDays() {
        JsonNode first = json(get("/procedures")).at("/items/0");

        assertThat(first.at("/matter").asText()).isEqualTo("MAINTENANCE_FUND_USE");
        assertThat(first.at("/status").asText()).isEqualTo("UNDER_WAY");
        assertThat(first.at("/stages")).isNotEmpty();
        assertThat(first.at("/taken")).isEmpty();
    }

    @Test
    void proceduresComePageByPage() {
        HttpResponse<String> first = get("/procedures?limit=1");
        HttpResponse<String> second = get("/procedures" + PagesOverHttpTest.next(first));

        assertThat(json(first).at("/items")).hasSize(1);
        assertThat(json(second).at("/items")).hasSize(1);
        assertThat(second.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void aConferenceIsToldByDayAndStage() {
        HttpResponse<String> page = get("/conferences");

        JsonNode first = json(page).at("/items/0");
        assertThat(first.at("/meeting").asText()).isEqualTo("2025-03");
        assertThat(first.at("/heldDate").asText()).isEqualTo("2025-03-28");
        assertThat(first.at("/stage").asText()).isEqualTo("CALLED");
        assertThat(page.headers().firstValue("Link")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/committees", "/procedures", "/conferences"})
    void noPersonAndNoTextThatPeopleWroteIsTold(String path) {
        assertThat(get(path).body()).doesNotContain("MEMBER0", GovernedVillage.WRITTEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/committees", "/procedures", "/conferences"})
    void whatHasNotChangedIsNotSentAgain(String path) {
        String tag = get(path).headers().firstValue("ETag").orElseThrow();

        assertThat(host.server().get(BASE + path, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/procedures?limit=0", "/conferences?limit=201", "/procedures?cursor=x"})
    void refusesAPageThatNoListHas(String path) {
        assertThat(get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void aHostThatRecordsNoneOfItHasNone() {
        try (RunningServer reader =
                new RunningServer(
                        CommunityDirectory.of(List.of(host.village.published(Optional.empty()))))) {
            assertThat(reader.get(BASE + "/committees").statusCode()).isEqualTo(404);
            assertThat(reader.get(BASE + "/procedures").statusCode()).isEqualTo(404);
            assertThat(reader.get(BASE + "/conferences").statusCode()).isEqualTo(404);
        }
    }
}
