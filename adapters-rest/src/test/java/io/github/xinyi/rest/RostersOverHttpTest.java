package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static io.github.xinyi.rest.VillageHost.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.rest.access.Operation;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rosters: frozen whole or not at all, in sums for everybody, one's own units for an owner. */
class RostersOverHttpTest {

    private static final String FROZEN = BASE + "/rosters/2024-11-30";
    private static final String NEW = BASE + "/rosters/2025-02-28";
    private static final LocalDate DAY = LocalDate.of(2025, 2, 28);
    private static final String HEADER = "房号,楼栋,单元,室号,用途,专有部分面积,面积依据,交付状态,业主编号,业主";
    private static final String FIRST = "7-2-101,7号楼,2单元,101,住宅,89.42,登记,已售已交付,P1;P2,";
    private static final String SECOND = "7-2-201,7号楼,2单元,201,住宅,64.00,登记,未售,DEVELOPER9,";

    private VillageHost host;

    @BeforeEach
    void open() {
        host = new VillageHost();
    }

    @AfterEach
    void close() {
        host.close();
    }

    private HttpResponse<String> get(String path, String caller) {
        return host.server().get(path, HostLogin.HEADER, caller);
    }

    private HttpResponse<String> freeze(String caller, String key, String... lines) {
        String quoted = "\"" + String.join("\",\"", lines) + "\"";
        return host.server()
                .post(
                        BASE + "/rosters",
                        """
                        {"recordDate":"2025-02-28","developer":"DEVELOPER9","file":"units.csv",
                         "lines":[%s]}
                        """
                                .formatted(quoted),
                        caller,
                        key);
    }

    @Test
    void aTableIsFrozenForItsDayAndToldInSums() {
        HttpResponse<String> frozen = freeze("chair", "roster-0001", HEADER, FIRST, SECOND);

        assertThat(frozen.statusCode()).isEqualTo(201);
        assertThat(frozen.headers().firstValue("Location").orElseThrow()).endsWith(NEW);
        JsonNode sums = json(host.server().get(NEW));
        assertThat(sums.at("/units").asInt()).isEqualTo(2);
        assertThat(sums.at("/heads").asInt()).isEqualTo(2);
        assertThat(sums.at("/areaSquareMetres").asText()).isEqualTo("153.42");
        assertThat(sums.at("/digest").asText())
                .isEqualTo(
                        host.rosters.find(SampleVillage.ID, DAY).orElseThrow().digest().toString());
    }

    @Test
    void aTableWithFaultsIsRefusedWithEveryOneByItsRowAndNothingIsFrozen() {
        HttpResponse<String> refused =
                freeze(
                        "chair",
                        "roster-0001",
                        HEADER,
                        FIRST.replace("89.42", "many"),
                        SECOND.replace("未售", "卖了"),
                        FIRST.replace("住宅", "别墅"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).findValuesAsText("text"))
                .anyMatch(text -> text.contains("units.csv第2行") && text.contains("专有部分面积"))
                .anyMatch(text -> text.contains("units.csv第3行") && text.contains("交付状态"))
                .anyMatch(text -> text.contains("units.csv第4行") && text.contains("用途"));
        assertThat(host.rosters.find(SampleVillage.ID, DAY)).isEmpty();
        assertThat(host.server().get(NEW).statusCode()).isEqualTo(404);
    }

    @Test
    void anotherRosterOfADayThatHasOneIsRefusedAndTheSameOneIsNot() {
        freeze("chair", "roster-0001", HEADER, FIRST, SECOND);

        assertThat(freeze("chair", "roster-0002", HEADER, FIRST).statusCode()).isEqualTo(422);
        assertThat(freeze("officer", "roster-0003", HEADER, SECOND, FIRST).statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"steward", "owner1", "auditor", "stranger"})
    void whoDoesNotKeepRostersFreezesNone(String caller) {
        assertThat(freeze(caller, "roster-0001", HEADER, FIRST).statusCode()).isEqualTo(403);
        assertThat(host.rosters.find(SampleVillage.ID, DAY)).isEmpty();
    }

    @Test
    void membersThatCanNotBeReadAreNamed() {
        HttpResponse<String> refused =
                host.server()
                        .post(
                                BASE + "/rosters",
                                """
                                {"recordDate":"2025-02-30","developer":"","file":"f","lines":["a"]}
                                """,
                                "chair",
                                "roster-0001");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).findValuesAsText("text"))
                .anyMatch(text -> text.contains("recordDate"))
                .anyMatch(text -> text.contains("developer"));
    }

    @Test
    void theSumsTellOfNoUnitAndNoOwner() {
        assertThat(host.server().get(FROZEN).body())
                .doesNotContain(SampleVillage.unit(1), SampleVillage.owner(1), "DEVELOPER9");
    }

    @Test
    void anOwnerSeesHisOwnUnitsAndNoOthers() {
        HttpResponse<String> own = get(FROZEN + "/own", "owner1");

        assertThat(own.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(json(own).findValuesAsText("unit")).containsExactly(SampleVillage.unit(1));
        assertThat(json(own).at("/units/0/owned").asBoolean()).isTrue();
        assertThat(json(own).at("/units/0/votes").asBoolean()).isTrue();
        assertThat(own.body()).doesNotContain(SampleVillage.owner(1), SampleVillage.unit(2));
    }

    @Test
    void anOwnerOfAUnitThatIsNotHandedOverOwnsItAndDoesNotVote() {
        freeze(
                "chair",
                "roster-0001",
                HEADER,
                SECOND.replace("DEVELOPER9", SampleVillage.owner(1)));

        JsonNode unit = json(get(NEW + "/own", "owner1")).at("/units/0");

        assertThat(unit.at("/owned").asBoolean()).isTrue();
        assertThat(unit.at("/votes").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"steward", "officer", "auditor", "stranger", "nobody"})
    void whoIsNoOwnerHasNoUnits(String caller) {
        int before = host.denials.size();

        assertThat(get(FROZEN + "/own", caller).statusCode()).isEqualTo(403);
        assertThat(host.denials.get(before).operation()).isEqualTo(Operation.READ_OWN_UNITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-29", "2024-13-01", "yesterday"})
    void aDayWithoutARosterHasNone(String day) {
        assertThat(host.server().get(BASE + "/rosters/" + day).statusCode()).isEqualTo(404);
        assertThat(get(BASE + "/rosters/" + day + "/own", "owner1").statusCode()).isEqualTo(404);
    }
}
