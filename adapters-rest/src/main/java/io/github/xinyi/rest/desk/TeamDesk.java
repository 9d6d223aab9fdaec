package io.github.xinyi.rest.desk;

import io.github.xinyi.governance.event.Page;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.records.RecordKind;
import io.github.xinyi.governance.team.Assignment;
import io.github.xinyi.governance.team.Assignment.Capacity;
import io.github.xinyi.governance.team.Gap;
import io.github.xinyi.governance.team.Seats;
import io.github.xinyi.governance.team.Slot;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.team.TeamEvent;
import io.github.xinyi.governance.team.Vacancy;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.rest.answer.TeamPage;
import io.github.xinyi.rest.answer.TeamRoll;
import io.github.xinyi.rest.disclosure.ListWindow;
import io.github.xinyi.rest.disclosure.Reply;
import io.github.xinyi.rest.disclosure.Version;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The teams of a community: to everybody their slots and what they lack, to those who lead them who
 * sits there. Thread-safe if its stores are.
 *
 * <p>Source: Personal Information Protection Law arts. 6 and 25 for what is left out of the first.
 *
 * @since 0.1.0
 */
public final class TeamDesk {

    private static final long YEARS_AHEAD = 1;

    private final DeskDirectory desks;
    private final InstantSource clock;

    /**
     * The teams of these communities.
     *
     * @param desks what the host offers; teams come with the records of governance
     * @param clock the day on which a team stands so
     */
    public TeamDesk(DeskDirectory desks, InstantSource clock) {
        this.desks = desks;
        this.clock = clock;
    }

    /**
     * Teams without a person.
     *
     * @param community its id
     * @param cursor that the page before gave, null for the beginning
     * @param limit 1 to 200
     * @return a page, in the order in which they were formed
     */
    public Reply<TeamPage> teams(
            String community, @Nullable String cursor, @Nullable String limit) {
        return page(
                community,
                cursor,
                limit,
                (day, part) ->
                        new TeamPage(
                                day.toString(),
                                part.entries().stream().map(team -> team(team, day)).toList(),
                                part.next()));
    }

    /**
     * Who sits in the teams.
     *
     * @param community its id
     * @param cursor that the page before gave, null for the beginning
     * @param limit 1 to 200
     * @return a page, in the order in which they were formed
     */
    public Reply<TeamRoll> roll(String community, @Nullable String cursor, @Nullable String limit) {
        return page(
                community,
                cursor,
                limit,
                (day, part) ->
                        new TeamRoll(
                                day.toString(),
                                part.entries().stream().map(team -> members(team, day)).toList(),
                                part.next()));
    }

    private <T> Reply<T> page(
            String community,
            @Nullable String cursor,
            @Nullable String limit,
            BiFunction<LocalDate, ListWindow.Part<Team>, T> told) {
        LocalDate today = clock.instant().atZone(Meeting.ZONE).toLocalDate();
        Optional<CommunityId> id = Fields.communityId(community);
        Optional<GovernanceOffice> office =
                id.flatMap(desks::find).flatMap(CommunityDesk::governance);
        return ListWindow.of(
                cursor,
                limit,
                window ->
                        office.map(
                                        found ->
                                                window.in(
                                                        (offset, most) ->
                                                                streams(
                                                                        id.orElseThrow(),
                                                                        found,
                                                                        new Page(offset, most)),
                                                        StreamName::id,
                                                        part ->
                                                                reply(
                                                                        told.apply(
                                                                                today,
                                                                                read(
                                                                                        found,
                                                                                        part)))))
                                .orElseGet(Reply::missing));
    }

    private static List<StreamName> streams(
            CommunityId community, GovernanceOffice office, Page page) {
        String kind = RecordKind.TEAM.stream(community, "any").kind();
        return office.events().streams(community, kind, page);
    }

    private static ListWindow.Part<Team> read(
            GovernanceOffice office, ListWindow.Part<StreamName> part) {
        return new ListWindow.Part<>(
                part.entries().stream()
                        .map(stream -> office.events().history(stream, TeamEvent.class))
                        .map(Team::from)
                        .toList(),
                part.next());
    }

    private static <T> Reply<T> reply(T page) {
        return Reply.of(Version.of(page), () -> page);
    }

    private static TeamPage.Item team(Team team, LocalDate day) {
        List<Vacancy> vacancies = team.vacancies(day);
        return new TeamPage.Item(
                team.pattern().id(),
                vacancies.isEmpty(),
                team.pattern().slots().stream()
                        .map(slot -> slot(team, slot, day, vacancies))
                        .toList(),
                team.gaps(new EffectivePeriod(day, day.plusYears(YEARS_AHEAD))).stream()
                        .map(TeamDesk::gap)
                        .toList());
    }

    private static TeamPage.Slot slot(
            Team team, Slot slot, LocalDate day, List<Vacancy> vacancies) {
        Optional<Vacancy> vacancy =
                vacancies.stream().filter(v -> v.slot().equals(slot.id())).findFirst();
        long filled =
                team.on(day).stream()
                        .filter(a -> a.capacity() != Capacity.RESERVE)
                        .filter(a -> a.seat().slot().equals(slot.id()))
                        .count();
        int most = slot.seats().most();
        return new TeamPage.Slot(
                slot.id(),
                slot.seats().least(),
                most == Seats.UNBOUNDED ? null : most,
                (int) filled,
                List.copyOf(slot.admission().kinds()),
                vacancy.map(Vacancy::missing).orElse(0),
                vacancy.map(v -> List.copyOf(v.missingKinds())).orElseGet(List::of));
    }

    private static TeamPage.Gap gap(Gap gap) {
        return new TeamPage.Gap(
                gap.vacancy().slot(),
                gap.vacancy().missing(),
                List.copyOf(gap.vacancy().missingKinds()),
                gap.days().startInclusive().toString(),
                gap.days().endExclusive().minusDays(1).toString());
    }

    private static TeamRoll.Item members(Team team, LocalDate day) {
        return new TeamRoll.Item(
                team.id().value(),
                team.pattern().id(),
                team.households(),
                team.on(day).stream().map(assigned -> member(team, assigned, day)).toList());
    }

    private static TeamRoll.Member member(Team team, Assignment assigned, LocalDate day) {
        String slot = assigned.seat().slot();
        LocalDate end = assigned.term().endExclusive();
        return new TeamRoll.Member(
                slot,
                assigned.seat().kind(),
                assigned.candidate().person().value(),
                assigned.capacity().name(),
                team.serves(assigned.candidate().person(), slot, day),
                assigned.term().startInclusive().toString(),
                end.equals(LocalDate.MAX) ? null : end.minusDays(1).toString());
    }
}
