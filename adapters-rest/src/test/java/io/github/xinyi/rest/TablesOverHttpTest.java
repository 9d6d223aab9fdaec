package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static io.github.xinyi.rest.VillageHost.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and figures as tables, each in the format that the caller likes best. */
class TablesOverHttpTest {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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

    private static HttpResponse<String> get(String path, String... headers) {
        return host.server().get(BASE + path, headers);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "/budget, lines, owner1",
        "/flows, months, owner1",
        "/collection, months, owner1",
        "/disbursements, items, owner1",
        "/decisions, '', owner1",
        "/committees, items, owner1",
        "/conferences, items, owner1",
        "/rosters/2024-11-30/own, units, owner1",
        "/bills, accounts, owner1"
    })
    void aTableHasARowForEachItemAndNoColumnWithoutAName(String path, String items, String caller) {
        JsonNode json = json(get(path, HostLogin.HEADER, caller));
        for (String language : List.of("zh", "en")) {
            HttpResponse<String> csv =
                    get(
                            path,
                            HostLogin.HEADER,
                            caller,
                            "Accept",
                            "text/csv",
                            "Accept-Language",
                            language);
            List<String> lines = csv.body().lines().toList();

            assertThat(header(csv, "Content-Type")).isEqualTo("text/csv;charset=utf-8");
            assertThat(header(csv, "Content-Disposition"))
                    .matches("attachment; filename=.+[.]csv.");
            assertThat(lines).hasSize(1 + (items.isEmpty() ? json : json.get(items)).size());
            assertThat(lines.get(0)).doesNotContain("column.", "table.").contains(",");
        }
    }

    @Test
    void amountsAreInYuanAndNamesInTheLanguageAskedFor() {
        HttpResponse<String> zh = get("/budget", "Accept", "text/csv");
        HttpResponse<String> en = get("/budget", "Accept", "text/csv", "Accept-Language", "en");

        assertThat(zh.body().lines()).contains("SF-01,电梯维保,物业服务资金,10000.00,1234.56");
        assertThat(en.body()).startsWith("Code,Name,Money of,Budget (yuan),Spent (yuan)\r\n");
        assertThat(header(en, "Content-Language")).isEqualTo("en");
    }

    @Test
    void aWorkbookHasASheetForEachTable() throws IOException {
        HttpResponse<byte[]> flows = host.server().bytes(BASE + "/flows", "Accept", XLSX);

        assertThat(header(flows, "Content-Type")).isEqualTo(XLSX);
        assertThat(header(flows, "Content-Disposition")).contains("flows.xlsx");
        assertThat(part(flows.body(), "xl/workbook.xml")).contains("收支", "分科目");
        assertThat(part(flows.body(), "xl/worksheets/sheet2.xml"))
                .contains("service.expense.SF-01", "<v>123456</v>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv", "text/plain", XLSX})
    void whoAsksForTheHeadersAloneGetsThoseOfTheForm(String form) {
        RunningServer server = host.server();
        HttpRequest asked =
                HttpRequest.newBuilder(server.uri(BASE + "/budget"))
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .header("Accept", form)
                        .build();

        HttpResponse<String> head = server.send(asked);
        HttpResponse<byte[]> whole = server.bytes(BASE + "/budget", "Accept", form);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "ETag")).isNotEmpty();
        for (String name : List.of("Content-Type", "Content-Disposition", "ETag", "Vary")) {
            assertThat(header(head, name)).as(name).isEqualTo(header(whole, name));
        }
    }

    private static String part(byte[] workbook, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (part.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no part " + name);
    }

    @Test
    void plainTextHasItsColumnsInLine() {
        HttpResponse<String> text = get("/budget", "Accept", "text/plain");

        assertThat(header(text, "Content-Type")).isEqualTo("text/plain;charset=utf-8");
        assertThat(text.body())
                .startsWith("预算执行\n\n")
                .contains("\nSF-01  电梯维保  物业服务资金    10000.00       1234.56\n");
        assertThat(get("/statements/public-income?period=2025", "Accept", "text/plain").body())
                .startsWith("公共收益表\n\n")
                .contains("8000.00", "2025-12-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/plain", XLSX})
    void eachFormatHasAVersionOfItsOwn(String type) {
        String json = header(get("/budget"), "ETag");
        HttpResponse<String> other = get("/budget", "Accept", type);
        String tag = header(other, "ETag");

        assertThat(tag).isNotEmpty().isNotEqualTo(json);
        assertThat(String.join(",", other.headers().allValues("Vary"))).contains("Accept,");
        assertThat(get("/budget", "Accept", type, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(get("/budget", "Accept", type, "If-None-Match", json).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv;q=0.5, application/json|application/json",
                "text/csv, application/json;q=0.9|text/csv",
                "text/plain;q=0.8, text/csv;q=0.7|text/plain",
                "text/html, */*;q=0.1|application/json",
                "application/json, text/csv, text/plain|application/json",
                "text/csv;q=0, text/*|text/plain",
                "application/json;q=0, */*;q=0.5|text/csv"
            })
    void theFormatIsTheOneThatTheCallerLikesBest(String accept, String type) {
        assertThat(header(get("/disbursements", "Accept", accept), "Content-Type"))
                .startsWith(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/pdf", "application/xml, image/*", "text/csv;q=0", "*/*;q=0"})
    void aFormatThatThereIsNotIsAProblem(String accept) {
        HttpResponse<String> response = get("/disbursements", "Accept", accept);

        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
        assertThat(json(response).at("/type").asText()).endsWith("/not-acceptable");
    }

    @Test
    void noTextThatPeopleWroteRunsAsAFormula() {
        HttpResponse<String> asked =
                host.server()
                        .post(
                                BASE + "/disbursements",
                                """
                                {"id":"E0109","kind":"PAYMENT","payee":"cableworks",
                                 "payeeName":"缆索厂","amountMinor":100,"purpose":"=1+1,\\"x\\"",
                                 "charge":"SF-01",
                                 "vouchers":[{"number":"P-9","kind":"INVOICE","date":"2025-03-18",
                                   "amountMinor":100,"sha256":"%s"}]}
                                """
                                        .formatted(SampleVillage.INVOICE_HASH.toHex()),
                                "steward",
                                "a-formula");
        String csv = get("/disbursements", "Accept", "text/csv").body();

        assertThat(asked.statusCode()).isEqualTo(201);
        assertThat(csv).contains("\"'=1+1,\"\"x\"\"\"").doesNotContain(",=1+1", "\"=1+1");
    }

    @Test
    void whatIsOfAHouseholdStaysInNoCacheAndIsOfItsOwnerAlone() {
        HttpResponse<String> own = get("/bills", HostLogin.HEADER, "owner1", "Accept", "text/csv");

        assertThat(header(own, "Cache-Control")).isEqualTo("no-store");
        assertThat(own.body()).contains(SampleVillage.unit(1), "210.14", "10.14");
        assertThat(get("/bills", HostLogin.HEADER, "owner2", "Accept", "text/csv").body())
                .doesNotContain(SampleVillage.unit(1), "210.14");
        assertThat(get("/bills", "Accept", "text/csv").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/budget",
                "/flows",
                "/collection",
                "/disbursements",
                "/decisions",
                "/committees",
                "/conferences"
            })
    void aPublicTableNamesNoOwnerNoUnitAndNoMember(String path) {
        for (String type : List.of("text/csv", "text/plain")) {
            assertThat(get(path, "Accept", type).body())
                    .doesNotContain("OWNER", "MEMBER0", "7-2-", GovernedVillage.WRITTEN);
        }
    }
}
