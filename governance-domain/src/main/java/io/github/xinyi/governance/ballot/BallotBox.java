package io.github.xinyi.governance.ballot;

import io.github.xinyi.governance.identity.UnitId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything that came in for one meeting, over all channels and in any order (票箱).
 *
 * <p>Example: {@code BallotBox.of(ballots)}. At most {@link #MAX_ENTRIES} of each kind.
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

    /** The greatest number of ballots of one meeting, and of anything else in its box. */
    public static final int MAX_ENTRIES = 1_000_000;

    /** Copies everything, and refuses too much by its size alone, before anything is copied. */
    public BallotBox {
        requireSize("ballots", ballots);
        requireSize("withdrawals", withdrawals);
        requireSize("deliveries", deliveries);
        requireSize("units that asked for paper", askedForPaper);
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
     * @throws IllegalArgumentException if there are more than {@link #MAX_ENTRIES}
     */
    public static BallotBox of(Collection<Ballot> ballots) {
        requireSize("ballots", ballots);
        return new BallotBox(List.copyOf(ballots), List.of(), List.of(), new TreeSet<>());
    }

    private static void requireSize(String what, Collection<?> entries) {
        if (entries.size() > MAX_ENTRIES) {
            throw new IllegalArgumentException(
                    "a box takes " + MAX_ENTRIES + " " + what + ", got " + entries.size());
        }
    }

    /**
     * The box as it was at a moment.
     *
     * @param at the moment
     * @return the same without ballots received and authorities taken back later
     */
    public BallotBox until(Instant at) {
        return new BallotBox(
                ballots.stream().filter(ballot -> !ballot.receivedAt().isAfter(at)).toList(),
                withdrawals.stream().filter(taken -> !taken.at().isAfter(at)).toList(),
                deliveries,
                askedForPaper);
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
