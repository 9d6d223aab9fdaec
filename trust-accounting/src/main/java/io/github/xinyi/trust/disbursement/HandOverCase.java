package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.contract.HandOverItem;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a class has left when the trust has ended, handed whole to the successor's account. */
record HandOverCase(Trusteeship trusteeship) implements OutflowCase {

    /** The accounts on which it stands what went to a successor. */
    static List<Account> accounts() {
        return Stream.of(FundClass.values())
                .filter(fundClass -> fundClass != FundClass.REMUNERATION)
                .map(
                        fundClass ->
                                new Account(
                                        account(fundClass),
                                        "移交",
                                        "Handed over",
                                        fundClass,
                                        AccountType.FUND_BALANCE))
                .toList();
    }

    private static AccountCode account(FundClass fundClass) {
        return AccountCode.of(fundClass.prefix() + ".handed-over");
    }

    @Override
    public List<Finding> asked(PaymentRequest request) {
        return List.of(
                RuleCheck.of(
                        DisbursementRule.CLASS_NAMED,
                        fundClass(request.order()).isPresent(),
                        "class",
                        request.order().budgetLine()));
    }

    @Override
    public List<Finding> limits(BookReader book, OutflowOrder order, LocalDate day, Instant at) {
        Money cash =
                fundClass(order)
                        .map(fundClass -> book.balance(cash(fundClass)).net())
                        .orElse(Money.zero(order.amount().currency()));
        Money owed =
                fundClass(order)
                        .map(fundClass -> DuesCase.owedNet(book, fundClass))
                        .orElse(Money.zero(Book.CURRENCY));
        return List.of(
                trusteeship.life().judge(ContractLife.Activity.HAND_OVER, day),
                trusteeship.life().judgeOrder(HandOverItem.BALANCE, day),
                RuleCheck.of(
                        DisbursementRule.DUES_PAID_FIRST,
                        !owed.isPositive(),
                        "class",
                        order.budgetLine(),
                        "owed",
                        owed),
                RuleCheck.of(
                        DisbursementRule.WHOLE_OF_CLASS,
                        order.amount().equals(cash),
                        "amount",
                        order.amount(),
                        "cash",
                        cash));
    }

    /** What it owes above what it is owed is asked for by a rule of its own. */
    @Override
    public boolean mayUseCashOwed() {
        return true;
    }

    @Override
    public Optional<FundClass> payingClass(OutflowOrder order, LocalDate day) {
        return fundClass(order);
    }

    private static Optional<FundClass> fundClass(OutflowOrder order) {
        return Stream.of(FundClass.values())
                .filter(fundClass -> fundClass != FundClass.REMUNERATION)
                .filter(fundClass -> fundClass.name().equals(order.budgetLine()))
                .findFirst();
    }

    private static AccountCode cash(FundClass fundClass) {
        return AccountCode.of(fundClass.prefix() + ".cash");
    }

    @Override
    public List<Posting> postings(OutflowOrder order, LocalDate day) {
        FundClass fundClass = fundClass(order).orElseThrow();
        return List.of(
                Posting.debit(account(fundClass), order.amount()),
                Posting.credit(cash(fundClass), order.amount()));
    }

    @Override
    public boolean isService() {
        return false;
    }
}
