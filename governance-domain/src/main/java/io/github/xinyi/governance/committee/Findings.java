package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Deadline;
import io.github.xinyi.governance.ruling.Due;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what the rules find under one set of clauses; everything is judged, then answered. */
final class Findings {

    private final CommitteeClauses clauses;
    private final List<Finding> findings = new ArrayList<>();

    Findings(CommitteeClauses clauses) {
        this.clauses = clauses;
    }

    Findings add(Finding finding) {
        findings.add(finding);
        return this;
    }

    Findings rule(CommitteeRule rule, boolean met, Object... evidence) {
        findings.add(rule.check(met, evidence));
        return this;
    }

    /** Seen, but the law in force does not know it; it stands in nobody's way. */
    Findings notApplicable(
            CommitteeRule rule, String name, Object value, String with, Object more) {
        findings.add(
                new RuleCheck(
                        rule,
                        Verdict.NOT_APPLICABLE,
                        Evidence.of(name, value).and(with, more).toMap()));
        return this;
    }

    Findings cited(CommitteeRule rule, List<Citation> sources, boolean met, Object... evidence) {
        findings.add(RuleCheck.of(rule.under(sources), met, evidence));
        return this;
    }

    /** As far as the record goes, with a verdict that is neither met nor not met. */
    Findings open(CommitteeRule rule, List<Citation> sources, Verdict verdict, Evidence evidence) {
        findings.add(new RuleCheck(rule.under(sources), verdict, evidence.toMap()));
        return this;
    }

    /** Not below the figure; nothing to check where the law sets none. */
    Findings atLeast(CommitteeRule rule, LegalNumber figure, long value) {
        return clauses.number(figure)
                .map(c -> limit(rule, c, value >= c.value(), value))
                .orElse(this);
    }

    /** Not above the figure; nothing to check where the law sets none. */
    Findings atMost(CommitteeRule rule, LegalNumber figure, long value) {
        return clauses.number(figure)
                .map(c -> limit(rule, c, value <= c.value(), value))
                .orElse(this);
    }

    private Findings limit(CommitteeRule rule, Sourced<?> clause, boolean met, long value) {
        return cited(rule, clause.citations(), met, "value", value, "limit", clause.value());
    }

    /** The share reached; nothing to check where the law sets none. */
    Findings share(CommitteeRule rule, LegalShare share, long part, long whole) {
        return clauses.share(share)
                .map(
                        c ->
                                cited(
                                        rule,
                                        c.citations(),
                                        c.value().isMetBy(part, whole),
                                        "part",
                                        part,
                                        "whole",
                                        whole,
                                        "threshold",
                                        c.value()))
                .orElse(this);
    }

    /** Figures of owners that somebody stated, under the clause that asks for their share. */
    Findings stated(LegalShare share, long part, long whole) {
        List<Citation> sources =
                clauses.share(share).stream()
                        .flatMap(clause -> clause.citations().stream())
                        .map(Citation::asInterpretation)
                        .toList();
        return open(
                CommitteeRule.FIGURES_STATED,
                sources,
                Verdict.NOT_APPLICABLE,
                Evidence.of("part", part).and("whole", whole));
    }

    /** The day of a moment, as a calendar on the wall shows it. */
    static LocalDate day(Instant moment) {
        return moment.atZone(Meeting.ZONE).toLocalDate();
    }

    /** Not before what it follows, and not after what follows it. */
    Findings between(LocalDate from, LocalDate day, LocalDate until) {
        return rule(
                CommitteeRule.DATE_ORDER,
                !day.isBefore(from) && !day.isAfter(until),
                "day",
                day,
                "from",
                from,
                "until",
                until);
    }

    /** The body can act on the day. */
    Findings office(Committee body, LocalDate day) {
        return rule(
                CommitteeRule.IN_OFFICE,
                body.isInOffice(day),
                "body",
                body.kind(),
                "community",
                body.community(),
                "day",
                day);
    }

    /** Each is a member who may act. */
    Findings members(Committee body, Set<PersonId> persons) {
        persons.stream()
                .sorted()
                .forEach(
                        p ->
                                rule(
                                        CommitteeRule.MEMBER,
                                        body.member(p).isPresent() && !body.isSuspended(p),
                                        "person",
                                        p));
        return this;
    }

    /** The decision has not been annulled. */
    Findings stands(Committee body, AdoptedMotion.Decision decision) {
        return rule(
                CommitteeRule.RESOLUTION_STANDS,
                !body.annulled().contains(decision),
                "decision",
                decision);
    }

    /** The option is one that the law takes; a list of which it takes none is free. */
    <T extends Option> Findings option(
            CommitteeRule rule, Class<T> list, T option, Object subject) {
        if (clauses.options(list).isEmpty()) {
            return this;
        }
        List<Citation> sources = clauses.sources(option);
        return cited(rule, sources, !sources.isEmpty(), "subject", subject, "option", option);
    }

    /** The sources of an option; none where the law in force does not take it. */
    List<Citation> sources(Option option) {
        return clauses.sources(option);
    }

    /**
     * Done by the deadline: pending while it can still be, not met with the days late; a thing not
     * done has no day. Undetermined where a holiday that nobody told of may still decide.
     */
    Findings due(
            CommitteeRule rule,
            List<Citation> sources,
            Deadline deadline,
            @Nullable LocalDate done,
            LocalDate today) {
        Rule under = rule.under(sources);
        findings.add(
                done == null
                        ? Due.of(under, deadline, today)
                        : Due.of(under, deadline, done, today));
        return this;
    }

    /** What was found, and what the profile behind the clauses has to be told with. */
    Ruling ruling() {
        return new Ruling(Stream.concat(findings.stream(), clauses.notices().stream()).toList());
    }

    /** Everything found so far, without the notices. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The finding of a rule that was asked. */
    Finding of(CommitteeRule rule) {
        return findings.stream()
                .filter(finding -> finding.rule().equals(rule.code()))
                .findFirst()
                .orElseThrow();
    }

    /** Whether nothing stands in the way. */
    boolean areMet() {
        return findings.stream()
                .map(Finding::verdict)
                .allMatch(v -> v == Verdict.MET || v == Verdict.NOT_APPLICABLE);
    }

    <T> Outcome<T> answer(T value) {
        return areMet() ? Outcome.accepted(value) : Outcome.refused(ruling());
    }
}
