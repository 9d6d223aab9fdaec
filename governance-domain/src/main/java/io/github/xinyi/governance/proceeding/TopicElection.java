package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.bylaw.RecordedTerms;
import io.github.xinyi.governance.election.ElectionCount;
import io.github.xinyi.governance.election.ElectionJudgement.Validity;
import io.github.xinyi.governance.election.ElectionResult;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.voting.MotionResult.Result;

/**
 * What an election by names came to for one topic, with the figures from which it follows, for
 * example {@code M3 COMPLETE} with 7 of 7 seats filled.
 *
 * @param motion the topic
 * @param count the votes for every candidate
 * @param validity whether there is a committee
 * @param electionSha256 the SHA-256 of the election's canonical text, 64 lower-case hexadecimal
 *     digits
 * @param local what the region asks of the election beyond the nation's law; none where it was
 *     recorded before elections were judged by it
 * @since 0.1.0
 */
public record TopicElection(
        MotionId motion,
        ElectionCount count,
        Validity validity,
        String electionSha256,
        RecordedTerms local) {

    /** Checks the digest. */
    public TopicElection {
        TextDigest.require(electionSha256);
    }

    static TopicElection of(ElectionResult counted) {
        return new TopicElection(
                counted.motion().id(),
                counted.judgement().count(),
                counted.judgement().validity(),
                counted.sha256(),
                RecordedTerms.of(counted.terms().local()));
    }

    /** A run-off leaves the topic open; too few elected is a vote that does not adopt. */
    Result result() {
        return switch (validity) {
            case COMPLETE, PARTIAL -> Result.PASSED;
            case PENDING, RUN_OFF -> Result.PENDING;
            case TOO_FEW -> Result.REJECTED;
            case NO_QUORUM -> Result.NO_QUORUM;
            case INVALID_PROCEDURE -> Result.INVALID_PROCEDURE;
        };
    }
}
