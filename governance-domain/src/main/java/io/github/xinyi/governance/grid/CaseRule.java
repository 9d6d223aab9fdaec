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
    /** The next round of mediation of this case. */
    ROUND("case.round"),
    /** The mediation has the outcome that is recorded. */
    MEDIATION_OUTCOME(
            "case.mediation-outcome",
            Statutes.PEOPLES_MEDIATION_LAW.at(17),
            Statutes.PEOPLES_MEDIATION_LAW.at(26)),
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
    /** A case has at most {@link GridCase#MAX_EVENTS} events. */
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
