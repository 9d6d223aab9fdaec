package io.github.xinyi.governance.election;

import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.voting.Tally;
import io.github.xinyi.governance.voting.VotingFinding;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a pile of voting papers can be counted at all. */
final class VoteFaults {

    private VoteFaults() {}

    /** Too many papers, or else at most {@link Tally#MAX_NAMED} identifiers of different ones. */
    static List<Finding> of(Collection<ElectionVote> votes) {
        if (votes.size() > BallotBox.MAX_ENTRIES) {
            return List.of(new VotingFinding.BoxSize(votes.size(), BallotBox.MAX_ENTRIES));
        }
        Map<BallotId, ElectionVote> byId = new HashMap<>();
        return votes.stream()
                .filter(
                        vote -> {
                            ElectionVote same = byId.putIfAbsent(vote.id(), vote);
                            return same != null && !same.equals(vote);
                        })
                .map(ElectionVote::id)
                .distinct()
                .sorted()
                .limit(Tally.MAX_NAMED)
                .<Finding>map(VotingFinding.BallotTwice::new)
                .toList();
    }
}
