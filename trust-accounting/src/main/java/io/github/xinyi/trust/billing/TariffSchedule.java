package io.github.xinyi.trust.billing;

import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
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
     * The charge of a unit for the month that begins on a day.
     *
     * @param unit the unit
     * @param firstOfMonth the first day of the month
     * @return empty if no tariff applies yet
     */
    public Optional<Money> charge(Unit unit, LocalDate firstOfMonth) {
        return tariffs.stream()
                .filter(t -> t.use() == unit.use() && !t.from().isAfter(firstOfMonth))
                .max(Comparator.comparing(Tariff::from))
                .map(tariff -> tariff.charge(unit));
    }
}
