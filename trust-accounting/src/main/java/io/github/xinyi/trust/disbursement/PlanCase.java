package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.HouseholdAccount;
import io.github.xinyi.trust.fund.AdoptedPlan;
import io.github.xinyi.trust.fund.PlanCharge;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Money passed to another class, or shared, under a plan that the owners adopted. */
record PlanCase(Trusteeship trusteeship, PaymentCase payments, Map<String, AdoptedPlan> plans)
        implements OutflowCase {

    @Override
    public List<Finding> asked(PaymentRequest request) {
        OutflowOrder order = request.order();
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        DisbursementRule.PLAN_ADOPTED,
                        plan(order).isPresent(),
                        "plan",
                        charge(order).plan(),
                        "kind",
                        order.kind()));
        plan(order).ifPresent(plan -> findings.addAll(plan.judge(charge(order))));
        return findings;
    }

    private static PlanCharge charge(OutflowOrder order) {
        return PlanCharge.parse(order.budgetLine());
    }

    private Optional<AdoptedPlan> plan(OutflowOrder order) {
        return Optional.ofNullable(plans.get(charge(order).plan()))
                .filter(plan -> plan.kind() == order.kind());
    }

    @Override
    public List<Finding> limits(BookReader book, OutflowOrder order, LocalDate day, Instant at) {
        return plan(order).map(plan -> judge(book, plan, order, day)).orElse(List.of());
    }

    private List<Finding> judge(
            BookReader book, AdoptedPlan plan, OutflowOrder order, LocalDate day) {
        Money amount = order.amount();
        List<Finding> findings = new ArrayList<>(plan.judge(book, amount));
        charge(order)
                .unit()
                .ifPresent(
                        unit ->
                                findings.add(
                                        plan.judgePart(
                                                book, unit, amount, Money.zero(Book.CURRENCY))));
        if (plan.isOtherUseOfPublicIncome()) {
            findings.addAll(shareKept(book, amount, Money.zero(Book.CURRENCY), day));
        }
        return findings;
    }

    /** That other uses leave the maintenance fund its share of the public income. */
    private List<Finding> shareKept(BookReader book, Money amount, Money sentCost, LocalDate day) {
        List<Finding> findings = new ArrayList<>();
        trusteeship
                .payments()
                .policy()
                .incomeClauses()
                .forEach(
                        clause ->
                                findings.add(
                                        clause.duty().judgeOtherUse(book, amount, sentCost, day)));
        return findings;
    }

    @Override
    public List<Finding> beside(BookReader book, OutflowOrder order, Money held) {
        return plan(order)
                .flatMap(
                        plan ->
                                charge(order)
                                        .unit()
                                        .filter(u -> plan.part(u).isPresent())
                                        .map(u -> plan.judgePart(book, u, order.amount(), held)))
                .stream()
                .toList();
    }

    @Override
    public List<Finding> beside(
            BookReader book,
            OutflowOrder order,
            LocalDate day,
            Instant at,
            List<PaymentRequest> sent) {
        return plan(order).map(plan -> beside(book, order, plan, day, sent)).orElse(List.of());
    }

    private List<Finding> beside(
            BookReader book,
            OutflowOrder order,
            AdoptedPlan plan,
            LocalDate day,
            List<PaymentRequest> sent) {
        List<Finding> findings = new ArrayList<>();
        if (plan.isOtherUseOfPublicIncome()) {
            Money otherUses =
                    HeldMoney.sumOf(
                            sent,
                            other ->
                                    plan(other)
                                            .filter(AdoptedPlan::isOtherUseOfPublicIncome)
                                            .isPresent());
            findings.addAll(shareKept(book, order.amount().plus(otherUses), sentCost(sent), day));
        }
        findings.add(
                HeldMoney.besideOthers(
                        order,
                        plan.content().amount().minus(plan.moved(book)),
                        sent,
                        other -> plan(other).filter(plan::equals).isPresent()));
        depositOf(order)
                .ifPresent(
                        unit ->
                                findings.add(
                                        HeldMoney.besideOthers(
                                                order,
                                                new HouseholdAccount(
                                                                ChartOfAccounts.DEPOSITS_HELD, unit)
                                                        .owed(book),
                                                sent,
                                                other ->
                                                        depositOf(other)
                                                                .filter(unit::equals)
                                                                .isPresent())));
        return findings;
    }

    /**
     * Costs of public income at the bank, which come before any other use; each is of a line of the
     * year in which it was asked for, which the next may not have.
     */
    private Money sentCost(List<PaymentRequest> sent) {
        return HeldMoney.sum(
                sent,
                other ->
                        other.order().kind() == OutflowKind.PAYMENT
                                && payments.payingClass(other)
                                        .filter(FundClass.PUBLIC_INCOME::equals)
                                        .isPresent());
    }

    /** Whose deposit an order gives back or keeps; empty for an order that does neither. */
    Optional<UnitId> depositOf(OutflowOrder order) {
        return order.kind() == OutflowKind.DEPOSIT_RETURN
                ? HouseholdCase.unit(order)
                : plan(order)
                        .flatMap(
                                plan ->
                                        plan.content()
                                                .use()
                                                .fold(
                                                        transfer -> Optional.<UnitId>empty(),
                                                        kept -> Optional.of(kept.unit()),
                                                        shared -> Optional.<UnitId>empty()));
    }

    /** Also of an order that names no unit and is with the bank: it still holds the cash. */
    @Override
    public Optional<FundClass> payingClass(OutflowOrder order, LocalDate day) {
        return plan(order).map(AdoptedPlan::payingClass);
    }

    @Override
    public List<Posting> postings(OutflowOrder order, LocalDate day) {
        return plan(order).orElseThrow().postings(order.amount());
    }

    @Override
    public Visibility visibility(OutflowOrder order) {
        return plan(order).orElseThrow().visibility(charge(order));
    }
}
