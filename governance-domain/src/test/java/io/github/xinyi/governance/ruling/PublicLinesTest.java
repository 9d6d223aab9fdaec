package io.github.xinyi.governance.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.casework.TimelineEntry;
import io.github.xinyi.governance.conference.Party;
import io.github.xinyi.governance.conference.PublicSitting;
import io.github.xinyi.governance.conference.Sitting;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.PublicProcedure;
import io.github.xinyi.governance.deliberation.RejectionDuty;
import io.github.xinyi.governance.grid.CaseCategory;
import io.github.xinyi.governance.grid.DutyDue;
import io.github.xinyi.governance.grid.PublicCase;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.mediation.PublicMediation;
import io.github.xinyi.governance.talk.PublicTalk;
import io.github.xinyi.governance.talk.Talk;
import io.github.xinyi.governance.voting.Matter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What everybody may see, as sentences for people. */
class PublicLinesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 11, 7);

    @ParameterizedTest
    @EnumSource
    void everyPublicLineBelongsToWhatIsShown(Language language) throws Exception {
        Set<String> lines =
                Stream.of(
                                named("timeline", TimelineEntry.Step.values()),
                                named("case", PublicCase.Progress.values()),
                                named("mediation", PublicMediation.Progress.values()),
                                Stream.of("case.about", "case.due", "formula"),
                                Stream.of("talk.about", "procedure.about", "conference.about"))
                        .flatMap(names -> names)
                        .map("line."::concat)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(RuleTextsTest.bundle(language).stringPropertyNames())
                .filteredOn(key -> key.startsWith("line."))
                .containsExactlyInAnyOrderElementsOf(lines);
    }

    private static Stream<String> named(String kind, Enum<?>[] constants) {
        return Arrays.stream(constants).map(constant -> kind + "." + constant.name());
    }

    @ParameterizedTest
    @EnumSource
    void noPublicViewIsToldWithAConstant(Language language) {
        RuleTexts texts = RuleTexts.governance(language);
        Stream<String> told =
                Stream.of(
                                cases(texts),
                                mediations(texts),
                                talks(texts),
                                procedures(texts),
                                sittings(texts))
                        .flatMap(sentences -> sentences);

        assertThat(told)
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        sentence ->
                                assertThat(sentence)
                                        .isNotBlank()
                                        .doesNotContainPattern("[\\[\\]{}]|[A-Z_]{3,}|[;；] *$"));
    }

    private static Stream<String> cases(RuleTexts texts) {
        Stream<String> about =
                Arrays.stream(CaseCategory.values())
                        .flatMap(
                                category ->
                                        Arrays.stream(PublicCase.Result.values())
                                                .map(result -> about(category, result)))
                        .map(view -> view.sentence(texts));
        Stream<String> steps =
                Arrays.stream(PublicCase.Progress.values())
                        .map(progress -> new PublicCase.Step(progress, DAY).sentence(texts));
        Stream<String> due =
                Arrays.stream(DutyDue.Kind.values())
                        .map(kind -> new PublicCase.LastDay(kind, DAY).sentence(texts));
        return Stream.of(about, steps, due).flatMap(sentences -> sentences);
    }

    private static PublicCase about(CaseCategory category, PublicCase.Result result) {
        PublicCase.Progress closed = PublicCase.Progress.CLOSED;
        return new PublicCase(
                category, closed, result, List.of(new PublicCase.Step(closed, DAY)), List.of());
    }

    private static Stream<String> mediations(RuleTexts texts) {
        return Arrays.stream(PublicMediation.Progress.values())
                .map(progress -> new PublicMediation(2, progress, DAY, DAY).sentence(texts));
    }

    private static Stream<String> talks(RuleTexts texts) {
        return Arrays.stream(Talk.Status.values())
                .flatMap(
                        status ->
                                Stream.of(
                                        new PublicTalk(status, 0, false, 0, 0, 0),
                                        new PublicTalk(status, 2, true, 1_200, 6, 5)))
                .map(view -> view.sentence(texts));
    }

    private static Stream<String> sittings(RuleTexts texts) {
        return Arrays.stream(Sitting.Stage.values())
                .map(stage -> sitting(stage, new Party("社区党组织")).sentence(texts));
    }

    private static PublicSitting sitting(Sitting.Stage stage, Party... present) {
        return new PublicSitting(
                MeetingId.of("F1"), DAY, stage, new TreeSet<>(List.of(present)), 2, 1, 0);
    }

    private static Stream<String> procedures(RuleTexts texts) {
        return Arrays.stream(Matter.values())
                .flatMap(
                        matter ->
                                Arrays.stream(Procedure.Status.values())
                                        .flatMap(
                                                status ->
                                                        Stream.of(
                                                                procedure(matter, status),
                                                                procedure(
                                                                        matter,
                                                                        status,
                                                                        RejectionDuty.values()))))
                .map(view -> view.sentence(texts));
    }

    private static PublicProcedure procedure(
            Matter matter, Procedure.Status status, RejectionDuty... duties) {
        return new PublicProcedure(
                matter,
                status,
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                2,
                1,
                List.of(),
                List.of(duties));
    }

    @Test
    void tellsWhatIsShownAndLeavesOutWhatIsNot() {
        RuleTexts texts = RuleTexts.governance(Language.EN);

        assertThat(about(CaseCategory.NOISE, PublicCase.Result.NONE).sentence(texts))
                .isEqualTo("About noise");
        assertThat(about(CaseCategory.NOISE, PublicCase.Result.AGREEMENT).sentence(texts))
                .isEqualTo("About noise; the parties agreed");
        assertThat(new PublicTalk(Talk.Status.RAISED, 0, false, 0, 0, 0).sentence(texts))
                .isEqualTo("The issue is to be talked over; plans made: 0");
        assertThat(new PublicTalk(Talk.Status.PLANNED, 1, true, 1_200, 0, 0).sentence(texts))
                .isEqualTo(
                        "The issue is to be done; plans made: 1; the last plan is late; supporters:"
                                + " 1,200");
        assertThat(sitting(Sitting.Stage.CALLED).sentence(texts))
                .isEqualTo(
                        "Conference F1 on 2025-11-07: called; present: none; items: 2; decisions:"
                                + " 0");
        assertThat(
                        procedure(
                                        Matter.MAINTENANCE_FUND_USE,
                                        Procedure.Status.REJECTED,
                                        RejectionDuty.PUBLICATION)
                                .sentence(texts))
                .isEqualTo(
                        "On using the maintenance fund: declined by the owners; objections"
                                + " answered: 1/2; owed: the publication that they declined");
    }

    /** What people wrote is no pattern, whatever signs it holds. */
    @Test
    void aTextWithTheSignsOfAPatternStandsAsItIs() {
        String text = "[{figure}] $1 \\ {text,word:matters}";

        assertThat(
                        RuleTexts.governance(Language.EN)
                                .line(
                                        "timeline.WORK_PROGRESSED",
                                        Map.of("text", text, "figure", "1/2")))
                .isEqualTo("1/2 of the work is done: " + text);
    }

    @Test
    void aLineOrAFigureThatThereIsNoneOfIsAnErrorOfTheProgram() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> RuleTexts.governance(Language.EN).line("timeline.VANISHED", Map.of()))
                .withMessageContaining("timeline.VANISHED");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                RuleTexts.governance(Language.EN)
                                        .line("timeline.ESCALATED", Map.of("figure", "1")))
                .withMessageContaining("timeline.ESCALATED of [figure]");
    }
}
