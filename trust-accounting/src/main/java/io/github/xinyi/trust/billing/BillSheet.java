package io.github.xinyi.trust.billing;

import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bills read from a table with the columns 账单号, 房号, 费用期间, 出账日期, 缴费人编号, 应收金额 and, where a month may
 * have two payers, 缴费方.
 *
 * <p>Example row: {@code B2025010001,3-2-402,2025-01,2025-01-01,D0001,166.57}. The number of the
 * person who pays (缴费人编号) is personal data and is dropped unread. Without 缴费方 (业主 or 建设单位) the
 * developer owes for what the roster does not have as handed over (Property Management Regulation
 * art. 41 para. 2).
 *
 * @since 0.1.0
 */
public final class BillSheet {

    private static final Column<String> NUMBER =
            Column.identifier("账单号", SourceDocument::number).unique();
    private static final Column<String> PERIOD =
            Column.text("费用期间")
                    .where(
                            month -> month.matches("[0-9]{4}-(0[1-9]|1[0-2])"),
                            SheetRule.DATE,
                            "YYYY-MM");
    private static final Column<LocalDate> ISSUED = Column.date("出账日期");
    private static final Column<Long> AMOUNT =
            Column.amountMinor("应收金额").where(fen -> fen > 0, SheetRule.RANGE, ">0.00");
    private static final Column<Optional<Payer>> PAYER =
            Column.label("缴费方", Map.of("业主", Payer.OWNERS, "建设单位", Payer.DEVELOPER))
                    .optional()
                    .absentable();

    private BillSheet() {}

    /**
     * Reads bills of units of the roster.
     *
     * @param file the table
     * @param roster the roster that must have every unit named
     * @return the bills in the order of the file; refused with every fault
     */
    public static Outcome<List<Bill>> read(SheetFile file, Roster roster) {
        Column<UnitId> unit = unitOf(roster);
        return Sheet.read(
                        file,
                        List.of(
                                NUMBER,
                                unit,
                                PERIOD,
                                ISSUED,
                                Column.ignored("缴费人编号"),
                                AMOUNT,
                                PAYER))
                .then(
                        sheet ->
                                sheet.rows(
                                        row ->
                                                new Bill(
                                                        row.get(NUMBER),
                                                        row.get(unit),
                                                        row.get(PAYER)
                                                                .orElseGet(
                                                                        () ->
                                                                                payer(
                                                                                        roster,
                                                                                        row.get(
                                                                                                unit))),
                                                        YearMonth.parse(row.get(PERIOD)),
                                                        row.get(ISSUED),
                                                        Money.ofFen(row.get(AMOUNT)))));
    }

    private static Payer payer(Roster roster, UnitId unit) {
        return roster.unit(unit)
                        .filter(there -> there.status() == DeliveryStatus.SOLD_DELIVERED)
                        .isPresent()
                ? Payer.OWNERS
                : Payer.DEVELOPER;
    }

    static Column<UnitId> unitOf(Roster roster) {
        return Column.identifier("房号", UnitId::of)
                .where(
                        id -> roster.unit(id).isPresent(),
                        SheetRule.REFERENCE,
                        roster.community() + " " + roster.recordDate());
    }
}
