package io.github.xinyi.trust.reconciliation;

/**
 * Whether a balance that is shown agrees with the bank.
 *
 * @since 0.1.0
 */
public enum MatchStatus {
    /** Every line and every entry is matched and the balances are equal (账实相符). */
    MATCHED,
    /** Something is left on either side, or the balances differ (有未达账项). */
    DIFFERENCES
}
