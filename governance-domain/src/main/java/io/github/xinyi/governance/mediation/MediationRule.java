package io.github.xinyi.governance.mediation;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * The rules on mediation, in the order in which they are reported.
 *
 * @since 0.1.0
 */
public enum MediationRule implements Rule {
    /** From 2 to {@link Mediation#MAX_PARTIES} parties. */
    PARTIES("mediation.parties", Statutes.PEOPLES_MEDIATION_LAW.at(2)),
    /** It has not ended. */
    OPEN("mediation.open", Statutes.PEOPLES_MEDIATION_LAW.at(17).asInterpretation()),
    /** Who acts is a party. */
    IS_PARTY("mediation.is-party", Statutes.PEOPLES_MEDIATION_LAW.at(23)),
    /** Each party answers once with consent; refusal stays possible. */
    CONSENT_ONCE("mediation.consent-once"),
    /** Every party has consented and none has refused. */
    CONSENT_OF_ALL(
            "mediation.consent-of-all",
            Statutes.PEOPLES_MEDIATION_LAW.at(3),
            Statutes.PEOPLES_MEDIATION_LAW.at(17)),
    /** One mediator or more. */
    MEDIATORS("mediation.mediators", Statutes.PEOPLES_MEDIATION_LAW.at(19)),
    /** No party is a mediator. */
    MEDIATOR_NEUTRAL(
            "mediation.mediator-neutral", Statutes.PEOPLES_MEDIATION_LAW.at(21).asInterpretation()),
    /** A guest is neither party nor mediator. */
    GUEST_APART("mediation.guest-apart", Statutes.PEOPLES_MEDIATION_LAW.at(20).asInterpretation()),
    /** Every party agreed to the guest. */
    GUEST_ACCEPTED("mediation.guest-accepted", Statutes.PEOPLES_MEDIATION_LAW.at(20)),
    /** At most {@link Mediation#MAX_GUESTS} guests. */
    GUESTS("mediation.guests"),
    /** Only parties, mediators and guests take part. */
    PRESENT_ADMITTED("mediation.present-admitted", Statutes.PEOPLES_MEDIATION_LAW.at(20)),
    /** A mediator is present. */
    MEDIATOR_PRESENT("mediation.mediator-present", Statutes.PEOPLES_MEDIATION_LAW.at(19)),
    /** There is a record. */
    RECORDED("mediation.recorded", Statutes.PEOPLES_MEDIATION_LAW.at(27)),
    /** There was mediation before the agreement. */
    SESSION_HELD(
            "mediation.session-held", Statutes.PEOPLES_MEDIATION_LAW.at(28).asInterpretation()),
    /** From 1 to {@link Mediation#MAX_DUTIES} duties, each of a party and not due before. */
    DUTIES("mediation.duties", Statutes.PEOPLES_MEDIATION_LAW.at(29).asInterpretation()),
    /** The duties together have at most {@link Mediation#MAX_AGREEMENT_TEXT} characters. */
    AGREEMENT_TEXT("mediation.agreement-text"),
    /** Every party holds a written agreement to be unnecessary. */
    WRITING_WAIVED("mediation.writing-waived", Statutes.PEOPLES_MEDIATION_LAW.at(28)),
    /**
     * Every party took part in a session before it agreed by word of mouth; a signature needs none.
     */
    PARTIES_HEARD(
            "mediation.parties-heard", Statutes.PEOPLES_MEDIATION_LAW.at(28).asInterpretation()),
    /** There is a draft. */
    DRAFTED("mediation.drafted", Statutes.PEOPLES_MEDIATION_LAW.at(29)),
    /** Who signs is a party or a mediator. */
    SIGNATORY("mediation.signatory", Statutes.PEOPLES_MEDIATION_LAW.at(29, 2)),
    /** One signature each, and one seal, under a draft. */
    SIGNED_ONCE("mediation.signed-once"),
    /**
     * A day lies between what it depends on and the day on which it is recorded: an agreement after
     * talks, a signature or seal under a draft, performance of what is drawn up, an application
     * after the day of effect, a decision after the application.
     */
    DATES(
            "mediation.dates",
            Statutes.PEOPLES_MEDIATION_LAW.at(29, 2).asInterpretation(),
            Statutes.PEOPLES_MEDIATION_LAW.at(30).asInterpretation(),
            Statutes.PEOPLES_MEDIATION_LAW.at(33, 1).asInterpretation()),
    /** Every party, and nobody else, was told of all ways. */
    ROUTES_TOLD("mediation.routes-told", Statutes.PEOPLES_MEDIATION_LAW.at(26)),
    /** There is an agreement in effect. */
    AGREED("mediation.agreed", Statutes.PEOPLES_MEDIATION_LAW.at(31)),
    /** The agreement has the duty. */
    DUTY_KNOWN("mediation.duty-known"),
    /** What is recorded of the duty last is something else. */
    DUTY_OPEN("mediation.duty-open", Statutes.PEOPLES_MEDIATION_LAW.at(31, 2)),
    /** A duty is broken only after its last day. */
    DUTY_LATE("mediation.duty-late"),
    /** All parties apply together. */
    JOINT_APPLICATION("mediation.joint-application", Statutes.PEOPLES_MEDIATION_LAW.at(33, 1)),
    /** Within thirty days from the day of effect. */
    WITHIN_THIRTY_DAYS(
            "mediation.within-thirty-days",
            Statutes.PEOPLES_MEDIATION_LAW.at(33, 1),
            Statutes.CIVIL_CODE.at(201, 1),
            Statutes.CIVIL_CODE.at(203, 1)),
    /** One application, and one decision after it. */
    CONFIRMATION_ONCE("mediation.confirmation-once"),
    /**
     * Talks go on up to {@link Mediation#MAX_TALKS} events, a mediation up to {@link
     * Mediation#MAX_EVENTS}: an end is always possible.
     */
    LENGTH("mediation.length"),
    /** Nothing is recorded before what was recorded last. */
    TIME_ORDER("mediation.time-order");

    private final RuleCode code;
    private final List<Citation> basis;

    MediationRule(String code, Citation... basis) {
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
