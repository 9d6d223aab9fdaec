package io.github.xinyi.example.xinyijia;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xinyi.governance.committee.Coverage;
import io.github.xinyi.governance.committee.GoverningBody;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The figures that the district published, derived from one record each. */
class ArticleFiguresTest {

    private static final SampleFiles FILES = new SampleFiles("honggu");
    private static final JsonNode EXPECTED = FILES.json("expected.json");
    private static final LocalDate DAY = LocalDate.parse(EXPECTED.path("asOf").asText());

    @Test
    void elevenCommitteesAndEightyTwoManagementCommitteesCoverAllNinetyThree() {
        List<GoverningBody> bodies = bodies();

        Coverage coverage = Coverage.on(DAY, communities(bodies), bodies);

        assertThat(coverage.count(GoverningBody.Kind.OWNERS_COMMITTEE)).isEqualTo(11);
        assertThat(coverage.count(GoverningBody.Kind.PROPERTY_MANAGEMENT_COMMITTEE)).isEqualTo(82);
        assertThat(coverage.communities()).isEqualTo(93).isEqualTo(expected("communities"));
        assertThat(coverage.ratio()).isEqualTo(Ratio.of(1, 1));
    }

    @Test
    void oneExpiredTermLeavesNinetyTwoOfNinetyThree() {
        List<GoverningBody> bodies = new ArrayList<>(bodies());
        GoverningBody expired = bodies.remove(0);
        bodies.add(
                new GoverningBody(
                        expired.community(),
                        expired.kind(),
                        new EffectivePeriod(expired.term().startInclusive(), DAY)));

        Coverage coverage = Coverage.on(DAY, communities(bodies), bodies);

        assertThat(coverage.ratio()).isEqualTo(Ratio.of(92, 93));
        assertThat(coverage.uncovered()).containsOnlyKeys(expired.community());
    }

    @Test
    void countsMeetingsMattersMembersTeamsAndItems() {
        List<String> meetings = column("conferences.csv", "会议编号");
        List<String> matters = column("matters.csv", "会议编号");

        assertThat(meetings).doesNotHaveDuplicates().hasSize(17).hasSize(expected("conferences"));
        assertThat(matters).hasSize(42).allMatch(meetings::contains);
        assertThat(Set.copyOf(column("checkins.csv", "党员编号")))
                .hasSize(1308)
                .hasSize(expected("checkedInMembers"));
        assertThat(Set.copyOf(column("teams.csv", "队伍编号"))).hasSize(22);
        assertThat(
                        column("items.csv", "类型").stream()
                                .collect(
                                        Collectors.groupingBy(kind -> kind, Collectors.counting())))
                .isEqualTo(Map.of("管道问题", 97L, "急难愁盼", 685L));
        assertThat(column("pilots.csv", "小区编号")).doesNotHaveDuplicates().hasSize(5);
    }

    private static int expected(String name) {
        return EXPECTED.path(name).asInt();
    }

    private static Set<CommunityId> communities(List<GoverningBody> bodies) {
        return bodies.stream().map(GoverningBody::community).collect(Collectors.toSet());
    }

    private static List<GoverningBody> bodies() {
        Column<CommunityId> community = Column.identifier("小区编号", CommunityId::of).unique();
        Column<GoverningBody.Kind> kind =
                Column.label(
                        "机构类型",
                        Map.of(
                                "业主委员会", GoverningBody.Kind.OWNERS_COMMITTEE,
                                "物业管理委员会", GoverningBody.Kind.PROPERTY_MANAGEMENT_COMMITTEE));
        Column<LocalDate> from = Column.date("成立日期");
        Column<LocalDate> to = Column.date("届满日期");
        return rows(
                "bodies.csv",
                List.of(community, Column.ignored("小区"), kind, from, to),
                row ->
                        new GoverningBody(
                                row.get(community),
                                row.get(kind),
                                new EffectivePeriod(row.get(from), row.get(to))));
    }

    /** One column of a file whose other columns are passed over. */
    private static List<String> column(String file, String header) {
        String first =
                new String(FILES.bytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElseThrow();
        Column<String> wanted = Column.text(header);
        List<Column<?>> columns = new ArrayList<>();
        for (String name : first.split(",", -1)) {
            columns.add(name.equals(header) ? wanted : Column.ignored(name));
        }
        return rows(file, columns, row -> row.get(wanted));
    }

    private static <T> List<T> rows(String file, List<Column<?>> columns, Function<Row, T> reader) {
        return Refused.orThrow(
                Sheet.read(FILES.sheet(file), columns).then(sheet -> sheet.rows(reader)));
    }
}
