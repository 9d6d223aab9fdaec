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
import io.github.xinyi.governance.mediation.Dispute;
import io.github.xinyi.governance.mediation.Route;
import io.github.xinyi.governance.ruling.Outcome;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps that a place asks of a case, one by one. */
class CaseStepsTest {

    private static GridCase assigned(CaseCategory category, int followUps, CaseStep... steps) {
        SlaGrade usual = Steps.COMPLEX;
        SlaGrade grade =
                new SlaGrade(
                        "试行",
                        usual.limits(),
                        usual.extensions(),
                        new CaseSteps(new TreeSet<>(Set.of(steps)), followUps),
                        usual.source());
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
                text.replace("grid.CaseReported/2{", "grid.CaseReported/1{")
                        .replaceAll("steps=\\{required=\\[[^]]*];followUps=1:1;};", "");

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
        GridCase assigned =
                then(Steps.found(CaseCategory.REPAIR).after(old), c -> c.accept(DESK, AT));
        return asked(then(assigned, c -> c.escalate(Route.ADMINISTRATIVE, DESK, "移送", AT)), 1);
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
}
