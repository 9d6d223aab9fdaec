package io.github.xinyi.governance.talk;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Ruling;
import java.util.List;

/**
 * The rules of every talk.
 *
 * @since 0.1.0
 */
public enum TalkRule implements Rule {
    /** The step is one that may be taken now: 说, 议, 办, publish, 评. */
    STEP("step"),
    /** Nothing is recorded as earlier than what was recorded before. */
    TIME("time"),
    /** The event belongs to this talk of this community. */
    COMMUNITY("community"),
    /** Nobody supports the same issue twice, nor one that they raised. */
    SUPPORTER_NEW("supporter-new"),
    /** A talk has at most {@link Talk#MAX_SUPPORTERS} supporters. */
    SUPPORTERS("supporters"),
    /** Whoever reviews a result is satisfied or not, and is counted once. */
    REVIEWER_ONCE("reviewer-once"),
    /** A result has at most {@link Talk#MAX_REVIEWERS} reviewers. */
    REVIEWERS("reviewers"),
    /** Neighbours do not decide what is for the owners together. */
    OWNERS_MATTER("owners-matter", Statutes.CIVIL_CODE.at(278, 1)),
    /** What is none of the listed business of the owners is so by somebody's declaration. */
    DECLARED("declared", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** A moment is no finer than a microsecond, or it could not be kept. */
    MOMENT("moment"),
    /** On the spot is today; by a day is after today, within the days of the talk's terms. */
    DUE("due"),
    /** An issue is talked over at most {@link Talk#MAX_ROUNDS} times. */
    ROUNDS("rounds"),
    /** As many want the same as the terms ask, before it is talked over. */
    SUPPORTED("supported"),
    /** The step that the place adds is the next before its gate. */
    LOCAL_STEP("local-step"),
    /** A step that is left to a post is taken by who does its work in a team of the community. */
    LOCAL_STEP_POST("local-step-post"),
    /** Every step that the place adds before this was taken since the issue was last raised. */
    LOCAL_STEPS_TAKEN("local-steps-taken"),
    /** Terms are adopted once, before the first plan. */
    TERMS_FIRST("terms-first"),
    /** The terms of a locality are one row. */
    TERMS_ONCE("terms-once"),
    /** A procedure that an issue goes on in was opened after the issue was raised. */
    PROCEDURE_AFTER("procedure-after"),
    /** More reviewers are satisfied than the terms ask; else it is talked over again. */
    SATISFIED("satisfied");

    private final RuleCode code;
    private final List<Citation> basis;

    TalkRule(String name, Citation... basis) {
        this.code = new RuleCode("talk." + name);
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

    <T> Outcome<T> refused(Object... evidence) {
        return Outcome.refused(Ruling.of(RuleCheck.of(this, false, evidence)));
    }
}
