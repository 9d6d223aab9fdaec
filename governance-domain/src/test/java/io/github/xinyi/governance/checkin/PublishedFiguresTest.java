package io.github.xinyi.governance.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures that the district published, from raw lists with repetitions and moves. */
class PublishedFiguresTest {

    private static final Path SAMPLE = Path.of("../examples/xinyijia/sample/honggu");
    private static final LocalDate DAY = LocalDate.of(2025, 11, 1);
    private static final ServiceKind PIPES = new ServiceKind("管道问题");
    private static final ServiceKind URGENT = new ServiceKind("急难愁盼");
    private static final String ITEMS = "事项编号,类型,小区编号,队伍编号,登记日期,办结日期,状态\n";

    @Test
    void members1308Teams22Items97And685() throws IOException {
        CheckInRegister register = register(text("checkins"), text("items"));

        assertThat(register.membersOn(DAY)).hasSize(1308);
        assertThat(register.teamsOn(DAY)).hasSize(22);
        assertThat(register.solved(PIPES, DAY)).hasSize(97);
        assertThat(register.solved(URGENT, DAY)).hasSize(685);
    }

    @Test
    void repeatedAndMovedMembersLeaveTheFigureAndTheirRowsAreNamed() throws IOException {
        String messy =
                text("checkins")
                        + "PM00113,2025-01-02,社区02\n"
                        + "PM00113,2025-05-05,社区02\n"
                        + "PM01267,2025-06-06,社区07\n"
                        + "PM00075,2025-01-03,社区13\n";

        Reconciliation reconciled = Reconciliation.of(accepted(CheckInSheet.members(file(messy))));

        assertThat(messy.lines().count() - 1).isEqualTo(1312);
        assertThat(CheckInRegister.from(reconciled.events()).membersOn(DAY)).hasSize(1308);
        assertThat(reconciled.repeated()).hasSize(2);
        assertThat(reconciled.contradicting()).hasSize(1);
        assertThat(reconciled.events()).hasSize(1309);
    }

    @Test
    void oneReopenedItemChangesTheFigureAndARepeatedRowDoesNot() throws IOException {
        String items = text("items");
        String first = items.lines().skip(1).findFirst().orElseThrow();
        String reopened = items.replace(first, first.replace("已解决", "重新办理"));

        assertThat(register(text("checkins"), items + first + "\n").solved(URGENT, DAY))
                .hasSize(685);
        assertThat(register(text("checkins"), reopened).solved(URGENT, DAY)).hasSize(684);
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

        assertThat(faults(CheckInSheet.items(file(items))))
                .containsExactly(
                        SheetRule.CONFLICT.code() + " 2",
                        SheetRule.CONFLICT.code() + " 3",
                        SheetRule.CONFLICT.code() + " 4",
                        SheetRule.DUPLICATE.code() + " 6");
    }

    @Test
    void aTeamThatStandsThereTwiceWithTwoDaysIsAFault() {
        String teams = "队伍编号,队伍,社区,成立日期\nQ1,甲,C1,2025-01-01\nQ1,甲,C1,2025-01-02\n";

        assertThat(faults(CheckInSheet.teams(file(teams))))
                .containsExactly(SheetRule.CONFLICT.code() + " 3");
    }

    private static List<String> faults(Outcome<?> outcome) {
        Ruling ruling = outcome.fold(read -> Ruling.of(), refused -> refused);
        return ruling.notMet().stream()
                .map(finding -> finding.rule() + " " + finding.evidence().get("line"))
                .toList();
    }

    private static CheckInRegister register(String checkins, String items) throws IOException {
        List<CheckInEvent> events = new ArrayList<>();
        events.addAll(Reconciliation.of(accepted(CheckInSheet.members(file(checkins)))).events());
        events.addAll(accepted(CheckInSheet.teams(file(text("teams")))));
        events.addAll(accepted(CheckInSheet.items(file(items))));
        return CheckInRegister.from(events);
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
}
