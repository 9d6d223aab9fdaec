package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What the formation, the sessions, the papers and the end of a committee must satisfy. Where a
 * local clause sets the figure, the finding cites that clause instead of the law named here; where
 * it sets days of a display, beside the law by which they are counted.
 *
 * @since 0.1.0
 */
public enum CommitteeRule implements Rule {
    /** The owners of this community have adopted the election. */
    ELECTED_BY_OWNERS("elected-by-owners", Statutes.CIVIL_CODE.at(278, 1)),
    /** The motion was on the paper that names the persons and the term. */
    SEAT_PAPER("seat-paper", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** A further election by names is the run-off over the seats that the last left to a tie. */
    RUN_OFF("run-off", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** An election by names was held over the seats that are agreed and were free. */
    SEATS_AS_AGREED("seats-as-agreed", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** A resolution moves a person once. */
    MANDATE_UNUSED("mandate-unused", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** A decision that was annulled backs nothing. */
    RESOLUTION_STANDS(
            "resolution-stands",
            Statutes.CIVIL_CODE.at(280, 2),
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(19, 2)),
    /** A day is not before what it follows, and not after the day of its record. */
    DATE_ORDER("date-order"),
    /** Nothing is recorded before what is recorded already. */
    RECORD_ORDER("record-order"),
    /** Formed on the application of enough owners, where the law asks for one. */
    APPLICATION("application"),
    /** Formed in time after the application. */
    FORMED("formed"),
    /** Formed for a reason that the local law knows. */
    GROUND("ground"),
    /** An odd number of members, where the law asks for one. */
    ODD("odd"),
    /** Not fewer members than the least number. */
    MIN_MEMBERS("min-members"),
    /** Not more members than the greatest number. */
    MAX_MEMBERS("max-members"),
    /** Enough owners among the members. */
    OWNER_SEATS("owner-seats"),
    /** Each side of a closed list has sent a member; of an open one it is told only. */
    SIDE_SENT("side-sent"),
    /** No side beside the owners has more members than the law lets it send. */
    SIDE_MOST("side-most"),
    /** Enough of the agreed seats filled. */
    ELECTED_SHARE("elected-share"),
    /** Each person once. */
    ONE_SEAT_EACH("one-seat-each"),
    /** Not more alternates than members. */
    ALTERNATES("alternates"),
    /** Put forward by someone who may. */
    NOMINATION("nomination"),
    /** Nothing bars the person. */
    ELIGIBLE("eligible", Statutes.PROPERTY_MANAGEMENT_REGULATION.at(16, 2)),
    /** The term is not too short. */
    TERM_MIN("term-min"),
    /** The term is not too long. */
    TERM_MAX("term-max"),
    /** The list of members was shown long enough beforehand. */
    LIST_SHOWN("list-shown"),
    /** Chair and deputies are members. */
    OFFICERS_ARE_MEMBERS("officers-are-members", Statutes.PROPERTY_MANAGEMENT_REGULATION.at(16, 3)),
    /** The chair stands for the side that takes it. */
    CHAIR_SIDE("chair-side"),
    /** The deputies stand for the owners, where the law asks for it. */
    DEPUTY_SIDE("deputy-side"),
    /** The body is in office on the day. */
    IN_OFFICE("in-office", Statutes.CIVIL_CODE.at(277, 1).asInterpretation()),
    /** The person is a member in office. */
    MEMBER("member"),
    /** Called by the chair or a deputy, or by enough members. */
    CALLED("called"),
    /** Announced early enough. */
    NOTICE("notice"),
    /** No item decides one of the nine matters. */
    RESERVED_MATTER("reserved-matter", Statutes.CIVIL_CODE.at(278, 1)),
    /** None of the nine matters is delegated. */
    NO_DELEGATION("no-delegation", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** What is carried out, the owners have adopted. */
    RESOLUTION_BEHIND("resolution-behind", Statutes.PROPERTY_MANAGEMENT_REGULATION.at(15)),
    /** The resolution itself was shown, and it is the one on the agenda. */
    RESOLUTION_SHOWN("resolution-shown", Statutes.CIVIL_CODE.at(278, 1)),
    /** What is of no listed kind is declared by one of the callers to be none of the nine. */
    DECLARED("declared", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** The session is known, and not yet at this stage. */
    SESSION_STAGE("session-stage"),
    /** The item was announced and is not yet decided. */
    ITEM_ANNOUNCED("item-announced"),
    /** Owner members attend in person. */
    NO_PROXY("no-proxy"),
    /** Enough members attend. */
    QUORUM("quorum"),
    /** Enough owner members attend. */
    OWNER_QUORUM("owner-quorum"),
    /** Only who attended approves. */
    APPROVERS_ATTENDED("approvers-attended"),
    /** Enough members approve. */
    DECISION("decision"),
    /** The reason for leaving is one that the law knows. */
    DEPARTURE("departure"),
    /** A recall has the resolution of the owners behind it. */
    RECALL_ADOPTED("recall-adopted", Statutes.CIVIL_CODE.at(278, 1)),
    /** Enough members or owners propose the recall. */
    RECALL_PROPOSED("recall-proposed"),
    /** A proposal of a recall that came in, until the owners have decided on it. */
    RECALL_RECEIVED("recall-received"),
    /** A paper that proposes a recall names at least one who proposes it. */
    RECALL_NAMED("recall-named"),
    /** The same paper is kept once. */
    RECALL_KEPT("recall-kept"),
    /** Not more papers about one person are kept than the limit. */
    RECALL_PAPERS("recall-papers"),
    /** The area of owners who propose the recall, told where a text may count it. */
    RECALL_AREA("recall-area", Statutes.GUIDANCE_RULES.unverified(44)),
    /** The number of owners who propose or apply is as it was stated; it decides nothing. */
    FIGURES_STATED("figures-stated"),
    /** Missed so many sessions that a recall is due. */
    ABSENCE("absence"),
    /** Nobody is suspended twice. */
    NOT_SUSPENDED("not-suspended"),
    /** Only who is suspended can be let act again. */
    SUSPENDED("suspended"),
    /** The owners voted on the recall after the suspension and rejected it. */
    RECALL_REJECTED("recall-rejected", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** An alternate follows in the order elected. */
    ALTERNATE_ORDER("alternate-order"),
    /** A seat is free. */
    SEAT_FREE("seat-free"),
    /** So many members are left that seats may be filled one by one. */
    REMAINING("remaining"),
    /** A committee's seal has the signatures of more than half of the full number. */
    SEAL_SIGNATURES("seal-signatures"),
    /** A seal is used for something decided. */
    SEAL_DECISION("seal-decision", Statutes.GUIDANCE_RULES.unverified(41)),
    /** Filed with every office in time. */
    FILED("filed", Statutes.PROPERTY_MANAGEMENT_REGULATION.at(16, 1)),
    /** Changes filed in time. */
    CHANGE_FILED("change-filed"),
    /** Officers chosen in time. */
    OFFICERS_CHOSEN("officers-chosen"),
    /** Regular sessions held often enough. */
    SESSIONS_HELD("sessions-held"),
    /** Sessions published in time. */
    PUBLISHED("published"),
    /** Publications displayed long enough. */
    DISPLAYED("displayed"),
    /** The same where the law counts every day; the day of posting does not count. */
    DISPLAYED_DAYS("displayed-days", Statutes.CIVIL_CODE.at(201, 1).asInterpretation()),
    /** Who took another's place shown long enough; the day of posting does not count. */
    REPLACEMENT_DISPLAYED(
            "replacement-displayed", Statutes.CIVIL_CODE.at(201, 1).asInterpretation()),
    /** The member was sent in another's place; who it is was shown, since it has the seat. */
    REPLACING("replacing"),
    /** A session that members demanded called in time. */
    CALL_DUE("call-due"),
    /** A recall proposed to the owners where it is due. */
    RECALL_PROPOSAL_DUE("recall-proposal-due"),
    /** The owners have decided on a recall that was proposed. */
    RECALL_DECISION_DUE(
            "recall-decision-due",
            Statutes.CIVIL_CODE.at(278, 1),
            Statutes.GUIDANCE_RULES.unverified(44)),
    /** The use of the seals published in time. */
    SEALS_PUBLISHED("seals-published"),
    /** The end of the term reported in time. */
    END_REPORTED("end-reported"),
    /** The next body elected in time. */
    NEXT_ELECTED("next-elected"),
    /** Handed over in time by a member who left. */
    LEAVER_HANDED_OVER("leaver-handed-over"),
    /** Handed over in time by the body that ended. */
    HANDED_OVER("handed-over"),
    /** The next body acts for the same owners and is filed. */
    SUCCESSOR_FILED("successor-filed", Statutes.PROPERTY_MANAGEMENT_REGULATION.at(16, 1)),
    /** Nothing is handed over while the body has its powers. */
    POWERS_ENDED("powers-ended"),
    /** Handed over to the next body; without one, to who keeps it for the owners. */
    HANDED_TO("handed-to"),
    /** No part is handed over twice. */
    ESTATE_OPEN("estate-open"),
    /** Everything was handed over. */
    ESTATE_COMPLETE("estate-complete"),
    /** Who hands over has left, and has not done so before. */
    LEAVER("leaver"),
    /** Dissolved for a reason that the law knows. */
    DISSOLUTION("dissolution"),
    /** Dissolved in time after the owners' committee was recorded. */
    DISSOLVED("dissolved");

    private final RuleCode code;
    private final List<Citation> basis;

    CommitteeRule(String name, Citation... basis) {
        this.code = new RuleCode("committee." + name);
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
}
