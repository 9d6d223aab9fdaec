package io.github.xinyi.governance.grid;

import static io.github.xinyi.governance.grid.Steps.DESK;
import static io.github.xinyi.governance.grid.Steps.PHOTO;
import static io.github.xinyi.governance.grid.Steps.USUAL;
import static io.github.xinyi.governance.grid.Steps.WORKER;
import static io.github.xinyi.governance.ruling.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.grid.CaseEvent.AgreementReached;
import io.github.xinyi.governance.grid.CaseEvent.CaseEscalated;
import io.github.xinyi.governance.grid.CaseEvent.CaseReopened;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp.Answer;
import io.github.xinyi.governance.grid.CaseEvent.WorkDone;
import io.github.xinyi.governance.grid.GridCase.Stage;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.mediation.Dispute;
import io.github.xinyi.governance.mediation.Route;
import io.github.xinyi.governance.mediation.Way;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * How a case of the grid can end, from every state that random commands reach: closed as settled
 * here, by an agreement where it is a dispute and by work done where it is a request, and closed as
 * handed on.
 */
class GridEndsProperties {

    /** In which nothing has been settled since the case was opened, or it was found broken. */
    private static final Set<Stage> UNSETTLED =
            EnumSet.of(Stage.FOUND, Stage.REPORTED, Stage.ASSIGNED, Stage.VISITED, Stage.MEDIATION);

    @Property(tries = 150)
    void everyCaseCanBeClosedAsSettledHereAndAsHandedOn(@ForAll Random random) {
        judge(GridCaseProperties.anyCase(random));
    }

    private static void judge(GridCase state) {
        boolean dispute = state.found().category().isDispute();
        for (Class<?> way :
                List.of(dispute ? AgreementReached.class : WorkDone.class, CaseEscalated.class)) {
            GridCase ended = state;
            for (int i = 0; i < 40 && !isEnded(ended, way); i++) {
                ended = ended.after(accepted(next(ended, way)));
            }

            assertThat(ended.stage()).isEqualTo(Stage.CLOSED);
            assertThat(settledBy(ended)).get().isInstanceOf(way);
            assertThat(ended.history()).startsWith(state.history().toArray(CaseEvent[]::new));
            assertThat(GridCase.from(ended.history())).isEqualTo(ended);
            long again = openings(ended) - openings(state);
            assertThat(again).isBetween(0L, UNSETTLED.contains(state.stage()) ? 0L : 1L);
        }
    }

    private static boolean isEnded(GridCase state, Class<?> way) {
        return state.stage() == Stage.CLOSED
                && settledBy(state).filter(way::isInstance).isPresent();
    }

    private static long openings(GridCase state) {
        return state.history().stream().filter(CaseReopened.class::isInstance).count();
    }

    /** What it was settled by, if it was since it was opened last. */
    private static Optional<CaseEvent> settledBy(GridCase state) {
        Optional<CaseEvent> settled = Optional.empty();
        for (CaseEvent event : state.history()) {
            if (event instanceof AgreementReached
                    || event instanceof WorkDone
                    || event instanceof CaseEscalated) {
                settled = Optional.of(event);
            } else if (event instanceof CaseReopened) {
                settled = Optional.empty();
            }
        }
        return settled;
    }

    /** What whoever has it does next to end it that way. */
    private static Outcome<? extends CaseEvent> next(GridCase c, Class<?> way) {
        PersonId holder = c.holder();
        Instant at = c.at(c.history().size() - 1);
        boolean handOn = way == CaseEscalated.class;
        boolean settled = settledBy(c).filter(way::isInstance).isPresent();
        return switch (c.stage()) {
            case FOUND -> c.report(DESK, USUAL, "复杂", at);
            case REPORTED -> GridCaseProperties.takeUp(c);
            case ASSIGNED -> handOn ? handOn(c) : c.visit(Set.of(holder), "走访", at);
            case VISITED, BROKEN -> handOn ? handOn(c) : goOn(c, at);
            case MEDIATION ->
                    c.conclude(
                            handOn ? Dispute.refused(c.rounds()) : Dispute.agreed(c.rounds()), at);
            case AT_WORK -> handOn ? handOn(c) : c.finish(WORKER, PHOTO, at);
            case AGREED -> handOn ? handOn(c) : ask(c, settled, at);
            case DONE, ESCALATED -> ask(c, settled, at);
            case FOLLOWED_UP ->
                    settled && c.isDiscontent()
                            ? c.closeOver(holder, "已告知", Set.of(Way.SUIT), at)
                            : c.isDiscontent()
                                    ? c.takeUpAgain(holder, "反复", at)
                                    : c.close(holder, at);
            case CLOSED -> c.reopen(holder, "反复", at);
        };
    }

    private static Outcome<? extends CaseEvent> handOn(GridCase c) {
        return c.escalate(Route.ADMINISTRATIVE, c.holder(), "移送", c.at(c.history().size() - 1));
    }

    private static Outcome<? extends CaseEvent> goOn(GridCase c, Instant at) {
        return c.found().category().isDispute()
                ? c.mediate(Dispute.proposed(c.rounds() + 1), at)
                : c.dispatch(WORKER, at);
    }

    private static Outcome<? extends CaseEvent> ask(GridCase c, boolean content, Instant at) {
        if (c.stage() == Stage.AGREED && !c.isPerformanceChecked()) {
            return c.checkPerformance(Dispute.agreed(c.rounds()), c.holder(), at);
        }
        return c.followUp(c.holder(), content ? Answer.CONTENT : Answer.NOT_CONTENT, "回访", at);
    }

    /** Of the states from which a case has to end, each was one; that it was just found too. */
    @Property(tries = 1)
    void theCasesStopAtEveryStage() {
        Map<Stage, Integer> stages = new EnumMap<>(Stage.class);
        for (int seed = 0; seed < 800; seed++) {
            Stage stage = GridCaseProperties.anyCase(new Random(seed)).stage();
            stages.merge(stage, 1, Integer::sum);
        }
        for (CaseCategory category : CaseCategory.values()) {
            judge(Steps.found(category));
            stages.merge(Stage.FOUND, 1, Integer::sum);
        }

        assertThat(stages).containsOnlyKeys(Stage.values());
        assertThat(stages.values()).allMatch(count -> count > 2, stages.toString());
    }
}
