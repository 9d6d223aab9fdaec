package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.proceeding.Proceeding.Stage;
import io.github.xinyi.governance.proceeding.ProceedingEvent.CommentsDisplayed;
import io.github.xinyi.governance.proceeding.ProceedingEvent.ConveningOrdered;
import io.github.xinyi.governance.proceeding.ProceedingEvent.DecisionsFiled;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Form;
import io.github.xinyi.governance.proceeding.ProceedingEvent.MinutesSigned;
import io.github.xinyi.governance.proceeding.ProceedingEvent.NoticeGiven;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Office;
import io.github.xinyi.governance.proceeding.ProceedingEvent.ResultPublished;
import io.github.xinyi.governance.proceeding.ProceedingEvent.TallyRecorded;
import io.github.xinyi.governance.proceeding.Term.Kind;
import io.github.xinyi.governance.region.Clause;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is owed after the facts of one meeting, on a day. */
final class CourseDuties {

    private final Proceeding of;
    private final LocalDate today;
    private final ProceedingTerms terms;

    CourseDuties(Proceeding of, LocalDate today, ProceedingTerms terms) {
        this.of = of;
        this.today = today;
        this.terms = terms;
    }

    Ruling ruling() {
        List<Finding> findings = new ArrayList<>();
        of.last(ConveningOrdered.class).ifPresent(order -> findings.add(convening(order)));
        // Owners decide when the voting closes, however late somebody records the count.
        Optional<LocalDate> decided =
                of.last(TallyRecorded.class).map(tally -> Proceeding.day(tally.closesAt()));
        if (decided.isPresent()) {
            terms.term(Kind.PUBLICATION)
                    .ifPresent(term -> findings.add(publication(decided.get(), term)));
            if (hasElected()) {
                terms.term(Kind.FILING)
                        .ifPresent(term -> findings.addAll(filing(decided.get(), term)));
            }
        }
        terms.term(Kind.DISPLAY).map(term -> display(term)).ifPresent(findings::addAll);
        Optional<MinutesSigned> minutes = of.last(MinutesSigned.class);
        findings.add(
                new RuleCheck(
                        ProceedingRule.MINUTES_SIGNED,
                        minutes.isPresent() ? Verdict.MET : Verdict.PENDING,
                        Map.of("signers", minutes.map(m -> "" + m.signers().size()).orElse("0"))));
        findings.addAll(terms.notices());
        return new Ruling(findings);
    }

    private Finding convening(ConveningOrdered order) {
        LocalDate called =
                of.all(NoticeGiven.class).findFirst().map(Proceeding::dayOf).orElse(today);
        boolean inTime = !called.isAfter(order.dueOn());
        Verdict open = of.stage() == Stage.PROPOSED ? Verdict.PENDING : Verdict.MET;
        return new RuleCheck(
                ProceedingRule.CONVENED_BY.under(
                        terms.calledInstead().map(Clause::basis).orElse(List.of())),
                inTime ? open : Verdict.NOT_MET,
                Map.of("due", order.dueOn().toString()));
    }

    private Finding publication(LocalDate decided, Term term) {
        Optional<LocalDate> done = of.last(ResultPublished.class).map(ResultPublished::publishedOn);
        return within(ProceedingRule.PUBLISHED_WITHIN, decided, done, term);
    }

    /** Owed where owners came together or voted electronically, once the result is put up. */
    private List<Finding> display(Term term) {
        boolean owed =
                of.last(NoticeGiven.class)
                        .filter(notice -> !notice.forms().equals(Set.of(Form.WRITTEN)))
                        .isPresent();
        Optional<Finding> shown =
                of.last(CommentsDisplayed.class)
                        .map(
                                up ->
                                        TermFinding.atLeast(
                                                ProceedingRule.COMMENTS_DISPLAYED,
                                                up.startOn(),
                                                up.endOn(),
                                                term));
        return of.last(ResultPublished.class).stream()
                .map(ResultPublished::publishedOn)
                .map(
                        since ->
                                shown.orElseGet(
                                        () ->
                                                TermFinding.notYet(
                                                        ProceedingRule.COMMENTS_DISPLAYED,
                                                        since,
                                                        today,
                                                        term)))
                .filter(finding -> owed)
                .toList();
    }

    private List<Finding> filing(LocalDate decided, Term term) {
        return Arrays.stream(Office.values())
                .map(
                        office ->
                                within(
                                        ProceedingRule.FILED_WITHIN,
                                        decided,
                                        of.all(DecisionsFiled.class)
                                                .filter(filed -> filed.office() == office)
                                                .map(DecisionsFiled::filedOn)
                                                .findFirst(),
                                        term))
                .toList();
    }

    private Finding within(
            ProceedingRule rule, LocalDate from, Optional<LocalDate> done, Term term) {
        ActFinding finding = terms.within(rule, from, done.orElse(today), term);
        return done.isPresent() ? finding : finding.whileOpen();
    }

    private boolean hasElected() {
        return of.agenda().stream()
                .anyMatch(
                        motion ->
                                motion.matter() == Matter.COMMITTEE_ELECTION
                                        && of.resultOf(motion.id()) == Result.PASSED);
    }
}
