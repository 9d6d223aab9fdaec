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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * What was billed for some months and what of it is paid (物业缴费汇总); the rate can be computed again
 * from the bills it lists.
 *
 * <p>Example: {@code CollectionSummary.of(positions, from, to).rate()} is 3/4 where 300.00 of 400.00
 * were paid. Late charges are not fees and do not count. Bill numbers and units are for those who
 * keep the accounts; the public sees {@link #publish}. Source: rate as paid over billed is an
 * interpretation.
 *
 * @param from the first month
 * @param to the last month
 * @param bills the bills of those months, by number
 * @since 0.1.0
 */
public record CollectionSummary(YearMonth from, YearMonth to, List<Charge.Position> bills) {

    /** The fewest units behind a published summary, where nothing stricter is set. */
    public static final int FEWEST_UNITS = 2;

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
     * The collection rate (收缴率): paid over billed, exactly.
     *
     * @return 0 to 1
     * @throws IllegalStateException if nothing was billed
     */
    public Ratio rate() {
        if (!billed().isPositive()) {
            throw new IllegalStateException("nothing was billed from " + from + " to " + to);
        }
        return Ratio.of(paid().minor(), billed().minor());
    }

    private SortedSet<UnitId> units() {
        SortedSet<UnitId> units = new TreeSet<>();
        bills.forEach(position -> units.add(position.account().unit()));
        return units;
    }

    /**
     * What everyone may see. No figure is of fewer than k units: those billed, those who paid
     * something, those who owe, and those who were forgiven something, unless there is none.
     *
     * @param k the fewest units behind a figure, at least {@link #FEWEST_UNITS}
     * @return the aggregates; refused where a figure is of too few units
     * @throws IllegalArgumentException if k is below its bound
     */
    public Outcome<Published> publish(int k) {
        if (k < FEWEST_UNITS) {
            throw new IllegalArgumentException("a figure of one unit is that unit's own: " + k);
        }
        Ruling ruling =
                Ruling.of(
                        enough(k, position -> position.charge().amountMinor()),
                        enough(k, Charge.Position::paidMinor),
                        enough(k, Charge.Position::writtenOffMinor),
                        enough(k, Charge.Position::openMinor));
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(
                        new Published(
                                from, to, units().size(), billed(), paid(), writtenOff(), open()))
                : Outcome.refused(ruling);
    }

    private RuleCheck enough(int k, ToLongFunction<Charge.Position> figure) {
        long units =
                bills.stream()
                        .filter(position -> figure.applyAsLong(position) != 0)
                        .map(position -> position.account().unit())
                        .distinct()
                        .count();
        return RuleCheck.of(CollectionRule.ENOUGH_UNITS, units == 0 || units >= k, "fewest", k);
    }
}
