package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.trust.billing.Bill;
import io.github.xinyi.trust.billing.BillableUnits;
import io.github.xinyi.trust.billing.FeeRun;
import io.github.xinyi.trust.billing.Proration;
import io.github.xinyi.trust.billing.Tariff;
import io.github.xinyi.trust.billing.TariffSchedule;
import io.github.xinyi.trust.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Guards L8 and F7 over arbitrary prices, days and areas; the oracle knows decimals alone. */
class FeeRunProperties {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final UnitId HOME = UnitId.of("7-2-101");

    @Provide
    Arbitrary<List<Tariff>> prices() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 420),
                        Arbitraries.longs().between(0, 40_000),
                        Arbitraries.of(Tariff.Basis.values()))
                .as(
                        (day, price, basis) ->
                                new Tariff(
                                        UnitUse.RESIDENTIAL,
                                        basis,
                                        BigDecimal.valueOf(price, 4),
                                        START.plusDays(day)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .uniqueElements(Tariff::from);
    }

    private static Unit home(long area) {
        return Village.home(HOME, FloorArea.ofSquareDecimetres(area), PersonId.of("owner1"));
    }

    private static Optional<BigDecimal> dayPrice(List<Tariff> prices, long area, LocalDate day) {
        return prices.stream()
                .filter(t -> !t.from().isAfter(day))
                .max(Comparator.comparing(Tariff::from))
                .map(
                        t ->
                                t.basis() == Tariff.Basis.PER_UNIT
                                        ? t.yuan()
                                        : t.yuan().multiply(BigDecimal.valueOf(area, 2)));
    }

    private static Optional<Money> oracle(List<Tariff> prices, long area, YearMonth month) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean any = false;
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            Optional<BigDecimal> price = dayPrice(prices, area, month.atDay(day));
            any |= price.isPresent();
            sum = sum.add(price.orElse(BigDecimal.ZERO));
        }
        long fen =
                sum.movePointRight(2)
                        .divide(BigDecimal.valueOf(month.lengthOfMonth()), 0, RoundingMode.HALF_UP)
                        .longValueExact();
        return any ? Optional.of(Money.ofFen(fen)) : Optional.empty();
    }

    @Property
    void aMonthByDaysIsTheExactSumRoundedOnce(
            @ForAll("prices") List<Tariff> prices,
            @ForAll @LongRange(min = 1, max = 100_000_000) long area,
            @ForAll @IntRange(min = 0, max = 15) int month) {
        YearMonth billed = YearMonth.from(START).plusMonths(month);

        assertThat(new TariffSchedule(prices).charge(home(area), billed, Proration.BY_DAYS))
                .isEqualTo(oracle(prices, area, billed));
    }

    @Property
    void twoPayersOfAMonthPayTogetherWhatOneWould(
            @ForAll("prices") List<Tariff> prices,
            @ForAll @LongRange(min = 1, max = 1_000_000) long area,
            @ForAll @IntRange(min = 0, max = 460) int delivered) {
        TariffSchedule tariffs = new TariffSchedule(prices);
        LocalDate day = START.plusDays(delivered);
        YearMonth month = YearMonth.from(day);
        Roster roster =
                accept(Roster.of(Village.ID, START, PersonId.of("builder"), List.of(home(area))));
        Money whole = tariffs.charge(home(area), month, Proration.BY_DAYS).orElse(Money.ofFen(0));

        List<Bill> bills =
                FeeRun.of(
                                BillableUnits.of(roster, Map.of(HOME, day)),
                                tariffs,
                                month,
                                Proration.BY_DAYS)
                        .fold(run -> run.bills("B-", day), ruling -> List.<Bill>of());

        assertThat(bills.stream().map(Bill::amount).reduce(Money.ofFen(0), Money::plus))
                .isEqualTo(whole);
    }

    @Property
    void aPriceChangeNeverRecomputesHistory(
            @ForAll("prices") List<Tariff> prices,
            @ForAll @LongRange(min = 1, max = 1_000_000) long area,
            @ForAll @IntRange(min = 421, max = 900) int change,
            @ForAll @LongRange(min = 0, max = 40_000) long price,
            @ForAll Proration proration) {
        LocalDate from = START.plusDays(change);
        List<Tariff> more = new ArrayList<>(prices);
        more.add(
                new Tariff(
                        UnitUse.RESIDENTIAL,
                        Tariff.Basis.PER_UNIT,
                        BigDecimal.valueOf(price, 4),
                        from));
        TariffSchedule before = new TariffSchedule(prices);
        TariffSchedule after = new TariffSchedule(more);

        for (YearMonth month = YearMonth.from(START);
                month.atEndOfMonth().isBefore(from);
                month = month.plusMonths(1)) {
            assertThat(after.charge(home(area), month, proration))
                    .isEqualTo(before.charge(home(area), month, proration));
        }
        YearMonth next = YearMonth.from(from).plusMonths(1);
        assertThat(after.charge(home(area), next, proration))
                .contains(
                        Money.ofFen(
                                BigDecimal.valueOf(price, 2)
                                        .setScale(0, RoundingMode.HALF_UP)
                                        .longValueExact()));
    }

    @Property(tries = 50)
    void aBillMadeIsAFactWhateverIsPricedLater(
            @ForAll @LongRange(min = 1, max = 40_000) long price,
            @ForAll @LongRange(min = 5_000, max = 20_000) long area) {
        Tariff tariff =
                new Tariff(
                        UnitUse.RESIDENTIAL,
                        Tariff.Basis.PER_SQUARE_METRE,
                        BigDecimal.valueOf(price, 4),
                        START);
        List<Tariff> prices = new ArrayList<>(List.of(tariff));
        TariffSchedule tariffs = new TariffSchedule(prices);
        Roster roster =
                accept(Roster.of(Village.ID, START, PersonId.of("builder"), List.of(home(area))));
        FeeRun run =
                accept(
                        FeeRun.of(
                                BillableUnits.of(roster, Map.of()),
                                tariffs,
                                YearMonth.from(START),
                                Proration.BY_DAYS));
        List<Bill> bills = List.copyOf(run.bills("B-", START));

        prices.set(
                0, new Tariff(UnitUse.RESIDENTIAL, Tariff.Basis.PER_UNIT, BigDecimal.TEN, START));

        assertThat(run.bills("B-", START)).isEqualTo(bills);
        assertThat(tariffs.tariffs()).containsExactly(tariff);
    }
}
