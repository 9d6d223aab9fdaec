package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.Option.Departure;
import io.github.xinyi.governance.committee.Option.FilingOffice;
import io.github.xinyi.governance.committee.Option.Ground;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What happened to one body from its formation to its end. The history of a body begins with {@link
 * CommitteeElected} or {@link ManagementCommitteeFormed}; {@link Committee} is its fold.
 *
 * @since 0.1.0
 */
public sealed interface CommitteeEvent extends DomainEvent {

    /**
     * The owners elected their committee.
     *
     * @param community whose owners
     * @param meeting the owners' meeting
     * @param motion the motion that passed
     * @param agreedSeats how many seats the rules of procedure have
     * @param leastMembers below how many the body is no longer lawful
     * @param members who was elected; their number is the full number
     * @param alternates who follows, in this order
     * @param electedOn the first day of the term
     * @param termEndExclusive the first day after the term
     * @param occurredAt when it was recorded
     */
    record CommitteeElected(
            CommunityId community,
            MeetingId meeting,
            MotionId motion,
            int agreedSeats,
            int leastMembers,
            List<Member> members,
            List<PersonId> alternates,
            LocalDate electedOn,
            LocalDate termEndExclusive,
            Instant occurredAt)
            implements CommitteeEvent {
        /** Copies the lists. */
        public CommitteeElected {
            members = List.copyOf(members);
            alternates = List.copyOf(alternates);
        }
    }

    /**
     * The street office formed a property management committee.
     *
     * @param community whose owners
     * @param ground why there is no owners' committee
     * @param leastMembers below how many the body is no longer lawful
     * @param members who; their number is the full number
     * @param chair who takes the chair
     * @param deputies who stands in for the chair
     * @param formedOn the first day of the term
     * @param termEndExclusive the first day after the term
     * @param occurredAt when it was recorded
     */
    record ManagementCommitteeFormed(
            CommunityId community,
            Ground ground,
            int leastMembers,
            List<Member> members,
            PersonId chair,
            List<PersonId> deputies,
            LocalDate formedOn,
            LocalDate termEndExclusive,
            Instant occurredAt)
            implements CommitteeEvent {
        /** Copies the lists. */
        public ManagementCommitteeFormed {
            members = List.copyOf(members);
            deputies = List.copyOf(deputies);
        }
    }

    /**
     * The members chose their chair and deputies.
     *
     * @param community whose owners
     * @param chair who takes the chair
     * @param deputies who stands in for the chair
     * @param chosenOn the day
     * @param occurredAt when it was recorded
     */
    record OfficersChosen(
            CommunityId community,
            PersonId chair,
            List<PersonId> deputies,
            LocalDate chosenOn,
            Instant occurredAt)
            implements CommitteeEvent {
        /** Copies the deputies. */
        public OfficersChosen {
            deputies = List.copyOf(deputies);
        }
    }

    /**
     * The body as it then stood was filed (备案).
     *
     * @param community whose owners
     * @param office with whom
     * @param filedOn the day
     * @param occurredAt when it was recorded
     */
    record CommitteeFiled(
            CommunityId community, FilingOffice office, LocalDate filedOn, Instant occurredAt)
            implements CommitteeEvent {}

    /**
     * A session was called.
     *
     * @param community whose owners
     * @param session once within the community
     * @param callers the chair, a deputy, or the members who demand it
     * @param items the agenda
     * @param announcedOn when the agenda was published and the residents' committee told
     * @param heldOn the day of the session
     * @param occurredAt when it was recorded
     */
    record SessionCalled(
            CommunityId community,
            MeetingId session,
            SortedSet<PersonId> callers,
            List<Item> items,
            LocalDate announcedOn,
            LocalDate heldOn,
            Instant occurredAt)
            implements CommitteeEvent {
        /** Copies callers and items. */
        public SessionCalled {
            callers = copy(callers);
            items = List.copyOf(items);
        }
    }

    /**
     * A session was held, with a quorum or without; without one it decides nothing.
     *
     * @param community whose owners
     * @param session which
     * @param present who attended in person
     * @param represented who attended by proxy
     * @param occurredAt when it was recorded
     */
    record SessionHeld(
            CommunityId community,
            MeetingId session,
            SortedSet<PersonId> present,
            SortedSet<PersonId> represented,
            Instant occurredAt)
            implements CommitteeEvent {
        /** Copies the attendance. */
        public SessionHeld {
            present = copy(present);
            represented = copy(represented);
        }
    }

    /**
     * An item was adopted by enough signatures.
     *
     * @param community whose owners
     * @param session at which session
     * @param item which item of its agenda
     * @param approvals who signed in favour
     * @param occurredAt when it was recorded
     */
    record ItemAdopted(
            CommunityId community,
            MeetingId session,
            MotionId item,
            SortedSet<PersonId> approvals,
            Instant occurredAt)
            implements CommitteeEvent {
        /** Copies the approvals. */
        public ItemAdopted {
            approvals = copy(approvals);
        }
    }

    /**
     * What a session decided was published and taken down again.
     *
     * @param community whose owners
     * @param session which
     * @param publishedOn the first day of the display
     * @param workingDaysShown how long it was displayed, counted by the host's calendar
     * @param occurredAt when it was recorded
     */
    record SessionPublished(
            CommunityId community,
            MeetingId session,
            LocalDate publishedOn,
            int workingDaysShown,
            Instant occurredAt)
            implements CommitteeEvent {}

    /**
     * A membership ended.
     *
     * @param community whose owners
     * @param person whose
     * @param departure why
     * @param leftOn the first day no longer a member
     * @param occurredAt when it was recorded
     */
    record MemberLeft(
            CommunityId community,
            PersonId person,
            Departure departure,
            LocalDate leftOn,
            Instant occurredAt)
            implements CommitteeEvent {}

    /**
     * A recall was proposed to the owners' meeting.
     *
     * @param community whose owners
     * @param person whose recall
     * @param proposers members who propose it
     * @param owners how many owners propose it
     * @param ownersInAll how many owners there are
     * @param occurredAt when it was recorded
     */
    record RecallProposed(
            CommunityId community,
            PersonId person,
            SortedSet<PersonId> proposers,
            long owners,
            long ownersInAll,
            Instant occurredAt)
            implements CommitteeEvent {
        /** Copies the proposers. */
        public RecallProposed {
            proposers = copy(proposers);
        }
    }

    /**
     * A member who missed too many sessions may not act until the owners have decided.
     *
     * @param community whose owners
     * @param person who
     * @param suspendedOn the first day
     * @param occurredAt when it was recorded
     */
    record MemberSuspended(
            CommunityId community, PersonId person, LocalDate suspendedOn, Instant occurredAt)
            implements CommitteeEvent {}

    /**
     * A free seat was filled by the next alternate, by the owners, or by the side that sends the
     * member.
     *
     * @param community whose owners
     * @param member who
     * @param seatedOn the first day
     * @param occurredAt when it was recorded
     */
    record MemberSeated(
            CommunityId community, Member member, LocalDate seatedOn, Instant occurredAt)
            implements CommitteeEvent {}

    /**
     * A seal was used.
     *
     * @param community whose owners
     * @param use for what, and who signed
     * @param usedOn the day
     * @param occurredAt when it was recorded
     */
    record SealUsed(CommunityId community, SealUse use, LocalDate usedOn, Instant occurredAt)
            implements CommitteeEvent {}

    /**
     * The use of the seals up to a day was published.
     *
     * @param community whose owners
     * @param publishedOn up to and including this day
     * @param occurredAt when it was recorded
     */
    record SealUsePublished(CommunityId community, LocalDate publishedOn, Instant occurredAt)
            implements CommitteeEvent {}

    /**
     * The coming end of the term was reported to the street office.
     *
     * @param community whose owners
     * @param reportedOn the day
     * @param occurredAt when it was recorded
     */
    record TermEndReported(CommunityId community, LocalDate reportedOn, Instant occurredAt)
            implements CommitteeEvent {}

    /**
     * The next body came into being; the powers of this one end.
     *
     * @param community whose owners
     * @param electedOn the day of its election
     * @param filedOn the day on which it was filed
     * @param powersEndOn the first day without powers of this one
     * @param occurredAt when it was recorded
     */
    record SuccessorRecorded(
            CommunityId community,
            LocalDate electedOn,
            LocalDate filedOn,
            LocalDate powersEndOn,
            Instant occurredAt)
            implements CommitteeEvent {}

    /**
     * The body was dissolved.
     *
     * @param community whose owners
     * @param dissolvedOn the first day without it
     * @param occurredAt when it was recorded
     */
    record CommitteeDissolved(CommunityId community, LocalDate dissolvedOn, Instant occurredAt)
            implements CommitteeEvent {}

    /**
     * A member who had left handed over what that member kept.
     *
     * @param community whose owners
     * @param person who
     * @param handedOverOn the day
     * @param occurredAt when it was recorded
     */
    record LeaverHandedOver(
            CommunityId community, PersonId person, LocalDate handedOverOn, Instant occurredAt)
            implements CommitteeEvent {}

    /**
     * The body handed over a part of what it kept.
     *
     * @param community whose owners
     * @param estate what was handed over
     * @param handedOverOn the day
     * @param occurredAt when it was recorded
     */
    record EstateHandedOver(
            CommunityId community,
            SortedSet<Estate> estate,
            LocalDate handedOverOn,
            Instant occurredAt)
            implements CommitteeEvent {
        /** Copies what was handed over. */
        public EstateHandedOver {
            estate = copy(estate);
        }
    }

    /** What a body and its members keep for the owners. */
    enum Estate {
        /** Minutes, files and lists. */
        PAPERS,
        /** The seals. */
        SEALS,
        /** Account books and vouchers. */
        ACCOUNTS,
        /** Things that belong to all owners. */
        PROPERTY
    }

    private static <T> SortedSet<T> copy(SortedSet<T> set) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(set));
    }
}
