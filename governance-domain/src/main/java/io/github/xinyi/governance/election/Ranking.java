package io.github.xinyi.governance.election;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import java.util.Comparator;
import java.util.List;

/**
 * By which votes candidates are ranked where more have a majority than there are seats, for example
 * by heads, and by area where heads are equal.
 *
 * <p>No text read says which of the two weights comes first: Hangzhou art. 28 ranks alternates by
 * 得票数, the number of votes. So the order is data that a host takes from the rules of procedure, and
 * its standing is shown with every election.
 *
 * @param keys one or two weights, the first decides first; candidates equal by all are tied
 * @param standing how far the order can be relied on
 * @since 0.1.0
 */
public record Ranking(List<Key> keys, Standing standing) {

    /** A weight by which votes are compared. */
    public enum Key {
        /** The number of owners in favour. */
        HEADS(Comparator.comparing(Votes::heads)),
        /** Their exclusive area. */
        AREA(Comparator.comparing(Votes::area));

        private final Comparator<Votes> ascending;

        Key(Comparator<Votes> ascending) {
            this.ascending = ascending;
        }
    }

    /** By heads, then by area: our reading of 得票数. */
    public static final Ranking HEADS_THEN_AREA =
            new Ranking(List.of(Key.HEADS, Key.AREA), Standing.INTERPRETATION);

    /** Copies the keys and refuses none, and one that stands there twice. */
    public Ranking {
        keys = List.copyOf(keys);
        if (keys.isEmpty() || keys.stream().distinct().count() != keys.size()) {
            throw new IllegalArgumentException("not an order of weights: " + keys);
        }
    }

    /** The most votes first; equal means tied. */
    Comparator<Votes> mostFirst() {
        return keys.stream()
                .map(key -> key.ascending.reversed())
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    /** That candidates are ranked so, with how far it can be relied on; it decides nothing. */
    Finding finding() {
        Citation item = Matter.COMMITTEE_ELECTION.citation();
        return new RuleCheck(
                ElectionRule.RANKING.under(
                        List.of(
                                new Citation(
                                        item.instrument(),
                                        item.provision(),
                                        item.inForce(),
                                        standing))),
                Verdict.NOT_APPLICABLE,
                Evidence.of("order", keys).toMap());
    }
}
