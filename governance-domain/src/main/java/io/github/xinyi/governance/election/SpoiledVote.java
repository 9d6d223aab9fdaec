package io.github.xinyi.governance.election;

import io.github.xinyi.governance.community.VotingHolder;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.List;
import java.util.Map;

/**
 * A vote that does not count and does not take part, for example that of {@code P0180} with 8 names
 * for 7 seats.
 *
 * @param holder whose vote
 * @param reason the first that applies, in the order of {@link Reason}
 * @since 0.1.0
 */
public record SpoiledVote(VotingHolder holder, Reason reason) implements Finding {

    /** Why a vote does not count; a spoiled vote takes no part (our reading, I03). */
    public enum Reason {
        /** The holder's earlier vote stands. */
        REPEATED("election.vote-repeated"),
        /** More names than seats. */
        TOO_MANY_NAMES("election.vote-too-many-names"),
        /** Somebody who is not a candidate. */
        NOT_A_CANDIDATE("election.vote-not-a-candidate");

        private final RuleCode code;

        Reason(String code) {
            this.code = new RuleCode(code);
        }
    }

    @Override
    public RuleCode rule() {
        return reason.code;
    }

    @Override
    public Verdict verdict() {
        return Verdict.NOT_MET;
    }

    @Override
    public Map<String, String> evidence() {
        return Evidence.of("holder", holder).toMap();
    }

    /** How ballots are read is our reading where the law is silent. */
    @Override
    public List<Citation> basis() {
        return List.of();
    }
}
