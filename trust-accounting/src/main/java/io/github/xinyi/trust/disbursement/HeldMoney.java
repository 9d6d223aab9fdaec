package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Cash and budget that open requests hold: what one holds is not there for another. */
record HeldMoney(OutflowCases cases) {

    /** What must be there for a request beside the open ones. */
    List<Finding> available(BookReader reader, PaymentRequest request, List<Disbursement> open) {
        OutflowOrder order = request.order();
        List<PaymentRequest> waiting =
                open.stream()
                        .map(Disbursement::request)
                        .filter(other -> !other.order().id().equals(order.id()))
                        .filter(other -> reader.entry(Book.paymentId(other.order())).isEmpty())
                        .toList();
        List<Finding> findings = new ArrayList<>();
        Optional<FundClass> paying = cases.payingClass(request);
        paying.ifPresent(fund -> findings.add(cashAvailable(reader, order, waiting, fund)));
        if (order.kind() == OutflowKind.PAYMENT && paying.isPresent()) {
            findings.add(lineAvailable(reader, request, waiting));
        }
        findings.addAll(cases.of(order).beside(reader, order, heldOfCharge(order, waiting)));
        return findings;
    }

    /** What must be there beside what is with the bank, and may be paid at any moment. */
    List<Finding> besideSent(BookReader reader, PaymentRequest request, List<Disbursement> sent) {
        OutflowOrder order = request.order();
        LocalDate day = OutflowCases.dayOf(request.requestedAt());
        List<OutflowOrder> orders = sent.stream().map(there -> there.request().order()).toList();
        List<Finding> findings = new ArrayList<>(available(reader, request, sent));
        findings.addAll(cases.of(order).beside(reader, order, day, request.requestedAt(), orders));
        return findings;
    }

    private Finding cashAvailable(
            BookReader reader, OutflowOrder order, List<PaymentRequest> waiting, FundClass paying) {
        Money cash = reader.balance(AccountCode.of(paying.prefix() + ".cash")).net();
        Money held =
                sum(waiting, other -> cases.payingClass(other).filter(paying::equals).isPresent());
        return RuleCheck.of(
                DisbursementRule.CASH_AVAILABLE,
                fits(order.amount(), cash, held),
                "class",
                paying,
                "cash",
                cash,
                "held",
                held,
                "amount",
                order.amount());
    }

    private Finding lineAvailable(
            BookReader reader, PaymentRequest request, List<PaymentRequest> waiting) {
        OutflowOrder order = request.order();
        Instant at = request.requestedAt();
        Money left = cases.payments().left(reader, order, OutflowCases.dayOf(at), at);
        Money held = heldOfCharge(order, waiting);
        return RuleCheck.of(
                DisbursementRule.LINE_AVAILABLE,
                fits(order.amount(), left, held),
                "line",
                order.budgetLine(),
                "left",
                left,
                "held",
                held,
                "amount",
                order.amount());
    }

    /** By open requests of the same kind for the same line, or the same part of a plan. */
    private static Money heldOfCharge(OutflowOrder order, List<PaymentRequest> waiting) {
        return sum(
                waiting,
                other ->
                        other.order().kind() == order.kind()
                                && other.order().budgetLine().equals(order.budgetLine()));
    }

    /** That an order and those at the bank that are paid of the same are no more than is left. */
    static Finding besideOthers(
            OutflowOrder order, Money left, List<OutflowOrder> sent, Predicate<OutflowOrder> same) {
        Money held = sum(sent.stream().filter(same).toList());
        return RuleCheck.of(
                DisbursementRule.BESIDE_OTHERS,
                held.minor() == 0 || fits(order.amount(), left, held),
                "id",
                order.id());
    }

    /** That what is at the bank has what it needs, also once an order is paid of something else. */
    static Finding fits(OutflowOrder order, Money sent, Money left) {
        return RuleCheck.of(
                DisbursementRule.BESIDE_OTHERS,
                sent.minor() == 0 || sent.compareTo(left) <= 0,
                "id",
                order.id());
    }

    static Money sum(List<OutflowOrder> orders) {
        return orders.stream()
                .map(OutflowOrder::amount)
                .reduce(Money.zero(Book.CURRENCY), Money::plus);
    }

    /** Without a sum that could leave the range of amounts. */
    private static boolean fits(Money amount, Money there, Money held) {
        return there.compareTo(held) >= 0 && amount.compareTo(there.minus(held)) <= 0;
    }

    private static Money sum(List<PaymentRequest> waiting, Predicate<PaymentRequest> selected) {
        return waiting.stream()
                .filter(selected)
                .map(request -> request.order().amount())
                .reduce(Money.zero(Book.CURRENCY), Money::plus);
    }
}
