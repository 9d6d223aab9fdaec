package io.github.xinyi.governance.published;

import io.github.xinyi.governance.published.Percentage.Base;

/**
 * Whether the percentages of one measure can be of one vote, whatever its counts: 60% for and 60%
 * against can not.
 *
 * <p>Asked of one reading, which has no percentage without a base. Where it says no, no vote fits;
 * where it says yes, the counts may still rule all votes out.
 */
record Shares(MeasuredFigures figures) {

    boolean canBeOfOneVote() {
        Range taking = figures.participating().shares(Base.TOTAL);
        return !taking.isEmpty()
                && figures.answers().stream().allMatch(answer -> agrees(answer, taking))
                && canAddUp(Base.TOTAL, taking)
                && canAddUp(Base.PARTICIPATING, new Range(Percentage.WHOLE, Percentage.WHOLE));
    }

    /** A share of those taking part times their share of all is the share of all. */
    private static boolean agrees(Figure answer, Range taking) {
        Range ofAll = answer.shares(Base.TOTAL);
        Range ofThese = answer.shares(Base.PARTICIPATING);
        return !ofAll.isEmpty()
                && !ofThese.isEmpty()
                && ofAll.least() * Percentage.WHOLE <= end(ofThese) * end(taking)
                && ofThese.least() * taking.least() <= end(ofAll) * Percentage.WHOLE;
    }

    /** The answers together are at most those taking part, and these if all three are printed. */
    private boolean canAddUp(Base base, Range taking) {
        long least =
                figures.answers().stream().mapToLong(answer -> answer.shares(base).least()).sum();
        long end = figures.answers().stream().mapToLong(answer -> end(answer.shares(base))).sum();
        return least < end(taking) && (!figures.hasAllAnswers() || taking.least() <= end);
    }

    /** Just above the largest share. */
    private static long end(Range shares) {
        return shares.most() + 1;
    }
}
