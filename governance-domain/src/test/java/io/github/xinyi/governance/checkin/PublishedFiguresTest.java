package io.github.xinyi.governance.checkin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.checkin.CheckInEvent.MemberMoved;
import io.github.xinyi.governance.checkin.CheckInEvent.MemberWithdrawn;
import io.github.xinyi.governance.checkin.CheckInEvent.ServiceItemCompleted;
import io.github.xinyi.governance.checkin.CheckInEvent.ServiceItemReopened;
import io.github.xinyi.governance.checkin.CheckInEvent.TeamDissolved;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.ServiceItemId;
import io.github.xinyi.governance.identity.VolunteerTeamId;
import io.github.xinyi.governance.metrics.Count;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.metrics.RecordId;
import io.github.xinyi.governance.metrics.ServiceMeasures;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The figures that the district published, from raw lists that repeat, move, end and reopen. */
class PublishedFiguresTest {

    private static final CommunityId DISTRICT = CommunityId.of("D1");
    private static final Path SAMPLE = Path.of("../examples/xinyijia/sample/honggu");
    private static final LocalDate DAY = LocalDate.of(2025, 11, 1);
    private static final Instant NOW = Instant.parse("2025-11-01T15:59:59Z");
    private static final ServiceKind PIPES = new ServiceKind("管道问题");
    private static final ServiceKind URGENT = new ServiceKind("急难愁盼");
    private static final String ITEMS = "事项编号,类型,小区编号,队伍编号,登记日期,办结日期,状态\n";

    @Test
    void members1308Teams22Items97And685() throws IOException {
        List<CheckInEvent> history = history(text("checkins"), text("items"));
        CheckInRegister register = CheckInRegister.from(DISTRICT, history);

        assertThat(ServiceMeasures.checkIns(DAY, DISTRICT, history).numerator()).hasSize(1308);
        assertThat(ServiceMeasures.teams(DAY, DISTRICT, history).numerator()).hasSize(22);
        assertThat(ServiceMeasures.itemsSolved(DAY, PIPES, register).numerator()).hasSize(97);
        assertThat(ServiceMeasures.itemsSolved(DAY, URGENT, register).numerator()).hasSize(685);
    }

    @Test
    void noFigureIsANumberOfRowsOrOfNames() throws IOException {
        assertThat(rows("checkins")).hasSize(1443);
        assertThat(rows("checkins").stream().map(row -> row[0]).distinct()).hasSize(1322);
        assertThat(rows("teams")).hasSize(27);
        assertThat(rows("teams").stream().map(row -> row[0]).distinct()).hasSize(25);
        assertThat(
                        rows("items").stream()
                                .filter(row -> row[6].equals("已解决"))
                                .map(row -> row[0])
                                .distinct())
                .hasSize(788)
                .hasSizeGreaterThan(97 + 685);
    }

    @Test
    void repeatedMovedAndContradictingLinesAreToldApart() throws IOException {
        Reconciliation reconciled =
                Reconciliation.of(DISTRICT, accepted(CheckInSheet.members(file(text("checkins")))));

        assertThat(reconciled.repeated()).hasSize(70);
        assertThat(reconciled.contradicting()).hasSize(6);
        assertThat(reconciled.events()).hasSize(1443 - 70 - 6);
        assertThat(reconciled.events().stream().filter(MemberMoved.class::isInstance)).hasSize(45);
    }

    @Test
    void oneMoreLineOfTheSameMemberMovesItAndLeavesTheFigure() throws IOException {
        String moved = text("checkins") + "PM01267,2025-10-31,社区17\n";

        Measurement before =
                ServiceMeasures.checkIns(DAY, DISTRICT, history(text("checkins"), text("items")));
        Measurement after = ServiceMeasures.checkIns(DAY, DISTRICT, history(moved, text("items")));

        assertThat(after.numerator())
                .hasSize(1308)
                .contains(new RecordId(CommunityId.of("社区17"), "PM01267"))
                .isNotEqualTo(before.numerator());
    }

    @Test
    void oneMemberMoreOrLessChangesTheFigure() throws IOException {
        String checkins = text("checkins");
        String more = checkins + "PM09999,2025-10-31,社区17\n";
        String fewer = checkins.replaceAll("PM01267,.*\n", "");

        assertThat(
                        ServiceMeasures.checkIns(DAY, DISTRICT, history(more, text("items")))
                                .numerator())
                .hasSize(1309);
        assertThat(
                        ServiceMeasures.checkIns(DAY, DISTRICT, history(fewer, text("items")))
                                .numerator())
                .hasSize(1307);
    }

    @Test
    void oneReopenedItemChangesTheFigureAndARepeatedRowDoesNot() throws IOException {
        String items = text("items");
        String first = items.lines().skip(1).findFirst().orElseThrow();
        String reopened = items.replace(first, first.replace("已解决", "重新办理"));

        assertThat(solvedUrgent(items + first + "\n")).hasSize(685);
        assertThat(solvedUrgent(reopened)).hasSize(684);
    }

    @Test
    void everyFaultOfTheItemsIsNamed() {
        String items =
                ITEMS
                        + "F1,管道问题,C1,Q1,2025-01-02,,已解决\n"
                        + "F2,管道问题,C1,Q1,2025-01-02,2025-01-03,办理中\n"
                        + "F3,管道问题,C1,Q1,2025-01-02,2025-01-01,已解决\n"
                        + "F4,管道问题,C1,Q1,2025-01-02,2025-01-02,已解决\n"
                        + "F4,管道问题,C1,Q1,2025-01-02,2025-01-03,已解决\n";

        assertThat(faults(CheckInSheet.items(DISTRICT, file(items))))
                .containsExactly(
                        SheetRule.CONFLICT.code() + " 2",
                        SheetRule.CONFLICT.code() + " 3",
                        SheetRule.CONFLICT.code() + " 4",
                        SheetRule.DUPLICATE.code() + " 6");
    }

    @Test
    void aTeamThatStandsThereTwiceWithTwoDaysIsAFault() {
        String teams = "队伍编号,队伍,社区,成立日期\nQ1,甲,C1,2025-01-01\nQ1,甲,C1,2025-01-02\n";

        assertThat(faults(CheckInSheet.teams(DISTRICT, file(teams))))
                .containsExactly(SheetRule.CONFLICT.code() + " 3");
    }

    private static List<String> faults(Outcome<?> outcome) {
        Ruling ruling = outcome.fold(read -> Ruling.of(), refused -> refused);
        return ruling.notMet().stream()
                .map(finding -> finding.rule() + " " + finding.evidence().get("line"))
                .toList();
    }

    private static Set<RecordId> solvedUrgent(String items) throws IOException {
        CheckInRegister register = CheckInRegister.from(DISTRICT, history(text("checkins"), items));
        return ServiceMeasures.itemsSolved(DAY, URGENT, register).numerator();
    }

    private static List<CheckInEvent> history(String checkins, String items) throws IOException {
        List<CheckInEvent> events = new ArrayList<>();
        events.addAll(
                Reconciliation.of(DISTRICT, accepted(CheckInSheet.members(file(checkins))))
                        .events());
        events.addAll(accepted(CheckInSheet.teams(DISTRICT, file(text("teams")))));
        events.addAll(accepted(CheckInSheet.items(DISTRICT, file(items))));
        CheckInRegister register = CheckInRegister.from(DISTRICT, events);
        for (String[] row : rows("withdrawals")) {
            PersonId member = PersonId.of(row[0]);
            CommunityId place =
                    requireNonNull(register.membersOn(LocalDate.parse(row[1])).get(member));
            events.add(new MemberWithdrawn(DISTRICT, place, member, LocalDate.parse(row[1]), NOW));
        }
        for (String[] row : rows("dissolutions")) {
            VolunteerTeamId id = VolunteerTeamId.of(row[0]);
            CommunityId base =
                    register.teamsOn(DAY).stream()
                            .map(VolunteerTeam::founded)
                            .filter(team -> team.team().equals(id))
                            .findFirst()
                            .orElseThrow()
                            .place();
            events.add(new TeamDissolved(DISTRICT, base, id, LocalDate.parse(row[1]), NOW));
        }
        for (String[] row : rows("reopenings")) {
            ServiceItemId id = ServiceItemId.of(row[0]);
            CommunityId served = requireNonNull(register.items().get(id)).registered().place();
            events.add(
                    new ServiceItemReopened(
                            DISTRICT, served, id, new Wording("漏水"), LocalDate.parse(row[1]), NOW));
            if (row.length > 2) {
                events.add(
                        new ServiceItemCompleted(
                                DISTRICT, served, id, LocalDate.parse(row[2]), NOW));
            }
        }
        return events;
    }

    /** The rows of a file whose cells hold no comma. */
    private static List<String[]> rows(String name) throws IOException {
        return text(name).lines().skip(1).map(line -> line.split(",")).toList();
    }

    private static String text(String name) throws IOException {
        return Files.readString(SAMPLE.resolve(name + ".csv"));
    }

    private static <T> T accepted(Outcome<T> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static SheetFile file(String text) {
        return SheetFile.utf8("a.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anItemIsOpenSolvedOrOpenAgainAsItStoodOnTheDay() throws IOException {
        String items =
                ITEMS
                        + "F1,管道问题,C034,Q13,2025-01-02,,办理中\n"
                        + "F2,管道问题,C034,Q13,2025-01-02,2025-01-03,已解决\n"
                        + "F3,管道问题,C034,Q13,2025-01-02,2025-01-03,重新办理\n"
                        + "F4,管道问题,C034,Q13,2025-11-02,,办理中\n";
        List<CheckInEvent> events = new ArrayList<>();
        events.addAll(accepted(CheckInSheet.teams(DISTRICT, file(text("teams")))));
        events.addAll(accepted(CheckInSheet.items(DISTRICT, file(items))));
        CheckInRegister register = CheckInRegister.from(DISTRICT, events);

        Measurement solved = ServiceMeasures.itemsSolved(DAY, PIPES, register);
        Measurement earlier =
                ServiceMeasures.itemsSolved(LocalDate.of(2025, 1, 2), PIPES, register);

        assertThat(solved.records().values())
                .containsExactly(Count.OPEN, Count.COUNTED, Count.REOPENED);
        assertThat(earlier.records().values())
                .as("before any was turned")
                .containsExactly(Count.OPEN, Count.OPEN, Count.OPEN);
    }
}
