package io.github.xinyi.governance.published;

import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.published.Measure.Question;
import io.github.xinyi.governance.published.Reckoning.Answer;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.RuleSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the figures of a notice prove of the vote on one motion, for example {@link
 * Outcome#NOT_ESTABLISHED} because the area in favour is not printed.
 *
 * <p>An outcome is named only if every whole count that rounds to what is printed leads to it;
 * figures that contradict each other prove nothing. It says nothing of the procedure, such as the
 * days of notice, and can never become a resolution: that takes ballots. Votes opened before
 * 2021-01-01 were taken by other shares and are not judged here. Source: Civil Code art. 278 para.
 * 2. Immutable.
 *
 * @since 0.1.0
 */
public final class PublishedVerdict {

    /** What figures can prove. */
    public enum Outcome {
        /** The figures leave it open, or contradict each other. */
        NOT_ESTABLISHED,
        /** Too few took part. */
        NO_QUORUM,
        /** Enough took part and too few consented. */
        REJECTED,
        /** Enough took part and enough consented. */
        PASSED
    }

    private static final Threshold QUORUM = RuleSet.CIVIL_CODE_2021.quorum().threshold();

    private final Announcement announcement;
    private final Reckoning area;
    private final Reckoning heads;
    private final List<Finding> faults = new ArrayList<>();

    private PublishedVerdict(Announcement announcement) {
        this.announcement = announcement;
        Threshold consent = consent();
        this.area = Reckoning.of(announcement.area(), QUORUM, consent);
        this.heads = Reckoning.of(announcement.heads(), QUORUM, consent);
        faults.addAll(
                Consistency.faults(Measure.AREA, announcement.area(), !area.answers().isEmpty()));
        faults.addAll(
                Consistency.faults(
                        Measure.HEADS, announcement.heads(), !heads.answers().isEmpty()));
        checkPossible();
    }

    /**
     * The verdict.
     *
     * @param announcement what is printed
     * @return what it proves
     */
    public static PublishedVerdict of(Announcement announcement) {
        return new PublishedVerdict(announcement);
    }

    /**
     * What is printed.
     *
     * @return the figures
     */
    public Announcement announcement() {
        return announcement;
    }

    /**
     * What the figures prove.
     *
     * @return one of four; never a guess
     */
    public Outcome outcome() {
        if (!faults.isEmpty()) {
            return Outcome.NOT_ESTABLISHED;
        }
        Set<Outcome> possible = EnumSet.noneOf(Outcome.class);
        for (Answer byArea : area.answers()) {
            heads.answers().forEach(byHeads -> possible.add(outcome(byArea, byHeads)));
        }
        return possible.size() == 1 ? possible.iterator().next() : Outcome.NOT_ESTABLISHED;
    }

    private static Outcome outcome(Answer area, Answer heads) {
        if (!area.quorum || !heads.quorum) {
            return Outcome.NO_QUORUM;
        }
        return area.consent && heads.consent ? Outcome.PASSED : Outcome.REJECTED;
    }

    /**
     * All findings: what contradicts, the four thresholds with the range of counts that the notice
     * allows, and, where the outcome is open, which figure at what precision would settle it.
     *
     * @return {@link Verdict#MET} exactly if the outcome is {@link Outcome#PASSED}
     */
    public Ruling ruling() {
        List<Finding> findings = new ArrayList<>(faults);
        addThresholds(Measure.AREA, announcement.area(), area, findings);
        addThresholds(Measure.HEADS, announcement.heads(), heads, findings);
        if (faults.isEmpty() && outcome() == Outcome.NOT_ESTABLISHED) {
            addNeeds(Measure.AREA, announcement.area(), area, findings);
            addNeeds(Measure.HEADS, announcement.heads(), heads, findings);
        }
        return new Ruling(findings);
    }

    private void addThresholds(
            Measure measure, MeasuredFigures figures, Reckoning found, List<Finding> findings) {
        boolean sound = faults.isEmpty();
        findings.add(
                check(
                        measure.rule(Question.QUORUM),
                        sound ? found.quorumVerdict() : Verdict.UNDETERMINED,
                        "participating",
                        measure.text(found.participating()),
                        "total",
                        measure.text(figures.total().counted(new Range(0, Figure.MAX_COUNT))),
                        "threshold",
                        QUORUM));
        findings.add(
                check(
                        measure.rule(Question.CONSENT),
                        sound ? found.consentVerdict() : Verdict.UNDETERMINED,
                        "consenting",
                        measure.text(found.inFavour()),
                        "participating",
                        measure.text(found.participating()),
                        "threshold",
                        consent()));
    }

    private Threshold consent() {
        return RuleSet.CIVIL_CODE_2021.consent(announcement.matter()).threshold();
    }

    private static void addNeeds(
            Measure measure, MeasuredFigures figures, Reckoning found, List<Finding> findings) {
        boolean quorumOpen = found.quorumVerdict() == Verdict.UNDETERMINED;
        boolean consentOpen = found.consentVerdict() == Verdict.UNDETERMINED;
        if (quorumOpen && !figures.total().isCounted()) {
            findings.add(need(measure, Question.NEEDS_TOTAL, new Range(0, Figure.MAX_COUNT)));
        }
        if ((quorumOpen || consentOpen) && !figures.participating().isCounted()) {
            findings.add(need(measure, Question.NEEDS_PARTICIPATING, found.participating()));
        }
        if (consentOpen && figures.inFavour().lacksBase()) {
            findings.add(need(measure, Question.NEEDS_BASE, found.inFavour()));
        }
        if (consentOpen && !figures.inFavour().isCounted()) {
            findings.add(need(measure, Question.NEEDS_IN_FAVOUR, found.inFavour()));
        }
    }

    /** A figure that is wanted; so many decimals of a percentage would do as well as the count. */
    private static Finding need(Measure measure, Question question, Range now) {
        int decimals = 0;
        for (long whole = 100; whole < now.most(); whole *= 10) {
            decimals++;
        }
        return check(
                measure.rule(question),
                Verdict.UNDETERMINED,
                "range",
                measure.text(now),
                "decimals",
                decimals);
    }

    /** Owners without area, and area without owners, cannot be. */
    private void checkPossible() {
        checkPair("total", announcement.area().total(), announcement.heads().total());
        checkPair(
                "participating",
                announcement.area().participating(),
                announcement.heads().participating());
        checkPair("inFavour", announcement.area().inFavour(), announcement.heads().inFavour());
    }

    private void checkPair(String figure, Figure byArea, Figure byHeads) {
        for (long areaCount : byArea.counts()) {
            for (long headCount : byHeads.counts()) {
                boolean nobody = figure.equals("total") && headCount == 0;
                if (nobody || (areaCount == 0) != (headCount == 0)) {
                    faults.add(
                            RuleCheck.of(
                                    PublishedRule.AREA_POSSIBLE,
                                    false,
                                    "area",
                                    Measure.AREA.text(areaCount),
                                    "heads",
                                    headCount));
                }
            }
        }
    }

    private static Finding check(PublishedRule rule, Verdict verdict, Object... evidence) {
        Map<String, String> figures = RuleCheck.of(rule, true, evidence).evidence();
        return new RuleCheck(rule, verdict, figures);
    }

    /** For example {@code PASSED}. */
    @Override
    public String toString() {
        return outcome().toString();
    }
}
