package io.github.xinyi.example.xinyijia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.example.xinyijia.district.District;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.metrics.Count;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.metrics.Metric;
import io.github.xinyi.governance.metrics.RecordId;
import io.github.xinyi.governance.metrics.RollUp;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The figures that the district published follow from raw records that repeat, move, expire and
 * reopen: no figure is a number of rows, and one record more or less changes it.
 */
class ArticleFiguresTest {

    private static final SampleFiles FILES = new SampleFiles("honggu");
    private static final District DISTRICT = Refused.orThrow(District.read(FILES::sheet));
    private static final LocalDate DAY =
            LocalDate.parse(FILES.json("expected.json").path("asOf").asText());

    @ParameterizedTest(name = "{0} {1} = {2}/{3} from {5} rows")
    @CsvSource({
        "COVERAGE, -, 93, 93, bodies.csv, 120",
        "OWNERS_COMMITTEES, -, 11, 93, bodies.csv, 120",
        "MANAGEMENT_COMMITTEES, -, 82, 93, bodies.csv, 120",
        "COMPLETE_TEAMS, -, 5, 6, pilots.csv, 7",
        "CONFERENCES, -, 17, 20, conferences.csv, 22",
        "MATTERS, -, 42, 45, matters.csv, 49",
        "CHECK_INS, -, 1308, 1322, checkins.csv, 1443",
        "VOLUNTEER_TEAMS, -, 22, 25, teams.csv, 27",
        "ITEMS_SOLVED, 管道问题, 97, 106, items.csv, 816",
        "ITEMS_SOLVED, 急难愁盼, 685, 694, items.csv, 816",
        "SQUADS, -, 6, 7, squads.csv, 8",
        "CONTACT, -, 120, 124, visits.csv, 165",
        "DISCLOSURE, -, 7, 7, consulted.csv, 9",
        "SETTLEMENT, -, 8, 8, disputes.csv, 11"
    })
    void followsFromTheRecordsAndIsNotTheNumberOfRows(
            Metric metric, String subject, int counted, int of, String file, int rows) {
        Measurement figure = figure(DISTRICT, metric, subject);

        assertThat(figure.numerator()).hasSize(counted);
        assertThat(figure.denominator()).hasSize(of).containsAll(figure.numerator());
        assertThat(rows(file)).isEqualTo(rows).isNotIn(counted, of);
    }

    @Test
    void everyFigureAgreesWithTheTotalsOfTheOtherProgram() {
        assertThat(DistrictCheck.of(FILES).figures())
                .hasSize(16)
                .allMatch(SelfCheck.Figure::agrees);
    }

    /**
     * Rows of one kind alone would not do either: each file has more of the kind than the figure.
     */
    @ParameterizedTest
    @CsvSource({
        "bodies.csv, 业主委员会, 11",
        "bodies.csv, 物业管理委员会, 82",
        "items.csv, 管道问题, 97",
        "items.csv, 急难愁盼, 685",
        "matters.csv, 已解决, 42",
        "items.csv, 已解决, 782",
        "disputes.csv, 达成协议, 8"
    })
    void rowsOfTheKindAloneGiveAnotherNumber(String file, String word, int figure) {
        assertThat(lines(file).filter(line -> line.contains(word)).count()).isNotEqualTo(figure);
    }

    @ParameterizedTest(name = "{0} {1} becomes {2} if {4} becomes {5}")
    @CsvSource({
        "COVERAGE, -, 92, bodies.csv, '2023-08-18,2026-08-18', '2023-08-18,2025-11-01'",
        "MANAGEMENT_COMMITTEES, -, 81, bodies.csv, '2023-08-18,2026-08-18',"
                + " '2023-08-18,2025-10-31'",
        "OWNERS_COMMITTEES, -, 10, bodies.csv, '业主委员会,2024-09-06,2029-09-06',"
                + " '业主委员会,2024-09-06,2025-11-01'",
        "COMPLETE_TEAMS, -, 4, pilots.csv, 'A01;A02;A03,法律;财务;工程', 'A01;A02,法律;财务'",
        "COMPLETE_TEAMS, -, 4, pilots.csv, 'A01;A02;A03,法律;财务;工程', 'A01;A02;A03,法律;财务;财务'",
        "COMPLETE_TEAMS, -, 4, pilots.csv, 'L01,镇街副职班子成员', 'L01,社区干部'",
        "COMPLETE_TEAMS, -, 6, pilots.csv, 'A16;A17,法律;财务', 'A16;A17;A18,法律;财务;工程'",
        "COMPLETE_TEAMS, -, 4, pilots.csv, 'HT-N1,WY-C004,2025-01-01', ',,'",
        "CONFERENCES, -, 16, cancellations.csv, 'J20,2025-07-25', 'J20,2025-07-25|J17,2025-09-20'",
        "CONFERENCES, -, 18, cancellations.csv, '|J20,2025-07-25', ''",
        "MATTERS, -, 41, matters.csv, '已解决,2025-01-15', '办理中,'",
        "CHECK_INS, -, 1307, withdrawals.csv, 'PM01309,', 'PM00113,2025-10-31|PM01309,'",
        "VOLUNTEER_TEAMS, -, 21, dissolutions.csv, 'Q23,', 'Q01,2025-10-31|Q23,'",
        "ITEMS_SOLVED, 急难愁盼, 684, items.csv, '2025-01-02,2025-01-24,已解决',"
                + " '2025-01-02,2025-01-24,重新办理'",
        "ITEMS_SOLVED, 管道问题, 98, reopenings.csv, 'F0788,2025-10-13,',"
                + " 'F0788,2025-10-13,2025-10-14'",
        "SQUADS, -, 7, visits.csv, '|1-2-0101,V011,2025-03-05',"
                + " '|7-1-0101,V071,2025-03-05T10:42:00+08:00,不在|1-2-0101,V011,2025-03-05'",
        "CONTACT, -, 119, visits.csv, '2025-03-15T19:25:00+08:00,同意',"
                + " '2025-03-15T19:25:00+08:00,谢绝'",
        "DISCLOSURE, -, 6, consulted.csv, '2025-03-26T09:39:00+08:00', ''",
        "SETTLEMENT, -, 7, disputes.csv, '2025-05-20T16:31:00+08:00,达成协议',"
                + " '2025-05-20T16:31:00+08:00,转其他途径'",
        "SETTLEMENT, -, 7, disputes.csv, '2025-05-20T16:12:00+08:00,达成协议', ','"
    })
    void oneRecordChangesTheFigure(
            Metric metric, String subject, int figure, String file, String from, String to) {
        assertThat(figure(with(file, from, to), metric, subject).numerator()).hasSize(figure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-10-31", "2025-11-01", "2025-11-02"})
    void aTermCountsUntilTheDayBeforeItEnds(LocalDate end) {
        SampleFiles files = with("bodies.csv", "2023-08-18,2026-08-18", "2023-08-18," + end);

        Measurement coverage = figure(files, Metric.COVERAGE, Measurement.WHOLE);

        assertThat(coverage.missing().values())
                .hasSize(end.isAfter(DAY) ? 0 : 1)
                .allMatch(Count.TERM_ENDED::equals);
    }

    @Test
    void whoeverMovesCountsOnceAndInTheNewPlace() {
        SampleFiles files = with("checkins.csv", "|PM01267,", "|PM01267,2025-10-31,社区17|PM01267,");

        Measurement before = figure(DISTRICT, Metric.CHECK_INS, Measurement.WHOLE);
        Measurement after = figure(files, Metric.CHECK_INS, Measurement.WHOLE);

        assertThat(after.numerator()).hasSameSizeAs(before.numerator());
        assertThat(after.numerator())
                .contains(new RecordId(CommunityId.of("社区17"), "PM01267"))
                .isNotEqualTo(before.numerator());
    }

    @Test
    void aPilotCountsInItsTownAndInTheDistrictOnce() {
        Measurement pilots = figure(DISTRICT, Metric.COMPLETE_TEAMS, Measurement.WHOLE);

        RollUp towns = DISTRICT.byTown(pilots);

        assertThat(towns.at(RegionId.of("镇街01")).numerator()).hasSize(3);
        assertThat(towns.at(RegionId.of("镇街02")).numerator()).hasSize(2);
        assertThat(towns.at(RegionId.of("镇街02")).denominator()).hasSize(3);
        assertThat(towns.at(RegionId.of("HONGGU")).numerator()).isEqualTo(pilots.numerator());
        assertThat(towns.unplaced()).isEmpty();
    }

    @Test
    void whoIsRefusedASeatOfAPilotIsReportedWithTheRule() {
        SampleFiles files = with("pilots.csv", "L01,镇街副职班子成员", "L01,社区干部");

        List<District.RefusedSeat> refused =
                Refused.orThrow(District.read(files::sheet)).refusedSeats();

        assertThat(DISTRICT.refusedSeats()).isEmpty();
        assertThat(refused)
                .singleElement()
                .satisfies(r -> assertThat(r.person().value()).isEqualTo("L01"));
        assertThat(refused.get(0).ruling().notMet().get(0).rule().value())
                .isEqualTo("team.eligible");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThatThrownBy(
                        () ->
                                DistrictCheck.of(files)
                                        .run(new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("联系指导员席位未落实：team.eligible")
                .doesNotContain("L01");
    }

    @Test
    void whereNobodyKnowsWhoServesAPilotItIsNamedSo() {
        SampleFiles files = with("pilots.csv", "HT-N1,WY-C004,2025-01-01", ",,");

        assertThat(figure(files, Metric.COMPLETE_TEAMS, Measurement.WHOLE).missing().values())
                .containsExactlyInAnyOrder(Count.FIRM_NOT_KNOWN, Count.INCOMPLETE);
    }

    @Test
    void aRecordThatContradictsAnotherIsRefusedAndNamed() {
        SampleFiles files = with("teams.csv", "|Q01,", "|Q01,别队,社区01,2025-06-14|Q01,");

        assertThatThrownBy(() -> figure(files, Metric.VOLUNTEER_TEAMS, Measurement.WHOLE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("teams.csv")
                .hasMessageContaining("Q01");
    }

    @Test
    void theDemoTellsEveryFormulaAndStopsAtAFigureThatDiffers() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        DistrictCheck.of(FILES).run(new PrintStream(said, true, StandardCharsets.UTF_8));
        SampleFiles other = with("expected.json", "\"pilots\": 5", "\"pilots\": 6");

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("120/124")
                .contains("16 figures of the district agree");
        assertThatThrownBy(() -> DistrictCheck.of(other).run(new PrintStream(said)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("COMPLETE_TEAMS");
    }

    private static SampleFiles with(String file, String from, String to) {
        String text = text(file).replace('\n', '|');
        assertThat(text).contains(from);
        String changed = text.replace(from, to).replace('|', '\n');
        return FILES.with(file, changed.getBytes(StandardCharsets.UTF_8));
    }

    private static Measurement figure(SampleFiles files, Metric metric, String subject) {
        return figure(Refused.orThrow(District.read(files::sheet)), metric, subject);
    }

    private static Measurement figure(District district, Metric metric, String subject) {
        return district.figures(DAY).stream()
                .filter(f -> f.metric() == metric && f.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static long rows(String file) {
        return lines(file).count();
    }

    private static Stream<String> lines(String file) {
        return text(file).lines().skip(1);
    }

    private static String text(String file) {
        return new String(FILES.bytes(file), StandardCharsets.UTF_8);
    }
}
