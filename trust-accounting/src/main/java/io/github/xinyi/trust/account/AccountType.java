package io.github.xinyi.trust.account;

/**
 * What an account shows, and so on which side it grows.
 *
 * @since 0.1.0
 */
public enum AccountType {
    /** Money in a bank account; never below zero, and leaving only under two keys. */
    CASH(true),
    /** What others owe, dues from other classes included. */
    RECEIVABLE(true),
    /** What is owed, dues to other classes included. */
    LIABILITY(false),
    /** What was there before the first entry. */
    FUND_BALANCE(false),
    /** Income of the year. */
    INCOME(false),
    /** Cost of the year. */
    EXPENSE(true);

    private final boolean debitNormal;

    AccountType(boolean debitNormal) {
        this.debitNormal = debitNormal;
    }

    /**
     * Whether the account grows by debits.
     *
     * @return true for assets and expenses
     */
    public boolean isDebitNormal() {
        return debitNormal;
    }
}
