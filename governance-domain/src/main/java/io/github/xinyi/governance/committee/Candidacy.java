package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.Option.Bar;
import io.github.xinyi.governance.committee.Option.Nominator;
import io.github.xinyi.governance.identity.PersonId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A person who is to take a seat, as checked by those who prepare the election.
 *
 * @param member who, and for which side
 * @param nominator who put the person forward
 * @param found every bar that was found, whether the local law knows it or not
 * @since 0.1.0
 */
public record Candidacy(Member member, Nominator nominator, SortedSet<Bar> found) {

    /** Copies what was found. */
    public Candidacy {
        found = Collections.unmodifiableSortedSet(new TreeSet<>(found));
    }

    PersonId person() {
        return member.person();
    }
}
