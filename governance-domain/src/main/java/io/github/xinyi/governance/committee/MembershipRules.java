package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.CommitteeEvent.AlternateSeated;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberElected;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberLeft;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberRecalled;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberSent;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberSuspended;
import io.github.xinyi.governance.committee.CommitteeEvent.OfficersChosen;
import io.github.xinyi.governance.committee.CommitteeEvent.RecallProposed;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Option.Departure;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.voting.Matter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
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
        mandate(CommitteeRule.RECALL_ADOPTED, event.mandate(), person, event.leftOn());
        onPaper(event.mandate(), event.mandate().paper().recalled(), person);
    }

    private void leaving(PersonId person, Departure departure, LocalDate on, Instant at) {
        target(person);
        findings.option(CommitteeRule.DEPARTURE, Departure.class, departure, person)
                .between(body.seatedSince(person), on, Findings.day(at));
    }

    /** A resolution of these owners on the seats of this term, which stands and is not used up. */
    private void mandate(
            CommitteeRule rule, SeatMandate mandate, PersonId person, LocalDate effectiveOn) {
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
                .between(body.term().startInclusive(), adopted.adoptedOn(), effectiveOn);
    }

    private void onPaper(SeatMandate mandate, SortedSet<PersonId> named, PersonId person) {
        SeatPaper paper = mandate.paper();
        findings.rule(
                CommitteeRule.SEAT_PAPER,
                mandate.isOnPaper()
                        && paper.community().equals(body.community())
                        && paper.term().equals(body.term())
                        && named.contains(person),
                "persons",
                List.of(person),
                "start",
                body.term().startInclusive(),
                "end",
                body.term().endExclusive());
    }

    void recallProposed(RecallProposed event) {
        target(event.person());
        findings.members(body, event.proposers());
        int members = event.proposers().size();
        boolean byMembers = isMet(LegalShare.RECALL_BY_MEMBERS, members, body.members().size());
        boolean byOwners = isMet(LegalShare.RECALL_BY_OWNERS, event.owners(), event.ownersInAll());
        findings.cited(
                CommitteeRule.RECALL_PROPOSED,
                recallSources(byMembers, byOwners),
                (byMembers || byOwners) && event.owners() <= event.ownersInAll(),
                "members",
                members,
                "owners",
                event.owners(),
                "all",
                event.ownersInAll());
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
        List<Session> year = body.sessionsOf(person, new EffectivePeriod(on.minusYears(1), on));
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

    void elected(MemberElected event) {
        PersonId person = event.elected().person();
        seat(event.elected(), event.seatedOn(), event.occurredAt());
        mandate(CommitteeRule.ELECTED_BY_OWNERS, event.mandate(), person, event.seatedOn());
        onPaper(event.mandate(), event.mandate().paper().seated(), person);
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
