package io.github.xinyi.trust.remuneration;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.contract.RemunerationBase;
import java.time.LocalDate;

/**
 * From which day which ratio of which base is earned, for example 8/100 of fees received from
 * 2025-01-01 on, until the next period begins.
 *
 * @param fromInclusive the first day
 * @param ratio the share; below 1
 * @param base what it is taken of
 * @since 0.1.0
 */
public record RemunerationPeriod(LocalDate fromInclusive, Ratio ratio, RemunerationBase base) {

    /** Refuses a share of the whole or more. */
    public RemunerationPeriod {
        if (ratio.numerator() >= ratio.denominator()) {
            throw new IllegalArgumentException("the firm cannot earn " + ratio);
        }
    }
}
