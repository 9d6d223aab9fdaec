package io.github.xinyi.governance.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xinyi.governance.community.RosterSheet;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each fault of a table is told by its own rule, at its place, on either side of its limit. */
class SheetRuleTest {

    private static final Column<UnitId> UNIT = Column.identifier("房号", UnitId::of);
    private static final Column<String> NOTE = Column.text("备注");
    private static final List<Column<?>> COLUMNS = List.of(UNIT, NOTE);
    private static final String HEADER = "房号,备注\n";

    /** The last byte is no ASCII, so that a file within the limit is decoded and then refused. */
    @Test
    void aFileHas64MebibytesAtMost() {
        byte[] most = new byte[Sheet.MAX_BYTES];
        byte[] above = new byte[Sheet.MAX_BYTES + 1];
        most[Sheet.MAX_BYTES - 1] = (byte) 0x80;
        above[Sheet.MAX_BYTES] = (byte) 0x80;

        assertThat(kinds(ascii(most))).containsExactly(SheetRule.ENCODING);
        assertThat(kinds(ascii(above))).containsExactly(SheetRule.SIZE);
    }

    @Test
    void bytesThatAreNoUtf8AreToldApartFromGb18030() {
        byte[] gb = (HEADER + "1,安\n").getBytes(Charset.forName("GB18030"));
        byte[] neither = (HEADER + "1,x").getBytes(StandardCharsets.UTF_8);
        neither[neither.length - 1] = (byte) 0xFF;

        assertThat(kinds(SheetFile.utf8("t.csv", gb)))
                .containsExactly(SheetRule.ENCODING_LOOKS_GB18030);
        assertThat(kinds(SheetFile.utf8("t.csv", neither))).containsExactly(SheetRule.ENCODING);
        assertThat(kinds(utf8(HEADER + "1,安\n"))).isEmpty();
    }

    @Test
    void aByteOrderMarkIsSkippedAndSaidToBe() {
        Sheet marked =
                Sheet.read(utf8("\uFEFF" + HEADER), COLUMNS)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));

        assertThat(marked.notices())
                .extracting(Finding::rule)
                .containsExactly(SheetNotice.BYTE_ORDER_MARK);
    }

    @Test
    void aHeaderHasEveryColumnOnceAndNoOther() {
        assertThat(kinds(utf8(""))).containsExactly(SheetRule.EMPTY);
        assertThat(kinds(utf8("房号\n"))).containsExactly(SheetRule.HEADER_MISSING);
        assertThat(kinds(utf8("房号,备注,备注\n"))).containsExactly(SheetRule.HEADER_DUPLICATE);
        assertThat(kinds(utf8("房号,备注,其他\n"))).containsExactly(SheetRule.HEADER_UNKNOWN);
        assertThat(kinds(utf8("备注,房号\n"))).isEmpty();
    }

    @Test
    void aRowHasAsManyCellsAsTheHeader() {
        assertThat(kinds(utf8(HEADER + "1\n"))).containsExactly(SheetRule.COLUMN_COUNT);
        assertThat(kinds(utf8(HEADER + "1,x\n"))).isEmpty();
        assertThat(kinds(utf8(HEADER + "1,x,y\n"))).containsExactly(SheetRule.COLUMN_COUNT);
    }

    @Test
    void aQuoteClosesWhereItsCellEnds() {
        assertThat(kinds(utf8(HEADER + "1,\"x\n"))).containsExactly(SheetRule.QUOTE);
        assertThat(kinds(utf8(HEADER + "1,\"x\"y\n"))).containsExactly(SheetRule.QUOTE);
        assertThat(kinds(utf8(HEADER + "1,\"x\"\"y\"\n"))).isEmpty();
    }

    @Test
    void aCellHasTwoThousandCharactersAtMost() {
        String most = "安".repeat(Sheet.MAX_CELL_LENGTH);

        assertThat(kinds(utf8(HEADER + "1," + most + "\n"))).isEmpty();
        assertThat(kinds(utf8(HEADER + "1," + most + "安\n")))
                .containsExactly(SheetRule.CELL_LENGTH);
    }

    @Test
    void aTableHasTwoHundredThousandRowsAtMost() {
        String most = HEADER + "1,x\n".repeat(Sheet.MAX_ROWS);

        assertThat(kinds(utf8(most))).isEmpty();
        assertThat(kinds(utf8(most + "1,x\n"))).containsExactly(SheetRule.ROW_COUNT);
    }

    @Test
    void aThousandFaultsAreListedAndTheOthersCounted() {
        String most = HEADER + "?,x\n".repeat(Sheet.MAX_FAULTS);

        assertThat(kinds(utf8(most))).hasSize(Sheet.MAX_FAULTS).containsOnly(SheetRule.IDENTIFIER);
        assertThat(kinds(utf8(most + "?,x\n")))
                .hasSize(Sheet.MAX_FAULTS + 1)
                .endsWith(SheetRule.MORE_FAULTS);
    }

    @Test
    void figuresAndDatesHaveTheirForms() {
        assertThat(kinds(Column.area("c"), "0.01", "89", "0.001", "-1", "89㎡"))
                .containsExactly(SheetRule.AREA, SheetRule.AREA, SheetRule.AREA);
        assertThat(kinds(Column.amountMinor("c"), "0", "0.01", "0.001", "1,00"))
                .containsExactly(SheetRule.AMOUNT, SheetRule.AMOUNT);
        assertThat(kinds(Column.amountMinor("c"), "-0.01", "0.00", "0.01"))
                .containsExactly(SheetRule.AMOUNT_NEGATIVE);
        assertThat(kinds(Column.wholeNumber("c", -9, 9), "-9", "9", "1.0", "a"))
                .containsExactly(SheetRule.NUMBER, SheetRule.NUMBER);
        assertThat(kinds(Column.ratio("c"), "1/3", "33%", "1/0"))
                .containsExactly(SheetRule.FRACTION, SheetRule.FRACTION);
        assertThat(kinds(Column.date("c"), "2024-02-29", "2023-02-29", "2024/02/29"))
                .containsExactly(SheetRule.DATE, SheetRule.DATE);
        assertThat(kinds(Column.instant("c"), "2024-12-17T15:28Z", "2024-12-17T15:28", "15:28Z"))
                .containsExactly(SheetRule.TIME, SheetRule.TIME);
    }

    @Test
    void aBuildingThatASpreadsheetWouldRunAsAFormulaIsRefused() {
        String header = "房号,楼栋,单元,室号,用途,专有部分面积,面积依据,交付状态,业主编号,业主\n";
        Outcome<?> roster =
                RosterSheet.read(
                        utf8(
                                header
                                        + "1,=1+1,,,住宅,90,登记,已售已交付,P1,\n"
                                        + "2,@x,,,住宅,90,登记,已售已交付,P1,\n"
                                        + "3,+1,,,住宅,90,登记,已售已交付,P1,\n"
                                        + "4,-1,,,住宅,90,登记,已售已交付,P1,\n"
                                        + "5,1-1号楼,,,住宅,90,登记,已售已交付,P1,\n"),
                        CommunityId.of("c1"),
                        LocalDate.of(2024, 11, 30),
                        PersonId.of("D1"));

        assertThat(faults(roster))
                .extracting(SheetFault::kind, SheetFault::line)
                .containsExactly(
                        tuple(SheetRule.FORMULA, 2),
                        tuple(SheetRule.FORMULA, 3),
                        tuple(SheetRule.FORMULA, 4),
                        tuple(SheetRule.FORMULA, 5));
    }

    /** A row for each cell. */
    private static List<SheetRule> kinds(Column<?> column, String... cells) {
        StringBuilder table = new StringBuilder("c\n");
        Arrays.stream(cells).forEach(cell -> table.append('"').append(cell).append("\"\n"));
        return kinds(utf8(table.toString()), List.of(column));
    }

    private static List<SheetRule> kinds(SheetFile file) {
        return kinds(file, COLUMNS);
    }

    private static List<SheetRule> kinds(SheetFile file, List<Column<?>> columns) {
        return faults(Sheet.read(file, columns).then(sheet -> sheet.rows(Row::line))).stream()
                .map(SheetFault::kind)
                .toList();
    }

    private static List<SheetFault> faults(Outcome<?> outcome) {
        return outcome.fold(
                read -> List.of(),
                ruling -> ruling.notMet().stream().map(SheetFault.class::cast).toList());
    }

    private static SheetFile ascii(byte[] bytes) {
        return SheetFile.in("t.csv", bytes, StandardCharsets.US_ASCII);
    }

    private static SheetFile utf8(String text) {
        return SheetFile.utf8("t.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
