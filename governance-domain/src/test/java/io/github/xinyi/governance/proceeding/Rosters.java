package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Parties;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.ruling.Answers;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Rosters of the community of {@link Courses}, and their units. */
final class Rosters {

    private Rosters() {}

    static UnitId unitId(int number) {
        return UnitId.of("U%03d".formatted(number));
    }

    static Roster roster(Parties parties, List<Unit> units) {
        return roster(Courses.DAY_0, parties, units);
    }

    static Roster roster(LocalDate day, Parties parties, List<Unit> units) {
        return Answers.accepted(Roster.of(Courses.COMMUNITY, day, parties, units));
    }

    static Unit home(int number, long area, String... owners) {
        return unit(number, area, UnitUse.RESIDENTIAL, DeliveryStatus.SOLD_DELIVERED, owners);
    }

    static Unit unit(int number, long area, UnitUse use, DeliveryStatus status, String... owners) {
        return new Unit(
                unitId(number),
                "1号楼",
                use,
                FloorArea.ofSquareDecimetres(area),
                AreaEvidence.REGISTRY,
                status,
                List.of(owners).stream()
                        .map(PersonId::of)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
