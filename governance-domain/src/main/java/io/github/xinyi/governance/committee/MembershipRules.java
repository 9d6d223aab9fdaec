package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.CommitteeEvent.AlternateSeated;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberElected;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberLeft;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberRecalled;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberSent;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberSuspended;
import io.github.xinyi.governance.committee.CommitteeEvent.OfficersChosen;
import io.github.xinyi.governance.committee.CommitteeEvent.OwnersArea;
import io.github.xinyi.governance.committee.CommitteeEvent.RecallProposed;
import io.github.xinyi.governance.committee.CommitteeEvent.RecallReceived;
import io.github.xinyi.governance.committee.CommitteeEvent.RecallRejected;
import io.github.xinyi.governance.committee.CommitteeEvent.ReplacementDisplayed;
import io.github.xinyi.governance.committee.CommitteeEvent.SuspensionLifted;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Option.Departure;
import io.github.xinyi.governance.election.Seats;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.Instrument;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What must hold of the members of a body and its officers, until they leave. */
final class MembershipRules {

    private final Committee body;
    private final CommitteeClauses clauses;
    private final Findings findings;

    MembershipRules(Committee body, CommitteeClauses clauses, Findings findings) {
        this.body = body;
        this.clauses = clauses;
        this.findings = findings;
    }

    void chosen(OfficersChosen event) {
        findings.office(body, event.chosenOn())
                .between(LocalDate.MIN, event.chosenOn(), Findings.day(event.occurredAt()));
        FoundingRules.officers(
                findings, List.copyOf(body.members()), event.chair(), event.deputies());
    }

    void left(MemberLeft event) {
        PersonId person = event.person();
        leaving(person, event.departure(), event.leftOn(), event.occurredAt());
        findings.rule(
                CommitteeRule.RECALL_ADOPTED,
                event.departure() != Departure.RECALLED,
                "person",
                person);
    }

    void recalled(MemberRecalled event) {
        PersonId person = event.person();
        leaving(person, Departure.RECALLED, event.leftOn(), event.occurredAt());
        LocalDate start = body.term().startInclusive();
        mandate(CommitteeRule.RECALL_ADOPTED, event.mandate(), person, start, event.leftOn());
        onPaper(event.mandate(), event.mandate().recalled(), person);
    }

    private void leaving(PersonId person, Departure departure, LocalDate on, Instant at) {
        target(person);
        findings.option(CommitteeRule.DEPARTURE, Departure.class, departure, person)
                .between(body.seatedSince(person), on, Findings.day(at));
    }

    /** A resolution of these owners on the seats of this term, which stands and is not used up. */
    private void mandate(
            CommitteeRule rule,
            SeatMandate mandate,
            PersonId person,
            LocalDate from,
            LocalDate effectiveOn) {
        AdoptedMotion adopted = mandate.adopted();
        findings.rule(
                        rule,
                        adopted.community().equals(body.community())
                                && adopted.motion().matter() == Matter.COMMITTEE_ELECTION,
                        "person",
                        person,
                        "resolution",
                        adopted)
                .rule(
                        CommitteeRule.MANDATE_UNUSED,
                        !body.hasUsed(adopted.decision(), person),
                        "resolution",
                        adopted,
                        "person",
                        person)
                .stands(body, adopted.decision())
                .between(from, adopted.adoptedOn(), effectiveOn);
    }

    /** The election filled no more places than were free: it knew of all who have a seat. */
    private void asAgreed(SeatMandate mandate) {
        Seats seats = mandate.names().seats();
        long others =
                body.members().stream()
                        .filter(member -> !mandate.seated().contains(member.person()))
                        .count();
        findings.rule(
                CommitteeRule.SEATS_AS_AGREED,
                seats.agreed() == body.agreedSeats() && others <= seats.filled(),
                "agreed",
                body.agreedSeats(),
                "seats",
                seats.agreed(),
                "filled",
                seats.filled());
    }

    private void onPaper(SeatMandate mandate, List<PersonId> named, PersonId person) {
        onPaper(mandate.isOnPaper(body.community(), body.term()) && named.contains(person), person);
    }

    private void onPaper(boolean met, PersonId person) {
        findings.rule(
                CommitteeRule.SEAT_PAPER,
                met,
                "persons",
                List.of(person),
                "start",
                body.term().startInclusive(),
                "end",
                body.term().endExclusive());
    }

    /** That a paper came in is a fact; who stands behind it, and how many, the duties ask. */
    void recallReceived(RecallReceived event) {
        PersonId person = event.person();
        long kept =
                body.recallsReceived().stream()
                        .filter(paper -> paper.person().equals(person))
                        .count();
        findings.rule(
                        CommitteeRule.MEMBER,
                        body.wasMember(person, event.receivedOn()),
                        "person",
                        person)
                .between(LocalDate.MIN, event.receivedOn(), Findings.day(event.occurredAt()))
                .rule(
                        CommitteeRule.RECALL_NAMED,
                        !event.proposers().isEmpty() || event.owners() > 0,
                        "members",
                        event.proposers().size(),
                        "owners",
                        event.owners())
                .rule(
                        CommitteeRule.RECALL_KEPT,
                        body.recallsReceived().stream().noneMatch(event::isSamePaper),
                        "person",
                        person,
                        "received",
                        event.receivedOn())
                .rule(
                        CommitteeRule.RECALL_PAPERS,
                        kept < Committee.MAX_RECALL_PAPERS,
                        "person",
                        person,
                        "value",
                        kept,
                        "limit",
                        Committee.MAX_RECALL_PAPERS);
    }

    void recallProposed(RecallProposed event) {
        target(event.person());
        findings.members(body, event.proposers());
        enoughProposeIt(event);
    }

    /** Enough members or enough owners stand behind a proposal. */
    void enoughProposeIt(RecallProposed event) {
        int members = event.proposers().size();
        boolean byMembers = isMet(LegalShare.RECALL_BY_MEMBERS, members, body.members().size());
        boolean byOwners = isMet(LegalShare.RECALL_BY_OWNERS, event.owners(), event.ownersInAll());
        Optional<OwnersArea> area = event.area().stream().findFirst();
        boolean disputed = !byMembers && event.owners() > 0 && isDisputed(byOwners, area);
        boolean met = (byMembers || byOwners) && event.owners() <= event.ownersInAll();
        findings.open(
                CommitteeRule.RECALL_PROPOSED,
                recallSources(byMembers, byOwners),
                disputed ? Verdict.UNDETERMINED : met ? Verdict.MET : Verdict.NOT_MET,
                Evidence.of("members", members)
                        .and("owners", event.owners())
                        .and("all", event.ownersInAll()));
        if (event.owners() > 0) {
            findings.stated(LegalShare.RECALL_BY_OWNERS, event.owners(), event.ownersInAll());
            areaShare()
                    .ifPresent(
                            c ->
                                    findings.open(
                                            CommitteeRule.RECALL_AREA,
                                            c.citations(),
                                            Verdict.NOT_APPLICABLE,
                                            Evidence.of("part", text(area, OwnersArea::part))
                                                    .and("whole", text(area, OwnersArea::whole))
                                                    .and("threshold", c.value())));
        }
    }

    /** The guidance rules are known to speak of voting rights; a local text counts owners alone. */
    private Optional<Sourced<Threshold>> areaShare() {
        Instrument guidance = Statutes.GUIDANCE_RULES.instrument();
        boolean national =
                clauses.share(LegalShare.RECALL_BY_OWNERS).stream()
                        .flatMap(heads -> heads.citations().stream())
                        .anyMatch(source -> source.instrument().equals(guidance));
        return national ? clauses.share(LegalShare.RECALL_BY_AREA) : Optional.empty();
    }

    /** Whether voting rights are counted by heads, by area or by both, a text not at hand says. */
    private boolean isDisputed(boolean byOwners, Optional<OwnersArea> area) {
        return area.isPresent()
                && areaShare().isPresent()
                && areaShare()
                                .get()
                                .value()
                                .isMetBy(
                                        area.get().part().squareDecimetres(),
                                        area.get().whole().squareDecimetres())
                        != byOwners;
    }

    private static String text(
            Optional<OwnersArea> stated, Function<OwnersArea, FloorArea> figure) {
        return stated.map(figure).map(FloorArea::toString).orElse("-");
    }

    /** The source of each way that was gone; of both where neither was gone to its end. */
    private List<Citation> recallSources(boolean byMembers, boolean byOwners) {
        boolean neither = !byMembers && !byOwners;
        return Stream.concat(
                        byMembers || neither
                                ? clauses.share(LegalShare.RECALL_BY_MEMBERS).stream()
                                : Stream.empty(),
                        byOwners || neither
                                ? clauses.share(LegalShare.RECALL_BY_OWNERS).stream()
                                : Stream.empty())
                .flatMap(share -> share.citations().stream())
                .distinct()
                .toList();
    }

    private boolean isMet(LegalShare share, long part, long whole) {
        return clauses.share(share)
                .map(c -> c.value().isMetBy(Math.min(part, whole), whole))
                .orElse(false);
    }

    void suspended(MemberSuspended event) {
        PersonId person = event.person();
        LocalDate on = event.suspendedOn();
        List<Session> year = sessionsOfYear(body, person, on);
        long missed = year.stream().filter(s -> !s.attending().contains(person)).count();
        target(person);
        findings.rule(CommitteeRule.NOT_SUSPENDED, !body.isSuspended(person), "person", person)
                .between(body.seatedSince(person), on, Findings.day(event.occurredAt()))
                .share(CommitteeRule.ABSENCE, LegalShare.ABSENCE, missed, year.size());
        if (clauses.share(LegalShare.ABSENCE).isEmpty()) {
            findings.rule(
                    CommitteeRule.ABSENCE,
                    false,
                    "part",
                    missed,
                    "whole",
                    year.size(),
                    "threshold",
                    "-");
        }
    }

    /** The sessions of the year before the day, since the owners last rejected a recall. */
    static List<Session> sessionsOfYear(Committee body, PersonId person, LocalDate on) {
        LocalDate since = body.pardonedOn(person).orElse(LocalDate.MIN);
        return body.sessionsOf(person, new EffectivePeriod(on.minusYears(1), on)).stream()
                .filter(session -> !session.heldOn().isBefore(since))
                .toList();
    }

    /** Only a vote that had its quorum decides; a lack of it leaves the member suspended. */
    void lifted(SuspensionLifted event) {
        PersonId person = event.person();
        RejectedRecall rejected = event.rejected();
        target(person);
        findings.rule(
                CommitteeRule.SUSPENDED, body.suspendedOn(person).isPresent(), "person", person);
        rejection(person, rejected, body.suspendedOn(person).orElse(LocalDate.MAX));
        findings.between(rejected.closedOn(), event.liftedOn(), Findings.day(event.occurredAt()));
    }

    /** Who is suspended acts again by {@link SuspensionLifted}, which ends the proposal too. */
    void recallRejected(RecallRejected event) {
        PersonId person = event.person();
        target(person);
        findings.rule(CommitteeRule.NOT_SUSPENDED, !body.isSuspended(person), "person", person);
        rejection(person, event.rejected(), body.openRecallSince(person).orElse(LocalDate.MAX));
        findings.between(
                LocalDate.MIN, event.rejected().closedOn(), Findings.day(event.occurredAt()));
    }

    private void rejection(PersonId person, RejectedRecall rejected, LocalDate since) {
        SeatPaper paper = rejected.paper();
        findings.rule(
                CommitteeRule.RECALL_REJECTED,
                rejected.community().equals(body.community())
                        && rejected.motion().matter() == Matter.COMMITTEE_ELECTION
                        && rejected.result() == Result.REJECTED
                        && !rejected.closedOn().isBefore(since),
                "person",
                person,
                "resolution",
                rejected,
                "result",
                rejected.result());
        onPaper(
                rejected.motion().documents().contains(paper.document())
                        && paper.community().equals(body.community())
                        && paper.term().equals(body.term())
                        && paper.recalled().contains(person),
                person);
        findings.rule(
                        CommitteeRule.MANDATE_UNUSED,
                        !body.hasUsed(rejected.decision(), person),
                        "resolution",
                        rejected,
                        "person",
                        person)
                .stands(body, rejected.decision());
    }

    void followed(AlternateSeated event) {
        List<PersonId> order = body.alternates();
        PersonId person = event.alternate().person();
        seat(event.alternate(), event.seatedOn(), event.occurredAt());
        findings.rule(
                CommitteeRule.ALTERNATE_ORDER,
                !order.isEmpty() && order.get(0).equals(person),
                "person",
                person);
    }

    /** A run-off may be held before the term begins; its winners sit from the first day on. */
    void elected(MemberElected event) {
        PersonId person = event.elected().person();
        seat(event.elected(), event.seatedOn(), event.occurredAt());
        mandate(
                CommitteeRule.ELECTED_BY_OWNERS,
                event.mandate(),
                person,
                body.foundedOn(),
                event.seatedOn());
        onPaper(event.mandate(), event.mandate().seated(), person);
        if (event.mandate().isByNames()) {
            asAgreed(event.mandate());
        }
        findings.share(
                CommitteeRule.REMAINING,
                LegalShare.REMAINING,
                body.members().size(),
                body.agreedSeats());
    }

    void sent(MemberSent event) {
        seat(event.sent(), event.seatedOn(), event.occurredAt());
        findings.rule(
                CommitteeRule.ELECTED_BY_OWNERS,
                body.kind() == Kind.PROPERTY_MANAGEMENT_COMMITTEE,
                "resolution",
                "-");
        sides(event.sent().member());
    }

    void displayed(ReplacementDisplayed event) {
        PersonId person = event.person();
        target(person);
        findings.rule(CommitteeRule.REPLACING, body.replacing().contains(person), "person", person)
                .between(body.seatedSince(person), event.shownOn(), event.lastShownOn())
                .between(event.shownOn(), event.lastShownOn(), Findings.day(event.occurredAt()));
    }

    /** Seats that are still free can go to owners, so that the full number has enough of them. */
    private void sides(Member sent) {
        long others =
                body.members().stream().filter(m -> !FoundingRules.isOwner(m)).count()
                        + (FoundingRules.isOwner(sent) ? 0 : 1);
        findings.share(
                CommitteeRule.OWNER_SEATS,
                LegalShare.OWNER_SEATS,
                Math.max(0, body.agreedSeats() - others),
                body.agreedSeats());
        long ofSide = body.members().stream().filter(m -> m.side() == sent.side()).count() + 1;
        FoundingRules.sideMost(findings, clauses, sent.side(), ofSide);
    }

    private void seat(Candidacy candidate, LocalDate on, Instant at) {
        int taken = body.seatsTakenOn(on);
        findings.office(body, on)
                .between(LocalDate.MIN, on, Findings.day(at))
                .rule(
                        CommitteeRule.SEAT_FREE,
                        taken < body.agreedSeats(),
                        "members",
                        taken,
                        "seats",
                        body.agreedSeats())
                .rule(
                        CommitteeRule.ONE_SEAT_EACH,
                        body.member(candidate.person()).isEmpty(),
                        "persons",
                        1,
                        "seats",
                        2);
        FoundingRules.eligibility(findings, clauses, candidate);
    }

    private void target(PersonId person) {
        findings.rule(CommitteeRule.MEMBER, body.member(person).isPresent(), "person", person);
    }
}
