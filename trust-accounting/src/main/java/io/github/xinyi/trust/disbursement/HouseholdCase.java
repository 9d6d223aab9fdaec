package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.HouseholdAccount;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Money given back to one household, up to what the community owes it: fees paid too much, or its
 * deposit.
 */
record HouseholdCase(
        FundClass fundClass, AccountCode account, Function<OutflowOrder, Optional<UnitId>> takenOf)
        implements OutflowCase {

    /** Fees: what a household paid beyond its bills is owed to it. */
    static HouseholdCase refund() {
        return new HouseholdCase(
                FundClass.SERVICE_FUND,
                ChartOfAccounts.FEES_RECEIVABLE,
                order ->
                        order.kind() == OutflowKind.REFUND
                                ? unit(order)
                                : Optional.<UnitId>empty());
    }

    /** A deposit, of which a plan may keep some. */
    static HouseholdCase deposit(PlanCase plans) {
        return new HouseholdCase(
                FundClass.DEPOSITS, ChartOfAccounts.DEPOSITS_HELD, plans::depositOf);
    }

    @Override
    public List<Finding> asked(PaymentRequest request) {
        return List.of(
                RuleCheck.of(DisbursementRule.HOUSEHOLD_NAMED, unit(request.order()).isPresent()));
    }

    static Optional<UnitId> unit(OutflowOrder order) {
        try {
            return Optional.of(UnitId.of(order.budgetLine()));
        } catch (IllegalArgumentException notAUnit) {
            return Optional.empty();
        }
    }

    @Override
    public List<Finding> limits(BookReader book, OutflowOrder order, LocalDate day, Instant at) {
        return List.of(
                RuleCheck.of(
                        DisbursementRule.OWED_TO_HOUSEHOLD,
                        order.amount().compareTo(owed(book, order)) <= 0,
                        "id",
                        order.id()));
    }

    private Money owed(BookReader book, OutflowOrder order) {
        return unit(order)
                .map(unit -> new HouseholdAccount(account, unit).owed(book))
                .orElse(Money.zero(order.amount().currency()));
    }

    @Override
    public List<Finding> beside(
            BookReader book,
            OutflowOrder order,
            LocalDate day,
            Instant at,
            List<PaymentRequest> sent) {
        return List.of(
                HeldMoney.besideOthers(
                        order,
                        owed(book, order),
                        sent,
                        other ->
                                unit(order).isPresent()
                                        && takenOf.apply(other).equals(unit(order))));
    }

    @Override
    public Optional<FundClass> payingClass(OutflowOrder order, LocalDate day) {
        return Optional.of(fundClass);
    }

    @Override
    public List<Posting> postings(OutflowOrder order, LocalDate day) {
        return List.of(
                Posting.debit(account, order.amount()),
                Posting.credit(AccountCode.of(fundClass.prefix() + ".cash"), order.amount()));
    }

    @Override
    public Visibility visibility(OutflowOrder order) {
        return Visibility.household(unit(order).orElseThrow());
    }
}
