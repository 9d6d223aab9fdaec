package io.github.xinyi.example.stories;

import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An invented community of homes of 80.00 m² and a little more each, with one owner each.
 *
 * @param community its name
 * @param units building by building
 */
record Homes(CommunityId community, List<Unit> units) {

    static Homes of(String community, int buildings, int homesEach) {
        List<Unit> units = new ArrayList<>();
        for (int building = 1; building <= buildings; building++) {
            for (int home = 1; home <= homesEach; home++) {
                units.add(home(building, home, 8_000 + 25 * units.size()));
            }
        }
        return new Homes(CommunityId.of(community), List.copyOf(units));
    }

    private static Unit home(int building, int number, long areaSquareDecimetres) {
        return new Unit(
                UnitId.of(building + "-" + (100 + number)),
                building + "号楼",
                UnitUse.RESIDENTIAL,
                FloorArea.ofSquareDecimetres(areaSquareDecimetres),
                AreaEvidence.REGISTRY,
                DeliveryStatus.SOLD_DELIVERED,
                new TreeSet<>(List.of(PersonId.of("owner-" + building + "-" + (100 + number)))));
    }

    /** Who owns what on a day. */
    Roster on(LocalDate day) {
        return Outcomes.accepted(Roster.of(community, day, PersonId.of("developer"), units));
    }

    UnitId id(int number) {
        return units.get(number - 1).id();
    }

    PersonId owner(int number) {
        return units.get(number - 1).owners().first();
    }

    int size() {
        return units.size();
    }

    /** The homes of a building. */
    SortedSet<UnitId> ofBuilding(int building) {
        SortedSet<UnitId> homes = new TreeSet<>();
        units.stream()
                .filter(unit -> unit.building().equals(building + "号楼"))
                .forEach(unit -> homes.add(unit.id()));
        return homes;
    }
}
