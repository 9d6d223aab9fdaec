package io.github.xinyi.governance.register;

import static io.github.xinyi.governance.community.DeliveryStatus.SOLD_DELIVERED;
import static io.github.xinyi.governance.community.DeliveryStatus.SOLD_NOT_DELIVERED;
import static io.github.xinyi.governance.community.DeliveryStatus.UNSOLD;

import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.OwnerShare;
import io.github.xinyi.governance.community.OwnerTitle;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.register.RosterEvent.AreaEstablished;
import io.github.xinyi.governance.register.RosterEvent.OfUnit;
import io.github.xinyi.governance.register.RosterEvent.TitleRegistered;
import io.github.xinyi.governance.register.RosterEvent.UnitAdded;
import io.github.xinyi.governance.register.RosterEvent.UnitCeased;
import io.github.xinyi.governance.register.RosterEvent.UnitDelivered;
import io.github.xinyi.governance.register.RosterEvent.UnitInherited;
import io.github.xinyi.governance.register.RosterEvent.UnitSold;
import io.github.xinyi.governance.register.RosterEvent.UnitTransferred;
import io.github.xinyi.governance.register.RosterEvent.UnitUnderwritten;
import io.github.xinyi.governance.register.RosterEvent.UseChanged;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One kind of change of a unit: from which statuses it starts, what else it asks, what it leaves.
 */
record UnitChange<E extends OfUnit>(
        Class<E> kind,
        Set<DeliveryStatus> from,
        Condition<E> condition,
        BiFunction<E, Held, Optional<Held>> effect) {

    /** What a change asks of the unit and of the persons of the register. */
    @FunctionalInterface
    interface Condition<E> {
        void check(E event, Held held, Persons persons, Checks checks);
    }

    /** What a change must know of persons: who is the developer, and when anybody died. */
    record Persons(PersonId developer, Function<PersonId, LocalDate> dayOfDeath) {

        boolean isAlive(PersonId person, LocalDate day) {
            return !day.isAfter(dayOfDeath.apply(person));
        }
    }

    private static final Map<Class<?>, UnitChange<?>> ALL =
            Stream.of(
                            on(
                                    AreaEstablished.class,
                                    EnumSet.allOf(DeliveryStatus.class),
                                    (e, held, persons, checks) ->
                                            checks.check(
                                                    RegisterRule.FIGURE_NEW,
                                                    !held.unit().figures().contains(e.figure()),
                                                    "unit",
                                                    e.unit(),
                                                    "area",
                                                    e.figure().area()),
                                    (e, held) -> held.with(held.unit().withFigure(e.figure()))),
                            on(
                                    UseChanged.class,
                                    EnumSet.allOf(DeliveryStatus.class),
                                    (e, held, persons, checks) ->
                                            checks.check(
                                                    RegisterRule.USE_NEW,
                                                    held.unit().use() != e.use(),
                                                    "unit",
                                                    e.unit(),
                                                    "use",
                                                    e.use()),
                                    (e, held) -> held.with(held.unit().withUse(e.use()))),
                            on(
                                    UnitUnderwritten.class,
                                    EnumSet.of(UNSOLD, SOLD_NOT_DELIVERED),
                                    (e, held, persons, checks) ->
                                            checks.check(
                                                    RegisterRule.UNDERWRITER_OTHER,
                                                    !e.underwriter().equals(persons.developer())
                                                            && !held.underwriter()
                                                                    .contains(e.underwriter()),
                                                    "unit",
                                                    e.unit(),
                                                    "underwriter",
                                                    e.underwriter()),
                                    (e, held) -> new Held(held.unit(), Set.of(e.underwriter()))),
                            on(
                                    UnitSold.class,
                                    EnumSet.of(UNSOLD),
                                    (e, held, persons, checks) ->
                                            owners(
                                                    e,
                                                    e.owners(),
                                                    e.shares(),
                                                    Set.of(),
                                                    persons,
                                                    checks),
                                    (e, held) ->
                                            held.with(
                                                    held.unit()
                                                            .withOwners(e.owners(), e.shares())
                                                            .withStatus(
                                                                    SOLD_NOT_DELIVERED,
                                                                    OwnerTitle.REGISTERED))),
                            on(
                                    UnitDelivered.class,
                                    EnumSet.of(SOLD_NOT_DELIVERED),
                                    (e, held, persons, checks) -> {},
                                    (e, held) ->
                                            Held.of(
                                                    held.unit()
                                                            .withStatus(
                                                                    SOLD_DELIVERED,
                                                                    OwnerTitle.IN_POSSESSION))),
                            on(
                                    TitleRegistered.class,
                                    EnumSet.of(SOLD_DELIVERED),
                                    (e, held, persons, checks) ->
                                            checks.check(
                                                    RegisterRule.TITLE_OPEN,
                                                    held.unit().title() != OwnerTitle.REGISTERED,
                                                    "unit",
                                                    e.unit()),
                                    (e, held) -> titled(held.unit(), OwnerTitle.REGISTERED)),
                            on(
                                    UnitTransferred.class,
                                    EnumSet.of(SOLD_DELIVERED),
                                    (e, held, persons, checks) -> {
                                        change(e, held, e.owners(), e.shares(), checks);
                                        owners(
                                                e,
                                                e.owners(),
                                                e.shares(),
                                                held.unit().owners(),
                                                persons,
                                                checks);
                                    },
                                    (e, held) ->
                                            titled(
                                                    held.unit().withOwners(e.owners(), e.shares()),
                                                    OwnerTitle.REGISTERED)),
                            on(
                                    UnitInherited.class,
                                    EnumSet.of(SOLD_DELIVERED),
                                    UnitChange::inherited,
                                    (e, held) ->
                                            titled(
                                                    held.unit().withOwners(e.owners(), e.shares()),
                                                    OwnerTitle.BY_LAW)),
                            new UnitChange<>(
                                    UnitCeased.class,
                                    EnumSet.allOf(DeliveryStatus.class),
                                    (e, held, persons, checks) -> {},
                                    (e, held) -> Optional.empty()))
                    .collect(Collectors.toUnmodifiableMap(UnitChange::kind, change -> change));

    private static <E extends OfUnit> UnitChange<E> on(
            Class<E> kind,
            Set<DeliveryStatus> from,
            Condition<E> condition,
            BiFunction<E, Held, Held> effect) {
        return new UnitChange<>(kind, from, condition, effect.andThen(Optional::of));
    }

    /** The unit after a change, or as it was if any check of the change is not met. */
    static Optional<Held> step(
            OfUnit event, Optional<Held> before, Persons persons, Checks checks) {
        if (event instanceof UnitAdded added) {
            return checks.check(
                            RegisterRule.UNIT_NEW,
                            before.isEmpty(),
                            "unit",
                            event.unit(),
                            "date",
                            event.entry().effective())
                    ? Optional.of(Held.of(added.added()))
                    : before;
        }
        if (!checks.check(
                RegisterRule.UNIT_KNOWN,
                before.isPresent(),
                "unit",
                event.unit(),
                "date",
                event.entry().effective())) {
            return before;
        }
        UnitChange<?> change = ALL.get(event.getClass());
        if (change == null) {
            throw new IllegalStateException("no rules for " + event.getClass());
        }
        return change.step(event, before.get(), persons, checks);
    }

    static boolean covers(Class<?> kind) {
        return kind == UnitAdded.class || ALL.containsKey(kind);
    }

    /** The persons who must be alive for a change, for all that they did not own before. */
    static SortedSet<PersonId> acquirers(OfUnit event) {
        if (event instanceof UnitSold e) {
            return e.owners();
        }
        if (event instanceof UnitTransferred e) {
            return e.owners();
        }
        return event instanceof UnitInherited e ? e.owners() : Collections.emptySortedSet();
    }

    private Optional<Held> step(Object event, Held before, Persons persons, Checks checks) {
        E change = kind.cast(event);
        checks.check(
                RegisterRule.STATUS,
                from.contains(before.unit().status()),
                "unit",
                change.unit(),
                "status",
                before.unit().status());
        condition.check(change, before, persons, checks);
        return checks.areMet() ? effect.apply(change, before) : Optional.of(before);
    }

    private static Held titled(Unit unit, OwnerTitle title) {
        return Held.of(unit.withStatus(SOLD_DELIVERED, title));
    }

    private static void inherited(UnitInherited e, Held held, Persons persons, Checks checks) {
        LocalDate day = e.entry().effective();
        checks.check(
                RegisterRule.DAY_OF_DEATH,
                day.equals(persons.dayOfDeath().apply(e.deceased())),
                "person",
                e.deceased(),
                "date",
                day);
        checks.check(
                RegisterRule.HEIRS_OF_OWNER,
                held.unit().owners().contains(e.deceased()) && !e.owners().contains(e.deceased()),
                "person",
                e.deceased(),
                "unit",
                e.unit());
        owners(e, e.owners(), e.shares(), held.unit().owners(), persons, checks);
    }

    private static void change(
            OfUnit e,
            Held held,
            SortedSet<PersonId> owners,
            SortedSet<OwnerShare> shares,
            Checks checks) {
        checks.check(
                RegisterRule.OWNERS_NEW,
                !held.unit().owners().equals(owners) || !held.unit().shares().equals(shares),
                "unit",
                e.unit());
    }

    private static void owners(
            OfUnit e,
            SortedSet<PersonId> owners,
            SortedSet<OwnerShare> shares,
            Set<PersonId> before,
            Persons persons,
            Checks checks) {
        checks.check(
                RegisterRule.NUMBER_OF_OWNERS,
                !owners.isEmpty() && owners.size() <= Unit.MAX_OWNERS,
                "unit",
                e.unit(),
                "number",
                owners.size(),
                "limit",
                Unit.MAX_OWNERS);
        checks.check(RegisterRule.SHARES, Unit.areSharesOf(owners, shares), "unit", e.unit());
        LocalDate day = e.entry().effective();
        for (PersonId owner : owners) {
            checks.check(
                    RegisterRule.ALIVE,
                    before.contains(owner) || persons.isAlive(owner, day),
                    "person",
                    owner,
                    "date",
                    day);
        }
    }
}
