package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.trust.billing.Bill;
import io.github.xinyi.trust.billing.BillingRule;
import io.github.xinyi.trust.billing.Payer;
import io.github.xinyi.trust.billing.SharedCost;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards F7 and Civil Code art. 283 for a cost that several units share. */
class SharedCostTest {

    private static final YearMonth MARCH = YearMonth.of(2025, 3);
    private static final SharedCost COST = new SharedCost(MARCH, Money.ofFen(10_001));
    private static final UnitId ONE = Village.unit(1);
    private static final UnitId TWO = Village.unit(2);
    private static final UnitId THREE = Village.unit(3);
    private static final Set<UnitId> ALL = Set.of(ONE, TWO, THREE);
    private static final Roster ROSTER = roster(LocalDate.of(2025, 3, 31));

    /** 60.00, 60.00 and 120.00 m², the last not handed over. */
    private static Roster roster(LocalDate day) {
        return accept(
                Roster.of(
                        Village.ID,
                        day,
                        PersonId.of("builder"),
                        List.of(
                                home(ONE, 6_000, DeliveryStatus.SOLD_DELIVERED),
                                home(TWO, 6_000, DeliveryStatus.SOLD_DELIVERED),
                                home(THREE, 12_000, DeliveryStatus.SOLD_NOT_DELIVERED))));
    }

    private static Unit home(UnitId id, long squareDecimetres, DeliveryStatus status) {
        return new Unit(
                id,
                "7号楼",
                UnitUse.RESIDENTIAL,
                FloorArea.ofSquareDecimetres(squareDecimetres),
                AreaEvidence.REGISTRY,
                status,
                new TreeSet<>(Set.of(PersonId.of("owner-" + id))));
    }

    private static Money sum(SharedCost.Split split) {
        return split.parts().values().stream().reduce(Money.ofFen(0), Money::plus);
    }

    @Test
    void isSplitByAreaSoThatThePartsSumToItByCivilCode283() {
        SharedCost.Split split = accept(COST.byArea(ROSTER, ALL));

        assertThat(split.parts())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                ONE, Money.ofFen(2_500),
                                TWO, Money.ofFen(2_500),
                                THREE, Money.ofFen(5_001)));
        assertThat(sum(split)).isEqualTo(COST.whole());
        assertThat(split.recordDate()).isEqualTo(ROSTER.recordDate());
        assertThat(split.cost()).isEqualTo(COST);
        assertThat(split).hasToString("100.01 of 2025-03 among 3 units");
    }

    @Test
    void isSplitAmongThoseWhoShareItAlone() {
        assertThat(accept(COST.byArea(ROSTER, Set.of(ONE, TWO))).parts())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(ONE, Money.ofFen(5_001), TWO, Money.ofFen(5_000)));
        assertThat(accept(COST.byUnit(ROSTER, ALL)).parts())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                ONE, Money.ofFen(3_334),
                                TWO, Money.ofFen(3_334),
                                THREE, Money.ofFen(3_333)));
        assertThat(accept(COST.byMeter(ROSTER, Set.of(ONE, TWO), Map.of(ONE, 1L, TWO, 3L))).parts())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(ONE, Money.ofFen(2_500), TWO, Money.ofFen(7_501)));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-28, false",
        "2025-03-01, true",
        "2025-03-31, true",
        "2025-04-01, false",
    })
    void isSplitByARosterOfItsOwnMonth(LocalDate day, boolean split) {
        if (split) {
            accept(COST.byArea(roster(day), ALL));
        } else {
            assertRefused(COST.byArea(roster(day), ALL), BillingRule.ROSTER_OF_MONTH);
        }
    }

    @Test
    void isSharedByUnitsOfTheRosterWhoseMetersWereReadAndByNoOthers() {
        UnitId unknown = UnitId.of("9-9-999");

        assertRefused(COST.byArea(ROSTER, Set.of(ONE, unknown)), BillingRule.SHARER_KNOWN);
        assertRefused(
                COST.byMeter(ROSTER, Set.of(ONE, TWO), Map.of(ONE, 1L)), BillingRule.METER_READ);
        assertRefused(
                COST.byMeter(ROSTER, Set.of(ONE), Map.of(ONE, 1L, TWO, 1L)),
                BillingRule.METER_READ);
        assertRefused(
                COST.byMeter(ROSTER, Set.of(ONE, TWO), Map.of(ONE, 0L, TWO, 0L)),
                BillingRule.METERS_COUNTED);
        accept(COST.byMeter(ROSTER, Set.of(ONE, TWO), Map.of(ONE, 0L, TWO, 1L)));
    }

    @Test
    void namesEveryRuleInTheWay() {
        assertRefused(
                COST.byMeter(
                        roster(LocalDate.of(2025, 2, 28)),
                        Set.of(ONE, UnitId.of("9-9-999")),
                        Map.of(ONE, 0L)),
                BillingRule.ROSTER_OF_MONTH,
                BillingRule.SHARER_KNOWN,
                BillingRule.METER_READ,
                BillingRule.METERS_COUNTED);
    }

    /** The developer owes for what is not handed over, Property Management Regulation art. 41. */
    @Test
    void itsBillsSumToItAndNoneIsOfNothing() {
        LocalDate due = LocalDate.of(2025, 4, 30);
        SharedCost.Split split =
                accept(COST.byMeter(ROSTER, ALL, Map.of(ONE, 0L, TWO, 1L, THREE, 1L)));

        assertThat(split.bills("G202503-", due))
                .containsExactly(
                        new Bill(
                                "G202503-0000001",
                                TWO,
                                Payer.OWNERS,
                                MARCH,
                                due,
                                Money.ofFen(5_001)),
                        new Bill(
                                "G202503-0000002",
                                THREE,
                                Payer.DEVELOPER,
                                MARCH,
                                due,
                                Money.ofFen(5_000)));
        assertThat(split.parts()).containsEntry(ONE, Money.ofFen(0));
        assertThatIllegalArgumentException().isThrownBy(() -> split.bills("G 1", due));
    }

    @Test
    void isOfSomethingAndOfSomebody() {
        assertThat(
                        accept(new SharedCost(MARCH, Money.ofFen(0)).byUnit(ROSTER, ALL))
                                .bills("G", MARCH.atDay(1)))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SharedCost(MARCH, Money.ofFen(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> COST.byArea(ROSTER, Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> COST.byMeter(ROSTER, Set.of(ONE, TWO), Map.of(ONE, -1L, TWO, 2L)));
    }
}
