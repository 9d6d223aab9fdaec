package io.github.xinyi.governance.register;

import io.github.xinyi.governance.community.Guardianship;
import io.github.xinyi.governance.community.Parties;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Underwriting;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.register.RosterEvent.BuildingMerged;
import io.github.xinyi.governance.register.RosterEvent.GuardianAppointed;
import io.github.xinyi.governance.register.RosterEvent.OfUnit;
import io.github.xinyi.governance.register.RosterEvent.OfWard;
import io.github.xinyi.governance.register.RosterEvent.OwnerDied;
import io.github.xinyi.governance.register.RosterEvent.RegisterOpened;
import io.github.xinyi.governance.register.RosterEvent.RosterFrozen;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All events of a history by what they change. Each is kept with its place in the history, so that
 * what was known at any place can be told again; grows only while a history is being made.
 */
final class Register {

    /** An event and its place in the history. */
    record Recorded(int place, RosterEvent event) {
        LocalDate day() {
            return event.entry().effective();
        }
    }

    private static final Comparator<Recorded> BY_DAY =
            Comparator.comparing(Recorded::day).thenComparing(Recorded::place);

    private final List<RosterEvent> events;
    private final Map<UnitId, List<Recorded>> units;
    private final Map<PersonId, List<Recorded>> wards;
    private final Map<PersonId, Recorded> deaths;
    private final Map<PersonId, List<UnitId>> touching;
    private final Map<PersonId, List<PersonId>> guarding;
    private final List<Recorded> mergers;
    private final SortedMap<LocalDate, Recorded> frozen;

    Register() {
        events = new ArrayList<>();
        units = new HashMap<>();
        wards = new HashMap<>();
        deaths = new HashMap<>();
        touching = new HashMap<>();
        guarding = new HashMap<>();
        mergers = new ArrayList<>();
        frozen = new TreeMap<>();
    }

    Register(Register other) {
        events = new ArrayList<>(other.events);
        units = new HashMap<>(other.units);
        wards = new HashMap<>(other.wards);
        deaths = new HashMap<>(other.deaths);
        touching = new HashMap<>(other.touching);
        guarding = new HashMap<>(other.guarding);
        mergers = new ArrayList<>(other.mergers);
        frozen = new TreeMap<>(other.frozen);
    }

    List<RosterEvent> events() {
        return events;
    }

    /** The frozen days, each with its event. */
    SortedMap<LocalDate, Recorded> frozen() {
        return frozen;
    }

    void append(RosterEvent event) {
        Recorded recorded = new Recorded(events.size(), event);
        events.add(event);
        if (event instanceof OfUnit change) {
            units.merge(change.unit(), List.of(recorded), Register::joined);
            UnitChange.acquirers(change).forEach(p -> add(touching, p, change.unit()));
        } else if (event instanceof OfWard change) {
            wards.merge(change.ward(), List.of(recorded), Register::joined);
            add(guarding, change.ward(), change.ward());
            add(guarding, change.guardian(), change.ward());
        } else if (event instanceof OwnerDied death) {
            deaths.put(death.person(), recorded);
        } else if (event instanceof BuildingMerged) {
            mergers.add(recorded);
        } else if (event instanceof RosterFrozen) {
            frozen.put(recorded.day(), recorded);
        }
    }

    private static <T> void add(Map<PersonId, List<T>> index, PersonId person, T value) {
        List<T> before = index.getOrDefault(person, List.of());
        if (!before.contains(value)) {
            index.put(person, Stream.concat(before.stream(), Stream.of(value)).toList());
        }
    }

    private static List<Recorded> joined(List<Recorded> some, List<Recorded> more) {
        return Stream.concat(some.stream(), more.stream()).sorted(BY_DAY).toList();
    }

    /** Whether an event may come next; nothing is changed. */
    Checks check(RosterEvent event) {
        Checks checks = new Checks();
        boolean opens = event instanceof RegisterOpened;
        if (!checks.check(RegisterRule.OPENED, opens == events.isEmpty()) || opens) {
            return checks;
        }
        RosterEvent last = events.get(events.size() - 1);
        if (!event.community().equals(last.community())) {
            throw new IllegalArgumentException(
                    event.community() + " has no place in the register of " + last.community());
        }
        checks.check(
                RegisterRule.RECORDED_IN_ORDER,
                !event.occurredAt().isBefore(last.occurredAt()),
                "recorded",
                event.occurredAt(),
                "last",
                last.occurredAt());
        Recorded next = new Recorded(events.size(), event);
        if (event instanceof OfUnit change) {
            List<Recorded> before = units.getOrDefault(change.unit(), List.of());
            limit(before, change.unit(), checks);
            playUnit(joined(before, List.of(next)), next, persons(next.place()), checks);
        } else if (event instanceof OfWard change) {
            List<Recorded> before = wards.getOrDefault(change.ward(), List.of());
            limit(before, change.ward(), checks);
            playWard(joined(before, List.of(next)), next, persons(next.place()), checks);
        } else if (event instanceof OwnerDied death) {
            checkDeath(death, next, checks);
        } else if (event instanceof BuildingMerged merger) {
            limit(mergers, merger.building(), checks);
            checks.check(
                    RegisterRule.BUILDING_KNOWN,
                    Unit.isBuilding(merger.into())
                            && !merger.into().equals(merger.building())
                            && units.keySet().stream()
                                    .flatMap(unit -> held(unit, next.day(), next.place()).stream())
                                    .anyMatch(h -> h.unit().building().equals(merger.building())),
                    "building",
                    merger.building(),
                    "date",
                    next.day());
        } else if (event instanceof RosterFrozen) {
            checks.check(
                    RegisterRule.FROZEN_DAYS,
                    frozen.size() < RosterHistory.MAX_FROZEN_DAYS,
                    "limit",
                    RosterHistory.MAX_FROZEN_DAYS);
        }
        return checks;
    }

    private static void limit(List<Recorded> before, Object subject, Checks checks) {
        checks.check(
                RegisterRule.NUMBER_OF_CHANGES,
                before.size() < RosterHistory.MAX_CHANGES,
                "subject",
                subject,
                "limit",
                RosterHistory.MAX_CHANGES);
    }

    private void checkDeath(OwnerDied death, Recorded next, Checks checks) {
        checks.check(
                RegisterRule.DEATH_NEW,
                !deaths.containsKey(death.person()),
                "person",
                death.person());
        LocalDate day = next.day();
        UnitChange.Persons before = persons(next.place());
        UnitChange.Persons after =
                new UnitChange.Persons(
                        developer(),
                        person ->
                                person.equals(death.person())
                                        ? day
                                        : before.dayOfDeath().apply(person));
        touching.getOrDefault(death.person(), List.of())
                .forEach(
                        unit -> playUnit(units.getOrDefault(unit, List.of()), next, after, checks));
        guarding.getOrDefault(death.person(), List.of())
                .forEach(
                        ward -> playWard(wards.getOrDefault(ward, List.of()), next, after, checks));
    }

    /** Plays the changes of a unit with what is proposed among them or behind them. */
    private Optional<Held> playUnit(
            List<Recorded> changes, Recorded proposed, UnitChange.Persons persons, Checks checks) {
        Optional<Held> held = Optional.empty();
        for (Recorded change : changes) {
            if (!(change.event() instanceof OfUnit event)) {
                held = held.map(h -> merged(h, change));
                continue;
            }
            Checks found = new Checks();
            held = UnitChange.step(event, held, persons, found);
            if (!accept(change, proposed, event.unit(), found, checks)) {
                return held;
            }
        }
        return held;
    }

    private static Held merged(Held held, Recorded change) {
        BuildingMerged merger = (BuildingMerged) change.event();
        return held.unit().building().equals(merger.building())
                ? held.with(held.unit().withBuilding(merger.into()))
                : held;
    }

    /** The guardians of a ward and their days after all changes given. */
    private static Map<PersonId, EffectivePeriod> playWard(
            List<Recorded> changes, Recorded proposed, UnitChange.Persons persons, Checks checks) {
        Map<PersonId, EffectivePeriod> standing = new TreeMap<>();
        for (Recorded change : changes) {
            OfWard event = (OfWard) change.event();
            LocalDate day = change.day();
            Checks found = new Checks();
            EffectivePeriod period = standing.get(event.guardian());
            boolean stands = period != null && period.contains(day);
            if (event instanceof GuardianAppointed appointed) {
                checkAppointment(appointed, stands, persons, found);
                if (found.areMet()) {
                    standing.put(
                            event.guardian(), new EffectivePeriod(day, appointed.endExclusive()));
                }
            } else if (found.check(
                            RegisterRule.GUARDIANSHIP_KNOWN,
                            stands,
                            "ward",
                            event.ward(),
                            "guardian",
                            event.guardian(),
                            "date",
                            day)
                    && period != null) {
                standing.remove(event.guardian());
                if (period.startInclusive().isBefore(day)) {
                    standing.put(
                            event.guardian(), new EffectivePeriod(period.startInclusive(), day));
                }
            }
            if (!accept(change, proposed, event.ward(), found, checks)) {
                return standing;
            }
        }
        return standing;
    }

    private static void checkAppointment(
            GuardianAppointed event, boolean stands, UnitChange.Persons persons, Checks checks) {
        LocalDate day = event.entry().effective();
        checks.check(
                RegisterRule.GUARDIAN_NEW,
                !stands && !event.guardian().equals(event.ward()),
                "ward",
                event.ward(),
                "guardian",
                event.guardian());
        checks.check(
                RegisterRule.GUARDIANSHIP_DAYS,
                day.isBefore(event.endExclusive()),
                "date",
                day,
                "end",
                event.endExclusive());
        for (PersonId person : List.of(event.ward(), event.guardian())) {
            checks.check(
                    RegisterRule.ALIVE,
                    persons.isAlive(person, day),
                    "person",
                    person,
                    "date",
                    day);
        }
    }

    /** Whether to play on: what is proposed shows its own findings, the others only one. */
    private static boolean accept(
            Recorded change, Recorded proposed, Object subject, Checks found, Checks checks) {
        if (change.equals(proposed)) {
            checks.addAll(found);
        } else if (!found.areMet()) {
            checks.check(
                    RegisterRule.LATER_CHANGE, false, "subject", subject, "date", change.day());
        }
        return found.areMet();
    }

    /** The roster of a day as it was known at a place of the history. */
    Outcome<Roster> roster(LocalDate day, int place) {
        UnitChange.Persons persons = persons(place);
        Predicate<PersonId> isDead = person -> !persons.dayOfDeath().apply(person).isAfter(day);
        List<Unit> standing = new ArrayList<>();
        List<Underwriting> underwritings = new ArrayList<>();
        Set<PersonId> deceased = new HashSet<>();
        for (UnitId unit : units.keySet()) {
            held(unit, day, place)
                    .ifPresent(
                            held -> {
                                standing.add(held.unit());
                                held.underwriter()
                                        .forEach(u -> underwritings.add(new Underwriting(unit, u)));
                                held.unit().owners().stream().filter(isDead).forEach(deceased::add);
                            });
        }
        Parties parties =
                Parties.of(developer())
                        .withUnderwritings(underwritings)
                        .withGuardianships(guardianships(day, place, isDead))
                        .withDeceased(deceased);
        return Roster.of(events.get(0).community(), day, parties, standing);
    }

    private List<Guardianship> guardianships(LocalDate day, int place, Predicate<PersonId> isDead) {
        List<Guardianship> inForce = new ArrayList<>();
        Recorded none = new Recorded(place, events.get(0));
        wards.forEach(
                (ward, changes) ->
                        playWard(upTo(changes, day, place), none, persons(place), new Checks())
                                .forEach(
                                        (guardian, period) -> {
                                            if (period.contains(day)
                                                    && !isDead.test(ward)
                                                    && !isDead.test(guardian)) {
                                                inForce.add(
                                                        new Guardianship(ward, guardian, period));
                                            }
                                        }));
        return inForce;
    }

    private Optional<Held> held(UnitId unit, LocalDate day, int place) {
        List<Recorded> changes = joined(units.getOrDefault(unit, List.of()), mergers);
        return playUnit(
                upTo(changes, day, place),
                new Recorded(place, events.get(0)),
                persons(place),
                new Checks());
    }

    private static List<Recorded> upTo(Collection<Recorded> changes, LocalDate day, int place) {
        return changes.stream().filter(c -> c.place() < place && !c.day().isAfter(day)).toList();
    }

    /** What was known of persons at a place of the history. */
    private UnitChange.Persons persons(int place) {
        return new UnitChange.Persons(
                developer(),
                person -> {
                    Recorded death = deaths.get(person);
                    return death == null || death.place() >= place ? LocalDate.MAX : death.day();
                });
    }

    private PersonId developer() {
        return ((RegisterOpened) events.get(0)).developer();
    }
}
