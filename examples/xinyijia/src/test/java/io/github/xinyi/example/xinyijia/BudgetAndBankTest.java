package io.github.xinyi.example.xinyijia;

import static io.github.xinyi.example.xinyijia.Visitor.json;
import static io.github.xinyi.example.xinyijia.Visitor.loggedIn;
import static io.github.xinyi.example.xinyijia.Visitor.newNumber;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xinyi.example.xinyijia.SampleServer.Running;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Budgets and the bank's statement as a program meets them: by whom, and with what. */
@ExtendWith(SampleServer.class)
class BudgetAndBankTest {

    private static final String DESK = "desk/chunhuili/";
    private static final String LIBRARY = "api/communities/chunhuili/";

    private static HttpResponse<String> command(Visitor visitor, String path, JsonNode body) {
        return visitor.with("Idempotency-Key", newNumber()).post(LIBRARY + path, body.toString());
    }

    private static List<String> lines(Visitor visitor, String path) {
        return visitor.get(DESK + path).body().lines().toList();
    }

    /** The table that the owners decided on, as the page sends it. */
    private static ObjectNode drafted(Visitor visitor) {
        JsonNode facts = json(visitor.get(DESK + "budget"));
        ObjectNode budget = JsonNodeFactory.instance.objectNode();
        budget.put("year", facts.path("nextYear").asInt()).put("file", "budget.csv");
        budget.set("policy", facts.path("policy"));
        lines(visitor, "budget/table.csv").forEach(budget.putArray("lines")::add);
        return budget;
    }

    private static ObjectNode adoption(Visitor visitor, ObjectNode budget) {
        JsonNode decision = json(visitor.get(DESK + "budget")).path("decision");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("provenance", decision.path("provenance").asText())
                .put("reference", decision.path("reference").asText())
                .set("budget", budget);
        return body;
    }

    private static ObjectNode statement(Visitor visitor) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("account", "joint")
                .put("through", json(visitor.get(DESK + "budget")).path("today").asText());
        ObjectNode file = body.putArray("files").addObject();
        file.put("name", "bank.csv").put("form", "TABLE");
        lines(visitor, "bank/statement.csv").forEach(file.putArray("lines")::add);
        return body;
    }

    @Test
    void aCommitteeDraftsAndAdoptsWhatTheOwnersDecided(Running running) {
        Visitor chair = loggedIn(running, "chair");
        ObjectNode budget = drafted(chair);
        String year = budget.path("year").asText();

        HttpResponse<String> draft = command(chair, "budgets", budget);
        HttpResponse<String> adopted = command(chair, "budgets/adoptions", adoption(chair, budget));
        HttpResponse<String> execution =
                loggedIn(running, "owner").get(LIBRARY + "budgets/" + year + "/execution");

        assertThat(json(draft).path("document").asText()).hasSize(64);
        assertThat(json(adopted).path("state").asText()).as(adopted.body()).isEqualTo("ADOPTED");
        assertThat(json(execution).path("lines")).hasSize(4);
        assertThat(json(chair.get(DESK + "budget")).path("isOpen").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "owner, 403, 403, 403",
        "steward, 200, 403, 200",
        "officer, 403, 200, 403",
        "auditor, 403, 403, 200",
        "chair, 200, 200, 200"
    })
    void asTheRolesSay(String name, int draft, int adopt, int compare, Running running) {
        Visitor chair = loggedIn(running, "chair");
        ObjectNode budget = drafted(chair);
        ObjectNode adoption = adoption(chair, budget);
        ObjectNode statement = statement(chair);
        Visitor visitor = loggedIn(running, name);

        assertThat(command(visitor, "budgets", budget).statusCode()).isEqualTo(draft);
        assertThat(command(visitor, "budgets/adoptions", adoption).statusCode()).isEqualTo(adopt);
        assertThat(command(visitor, "reconciliations", statement).statusCode()).isEqualTo(compare);
        assertThat(visitor.get(DESK + "bank/statement.csv").statusCode()).isEqualTo(compare);
    }

    @Test
    void theBankSaysWhatTheBookSaysAndTookAFee(Running running) {
        Visitor steward = loggedIn(running, "steward");

        JsonNode compared = json(command(steward, "reconciliations", statement(steward)));

        assertThat(compared.path("openingMinor").asLong()).isZero();
        assertThat(compared.path("differences"))
                .allMatch(one -> one.path("kind").asText().equals("BANK_FEE"))
                .hasSameSizeAs(compared.path("proposals"));
        assertThat(compared.path("bookMinor").asLong() - compared.path("bankMinor").asLong())
                .isEqualTo(1_000L * compared.path("proposals").size());
    }

    @Test
    void aStatementWithAGapIsRefusedWithItsLine(Running running) {
        Visitor steward = loggedIn(running, "steward");
        ObjectNode body = statement(steward);
        JsonNode file = body.path("files").get(0);
        ((ArrayNode) file.path("lines")).remove(2);

        HttpResponse<String> refused = command(steward, "reconciliations", body);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("findings")).isNotEmpty();
    }
}
