package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static io.github.xinyi.rest.VillageHost.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements and the journal of the book, each in the format that is asked for. */
class StatementsOverHttpTest {

    private static final String INCOME = BASE + "/statements/public-income?period=2025";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private VillageHost host;

    @BeforeEach
    void open() {
        host = new VillageHost();
    }

    @AfterEach
    void close() {
        host.close();
    }

    private HttpResponse<String> get(String path, String... headers) {
        return host.server().get(path, headers);
    }

    private static long amount(JsonNode statement, String code) {
        for (JsonNode line : statement.get("lines")) {
            if (line.get("code").asText().equals(code)) {
                return line.get("amountMinor").asLong();
            }
        }
        throw new AssertionError("no line " + code + " in " + statement);
    }

    @Test
    void aStatementTellsItsLinesInFenAndInTheLanguageAskedFor() {
        JsonNode zh = json(get(INCOME));
        JsonNode en = json(get(INCOME, "Accept-Language", "en"));

        assertThat(zh.at("/name").asText()).isEqualTo("公共收益表");
        assertThat(en.at("/name").asText()).isEqualTo("Public income");
        assertThat(zh.at("/fromInclusive").asText()).isEqualTo("2025-01-01");
        assertThat(zh.at("/toInclusive").asText()).isEqualTo("2025-12-31");
        assertThat(zh.findValuesAsText("amountMinor")).contains("800000");
        assertThat(zh.at("/currency").asText()).isEqualTo("CNY");
    }

    @Test
    void aMonthHasWhatMovedInIt() {
        String collection = BASE + "/statements/collection?period=";

        long billed = amount(json(get(collection + "2025")), "billed");
        long january = amount(json(get(collection + "2025-01")), "billed");
        long february = amount(json(get(collection + "2025-02")), "billed");

        assertThat(january).isPositive();
        assertThat(january + february).isEqualTo(billed);
        assertThat(amount(json(get(collection + "2025-03")), "billed")).isZero();
    }

    @Test
    void whatHouseholdsPaidIsToldOnlyOnceTheirBatchIsPublished() {
        String collection = BASE + "/statements/collection?period=2025";
        String before = get(collection).body();

        host.village.receive("S2025030008", 8, Instant.parse("2025-03-18T02:00:00Z"));
        JsonNode after = json(get(collection));

        assertThat(amount(after, "received"))
                .isEqualTo(amountIn(before, "received"))
                .isNotEqualTo(amountIn(before, "received") + SampleVillage.fee(8));
    }

    private static long amountIn(String body, String code) {
        try {
            return amount(new com.fasterxml.jackson.databind.ObjectMapper().readTree(body), code);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theSameLinesAreGivenAsCommaSeparatedValues() {
        HttpResponse<String> csv = get(INCOME, "Accept", "text/csv");

        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"public-income-2025.csv\"");
        assertThat(csv.body().lines().skip(1).toList())
                .hasSameSizeAs(json(get(INCOME)).get("lines"))
                .anyMatch(line -> line.contains(",8000.00,"));
    }

    @Test
    void aWorkbookHasTheRecordsBehindTheLines() throws IOException {
        HttpResponse<byte[]> xlsx = host.server().bytes(INCOME, "Accept", XLSX);

        assertThat(xlsx.headers().firstValue("Content-Type")).contains(XLSX);
        assertThat(parts(xlsx.body()))
                .contains("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml");
    }

    private static Set<String> parts(byte[] workbook) throws IOException {
        Set<String> names = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                names.add(part.getName());
            }
        }
        return names;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv;q=0.5, application/json|application/json",
                "text/csv, application/json;q=0.9|text/csv",
                "*/*|application/json",
                "text/*|text/csv"
            })
    void theFormatIsTheOneThatTheCallerLikesBest(String accept, String type) {
        assertThat(get(INCOME, "Accept", accept).headers().firstValue("Content-Type").orElse(""))
                .startsWith(type);
    }

    @Test
    void aFormatThatThereIsNotIsNotAcceptable() {
        assertThat(get(INCOME, "Accept", "application/pdf").statusCode()).isEqualTo(406);
        assertThat(get(BASE + "/journal", "Accept", "text/csv", HostLogin.HEADER, "auditor"))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(406);
    }

    @Test
    void eachFormatHasAVersionOfItsOwnAndSaysThatItVaries() {
        HttpResponse<String> json = get(INCOME);
        HttpResponse<String> csv = get(INCOME, "Accept", "text/csv");
        String tag = json.headers().firstValue("ETag").orElseThrow();

        assertThat(String.join(",", csv.headers().allValues("Vary")).split(",\\s*"))
                .contains("Accept", "Accept-Language", "Accept-Encoding")
                .doesNotHaveDuplicates();
        assertThat(csv.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
        assertThat(get(INCOME, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(INCOME, "If-None-Match", tag, "Accept", "text/csv").statusCode())
                .isEqualTo(200);
        assertThat(get(INCOME, "If-None-Match", tag, "Accept-Language", "en").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aStatementIsShownAsItWasKnownAtAMoment() {
        JsonNode early = json(get(INCOME + "&at=2025-01-05T02:01:00Z"));

        assertThat(early.findValuesAsText("amountMinor")).doesNotContain("800000");
        assertThat(early.get("logSize").asLong())
                .isLessThan(json(get(INCOME)).get("logSize").asLong());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public-income",
                "public-income?period=",
                "public-income?period=25",
                "public-income?period=2025-13",
                "public-income?period=2025-1",
                "annual-report?period=2025-01"
            })
    void refusesAPeriodThatIsNone(String path) {
        HttpResponse<String> response = get(BASE + "/statements/" + path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).findValuesAsText("rule")).containsExactly("request.period");
    }

    @Test
    void aStatementThatThereIsNotIsMissing() {
        assertThat(get(BASE + "/statements/hand-over?period=2025").statusCode()).isEqualTo(404);
        assertThat(get(BASE + "/statements/diary?period=2025").statusCode()).isEqualTo(404);
    }

    @Test
    void theYearlyReportIsThereOnceItsYearIsClosed() {
        String report = BASE + "/statements/annual-report?period=2025";
        HttpResponse<String> before = get(report);
        LocalDate last = LocalDate.of(2025, 12, 31);

        SampleVillage.accept(
                host.village
                        .book()
                        .close(last, Instant.parse("2026-01-01T00:00:00Z"), last.plusDays(1)));

        assertThat(before.statusCode()).isEqualTo(400);
        assertThat(json(before).findValuesAsText("rule")).contains("statement.period-closed");
        assertThat(amount(json(get(report)), "execution.SF-01.spent")).isEqualTo(123_456);
        assertThat(get(BASE + "/statements/annual-report?period=2024").statusCode()).isEqualTo(404);
    }

    @Test
    void aHostWithoutPaymentsHasNoStatementOfTheContract() {
        try (RunningServer reader =
                new RunningServer(
                        io.github.xinyi.rest.published.CommunityDirectory.of(
                                java.util.List.of(
                                        host.village.published(java.util.Optional.empty()))))) {
            JsonNode offered = json(reader.get(BASE + "/statements"));

            assertThat(offered.findValuesAsText("statement"))
                    .contains("balance-sheet")
                    .doesNotContain("annual-report", "remuneration");
            assertThat(reader.get(BASE + "/statements/remuneration?period=2025").statusCode())
                    .isEqualTo(404);
        }
        assertThat(json(get(BASE + "/statements")).findValuesAsText("statement"))
                .contains("annual-report", "remuneration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "stranger", "owner1", "officer"})
    void theJournalIsForThoseAloneWhoKeepOrAuditTheBook(String caller) {
        assertThat(get(BASE + "/journal", HostLogin.HEADER, caller).statusCode()).isEqualTo(403);
    }

    @Test
    void theJournalHasEveryAmountAndNoUnit() {
        for (String caller : java.util.List.of("steward", "chair", "auditor")) {
            HttpResponse<String> journal = get(BASE + "/journal", HostLogin.HEADER, caller);

            assertThat(journal.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(journal.body())
                    .contains("service:cash", "210.14 CNY")
                    .doesNotContain(SampleVillage.unit(1));
        }
    }

    @Test
    void theJournalOfBeancountChecksItsBalances() {
        HttpResponse<String> journal =
                get(BASE + "/journal", "Accept", "text/x-beancount", HostLogin.HEADER, "auditor");

        assertThat(journal.headers().firstValue("Content-Type"))
                .contains("text/x-beancount;charset=utf-8");
        assertThat(journal.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"liuyuan.beancount\"");
        assertThat(journal.body()).contains("option \"operating_currency\" \"CNY\"", " balance ");
        assertThat(journal.body().getBytes(StandardCharsets.UTF_8).length).isGreaterThan(1_000);
    }
}
