package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Cash with which one class pays another what it owes it for a cost (往来款清偿): a transfer charged to
 * the dues, for example {@code dues/service-public}. It goes along no edge and needs no plan, since
 * each class has its own again; it is paid while the trust is handed over too.
 */
record DuesCase(Trusteeship trusteeship) implements OutflowCase {

    private static final String CHARGE = "dues/";

    /** Whether an order pays what a class owes; no plan has a stroke in its id. */
    static boolean isOf(OutflowOrder order) {
        return order.kind() == OutflowKind.TRANSFER && order.budgetLine().startsWith(CHARGE);
    }

    /** Whether an order pays these dues. */
    static boolean isOf(OutflowOrder order, Dues dues) {
        return isOf(order) && dues(order).filter(dues::equals).isPresent();
    }

    private static Optional<Dues> dues(OutflowOrder order) {
        return Dues.ofCosts(order.budgetLine().substring(CHARGE.length()));
    }

    /** What a class owes for costs beyond what it is owed; below zero where it is owed more. */
    static Money owedNet(BookReader book, FundClass fundClass) {
        Money owed = Money.zero(Book.CURRENCY);
        for (Dues dues : Dues.ofCosts()) {
            if (dues.debtor() == fundClass) {
                owed = owed.plus(owed(book, dues));
            } else if (dues.creditor() == fundClass) {
                owed = owed.minus(owed(book, dues));
            }
        }
        return owed;
    }

    /** What a class owes another for costs, at least zero. */
    static Money owed(BookReader book, Dues dues) {
        return book.balance(dues.debt()).net().negated().atLeastZero();
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
        return List.of(
                OutflowCases.servedOrHandedOver(trusteeship, day),
                within(book, order, Money.zero(Book.CURRENCY)));
    }

    @Override
    public List<Finding> beside(BookReader book, OutflowOrder order, Money held) {
        return List.of(within(book, order, held));
    }

    private static Finding within(BookReader book, OutflowOrder order, Money held) {
        return within(
                order.budgetLine(),
                dues(order).map(dues -> owed(book, dues)).orElse(Money.zero(Book.CURRENCY)),
                held,
                order.amount());
    }

    /** That so much is owed beside what open requests are to pay of it. */
    static Finding within(Dues dues, Money owed, Money held, Money amount) {
        return within(CHARGE + dues.name(), owed, held, amount);
    }

    /** The same of dues that no request can be charged to. */
    static Finding within(String dues, Money owed, Money held, Money amount) {
        return RuleCheck.of(
                DisbursementRule.DUES_OWED,
                held.compareTo(owed) <= 0 && amount.compareTo(owed.minus(held)) <= 0,
                "dues",
                dues,
                "owed",
                owed,
                "held",
                held,
                "amount",
                amount);
    }

    /** That is what it is for. */
    @Override
    public boolean mayUseCashOwed() {
        return true;
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

    @Override
    public boolean isService() {
        return false;
    }
}
