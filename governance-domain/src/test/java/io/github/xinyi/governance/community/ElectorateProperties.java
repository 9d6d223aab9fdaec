package io.github.xinyi.governance.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.community.HeadPolicy.CoOwnership;
import io.github.xinyi.governance.community.HeadPolicy.DeveloperHead;
import io.github.xinyi.governance.community.HeadPolicy.Parking;
import io.github.xinyi.governance.community.HeadPolicy.RetainedUnits;
import io.github.xinyi.governance.community.RosterArbitraries.Parts;
import io.github.xinyi.governance.identity.PersonId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Heads and area of SPC-Own arts. 8, 9 and 17 against a count that compares every two units. */
class ElectorateProperties {

    @Provide
    Arbitrary<Parts> rosters() {
        return RosterArbitraries.parts();
    }

    @Property(tries = 1_000)
    void headsAndAreaEqualTheOracleUnderEveryPolicy(@ForAll("rosters") Parts parts) {
        Roster roster = parts.roster();

        for (HeadPolicy policy : policies()) {
            Electorate electorate = roster.electorate(policy);
            List<Unit> withHead = carrying(parts, policy.parking() == Parking.AREA_AND_HEADS);
            List<Unit> withArea = carrying(parts, policy.parking() != Parking.NONE);

            assertThat(electorate.units()).isEqualTo(withArea.size());
            assertThat(electorate.area().squareDecimetres())
                    .isEqualTo(withArea.stream().mapToLong(u -> u.area().squareDecimetres()).sum());
            assertThat(electorate.heads().value())
                    .as("%s", policy)
                    .isEqualTo(components(withHead, (u, v) -> areOneHead(parts, policy, u, v)));
        }
    }

    @Property(tries = 300)
    void everyUnitHasItsHolderAndEveryHeadAUnit(@ForAll("rosters") Parts parts) {
        Roster roster = parts.roster();

        for (HeadPolicy policy : policies()) {
            Electorate electorate = roster.electorate(policy);
            boolean[] seen = new boolean[(int) electorate.heads().value()];
            for (int unit = 0; unit < electorate.units(); unit++) {
                Unit at = electorate.unit(unit);
                int head = electorate.head(electorate.holder(unit));

                assertThat(electorate.indexOf(at.id())).isEqualTo(unit);
                assertThat(electorate.votingHolder(electorate.holder(unit)))
                        .isEqualTo(roster.holder(at));
                assertThat(electorate.areaSquareDecimetres(unit))
                        .isEqualTo(at.area().squareDecimetres());
                if (electorate.carriesHead(unit)) {
                    seen[head] = true;
                }
            }
            assertThat(seen).doesNotContain(false);
        }
    }

    @Property(tries = 300)
    void theOrderOfUnitsChangesNothing(@ForAll("rosters") Parts parts, @ForAll Random random) {
        List<Unit> shuffled = new ArrayList<>(parts.units());
        Collections.shuffle(shuffled, random);

        for (HeadPolicy policy : policies()) {
            Electorate one = parts.roster().electorate(policy);
            Electorate other = parts.of(shuffled).electorate(policy);

            assertThat(other.toString()).isEqualTo(one.toString());
            assertThat(IntStream.range(0, one.units()).map(u -> other.head(other.holder(u))))
                    .containsExactlyElementsOf(
                            IntStream.range(0, one.units())
                                    .mapToObj(u -> one.head(one.holder(u)))
                                    .toList());
        }
    }

    static List<HeadPolicy> policies() {
        List<HeadPolicy> all = new ArrayList<>();
        for (Parking parking : Parking.values()) {
            for (CoOwnership coOwnership : CoOwnership.values()) {
                for (RetainedUnits retained : RetainedUnits.values()) {
                    for (DeveloperHead head : DeveloperHead.values()) {
                        all.add(new HeadPolicy(parking, coOwnership, retained, head));
                    }
                }
            }
        }
        return all;
    }

    private static List<Unit> carrying(Parts parts, boolean parking) {
        return parts.units().stream()
                .filter(u -> u.use() != UnitUse.SHARED_PARKING)
                .filter(u -> parking || u.use() != UnitUse.PARKING)
                .toList();
    }

    private static boolean areOneHead(Parts parts, HeadPolicy policy, Unit u, Unit v) {
        boolean delivered = u.status() == DeliveryStatus.SOLD_DELIVERED;
        if (delivered && v.status() == DeliveryStatus.SOLD_DELIVERED) {
            return policy.coOwnership() == CoOwnership.EXACT_SET
                    ? u.owners().equals(v.owners())
                    : !Collections.disjoint(u.owners(), v.owners());
        }
        boolean single = policy.developerHead() == DeveloperHead.SINGLE;
        if (!delivered && v.status() != DeliveryStatus.SOLD_DELIVERED) {
            return seller(parts, u).equals(seller(parts, v))
                    && (single || u.status() == v.status());
        }
        Unit owned = delivered ? u : v;
        Unit selling = delivered ? v : u;
        return policy.retained() == RetainedUnits.MERGED
                && (single || selling.status() == DeliveryStatus.UNSOLD)
                && (policy.coOwnership() == CoOwnership.EXACT_SET
                        ? owned.owners().equals(Set.of(seller(parts, selling)))
                        : owned.owners().contains(seller(parts, selling)));
    }

    private static PersonId seller(Parts parts, Unit unit) {
        return parts.parties().underwritings().stream()
                .filter(u -> u.unit().equals(unit.id()))
                .map(Underwriting::underwriter)
                .findFirst()
                .orElse(parts.parties().developer());
    }

    /** How many groups are left when everything linked, near or far, is one. */
    private static long components(List<Unit> units, BiPredicate<Unit, Unit> linked) {
        int[] group = IntStream.range(0, units.size()).toArray();
        for (int round = 0; round < units.size(); round++) {
            for (int i = 0; i < group.length; i++) {
                for (int j = 0; j < group.length; j++) {
                    if (linked.test(units.get(i), units.get(j))) {
                        group[i] = group[j] = Math.min(group[i], group[j]);
                    }
                }
            }
        }
        return IntStream.of(group).distinct().count();
    }
}
