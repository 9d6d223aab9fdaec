package io.github.xinyi.governance.cobuilding;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.metrics.Count;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.metrics.ServiceMeasures;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsultationsTest {

    private static final Path SAMPLE = Path.of("../examples/xinyijia/sample/honggu");
    private static final LocalDate DAY = LocalDate.of(2025, 11, 1);
    private static final String MEETINGS = "会议编号,会议日期,社区,议题\n";
    private static final String MATTERS = "事项编号,会议编号,事项,状态,解决日期\n";

    @Test
    void seventeenMeetingsSolvedFortyTwoMattersAsTheDistrictPublished() throws IOException {
        Consultations read =
                accepted(ConsultationSheet.read(sample("conferences"), sample("matters")));

        Measurement held = ServiceMeasures.conferences(DAY, read, cancelled(read));
        Measurement matters = ServiceMeasures.matters(DAY, read);

        assertThat(held.numerator()).hasSize(17);
        assertThat(held.missing().values()).hasSize(3).containsOnly(Count.NOT_HELD);
        assertThat(matters.numerator()).hasSize(42);
        assertThat(matters.missing().values()).hasSize(3).containsOnly(Count.OPEN);
        assertThat(rows("conferences")).hasSize(22);
        assertThat(rows("matters")).hasSize(49);
    }

    @Test
    void onADayBeforeTheLastFewerCount() throws IOException {
        LocalDate january = LocalDate.of(2025, 1, 31);
        Consultations read =
                accepted(ConsultationSheet.read(sample("conferences"), sample("matters")));

        assertThat(ServiceMeasures.conferences(january, read, cancelled(read)).numerator())
                .hasSize(3);
        assertThat(read.heldBy(january)).hasSize(3);
    }

    @Test
    void repeatedRowsCountOnceAndOneRecordChangesTheFigure() throws IOException {
        String meetings = text("conferences") + "J01,2025-01-10,社区01,再次导出\n";
        String matters =
                text("matters").replace("X042,J17,停车秩序,已解决,2025-09-27", "X042,J17,停车秩序,办理中,")
                        + "X001,J01,停车秩序,已解决,2025-01-15\n";

        Consultations read = accepted(ConsultationSheet.read(file(meetings), file(matters)));

        assertThat(ServiceMeasures.conferences(DAY, read, cancelled(read)).numerator()).hasSize(17);
        assertThat(ServiceMeasures.matters(DAY, read).denominator()).hasSize(45);
        assertThat(ServiceMeasures.matters(DAY, read).numerator()).hasSize(41);
    }

    @Test
    void oneMoreCancellationOrMeetingChangesTheFigure() throws IOException {
        String more = text("conferences") + "J99,2025-10-10,社区01,党建联席会\n";
        Consultations read = accepted(ConsultationSheet.read(file(more), sample("matters")));
        Set<HeldConsultation> cancelled = new HashSet<>(cancelled(read));

        assertThat(ServiceMeasures.conferences(DAY, read, cancelled).numerator()).hasSize(18);
        read.held().stream()
                .filter(meeting -> meeting.meeting().value().equals("J17"))
                .forEach(cancelled::add);
        assertThat(ServiceMeasures.conferences(DAY, read, cancelled).numerator()).hasSize(17);
    }

    @Test
    void everyFaultOfTheTablesIsNamed() {
        String meetings = MEETINGS + "J01,2025-01-10,社区01,会\n";
        String matters =
                MATTERS
                        + "X1,J01,事,已解决,\n"
                        + "X2,J01,事,办理中,2025-02-01\n"
                        + "X3,J09,事,已解决,2025-02-01\n"
                        + "X4,J01,事,已解决,2025-01-09\n"
                        + "X5,J01,事,已解决,2025-01-10\n"
                        + "X5,J01,事,已解决,2025-01-11\n";

        Ruling ruling =
                ConsultationSheet.read(file(meetings), file(matters))
                        .fold(read -> Ruling.of(), refused -> refused);

        assertThat(ruling.notMet())
                .extracting(f -> f.rule() + " " + f.evidence().get("line"))
                .containsExactly(
                        SheetRule.CONFLICT.code() + " 2",
                        SheetRule.CONFLICT.code() + " 3",
                        SheetRule.REFERENCE.code() + " 4",
                        SheetRule.CONFLICT.code() + " 5",
                        SheetRule.CONFLICT.code() + " 7");
    }

    /** The defect: of a matter that was open before, people read of the year 999999999. */
    @Test
    void aMatterThatWasOpenInAnEarlierRowIsToldWithADash() {
        String meetings = MEETINGS + "J01,2025-01-10,社区01,会\n";
        String matters = MATTERS + "S1,J01,事,办理中,\nS1,J01,事,已解决,2025-01-11\n";

        Ruling ruling =
                ConsultationSheet.read(file(meetings), file(matters))
                        .fold(read -> Ruling.of(), refused -> refused);

        assertThat(ruling.notMet()).hasSize(1);
        assertThat(ruling.notMet().get(0).evidence().toString())
                .contains("J01 -")
                .doesNotContain("999999999");
    }

    @Test
    void meetingsThatContradictEachOtherAreAFault() {
        String meetings = MEETINGS + "J01,2025-01-10,社区01,会\nJ01,2025-01-11,社区01,会\n";

        Ruling ruling =
                ConsultationSheet.read(file(meetings), file(MATTERS))
                        .fold(read -> Ruling.of(), refused -> refused);

        assertThat(ruling.refuses(SheetRule.CONFLICT.code())).isTrue();
    }

    private static Consultations accepted(Outcome<Consultations> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static Set<HeldConsultation> cancelled(Consultations read) throws IOException {
        Set<String> ids = rows("cancellations").stream().map(row -> row[0]).collect(toSet());
        return read.held().stream()
                .filter(meeting -> ids.contains(meeting.meeting().value()))
                .collect(toSet());
    }

    private static SheetFile sample(String name) throws IOException {
        return file(text(name));
    }

    private static List<String[]> rows(String name) throws IOException {
        return text(name).lines().skip(1).map(line -> line.split(",")).toList();
    }

    private static String text(String name) throws IOException {
        return Files.readString(SAMPLE.resolve(name + ".csv"));
    }

    private static SheetFile file(String text) {
        return SheetFile.utf8("a.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
