package io.github.xinyi.governance.conference;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.ActionItemId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What can happen at the conferences of a community, for example {@link AttendanceRecorded}.
 *
 * <p>An event is first proposed to {@link Conferences#propose}, which names every rule against it;
 * once accepted it is appended and never changed. Days are those of Asia/Shanghai.
 *
 * @since 0.1.0
 */
public sealed interface ConferenceEvent extends DomainEvent {

    /** Why a conference is held. */
    enum Kind {
        /** In its turn, called by the convener (例会). */
        ORDINARY,
        /** Because a party asked for it (临时会议). */
        EXTRA
    }

    /** What a conference did with an open action item. */
    enum Dealing {
        /** It heard how the work stands; the deadline stays (报告进展). */
        REPORTED,
        /** It set a later deadline (延期). */
        EXTENDED,
        /** It found the work done or no longer needed (销项). */
        CLOSED
    }

    /** What a task is for. */
    enum Purpose {
        /** Business of the parties themselves. */
        OWN_BUSINESS,
        /**
         * It prepares what the owners are to decide, or carries out what they have decided; nothing
         * of it is decided by the task (为业主共同决定做准备或者执行其决定).
         */
        FOR_THE_OWNERS
    }

    /**
     * A community took over a pattern; it holds for what is called from then on.
     *
     * @param community where
     * @param pattern parties, convener and figures with their sources
     * @param occurredAt when
     */
    record PatternAdopted(CommunityId community, ConferencePattern pattern, Instant occurredAt)
            implements ConferenceEvent {}

    /**
     * A conference was called.
     *
     * @param community where
     * @param meeting its identifier
     * @param kind in its turn or on request
     * @param requestedBy the party that asked; the convener for an ordinary one
     * @param requestedOn the day on which it asked
     * @param heldOn the day on which it is to be held
     * @param occurredAt when it was called
     */
    record ConferenceCalled(
            CommunityId community,
            MeetingId meeting,
            Kind kind,
            Party requestedBy,
            LocalDate requestedOn,
            LocalDate heldOn,
            Instant occurredAt)
            implements ConferenceEvent {}

    /**
     * A party asked for an extra conference; it stands open until one is held for it.
     *
     * @param community where
     * @param by the party
     * @param askedOn the day
     * @param reason why; free text
     * @param occurredAt when it was recorded
     */
    record ExtraRequested(
            CommunityId community, Party by, LocalDate askedOn, Wording reason, Instant occurredAt)
            implements ConferenceEvent {}

    /**
     * The agenda was sent to all parties; open action items need no place on it, they are carried.
     *
     * @param community where
     * @param meeting the conference
     * @param items 1 to {@link Conferences#MAX_AGENDA}, numbered from 1 in this order
     * @param declaredBy who sends it for the convener, and answers for it that no item is any more
     *     of the owners' business than it says
     * @param occurredAt when it was sent
     */
    record AgendaSent(
            CommunityId community,
            MeetingId meeting,
            List<AgendaItem> items,
            PersonId declaredBy,
            Instant occurredAt)
            implements ConferenceEvent {

        /** Copies the items. */
        public AgendaSent {
            items = List.copyOf(items);
        }
    }

    /**
     * A party came.
     *
     * @param community where
     * @param meeting the conference
     * @param party which party
     * @param representative who spoke for it
     * @param occurredAt when
     */
    record AttendanceRecorded(
            CommunityId community,
            MeetingId meeting,
            Party party,
            PersonId representative,
            Instant occurredAt)
            implements ConferenceEvent {}

    /**
     * A conference with a quorum began.
     *
     * @param community where
     * @param meeting the conference
     * @param occurredAt when
     */
    record ConferenceOpened(CommunityId community, MeetingId meeting, Instant occurredAt)
            implements ConferenceEvent {}

    /**
     * A conference was not held, for want of a quorum or another reason, or was broken off with a
     * carried task left.
     *
     * @param community where
     * @param meeting the conference
     * @param reason why
     * @param occurredAt when
     */
    record ConferenceLapsed(
            CommunityId community, MeetingId meeting, Wording reason, Instant occurredAt)
            implements ConferenceEvent {}

    /**
     * The parties agreed on something that is theirs to decide.
     *
     * @param community where
     * @param meeting the conference
     * @param agendaNumber the item of the agenda, from 1
     * @param decision what was decided
     * @param occurredAt when
     */
    record DecisionTaken(
            CommunityId community,
            MeetingId meeting,
            int agendaNumber,
            Wording decision,
            Instant occurredAt)
            implements ConferenceEvent {}

    /**
     * A task was given to a party and a person of it.
     *
     * @param community where
     * @param meeting the conference that gave it
     * @param agendaNumber the item of the agenda that it comes from, from 1
     * @param item its identifier, once in the community
     * @param purpose what it is for; under an item of the owners' business only for the owners
     * @param task what is to be done
     * @param owner the party that answers for it
     * @param person who of that party
     * @param deadline the last day
     * @param occurredAt when
     */
    record ActionItemRaised(
            CommunityId community,
            MeetingId meeting,
            int agendaNumber,
            ActionItemId item,
            Purpose purpose,
            Wording task,
            Party owner,
            PersonId person,
            LocalDate deadline,
            Instant occurredAt)
            implements ConferenceEvent {}

    /**
     * A conference dealt with a task of an earlier one.
     *
     * @param community where
     * @param meeting the conference that dealt with it
     * @param item the task
     * @param dealing what it did
     * @param note the report, the reason or the result
     * @param deadline the deadline from now on; unchanged unless it was extended
     * @param occurredAt when
     */
    record ActionItemDealtWith(
            CommunityId community,
            MeetingId meeting,
            ActionItemId item,
            Dealing dealing,
            Wording note,
            LocalDate deadline,
            Instant occurredAt)
            implements ConferenceEvent {}

    /**
     * A conference came to its end; every carried task had been dealt with.
     *
     * @param community where
     * @param meeting the conference
     * @param occurredAt when
     */
    record AgendaClosed(CommunityId community, MeetingId meeting, Instant occurredAt)
            implements ConferenceEvent {}

    /**
     * The minutes were laid down; they never change.
     *
     * @param community where
     * @param meeting the conference
     * @param text what the records of attendance, decisions and tasks do not say
     * @param digest as {@link Conferences#minutesDigest} computes it
     * @param occurredAt when
     */
    record MinutesRecorded(
            CommunityId community,
            MeetingId meeting,
            Wording text,
            PaperDigest digest,
            Instant occurredAt)
            implements ConferenceEvent {}

    /**
     * A correction was added behind the minutes.
     *
     * @param community where
     * @param meeting the conference
     * @param text the correction
     * @param digest as {@link Conferences#addendumDigest} computes it over all that stands before
     * @param occurredAt when
     */
    record AddendumRecorded(
            CommunityId community,
            MeetingId meeting,
            Wording text,
            PaperDigest digest,
            Instant occurredAt)
            implements ConferenceEvent {}

    /**
     * The representative of a party signed the minutes or an addendum.
     *
     * @param community where
     * @param meeting the conference
     * @param party for which party
     * @param signer who represented it there
     * @param digest what was signed
     * @param occurredAt when
     */
    record MinutesSigned(
            CommunityId community,
            MeetingId meeting,
            Party party,
            PersonId signer,
            PaperDigest digest,
            Instant occurredAt)
            implements ConferenceEvent {}

    /**
     * The representative of a party refused to sign the minutes or an addendum (拒绝签字); the party
     * may still sign later.
     *
     * @param community where
     * @param meeting the conference
     * @param party which party
     * @param representative who represented it there
     * @param digest what was not signed
     * @param reason the reason given, or that none was
     * @param occurredAt when
     */
    record SignatureRefused(
            CommunityId community,
            MeetingId meeting,
            Party party,
            PersonId representative,
            PaperDigest digest,
            Wording reason,
            Instant occurredAt)
            implements ConferenceEvent {}
}
