package io.github.xinyi.trust.budget;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.money.Money;
import java.util.List;
import java.util.Map;

/**
 * A budget read from a table with the columns 科目编号, 科目, 资金类别 and 预算金额.
 *
 * <p>Example row: {@code SF-03,保洁,SERVICE_FUND,140000.00}.
 *
 * @since 0.1.0
 */
public final class BudgetSheet {

    private static final Column<String> CODE =
            Column.text("科目编号")
                    .where(
                            code -> code.matches("[A-Za-z0-9-]{1,16}"),
                            SheetRule.IDENTIFIER,
                            "1-16 × [letter digit -]")
                    .unique();
    private static final Column<String> NAME =
            Column.text("科目").where(name -> name.length() <= 100, SheetRule.RANGE, "1..100");
    private static final Column<FundClass> FUND =
            Column.label(
                    "资金类别",
                    Map.of(
                            "SERVICE_FUND", FundClass.SERVICE_FUND,
                            "PUBLIC_INCOME", FundClass.PUBLIC_INCOME));
    private static final Column<Long> AMOUNT = Column.amountMinor("预算金额");

    private BudgetSheet() {}

    /**
     * Reads a budget.
     *
     * @param file the table
     * @param community whose budget
     * @param year the year it is for
     * @return the draft; refused with every fault
     */
    public static Outcome<DraftBudget> read(SheetFile file, CommunityId community, int year) {
        return Sheet.read(file, List.of(CODE, NAME, FUND, AMOUNT))
                .then(
                        sheet ->
                                sheet.rows(
                                        row ->
                                                new BudgetLine(
                                                        row.get(CODE),
                                                        row.get(NAME),
                                                        row.get(FUND),
                                                        Money.ofFen(row.get(AMOUNT)))))
                .then(
                        lines ->
                                lines.isEmpty()
                                        ? Outcome.refused(
                                                Ruling.of(
                                                        RuleCheck.of(
                                                                BudgetRule.LINE_GIVEN,
                                                                false,
                                                                "year",
                                                                year)))
                                        : Outcome.accepted(
                                                new DraftBudget(community, year, lines)));
    }
}
