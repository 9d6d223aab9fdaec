package io.github.xinyi.trust.collection;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.receivable.Charge;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is overdue on a day, by age (欠费账龄); for those who keep the accounts, never for the public.
 *
 * <p>Example: {@code Arrears.of(positions, ageing, day).publish(5)}. The bill is late from the day
 * after its due day. Immutable.
 *
 * @since 0.1.0
 */
public final class Arrears {

    /** The fewest units behind a published figure, as in a batch of the book; no view has fewer. */
    public static final int FEWEST_UNITS = 5;

    private final LocalDate day;
    private final Ageing ageing;
    private final List<SortedMap<UnitId, Long>> buckets;

    private Arrears(LocalDate day, Ageing ageing, List<SortedMap<UnitId, Long>> buckets) {
        this.day = day;
        this.ageing = ageing;
        this.buckets = buckets;
    }

    /**
     * What some ages owe together.
     *
     * @param firstDay the first day past the due day
     * @param units how many units owe it
     * @param amount what they owe
     */
    public record Bucket(int firstDay, int units, Money amount) {}

    /**
     * Arrears that may be shown to everyone: no figure of fewer than k units.
     *
     * @param day the day
     * @param buckets by age; a bucket of too few units is in the one before it, or after it
     */
    public record Published(LocalDate day, List<Bucket> buckets) {

        /** Copies the buckets. */
        public Published {
            buckets = List.copyOf(buckets);
        }
    }

    /**
     * Divides what is overdue.
     *
     * @param positions the bills of all payers
     * @param ageing the buckets
     * @param day the day asked about
     * @return the arrears of that day
     */
    public static Arrears of(Collection<Charge.Position> positions, Ageing ageing, LocalDate day) {
        List<SortedMap<UnitId, Long>> buckets = new ArrayList<>();
        for (int bucket = 0; bucket < ageing.size(); bucket++) {
            buckets.add(new TreeMap<>());
        }
        for (Charge.Position position : positions) {
            long late = ChronoUnit.DAYS.between(position.charge().due(), day);
            if (late > 0 && position.openMinor() > 0) {
                buckets.get(ageing.bucket(late))
                        .merge(position.account().unit(), position.openMinor(), Math::addExact);
            }
        }
        return new Arrears(day, ageing, List.copyOf(buckets));
    }

    /**
     * The ages.
     *
     * @return from the youngest to the oldest, empty ones too
     */
    public List<Bucket> buckets() {
        List<Bucket> all = new ArrayList<>();
        for (int bucket = 0; bucket < buckets.size(); bucket++) {
            all.add(bucket(bucket, buckets.get(bucket)));
        }
        return List.copyOf(all);
    }

    private Bucket bucket(int number, Map<UnitId, Long> units) {
        return new Bucket(
                ageing.firstDay(number),
                units.size(),
                Money.ofFen(units.values().stream().reduce(0L, Math::addExact)));
    }

    /**
     * Everything overdue.
     *
     * @return at least zero
     */
    public Money total() {
        return buckets().stream().map(Bucket::amount).reduce(Money.ofFen(0), Money::plus);
    }

    /**
     * What the public may see, for the first time.
     *
     * @param k the fewest units behind a figure, at least {@link #FEWEST_UNITS}
     * @return the view; refused if some units owe, but fewer than k
     * @throws IllegalArgumentException if k is below its bound
     */
    public Outcome<Published> publish(int k) {
        List<Group> groups = groups(k, true, List.of());
        return published(groups, k, List.of());
    }

    /**
     * What the public may see after it has seen earlier arrears: also what changed between the two
     * views is of at least k units in each figure, and ages shown together stay together.
     *
     * @param before the arrears of which the last view was made, divided the same way
     * @param shown that view
     * @param k the fewest units behind a figure, at least {@link #FEWEST_UNITS}
     * @return the view; refused if too few units owe, or if what changed is of too few
     * @throws IllegalArgumentException if the ages differ, the view is of another day, or k is
     *     below its bound
     */
    public Outcome<Published> publishAfter(Arrears before, Published shown, int k) {
        if (!ageing.equals(before.ageing) || !shown.day().equals(before.day)) {
            throw new IllegalArgumentException("not the view before: " + shown.day());
        }
        List<Group> groups =
                groups(
                        k,
                        shown.buckets().isEmpty(),
                        shown.buckets().stream().map(Bucket::firstDay).toList());
        List<RuleCheck> checks = new ArrayList<>();
        for (Group group : groups) {
            SortedMap<UnitId, Long> then = before.units(group.first(), group.last());
            Set<UnitId> changed = new TreeSet<>(then.keySet());
            changed.addAll(group.units().keySet());
            changed.removeIf(unit -> Objects.equals(then.get(unit), group.units().get(unit)));
            checks.add(
                    RuleCheck.of(
                            CollectionRule.ENOUGH_CHANGES,
                            changed.isEmpty() || changed.size() >= k,
                            "fewest",
                            k));
        }
        return published(groups, k, checks);
    }

    /** Ages shown as one figure. */
    private record Group(int first, int last, SortedMap<UnitId, Long> units) {}

    private SortedMap<UnitId, Long> units(int first, int last) {
        SortedMap<UnitId, Long> units = new TreeMap<>();
        for (int bucket = first; bucket <= last; bucket++) {
            buckets.get(bucket).forEach((unit, fen) -> units.merge(unit, fen, Math::addExact));
        }
        return units;
    }

    /** Ages in their order, each group as small as k allows; what is left joins the last group. */
    private List<Group> groups(int k, boolean anywhere, List<Integer> firstDays) {
        if (k < FEWEST_UNITS) {
            throw new IllegalArgumentException("a figure of so few units hides nobody: " + k);
        }
        List<Group> groups = new ArrayList<>();
        int first = 0;
        for (int bucket = 0; bucket < buckets.size(); bucket++) {
            boolean ends =
                    bucket + 1 == buckets.size()
                            || anywhere
                            || firstDays.contains(ageing.firstDay(bucket + 1));
            if (ends && units(first, bucket).size() >= k) {
                groups.add(new Group(first, bucket, units(first, bucket)));
                first = bucket + 1;
            }
        }
        if (first < buckets.size()) {
            int start = groups.isEmpty() ? 0 : groups.remove(groups.size() - 1).first();
            groups.add(new Group(start, buckets.size() - 1, units(start, buckets.size() - 1)));
        }
        return groups;
    }

    private Outcome<Published> published(List<Group> groups, int k, List<RuleCheck> checks) {
        List<RuleCheck> all = new ArrayList<>(checks);
        List<Bucket> shown = new ArrayList<>();
        for (Group group : groups) {
            all.add(
                    RuleCheck.of(
                            CollectionRule.ENOUGH_UNITS,
                            group.units().isEmpty() || group.units().size() >= k,
                            "fewest",
                            k));
            if (!group.units().isEmpty()) {
                shown.add(bucket(group.first(), group.units()));
            }
        }
        Ruling ruling = new Ruling(List.copyOf(all));
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(new Published(day, shown))
                : Outcome.refused(ruling);
    }

    /** For example {@code 2025-12-31, 5 ages}. */
    @Override
    public String toString() {
        return day + ", " + buckets.size() + " ages";
    }
}
