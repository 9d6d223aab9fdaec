package io.github.xinyi.trust.reconciliation;

/**
 * What a line of a bank statement is about.
 *
 * @since 0.1.0
 */
public enum BankLineKind {
    /** Money that somebody paid or was paid. */
    PAYMENT,
    /** What the bank takes for its service (手续费). */
    BANK_FEE,
    /** Interest that the bank pays (结息). */
    INTEREST,
    /** A receipt or payment that the bank took back (退票、退汇). */
    RETURNED
}
