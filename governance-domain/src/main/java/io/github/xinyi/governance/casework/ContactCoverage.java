package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitVisited;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitsConcerned;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitsVisited;
import io.github.xinyi.governance.identity.UnitId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which units were asked for their opinion, for example 118 of 120; a unit counts once, by the last
 * visit that met somebody, or else by the last. Not for the public: it says what each unit thinks.
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
     * What a history comes to up to its last event.
     *
     * @param history the events of a case, the opening first
     * @return the units concerned, by what their visits came to
     * @throws IllegalArgumentException if it does not begin with the opening
     */
    public static ContactCoverage of(List<CaseworkEvent> history) {
        if (history.isEmpty() || !(history.get(0) instanceof CaseOpened opened)) {
            throw new IllegalArgumentException("a case begins with its opening");
        }
        SortedMap<UnitId, UnitVisited> visits = new TreeMap<>();
        SortedSet<UnitId> concerned = new TreeSet<>(opened.units());
        for (CaseworkEvent event : history) {
            if (event instanceof UnitVisited visited) {
                add(visits, visited);
            } else if (event instanceof UnitsVisited round) {
                round.visits().forEach(visit -> add(visits, visit));
            } else if (event instanceof UnitsConcerned more) {
                concerned.addAll(more.units());
            }
        }
        return new ContactCoverage(concerned, visits.values());
    }

    /** A door that stays shut later takes back nothing of what was said before. */
    static void add(SortedMap<UnitId, UnitVisited> visits, UnitVisited visited) {
        UnitVisited before = visits.get(visited.unit());
        if (before == null || !before.result().isReached() || visited.result().isReached()) {
            visits.put(visited.unit(), visited);
        }
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
     * The units whose visits came to something.
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
