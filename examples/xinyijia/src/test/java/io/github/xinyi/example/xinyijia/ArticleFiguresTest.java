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
import java.util.Map;
import java.util.stream.Collectors;
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
    private static final District DISTRICT = district(FILES);
    private static final LocalDate DAY =
            LocalDate.parse(FILES.json("expected.json").path("asOf").asText());
    private static final List<RegionId> TOWNS =
            Stream.of("镇街01", "镇街02", "镇街03", "镇街04").map(RegionId::of).toList();

    @ParameterizedTest(name = "{0} {1} = {2}/{3} from {5} rows")
    @CsvSource({
        "COVERAGE, -, 93, 93, bodies.csv, 121",
        "OWNERS_COMMITTEES, -, 11, 93, bodies.csv, 121",
        "MANAGEMENT_COMMITTEES, -, 82, 93, bodies.csv, 121",
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
        "SETTLEMENT, -, 8, 8, disputes.csv, 88"
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
                .hasSize(17)
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
        "disputes.csv, 达成协议, 8",
        "disputes.csv, 办结, 8"
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
        "SETTLEMENT, -, 7, disputes.csv, '|D8,2025-04-21T16:14:00+08:00,办结,G01,,办结', ''",
        "SETTLEMENT, -, 7, disputes.csv, '|D2,2025-05-23T16:42:00+08:00,办结,G01,,办结', ''",
        "SETTLEMENT, -, 7, disputes.csv, '|D8,2025-04-21T16:14:00+08:00,办结,G01,,办结',"
            + " '|D8,2025-04-21T16:14:00+08:00,办结,G01,,办结|D8,2025-04-22T09:00:00+08:00,重新办理,G01,,又有争执'"
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

    /** Counted of the bodies alone, the community would vanish with its rows: 92 of 92. */
    @ParameterizedTest
    @CsvSource({
        "C001, MANAGEMENT_COMMITTEES, 81",
        "C005, OWNERS_COMMITTEES, 10",
        "C011, MANAGEMENT_COMMITTEES, 81",
        "C074, MANAGEMENT_COMMITTEES, 81"
    })
    void aCommunityWithoutAnyRowOfABodyCountsAgainstTheDistrict(
            String community, Metric kind, int left) {
        District district = district(without("bodies.csv", community));

        Measurement coverage = figure(district, Metric.COVERAGE, Measurement.WHOLE);

        assertThat(coverage.numerator()).hasSize(92);
        assertThat(coverage.denominator()).hasSize(93);
        assertThat(coverage.missing())
                .containsOnly(
                        Map.entry(
                                new RecordId(CommunityId.of(community), community), Count.NO_BODY));
        assertThat(figure(district, kind, Measurement.WHOLE).numerator()).hasSize(left);
        assertThat(figure(district, kind, Measurement.WHOLE).denominator()).hasSize(93);
    }

    @Test
    void theCommunitiesOfADayAreNotTheRowsOfTheirList() {
        assertThat(rows("communities.csv")).isEqualTo(98);
        assertThat(lines("communities.csv").map(line -> line.split(",", 2)[0]).distinct())
                .hasSize(94);
        assertThat(figure(DISTRICT, Metric.COVERAGE, Measurement.WHOLE).denominator()).hasSize(93);
    }

    /** Its body would be in office until 2026. */
    @ParameterizedTest
    @CsvSource({"2025-03-31, 94", "2025-04-01, 93", "2025-11-01, 93"})
    void aCommunityCountsUntilTheDayBeforeItMerges(LocalDate day, int communities) {
        RecordId merged = new RecordId(CommunityId.of("C094"), "C094");

        Measurement coverage = figures(DISTRICT, day, Metric.COVERAGE);

        assertThat(coverage.denominator()).hasSize(communities);
        assertThat(coverage.numerator().contains(merged)).isEqualTo(communities == 94);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-03-31",
                "2025-04-01",
                "2025-06-30",
                "2025-07-01",
                "2025-11-01",
                "2025-12-31",
                "2026-01-01"
            })
    void theTownsAddUpToTheDistrictOnEveryDay(LocalDate day) {
        for (Metric metric :
                List.of(Metric.COVERAGE, Metric.OWNERS_COMMITTEES, Metric.MANAGEMENT_COMMITTEES)) {
            Measurement whole = figures(DISTRICT, day, metric);

            RollUp towns = DISTRICT.byTown(whole);

            List<Measurement> parts = TOWNS.stream().map(towns::at).toList();
            assertThat(parts).noneMatch(part -> part.denominator().isEmpty());
            assertThat(parts.stream().flatMap(part -> part.numerator().stream()))
                    .containsExactlyInAnyOrderElementsOf(whole.numerator());
            assertThat(parts.stream().flatMap(part -> part.denominator().stream()))
                    .containsExactlyInAnyOrderElementsOf(whole.denominator());
            assertThat(towns.at(RegionId.of("HONGGU")).records()).isEqualTo(whole.records());
            assertThat(towns.unplaced()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "C074, 2025-06-30, 镇街02",
        "C074, 2025-07-01, 镇街04",
        "C074, 2025-11-01, 镇街04",
        "C012, 2025-11-01, 镇街03",
        "C012, 2025-12-31, 镇街03",
        "C012, 2026-01-01, 镇街04"
    })
    void aCommunityThatMovesCountsOnceAndWhereItLiesOnTheDay(
            String community, LocalDate day, String town) {
        RollUp towns = DISTRICT.byTown(figures(DISTRICT, day, Metric.COVERAGE));

        assertThat(TOWNS)
                .filteredOn(
                        one ->
                                towns.at(one).denominator().stream()
                                        .anyMatch(of -> of.id().equals(community)))
                .containsExactly(RegionId.of(town));
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource({
        "communities.csv, 'C001,小区01,镇街02,', 'C001,小区01,,', 2, 镇街, empty",
        "communities.csv, '小区01,镇街02,2019-01-01', '小区01,镇街02,2019-02-30', 2, 划入日期, not a date",
        "communities.csv, '2019-01-01,2025-04-01', '2019-01-01,2019-01-01', 99, 划出日期, 2019-01-01",
        "communities.csv, '2025-07-01,|C075', '2025-06-30,|C075', 78, 划入日期, 镇街02 2019-01-01",
        "communities.csv, 'C001,小区01,镇街02,', 'C001,小区01,C002,', 3, 小区编号, STREET",
        "communities.csv, 'C001,小区01,镇街02,', 'HONGGU,小区01,镇街02,', 2, 小区编号, DISTRICT",
        "communities.csv, 'C002,小区02,镇街03', 'C002,小区02,C001', 3, 镇街, COMMUNITY",
        "bodies.csv, '|C094,', '|C095,', 122, 小区编号, communities.csv",
        "pilots.csv, 'N1,C004,', 'N1,C095,', 2, 小区编号, communities.csv",
        "pilots.csv, '小区04,镇街01,', '小区04,镇街03,', 2, 镇街, 镇街01"
    })
    void aRowThatCanNotBeTrueIsRefusedWithLineFieldAndReason(
            String file, String from, String to, int line, String field, String reason) {
        SampleFiles files = with(file, from, to);

        assertThatThrownBy(() -> district(files))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("%s, line %d, %s: ".formatted(file, line, field))
                .hasMessageContaining(reason);
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

        List<District.RefusedSeat> refused = district(files).refusedSeats();

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

    /** D8 was agreed on on 18 April and closed, after a check and a follow-up, three days later. */
    @Test
    void aDisputeCountsFromTheDayOnWhichItIsClosed() {
        LocalDate agreed = LocalDate.of(2025, 4, 18);

        assertThat(figures(DISTRICT, agreed.plusDays(2), Metric.SETTLEMENT).missing())
                .containsEntry(new RecordId(CommunityId.of("C006"), "D8"), Count.OPEN);
        assertThat(figures(DISTRICT, agreed.plusDays(3), Metric.SETTLEMENT).numerator())
                .contains(new RecordId(CommunityId.of("C006"), "D8"));
    }

    @Test
    void aDisputeThatIsClosedBeforeThoseConcernedWereAskedIsNotRead() {
        SampleFiles files = with("disputes.csv", "|D8,2025-04-21T10:54:00+08:00,回访,G01,,无异议", "");

        assertThatThrownBy(() -> district(files))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FOLLOWED_UP");
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
                .contains("17 figures of the district agree");
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

    /** The same files without the rows of one community. */
    private static SampleFiles without(String file, String community) {
        String left =
                text(file)
                        .lines()
                        .filter(line -> !line.startsWith(community + ","))
                        .collect(Collectors.joining("\n", "", "\n"));
        assertThat(left).isNotEqualTo(text(file));
        return FILES.with(file, left.getBytes(StandardCharsets.UTF_8));
    }

    private static District district(SampleFiles files) {
        return Refused.orThrow(District.read(files::sheet));
    }

    private static Measurement figure(SampleFiles files, Metric metric, String subject) {
        return figure(district(files), metric, subject);
    }

    /** A figure of the whole district on another day. */
    private static Measurement figures(District district, LocalDate day, Metric metric) {
        return district.figures(day).stream()
                .filter(f -> f.metric() == metric)
                .findFirst()
                .orElseThrow();
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
