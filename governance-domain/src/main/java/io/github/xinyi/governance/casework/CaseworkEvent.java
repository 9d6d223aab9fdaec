package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.SquadId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.voting.Matter;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/**
 * What happens in a case; the names of the components are a stored form.
 *
 * @since 0.1.0
 */
public sealed interface CaseworkEvent extends DomainEvent {

    /**
     * A case was opened.
     *
     * @param community where
     * @param occurredAt when
     * @param caseId its name
     * @param title what it is about, for everybody to read; no personal data
     * @param matters which of the nine matters it touches; empty if none
     * @param units the units concerned
     */
    record CaseOpened(
            CommunityId community,
            Instant occurredAt,
            CaseId caseId,
            String title,
            SortedSet<Matter> matters,
            SortedSet<UnitId> units)
            implements CaseworkEvent {}

    /**
     * A squad (入户专班) was formed.
     *
     * @param community where
     * @param occurredAt when
     * @param squad its name
     * @param members who visits
     * @param units whom they visit
     */
    record SquadFormed(
            CommunityId community,
            Instant occurredAt,
            SquadId squad,
            SortedSet<PersonId> members,
            SortedSet<UnitId> units)
            implements CaseworkEvent {}

    /**
     * A unit was visited; the last visit counts.
     *
     * @param community where
     * @param occurredAt when
     * @param unit the unit
     * @param visitor a member of its squad
     * @param result what it came to
     * @param note what was said; not for the public
     */
    record UnitVisited(
            CommunityId community,
            Instant occurredAt,
            UnitId unit,
            PersonId visitor,
            ContactResult result,
            String note)
            implements CaseworkEvent {}

    /**
     * The collection of opinions was ended.
     *
     * @param community where
     * @param occurredAt when
     */
    record OpinionsCollected(CommunityId community, Instant occurredAt) implements CaseworkEvent {}

    /**
     * Items were consulted on (协商).
     *
     * @param community where
     * @param occurredAt when
     * @param items the names of the items
     * @param minutesDigest SHA-256 of the minutes, in hexadecimal
     */
    record ItemsConsulted(
            CommunityId community, Instant occurredAt, List<String> items, String minutesDigest)
            implements CaseworkEvent {}

    /**
     * What was consulted on was disclosed (协商公开).
     *
     * @param community where
     * @param occurredAt when
     * @param item the item
     * @param place where it can be read
     */
    record ItemDisclosed(CommunityId community, Instant occurredAt, String item, String place)
            implements CaseworkEvent {}

    /**
     * The owners adopted a matter of the case.
     *
     * @param community where
     * @param occurredAt when it was noted here
     * @param matter which of the nine
     * @param meeting the meeting
     * @param motion the motion
     */
    record OwnersDecided(
            CommunityId community,
            Instant occurredAt,
            Matter matter,
            MeetingId meeting,
            MotionId motion)
            implements CaseworkEvent {}

    /**
     * A body decided what is no owners' matter.
     *
     * @param community where
     * @param occurredAt when
     * @param body who, for example {@code 业主委员会}
     * @param minutesDigest SHA-256 of the minutes, in hexadecimal
     */
    record BodyDecided(CommunityId community, Instant occurredAt, String body, String minutesDigest)
            implements CaseworkEvent {}

    /**
     * The owners did not adopt a matter of the case, which ends it.
     *
     * @param community where
     * @param occurredAt when it was noted here
     * @param matter which of the nine
     * @param meeting the meeting
     * @param motion the motion
     */
    record OwnersDeclined(
            CommunityId community,
            Instant occurredAt,
            Matter matter,
            MeetingId meeting,
            MotionId motion)
            implements CaseworkEvent {}

    /**
     * Work went on.
     *
     * @param community where
     * @param occurredAt when
     * @param report what was done, for everybody to read; no personal data
     * @param done how much of the work is done in all
     * @param photos SHA-256 of each photo, in hexadecimal
     */
    record WorkProgressed(
            CommunityId community,
            Instant occurredAt,
            String report,
            Ratio done,
            List<String> photos)
            implements CaseworkEvent {}

    /**
     * A payment was made for the case.
     *
     * @param community where
     * @param occurredAt when
     * @param disbursement its number in the accounts
     */
    record SpendingNamed(CommunityId community, Instant occurredAt, String disbursement)
            implements CaseworkEvent {}

    /**
     * All work was done.
     *
     * @param community where
     * @param occurredAt when
     */
    record WorkFinished(CommunityId community, Instant occurredAt) implements CaseworkEvent {}

    /**
     * A dispute came up, again if it was settled before.
     *
     * @param community where
     * @param occurredAt when
     * @param dispute its case in the grid
     */
    record DisputeRaised(CommunityId community, Instant occurredAt, CaseId dispute)
            implements CaseworkEvent {}

    /**
     * A dispute ended.
     *
     * @param community where
     * @param occurredAt when
     * @param dispute its case in the grid
     * @param ending by agreement, or handed on
     */
    record DisputeEnded(CommunityId community, Instant occurredAt, CaseId dispute, Ending ending)
            implements CaseworkEvent {}

    /** How a dispute ends. */
    enum Ending {
        /** The parties agreed (化解). */
        AGREEMENT,
        /** It was handed to an authority or a court. */
        ESCALATION
    }

    /**
     * A unit rated the result.
     *
     * @param community where
     * @param occurredAt when
     * @param unit the unit
     * @param rating 1 to 5
     */
    record ResultRated(CommunityId community, Instant occurredAt, UnitId unit, int rating)
            implements CaseworkEvent {}

    /**
     * The case was closed.
     *
     * @param community where
     * @param occurredAt when
     */
    record CaseClosed(CommunityId community, Instant occurredAt) implements CaseworkEvent {}
}
