package io.github.xinyi.trust.fund;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Opening balances read from a table with the columns 资金类别, 账户, 账户名称, 余额日期 and 金额.
 *
 * <p>Example row: {@code SERVICE_FUND,JOINT,安和苑业主共管账户,2025-01-01,186427.35}.
 *
 * @since 0.1.0
 */
public final class OpeningSheet {

    private static final Column<FundClass> FUND =
            Column.label(
                            "资金类别",
                            Map.of(
                                    "SERVICE_FUND", FundClass.SERVICE_FUND,
                                    "PUBLIC_INCOME", FundClass.PUBLIC_INCOME,
                                    "MAINTENANCE_FUND", FundClass.MAINTENANCE_FUND,
                                    "DEPOSITS", FundClass.DEPOSITS))
                    .unique();
    private static final Column<LocalDate> DAY = Column.date("余额日期");
    private static final Column<Long> AMOUNT =
            Column.amountMinor("金额").where(fen -> fen > 0, SheetRule.RANGE, ">0.00");

    private OpeningSheet() {}

    /**
     * Reads opening balances.
     *
     * @param file the table
     * @return one a class at most; refused with every fault
     */
    public static Outcome<List<OpeningBalance>> read(SheetFile file) {
        return Sheet.read(
                        file,
                        List.of(FUND, Column.ignored("账户"), Column.ignored("账户名称"), DAY, AMOUNT))
                .then(
                        sheet ->
                                sheet.rows(
                                        row ->
                                                new OpeningBalance(
                                                        row.get(FUND),
                                                        row.get(DAY),
                                                        Money.ofFen(row.get(AMOUNT)))));
    }
}
