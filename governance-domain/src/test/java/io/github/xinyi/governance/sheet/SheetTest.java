package io.github.xinyi.governance.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetTest {

    private static final Column<UnitId> UNIT = Column.identifier("房号", UnitId::of).unique();
    private static final Column<String> NOTE = Column.text("备注");
    private static final List<Column<?>> COLUMNS = List.of(UNIT, NOTE);
    private static final String HEADER = "房号,备注\r\n";

    @Test
    void readsQuotedCellsAsRfc4180HasThem() {
        String rows = "1,\"a,\"\"b\"\"\r\nc\"\r\n2,d";

        assertThat(notes(utf8(HEADER + rows))).isEqualTo("[2:a,\"b\"\r\nc, 4:d]");
    }

    @Test
    void readsColumnsInAnyOrder() {
        assertThat(notes(utf8("备注,房号\nx,1\n"))).isEqualTo("[2:x]");
    }

    @Test
    void reportsAByteOrderMarkAndReadsOn() {
        Sheet sheet =
                Sheet.read(utf8("\uFEFF" + HEADER + "1,x\n"), COLUMNS)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));

        assertThat(sheet.notices()).containsExactly(new SheetNotice("t.csv"));
        assertThat(sheet.rows(row -> row.get(NOTE))).isEqualTo(Outcome.accepted(List.of("x")));
    }

    @Test
    void advisesToNameTheCharsetWhereBytesLookLikeGb18030() {
        byte[] bytes = (HEADER + "1,安和苑\n").getBytes(Charset.forName("GB18030"));

        assertThat(notes(SheetFile.utf8("t.csv", bytes)))
                .isEqualTo(
                        "✘ t.csv, line 1: not valid UTF-8; it looks like GBK/GB18030 and can be"
                                + " read by naming the charset GB18030");
        assertThat(notes(SheetFile.in("t.csv", bytes, Charset.forName("GB18030"))))
                .isEqualTo("[2:安和苑]");
    }

    @Test
    void namesTheLineOfBytesThatAreNoText() {
        byte[] bytes = (HEADER + "1,x\n2,?\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xFF;

        assertThat(notes(SheetFile.utf8("t.csv", bytes)))
                .isEqualTo("✘ t.csv, line 3: not valid UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|t.csv: there is no header line",
                "房号|t.csv: column 备注 is missing",
                "房号,备注,备注|t.csv: column 备注 stands there twice",
                "房号,备注,其他|t.csv: column 其他 is not known here",
                "房号,备注\\n1|t.csv, line 2: 1 cells; the header has 2",
                "房号,备注\\n1,a,b|t.csv, line 2: 3 cells; the header has 2",
                "房号,备注\\n1,|t.csv, line 2, 备注: the cell is empty",
                "房号,备注\\n1,x\\n1,y|t.csv, line 3, 房号: \"1\" stands on line 2 already",
                "房号,备注\\nＡ１,x|t.csv, line 2, 房号: \"Ａ１\" has full-width characters; write \"A1\"",
                "房号,备注\\na b,x|t.csv, line 2, 房号: \"a b\" is not an identifier"
                        + " (1-64 × [letter digit -_.:/#*])"
            })
    void saysWhatIsWrongWithHeadersAndRows(String text, String expected) {
        assertThat(notes(utf8(text.replace("\\n", "\n")))).isEqualTo("✘ " + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"1,\"x\\n2,y|2", "1,x\\n2,y\"y|3", "1,\"x\"y|2", "1,x\\n2,\"|3"})
    void refusesQuotesThatDoNotCloseOrStandInside(String rows, int line) {
        assertThat(notes(utf8(HEADER + rows.replace("\\n", "\n"))))
                .startsWith("✘ t.csv, line " + line + ": a quotation mark does not close");
    }

    @Test
    void namesEveryBadCellAndImportsNothing() {
        assertThat(notes(utf8(HEADER + "1,\n?,x\n2,ok\n3\n!,\n")))
                .isEqualTo(
                        """
                        ✘ t.csv, line 2, 备注: the cell is empty
                        ✘ t.csv, line 3, 房号: "?" is not an identifier (1-64 × [letter digit -_.:/#*])
                        ✘ t.csv, line 5: 1 cells; the header has 2
                        ✘ t.csv, line 6, 房号: "!" is not an identifier (1-64 × [letter digit -_.:/#*])
                        ✘ t.csv, line 6, 备注: the cell is empty\
                        """);
    }

    @Test
    void listsAThousandFaultsAndCountsTheOthers() {
        Outcome<List<String>> outcome =
                Sheet.read(utf8(HEADER + "?,x\n".repeat(Sheet.MAX_FAULTS + 7)), COLUMNS)
                        .then(sheet -> sheet.rows(row -> row.get(NOTE)));

        assertThat(english(outcome).lines()).hasSize(Sheet.MAX_FAULTS + 1);
        assertThat(english(outcome)).endsWith("✘ t.csv: 7 more faults are not listed");
    }

    @Test
    void refusesCellsAndTablesBeyondTheirLimits() {
        String longest = "x".repeat(Sheet.MAX_CELL_LENGTH);
        StringBuilder full = new StringBuilder(HEADER);
        for (int i = 0; i < Sheet.MAX_ROWS; i++) {
            full.append(i).append(",x\n");
        }

        assertThat(notes(utf8(HEADER + "1," + longest + "\n"))).startsWith("[2:xx");
        assertThat(notes(utf8(HEADER + "1," + longest + "x\n")))
                .isEqualTo("✘ t.csv, line 2, 备注: 2,001 characters; at most 2,000 are read");
        assertThat(Sheet.read(utf8(full.toString()), COLUMNS).isAccepted()).isTrue();
        assertThat(notes(utf8(full + "x,x\n")))
                .isEqualTo("✘ t.csv, line 200002: more than 200,000 rows");
    }

    @Test
    void takesFaultsThatOnlyTheCallerCanSee() {
        Outcome<List<String>> outcome =
                Sheet.read(utf8(HEADER + "1,x\n2,y\n"), COLUMNS)
                        .then(
                                sheet ->
                                        sheet.rows(
                                                row -> {
                                                    if (row.get(NOTE).equals("y")) {
                                                        row.refuse(NOTE, SheetRule.CONFLICT, "x");
                                                    }
                                                    return row.get(NOTE);
                                                }));

        assertThat(english(outcome)).isEqualTo("✘ t.csv, line 3, 备注: \"y\" contradicts x");
    }

    @Test
    void showsNoControlCharactersAndAtMostFortyCharacters() {
        SheetFault fault =
                new SheetFault(
                        SheetRule.LABEL, "t.csv", 2, "f", "\u202E\u0007" + "安".repeat(60), "");

        assertThat(fault.value()).isEqualTo("\uFFFD\uFFFD" + "安".repeat(37) + "…");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0", "12.3, 1230", "12.34, 1234", "0.05, 5",
        "-1.00, amount-negative", "12.345, amount", "1e3, amount", "1 000, amount",
        "１２, full-width", "+1, amount"
    })
    void readsAmountsInYuanAsFen(String cell, String expected) {
        assertThat(read(Column.amountMinor("c"), cell)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-12.30, -1230", "-0, 0", "--1, amount"})
    void readsAmountsBelowZeroWhereTheColumnAllows(String cell, String expected) {
        assertThat(read(Column.signedAmountMinor("c"), cell)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "9, 9", "0, range", "10, range", "1.0, number", "x, number"})
    void readsWholeNumbersWithinTheirRange(String cell, String expected) {
        assertThat(read(Column.wholeNumber("c", 1, 9), cell)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 2024-02-29",
        "2023-02-29, date",
        "2024/02/29, date",
        "２０２４-02-29, full-width"
    })
    void readsDates(String cell, String expected) {
        assertThat(read(Column.date("c"), cell)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-12-17T15:28:06+08:00, 2024-12-17T07:28:06Z",
        "2024-12-17T15:28Z, 2024-12-17T15:28:00Z",
        "2024-12-17T15:28:06, time",
        "2024-12-17T15:28:06.1234567Z, time",
        "2024-12-17T25:28:06Z, time"
    })
    void readsMomentsWithAnOffset(String cell, String expected) {
        assertThat(read(Column.instant("c"), cell)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "89.37, 89.37",
        "89, 89.00",
        "89.370, 89.37",
        "89.375, area",
        "-1, area",
        "８９, full-width"
    })
    void readsAreasWithTwoDecimals(String cell, String expected) {
        assertThat(read(Column.area("c"), cell)).isEqualTo(expected);
    }

    @Test
    void readsLabelsListsAndEmptyCells() {
        Column<Integer> label = Column.label("c", Map.of("是", 1, "否", 0));

        assertThat(read(label, "是")).isEqualTo("1");
        assertThat(read(label, "对")).isEqualTo("label");
        assertThat(read(label.list(), "是;否")).isEqualTo("[1, 0]");
        assertThat(read(label.list(), "")).isEqualTo("[]");
        assertThat(read(label.list(), "是；否")).isEqualTo("full-width");
        assertThat(read(label.list(), "是;")).isEqualTo("required");
        assertThat(read(label.optional(), "")).isEqualTo(Optional.empty().toString());
    }

    @Test
    void keepsTypesOfCells() {
        Column<LocalDate> date = Column.date("日期");
        Column<Instant> moment = Column.instant("时间");
        Column<FloorArea> area = Column.area("面积");

        Outcome<List<Object>> outcome =
                Sheet.read(
                                utf8("日期,时间,面积\n2024-01-02,2024-01-02T00:00Z,1.5\n"),
                                List.of(date, moment, area))
                        .then(
                                sheet ->
                                        sheet.rows(
                                                row ->
                                                        List.of(
                                                                row.get(date),
                                                                row.get(moment),
                                                                row.get(area),
                                                                row.line())));

        assertThat(outcome)
                .isEqualTo(
                        Outcome.accepted(
                                List.of(
                                        List.of(
                                                LocalDate.of(2024, 1, 2),
                                                Instant.parse("2024-01-02T00:00:00Z"),
                                                FloorArea.ofSquareDecimetres(150),
                                                2))));
    }

    @Test
    void refusesAColumnWithWhichTheSheetWasNotReadAsAnErrorOfTheProgram() {
        Sheet sheet =
                Sheet.read(utf8(HEADER + "1,x\n"), COLUMNS)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sheet.rows(row -> row.get(Column.text("备注"))));
    }

    private static String read(Column<?> column, String cell) {
        try {
            return column.read(cell).toString();
        } catch (CellException e) {
            return e.rule().code().value().substring("sheet.".length());
        }
    }

    private static SheetFile utf8(String text) {
        return SheetFile.utf8("t.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String notes(SheetFile file) {
        return english(
                Sheet.read(file, COLUMNS)
                        .then(sheet -> sheet.rows(row -> row.line() + ":" + row.get(NOTE))));
    }

    private static String english(Outcome<List<String>> outcome) {
        return outcome.fold(
                List::toString, ruling -> RuleTexts.governance(Language.EN).render(ruling));
    }
}
