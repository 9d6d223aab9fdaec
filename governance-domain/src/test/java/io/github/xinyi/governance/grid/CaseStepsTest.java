package io.github.xinyi.governance.grid;

import static io.github.xinyi.governance.grid.Steps.AT;
import static io.github.xinyi.governance.grid.Steps.DESK;
import static io.github.xinyi.governance.grid.Steps.PHOTO;
import static io.github.xinyi.governance.grid.Steps.STATION;
import static io.github.xinyi.governance.grid.Steps.WORKER;
import static io.github.xinyi.governance.grid.Steps.then;
import static io.github.xinyi.governance.ruling.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.grid.CaseEvent.CaseClosed;
import io.github.xinyi.governance.grid.CaseEvent.CaseReported;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp.Answer;
import io.github.xinyi.governance.grid.GridCase.Stage;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.mediation.Dispute;
import io.github.xinyi.governance.mediation.Route;
import io.github.xinyi.governance.mediation.Way;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.step.LocalSteps;
import io.github.xinyi.governance.team.Posts;
import io.github.xinyi.governance.team.Team;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps that a place asks of a case, one by one. */
class CaseStepsTest {

    private static GridCase assigned(CaseCategory category, int followUps, CaseStep... steps) {
        return withSteps(category, new CaseSteps(new TreeSet<>(Set.of(steps)), followUps));
    }

    private static GridCase withSteps(CaseCategory category, CaseSteps steps) {
        SlaGrade usual = Steps.COMPLEX;
        SlaGrade grade =
                new SlaGrade("试行", usual.limits(), usual.extensions(), steps, usual.source());
        SlaProfile profile = accepted(SlaProfile.of(List.of(grade), grade, grade));
        GridCase reported = then(Steps.found(category), c -> c.report(DESK, profile, "试行", AT));
        return then(reported, c -> c.accept(DESK, AT));
    }

    private static GridCase escalated(int followUps, CaseStep... steps) {
        return then(
                assigned(CaseCategory.REPAIR, followUps, steps),
                c -> c.escalate(Route.ADMINISTRATIVE, DESK, "移送", AT));
    }

    private static GridCase asked(GridCase settled, int times) {
        GridCase state = settled;
        for (int i = 0; i < times; i++) {
            state = then(state, c -> c.followUp(DESK, Answer.CONTENT, "回访", AT));
        }
        return state;
    }

    private static List<String> refusal(Outcome<?> outcome) {
        return outcome.fold(
                value -> List.of(),
                ruling -> ruling.notMet().stream().map(f -> f.rule().value()).toList());
    }

    @Test
    void aVisitComesBeforeMediationOnlyWhereThePlaceAsksForIt() {
        GridCase free = assigned(CaseCategory.ANIMALS, 1);
        GridCase asked = assigned(CaseCategory.ANIMALS, 1, CaseStep.VISIT_BEFORE_MEDIATION);

        assertThat(free.mediate(Dispute.proposed(1), AT).isAccepted()).isTrue();
        assertThat(refusal(asked.mediate(Dispute.proposed(1), AT)))
                .containsExactly("case.visited-first");
    }

    @Test
    void aVisitComesBeforeWorkOnlyWhereThePlaceAsksForIt() {
        GridCase free = assigned(CaseCategory.REPAIR, 1);
        GridCase asked = assigned(CaseCategory.REPAIR, 1, CaseStep.VISIT_BEFORE_WORK);

        assertThat(free.dispatch(WORKER, AT).isAccepted()).isTrue();
        assertThat(refusal(asked.dispatch(WORKER, AT))).containsExactly("case.visited-first");
        assertThat(
                        then(asked, c -> c.visit(Set.of(DESK), "走访", AT))
                                .dispatch(WORKER, AT)
                                .isAccepted())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, CaseSteps.MAX_FOLLOW_UPS})
    void aCaseIsClosedAfterAsManyFollowUpsAsThePlaceAsks(int needed) {
        GridCase tooFew = asked(escalated(needed), needed - 1);
        GridCase enough = asked(tooFew, 1);

        assertThat(refusal(tooFew.close(DESK, AT))).contains("case.followed-up");
        assertThat(enough.close(DESK, AT).isAccepted()).isTrue();
        assertThat(refusal(enough.followUp(DESK, Answer.CONTENT, "回访", AT)))
                .containsExactly("case.stage");
        assertThat(enough.due(AT, Dispute.CALENDAR))
                .extracting(DutyDue::kind)
                .doesNotContain(DutyDue.Kind.FOLLOW_UP);
        assertThat(tooFew.due(AT, Dispute.CALENDAR))
                .extracting(DutyDue::kind)
                .contains(DutyDue.Kind.FOLLOW_UP);
    }

    @Test
    void aCaseOfAPlaceWithoutFollowUpEndsWhereItIsSettled() {
        GridCase settled = escalated(0);

        assertThat(settled.due(AT, Dispute.CALENDAR))
                .extracting(DutyDue::kind)
                .doesNotContain(DutyDue.Kind.FOLLOW_UP);
        assertThat(then(settled, c -> c.close(DESK, AT)).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void anAgreementIsLookedAtBeforeTheEndEvenWhereNobodyIsAskedAfterwards() {
        GridCase mediated =
                then(assigned(CaseCategory.ANIMALS, 0), c -> c.mediate(Dispute.proposed(1), AT));
        GridCase agreed = then(mediated, c -> c.conclude(Dispute.agreed(1), AT));

        assertThat(refusal(agreed.close(DESK, AT))).containsExactly("case.performance-checked");
        GridCase looked = then(agreed, c -> c.checkPerformance(Dispute.agreed(1), DESK, AT));
        assertThat(looked.close(DESK, AT).isAccepted()).isTrue();
    }

    @Test
    void somebodyElseReviewsOnceWhereThePlaceAsksForIt() {
        GridCase early = escalated(1, CaseStep.REVIEW_BEFORE_CLOSE);
        GridCase asked = asked(early, 1);

        assertThat(refusal(early.review(STATION, "已审核", AT)))
                .containsExactly("case.stage", "case.followed-up");
        assertThat(refusal(asked.close(DESK, AT))).containsExactly("case.reviewed");
        assertThat(refusal(asked.review(DESK, "已审核", AT))).containsExactly("case.review");
        GridCase reviewed = then(asked, c -> c.review(STATION, "已审核", AT));
        assertThat(refusal(reviewed.review(STATION, "再审核", AT))).containsExactly("case.review");
        assertThat(then(reviewed, c -> c.close(DESK, AT)).stage()).isEqualTo(Stage.CLOSED);
        assertThat(refusal(asked(escalated(1), 1).review(STATION, "已审核", AT)))
                .containsExactly("case.review");
    }

    @Test
    void aTextOfVersionOneIsReadWithTheUsualSteps() {
        EventCodec codec = EventCodec.of(CaseEvent.class).with(CaseChanges.all());
        CaseReported now =
                accepted(Steps.found(CaseCategory.REPAIR).report(DESK, Steps.USUAL, "复杂", AT));
        String text = codec.encode(now);
        String old =
                text.replace("grid.CaseReported/4{", "grid.CaseReported/1{")
                        .replaceAll(
                                "steps=\\{required=\\[[^]]*];followUps=1:1;local=\\{all=\\[];};};",
                                "");

        assertThat(old).isNotEqualTo(text).doesNotContain("followUps");
        CaseReported read = (CaseReported) accepted(codec.decode(old));
        assertThat(read.grade().limits()).isEqualTo(now.grade().limits());
        assertThat(read.grade().steps().followUps()).isEqualTo(1);
        assertThat(read.grade().steps().required())
                .containsExactly(CaseStep.VISIT_BEFORE_MEDIATION, CaseStep.UNSTATED);
    }

    private static CaseClosed silent() {
        return new CaseClosed(
                Dispute.COMMUNITY,
                Dispute.CASE,
                DESK,
                CaseClosed.Over.NOT_ASKED,
                "",
                new TreeSet<>(),
                AT);
    }

    private static GridCase ofVersionOne() {
        SlaGrade grade = Steps.COMPLEX;
        CaseSteps unstated =
                new CaseSteps(
                        new TreeSet<>(Set.of(CaseStep.VISIT_BEFORE_MEDIATION, CaseStep.UNSTATED)),
                        1);
        CaseReported old =
                new CaseReported(
                        Dispute.COMMUNITY,
                        Dispute.CASE,
                        DESK,
                        new SlaGrade(
                                grade.id(),
                                grade.limits(),
                                grade.extensions(),
                                unstated,
                                grade.source()),
                        AT);
        return asked(escalatedAgain(Steps.found(CaseCategory.REPAIR).after(old)), 1);
    }

    private static GridCase escalatedAgain(GridCase reported) {
        GridCase taken = then(reported, c -> c.accept(DESK, AT));
        return then(taken, c -> c.escalate(Route.ADMINISTRATIVE, DESK, "移送", AT));
    }

    @Test
    void aCloseThatDoesNotSayIsReadAfterAnotherOne() {
        GridCase closed = ofVersionOne().after(silent());
        GridCase again = then(closed, c -> c.reopen(STATION, "又坏了", AT));

        assertThat(asked(escalatedAgain(again), 1).after(silent()).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void noCloseThatDoesNotSayIsReadAfterACaseWasTakenUpAgainOverDiscontent() {
        GridCase once = then(ofVersionOne().after(silent()), c -> c.reopen(STATION, "又坏了", AT));
        GridCase asked =
                then(escalatedAgain(once), c -> c.followUp(DESK, Answer.NOT_CONTENT, "仍不满意", AT));
        GridCase back = then(asked, c -> c.takeUpAgain(STATION, "仍未办", AT));
        GridCase content = asked(escalatedAgain(back), 1);

        assertThatThrownBy(() -> content.after(silent()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CLOSED_OVER");
    }

    @Test
    void noCloseThatDoesNotSayIsReadOfACaseReportedSinceTablesSaySo() {
        GridCase today = asked(escalated(1), 1);

        assertThatThrownBy(() -> today.after(silent()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CLOSED_OVER");
        assertThat(ofVersionOne().after(silent()).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void noCloseThatDoesNotSayIsReadAfterOneThatDoes() {
        GridCase closed = then(ofVersionOne(), c -> c.close(DESK, AT));
        GridCase again = then(closed, c -> c.reopen(STATION, "又坏了", AT));
        GridCase taken = then(again, c -> c.accept(DESK, AT));
        GridCase asked =
                asked(then(taken, c -> c.escalate(Route.ADMINISTRATIVE, DESK, "移送", AT)), 1);

        assertThatThrownBy(() -> asked.after(silent()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CLOSED_OVER");
    }

    @Test
    void noProfileOfTodayLeavesTheStepsUnstated() {
        SlaGrade usual = Steps.COMPLEX;
        CaseSteps unstated = new CaseSteps(new TreeSet<>(Set.of(CaseStep.UNSTATED)), 1);
        SlaGrade grade =
                new SlaGrade("旧", usual.limits(), usual.extensions(), unstated, usual.source());

        assertThat(refusal(SlaProfile.of(List.of(grade), grade, grade)))
                .containsExactly("case.steps-within");
    }

    @Test
    void refusesANumberOfFollowUpsOutOfBounds() {
        assertThat(new CaseSteps(new TreeSet<>(), 0).followUps()).isZero();
        assertThat(new CaseSteps(new TreeSet<>(), 5).followUps()).isEqualTo(5);
        for (int wrong : new int[] {-1, 6}) {
            assertThatThrownBy(() -> new CaseSteps(new TreeSet<>(), wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theWorkOfAPlaceWithEveryStepIsDoneFollowedUpReviewedAndClosed() {
        GridCase state =
                assigned(
                        CaseCategory.REPAIR,
                        2,
                        CaseStep.VISIT_BEFORE_MEDIATION,
                        CaseStep.VISIT_BEFORE_WORK,
                        CaseStep.REVIEW_BEFORE_CLOSE);
        state = then(state, c -> c.visit(Set.of(DESK), "走访", AT));
        state = then(state, c -> c.dispatch(WORKER, AT));
        state = then(state, c -> c.finish(WORKER, PHOTO, AT));
        state = asked(state, 2);
        state = then(state, c -> c.review(STATION, "已审核", AT));
        GridCase closed = then(state, c -> c.close(DESK, AT));

        assertThat(GridCase.from(closed.history())).isEqualTo(closed);
    }

    /** Three days each: from the settlement on a Wednesday, then from the first asking. */
    @Test
    void theDaysOfTheNextFollowUpRunFromTheLastOneAndFromNothingElse() {
        GridCase settled = escalated(2);
        GridCase once =
                then(settled, c -> c.followUp(DESK, Answer.CONTENT, "回访", Dispute.after(5)));
        GridCase paid = then(once, c -> c.link("D-1", Dispute.after(6)));
        GridCase paidFirst = then(settled, c -> c.link("D-1", Dispute.after(1)));

        assertThat(followUpDue(settled)).isEqualTo(Instant.parse("2025-11-10T16:00:00Z"));
        assertThat(followUpDue(paidFirst)).isEqualTo(Instant.parse("2025-11-10T16:00:00Z"));
        assertThat(followUpDue(once)).isEqualTo(Instant.parse("2025-11-13T16:00:00Z"));
        assertThat(followUpDue(paid)).isEqualTo(Instant.parse("2025-11-13T16:00:00Z"));
    }

    private static Instant followUpDue(GridCase state) {
        return state.due(Dispute.after(6), Dispute.CALENDAR).stream()
                .filter(due -> due.kind() == DutyDue.Kind.FOLLOW_UP)
                .map(DutyDue::dueAt)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReviewHoldsWhateverIsRecordedAfterIt() {
        GridCase asked = asked(escalated(1, CaseStep.REVIEW_BEFORE_CLOSE), 1);
        GridCase reviewed = then(asked, c -> c.review(STATION, "已审核", AT));
        GridCase paid = then(reviewed, c -> c.link("D-1", AT));

        assertThat(paid.close(DESK, AT).isAccepted()).isTrue();
    }

    private static GridCase ofPlace(CaseCategory category, String... local) {
        return withSteps(
                category,
                new CaseSteps(
                        new TreeSet<>(),
                        1,
                        new LocalSteps(Stream.of(local).map(LocalStep::parse).toList())));
    }

    private static GridCase taken(GridCase state, String step) {
        return then(state, c -> c.take(LocalStep.parse(step), DESK, "已办理", AT));
    }

    @Test
    void aStepOfThePlacesOwnIsTakenInItsTurnBeforeTheCaseIsClosed() {
        GridCase open = ofPlace(CaseCategory.REPAIR, "结案前:法律顾问审查", "结案前:街道会商");
        LocalStep review = LocalStep.parse("结案前:法律顾问审查");
        LocalStep talk = LocalStep.parse("结案前:街道会商");
        GridCase settled = then(open, c -> c.escalate(Route.ADMINISTRATIVE, DESK, "移送", AT));
        GridCase asked = asked(settled, 1);

        assertThat(refusal(settled.take(review, DESK, "已审查", AT)))
                .containsExactly("case.stage", "case.followed-up");
        assertThat(refusal(asked.take(talk, DESK, "已会商", AT))).containsExactly("case.local-step");
        assertThat(refusal(asked.take(review, STATION, "已审查", AT)))
                .containsExactly("case.local-step");
        assertThat(refusal(asked.take(review, DESK, " ", AT))).containsExactly("case.text");
        assertThat(refusal(asked.take(LocalStep.parse("结案前:别的"), DESK, "已办", AT)))
                .containsExactly("case.local-step");
        GridCase reviewed = taken(asked, "结案前:法律顾问审查");
        assertThat(refusal(reviewed.take(review, DESK, "再审查", AT)))
                .containsExactly("case.local-step");
        Finding missing =
                reviewed.close(DESK, AT)
                        .fold(
                                event -> {
                                    throw new AssertionError(event);
                                },
                                ruling -> ruling.notMet().get(0));
        assertThat(missing.rule()).isEqualTo(CaseRule.LOCAL_STEPS_TAKEN.code());
        assertThat(missing.evidence())
                .containsEntry("gate", "结案")
                .containsEntry("missing", "街道会商")
                .containsEntry("source", Steps.COMPLEX.source().document())
                .containsEntry("standing", "INTERPRETATION");
        GridCase closed = then(taken(reviewed, "结案前:街道会商"), c -> c.close(DESK, AT));

        assertThat(GridCase.from(closed.history())).isEqualTo(closed);
        assertThat(closed.publicView(Dispute.CALENDAR).toString()).doesNotContain("会商", "已办理");
    }

    @Test
    void aStepOfThePlacesOwnComesBeforeMediationOrWorkAndSomebodyOfTheTeamMayTakeIt() {
        GridCase dispute = ofPlace(CaseCategory.ANIMALS, "调解前:楼栋长到场", "派工前:工程核价");
        GridCase service = ofPlace(CaseCategory.REPAIR, "调解前:楼栋长到场", "派工前:工程核价");

        assertThat(refusal(dispute.mediate(Dispute.proposed(1), AT)))
                .containsExactly("case.local-steps-taken");
        assertThat(refusal(service.dispatch(WORKER, AT))).containsExactly("case.local-steps-taken");
        assertThat(refusal(dispute.take(LocalStep.parse("派工前:工程核价"), DESK, "已核", AT)))
                .containsExactly("case.kind");
        assertThat(refusal(service.take(LocalStep.parse("调解前:楼栋长到场"), DESK, "已到", AT)))
                .containsExactly("case.kind");
        assertThat(taken(dispute, "调解前:楼栋长到场").mediate(Dispute.proposed(1), AT).isAccepted())
                .isTrue();
        GridCase sent = then(taken(service, "派工前:工程核价"), c -> c.dispatch(WORKER, AT));
        GridCase done = then(sent, c -> c.finish(WORKER, PHOTO, AT));
        GridCase again =
                then(
                        then(asked(done, 1), c -> c.close(DESK, AT)),
                        c -> c.reopen(STATION, "又坏了", AT));
        GridCase back = then(again, c -> c.accept(DESK, AT));
        assertThat(refusal(back.dispatch(WORKER, AT))).containsExactly("case.local-steps-taken");
    }

    /** The defect: a call that nobody took wiped out what somebody had said before. */
    @Test
    void whoeverWasNotContentStaysSoWhenNobodyIsReachedLater() {
        GridCase discontent =
                then(escalated(2), c -> c.followUp(DESK, Answer.NOT_CONTENT, "不满意", AT));
        GridCase asked = then(discontent, c -> c.followUp(DESK, Answer.NOT_REACHED, "未接通", AT));
        GridCase content = then(discontent, c -> c.followUp(DESK, Answer.CONTENT, "满意", AT));

        assertThat(refusal(asked.close(DESK, AT))).containsExactly("case.closed-over");
        assertThat(asked.closeOver(DESK, "已无法再办", Set.of(Way.SUIT), AT).isAccepted()).isTrue();
        assertThat(asked.takeUpAgain(STATION, "仍未办", AT).isAccepted()).isTrue();
        assertThat(content.close(DESK, AT).isAccepted()).isTrue();
    }

    @Test
    void whoIsAskedAgainWaitsForTheStepsOfThePlaceAgain() {
        GridCase settled =
                then(
                        ofPlace(CaseCategory.REPAIR, "结案前:街道会商"),
                        c -> c.escalate(Route.ADMINISTRATIVE, DESK, "移送", AT));
        GridCase discontent = then(settled, c -> c.followUp(DESK, Answer.NOT_CONTENT, "不满意", AT));
        GridCase talked = taken(discontent, "结案前:街道会商");
        GridCase back = then(talked, c -> c.takeUpAgain(DESK, "未办好", AT));
        GridCase accepted = then(back, c -> c.accept(DESK, AT));
        GridCase second =
                asked(then(accepted, c -> c.escalate(Route.ADMINISTRATIVE, DESK, "移送", AT)), 1);

        assertThat(refusal(second.close(DESK, AT))).containsExactly("case.local-steps-taken");
    }

    @Test
    void aStepBeforeMediationHoldsForEveryRoundOfOneOpening() {
        GridCase ready = taken(ofPlace(CaseCategory.ANIMALS, "调解前:楼栋长到场"), "调解前:楼栋长到场");
        GridCase broken = broken(agreed(ready));

        assertThat(broken.stage()).isEqualTo(Stage.BROKEN);
        assertThat(refusal(broken.mediate(Dispute.proposed(2), Dispute.after(3)))).isEmpty();
    }

    @Test
    void aStepBeforeTheCloseIsTakenAgainAfterAnotherSettlementOfTheSameOpening() {
        GridCase agreed = agreed(ofPlace(CaseCategory.ANIMALS, "结案前:街道会商"));
        GridCase kept = then(agreed, c -> c.checkPerformance(Dispute.agreed(1), DESK, AT));
        GridCase talked = taken(asked(kept, 1), "结案前:街道会商");
        assertThat(talked.close(DESK, AT).isAccepted()).isTrue();
        Instant later = Dispute.after(3);

        GridCase escalated =
                then(broken(talked), c -> c.escalate(Route.ADMINISTRATIVE, DESK, "移送", later));
        GridCase asked = then(escalated, c -> c.followUp(DESK, Answer.CONTENT, "回访", later));

        assertThat(refusal(asked.close(DESK, later))).containsExactly("case.local-steps-taken");
        GridCase again = then(asked, c -> c.take(LocalStep.parse("结案前:街道会商"), DESK, "已办理", later));
        assertThat(again.close(DESK, later).isAccepted()).isTrue();
    }

    private static GridCase agreed(GridCase assigned) {
        GridCase mediated = then(assigned, c -> c.mediate(Dispute.proposed(1), AT));
        return then(mediated, c -> c.conclude(Dispute.agreed(1), AT));
    }

    private static GridCase broken(GridCase agreed) {
        return then(agreed, c -> c.checkPerformance(Dispute.broken(1), DESK, Dispute.after(3)));
    }

    /** The room that is kept for the end is enough for the longest end that a table can ask. */
    @Test
    void aFullCaseOfAPlaceThatAsksEveryStepIsStillClosed() {
        List<LocalStep> most =
                IntStream.rangeClosed(1, LocalSteps.MAX_STEPS)
                        .mapToObj(i -> new LocalStep("结案", "环节" + i))
                        .toList();
        CaseSteps steps =
                new CaseSteps(
                        new TreeSet<>(Set.of(CaseStep.REVIEW_BEFORE_CLOSE)),
                        CaseSteps.MAX_FOLLOW_UPS,
                        new LocalSteps(most));
        GridCase full = withSteps(CaseCategory.REPAIR, steps);
        while (full.answer(DESK, AT).isAccepted()) {
            full = then(full, c -> c.answer(DESK, AT));
        }
        full = then(full, c -> c.escalate(Route.ADMINISTRATIVE, DESK, "移送", AT));
        full = asked(full, CaseSteps.MAX_FOLLOW_UPS);
        full = then(full, c -> c.review(STATION, "已审核", AT));
        for (LocalStep step : most) {
            full = then(full, c -> c.take(step, DESK, "已办理", AT));
        }

        assertThat(then(full, c -> c.close(DESK, AT)).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void aStepLeftToAPostIsTakenByWhoDoesItsWorkThatDay() {
        LocalStep sign = LocalStep.parse("结案前:签认:网格长");
        LocalStep other = LocalStep.parse("结案前:会商");
        GridCase settled =
                then(
                        ofPlace(CaseCategory.REPAIR, sign.toString(), other.toString()),
                        c -> c.escalate(Route.ADMINISTRATIVE, DESK, "移送", AT));
        GridCase asked = asked(settled, 1);
        Team team = leader(Dispute.COMMUNITY, 0, STATION);

        assertThat(refusal(asked.take(sign, DESK, "已签", AT)))
                .containsExactly("case.local-step-post");
        assertThat(refusal(asked.take(sign, DESK, team, "已签", AT)))
                .containsExactly("case.local-step-post");
        assertThat(refusal(asked.take(sign, STATION, leader(ELSEWHERE, 0, STATION), "已签", AT)))
                .containsExactly("case.local-step-post");
        Team tomorrow = leader(Dispute.COMMUNITY, 1, STATION);
        assertThat(refusal(asked.take(sign, STATION, tomorrow, "已签", AT)))
                .containsExactly("case.local-step-post");
        assertThat(refusal(asked.take(LocalStep.parse("结案前:签认"), DESK, "已签", AT)))
                .containsExactly("case.local-step");
        GridCase signed = then(asked, c -> c.take(sign, STATION, team, "已签", AT));
        assertThat(refusal(signed.take(other, DESK, team, "已会商", AT)))
                .containsExactly("case.local-step-post");
        GridCase closed = then(taken(signed, "结案前:会商"), c -> c.close(DESK, AT));

        assertThat(GridCase.from(closed.history())).isEqualTo(closed);
        CaseEvent forged =
                new CaseEvent.LocalStepTaken(
                        asked.community(), asked.id(), sign, STATION, List.of(), "已签", AT);
        assertThatThrownBy(() -> asked.after(forged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LOCAL_STEP_POST");
    }

    @Test
    void theTeamsShowWhetherAPostWasRightlyHeld() {
        LocalStep sign = LocalStep.parse("派工前:核价:网格长");
        Team team = leader(Dispute.COMMUNITY, 0, STATION);
        GridCase priced =
                then(
                        ofPlace(CaseCategory.REPAIR, sign.toString()),
                        c -> c.take(sign, STATION, team, "已核", AT));

        assertThat(priced.comparePosts(List.of(team)))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.MET);
        for (List<Team> wrong :
                List.of(
                        List.<Team>of(),
                        List.of(leader(Dispute.COMMUNITY, 0, DESK)),
                        List.of(leader(Dispute.COMMUNITY, 1, STATION)),
                        List.of(leader(ELSEWHERE, 0, STATION)))) {
            assertThat(priced.comparePosts(wrong))
                    .extracting(Finding::verdict)
                    .containsExactly(Verdict.NOT_MET);
        }
        assertThat(ofPlace(CaseCategory.REPAIR).comparePosts(List.of())).isEmpty();
        assertThat(then(priced, c -> c.dispatch(WORKER, AT)).stage()).isEqualTo(Stage.AT_WORK);
    }

    @Test
    void whoSignsForAPostReadsTheRecordWhileTheCaseIsOpen() {
        LocalStep sign = LocalStep.parse("结案前:签认:网格长");
        Team team = leader(Dispute.COMMUNITY, 0, STATION);
        GridCase settled =
                then(
                        ofPlace(CaseCategory.REPAIR, sign.toString()),
                        c -> c.escalate(Route.ADMINISTRATIVE, DESK, "移送", AT));
        GridCase asked = asked(settled, 1);
        GridCase signed = then(asked, c -> c.take(sign, STATION, team, "已签", AT));
        GridCase closed = then(signed, c -> c.close(DESK, AT));

        assertThat(accepted(asked.recordFor(STATION, team, AT))).isEqualTo(asked.history());
        assertThat(accepted(asked.recordFor(DESK, team, AT))).isEqualTo(asked.history());
        assertThat(refusal(asked.recordFor(STATION))).containsExactly("case.viewer");
        assertThat(refusal(asked.recordFor(WORKER, team, AT))).containsExactly("case.viewer");
        assertThat(refusal(closed.recordFor(STATION, team, AT))).containsExactly("case.viewer");
        for (Team wrong :
                List.of(leader(ELSEWHERE, 0, STATION), leader(Dispute.COMMUNITY, 1, STATION))) {
            assertThat(refusal(asked.recordFor(STATION, wrong, AT))).containsExactly("case.viewer");
        }
        GridCase unasked = ofPlace(CaseCategory.REPAIR, "结案前:签认");
        assertThat(refusal(unasked.recordFor(STATION, team, AT))).containsExactly("case.viewer");
    }

    private static final CommunityId ELSEWHERE = CommunityId.of("ELSEWHERE");

    private static Team leader(CommunityId community, int days, PersonId leader) {
        return Posts.of(community, Dispute.DAY.plusDays(days), "网格长", leader);
    }

    @Test
    void refusesAStepBeforeNoGateOfACase() {
        assertThatThrownBy(() -> ofPlace(CaseCategory.REPAIR, "立案前:会商"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gate");
    }
}
