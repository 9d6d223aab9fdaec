package io.github.xinyi.trust.trusteeship;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What carrying out a trust must satisfy beside contract, budget and keys.
 *
 * @since 0.1.0
 */
public enum TrusteeshipRule implements Rule {
    /** How remuneration is rounded and judged is usual, or among the papers voted on. */
    REMUNERATION_CLAUSES_ADOPTED(
            "trusteeship.remuneration-clauses-adopted",
            Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** A policy on payments is of this very contract. */
    POLICY_OF_CONTRACT("trusteeship.policy-of-contract"),
    /** A policy on payments is the usual one, or among the papers voted on. */
    POLICY_DECIDED("trusteeship.policy-decided", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** A result is evaluated once. */
    EVALUATED_ONCE("trusteeship.evaluated-once"),
    /** Results are evaluated in the order of their days. */
    EVALUATED_FORWARD("trusteeship.evaluated-forward"),
    /** Each loss has a name of its own. */
    LOSS_NEW("trusteeship.loss-new"),
    /** A loss that was found and not made good is made good, and not before it was found. */
    LOSS_OPEN("trusteeship.loss-open", Statutes.TRUST_LAW.at(36).asInterpretation()),
    /** A fact of a day is recorded on that day or later. */
    RECORDED_AFTERWARDS("trusteeship.recorded-afterwards"),
    /** Nothing is recorded before what was recorded already. */
    TIME_FORWARD("trusteeship.time-forward"),
    /** What is recorded is what follows from the record before it. */
    AS_RECORDED("trusteeship.as-recorded"),
    /** A year is executed that was opened here. */
    YEAR_OPEN("trusteeship.year-open"),
    /** The debt of a lapsed emergency is charged as it stands when it is recorded. */
    DEBT_AS_IT_STANDS(
            "trusteeship.debt-as-it-stands", Statutes.TRUST_LAW.at(37, 2).asInterpretation()),
    /** No more is paid back than the firm owes. */
    REPAID_WITHIN_DEBT(
            "trusteeship.repaid-within-debt", Statutes.TRUST_LAW.at(18).asInterpretation());

    private final RuleCode code;
    private final List<Citation> basis;

    TrusteeshipRule(String code, Citation... basis) {
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
