package io.github.xinyi.governance.formation;

import io.github.xinyi.governance.committee.Member;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What happened on the way to the first owners' meeting of a community.
 *
 * @since 0.1.0
 */
public sealed interface FormationEvent extends DomainEvent {

    /** Who applies. */
    enum Applicant {
        /** Owners. */
        OWNERS,
        /** The developer. */
        DEVELOPER
    }

    /**
     * An application for an owners' meeting came in.
     *
     * @param community where
     * @param applicant who applies
     * @param owners how many owners, 0 if the developer applies
     * @param area the area of those owners
     * @param appliedOn the day
     * @param occurredAt when it was recorded
     */
    record MeetingApplied(
            CommunityId community,
            Applicant applicant,
            HeadCount owners,
            FloorArea area,
            LocalDate appliedOn,
            Instant occurredAt)
            implements FormationEvent {}

    /**
     * The preparatory group was formed.
     *
     * @param community where
     * @param members who
     * @param head who leads it
     * @param formedOn the day
     * @param occurredAt when it was recorded
     */
    record GroupFormed(
            CommunityId community,
            List<Member> members,
            PersonId head,
            LocalDate formedOn,
            Instant occurredAt)
            implements FormationEvent {
        /** Copies the members. */
        public GroupFormed {
            members = List.copyOf(members);
        }
    }

    /**
     * The list of the group was published.
     *
     * @param community where
     * @param publishedOn the day
     * @param occurredAt when it was recorded
     */
    record GroupPublished(CommunityId community, LocalDate publishedOn, Instant occurredAt)
            implements FormationEvent {}

    /**
     * What the meeting is to decide on was published.
     *
     * @param community where
     * @param publishedOn the day
     * @param occurredAt when it was recorded
     */
    record ContentsPublished(CommunityId community, LocalDate publishedOn, Instant occurredAt)
            implements FormationEvent {}

    /**
     * The first owners' meeting was held; its tally says what it adopted.
     *
     * @param community where
     * @param heldOn the day
     * @param occurredAt when it was recorded
     */
    record FirstMeetingHeld(CommunityId community, LocalDate heldOn, Instant occurredAt)
            implements FormationEvent {}
}
