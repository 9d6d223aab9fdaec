package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static io.github.xinyi.rest.VillageHost.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.rest.access.Gate;
import io.github.xinyi.rest.desk.BudgetDesk;
import io.github.xinyi.rest.desk.BudgetOffice;
import io.github.xinyi.rest.desk.Command;
import io.github.xinyi.rest.desk.CommunityDesk;
import io.github.xinyi.rest.idempotency.KeyScope;
import io.github.xinyi.rest.request.BudgetAdoptedBy;
import io.github.xinyi.rest.request.BudgetDrafted;
import io.github.xinyi.rest.request.PolicyOfBudget;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.budget.BudgetPaper;
import io.github.xinyi.trust.budget.BudgetStore;
import io.github.xinyi.trust.budget.DraftBudget;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    private HttpResponse<String> adopt(String body, String key) {
        return host.server().post(BUDGETS + "/adoptions", body, "chair", key);
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

        assertThat(drafted.statusCode()).isEqualTo(200);
        assertThat(json(drafted).at("/document").asText())
                .isEqualTo(NextBudget.DRAFT.document().sha256());
        assertThat(json(drafted).at("/policyDocument").asText())
                .isEqualTo(NextBudget.POLICY.document().sha256());
        assertThat(json(drafted).at("/state").asText()).isEqualTo("DRAFT");
    }

    @Test
    void everybodyReadsADraftThatTheHostKeeps() {
        host.budgets.save(NextBudget.DRAFT);

        HttpResponse<String> read = host.server().get(NEXT);

        assertThat(json(read).at("/totalMinor").asLong()).isEqualTo(2_000_000);
        assertThat(json(read).at("/decision").isNull()).isTrue();
        assertThat(json(read).at("/policyDocument").isNull()).isTrue();
        assertThat(host.server().get(NEXT, "If-None-Match", tag(read)).statusCode()).isEqualTo(304);
        assertThat(host.server().get(BUDGETS + "/2027").statusCode()).isEqualTo(404);
        assertThat(host.server().get(BUDGETS + "/next").statusCode()).isEqualTo(404);
    }

    @Test
    void aDraftIsCheckedAsOftenAsItIsSentAndNeverKept() {
        String before = host.state();

        HttpResponse<String> first = draft(NextBudget.DRAFTED, "draft-0001");
        HttpResponse<String> again = draft(NextBudget.DRAFTED, "draft-0002");
        HttpResponse<String> other =
                draft(NextBudget.DRAFTED.replace("8000.00", "9000.00"), "draft-0003");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(json(again).at("/document")).isEqualTo(json(first).at("/document"));
        assertThat(json(other).at("/document")).isNotEqualTo(json(first).at("/document"));
        assertThat(host.state()).isEqualTo(before);
    }

    @Test
    void aDraftThatNobodyDecidedTakesTheYearFromNoOther() {
        draft(NextBudget.DRAFTED.replace("8000.00", "0.01"), "draft-0001");

        HttpResponse<String> adopted = adopt(NextBudget.ADOPTED, "adopt-001");

        assertThat(adopted.statusCode()).isEqualTo(200);
        assertThat(host.budgets.find(SampleVillage.ID, 2026)).contains(NextBudget.DRAFT);
    }

    @Test
    void noAmountAndNoSumIsBeyondWhatAYearCanCarry() {
        String line = "SF-%03d,保洁,SERVICE_FUND,%s";
        String lines =
                IntStream.range(0, 93)
                        .mapToObj(i -> '"' + line.formatted(i, "999999999999999.00") + '"')
                        .collect(Collectors.joining(","));
        String tooMuch = NextBudget.DRAFTED.replaceFirst("\"SF-01[^]]*", lines);
        String most = NextBudget.DRAFTED.replace("12000.00", "1000000000000.00");
        String before = host.state();

        HttpResponse<String> draft = draft(tooMuch, "draft-0001");
        HttpResponse<String> sum = draft(most, "draft-0002");
        HttpResponse<String> whole = draft(most.replace("8000.00", "0.00"), "draft-0003");

        assertThat(draft.statusCode()).isEqualTo(422);
        assertThat(rules(draft)).hasSize(94).contains("budget.line-in-range");
        assertThat(rules(sum)).containsExactly("budget.total-in-range");
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(json(whole).at("/totalMinor").asLong()).isEqualTo(BudgetPaper.MAX_AMOUNT_MINOR);
        assertThat(host.state()).isEqualTo(before);
        assertThat(host.server().get(NEXT).statusCode()).isEqualTo(404);
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

        HttpResponse<String> adopted = adopt(NextBudget.ADOPTED, "adopt-001");

        assertThat(adopted.statusCode()).isEqualTo(200);
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
        String before = host.state();

        HttpResponse<String> other =
                adopt(NextBudget.ADOPTED.replace("2025-OM-02", "2025-OM-09"), "adopt-001");
        HttpResponse<String> elsewhere =
                adopt(NextBudget.ADOPTED.replace("COUNTED", "EXTERNAL"), "adopt-002");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(rules(other)).containsExactly("budget.decision-shown");
        assertThat(rules(elsewhere)).containsExactly("budget.decision-shown");
        assertThat(host.state()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "8000.00, 8000.01, budget.resolution-on-lines",
        "5/100, 50/100, budget.policy-adopted",
        "50000, 50001, budget.policy-adopted"
    })
    void aDecisionOnAnotherDraftOrAnotherPolicyOpensNothing(String was, String is, String rule) {
        String before = host.state();

        HttpResponse<String> refused = adopt(NextBudget.ADOPTED.replace(was, is), "adopt-001");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(rules(refused)).contains(rule);
        assertThat(host.state()).isEqualTo(before);
        assertThat(isCharted("service.expense.SF-02")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2025-OM-02 M1, '', reference", "COUNTED, GUESSED, provenance", "2026, 1999, year"})
    void anAdoptionThatIsNotAsItMustBeIsNamed(String was, String is, String member) {
        HttpResponse<String> refused = adopt(NextBudget.ADOPTED.replace(was, is), "adopt-001");
        HttpResponse<String> tooLong =
                adopt(NextBudget.ADOPTED.replace("2025-OM-02", "x".repeat(128)), "adopt-002");
        HttpResponse<String> nothing =
                adopt("{\"provenance\":\"COUNTED\",\"reference\":\"M1\"}", "adopt-003");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(rules(refused)).contains("request.member");
        assertThat(refused.body()).contains(member);
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(nothing.statusCode()).isEqualTo(400);
    }

    @Test
    void whoAdoptsLateOpensAccountsFromTheFirstDayThatNoCloseHasTakenIn() {
        host.at("2026-02-10T01:00:00Z");
        SampleVillage.accept(
                host.village
                        .book()
                        .close(
                                LocalDate.of(2026, 1, 31),
                                Objects.requireNonNull(host.now.get()),
                                LocalDate.of(2026, 2, 10)));

        HttpResponse<String> adopted = adopt(NextBudget.ADOPTED, "adopt-001");

        assertThat(adopted.statusCode()).as(adopted.body()).isEqualTo(200);
        assertThat(isCharted("service.expense.SF-02")).isTrue();
    }

    @Test
    void whatTheBookHasNoRoomForLeavesNothingBehind() {
        Book book = host.village.book();
        LocalDate day = LocalDate.of(2025, 3, 1);
        for (int i = 0; i < Book.MAX_OPENED_ACCOUNTS; i++) {
            Account account =
                    new Account(
                            AccountCode.of("service.expense.X" + i),
                            "x",
                            "x",
                            FundClass.SERVICE_FUND,
                            AccountType.EXPENSE);
            SampleVillage.accept(
                    book.openAccount(account, day, Objects.requireNonNull(host.now.get())));
        }
        String before = host.state();

        HttpResponse<String> refused = adopt(NextBudget.ADOPTED, "adopt-001");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(rules(refused)).containsExactly("ledger.accounts-bounded");
        assertThat(host.state()).isEqualTo(before);
    }

    /** Another process keeps another budget after this one has looked. */
    private static final class Overtaken implements BudgetStore {

        private final DraftBudget other =
                new DraftBudget(
                        SampleVillage.ID, NextBudget.YEAR, NextBudget.DRAFT.lines().subList(0, 1));
        private boolean isKept;

        @Override
        public void save(DraftBudget budget) {
            throw new IllegalStateException("another budget is kept");
        }

        @Override
        public Optional<DraftBudget> find(CommunityId community, int year) {
            boolean wasKept = isKept;
            isKept = true;
            return wasKept ? Optional.of(other) : Optional.empty();
        }
    }

    @Test
    void whatAnotherProcessKeptMeanwhileIsARuleInTheWay() {
        BudgetOffice office =
                new BudgetOffice(
                        new Overtaken(), host.village.trusteeship(), NextBudget.decisions());
        BudgetDesk desk =
                new BudgetDesk(
                        id -> Optional.of(CommunityDesk.of(id).withBudgets(office)), host.now::get);
        BudgetAdoptedBy by =
                new BudgetAdoptedBy(
                        "COUNTED",
                        NextBudget.REFERENCE,
                        new BudgetDrafted(
                                NextBudget.YEAR,
                                "budget.csv",
                                List.of(
                                        "科目编号,科目,资金类别,预算金额",
                                        "SF-01,电梯维保,SERVICE_FUND,12000.00",
                                        "SF-02,保洁,SERVICE_FUND,8000.00"),
                                new PolicyOfBudget(
                                        "PERMITTED",
                                        "5/100",
                                        50_000,
                                        7,
                                        "CARRY_FORWARD",
                                        "CARRY_FORWARD")));
        Command command =
                new Command(
                        new KeyScope(SampleVillage.ID, PersonId.of("chair"), "key-00001"),
                        Gate.Passage.OPEN,
                        "f".repeat(64),
                        Objects.requireNonNull(host.now.get()));

        List<String> rules =
                desk.adopt(command, by)
                        .fold(
                                done -> List.of(),
                                declined ->
                                        declined.findings().stream()
                                                .map(finding -> finding.rule().value())
                                                .toList());

        assertThat(rules).containsExactly("budget.drafted-once");
        assertThat(isCharted("service.expense.SF-02")).isFalse();
    }

    @Test
    void afterARestartTheSameAdoptionOpensTheYearAgain() {
        HttpResponse<String> first = adopt(NextBudget.ADOPTED, "adopt-001");
        host.village.restart();
        HttpResponse<String> shut = host.server().get(NEXT);
        HttpResponse<String> execution = get(NEXT + "/execution", "owner1");
        host.aMinuteLater();

        HttpResponse<String> again = adopt(NextBudget.ADOPTED, "adopt-002");

        assertThat(json(shut).at("/state").asText()).isEqualTo("DRAFT");
        assertThat(execution.statusCode()).isEqualTo(404);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(host.village.trusteeship().year(2026).orElseThrow().events()).hasSize(1);
    }

    @Test
    void theSameAdoptionOpensNothingTwiceAndAnotherBudgetNeverComesAfterIt() {
        HttpResponse<String> first = adopt(NextBudget.ADOPTED, "adopt-001");
        String after = host.state();
        HttpResponse<String> replayed = adopt(NextBudget.ADOPTED, "adopt-001");
        HttpResponse<String> again = adopt(NextBudget.ADOPTED, "adopt-002");
        HttpResponse<String> other =
                draft(NextBudget.DRAFTED.replace("8000.00", "9000.00"), "draft-0001");

        assertThat(replayed.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(rules(other)).containsExactly("budget.drafted-once");
        assertThat(host.state()).isEqualTo(after);
        assertThat(host.village.trusteeship().year(2026).orElseThrow().events()).hasSize(1);
    }

    @Test
    void manyWhoAdoptAtOnceOpenOneYear() {
        List<Integer> answers =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i -> adopt(NextBudget.ADOPTED, "adopt-10" + i).statusCode())
                        .toList();

        assertThat(answers).containsOnly(200);
        assertThat(host.village.trusteeship().year(2026).orElseThrow().events()).hasSize(1);
    }

    @Test
    void executionHasWhatWasPaidAndStaysWithThoseOfTheCommunity() {
        JsonNode execution = json(get(BUDGETS + "/2025/execution", "auditor"));

        assertThat(execution.at("/lines/0/budgetMinor").asLong()).isEqualTo(1_000_000);
        assertThat(execution.at("/lines/0/spentMinor").asLong()).isEqualTo(123_456);
        assertThat(execution.at("/lines/0/leftMinor").asLong()).isEqualTo(876_544);
        for (String form : List.of("text/csv", "text/plain", Forms.XLSX)) {
            HttpResponse<String> table =
                    host.server()
                            .get(
                                    BUDGETS + "/2025/execution",
                                    HostLogin.HEADER,
                                    "auditor",
                                    "Accept",
                                    form);
            assertThat(table.statusCode()).isEqualTo(200);
            assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith(form);
            assertThat(table.body()).contains(form.equals(Forms.XLSX) ? "xl/work" : "8765.44");
        }
        assertThat(get(BUDGETS + "/2025/execution", "stranger").statusCode()).isEqualTo(403);
        host.budgets.save(NextBudget.DRAFT);
        assertThat(get(NEXT + "/execution", "owner1").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "owner1, 403, 403",
        "officer, 403, 200",
        "auditor, 403, 403",
        "steward, 200, 403",
        "chair, 200, 200",
        "stranger, 403, 403"
    })
    void whoKeepsTheHouseDraftsAndWhoActsForTheOwnersAdopts(
            String caller, int drafting, int adopting) {
        assertThat(
                        host.server()
                                .post(BUDGETS, NextBudget.DRAFTED, caller, "draft-0001")
                                .statusCode())
                .isEqualTo(drafting);
        assertThat(
                        host.server()
                                .post(
                                        BUDGETS + "/adoptions",
                                        NextBudget.ADOPTED,
                                        caller,
                                        "adopt-001")
                                .statusCode())
                .isEqualTo(adopting);
    }
}
