package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What figures of funds must satisfy to be taken in, and how they are summed.
 *
 * @since 0.1.0
 */
public enum FundRule implements Rule {
    /** No other figures stand for the community and the day. */
    FIGURES_ONCE("metrics.figures-once"),
    /** By currency and name, the sum of what the communities of a region gave; its formula. */
    TOTALS("metrics.fund-totals");

    private final RuleCode code;

    FundRule(String code) {
        this.code = new RuleCode(code);
    }

    @Override
    public RuleCode code() {
        return code;
    }

    @Override
    public List<Citation> basis() {
        return List.of();
    }
}
