package io.github.xinyi.governance.published;

import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.published.Percentage.Base;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that a notice prints of one figure, for example {@code 589} and {@code 65.08%}, or
 * nothing.
 *
 * <p>Counts are exact: heads, or units of 0.01 m². Where a figure is printed twice and differently
 * both are kept, so that the contradiction is found; what is printed twice and alike is kept once.
 * The statements are sorted, so that figures printed in another order are equal.
 *
 * @param counts 0 to {@link #MAX_STATEMENTS} exact counts, each 0 to {@link #MAX_COUNT}, ascending
 * @param percentages 0 to {@link #MAX_STATEMENTS}, by base, decimals and digits
 * @since 0.1.0
 */
public record Figure(List<Long> counts, List<Percentage> percentages) {

    /** The most statements of one kind about one figure. */
    public static final int MAX_STATEMENTS = 4;

    /** The largest count: 10^11 heads, or 10^9 m². */
    public static final long MAX_COUNT = 100_000_000_000L;

    private static final Comparator<Percentage> ORDER =
            Comparator.comparing(Percentage::base)
                    .thenComparing(Percentage::decimals)
                    .thenComparing(Percentage::scaled);

    /** Nothing is printed. */
    public static final Figure ABSENT = new Figure(List.of(), List.of());

    /** Sorts the statements and checks their number and size. */
    public Figure {
        counts = counts.stream().distinct().sorted().toList();
        percentages = percentages.stream().distinct().sorted(ORDER).toList();
        if (counts.size() > MAX_STATEMENTS || percentages.size() > MAX_STATEMENTS) {
            throw new IllegalArgumentException("too many statements: " + counts + percentages);
        }
        if (counts.stream().anyMatch(count -> count < 0 || count > MAX_COUNT)) {
            throw new IllegalArgumentException("count out of range: " + counts);
        }
    }

    /**
     * An exact area.
     *
     * @param area for example 93,449.08 m²
     * @return the figure
     */
    public static Figure of(FloorArea area) {
        return new Figure(List.of(area.squareDecimetres()), List.of());
    }

    /**
     * An exact number of owners.
     *
     * @param heads for example 905
     * @return the figure
     */
    public static Figure of(HeadCount heads) {
        return new Figure(List.of(heads.value()), List.of());
    }

    /**
     * A rounded percentage alone.
     *
     * @param percentage for example {@code "65.08%"}
     * @param base of what it is a part
     * @return the figure
     */
    public static Figure of(String percentage, Base base) {
        return new Figure(List.of(), List.of(Percentage.parse(percentage, base)));
    }

    /**
     * Both statements about the same figure.
     *
     * @param other what else is printed of it
     * @return the figure
     */
    public Figure and(Figure other) {
        List<Long> allCounts = new ArrayList<>(counts);
        allCounts.addAll(other.counts);
        List<Percentage> allPercentages = new ArrayList<>(percentages);
        allPercentages.addAll(other.percentages);
        return new Figure(allCounts, allPercentages);
    }

    boolean isAbsent() {
        return counts.isEmpty() && percentages.isEmpty();
    }

    boolean isCounted() {
        return !counts.isEmpty();
    }

    boolean lacksBase() {
        return !isCounted() && percentages.stream().anyMatch(p -> p.base() == Base.UNSTATED);
    }

    Figure readAs(Base assumed) {
        return new Figure(counts, percentages.stream().map(p -> p.readAs(assumed)).toList());
    }

    /**
     * This figure with each percentage of an unstated base read as of those taking part and as of
     * all, each by itself: at most 2^{@link #MAX_STATEMENTS} readings.
     */
    List<Figure> readings() {
        Set<Figure> readings = new LinkedHashSet<>(List.of(new Figure(counts, List.of())));
        for (Percentage percentage : percentages) {
            Set<Figure> longer = new LinkedHashSet<>();
            for (Figure reading : readings) {
                longer.add(reading.and(percentage.readAs(Base.PARTICIPATING)));
                longer.add(reading.and(percentage.readAs(Base.TOTAL)));
            }
            readings = longer;
        }
        return List.copyOf(readings);
    }

    private Figure and(Percentage percentage) {
        return and(new Figure(List.of(), List.of(percentage)));
    }

    /** The shares of a base that round to every percentage printed of it, at most all of it. */
    Range shares(Base base) {
        Range shares = new Range(0, Percentage.WHOLE);
        for (Percentage percentage : percentages) {
            if (percentage.base() == base) {
                shares = shares.and(percentage.shares());
            }
        }
        return shares;
    }

    /** The counts within the range that contradict no count printed. */
    Range counted(Range within) {
        Range range = within;
        for (long count : counts) {
            range = range.and(new Range(count, count));
        }
        return range;
    }

    /** The counts within the range that round to every percentage printed of that base. */
    Range rounded(Range within, Base base, long whole) {
        Range range = within;
        for (Percentage percentage : percentages) {
            if (percentage.base() == base) {
                range = range.and(percentage.partsOf(whole));
            }
        }
        return range;
    }
}
