package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.Founding.Appointment;
import io.github.xinyi.governance.committee.Founding.Size;
import io.github.xinyi.governance.committee.Founding.Slate;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Option.Departure;
import io.github.xinyi.governance.committee.Option.FilingOffice;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.FloorArea;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
     * @param size how large the community was
     * @param slate who was elected to how many seats; those elected are the full number
     * @param term the days of office
     * @param mandates by which motions, at least one: lists of one meeting, or an election by names
     *     and its run-offs in the order held
     * @param occurredAt when it was recorded
     */
    record CommitteeElected(
            CommunityId community,
            Size size,
            Slate slate,
            EffectivePeriod term,
            List<SeatMandate> mandates,
            Instant occurredAt)
            implements CommitteeEvent {
        /** Copies the mandates. */
        public CommitteeElected {
            mandates = List.copyOf(mandates);
        }
    }

    /**
     * The street office formed a property management committee.
     *
     * @param community whose owners
     * @param size how large the community was
     * @param appointment why, with which officers, on which application
     * @param slate who was appointed; their number is the full number
     * @param term the days of office
     * @param occurredAt when it was recorded
     */
    record ManagementCommitteeFormed(
            CommunityId community,
            Size size,
            Appointment appointment,
            Slate slate,
            EffectivePeriod term,
            Instant occurredAt)
            implements CommitteeEvent {}

    /**
     * The members chose their chair and deputies.
     *
     * @param community whose owners
     * @param chair who takes the chair
     * @param deputies who stands in for the chair, at most {@link Founding#MAX_SEATS}
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
        /** Copies the deputies and refuses more than there can be members. */
        public OfficersChosen {
            deputies = List.copyOf(deputies);
            if (deputies.size() > Founding.MAX_SEATS) {
                throw new IllegalArgumentException(deputies.size() + " deputies");
            }
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
     * @param items the agenda, 1 to {@link Acting#MAX_ITEMS}
     * @param announcedOn when the agenda was published and the residents' committee told
     * @param heldOn the day of the session
     * @param occurredAt when it was recorded; the days of notice are counted from this day
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
        /** Copies callers and items and refuses an agenda that no call can have. */
        public SessionCalled {
            callers = copy(callers);
            items = List.copyOf(items);
            if (items.isEmpty() || items.size() > Acting.MAX_ITEMS) {
                throw new IllegalArgumentException("agenda of " + items.size() + " items");
            }
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
     * Members demanded a session.
     *
     * @param community whose owners
     * @param members who demand it
     * @param demandedOn when they did
     * @param occurredAt when it was recorded
     */
    record SessionDemanded(
            CommunityId community,
            SortedSet<PersonId> members,
            LocalDate demandedOn,
            Instant occurredAt)
            implements CommitteeEvent {
        /** Copies the members. */
        public SessionDemanded {
            members = copy(members);
        }
    }

    /**
     * What a session decided was published and taken down again.
     *
     * @param community whose owners
     * @param session which
     * @param publishedOn the first day of the display
     * @param workingDaysShown how many working days it was displayed by the host's calendar; 0
     *     where the last day is known instead
     * @param lastShownOn the last day of the display; none or one
     * @param occurredAt when it was recorded
     */
    record SessionPublished(
            CommunityId community,
            MeetingId session,
            LocalDate publishedOn,
            int workingDaysShown,
            List<LocalDate> lastShownOn,
            Instant occurredAt)
            implements CommitteeEvent {
        /** Copies the day. */
        public SessionPublished {
            lastShownOn = List.copyOf(lastShownOn);
            if (lastShownOn.size() > 1) {
                throw new IllegalArgumentException("last days: " + lastShownOn);
            }
        }
    }

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
     * @param area what those owners own; none where it was not stated, or one
     * @param occurredAt when it was recorded
     */
    record RecallProposed(
            CommunityId community,
            PersonId person,
            SortedSet<PersonId> proposers,
            long owners,
            long ownersInAll,
            List<OwnersArea> area,
            Instant occurredAt)
            implements CommitteeEvent {
        /** Copies the proposers and the area, and refuses a second area. */
        public RecallProposed {
            proposers = copy(proposers);
            area = List.copyOf(area);
            if (area.size() > 1) {
                throw new IllegalArgumentException("areas: " + area);
            }
        }
    }

    /**
     * A paper that proposes a recall came in. Nothing follows from it, whoever stands behind it: a
     * recall is open only from {@link RecallProposed} on.
     *
     * @param community whose owners
     * @param person whose recall
     * @param proposers who propose it as members, whether they are members or not
     * @param owners how many owners propose it, at most all
     * @param ownersInAll how many owners there are
     * @param area what those owners own; none where it was not stated, or one
     * @param receivedOn the day on which it came in
     * @param occurredAt when it was recorded
     */
    record RecallReceived(
            CommunityId community,
            PersonId person,
            SortedSet<PersonId> proposers,
            long owners,
            long ownersInAll,
            List<OwnersArea> area,
            LocalDate receivedOn,
            Instant occurredAt)
            implements CommitteeEvent {
        /** Copies the proposers and the area, and refuses figures that no paper can have. */
        public RecallReceived {
            proposers = copy(proposers);
            area = List.copyOf(area);
            if (area.size() > 1) {
                throw new IllegalArgumentException("areas: " + area);
            }
            if (owners < 0 || owners > ownersInAll) {
                throw new IllegalArgumentException(owners + " of " + ownersInAll + " owners");
            }
        }

        /** Whether another record is of this paper, whenever the two were made. */
        boolean isSamePaper(RecallReceived other) {
            return person.equals(other.person)
                    && receivedOn.equals(other.receivedOn)
                    && proposers.equals(other.proposers)
                    && owners == other.owners
                    && ownersInAll == other.ownersInAll
                    && area.equals(other.area);
        }

        /** The same paper as a proposal of some members, to ask whether they are enough. */
        RecallProposed proposedBy(SortedSet<PersonId> members) {
            return new RecallProposed(
                    community, person, members, owners, ownersInAll, area, occurredAt);
        }
    }

    /**
     * What some owners own of all, for example 12,000.00 of 60,000.00 m².
     *
     * @param part their exclusive area
     * @param whole that of all owners
     */
    record OwnersArea(FloorArea part, FloorArea whole) {
        /** Refuses a part above the whole. */
        public OwnersArea {
            if (part.compareTo(whole) > 0) {
                throw new IllegalArgumentException(part + " of " + whole + " m²");
            }
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
     * The owners voted on the recall of a member and rejected it.
     *
     * @param community whose owners
     * @param person who
     * @param rejected by which vote
     * @param occurredAt when it was recorded
     */
    record RecallRejected(
            CommunityId community, PersonId person, RejectedRecall rejected, Instant occurredAt)
            implements CommitteeEvent {}

    /**
     * A suspension ended, since the owners voted on the recall and rejected it.
     *
     * @param community whose owners
     * @param person who
     * @param rejected by which vote
     * @param liftedOn the first day on which the member acts again
     * @param occurredAt when it was recorded
     */
    record SuspensionLifted(
            CommunityId community,
            PersonId person,
            RejectedRecall rejected,
            LocalDate liftedOn,
            Instant occurredAt)
            implements CommitteeEvent {}

    /**
     * The owners recalled a member.
     *
     * @param community whose owners
     * @param person whom
     * @param mandate by which motion
     * @param leftOn the first day no longer a member
     * @param occurredAt when it was recorded
     */
    record MemberRecalled(
            CommunityId community,
            PersonId person,
            SeatMandate mandate,
            LocalDate leftOn,
            Instant occurredAt)
            implements CommitteeEvent {}

    /**
     * The next alternate took a free seat.
     *
     * @param community whose owners
     * @param alternate who
     * @param seatedOn the first day
     * @param occurredAt when it was recorded
     */
    record AlternateSeated(
            CommunityId community, Candidacy alternate, LocalDate seatedOn, Instant occurredAt)
            implements CommitteeEvent {}

    /**
     * The owners filled a free seat.
     *
     * @param community whose owners
     * @param elected who
     * @param mandate by which motion
     * @param seatedOn the first day
     * @param occurredAt when it was recorded
     */
    record MemberElected(
            CommunityId community,
            Candidacy elected,
            SeatMandate mandate,
            LocalDate seatedOn,
            Instant occurredAt)
            implements CommitteeEvent {}

    /**
     * The street office filled a free seat of a property management committee.
     *
     * @param community whose owners
     * @param sent who
     * @param seatedOn the first day
     * @param occurredAt when it was recorded
     */
    record MemberSent(CommunityId community, Candidacy sent, LocalDate seatedOn, Instant occurredAt)
            implements CommitteeEvent {}

    /**
     * Who a member is that takes another's place was shown to all owners (公示).
     *
     * @param community whose owners
     * @param person who
     * @param shownOn the day of posting
     * @param lastShownOn the last day of the display
     * @param occurredAt when it was recorded
     */
    record ReplacementDisplayed(
            CommunityId community,
            PersonId person,
            LocalDate shownOn,
            LocalDate lastShownOn,
            Instant occurredAt)
            implements CommitteeEvent {

        /** How many days it was shown; the day of posting does not count. */
        long days() {
            return ChronoUnit.DAYS.between(shownOn, lastShownOn);
        }
    }

    /**
     * A seal was used.
     *
     * @param community whose owners
     * @param use for what, and who signed
     * @param behind the resolution for the seal of the owners' meeting; none for the body's own
     * @param usedOn the day
     * @param occurredAt when it was recorded
     */
    record SealUsed(
            CommunityId community,
            SealUse use,
            List<AdoptedMotion> behind,
            LocalDate usedOn,
            Instant occurredAt)
            implements CommitteeEvent {
        /** Copies the resolution. */
        public SealUsed {
            behind = List.copyOf(behind);
        }
    }

    /**
     * A decision of the owners or of the body was annulled (撤销) and backs nothing any more.
     *
     * @param community whose owners
     * @param decision which
     * @param annuller who annulled it
     * @param annulledOn the day
     * @param occurredAt when it was recorded
     */
    record DecisionAnnulled(
            CommunityId community,
            AdoptedMotion.Decision decision,
            Annuller annuller,
            LocalDate annulledOn,
            Instant occurredAt)
            implements CommitteeEvent {}

    /** Who can annul a decision. */
    enum Annuller {
        /** A court, on the suit of an owner (Civil Code art. 280 para. 2). */
        COURT,
        /** The housing department of the county or district (PMR art. 19 para. 2). */
        HOUSING_DEPARTMENT,
        /** The street office or township government (PMR art. 19 para. 2). */
        STREET_OFFICE
    }

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
     * The next body came into being and was filed; the powers of this one end.
     *
     * @param community whose owners
     * @param kind which kind of body it is
     * @param foundedOn the day of its election or formation
     * @param beginsOn the first day of its term
     * @param filedOn the day on which it was filed with the last office
     * @param occurredAt when it was recorded
     */
    record SuccessorRecorded(
            CommunityId community,
            Kind kind,
            LocalDate foundedOn,
            LocalDate beginsOn,
            LocalDate filedOn,
            Instant occurredAt)
            implements CommitteeEvent {}

    /**
     * The body was dissolved.
     *
     * @param community whose owners
     * @param reason why
     * @param dissolvedOn the first day without it
     * @param occurredAt when it was recorded
     */
    record CommitteeDissolved(
            CommunityId community, Dissolution reason, LocalDate dissolvedOn, Instant occurredAt)
            implements CommitteeEvent {}

    /** Why a body is dissolved. */
    enum Dissolution {
        /** The owners' committee was elected and filed; only for the other kind of body. */
        OWNERS_COMMITTEE_FILED,
        /** The area was redrawn or the buildings are gone (物业管理区域调整、房屋灭失). */
        AREA_GONE
    }

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
     * @param estate what was handed over; a part of which there was nothing is named all the same
     * @param receiver to whom
     * @param handedOverOn the day
     * @param occurredAt when it was recorded
     */
    record EstateHandedOver(
            CommunityId community,
            SortedSet<Estate> estate,
            Receiver receiver,
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
        PROPERTY,
        /** Money of all owners, in cash or in an account. */
        MONEY
    }

    /** Who takes over what a body kept. */
    enum Receiver {
        /** The body that was recorded as the next one. */
        NEXT_BODY,
        /** A property management committee, where no next body was elected. */
        PROPERTY_MANAGEMENT_COMMITTEE,
        /** The residents' or villagers' committee, where there is neither. */
        RESIDENTS_COMMITTEE,
        /** The street office or township government, for the seal of a body that it formed. */
        STREET_OFFICE
    }

    private static <T> SortedSet<T> copy(SortedSet<T> set) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(set));
    }
}
