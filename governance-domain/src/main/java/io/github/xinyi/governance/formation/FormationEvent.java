package io.github.xinyi.governance.formation;

import io.github.xinyi.governance.committee.Member;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.proceeding.FirstMeeting.Delivery;
import io.github.xinyi.governance.ruling.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What happened on the way to the first owners' meeting of a community.
 *
 * @since 0.1.0
 */
public sealed interface FormationEvent extends DomainEvent {

    /**
     * The day on which it happened, which may be before it was recorded.
     *
     * @return the day
     */
    LocalDate day();

    /**
     * What the law asks of this step, besides its place in the order and in time.
     *
     * @param before how far the community had come
     * @param clauses the law in force on the day of the step
     * @return findings, met and not met
     */
    default List<Finding> findings(Formation before, FormationClauses clauses) {
        return List.of();
    }

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
     * @param delivery how far the homes were delivered on that day
     * @param appliedOn the day
     * @param occurredAt when it was recorded
     */
    record MeetingApplied(
            CommunityId community,
            Applicant applicant,
            HeadCount owners,
            FloorArea area,
            Delivery delivery,
            LocalDate appliedOn,
            Instant occurredAt)
            implements FormationEvent {
        @Override
        public LocalDate day() {
            return appliedOn;
        }

        @Override
        public List<Finding> findings(Formation before, FormationClauses clauses) {
            return FormationFindings.ofApplication(this, clauses);
        }
    }

    /**
     * The preparatory group was formed.
     *
     * @param community where
     * @param members who, 1 to {@link Formation#MAX_GROUP}
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
        /** Copies the members and checks their number. */
        public GroupFormed {
            members = List.copyOf(members);
            if (members.isEmpty() || members.size() > Formation.MAX_GROUP) {
                throw new IllegalArgumentException("a group of " + members.size());
            }
        }

        @Override
        public LocalDate day() {
            return formedOn;
        }

        @Override
        public List<Finding> findings(Formation before, FormationClauses clauses) {
            return FormationFindings.ofGroup(this, clauses);
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
            implements FormationEvent {
        @Override
        public LocalDate day() {
            return publishedOn;
        }
    }

    /**
     * What the meeting is to decide on was published.
     *
     * @param community where
     * @param publishedOn the day
     * @param occurredAt when it was recorded
     */
    record ContentsPublished(CommunityId community, LocalDate publishedOn, Instant occurredAt)
            implements FormationEvent {
        @Override
        public LocalDate day() {
            return publishedOn;
        }
    }

    /**
     * The first owners' meeting was held; its tally says what it adopted.
     *
     * @param community where
     * @param heldOn the day
     * @param occurredAt when it was recorded
     */
    record FirstMeetingHeld(CommunityId community, LocalDate heldOn, Instant occurredAt)
            implements FormationEvent {
        @Override
        public LocalDate day() {
            return heldOn;
        }

        @Override
        public List<Finding> findings(Formation before, FormationClauses clauses) {
            return List.of(
                    FormationFindings.ofMeeting(
                            this, before.dayOf(ContentsPublished.class), clauses));
        }
    }
}
