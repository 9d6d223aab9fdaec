package io.github.xinyi.trust.statement;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What a statement must satisfy before it is made.
 *
 * @since 0.1.0
 */
public enum StatementRule implements Rule {
    /** The period of a report is closed, so that no entry can change it any more. */
    PERIOD_CLOSED("statement.period-closed", Statutes.TRUST_LAW.at(33, 2).asInterpretation()),
    /** A report covers no more than a year: it is owed every year. */
    WITHIN_YEAR("statement.within-year", Statutes.TRUST_LAW.at(33, 2)),
    /** A hand-over is stated after the trust has ended. */
    AFTER_TERM("statement.after-term", Statutes.TRUST_LAW.at(58).asInterpretation()),
    /** Every class was handed over whole. */
    HANDED_OVER_WHOLE(
            "statement.handed-over-whole",
            Statutes.TRUST_LAW.at(41, 1).asInterpretation(),
            Statutes.TRUST_LAW.at(58).asInterpretation());

    private final RuleCode code;
    private final List<Citation> basis;

    StatementRule(String code, Citation... basis) {
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
