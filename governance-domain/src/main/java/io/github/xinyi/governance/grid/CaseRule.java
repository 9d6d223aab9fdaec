package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * The rules on cases, in the order in which they are reported. Where no law is named the rule is
 * the flow of the grid, our reading of the article that reports it.
 *
 * @since 0.1.0
 */
public enum CaseRule implements Rule {
    /** A profile has from 1 to {@link SlaProfile#MAX_GRADES} grades. */
    GRADES("case.grades"),
    /** A grade has a name of its own. */
    GRADE_ONCE("case.grade-once"),
    /** A profile has a row for each of its bounds. */
    GRADE_BOUND_ROW("case.grade-bound-row"),
    /** The bounds of a profile leave room for figures. */
    GRADE_BOUNDS("case.grade-bounds"),
    /** Every figure of a grade is within the bounds of its profile. */
    GRADE_WITHIN("case.grade-within"),
    /** A grade asks the steps that its profile asks at least, and none beyond its most. */
    STEPS_WITHIN("case.steps-within"),
    /** Those concerned were visited first, where the grade asks for it. */
    VISITED_FIRST("case.visited-first"),
    /** Those concerned were asked as often as the grade asks, before the case is closed. */
    FOLLOWED_UP("case.followed-up"),
    /** Where the grade asks for it, somebody else than who has the case has reviewed it. */
    REVIEWED("case.reviewed"),
    /** A review by somebody else, of a case that can be closed, once. */
    REVIEW("case.review"),
    /** The step that the place adds is the next before its gate, taken by who works on the case. */
    LOCAL_STEP("case.local-step"),
    /** A step that is left to a post is taken by who does its work in a team of the community. */
    LOCAL_STEP_POST("case.local-step-post"),
    /** Every step that the place adds before this was taken. */
    LOCAL_STEPS_TAKEN("case.local-steps-taken"),
    /** A case is reported under a grade of the profile. */
    GRADE_KNOWN("case.grade-known"),
    /** The case is at a stage from which the step can be taken. */
    STAGE("case.stage"),
    /** A step for disputes, or one for services. */
    KIND("case.kind"),
    /** Who acts has the case in hand: whoever received it first, until it is accepted elsewhere. */
    HOLDER("case.holder"),
    /** No offer to hand it over is open. */
    NO_OPEN_OFFER("case.no-open-offer"),
    /** The case was offered to who answers. */
    OFFERED("case.offered"),
    /** It is not offered to who has it. */
    OFFERED_ELSEWHERE("case.offered-elsewhere"),
    /** A reason or text of 1 to {@link GridCase#MAX_TEXT} characters. */
    TEXT("case.text"),
    /** Who visits has the case in hand or belongs to its team. */
    VISITORS("case.visitors"),
    /** The team is of this community and complete. */
    TEAM_COMPLETE("case.team-complete"),
    /** A team of at most {@link GridCase#MAX_TEAM} people. */
    TEAM_SIZE("case.team-size"),
    /** Everybody named of a team served in it that day, as the team's own record shows. */
    TEAM_OF_RECORD("case.team-of-record"),
    /** The next round of mediation of this case. */
    ROUND("case.round"),
    /** The mediation has the outcome that is recorded. */
    MEDIATION_OUTCOME(
            "case.mediation-outcome",
            Statutes.PEOPLES_MEDIATION_LAW.at(17),
            Statutes.PEOPLES_MEDIATION_LAW.at(26)),
    /** The mediation is the one that was opened: same proposal, same parties. */
    SAME_MEDIATION("case.same-mediation"),
    /** The agreement is the one that was reached. */
    SAME_AGREEMENT("case.same-agreement"),
    /** Nothing of a mediation is recorded before it happened. */
    MEDIATION_PAST("case.mediation-past"),
    /** Somebody looked how the agreement is kept before those concerned are asked. */
    PERFORMANCE_CHECKED(
            "case.performance-checked",
            Statutes.PEOPLES_MEDIATION_LAW.at(31, 2).asInterpretation()),
    /** The agreement is broken or void. */
    AGREEMENT_FAILED("case.agreement-failed"),
    /** Where an agreement failed the parties are told of what they can do. */
    WAYS_TOLD(
            "case.ways-told",
            Statutes.PEOPLES_MEDIATION_LAW.at(26).asInterpretation(),
            Statutes.PEOPLES_MEDIATION_LAW.at(32),
            Statutes.PEOPLES_MEDIATION_LAW.at(33)),
    /** A check has read no fewer records of the mediation than an earlier one of the agreement. */
    CHECK_CURRENT("case.check-current"),
    /** Whether a case is closed over an answer of those concerned is as they answered. */
    CLOSED_OVER("case.closed-over"),
    /** Who is not content is told of another way before the case is closed over it. */
    OTHER_WAY_TOLD("case.other-way-told", Statutes.PEOPLES_MEDIATION_LAW.at(26).asInterpretation()),
    /** A case that goes back without being closed has somebody who is not content. */
    DISCONTENT("case.discontent"),
    /** The duty is open, its last moment can be right, and the holder is the one addressed. */
    DUTY_OWED("case.duty-owed"),
    /** Nobody reminds or supervises himself. */
    SUPERVISOR_APART("case.supervisor-apart"),
    /** One order for a duty, with a day from today on and within {@link SlaGrade#MAX_DAYS}. */
    SUPERVISION("case.supervision"),
    /** No more extensions than the grade allows, and before the limit passes. */
    EXTENSION("case.extension"),
    /** Who did the work is who was sent. */
    WORKER("case.worker"),
    /** A SHA-256 of a photo, 64 hexadecimal digits. */
    PHOTO_DIGEST("case.photo-digest"),
    /** A rating from 1 to 5 by who reported, once. */
    RATING("case.rating"),
    /** A reference of 1 to 64 characters, once. */
    REFERENCE("case.reference"),
    /** At most {@link GridCase#MAX_OPENINGS} openings. */
    OPENINGS("case.openings"),
    /**
     * A case is worked on up to {@link GridCase#MAX_WORK} events and has at most {@link
     * GridCase#MAX_EVENTS}: an end is always possible.
     */
    LENGTH("case.length"),
    /** Nothing is recorded before what was recorded last. */
    TIME_ORDER("case.time-order"),
    /** The full record is for who reported and who works on it. */
    VIEWER(
            "case.viewer",
            Statutes.PERSONAL_INFORMATION_LAW.at(6).asInterpretation(),
            Statutes.PERSONAL_INFORMATION_LAW.at(25).asInterpretation());

    private final RuleCode code;
    private final List<Citation> basis;

    CaseRule(String code, Citation... basis) {
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
