package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.casework.CaseworkEvent.SquadFormed;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitVisited;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitsConcerned;
import io.github.xinyi.governance.identity.SquadId;
import io.github.xinyi.governance.identity.UnitId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is asked for an opinion, by which squad, and what each visit came to (民意征集). A visit makes
 * anew the round of its own squad alone, so that a large case costs no more for each. Immutable.
 */
final class Survey {

    private final SortedSet<UnitId> units;
    private final Map<UnitId, SquadId> squadOf;
    private final NavigableMap<SquadId, Round> rounds;

    /** What one squad does. */
    private record Round(SquadFormed squad, NavigableMap<UnitId, UnitVisited> visits) {

        Round with(List<UnitVisited> visited) {
            NavigableMap<UnitId, UnitVisited> more = new TreeMap<>(visits);
            visited.forEach(visit -> ContactCoverage.add(more, visit));
            return new Round(squad, more);
        }

        ContactCoverage contact() {
            return new ContactCoverage(squad.units(), visits.values());
        }
    }

    private Survey(
            SortedSet<UnitId> units,
            Map<UnitId, SquadId> squadOf,
            NavigableMap<SquadId, Round> rounds) {
        this.units = units;
        this.squadOf = squadOf;
        this.rounds = rounds;
    }

    static Survey of(SortedSet<UnitId> units) {
        return new Survey(units, Map.of(), new TreeMap<>());
    }

    Survey with(UnitsConcerned more) {
        SortedSet<UnitId> all = new TreeSet<>(units);
        all.addAll(more.units());
        return new Survey(Collections.unmodifiableSortedSet(all), squadOf, rounds);
    }

    Survey with(SquadFormed formed) {
        Map<UnitId, SquadId> assigned = new HashMap<>(squadOf);
        formed.units().forEach(unit -> assigned.put(unit, formed.squad()));
        NavigableMap<SquadId, Round> more = new TreeMap<>(rounds);
        more.put(formed.squad(), new Round(formed, new TreeMap<>()));
        return new Survey(units, assigned, more);
    }

    /** Of units that squads visit; the judge has refused others. */
    Survey with(List<UnitVisited> visited) {
        NavigableMap<SquadId, List<UnitVisited>> bySquad = new TreeMap<>();
        visited.forEach(
                visit ->
                        Optional.ofNullable(squadOf.get(visit.unit()))
                                .ifPresent(
                                        squad ->
                                                bySquad.computeIfAbsent(
                                                                squad, s -> new ArrayList<>())
                                                        .add(visit)));
        NavigableMap<SquadId, Round> more = new TreeMap<>(rounds);
        bySquad.forEach(
                (squad, visits) -> more.computeIfPresent(squad, (s, round) -> round.with(visits)));
        return new Survey(units, squadOf, more);
    }

    SortedSet<UnitId> units() {
        return units;
    }

    Set<SquadId> squads() {
        return Collections.unmodifiableSet(rounds.keySet());
    }

    Optional<SquadFormed> squadOf(UnitId unit) {
        return Optional.ofNullable(squadOf.get(unit)).map(rounds::get).map(Round::squad);
    }

    ContactCoverage contact() {
        List<UnitVisited> visits = new ArrayList<>();
        rounds.values().forEach(round -> visits.addAll(round.visits().values()));
        return new ContactCoverage(units, visits);
    }

    Optional<ContactCoverage> contactOf(SquadId squad) {
        return Optional.ofNullable(rounds.get(squad)).map(Round::contact);
    }
}
