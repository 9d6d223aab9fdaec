package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.CommitteeEvent.RecallReceived;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionPublished;
import io.github.xinyi.governance.committee.CommitteeEvent.SuccessorRecorded;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Option.FilingOffice;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Deadline;
import io.github.xinyi.governance.law.Deadline.Unit;
import io.github.xinyi.governance.law.DeadlineCount;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a body owes on a day: filings, publications, reports and hand-overs, each with its term. */
final class Duties {

    /** What follows from a paper that proposes a recall. */
    private enum PaperEffect {
        /** Enough stand behind it. */
        DUE(Verdict.PENDING),
        /** The law in force does not say whether they are enough. */
        UNCLEAR(Verdict.UNDETERMINED),
        /** Too few do. */
        TOO_FEW(Verdict.NOT_APPLICABLE),
        /** A recall of that person is before the owners already. */
        PART(Verdict.NOT_APPLICABLE);

        private final Verdict verdict;

        PaperEffect(Verdict verdict) {
            this.verdict = verdict;
        }

        static PaperEffect of(Verdict enough) {
            return switch (enough) {
                case MET -> DUE;
                case NOT_MET -> TOO_FEW;
                case UNDETERMINED, PENDING, NOT_APPLICABLE -> UNCLEAR;
            };
        }
    }

    private final Committee body;
    private final CommitteeClauses clauses;
    private final LocalDate today;
    private final DeadlineCount count;
    private final Findings findings;

    Duties(Committee body, CommitteeClauses clauses, LocalDate today, DeadlineCount count) {
        this.body = body;
        this.clauses = clauses;
        this.today = today;
        this.count = count;
        this.findings = new Findings(clauses);
    }

    Ruling ruling() {
        findings.office(body, today);
        formed();
        seats();
        filings();
        clauses.number(LegalNumber.MEETING_MONTHS).ifPresent(this::regularSessions);
        body.demands().forEach(this::called);
        sessions();
        recallsReceived();
        recallsProposed();
        recallsDecided();
        seals();
        end();
        return findings.ruling();
    }

    private void formed() {
        body.application()
                .ifPresent(
                        a -> findings.stated(LegalShare.APPLICATION, a.owners(), a.ownersInAll()));
        body.application()
                .ifPresent(
                        application ->
                                clauses.number(LegalNumber.FORMATION_MONTHS)
                                        .ifPresent(
                                                c ->
                                                        by(
                                                                CommitteeRule.FORMED,
                                                                c.citations(),
                                                                months(application.appliedOn(), c),
                                                                body.foundedOn())));
    }

    private void seats() {
        body.candidacies().forEach(seat -> FoundingRules.unlisted(findings, clauses, seat));
        int members = body.members().size();
        findings.cited(
                        CommitteeRule.MIN_MEMBERS,
                        clauses.number(LegalNumber.MIN_MEMBERS)
                                .map(Sourced::citations)
                                .orElse(List.of()),
                        members >= body.leastMembers(),
                        "value",
                        members,
                        "limit",
                        body.leastMembers())
                .share(CommitteeRule.REMAINING, LegalShare.REMAINING, members, body.agreedSeats())
                .share(
                        CommitteeRule.OWNER_SEATS,
                        LegalShare.OWNER_SEATS,
                        body.members().stream().filter(FoundingRules::isOwner).count(),
                        members);
        body.ground()
                .ifPresent(
                        ground ->
                                FoundingRules.sidesSent(
                                        findings, clauses, List.copyOf(body.members()), ground));
        due(
                CommitteeRule.OFFICERS_CHOSEN,
                LegalNumber.OFFICERS_DAYS,
                body.term().startInclusive(),
                body.officersChosenOn());
        body.leavers()
                .forEach(
                        (person, day) ->
                                due(
                                        CommitteeRule.LEAVER_HANDED_OVER,
                                        LegalNumber.LEAVER_HANDOVER_DAYS,
                                        day,
                                        body.leaversHandedOver().get(person)));
        clauses.number(LegalNumber.REPLACEMENT_DISPLAY_DAYS)
                .ifPresent(days -> body.replacing().forEach(person -> replaced(person, days)));
    }

    /** No day is set on which the display begins, so one that is to come is pending. */
    private void replaced(PersonId person, Sourced<Integer> days) {
        Optional<Long> shown = body.daysShown(person);
        findings.open(
                CommitteeRule.REPLACEMENT_DISPLAYED,
                counted(CommitteeRule.REPLACEMENT_DISPLAYED, days),
                shown.map(n -> n >= days.value() ? Verdict.MET : Verdict.NOT_MET)
                        .orElse(Verdict.PENDING),
                Evidence.of("person", person)
                        .and("value", shown.map(n -> Long.toString(n)).orElse("-"))
                        .and("display", shown.isPresent() ? "SHOWN" : "NOT_SHOWN")
                        .and("limit", days.value()));
    }

    private void filings() {
        LocalDate start = body.foundedOn();
        for (FilingOffice office : body.offices(clauses)) {
            SortedSet<LocalDate> days = body.filings(office);
            due(CommitteeRule.FILED, LegalNumber.FILING_DAYS, start, from(days, start));
            body.changes()
                    .forEach(
                            day ->
                                    due(
                                            CommitteeRule.CHANGE_FILED,
                                            LegalNumber.CHANGE_FILING_DAYS,
                                            day,
                                            from(days, day)));
        }
    }

    private static @Nullable LocalDate from(SortedSet<LocalDate> days, LocalDate first) {
        SortedSet<LocalDate> later = days.tailSet(first);
        return later.isEmpty() ? null : later.first();
    }

    /** From the first day and from each session on, as long as the body is in office. */
    private void regularSessions(Sourced<Integer> months) {
        LocalDate last = body.term().startInclusive();
        List<LocalDate> held =
                body.sessions().values().stream()
                        .filter(Session::isHeld)
                        .map(Session::heldOn)
                        .sorted()
                        .toList();
        for (LocalDate day : held) {
            by(CommitteeRule.SESSIONS_HELD, months.citations(), months(last, months), day);
            last = day;
        }
        Deadline next = months(last, months);
        LocalDate ended = body.endedOn(today);
        if (ended == null || next.lastDay().isBefore(ended)) {
            by(CommitteeRule.SESSIONS_HELD, months.citations(), next, null);
        }
    }

    private void sessions() {
        for (Session session : body.sessions().values()) {
            if (session.isHeld()) {
                @Nullable LocalDate done =
                        session.published().map(SessionPublished::publishedOn).orElse(null);
                due(CommitteeRule.PUBLISHED, LegalNumber.PUBLISH_DAYS, session.heldOn(), done);
                session.published().ifPresent(this::displayed);
            }
        }
    }

    /** The day of posting does not count (Civil Code art. 201 para. 1). */
    private void displayed(SessionPublished display) {
        Optional<LocalDate> last = display.lastShownOn().stream().findFirst();
        OptionalLong working =
                last.map(day -> count.workingDays(display.publishedOn(), day))
                        .orElse(OptionalLong.of(display.workingDaysShown()));
        display(
                CommitteeRule.DISPLAYED,
                LegalNumber.DISPLAY_WORKING_DAYS,
                working,
                last.isPresent() ? count.edition() : "-");
        display(
                CommitteeRule.DISPLAYED_DAYS,
                LegalNumber.DISPLAY_DAYS,
                last.map(day -> ChronoUnit.DAYS.between(display.publishedOn(), day))
                        .map(OptionalLong::of)
                        .orElse(leastDays(display)),
                "-");
    }

    /** So many working days are as many days at least; fewer than needed tell nothing. */
    private OptionalLong leastDays(SessionPublished display) {
        int least = display.workingDaysShown();
        return clauses.number(LegalNumber.DISPLAY_DAYS).filter(c -> least >= c.value()).isPresent()
                ? OptionalLong.of(least)
                : OptionalLong.empty();
    }

    /** Days that nobody can count are undetermined; those that a host counted name no calendar. */
    private void display(
            CommitteeRule rule, LegalNumber figure, OptionalLong days, String calendar) {
        clauses.number(figure)
                .ifPresent(
                        c ->
                                findings.open(
                                        rule,
                                        counted(rule, c),
                                        displayed(days, c.value()),
                                        Evidence.of("value", text(days))
                                                .and("limit", c.value())
                                                .and("calendar", calendar)));
    }

    /** The clause asks for the days; how they are counted is of the law that the rule names. */
    private static List<Citation> counted(CommitteeRule rule, Sourced<Integer> days) {
        return Stream.concat(days.citations().stream(), rule.basis().stream()).toList();
    }

    private static Verdict displayed(OptionalLong days, int limit) {
        if (days.isEmpty()) {
            return Verdict.UNDETERMINED;
        }
        return days.getAsLong() >= limit ? Verdict.MET : Verdict.NOT_MET;
    }

    private static String text(OptionalLong days) {
        return days.isPresent() ? Long.toString(days.getAsLong()) : "-";
    }

    /** By the first session that was called from the day of the demand on. */
    private void called(LocalDate demandedOn) {
        @Nullable LocalDate done =
                body.sessions().values().stream()
                        .map(Session::announcedOn)
                        .filter(day -> !day.isBefore(demandedOn))
                        .min(LocalDate::compareTo)
                        .orElse(null);
        due(CommitteeRule.CALL_DUE, LegalNumber.CALL_DAYS, demandedOn, done);
    }

    /** Who missed so many sessions that a recall is due; the law sets no day for the proposal. */
    private void recallsProposed() {
        clauses.share(LegalShare.ABSENCE)
                .ifPresent(
                        absence ->
                                body.members().stream()
                                        .map(Member::person)
                                        .filter(person -> isAbsent(person, absence.value()))
                                        .forEach(person -> recallOwed(person, absence)));
    }

    private boolean isAbsent(PersonId person, Threshold absence) {
        List<Session> year = MembershipRules.sessionsOfYear(body, person, today);
        long missed = year.stream().filter(s -> !s.attending().contains(person)).count();
        return body.isSuspended(person)
                || (!year.isEmpty() && absence.isMetBy(missed, year.size()));
    }

    private void recallOwed(PersonId person, Sourced<Threshold> absence) {
        Optional<LocalDate> proposed =
                body.openRecallSince(person).filter(day -> !day.isAfter(today));
        findings.open(
                CommitteeRule.RECALL_PROPOSAL_DUE,
                absence.citations(),
                proposed.isPresent() ? Verdict.MET : Verdict.PENDING,
                Evidence.of("person", person)
                        .and("threshold", absence.value())
                        .and("proposed", proposed.map(LocalDate::toString).orElse("-")));
    }

    /**
     * Papers that came in: to be put before the owners where enough stand behind them, open as long
     * as the law in force does not say whether they are enough, without effect where too few, and
     * part of a recall that is before the owners. A decision of the owners settles them.
     */
    private void recallsReceived() {
        body.recallsReceived().stream()
                .filter(paper -> !paper.receivedOn().isAfter(today))
                .filter(paper -> body.member(paper.person()).isPresent() && !isSettled(paper))
                .forEach(this::recallReceived);
    }

    /** What comes in after the owners decided is for another vote. */
    private boolean isSettled(RecallReceived paper) {
        return body.papersSettledOn(paper.person())
                .filter(day -> !day.isAfter(today) && !paper.receivedOn().isAfter(day))
                .isPresent();
    }

    private void recallReceived(RecallReceived paper) {
        SortedSet<PersonId> acting = stillActing(paper);
        Findings judged = new Findings(clauses);
        new MembershipRules(body, clauses, judged).enoughProposeIt(paper.proposedBy(acting));
        Finding enough = judged.of(CommitteeRule.RECALL_PROPOSED);
        PaperEffect effect =
                isRecallOpen(paper.person()) ? PaperEffect.PART : PaperEffect.of(enough.verdict());
        findings.open(
                CommitteeRule.RECALL_RECEIVED,
                enough.basis(),
                effect.verdict,
                Evidence.of("person", paper.person())
                        .and("received", paper.receivedOn())
                        .and("members", acting.size())
                        .and("owners", paper.owners())
                        .and("all", paper.ownersInAll())
                        .and("effect", effect));
        judged.findings().stream()
                .filter(finding -> !finding.rule().equals(enough.rule()))
                .forEach(findings::add);
    }

    /** Those behind a paper who were members when it came in, and can act as such now. */
    private SortedSet<PersonId> stillActing(RecallReceived paper) {
        return paper.proposers().stream()
                .filter(person -> body.wasMember(person, paper.receivedOn()))
                .filter(person -> body.member(person).isPresent() && !body.isSuspended(person))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isRecallOpen(PersonId person) {
        return Optional.ofNullable(body.recallsProposed().get(person))
                .filter(day -> !day.isAfter(today))
                .filter(
                        day ->
                                Optional.ofNullable(body.recallsDecided().get(person))
                                        .filter(decided -> !decided.isAfter(today))
                                        .isEmpty())
                .isPresent();
    }

    /** Open until the owners voted with a quorum or the member left; the law sets no day. */
    private void recallsDecided() {
        body.recallsProposed().entrySet().stream()
                .filter(proposal -> !proposal.getValue().isAfter(today))
                .forEach(proposal -> recallDecided(proposal.getKey(), proposal.getValue()));
    }

    private void recallDecided(PersonId person, LocalDate proposed) {
        Optional<LocalDate> decided =
                Optional.ofNullable(body.recallsDecided().get(person))
                        .filter(day -> !day.isAfter(today));
        findings.open(
                CommitteeRule.RECALL_DECISION_DUE,
                CommitteeRule.RECALL_DECISION_DUE.basis(),
                decided.isPresent() ? Verdict.MET : Verdict.PENDING,
                Evidence.of("person", person)
                        .and("proposed", proposed)
                        .and("decided", decided.map(LocalDate::toString).orElse("-")));
    }

    private void seals() {
        clauses.number(LegalNumber.SEAL_PUBLICATION_MONTHS)
                .ifPresent(c -> body.sealUses().forEach(use -> sealUse(use.usedOn(), c)));
    }

    private void sealUse(LocalDate day, Sourced<Integer> months) {
        by(
                CommitteeRule.SEALS_PUBLISHED,
                months.citations(),
                months(day, months),
                from(body.sealPublications(), day));
    }

    private void end() {
        LocalDate end = body.term().endExclusive();
        SuccessorRecorded successor = body.successor();
        clauses.number(LegalNumber.REPORT_MONTHS)
                .ifPresent(
                        c ->
                                by(
                                        CommitteeRule.END_REPORTED,
                                        c.citations(),
                                        Deadline.monthsBefore(end, c.value()),
                                        body.reportedOn()));
        clauses.number(LegalNumber.ELECTION_DAYS)
                .ifPresent(
                        c ->
                                by(
                                        CommitteeRule.NEXT_ELECTED,
                                        c.citations(),
                                        Deadline.before(end, c.value()),
                                        successor == null ? null : successor.foundedOn()));
        LocalDate ended = body.endedOn(today);
        if (ended != null) {
            due(CommitteeRule.HANDED_OVER, LegalNumber.HANDOVER_DAYS, ended, body.handedOverOn());
        }
        if (successor != null && successor.kind() == Kind.OWNERS_COMMITTEE) {
            due(
                    CommitteeRule.DISSOLVED,
                    LegalNumber.DISSOLUTION_DAYS,
                    successor.filedOn(),
                    body.dissolvedOn());
        }
    }

    private void due(
            CommitteeRule rule, LegalNumber days, LocalDate from, @Nullable LocalDate done) {
        clauses.number(days)
                .ifPresent(
                        c ->
                                by(
                                        rule,
                                        c.citations(),
                                        count.after(from, c.value(), Unit.DAYS),
                                        done));
    }

    private Deadline months(LocalDate from, Sourced<Integer> months) {
        return count.after(from, months.value(), Unit.MONTHS);
    }

    private void by(
            CommitteeRule rule,
            List<Citation> sources,
            Deadline deadline,
            @Nullable LocalDate done) {
        findings.due(rule, sources, deadline, done, today);
    }
}
