package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.CostDebt;
import io.github.xinyi.trust.budget.BudgetYear;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Cash and budget that open requests hold: what one holds is not there for another. */
record HeldMoney(OutflowCases cases, CommunityId community, DisbursementStore store) {

    /** What must be there for a request beside the open ones. */
    List<Finding> available(BookReader reader, PaymentRequest request, List<Disbursement> open) {
        OutflowOrder order = request.order();
        List<PaymentRequest> waiting =
                waiting(reader, open)
                        .filter(other -> !other.order().id().equals(order.id()))
                        .toList();
        List<Finding> findings = new ArrayList<>();
        Optional<FundClass> paying = cases.payingClass(request);
        paying.ifPresent(fund -> findings.add(cashAvailable(reader, order, waiting, fund)));
        paying.ifPresent(fund -> findings.addAll(duesKept(reader, order, waiting, fund)));
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
        List<PaymentRequest> others = sent.stream().map(Disbursement::request).toList();
        List<Finding> findings = new ArrayList<>(available(reader, request, sent));
        findings.addAll(cases.of(order).beside(reader, order, day, request.requestedAt(), others));
        return findings;
    }

    /** Those that are open and not paid, though nobody may have marked it yet. */
    private static Stream<PaymentRequest> waiting(BookReader reader, List<Disbursement> open) {
        return open.stream()
                .map(Disbursement::request)
                .filter(other -> reader.entry(Book.paymentId(other.order())).isEmpty());
    }

    /** What open requests ask for to pay what one class owes another. */
    Money ofDues(BookReader reader, Dues dues, Instant at) {
        return sum(
                waiting(reader, store.open(community, at)).toList(),
                other -> DuesCase.isOf(other.order(), dues));
    }

    /** Of the debt that an entry raised, what is neither paid nor asked for by open requests. */
    Money unpaid(BookReader reader, Dues dues, EntryId entry, Instant at) {
        Money open = DuesCase.owed(reader, dues).minus(ofDues(reader, dues, at));
        return CostDebt.unpaidOf(reader, dues, open, entry);
    }

    /**
     * That a line has a cost left which nobody asks for, beside the open requests; those on a
     * promise that is open are in what is promised.
     */
    Finding lineBesideRequests(
            BookReader reader, BudgetYear year, Money left, String line, Money amount, Instant at) {
        Money held =
                sum(
                        waiting(reader, store.open(community, at)).toList(),
                        other -> PaymentCase.isOfRest(year, other.order(), line));
        return lineAvailable(line, left, held, amount);
    }

    /** What is asked again when it is paid, whatever else is asked for then. */
    List<Finding> duesKept(BookReader reader, OutflowOrder order, LocalDate day) {
        return cases.of(order)
                .payingClass(order, day)
                .map(paying -> duesKept(reader, order, List.of(), paying))
                .orElse(List.of());
    }

    /**
     * That cash which a class owes another for a cost leaves for that or for a cost of its own;
     * what open requests are to pay of it is held already.
     */
    private List<Finding> duesKept(
            BookReader reader, OutflowOrder order, List<PaymentRequest> waiting, FundClass paying) {
        if (cases.of(order).mayUseCashOwed()) {
            return List.of();
        }
        Money cash = cash(reader, paying);
        Money held = heldOfClass(waiting, paying);
        Money asked = duesOfClass(waiting, paying);
        Money owed = DuesCase.owedNet(reader, paying).minus(asked).atLeastZero();
        return List.of(
                RuleCheck.of(
                        DisbursementRule.DUES_KEPT,
                        !owed.isPositive() || fits(order.amount(), cash.minus(owed), held),
                        "class",
                        paying,
                        "cash",
                        cash,
                        "held",
                        held,
                        "owed",
                        owed,
                        "amount",
                        order.amount()));
    }

    private Money duesOfClass(List<PaymentRequest> waiting, FundClass paying) {
        return sum(
                waiting,
                other ->
                        DuesCase.isOf(other.order())
                                && cases.payingClass(other).filter(paying::equals).isPresent());
    }

    /** Cash of a class that nobody asks for, but to pay what it owes for costs. */
    Money cashForDues(BookReader reader, FundClass debtor, Instant at) {
        List<PaymentRequest> waiting = waiting(reader, store.open(community, at)).toList();
        return cash(reader, debtor)
                .minus(heldOfClass(waiting, debtor))
                .plus(duesOfClass(waiting, debtor));
    }

    /** That a class has cash which nobody asks for. */
    Finding cashBesideRequests(BookReader reader, FundClass paying, Money amount, Instant at) {
        List<PaymentRequest> waiting = waiting(reader, store.open(community, at)).toList();
        return cashAvailable(paying, cash(reader, paying), heldOfClass(waiting, paying), amount);
    }

    private static Money cash(BookReader reader, FundClass fundClass) {
        return reader.balance(AccountCode.of(fundClass.prefix() + ".cash")).net();
    }

    private Money heldOfClass(List<PaymentRequest> waiting, FundClass paying) {
        return sum(waiting, other -> cases.payingClass(other).filter(paying::equals).isPresent());
    }

    private Finding cashAvailable(
            BookReader reader, OutflowOrder order, List<PaymentRequest> waiting, FundClass paying) {
        return cashAvailable(
                paying, cash(reader, paying), heldOfClass(waiting, paying), order.amount());
    }

    private static Finding cashAvailable(FundClass paying, Money cash, Money held, Money amount) {
        return RuleCheck.of(
                DisbursementRule.CASH_AVAILABLE,
                fits(amount, cash, held),
                "class",
                paying,
                "cash",
                cash,
                "held",
                held,
                "amount",
                amount);
    }

    private Finding lineAvailable(
            BookReader reader, PaymentRequest request, List<PaymentRequest> waiting) {
        OutflowOrder order = request.order();
        Instant at = request.requestedAt();
        Money left = cases.payments().left(reader, order, OutflowCases.dayOf(at), at);
        return lineAvailable(
                order.budgetLine(), left, heldOfCharge(order, waiting), order.amount());
    }

    private static Finding lineAvailable(String line, Money left, Money held, Money amount) {
        return RuleCheck.of(
                DisbursementRule.LINE_AVAILABLE,
                fits(amount, left, held),
                "line",
                line,
                "left",
                left,
                "held",
                held,
                "amount",
                amount);
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
            OutflowOrder order,
            Money left,
            List<PaymentRequest> sent,
            Predicate<OutflowOrder> same) {
        Money held = sumOf(sent, same);
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

    static Money sumOf(List<PaymentRequest> requests, Predicate<OutflowOrder> selected) {
        return sum(requests, request -> selected.test(request.order()));
    }

    /** Without a sum that could leave the range of amounts. */
    private static boolean fits(Money amount, Money there, Money held) {
        return there.compareTo(held) >= 0 && amount.compareTo(there.minus(held)) <= 0;
    }

    static Money sum(List<PaymentRequest> requests, Predicate<PaymentRequest> selected) {
        return requests.stream()
                .filter(selected)
                .map(request -> request.order().amount())
                .reduce(Money.zero(Book.CURRENCY), Money::plus);
    }
}
