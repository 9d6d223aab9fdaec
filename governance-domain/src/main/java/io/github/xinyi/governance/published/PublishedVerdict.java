package io.github.xinyi.governance.published;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.published.Measure.Question;
import io.github.xinyi.governance.published.Reckoning.Answer;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MotionResult.Result;
import io.github.xinyi.governance.voting.RuleSet;
import io.github.xinyi.governance.voting.VotingFinding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a notice proves of the vote on one motion, for example {@link Outcome#NOT_ESTABLISHED}
 * because the area in favour is not printed.
 *
 * <p>An outcome is named only if every whole count that rounds to what is printed leads to it, by
 * every rule set that may govern the day on which the voting opened; figures that contradict each
 * other prove nothing. {@link #outcome} is what the figures come to; {@link #decision} also asks
 * whether the owners were told in time. Neither can ever become a resolution: that takes ballots.
 * Source: Civil Code art. 278 para. 2, before 2021-01-01 Property Management Regulation art. 12.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class PublishedVerdict {

    /** What figures can prove. */
    public enum Outcome {
        /** The figures leave it open, or contradict each other. */
        NOT_ESTABLISHED(Result.NOT_ESTABLISHED),
        /** Too few took part. */
        NO_QUORUM(Result.NO_QUORUM),
        /** Enough took part and too few consented. */
        REJECTED(Result.REJECTED),
        /** Enough took part and enough consented. */
        PASSED(Result.PASSED);

        private final Result result;

        Outcome(Result result) {
            this.result = result;
        }
    }

    /** The figures as one rule set measures them. */
    private record Reading(RuleSet rules, Reckoning area, Reckoning heads) {

        static Reading of(RuleSet rules, Announcement printed) {
            Threshold quorum = rules.quorum().threshold();
            RuleSet.Share consent = rules.consent(printed.matter());
            return new Reading(
                    rules,
                    Reckoning.of(printed.area(), quorum, consent),
                    Reckoning.of(printed.heads(), quorum, consent));
        }

        Set<Outcome> outcomes() {
            Set<Outcome> possible = EnumSet.noneOf(Outcome.class);
            for (Answer byArea : area.answers()) {
                heads.answers().forEach(byHeads -> possible.add(outcome(byArea, byHeads)));
            }
            return possible;
        }

        private static Outcome outcome(Answer area, Answer heads) {
            if (!area.quorum || !heads.quorum) {
                return Outcome.NO_QUORUM;
            }
            return area.consent && heads.consent ? Outcome.PASSED : Outcome.REJECTED;
        }
    }

    private final Announcement announcement;
    private final List<Reading> readings;
    private final List<Finding> faults = new ArrayList<>();

    private PublishedVerdict(Announcement announcement) {
        this.announcement = announcement;
        this.readings =
                Arrays.stream(RuleSet.values())
                        .filter(rules -> announcement.opening().meets(rules))
                        .map(rules -> Reading.of(rules, announcement))
                        .toList();
        // Which counts fit what is printed does not depend on the shares that the law asks for.
        Reading any =
                readings.isEmpty()
                        ? Reading.of(RuleSet.CIVIL_CODE_2021, announcement)
                        : readings.get(0);
        faults.addAll(
                Consistency.faults(
                        Measure.AREA, announcement.area(), !any.area().answers().isEmpty()));
        faults.addAll(
                Consistency.faults(
                        Measure.HEADS, announcement.heads(), !any.heads().answers().isEmpty()));
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
     * What the figures prove of the vote.
     *
     * @return one of four; never a guess
     */
    public Outcome outcome() {
        Set<Outcome> possible = EnumSet.noneOf(Outcome.class);
        readings.forEach(reading -> possible.addAll(reading.outcomes()));
        return isGoverned() && faults.isEmpty() && possible.size() == 1
                ? possible.iterator().next()
                : Outcome.NOT_ESTABLISHED;
    }

    /**
     * What the notice proves of the decision, the days of notice included.
     *
     * @return {@link Result#INVALID_PROCEDURE} if the owners were told too late, {@link
     *     Result#NOT_ESTABLISHED} if it does not tell whether they were, else the outcome
     */
    public Result decision() {
        return switch (noticeVerdict()) {
            case NOT_MET -> Result.INVALID_PROCEDURE;
            case MET, NOT_APPLICABLE -> outcome().result;
            case PENDING, UNDETERMINED -> Result.NOT_ESTABLISHED;
        };
    }

    /** Whether some rule set is in force on every day on which the voting may have opened. */
    private boolean isGoverned() {
        return RuleSet.on(announcement.opening().earliest()).isAccepted();
    }

    /** Told and opening on whatever days they may have been. */
    private Verdict noticeVerdict() {
        Days notified = announcement.notified();
        Days opening = announcement.opening();
        if (notified.fewestTo(opening) >= VotingFinding.NoticeDays.REQUIRED_DAYS) {
            return Verdict.MET;
        }
        return notified.mostTo(opening) < VotingFinding.NoticeDays.REQUIRED_DAYS
                ? Verdict.NOT_MET
                : Verdict.UNDETERMINED;
    }

    /**
     * All findings: what contradicts, which law governs, the days of notice, the four thresholds
     * with the range of counts that the notice allows, where the outcome is open which figure at
     * what precision would settle it, and what of all this is our reading. A text that was not in
     * force on every day on which the voting may have opened under it is cited as unverified.
     *
     * @return {@link Verdict#MET} exactly if the decision is {@link Result#PASSED}
     */
    public Ruling ruling() {
        List<Finding> findings = new ArrayList<>(faults);
        findings.add(on(announcement.opening(), openingDay()));
        findings.add(on(announcement.opening(), noticeDays()));
        addThresholds(Measure.AREA, announcement.area(), Reading::area, findings);
        addThresholds(Measure.HEADS, announcement.heads(), Reading::heads, findings);
        if (faults.isEmpty() && outcome() == Outcome.NOT_ESTABLISHED) {
            for (Reading reading : readings) {
                addNeeds(Measure.AREA, announcement.area(), reading.area(), findings);
                addNeeds(Measure.HEADS, announcement.heads(), reading.heads(), findings);
            }
        }
        findings.add(on(announcement.opening(), read()));
        return new Ruling(findings.stream().distinct().toList());
    }

    /** Where the law leaves room is the same as in a count of ballots. */
    private Finding read() {
        List<RuleSet> rules = readings.stream().map(Reading::rules).toList();
        List<Citation> sources =
                Stream.concat(
                                rules.stream()
                                        .map(each -> new VotingFinding.Readings(each, matter()))
                                        .flatMap(each -> each.basis().stream()),
                                Stream.of(matter().citation().asInterpretation()))
                        .distinct()
                        .toList();
        return check(
                PublishedRule.READINGS.under(sources),
                Verdict.NOT_APPLICABLE,
                "item",
                matter().item(),
                "readings",
                NoticeReading.of(announcement, rules));
    }

    private Matter matter() {
        return announcement.matter();
    }

    /** A finding as it is told of any of the days. */
    private static Finding on(Days days, Finding finding) {
        return VotingFinding.OnDay.of(
                VotingFinding.OnDay.of(finding, days.earliest()), days.latest());
    }

    /** A text on the days on which the voting may have opened under the rule set that cites it. */
    private Citation on(Reading reading, Citation source) {
        Days days = announcement.opening().under(reading.rules());
        return source.on(days.earliest()).on(days.latest());
    }

    private Finding openingDay() {
        boolean settled =
                isGoverned() && readings.stream().map(Reading::outcomes).distinct().count() == 1;
        return check(
                PublishedRule.OPENING_DAY,
                settled ? Verdict.MET : Verdict.UNDETERMINED,
                "opening",
                announcement.opening(),
                "policies",
                readings.isEmpty()
                        ? "-"
                        : readings.stream()
                                .map(reading -> reading.rules().version())
                                .collect(Collectors.joining(", ")));
    }

    private Finding noticeDays() {
        return check(
                PublishedRule.NOTICE_DAYS,
                noticeVerdict(),
                "notified",
                announcement.notified(),
                "opening",
                announcement.opening(),
                "required",
                VotingFinding.NoticeDays.REQUIRED_DAYS);
    }

    /** One finding for each rule set; where they disagree, neither verdict is established. */
    private void addThresholds(
            Measure measure,
            MeasuredFigures figures,
            Function<Reading, Reckoning> ofMeasure,
            List<Finding> findings) {
        Verdict quorum = agreed(reading -> ofMeasure.apply(reading).quorumVerdict());
        Verdict consent = agreed(reading -> ofMeasure.apply(reading).consentVerdict());
        String total = measure.text(figures.total().counted(new Range(0, Figure.MAX_COUNT)));
        for (Reading reading : readings) {
            Reckoning found = ofMeasure.apply(reading);
            findings.add(
                    check(
                            measure.rule(Question.QUORUM)
                                    .under(List.of(on(reading, quorumSource(reading.rules())))),
                            quorum,
                            "participating",
                            measure.text(found.participating()),
                            "total",
                            total,
                            "threshold",
                            reading.rules().quorum().threshold()));
            RuleSet.Share share = reading.rules().consent(matter());
            findings.add(
                    check(
                            measure.rule(Question.CONSENT)
                                    .under(List.of(on(reading, consentSource(reading.rules())))),
                            consent,
                            "consenting",
                            measure.text(found.inFavour()),
                            "base",
                            share.base() == RuleSet.Base.ALL
                                    ? total
                                    : measure.text(found.participating()),
                            "threshold",
                            share.threshold()));
        }
    }

    private Verdict agreed(Function<Reading, Verdict> verdict) {
        List<Verdict> all = readings.stream().map(verdict).distinct().toList();
        return faults.isEmpty() && all.size() == 1 ? all.get(0) : Verdict.UNDETERMINED;
    }

    private static Citation quorumSource(RuleSet rules) {
        return new VotingFinding.HeadQuorum(HeadCount.ZERO, HeadCount.ZERO, rules).basis().get(0);
    }

    private Citation consentSource(RuleSet rules) {
        return new VotingFinding.HeadConsent(HeadCount.ZERO, HeadCount.ZERO, rules, matter())
                .basis()
                .get(0);
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

    private static Finding check(Rule rule, Verdict verdict, Object... evidence) {
        Map<String, String> figures = RuleCheck.of(rule, true, evidence).evidence();
        return new RuleCheck(rule, verdict, figures);
    }

    /** For example {@code PASSED}, or {@code PASSED by the figures, decision NOT_ESTABLISHED}. */
    @Override
    public String toString() {
        return outcome().result == decision()
                ? outcome().toString()
                : outcome() + " by the figures, decision " + decision();
    }
}
