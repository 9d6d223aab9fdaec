package io.github.xinyi.trust.billing;

import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tariffs of a community over time; a new price never changes what an earlier month cost.
 *
 * @param tariffs in any order
 * @since 0.1.0
 */
public record TariffSchedule(List<Tariff> tariffs) {

    /** Copies the tariffs and refuses two for one use from one day. */
    public TariffSchedule {
        tariffs = List.copyOf(tariffs);
        long distinct = tariffs.stream().map(t -> t.use() + " " + t.from()).distinct().count();
        if (distinct != tariffs.size()) {
            throw new IllegalArgumentException("two tariffs for one use from one day");
        }
    }

    /**
     * The charge of a unit for the month that begins on a day, whole.
     *
     * @param unit the unit
     * @param firstOfMonth the first day of the month
     * @return empty if no tariff applies yet
     */
    public Optional<Money> charge(Unit unit, LocalDate firstOfMonth) {
        return inForce(unit.use(), firstOfMonth).map(tariff -> tariff.charge(unit));
    }

    /**
     * The charge of a unit for a month, as it is quoted and billed.
     *
     * @param unit the unit
     * @param month the month
     * @param proration what counts where the price changes within it
     * @return empty if no tariff applies on any day that counts
     */
    public Optional<Money> charge(Unit unit, YearMonth month, Proration proration) {
        return rate(unit.use(), month, month.lengthOfMonth(), proration)
                .map(rate -> Money.ofFen(rate.fen(unit.area().squareDecimetres())));
    }

    private Optional<Tariff> inForce(UnitUse use, LocalDate day) {
        return tariffs.stream()
                .filter(t -> t.use() == use && !t.from().isAfter(day))
                .max(Comparator.comparing(Tariff::from));
    }

    /** What the first days of a month cost, or under whole months all of it. */
    Optional<MonthRate> rate(UnitUse use, YearMonth month, int days, Proration proration) {
        int length = month.lengthOfMonth();
        if (proration == Proration.WHOLE_MONTHS) {
            return inForce(use, month.atDay(1)).map(t -> MonthRate.none(length).plus(t, length));
        }
        MonthRate sum = MonthRate.none(length);
        boolean priced = false;
        for (int day = 1; day <= days; day++) {
            Optional<Tariff> tariff = inForce(use, month.atDay(day));
            if (tariff.isPresent()) {
                sum = sum.plus(tariff.get(), 1);
                priced = true;
            }
        }
        return priced ? Optional.of(sum) : Optional.empty();
    }
}
