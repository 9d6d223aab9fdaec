package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.proceeding.ProceedingEvent.ConveningOrdered;
import io.github.xinyi.governance.proceeding.ProceedingEvent.NoticeGiven;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Postponed;
import io.github.xinyi.governance.proceeding.ProceedingEvent.TallyRecorded;
import io.github.xinyi.governance.proceeding.ProceedingEvent.VotingExtended;
import io.github.xinyi.governance.proceeding.Term.Kind;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the steps of a meeting's course need by the terms of the place; on commands alone. */
final class TermGates {

    private final Proceeding before;
    private final ProceedingTerms terms;

    private TermGates(Proceeding before, ProceedingTerms terms) {
        this.before = before;
        this.terms = terms;
    }

    static List<Finding> of(Proceeding before, ProceedingEvent event, ProceedingTerms terms) {
        return new TermGates(before, terms).of(event);
    }

    private List<Finding> of(ProceedingEvent event) {
        return switch (event.step()) {
            case ORDER -> orderTerms((ConveningOrdered) event);
            case NOTIFY -> noticeTerms((NoticeGiven) event);
            case POSTPONE -> postponementTerms((Postponed) event);
            case EXTEND -> extensionTerms((VotingExtended) event);
            case CONVENE -> calledInstead();
            case TALLY -> List.of(CountGates.counted((TallyRecorded) event, false));
            case PROPOSE, OPEN, CLOSE, PUBLISH, OBJECT, DISPLAY, SIGN, FILE, CORRECT, REVOKE ->
                    List.of();
        };
    }

    private List<Finding> orderTerms(ConveningOrdered order) {
        return terms.term(Kind.CONVENING).stream()
                .<Finding>map(
                        term ->
                                TermFinding.atMost(
                                        ProceedingRule.CONVENED_BY,
                                        Proceeding.dayOf(order),
                                        order.dueOn(),
                                        term))
                .toList();
    }

    /** Whom the local law names; that the committee failed is a gate of the course itself. */
    private List<Finding> calledInstead() {
        return terms.calledInstead().stream()
                .<Finding>map(
                        clause ->
                                RuleCheck.of(
                                        ProceedingRule.CALLED_INSTEAD.under(clause.basis()),
                                        true,
                                        "by",
                                        clause.value()))
                .toList();
    }

    private List<Finding> noticeTerms(NoticeGiven notice) {
        List<Finding> findings = new ArrayList<>(noticeDays(notice.notifiedOn(), notice.opensAt()));
        findings.addAll(votingTerms(notice.opensAt(), notice.closesAt()));
        return findings;
    }

    private List<Finding> noticeDays(LocalDate notified, Instant opening) {
        Kind kind = before.trigger().isRegular() ? Kind.REGULAR_NOTICE : Kind.EXTRAORDINARY_NOTICE;
        return terms.term(kind).stream()
                .<Finding>map(
                        term ->
                                TermFinding.atLeast(
                                        ProceedingRule.NOTICE_DAYS,
                                        notified,
                                        Proceeding.day(opening),
                                        term))
                .toList();
    }

    private List<Finding> postponementTerms(Postponed postponed) {
        return votingTerms(postponed.opensAt(), postponed.closesAt());
    }

    private List<Finding> extensionTerms(VotingExtended extended) {
        return before.opensAt()
                .map(opening -> votingTerms(opening, extended.closesAt()))
                .orElse(List.of());
    }

    private List<Finding> votingTerms(Instant opening, Instant closing) {
        List<Finding> findings = new ArrayList<>();
        terms.term(Kind.VOTING_AT_LEAST)
                .ifPresent(
                        term ->
                                findings.add(
                                        TermFinding.atLeast(
                                                ProceedingRule.VOTING_NOT_SHORTER,
                                                Proceeding.day(opening),
                                                Proceeding.day(closing),
                                                term)));
        terms.term(Kind.VOTING_AT_MOST)
                .ifPresent(
                        term ->
                                findings.add(
                                        TermFinding.atMost(
                                                ProceedingRule.VOTING_NOT_LONGER,
                                                Proceeding.day(opening),
                                                Proceeding.day(closing),
                                                term)));
        return findings;
    }
}
