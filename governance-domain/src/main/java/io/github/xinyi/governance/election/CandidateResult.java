package io.github.xinyi.governance.election;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.LocalFinding;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.VotingFinding.AreaConsent;

/**
 * What the election comes to for one candidate, for example {@code P0001}, elected with 412 owners
 * and 38,211.07 m².
 *
 * @param candidate the candidate
 * @param support the votes for the candidate
 * @param base what the majority is measured against: those taking part, before 2021 all owners
 * @param terms the law of the day
 * @param place where that leads
 * @since 0.1.0
 */
public record CandidateResult(
        PersonId candidate, Votes support, Votes base, ElectionTerms terms, Place place) {

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
        /** Called too late or not open as long as the region asks, so that nobody is elected. */
        VOID,
        /** The voting is still open. */
        OPEN
    }

    static boolean hasMajority(Votes support, Votes base, ElectionTerms terms) {
        return terms.majority(support, base).stream()
                .allMatch(finding -> finding.verdict() == Verdict.MET);
    }

    /**
     * Both majorities with their figures, by the nation's law and, where it asks for more, by the
     * region's. That each candidate needs them is our reading: the law asks them of the decision
     * and does not speak of several candidates.
     *
     * @return two findings, area and heads, and two more where the region asks for a higher share
     */
    public Ruling ruling() {
        return new Ruling(terms.majority(support, base).stream().map(this::ofCandidate).toList());
    }

    private Finding ofCandidate(Finding majority) {
        boolean byArea =
                majority instanceof AreaConsent || majority instanceof LocalFinding.AreaShare;
        Rule rule = rule(majority instanceof LocalFinding, byArea);
        return terms.dated(
                new RuleCheck(
                        rule.under(ElectionTerms.readings(majority.basis())),
                        majority.verdict(),
                        Evidence.of("candidate", candidate)
                                .and("support", byArea ? support.area() : support.heads())
                                .and("base", byArea ? base.area() : base.heads())
                                .and("threshold", majority.evidence().getOrDefault("threshold", ""))
                                .and("policy", terms.rules().version())
                                .toMap()));
    }

    private static Rule rule(boolean local, boolean byArea) {
        if (local) {
            return byArea ? ElectionRule.LOCAL_CANDIDATE_AREA : ElectionRule.LOCAL_CANDIDATE_HEADS;
        }
        return byArea ? ElectionRule.CANDIDATE_AREA : ElectionRule.CANDIDATE_HEADS;
    }
}
