package io.github.xinyi.trust.billing;

import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Apportionment;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * A cost of a month of several units together, such as the electricity of a lift, split among them
 * so that the parts sum to it (公摊费用).
 *
 * <p>Example: {@code new SharedCost(YearMonth.of(2025, 1), Money.ofFen(10_000)).byArea(roster,
 * sharers)}. It is split by the roster of that month, and by no older one. Source: Civil Code art.
 * 283: as agreed, otherwise by exclusive area; the odd fen go by the largest remainder, then by the
 * smaller identifier, and the day of the roster is ours (interpretation).
 *
 * @param month the month in which it arose
 * @param whole what is to be split, at least zero
 * @since 0.1.0
 */
public record SharedCost(YearMonth month, Money whole) {

    private static final int DIGITS = 7;

    /** Refuses a cost below nothing with {@link IllegalArgumentException}. */
    public SharedCost {
        if (whole.isNegative()) {
            throw new IllegalArgumentException("a cost is not below nothing: " + whole);
        }
    }

    /**
     * A cost as it was split; only a {@link SharedCost} makes one. Immutable.
     *
     * @since 0.1.0
     */
    public static final class Split {

        private final SharedCost cost;
        private final LocalDate recordDate;
        private final SortedMap<UnitId, Money> parts;
        private final Set<UnitId> notHandedOver;

        private Split(
                SharedCost cost,
                LocalDate recordDate,
                SortedMap<UnitId, Money> parts,
                Set<UnitId> notHandedOver) {
            this.cost = cost;
            this.recordDate = recordDate;
            this.parts = Collections.unmodifiableSortedMap(parts);
            this.notHandedOver = notHandedOver;
        }

        /**
         * What was split.
         *
         * @return the cost, to which the parts sum
         */
        public SharedCost cost() {
            return cost;
        }

        /**
         * The day of the roster by which it was split.
         *
         * @return a day of the cost's month
         */
        public LocalDate recordDate() {
            return recordDate;
        }

        /**
         * The part of each sharer.
         *
         * @return in the order of the units, those of nothing too
         */
        public SortedMap<UnitId, Money> parts() {
            return parts;
        }

        /**
         * The bills, which sum to the cost; a part of nothing makes none.
         *
         * @param prefix begins every number, for example {@code G202501-} for {@code
         *     G202501-0000001}; 1 to 41 letters, digits or hyphens
         * @param due the day on which they fall due
         * @return in the order of the units; the developer owes for what is not handed over on the
         *     roster's day
         * @throws IllegalArgumentException if the prefix has another form
         */
        public List<Bill> bills(String prefix, LocalDate due) {
            SourceDocument.number(prefix + "0".repeat(DIGITS));
            List<Bill> bills = new ArrayList<>();
            parts.forEach(
                    (unit, part) -> {
                        if (part.isPositive()) {
                            String digits = Integer.toString(bills.size() + 1);
                            bills.add(
                                    new Bill(
                                            prefix + "0".repeat(DIGITS - digits.length()) + digits,
                                            unit,
                                            notHandedOver.contains(unit)
                                                    ? Payer.DEVELOPER
                                                    : Payer.OWNERS,
                                            cost.month(),
                                            due,
                                            part));
                        }
                    });
            return List.copyOf(bills);
        }

        /** For example {@code 100.00 of 2025-01 among 6 units}. */
        @Override
        public String toString() {
            return cost.whole() + " of " + cost.month() + " among " + parts.size() + " units";
        }
    }

    /**
     * By exclusive area, as the law has it where nothing is agreed.
     *
     * @param roster the roster of a day of the month
     * @param sharers who shares it, at least one
     * @return the part of each, or every rule in the way
     * @throws IllegalArgumentException if nobody shares it
     */
    public Outcome<Split> byArea(Roster roster, Set<UnitId> sharers) {
        return byWeight(roster, sharers, unit -> unit.area().squareDecimetres());
    }

    /**
     * The same part for each unit, where that is agreed.
     *
     * @param roster the roster of a day of the month
     * @param sharers who shares it, at least one
     * @return the part of each, or every rule in the way
     * @throws IllegalArgumentException if nobody shares it
     */
    public Outcome<Split> byUnit(Roster roster, Set<UnitId> sharers) {
        return byWeight(roster, sharers, unit -> 1);
    }

    private Outcome<Split> byWeight(
            Roster roster, Set<UnitId> sharers, ToLongFunction<Unit> weight) {
        Map<UnitId, Long> weights = new HashMap<>();
        sharers.forEach(
                id -> roster.unit(id).ifPresent(u -> weights.put(id, weight.applyAsLong(u))));
        return split(roster, sharers, weights, List.of());
    }

    /**
     * By what the meters of the units counted, where that is agreed.
     *
     * @param roster the roster of a day of the month
     * @param sharers who shares it, at least one
     * @param readings for each of them what its meter counted, at least 0
     * @return the part of each, or every rule in the way: a meter that was not read, or that is
     *     nobody's who shares, or that none of them counted anything
     * @throws IllegalArgumentException if nobody shares it, or a reading is below 0
     */
    public Outcome<Split> byMeter(Roster roster, Set<UnitId> sharers, Map<UnitId, Long> readings) {
        List<Finding> findings = new ArrayList<>();
        Set<UnitId> either = new TreeSet<>(sharers);
        either.addAll(readings.keySet());
        for (UnitId unit : either) {
            if (!sharers.contains(unit) || !readings.containsKey(unit)) {
                findings.add(RuleCheck.of(BillingRule.METER_READ, false, "unit", unit));
            }
        }
        if (readings.values().stream().allMatch(counted -> counted == 0)) {
            findings.add(RuleCheck.of(BillingRule.METERS_COUNTED, false, "month", month));
        }
        return split(roster, sharers, readings, findings);
    }

    private Outcome<Split> split(
            Roster roster,
            Set<UnitId> sharers,
            Map<UnitId, Long> weights,
            List<Finding> ofWeights) {
        if (sharers.isEmpty()) {
            throw new IllegalArgumentException("nobody shares " + whole + " of " + month);
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        BillingRule.ROSTER_OF_MONTH,
                        YearMonth.from(roster.recordDate()).equals(month),
                        "day",
                        roster.recordDate(),
                        "month",
                        month));
        Set<UnitId> notHandedOver = new HashSet<>();
        for (UnitId id : new TreeSet<>(sharers)) {
            roster.unit(id)
                    .ifPresentOrElse(
                            unit -> {
                                if (unit.status() != DeliveryStatus.SOLD_DELIVERED) {
                                    notHandedOver.add(id);
                                }
                            },
                            () ->
                                    findings.add(
                                            RuleCheck.of(
                                                    BillingRule.SHARER_KNOWN, false, "unit", id)));
        }
        findings.addAll(ofWeights);
        Ruling ruling = new Ruling(findings);
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(
                        new Split(
                                this,
                                roster.recordDate(),
                                new TreeMap<>(Apportionment.largestRemainder(whole, weights)),
                                Set.copyOf(notHandedOver)))
                : Outcome.refused(ruling);
    }
}
