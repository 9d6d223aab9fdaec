package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.remuneration.Remuneration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The firm's remuneration: the service fund owes it and pays it; the firm's claim is met. */
record RemunerationCase(Remuneration remuneration) implements OutflowCase {

    @Override
    public List<Finding> asked(PaymentRequest request) {
        return List.of();
    }

    @Override
    public List<Finding> limits(BookReader book, OutflowOrder order, LocalDate day, Instant at) {
        return remuneration.judge(book, order.payee(), order.amount(), day);
    }

    @Override
    public List<Finding> beside(
            BookReader book,
            OutflowOrder order,
            LocalDate day,
            Instant at,
            List<PaymentRequest> sent) {
        return List.of(beside(order, remuneration.available(book, day), sent));
    }

    /** Draws under a contract and the settlement at its end are paid of one entitlement. */
    static Finding beside(OutflowOrder order, Money left, List<PaymentRequest> sent) {
        return HeldMoney.besideOthers(
                order,
                left,
                sent,
                other ->
                        other.policy().equals(order.policy())
                                && (other.kind() == OutflowKind.REMUNERATION
                                        || (other.kind() == OutflowKind.HAND_OVER
                                                && SettlementCase.isOf(other))));
    }

    @Override
    public Optional<FundClass> payingClass(OutflowOrder order, LocalDate day) {
        return Optional.of(FundClass.SERVICE_FUND);
    }

    @Override
    public List<Posting> postings(OutflowOrder order, LocalDate day) {
        return paid(order.amount());
    }

    static List<Posting> paid(Money amount) {
        return List.of(
                Posting.debit(ChartOfAccounts.DUE_TO_REMUNERATION, amount),
                Posting.credit(ChartOfAccounts.SERVICE_CASH, amount),
                Posting.debit(ChartOfAccounts.REMUNERATION_PAYABLE, amount),
                Posting.credit(ChartOfAccounts.REMUNERATION_DUE_FROM_SERVICE, amount));
    }

    /** What the contract must be for it to be drawn is among the limits. */
    @Override
    public boolean isService() {
        return false;
    }

    @Override
    public boolean isFirms() {
        return true;
    }
}
