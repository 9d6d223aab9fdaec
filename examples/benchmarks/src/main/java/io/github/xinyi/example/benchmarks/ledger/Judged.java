package io.github.xinyi.example.benchmarks.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The ratios of some pairs of runs, held against a floor.
 *
 * @param number the number under which the design lists it, for example P1
 * @param work what was compared
 * @param ratios of each pair, in the order in which they ran
 * @param bound what their median must reach
 */
public record Judged(String number, String work, List<BigDecimal> ratios, Bound bound) {

    /** Copies the ratios. */
    public Judged {
        ratios = List.copyOf(ratios);
    }

    /** A ratio not to be missed. */
    sealed interface Bound {
        boolean isMet(BigDecimal ratio);

        /** Not lower. */
        record AtLeast(BigDecimal ratio) implements Bound {
            @Override
            public boolean isMet(BigDecimal measured) {
                return measured.compareTo(ratio) >= 0;
            }

            @Override
            public String toString() {
                return "at least " + ratio;
            }
        }

        /** Not higher. */
        record AtMost(BigDecimal ratio) implements Bound {
            @Override
            public boolean isMet(BigDecimal measured) {
                return measured.compareTo(ratio) <= 0;
            }

            @Override
            public String toString() {
                return "at most " + ratio;
            }
        }

        /** Told, and not judged. */
        record None() implements Bound {
            @Override
            public boolean isMet(BigDecimal measured) {
                return true;
            }

            @Override
            public String toString() {
                return "none";
            }
        }
    }

    static BigDecimal ratio(long dividend, long divisor) {
        return BigDecimal.valueOf(dividend)
                .divide(BigDecimal.valueOf(divisor), 4, RoundingMode.HALF_UP);
    }

    /**
     * The median of the ratios.
     *
     * @return of an even number of pairs the higher of the two in the middle
     */
    public BigDecimal median() {
        return ratios.stream().sorted().toList().get(ratios.size() / 2);
    }

    /**
     * Whether the floor is met.
     *
     * @return true if it is, or if there is none
     */
    public boolean isMet() {
        return bound.isMet(median());
    }

    @Override
    public String toString() {
        List<BigDecimal> sorted = ratios.stream().sorted().toList();
        return "%s %s: median %s (%s to %s, %d pairs), floor %s: %s"
                .formatted(
                        number,
                        work,
                        median(),
                        sorted.get(0),
                        sorted.get(sorted.size() - 1),
                        ratios.size(),
                        bound,
                        isMet() ? "met" : "NOT MET");
    }
}
