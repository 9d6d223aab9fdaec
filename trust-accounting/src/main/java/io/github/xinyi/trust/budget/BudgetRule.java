package io.github.xinyi.trust.budget;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What a budget must satisfy to be spent, and what spending must satisfy.
 *
 * @since 0.1.0
 */
public enum BudgetRule implements Rule {
    /** Adopted by the owners of this very community. */
    RESOLUTION_OF_COMMUNITY("budget.resolution-of-community", Statutes.CIVIL_CODE.at(280, 1)),
    /** Adopted as a major matter of common management. */
    RESOLUTION_ON_BUDGET(
            "budget.resolution-on-budget", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** Charged to a line that the budget has. */
    LINE_KNOWN("budget.line-known"),
    /** Of the year that the budget is for. */
    YEAR_OF_BUDGET("budget.year-of-budget"),
    /** Within what the line has left. */
    WITHIN_LINE("budget.within-line", Statutes.TRUST_LAW.at(37).asInterpretation()),
    /** Adopted word for word: the budget is among the papers voted on. */
    RESOLUTION_ON_LINES(
            "budget.resolution-on-lines", Statutes.CIVIL_CODE.at(278, 1).asInterpretation());

    private final RuleCode code;
    private final List<Citation> basis;

    BudgetRule(String code, Citation... basis) {
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
