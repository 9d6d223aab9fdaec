package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static io.github.xinyi.rest.VillageHost.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.Book;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A budget from its table to its execution. */
class BudgetsOverHttpTest {

    private static final String BUDGETS = BASE + "/budgets";
    private static final String NEXT = BUDGETS + "/2026";

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

    private HttpResponse<String> draft(String body, String key) {
        return host.server().post(BUDGETS, body, "steward", key);
    }

    private HttpResponse<String> adopt(String body, String key, String... headers) {
        return host.server().post(NEXT + "/adoption", body, "chair", key, headers);
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElse("");
    }

    private boolean isCharted(String account) {
        Book book = host.village.book();
        return book.read(reader -> book.chartIn(reader).find(AccountCode.of(account)).isPresent());
    }

    private static Iterable<String> rules(HttpResponse<String> response) {
        return json(response).findValuesAsText("rule");
    }

    @Test
    void aDraftHasTheDigestsThatTheMotionMustCarry() {
        HttpResponse<String> drafted = draft(NextBudget.DRAFTED, "draft-0001");

        assertThat(drafted.statusCode()).isEqualTo(201);
        assertThat(drafted.headers().firstValue("Location").orElse("")).endsWith(NEXT);
        assertThat(tag(drafted)).isEqualTo("\"1\"");
        assertThat(json(drafted).at("/document").asText())
                .isEqualTo(NextBudget.DRAFT.document().sha256());
        assertThat(json(drafted).at("/policyDocument").asText())
                .isEqualTo(NextBudget.POLICY.document().sha256());
        assertThat(json(drafted).at("/state").asText()).isEqualTo("DRAFT");
        assertThat(host.budgets.find(SampleVillage.ID, 2026)).contains(NextBudget.DRAFT);
    }

    @Test
    void everybodyReadsADraft() {
        draft(NextBudget.DRAFTED, "draft-0001");

        HttpResponse<String> read = host.server().get(NEXT);

        assertThat(json(read).at("/totalMinor").asLong()).isEqualTo(2_000_000);
        assertThat(json(read).at("/decision").isNull()).isTrue();
        assertThat(json(read).at("/policyDocument").isNull()).isTrue();
        assertThat(host.server().get(NEXT, "If-None-Match", tag(read)).statusCode()).isEqualTo(304);
        assertThat(host.server().get(BUDGETS + "/2027").statusCode()).isEqualTo(404);
        assertThat(host.server().get(BUDGETS + "/next").statusCode()).isEqualTo(404);
    }

    @Test
    void theSameDraftIsKeptOnceAndAnotherNever() {
        draft(NextBudget.DRAFTED, "draft-0001");
        HttpResponse<String> again = draft(NextBudget.DRAFTED, "draft-0002");
        HttpResponse<String> other =
                draft(NextBudget.DRAFTED.replace("8000.00", "9000.00"), "draft-0003");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(rules(other)).containsExactly("budget.drafted-once");
        assertThat(host.budgets.find(SampleVillage.ID, 2026)).contains(NextBudget.DRAFT);
    }

    @Test
    void aTableWithFaultsIsRefusedWithEachOfThem() {
        HttpResponse<String> refused =
                draft(
                        NextBudget.DRAFTED
                                .replace("12000.00", "12000.001")
                                .replace("SF-02,保洁,SERVICE_FUND", "SF-02,保洁,DEPOSITS"),
                        "draft-0001");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(rules(refused)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(refused.body()).contains("budget.csv");
        assertThat(host.budgets.find(SampleVillage.ID, 2026)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 1999, year",
        "5/100, 6/5, policy",
        "PERMITTED, PERHAPS, policy.delegation",
        "budget.csv, '', file"
    })
    void aMemberThatIsNotAsItMustBeIsNamed(String was, String is, String member) {
        HttpResponse<String> refused =
                draft(NextBudget.DRAFTED.replaceFirst(was, is), "draft-0001");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(rules(refused)).contains("request.member");
        assertThat(refused.body()).contains(member);
    }

    @Test
    void whatTheOwnersDecidedOpensTheYear() {
        draft(NextBudget.DRAFTED, "draft-0001");

        HttpResponse<String> adopted = adopt(NextBudget.ADOPTED, "adopt-001", "If-Match", "\"1\"");

        assertThat(adopted.statusCode()).isEqualTo(200);
        assertThat(tag(adopted)).isEqualTo("\"2\"");
        assertThat(json(adopted).at("/state").asText()).isEqualTo("ADOPTED");
        assertThat(json(adopted).at("/decision/reference").asText())
                .isEqualTo(NextBudget.REFERENCE);
        assertThat(json(adopted).at("/decision/adoptedDate").asText()).isEqualTo("2025-12-26");
        assertThat(host.village.trusteeship().year(2026)).isPresent();
        assertThat(isCharted("service.expense.SF-02")).isTrue();
        JsonNode execution = json(get(NEXT + "/execution", "owner1"));
        assertThat(execution.at("/lines/1/limitMinor").asLong()).isEqualTo(800_000);
        assertThat(execution.at("/lines/1/spentMinor").asLong()).isZero();
    }

    @Test
    void aDecisionThatTheHostCanNotShowOpensNothing() {
        draft(NextBudget.DRAFTED, "draft-0001");
        String before = host.state();

        HttpResponse<String> other =
                adopt(
                        NextBudget.ADOPTED.replace("2025-OM-02", "2025-OM-09"),
                        "adopt-001",
                        "If-Match",
                        "\"1\"");
        HttpResponse<String> elsewhere =
                adopt(
                        NextBudget.ADOPTED.replace("COUNTED", "EXTERNAL"),
                        "adopt-002",
                        "If-Match",
                        "\"1\"");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(rules(other)).containsExactly("budget.decision-shown");
        assertThat(rules(elsewhere)).containsExactly("budget.decision-shown");
        assertThat(host.state()).isEqualTo(before);
    }

    @Test
    void aDecisionOnAnotherDraftOrAnotherPolicyOpensNothing() {
        draft(NextBudget.DRAFTED.replace("8000.00", "8000.01"), "draft-0001");
        String before = host.state();

        HttpResponse<String> otherDraft =
                adopt(NextBudget.ADOPTED, "adopt-001", "If-Match", "\"1\"");

        assertThat(rules(otherDraft)).contains("budget.resolution-on-lines");
        assertThat(host.state()).isEqualTo(before);
    }

    @Test
    void aPolicyThatWasNotDecidedOpensNothing() {
        draft(NextBudget.DRAFTED, "draft-0001");
        String before = host.state();

        HttpResponse<String> refused =
                adopt(
                        NextBudget.ADOPTED.replace("5/100", "50/100"),
                        "adopt-001",
                        "If-Match",
                        "\"1\"");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(rules(refused)).contains("budget.policy-adopted");
        assertThat(host.state()).isEqualTo(before);
    }

    @Test
    void whoAdoptsSaysWhichVersionHeHasRead() {
        draft(NextBudget.DRAFTED, "draft-0001");

        HttpResponse<String> unsaid = adopt(NextBudget.ADOPTED, "adopt-001");
        adopt(NextBudget.ADOPTED, "adopt-002", "If-Match", "\"1\"");
        HttpResponse<String> late = adopt(NextBudget.ADOPTED, "adopt-003", "If-Match", "\"1\"");
        HttpResponse<String> again = adopt(NextBudget.ADOPTED, "adopt-002", "If-Match", "\"1\"");

        assertThat(unsaid.statusCode()).isEqualTo(428);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(host.village.trusteeship().year(2026).orElseThrow().events()).hasSize(1);
    }

    @Test
    void executionHasWhatWasPaidAndStaysWithThoseOfTheCommunity() {
        JsonNode execution = json(get(BUDGETS + "/2025/execution", "auditor"));

        assertThat(execution.at("/lines/0/budgetMinor").asLong()).isEqualTo(1_000_000);
        assertThat(execution.at("/lines/0/spentMinor").asLong()).isEqualTo(123_456);
        assertThat(execution.at("/lines/0/leftMinor").asLong()).isEqualTo(876_544);
        assertThat(get(BUDGETS + "/2025/execution", "stranger").statusCode()).isEqualTo(403);
        draft(NextBudget.DRAFTED, "draft-0001");
        assertThat(get(NEXT + "/execution", "owner1").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "owner1, 403, 403",
        "officer, 403, 428",
        "auditor, 403, 403",
        "steward, 201, 403",
        "chair, 201, 428",
        "stranger, 403, 403"
    })
    void whoKeepsTheHouseDraftsAndWhoActsForTheOwnersAdopts(
            String caller, int drafting, int adopting) {
        host.budgets.save(NextBudget.DRAFT);

        assertThat(
                        host.server()
                                .post(BUDGETS, NextBudget.DRAFTED, caller, "draft-0001")
                                .statusCode())
                .isEqualTo(drafting);
        assertThat(
                        host.server()
                                .post(NEXT + "/adoption", NextBudget.ADOPTED, caller, "adopt-001")
                                .statusCode())
                .isEqualTo(adopting);
    }
}
