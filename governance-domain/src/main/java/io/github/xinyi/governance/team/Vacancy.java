package io.github.xinyi.governance.team;

import io.github.xinyi.governance.identity.TeamId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a slot lacks on a day, for example one 专业顾问 of the kind 法律.
 *
 * @param team the team
 * @param slot the slot
 * @param missing how many people below the least number
 * @param missingKinds the kinds of seat that nobody holds
 * @since 0.1.0
 */
public record Vacancy(TeamId team, String slot, int missing, SortedSet<String> missingKinds) {

    /** Copies the kinds. */
    public Vacancy {
        missingKinds = Collections.unmodifiableSortedSet(new TreeSet<>(missingKinds));
    }
}
