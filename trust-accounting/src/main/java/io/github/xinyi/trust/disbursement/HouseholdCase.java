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
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Money given back to one household, up to what the community owes it: fees paid too much, or its
 * deposit.
 */
record HouseholdCase(FundClass fundClass, AccountCode account) implements OutflowCase {

    /** Fees: what a household paid beyond its bills is owed to it. */
    static HouseholdCase refund() {
        return new HouseholdCase(FundClass.SERVICE_FUND, ChartOfAccounts.FEES_RECEIVABLE);
    }

    static HouseholdCase deposit() {
        return new HouseholdCase(FundClass.DEPOSITS, ChartOfAccounts.DEPOSITS_HELD);
    }

    @Override
    public List<Finding> asked(PaymentRequest request) {
        return List.of(
                RuleCheck.of(DisbursementRule.HOUSEHOLD_NAMED, unit(request.order()).isPresent()));
    }

    private static Optional<UnitId> unit(OutflowOrder order) {
        try {
            return Optional.of(UnitId.of(order.budgetLine()));
        } catch (IllegalArgumentException notAUnit) {
            return Optional.empty();
        }
    }

    @Override
    public List<Finding> limits(BookReader book, OutflowOrder order, LocalDate day, Instant at) {
        Money owed =
                unit(order)
                        .map(unit -> new HouseholdAccount(account, unit).owed(book))
                        .orElse(Money.zero(order.amount().currency()));
        return List.of(
                RuleCheck.of(
                        DisbursementRule.OWED_TO_HOUSEHOLD,
                        order.amount().compareTo(owed) <= 0,
                        "id",
                        order.id()));
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
