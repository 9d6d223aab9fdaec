package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * The rules of every procedure, whatever its pattern.
 *
 * @since 0.1.0
 */
public enum ProcedureRule implements Rule {
    /** The event belongs to this procedure of this community. */
    PROCEDURE("procedure"),
    /** A moment is no finer than a microsecond, or it could not be kept. */
    MOMENT("moment"),
    /** It has not ended. */
    UNDER_WAY("under-way"),
    /** Nothing is recorded as earlier than what was recorded before. */
    TIME("time"),
    /** The stage is the next one. */
    NEXT("next"),
    /** A stage is taken by what belongs to it; the vote by nothing but a resolution. */
    KIND("kind", Statutes.CIVIL_CODE.at(278, 1)),
    /** The body is one that the pattern names. */
    ACTOR("actor"),
    /** Every paper is there. */
    PAPERS("papers"),
    /** As many days have passed as must. */
    LEAST_DAYS("least-days", Statutes.CIVIL_CODE.at(201, 1)),
    /** Enough members were present. */
    ATTENDANCE("attendance"),
    /** Enough members agreed. */
    CONSENT("consent"),
    /** A roll has at most {@link BodyCount#MAX_MEMBERS} members. */
    ROLL_SIZE("roll-size"),
    /** Whoever came should have come. */
    ROLL_PRESENT("roll-present"),
    /** Whoever agreed came. */
    ROLL_CONSENTING("roll-consenting"),
    /** The owners voted on this very motion. */
    MOTION("motion", Statutes.CIVIL_CODE.at(278, 1)),
    /** The whole vote lies after the stage before it, and before it was recorded. */
    VOTE_TIME("vote-time"),
    /** No decision that was revoked is taken as one again. */
    DECISION_STANDS("decision-stands", Statutes.CIVIL_CODE.at(280, 2)),
    /** A procedure takes at most {@link Procedure#MAX_DECISIONS} decisions. */
    DECISIONS("decisions"),
    /** What is revoked is the decision on which the procedure goes on. */
    DECISION_REVOKED("decision-revoked", Statutes.CIVIL_CODE.at(280, 2)),
    /** A procedure serves one case, named before the owners vote. */
    CASE_ONCE("case-once"),
    /** What was displayed before the execution has been so for its days. */
    DISPLAYS_ENDED("displays-ended"),
    /** The display is there and has not ended. */
    ON_DISPLAY("on-display"),
    /** Every objection to a display is answered before it ends. */
    ANSWERED("answered"),
    /** An objection has an identifier of its own. */
    OBJECTION_NEW("objection-new"),
    /** The objection is there and not answered. */
    OBJECTION_OPEN("objection-open"),
    /** A procedure has at most {@link Procedure#MAX_OBJECTIONS} objections. */
    OBJECTIONS("objections"),
    /** Only repairs out of the maintenance fund may come before the vote. */
    URGENT_MATTER("urgent-matter", Statutes.CIVIL_CODE.at(281, 2)),
    /** The owners declined a repair that had been carried out before they could vote. */
    REPAIR_DECLINED("repair-declined", Statutes.CIVIL_CODE.at(281, 2).asInterpretation()),
    /** What is reported or published after that was still owed. */
    REJECTION_DUTY("rejection-duty", Statutes.CIVIL_CODE.at(281, 2).asInterpretation()),
    /** What an urgent repair went before is made up by the day that its table sets. */
    COMPLETION("completion", Statutes.CIVIL_CODE.at(281, 2).asInterpretation()),
    /** The same where the table sets no day: by when is open. */
    COMPLETION_DAY("completion-day", Statutes.CIVIL_CODE.at(281, 2).asInterpretation()),
    /** Who bears the cost of a repair that the owners declined afterwards: open in the law. */
    COST_OF_DECLINED_REPAIR(
            "cost-of-declined-repair", Statutes.CIVIL_CODE.at(281, 2).asInterpretation());

    private final RuleCode code;
    private final List<Citation> basis;

    ProcedureRule(String name, Citation... basis) {
        this.code = new RuleCode("deliberation." + name);
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
