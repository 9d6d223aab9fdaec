package io.github.xinyi.trust.book;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The rules of closed periods. */
final class PeriodRules {

    private PeriodRules() {}

    /** A closed period takes nothing more: its corrections belong to an open one. */
    static List<Finding> period(BookReader book, LocalDate effectiveDate) {
        return book.closedThrough()
                .<List<Finding>>map(
                        closed ->
                                List.of(
                                        RuleCheck.of(
                                                LedgerRule.PERIOD_OPEN,
                                                effectiveDate.isAfter(closed),
                                                "day",
                                                effectiveDate,
                                                "closed",
                                                closed)))
                .orElseGet(List::of);
    }

    /**
     * What a class owed another for a cost on the last day is settled when the period is closed, on
     * whatever day: what was paid in time and what is paid before the close leave the same. What it
     * was owed then and still is makes up for it, since nothing remains between the two.
     */
    private static Finding settled(BookReader book, Dues dues, LocalDate through) {
        Dues opposite = Dues.between(/* debtor= */ dues.creditor(), /* creditor= */ dues.debtor());
        Money owed = unpaid(book, dues, through).minus(unpaid(book, opposite, through));
        return RuleCheck.of(
                LedgerRule.DUES_SETTLED,
                !owed.isPositive(),
                "dues",
                dues.name(),
                "day",
                through,
                "owed",
                owed);
    }

    /** Of the debts of days until then, of which the first recorded is paid first. */
    private static Money unpaid(BookReader book, Dues dues, LocalDate through) {
        return CostDebt.of(book, dues, book.balance(dues.claim()).net()).stream()
                .filter(debt -> !debt.entry().effectiveDate().isAfter(through))
                .map(CostDebt::unpaid)
                .reduce(Money.zero(Book.CURRENCY), Money::plus);
    }

    /** Every rule on a close. */
    static List<Finding> closing(
            BookReader book, ChartOfAccounts chart, LocalDate through, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        LedgerRule.CLOSE_ENDS_MONTH,
                        PeriodClose.endsMonth(through),
                        "day",
                        through));
        book.closedThrough()
                .ifPresent(
                        closed ->
                                findings.add(
                                        RuleCheck.of(
                                                LedgerRule.CLOSE_FORWARD,
                                                through.isAfter(closed),
                                                "day",
                                                through,
                                                "closed",
                                                closed)));
        findings.add(
                RuleCheck.of(
                        LedgerRule.CLOSE_OVER,
                        through.isBefore(today),
                        "day",
                        through,
                        "today",
                        today));
        for (Dues dues : Dues.ofCosts()) {
            if (chart.find(dues.debt()).isPresent()) {
                findings.add(settled(book, dues, through));
            }
        }
        return findings;
    }
}
