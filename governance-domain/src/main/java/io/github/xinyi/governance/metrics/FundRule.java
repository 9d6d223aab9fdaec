package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What figures of funds must satisfy to be taken in.
 *
 * @since 0.1.0
 */
public enum FundRule implements Rule {
    /** No other figures stand for the community and the day. */
    FIGURES_ONCE("metrics.figures-once");

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
