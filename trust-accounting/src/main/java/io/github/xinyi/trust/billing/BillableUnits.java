package io.github.xinyi.trust.billing;

import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.register.RosterEvent;
import io.github.xinyi.governance.register.RosterHistory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The units of a roster as a fee run sees them: use, area, and since when owners pay.
 *
 * <p>Example: {@code BillableUnits.of(roster, BillableUnits.deliveries(history))}. A unit whose day
 * of delivery is not given is its owners' if the roster has it as handed over, and otherwise the
 * developer's. Source: Property Management Regulation art. 41 para. 2. Immutable.
 *
 * @since 0.1.0
 */
public final class BillableUnits {

    /** The place of a use is its code in a run, and is kept nowhere. */
    static final List<UnitUse> USES = List.of(UnitUse.values());

    private static final int ALWAYS = Integer.MIN_VALUE;
    private static final int NEVER = Integer.MAX_VALUE;

    private final CommunityId community;
    private final List<Unit> units;
    private final int[] areas;
    private final byte[] uses;
    private final int[] delivered;

    private BillableUnits(Roster roster, Map<UnitId, LocalDate> deliveries) {
        this.community = roster.community();
        this.units = roster.units();
        this.areas = new int[units.size()];
        this.uses = new byte[units.size()];
        this.delivered = new int[units.size()];
        int place = 0;
        for (Unit unit : units) {
            LocalDate day = deliveries.get(unit.id());
            boolean handedOver = unit.status() == DeliveryStatus.SOLD_DELIVERED;
            areas[place] = Math.toIntExact(unit.area().squareDecimetres());
            uses[place] = (byte) USES.indexOf(unit.use());
            delivered[place++] =
                    day != null ? Math.toIntExact(day.toEpochDay()) : handedOver ? ALWAYS : NEVER;
        }
    }

    /**
     * The units of a roster.
     *
     * @param roster the roster of the month that is to be billed
     * @param deliveries the days on which units were handed over, of those known; others are left
     *     to the roster
     * @return the units in the order of the roster
     */
    public static BillableUnits of(Roster roster, Map<UnitId, LocalDate> deliveries) {
        return new BillableUnits(roster, deliveries);
    }

    /**
     * The days of delivery that a register has recorded.
     *
     * @param history the register
     * @return for each unit handed over since the register was opened, its day
     */
    public static Map<UnitId, LocalDate> deliveries(RosterHistory history) {
        Map<UnitId, LocalDate> days = new HashMap<>();
        for (RosterEvent event : history.events()) {
            if (event instanceof RosterEvent.UnitDelivered delivery) {
                days.put(delivery.unit(), delivery.entry().effective());
            }
        }
        return Map.copyOf(days);
    }

    /**
     * Whose units they are.
     *
     * @return the community
     */
    public CommunityId community() {
        return community;
    }

    /**
     * How many there are.
     *
     * @return at least 1
     */
    public int size() {
        return areas.length;
    }

    Unit unit(int place) {
        return units.get(place);
    }

    int useCode(int place) {
        return uses[place];
    }

    long squareDecimetres(int place) {
        return areas[place];
    }

    /** The first day, counted from 1970, on which owners pay. */
    int ownersSince(int place) {
        return delivered[place];
    }
}
