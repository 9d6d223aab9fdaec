package io.github.xinyi.governance.deliberation;

import static io.github.xinyi.governance.deliberation.Procedures.refusals;
import static io.github.xinyi.governance.deliberation.Procedures.ruling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.deliberation.Procedure.Status;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ProcedureOpened;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.voting.Matter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatternSheetTest {

    static final String HEADER = "环节,名称,类型,主体,材料,出席,同意,同意基数,至少天数,期限天数,补办天数,适用事项,来源,效力\n";
    private static final String VOTE = "vote,表决,业主表决,业主大会,,,,,0,0,0,,市规,原文\n";
    private static final String SHOWN = "shown,公示,公开,街道办,,,,,1,0,0,,市规,解释\n";
    private static final String DONE = "done,实施,实施,业委会,实施报告,,,,0,0,0,,市规,解释\n";
    private static final String AFTER = "after,结果公开,公开,业委会,,,,,1,0,0,,市规,解释\n";
    static final String LEAST = VOTE + SHOWN + DONE + AFTER;

    static Outcome<ProcedurePattern> read(String rows) {
        return PatternSheet.read(
                "某市六步法", SheetFile.utf8("p.csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsTheShippedPatternsWithTheStandingOfEachRow() {
        ProcedurePattern five = PatternSheet.fiveDeliberations();

        assertThat(five.stages())
                .extracting(Stage::name)
                .containsExactly("提议", "商议", "审议", "决议", "决议公开", "实施", "实施结果公开", "评议");
        assertThat(five.stages())
                .extracting(Stage::standing)
                .contains(Standing.UNVERIFIED, Standing.INTERPRETATION);
        assertThat(PatternSheet.fourDeliberations().stages()).hasSize(7);
    }

    @Test
    void theShippedLocalitiesDifferInStepsPartiesGatesAndDays() {
        ProcedurePattern city = PatternSheet.sampleCity();

        assertThat(city.stages(Matter.REBUILDING))
                .extracting(Stage::id)
                .containsExactly(
                        "motion",
                        "draft-disclosure",
                        "hearing",
                        "resolution",
                        "decision-disclosure",
                        "execution",
                        "review",
                        "result-disclosure");
        assertThat(city.stages(Matter.MANAGER_APPOINTMENT)).hasSize(7);
        assertThat(city.stages())
                .filteredOn(stage -> stage.standing() != Standing.INTERPRETATION)
                .extracting(Stage::id)
                .containsExactly("resolution");
        assertThat(city.id()).contains("虚构");
        for (ProcedurePattern other :
                List.of(PatternSheet.fiveDeliberations(), PatternSheet.fourDeliberations())) {
            assertThat(other.stages()).doesNotContainSequence(city.stages());
            assertThat(other.stages()).extracting(Stage::leastDays).doesNotContain(15);
        }
    }

    @Test
    void anotherCityHasOtherStepsInAnotherOrder() {
        String rows =
                "draft,公示方案,公开,街道办;居委会,,,,,5,0,0,,某市试行办法第3条,待核\n"
                        + "hearing,听证,议决,听证会,会议纪要;签到表,>1/2,≥2/3,实到,0,30,0,7;8,某市试行办法第4条,待核\n"
                        + LEAST;
        ProcedurePattern pattern =
                read(rows).orElseThrow(r -> new IllegalStateException(r.toString()));

        assertThat(pattern.stages(Matter.REBUILDING)).hasSize(6);
        assertThat(pattern.stages(Matter.MANAGER_APPOINTMENT))
                .extracting(Stage::id)
                .containsExactly("draft", "vote", "shown", "done", "after");
        Procedure state = Procedures.opened(pattern, Procedures.motion(Matter.REBUILDING));
        assertThat(Procedures.until(state, "after").status()).isEqualTo(Status.UNDER_WAY);
    }

    /** Civil Code art. 278 para. 1. */
    @Test
    void refusesToDropTheOwnersVoteForAnyOfTheNineMatters() {
        String partly = VOTE.replace("0,0,,", "0,0,1;2;3;4;5;6;7;8,") + SHOWN + DONE + AFTER;

        assertThat(refusals(read(SHOWN + DONE + AFTER)))
                .containsExactly(
                        "pattern-owners-vote", "pattern-execution", "pattern-decision-disclosed");
        assertThat(ruling(read(partly)).notMet().get(0).evidence()).containsEntry("items", "9");
        assertThat(refusals(read(LEAST))).isEmpty();
        assertThat(refusals(read(LEAST + VOTE.replace("vote,", "again,"))))
                .containsExactly("pattern-owners-vote");
    }

    /** Civil Code art. 278 para. 2. */
    @Test
    void refusesToWriteAnotherThresholdBesideTheVote() {
        assertThat(refusals(read(LEAST.replace("业主大会,,,,,", "业主大会,,≥1/2,,,"))))
                .containsExactly("pattern-vote-floor");
        assertThat(refusals(read(LEAST.replace("业主大会,,,,,", "业主大会,,,>1/2,,"))))
                .containsExactly("pattern-vote-floor");
    }

    @Test
    void namesEveryFloorThatATableLowers() {
        String rows =
                "talk,商议,议决,业委会,,,≥1/3,应到,0,0,0,,市规,解释\n"
                        + "plan,方案,材料,业委会,,≥1/2,,,0,0,0,,市规,解释\n"
                        + DONE
                        + VOTE
                        + SHOWN.replace(",1,0,", ",0,0,");

        assertThat(refusals(read(rows)))
                .containsExactly(
                        "pattern-execution",
                        "pattern-decision-disclosed",
                        "pattern-result-disclosed",
                        "pattern-body-consent",
                        "pattern-counted-body",
                        "pattern-proof",
                        "pattern-roll");
    }

    @Test
    void asksForTheListOfThosePresentWhereverABodyIsCounted() {
        String body = "talk,商议,议决,业委会,%s,,>1/2,应到,0,0,0,,市规,解释\n";

        assertThat(refusals(read(body.formatted("会议纪要") + LEAST))).containsExactly("pattern-roll");
        assertThat(refusals(read(body.formatted("签到表") + LEAST))).isEmpty();
        assertThat(refusals(read(body.formatted("会议纪要;签到表") + LEAST))).isEmpty();
        assertThat(refusals(read(LEAST))).isEmpty();
    }

    /** What is stored was opened before tables were asked for it. */
    @Test
    void readsAnOpeningWhoseBodyBroughtNoList() {
        ProcedureOpened opened =
                Procedures.opened(
                        Procedure.open(
                                PatternSheet.fiveDeliberations(),
                                Procedures.opening(Procedures.motion(Matter.REBUILDING))));
        List<Stage> bare = opened.stages().stream().map(PatternSheetTest::withoutRoll).toList();

        Procedure read =
                Procedure.from(
                        List.of(
                                new ProcedureOpened(
                                        opened.community(),
                                        opened.occurredAt(),
                                        opened.procedure(),
                                        opened.pattern(),
                                        bare,
                                        opened.motion(),
                                        opened.urgent(),
                                        opened.madeUp())));

        assertThat(read.stages()).isEqualTo(bare).isNotEqualTo(opened.stages());
    }

    private static Stage withoutRoll(Stage stage) {
        return new Stage(
                stage.id(),
                stage.name(),
                stage.kind(),
                stage.actors(),
                stage.papers().stream().filter(kind -> kind != Paper.Kind.ATTENDANCE).toList(),
                stage.attendance(),
                stage.consent(),
                stage.base(),
                stage.leastDays(),
                stage.withinDays(),
                stage.makeUpDays(),
                stage.matters(),
                stage.source(),
                stage.standing());
    }

    @Test
    void aBodyAgreesWithHalfOrMore() {
        String body = "talk,商议,议决,业委会,会议纪要;签到表,,%s,应到,0,0,0,,市规,解释\n";

        assertThat(refusals(read(body.formatted("≥49/100") + LEAST)))
                .containsExactly("pattern-body-consent");
        assertThat(refusals(read(body.formatted("≥1/2") + LEAST))).isEmpty();
        assertThat(refusals(read(body.formatted("≥51/100") + LEAST))).isEmpty();
    }

    @Test
    void namesEveryFaultOfATable() {
        String rows =
                """
                Talk,商议,议事,,会议纪要;会议纪要,2/3,,全体,-1,367,-1,0;9,,原文
                talk,商议,议决,业委会,会议纪要,,,,0,0,0,1;1,市规,传闻
                talk,商议,议决,业委会,会议纪要,,,,0,0,0,,市规,解释
                """;

        assertThat(refusals(read(rows)))
                .containsExactlyInAnyOrder(
                        "sheet.identifier",
                        "sheet.label",
                        "sheet.range",
                        "sheet.list-repeat",
                        "sheet.range",
                        "sheet.label",
                        "sheet.range",
                        "sheet.range",
                        "sheet.range",
                        "sheet.range",
                        "sheet.required",
                        "sheet.list-repeat",
                        "sheet.label",
                        "sheet.duplicate");
    }

    @Test
    void aVoteOfABodyNamesItsShareAndOfWhom() {
        assertThat(refusals(read("talk,商议,议决,业委会,会议纪要,,,,0,0,0,,市规,解释\n" + LEAST)))
                .containsExactly("sheet.required", "sheet.required");
    }

    @Test
    void aPatternHasUpToTwentyStages() {
        List<Stage> stages =
                new ArrayList<>(read(LEAST).orElseThrow(r -> new IllegalStateException()).stages());
        Stage last = stages.get(3);
        while (stages.size() < ProcedurePattern.MAX_STAGES) {
            stages.add(named("s" + stages.size(), last));
        }
        assertThat(ProcedurePattern.of("x", stages).isAccepted()).isTrue();

        stages.add(named("beyond", last));
        for (List<Stage> faulty : List.of(stages, List.of(last, last), List.<Stage>of())) {
            assertThat(refusals(ProcedurePattern.of("x", faulty))).containsExactly("pattern-size");
        }
    }

    private static Stage named(String id, Stage like) {
        return new Stage(
                id,
                like.name(),
                like.kind(),
                like.actors(),
                like.papers(),
                like.attendance(),
                like.consent(),
                like.base(),
                like.leastDays(),
                like.withinDays(),
                like.makeUpDays(),
                like.matters(),
                like.source(),
                like.standing());
    }

    @Test
    void tellsTheLawThatATableWouldSetAside() {
        assertThat(ruling(read(SHOWN + DONE + AFTER)).notMet().get(0).basis())
                .containsExactly(Statutes.CIVIL_CODE.at(278, 1));
        assertThat(
                        ruling(read(LEAST.replace("业主大会,,,,,", "业主大会,,≥1/2,,,")))
                                .notMet()
                                .get(0)
                                .basis())
                .containsExactly(Statutes.CIVIL_CODE.at(278, 2));
    }

    @Test
    void opensAProcedureOfTwentyStages() {
        List<Stage> stages = new ArrayList<>(PatternSheet.fiveDeliberations().stages());
        Stage last = stages.get(stages.size() - 1);
        while (stages.size() < ProcedurePattern.MAX_STAGES) {
            stages.add(named("s" + stages.size(), last));
        }
        ProcedurePattern most =
                ProcedurePattern.of("x", stages)
                        .orElseThrow(r -> new IllegalStateException(r.toString()));

        assertThat(Procedures.opened(most, Procedures.ROOF).stages()).hasSize(20);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProcedurePattern.of(" ", stages))
                .withMessageContaining("pattern");
    }

    @Test
    void twoPatternsAreOneOnlyByNameAndStages() {
        ProcedurePattern five = PatternSheet.fiveDeliberations();
        ProcedurePattern renamed =
                ProcedurePattern.of("x", five.stages())
                        .orElseThrow(r -> new IllegalStateException(r.toString()));
        ProcedurePattern shorter =
                ProcedurePattern.of(five.id(), five.stages().subList(0, 7))
                        .orElseThrow(r -> new IllegalStateException(r.toString()));

        assertThat(five)
                .isEqualTo(PatternSheet.fiveDeliberations())
                .hasSameHashCodeAs(PatternSheet.fiveDeliberations())
                .isNotEqualTo(renamed)
                .isNotEqualTo(shorter)
                .isNotEqualTo("五议两公开");
        assertThat(renamed.toString()).startsWith("x[proposal, discussion, ");
    }
}
