package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A cost, charged to a line of the budget and shown by vouchers. */
record PaymentCase(AdoptedBudget budget) implements OutflowCase {

    @Override
    public List<Finding> asked(PaymentRequest request) {
        String line = request.order().budgetLine();
        return List.of(
                vouchersShowAmount(request),
                RuleCheck.of(BudgetRule.LINE_KNOWN, budget.line(line).isPresent(), "line", line));
    }

    private static Finding vouchersShowAmount(PaymentRequest request) {
        Money shown =
                request.vouchers().stream()
                        .filter(voucher -> voucher.kind().showsCost())
                        .map(Voucher::amount)
                        .reduce(Money.zero(request.order().amount().currency()), Money::plus);
        return RuleCheck.of(
                DisbursementRule.VOUCHERS_SHOW_AMOUNT,
                shown.equals(request.order().amount()),
                "shown",
                shown,
                "amount",
                request.order().amount());
    }

    @Override
    public List<Finding> limits(BookReader book, OutflowOrder order, LocalDate day) {
        return budget.judge(book, order.budgetLine(), order.amount(), day);
    }

    @Override
    public Optional<FundClass> payingClass(OutflowOrder order) {
        return budget.line(order.budgetLine()).map(BudgetLine::fundClass);
    }

    @Override
    public List<Posting> postings(OutflowOrder order) {
        BudgetLine line = budget.line(order.budgetLine()).orElseThrow();
        return List.of(
                Posting.debit(line.expenseAccount(), order.amount()),
                Posting.credit(line.cashAccount(), order.amount()));
    }
}
