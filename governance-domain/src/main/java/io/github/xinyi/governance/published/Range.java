package io.github.xinyi.governance.published;

/**
 * The whole counts from {@code least} to {@code most}; none if {@code most} is less.
 *
 * @param least inclusive
 * @param most inclusive
 */
record Range(long least, long most) {

    boolean isEmpty() {
        return most < least;
    }

    long size() {
        return isEmpty() ? 0 : most - least + 1;
    }

    boolean has(long count) {
        return least <= count && count <= most;
    }

    Range and(Range other) {
        return new Range(Math.max(least, other.least), Math.min(most, other.most));
    }
}
