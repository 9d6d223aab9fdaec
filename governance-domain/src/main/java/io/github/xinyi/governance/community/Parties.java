package io.github.xinyi.governance.community;

import io.github.xinyi.governance.identity.PersonId;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who stands beside the owners of a roster: for example {@code Parties.of(developer)}.
 *
 * @param developer who votes for what is unsold or not handed over (建设单位)
 * @param underwritings units for which an underwriter does so instead
 * @param guardianships who votes for owners without full capacity
 * @param deceased owners who have died and whose heirs are not yet known; nobody votes for them
 * @since 0.1.0
 */
public record Parties(
        PersonId developer,
        SortedSet<Underwriting> underwritings,
        SortedSet<Guardianship> guardianships,
        SortedSet<PersonId> deceased) {

    /** The greatest number of entries of each kind. */
    public static final int MAX_ENTRIES = 100_000;

    /** Copies the entries and refuses too many with {@link IllegalArgumentException}. */
    public Parties {
        underwritings = bounded(underwritings);
        guardianships = bounded(guardianships);
        deceased = bounded(deceased);
    }

    /**
     * A developer and nobody else.
     *
     * @param developer for example {@code D0001}
     * @return the parties
     */
    public static Parties of(PersonId developer) {
        return new Parties(developer, new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }

    /**
     * The same with these underwriters.
     *
     * @param entries all of them
     * @return the changed copy
     */
    public Parties withUnderwritings(Collection<Underwriting> entries) {
        return new Parties(developer, new TreeSet<>(entries), guardianships, deceased);
    }

    /**
     * The same with these guardians.
     *
     * @param entries all of them
     * @return the changed copy
     */
    public Parties withGuardianships(Collection<Guardianship> entries) {
        return new Parties(developer, underwritings, new TreeSet<>(entries), deceased);
    }

    /**
     * The same with these dead.
     *
     * @param persons all of them
     * @return the changed copy
     */
    public Parties withDeceased(Collection<PersonId> persons) {
        return new Parties(developer, underwritings, guardianships, new TreeSet<>(persons));
    }

    private static <T extends Comparable<T>> SortedSet<T> bounded(SortedSet<T> entries) {
        if (entries.size() > MAX_ENTRIES) {
            throw new IllegalArgumentException("too many entries: " + entries.size());
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(entries));
    }
}
