package io.github.xinyi.trust.billing;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.formula.Quantities;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The formula tariffs of a community over time; a new formula never changes what an earlier day
 * cost.
 *
 * @param tariffs in any order
 * @since 0.1.0
 */
public record FormulaSchedule(List<FormulaTariff> tariffs) {

    /** Copies the tariffs and refuses two for one item from one day. */
    public FormulaSchedule {
        tariffs = List.copyOf(tariffs);
        long distinct = tariffs.stream().map(t -> t.item() + "\n" + t.from()).distinct().count();
        if (distinct != tariffs.size()) {
            throw new IllegalArgumentException("two formulas for one item from one day");
        }
    }

    /**
     * The charge of an item by the formula of a day.
     *
     * @param item what is charged
     * @param day whose formula counts, for example the first of the month billed
     * @param given the quantities
     * @return half-up to the fen; refused if no formula applies on that day, and as {@link
     *     io.github.xinyi.trust.formula.Formula#charge} refuses
     */
    public Outcome<Money> charge(String item, LocalDate day, Quantities given) {
        return tariffs.stream()
                .filter(t -> t.item().equals(item) && !t.from().isAfter(day))
                .max(Comparator.comparing(FormulaTariff::from))
                .map(tariff -> tariff.formula().charge(given))
                .orElseGet(
                        () ->
                                Outcome.refused(
                                        Ruling.of(
                                                RuleCheck.of(
                                                        BillingRule.TARIFF_IN_FORCE,
                                                        false,
                                                        "period",
                                                        day))));
    }
}
