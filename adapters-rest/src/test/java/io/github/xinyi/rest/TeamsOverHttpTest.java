package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static io.github.xinyi.rest.VillageHost.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The team of 1+3+N as everybody sees it, and as those who lead it do. */
class TeamsOverHttpTest {

    @SuppressWarnings("NullAway.Init")
    private static VillageHost host;

    @BeforeAll
    static void open() {
        host = new VillageHost();
    }

    @AfterAll
    static void close() {
        host.close();
    }

    private static HttpResponse<String> get(String path, String caller, String... accept) {
        return accept.length == 0
                ? host.server().get(BASE + path, HostLogin.HEADER, caller)
                : host.server().get(BASE + path, HostLogin.HEADER, caller, "Accept", accept[0]);
    }

    @Test
    void aTeamIsToldByTheSlotsOfItsPattern() {
        JsonNode team = json(get("/teams", "nobody")).at("/items/0");

        assertThat(team.at("/pattern").asText()).isEqualTo("1+3+N");
        assertThat(team.at("/slots").findValuesAsText("slot"))
                .containsExactly("联系指导员", "专业顾问", "志愿者");
        assertThat(team.at("/slots/0/filledCount").asInt()).isEqualTo(1);
        assertThat(team.at("/slots/0/missingCount").asInt()).isZero();
        assertThat(team.at("/slots/1/leastCount").asInt()).isEqualTo(3);
        assertThat(team.at("/slots/1/filledCount").asInt()).isEqualTo(1);
        assertThat(team.at("/slots/1/missingCount").asInt()).isEqualTo(2);
        assertThat(team.at("/slots/1/missingKinds").toString()).contains("财务", "工程");
        assertThat(team.at("/slots/2/mostCount").isNull()).isTrue();
        assertThat(team.at("/complete").asBoolean()).isFalse();
    }

    @Test
    void gapsAreToldByTheirDaysForAYear() {
        JsonNode gaps = json(get("/teams", "nobody")).at("/items/0/gaps");

        assertThat(gaps.findValuesAsText("slot")).containsExactly("联系指导员", "专业顾问", "专业顾问");
        assertThat(gaps.at("/0/startInclusive").asText()).isEqualTo("2026-01-01");
        assertThat(gaps.at("/0/endInclusive").asText()).isEqualTo("2026-03-19");
        assertThat(gaps.at("/1/startInclusive").asText()).isEqualTo("2025-03-20");
        assertThat(gaps.at("/1/endInclusive").asText()).isEqualTo("2025-05-31");
        assertThat(gaps.at("/1/missingCount").asInt()).isEqualTo(2);
        assertThat(gaps.at("/2/missingCount").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv", "text/plain"})
    void thePublicLearnsOfNoPersonAndNoNumberOfTheHost(String type) {
        assertThat(get("/teams", "nobody", type).body())
                .contains("联系指导员")
                .doesNotContain("MEMBER", "T-01", "firm", "HT-2025");
    }

    @Test
    void whoLeadsTheTeamsSeesWhoSitsThere() {
        HttpResponse<String> roll = get("/teams/roll", "officer");
        JsonNode team = json(roll).at("/items/0");

        assertThat(roll.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(team.at("/team").asText()).isEqualTo("T-01");
        assertThat(team.at("/members").findValuesAsText("person"))
                .containsExactly("MEMBER11", "MEMBER12");
        assertThat(team.at("/members/1/kind").asText()).isEqualTo("法律");
        assertThat(team.at("/members/1/serves").asBoolean()).isTrue();
        assertThat(team.at("/members/1/endInclusive").asText()).isEqualTo("2025-05-31");
        assertThat(get("/teams/roll", "officer", "text/csv").body().lines()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, 403",
        "stranger, 403",
        "owner1, 403",
        "steward, 403",
        "chair, 200",
        "officer, 200",
        "auditor, 200"
    })
    void theRollIsForThoseWhoLeadOrAuditAlone(String caller, int status) {
        assertThat(get("/teams/roll", caller).statusCode()).isEqualTo(status);
    }

    @Test
    void teamsComePageByPage() {
        HttpResponse<String> first = get("/teams?limit=1", "nobody");
        HttpResponse<String> last = get("/teams" + PagesOverHttpTest.next(first), "nobody");

        assertThat(json(first).at("/items")).hasSize(1);
        assertThat(json(last).at("/items/0/slots/0/filledCount").asInt()).isZero();
        assertThat(last.headers().firstValue("Link")).isEmpty();
        assertThat(get("/teams?limit=0", "nobody").statusCode()).isEqualTo(400);
    }
}
