package io.github.xinyi.governance.measure;

/**
 * A share that must be reached; the law's 以上 and 过半数 are different types.
 *
 * <p>Example: {@code new AtLeast(Ratio.of(2, 3)).isMetBy(2, 3)} is true, {@code new
 * MoreThan(Ratio.of(1, 2)).isMetBy(1, 2)} is false. A share of nothing (whole 0) meets no
 * threshold. Source: Civil Code art. 1259 (以上 includes the number); 过半数 as strictly more than half
 * is general usage, not re-checked in a text.
 *
 * @since 0.1.0
 */
public sealed interface Threshold {

    /**
     * The share itself.
     *
     * @return for example {@code 2/3}
     */
    Ratio share();

    /**
     * Whether the part reaches the share of the whole, by cross-multiplication.
     *
     * @param part at least 0, at most {@code whole}
     * @param whole at least 0
     * @return true if reached
     * @throws IllegalArgumentException if the part is negative or exceeds the whole
     */
    boolean isMetBy(long part, long whole);

    /**
     * The share or more (以上), for example at least 2/3.
     *
     * @param share the share that suffices
     */
    record AtLeast(Ratio share) implements Threshold {
        @Override
        public boolean isMetBy(long part, long whole) {
            requireShare(part, whole);
            return whole > 0 && share.compareShare(part, whole) >= 0;
        }

        @Override
        public String toString() {
            return "≥" + share;
        }
    }

    /**
     * Strictly more than the share (过, 超过), for example more than 1/2.
     *
     * @param share the share that does not suffice
     */
    record MoreThan(Ratio share) implements Threshold {
        @Override
        public boolean isMetBy(long part, long whole) {
            requireShare(part, whole);
            return whole > 0 && share.compareShare(part, whole) > 0;
        }

        @Override
        public String toString() {
            return ">" + share;
        }
    }

    private static void requireShare(long part, long whole) {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException("not a share: " + part + " of " + whole);
        }
    }
}
