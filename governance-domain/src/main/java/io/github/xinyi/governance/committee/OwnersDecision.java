package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.election.ElectionResult;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import java.util.List;

/**
 * A decision of the owners as it stands in their own records, by which a history of a body is
 * checked on replay, for example the resolution {@code 2024-OM-01 M2} counted again from its
 * ballots. Immutable.
 *
 * @since 0.1.0
 */
public final class OwnersDecision {

    private final List<Resolution> resolution;
    private final List<ElectionResult> election;
    private final List<MotionResult> vote;

    private OwnersDecision(
            List<Resolution> resolution, List<ElectionResult> election, List<MotionResult> vote) {
        this.resolution = resolution;
        this.election = election;
        this.vote = vote;
    }

    /**
     * A resolution that was adopted by answers.
     *
     * @param resolution best as {@code Proceeding.resolution} hands it out
     * @return the decision
     */
    public static OwnersDecision of(Resolution resolution) {
        return new OwnersDecision(List.of(resolution), List.of(), List.of());
    }

    /**
     * An election by names.
     *
     * @param election best as {@code Proceeding.elected} hands it out
     * @return the decision
     */
    public static OwnersDecision of(ElectionResult election) {
        return new OwnersDecision(List.of(), List.of(election), List.of());
    }

    /**
     * A vote that did not adopt, as on a recall that the owners rejected.
     *
     * @param vote what the count came to
     * @return the decision
     */
    public static OwnersDecision of(MotionResult vote) {
        return new OwnersDecision(List.of(), List.of(), List.of(vote));
    }

    /** Whether the owners adopted this very motion, with its papers, on that day. */
    boolean adopted(AdoptedMotion motion) {
        return resolution.stream().map(AdoptedMotion::of).anyMatch(motion::equals);
    }

    /** Whether they adopted the list, or named persons with these very figures. */
    boolean mandates(SeatMandate mandate) {
        return mandate.isByNames()
                ? election.stream().anyMatch(found -> isElectionOf(found, mandate))
                : adopted(mandate.adopted());
    }

    private static boolean isElectionOf(ElectionResult found, SeatMandate mandate) {
        return AdoptedMotion.of(found).equals(mandate.adopted())
                && found.isKnownBy(mandate.names().electionSha256())
                && found.judgement().count().equals(mandate.names().count());
    }

    /** Whether they voted on this very recall, with these figures. */
    boolean rejected(RejectedRecall recall) {
        return vote.stream()
                .anyMatch(result -> recall.isOfVote(RejectedRecall.of(recall.paper(), result)));
    }
}
