package io.github.xinyi.governance.team;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A person as far as a slot asks, for example {@code P0900}, 镇街副职班子成员, serving {@code C-02} too.
 *
 * @param person who
 * @param qualities what the host vouches for, at most {@link #MAX_QUALITIES} words
 * @param employers for whom the person works at the assignment, at most {@link #MAX_EMPLOYERS};
 *     {@link Team#declareEmployment} tells what changes later
 * @param servesElsewhere communities served in the same slot of other teams, at most {@link
 *     #MAX_COMMUNITIES}
 * @since 0.1.0
 */
public record Candidate(
        PersonId person,
        SortedSet<String> qualities,
        SortedSet<PersonId> employers,
        SortedSet<CommunityId> servesElsewhere) {

    /** The greatest number of qualities. */
    public static final int MAX_QUALITIES = 16;

    /** The greatest number of employers. */
    public static final int MAX_EMPLOYERS = 8;

    /** The greatest number of communities served elsewhere. */
    public static final int MAX_COMMUNITIES = 200;

    /** Copies the sets and checks their sizes. */
    public Candidate {
        qualities = Slot.words(qualities, MAX_QUALITIES);
        if (employers.size() > MAX_EMPLOYERS || servesElsewhere.size() > MAX_COMMUNITIES) {
            throw new IllegalArgumentException("too many employers or communities of " + person);
        }
        employers = Collections.unmodifiableSortedSet(new TreeSet<>(employers));
        servesElsewhere = Collections.unmodifiableSortedSet(new TreeSet<>(servesElsewhere));
    }
}
