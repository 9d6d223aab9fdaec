package io.github.xinyi.governance.team;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.EffectivePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What happened to a team; {@link Team#from} folds these.
 *
 * @since 0.1.0
 */
public sealed interface TeamEvent extends DomainEvent {

    /**
     * The team.
     *
     * @return its identifier
     */
    TeamId team();

    /**
     * A team was formed after a pattern, which it keeps although the table may change later.
     *
     * @param community where
     * @param team its identifier
     * @param pattern the slots
     * @param contracts under which firms serve the community, each reference once; empty where the
     *     owners manage it themselves
     * @param occurredAt when
     */
    record TeamFormed(
            CommunityId community,
            TeamId team,
            TeamPattern pattern,
            List<ServiceContract> contracts,
            Instant occurredAt)
            implements TeamEvent {

        /** Copies the contracts. */
        public TeamFormed {
            contracts = List.copyOf(contracts);
        }
    }

    /**
     * A service contract was made, or the one of that reference got another term.
     *
     * @param community where
     * @param team the team
     * @param contract as it stands from now on
     * @param occurredAt when it was recorded
     */
    record ContractRecorded(
            CommunityId community, TeamId team, ServiceContract contract, Instant occurredAt)
            implements TeamEvent {}

    /**
     * Somebody was assigned to a seat or to the reserve.
     *
     * @param community where
     * @param team the team
     * @param assignment who, where, how and when
     * @param occurredAt when it was recorded
     */
    record MemberAssigned(
            CommunityId community, TeamId team, Assignment assignment, Instant occurredAt)
            implements TeamEvent {}

    /**
     * Somebody of the reserve stands in for a member.
     *
     * @param community where
     * @param team the team
     * @param assignment who stands in and when
     * @param holder whose seat it is
     * @param occurredAt when it was recorded
     */
    record SubstituteAssigned(
            CommunityId community,
            TeamId team,
            Assignment assignment,
            PersonId holder,
            Instant occurredAt)
            implements TeamEvent {}

    /**
     * An assignment ends before its term.
     *
     * @param community where
     * @param team the team
     * @param person who
     * @param slot the slot left
     * @param endExclusive the first day no longer served
     * @param reason why
     * @param occurredAt when it was recorded
     */
    record AssignmentEnded(
            CommunityId community,
            TeamId team,
            PersonId person,
            String slot,
            LocalDate endExclusive,
            Reason reason,
            Instant occurredAt)
            implements TeamEvent {

        /** Why somebody leaves. */
        public enum Reason {
            /** At the person's own wish. */
            RESIGNED,
            /** To other work. */
            TRANSFERRED,
            /** The person no longer meets what the slot asks. */
            NO_LONGER_ELIGIBLE,
            /** By whoever appointed the person. */
            RECALLED
        }
    }

    /**
     * For whom somebody of the team works, from a day on or until a day, as it was said after the
     * assignment; it takes the place of what was said before of that employer.
     *
     * @param community where
     * @param team the team
     * @param person who
     * @param employer for whom
     * @param term first day included, end excluded
     * @param declaredBy who says so and answers for it
     * @param occurredAt when it was recorded
     */
    record EmploymentDeclared(
            CommunityId community,
            TeamId team,
            PersonId person,
            PersonId employer,
            EffectivePeriod term,
            PersonId declaredBy,
            Instant occurredAt)
            implements TeamEvent {}

    /**
     * The households of the team's grid cell were counted.
     *
     * @param community where
     * @param team the team
     * @param households from 0
     * @param countedOn the day of the count
     * @param occurredAt when it was recorded
     */
    record HouseholdsCounted(
            CommunityId community,
            TeamId team,
            int households,
            LocalDate countedOn,
            Instant occurredAt)
            implements TeamEvent {}
}
