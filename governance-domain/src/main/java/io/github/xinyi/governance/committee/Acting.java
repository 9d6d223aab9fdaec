package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.AdoptedMotion.Decision;
import io.github.xinyi.governance.committee.CommitteeEvent.AlternateSeated;
import io.github.xinyi.governance.committee.CommitteeEvent.Annuller;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeDissolved;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeFiled;
import io.github.xinyi.governance.committee.CommitteeEvent.DecisionAnnulled;
import io.github.xinyi.governance.committee.CommitteeEvent.Dissolution;
import io.github.xinyi.governance.committee.CommitteeEvent.Estate;
import io.github.xinyi.governance.committee.CommitteeEvent.EstateHandedOver;
import io.github.xinyi.governance.committee.CommitteeEvent.ItemAdopted;
import io.github.xinyi.governance.committee.CommitteeEvent.LeaverHandedOver;
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
import io.github.xinyi.governance.committee.CommitteeEvent.Receiver;
import io.github.xinyi.governance.committee.CommitteeEvent.ReplacementDisplayed;
import io.github.xinyi.governance.committee.CommitteeEvent.SealUsePublished;
import io.github.xinyi.governance.committee.CommitteeEvent.SealUsed;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionCalled;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionDemanded;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionHeld;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionPublished;
import io.github.xinyi.governance.committee.CommitteeEvent.SuccessorRecorded;
import io.github.xinyi.governance.committee.CommitteeEvent.SuspensionLifted;
import io.github.xinyi.governance.committee.CommitteeEvent.TermEndReported;
import io.github.xinyi.governance.committee.Option.Departure;
import io.github.xinyi.governance.committee.Option.FilingOffice;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.MotionResult.Result;
import io.github.xinyi.governance.voting.Resolution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The commands of one body under the law in force. Each answers with the event to append, or with
 * every rule in its way; none changes anything.
 *
 * <p>That a fact comes late never keeps it from being recorded; {@link Committee#duties} tells how
 * late it is. No day lies before what it follows or after the moment of the record.
 *
 * @param committee the body as it stands
 * @param clauses the law in force for its kind
 * @since 0.1.0
 */
public record Acting(Committee committee, CommitteeClauses clauses) {

    /** The most items on one agenda, so that one stored event holds it. */
    public static final int MAX_ITEMS = 30;

    /** The most papers of all resolutions that one agenda names, so that one event holds them. */
    public static final int MAX_PAPERS = 100;

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
     * @param items the agenda, 1 to {@link #MAX_ITEMS}, no identifier twice, with at most {@link
     *     #MAX_PAPERS} papers of resolutions
     * @param announcedOn when the agenda was published and the residents' committee told; the days
     *     of notice are counted from the day of the record, which is not earlier
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
                    || papers(items) > MAX_PAPERS
                    || items.stream().map(Item::id).distinct().count() < items.size()) {
                throw new IllegalArgumentException("agenda of " + items.size() + " items");
            }
        }

        private static long papers(List<Item> items) {
            return items.stream()
                    .flatMap(item -> item.behind().stream())
                    .mapToLong(adopted -> adopted.motion().documents().size())
                    .sum();
        }
    }

    /**
     * Who proposes a recall.
     *
     * @param members members of the body
     * @param owners how many owners
     * @param ownersInAll how many owners there are
     * @param area what those owners own; none where nobody states it, or one
     */
    public record Proposal(
            Set<PersonId> members, long owners, long ownersInAll, List<OwnersArea> area) {
        /**
         * Copies the members and the area, and refuses a part above the whole and a second area.
         */
        public Proposal {
            members = Set.copyOf(members);
            area = List.copyOf(area);
            if (owners < 0 || owners > ownersInAll) {
                throw new IllegalArgumentException(owners + " of " + ownersInAll + " owners");
            }
            if (area.size() > 1) {
                throw new IllegalArgumentException("areas: " + area);
            }
        }

        /**
         * A proposal whose owners' area nobody states.
         *
         * @param members members of the body
         * @param owners how many owners
         * @param ownersInAll how many owners there are
         */
        public Proposal(Set<PersonId> members, long owners, long ownersInAll) {
            this(members, owners, ownersInAll, List.of());
        }
    }

    /**
     * What the rules find of an event, accepted or not: declarations and notices are shown too.
     *
     * @param event what a command answered with, or what was stored
     * @return every finding; of the proof that a resolution was shown it knows nothing
     * @throws IllegalArgumentException if it is no event of this body
     */
    public Ruling ruling(CommitteeEvent event) {
        return judge(event).ruling();
    }

    private Findings judge(CommitteeEvent event) {
        return Judgement.of(committee, event, clauses);
    }

    private Outcome<CommitteeEvent> answer(CommitteeEvent event) {
        return judge(event).answer(event);
    }

    private CommunityId community() {
        return committee.community();
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
        return answer(new OfficersChosen(community(), chair, deputies, on, at));
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
        return answer(new CommitteeFiled(community(), office, on, at));
    }

    /**
     * A session is called.
     *
     * @param call the call
     * @param behind the resolutions of the owners on which its items rely
     * @param at when it is recorded; the days of notice are counted from this day
     * @return the event; refused too if an item names a resolution that is not among them with the
     *     same meeting, motion and papers
     */
    public Outcome<CommitteeEvent> call(Call call, Collection<Resolution> behind, Instant at) {
        CommitteeEvent event =
                new SessionCalled(
                        community(),
                        call.session(),
                        new TreeSet<>(call.callers()),
                        call.items(),
                        call.announcedOn(),
                        call.heldOn(),
                        at);
        Findings findings = judge(event);
        List<AdoptedMotion> shown = behind.stream().map(AdoptedMotion::of).toList();
        call.items()
                .forEach(
                        item ->
                                item.behind()
                                        .forEach(
                                                adopted ->
                                                        findings.rule(
                                                                CommitteeRule.RESOLUTION_SHOWN,
                                                                shown.contains(adopted),
                                                                "item",
                                                                item.id(),
                                                                "resolution",
                                                                adopted)));
        return findings.answer(event);
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
        return answer(
                new SessionHeld(
                        community(),
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
        return answer(new ItemAdopted(community(), session, item, new TreeSet<>(approvals), at));
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
        return answer(
                new SessionPublished(community(), session, on, workingDaysShown, List.of(), at));
    }

    /**
     * What a session decided has been displayed, where the last day is known: working days are then
     * counted by the calendar with which the duties are asked for.
     *
     * @param session which
     * @param on the day of posting
     * @param lastOn the last day of the display
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> publish(
            MeetingId session, LocalDate on, LocalDate lastOn, Instant at) {
        return answer(new SessionPublished(community(), session, on, 0, List.of(lastOn), at));
    }

    /**
     * Members demand a session, which whoever presides has to call in time.
     *
     * @param members who demand it
     * @param on when they do
     * @param at when it is recorded
     * @return the event; refused where they are too few
     */
    public Outcome<CommitteeEvent> demand(Set<PersonId> members, LocalDate on, Instant at) {
        return answer(new SessionDemanded(community(), new TreeSet<>(members), on, at));
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
        return answer(new MemberLeft(community(), person, departure, on, at));
    }

    /**
     * The owners recall a member.
     *
     * @param person whom the paper names
     * @param vote the paper and what the owners adopted
     * @param on the first day no longer a member
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> recall(
            PersonId person, SeatPaper.Vote vote, LocalDate on, Instant at) {
        return answer(new MemberRecalled(community(), person, vote.mandate(), on, at));
    }

    /**
     * A recall is proposed to the owners' meeting, by enough members or by enough owners.
     *
     * @param person whose
     * @param proposal who proposes it
     * @param at when it is recorded
     * @return the event; refused where too few propose it, and where the law in force does not say
     *     whether they are enough: such a paper is kept by {@link #receiveRecall}
     */
    public Outcome<CommitteeEvent> proposeRecall(PersonId person, Proposal proposal, Instant at) {
        return answer(
                new RecallProposed(
                        community(),
                        person,
                        new TreeSet<>(proposal.members()),
                        proposal.owners(),
                        proposal.ownersInAll(),
                        proposal.area(),
                        at));
    }

    /**
     * A paper that proposes a recall came in, for example one of which nobody can say whether
     * enough owners stand behind it. Nothing follows from it; once the law in force or clauses of
     * the host tell that they are enough, {@link #proposeRecall} records the proposal. Source:
     * interpretation; the law asks for no such record.
     *
     * <p>A paper is never refused for who stands behind it, nor because it is recorded late.
     *
     * @param person whose recall; a member on the day on which the paper came in
     * @param proposal who proposes it, one member or owner at least; whether they act as members is
     *     asked by the duties
     * @param on the day on which it came in
     * @param at when it is recorded, not before that day
     * @return the event; refused if the same paper of that day is kept, or {@link
     *     Committee#MAX_RECALL_PAPERS} are about that person; {@link Committee#duties} tells how
     *     the paper stands
     */
    public Outcome<CommitteeEvent> receiveRecall(
            PersonId person, Proposal proposal, LocalDate on, Instant at) {
        return answer(
                new RecallReceived(
                        community(),
                        person,
                        new TreeSet<>(proposal.members()),
                        proposal.owners(),
                        proposal.ownersInAll(),
                        proposal.area(),
                        on,
                        at));
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
        return answer(new MemberSuspended(community(), person, on, at));
    }

    /**
     * The owners voted on the recall of a suspended member and rejected it; the member acts again.
     *
     * @param person whom the paper names
     * @param paper what was put to the vote
     * @param result what the vote came to
     * @param on the first day on which the member acts again
     * @param at when it is recorded
     * @return the event; refused too for want of a quorum, as the owners have not decided then
     */
    public Outcome<CommitteeEvent> liftSuspension(
            PersonId person, SeatPaper paper, MotionResult result, LocalDate on, Instant at) {
        return rejection(
                new SuspensionLifted(community(), person, RejectedRecall.of(paper, result), on, at),
                person,
                result);
    }

    /**
     * The owners voted on the proposed recall of a member who is not suspended and rejected it.
     *
     * @param person whom the paper names
     * @param paper what was put to the vote
     * @param result what the vote came to
     * @param at when it is recorded
     * @return the event; refused too for want of a quorum, as the owners have not decided then
     */
    public Outcome<CommitteeEvent> recordRejection(
            PersonId person, SeatPaper paper, MotionResult result, Instant at) {
        return rejection(
                new RecallRejected(community(), person, RejectedRecall.of(paper, result), at),
                person,
                result);
    }

    private Outcome<CommitteeEvent> rejection(
            CommitteeEvent event, PersonId person, MotionResult result) {
        return judge(event)
                .rule(
                        CommitteeRule.RECALL_REJECTED,
                        result.result() == Result.REJECTED,
                        "person",
                        person,
                        "resolution",
                        result.motion().id(),
                        "result",
                        result.result())
                .answer(event);
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
        return answer(new AlternateSeated(community(), alternate, on, at));
    }

    /**
     * The owners fill a free seat; refused where so few are left that they elect the whole body.
     *
     * @param elected whom the paper names, or whom the owners elected by name
     * @param vote the paper and what the owners adopted or the count came to, for example that of a
     *     run-off over a seat that was left open when the body was founded
     * @param on the first day
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> seatElected(
            Candidacy elected, SeatVote vote, LocalDate on, Instant at) {
        return answer(new MemberElected(community(), elected, vote.mandate(), on, at));
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
        return answer(new MemberSent(community(), sent, on, at));
    }

    /**
     * Who a member is that takes another's place has been shown to all owners.
     *
     * @param person who, a member whom the office sent in place of another
     * @param on the day of posting, not before the seat was taken: an earlier display was of none
     *     that replaced anybody
     * @param lastOn the last day of the display
     * @param at when it is recorded, not before that day
     * @return the event; refused for whoever replaced nobody; {@link Committee#duties} tells
     *     whether it was shown long enough
     */
    public Outcome<CommitteeEvent> displayReplacement(
            PersonId person, LocalDate on, LocalDate lastOn, Instant at) {
        return answer(new ReplacementDisplayed(community(), person, on, lastOn, at));
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
        return answer(new SealUsed(community(), use, List.of(), on, at));
    }

    /**
     * The seal of the owners' meeting is used for what the owners adopted.
     *
     * @param use for what, and who signed
     * @param resolution what they adopted
     * @param on the day
     * @param at when it is recorded
     * @return the event; the body's own seal is refused here
     */
    public Outcome<CommitteeEvent> useOwnersSeal(
            SealUse use, Resolution resolution, LocalDate on, Instant at) {
        List<AdoptedMotion> behind = List.of(AdoptedMotion.of(resolution));
        return answer(new SealUsed(community(), use, behind, on, at));
    }

    /**
     * The use of the seals so far is published.
     *
     * @param on up to and including this day
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> publishSealUse(LocalDate on, Instant at) {
        return answer(new SealUsePublished(community(), on, at));
    }

    /**
     * A decision of the owners or of the body was annulled.
     *
     * @param decision which, for example meeting {@code 2024-OM-01}, motion {@code M2}
     * @param annuller who annulled it
     * @param on the day
     * @param at when it is recorded
     * @return the event; refused if it was annulled before
     */
    public Outcome<CommitteeEvent> annul(
            Decision decision, Annuller annuller, LocalDate on, Instant at) {
        return answer(new DecisionAnnulled(community(), decision, annuller, on, at));
    }

    /**
     * The coming end of the term is reported to the street office.
     *
     * @param on the day
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> reportTermEnd(LocalDate on, Instant at) {
        return answer(new TermEndReported(community(), on, at));
    }

    /**
     * The next body was elected and filed, and the powers of this one end: on the filing, or on the
     * election where local law says so, but not before the next term begins.
     *
     * @param next the next body with its own history, filed with every office of its law
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> recordSuccessor(Committee next, Instant at) {
        Optional<LocalDate> filed = next.filedOn();
        SuccessorRecorded event =
                new SuccessorRecorded(
                        community(),
                        next.kind(),
                        next.foundedOn(),
                        next.term().startInclusive(),
                        filed.orElse(Findings.day(at)),
                        at);
        return judge(event)
                .rule(
                        CommitteeRule.SUCCESSOR_FILED,
                        next.community().equals(community()) && filed.isPresent(),
                        "body",
                        next.kind(),
                        "community",
                        next.community())
                .answer(event);
    }

    /**
     * The body is dissolved: a property management committee once the owners' committee is recorded
     * as the next body and everything is handed over, any body when its area is gone.
     *
     * @param reason why
     * @param on the first day without it
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> dissolve(Dissolution reason, LocalDate on, Instant at) {
        return answer(new CommitteeDissolved(community(), reason, on, at));
    }

    /**
     * A member who left hands over to the body what that member kept.
     *
     * @param person who
     * @param on the day
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> handOverOf(PersonId person, LocalDate on, Instant at) {
        return answer(new LeaverHandedOver(community(), person, on, at));
    }

    /**
     * The body, out of office, hands over a part of what it keeps, or all.
     *
     * @param estate what; a part of which there is nothing is named all the same
     * @param receiver to whom: the next body as soon as it is recorded
     * @param on the day
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<CommitteeEvent> handOver(
            Set<Estate> estate, Receiver receiver, LocalDate on, Instant at) {
        return answer(new EstateHandedOver(community(), new TreeSet<>(estate), receiver, on, at));
    }
}
