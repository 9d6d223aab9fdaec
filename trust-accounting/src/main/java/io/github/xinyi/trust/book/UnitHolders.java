package io.github.xinyi.trust.book;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Which units stand for one and the same household when a published sum is judged (同一权利人): five
 * shops of one owner hide nothing, so they count as one.
 *
 * <p>Units that share an owner are one group, and so are units that are joined by others: if Zhang
 * owns unit 1, Zhang and Li unit 2, and Li unit 3, the three are one. Units of which nobody says
 * whose they are form one group together, so that a missing owner never makes a batch larger. From
 * a roster: {@code UnitHolders.of(roster.units().stream().collect(toMap(Unit::id, Unit::owners)))},
 * with the developer in the place of owners that a unit has not yet. Interpretation of Personal
 * Information Protection Law art. 25: the person is protected, not the unit. Immutable.
 *
 * @since 0.1.0
 */
public final class UnitHolders {

    private static final UnitHolders EACH_ITS_OWN = new UnitHolders(Map.of(), true);
    private static final UnitId UNKNOWN = UnitId.of("unknown");

    private final Map<UnitId, UnitId> groupOf;
    private final boolean others;

    private UnitHolders(Map<UnitId, UnitId> groupOf, boolean others) {
        this.groupOf = groupOf;
        this.others = others;
    }

    /**
     * Every unit by itself, where nobody keeps a roster.
     *
     * @return as many groups as units
     */
    public static UnitHolders eachItsOwn() {
        return EACH_ITS_OWN;
    }

    /**
     * The groups by the owners of each unit.
     *
     * @param owners of each unit, at least one, for example from a roster
     * @return the groups
     * @throws IllegalArgumentException if a unit has no owner
     */
    public static UnitHolders of(Map<UnitId, ? extends Collection<PersonId>> owners) {
        Map<UnitId, UnitId> parent = new HashMap<>();
        Map<PersonId, UnitId> unitOf = new HashMap<>();
        owners.forEach(
                (unit, persons) -> {
                    if (persons.isEmpty()) {
                        throw new IllegalArgumentException("no owner of unit " + unit);
                    }
                    parent.putIfAbsent(unit, unit);
                    for (PersonId person : persons) {
                        UnitId other = unitOf.putIfAbsent(person, unit);
                        parent.put(root(parent, unit), root(parent, other == null ? unit : other));
                    }
                });
        Map<UnitId, UnitId> groups = new HashMap<>();
        parent.keySet().forEach(unit -> groups.put(unit, root(parent, unit)));
        return new UnitHolders(Map.copyOf(groups), false);
    }

    private static UnitId root(Map<UnitId, UnitId> parent, UnitId unit) {
        UnitId at = unit;
        UnitId above = parent.getOrDefault(at, at);
        while (!above.equals(at)) {
            at = above;
            above = parent.getOrDefault(at, at);
        }
        return at;
    }

    /**
     * The group that a unit belongs to.
     *
     * @param unit the unit
     * @return a unit that stands for all of its group, for two units the same if and only if they
     *     are of one group
     */
    public UnitId groupOf(UnitId unit) {
        return groupOf.getOrDefault(unit, others ? unit : UNKNOWN);
    }
}
