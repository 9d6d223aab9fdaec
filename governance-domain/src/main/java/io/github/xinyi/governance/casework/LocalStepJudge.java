package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.casework.CaseworkEvent.CaseClosed;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemsConsulted;
import io.github.xinyi.governance.casework.CaseworkEvent.LocalStepTaken;
import io.github.xinyi.governance.casework.CaseworkEvent.PlanDrawn;
import io.github.xinyi.governance.casework.CaseworkEvent.WorkProgressed;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.team.PostStep;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.voting.Meeting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules on the steps that a place adds: each in its turn, and none left out at its gate. */
final class LocalStepJudge {

    private static final Map<Class<? extends CaseworkEvent>, String> GATES =
            Map.of(
                    ItemsConsulted.class, CaseworkSteps.CONSULTATION,
                    PlanDrawn.class, CaseworkSteps.PLAN,
                    WorkProgressed.class, CaseworkSteps.WORK,
                    CaseClosed.class, CaseworkSteps.CLOSE);

    /** Where a case is when it comes to each gate. */
    private static final Map<String, Set<Stage>> BEFORE =
            Map.of(
                    CaseworkSteps.CONSULTATION, EnumSet.of(Stage.OPINIONS, Stage.CONSULTATION),
                    CaseworkSteps.PLAN, EnumSet.of(Stage.CONSULTATION, Stage.DECISION),
                    CaseworkSteps.WORK, EnumSet.of(Stage.IMPLEMENTATION),
                    CaseworkSteps.CLOSE, EnumSet.of(Stage.EVALUATION));

    private final CaseworkRecord state;

    LocalStepJudge(CaseworkRecord state) {
        this.state = state;
    }

    List<Finding> judge(CaseworkEvent event) {
        if (event instanceof LocalStepTaken taken) {
            List<Finding> findings = new ArrayList<>();
            findings.add(next(taken.step()));
            findings.addAll(post(taken).asRecorded());
            return findings;
        }
        String gate = GATES.getOrDefault(event.getClass(), "");
        return gate.isEmpty() ? List.of() : List.of(open(gate));
    }

    private Finding next(LocalStep step) {
        Set<Stage> stages = BEFORE.getOrDefault(step.before(), Set.of());
        return CaseworkRule.LOCAL_STEP.check(
                stages.contains(state.stage())
                        && state.terms().steps().local().isNext(step, state.localSteps()),
                "step",
                step,
                "stage",
                state.stage(),
                "needed",
                stages,
                "steps",
                state.terms().steps().local(),
                "source",
                state.terms().source(),
                "standing",
                state.terms().reading());
    }

    /** A step that is left to a post is taken in a team, and no other step is. */
    private PostStep post(LocalStepTaken taken) {
        return new PostStep(
                CaseworkRule.LOCAL_STEP_POST,
                taken.step(),
                taken.by(),
                taken.team(),
                state.terms().source(),
                state.terms().reading().name());
    }

    /** Whether that person does the work of that post, as the teams stand. */
    Finding seated(LocalStepTaken taken, Collection<Team> teams) {
        LocalDate day = taken.occurredAt().atZone(Meeting.ZONE).toLocalDate();
        return post(taken).among(teams, taken.community(), day, taken.occurredAt());
    }

    private Finding open(String gate) {
        List<LocalStep> missing = state.terms().steps().local().missing(gate, state.localSteps());
        return CaseworkRule.LOCAL_STEPS_TAKEN.check(
                missing.isEmpty(),
                "gate",
                gate,
                "missing",
                missing.stream().map(LocalStep::name).collect(Collectors.joining("、")),
                "source",
                state.terms().source(),
                "standing",
                state.terms().reading());
    }
}
