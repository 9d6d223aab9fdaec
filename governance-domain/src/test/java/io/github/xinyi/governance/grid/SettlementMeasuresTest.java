package io.github.xinyi.governance.grid;

import static io.github.xinyi.governance.grid.Steps.DESK;
import static io.github.xinyi.governance.grid.Steps.OFFICER;
import static io.github.xinyi.governance.grid.Steps.PHOTO;
import static io.github.xinyi.governance.grid.Steps.USUAL;
import static io.github.xinyi.governance.grid.Steps.WORKER;
import static io.github.xinyi.governance.mediation.Dispute.AT;
import static io.github.xinyi.governance.mediation.Dispute.CASE;
import static io.github.xinyi.governance.mediation.Dispute.COMMUNITY;
import static io.github.xinyi.governance.mediation.Dispute.DAY;
import static io.github.xinyi.governance.ruling.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.casework.CaseKind;
import io.github.xinyi.governance.casework.Casework;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.casework.CaseworkEvent.DisputeRaised;
import io.github.xinyi.governance.casework.CaseworkTerms;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp.Answer;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.mediation.Dispute;
import io.github.xinyi.governance.mediation.Route;
import io.github.xinyi.governance.metrics.CaseMeasures;
import io.github.xinyi.governance.metrics.Count;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.metrics.RecordId;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A dispute of the grid is settled by an agreement, and only while it stays closed. */
class SettlementMeasuresTest {

    private static final Instant NEXT_DAY = AT.plus(Duration.ofDays(1));

    @Test
    void countsFromTheDayItIsClosedOnWithAnAgreement() {
        List<CaseEvent> closed = closedByAgreement();

        assertThat(settlement(DAY.minusDays(1), closed).records()).isEmpty();
        assertThat(settlement(DAY, closed).missing()).containsValue(Count.OPEN);
        assertThat(settlement(DAY.plusDays(1), closed).numerator())
                .containsExactly(new RecordId(COMMUNITY, CASE.value()));
    }

    @Test
    void isOpenAgainOnceItIsReopenedAndUntilItIsClosedAgain() {
        List<CaseEvent> reopened = then(closedByAgreement(), c -> c.reopen(OFFICER, "又叫了", at(2)));

        assertThat(settlement(DAY.plusDays(1), reopened).numerator()).hasSize(1);
        assertThat(settlement(DAY.plusDays(2), reopened).missing()).containsValue(Count.REOPENED);
    }

    @Test
    void anAgreementBeforeTheReopeningDoesNotSettleWhatIsEscalatedAfterwards() {
        List<CaseEvent> again = then(closedByAgreement(), c -> c.reopen(OFFICER, "又叫了", at(2)));
        again = then(again, c -> c.accept(DESK, at(2)));
        again = then(again, c -> c.visit(Set.of(DESK), "走访", at(2)));
        again = then(again, c -> c.escalate(Route.ADMINISTRATIVE, DESK, "诉讼", at(3)));
        again = then(again, c -> c.followUp(DESK, Answer.CONTENT, "已转", at(3)));
        again = then(again, c -> c.close(DESK, at(3)));

        assertThat(settlement(DAY.plusDays(3), again).missing())
                .containsValue(Count.WITHOUT_AGREEMENT);
    }

    @Test
    void leavesOutRequestsForServiceAndWhatNobodyReceived() {
        List<CaseEvent> service = received(CaseCategory.REPAIR);
        List<CaseEvent> heard =
                List.of(accepted(GridCase.find(Steps.finding(CaseCategory.ANIMALS, "叫"))));

        assertThat(settlement(DAY, service).excluded()).containsValue(Count.NO_DISPUTE);
        assertThat(settlement(DAY, service).denominator()).isEmpty();
        assertThat(settlement(DAY, heard).excluded()).containsValue(Count.NOT_RECEIVED);
    }

    @Test
    void aDisputeOfACaseThatIsInTheGridTooCountsOnceAndAsTheGridHasIt() {
        Casework work =
                Casework.from(
                        List.of(
                                new CaseOpened(
                                        COMMUNITY,
                                        AT,
                                        CaseId.of("K1"),
                                        "维修",
                                        CaseKind.REPAIR,
                                        new TreeSet<>(),
                                        PersonId.of("P1"),
                                        new TreeSet<>(Set.of(UnitId.of("U1"))),
                                        CaseworkTerms.shipped()),
                                new DisputeRaised(COMMUNITY, AT, CASE)));

        Measurement both =
                CaseMeasures.settlement(
                        DAY.plusDays(1), List.of(closedByAgreement()), List.of(work));

        assertThat(both.denominator()).hasSize(1).isEqualTo(both.numerator());
        assertThat(CaseMeasures.settlement(DAY.plusDays(1), List.of(), List.of(work)).missing())
                .containsValue(Count.OPEN);
    }

    @Test
    void aServiceCaseThatIsDoneAnsweredAndRatedCountsElsewhere() {
        List<CaseEvent> done = then(received(CaseCategory.REPAIR), c -> c.accept(DESK, AT));
        done = then(done, c -> c.answer(DESK, at(1)));
        done = then(done, c -> c.dispatch(WORKER, at(1)));
        done = then(done, c -> c.finish(WORKER, PHOTO, at(1)));

        Measurement response = CaseMeasures.responseInTime(DAY.plusDays(9), List.of(done));

        assertThat(response.denominator()).hasSize(1);
        assertThat(settlement(DAY.plusDays(9), done).denominator()).isEmpty();
    }

    private static Measurement settlement(LocalDate day, List<CaseEvent> history) {
        return CaseMeasures.settlement(day, List.of(history), List.of());
    }

    private static List<CaseEvent> closedByAgreement() {
        List<CaseEvent> events = then(received(CaseCategory.ANIMALS), c -> c.accept(DESK, AT));
        events = then(events, c -> c.visit(Set.of(DESK), "走访", AT));
        events = then(events, c -> c.mediate(Dispute.proposed(1), AT));
        events = then(events, c -> c.conclude(Dispute.agreed(1), AT));
        events = then(events, c -> c.checkPerformance(Dispute.agreed(1), DESK, NEXT_DAY));
        events = then(events, c -> c.followUp(DESK, Answer.CONTENT, "双方满意", NEXT_DAY));
        return then(events, c -> c.close(DESK, NEXT_DAY));
    }

    private static List<CaseEvent> received(CaseCategory category) {
        List<CaseEvent> events =
                List.of(accepted(GridCase.find(Steps.finding(category, "楼下宠物犬吠叫"))));
        return then(events, c -> c.report(DESK, USUAL, "复杂", AT));
    }

    private static Instant at(int days) {
        return AT.plus(Duration.ofDays(days));
    }

    private static List<CaseEvent> then(
            List<CaseEvent> history, Function<GridCase, Outcome<? extends CaseEvent>> command) {
        List<CaseEvent> longer = new ArrayList<>(history);
        longer.add(accepted(command.apply(GridCase.from(history))));
        return longer;
    }
}
