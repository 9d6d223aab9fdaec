package io.github.xinyi.trust.statement;

import io.github.xinyi.trust.money.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A number of a statement and the records it comes from (穿透), for example 500.00 of {@code
 * income/7} and {@code income/9}; it cannot be made if the parts do not sum to the amount.
 *
 * @param amount the number
 * @param parts what each record adds, none of it zero, in the order of the log
 * @since 0.1.0
 */
public record Figure(Money amount, List<Part> parts) {

    private static final Figure NONE = new Figure(Money.ofFen(0), List.of());

    /**
     * What one record adds to a number.
     *
     * @param index its place in the log
     * @param record its name in the log, for example {@code receipt/R1}; of a batch {@code batch/7}
     * @param amount the sum of its postings that count
     */
    public record Part(long index, String record, Money amount) {}

    /** Copies the parts and asserts their sum. */
    public Figure {
        parts = List.copyOf(parts);
        Money sum = parts.stream().map(Part::amount).reduce(Money.ofFen(0), Money::plus);
        if (!sum.equals(amount)) {
            throw new IllegalStateException("the parts sum to " + sum + " and not to " + amount);
        }
    }

    /**
     * Nothing, of no record.
     *
     * @return the figure
     */
    public static Figure none() {
        return NONE;
    }

    /**
     * The sum of parts; those of one record are put together, and left out where they are nothing.
     *
     * @param parts in any order
     * @return the figure
     * @throws ArithmeticException if a sum is out of range
     */
    public static Figure of(Collection<Part> parts) {
        SortedMap<Long, Part> merged = new TreeMap<>();
        for (Part part : parts) {
            merged.merge(part.index(), part, Figure::together);
        }
        List<Part> kept = merged.values().stream().filter(p -> p.amount().minor() != 0).toList();
        return new Figure(
                kept.stream().map(Part::amount).reduce(Money.ofFen(0), Money::plus), kept);
    }

    private static Part together(Part one, Part other) {
        return new Part(one.index(), one.record(), one.amount().plus(other.amount()));
    }

    /**
     * The sum of two figures.
     *
     * @param other another figure of the same book
     * @return the sum, with the records of both
     */
    public Figure plus(Figure other) {
        if (parts.isEmpty() || other.parts.isEmpty()) {
            return parts.isEmpty() ? other : this;
        }
        List<Part> all = new ArrayList<>(parts);
        all.addAll(other.parts);
        return of(all);
    }

    /**
     * The difference of two figures.
     *
     * @param other another figure of the same book
     * @return this less the other
     */
    public Figure minus(Figure other) {
        return plus(other.negated());
    }

    /**
     * The figure with the other sign.
     *
     * @return the negation
     */
    public Figure negated() {
        return new Figure(
                amount.negated(),
                parts.stream()
                        .map(p -> new Part(p.index(), p.record(), p.amount().negated()))
                        .toList());
    }

    /**
     * The names of the records it comes from.
     *
     * @return in the order of the log
     */
    public List<String> records() {
        return parts.stream().map(Part::record).toList();
    }
}
