package io.github.xinyi.governance.election;

import io.github.xinyi.governance.community.VotingHolder;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.FloorArea;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The one vote of a holder in an election, with the area it carries, for example {@code P0180} with
 * 89.42 m² for {@code P0001} and {@code P0004}.
 *
 * @param holder who votes, one head whatever the number of units (SPC-Own art. 9)
 * @param area the area of the units for which a ballot came back
 * @param names whom the holder wants; none is an abstention; at most {@link #MAX_NAMES} are kept,
 *     so that a ballot with too many can be set aside in the open
 * @since 0.1.0
 */
public record ElectionVote(VotingHolder holder, FloorArea area, SortedSet<PersonId> names) {

    /** The most names that one ballot can be handed in with. */
    public static final int MAX_NAMES = ElectionCall.MAX_CANDIDATES + 1;

    /** Copies the names. */
    public ElectionVote {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        if (names.size() > MAX_NAMES) {
            throw new IllegalArgumentException("names on one ballot: " + names.size());
        }
    }
}
