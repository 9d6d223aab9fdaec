package io.github.xinyi.trust.billing;

/**
 * What a month costs in which the price changes or the unit is handed over (按日计算或按整月计算).
 *
 * <p>Example: 310.00 a month until 10 January and 341.00 from the 11th on is 331.00 {@link
 * #BY_DAYS}: (310 × 10 + 341 × 21) / 31. Source: interpretation, configurable; no text read says
 * it.
 *
 * @since 0.1.0
 */
public enum Proration {
    /** The price and the payer of the first day count for the whole month. */
    WHOLE_MONTHS,
    /**
     * Each day costs its month's price divided by the days of that month; the days are added up
     * exactly and rounded once. Where a month has two payers, the developer's days are rounded and
     * the owners owe the rest of the month's charge. Days before any price cost nothing.
     */
    BY_DAYS
}
