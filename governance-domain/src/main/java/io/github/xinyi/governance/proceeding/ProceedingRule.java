package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * The gates and duties of a meeting's course, in the order in which they are reported. Local
 * numbers carry their own sources in {@link ProceedingTerms}.
 *
 * @since 0.1.0
 */
public enum ProceedingRule implements Rule {
    /** The step follows what has happened so far. */
    STAGE("proceeding.stage"),
    /** Nothing is recorded before what happened earlier. */
    TIME_ORDER("proceeding.time-order"),
    /** Enough of the owners, a fifth by the nation's law, propose an extraordinary meeting. */
    PROPOSAL_HEADS("proceeding.proposal-heads"),
    /** They own as much of the area, where the rules count it too. */
    PROPOSAL_AREA("proceeding.proposal-area", Statutes.GUIDANCE_RULES.unverified(21)),
    /** The figures of a proposal by the owners are as somebody stated them; it decides nothing. */
    PROPOSAL_STATED(
            "proceeding.proposal-stated",
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(13, 2).asInterpretation()),
    /** The names of those who propose were counted over the roster that the record names. */
    PROPOSAL_COUNTED(
            "proceeding.proposal-counted",
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(13, 2).asInterpretation(),
            Statutes.SPC_OWNERSHIP.at(9).asInterpretation()),
    /** The roster over which names are counted is of no day after the proposal. */
    PROPOSAL_ROSTER(
            "proceeding.proposal-roster",
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(13, 2).asInterpretation()),
    /** Which names are left out, since the roster does not have them; it decides nothing. */
    PROPOSERS_LEFT_OUT(
            "proceeding.proposers-left-out",
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(13, 2).asInterpretation()),
    /** A regular meeting within so many months of the last. */
    REGULAR_HELD("proceeding.regular-held"),
    /** The office organises only what it ordered and the committee let pass. */
    CONVENER_FAILED(
            "proceeding.convener-failed",
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(13, 2).asInterpretation()),
    /** Whom the local law lets call the meeting then; it decides nothing. */
    CALLED_INSTEAD("proceeding.called-instead"),
    /** All owners were told so many days before the opening. */
    NOTICE_DAYS(
            "proceeding.notice-days",
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(14, 1).asInterpretation()),
    /** In a residential area the residents' committee was told too. */
    RESIDENTS_COMMITTEE(
            "proceeding.residents-committee", Statutes.PROPERTY_MANAGEMENT_REGULATION.at(14, 2)),
    /** The voting is not shorter than the local law allows. */
    VOTING_NOT_SHORTER("proceeding.voting-not-shorter"),
    /** The voting is not longer than the local law allows. */
    VOTING_NOT_LONGER("proceeding.voting-not-longer"),
    /** The voting opens when the notice says, not before. */
    OPENING_TIME(
            "proceeding.opening-time",
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(14, 1).asInterpretation()),
    /** It closes when the notice or an extension says, not before. */
    CLOSING_TIME(
            "proceeding.closing-time",
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(14, 1).asInterpretation()),
    /** It is put off before it opens, and to later. */
    POSTPONED_BEFORE_OPENING(
            "proceeding.postponed-before-opening",
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(14, 1).asInterpretation()),
    /** It is extended before it closes, to later, within what the notice foresaw. */
    EXTENDED_AS_ANNOUNCED(
            "proceeding.extended-as-announced",
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(14, 1).asInterpretation()),
    /** The results are those of a count of ballots, not of a hand. */
    COUNTED("proceeding.counted", Statutes.CIVIL_CODE.at(278, 2).asInterpretation()),
    /** The count is of the meeting as it was called. */
    COUNT_OF_MEETING("proceeding.count-of-meeting"),
    /** It is of the topics and papers that were announced. */
    COUNT_OF_AGENDA(
            "proceeding.count-of-agenda",
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(14, 1).asInterpretation()),
    /** Each topic was counted as the matter that was announced. */
    COUNT_OF_MATTER(
            "proceeding.count-of-matter", Statutes.CIVIL_CODE.at(278, 2).asInterpretation()),
    /** All counts of the meeting rest on one roster. */
    COUNT_BY_ONE_ROSTER(
            "proceeding.count-by-one-roster", Statutes.CIVIL_CODE.at(278, 2).asInterpretation()),
    /** All counts of the meeting are judged by the same terms of the region. */
    COUNT_BY_ONE_LAW(
            "proceeding.count-by-one-law", Statutes.CIVIL_CODE.at(278, 2).asInterpretation()),
    /** All topics have the same area and the same owners. */
    COUNT_TOTALS("proceeding.count-totals", Statutes.CIVIL_CODE.at(278, 2).asInterpretation()),
    /** On one topic owners either name persons or answer with yes and no. */
    COUNT_BY_NAMES_OR_ANSWERS(
            "proceeding.count-by-names-or-answers",
            Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** The result of each topic follows from its figures. */
    RESULT_FOLLOWS("proceeding.result-follows", Statutes.CIVIL_CODE.at(278, 2)),
    /** A tally shown later is the one that was recorded. */
    COUNT_AS_RECORDED("proceeding.count-as-recorded"),
    /** An election by names has elected somebody, and was not revoked. */
    PERSONS_ELECTED("proceeding.persons-elected", Statutes.CIVIL_CODE.at(278, 1)),
    /** Every announced topic has one result, and none is open. */
    TOPICS_DECIDED(
            "proceeding.topics-decided",
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(14, 1).asInterpretation()),
    /** A topic that was not announced is void. */
    UNANNOUNCED_VOID(
            "proceeding.unannounced-void",
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(14, 1).asInterpretation()),
    /** Somebody signs the minutes. */
    MINUTES_SIGNED("proceeding.minutes-signed", Statutes.PROPERTY_MANAGEMENT_REGULATION.at(14, 3)),
    /** The topic was decided and binds. */
    DECISION_BINDS(
            "proceeding.decision-binds",
            Statutes.CIVIL_CODE.at(280, 1),
            Statutes.CIVIL_CODE.at(280, 2),
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(19, 2)),
    /** The committee calls the meeting by the day that it was given. */
    CONVENED_BY("proceeding.convened-by"),
    /** The result is put up within so many days. */
    PUBLISHED_WITHIN("proceeding.published-within"),
    /** An elected committee is filed within so many days with both offices. */
    FILED_WITHIN("proceeding.filed-within", Statutes.PROPERTY_MANAGEMENT_REGULATION.at(16, 1)),
    /** What owners said of the result stays up long enough. */
    COMMENTS_DISPLAYED("proceeding.comments-displayed");

    private final RuleCode code;
    private final List<Citation> basis;

    ProceedingRule(String code, Citation... basis) {
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
