package io.github.xinyi.trust.statement;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.money.Money;
import java.util.List;
import java.util.function.Function;

/**
 * Budget against actual (预算执行情况).
 *
 * @param year the budget's year
 * @param lines one a budget line, in its order
 * @since 0.1.0
 */
public record BudgetExecution(int year, List<Line> lines) {

    /**
     * One line.
     *
     * @param line the budget line
     * @param spent what was spent on it
     */
    public record Line(BudgetLine line, Money spent) {}

    /** Copies the lines. */
    public BudgetExecution {
        lines = List.copyOf(lines);
    }

    /**
     * The execution of a budget.
     *
     * @param budget the budget
     * @param spent what was spent on an expense account in the budget's year
     * @return the execution
     */
    public static BudgetExecution of(DraftBudget budget, Function<AccountCode, Money> spent) {
        return new BudgetExecution(
                budget.year(),
                budget.lines().stream()
                        .map(line -> new Line(line, spent.apply(line.expenseAccount())))
                        .toList());
    }

    /**
     * The sum of the budget.
     *
     * @return over all lines
     */
    public Money totalBudget() {
        return lines.stream().map(l -> l.line().amount()).reduce(Money.ofFen(0), Money::plus);
    }

    /**
     * The sum of what was spent.
     *
     * @return over all lines
     */
    public Money totalSpent() {
        return lines.stream().map(Line::spent).reduce(Money.ofFen(0), Money::plus);
    }
}
