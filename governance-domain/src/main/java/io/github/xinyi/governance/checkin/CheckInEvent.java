package io.github.xinyi.governance.checkin;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.OrganizationId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.ServiceItemId;
import io.github.xinyi.governance.identity.VolunteerTeamId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What can happen to check-ins, teams and services of a district, for example {@link MemberMoved};
 * {@code community} is the host's identifier of that district, {@code place} a community in it.
 *
 * <p>An event is first proposed to {@link CheckInRegister#propose}, which names every rule against
 * it; once accepted it is appended and never changed. Days are those of Asia/Shanghai.
 *
 * @since 0.1.0
 */
public sealed interface CheckInEvent extends DomainEvent {

    /**
     * Where in the district it happened.
     *
     * @return a community, for example {@code C034}
     */
    CommunityId place();

    /**
     * A working Party member reported to a community (党员报到).
     *
     * @param community the district
     * @param place where
     * @param member who
     * @param checkedInOn the first day
     * @param occurredAt when it was recorded
     */
    record MemberCheckedIn(
            CommunityId community,
            CommunityId place,
            PersonId member,
            LocalDate checkedInOn,
            Instant occurredAt)
            implements CheckInEvent {}

    /**
     * A member reported to another community instead.
     *
     * @param community the district
     * @param place the new one
     * @param member who
     * @param movedOn the first day there
     * @param occurredAt when it was recorded
     */
    record MemberMoved(
            CommunityId community,
            CommunityId place,
            PersonId member,
            LocalDate movedOn,
            Instant occurredAt)
            implements CheckInEvent {}

    /**
     * A member no longer serves the community.
     *
     * @param community the district
     * @param place which one
     * @param member who
     * @param withdrawnOn the first day no longer
     * @param occurredAt when it was recorded
     */
    record MemberWithdrawn(
            CommunityId community,
            CommunityId place,
            PersonId member,
            LocalDate withdrawnOn,
            Instant occurredAt)
            implements CheckInEvent {}

    /**
     * A unit reported to a community (单位报到).
     *
     * @param community the district
     * @param place where
     * @param unit which unit
     * @param checkedInOn the first day
     * @param occurredAt when it was recorded
     */
    record UnitCheckedIn(
            CommunityId community,
            CommunityId place,
            OrganizationId unit,
            LocalDate checkedInOn,
            Instant occurredAt)
            implements CheckInEvent {}

    /**
     * A unit no longer serves the community; one that moves checks in at the other community.
     *
     * @param community the district
     * @param place which one
     * @param unit which unit
     * @param withdrawnOn the first day no longer
     * @param occurredAt when it was recorded
     */
    record UnitWithdrawn(
            CommunityId community,
            CommunityId place,
            OrganizationId unit,
            LocalDate withdrawnOn,
            Instant occurredAt)
            implements CheckInEvent {}

    /**
     * A volunteer team was formed (志愿服务队).
     *
     * @param community the district
     * @param place where it is based
     * @param team its identifier
     * @param title its name
     * @param foundedOn the first day
     * @param occurredAt when it was recorded
     */
    record TeamFounded(
            CommunityId community,
            CommunityId place,
            VolunteerTeamId team,
            Wording title,
            LocalDate foundedOn,
            Instant occurredAt)
            implements CheckInEvent {}

    /**
     * A volunteer team was dissolved.
     *
     * @param community the district
     * @param place where it was based
     * @param team which one
     * @param dissolvedOn the first day no longer
     * @param occurredAt when it was recorded
     */
    record TeamDissolved(
            CommunityId community,
            CommunityId place,
            VolunteerTeamId team,
            LocalDate dissolvedOn,
            Instant occurredAt)
            implements CheckInEvent {}

    /**
     * A person, Party member or not, joined a team.
     *
     * @param community the district
     * @param place where the team is based
     * @param team which one
     * @param volunteer who
     * @param joinedOn the first day
     * @param occurredAt when it was recorded
     */
    record VolunteerJoined(
            CommunityId community,
            CommunityId place,
            VolunteerTeamId team,
            PersonId volunteer,
            LocalDate joinedOn,
            Instant occurredAt)
            implements CheckInEvent {}

    /**
     * A person left a team.
     *
     * @param community the district
     * @param place where the team is based
     * @param team which one
     * @param volunteer who
     * @param leftOn the first day no longer
     * @param occurredAt when it was recorded
     */
    record VolunteerLeft(
            CommunityId community,
            CommunityId place,
            VolunteerTeamId team,
            PersonId volunteer,
            LocalDate leftOn,
            Instant occurredAt)
            implements CheckInEvent {}

    /**
     * A service item was taken up (服务事项).
     *
     * @param community the district
     * @param place the residential community it serves
     * @param item its identifier
     * @param kind what kind it is
     * @param task what is to be done
     * @param team which team takes it up
     * @param registeredOn the day
     * @param occurredAt when it was recorded
     */
    record ServiceItemRegistered(
            CommunityId community,
            CommunityId place,
            ServiceItemId item,
            ServiceKind kind,
            Wording task,
            VolunteerTeamId team,
            LocalDate registeredOn,
            Instant occurredAt)
            implements CheckInEvent {}

    /**
     * A service item was solved.
     *
     * @param community the district
     * @param place the community it serves
     * @param item which one
     * @param completedOn the day
     * @param occurredAt when it was recorded
     */
    record ServiceItemCompleted(
            CommunityId community,
            CommunityId place,
            ServiceItemId item,
            LocalDate completedOn,
            Instant occurredAt)
            implements CheckInEvent {}

    /**
     * A solved service item turned out not to be solved.
     *
     * @param community the district
     * @param place the community it serves
     * @param item which one
     * @param reason why
     * @param reopenedOn the day
     * @param occurredAt when it was recorded
     */
    record ServiceItemReopened(
            CommunityId community,
            CommunityId place,
            ServiceItemId item,
            Wording reason,
            LocalDate reopenedOn,
            Instant occurredAt)
            implements CheckInEvent {}

    /**
     * A volunteer worked on a service item, counted in whole minutes.
     *
     * @param community the district
     * @param place the community that was served
     * @param team for which team
     * @param volunteer who
     * @param item on which item of that team
     * @param startedAt the first moment, included
     * @param endedAt the end, excluded
     * @param occurredAt when it was recorded
     */
    record ServiceTimeRecorded(
            CommunityId community,
            CommunityId place,
            VolunteerTeamId team,
            PersonId volunteer,
            ServiceItemId item,
            Instant startedAt,
            Instant endedAt,
            Instant occurredAt)
            implements CheckInEvent {}
}
