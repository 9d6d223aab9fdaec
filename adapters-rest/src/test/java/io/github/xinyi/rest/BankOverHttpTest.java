package io.github.xinyi.rest;

import static io.github.xinyi.rest.RunningServer.json;
import static io.github.xinyi.rest.VillageHost.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements of the bank, uploaded and held against the book. */
class BankOverHttpTest {

    private static final String PATH = BASE + "/reconciliations";

    @SuppressWarnings("NullAway.Init")
    private static VillageHost host;

    private static int sent;

    @BeforeAll
    static void open() {
        host = new VillageHost();
    }

    @AfterAll
    static void close() {
        host.close();
    }

    private static HttpResponse<String> send(String body) {
        return host.server().post(PATH, body, "auditor", "compare-" + 1_000 + sent++);
    }

    private static HttpResponse<String> compare(String through, List<List<String>> tables) {
        return send(BankOfVillage.compared(through, tables));
    }

    private static List<String> rules(HttpResponse<String> response) {
        return json(response).findValuesAsText("rule");
    }

    @Test
    void whatBankAndBookBothShowIsMatched() {
        BankOfVillage january = BankOfVillage.january();

        JsonNode answer = json(compare("2025-01-31", List.of(january.lines())));

        assertThat(answer.at("/status").asText()).isEqualTo("MATCHED");
        assertThat(answer.at("/explained").asText()).isEqualTo("1/1");
        assertThat(answer.at("/matchedLines").asInt()).isEqualTo(11);
        assertThat(answer.at("/bankMinor").asLong())
                .isEqualTo(january.balance())
                .isEqualTo(answer.at("/bookMinor").asLong());
        assertThat(answer.at("/rules/0/rule").asText()).isEqualTo("reference");
        assertThat(answer.at("/rules/0/count").asInt()).isEqualTo(11);
        assertThat(answer.at("/differences")).isEmpty();
    }

    @Test
    void whatTheBankDidByItselfIsADifferenceAndAProposal() {
        BankOfVillage table =
                BankOfVillage.january()
                        .line("BK0002", "2025-01-31", -500, "账户管理费")
                        .line("BK0003", "2025-01-31", 300, "结息");

        JsonNode answer = json(compare("2025-01-31", List.of(table.lines())));

        assertThat(answer.at("/status").asText()).isEqualTo("DIFFERENCES");
        assertThat(answer.at("/differenceCount").asInt()).isEqualTo(2);
        assertThat(answer.at("/differences").findValuesAsText("kind"))
                .containsExactly("BANK_FEE", "INTEREST");
        assertThat(answer.at("/differences/0/line").asText()).isEqualTo("BK0002");
        assertThat(answer.at("/differences/0/entry").isNull()).isTrue();
        assertThat(answer.at("/proposals").findValuesAsText("kind"))
                .containsExactly("FEE", "INTEREST");
        long moved = 123_456 + 800_000;
        for (int unit = 1; unit <= 9; unit++) {
            moved += SampleVillage.fee(unit);
        }
        assertThat(parts(answer.at("/explained").asText()))
                .isEqualTo(parts(moved + "/" + (moved + 800)));
    }

    /** A fraction in lowest terms. */
    private static List<Long> parts(String fraction) {
        long numerator = Long.parseLong(fraction.replaceAll("/.*", ""));
        long denominator = Long.parseLong(fraction.replaceAll(".*/", ""));
        long a = numerator;
        long b = denominator;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return List.of(numerator / a, denominator / a);
    }

    @Test
    void anEntryThatTheBankDoesNotShowIsADifference() {
        List<String> lines = new ArrayList<>(BankOfVillage.january().lines());
        lines.remove(lines.size() - 1);

        JsonNode answer = json(compare("2025-01-31", List.of(lines)));

        assertThat(answer.at("/differences").findValuesAsText("kind"))
                .containsExactly("ENTRY_WITHOUT_LINE");
        assertThat(answer.at("/differences/0/amountMinor").asLong()).isEqualTo(800_000);
        assertThat(answer.at("/differences/0/day").asText()).isEqualTo("2025-01-20");
        assertThat(answer.at("/explained").asText()).isEqualTo("1/1");
    }

    @Test
    void neitherAPartyNorATextNorTheNumberOfTheAccountIsTold() {
        BankOfVillage table = BankOfVillage.january().line("BK0002", "2025-01-31", -500, "账户管理费");

        String body = compare("2025-01-31", List.of(table.lines())).body();

        assertThat(body)
                .doesNotContain(BankOfVillage.PAYER, "账户管理费", BankOfVillage.NUMBER)
                .contains("BK0002");
    }

    @Test
    void statementsFollowOnOneAnotherWithoutGap() {
        BankOfVillage january = BankOfVillage.january();
        BankOfVillage february =
                BankOfVillage.from(january.balance()).line("BK0009", "2025-02-03", 100, "");
        BankOfVillage late =
                BankOfVillage.from(january.balance() + 1).line("BK0009", "2025-02-03", 100, "");

        HttpResponse<String> whole =
                compare("2025-01-31", List.of(january.lines(), february.lines()));
        HttpResponse<String> gap = compare("2025-01-31", List.of(january.lines(), late.lines()));

        assertThat(json(whole).at("/unmatchedLines").asInt()).isEqualTo(1);
        assertThat(gap.statusCode()).isEqualTo(422);
        assertThat(rules(gap)).contains("bank.without-gap");
    }

    @Test
    void theFaultsOfAllFilesAreToldAtOnce() {
        List<String> wrong = new ArrayList<>(BankOfVillage.january().lines());
        wrong.set(1, wrong.get(1).replace("2025-01-05", "05.01.2025"));
        List<String> other = List.of("流水号,金额", "BK1,1.00");

        HttpResponse<String> refused = compare("2025-01-31", List.of(wrong, other));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("bank-1.csv", "bank-2.csv");
    }

    @Test
    void aStatementOfIso20022IsReadToo() {
        HttpResponse<String> compared =
                send(
                        BankOfVillage.body(
                                "2025-01-31",
                                List.of(
                                        BankOfVillage.file(
                                                "jan.xml",
                                                "CAMT_053",
                                                camt(BankOfVillage.NUMBER)))));

        JsonNode answer = json(compared);
        assertThat(compared.statusCode()).as(compared.body()).isEqualTo(200);
        assertThat(answer.at("/matches/0/lines/0").asText()).isEqualTo("BK0001");
        assertThat(answer.at("/matchedLines").asInt()).isEqualTo(1);
        assertThat(answer.at("/bankMinor").asLong()).isEqualTo(800_000);
    }

    @Test
    void aStatementOfAnotherAccountIsRefusedAndItsNumberNotTold() {
        HttpResponse<String> refused =
                send(
                        BankOfVillage.body(
                                "2025-01-31",
                                List.of(
                                        BankOfVillage.file(
                                                "jan.xml", "CAMT_053", camt("6222999999999999")))));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(rules(refused)).contains("bank.same-account");
        assertThat(refused.body()).doesNotContain("6222");
    }

    @Test
    void theFaultsOfAFileOfIso20022SayInWhichFileTheyAre() {
        List<String> wrong = new ArrayList<>(camt(BankOfVillage.NUMBER));
        wrong.replaceAll(
                line ->
                        line.replace(
                                "2025-01-20T09:15:27+08:00", "+999999999-12-31T23:59:59-18:00"));

        HttpResponse<String> refused =
                send(
                        BankOfVillage.body(
                                "2025-01-31",
                                List.of(BankOfVillage.file("jan.xml", "CAMT_053", wrong))));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(rules(refused)).containsExactly("request.file-without-fault", "bank.camt-value");
        assertThat(refused.body()).contains("jan.xml");
    }

    @Test
    void whatAFileSaysOfItsEncodingIsPassedOverSinceATextHasNone() {
        List<String> declared = new ArrayList<>(camt(BankOfVillage.NUMBER));
        declared.set(0, declared.get(0).replace("UTF-8", "GB18030"));
        declared.replaceAll(
                line -> line.replace("</Ntry>", "<AddtlNtryInf>电梯广告</AddtlNtryInf></Ntry>"));

        HttpResponse<String> compared =
                send(
                        BankOfVillage.body(
                                "2025-01-31",
                                List.of(BankOfVillage.file("jan.xml", "CAMT_053", declared))));

        assertThat(compared.statusCode()).as(compared.body()).isEqualTo(200);
    }

    @Test
    void aLineHasAtMostTwentyCandidatesAndTheirCount() {
        BankOfVillage table = BankOfVillage.january();
        for (int i = 0; i < 30; i++) {
            Instant at = Instant.parse("2025-03-18T02:00:00Z").plusSeconds(i);
            host.village.receive("S20250399%02d".formatted(i), 3, at);
        }
        table.line("BK0077", "2025-03-18", SampleVillage.fee(3), "");

        JsonNode answer = json(compare("2025-03-31", List.of(table.lines())));

        JsonNode difference =
                answer.at("/differences").findParents("line").stream()
                        .filter(one -> one.at("/line").asText().equals("BK0077"))
                        .findFirst()
                        .orElseThrow();
        assertThat(difference.at("/candidateCount").asInt()).isGreaterThanOrEqualTo(30);
        assertThat(difference.at("/candidates")).hasSize(20);
    }

    @Test
    void statementsOfYearsAreReadWhereOtherBodiesWouldBeTooLong() {
        BankOfVillage table = BankOfVillage.january();
        for (int i = 0; i < 8_100; i++) {
            table.line("YEAR%05d".formatted(i), "2025-01-21", i % 2 == 0 ? 1 : -1, "");
        }
        String body = BankOfVillage.compared("2025-01-31", List.of(table.lines()));

        HttpResponse<String> compared = send(body);

        assertThat(body.length()).isGreaterThan(256 * 1024);
        assertThat(compared.statusCode()).isEqualTo(200);
        assertThat(json(compared).at("/unmatchedLines").asInt()).isEqualTo(8_100);
    }

    private static List<String> camt(String account) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">
        <BkToCstmrStmt>
        <GrpHdr><MsgId>M1</MsgId><CreDtTm>2025-02-01T06:00:00+08:00</CreDtTm></GrpHdr>
        <Stmt><Id>S1</Id><CreDtTm>2025-02-01T06:00:00+08:00</CreDtTm>
        <Acct><Id><Othr><Id>%s</Id></Othr></Id><Ccy>CNY</Ccy></Acct>
        <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">0.00</Amt>
        <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2025-01-01</Dt></Dt></Bal>
        <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">8000.00</Amt>
        <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2025-01-31</Dt></Dt></Bal>
        <Ntry><Amt Ccy="CNY">8000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
        <BookgDt><DtTm>2025-01-20T09:15:27+08:00</DtTm></BookgDt>
        <AcctSvcrRef>BK0001</AcctSvcrRef>
        <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>
        </Ntry></Stmt></BkToCstmrStmt></Document>
        """
                .formatted(account)
                .lines()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "joint, petty, account",
        "2025-01-31, yesterday, through",
        "TABLE, NONE, files.form",
        "bank-1.csv, '', files.name"
    })
    void aMemberThatIsNotAsItMustBeIsNamed(String was, String is, String member) {
        String body =
                BankOfVillage.compared("2025-01-31", List.of(BankOfVillage.january().lines()))
                        .replaceFirst(was, is);

        HttpResponse<String> refused = send(body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(member);
    }

    @Test
    void comparingWritesNothing() {
        String before = host.state();

        compare("2025-01-31", List.of(BankOfVillage.january().lines()));

        assertThat(host.state()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "steward, 200",
        "chair, 200",
        "auditor, 200",
        "officer, 403",
        "owner1, 403",
        "stranger, 403"
    })
    void theBanksLinesAreForThoseWhoKeepOrAuditTheBook(String caller, int status) {
        String body =
                BankOfVillage.compared("2025-01-31", List.of(BankOfVillage.january().lines()));

        assertThat(host.server().post(PATH, body, caller, "compare-" + caller).statusCode())
                .isEqualTo(status);
    }
}
