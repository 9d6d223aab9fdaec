package io.github.xinyi.example.xinyijia.district;

import io.github.xinyi.governance.checkin.CheckInRegister;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import io.github.xinyi.governance.team.Assignment;
import io.github.xinyi.governance.team.Candidate;
import io.github.xinyi.governance.team.Seat;
import io.github.xinyi.governance.team.ServiceContract;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.team.TeamEvent;
import io.github.xinyi.governance.team.TeamPattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The teams that guide the pilots, from 试点编号, 小区编号, 小区, 镇街, 组建日期, 联系指导员编号, 联系指导员职务, 专业顾问编号, 专业顾问类别,
 * 志愿者编号, 服务合同编号, 物业服务企业编号 and 合同起始日期.
 *
 * <p>Everybody is put to the rules of 1+3+N: whoever they refuse takes no seat and stands in {@link
 * Pilot#refused}, and a volunteer is a checked-in member only if the register of check-ins says so
 * on the day. Who serves the community stands in its contract; a row may have none. The town is
 * that of the table of communities.
 */
final class PilotSheet {

    private static final Column<TeamId> PILOT = Column.identifier("试点编号", TeamId::of);
    private static final Column<CommunityId> COMMUNITY = Column.identifier("小区编号", CommunityId::of);
    private static final Column<RegionId> TOWN = Column.identifier("镇街", RegionId::of);
    private static final Column<LocalDate> FORMED_ON = Column.date("组建日期");
    private static final Column<PersonId> INSTRUCTOR = Column.identifier("联系指导员编号", PersonId::of);
    private static final Column<String> RANK = Column.text("联系指导员职务");
    private static final Column<List<PersonId>> ADVISERS =
            Column.identifier("专业顾问编号", PersonId::of).list();
    private static final Column<List<String>> KINDS = Column.text("专业顾问类别").list();
    private static final Column<List<PersonId>> VOLUNTEERS =
            Column.identifier("志愿者编号", PersonId::of).list();

    private static final Column<List<String>> CONTRACT = Column.text("服务合同编号").list();
    private static final Column<List<PersonId>> FIRM =
            Column.identifier("物业服务企业编号", PersonId::of).list();
    private static final Column<Optional<LocalDate>> SERVES_FROM = Column.date("合同起始日期").optional();

    private PilotSheet() {}

    /** One team, and whoever was entered for it and refused. */
    record Pilot(Team team, List<District.RefusedSeat> refused) {

        Pilot {
            refused = List.copyOf(refused);
        }
    }

    static Outcome<List<Pilot>> read(
            SheetFile file, CheckInRegister register, Communities communities) {
        Once<TeamId, Pilot> teams = new Once<>();
        return Sheet.read(
                        file,
                        List.of(
                                PILOT,
                                COMMUNITY,
                                Column.ignored("小区"),
                                TOWN,
                                FORMED_ON,
                                INSTRUCTOR,
                                RANK,
                                ADVISERS,
                                KINDS,
                                VOLUNTEERS,
                                CONTRACT,
                                FIRM,
                                SERVES_FROM))
                .then(sheet -> sheet.rows(row -> team(placed(row, communities), teams, register)))
                .then(rows -> Outcome.accepted(teams.values()));
    }

    /** A pilot lies in the town in which its community lay when the team was formed. */
    private static Row placed(Row row, Communities communities) {
        CommunityId community = row.get(COMMUNITY);
        if (!communities.isListed(community)) {
            row.refuse(COMMUNITY, SheetRule.REFERENCE, Communities.FILE);
            return row;
        }
        Optional<RegionId> town = communities.town(community, row.get(FORMED_ON));
        if (!town.equals(Optional.of(row.get(TOWN)))) {
            row.refuse(
                    TOWN, SheetRule.CONFLICT, town.map(RegionId::value).orElse(Communities.FILE));
        }
        return row;
    }

    private static TeamId team(Row row, Once<TeamId, Pilot> teams, CheckInRegister register) {
        List<PersonId> advisers = row.get(ADVISERS);
        if (advisers.size() != row.get(KINDS).size()) {
            row.refuse(KINDS, SheetRule.CONFLICT, ADVISERS.header());
            return row.get(PILOT);
        }
        int contracts = row.get(CONTRACT).size();
        if (contracts > 1
                || contracts != row.get(FIRM).size()
                || (contracts == 1) != row.get(SERVES_FROM).isPresent()) {
            row.refuse(CONTRACT, SheetRule.CONFLICT, FIRM.header());
            return row.get(PILOT);
        }
        Seats seats = new Seats(row);
        seats.give(Seat.in("联系指导员"), row.get(INSTRUCTOR), Set.of(row.get(RANK)));
        for (int i = 0; i < advisers.size(); i++) {
            seats.give(new Seat("专业顾问", row.get(KINDS).get(i)), advisers.get(i), Set.of());
        }
        Set<PersonId> checkedIn = register.membersOn(row.get(FORMED_ON)).keySet();
        for (PersonId volunteer : row.get(VOLUNTEERS)) {
            boolean member = checkedIn.contains(volunteer);
            seats.give(Seat.in("志愿者"), volunteer, member ? Set.of("双报到党员") : Set.of());
        }
        teams.take(row, PILOT, row.get(PILOT), seats.pilot());
        return row.get(PILOT);
    }

    /** The team of one row while its seats are given out. */
    private static final class Seats {

        private final EffectivePeriod term;
        private final Instant at;
        private final List<TeamEvent> history = new ArrayList<>();
        private final List<District.RefusedSeat> refused = new ArrayList<>();

        Seats(Row row) {
            term = EffectivePeriod.from(row.get(FORMED_ON));
            at = DistrictDay.endOf(row.get(FORMED_ON));
            history.add(
                    Team.form(
                                    row.get(COMMUNITY),
                                    row.get(PILOT),
                                    TeamPattern.onePlusThreePlusN(),
                                    contracts(row),
                                    at)
                            .orElseThrow(r -> new IllegalStateException(r.toString())));
        }

        void give(Seat seat, PersonId person, Set<String> qualities) {
            Candidate candidate =
                    new Candidate(
                            person, new TreeSet<>(qualities), new TreeSet<>(), new TreeSet<>());
            team().assign(new Assignment(seat, candidate, Assignment.Capacity.PART_TIME, term), at)
                    .fold(
                            history::add,
                            ruling ->
                                    refused.add(
                                            new District.RefusedSeat(
                                                    team().id(), seat, person, ruling)));
        }

        private static List<ServiceContract> contracts(Row row) {
            return row
                    .get(SERVES_FROM)
                    .map(
                            from ->
                                    new ServiceContract(
                                            row.get(CONTRACT).get(0),
                                            row.get(FIRM).get(0),
                                            EffectivePeriod.from(from)))
                    .stream()
                    .toList();
        }

        Pilot pilot() {
            return new Pilot(team(), refused);
        }

        Team team() {
            return Team.from(history);
        }
    }
}
