package io.github.xinyi.governance.locality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.conference.ConferencePattern;
import io.github.xinyi.governance.conference.ConferencePatternSheet;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.team.TeamPattern;
import io.github.xinyi.governance.team.TeamRule;
import io.github.xinyi.governance.voting.Matter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
        assertThat(SHIPPED).flatExtracting(Locality::conferences).doesNotHaveDuplicates();
        assertThat(SHIPPED).flatExtracting(Locality::teams).doesNotHaveDuplicates();
        assertThat(SHIPPED).extracting(Locality::limits).doesNotHaveDuplicates();
        assertThat(SHIPPED).extracting(Locality::casework).doesNotHaveDuplicates();
        assertThat(SHIPPED).extracting(Locality::talks).doesNotHaveDuplicates();
        assertThat(SHIPPED).extracting(Locality::cells).doesNotHaveDuplicates();
    }

    @Test
    void hasTheTeamsAndConferencesThatTheDistrictIsReportedToHaveByTheirIds() {
        Locality honggu = Locality.honggu();

        assertThat(honggu.teams()).extracting(TeamPattern::id).containsExactly(REPORTED);
        for (String id : REPORTED) {
            assertThat(honggu.team(id)).get().extracting(TeamPattern::id).isEqualTo(id);
        }
        assertThat(honggu.conferences())
                .extracting(ConferencePattern::title)
                .containsExactly("四方联席会议", "党建联席会");
        assertThat(honggu.conference("党建联席会")).contains(ConferencePatternSheet.partyBuilding());
        assertThat(honggu.team("调解组")).isEmpty();
        assertThat(honggu.conference("片区共商会")).isEmpty();
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
            assertThat(invented.teams())
                    .filteredOn(team -> !team.equals(TeamPattern.onePlusFourOfQuanzhou()))
                    .isNotEmpty()
                    .flatExtracting(TeamPattern::slots)
                    .extracting(slot -> slot.source().document())
                    .allMatch(document -> document.contains("虚构"));
            assertThat(invented.conferences())
                    .filteredOn(one -> !one.equals(ConferencePatternSheet.shandong()))
                    .flatExtracting(ConferencePattern::rows)
                    .allMatch(row -> row.source().contains("虚构"))
                    .allMatch(row -> row.standing() == Standing.INTERPRETATION);
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
        Locality read = accepted(tables(CASEWORK));

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
                        good.conferences(),
                        good.teams(),
                        good.limits(),
                        good.casework(),
                        table("talk.csv", "限期最多天数,满意须超过,必经环节,附议人数,来源,依据\n0,1/2,,0,某街道,解读\n"),
                        good.cells());

        assertThat(faults(good.read("某街道"))).isEqualTo(2);
        assertThat(faults(two.read("某街道"))).isEqualTo(3);
    }

    /** By a post of no team, nobody could ever take the step. */
    @ParameterizedTest
    @CsvSource({"专业顾问, 0", "执法人员, 1", "网格长, 1"})
    void leavesAStepToNoPostThatNoTeamOfThePlaceHas(String post, int faults) throws IOException {
        LocalityTables read = tables(CASEWORK.replace("2,协商,", "2,协商;结案前:验收:" + post + ","));

        assertThat(faults(read.read("某街道"))).isEqualTo(faults);
    }

    @Test
    void namesTheTableAndTheStepOfAPostThatNoTeamHas() throws IOException {
        LocalityTables read = tables(CASEWORK.replace("2,协商,", "2,协商;结案前:验收:网格长,"));

        List<Finding> refused = refused(read);

        assertThat(refused).extracting(Finding::rule).containsExactly(TeamRule.POST_KNOWN.code());
        assertThat(refused.get(0).evidence())
                .containsEntry("table", "casework.csv")
                .containsEntry("column", "必经环节")
                .containsEntry("step", "结案前:验收:网格长")
                .containsEntry("post", "网格长")
                .containsEntry("patterns", "[1+3+N]");
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
            assertThat(posts)
                    .allMatch(
                            step ->
                                    place.teams().stream()
                                            .anyMatch(t -> t.slot(step.post()).isPresent()));
            left += posts.size();
        }

        assertThat(left).isEqualTo(6);
    }

    /** The table of the team for disputes is one of the place's own, whatever it is called. */
    @Test
    void leavesAStepToAPostThatOneOfSeveralTeamsHas() throws IOException {
        SheetFile callers =
                table(
                        "上门组.csv",
                        """
                        岗位,最少,最多,兼任小区上限,资格,类别,互斥岗位,独立性,来源,依据
                        召集人,1,1,,,,,不限,某街道方案,解读
                        """);
        String casework = CASEWORK.replace("2,协商,", "2,协商;结案前:验收:召集人,");

        Locality read =
                accepted(
                        with(
                                tables(casework),
                                List.of(fourParty("联席会")),
                                List.of(liaison("1+3+N"), callers)));

        assertThat(read.teams()).extracting(TeamPattern::id).containsExactly("1+3+N", "上门组");
        assertThat(read.team("上门组").orElseThrow().slot("召集人")).isPresent();
        assertThat(read.casework().steps().local().all())
                .extracting(LocalStep::post)
                .containsExactly("召集人");
        assertThat(faults(tables(casework).read("某街道"))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "15, true", "16, true", "17, false"})
    void hasOneToSixteenTeamsAndConferences(int number, boolean good) throws IOException {
        List<SheetFile> teams = new ArrayList<>();
        List<SheetFile> conferences = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            teams.add(liaison("队" + i));
            conferences.add(fourParty("联席会" + i));
        }
        LocalityTables all = with(tables(CASEWORK), conferences, teams);
        Locality one = Locality.honggu();
        List<TeamPattern> patterns =
                teams.stream().map(t -> new TeamPattern(t.name(), GUIDES.slots())).toList();
        List<ConferencePattern> sittings =
                conferences.stream().map(c -> accepted(ConferencePatternSheet.read(c))).toList();

        if (good) {
            assertThat(accepted(all).teams()).hasSize(number);
            assertThat(accepted(all).conferences()).hasSize(number);
            assertThat(of(one, sittings, patterns).teams()).hasSize(number);
        } else {
            assertThat(rules(all))
                    .containsExactly(LocalityRule.CONFERENCES.code(), LocalityRule.TEAMS.code());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of(one, sittings, one.teams()))
                    .withMessageContaining(LocalityRule.CONFERENCES.name());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of(one, one.conferences(), patterns))
                    .withMessageContaining(LocalityRule.TEAMS.name());
        }
    }

    @Test
    void hasNoTwoTeamsOrConferencesOfOneId() throws IOException {
        SheetFile first = fourParty("联席会");
        SheetFile second = fourParty("联席会");
        Locality one = Locality.honggu();
        LocalityTables twice =
                with(
                        tables(CASEWORK),
                        List.of(first, second),
                        List.of(liaison("队"), liaison("另一队"), liaison("队")));

        List<Finding> refused = refused(twice);

        assertThat(refused)
                .extracting(Finding::rule)
                .containsExactly(
                        LocalityRule.CONFERENCE_ONCE.code(), LocalityRule.TEAM_ONCE.code());
        assertThat(refused.get(0).evidence())
                .containsEntry("id", "联席会")
                .containsEntry("tables", "[conference.csv, conference.csv]");
        assertThat(refused.get(1).evidence())
                .containsEntry("id", "队")
                .containsEntry("tables", "[队.csv, 队.csv]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(one, one.conferences(), List.of(GUIDES, GUIDES)))
                .withMessageContaining(LocalityRule.TEAM_ONCE.name());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                of(
                                        one,
                                        List.of(one.conferences().get(0), one.conferences().get(0)),
                                        one.teams()))
                .withMessageContaining(LocalityRule.CONFERENCE_ONCE.name());
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "31, true", "32, true", "33, false", "60, false"})
    void knowsATeamByTheNameOfItsFileInOneToThirtyTwoCharacters(int length, boolean good)
            throws IOException {
        LocalityTables read =
                with(
                        tables(CASEWORK),
                        List.of(fourParty("联席会")),
                        List.of(liaison("队".repeat(length))));

        if (good) {
            assertThat(accepted(read).team("队".repeat(length))).isPresent();
        } else {
            assertThat(rules(read)).containsExactly(TeamRule.PATTERN_ID.code());
        }
    }

    @ParameterizedTest
    @CsvSource({"1+3+N, 1+3+N", "1.5+N.csv, 1.5+N", "a.b.csv, a.b"})
    void takesTheNameUpToItsLastDot(String file, String id) throws IOException {
        SheetFile team = shipped("team/liaison.csv", file);

        assertThat(
                        accepted(with(tables(CASEWORK), List.of(fourParty("联席会")), List.of(team)))
                                .teams())
                .extracting(TeamPattern::id)
                .containsExactly(id);
    }

    @Test
    void changesWithNoListOfTheCaller() throws IOException {
        List<SheetFile> teams = new ArrayList<>(List.of(liaison("队")));
        List<TeamPattern> patterns = new ArrayList<>(List.of(GUIDES));
        LocalityTables tables = with(tables(CASEWORK), List.of(fourParty("联席会")), teams);
        Locality place = of(Locality.honggu(), Locality.honggu().conferences(), patterns);

        teams.clear();
        patterns.clear();

        assertThat(tables.teams()).hasSize(1);
        assertThat(place.teams()).hasSize(1);
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

    private static final String[] REPORTED = {"1+3+N", "1+4+X", "议事队"};

    private static final TeamPattern GUIDES = TeamPattern.onePlusThreePlusN();

    private static Locality of(
            Locality one, List<ConferencePattern> conferences, List<TeamPattern> teams) {
        return new Locality(
                one.name(),
                one.procedure(),
                conferences,
                teams,
                one.limits(),
                one.casework(),
                one.talks(),
                one.cells());
    }

    private static LocalityTables with(
            LocalityTables one, List<SheetFile> conferences, List<SheetFile> teams) {
        return new LocalityTables(
                one.procedure(),
                conferences,
                teams,
                one.limits(),
                one.casework(),
                one.talks(),
                one.cells());
    }

    private static SheetFile liaison(String name) throws IOException {
        return shipped("team/liaison.csv", name + ".csv");
    }

    private static SheetFile fourParty(String title) throws IOException {
        return table("conference.csv", text("conference/four_party.csv").replace("四方联席会议", title));
    }

    private static <T> T accepted(Outcome<T> read) {
        return read.orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static Locality accepted(LocalityTables read) {
        return accepted(read.read("某街道"));
    }

    private static List<Finding> refused(LocalityTables read) {
        return read.read("某街道").fold(place -> List.of(), r -> List.copyOf(r.notMet()));
    }

    private static List<RuleCode> rules(LocalityTables read) {
        return refused(read).stream().map(Finding::rule).toList();
    }

    private static Locality named(Locality one, String name) {
        return new Locality(
                name,
                one.procedure(),
                one.conferences(),
                one.teams(),
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
                List.of(shipped("conference/four_party.csv")),
                List.of(liaison("1+3+N")),
                shipped("grid/sla.csv"),
                table("casework.csv", casework),
                shipped("talk/terms.csv"),
                shipped("team/households.csv"));
    }

    private static SheetFile shipped(String path) throws IOException {
        return shipped(path, "table.csv");
    }

    private static SheetFile shipped(String path, String name) throws IOException {
        return table(name, text(path));
    }

    private static String text(String path) throws IOException {
        try (InputStream in =
                LocalityTest.class.getResourceAsStream("/io/github/xinyi/governance/" + path)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SheetFile table(String name, String text) {
        return SheetFile.utf8(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
