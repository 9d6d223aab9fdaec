package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.casework.CaseworkEvent.UnitVisited;
import io.github.xinyi.governance.identity.UnitId;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which units were asked for their opinion, by their last visit, for example 118 of 120. Not for
 * the public: it says what each unit thinks.
 *
 * @since 0.1.0
 */
public final class ContactCoverage {

    private final SortedSet<UnitId> units;
    private final SortedMap<UnitId, ContactResult> results = new TreeMap<>();

    ContactCoverage(SortedSet<UnitId> units, Collection<UnitVisited> lastVisits) {
        this.units = Collections.unmodifiableSortedSet(units);
        lastVisits.forEach(visit -> results.put(visit.unit(), visit.result()));
    }

    /**
     * The units concerned.
     *
     * @return all of them
     */
    public SortedSet<UnitId> units() {
        return units;
    }

    /**
     * The units whose last visit came to something.
     *
     * @param result what it came to
     * @return the units
     */
    public SortedSet<UnitId> with(ContactResult result) {
        SortedSet<UnitId> with = new TreeSet<>();
        results.forEach(
                (unit, its) -> {
                    if (its == result) {
                        with.add(unit);
                    }
                });
        return with;
    }

    /**
     * The units that were met and asked.
     *
     * @return the units
     */
    public SortedSet<UnitId> reached() {
        SortedSet<UnitId> reached = new TreeSet<>();
        results.forEach(
                (unit, result) -> {
                    if (result.isReached()) {
                        reached.add(unit);
                    }
                });
        return reached;
    }

    /**
     * The units still to be visited, or to be visited again.
     *
     * @return the units that were not reached
     */
    public SortedSet<UnitId> outstanding() {
        SortedSet<UnitId> outstanding = new TreeSet<>(units);
        outstanding.removeAll(reached());
        return outstanding;
    }

    /** For example {@code 118/120}. */
    @Override
    public String toString() {
        return reached().size() + "/" + units.size();
    }
}
