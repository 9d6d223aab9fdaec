package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;

/**
 * A share as it is written in a table, for example {@code ≥2/3} or {@code >1/2}.
 *
 * @param bound whether the share itself suffices
 * @param ratio the share, at most 1; 0 where nothing is asked
 * @since 0.1.0
 */
public record Share(Bound bound, Ratio ratio) {

    /** Whether the share itself suffices. */
    public enum Bound {
        /** It does (以上). */
        AT_LEAST,
        /** It does not (过). */
        MORE_THAN
    }

    /** Nothing is asked. */
    public static final Share NONE = new Share(Bound.AT_LEAST, Ratio.of(0, 1));

    private static final Ratio HALF = Ratio.of(1, 2);

    /** Refuses more than all. */
    public Share {
        if (ratio.compareTo(Ratio.of(1, 1)) > 0) {
            throw new IllegalArgumentException("more than all: " + ratio);
        }
    }

    /**
     * Reads a share.
     *
     * @param text for example {@code "≥2/3"}
     * @return the share
     * @throws IllegalArgumentException if the text is not {@code ≥n/d} or {@code >n/d}
     */
    public static Share parse(String text) {
        if (!text.startsWith("≥") && !text.startsWith(">")) {
            throw new IllegalArgumentException("not a share: " + text);
        }
        Bound bound = text.startsWith(">") ? Bound.MORE_THAN : Bound.AT_LEAST;
        return new Share(bound, Ratio.parse(text.substring(1)));
    }

    static boolean isShare(String text) {
        try {
            return parse(text).ratio().denominator() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The share to be reached.
     *
     * @return the threshold
     */
    public Threshold threshold() {
        return bound == Bound.AT_LEAST
                ? new Threshold.AtLeast(ratio)
                : new Threshold.MoreThan(ratio);
    }

    boolean isAtLeastHalf() {
        return ratio.compareTo(HALF) >= 0;
    }

    @Override
    public String toString() {
        return threshold().toString();
    }
}
