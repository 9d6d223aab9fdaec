package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.measure.Ratio;

/**
 * The exact difference of two shares, for example up by 1/12.
 *
 * @param direction up, down or none
 * @param size by how much; 0/1 for none
 * @since 0.1.0
 */
public record ShareChange(Direction direction, Ratio size) {

    /** Refuses a direction without a difference, and the reverse. */
    public ShareChange {
        if ((direction == Direction.NONE) != (size.numerator() == 0)) {
            throw new IllegalArgumentException(direction + " by " + size);
        }
    }

    /** Which way a share went. */
    public enum Direction {
        /** It rose. */
        UP,
        /** It fell. */
        DOWN,
        /** It stayed. */
        NONE
    }

    static ShareChange between(Ratio before, Ratio after) {
        long difference =
                Math.subtractExact(
                        Math.multiplyExact(after.numerator(), before.denominator()),
                        Math.multiplyExact(before.numerator(), after.denominator()));
        Ratio size =
                Ratio.of(
                        Math.abs(difference),
                        Math.multiplyExact(before.denominator(), after.denominator()));
        Direction direction = difference > 0 ? Direction.UP : Direction.DOWN;
        return new ShareChange(difference == 0 ? Direction.NONE : direction, size);
    }

    /** For example {@code UP 1/12}. */
    @Override
    public String toString() {
        return direction + " " + size;
    }
}
