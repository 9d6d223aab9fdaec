package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.team.Source;

/**
 * From which rating on somebody counts as satisfied, for example 4 of 5, as a street's plan says.
 *
 * @param least 1 to 5; this rating counts
 * @param source where it comes from
 * @since 0.1.0
 */
public record RatingFloor(int least, Source source) {

    /** Refuses a floor outside the scale. */
    public RatingFloor {
        if (least < 1 || least > 5) {
            throw new IllegalArgumentException("a floor is 1 to 5: " + least);
        }
    }

    Count count(int rating) {
        return rating >= least ? Count.COUNTED : Count.BELOW_FLOOR;
    }
}
