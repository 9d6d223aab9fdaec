package io.github.xinyi.trust.statement;

import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.money.Money;

/**
 * What a class of money had, received, spent and has (资金收支表).
 *
 * @param fundClass the class
 * @param opening what it had
 * @param income what it earned, received or not
 * @param expense what it spent
 * @param cash what it has in the bank
 * @param receivable what it is owed
 * @param payable what it owes
 * @since 0.1.0
 */
public record FundStatement(
        FundClass fundClass,
        Money opening,
        Money income,
        Money expense,
        Money cash,
        Money receivable,
        Money payable) {

    /** Asserts that opening and movements give what is there. */
    public FundStatement {
        Money movements = opening.plus(income).minus(expense);
        Money there = cash.plus(receivable).minus(payable);
        if (!movements.equals(there)) {
            throw new IllegalStateException(fundClass + ": " + movements + " is not " + there);
        }
    }

    /**
     * The statement of a class.
     *
     * @param trial the trial balance
     * @param fundClass the class
     * @return its statement
     */
    public static FundStatement of(TrialBalance trial, FundClass fundClass) {
        return new FundStatement(
                fundClass,
                trial.total(fundClass, AccountType.FUND_BALANCE),
                trial.total(fundClass, AccountType.INCOME),
                trial.total(fundClass, AccountType.EXPENSE),
                trial.total(fundClass, AccountType.CASH),
                trial.total(fundClass, AccountType.RECEIVABLE),
                trial.total(fundClass, AccountType.LIABILITY));
    }

    /**
     * What is left to the class once all is received and paid.
     *
     * @return cash and receivables less payables
     */
    public Money net() {
        return cash.plus(receivable).minus(payable);
    }
}
