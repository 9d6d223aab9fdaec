package io.github.xinyi.trust.billing;

/**
 * Who owes the fee of a unit, for example {@link #DEVELOPER} for a home that is not handed over.
 *
 * <p>Source: Property Management Regulation art. 41 para. 2.
 *
 * @since 0.1.0
 */
public enum Payer {
    /** Its owners (业主), from the day on which it was handed over. */
    OWNERS,
    /** The developer (建设单位), as long as it is unsold or not handed over. */
    DEVELOPER
}
