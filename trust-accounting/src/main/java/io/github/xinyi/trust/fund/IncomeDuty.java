package io.github.xinyi.trust.fund;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.time.Period;

/**
 * Until when the maintenance fund must have its share of public income, for example every three
 * months, within ten days of their end.
 *
 * @param fromInclusive the first day whose income counts
 * @param everyMonths the length of a period, 1 to 12
 * @param graceDays days after a period's end until the share is due, 0 to 366
 * @param split the share
 * @since 0.1.0
 */
public record IncomeDuty(
        LocalDate fromInclusive, int everyMonths, int graceDays, IncomeSplit split) {

    /** Refuses periods that no rule has. */
    public IncomeDuty {
        if (everyMonths < 1 || everyMonths > 12 || graceDays < 0 || graceDays > 366) {
            throw new IllegalArgumentException(
                    "every " + everyMonths + " months, " + graceDays + " days after");
        }
    }

    /**
     * What should have passed by the end of a day and has not.
     *
     * @param book the book as it stands
     * @param day the day
     * @return of the periods that are due, the share less all that was passed; at least zero
     */
    public Money outstanding(BookReader book, LocalDate day) {
        LocalDate end = lastDueEnd(day);
        if (end.isBefore(fromInclusive)) {
            return Money.ofFen(0);
        }
        Money owed = split.toFund(PublicIncomeAccount.of(book, fromInclusive, end).net());
        Money passed = PublicIncomeAccount.of(book, fromInclusive, day).passed();
        return owed.minus(passed).atLeastZero();
    }

    /**
     * Whether money of public income that goes elsewhere leaves the maintenance fund its share of
     * everything received until a day, due or not. What public income owes the service fund for
     * costs is not there for either.
     *
     * @param book the book as it stands
     * @param amount what is to leave for another use than the maintenance fund
     * @param sentCost costs of public income that are at the bank: they are neither cash nor income
     *     any more
     * @param day the day
     * @return one finding, met or not
     */
    public Finding judgeOtherUse(BookReader book, Money amount, Money sentCost, LocalDate day) {
        PublicIncomeAccount account = PublicIncomeAccount.of(book, fromInclusive, day);
        Money share =
                split.toFund(account.net().minus(sentCost)).minus(account.passed()).atLeastZero();
        Money owed = Money.ofFen(0);
        for (Dues dues : Dues.ofCosts()) {
            if (dues.debtor() == FundClass.PUBLIC_INCOME) {
                owed = owed.minus(book.balance(dues.debt()).net());
            }
        }
        Money cash = book.balance(ChartOfAccounts.PUBLIC_CASH).net().minus(owed).minus(sentCost);
        return RuleCheck.of(
                FundRule.INCOME_SHARE_KEPT,
                cash.compareTo(share) >= 0 && amount.compareTo(cash.minus(share)) <= 0,
                "cash",
                cash,
                "share",
                share,
                "amount",
                amount);
    }

    /** The last day of the last period whose share is due on the day. */
    private LocalDate lastDueEnd(LocalDate day) {
        long months = Period.between(fromInclusive, day.minusDays(graceDays)).toTotalMonths();
        long periods = Math.max(0, months / everyMonths);
        return fromInclusive.plusMonths(periods * everyMonths).minusDays(1);
    }

    /**
     * Whether the share has passed in time.
     *
     * @param book the book as it stands
     * @param day the day asked about
     * @return one finding, met or not
     */
    public Finding judge(BookReader book, LocalDate day) {
        Money outstanding = outstanding(book, day);
        return RuleCheck.of(
                FundRule.INCOME_PASSED_IN_TIME,
                !outstanding.isPositive(),
                "day",
                day,
                "outstanding",
                outstanding);
    }
}
