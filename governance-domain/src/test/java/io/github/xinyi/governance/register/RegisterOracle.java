package io.github.xinyi.governance.register;

import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.OwnerTitle;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.register.RosterEvent.AreaEstablished;
import io.github.xinyi.governance.register.RosterEvent.BuildingMerged;
import io.github.xinyi.governance.register.RosterEvent.GuardianAppointed;
import io.github.xinyi.governance.register.RosterEvent.GuardianshipEnded;
import io.github.xinyi.governance.register.RosterEvent.OfUnit;
import io.github.xinyi.governance.register.RosterEvent.OwnerDied;
import io.github.xinyi.governance.register.RosterEvent.RegisterOpened;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lives through all days of a history at once, the whole community together, and says whether any
 * event could not have happened; the last event alone may be a merger of a building that is not
 * there, since an earlier merger may lose its units to something recorded later.
 */
final class RegisterOracle {

    private final Map<PersonId, LocalDate> deaths = new HashMap<>();
    private final Map<UnitId, Unit> units = new HashMap<>();
    private final Map<UnitId, PersonId> underwriters = new HashMap<>();
    private final Map<List<PersonId>, LocalDate> guardians = new HashMap<>();

    private RegisterOracle() {}

    static boolean isPossible(List<RosterEvent> history) {
        RegisterOracle oracle = new RegisterOracle();
        for (RosterEvent event : history) {
            if (event instanceof OwnerDied died
                    && oracle.deaths.put(died.person(), died.entry().effective()) != null) {
                return false;
            }
        }
        List<RosterEvent> days = new ArrayList<>(history.subList(1, history.size()));
        days.sort(Comparator.comparing(event -> event.entry().effective()));
        RosterEvent last = history.get(history.size() - 1);
        for (RosterEvent event : days) {
            if (!oracle.lives(event, event == last)) {
                return false;
            }
        }
        return true;
    }

    private boolean lives(RosterEvent event, boolean last) {
        LocalDate day = event.entry().effective();
        if (event instanceof OfUnit change) {
            return livesUnit(change, units.get(change.unit()), day);
        }
        if (event instanceof BuildingMerged merger) {
            boolean there =
                    !merger.building().equals(merger.into())
                            && units.values().stream()
                                    .anyMatch(u -> u.building().equals(merger.building()));
            units.replaceAll(
                    (id, unit) ->
                            unit.building().equals(merger.building())
                                    ? unit.withBuilding(merger.into())
                                    : unit);
            return there || !last;
        }
        if (event instanceof GuardianAppointed e) {
            List<PersonId> pair = List.of(e.ward(), e.guardian());
            boolean free = !guardians.getOrDefault(pair, LocalDate.MIN).isAfter(day);
            guardians.put(pair, e.endExclusive());
            return free
                    && !e.ward().equals(e.guardian())
                    && day.isBefore(e.endExclusive())
                    && alive(pair, day);
        }
        if (event instanceof GuardianshipEnded e) {
            LocalDate end = guardians.remove(List.of(e.ward(), e.guardian()));
            return end != null && day.isBefore(end);
        }
        return event instanceof OwnerDied || event instanceof RegisterOpened;
    }

    private boolean livesUnit(OfUnit event, @Nullable Unit unit, LocalDate day) {
        if (event instanceof UnitAdded e) {
            underwriters.remove(e.unit());
            return units.put(e.unit(), e.added()) == null;
        }
        if (unit == null) {
            return false;
        }
        DeliveryStatus status = unit.status();
        boolean delivered = status == DeliveryStatus.SOLD_DELIVERED;
        if (event instanceof AreaEstablished e) {
            units.put(unit.id(), unit.withFigure(e.figure()));
            return !unit.figures().contains(e.figure());
        } else if (event instanceof UseChanged e) {
            units.put(unit.id(), unit.withUse(e.use()));
            return unit.use() != e.use();
        } else if (event instanceof UnitUnderwritten e) {
            PersonId before = underwriters.put(unit.id(), e.underwriter());
            return !delivered
                    && !e.underwriter().equals(before)
                    && !e.underwriter().equals(PersonId.of("D1"));
        } else if (event instanceof UnitSold e) {
            units.put(
                    unit.id(),
                    unit.withOwners(e.owners(), e.shares())
                            .withStatus(DeliveryStatus.SOLD_NOT_DELIVERED, OwnerTitle.REGISTERED));
            return status == DeliveryStatus.UNSOLD && alive(e.owners(), day);
        } else if (event instanceof UnitDelivered) {
            units.put(
                    unit.id(),
                    unit.withStatus(DeliveryStatus.SOLD_DELIVERED, OwnerTitle.IN_POSSESSION));
            underwriters.remove(unit.id());
            return status == DeliveryStatus.SOLD_NOT_DELIVERED;
        } else if (event instanceof TitleRegistered) {
            boolean open = delivered && unit.title() != OwnerTitle.REGISTERED;
            units.put(unit.id(), unit.withStatus(status, OwnerTitle.REGISTERED));
            return open;
        } else if (event instanceof UnitTransferred e) {
            List<PersonId> gaining = new ArrayList<>(e.owners());
            gaining.removeAll(unit.owners());
            units.put(
                    unit.id(),
                    unit.withOwners(e.owners(), e.shares())
                            .withStatus(status, OwnerTitle.REGISTERED));
            return delivered && !unit.owners().equals(e.owners()) && alive(gaining, day);
        } else if (event instanceof UnitInherited e) {
            List<PersonId> gaining = new ArrayList<>(e.owners());
            gaining.removeAll(unit.owners());
            units.put(
                    unit.id(),
                    unit.withOwners(e.owners(), e.shares()).withStatus(status, unit.title()));
            if (delivered) {
                units.computeIfPresent(
                        unit.id(), (id, u) -> u.withStatus(status, OwnerTitle.BY_LAW));
            }
            return delivered
                    && day.equals(deaths.get(e.deceased()))
                    && unit.owners().contains(e.deceased())
                    && !e.owners().contains(e.deceased())
                    && alive(gaining, day);
        }
        return event instanceof UnitCeased && units.remove(unit.id()) != null;
    }

    private boolean alive(Collection<PersonId> persons, LocalDate day) {
        return persons.stream().allMatch(p -> !day.isAfter(deaths.getOrDefault(p, LocalDate.MAX)));
    }
}
