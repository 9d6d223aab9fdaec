package io.github.xinyi.example.xinyijia.statement;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.statement.Figure;
import io.github.xinyi.trust.statement.LedgerExtract;
import io.github.xinyi.trust.statement.StatementLine;
import io.github.xinyi.trust.statement.StatementLine.Relation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Each line of a budget: the year's amount, spent in the months, spent so far, and left. */
final class ExecutionLines {

    /** What counts on a budget line, as in the annual report. */
    private static final Set<EntryKind> SPENT =
            EnumSet.of(EntryKind.PAYMENT, EntryKind.BANK_FEE, EntryKind.MISPLACED_COST);

    private ExecutionLines() {}

    static List<StatementLine> of(LedgerExtract extract, DraftBudget budget) {
        LocalDate yearStart = LocalDate.of(budget.year(), 1, 1);
        LocalDate end = extract.basis().toInclusive();
        List<StatementLine> lines = new ArrayList<>();
        Money total = Money.ofFen(0);
        Figure inMonths = Figure.none();
        Figure soFar = Figure.none();
        for (BudgetLine line : budget.lines()) {
            AccountCode account = line.expenseAccount();
            Figure now = extract.moved(account, SPENT);
            Figure year = extract.moved(account, SPENT, yearStart, end);
            add(lines, line.code(), line.name(), line.code(), line.amount(), now, year);
            total = total.plus(line.amount());
            inMonths = inMonths.plus(now);
            soFar = soFar.plus(year);
        }
        add(lines, "total", "全部科目", "All lines", total, inMonths, soFar);
        return lines;
    }

    private static void add(
            List<StatementLine> lines,
            String code,
            String nameZh,
            String nameEn,
            Money budget,
            Figure inMonths,
            Figure soFar) {
        lines.add(
                new StatementLine(
                        code + ".budget",
                        nameZh + "：全年预算",
                        nameEn + ": budget of the year",
                        budget,
                        Figure.none(),
                        Relation.COMPUTED));
        lines.add(
                new StatementLine(
                        code + ".spent",
                        nameZh + "：本期支出",
                        nameEn + ": spent in these months",
                        inMonths.amount(),
                        inMonths,
                        Relation.SUM));
        lines.add(
                new StatementLine(
                        code + ".so-far",
                        nameZh + "：本年累计支出",
                        nameEn + ": spent so far this year",
                        soFar.amount(),
                        soFar,
                        Relation.SUM));
        lines.add(
                new StatementLine(
                        code + ".left",
                        nameZh + "：预算结余",
                        nameEn + ": left of the budget",
                        budget.minus(soFar.amount()),
                        soFar,
                        Relation.COMPUTED));
    }
}
