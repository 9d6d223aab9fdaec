package io.github.xinyi.trust.budget;

import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a year comes to for one class of money, and what becomes of it by the policy (年末结转).
 *
 * <p>Example: received 100,000.00, spent 103,000.00 of which 2,000.00 by an emergency that lapsed:
 * the trustee owes 2,000.00 and 1,000.00 are carried forward as a lack. Every figure is the book's;
 * one class never makes up for another (F2). Received is what came in, not what was billed, so that
 * nothing is carried forward that nobody has; a cost that one class paid for the other is in the
 * year in which it was moved, whenever it is settled, since the period closes only when it is.
 * Source: Trust Law arts. 29 and 37; rulebook readings I25 and I26: a rest is the owners', and so
 * is a lack that was authorised.
 *
 * @param fundClass the service fund or public income
 * @param year the calendar year
 * @param broughtForward what the year before left, below zero for a lack; zero in the first
 * @param received fees and income that came in, less those returned and refunded
 * @param spent paid under two keys and taken by the bank, less what came back, with what the class
 *     bears of the other's payments and without what the other bears of its own
 * @param remuneration what fell due to the firm, borne by the service fund
 * @param passed what came from other classes less what went to them and to the owners, save what
 *     settled a cost
 * @param trusteeOwes what was paid without authority, at least zero; what of it was paid back is
 *     not in {@code received}
 * @param surplus what becomes of a rest
 * @param deficit what becomes of a lack
 * @since 0.1.0
 */
public record YearEnd(
        FundClass fundClass,
        int year,
        Money broughtForward,
        Money received,
        Money spent,
        Money remuneration,
        Money passed,
        Money trusteeOwes,
        BudgetPolicy.SurplusPolicy surplus,
        BudgetPolicy.DeficitPolicy deficit) {

    private static final Set<EntryKind> RECEIVED =
            EnumSet.of(EntryKind.FEE_RECEIPT, EntryKind.REFUND, EntryKind.PUBLIC_INCOME);
    private static final Set<EntryKind> SPENT = EnumSet.of(EntryKind.PAYMENT, EntryKind.BANK_FEE);
    private static final Set<EntryKind> PASSED =
            EnumSet.of(EntryKind.TRANSFER, EntryKind.SURPLUS_DISTRIBUTION);

    /** Refuses a class that has no budget. */
    public YearEnd {
        if (fundClass != FundClass.SERVICE_FUND && fundClass != FundClass.PUBLIC_INCOME) {
            throw new IllegalArgumentException("no budget of " + fundClass);
        }
    }

    /**
     * The end of a year before which nothing was brought forward.
     *
     * @param year the budget in execution
     * @param fundClass the service fund or public income
     * @param chart the book's accounts, those opened in its log too
     * @param book the book as it stands
     * @param at the moment
     * @return the end
     * @throws IllegalArgumentException if the class has no budget
     */
    public static YearEnd of(
            BudgetYear year,
            FundClass fundClass,
            ChartOfAccounts chart,
            BookReader book,
            Instant at) {
        LocalDate first = LocalDate.of(year.policy().year(), 1, 1);
        LocalDate last = LocalDate.of(year.policy().year(), 12, 31);
        Cash cash = new Cash(fundClass, chart, book, first, last);
        return new YearEnd(
                fundClass,
                year.policy().year(),
                Money.ofFen(0),
                cash.moved(RECEIVED),
                cash.moved(SPENT).plus(cash.ofDues(EntryKind.MISPLACED_COST)).negated(),
                fundClass == FundClass.SERVICE_FUND
                        ? book.turnover(
                                        ChartOfAccounts.REMUNERATION_COST,
                                        EntryKind.REMUNERATION_ACCRUAL,
                                        first,
                                        last)
                                .net()
                        : Money.ofFen(0),
                cash.moved(PASSED).plus(cash.ofDues(EntryKind.TRANSFER)),
                year.trusteesShare(book, fundClass, first, last, at),
                year.policy().surplus(),
                year.policy().deficit());
    }

    /** The accounts at the bank of a class in some days. */
    private record Cash(
            FundClass fundClass,
            ChartOfAccounts chart,
            BookReader book,
            LocalDate first,
            LocalDate last) {

        Money moved(Set<EntryKind> kinds) {
            Money sum = Money.ofFen(0);
            for (Account account : chart.accounts()) {
                if (account.fundClass() == fundClass && account.type() == AccountType.CASH) {
                    for (EntryKind kind : kinds) {
                        sum = sum.plus(book.turnover(account.code(), kind, first, last).net());
                    }
                }
            }
            return sum;
        }

        /** What the class is owed for costs less what it owes, as far as it changed. */
        Money ofDues(EntryKind kind) {
            Money sum = Money.ofFen(0);
            for (Dues dues : Dues.ofCosts()) {
                if (dues.debtor() == fundClass) {
                    sum = sum.plus(book.turnover(dues.debt(), kind, first, last).net());
                } else if (dues.creditor() == fundClass) {
                    sum = sum.plus(book.turnover(dues.claim(), kind, first, last).net());
                }
            }
            return sum;
        }
    }

    /**
     * The same year after another one.
     *
     * @param before the year before, of the same class
     * @return the year that begins with what that one carries forward
     * @throws IllegalArgumentException if it is of another class, or not the year before
     */
    public YearEnd after(YearEnd before) {
        if (before.fundClass != fundClass || before.year != year - 1) {
            throw new IllegalArgumentException(
                    before.fundClass + " " + before.year + " is not before " + this);
        }
        return new YearEnd(
                fundClass,
                year,
                before.carriedForward(),
                received,
                spent,
                remuneration,
                passed,
                trusteeOwes,
                surplus,
                deficit);
    }

    /**
     * What the year itself comes to.
     *
     * @return received less spent and remuneration; below zero for a lack
     */
    public Money result() {
        return received.minus(spent).minus(remuneration);
    }

    /**
     * What there is for the owners at the year's end, once the trustee has paid what it owes.
     *
     * @return a rest above zero, an authorised lack below
     */
    public Money owners() {
        return broughtForward.plus(result()).plus(passed).plus(trusteeOwes);
    }

    /**
     * What the next year begins with.
     *
     * @return the rest or the lack where the policy carries it forward, else zero
     */
    public Money carriedForward() {
        boolean carried =
                owners().isNegative()
                        ? deficit == BudgetPolicy.DeficitPolicy.CARRY_FORWARD
                        : surplus == BudgetPolicy.SurplusPolicy.CARRY_FORWARD;
        return carried ? owners() : Money.zero(received.currency());
    }
}
