package io.github.xinyi.governance.community;

import io.github.xinyi.governance.identity.PersonId;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The group of persons that counts as one head (业主人数), for example the couple {@code P0180;P0447}
 * for all units that exactly these two own.
 *
 * <p>The developer alone is the holder of every unit unsold or not handed over, which therefore
 * merge with the units it owns itself. Source: SPC-Own art. 9; grouping by the exact set of
 * co-owners is our reading.
 *
 * @param persons at least one
 * @since 0.1.0
 */
public record VotingHolder(SortedSet<PersonId> persons) {

    /** Copies the persons and refuses an empty group. */
    public VotingHolder {
        persons = Collections.unmodifiableSortedSet(new TreeSet<>(persons));
        if (persons.isEmpty()) {
            throw new IllegalArgumentException("a holder needs at least one person");
        }
    }

    /**
     * The holder that one person is alone.
     *
     * @param person the person
     * @return the holder
     */
    public static VotingHolder of(PersonId person) {
        return new VotingHolder(new TreeSet<>(Set.of(person)));
    }

    /**
     * Whether the person may hand in the ballot of this holder.
     *
     * @param person the person asked about
     * @return true for every member of the group
     */
    public boolean includes(PersonId person) {
        return persons.contains(person);
    }

    /** For example {@code P0180;P0447}. */
    @Override
    public String toString() {
        return persons.stream().map(PersonId::value).collect(Collectors.joining(";"));
    }
}
