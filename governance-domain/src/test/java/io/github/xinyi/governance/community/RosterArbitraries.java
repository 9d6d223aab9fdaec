package io.github.xinyi.governance.community;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.Ratio;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Small rosters in which persons, buildings and figures meet often. */
public final class RosterArbitraries {

    public static final LocalDate DATE = LocalDate.of(2024, 11, 30);

    /** What a roster is made of. */
    public record Parts(CommunityId community, LocalDate date, Parties parties, List<Unit> units) {

        public Roster roster() {
            return of(units);
        }

        Roster of(Collection<Unit> others) {
            return Roster.of(community, date, parties, others)
                    .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        }
    }

    private RosterArbitraries() {}

    public static Arbitrary<Parts> parts() {
        return Arbitraries.randomValue(RosterArbitraries::parts);
    }

    private static Parts parts(Random random) {
        List<Unit> units = new ArrayList<>();
        List<Underwriting> underwritings = new ArrayList<>();
        int size = 1 + random.nextInt(7);
        for (int i = 0; i < size; i++) {
            Unit unit = unit(random, "U" + (i * 3 + random.nextInt(3)));
            units.add(unit);
            if (unit.status() != DeliveryStatus.SOLD_DELIVERED && random.nextInt(3) == 0) {
                underwritings.add(new Underwriting(unit.id(), one(random, "B1", "D1", "P1")));
            }
        }
        List<Guardianship> guardianships = new ArrayList<>();
        for (String guardian : List.of("P3", "G1")) {
            if (random.nextInt(3) == 0) {
                guardianships.add(
                        new Guardianship(
                                one(random, "P1", "P2"),
                                PersonId.of(guardian),
                                new EffectivePeriod(
                                        DATE.minusDays(random.nextInt(2)),
                                        DATE.plusDays(1 + random.nextInt(2)))));
            }
        }
        List<PersonId> dead =
                units.get(0).owners().stream()
                        .filter(
                                p ->
                                        random.nextInt(4) == 0
                                                && guardianships.stream()
                                                        .noneMatch(
                                                                g ->
                                                                        g.ward().equals(p)
                                                                                || g.guardian()
                                                                                        .equals(p)))
                        .toList();
        PersonId developer = one(random, "D1", "D1", "P4");
        underwritings.removeIf(u -> u.underwriter().equals(developer));
        Parties parties =
                Parties.of(developer)
                        .withUnderwritings(underwritings)
                        .withGuardianships(guardianships)
                        .withDeceased(dead);
        return new Parts(
                CommunityId.of(random.nextInt(9) == 0 ? "c2" : "c1"), DATE, parties, units);
    }

    static Unit unit(Random random, String id) {
        DeliveryStatus status =
                random.nextInt(2) == 0
                        ? DeliveryStatus.SOLD_DELIVERED
                        : any(random, DeliveryStatus.values());
        TreeSet<PersonId> owners = new TreeSet<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            owners.add(one(random, "P1", "P2", "P3", "P4", "D1", "B1"));
        }
        TreeSet<OwnerShare> shares = new TreeSet<>();
        if (random.nextInt(3) == 0) {
            int rest = owners.size();
            for (PersonId owner : owners) {
                shares.add(new OwnerShare(owner, Ratio.of(1, rest)));
            }
        }
        TreeSet<AreaFigure> figures = new TreeSet<>();
        for (AreaEvidence evidence : AreaEvidence.values()) {
            if (random.nextBoolean() || (evidence == AreaEvidence.CONTRACT && figures.isEmpty())) {
                figures.add(new AreaFigure(evidence, area(1 + random.nextInt(400))));
            }
        }
        return new Unit(
                UnitId.of(id),
                random.nextBoolean() ? "1号楼" : "2 号;楼",
                any(random, UnitUse.values()),
                figures,
                status,
                status == DeliveryStatus.SOLD_DELIVERED
                        ? any(random, OwnerTitle.values())
                        : OwnerTitle.REGISTERED,
                owners,
                shares);
    }

    static FloorArea area(long squareDecimetres) {
        return FloorArea.ofSquareDecimetres(squareDecimetres);
    }

    private static PersonId one(Random random, String... from) {
        return PersonId.of(any(random, from));
    }

    private static <T> T any(Random random, T[] from) {
        return from[random.nextInt(from.length)];
    }
}
