package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.export.BeancountJournal;
import io.github.xinyi.trust.export.StatementCsv;
import io.github.xinyi.trust.export.StatementCsv.ByteOrderMark;
import io.github.xinyi.trust.export.StatementXlsx;
import io.github.xinyi.trust.export.TableXlsx;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.statement.BalanceSheet;
import io.github.xinyi.trust.statement.CollectionStatement;
import io.github.xinyi.trust.statement.Figure;
import io.github.xinyi.trust.statement.IncomeAndExpense;
import io.github.xinyi.trust.statement.LedgerExtract;
import io.github.xinyi.trust.statement.PublicIncomeStatement;
import io.github.xinyi.trust.statement.Statement;
import io.github.xinyi.trust.statement.StatementBasis;
import io.github.xinyi.trust.statement.StatementLine;
import io.github.xinyi.trust.tck.SampleBook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What programs of others read of statements and books. */
class StatementExportTest {

    private final Village village = new Village(Ratio.of(8, 100));

    @BeforeEach
    void fillTheBook() {
        village.post(SampleBook.opening("opening", 1_000_000));
        village.post(SampleBook.parking("parking", 50_005));
        village.post(SampleBook.bill("B1", "7-2-101", 30_000));
        village.receive("R1", 1, DAY, 12_345);
        accept(village.authoriseAndPay(village.lights("E1", 7)));
    }

    private List<Statement> statements() {
        LedgerExtract extract =
                village.book.read(
                        r ->
                                LedgerExtract.of(
                                        village.book.chart(),
                                        r,
                                        StatementBasis.year(
                                                Village.ID, 2025, r.frontier().size())));
        return List.of(
                IncomeAndExpense.of(extract),
                BalanceSheet.of(extract),
                CollectionStatement.of(extract),
                PublicIncomeStatement.of(extract));
    }

    /** A statement with one line of that name and amount. */
    private static Statement named(String name, long fen) {
        Figure figure = Figure.of(List.of(new Figure.Part(0, name, Money.ofFen(fen))));
        Figure none = Figure.none();
        StatementLine line =
                new StatementLine(
                        "income.x",
                        name,
                        "x",
                        Money.ofFen(fen),
                        figure,
                        StatementLine.Relation.SUM);
        return new PublicIncomeStatement(
                StatementBasis.year(Village.ID, 2025, 0),
                List.of(line),
                List.of(),
                List.of(),
                List.of(),
                figure,
                none,
                none);
    }

    private static String lines(Statement statement, ByteOrderMark mark) {
        StringBuilder out = new StringBuilder();
        new StatementCsv(mark).writeLines(statement, out);
        return out.toString();
    }

    @Test
    void writesEveryLineOfEveryStatementAsCsvThatReadsBack() {
        Column<String> code = Column.text("代码 code");
        Column<Long> amount = Column.signedAmountMinor("金额（元） amount");
        for (Statement statement : statements()) {
            byte[] csv = lines(statement, ByteOrderMark.WRITTEN).getBytes(StandardCharsets.UTF_8);

            List<String> read =
                    accept(
                            Sheet.read(
                                            SheetFile.utf8("s.csv", csv),
                                            List.of(
                                                    code,
                                                    amount,
                                                    Column.ignored("项目"),
                                                    Column.ignored("item"),
                                                    Column.ignored("记录数 records"),
                                                    Column.ignored("关系 relation")))
                                    .then(s -> s.rows(r -> r.get(code) + " " + r.get(amount))));

            assertThat(read)
                    .isEqualTo(
                            statement.lines().stream()
                                    .map(l -> l.code() + " " + l.amount().minor())
                                    .toList());
        }
    }

    @Test
    void writesTheRecordsBehindEachLineAndWhatItIsAbout() {
        StringBuilder records = new StringBuilder();
        StringBuilder about = new StringBuilder();
        StatementCsv csv = new StatementCsv(ByteOrderMark.NONE);

        csv.writeRecords(statements().get(2), records);
        csv.writeAbout(statements().get(2), about);

        assertThat(records.toString())
                .startsWith("代码 code,序号 index,记录 record,金额（元） amount\r\n")
                .contains("2025-03.received,3,receipt/R1,123.45\r\n");
        assertThat(about.toString())
                .contains("from,起,from,2025-01-01\r\n")
                .contains("view,范围,view,INTERNAL\r\n")
                .contains("received-over-billed,实收应收比,Received over billed,823/2000\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"})
    void letsNoTextRunAsAFormula(String text) {
        String csv = lines(named(text, 1), ByteOrderMark.NONE);

        assertThat(csv).contains("'" + text);
        assertThat(csv).doesNotContain("," + text);
    }

    @Test
    void quotesAsRfc4180SaysAndLeavesAmountsPlain() {
        String csv = lines(named("a,\"b\"\nc", -1_234), ByteOrderMark.NONE);

        assertThat(csv).contains("income.x,\"a,\"\"b\"\"\nc\",x,-12.34,1,合计 sum\r\n");
        assertThat(csv).endsWith("\r\n");
    }

    @Test
    void beginsWithAByteOrderMarkOnlyWhereAsked() {
        assertThat(lines(named("x", 1), ByteOrderMark.WRITTEN)).startsWith("\uFEFF代码");
        assertThat(lines(named("x", 1), ByteOrderMark.NONE)).startsWith("代码");
    }

    private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                parts.put(e.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] sheet(Map<String, byte[]> parts) {
        return Objects.requireNonNull(parts.get("xl/worksheets/sheet1.xml"));
    }

    private static byte[] workbook(Statement statement) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StatementXlsx.write(statement, out);
        return out.toByteArray();
    }

    private static Document xml(byte[] part) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        return builder.parse(new ByteArrayInputStream(part));
    }

    private static List<List<String>> rows(byte[] sheet) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        NodeList found = xml(sheet).getElementsByTagNameNS("*", "row");
        for (int i = 0; i < found.getLength(); i++) {
            NodeList cells = ((Element) found.item(i)).getElementsByTagNameNS("*", "c");
            List<String> row = new ArrayList<>();
            for (int c = 0; c < cells.getLength(); c++) {
                row.add(cells.item(c).getTextContent());
            }
            rows.add(row);
        }
        return rows;
    }

    @Test
    void writesAWorkbookWhoseSheetsHoldTheExactFen() throws Exception {
        for (Statement statement : statements()) {
            Map<String, byte[]> parts = parts(workbook(statement));

            for (byte[] part : parts.values()) {
                assertThat(xml(part).getDocumentElement()).isNotNull();
            }
            List<List<String>> rows = rows(sheet(parts));
            assertThat(rows).hasSize(statement.lines().size() + 1);
            for (int i = 0; i < statement.lines().size(); i++) {
                StatementLine line = statement.lines().get(i);
                assertThat(rows.get(i + 1).get(0)).isEqualTo(line.code());
                assertThat(rows.get(i + 1).get(3)).isEqualTo(Long.toString(line.amount().minor()));
            }
        }
    }

    @Test
    void namesEverySheetAndEveryPartOfTheWorkbook() throws Exception {
        Map<String, byte[]> parts = parts(workbook(statements().get(1)));

        assertThat(parts.keySet())
                .containsExactly(
                        "[Content_Types].xml",
                        "_rels/.rels",
                        "xl/_rels/workbook.xml.rels",
                        "xl/styles.xml",
                        "xl/workbook.xml",
                        "xl/worksheets/sheet1.xml",
                        "xl/worksheets/sheet2.xml",
                        "xl/worksheets/sheet3.xml");
        assertThat(new String(parts.get("xl/workbook.xml"), StandardCharsets.UTF_8))
                .contains("<sheet name=\"资产负债表\" sheetId=\"1\" r:id=\"rId1\"/>");
        assertThat(new String(parts.get("xl/styles.xml"), StandardCharsets.UTF_8))
                .contains("formatCode=\"0&quot;.&quot;00\"");
    }

    @Test
    void writesTheSameBytesForTheSameStatement() {
        assertThat(workbook(statements().get(1))).isEqualTo(workbook(statements().get(1)));
        assertThat(workbook(named("x", 1))).isNotEqualTo(workbook(named("x", 2)));
    }

    @Test
    void keepsTextsThatLookLikeMarkupOrFormulas() throws Exception {
        String text = "=1+1 <c> & \"x\" \u0000\r]]>";

        List<List<String>> rows = rows(sheet(parts(workbook(named(text, 1)))));

        assertThat(rows.get(2).get(1)).isEqualTo(text.replace('\u0000', '\uFFFD'));
    }

    @ParameterizedTest
    @ValueSource(longs = {TableXlsx.MAX_FEN - 1, TableXlsx.MAX_FEN, -TableXlsx.MAX_FEN})
    void holdsAmountsUpToTwoToThe53(long fen) throws Exception {
        assertThat(rows(sheet(parts(workbook(named("x", fen))))).get(2))
                .contains(Long.toString(fen));
    }

    @ParameterizedTest
    @ValueSource(longs = {TableXlsx.MAX_FEN + 1, -TableXlsx.MAX_FEN - 1})
    void refusesAnAmountThatASpreadsheetWouldRound(long fen) {
        assertThatThrownBy(() -> workbook(named("x", fen)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String beancount() {
        return village.book.read(
                reader -> {
                    StringBuilder out = new StringBuilder();
                    new BeancountJournal(village.book.chart()).write(reader, out);
                    return out.toString();
                });
    }

    @Test
    void writesTheBookForBeancountWithoutAHouseholdsText() {
        village.post(
                SampleBook.draft(
                                "odd",
                                EntryKind.PUBLIC_INCOME,
                                ChartOfAccounts.PUBLIC_CASH,
                                SampleBook.PARKING,
                                1)
                        .narrative("a \"b\" \\ c\n d"));

        assertThat(beancount())
                .contains("1900-01-01 open Expenses:Service:Expense:SF-03 CNY\n")
                .contains("1900-01-01 open Equity:Service:Opening CNY\n")
                .contains(
                        """
                        2025-03-01 * "FEE_RECEIPT" ""
                          index: 3
                          Assets:Service:Cash  123.45 CNY
                          Assets:Service:Receivable  -123.45 CNY
                        """)
                .contains("* \"PUBLIC_INCOME\" \"a \\\"b\\\" \\\\ c d\"\n")
                .contains("2025-03-02 balance Assets:Service:Cash  10123.38 CNY\n")
                .doesNotContain("7-2-101")
                .doesNotContain("receipt/R1");
    }

    @Test
    void refusesAChartWhoseNamesBeancountCouldNotTellApart() {
        for (String code : List.of("service.Cash", "service.-cash")) {
            ChartOfAccounts chart =
                    ChartOfAccounts.standard()
                            .with(
                                    List.of(
                                            new Account(
                                                    AccountCode.of(code),
                                                    "x",
                                                    "x",
                                                    FundClass.SERVICE_FUND,
                                                    AccountType.CASH)));

            assertThatThrownBy(() -> new BeancountJournal(chart))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("service.");
        }
    }
}
