package io.github.xinyi.governance.election;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.RuleSet;
import io.github.xinyi.governance.voting.VotingFinding.AreaConsent;
import io.github.xinyi.governance.voting.VotingFinding.HeadConsent;
import java.util.List;

/**
 * What the election comes to for one candidate, for example {@code P0001}, elected with 412 owners
 * and 38,211.07 m².
 *
 * @param candidate the candidate
 * @param support the votes for the candidate
 * @param base what the majority is measured against: those taking part, before 2021 all owners
 * @param rules the rule set of the day
 * @param place where that leads
 * @since 0.1.0
 */
public record CandidateResult(
        PersonId candidate, Votes support, Votes base, RuleSet rules, Place place) {

    /** Where a candidate stands after the count. */
    public enum Place {
        /** Has a seat. */
        ELECTED,
        /** Tied with others for fewer seats than they are; a run-off decides. */
        SEAT_CONTESTED,
        /** Has a majority and stands by in the order of votes (Hangzhou art. 28). */
        ALTERNATE,
        /** Tied with others for fewer places of alternates than they are. */
        ALTERNATE_CONTESTED,
        /** Has a majority, and whether a place is left is known only after the run-off. */
        AFTER_RUN_OFF,
        /** Has a majority, and no place is left. */
        NO_PLACE,
        /** Has no majority, by area or by heads. */
        NO_MAJORITY,
        /** Too few owners took part, so that nobody is elected. */
        NO_QUORUM,
        /** The meeting was called too late, so that nobody is elected. */
        VOID,
        /** The voting is still open. */
        OPEN
    }

    static boolean hasMajority(Votes support, Votes base, RuleSet rules) {
        return byArea(support, base, rules).verdict() == Verdict.MET
                && byHeads(support, base, rules).verdict() == Verdict.MET;
    }

    /**
     * Both majorities with their figures. That each candidate needs them is our reading: the law
     * asks them of the decision and does not speak of several candidates.
     *
     * @return two findings, area and heads
     */
    public Ruling ruling() {
        return Ruling.of(
                ofCandidate(ElectionRule.CANDIDATE_AREA, byArea(support, base, rules)),
                ofCandidate(ElectionRule.CANDIDATE_HEADS, byHeads(support, base, rules)));
    }

    private Finding ofCandidate(ElectionRule rule, Finding consent) {
        List<Citation> reading = consent.basis().stream().map(Citation::asInterpretation).toList();
        return RuleCheck.of(
                rule.under(reading),
                consent.verdict() == Verdict.MET,
                "candidate",
                candidate,
                "support",
                consent.evidence().getOrDefault("consenting", ""),
                "base",
                consent.evidence().getOrDefault("base", ""),
                "threshold",
                rules.consent(Matter.COMMITTEE_ELECTION).threshold(),
                "policy",
                rules.version());
    }

    private static Finding byArea(Votes support, Votes base, RuleSet rules) {
        return new AreaConsent(support.area(), base.area(), rules, Matter.COMMITTEE_ELECTION);
    }

    private static Finding byHeads(Votes support, Votes base, RuleSet rules) {
        return new HeadConsent(support.heads(), base.heads(), rules, Matter.COMMITTEE_ELECTION);
    }
}
