package io.github.xinyi.governance.party;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.BranchId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What happened to members and branches; {@link #community} is the host's identifier of the street
 * or district whose register it is.
 *
 * @since 0.1.0
 */
public sealed interface PartyEvent extends DomainEvent {

    /**
     * The first day on which it holds.
     *
     * @return the day
     */
    LocalDate from();

    /**
     * A member belongs to a community from a day on, and to no other one any more.
     *
     * @param community whose register it is
     * @param occurredAt when it was recorded
     * @param member the member
     * @param home the residential community
     * @param membership what the member is there
     * @param from the first day
     */
    record MemberPlaced(
            CommunityId community,
            Instant occurredAt,
            PersonId member,
            CommunityId home,
            Membership membership,
            LocalDate from)
            implements PartyEvent {}

    /**
     * A member belongs to no community of the register any more.
     *
     * @param community whose register it is
     * @param occurredAt when it was recorded
     * @param member the member
     * @param from the first day without
     */
    record MemberLeft(CommunityId community, Instant occurredAt, PersonId member, LocalDate from)
            implements PartyEvent {}

    /**
     * Communities are organised in a form from a day on; what stood for them before ends.
     *
     * @param community whose register it is
     * @param occurredAt when it was recorded
     * @param form any but {@link BranchForm#INSTRUCTOR_SENT}
     * @param branch the branch, the host's where they are attached to one
     * @param communities one, or several for a joint branch
     * @param from the first day
     */
    record BranchPlaced(
            CommunityId community,
            Instant occurredAt,
            BranchForm form,
            BranchId branch,
            SortedSet<CommunityId> communities,
            LocalDate from)
            implements PartyEvent {

        /** Copies the communities. */
        public BranchPlaced {
            communities = Collections.unmodifiableSortedSet(new TreeSet<>(communities));
        }
    }

    /**
     * An instructor is sent to a community without members; what stood for it before ends.
     *
     * @param community whose register it is
     * @param occurredAt when it was recorded
     * @param instructor who is sent
     * @param home the community
     * @param from the first day
     */
    record InstructorSent(
            CommunityId community,
            Instant occurredAt,
            PersonId instructor,
            CommunityId home,
            LocalDate from)
            implements PartyEvent {}
}
