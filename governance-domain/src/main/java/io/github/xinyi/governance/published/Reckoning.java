package io.github.xinyi.governance.published;

import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.published.Percentage.Base;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.RuleSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which answers to "enough taking part?" and "enough in favour?" are possible in one measure, over
 * all whole counts that round to what is printed.
 *
 * <p>Up to {@link #MAX_STEPS} possible counts of those taking part are gone through one by one, and
 * {@link #MAX_STEPS_OF_ALL} over all readings of the bases that are not stated, so that the answer
 * is exact where the total is printed. Above that, and where there is no total, bounds are used,
 * which may leave open what is settled and never the reverse.
 */
final class Reckoning {

    /** One possible pair of answers. */
    enum Answer {
        NO_QUORUM_NO_CONSENT(false, false),
        NO_QUORUM_CONSENT(false, true),
        QUORUM_NO_CONSENT(true, false),
        QUORUM_CONSENT(true, true);

        final boolean quorum;
        final boolean consent;

        Answer(boolean quorum, boolean consent) {
            this.quorum = quorum;
            this.consent = consent;
        }
    }

    static final long MAX_STEPS = 1_000_000;
    static final long MAX_STEPS_OF_ALL = 8_000_000;

    private static final Range ANY = new Range(0, Figure.MAX_COUNT);

    private final MeasuredFigures figures;
    private final Threshold quorum;
    private final RuleSet.Share consent;
    private final long steps;
    private final Set<Answer> answers = EnumSet.noneOf(Answer.class);
    private Range participating = ANY;
    private Range inFavour = new Range(Figure.MAX_COUNT, -1);

    private Reckoning(
            MeasuredFigures figures, Threshold quorum, RuleSet.Share consent, long steps) {
        this.figures = figures;
        this.quorum = quorum;
        this.consent = consent;
        this.steps = steps;
    }

    /** Every reading of the bases that are not stated, together. */
    static Reckoning of(MeasuredFigures figures, Threshold quorum, RuleSet.Share consent) {
        List<MeasuredFigures> readings = figures.readings();
        long steps = Math.min(MAX_STEPS, MAX_STEPS_OF_ALL / readings.size());
        Reckoning all = new Reckoning(readings.get(0), quorum, consent, steps);
        all.go();
        for (MeasuredFigures reading : readings.subList(1, readings.size())) {
            Reckoning other = new Reckoning(reading, quorum, consent, steps);
            other.go();
            all.answers.addAll(other.answers);
            all.spread(other.inFavour);
        }
        return all;
    }

    Set<Answer> answers() {
        return answers;
    }

    /** The counts of those taking part that percentages and counts allow. */
    Range participating() {
        return participating;
    }

    /** The counts in favour that some allowed count of those taking part allows. */
    Range inFavour() {
        return inFavour;
    }

    Verdict quorumVerdict() {
        return verdict(answers.stream().map(answer -> answer.quorum).distinct().toList());
    }

    Verdict consentVerdict() {
        return verdict(answers.stream().map(answer -> answer.consent).distinct().toList());
    }

    private static Verdict verdict(List<Boolean> possible) {
        if (possible.size() != 1) {
            return Verdict.UNDETERMINED;
        }
        return possible.get(0) ? Verdict.MET : Verdict.NOT_MET;
    }

    private void go() {
        Range totals = figures.total().counted(ANY);
        if (totals.isEmpty()) {
            return;
        }
        boolean known = totals.size() == 1;
        Range parts = figures.participating().counted(new Range(0, totals.most()));
        participating =
                summed(
                        known
                                ? figures.participating().rounded(parts, Base.TOTAL, totals.least())
                                : parts);
        if (!new Shares(figures).canBeOfOneVote()) {
            return;
        }
        if (participating.size() > steps) {
            bound(totals, known);
            return;
        }
        for (long taking = participating.least(); taking <= participating.most(); taking++) {
            Range wholes = known ? totals : wholes(taking);
            Range yes = yes(taking, totals, known);
            if (!wholes.isEmpty() && !yes.isEmpty()) {
                spread(yes);
                Range base = consentBase(taking, wholes);
                add(
                        quorum.isMetBy(taking, wholes.least()),
                        !quorum.isMetBy(taking, wholes.most()),
                        consent.threshold().isMetBy(yes.most(), base.least()) && canByShares(known),
                        !consent.threshold().isMetBy(yes.least(), base.most())
                                && cannotByShares(known));
            }
        }
    }

    /** Where all three answers are counted, those taking part are their sum. */
    private Range summed(Range taking) {
        if (!figures.answers().stream().allMatch(Figure::isCounted)) {
            return taking;
        }
        List<Range> counts = figures.answers().stream().map(each -> each.counted(ANY)).toList();
        return taking.and(
                new Range(
                        counts.stream().mapToLong(Range::least).sum(),
                        counts.stream().mapToLong(Range::most).sum()));
    }

    /** What those in favour are measured against. */
    private Range consentBase(long taking, Range wholes) {
        return switch (consent.base()) {
            case ALL -> wholes;
            case PARTICIPANTS -> new Range(taking, taking);
        };
    }

    private Base shareBase() {
        return switch (consent.base()) {
            case ALL -> Base.TOTAL;
            case PARTICIPANTS -> Base.PARTICIPATING;
        };
    }

    /** Whether a percentage of the very base leaves room for consent; a counted base says more. */
    private boolean canByShares(boolean known) {
        return known
                || shares().allMatch(
                                share ->
                                        consent.threshold()
                                                .isMetBy(
                                                        Math.min(share.high(), share.unit()),
                                                        share.unit()));
    }

    private boolean cannotByShares(boolean known) {
        return known
                || shares().noneMatch(
                                share ->
                                        consent.threshold()
                                                .isMetBy(
                                                        Math.min(share.low(), share.unit()),
                                                        share.unit()));
    }

    private Stream<Percentage> shares() {
        return figures.inFavour().percentages().stream()
                .filter(share -> share.base() == shareBase());
    }

    /** The totals of which this many taking part is the percentage printed. */
    private Range wholes(long taking) {
        Range wholes = new Range(taking, Figure.MAX_COUNT);
        for (Percentage percentage : figures.participating().percentages()) {
            wholes = wholes.and(percentage.wholesOf(taking));
        }
        return wholes;
    }

    private Range yes(long taking, Range totals, boolean known) {
        Range yes = part(figures.inFavour(), taking, totals, known);
        Range no = part(figures.against(), taking, totals, known);
        Range none = part(figures.abstaining(), taking, totals, known);
        if (no.isEmpty() || none.isEmpty()) {
            return no.isEmpty() ? no : none;
        }
        long most = taking - no.least() - none.least();
        long least = figures.hasAllAnswers() ? taking - no.most() - none.most() : 0;
        return yes.and(new Range(least, most));
    }

    private static Range part(Figure figure, long taking, Range totals, boolean known) {
        Range counted = figure.counted(new Range(0, taking));
        Range rounded = figure.rounded(counted, Base.PARTICIPATING, taking);
        return known ? figure.rounded(rounded, Base.TOTAL, totals.least()) : rounded;
    }

    /** Too many counts to go through: what holds at the ends of each side of the quorum. */
    private void bound(Range totals, boolean known) {
        if (!known) {
            bound(participating, true, true, totals, false);
            return;
        }
        long enough = firstWithQuorum(totals.least());
        bound(participating.and(new Range(enough, Figure.MAX_COUNT)), true, false, totals, true);
        bound(participating.and(new Range(0, enough - 1)), false, true, totals, true);
    }

    private void bound(Range taking, boolean reached, boolean missed, Range totals, boolean known) {
        if (taking.isEmpty()) {
            return;
        }
        Range yes = figures.inFavour().counted(new Range(0, taking.most()));
        if (known) {
            yes = figures.inFavour().rounded(yes, Base.TOTAL, totals.least());
        }
        if (yes.isEmpty()) {
            return;
        }
        long fewest = Math.max(taking.least(), Math.max(yes.least(), Math.min(1, taking.most())));
        Range base = consentBase(new Range(fewest, taking.most()), totals, known);
        boolean can =
                consent.threshold().isMetBy(Math.min(yes.most(), base.least()), base.least())
                        && canByShares(false);
        boolean cannot =
                !consent.threshold().isMetBy(yes.least(), base.most()) && cannotByShares(false);
        spread(yes);
        boolean reachable = reached;
        boolean missable = missed;
        if (!known) {
            for (Percentage share : figures.participating().percentages()) {
                reachable &= quorum.isMetBy(Math.min(share.high(), share.unit()), share.unit());
                missable &= !quorum.isMetBy(Math.min(share.low(), share.unit()), share.unit());
            }
        }
        add(reachable, missable, can, cannot);
    }

    private Range consentBase(Range taking, Range totals, boolean known) {
        return switch (consent.base()) {
            case ALL -> known ? totals : new Range(taking.least(), Figure.MAX_COUNT);
            case PARTICIPANTS -> taking;
        };
    }

    private long firstWithQuorum(long total) {
        long low = 0;
        long high = total + 1;
        while (low < high) {
            long middle = (low + high) / 2;
            if (middle > total || quorum.isMetBy(middle, total)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void add(boolean reached, boolean missed, boolean agreed, boolean denied) {
        for (Answer answer : Answer.values()) {
            if ((answer.quorum ? reached : missed) && (answer.consent ? agreed : denied)) {
                answers.add(answer);
            }
        }
    }

    private void spread(Range yes) {
        inFavour =
                new Range(
                        Math.min(inFavour.least(), yes.least()),
                        Math.max(inFavour.most(), yes.most()));
    }
}
