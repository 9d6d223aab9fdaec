package io.github.xinyi.governance.deliberation;

import static io.github.xinyi.governance.deliberation.Procedures.CLERK;
import static io.github.xinyi.governance.deliberation.Procedures.DIGEST;
import static io.github.xinyi.governance.deliberation.Procedures.HERE;
import static io.github.xinyi.governance.deliberation.Procedures.OPENED;
import static io.github.xinyi.governance.deliberation.Procedures.ROOF;
import static io.github.xinyi.governance.deliberation.Procedures.day;
import static io.github.xinyi.governance.deliberation.Procedures.display;
import static io.github.xinyi.governance.deliberation.Procedures.opened;
import static io.github.xinyi.governance.deliberation.Procedures.report;
import static io.github.xinyi.governance.ruling.Answers.accepted;
import static io.github.xinyi.governance.ruling.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.deliberation.ProcedureEvent.DisclosurePosted;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ObjectionAnswered;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ObjectionRaised;
import io.github.xinyi.governance.deliberation.ProcedureEvent.RejectionPublished;
import io.github.xinyi.governance.deliberation.ProcedureEvent.RejectionReported;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.voting.Matter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every limit of a procedure from both sides, and who may do what is no vote. */
class ProcedureLimitsTest {

    private static final ProcedureId ID = ProcedureId.of("P-1");

    private static Stage stage(
            String id,
            String name,
            List<String> actors,
            List<Paper.Kind> papers,
            int leastDays,
            int withinDays,
            int makeUpDays,
            int matters,
            String source) {
        return new Stage(
                id,
                name,
                Stage.Kind.PAPERS,
                actors,
                papers,
                Share.NONE,
                Share.NONE,
                Stage.Base.DUE,
                leastDays,
                withinDays,
                makeUpDays,
                new TreeSet<>(Arrays.asList(Matter.values()).subList(0, matters)),
                source,
                Standing.INTERPRETATION);
    }

    private static Stage named(String name) {
        return stage("s", name, List.of("会"), List.of(), 0, 0, 0, 1, "某街道");
    }

    /** Takes what is as long as it may be, and not one more. */
    private static void holds(IntFunction<Object> made, int most) {
        assertThatCode(() -> made.apply(most - 1)).doesNotThrowAnyException();
        assertThatCode(() -> made.apply(most)).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> made.apply(most + 1));
    }

    private static void holdsText(IntFunction<Object> made, int most) {
        holds(made, most);
        assertThatIllegalArgumentException().isThrownBy(() -> made.apply(0));
    }

    @Test
    void aStageHasItsLimits() {
        List<Paper.Kind> kinds = List.of(Paper.Kind.values());
        holdsText(i -> named("名".repeat(i)), Stage.MAX_NAME_LENGTH);
        holdsText(
                i -> stage("s", "名", List.of("会".repeat(i)), List.of(), 0, 0, 0, 1, "某"),
                Stage.MAX_NAME_LENGTH);
        holdsText(
                i -> stage("s", "名", List.of("会"), List.of(), 0, 0, 0, 1, "源".repeat(i)),
                Stage.MAX_SOURCE_LENGTH);
        holdsText(
                i -> stage("s", "名", Collections.nCopies(i, "会"), List.of(), 0, 0, 0, 1, "某"),
                Stage.MAX_ACTORS);
        holds(i -> stage("s", "名", List.of("会"), papers(kinds, i), 0, 0, 0, 1, "某"), kinds.size());
        holds(i -> stage("s", "名", List.of("会"), List.of(), i, 0, 0, 1, "某"), Stage.MAX_DAYS);
        holds(i -> stage("s", "名", List.of("会"), List.of(), 0, i, 0, 1, "某"), Stage.MAX_DAYS);
        holds(i -> stage("s", "名", List.of("会"), List.of(), 0, 0, i, 1, "某"), Stage.MAX_DAYS);
        holdsText(i -> stage("s".repeat(i), "名", List.of("会"), List.of(), 0, 0, 0, 1, "某"), 32);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage("s", "名", List.of("会"), List.of(), 0, 0, 0, 0, "某"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage("s", "名", List.of("会"), List.of(), -1, 0, 0, 1, "某"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage("s", "名", List.of("会"), List.of(), 0, -1, 0, 1, "某"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage("s", "名", List.of("会"), List.of(), 0, 0, -1, 1, "某"));
    }

    private static List<Paper.Kind> papers(List<Paper.Kind> kinds, int count) {
        return count <= kinds.size()
                ? kinds.subList(0, count)
                : Collections.nCopies(count, Paper.Kind.MINUTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "名\n", "\u0007", "\ud800", "名\u0085"})
    void noNameIsBlankOrCannotBeKept(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> named(name));
    }

    @Test
    void whatPeopleWriteHasItsLimits() {
        int most = ProcedureEvent.MAX_TEXT_LENGTH;
        holdsText(i -> posted("字".repeat(i), DIGEST), most);
        holdsText(
                i -> new ObjectionRaised(HERE, OPENED, ID, "s", "O1", CLERK, "字".repeat(i)), most);
        holdsText(
                i -> new ObjectionRaised(HERE, OPENED, ID, "s", "O".repeat(i), CLERK, "字"),
                Stage.MAX_NAME_LENGTH);
        holdsText(i -> new ObjectionAnswered(HERE, OPENED, ID, "O1", CLERK, "字".repeat(i)), most);
        holdsText(i -> new RejectionPublished(HERE, OPENED, ID, "字".repeat(i), DIGEST), most);
        holdsText(
                i -> new UrgentRepair(UrgentRepair.Applicant.OWNERS_MEETING, "字".repeat(i), DIGEST),
                UrgentRepair.MAX_GROUNDS_LENGTH);
        holdsText(i -> ProcedureId.of("P".repeat(i)), 64);
        holds(
                i ->
                        new StageReport(
                                "会",
                                Collections.nCopies(i, new Paper(Paper.Kind.MINUTES, DIGEST)),
                                BodyCount.NONE,
                                CLERK),
                StageReport.MAX_PAPERS);
        holdsText(
                i -> new StageReport("会".repeat(i), List.of(), BodyCount.NONE, CLERK),
                Stage.MAX_NAME_LENGTH);
    }

    private static DisclosurePosted posted(String place, String digest) {
        return new DisclosurePosted(HERE, OPENED, ID, "s", "会", place, digest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "AB",
                "abababababababababababababababababababababababababababababababa"
            })
    void aDigestIsSixtyFourLowerCaseDigits(String digest) {
        assertThatIllegalArgumentException().isThrownBy(() -> posted("公告栏", digest));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Paper(Paper.Kind.MINUTES, digest));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RejectionPublished(HERE, OPENED, ID, "公告栏", digest));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RejectionReported(HERE, OPENED, ID, digest, CLERK));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new UrgentRepair(
                                        UrgentRepair.Applicant.OWNERS_MEETING, "坠落", digest));
    }

    @Test
    void aShareIsAtMostAllAndIsWrittenAsItIsRead() {
        assertThat(new Share(Share.Bound.AT_LEAST, Ratio.of(1, 1)).toString()).isEqualTo("≥1/1");
        assertThat(Share.parse(">1/2").toString()).isEqualTo(">1/2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Share(Share.Bound.AT_LEAST, Ratio.of(8, 7)));
        for (String text : List.of("≥2/3", ">0/1")) {
            assertThat(Share.isShare(text)).isTrue();
        }
        for (String text : List.of("2/3", "≥", ">二分之一", "≥3/2", "≥1/0", "")) {
            assertThat(Share.isShare(text)).isFalse();
        }
    }

    @Test
    void aPaperHasTheLabelOfItsTable() {
        assertThat(Arrays.stream(Paper.Kind.values()).map(Paper.Kind::label))
                .containsExactly("提案", "会议纪要", "签到表", "实施报告", "评议结果");
    }

    /** Taken until the stage, each by who may. */
    private static Procedure until(String stage) {
        Procedure state = opened(PatternSheet.fiveDeliberations(), ROOF);
        while (!state.next().orElseThrow().id().equals(stage)) {
            Stage next = state.next().orElseThrow();
            if (next.kind() == Stage.Kind.OWNERS_VOTE) {
                state =
                        state.after(
                                accepted(
                                        state.resolve(
                                                next.id(),
                                                Procedures.tally(HERE, ROOF, day(9), Choice.FOR)
                                                        .motion(ROOF.id())
                                                        .resolution()
                                                        .orElseThrow(),
                                                day(9))));
            } else {
                BodyCount count =
                        next.kind() == Stage.Kind.BODY ? new BodyCount(3, 3, 3) : BodyCount.NONE;
                state = state.after(accepted(state.take(next.id(), report(next, count), day(3))));
            }
        }
        return state;
    }

    @Test
    void onlyABodyThatThePatternNamesDiscloses() {
        Procedure decided = until("decision-disclosure");

        assertThat(refusal(decided.post("decision-disclosure", "小区党支部", display(), day(10))))
                .containsExactly("deliberation.actor");
        for (String actor : List.of("业主委员会", "物业管理委员会")) {
            assertThat(decided.post("decision-disclosure", actor, display(), day(10)).isAccepted())
                    .isTrue();
        }
    }

    /** A pattern that asks for no attendance is not served by an empty room. */
    @Test
    void whereNobodyIsPresentABodyTakesNothing() {
        Procedure proposed = until("discussion");
        Stage discussion = proposed.next().orElseThrow();

        assertThat(
                        refusal(
                                proposed.take(
                                        "discussion",
                                        report(discussion, new BodyCount(0, 0, 0)),
                                        day(3))))
                .contains("deliberation.attendance");
        assertThat(
                        proposed.take(
                                        "discussion",
                                        report(discussion, new BodyCount(1, 1, 1)),
                                        day(3))
                                .isAccepted())
                .isTrue();
    }

    @Test
    void theNextStageIsLateFromTheDayAfterItsLastDay() {
        Procedure decided = until("decision-disclosure");
        HolidayCalendar calendar =
                new HolidayCalendar(
                        new EffectivePeriod(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1)),
                        new TreeSet<>(),
                        new TreeSet<>());
        LocalDate last =
                decided.deadline(decided.next().orElseThrow(), calendar).orElseThrow().lastDay();

        assertThat(decided.late(last, calendar)).isEmpty();
        assertThat(decided.late(last.plusDays(1), calendar))
                .extracting(Stage::id)
                .containsExactly("decision-disclosure");
        assertThat(decided.isUrgent()).isFalse();
        assertThat(Procedures.urgent(PatternSheet.fiveDeliberations()).isUrgent()).isTrue();
    }
}
