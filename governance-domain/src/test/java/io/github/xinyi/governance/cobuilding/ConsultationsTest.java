package io.github.xinyi.governance.cobuilding;

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

        assertThat(read.heldBy(DAY)).hasSize(17);
        assertThat(read.solvedBy(DAY)).hasSize(42);
        assertThat(read.heldBy(LocalDate.of(2025, 1, 31))).hasSize(3);
    }

    @Test
    void repeatedRowsCountOnceAndOneRecordChangesTheFigure() throws IOException {
        String meetings =
                Files.readString(SAMPLE.resolve("conferences.csv")) + "J01,2025-01-10,社区01,再次导出\n";
        String matters =
                Files.readString(SAMPLE.resolve("matters.csv"))
                                .replace("X042,J17,停车秩序,已解决,2025-09-27", "X042,J17,停车秩序,办理中,")
                        + "X001,J01,停车秩序,已解决,2025-01-15\n";

        Consultations read = accepted(ConsultationSheet.read(file(meetings), file(matters)));

        assertThat(read.heldBy(DAY)).hasSize(17);
        assertThat(read.matters()).hasSize(42);
        assertThat(read.solvedBy(DAY)).hasSize(41);
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

    private static SheetFile sample(String name) throws IOException {
        return file(Files.readString(SAMPLE.resolve(name + ".csv")));
    }

    private static SheetFile file(String text) {
        return SheetFile.utf8("a.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
