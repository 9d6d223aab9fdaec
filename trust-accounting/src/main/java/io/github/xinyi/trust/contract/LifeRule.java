package io.github.xinyi.trust.contract;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What the course of a contract must satisfy, from its adoption to the hand-over.
 *
 * @since 0.1.0
 */
public enum LifeRule implements Rule {
    /** The clauses are of this contract and its firm, and among the papers voted on. */
    CLAUSES_ADOPTED("contract.clauses-adopted", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** What is to happen is to this very contract. */
    SAME_CONTRACT("contract.same-contract"),
    /** The owners decided on this very paper. */
    DECISION_ON_PAPER(
            "contract.decision-on-paper", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** The decision on which a history rests can be shown again. */
    DECISION_SHOWN("contract.decision-shown"),
    /** Nothing is recorded before what was recorded already. */
    TIME_FORWARD("contract.time-forward"),
    /** A fact of a day is recorded on that day or later. */
    RECORDED_AFTERWARDS("contract.recorded-afterwards"),
    /** What is recorded twice is the same again. */
    AS_RECORDED("contract.as-recorded"),
    /** The contract stands where this may be done; what follows its end is hand-over alone. */
    OPEN_FOR_ACTIVITY(
            "contract.open-for-activity",
            Statutes.CIVIL_CODE.at(949, 1).asInterpretation(),
            Statutes.CIVIL_CODE.at(950).asInterpretation()),
    /** A ratio applies from the decision on it at the earliest. */
    RATIO_NOT_BACKDATED(
            "contract.ratio-not-backdated", Statutes.TRUST_LAW.at(35, 2).asInterpretation()),
    /** A ratio follows the one before. */
    RATIO_FORWARD("contract.ratio-forward"),
    /** Renewed before the term was over. */
    RENEWED_IN_TERM("contract.renewed-in-term", Statutes.CIVIL_CODE.at(947, 1)),
    /** A renewal ends later than the term. */
    RENEWAL_EXTENDS("contract.renewal-extends"),
    /** The notice is one that the contract can be ended by, as it stands on that day. */
    NOTICE_FITS(
            "contract.notice-fits",
            Statutes.CIVIL_CODE.at(946, 1),
            Statutes.CIVIL_CODE.at(947, 2),
            Statutes.CIVIL_CODE.at(948)),
    /** Nothing has ended the contract yet. */
    NOT_ENDED("contract.not-ended"),
    /** A dismissal is told in time. */
    DISMISSAL_NOTICE("contract.dismissal-notice", Statutes.CIVIL_CODE.at(946, 1)),
    /** A dismissal is told after it was decided. */
    DISMISSAL_DECIDED("contract.dismissal-decided", Statutes.CIVIL_CODE.at(946, 1)),
    /** That the firm will not renew is told in time. */
    NO_RENEWAL_NOTICE("contract.no-renewal-notice", Statutes.CIVIL_CODE.at(947, 2)),
    /** The end of a contract that went on without a term is told in time, whatever is agreed. */
    INDEFINITE_NOTICE("contract.indefinite-notice", Statutes.CIVIL_CODE.at(948, 2)),
    /** Taken over after the contract ended. */
    TAKEN_OVER_AFTER_END("contract.taken-over-after-end", Statutes.CIVIL_CODE.at(950)),
    /** Taken over once. */
    TAKEN_OVER_ONCE("contract.taken-over-once"),
    /** Each thing is handed over once. */
    HANDED_OVER_ONCE("contract.handed-over-once"),
    /**
     * The money goes after the take-over and the report on the trust, the books after the money.
     */
    HANDED_OVER_IN_ORDER(
            "contract.handed-over-in-order",
            Statutes.TRUST_LAW.at(41).asInterpretation(),
            Statutes.TRUST_LAW.at(58).asInterpretation());

    private final RuleCode code;
    private final List<Citation> basis;

    LifeRule(String code, Citation... basis) {
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
