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
    /** Adopted word for word: the budget is among the papers voted on. */
    RESOLUTION_ON_LINES(
            "budget.resolution-on-lines", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** The policy of a budget is of its community and year, and among the papers voted on. */
    POLICY_ADOPTED("budget.policy-adopted", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** A table of a budget has a line at least. */
    LINE_GIVEN("budget.line-given"),
    /** No line is above what execution can reckon with. */
    LINE_IN_RANGE("budget.line-in-range"),
    /** The owners' body adopted the item. */
    BODY_ADOPTED("budget.body-adopted"),
    /** The body decides what the owners delegated and nothing else. */
    BODY_DELEGATED("budget.body-delegated", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** The authority is of this community's owners. */
    AUTHORITY_OF_COMMUNITY("budget.authority-of-community", Statutes.CIVIL_CODE.at(280, 1)),
    /** This very paper was decided on. */
    AUTHORITY_ON_PAPER(
            "budget.authority-on-paper", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** The paper is of this budget. */
    PAPER_OF_BUDGET("budget.paper-of-budget"),
    /** Each paper and each promise has a name of its own. */
    PAPER_ONCE("budget.paper-once"),
    /** What the body lets a line have in the year is within its tier of the line. */
    WITHIN_BODY_TIER("budget.within-body-tier", Statutes.TRUST_LAW.at(37).asInterpretation()),
    /** What the body grants in the year is within the contingency. */
    WITHIN_CONTINGENCY("budget.within-contingency", Statutes.TRUST_LAW.at(37).asInterpretation()),
    /** Money moves between lines of one fund only. */
    TRANSFER_IN_FUND("budget.transfer-in-fund", Statutes.TRUST_LAW.at(29).asInterpretation()),
    /** A line gives no more than it has left. */
    TRANSFER_LEFT("budget.transfer-left"),
    /** An emergency was declared with this paper and is not confirmed yet. */
    EMERGENCY_OPEN("budget.emergency-open"),
    /** An emergency is confirmed within the days of the policy. */
    EMERGENCY_IN_TIME("budget.emergency-in-time", Statutes.TRUST_LAW.at(37, 2).asInterpretation()),
    /** A promise is open. */
    COMMITMENT_OPEN("budget.commitment-open"),
    /** Spent, promised and asked for are within adopted, moved and granted (F9). */
    WITHIN_LIMIT("budget.within-limit", Statutes.TRUST_LAW.at(37).asInterpretation()),
    /** Nothing is recorded before what was recorded already, or before the day it is of. */
    TIME_FORWARD("budget.time-forward"),
    /** The authority on which a record rests can be shown again. */
    AUTHORITY_SHOWN("budget.authority-shown"),
    /** What is recorded is what follows from the record before it. */
    AS_RECORDED("budget.as-recorded");

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
