package io.github.xinyi.governance.checkin;

import io.github.xinyi.governance.checkin.CheckInEvent.ServiceItemCompleted;
import io.github.xinyi.governance.checkin.CheckInEvent.ServiceItemRegistered;
import io.github.xinyi.governance.checkin.CheckInEvent.ServiceItemReopened;
import io.github.xinyi.governance.checkin.CheckInEvent.TeamFounded;
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
import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Check-ins, teams and service items read from exported tables: 党员编号, 报到日期, 社区; 队伍编号, 队伍, 社区, 成立日期;
 * 事项编号, 类型, 小区编号, 队伍编号, 登记日期, 办结日期, 状态.
 *
 * <p>Example row of the last: {@code F0001,急难愁盼,C034,Q13,2025-01-02,2025-01-24,已解决}. 状态 is 已解决, 办理中
 * or 重新办理 (solved on the day given, then reopened). A row that repeats an earlier one counts once;
 * one that contradicts it is a fault.
 *
 * @since 0.1.0
 */
public final class CheckInSheet {

    /** How an exported item stands. */
    private enum Status {
        OPEN,
        SOLVED,
        REOPENED
    }

    /** What an earlier row said of an item. */
    private record Known(int line, List<CheckInEvent> events) {}

    private static final Column<PersonId> MEMBER = Column.identifier("党员编号", PersonId::of);
    private static final Column<LocalDate> CHECKED_IN_ON = Column.date("报到日期");
    private static final Column<CommunityId> COMMUNITY = Column.identifier("社区", CommunityId::of);
    private static final Column<VolunteerTeamId> TEAM =
            Column.identifier("队伍编号", VolunteerTeamId::of);
    private static final Column<String> TITLE =
            Column.text("队伍").where(title -> !title.isBlank(), SheetRule.REQUIRED, "");
    private static final Column<LocalDate> FOUNDED_ON = Column.date("成立日期");
    private static final Column<ServiceItemId> ITEM = Column.identifier("事项编号", ServiceItemId::of);
    private static final Column<ServiceKind> KIND = Column.identifier("类型", ServiceKind::new);
    private static final Column<CommunityId> SERVED = Column.identifier("小区编号", CommunityId::of);
    private static final Column<LocalDate> REGISTERED_ON = Column.date("登记日期");
    private static final Column<Optional<LocalDate>> SOLVED_ON = Column.date("办结日期").optional();
    private static final Column<Status> STATUS =
            Column.label(
                    "状态",
                    Map.of("已解决", Status.SOLVED, "办理中", Status.OPEN, "重新办理", Status.REOPENED));

    private CheckInSheet() {}

    /**
     * Reads check-ins of members.
     *
     * @param file the table
     * @return one line a row, repetitions too; refused with every fault
     */
    public static Outcome<List<RawCheckIn>> members(SheetFile file) {
        return Sheet.read(file, List.of(MEMBER, CHECKED_IN_ON, COMMUNITY))
                .then(
                        sheet ->
                                sheet.rows(
                                        row ->
                                                new RawCheckIn(
                                                        row.get(MEMBER),
                                                        row.get(CHECKED_IN_ON),
                                                        row.get(COMMUNITY))));
    }

    /**
     * Reads volunteer teams.
     *
     * @param district whose register it is
     * @param file the table
     * @return one event a team, recorded at the end of its day; refused with every fault
     */
    public static Outcome<List<CheckInEvent>> teams(CommunityId district, SheetFile file) {
        Map<VolunteerTeamId, TeamFounded> known = new LinkedHashMap<>();
        return Sheet.read(file, List.of(TEAM, TITLE, COMMUNITY, FOUNDED_ON))
                .then(sheet -> sheet.rows(row -> team(district, row, known)))
                .then(rows -> Outcome.accepted(List.copyOf(known.values())));
    }

    private static TeamFounded team(
            CommunityId district, Row row, Map<VolunteerTeamId, TeamFounded> known) {
        TeamFounded team =
                new TeamFounded(
                        district,
                        row.get(COMMUNITY),
                        row.get(TEAM),
                        new Wording(row.get(TITLE)),
                        row.get(FOUNDED_ON),
                        endOf(row.get(FOUNDED_ON)));
        TeamFounded earlier = known.putIfAbsent(team.team(), team);
        if (earlier != null && !earlier.equals(team)) {
            row.refuse(TEAM, SheetRule.CONFLICT, earlier.foundedOn().toString());
        }
        return team;
    }

    /**
     * Reads service items.
     *
     * @param district whose register it is
     * @param file the table
     * @return the registration of each, followed by its solution and reopening; refused with every
     *     fault, among them a solution before the registration
     */
    public static Outcome<List<CheckInEvent>> items(CommunityId district, SheetFile file) {
        Map<ServiceItemId, Known> known = new HashMap<>();
        List<CheckInEvent> all = new ArrayList<>();
        return Sheet.read(file, List.of(ITEM, KIND, SERVED, TEAM, REGISTERED_ON, SOLVED_ON, STATUS))
                .then(sheet -> sheet.rows(row -> all.addAll(item(district, row, known))))
                .then(rows -> Outcome.accepted(List.copyOf(all)));
    }

    /** The events of a row; none if it repeats another. */
    private static List<CheckInEvent> item(
            CommunityId district, Row row, Map<ServiceItemId, Known> known) {
        LocalDate registered = row.get(REGISTERED_ON);
        Optional<LocalDate> solved = row.get(SOLVED_ON);
        if (solved.isPresent() == (row.get(STATUS) == Status.OPEN)) {
            row.refuse(SOLVED_ON, SheetRule.CONFLICT, STATUS.header());
        }
        if (solved.filter(registered::isAfter).isPresent()) {
            row.refuse(SOLVED_ON, SheetRule.CONFLICT, registered.toString());
        }
        List<CheckInEvent> events = new ArrayList<>();
        ServiceItemId item = row.get(ITEM);
        CommunityId served = row.get(SERVED);
        events.add(
                new ServiceItemRegistered(
                        district,
                        served,
                        item,
                        row.get(KIND),
                        new Wording(row.get(KIND).value()),
                        row.get(TEAM),
                        registered,
                        endOf(registered)));
        solved.ifPresent(
                day ->
                        events.add(
                                new ServiceItemCompleted(district, served, item, day, endOf(day))));
        if (row.get(STATUS) == Status.REOPENED) {
            Wording reason = new Wording("重新办理");
            solved.ifPresent(
                    day ->
                            events.add(
                                    new ServiceItemReopened(
                                            district, served, item, reason, day, endOf(day))));
        }
        Known earlier = known.putIfAbsent(item, new Known(row.line(), events));
        if (earlier != null && !earlier.events().equals(events)) {
            row.refuse(ITEM, SheetRule.DUPLICATE, Integer.toString(earlier.line()));
        }
        return earlier == null ? events : List.of();
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Meeting.ZONE).toInstant();
    }
}
