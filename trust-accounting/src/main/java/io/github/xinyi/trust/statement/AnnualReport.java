package io.github.xinyi.trust.statement;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the trustee owes the owners every year (年度信托事务报告): how their money was kept and used (管理运用:
 * balance sheet, budget execution, public income, fees), where it went (处分: outflows by kind), and
 * what came and was spent (收支).
 *
 * <p>Source: Trust Law art. 33 para. 2 for the three subjects and the year; which statements show
 * them, and that the period must be closed, are interpretations.
 *
 * <p>How contract and budget were decided on is told beside the figures: {@code COUNTED} or {@code
 * EXTERNAL}, with the name of the decision.
 *
 * @param basis which days, from which knowledge, for whom
 * @param budgetDecided how the budget was decided on, for example {@code COUNTED 2024-OM-01 M1}
 * @param incomeAndExpense 收支
 * @param balanceSheet 管理运用, at the end
 * @param publicIncome 管理运用 of the common parts
 * @param collection 管理运用 of the fees
 * @param remuneration what the trustee took for itself
 * @param execution what each budget line came to
 * @param outflows 处分, each class by kind
 * @since 0.1.0
 */
public record AnnualReport(
        StatementBasis basis,
        String budgetDecided,
        IncomeAndExpense incomeAndExpense,
        BalanceSheet balanceSheet,
        PublicIncomeStatement publicIncome,
        CollectionStatement collection,
        RemunerationStatement remuneration,
        List<StatementLine> execution,
        List<StatementLine> outflows)
        implements Statement {

    /** What counts on a budget line: paid, taken by the bank, or borne for another class. */
    private static final Set<EntryKind> SPENT =
            EnumSet.of(EntryKind.PAYMENT, EntryKind.BANK_FEE, EntryKind.MISPLACED_COST);

    /** Transfers between classes take cash out of one and are seen in both. */
    private static final Map<EntryKind, String> OUTFLOWS =
            new EnumMap<>(
                    Map.of(
                            EntryKind.PAYMENT, "支出",
                            EntryKind.REMUNERATION_DRAW, "酬金支取",
                            EntryKind.REFUND, "退费",
                            EntryKind.DEPOSIT_RETURN, "退押金",
                            EntryKind.TRANSFER, "资金划转",
                            EntryKind.SURPLUS_DISTRIBUTION, "结余分配",
                            EntryKind.HAND_OVER, "移交",
                            EntryKind.BANK_FEE, "银行手续费"));

    /** Copies the lines. */
    public AnnualReport {
        execution = List.copyOf(execution);
        outflows = List.copyOf(outflows);
    }

    /**
     * The report on a period.
     *
     * @param extract what the book shows
     * @param budget the budget of the year, as the owners adopted it
     * @param life the course of the contract, with its ratios
     * @param deducted what was taken off the remuneration until the period's end
     * @return the report; refused with every rule in the way, if the period is not closed through
     *     its end or longer than a year
     * @throws IllegalArgumentException if the budget is of another community, or of no year of the
     *     period
     */
    public static Outcome<AnnualReport> of(
            LedgerExtract extract, AdoptedBudget budget, ContractLife life, Money deducted) {
        requireOf(extract.basis(), budget.content());
        Ruling ruling = new Ruling(judge(extract));
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(
                        new AnnualReport(
                                extract.basis(),
                                budget.decision().toString(),
                                IncomeAndExpense.of(extract),
                                BalanceSheet.of(extract),
                                PublicIncomeStatement.of(extract),
                                CollectionStatement.of(extract),
                                RemunerationStatement.of(extract, life, deducted),
                                execution(extract, budget.content()),
                                outflows(extract)))
                : Outcome.refused(ruling);
    }

    private static void requireOf(StatementBasis basis, DraftBudget budget) {
        if (!budget.community().equals(basis.community())
                || budget.year() < basis.fromInclusive().getYear()
                || budget.year() > basis.toInclusive().getYear()) {
            throw new IllegalArgumentException(
                    "the budget of "
                            + budget.community()
                            + " and "
                            + budget.year()
                            + " is not of "
                            + basis);
        }
    }

    private static List<Finding> judge(LedgerExtract extract) {
        LocalDate from = extract.basis().fromInclusive();
        LocalDate to = extract.basis().toInclusive();
        return List.of(
                RuleCheck.of(
                        StatementRule.PERIOD_CLOSED,
                        extract.closedThrough().filter(closed -> !closed.isBefore(to)).isPresent(),
                        "end",
                        to,
                        "closed",
                        extract.closedThrough().map(LocalDate::toString).orElse("-")),
                RuleCheck.of(
                        StatementRule.WITHIN_YEAR,
                        to.isBefore(from.plusYears(1)),
                        "from",
                        from,
                        "to",
                        to));
    }

    private static List<StatementLine> execution(LedgerExtract extract, DraftBudget budget) {
        List<StatementLine> lines = new ArrayList<>();
        for (BudgetLine line : budget.lines()) {
            Figure spent = extract.moved(line.expenseAccount(), SPENT);
            lines.add(
                    StatementLine.sum(
                            line.code() + ".spent",
                            line.name() + "支出",
                            line.code() + " spent",
                            spent));
            lines.add(
                    new StatementLine(
                            line.code() + ".left",
                            line.name() + "预算结余",
                            line.code() + " left of the budget",
                            line.amount().minus(spent.amount()),
                            spent,
                            StatementLine.Relation.COMPUTED));
        }
        return lines;
    }

    private static List<StatementLine> outflows(LedgerExtract extract) {
        List<StatementLine> lines = new ArrayList<>();
        for (FundClass fundClass : FundClass.values()) {
            for (Map.Entry<EntryKind, String> named : OUTFLOWS.entrySet()) {
                EntryKind kind = named.getKey();
                Figure out =
                        extract.ofCash(fundClass, cash -> extract.moved(cash, EnumSet.of(kind)))
                                .negated();
                if (!out.parts().isEmpty()) {
                    lines.add(
                            StatementLine.sum(
                                    fundClass + "." + kind, named.getValue(), kind.name(), out));
                }
            }
        }
        return lines;
    }

    @Override
    public StatementKind kind() {
        return StatementKind.ANNUAL_REPORT;
    }

    @Override
    public List<StatementLine> lines() {
        return Stream.of(
                        under("income-and-expense", incomeAndExpense.lines()),
                        under("balance-sheet", balanceSheet.lines()),
                        under("public-income", publicIncome.lines()),
                        under("collection", collection.lines()),
                        under("remuneration", remuneration.lines()),
                        under("execution", execution),
                        under("outflow", outflows))
                .flatMap(lines -> lines)
                .toList();
    }

    private static Stream<StatementLine> under(String section, List<StatementLine> lines) {
        return lines.stream().map(line -> line.under(section));
    }

    @Override
    public List<StatementNote> notes() {
        return Stream.of(
                        collection.notes(),
                        remuneration.notes(),
                        List.of(
                                new StatementNote(
                                        "budget-decided",
                                        "预算表决",
                                        "Budget decided by",
                                        budgetDecided)))
                .flatMap(List::stream)
                .toList();
    }
}
