package io.github.xinyi.governance.locality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.team.TeamRule;
import io.github.xinyi.governance.voting.Matter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another place is another set of tables, and no code. */
class LocalityTest {

    private static final List<Locality> SHIPPED =
            List.of(Locality.honggu(), Locality.sampleCity(), Locality.sampleDistrict());

    @Test
    void shipsThreePlacesThatShareNoTable() {
        assertThat(SHIPPED).extracting(Locality::name).doesNotHaveDuplicates();
        assertThat(SHIPPED).extracting(Locality::procedure).doesNotHaveDuplicates();
        assertThat(SHIPPED).extracting(Locality::conference).doesNotHaveDuplicates();
        assertThat(SHIPPED).extracting(Locality::team).doesNotHaveDuplicates();
        assertThat(SHIPPED).extracting(Locality::limits).doesNotHaveDuplicates();
        assertThat(SHIPPED).extracting(Locality::casework).doesNotHaveDuplicates();
        assertThat(SHIPPED).extracting(Locality::talks).doesNotHaveDuplicates();
        assertThat(SHIPPED).extracting(Locality::cells).doesNotHaveDuplicates();
    }

    @Test
    void leavesTheOwnersVoteInEveryPlace() {
        for (Locality locality : SHIPPED) {
            for (Matter matter : Matter.values()) {
                assertThat(locality.procedure().stages(matter))
                        .extracting(stage -> stage.kind().name())
                        .containsOnlyOnce("OWNERS_VOTE");
            }
        }
    }

    /** Nothing of a place that does not exist looks as if somebody had ordered it. */
    @Test
    void saysOfEveryInventedFigureThatItIsInvented() {
        for (Locality invented : SHIPPED.subList(1, 3)) {
            assertThat(invented.name()).contains("虚构");
            assertThat(invented.casework().source()).contains("虚构");
            assertThat(invented.talks().source().document()).contains("虚构");
            assertThat(invented.talks().source().standing()).isEqualTo(Standing.INTERPRETATION);
            assertThat(invented.cells().source().document()).contains("虚构");
            assertThat(invented.limits().grades())
                    .allSatisfy(
                            grade -> {
                                assertThat(grade.source().document()).contains("虚构");
                                assertThat(grade.source().standing())
                                        .isEqualTo(Standing.INTERPRETATION);
                            });
        }
    }

    @Test
    void readsAPlaceOutOfTheTablesOfACaller() throws IOException {
        Locality read =
                tables(
                                """
                                入户覆盖率,评价参与率,每人评价户数上限,必经环节,须走程序事项,决策主体,征集天数,评价天数,来源,依据
                                1/1,1/2,2,协商,,,0,0,某街道方案,解读
                                """)
                        .read("某街道")
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));

        assertThat(read.name()).isEqualTo("某街道");
        assertThat(read.procedure().stages()).isEqualTo(Locality.honggu().procedure().stages());
        assertThat(read.limits()).isEqualTo(Locality.honggu().limits());
        assertThat(read.casework().source()).isEqualTo("某街道方案");
    }

    @Test
    void namesTheFaultsOfEveryTableTogether() throws IOException {
        LocalityTables good =
                tables(
                        """
                        入户覆盖率,评价参与率,每人评价户数上限,必经环节,须走程序事项,决策主体,征集天数,评价天数,来源,依据
                        2/1,1/2,0,协商,,,0,0,某街道,解读
                        """);
        LocalityTables two =
                new LocalityTables(
                        good.procedure(),
                        good.conference(),
                        good.team(),
                        good.limits(),
                        good.casework(),
                        table("talk.csv", "限期最多天数,满意须超过,必经环节,附议人数,来源,依据\n0,1/2,,0,某街道,解读\n"),
                        good.cells());

        assertThat(faults(good.read("某街道"))).isEqualTo(2);
        assertThat(faults(two.read("某街道"))).isEqualTo(3);
    }

    /** By a post of no team, nobody could ever take the step. */
    @ParameterizedTest
    @CsvSource({"专业顾问, 0", "执法人员, 0", "网格长, 1"})
    void leavesAStepToNoPostThatNoTeamOfThePlaceHas(String post, int faults) throws IOException {
        LocalityTables read = tables(CASEWORK.replace("2,协商,", "2,协商;结案前:验收:" + post + ","));

        assertThat(faults(read.read("某街道"))).isEqualTo(faults);
    }

    @Test
    void namesTheTableAndTheStepOfAPostThatNoTeamHas() throws IOException {
        LocalityTables read = tables(CASEWORK.replace("2,协商,", "2,协商;结案前:验收:网格长,"));

        List<Finding> refused =
                read.read("某街道").fold(place -> List.of(), r -> List.copyOf(r.notMet()));

        assertThat(refused).extracting(Finding::rule).containsExactly(TeamRule.POST_KNOWN.code());
        assertThat(refused.get(0).evidence())
                .containsEntry("table", "casework.csv")
                .containsEntry("column", "必经环节")
                .containsEntry("step", "结案前:验收:网格长")
                .containsEntry("post", "网格长");
    }

    @Test
    void leavesStepsToPostsOfTheTeamsOfEachShippedPlace() {
        int left = 0;
        for (Locality place : SHIPPED) {
            List<LocalStep> posts =
                    Stream.of(
                                    place.limits().most().steps().local(),
                                    place.casework().steps().local(),
                                    place.talks().local())
                            .flatMap(local -> local.all().stream())
                            .filter(LocalStep::hasPost)
                            .toList();
            assertThat(posts).allMatch(step -> place.team().slot(step.post()).isPresent());
            left += posts.size();
        }

        assertThat(left).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "31, true", "32, true", "33, false"})
    void hasANameOfOneToThirtyTwoCharacters(int length, boolean good) throws IOException {
        Locality honggu = Locality.honggu();
        if (good) {
            assertThat(named(honggu, "街".repeat(length)).name()).hasSize(length);
            assertThat(tables(CASEWORK).read("街".repeat(length)).isAccepted()).isTrue();
        } else {
            LocalityTables read = tables(CASEWORK);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read.read("街".repeat(length)))
                    .withMessage("a name of 33 characters");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> named(honggu, "街".repeat(length)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "街\n道", "街\ud800"})
    void hasNoNameThatNobodyCanRead(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> named(Locality.honggu(), name));
    }

    private static final String CASEWORK =
            """
            入户覆盖率,评价参与率,每人评价户数上限,必经环节,须走程序事项,决策主体,征集天数,评价天数,来源,依据
            1/1,1/2,2,协商,,,0,0,某街道方案,解读
            """;

    private static Locality named(Locality one, String name) {
        return new Locality(
                name,
                one.procedure(),
                one.conference(),
                one.team(),
                one.limits(),
                one.casework(),
                one.talks(),
                one.cells());
    }

    private static int faults(Outcome<Locality> read) {
        return read.fold(value -> 0, ruling -> ruling.notMet().size());
    }

    private static LocalityTables tables(String casework) throws IOException {
        return new LocalityTables(
                shipped("deliberation/five-deliberations.csv"),
                shipped("conference/four_party.csv"),
                shipped("team/liaison.csv"),
                shipped("grid/sla.csv"),
                table("casework.csv", casework),
                shipped("talk/terms.csv"),
                shipped("team/households.csv"));
    }

    private static SheetFile shipped(String path) throws IOException {
        try (InputStream in =
                LocalityTest.class.getResourceAsStream("/io/github/xinyi/governance/" + path)) {
            return SheetFile.utf8("table.csv", Objects.requireNonNull(in).readAllBytes());
        }
    }

    private static SheetFile table(String name, String text) {
        return SheetFile.utf8(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
