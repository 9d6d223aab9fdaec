package io.github.xinyi.governance.community;

import static io.github.xinyi.governance.community.RosterArbitraries.DATE;
import static io.github.xinyi.governance.community.RosterArbitraries.area;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.community.HeadPolicy.CoOwnership;
import io.github.xinyi.governance.community.HeadPolicy.DeveloperHead;
import io.github.xinyi.governance.community.HeadPolicy.Parking;
import io.github.xinyi.governance.community.HeadPolicy.RetainedUnits;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ElectorateTest {

    private static final HeadPolicy STATUTORY = HeadPolicy.statutory();
    private static final int MANY = 100_000;

    private final List<Unit> units = new ArrayList<>();
    private Parties parties = Parties.of(PersonId.of("D1"));

    @Test
    void article9CountsOneBuyerOfSeveralUnitsOnce() {
        add(UnitUse.RESIDENTIAL, DeliveryStatus.SOLD_DELIVERED, "P1");
        add(UnitUse.COMMERCIAL, DeliveryStatus.SOLD_DELIVERED, "P1");
        add(UnitUse.OTHER, DeliveryStatus.SOLD_DELIVERED, "P2");

        assertThat(electorate(STATUTORY)).hasToString("3 units, 2 heads, 3.00 m²");
    }

    @Test
    void readingI08JoinsOwnersWhoShareAPersonOnlyIfToldTo() {
        add(UnitUse.RESIDENTIAL, DeliveryStatus.SOLD_DELIVERED, "P1");
        add(UnitUse.RESIDENTIAL, DeliveryStatus.SOLD_DELIVERED, "P1", "P2");
        add(UnitUse.RESIDENTIAL, DeliveryStatus.SOLD_DELIVERED, "P2", "P3");
        add(UnitUse.RESIDENTIAL, DeliveryStatus.SOLD_DELIVERED, "P4");

        assertThat(heads(STATUTORY)).isEqualTo(4);
        assertThat(heads(Parking.NONE, CoOwnership.SHARED_PERSON)).isEqualTo(2);
    }

    @Test
    void article9CountsTheDeveloperOnceForUnsoldAndUndelivered() {
        add(UnitUse.RESIDENTIAL, DeliveryStatus.UNSOLD, "D1");
        add(UnitUse.RESIDENTIAL, DeliveryStatus.SOLD_NOT_DELIVERED, "P2");
        add(UnitUse.RESIDENTIAL, DeliveryStatus.SOLD_DELIVERED, "D1");

        assertThat(heads(STATUTORY)).isEqualTo(1);
        assertThat(heads(RetainedUnits.APART, DeveloperHead.SINGLE)).isEqualTo(2);
        assertThat(heads(RetainedUnits.MERGED, DeveloperHead.ONE_FOR_EACH)).isEqualTo(2);
        assertThat(heads(RetainedUnits.APART, DeveloperHead.ONE_FOR_EACH)).isEqualTo(3);
    }

    @Test
    void article17CountsAnUnderwriterAsADeveloperOfItsOwn() {
        add(UnitUse.RESIDENTIAL, DeliveryStatus.UNSOLD, "D1");
        add(UnitUse.RESIDENTIAL, DeliveryStatus.UNSOLD, "B1");
        add(UnitUse.RESIDENTIAL, DeliveryStatus.SOLD_NOT_DELIVERED, "P1");
        parties =
                parties.withUnderwritings(
                        List.of(
                                new Underwriting(units.get(1).id(), PersonId.of("B1")),
                                new Underwriting(units.get(2).id(), PersonId.of("B1"))));

        Electorate electorate = electorate(STATUTORY);

        assertThat(electorate.heads().value()).isEqualTo(2);
        assertThat(electorate.votingHolder(electorate.holder(2))).hasToString("B1");
        assertThat(electorate.holder(2)).isEqualTo(electorate.holder(1));
    }

    @Test
    void readingI07LetsSeparateParkingCountOnlyIfToldTo() {
        add(UnitUse.RESIDENTIAL, DeliveryStatus.SOLD_DELIVERED, "P1");
        add(UnitUse.PARKING, DeliveryStatus.SOLD_DELIVERED, "P1");
        add(UnitUse.PARKING, DeliveryStatus.SOLD_DELIVERED, "P2");
        add(UnitUse.SHARED_PARKING, DeliveryStatus.SOLD_DELIVERED, "P3");

        Electorate byArea = electorate(policy(Parking.AREA, CoOwnership.EXACT_SET));

        assertThat(electorate(STATUTORY)).hasToString("1 units, 1 heads, 1.00 m²");
        assertThat(byArea).hasToString("3 units, 1 heads, 3.00 m²");
        assertThat(byArea.carriesHead(0)).isTrue();
        assertThat(byArea.carriesHead(1)).isFalse();
        assertThat(byArea.holder(1)).isEqualTo(byArea.holder(0));
        assertThat(byArea.head(byArea.holder(2))).isEqualTo(Electorate.NONE);
        assertThat(electorate(policy(Parking.AREA_AND_HEADS, CoOwnership.EXACT_SET)))
                .hasToString("3 units, 2 heads, 3.00 m²");
    }

    @Test
    void knowsNoUnitThatCarriesNoVote() {
        add(UnitUse.PARKING, DeliveryStatus.SOLD_DELIVERED, "P1");

        Electorate electorate = electorate(STATUTORY);

        assertThat(electorate).hasToString("0 units, 0 heads, 0.00 m²");
        assertThat(electorate.indexOf(units.get(0).id())).isEqualTo(Electorate.NONE);
        assertThat(electorate.indexOf(UnitId.of("elsewhere"))).isEqualTo(Electorate.NONE);
    }

    /** What the heap holds more, whatever it is kept in; the roster is there before and after. */
    @Test
    void keepsAtMost64BytesAUnitBesideTheRoster() {
        for (int i = 0; i < MANY; i++) {
            add(
                    i % 9 == 0 ? UnitUse.PARKING : UnitUse.RESIDENTIAL,
                    DeliveryStatus.SOLD_DELIVERED,
                    "P" + i);
        }
        Roster roster =
                Roster.of(CommunityId.of("c1"), DATE, parties, units)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        HeadPolicy policy = policy(Parking.AREA, CoOwnership.SHARED_PERSON);

        long[] bytesOfAUnit =
                IntStream.range(0, 5)
                        .mapToLong(round -> retained(roster, policy))
                        .sorted()
                        .toArray();

        assertThat(bytesOfAUnit[2]).isBetween(16L, 64L);
    }

    private static long retained(Roster roster, HeadPolicy policy) {
        Electorate[] kept = new Electorate[8];
        long before = usedAfterCollection();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = roster.electorate(policy);
        }
        long bytes = usedAfterCollection() - before;
        assertThat(kept).allMatch(electorate -> electorate.units() == MANY);
        return bytes / kept.length / MANY;
    }

    private static long usedAfterCollection() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void add(UnitUse use, DeliveryStatus status, String... owners) {
        units.add(
                new Unit(
                        UnitId.of("U%06d".formatted(units.size())),
                        "1号楼",
                        use,
                        area(100),
                        AreaEvidence.REGISTRY,
                        status,
                        new TreeSet<>(Stream.of(owners).map(PersonId::of).toList())));
    }

    private Electorate electorate(HeadPolicy policy) {
        return Roster.of(CommunityId.of("c1"), DATE, parties, units)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                .electorate(policy);
    }

    private long heads(HeadPolicy policy) {
        return electorate(policy).heads().value();
    }

    private long heads(Parking parking, CoOwnership coOwnership) {
        return heads(policy(parking, coOwnership));
    }

    private long heads(RetainedUnits retained, DeveloperHead head) {
        return heads(new HeadPolicy(Parking.NONE, CoOwnership.EXACT_SET, retained, head));
    }

    private static HeadPolicy policy(Parking parking, CoOwnership coOwnership) {
        return new HeadPolicy(parking, coOwnership, RetainedUnits.MERGED, DeveloperHead.SINGLE);
    }
}
