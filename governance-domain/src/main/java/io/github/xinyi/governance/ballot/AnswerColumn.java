package io.github.xinyi.governance.ballot;

import java.util.Arrays;

/**
 * The answers of all units on one motion, two bits each, by the numbers that an electorate gives
 * its units; for example {@code AnswerColumn.builder(664).answer(0, Choice.FOR).build()}.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class AnswerColumn {

    /** Stands where a unit has no valid answer. */
    public static final int NONE = 0;

    private static final int PER_WORD_SHIFT = 5;
    private static final int IN_WORD = 31;
    private static final int BITS = 3;

    private final int units;
    private final long[] words;

    private AnswerColumn(int units, long[] words) {
        this.units = units;
        this.words = words;
    }

    /**
     * Starts a column without answers.
     *
     * @param units how many units there are, at least 0
     * @return a builder
     */
    public static Builder builder(int units) {
        return new Builder(units);
    }

    /**
     * How many units there are.
     *
     * @return answered or not
     */
    public int units() {
        return units;
    }

    /**
     * The answer of a unit.
     *
     * @param unit from 0
     * @return {@link #NONE}, or the {@link Choice#code}
     */
    public int answer(int unit) {
        return (int) (words[unit >>> PER_WORD_SHIFT] >>> ((unit & IN_WORD) << 1)) & BITS;
    }

    /** Fills a column; not safe for several threads. */
    public static final class Builder {

        private final int units;
        private final long[] words;

        private Builder(int units) {
            this.units = units;
            this.words = new long[(units + IN_WORD) >>> PER_WORD_SHIFT];
        }

        /**
         * Sets the answer of a unit, whatever it was.
         *
         * @param unit from 0
         * @param choice its answer
         * @return this builder
         */
        public Builder answer(int unit, Choice choice) {
            int shift = (unit & IN_WORD) << 1;
            int word = unit >>> PER_WORD_SHIFT;
            words[word] = (words[word] & ~((long) BITS << shift)) | ((long) choice.code() << shift);
            return this;
        }

        /**
         * The column as filled so far.
         *
         * @return a copy
         */
        public AnswerColumn build() {
            return new AnswerColumn(units, Arrays.copyOf(words, words.length));
        }
    }
}
