package io.github.xinyi.example.xinyijia;

import static io.github.xinyi.example.xinyijia.Visitor.json;
import static io.github.xinyi.example.xinyijia.Visitor.loggedIn;
import static io.github.xinyi.example.xinyijia.Visitor.newNumber;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.example.xinyijia.SampleServer.Running;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owner reports and pays, as a program meets it, and everything that must not be. */
@ExtendWith(SampleServer.class)
class HouseholdTest {

    private static final String BILLS = "household/chunhuili";
    private static final String CASES = "api/communities/chunhuili/cases/";

    @Test
    void leadsWhatAnOwnerReportsToItsEndAndShowsItToThoseConcernedAlone(Running running) {
        String number = newNumber();
        Visitor owner = loggedIn(running, "owner");
        Visitor officer = loggedIn(running, "officer");
        Visitor steward = loggedIn(running, "steward");

        assertThat(json(owner.report(number, "灯坏了")).path("stage").asText()).isEqualTo("REPORTED");
        assertThat(officer.step(number, 2, "{\"step\":\"ACCEPT\"}").statusCode()).isEqualTo(200);
        officer.step(number, 3, "{\"step\":\"DISPATCH\",\"person\":\"S-1\"}");
        steward.step(number, 4, "{\"step\":\"FINISH\",\"value\":\"" + "a".repeat(64) + "\"}");
        officer.step(number, 5, "{\"step\":\"FOLLOW_UP\",\"value\":\"CONTENT\",\"text\":\"好\"}");
        HttpResponse<String> closed = officer.step(number, 6, "{\"step\":\"CLOSE\"}");
        assertThat(closed.body()).contains("CLOSED");

        assertThat(json(owner.get(CASES + number + "/record")).path("records")).hasSize(7);
        assertThat(owner.get(BILLS + "/cases").body()).contains(number, "灯坏了", "CLOSED");
        Visitor neighbour = loggedIn(running, "neighbour");
        assertThat(neighbour.get(CASES + number + "/record").statusCode()).isEqualTo(404);
        assertThat(neighbour.get(CASES + number).body()).contains("CLOSED").doesNotContain("灯");
        assertThat(neighbour.get(BILLS + "/cases").body()).doesNotContain(number);
        assertThat(new Visitor(running.server().address()).get(CASES + number).statusCode())
                .isEqualTo(403);
    }

    @Test
    void oneReportIsOneCaseHoweverOftenItIsSent(Running running) {
        String number = newNumber();
        Visitor owner = loggedIn(running, "owner");

        assertThat(owner.report(number, "水管漏水").statusCode()).isEqualTo(200);
        assertThat(owner.report(number, "水管漏水").statusCode()).isEqualTo(200);
        assertThat(owner.report(number, "别的事").statusCode()).isEqualTo(422);
        assertThat(json(owner.get(CASES + number + "/record")).path("records")).hasSize(2);
    }

    @Test
    void takesNoStepThatDoesNotComeFromItsOwnPage(Running running) {
        String number = newNumber();
        Visitor owner = loggedIn(running, "owner");
        owner.report(number, "灯坏了");
        Visitor officer = loggedIn(running, "officer");

        assertThat(
                        officer.with("Origin", "https://elsewhere.example")
                                .step(number, 2, "{\"step\":\"ACCEPT\"}")
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        officer.without("Origin")
                                .with("X-CSRF-Token", "guessed")
                                .step(number, 2, "{\"step\":\"ACCEPT\"}")
                                .statusCode())
                .isEqualTo(403);
        assertThat(json(owner.get(CASES + number + "/record")).path("records")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"steward", "officer", "auditor"})
    void letsOwnersAloneReportAndPay(String name, Running running) {
        Visitor visitor = loggedIn(running, name);

        assertThat(visitor.report(newNumber(), "灯坏了").statusCode()).isEqualTo(403);
        assertThat(visitor.order(newNumber(), 100).statusCode()).isEqualTo(403);
        assertThat(visitor.get(BILLS + "/cases").statusCode()).isEqualTo(403);
    }

    @Test
    void receiptsWhatThePayerConfirmedOnceHoweverOftenItIsConfirmed(Running running) {
        String number = newNumber();
        Visitor payer = loggedIn(running, "payer");
        long open = json(payer.get(BILLS)).path("openMinor").asLong();
        String log = "api/communities/chunhuili/overview";
        long size = json(payer.get(log)).path("logSize").asLong();

        assertThat(payer.order(number, 12_345).statusCode()).isEqualTo(200);
        assertThat(json(payer.get(BILLS)).path("openMinor").asLong())
                .as("an order is no payment")
                .isEqualTo(open);
        HttpResponse<String> first =
                payer.post(BILLS + "/payments/" + number + "/confirmation", "");
        HttpResponse<String> again =
                payer.post(BILLS + "/payments/" + number + "/confirmation", "");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        JsonNode receipt = json(first);
        assertThat(receipt.path("number").asText()).isEqualTo("ZF-" + number);
        long paid = 0;
        for (JsonNode part : receipt.path("paid")) {
            paid += part.path("amountMinor").asLong();
        }
        assertThat(paid + receipt.path("creditMinor").asLong()).isEqualTo(12_345);
        JsonNode after = json(payer.get(BILLS));
        assertThat(after.path("openMinor").asLong()).isEqualTo(open - paid);
        assertThat(json(payer.get(log)).path("logSize").asLong()).isEqualTo(size + 1);
        long index = receipt.path("index").asLong();
        JsonNode record =
                json(
                        new Visitor(running.server().address())
                                .get("api/communities/chunhuili/records/" + index));
        assertThat(record.path("visibility").asText()).isEqualTo("HOUSEHOLD");
        assertThat(record.toString()).doesNotContain("12345", "3-107");
    }

    @Test
    void anOrderThatIsOverOrAnotherUnitsIsNotPaid(Running running) {
        String number = newNumber();
        Visitor payer = loggedIn(running, "payer");
        Visitor other = loggedIn(running, "neighbour");
        payer.order(number, 100);
        String bills = json(payer.get(BILLS)).path("receipts").toString();

        assertThat(other.post(BILLS + "/payments/" + number + "/confirmation", "").statusCode())
                .isEqualTo(409);
        assertThat(other.order(number, 100).statusCode()).isEqualTo(409);
        assertThat(payer.order(number, 101).statusCode()).isEqualTo(409);
        assertThat(payer.post(BILLS + "/payments/" + number + "/cancellation", "").statusCode())
                .isEqualTo(200);
        assertThat(payer.post(BILLS + "/payments/" + number + "/confirmation", "").statusCode())
                .isEqualTo(409);
        assertThat(json(payer.get(BILLS)).path("receipts").toString()).isEqualTo(bills);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "10000001", "1.5"})
    void refusesAnAmountThatCanNotBePaid(String amount, Running running) {
        String body = "{\"id\":\"" + newNumber() + "\",\"amountMinor\":\"" + amount + "\"}";

        assertThat(loggedIn(running, "payer").post(BILLS + "/payments", body).statusCode())
                .isEqualTo(400);
    }
}
