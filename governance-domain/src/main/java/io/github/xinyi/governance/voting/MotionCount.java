package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.ballot.AnswerColumn;
import io.github.xinyi.governance.bylaw.CountPolicy;
import io.github.xinyi.governance.community.Electorate;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import java.util.BitSet;

/**
 * The votes on a motion by area and by heads, for example 20,000.00 m² and 250 heads for it.
 *
 * @param total all units that carry a vote, returned or not
 * @param inFavour consent
 * @param against rejection
 * @param abstaining abstention, ticked or by answers that differ between units of one holder
 * @since 0.1.0
 */
public record MotionCount(Votes total, Votes inFavour, Votes against, Votes abstaining) {

    /** Refuses more votes than there are. */
    public MotionCount {
        Votes cast = inFavour.plus(against).plus(abstaining);
        if (cast.area().compareTo(total.area()) > 0 || cast.heads().compareTo(total.heads()) > 0) {
            throw new IllegalArgumentException("votes cast " + cast + " exceed " + total);
        }
    }

    /**
     * Makes a counter of packed answers, as the law counts; it can be used for many motions.
     *
     * @param electorate the units and heads of a frozen roster
     * @return a counter that looks at no ballot
     */
    public static Counter counter(Electorate electorate) {
        return new Counter(electorate);
    }

    /**
     * The votes that take part (参与表决): in favour, against and abstaining.
     *
     * @return the base of the second threshold
     */
    public Votes participating() {
        return inFavour.plus(against).plus(abstaining);
    }

    /**
     * A weight in both measures of the law.
     *
     * @param area by exclusive area
     * @param heads by number of owners
     */
    public record Votes(FloorArea area, HeadCount heads) {

        /** No votes. */
        public static final Votes NONE = new Votes(FloorArea.ZERO, HeadCount.ZERO);

        /**
         * The sum in both measures.
         *
         * @param other the votes of other holders
         * @return the sum
         */
        public Votes plus(Votes other) {
            return new Votes(area.plus(other.area), heads.plus(other.heads));
        }
    }

    /**
     * Counts answers that are packed by the numbers of one electorate: one pass over its units, in
     * memory that does not grow. Not safe for several threads.
     */
    public static final class Counter {

        private final int units;
        private final HeadAnswers heads;

        private Counter(Electorate electorate) {
            this.units = electorate.units();
            this.heads = new HeadAnswers(electorate, CountPolicy.statutory(), new BitSet());
        }

        /**
         * The votes on one motion, from which {@link Judgement#of} derives a result.
         *
         * @param answers the answer of every unit
         * @return the votes
         * @throws IllegalArgumentException if the column is of another number of units
         */
        public MotionCount count(AnswerColumn answers) {
            if (answers.units() != units) {
                throw new IllegalArgumentException(
                        answers.units() + " answers for " + units + " units");
            }
            heads.read(answers);
            return heads.count(answers, new BitSet());
        }
    }
}
