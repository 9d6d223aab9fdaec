package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What a figure must keep to itself before everybody reads it.
 *
 * @since 0.1.0
 */
public enum PublicationRule implements Rule {
    /** Fewer than {@link PublicMeasurement#LEAST} would stand behind a figure, or a difference. */
    WITHHELD("metrics.withheld", Statutes.PERSONAL_INFORMATION_LAW.at(25).asInterpretation());

    private final RuleCode code;
    private final List<Citation> basis;

    PublicationRule(String code, Citation... basis) {
        this.code = new RuleCode(code);
        this.basis = List.of(basis);
    }

    @Override
    public RuleCode code() {
        return code;
    }

    @Override
    public List<Citation> basis() {
        return basis;
    }
}
