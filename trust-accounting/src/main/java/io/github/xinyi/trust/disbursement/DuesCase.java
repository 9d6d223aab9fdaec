package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Cash with which one class pays another what it owes it for a cost (往来款清偿): a transfer charged to
 * the dues, for example {@code dues/service-public}. It goes along no edge and needs no plan, since
 * each class has its own again.
 */
record DuesCase() implements OutflowCase {

    private static final String CHARGE = "dues/";

    /** Whether an order pays what a class owes; no plan has a stroke in its id. */
    static boolean isOf(OutflowOrder order) {
        return order.kind() == OutflowKind.TRANSFER && order.budgetLine().startsWith(CHARGE);
    }

    private static Optional<Dues> dues(OutflowOrder order) {
        return Dues.ofCosts(order.budgetLine().substring(CHARGE.length()));
    }

    @Override
    public List<Finding> asked(PaymentRequest request) {
        return List.of(
                RuleCheck.of(
                        DisbursementRule.DUES_NAMED,
                        dues(request.order()).isPresent(),
                        "dues",
                        request.order().budgetLine()));
    }

    @Override
    public List<Finding> limits(BookReader book, OutflowOrder order, LocalDate day, Instant at) {
        return dues(order).map(dues -> owed(book, order, dues)).stream().toList();
    }

    private static Finding owed(BookReader book, OutflowOrder order, Dues dues) {
        Money owed = book.balance(dues.debt()).net().negated();
        return RuleCheck.of(
                DisbursementRule.DUES_OWED,
                order.amount().compareTo(owed) <= 0,
                "dues",
                dues.name(),
                "owed",
                owed,
                "amount",
                order.amount());
    }

    @Override
    public Optional<FundClass> payingClass(OutflowOrder order, LocalDate day) {
        return dues(order).map(Dues::debtor);
    }

    @Override
    public List<Posting> postings(OutflowOrder order, LocalDate day) {
        Dues dues = dues(order).orElseThrow();
        return List.of(
                Posting.debit(dues.debt(), order.amount()),
                Posting.credit(cash(dues.debtor()), order.amount()),
                Posting.debit(cash(dues.creditor()), order.amount()),
                Posting.credit(dues.claim(), order.amount()));
    }

    private static AccountCode cash(FundClass fundClass) {
        return AccountCode.of(fundClass.prefix() + ".cash");
    }
}
