package io.github.xinyi.governance.measure;

/**
 * A number of owners as the law counts heads (业主人数), for example 583; one holder of many units is
 * one head. Source: SPC-Own art. 9.
 *
 * @param value at least 0
 * @since 0.1.0
 */
public record HeadCount(long value) implements Comparable<HeadCount> {

    /** Nobody. */
    public static final HeadCount ZERO = new HeadCount(0);

    /** Refuses a negative number. */
    public HeadCount {
        if (value < 0) {
            throw new IllegalArgumentException("HeadCount is negative: " + value);
        }
    }

    /**
     * A number of heads.
     *
     * @param value for example {@code 583}
     * @return the count
     */
    public static HeadCount of(long value) {
        return new HeadCount(value);
    }

    /**
     * The sum of both counts of different holders.
     *
     * @param other the heads to add
     * @return the sum
     */
    public HeadCount plus(HeadCount other) {
        return new HeadCount(Math.addExact(value, other.value));
    }

    @Override
    public int compareTo(HeadCount other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
