package io.github.xinyi.example.xinyijia.district;

import io.github.xinyi.governance.checkin.CheckInEvent;
import io.github.xinyi.governance.checkin.CheckInEvent.MemberWithdrawn;
import io.github.xinyi.governance.checkin.CheckInEvent.ServiceItemCompleted;
import io.github.xinyi.governance.checkin.CheckInEvent.ServiceItemRegistered;
import io.github.xinyi.governance.checkin.CheckInEvent.ServiceItemReopened;
import io.github.xinyi.governance.checkin.CheckInEvent.TeamDissolved;
import io.github.xinyi.governance.checkin.CheckInEvent.TeamFounded;
import io.github.xinyi.governance.checkin.CheckInRegister;
import io.github.xinyi.governance.checkin.CheckInSheet;
import io.github.xinyi.governance.checkin.Reconciliation;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.ServiceItemId;
import io.github.xinyi.governance.identity.VolunteerTeamId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The history of the register of check-ins: what {@link CheckInSheet} reads, and what ended it
 * again, from 党员编号, 退出日期; 队伍编号, 解散日期; 事项编号, 重新办理日期, 再次办结日期.
 */
final class CheckInFiles {

    private static final Column<PersonId> MEMBER = Column.identifier("党员编号", PersonId::of);
    private static final Column<LocalDate> WITHDRAWN_ON = Column.date("退出日期");
    private static final Column<VolunteerTeamId> TEAM =
            Column.identifier("队伍编号", VolunteerTeamId::of);
    private static final Column<LocalDate> DISSOLVED_ON = Column.date("解散日期");
    private static final Column<ServiceItemId> ITEM = Column.identifier("事项编号", ServiceItemId::of);
    private static final Column<LocalDate> REOPENED_ON = Column.date("重新办理日期");
    private static final Column<Optional<LocalDate>> SOLVED_AGAIN_ON =
            Column.date("再次办结日期").optional();
    private static final Wording AGAIN = new Wording("重新办理");

    private CheckInFiles() {}

    /** Members, teams and items in turn; no rule ties the order of one to another. */
    static Outcome<List<CheckInEvent>> read(Function<String, SheetFile> files) {
        return members(files)
                .then(members -> teams(files).then(teams -> joined(members, teams)))
                .then(sofar -> items(files).then(items -> joined(sofar, items)));
    }

    private static Outcome<List<CheckInEvent>> members(Function<String, SheetFile> files) {
        return CheckInSheet.members(files.apply("checkins.csv"))
                .then(
                        lines -> {
                            List<CheckInEvent> came =
                                    Reconciliation.of(District.ID, lines).events();
                            CheckInRegister register = CheckInRegister.from(District.ID, came);
                            return ends(
                                            files.apply("withdrawals.csv"),
                                            List.of(MEMBER, WITHDRAWN_ON),
                                            (row, once) -> withdrawn(row, once, register))
                                    .then(gone -> joined(came, gone));
                        });
    }

    private static List<CheckInEvent> withdrawn(
            Row row, Once<Object, List<CheckInEvent>> once, CheckInRegister register) {
        PersonId member = row.get(MEMBER);
        LocalDate day = row.get(WITHDRAWN_ON);
        CommunityId place = register.membersOn(day.minusDays(1)).get(member);
        if (place == null) {
            row.refuse(MEMBER, SheetRule.REFERENCE, "checkins.csv");
            return List.of();
        }
        return once.take(
                row,
                MEMBER,
                member,
                List.of(
                        new MemberWithdrawn(
                                District.ID, place, member, day, DistrictDay.endOf(day))));
    }

    private static Outcome<List<CheckInEvent>> teams(Function<String, SheetFile> files) {
        return CheckInSheet.teams(District.ID, files.apply("teams.csv"))
                .then(
                        founded -> {
                            Map<VolunteerTeamId, TeamFounded> known = new HashMap<>();
                            founded.stream()
                                    .map(TeamFounded.class::cast)
                                    .forEach(team -> known.put(team.team(), team));
                            return ends(
                                            files.apply("dissolutions.csv"),
                                            List.of(TEAM, DISSOLVED_ON),
                                            (row, once) -> dissolved(row, once, known))
                                    .then(gone -> joined(founded, gone));
                        });
    }

    private static List<CheckInEvent> dissolved(
            Row row,
            Once<Object, List<CheckInEvent>> once,
            Map<VolunteerTeamId, TeamFounded> known) {
        TeamFounded team = known.get(row.get(TEAM));
        if (team == null) {
            row.refuse(TEAM, SheetRule.REFERENCE, "teams.csv");
            return List.of();
        }
        LocalDate day = row.get(DISSOLVED_ON);
        return once.take(
                row,
                TEAM,
                team.team(),
                List.of(
                        new TeamDissolved(
                                District.ID,
                                team.place(),
                                team.team(),
                                day,
                                DistrictDay.endOf(day))));
    }

    private static Outcome<List<CheckInEvent>> items(Function<String, SheetFile> files) {
        return CheckInSheet.items(District.ID, files.apply("items.csv"))
                .then(
                        events -> {
                            Map<ServiceItemId, CommunityId> served = new HashMap<>();
                            for (CheckInEvent event : events) {
                                if (event instanceof ServiceItemRegistered item) {
                                    served.put(item.item(), item.place());
                                }
                            }
                            return ends(
                                            files.apply("reopenings.csv"),
                                            List.of(ITEM, REOPENED_ON, SOLVED_AGAIN_ON),
                                            (row, once) -> reopened(row, once, served))
                                    .then(again -> joined(events, again));
                        });
    }

    private static List<CheckInEvent> reopened(
            Row row,
            Once<Object, List<CheckInEvent>> once,
            Map<ServiceItemId, CommunityId> served) {
        ServiceItemId item = row.get(ITEM);
        CommunityId community = served.get(item);
        if (community == null) {
            row.refuse(ITEM, SheetRule.REFERENCE, "items.csv");
            return List.of();
        }
        List<CheckInEvent> events = new ArrayList<>();
        LocalDate day = row.get(REOPENED_ON);
        Instant recorded = DistrictDay.endOf(day);
        events.add(new ServiceItemReopened(District.ID, community, item, AGAIN, day, recorded));
        row.get(SOLVED_AGAIN_ON)
                .ifPresent(
                        solved ->
                                events.add(
                                        new ServiceItemCompleted(
                                                District.ID,
                                                community,
                                                item,
                                                solved,
                                                DistrictDay.endOf(solved))));
        return once.take(row, ITEM, item, events);
    }

    private static Outcome<List<CheckInEvent>> ends(
            SheetFile file,
            List<Column<?>> columns,
            BiFunction<Row, Once<Object, List<CheckInEvent>>, List<CheckInEvent>> reader) {
        Once<Object, List<CheckInEvent>> once = new Once<>();
        return Sheet.read(file, columns)
                .then(sheet -> sheet.rows(row -> reader.apply(row, once)))
                .then(
                        rows ->
                                Outcome.accepted(
                                        once.values().stream().flatMap(List::stream).toList()));
    }

    private static Outcome<List<CheckInEvent>> joined(
            List<CheckInEvent> first, List<CheckInEvent> second) {
        return Outcome.accepted(Stream.concat(first.stream(), second.stream()).toList());
    }
}
