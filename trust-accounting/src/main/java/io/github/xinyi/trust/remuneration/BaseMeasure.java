package io.github.xinyi.trust.remuneration;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.money.Money;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a base amounts to from one day to another, by the book or the budget. */
record BaseMeasure(BookReader book, List<AdoptedBudget> budgets) {

    Money of(RemunerationBase base, LocalDate from, LocalDate to) {
        return switch (base) {
            case FEES_RECEIVED -> received(from, to);
            case FEES_RECEIVABLE ->
                    net(ChartOfAccounts.FEE_INCOME, EntryKind.BILL, from, to).negated();
            case BUDGET_EXPENDITURE -> budgeted(from, to);
            case ACTUAL_EXPENDITURE -> sum("service.expense.", EntryKind.PAYMENT, from, to);
            case FEES_RECEIVED_PLUS_PUBLIC_INCOME ->
                    received(from, to)
                            .minus(sum("public.income.", EntryKind.PUBLIC_INCOME, from, to));
        };
    }

    private Money received(LocalDate from, LocalDate to) {
        return net(ChartOfAccounts.FEES_RECEIVABLE, EntryKind.FEE_RECEIPT, from, to)
                .plus(net(ChartOfAccounts.FEES_RECEIVABLE, EntryKind.REFUND, from, to))
                .negated();
    }

    private Money net(AccountCode account, EntryKind kind, LocalDate from, LocalDate to) {
        return book.turnover(account, kind, from, to).net();
    }

    private Money sum(String prefix, EntryKind kind, LocalDate from, LocalDate to) {
        return book.balances().stream()
                .map(Balance::account)
                .filter(account -> account.value().startsWith(prefix))
                .map(account -> net(account, kind, from, to))
                .reduce(Money.ofFen(0), Money::plus);
    }

    /** The year's lines, earned evenly over its days and never ahead of them. */
    private Money budgeted(LocalDate from, LocalDate to) {
        Money sum = Money.ofFen(0);
        for (AdoptedBudget budget : budgets) {
            LocalDate first = LocalDate.of(budget.content().year(), 1, 1);
            LocalDate start = from.isAfter(first) ? from : first;
            LocalDate last = LocalDate.of(budget.content().year(), 12, 31);
            LocalDate end = to.isBefore(last) ? to : last;
            long days = Math.max(0, ChronoUnit.DAYS.between(start, end) + 1);
            sum = sum.plus(part(total(budget), days, first.lengthOfYear()));
        }
        return sum;
    }

    private static Money total(AdoptedBudget budget) {
        return budget.content().lines().stream()
                .filter(line -> line.fundClass() == FundClass.SERVICE_FUND)
                .map(BudgetLine::amount)
                .reduce(Money.ofFen(0), Money::plus);
    }

    private static Money part(Money total, long days, long daysOfYear) {
        BigInteger product = BigInteger.valueOf(total.minor()).multiply(BigInteger.valueOf(days));
        return Money.ofFen(product.divide(BigInteger.valueOf(daysOfYear)).longValueExact());
    }
}
