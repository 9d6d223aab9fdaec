package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.ballot.AnswerColumn;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.bylaw.BylawRule;
import io.github.xinyi.governance.bylaw.CountPolicy;
import io.github.xinyi.governance.community.Electorate;
import io.github.xinyi.governance.community.VotingHolder;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Adds up the answers of one motion: one pass over the units brings them to their heads, one pass
 * over the heads brings those to the choices. Not safe for several threads.
 *
 * <p>A holder that has no head, as of a parking space that carries only area, answers for itself.
 */
final class HeadAnswers {

    /** What of a head's units is known, besides a bit for every choice. */
    private static final int WITH_HEAD = 8;

    private static final int UNANSWERED = 16;

    /** Where ticked abstentions wait, beside the codes of the choices. */
    private static final int TICKED = 4;

    private static final int CHOICES = 7;
    private static final int ABSTAIN_ONLY = 1 << (Choice.ABSTAIN.code() - 1);

    /** The group of a unit that is the only one of its head, which needs no bookkeeping. */
    private static final int ALONE = -1;

    private final Electorate electorate;
    private final CountPolicy policy;
    private final BitSet excluded;
    private final int[] group;
    private final byte[] known;
    private final long[] answered;

    /** Of units alone, by answer. */
    private final long[] aloneArea = new long[TICKED];

    private final long[] aloneHeads = new long[TICKED];

    /** Of everybody, by choice. */
    private final long[] area = new long[TICKED + 1];

    private final long[] heads = new long[TICKED + 1];

    HeadAnswers(Electorate electorate, CountPolicy policy, BitSet excluded) {
        this.electorate = electorate;
        this.policy = policy;
        this.excluded = excluded;
        this.group = new int[electorate.units()];
        int groups = group();
        this.known = new byte[groups];
        this.answered = new long[groups];
    }

    /** Numbers the groups of several units, and of units without a head; returns how many. */
    private int group() {
        int all = Math.toIntExact(electorate.heads().value());
        int[] sizes = new int[all + electorate.holders()];
        for (int unit = 0; unit < group.length; unit++) {
            int holder = electorate.holder(unit);
            int head = electorate.head(holder);
            group[unit] = head == Electorate.NONE ? all + holder : head;
            sizes[group[unit]] += electorate.carriesHead(unit) ? 1 : 2;
        }
        int groups = 0;
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = sizes[i] > 1 ? groups++ : ALONE;
        }
        for (int unit = 0; unit < group.length; unit++) {
            group[unit] = sizes[group[unit]];
        }
        return groups;
    }

    void read(AnswerColumn column) {
        Arrays.fill(known, (byte) 0);
        Arrays.fill(answered, 0);
        Arrays.fill(aloneArea, 0);
        Arrays.fill(aloneHeads, 0);
        boolean all = excluded.isEmpty();
        for (int unit = 0; unit < group.length; unit++) {
            if (all || !excluded.get(unit)) {
                int answer = column.answer(unit);
                if (group[unit] == ALONE) {
                    aloneArea[answer] += electorate.areaSquareDecimetres(unit);
                    aloneHeads[answer]++;
                } else {
                    bring(unit, answer);
                }
            }
        }
    }

    private void bring(int unit, int answer) {
        int at = group[unit];
        if (answer == AnswerColumn.NONE) {
            known[at] |= UNANSWERED;
        } else {
            int head = electorate.carriesHead(unit) ? WITH_HEAD : 0;
            known[at] |= (byte) ((1 << (answer - 1)) | head);
            answered[at] += electorate.areaSquareDecimetres(unit);
        }
    }

    /**
     * The count of what was read.
     *
     * @param column the answers read
     * @param reached the units whose silence counts, where it does
     */
    MotionCount count(AnswerColumn column, BitSet reached) {
        Arrays.fill(area, 0);
        Arrays.fill(heads, 0);
        for (Choice choice : Choice.values()) {
            int answer = choice.code();
            int slot = choice == Choice.ABSTAIN ? TICKED : answer;
            add(slot, aloneArea[answer], aloneHeads[answer]);
        }
        for (int at = 0; at < known.length; at++) {
            int state = known[at];
            if ((state & CHOICES) != 0 && !isLeftOut(state)) {
                boolean split = isMixed(state) && splits();
                add(slot(state), split ? 0 : answered[at], (state & WITH_HEAD) == 0 ? 0 : 1);
            }
        }
        if (splits() || policy.partial() == CountPolicy.PartialReturns.WHOLE_AREA) {
            addUnitByUnit(column);
        }
        addAbstentionsAndSilence(column, reached);
        return new MotionCount(
                total(), votes(Choice.FOR), votes(Choice.AGAINST), votes(Choice.ABSTAIN));
    }

    /** Under which choice a head stands. */
    private static int slot(int state) {
        int given = state & CHOICES;
        if (isMixed(state)) {
            return Choice.ABSTAIN.code();
        }
        return given == ABSTAIN_ONLY ? TICKED : Integer.numberOfTrailingZeros(given) + 1;
    }

    private static boolean isMixed(int state) {
        return Integer.bitCount(state & CHOICES) > 1;
    }

    private boolean splits() {
        return policy.mixed() == CountPolicy.MixedAnswers.SPLIT_AREA_HEAD_ABSTAIN;
    }

    private boolean isLeftOut(int state) {
        boolean partial = (state & UNANSWERED) != 0;
        return (isMixed(state) && policy.mixed() == CountPolicy.MixedAnswers.REJECT_ALL)
                || (partial && policy.partial() == CountPolicy.PartialReturns.REJECT_ALL);
    }

    /** What a head as a whole does not tell: the units of a split one, and those it left blank. */
    private void addUnitByUnit(AnswerColumn column) {
        for (int unit = 0; unit < group.length; unit++) {
            int state = group[unit] == ALONE ? 0 : known[group[unit]];
            if (excluded.get(unit) || (state & CHOICES) == 0 || isLeftOut(state)) {
                continue;
            }
            int answer = column.answer(unit);
            if (answer != AnswerColumn.NONE && isMixed(state) && splits()) {
                add(answer, electorate.areaSquareDecimetres(unit), 0);
            } else if (answer == AnswerColumn.NONE
                    && policy.partial() == CountPolicy.PartialReturns.WHOLE_AREA) {
                addSilent(slot(state), unit);
            }
        }
    }

    /** A unit without an answer of its own, with the head of its group if that has none yet. */
    private void addSilent(int choice, int unit) {
        boolean brings = electorate.carriesHead(unit);
        if (group[unit] != ALONE) {
            brings &= (known[group[unit]] & WITH_HEAD) == 0;
            known[group[unit]] |= (byte) (brings ? WITH_HEAD : 0);
        }
        add(choice, electorate.areaSquareDecimetres(unit), brings ? 1 : 0);
    }

    /** Ticked abstentions and silence, which may follow the majority of what stands so far. */
    private void addAbstentionsAndSilence(AnswerColumn column, BitSet reached) {
        int abstain = Choice.ABSTAIN.code();
        CountPolicy.Silence silence = policy.silence();
        int joined = silence.followsMajority() ? majority() : abstain;
        if (joined != abstain || policy.abstention() == CountPolicy.Abstention.PARTICIPATES) {
            add(joined, area[TICKED], heads[TICKED]);
        }
        if (!silence.countsSilence() || (silence.followsMajority() && joined == abstain)) {
            return;
        }
        for (int unit = reached.nextSetBit(0); unit >= 0; unit = reached.nextSetBit(unit + 1)) {
            if (isSilent(column, unit)) {
                addSilent(joined, unit);
            }
        }
    }

    /** Whether nothing was returned for a unit, nor for any other of its head. */
    private boolean isSilent(AnswerColumn column, int unit) {
        boolean answers =
                group[unit] == ALONE
                        ? column.answer(unit) != AnswerColumn.NONE
                        : (known[group[unit]] & CHOICES) != 0;
        return !answers && !excluded.get(unit);
    }

    /** Whether every silent unit is proven to have been reached. */
    Finding deliveryProven(AnswerColumn column, BitSet reached) {
        int silent = 0;
        int proven = 0;
        for (int unit = 0; unit < electorate.units(); unit++) {
            if (isSilent(column, unit)) {
                silent++;
                proven += reached.get(unit) ? 1 : 0;
            }
        }
        return RuleCheck.of(
                BylawRule.DELIVERY_PROVEN, proven == silent, "silent", silent, "proven", proven);
    }

    /** The choice with strictly more area and more heads, an abstention where there is none. */
    private int majority() {
        int inFavour = Choice.FOR.code();
        int against = Choice.AGAINST.code();
        if (area[inFavour] > area[against] && heads[inFavour] > heads[against]) {
            return inFavour;
        }
        return area[against] > area[inFavour] && heads[against] > heads[inFavour]
                ? against
                : Choice.ABSTAIN.code();
    }

    private void add(int choice, long size, long head) {
        area[choice] += size;
        heads[choice] += head;
    }

    private Votes votes(Choice choice) {
        return votes(area[choice.code()], heads[choice.code()]);
    }

    private static Votes votes(long squareDecimetres, long heads) {
        return new Votes(FloorArea.ofSquareDecimetres(squareDecimetres), HeadCount.of(heads));
    }

    /** Everybody who carries a vote and is not left out. */
    private Votes total() {
        if (excluded.isEmpty()) {
            return new Votes(electorate.area(), electorate.heads());
        }
        long size = 0;
        long alone = 0;
        BitSet withHead = new BitSet();
        for (int unit = 0; unit < group.length; unit++) {
            if (!excluded.get(unit)) {
                size += electorate.areaSquareDecimetres(unit);
                if (group[unit] == ALONE) {
                    alone++;
                } else if (electorate.carriesHead(unit)) {
                    withHead.set(group[unit]);
                }
            }
        }
        return votes(size, alone + withHead.cardinality());
    }

    /** The holders whose units answer differently, in alphabetical order. */
    List<VotingHolder> mixedHolders() {
        TreeSet<VotingHolder> mixed = new TreeSet<>(Comparator.comparing(VotingHolder::toString));
        for (int unit = 0; unit < electorate.units(); unit++) {
            if (group[unit] != ALONE && isMixed(known[group[unit]])) {
                mixed.add(electorate.votingHolder(electorate.holder(unit)));
            }
        }
        return List.copyOf(mixed);
    }
}
