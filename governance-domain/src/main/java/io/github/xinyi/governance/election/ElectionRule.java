package io.github.xinyi.governance.election;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * By what an election is measured besides the notice and the quorum, which it shares with every
 * vote, in the order in which it is reported.
 *
 * @since 0.1.0
 */
public enum ElectionRule implements Rule {
    /** The minimum stated is the one that the law of the place has for a community of this size. */
    MINIMUM_OF_LAW("election.minimum-of-law"),
    /** There are as many seats as the law asks for. */
    SEATS_LEAST("election.seats-least"),
    /** There are no more seats than the law allows. */
    SEATS_MOST("election.seats-most"),
    /** The number of seats is odd where the law asks for it. */
    SEATS_PARITY("election.seats-parity"),
    /** No fewer are elected than the law asks of a committee. */
    LEGAL_MINIMUM("election.legal-minimum", Statutes.CIVIL_CODE.at(277, 1).asInterpretation()),
    /** More than half of the agreed number are elected. */
    HALF_OF_AGREED("election.half-of-agreed", Statutes.CIVIL_CODE.at(277, 1).asInterpretation()),
    /** No seat is left to a tie; that a tie elects none of the tied is our reading. */
    SEATS_UNCONTESTED(
            "election.seats-uncontested", Statutes.CIVIL_CODE.at(278, 2).asInterpretation()),
    /** Enough of the area, by the rule set of the day, wants the candidate. */
    CANDIDATE_AREA("election.candidate-area"),
    /** Enough of the owners, by the rule set of the day, want the candidate. */
    CANDIDATE_HEADS("election.candidate-heads"),
    /** Enough of the area, by the law of the region, wants the candidate. */
    LOCAL_CANDIDATE_AREA("election.local-candidate-area"),
    /** Enough of the owners, by the law of the region, want the candidate. */
    LOCAL_CANDIDATE_HEADS("election.local-candidate-heads"),
    /** Which weight comes first where more have a majority than there are seats; never broken. */
    RANKING("election.ranking"),
    /** A voting paper has no more names than there are seats; otherwise it is invalid (I03). */
    VOTE_TOO_MANY_NAMES(
            "election.vote-too-many-names", Statutes.CIVIL_CODE.at(278, 2).asInterpretation()),
    /** A voting paper names candidates only; otherwise it is invalid (I03). */
    VOTE_NOT_A_CANDIDATE(
            "election.vote-not-a-candidate", Statutes.CIVIL_CODE.at(278, 2).asInterpretation());

    private final RuleCode code;
    private final List<Citation> basis;

    ElectionRule(String code, Citation... basis) {
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
