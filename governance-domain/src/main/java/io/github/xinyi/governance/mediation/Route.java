package io.github.xinyi.governance.mediation;

/**
 * Where a party can go when mediation fails (People's Mediation Law art. 26), for example to court.
 *
 * @since 0.1.0
 */
public enum Route {
    /** Arbitration (仲裁). */
    ARBITRATION,
    /** The competent authority (行政). */
    ADMINISTRATIVE,
    /** The court (司法). */
    JUDICIAL
}
