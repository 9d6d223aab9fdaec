package io.github.xinyi.governance.ballot;

import io.github.xinyi.governance.identity.UnitId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything that came in for one meeting, over all channels and in any order (票箱).
 *
 * <p>Example: {@code BallotBox.of(ballots)}. How much may be in it is for the count to refuse.
 *
 * @param ballots every ballot, the same one twice if it was given twice
 * @param withdrawals authorities taken back
 * @param deliveries proofs that a ballot paper reached a unit
 * @param askedForPaper units that asked for a paper ballot, so that no other delivery reaches them
 * @since 0.1.0
 */
public record BallotBox(
        List<Ballot> ballots,
        List<Withdrawal> withdrawals,
        List<Delivery> deliveries,
        SortedSet<UnitId> askedForPaper) {

    /** Copies everything. */
    public BallotBox {
        ballots = List.copyOf(ballots);
        withdrawals = List.copyOf(withdrawals);
        deliveries = List.copyOf(deliveries);
        askedForPaper = Collections.unmodifiableSortedSet(new TreeSet<>(askedForPaper));
    }

    /**
     * A box of ballots alone.
     *
     * @param ballots in any order
     * @return the box
     */
    public static BallotBox of(Collection<Ballot> ballots) {
        return new BallotBox(List.copyOf(ballots), List.of(), List.of(), new TreeSet<>());
    }

    /**
     * The units that a ballot paper is proven to have reached.
     *
     * @return those with a delivery, on paper where paper was asked for
     */
    public SortedSet<UnitId> reached() {
        SortedSet<UnitId> reached = new TreeSet<>();
        for (Delivery delivery : deliveries) {
            if (delivery.channel() == Channel.PAPER || !askedForPaper.contains(delivery.unit())) {
                reached.add(delivery.unit());
            }
        }
        return reached;
    }
}
