package io.github.xinyi.governance.register;

import io.github.xinyi.governance.community.Guardianship;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.community.RosterFinding;
import io.github.xinyi.governance.community.Underwriting;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.register.Register.Recorded;
import io.github.xinyi.governance.register.RosterEvent.Entry;
import io.github.xinyi.governance.register.RosterEvent.GuardianAppointed;
import io.github.xinyi.governance.register.RosterEvent.OwnerDied;
import io.github.xinyi.governance.register.RosterEvent.RegisterOpened;
import io.github.xinyi.governance.register.RosterEvent.RosterFrozen;
import io.github.xinyi.governance.register.RosterEvent.UnitAdded;
import io.github.xinyi.governance.register.RosterEvent.UnitUnderwritten;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The roster of one community over time, folded from its events: {@code
 * RosterHistory.from(events).asOf(day)}.
 *
 * <p>A change may be recorded long after the day from which it holds, and then changes the roster
 * of every day since; but a roster that was frozen stays as it was known at that moment. Nothing
 * here is ever changed: a host appends what {@link #record} or {@link #freeze} accepts. Immutable.
 *
 * @since 0.1.0
 */
public final class RosterHistory {

    /** The greatest number of changes of one unit, of one ward, and of all buildings. */
    public static final int MAX_CHANGES = 200;

    /**
     * The greatest number of days whose roster is frozen: each is made again, with its digest, when
     * a history is folded.
     */
    public static final int MAX_FROZEN_DAYS = 200;

    private final Register register;

    private RosterHistory(Register register) {
        this.register = register;
    }

    /**
     * The state after a history.
     *
     * @param history what was stored, in the order in which it was recorded; may be empty
     * @return the state
     * @throws IllegalArgumentException if no commands could have made that history
     */
    public static RosterHistory from(List<RosterEvent> history) {
        Register register = new Register();
        history.forEach(event -> append(register, event));
        return new RosterHistory(register);
    }

    /**
     * The events with which a register begins where a roster stands already, as after an import.
     *
     * @param roster the first roster; its record date is the day from which all of it holds
     * @param recordedAt when it came to the register
     * @return the events, to be appended to an empty history
     */
    public static List<RosterEvent> open(Roster roster, Instant recordedAt) {
        Entry entry = new Entry(roster.community(), roster.recordDate(), recordedAt);
        List<RosterEvent> events = new ArrayList<>();
        events.add(new RegisterOpened(entry, roster.developer()));
        roster.units().forEach(unit -> events.add(new UnitAdded(entry, unit)));
        for (Underwriting u : roster.parties().underwritings()) {
            events.add(new UnitUnderwritten(entry, u.unit(), u.underwriter()));
        }
        for (Guardianship g : roster.parties().guardianships()) {
            LocalDate start = g.inForce().startInclusive();
            events.add(
                    new GuardianAppointed(
                            new Entry(roster.community(), start, recordedAt),
                            g.ward(),
                            g.guardian(),
                            g.inForce().endExclusive()));
        }
        for (PersonId person : roster.parties().deceased()) {
            events.add(new OwnerDied(entry, person));
        }
        return Collections.unmodifiableList(events);
    }

    /**
     * Everything recorded.
     *
     * @return the events in their order
     */
    public List<RosterEvent> events() {
        return Collections.unmodifiableList(register.events());
    }

    /**
     * The days whose roster is frozen.
     *
     * @return each with the digest of its roster
     */
    public SortedMap<LocalDate, RosterDigest> frozenDays() {
        SortedMap<LocalDate, RosterDigest> days = new TreeMap<>();
        for (Map.Entry<LocalDate, Recorded> day : register.frozen().entrySet()) {
            days.put(day.getKey(), ((RosterFrozen) day.getValue().event()).digest());
        }
        return days;
    }

    /**
     * The roster of a day: as it was frozen, or else as it is known now.
     *
     * @param day the record date
     * @return the roster; refused if there is no unit on that day, or for a rule of {@link
     *     Roster#of}
     */
    public Outcome<Roster> asOf(LocalDate day) {
        Recorded frozen = register.frozen().get(day);
        return rosterAt(register, day, frozen == null ? register.events().size() : frozen.place());
    }

    /**
     * The state after one more event.
     *
     * @param event what {@link #record} or {@link #freeze} accepted
     * @return the new state
     * @throws IllegalArgumentException if neither would have accepted it
     */
    public RosterHistory after(RosterEvent event) {
        Register longer = new Register(register);
        append(longer, event);
        return new RosterHistory(longer);
    }

    /**
     * Records a change.
     *
     * @param change any event but {@link RosterFrozen}, which {@link #freeze} makes
     * @return the change, to be appended; refused with every {@link RegisterRule} that it does not
     *     fit on its day, or with the first later change that it would make impossible
     * @throws IllegalArgumentException if it is of another community, or freezes a roster
     */
    public Outcome<RosterEvent> record(RosterEvent change) {
        if (change instanceof RosterFrozen) {
            throw new IllegalArgumentException("freeze() makes this event: " + change);
        }
        Checks checks = register.check(change);
        return checks.areMet()
                ? Outcome.accepted(change)
                : Outcome.refused(new Ruling(List.copyOf(checks.all())));
    }

    /**
     * Freezes the roster of a day as it is known now.
     *
     * @param recordDate the day
     * @param recordedAt the moment of freezing
     * @return the event, to be appended; refused as {@link #asOf} is, if that day is frozen, or if
     *     {@link #MAX_FROZEN_DAYS} are
     * @throws IllegalArgumentException if the register was never opened
     */
    public Outcome<RosterFrozen> freeze(LocalDate recordDate, Instant recordedAt) {
        return frozen(register, recordDate, recordedAt);
    }

    private static Outcome<RosterFrozen> frozen(
            Register register, LocalDate recordDate, Instant recordedAt) {
        return rosterAt(register, recordDate, register.events().size())
                .then(
                        roster -> {
                            RosterFrozen event =
                                    new RosterFrozen(
                                            new Entry(roster.community(), recordDate, recordedAt),
                                            roster.digest());
                            Recorded before = register.frozen().get(recordDate);
                            Checks checks = register.check(event);
                            if (before == null && checks.areMet()) {
                                return Outcome.accepted(event);
                            }
                            List<Finding> findings = new ArrayList<>(checks.all());
                            if (before != null) {
                                findings.add(
                                        new RosterFinding.AlreadyFrozen(
                                                roster.community(),
                                                recordDate,
                                                ((RosterFrozen) before.event()).digest(),
                                                roster.digest()));
                            }
                            return Outcome.refused(new Ruling(findings));
                        });
    }

    private static Outcome<Roster> rosterAt(Register register, LocalDate day, int place) {
        if (register.events().isEmpty()) {
            throw new IllegalArgumentException("the register was never opened");
        }
        return register.roster(day, place);
    }

    private static void append(Register register, RosterEvent event) {
        boolean possible =
                event instanceof RosterFrozen frozen
                        ? frozen(register, frozen.entry().effective(), frozen.occurredAt())
                                .fold(frozen::equals, ruling -> false)
                        : register.check(event).areMet();
        if (!possible) {
            throw new IllegalArgumentException("no command could have recorded " + event);
        }
        register.append(event);
    }

    /** For example {@code 700 events, 2 frozen days}. */
    @Override
    public String toString() {
        return register.events().size() + " events, " + register.frozen().size() + " frozen days";
    }
}
