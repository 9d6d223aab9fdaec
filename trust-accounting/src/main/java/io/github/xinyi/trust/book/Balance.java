package io.github.xinyi.trust.book;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.money.Money;

/**
 * All debits and all credits of one account so far, for example debits 1,279,393.25 and credits
 * 964,230.45.
 *
 * @param account the account
 * @param debits the sum of its debits, at least zero
 * @param credits the sum of its credits, at least zero
 * @since 0.1.0
 */
public record Balance(AccountCode account, Money debits, Money credits) {

    /**
     * An account nobody has posted to.
     *
     * @param account the account
     * @return zero on both sides
     */
    public static Balance zero(AccountCode account) {
        return new Balance(account, Money.ofFen(0), Money.ofFen(0));
    }

    /**
     * The balance after one more posting.
     *
     * @param posting a posting of the same account
     * @return the new balance
     * @throws ArithmeticException if a sum is out of range
     */
    public Balance plus(Posting posting) {
        if (!posting.account().equals(account)) {
            throw new IllegalArgumentException(posting.account() + " is not " + account);
        }
        return posting.side() == Side.DEBIT
                ? new Balance(account, debits.plus(posting.amount()), credits)
                : new Balance(account, debits, credits.plus(posting.amount()));
    }

    /**
     * Debits less credits: positive where assets and costs are.
     *
     * @return the net, which is negative for income and liabilities
     */
    public Money net() {
        return debits.minus(credits);
    }
}
