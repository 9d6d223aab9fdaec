package io.github.xinyi.trust.billing;

import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Receipts of fees read from a table with the columns 收款单号, 银行流水号, 房号, 收款时间, 金额 and 方式.
 *
 * <p>Example row: {@code R000001,YH39KVPUDZMPJ4,2-0-S04,2025-01-01T08:54:30+08:00,367.23,支付宝}.
 *
 * @since 0.1.0
 */
public final class FeeReceiptSheet {

    private static final Column<String> NUMBER =
            Column.identifier("收款单号", SourceDocument::number).unique();
    private static final Column<String> BANK_LINE =
            Column.identifier("银行流水号", SourceDocument::number).unique();
    private static final Column<Instant> AT = Column.instant("收款时间");
    private static final Column<Long> AMOUNT =
            Column.amountMinor("金额").where(fen -> fen > 0, SheetRule.RANGE, ">0.00");

    private FeeReceiptSheet() {}

    /**
     * A receipt with the moment at which the money came.
     *
     * @param at the moment
     * @param receipt the receipt, of the day in the zone given
     */
    public record Received(Instant at, FeeReceipt receipt) {}

    /**
     * Reads receipts of units of the roster.
     *
     * @param file the table
     * @param roster the roster that must have every unit named
     * @param zone whose days count
     * @return the receipts in the order of the file; refused with every fault
     */
    public static Outcome<List<Received>> read(SheetFile file, Roster roster, ZoneId zone) {
        Column<UnitId> unit = BillSheet.unitOf(roster);
        return Sheet.read(file, List.of(NUMBER, BANK_LINE, unit, AT, AMOUNT, Column.ignored("方式")))
                .then(
                        sheet ->
                                sheet.rows(
                                        row ->
                                                new Received(
                                                        row.get(AT),
                                                        new FeeReceipt(
                                                                row.get(NUMBER),
                                                                row.get(unit),
                                                                SourceDocument.bankLine(
                                                                        row.get(BANK_LINE)),
                                                                row.get(AT)
                                                                        .atZone(zone)
                                                                        .toLocalDate(),
                                                                Money.ofFen(row.get(AMOUNT))))));
    }
}
