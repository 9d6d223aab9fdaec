package io.github.xinyi.trust.fund;

import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Public income read from a table with the columns 收入单号, 银行流水号, 收款时间, 类别, 付款方, 付款方房号, 金额 and 说明.
 *
 * <p>类别 is 广告, 临时停车, 场地 or 利息. A row with 付款方房号 is a household's payment, and its text is kept out
 * of the public log with it. Names (付款方) are dropped unread.
 *
 * @since 0.1.0
 */
public final class PublicIncomeSheet {

    private static final Column<String> NUMBER =
            Column.identifier("收入单号", SourceDocument::number).unique();
    private static final Column<String> BANK_LINE =
            Column.identifier("银行流水号", SourceDocument::number).unique();
    private static final Column<Instant> AT = Column.instant("收款时间");
    private static final Column<PublicIncome.Source> SOURCE =
            Column.label(
                    "类别",
                    Map.of(
                            "广告", PublicIncome.Source.ADVERTISING,
                            "临时停车", PublicIncome.Source.PARKING,
                            "场地", PublicIncome.Source.VENUE,
                            "利息", PublicIncome.Source.INTEREST));
    private static final Column<Long> AMOUNT =
            Column.amountMinor("金额").where(fen -> fen > 0, SheetRule.RANGE, ">0.00");
    private static final Column<String> TEXT =
            Column.text("说明").where(text -> text.length() <= 500, SheetRule.RANGE, "1..500");

    private PublicIncomeSheet() {}

    /**
     * Public income with the moment at which the money came.
     *
     * @param at the moment
     * @param income the income, of the day in the zone given
     */
    public record Received(Instant at, PublicIncome income) {}

    /**
     * Reads public income.
     *
     * @param file the table
     * @param roster the roster that must have every unit named
     * @param zone whose days count
     * @return the income in the order of the file; refused with every fault
     */
    public static Outcome<List<Received>> read(SheetFile file, Roster roster, ZoneId zone) {
        Column<Optional<UnitId>> unit =
                Column.identifier("付款方房号", UnitId::of)
                        .where(
                                id -> roster.unit(id).isPresent(),
                                SheetRule.REFERENCE,
                                roster.community() + " " + roster.recordDate())
                        .optional();
        return Sheet.read(
                        file,
                        List.of(
                                NUMBER,
                                BANK_LINE,
                                AT,
                                SOURCE,
                                Column.ignored("付款方"),
                                unit,
                                AMOUNT,
                                TEXT))
                .then(sheet -> sheet.rows(row -> received(row, unit, zone)));
    }

    private static Received received(Row row, Column<Optional<UnitId>> unit, ZoneId zone) {
        return new Received(
                row.get(AT),
                new PublicIncome(
                        row.get(NUMBER),
                        row.get(SOURCE),
                        row.get(unit).map(Visibility::household).orElseGet(Visibility::open),
                        SourceDocument.bankLine(row.get(BANK_LINE)),
                        row.get(AT).atZone(zone).toLocalDate(),
                        Money.ofFen(row.get(AMOUNT)),
                        row.get(TEXT)));
    }
}
