package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Ruling;
import java.util.List;

/**
 * What must hold for a case to go on.
 *
 * @since 0.1.0
 */
public enum CaseworkRule implements Rule {
    /** The terms of a locality are one row. */
    TERMS_ONCE("casework.terms-once"),
    /**
     * 1 to {@link Casework#MAX_UNITS} units are concerned, at most {@link
     * Casework#MAX_UNITS_AT_ONCE} of them named at once.
     */
    UNITS_CONCERNED("casework.units-concerned"),
    /** A unit is named once as one of those concerned. */
    UNIT_NEW("casework.unit-new"),
    /** A matter that goes through a procedure is decided by that procedure, and no other way. */
    PROCEDURE_FOLLOWED("casework.procedure-followed"),
    /** The procedure names this very case. */
    PROCEDURE_OF_CASE("casework.procedure-of-case"),
    /** The decision was shown to its end before the case goes on. */
    DECISION_SHOWN("casework.decision-shown"),
    /** No decision that was revoked is noted again. */
    DECISION_STANDS("casework.decision-stands", Statutes.CIVIL_CODE.at(280, 2)),
    /** What is revoked is a decision on which the case stands. */
    DECISION_REVOKED("casework.decision-revoked", Statutes.CIVIL_CODE.at(280, 2)),
    /** A revocation is noted in a procedure and in the case that it serves, or in neither. */
    REVOCATION_WHOLE(
            "casework.revocation-whole", Statutes.CIVIL_CODE.at(280, 2).asInterpretation()),
    /** One event names 1 to {@link Casework#MAX_UNITS_AT_ONCE} units, each once. */
    UNITS_AT_ONCE("casework.units-at-once"),
    /** The matters declared hold those that the kind of the case entails. */
    MATTERS_OF_KIND("casework.matters-of-kind", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** A text is there, and not too long. */
    TEXT("casework.text"),
    /** What is kept elsewhere is named by SHA-256 digests, and not too many. */
    DIGEST("casework.digest"),
    /** A public text shows no telephone or identity number and names nobody of the record. */
    PUBLIC_TEXT(
            "casework.public-text", Statutes.PERSONAL_INFORMATION_LAW.at(25).asInterpretation()),
    /** There is room for one more record; an ending always has room. */
    LIMIT("casework.limit"),
    /** The command belongs to the stage that the case is in. */
    STAGE("casework.stage"),
    /** Nothing happens before what was recorded last. */
    TIME_ORDER("casework.time-order"),
    /** It happened in the community of the case. */
    OF_COMMUNITY("casework.of-community"),
    /** A squad has a new name, 1 to 20 members and at least one unit. */
    SQUAD_FORM("casework.squad-form"),
    /** The unit is one of those concerned. */
    UNIT_OF_CASE("casework.unit-of-case"),
    /** A unit is visited by one squad. */
    UNIT_OF_ONE_SQUAD("casework.unit-of-one-squad"),
    /** A visit is made by a member of the squad of that unit. */
    VISITOR_OF_SQUAD("casework.visitor-of-squad"),
    /** Enough units were asked for their opinion. */
    CONTACT_COVERAGE("casework.contact-coverage"),
    /** What is consulted on has names, each of them new. */
    ITEM_NEW("casework.item-new"),
    /** What is disclosed was consulted on, and was not disclosed before. */
    ITEM_CONSULTED("casework.item-consulted"),
    /** All that was consulted on is disclosed, where the place asks for it. */
    DISCLOSED_FIRST("casework.disclosed-first"),
    /**
     * A matter that the place asks a procedure for is decided in none but that way; any other is
     * decided by a resolution without one.
     */
    PROCEDURE_NEEDED("casework.procedure-needed"),
    /** The body is one that the place lets decide. */
    BODY_NAMED("casework.body-named"),
    /** Something was consulted on before it is decided, where the place asks for it. */
    CONSULTED_FIRST("casework.consulted-first"),
    /** The step that the place adds is the next before its gate. */
    LOCAL_STEP("casework.local-step"),
    /** A step that is left to a post is taken by who does its work in a team of the community. */
    LOCAL_STEP_POST("casework.local-step-post"),
    /** Every step that the place adds before this was taken. */
    LOCAL_STEPS_TAKEN("casework.local-steps-taken"),
    /** A matter is declared once. */
    MATTER_NEW("casework.matter-new", Statutes.CIVIL_CODE.at(278, 1)),
    /** A plan is one of this case. */
    PLAN_OF_CASE("casework.plan-of-case"),
    /** The owners' matters that follow from the money of a plan are declared. */
    MATTERS_OF_FUNDING(
            "casework.matters-of-funding",
            Statutes.CIVIL_CODE.at(278, 1),
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(54).asInterpretation()),
    /** No plan takes the place of one that the owners have begun to decide on. */
    PLAN_OPEN("casework.plan-open"),
    /** What was decided on is the plan of this case, byte by byte. */
    PLAN_DECIDED("casework.plan-decided", Statutes.CIVIL_CODE.at(280, 1).asInterpretation()),
    /** Owners' matters are decided by the owners alone. */
    OWNERS_DECIDE("casework.owners-decide", Statutes.CIVIL_CODE.at(278, 1)),
    /** The matter is one of this case that no resolution has decided. */
    MATTER_AWAITED("casework.matter-awaited", Statutes.CIVIL_CODE.at(278, 1)),
    /** The vote closed since the last plan was drawn up, and before it is noted. */
    RESOLUTION_OF_CASE(
            "casework.resolution-of-case", Statutes.CIVIL_CODE.at(280, 1).asInterpretation()),
    /** The owners have voted and did not adopt it. */
    VOTE_FAILED("casework.vote-failed"),
    /** The work done never shrinks and is at most all of it. */
    PROGRESS_GROWS("casework.progress-grows"),
    /** A payment is named once. */
    SPENDING_ONCE("casework.spending-once"),
    /** All payments together, without what came back, stay within the budget that was decided. */
    SPENDING_WITHIN_BUDGET(
            "casework.spending-within-budget", Statutes.CIVIL_CODE.at(280, 1).asInterpretation()),
    /** What came back is of a payment that was named. */
    SPENDING_KNOWN("casework.spending-known"),
    /** A return is named once. */
    RETURN_ONCE("casework.return-once"),
    /** No more comes back of a payment than was paid. */
    RETURN_WITHIN_SPENDING("casework.return-within-spending"),
    /** All work is done before the result is evaluated. */
    WORK_DONE("casework.work-done"),
    /** A dispute is raised once, and then settled or reopened. */
    DISPUTE_STATE("casework.dispute-state"),
    /** Records show that a dispute ended, and ended since it was last raised. */
    DISPUTE_PROVEN("casework.dispute-proven"),
    /** A person rates once, from 1 to 5, for at least one unit; the first rating stands. */
    RATING("casework.rating"),
    /** One person rates for no more units than the locality allows. */
    RATER_UNITS("casework.rater-units"),
    /** A unit is rated for once; the first rating stands. */
    UNIT_RATED_ONCE("casework.unit-rated-once"),
    /** Enough units have rated the result. */
    EVALUATION_COVERAGE("casework.evaluation-coverage"),
    /** No dispute is open. */
    DISPUTES_ENDED("casework.disputes-ended");

    private final RuleCode code;
    private final List<Citation> basis;

    CaseworkRule(String code, Citation... basis) {
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

    RuleCheck check(boolean met, Object... evidence) {
        return RuleCheck.of(this, met, evidence);
    }

    <T> Outcome<T> refused(Object... evidence) {
        return Outcome.refused(Ruling.of(check(false, evidence)));
    }
}
