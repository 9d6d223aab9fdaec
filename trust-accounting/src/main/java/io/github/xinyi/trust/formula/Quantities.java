package io.github.xinyi.trust.formula;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The figures of one charge, for example {@code Quantities.none().with(AREA, new
 * BigDecimal("89.37")).with(MONTHS, BigDecimal.ONE)}. Immutable.
 *
 * @since 0.1.0
 */
public final class Quantities {

    /** The greatest figure. */
    public static final BigDecimal MAX = BigDecimal.valueOf(1_000_000_000_000L);

    /** The most decimals of a figure. */
    public static final int MAX_DECIMALS = 6;

    private static final Quantities NONE = new Quantities(new EnumMap<>(Quantity.class));

    private final Map<Quantity, Fraction> figures;

    private Quantities(EnumMap<Quantity, Fraction> figures) {
        this.figures = Collections.unmodifiableMap(figures);
    }

    /**
     * No figure yet.
     *
     * @return empty quantities
     */
    public static Quantities none() {
        return NONE;
    }

    /**
     * One figure more, or another one in its place.
     *
     * @param quantity what is known
     * @param figure 0 to {@link #MAX}, at most {@link #MAX_DECIMALS} decimals
     * @return changed quantities
     * @throws IllegalArgumentException if the figure is out of these bounds
     */
    public Quantities with(Quantity quantity, BigDecimal figure) {
        if (figure.signum() < 0
                || figure.compareTo(MAX) > 0
                || figure.stripTrailingZeros().scale() > MAX_DECIMALS) {
            throw new IllegalArgumentException("no figure for " + quantity + ": " + figure);
        }
        return with(quantity, Fraction.of(figure));
    }

    /**
     * The part of a month that some of its days are, exactly, for example 10 of the 31 days of
     * January; {@link Quantity#MONTHS} takes no endless decimal.
     *
     * @param days 0 to the days of the month
     * @param month the month
     * @return changed quantities
     * @throws IllegalArgumentException if the month has not so many days
     */
    public Quantities withDaysOf(int days, YearMonth month) {
        if (days < 0 || days > month.lengthOfMonth()) {
            throw new IllegalArgumentException(month + " has no " + days + " days");
        }
        return with(Quantity.MONTHS, Fraction.of(days, month.lengthOfMonth()));
    }

    private Quantities with(Quantity quantity, Fraction figure) {
        EnumMap<Quantity, Fraction> more = new EnumMap<>(Quantity.class);
        more.putAll(figures);
        more.put(quantity, figure);
        return new Quantities(more);
    }

    /**
     * Whether a figure is known.
     *
     * @param quantity the quantity asked for
     * @return true if it was given
     */
    public boolean has(Quantity quantity) {
        return figures.containsKey(quantity);
    }

    Fraction require(Quantity quantity) {
        return Objects.requireNonNull(figures.get(quantity), quantity::word);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantities that && figures.equals(that.figures);
    }

    @Override
    public int hashCode() {
        return figures.hashCode();
    }

    @Override
    public String toString() {
        return figures.toString();
    }
}
