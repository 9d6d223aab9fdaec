package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static io.github.xinyi.rest.VillageHost.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.rest.access.Denial;
import io.github.xinyi.rest.access.Operation;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bills and receipts, which are nobody's business but the household's and the book-keeper's. */
class BillsOverHttpTest {

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

    private static HttpResponse<String> get(String path, String caller) {
        return host.server().get(BASE + path, HostLogin.HEADER, caller);
    }

    @Test
    void anOwnerSeesWhatHeOwesAndHasPaid() {
        HttpResponse<String> response = get("/bills", "owner1");

        JsonNode accounts = json(response).at("/accounts");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(accounts.findValuesAsText("unit")).containsExactly(SampleVillage.unit(1));
        assertThat(accounts.at("/0/bills/0/amountMinor").asLong()).isEqualTo(21_014);
        assertThat(accounts.at("/0/bills/0/openMinor").asLong()).isEqualTo(1_014);
        assertThat(accounts.at("/0/receipts/0/amountMinor").asLong()).isEqualTo(20_000);
        assertThat(accounts.at("/0/openMinor").asLong()).isEqualTo(1_014);
    }

    @Test
    void anotherOwnerSeesNothingOfIt() {
        assertThat(get("/bills", "owner2").body())
                .doesNotContain(SampleVillage.unit(1))
                .doesNotContain("21014");
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner1", "owner2", "chair", "officer", "stranger", "nobody"})
    void whoDoesNotKeepTheAccountsSeesNoUnitNotEvenHisOwnByItsNumber(String caller) {
        int before = host.denials.size();

        HttpResponse<String> response = get("/units/" + SampleVillage.unit(1) + "/bills", caller);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(host.denials.subList(before, host.denials.size()))
                .extracting(Denial::operation)
                .containsExactly(Operation.READ_UNIT_BILLS);
    }

    @Test
    void whoKeepsTheAccountsSeesThoseOfAUnit() {
        assertThat(
                        json(get("/units/" + SampleVillage.unit(1) + "/bills", "steward"))
                                .at("/accounts/0/openMinor")
                                .asLong())
                .isEqualTo(1_014);
        assertThat(get("/units/none/bills", "auditor").statusCode()).isEqualTo(200);
        assertThat(json(get("/units/none/bills", "auditor")).at("/accounts")).isEmpty();
    }

    @Test
    void thePublicHasNoBills() {
        assertThat(host.server().get(BASE + "/bills").statusCode()).isEqualTo(403);
    }
}
