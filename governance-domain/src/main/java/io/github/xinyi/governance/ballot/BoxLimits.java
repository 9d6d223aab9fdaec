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
 * <p>The second half of a box is kept for those who have sent little: there a sender with {@code
 * repeated} entries or more, over all units, adds nothing. So whoever has sent fewer finds room
 * until as many different senders as {@link #sendersThatFillIt} have taken it, by the standard
 * limits 25,000. That a sender is an owner of the roster is for the host to see to.
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
        OF_MEETING,
        /** The same sender, in the half that is kept for those who have sent little. */
        KEPT_FOR_OTHERS
    }

    /**
     * A bound that one more entry would pass.
     *
     * @param bound which of the four
     * @param limit how many entries it leaves, for example 20
     */
    public record Passed(Bound bound, int limit) {}

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
     * How many different senders at least have sent something before a box is full to everybody who
     * has sent less than {@link #repeated}.
     *
     * @return for example 25,000; each has the half that is kept for others to take it from
     */
    public int sendersThatFillIt() {
        return (keptForOthers() + repeated - 1) / repeated;
    }

    private int keptForOthers() {
        return ofMeeting / 2;
    }

    /**
     * The first bound that one more entry would pass.
     *
     * @param kept how many entries of its kind there are of the same sender and the same unit or
     *     proxy, of the same sender, and of the meeting
     * @return empty if there is room
     * @throws IllegalArgumentException if there are not three figures
     */
    public Optional<Passed> passedBy(List<Long> kept) {
        if (kept.size() != 3) {
            throw new IllegalArgumentException("not one figure for each bound: " + kept);
        }
        long ofSender = kept.get(1);
        long inAll = kept.get(2);
        if (kept.get(0) >= repeated) {
            return Optional.of(new Passed(Bound.REPEATED, repeated));
        }
        if (ofSender >= ofPerson) {
            return Optional.of(new Passed(Bound.OF_PERSON, ofPerson));
        }
        if (inAll >= ofMeeting) {
            return Optional.of(new Passed(Bound.OF_MEETING, ofMeeting));
        }
        return ofSender >= repeated && inAll >= ofMeeting - keptForOthers()
                ? Optional.of(new Passed(Bound.KEPT_FOR_OTHERS, repeated))
                : Optional.empty();
    }
}
