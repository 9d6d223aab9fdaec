package io.github.xinyi.governance.team;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Somebody who works for a serving firm on a day and does the work of a slot that keeps its people
 * out (利益冲突), for example {@code P0911} as 专业顾问, employed by {@code FIRM} since.
 *
 * @param team the team
 * @param slot the slot
 * @param person who
 * @param firms for which of the firms that serve the community
 * @since 0.1.0
 */
public record Conflict(TeamId team, String slot, PersonId person, SortedSet<PersonId> firms) {

    /** Copies the firms. */
    public Conflict {
        firms = Collections.unmodifiableSortedSet(new TreeSet<>(firms));
    }
}
