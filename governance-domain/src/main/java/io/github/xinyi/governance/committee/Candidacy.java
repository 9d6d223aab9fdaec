package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.Option.Bar;
import io.github.xinyi.governance.committee.Option.Nominator;
import java.util.Set;

/**
 * A person who is to take a seat, as checked by those who prepare the election.
 *
 * @param member who, and for which side
 * @param nominator who put the person forward
 * @param found every bar that was found, whether the local law knows it or not
 * @since 0.1.0
 */
public record Candidacy(Member member, Nominator nominator, Set<Bar> found) {

    /** Copies what was found. */
    public Candidacy {
        found = Set.copyOf(found);
    }
}
