package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.ballot.AnswerColumn;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.community.Electorate;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import java.util.BitSet;
import java.util.stream.LongStream;

/**
 * What ballots to come can still change on one motion, under the statutory count.
 *
 * <p>A valid ballot of an owner's own is final. One by proxy gives way to the owner's own, and a
 * unit without an answer is open. So a holder whose own ballots say nothing but yes can still
 * consent with all its units; any other can only bring more area into the turnout.
 */
final class OpenVotes {

    private static final int ANSWERS = 1;
    private static final int WITHHOLDS = 2;
    private static final int WITHHOLDS_FOR_GOOD = 4;

    private static final OpenVotes NONE = new OpenVotes(Votes.NONE, Votes.NONE, new long[0]);

    private final Votes turnable;
    private final Votes silent;
    private final long[] idle;

    OpenVotes(Votes turnable, Votes silent, long[] idle) {
        this.turnable = turnable;
        this.silent = silent;
        this.idle = idle;
    }

    /** Nothing more can come in. */
    static OpenVotes none() {
        return NONE;
    }

    /**
     * What is left of a vote.
     *
     * @param electorate the units and heads of the statutory count
     * @param standing the answers that stand
     * @param voting the holders for whom somebody may still hand in a ballot
     */
    static OpenVotes of(Electorate electorate, Pile.Standing standing, BitSet voting) {
        byte[] states = new byte[electorate.holders()];
        long[] answered = new long[states.length];
        long[] open = new long[states.length];
        for (int unit = 0; unit < electorate.units(); unit++) {
            int holder = electorate.holder(unit);
            int state = state(standing, unit);
            states[holder] |= (byte) state;
            (state == 0 ? open : answered)[holder] += electorate.areaSquareDecimetres(unit);
        }
        long turnable = 0;
        long turnableHeads = 0;
        long silent = 0;
        long silentHeads = 0;
        for (int holder = voting.nextSetBit(0);
                holder >= 0;
                holder = voting.nextSetBit(holder + 1)) {
            int state = states[holder];
            if ((state & WITHHOLDS_FOR_GOOD) == 0) {
                boolean turns = (state & WITHHOLDS) != 0;
                turnable += turns ? answered[holder] : 0;
                turnableHeads += turns ? 1 : 0;
                silent += open[holder];
                silentHeads += (state & ANSWERS) == 0 ? 1 : 0;
            }
        }
        return new OpenVotes(
                votes(turnable, turnableHeads),
                votes(silent, silentHeads),
                idle(electorate, standing.answers(), voting, states));
    }

    private static int state(Pile.Standing standing, int unit) {
        int answer = standing.answers().answer(unit);
        if (answer == AnswerColumn.NONE || answer == Choice.FOR.code()) {
            return answer == AnswerColumn.NONE ? 0 : ANSWERS;
        }
        return ANSWERS | WITHHOLDS | (standing.byProxy().get(unit) ? 0 : WITHHOLDS_FOR_GOOD);
    }

    private static long[] idle(
            Electorate electorate, AnswerColumn answers, BitSet voting, byte[] states) {
        LongStream.Builder areas = LongStream.builder();
        for (int unit = 0; unit < electorate.units(); unit++) {
            int holder = electorate.holder(unit);
            if (voting.get(holder)
                    && (states[holder] & WITHHOLDS_FOR_GOOD) != 0
                    && answers.answer(unit) == AnswerColumn.NONE) {
                areas.add(electorate.areaSquareDecimetres(unit));
            }
        }
        return areas.build().toArray();
    }

    private static Votes votes(long squareDecimetres, long heads) {
        return new Votes(FloorArea.ofSquareDecimetres(squareDecimetres), HeadCount.of(heads));
    }

    /** The votes that take part without consenting and can still be turned to consent. */
    Votes turnable() {
        return turnable;
    }

    /** The votes that do not take part yet and can still consent. */
    Votes silent() {
        return silent;
    }

    /** The areas, unit by unit, that can still take part and can not consent. */
    long[] idle() {
        return idle.clone();
    }
}
