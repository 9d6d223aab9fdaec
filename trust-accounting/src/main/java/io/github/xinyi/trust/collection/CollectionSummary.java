package io.github.xinyi.trust.collection;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.receivable.Charge;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * What was billed for some months and what of it is paid (物业缴费汇总); its rate can be computed again
 * from the bills it lists.
 *
 * <p>Example: {@code CollectionSummary.of(positions, from, to).collectionRate()} is 3/4 where
 * 300.00 of 400.00 were paid. Late charges are not fees and do not count. Bill numbers and units
 * are for those who keep the accounts; the public sees {@link #publish}. Source: rate as paid over
 * billed is an interpretation.
 *
 * @param from the first month
 * @param to the last month
 * @param bills the bills of those months, by number
 * @since 0.1.0
 */
public record CollectionSummary(YearMonth from, YearMonth to, List<Charge.Position> bills) {

    private static final List<ToLongFunction<Charge.Position>> FIGURES =
            List.of(
                    position -> position.charge().amountMinor(),
                    Charge.Position::paidMinor,
                    Charge.Position::writtenOffMinor,
                    Charge.Position::openMinor);

    /** Copies the bills. */
    public CollectionSummary {
        bills = List.copyOf(bills);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("no months from " + from + " to " + to);
        }
    }

    /**
     * What everyone may see: aggregates, and neither a bill nor a unit.
     *
     * @param from the first month
     * @param to the last month
     * @param units how many units were billed
     * @param billed what was billed
     * @param paid what was paid of it
     * @param writtenOff what the owners gave up of it
     * @param open what is still owed of it
     */
    public record Published(
            YearMonth from,
            YearMonth to,
            int units,
            Money billed,
            Money paid,
            Money writtenOff,
            Money open) {}

    /**
     * The fees of some months.
     *
     * @param positions the bills of all payers
     * @param from the first month
     * @param to the last month
     * @return the summary
     */
    public static CollectionSummary of(
            Collection<Charge.Position> positions, YearMonth from, YearMonth to) {
        LocalDate first = from.atDay(1);
        LocalDate last = to.atEndOfMonth();
        return new CollectionSummary(
                from,
                to,
                positions.stream()
                        .filter(position -> position.charge().kind().isFee())
                        .filter(position -> !position.charge().month().isBefore(first))
                        .filter(position -> !position.charge().month().isAfter(last))
                        .sorted(Comparator.comparing(p -> p.charge().number()))
                        .toList());
    }

    /**
     * What was billed.
     *
     * @return at least zero
     */
    public Money billed() {
        return sum(position -> position.charge().amountMinor());
    }

    /**
     * What was paid of it.
     *
     * @return at least zero
     */
    public Money paid() {
        return sum(Charge.Position::paidMinor);
    }

    /**
     * What the owners gave up of it.
     *
     * @return at least zero
     */
    public Money writtenOff() {
        return sum(Charge.Position::writtenOffMinor);
    }

    /**
     * What is still owed of it.
     *
     * @return billed less paid and written off
     */
    public Money open() {
        return sum(Charge.Position::openMinor);
    }

    private Money sum(ToLongFunction<Charge.Position> figure) {
        return Money.ofFen(bills.stream().mapToLong(figure).reduce(0, Math::addExact));
    }

    /**
     * The collection rate (收缴率): what is paid of these bills, whenever it came, over what they come
     * to, exactly. What a period received, for bills of whatever month, over what it billed is
     * another figure: received over billed (实收应收比) of the collection statement.
     *
     * @return 0 to 1
     * @throws IllegalStateException if nothing was billed
     */
    public Ratio collectionRate() {
        if (!billed().isPositive()) {
            throw new IllegalStateException("nothing was billed from " + from + " to " + to);
        }
        return Ratio.of(paid().minor(), billed().minor());
    }

    /**
     * What everyone may see for the first time. No figure is of fewer than k units: those billed,
     * those who paid something, those who owe, and those forgiven something, unless there is none.
     *
     * @param k the fewest units behind a figure, at least {@link Arrears#FEWEST_UNITS}
     * @return the aggregates; refused where a figure is of too few units
     * @throws IllegalArgumentException if k is below its bound
     */
    public Outcome<Published> publish(int k) {
        return published(k, List.of());
    }

    /**
     * What everyone may see after an earlier view: also what changed in each figure since is of at
     * least k units, unless nothing did.
     *
     * @param before the summary of which the last view was made, of the same months
     * @param k the fewest units behind a figure, at least {@link Arrears#FEWEST_UNITS}
     * @return the aggregates; refused where a figure, or its change, is of too few units
     * @throws IllegalArgumentException if the months differ, or k is below its bound
     */
    public Outcome<Published> publishAfter(CollectionSummary before, int k) {
        if (!from.equals(before.from) || !to.equals(before.to)) {
            throw new IllegalArgumentException("months differ: " + before.from + " " + before.to);
        }
        List<RuleCheck> checks = new ArrayList<>();
        for (ToLongFunction<Charge.Position> figure : FIGURES) {
            Map<UnitId, Long> now = byUnit(figure);
            Map<UnitId, Long> then = before.byUnit(figure);
            Set<UnitId> changed = new HashSet<>(now.keySet());
            changed.addAll(then.keySet());
            changed.removeIf(unit -> Objects.equals(now.get(unit), then.get(unit)));
            checks.add(
                    RuleCheck.of(
                            CollectionRule.ENOUGH_CHANGES,
                            changed.isEmpty() || changed.size() >= k,
                            "fewest",
                            k));
        }
        return published(k, checks);
    }

    private Outcome<Published> published(int k, List<RuleCheck> changes) {
        if (k < Arrears.FEWEST_UNITS) {
            throw new IllegalArgumentException("a figure of so few units hides nobody: " + k);
        }
        List<RuleCheck> checks = new ArrayList<>(changes);
        for (ToLongFunction<Charge.Position> figure : FIGURES) {
            int units = byUnit(figure).size();
            checks.add(
                    RuleCheck.of(
                            CollectionRule.ENOUGH_UNITS, units == 0 || units >= k, "fewest", k));
        }
        Ruling ruling = new Ruling(List.copyOf(checks));
        int units = byUnit(position -> position.charge().amountMinor()).size();
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(
                        new Published(from, to, units, billed(), paid(), writtenOff(), open()))
                : Outcome.refused(ruling);
    }

    /** The units that have some of a figure, with it. */
    private Map<UnitId, Long> byUnit(ToLongFunction<Charge.Position> figure) {
        Map<UnitId, Long> all = new HashMap<>();
        bills.forEach(
                position ->
                        all.merge(
                                position.account().unit(),
                                figure.applyAsLong(position),
                                Math::addExact));
        all.values().removeIf(fen -> fen == 0);
        return all;
    }
}
