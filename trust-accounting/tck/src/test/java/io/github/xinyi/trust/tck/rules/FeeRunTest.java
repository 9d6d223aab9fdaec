package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.OwnerTitle;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.register.RosterEvent;
import io.github.xinyi.governance.register.RosterHistory;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.billing.Bill;
import io.github.xinyi.trust.billing.BillRun;
import io.github.xinyi.trust.billing.BillableUnits;
import io.github.xinyi.trust.billing.BillingRule;
import io.github.xinyi.trust.billing.FeeRun;
import io.github.xinyi.trust.billing.FormulaSchedule;
import io.github.xinyi.trust.billing.FormulaTariff;
import io.github.xinyi.trust.billing.Payer;
import io.github.xinyi.trust.billing.Proration;
import io.github.xinyi.trust.billing.Tariff;
import io.github.xinyi.trust.billing.TariffSchedule;
import io.github.xinyi.trust.formula.Formula;
import io.github.xinyi.trust.formula.FormulaRule;
import io.github.xinyi.trust.formula.Quantities;
import io.github.xinyi.trust.formula.Quantity;
import io.github.xinyi.trust.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards L8 and the payer of undelivered units (PMR art. 41 para. 2). */
class FeeRunTest {

    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final LocalDate FIRST = JANUARY.atDay(1);
    private static final UnitId HOME = UnitId.of("7-2-101");

    private static Tariff price(String yuan, LocalDate from) {
        return new Tariff(
                UnitUse.RESIDENTIAL, Tariff.Basis.PER_SQUARE_METRE, new BigDecimal(yuan), from);
    }

    private static Unit unit(UnitId id, long squareDecimetres, DeliveryStatus status) {
        return new Unit(
                id,
                "7号楼",
                UnitUse.RESIDENTIAL,
                FloorArea.ofSquareDecimetres(squareDecimetres),
                AreaEvidence.REGISTRY,
                status,
                new TreeSet<>(Set.of(PersonId.of("owner1"))));
    }

    private static Roster roster(List<Unit> units) {
        return accept(Roster.of(Village.ID, FIRST, PersonId.of("builder"), units));
    }

    private static FeeRun run(Unit unit, Map<UnitId, LocalDate> delivered, Proration proration) {
        return accept(
                FeeRun.of(
                        BillableUnits.of(roster(List.of(unit)), delivered),
                        new TariffSchedule(List.of(price("1", FIRST))),
                        JANUARY,
                        proration));
    }

    private static List<String> lines(FeeRun run) {
        return run.bills("B-", FIRST).stream().map(b -> b.payer() + " " + b.amount()).toList();
    }

    /** 0.50 to 4.00 by 0.05 over 60.00 to 150.00 m²: quote, run, import and formula agree. */
    @Test
    void everyPathGivesTheSameFenOverTheWholeGrid() {
        List<Unit> units = new ArrayList<>();
        for (long area = 6_000; area <= 15_000; area++) {
            units.add(unit(UnitId.of("U" + area), area, DeliveryStatus.SOLD_DELIVERED));
        }
        Roster roster = roster(units);
        BillableUnits billable = BillableUnits.of(roster, Map.of());
        int points = 0;
        int prices = 0;
        for (int cents = 50; cents <= 400; cents += 5) {
            BigDecimal yuan = BigDecimal.valueOf(cents, 2);
            TariffSchedule tariffs = new TariffSchedule(List.of(price(yuan.toString(), FIRST)));
            Formula formula = accept(Formula.parse(yuan + "[yuan/m2/month] * area * months"));
            FeeRun run = accept(FeeRun.of(billable, tariffs, JANUARY, Proration.BY_DAYS));
            List<Bill> bills = run.bills("B-", FIRST);
            assertThat(bills).hasSize(9_001);
            for (int i = 0; i < bills.size(); i++) {
                Unit unit = roster.units().get(i);
                BigDecimal area = BigDecimal.valueOf(unit.area().squareDecimetres(), 2);
                Money exact =
                        Money.ofFen(
                                yuan.multiply(area)
                                        .movePointRight(2)
                                        .setScale(0, RoundingMode.HALF_UP)
                                        .longValueExact());
                boolean all =
                        bills.get(i).unit().equals(unit.id())
                                && bills.get(i).amount().equals(exact)
                                && tariffs.charge(unit, FIRST).orElseThrow().equals(exact)
                                && tariffs.charge(unit, JANUARY, Proration.WHOLE_MONTHS)
                                        .orElseThrow()
                                        .equals(exact);
                if (!all) {
                    throw new AssertionError(yuan + " × " + area + " is not " + exact);
                }
                if (i % 50 == 13) {
                    assertThat(
                                    accept(
                                            formula.charge(
                                                    Quantities.none()
                                                            .with(Quantity.AREA, area)
                                                            .with(
                                                                    Quantity.MONTHS,
                                                                    BigDecimal.ONE))))
                            .isEqualTo(exact);
                }
                points++;
            }
            if (prices++ % 20 == 0) {
                assertThat(accept(BillRun.check(bills, roster, tariffs)).bills()).isEqualTo(bills);
            }
        }
        assertThat(points).isEqualTo(639_071);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-12-31, OWNERS 100.00",
        "2025-01-01, OWNERS 100.00",
        "2025-01-02, DEVELOPER 3.23 OWNERS 96.77",
        "2025-01-11, DEVELOPER 32.26 OWNERS 67.74",
        "2025-01-31, DEVELOPER 96.77 OWNERS 3.23",
        "2025-02-01, DEVELOPER 100.00"
    })
    void theDeveloperPaysByDaysUntilTheHomeIsHandedOver(LocalDate day, String expected) {
        Unit home = unit(HOME, 10_000, DeliveryStatus.SOLD_DELIVERED);

        assertThat(String.join(" ", lines(run(home, Map.of(HOME, day), Proration.BY_DAYS))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, OWNERS 100.00",
        "2025-01-02, DEVELOPER 100.00",
        "2025-01-31, DEVELOPER 100.00"
    })
    void whoHasTheHomeOnTheFirstDayPaysAWholeMonth(LocalDate day, String expected) {
        Unit home = unit(HOME, 10_000, DeliveryStatus.SOLD_DELIVERED);

        assertThat(lines(run(home, Map.of(HOME, day), Proration.WHOLE_MONTHS)))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"SOLD_DELIVERED, OWNERS", "SOLD_NOT_DELIVERED, DEVELOPER", "UNSOLD, DEVELOPER"})
    void withoutADayTheRosterSaysWhoPays(DeliveryStatus status, Payer payer) {
        FeeRun run = run(unit(HOME, 10_000, status), Map.of(), Proration.BY_DAYS);

        assertThat(run.bills("B-", FIRST)).extracting(Bill::payer).containsExactly(payer);
    }

    @Test
    void takesTheDayOfDeliveryFromTheRegister() {
        Unit sold = unit(HOME, 10_000, DeliveryStatus.SOLD_NOT_DELIVERED);
        Instant at = Instant.parse("2025-01-20T00:00:00Z");
        RosterHistory history =
                RosterHistory.from(RosterHistory.open(roster(List.of(sold)), at))
                        .after(
                                new RosterEvent.UnitDelivered(
                                        new RosterEvent.Entry(
                                                Village.ID, LocalDate.of(2025, 1, 11), at),
                                        HOME));

        assertThat(BillableUnits.deliveries(history))
                .containsExactly(Map.entry(HOME, LocalDate.of(2025, 1, 11)));
        assertThat(history.asOf(JANUARY.atEndOfMonth()).isAccepted()).isTrue();
        assertThat(lines(run(sold, BillableUnits.deliveries(history), Proration.BY_DAYS)))
                .containsExactly("DEVELOPER 32.26", "OWNERS 67.74");
    }

    @Test
    void addsUpTheDaysOfTwoPricesAndRoundsOnce() {
        Unit home = unit(HOME, 10_000, DeliveryStatus.SOLD_DELIVERED);
        TariffSchedule tariffs =
                new TariffSchedule(
                        List.of(price("3.10", FIRST), price("3.41", FIRST.plusDays(10))));

        assertThat(tariffs.charge(home, JANUARY, Proration.BY_DAYS)).contains(Money.ofFen(33_100));
        assertThat(tariffs.charge(home, JANUARY, Proration.WHOLE_MONTHS))
                .contains(Money.ofFen(31_000));
        assertThat(tariffs.charge(home, JANUARY.plusMonths(1), Proration.BY_DAYS))
                .contains(Money.ofFen(34_100));
        assertThat(tariffs.charge(home, JANUARY.minusMonths(1), Proration.BY_DAYS)).isEmpty();
    }

    @Test
    void addsAPriceByAreaAndOneByUnitWithinAMonth() {
        Unit home = unit(HOME, 10_000, DeliveryStatus.SOLD_DELIVERED);
        TariffSchedule tariffs =
                new TariffSchedule(
                        List.of(
                                price("3.10", FIRST),
                                new Tariff(
                                        UnitUse.RESIDENTIAL,
                                        Tariff.Basis.PER_UNIT,
                                        new BigDecimal("62"),
                                        FIRST.plusDays(21))));

        // 21 days of 10.00 and 10 days of 2.00.
        assertThat(tariffs.charge(home, JANUARY, Proration.BY_DAYS)).contains(Money.ofFen(23_000));
    }

    @Test
    void daysBeforeAnyPriceCostNothing() {
        Unit home = unit(HOME, 10_000, DeliveryStatus.SOLD_DELIVERED);
        TariffSchedule tariffs = new TariffSchedule(List.of(price("3.10", FIRST.plusDays(30))));

        assertThat(tariffs.charge(home, JANUARY, Proration.BY_DAYS)).contains(Money.ofFen(1_000));
        assertThat(tariffs.charge(home, JANUARY, Proration.WHOLE_MONTHS)).isEmpty();
    }

    /** A home handed over on the 11th: nobody gets a bill of nothing, and none is counted. */
    @ParameterizedTest
    @CsvSource({"0, 3.10, OWNERS 210.00", "3.10, 0, DEVELOPER 100.00", "0, 0, none"})
    void whatCostsNothingIsNoLine(String before, String after, String expected) {
        Unit home = unit(HOME, 10_000, DeliveryStatus.SOLD_DELIVERED);
        LocalDate day = FIRST.plusDays(10);
        TariffSchedule tariffs =
                new TariffSchedule(List.of(price(before, FIRST), price(after, day)));

        Outcome<FeeRun> run =
                FeeRun.of(
                        BillableUnits.of(roster(List.of(home)), Map.of(HOME, day)),
                        tariffs,
                        JANUARY,
                        Proration.BY_DAYS);

        if (expected.equals("none")) {
            assertRefused(run, BillingRule.TARIFF_IN_FORCE);
        } else {
            assertThat(accept(run).size()).isOne();
            assertThat(accept(run).month()).isEqualTo(JANUARY);
            assertThat(lines(accept(run))).containsExactly(expected);
        }
    }

    @Test
    void refusesARunThatChargesNobodyAndNamesWhoIsNotCharged() {
        Unit home = unit(HOME, 10_000, DeliveryStatus.SOLD_DELIVERED);
        Unit shop =
                unit(UnitId.of("7-2-102"), 10_000, DeliveryStatus.SOLD_DELIVERED)
                        .withUse(UnitUse.COMMERCIAL);
        BillableUnits units = BillableUnits.of(roster(List.of(home, shop)), Map.of());
        TariffSchedule tariffs = new TariffSchedule(List.of(price("1", FIRST)));

        assertRefused(
                FeeRun.of(units, tariffs, JANUARY.minusMonths(1), Proration.BY_DAYS),
                BillingRule.TARIFF_IN_FORCE);
        FeeRun run = accept(FeeRun.of(units, tariffs, JANUARY, Proration.BY_DAYS));
        assertThat(run.size()).isOne();
        assertThat(run.uncharged()).containsExactly(shop.id());
        assertThat(run.total()).isEqualTo(Money.ofFen(10_000));
    }

    @Test
    void numbersItsBillsAndRefusesAPrefixThatMakesNone() {
        FeeRun run =
                run(unit(HOME, 10_000, DeliveryStatus.SOLD_DELIVERED), Map.of(), Proration.BY_DAYS);

        assertThat(run.bills("B202501-", FIRST.plusDays(9)))
                .containsExactly(
                        new Bill(
                                "B202501-0000001",
                                HOME,
                                JANUARY,
                                FIRST.plusDays(9),
                                Money.ofFen(10_000)));
        assertThat(run.bills("B".repeat(41), FIRST)).hasSize(1);
        assertThatThrownBy(() -> run.bills("B".repeat(42), FIRST))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> run.bills("账", FIRST))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aUnitThatIsPossessedIsItsOwners() {
        Unit possessed =
                unit(HOME, 10_000, DeliveryStatus.SOLD_DELIVERED)
                        .withStatus(DeliveryStatus.SOLD_DELIVERED, OwnerTitle.IN_POSSESSION);

        assertThat(lines(run(possessed, Map.of(), Proration.BY_DAYS)))
                .containsExactly("OWNERS 100.00");
    }

    @Test
    void aFormulaChargesFixedAndMeteredPartsByTheDaysVersion() {
        FormulaSchedule schedule =
                new FormulaSchedule(
                        List.of(
                                new FormulaTariff(
                                        "热水",
                                        accept(
                                                Formula.parse(
                                                        "10[yuan/month] * months +"
                                                                + " 4.5[yuan/reading] * (current -"
                                                                + " previous)")),
                                        FIRST),
                                new FormulaTariff(
                                        "热水",
                                        accept(Formula.parse("5[yuan/reading] * current")),
                                        FIRST.plusMonths(1))));
        Quantities given =
                Quantities.none()
                        .withDaysOf(10, JANUARY)
                        .with(Quantity.PREVIOUS_READING, new BigDecimal("100"))
                        .with(Quantity.CURRENT_READING, new BigDecimal("103"));

        // 10 × 10/31 + 13.50 = 16.7258…
        assertThat(accept(schedule.charge("热水", FIRST, given))).isEqualTo(Money.ofFen(1_673));
        assertThat(accept(schedule.charge("热水", JANUARY.atEndOfMonth(), given)))
                .isEqualTo(Money.ofFen(1_673));
        assertThat(accept(schedule.charge("热水", FIRST.plusMonths(1), given)))
                .isEqualTo(Money.ofFen(51_500));
        assertRefused(
                schedule.charge("热水", FIRST.minusDays(1), given), BillingRule.TARIFF_IN_FORCE);
        assertRefused(schedule.charge("冷水", FIRST, given), BillingRule.TARIFF_IN_FORCE);
        assertRefused(
                schedule.charge("热水", FIRST, Quantities.none()),
                FormulaRule.QUANTITY_GIVEN,
                FormulaRule.QUANTITY_GIVEN,
                FormulaRule.QUANTITY_GIVEN);
    }

    @Test
    void refusesTwoFormulasOfOneDayAnItemWithoutANameAndDaysThatAMonthHasNot() {
        FormulaTariff tariff = new FormulaTariff("热水", accept(Formula.parse("1[yuan]")), FIRST);

        assertThatThrownBy(() -> new FormulaSchedule(List.of(tariff, tariff)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FormulaTariff(" ", tariff.formula(), FIRST))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantities.none().withDaysOf(32, JANUARY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantities.none().withDaysOf(-1, JANUARY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Quantities.none().withDaysOf(31, JANUARY))
                .isEqualTo(Quantities.none().with(Quantity.MONTHS, BigDecimal.ONE));
    }
}
