package io.github.xinyi.example.xinyijia;

import static io.github.xinyi.example.xinyijia.Visitor.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.example.xinyijia.SampleServer.Running;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The statements of chosen months and the public book, as a program meets them. */
@ExtendWith(SampleServer.class)
class ReportsTest {

    private static final String REPORTS = "reports/anheyuan";

    private static Visitor stranger(Running running) {
        return new Visitor(running.server().address());
    }

    private static JsonNode statement(Running running, String name, String months) {
        return json(stranger(running).get(REPORTS + "/" + name + ".json" + months));
    }

    private static long fen(JsonNode statement, String code) {
        for (JsonNode line : statement.path("lines")) {
            if (line.path("code").asText().equals(code)) {
                return line.path("amountMinor").asLong();
            }
        }
        throw new AssertionError("no line " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SERVICE_FUND", "PUBLIC_INCOME", "DEPOSITS", "MAINTENANCE_FUND"})
    void cashOfTheYearIsWhatTheOtherProgramComputed(String fund, Running running) {
        JsonNode expected = running.server().community().files().json("expected.json");

        assertThat(fen(statement(running, "fund-statement", ""), fund + ".cash"))
                .isEqualTo(expected.at("/closingFen/byFund/" + fund).asLong());
    }

    @Test
    void eachMonthBeginsWhereTheOneBeforeEnded(Running running) {
        for (String fund : List.of("SERVICE_FUND", "PUBLIC_INCOME")) {
            long net = 0;
            for (int month = 1; month <= 12; month++) {
                YearMonth one = YearMonth.of(2025, month);
                JsonNode there =
                        statement(running, "fund-statement", "?from=" + one + "&to=" + one);

                assertThat(fen(there, fund + ".before")).as(fund + " " + one).isEqualTo(net);
                net =
                        net
                                + fen(there, fund + ".brought")
                                + fen(there, fund + ".income")
                                - fen(there, fund + ".expense");
                assertThat(fen(there, fund + ".net")).as(fund + " " + one).isEqualTo(net);
            }
        }
    }

    @Test
    void executionOfTheMonthsAddsUpToTheAnnualReport(Running running) {
        JsonNode report = statement(running, "annual-report", "");
        JsonNode byLine =
                running.server()
                        .community()
                        .files()
                        .json("expected.json")
                        .at("/expensesFen/byLine");
        JsonNode year = statement(running, "budget-execution", "");
        JsonNode first = statement(running, "budget-execution", "?from=2025-01&to=2025-06");
        JsonNode second = statement(running, "budget-execution", "?from=2025-07&to=2025-12");

        assertThat(byLine.size()).isPositive();
        byLine.fieldNames()
                .forEachRemaining(
                        code -> {
                            long spent = byLine.path(code).asLong();
                            assertThat(fen(year, code + ".spent")).as(code).isEqualTo(spent);
                            assertThat(fen(report, "execution." + code + ".spent"))
                                    .isEqualTo(spent);
                            assertThat(fen(first, code + ".spent") + fen(second, code + ".spent"))
                                    .isEqualTo(spent);
                            assertThat(fen(second, code + ".so-far")).isEqualTo(spent);
                            assertThat(fen(second, code + ".left"))
                                    .isEqualTo(fen(second, code + ".budget") - spent);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "fund-statement, SERVICE_FUND.expense",
        "income-and-expense, SERVICE_FUND.income",
        "budget-execution, total.spent",
        "annual-report, balance-sheet.SERVICE_FUND.assets"
    })
    void theRecordsBehindALineSumToItsAmount(String name, String code, Running running) {
        Visitor stranger = stranger(running);
        JsonNode statement = statement(running, name, "?from=2025-01&to=2025-12");
        List<JsonNode> records = new ArrayList<>();
        String on = "";
        do {
            String path = REPORTS + "/" + name + "/records.json?line=" + code + on;
            JsonNode page = json(stranger.get(path));
            assertThat(page.path("records")).hasSizeBetween(1, 100);
            page.path("records").forEach(records::add);
            on = page.has("next") ? "&after=" + page.path("next").asLong() : "";
        } while (!on.isEmpty());

        assertThat(records.stream().mapToLong(one -> one.path("amountMinor").asLong()).sum())
                .isEqualTo(fen(statement, code));
        assertThat(records).extracting(one -> one.path("index").asLong()).doesNotHaveDuplicates();
        assertThat(records)
                .extracting(one -> one.path("record").asText())
                .noneMatch(record -> record.startsWith("bill/") || record.startsWith("receipt/"));
    }

    @ParameterizedTest
    @CsvSource({
        "fund-statement.json?from=2024-12, 400",
        "fund-statement.json?to=2026-01, 400",
        "fund-statement.json?from=2025-03&to=2025-02, 400",
        "fund-statement.json?from=yesterday, 400",
        "fund-statement/records.json?line=SERVICE_FUND.cash&after=x, 400",
        "fund-statement/records.json?line=none, 404",
        "fund-statement/records.json, 404",
        "fund-statement.csv, 404",
        "unknown.json, 404",
        "../nowhere/fund-statement.json, 404"
    })
    void tellsWhatCanNotBeAskedFor(String path, int status, Running running) {
        assertThat(stranger(running).get(REPORTS + "/" + path).statusCode()).isEqualTo(status);
    }

    @Test
    void refusesTheReportOfAYearThatIsNotClosedWithEveryRule(Running running) {
        HttpResponse<String> refused =
                stranger(running)
                        .with("Accept-Language", "en")
                        .get("reports/chunhuili/annual-report.json");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("statement.period-closed", "statement.within-year");
        assertThat(stranger(running).get("reports/chunhuili/fund-statement.json").statusCode())
                .isEqualTo(200);
    }

    @Test
    void givesThePublicBookAwayWithNoAmountOfAHousehold(Running running) {
        List<String> lines =
                stranger(running).get("download/anheyuan-book.ndjson").body().lines().toList();
        JsonNode head = Visitor.parse(lines.get(0));

        assertThat(lines).hasSize(head.path("size").asInt() + 1);
        assertThat(head.path("format").asText()).isEqualTo("xinyi-book/1");
        List<JsonNode> households =
                lines.stream()
                        .skip(1)
                        .map(Visitor::parse)
                        .filter(r -> r.path("visibility").asText().equals("HOUSEHOLD"))
                        .toList();
        assertThat(households)
                .hasSizeGreaterThan(10_000)
                .allSatisfy(
                        record ->
                                assertThat(record.has("postings") || record.has("narrative"))
                                        .isFalse());
        assertThat(stranger(running).get("download/nowhere-book.ndjson").statusCode())
                .isEqualTo(404);
    }
}
