package io.github.xinyi.trust.fund;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What passing money between classes, and sharing it, must satisfy.
 *
 * @since 0.1.0
 */
public enum FundRule implements Rule {
    /** Adopted by the owners of this very community. */
    RESOLUTION_OF_COMMUNITY("fund.resolution-of-community", Statutes.CIVIL_CODE.at(280, 1)),
    /** Adopted as a major matter of common management. */
    RESOLUTION_ON_USE("fund.resolution-on-use", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** Adopted on the very paper: classes, amount and day. */
    RESOLUTION_ON_PLAN("fund.resolution-on-plan", Statutes.CIVIL_CODE.at(280, 1)),
    /** Within what the plan has left. */
    WITHIN_PLAN("fund.within-plan", Statutes.CIVIL_CODE.at(280, 1).asInterpretation()),
    /** Shared among the owners of the plan's record date, by area. */
    SHARED_ON_RECORD_DATE(
            "fund.shared-on-record-date", Statutes.CIVIL_CODE.at(283).asInterpretation()),
    /** Of a distribution one unit's part is charged, of any other plan the plan itself. */
    CHARGED_TO_PART("fund.charged-to-part", Statutes.CIVIL_CODE.at(283).asInterpretation()),
    /** What is charged for each unit's part is short enough to be asked for. */
    CHARGE_LENGTH("fund.charge-length"),
    /** A unit gets no more of a distribution than its part by area. */
    WITHIN_PART("fund.within-part", Statutes.CIVIL_CODE.at(283).asInterpretation()),
    /** No more is forfeited than the household's deposit held. */
    FORFEITS_WHAT_IS_HELD("fund.forfeits-what-is-held"),
    /** The maintenance fund has its share of the public income of the periods that are due. */
    INCOME_PASSED_IN_TIME(
            "fund.income-passed-in-time",
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(54).asInterpretation()),
    /** Public income that goes elsewhere leaves the maintenance fund its share. */
    INCOME_SHARE_KEPT(
            "fund.income-share-kept",
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(54).asInterpretation());

    private final RuleCode code;
    private final List<Citation> basis;

    FundRule(String code, Citation... basis) {
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
