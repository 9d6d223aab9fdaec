package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.contract.HandOverItem;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.remuneration.Remuneration;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a firm that was replaced has earned and not drawn, paid while the trust is handed over: the
 * hand-over of the class that is the firm's, after the report on the trust. Source: Trust Law arts.
 * 35 and 57; the order is an interpretation.
 */
record SettlementCase(Trusteeship trusteeship, Remuneration remuneration) implements OutflowCase {

    /** Whether an order hands over the firm's own class. */
    static boolean isOf(OutflowOrder order) {
        return order.budgetLine().equals(FundClass.REMUNERATION.name());
    }

    @Override
    public List<Finding> asked(PaymentRequest request) {
        return List.of();
    }

    @Override
    public List<Finding> limits(BookReader book, OutflowOrder order, LocalDate day, Instant at) {
        List<Finding> findings = new ArrayList<>();
        findings.add(trusteeship.life().judge(ContractLife.Activity.HAND_OVER, day));
        findings.add(trusteeship.life().judgeOrder(HandOverItem.BALANCE, day));
        findings.addAll(remuneration.judgeSettlement(book, order.payee(), order.amount(), day));
        return findings;
    }

    @Override
    public List<Finding> beside(
            BookReader book,
            OutflowOrder order,
            LocalDate day,
            Instant at,
            List<PaymentRequest> sent) {
        return List.of(RemunerationCase.beside(order, remuneration.available(book, day), sent));
    }

    @Override
    public Optional<FundClass> payingClass(OutflowOrder order, LocalDate day) {
        return Optional.of(FundClass.SERVICE_FUND);
    }

    @Override
    public List<Posting> postings(OutflowOrder order, LocalDate day) {
        return RemunerationCase.paid(order.amount());
    }

    @Override
    public boolean isService() {
        return false;
    }

    @Override
    public boolean isFirms() {
        return true;
    }
}
