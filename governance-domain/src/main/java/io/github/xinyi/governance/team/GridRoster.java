package io.github.xinyi.governance.team;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.team.Assignment.Capacity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The officers of all cells of a grid (网格员名册), each cell with its team, for example the 1+4+X teams
 * of a community. Immutable.
 *
 * @since 0.1.0
 */
public final class GridRoster {

    /** The greatest number of cells. */
    public static final int MAX_CELLS = 1_000;

    private final List<Team> cells;

    private GridRoster(List<Team> cells) {
        this.cells = cells;
    }

    /**
     * The roster of some cells.
     *
     * @param cells 1 to {@link #MAX_CELLS} teams, each with its own identifier
     * @return the roster
     * @throws IllegalArgumentException if there are none, too many, or two of one identifier
     */
    public static GridRoster of(Collection<Team> cells) {
        Set<TeamId> ids = new HashSet<>(cells.stream().map(Team::id).toList());
        if (cells.isEmpty() || cells.size() > MAX_CELLS || ids.size() < cells.size()) {
            throw new IllegalArgumentException(cells.size() + " cells of " + ids.size() + " names");
        }
        return new GridRoster(List.copyOf(cells));
    }

    /**
     * Who serves in a capacity on a day, by a seat of their own or by standing in. Who holds a seat
     * is an officer also while somebody stands in; who stands in is not in reserve meanwhile.
     *
     * @param day the day
     * @param capacity for example the reserve
     * @return the persons, each once
     */
    public SortedSet<PersonId> officers(LocalDate day, Capacity capacity) {
        SortedSet<PersonId> officers = new TreeSet<>();
        cells.stream()
                .flatMap(cell -> cell.engaged(day))
                .filter(a -> a.capacity() == capacity)
                .forEach(a -> officers.add(a.candidate().person()));
        if (capacity == Capacity.RESERVE) {
            cells.stream()
                    .flatMap(cell -> cell.standingIn(day))
                    .forEach(a -> officers.remove(a.candidate().person()));
        }
        return officers;
    }

    /**
     * The seats that nobody holds on a day.
     *
     * @param day the day
     * @return by cell in the order given, then by slot
     */
    public List<Vacancy> vacancies(LocalDate day) {
        return cells.stream().flatMap(cell -> cell.vacancies(day).stream()).toList();
    }

    /**
     * Who works for a serving firm on a day in a slot that keeps such people out.
     *
     * @param day the day
     * @return by cell in the order given, then by slot
     */
    public List<Conflict> conflicts(LocalDate day) {
        return cells.stream().flatMap(cell -> cell.conflicts(day).stream()).toList();
    }

    /**
     * Whether all cells are manned as their patterns ask, and nobody is full-time in two, by
     * standing in or otherwise.
     *
     * @param day the day
     * @return every finding of every cell, then one for each full-time officer
     */
    public Ruling composition(LocalDate day) {
        List<Finding> findings = new ArrayList<>();
        cells.forEach(c -> findings.addAll(c.composition(day).findings()));
        SortedMap<PersonId, SortedSet<TeamId>> fullTime = new TreeMap<>();
        for (Team cell : cells) {
            cell.engaged(day)
                    .filter(a -> a.capacity() == Capacity.FULL_TIME)
                    .forEach(
                            a ->
                                    fullTime.computeIfAbsent(
                                                    a.candidate().person(), p -> new TreeSet<>())
                                            .add(cell.id()));
        }
        fullTime.forEach(
                (person, teams) ->
                        findings.add(
                                RuleCheck.of(
                                        TeamRule.FULL_TIME_ONCE,
                                        teams.size() == 1,
                                        "person",
                                        person,
                                        "teams",
                                        teams)));
        return new Ruling(findings);
    }

    /**
     * The cells of unusual size; it refuses nothing and is no part of {@link #composition}.
     *
     * @param usual the usual size
     * @return one finding for each cell outside the bounds, and for each that nobody has counted
     */
    public List<Finding> warnings(HouseholdBounds usual) {
        return cells.stream()
                .map(usual::judge)
                .filter(check -> !check.isMet())
                .<Finding>map(check -> check)
                .toList();
    }
}
