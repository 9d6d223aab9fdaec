package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.budget.BudgetCharge;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetRule;
import io.github.xinyi.trust.budget.BudgetYear;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A cost, charged to a line of the budget, or to a promise of it, and shown by vouchers. */
record PaymentCase(Trusteeship trusteeship) implements OutflowCase {

    static BudgetCharge charge(OutflowOrder order) {
        return BudgetCharge.parse(order.budgetLine());
    }

    private Optional<BudgetLine> line(OutflowOrder order, LocalDate day) {
        return trusteeship
                .year(day.getYear())
                .flatMap(year -> year.budget().line(charge(order).line()));
    }

    @Override
    public List<Finding> asked(PaymentRequest request) {
        LocalDate day = OutflowCases.dayOf(request.requestedAt());
        List<Finding> findings = new ArrayList<>();
        findings.add(vouchersShowAmount(request));
        findings.add(trusteeship.judgeYear(day.getYear()));
        findings.add(lineKnown(request.order(), day));
        return findings;
    }

    private RuleCheck lineKnown(OutflowOrder order, LocalDate day) {
        return RuleCheck.of(
                BudgetRule.LINE_KNOWN, line(order, day).isPresent(), "line", charge(order).line());
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
    public List<Finding> limits(BookReader book, OutflowOrder order, LocalDate day, Instant at) {
        Optional<BudgetYear> year = trusteeship.year(day.getYear());
        return year.map(executed -> executed.judge(book, charge(order), order.amount(), day, at))
                .orElseGet(() -> List.of(trusteeship.judgeYear(day.getYear())));
    }

    /** What the charge has left of the year, whatever is asked for. */
    Money left(BookReader book, OutflowOrder order, LocalDate day, Instant at) {
        return trusteeship
                .year(day.getYear())
                .map(year -> year.left(book, charge(order), at))
                .orElse(Money.ofFen(0));
    }

    /**
     * What is at the bank counts with its line: with the promise it is charged to while that is
     * open, and else with what nobody is promised.
     */
    @Override
    public List<Finding> beside(
            BookReader book,
            OutflowOrder order,
            LocalDate day,
            Instant at,
            List<PaymentRequest> sent) {
        return trusteeship
                .year(day.getYear())
                .map(year -> beside(book, order, year, at, sent))
                .orElse(List.of());
    }

    private static List<Finding> beside(
            BookReader book,
            OutflowOrder order,
            BudgetYear year,
            Instant at,
            List<PaymentRequest> sent) {
        BudgetCharge charge = charge(order);
        Predicate<OutflowOrder> isFree = other -> isOfRest(year, other, charge.line());
        Money unpromised = year.left(book, new BudgetCharge(charge.line(), ""), at);
        return isPromised(year, order)
                ? List.of(
                        HeldMoney.besideOthers(
                                order,
                                year.left(book, charge, at),
                                sent,
                                other ->
                                        other.kind() == OutflowKind.PAYMENT
                                                && charge(other).equals(charge)),
                        HeldMoney.fits(order, HeldMoney.sumOf(sent, isFree), unpromised))
                : List.of(HeldMoney.besideOthers(order, unpromised, sent, isFree));
    }

    /** Whether an order is paid of what a line has beside its open promises. */
    static boolean isOfRest(BudgetYear year, OutflowOrder order, String line) {
        return order.kind() == OutflowKind.PAYMENT
                && charge(order).line().equals(line)
                && !isPromised(year, order);
    }

    private static boolean isPromised(BudgetYear year, OutflowOrder order) {
        return charge(order).isPromised() && year.isPromised(charge(order).promise());
    }

    /** A cost of the class itself comes before what it owes its own owners' other class. */
    @Override
    public boolean mayUseCashOwed() {
        return true;
    }

    /** The class whose line it was asked for. */
    Optional<FundClass> payingClass(PaymentRequest request) {
        return payingClass(request.order(), OutflowCases.dayOf(request.requestedAt()));
    }

    @Override
    public Optional<FundClass> payingClass(OutflowOrder order, LocalDate day) {
        return line(order, day).map(BudgetLine::fundClass);
    }

    @Override
    public List<Posting> postings(OutflowOrder order, LocalDate day) {
        BudgetLine line = line(order, day).orElseThrow();
        return List.of(
                Posting.debit(line.expenseAccount(), order.amount()),
                Posting.credit(line.cashAccount(), order.amount()));
    }
}
