package io.github.xinyi.governance.ballot;

import java.util.List;
import java.util.Optional;

/**
 * How much of one kind a store takes into the box of a meeting, for example {@link #standard()};
 * beyond it an entry is refused, so that one sender cannot fill the box of all.
 *
 * <p>No text limits how often an owner may hand in a ballot: the figures are our reading of what a
 * meeting needs and can be set by whoever builds the store. Ballots are limited for each voter and
 * not for each unit, so that nobody uses up what the owner of a unit may hand in.
 *
 * @param repeated ballots of one voter for one unit, withdrawals of one principal towards one
 *     proxy, deliveries to one unit; at least 1
 * @param ofPerson ballots of one voter, withdrawals of one principal; at least {@code repeated}
 * @param ofMeeting entries of one kind in one meeting; at least {@code ofPerson} and at most {@link
 *     BallotBox#MAX_ENTRIES}
 * @since 0.1.0
 */
public record BoxLimits(int repeated, int ofPerson, int ofMeeting) {

    private static final BoxLimits STANDARD = new BoxLimits(20, 10_000, BallotBox.MAX_ENTRIES);

    /** What a limit is a limit of. */
    public enum Bound {
        /** The same sender and the same unit or proxy. */
        REPEATED,
        /** The same sender. */
        OF_PERSON,
        /** The meeting. */
        OF_MEETING
    }

    /** Refuses limits that contradict each other or that no box can hold. */
    public BoxLimits {
        if (repeated < 1
                || ofPerson < repeated
                || ofMeeting < ofPerson
                || ofMeeting > BallotBox.MAX_ENTRIES) {
            throw new IllegalArgumentException(
                    "no limits of a box: " + repeated + ", " + ofPerson + ", " + ofMeeting);
        }
    }

    /**
     * The limits of a store that was given none.
     *
     * @return 20 of one voter for one unit, 10,000 of one voter, {@link BallotBox#MAX_ENTRIES} of
     *     one meeting
     */
    public static BoxLimits standard() {
        return STANDARD;
    }

    /**
     * The figure of a bound.
     *
     * @param bound which of the three
     * @return for example {@code 20}
     */
    public int of(Bound bound) {
        return switch (bound) {
            case REPEATED -> repeated;
            case OF_PERSON -> ofPerson;
            case OF_MEETING -> ofMeeting;
        };
    }

    /**
     * The first bound that one more entry would pass.
     *
     * @param kept how many entries of its kind there are, in the order of {@link Bound}
     * @return empty if there is room
     * @throws IllegalArgumentException if there are not three figures
     */
    public Optional<Bound> passedBy(List<Long> kept) {
        List<Bound> bounds = List.of(Bound.values());
        if (kept.size() != bounds.size()) {
            throw new IllegalArgumentException("not one figure for each bound: " + kept);
        }
        for (int i = 0; i < bounds.size(); i++) {
            if (kept.get(i) >= of(bounds.get(i))) {
                return Optional.of(bounds.get(i));
            }
        }
        return Optional.empty();
    }
}
