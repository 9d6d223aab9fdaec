package io.github.xinyi.governance.election;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.VoteClass;

/**
 * What the election comes to for one candidate, for example {@code P0001}, elected with 412 owners
 * and 38,211.07 m².
 *
 * @param candidate the candidate
 * @param support the votes for the candidate
 * @param participating all votes taking part
 * @param place where that leads
 * @since 0.1.0
 */
public record CandidateResult(PersonId candidate, Votes support, Votes participating, Place place) {

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
        /** Has no majority of those taking part, by area or by heads. */
        NO_MAJORITY,
        /** Too few owners took part, so that nobody is elected. */
        NO_QUORUM
    }

    static boolean hasMajority(Votes support, Votes participating) {
        return byArea(support, participating) && byHeads(support, participating);
    }

    /**
     * Both majorities with their figures. That each candidate needs them is our reading: the law
     * asks them of the decision and does not speak of several candidates.
     *
     * @return two findings, area and heads
     */
    public Ruling ruling() {
        return Ruling.of(
                RuleCheck.of(
                        ElectionRule.CANDIDATE_AREA,
                        byArea(support, participating),
                        "candidate",
                        candidate,
                        "support",
                        support.area(),
                        "participating",
                        participating.area(),
                        "threshold",
                        VoteClass.ORDINARY.consent()),
                RuleCheck.of(
                        ElectionRule.CANDIDATE_HEADS,
                        byHeads(support, participating),
                        "candidate",
                        candidate,
                        "support",
                        support.heads(),
                        "participating",
                        participating.heads(),
                        "threshold",
                        VoteClass.ORDINARY.consent()));
    }

    private static boolean byArea(Votes support, Votes participating) {
        return VoteClass.ORDINARY
                .consent()
                .isMetBy(
                        support.area().squareDecimetres(), participating.area().squareDecimetres());
    }

    private static boolean byHeads(Votes support, Votes participating) {
        return VoteClass.ORDINARY
                .consent()
                .isMetBy(support.heads().value(), participating.heads().value());
    }
}
