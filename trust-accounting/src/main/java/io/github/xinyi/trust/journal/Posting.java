package io.github.xinyi.trust.journal;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.money.Money;

/**
 * One line of an entry, for example debit {@code service.cash} 133.65.
 *
 * @param account the account
 * @param side debit or credit
 * @param amount above zero; anything else is refused when the entry is posted
 * @since 0.1.0
 */
public record Posting(AccountCode account, Side side, Money amount) {

    /**
     * A debit.
     *
     * @param account the account
     * @param amount above zero
     * @return the posting
     */
    public static Posting debit(AccountCode account, Money amount) {
        return new Posting(account, Side.DEBIT, amount);
    }

    /**
     * A credit.
     *
     * @param account the account
     * @param amount above zero
     * @return the posting
     */
    public static Posting credit(AccountCode account, Money amount) {
        return new Posting(account, Side.CREDIT, amount);
    }

    /**
     * The same line on the other side.
     *
     * @return the opposite posting
     */
    public Posting reversed() {
        return new Posting(account, side.opposite(), amount);
    }
}
