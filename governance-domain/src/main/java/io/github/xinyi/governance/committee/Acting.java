package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeDissolved;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeFiled;
import io.github.xinyi.governance.committee.CommitteeEvent.Estate;
import io.github.xinyi.governance.committee.CommitteeEvent.EstateHandedOver;
import io.github.xinyi.governance.committee.CommitteeEvent.ItemAdopted;
import io.github.xinyi.governance.committee.CommitteeEvent.LeaverHandedOver;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberLeft;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberSeated;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberSuspended;
import io.github.xinyi.governance.committee.CommitteeEvent.OfficersChosen;
import io.github.xinyi.governance.committee.CommitteeEvent.RecallProposed;
import io.github.xinyi.governance.committee.CommitteeEvent.SealUsePublished;
import io.github.xinyi.governance.committee.CommitteeEvent.SealUsed;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionCalled;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionHeld;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionPublished;
import io.github.xinyi.governance.committee.CommitteeEvent.SuccessorRecorded;
import io.github.xinyi.governance.committee.CommitteeEvent.TermEndReported;
import io.github.xinyi.governance.committee.Item.Competence;
import io.github.xinyi.governance.committee.Option.Departure;
import io.github.xinyi.governance.committee.Option.FilingOffice;
import io.github.xinyi.governance.committee.Option.Stop;
import io.github.xinyi.governance.committee.SealUse.Seal;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Resolution;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The commands of one body under the law in force. Each answers with the event to append, or with
 * every rule in its way; none changes anything.
 *
 * <p>That a fact comes late never keeps it from being recorded; {@link Committee#duties} tells how
 * late it is.
 *
 * @param committee the body as it stands
 * @param clauses the law in force for its kind
 * @since 0.1.0
 */
public record Acting(Committee committee, CommitteeClauses clauses) {

    /** The most items on one agenda. */
    public static final int MAX_ITEMS = 50;

    /** Refuses the law of the other kind. */
    public Acting {
        if (committee.kind() != clauses.kind()) {
            throw new IllegalArgumentException("clauses for " + clauses.kind());
        }
    }

    /**
     * A call to a session.
     *
     * @param session once within the community
     * @param callers the chair, a deputy, or the members who demand it
     * @param items the agenda, 1 to {@link #MAX_ITEMS}, no identifier twice
     * @param announcedOn when the agenda was published and the residents' committee told
     * @param heldOn the day of the session
     */
    public record Call(
            MeetingId session,
            Set<PersonId> callers,
            List<Item> items,
            LocalDate announcedOn,
            LocalDate heldOn) {
        /** Copies callers and items. */
        public Call {
            callers = Set.copyOf(callers);
            items = List.copyOf(items);
            if (items.isEmpty()
                    || items.size() > MAX_ITEMS
                    || items.stream().map(Item::id).distinct().count() < items.size()) {
                throw new IllegalArgumentException("agenda of " + items.size() + " items");
            }
        }
    }

    /**
     * Who proposes a recall.
     *
     * @param members members of the body
     * @param owners how many owners
     * @param ownersInAll how many owners there are
     */
    public record Proposal(Set<PersonId> members, long owners, long ownersInAll) {
        /** Copies the members and refuses a part above the whole. */
        public Proposal {
            members = Set.copyOf(members);
            if (owners < 0 || owners > ownersInAll) {
                throw new IllegalArgumentException(owners + " of " + ownersInAll + " owners");
            }
        }
    }

    /**
     * The members choose chair and deputies.
     *
     * @param chair who takes the chair
     * @param deputies who stands in
     * @param on the day
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> chooseOfficers(
            PersonId chair, List<PersonId> deputies, LocalDate on, Instant at) {
        Findings checks = inOffice(on);
        Founding.officers(checks, List.copyOf(committee.members()), chair, deputies);
        return checks.answer(new OfficersChosen(committee.community(), chair, deputies, on, at));
    }

    /**
     * The body as it stands is filed.
     *
     * @param office with whom
     * @param on the day
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> file(FilingOffice office, LocalDate on, Instant at) {
        return inOffice(on).answer(new CommitteeFiled(committee.community(), office, on, at));
    }

    /**
     * A session is called.
     *
     * @param call the call
     * @param behind the resolutions of the owners that it is to carry out
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> call(Call call, Collection<Resolution> behind, Instant at) {
        boolean officer = committee.officers().stream().anyMatch(call.callers()::contains);
        Findings checks =
                inOffice(call.heldOn())
                        .rule(
                                CommitteeRule.SESSION_STAGE,
                                !committee.sessions().containsKey(call.session()),
                                "session",
                                call.session())
                        .atLeast(
                                CommitteeRule.NOTICE,
                                LegalNumber.NOTICE_DAYS,
                                ChronoUnit.DAYS.between(call.announcedOn(), call.heldOn()));
        members(checks, call.callers());
        if (!officer) {
            checks.share(
                    CommitteeRule.CALLED,
                    LegalShare.CALL,
                    call.callers().stream().filter(p -> committee.member(p).isPresent()).count(),
                    committee.members().size());
        }
        call.items().forEach(item -> competence(checks, item, behind));
        return checks.answer(
                new SessionCalled(
                        committee.community(),
                        call.session(),
                        new TreeSet<>(call.callers()),
                        call.items(),
                        call.announcedOn(),
                        call.heldOn(),
                        at));
    }

    /** Whatever the local law says: the nine matters are the owners'. */
    private void competence(Findings checks, Item item, Collection<Resolution> behind) {
        boolean reserved = item.competence().decides() && !item.matters().isEmpty();
        checks.rule(
                CommitteeRule.RESERVED_MATTER,
                !reserved,
                "item",
                item.id(),
                "matters",
                item.matters());
        if (item.competence() == Competence.DELEGATED) {
            checks.rule(
                    CommitteeRule.NO_DELEGATION,
                    !reserved,
                    "item",
                    item.id(),
                    "matters",
                    item.matters());
        }
        if (item.competence() == Competence.CARRY_OUT) {
            SortedSet<Matter> adopted = new TreeSet<>();
            behind.stream()
                    .filter(r -> r.community().equals(committee.community()))
                    .forEach(r -> adopted.add(r.matter()));
            checks.rule(
                    CommitteeRule.RESOLUTION_BEHIND,
                    !item.matters().isEmpty() && adopted.containsAll(item.matters()),
                    "item",
                    item.id(),
                    "matters",
                    item.matters());
        }
    }

    /**
     * A session is held. Attendance is recorded without a quorum too, so that absence counts.
     *
     * @param session which
     * @param present who attended in person
     * @param represented who attended by proxy; no owner may
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> hold(
            MeetingId session, Set<PersonId> present, Set<PersonId> represented, Instant at) {
        Optional<Session> found = Optional.ofNullable(committee.sessions().get(session));
        Findings checks =
                new Findings(clauses)
                        .rule(
                                CommitteeRule.SESSION_STAGE,
                                found.filter(s -> !s.isHeld()).isPresent(),
                                "session",
                                session);
        found.ifPresent(s -> office(checks, s.heldOn()));
        members(checks, present);
        members(checks, represented);
        List<PersonId> forbidden =
                represented.stream()
                        .sorted()
                        .filter(
                                p ->
                                        present.contains(p)
                                                || committee
                                                        .member(p)
                                                        .filter(Founding::isOwner)
                                                        .isPresent())
                        .toList();
        checks.rule(CommitteeRule.NO_PROXY, forbidden.isEmpty(), "persons", forbidden);
        return checks.answer(
                new SessionHeld(
                        committee.community(),
                        session,
                        new TreeSet<>(present),
                        new TreeSet<>(represented),
                        at));
    }

    /**
     * An item is adopted by the signatures of members who attended; each has one vote.
     *
     * @param session at which session
     * @param item which item
     * @param approvals who signed in favour
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> adopt(
            MeetingId session, MotionId item, Set<PersonId> approvals, Instant at) {
        Session found = committee.sessions().get(session);
        boolean held = found != null && found.isHeld();
        Set<PersonId> attending = found == null ? Set.of() : found.attending();
        boolean open =
                found != null && found.item(item).isPresent() && !found.adopted().containsKey(item);
        Findings checks =
                new Findings(clauses)
                        .rule(CommitteeRule.SESSION_STAGE, held, "session", session)
                        .rule(CommitteeRule.ITEM_ANNOUNCED, open, "item", item)
                        .share(
                                CommitteeRule.QUORUM,
                                LegalShare.QUORUM,
                                attending.size(),
                                committee.fullNumber());
        if (found != null) {
            ownerQuorum(checks, attending);
            office(checks, found.heldOn());
        }
        checks.rule(
                        CommitteeRule.APPROVERS_ATTENDED,
                        attending.containsAll(approvals)
                                && approvals.stream().noneMatch(committee::isSuspended),
                        "persons",
                        new TreeSet<>(approvals))
                .share(
                        CommitteeRule.DECISION,
                        LegalShare.DECISION,
                        Math.min(approvals.size(), committee.fullNumber()),
                        committee.fullNumber());
        return checks.answer(
                new ItemAdopted(
                        committee.community(), session, item, new TreeSet<>(approvals), at));
    }

    private void ownerQuorum(Findings checks, Set<PersonId> attending) {
        List<PersonId> owners =
                committee.members().stream().filter(Founding::isOwner).map(Member::person).toList();
        checks.share(
                CommitteeRule.OWNER_QUORUM,
                LegalShare.OWNER_QUORUM,
                owners.stream().filter(attending::contains).count(),
                owners.size());
    }

    /**
     * What a session decided has been displayed.
     *
     * @param session which
     * @param on the first day of the display
     * @param workingDaysShown how long, by the host's calendar, at least 0
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> publish(
            MeetingId session, LocalDate on, int workingDaysShown, Instant at) {
        if (workingDaysShown < 0) {
            throw new IllegalArgumentException("working days below 0: " + workingDaysShown);
        }
        Session found = committee.sessions().get(session);
        return new Findings(clauses)
                .rule(
                        CommitteeRule.SESSION_STAGE,
                        found != null && found.isHeld() && found.published().isEmpty(),
                        "session",
                        session)
                .answer(
                        new SessionPublished(
                                committee.community(), session, on, workingDaysShown, at));
    }

    /**
     * A membership ends without a decision.
     *
     * @param person whose
     * @param departure why; a recall is refused here, see {@link #recall}
     * @param on the first day no longer a member
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> leave(
            PersonId person, Departure departure, LocalDate on, Instant at) {
        Findings checks =
                target(person)
                        .option(CommitteeRule.DEPARTURE, Departure.class, departure, person)
                        .rule(
                                CommitteeRule.RECALL_ADOPTED,
                                departure != Departure.RECALLED,
                                "person",
                                person);
        return checks.answer(new MemberLeft(committee.community(), person, departure, on, at));
    }

    /**
     * The owners recall a member.
     *
     * @param person whom
     * @param resolution what they adopted
     * @param on the first day no longer a member
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> recall(
            PersonId person, Resolution resolution, LocalDate on, Instant at) {
        return target(person)
                .option(CommitteeRule.DEPARTURE, Departure.class, Departure.RECALLED, person)
                .rule(CommitteeRule.RECALL_ADOPTED, isElection(resolution), "person", person)
                .answer(new MemberLeft(committee.community(), person, Departure.RECALLED, on, at));
    }

    private boolean isElection(Resolution resolution) {
        return resolution.community().equals(committee.community())
                && resolution.matter() == Matter.COMMITTEE_ELECTION;
    }

    /**
     * A recall is proposed to the owners' meeting, by enough members or by enough owners.
     *
     * @param person whose
     * @param proposal who proposes it
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> proposeRecall(PersonId person, Proposal proposal, Instant at) {
        Findings checks = target(person);
        members(checks, proposal.members());
        boolean enough =
                isMet(
                                LegalShare.RECALL_BY_MEMBERS,
                                proposal.members().size(),
                                committee.members().size())
                        || isMet(LegalShare.RECALL_BY_OWNERS, proposal.owners(), proposal.ownersInAll());
        checks.cited(
                CommitteeRule.RECALL_PROPOSED,
                clauses.share(LegalShare.RECALL_BY_OWNERS).map(Sourced::citations).orElse(List.of()),
                enough,
                "members",
                proposal.members().size(),
                "owners",
                proposal.owners(),
                "all",
                proposal.ownersInAll());
        return checks.answer(
                new RecallProposed(
                        committee.community(),
                        person,
                        new TreeSet<>(proposal.members()),
                        proposal.owners(),
                        proposal.ownersInAll(),
                        at));
    }

    private boolean isMet(LegalShare share, long part, long whole) {
        return clauses.share(share)
                .map(c -> c.value().isMetBy(Math.min(part, whole), whole))
                .orElse(false);
    }

    /**
     * A member who missed too many sessions within the year before the day is suspended until the
     * owners decide.
     *
     * @param person who
     * @param on the first day
     * @param at when it is recorded
     * @return the event; refused where the law knows no such share
     */
    public Outcome<CommitteeEvent> suspend(PersonId person, LocalDate on, Instant at) {
        List<Session> year =
                committee.sessionsOf(person, new EffectivePeriod(on.minusYears(1), on));
        long missed = year.stream().filter(s -> !s.attending().contains(person)).count();
        Findings checks =
                target(person)
                        .rule(
                                CommitteeRule.NOT_SUSPENDED,
                                !committee.isSuspended(person),
                                "person",
                                person)
                        .share(CommitteeRule.ABSENCE, LegalShare.ABSENCE, missed, year.size());
        if (clauses.share(LegalShare.ABSENCE).isEmpty()) {
            checks.rule(
                    CommitteeRule.ABSENCE,
                    false,
                    "part",
                    missed,
                    "whole",
                    year.size(),
                    "threshold",
                    "-");
        }
        return checks.answer(new MemberSuspended(committee.community(), person, on, at));
    }

    /**
     * The next alternate takes a free seat.
     *
     * @param alternate who
     * @param on the first day
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> seatAlternate(Candidacy alternate, LocalDate on, Instant at) {
        List<PersonId> order = committee.alternates();
        PersonId person = alternate.member().person();
        return seat(alternate, on)
                .rule(
                        CommitteeRule.ALTERNATE_ORDER,
                        !order.isEmpty() && order.get(0).equals(person),
                        "person",
                        person)
                .answer(new MemberSeated(committee.community(), alternate.member(), on, at));
    }

    /**
     * The owners fill a free seat; refused where so few are left that they elect the whole body.
     *
     * @param elected who
     * @param resolution what the owners adopted
     * @param on the first day
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> seatElected(
            Candidacy elected, Resolution resolution, LocalDate on, Instant at) {
        return seat(elected, on)
                .rule(
                        CommitteeRule.ELECTED_BY_OWNERS,
                        isElection(resolution),
                        "resolution",
                        resolution)
                .share(
                        CommitteeRule.REMAINING,
                        LegalShare.REMAINING,
                        committee.members().size(),
                        committee.fullNumber())
                .answer(new MemberSeated(committee.community(), elected.member(), on, at));
    }

    /**
     * The street office fills a free seat of a property management committee.
     *
     * @param sent who
     * @param on the first day
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> seatSent(Candidacy sent, LocalDate on, Instant at) {
        return seat(sent, on)
                .rule(
                        CommitteeRule.ELECTED_BY_OWNERS,
                        committee.kind() == GoverningBody.Kind.PROPERTY_MANAGEMENT_COMMITTEE,
                        "resolution",
                        "-")
                .answer(new MemberSeated(committee.community(), sent.member(), on, at));
    }

    private Findings seat(Candidacy candidate, LocalDate on) {
        Findings checks =
                inOffice(on)
                        .rule(
                                CommitteeRule.SEAT_FREE,
                                committee.members().size() < committee.agreedSeats(),
                                "members",
                                committee.members().size(),
                                "seats",
                                committee.agreedSeats())
                        .rule(
                                CommitteeRule.ONE_SEAT_EACH,
                                committee.member(candidate.member().person()).isEmpty(),
                                "persons",
                                1,
                                "seats",
                                2);
        Founding.eligibility(checks, clauses, candidate);
        return checks;
    }

    /**
     * The body's own seal is used for what a session adopted.
     *
     * @param use for what, and who signed
     * @param on the day
     * @param at when it is recorded
     * @return the event; the seal of the owners' meeting is refused here
     */
    public Outcome<CommitteeEvent> useSeal(SealUse use, LocalDate on, Instant at) {
        Session session = committee.sessions().get(use.meeting());
        boolean decided = session != null && session.adopted().containsKey(use.decision());
        return seal(use, Seal.COMMITTEE, decided, on)
                .answer(new SealUsed(committee.community(), use, on, at));
    }

    /**
     * The seal of the owners' meeting is used for what the owners adopted.
     *
     * @param use for what, and who signed
     * @param resolution what they adopted
     * @param on the day
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> useOwnersSeal(
            SealUse use, Resolution resolution, LocalDate on, Instant at) {
        boolean decided =
                resolution.community().equals(committee.community())
                        && resolution.meeting().equals(use.meeting())
                        && resolution.motion().id().equals(use.decision());
        return seal(use, Seal.OWNERS_MEETING, decided, on)
                .answer(new SealUsed(committee.community(), use, on, at));
    }

    private Findings seal(SealUse use, Seal seal, boolean decided, LocalDate on) {
        Findings checks =
                inOffice(on)
                        .rule(
                                CommitteeRule.SEAL_DECISION,
                                use.seal() == seal && decided,
                                "meeting",
                                use.meeting(),
                                "decision",
                                use.decision())
                        .rule(
                                CommitteeRule.SEAL_SIGNATURES,
                                2 * use.approvals().size() > committee.fullNumber(),
                                "part",
                                use.approvals().size(),
                                "whole",
                                committee.fullNumber());
        return members(checks, use.approvals());
    }

    /**
     * The use of the seals so far is published.
     *
     * @param on up to and including this day
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> publishSealUse(LocalDate on, Instant at) {
        return Outcome.accepted(new SealUsePublished(committee.community(), on, at));
    }

    /**
     * The coming end of the term is reported to the street office.
     *
     * @param on the day
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> reportTermEnd(LocalDate on, Instant at) {
        return inOffice(on).answer(new TermEndReported(committee.community(), on, at));
    }

    /**
     * The next body was elected and filed, and the powers of this one end: on the filing, or on the
     * election where local law says so.
     *
     * @param electedOn the day of its election
     * @param filedOn the day of its filing, not before
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> recordSuccessor(
            LocalDate electedOn, LocalDate filedOn, Instant at) {
        if (filedOn.isBefore(electedOn)) {
            throw new IllegalArgumentException("filed on " + filedOn + " before " + electedOn);
        }
        boolean onElection = !clauses.sources(Stop.ON_ELECTION).isEmpty();
        return new Findings(clauses)
                .rule(
                        CommitteeRule.IN_OFFICE,
                        committee.successor() == null,
                        "body",
                        committee,
                        "day",
                        filedOn)
                .answer(
                        new SuccessorRecorded(
                                committee.community(),
                                electedOn,
                                filedOn,
                                onElection ? electedOn : filedOn,
                                at));
    }

    /**
     * The body is dissolved.
     *
     * @param on the first day without it
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> dissolve(LocalDate on, Instant at) {
        return new Findings(clauses)
                .rule(
                        CommitteeRule.IN_OFFICE,
                        committee.dissolvedOn() == null,
                        "body",
                        committee,
                        "day",
                        on)
                .answer(new CommitteeDissolved(committee.community(), on, at));
    }

    /**
     * A member who left hands over.
     *
     * @param person who
     * @param on the day
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> handOverOf(PersonId person, LocalDate on, Instant at) {
        return new Findings(clauses)
                .rule(
                        CommitteeRule.MEMBER,
                        committee.leavers().containsKey(person),
                        "person",
                        person)
                .answer(new LeaverHandedOver(committee.community(), person, on, at));
    }

    /**
     * The body hands over a part of what it keeps, or all.
     *
     * @param estate what
     * @param on the day
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> handOver(Set<Estate> estate, LocalDate on, Instant at) {
        return Outcome.accepted(
                new EstateHandedOver(committee.community(), new TreeSet<>(estate), on, at));
    }

    private Findings inOffice(LocalDate day) {
        return office(new Findings(clauses), day);
    }

    private Findings office(Findings checks, LocalDate day) {
        return checks.rule(
                CommitteeRule.IN_OFFICE, committee.isInOffice(day), "body", committee, "day", day);
    }

    /** Each is a member who may act. */
    private Findings members(Findings checks, Set<PersonId> persons) {
        persons.stream()
                .sorted()
                .forEach(
                        p ->
                                checks.rule(
                                        CommitteeRule.MEMBER,
                                        isMember(p) && !committee.isSuspended(p),
                                        "person",
                                        p));
        return checks;
    }

    private Findings target(PersonId person) {
        return new Findings(clauses).rule(CommitteeRule.MEMBER, isMember(person), "person", person);
    }

    private boolean isMember(PersonId person) {
        return committee.member(person).isPresent();
    }
}
