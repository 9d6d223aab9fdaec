package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.grid.CaseEvent.LocalStepTaken;
import io.github.xinyi.governance.grid.CaseEvent.TeamCalled;
import io.github.xinyi.governance.grid.GridCase.Stage;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.mediation.Way;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.team.PostStep;
import io.github.xinyi.governance.team.Source;
import io.github.xinyi.governance.team.Team;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is asked of many steps: the stage, the holder, a text. */
final class CaseFindings {

    private final CaseRecord state;

    CaseFindings(CaseRecord state) {
        this.state = state;
    }

    RuleCheck at(Set<Stage> stages) {
        return RuleCheck.of(
                CaseRule.STAGE,
                stages.contains(state.stage()),
                "stage",
                state.stage(),
                "needed",
                stages);
    }

    /** A visit that the place does not ask for may be left out. */
    RuleCheck visited(CaseStep step) {
        return RuleCheck.of(
                CaseRule.VISITED_FIRST,
                state.stage() != Stage.ASSIGNED || !state.steps().asks(step),
                "step",
                step,
                "stage",
                state.stage(),
                "steps",
                state.steps().required());
    }

    /** A gate is open once every step that the place adds before it was taken. */
    RuleCheck localStepsTaken(String gate) {
        return RuleCheck.of(
                CaseRule.LOCAL_STEPS_TAKEN,
                missing(gate).isEmpty(),
                "gate",
                gate,
                "missing",
                missing(gate).stream().map(LocalStep::name).collect(Collectors.joining("、")),
                "source",
                document(),
                "standing",
                standing());
    }

    /** A step that is left to a post is taken in a team, and no other step is. */
    PostStep post(LocalStepTaken taken) {
        return new PostStep(
                CaseRule.LOCAL_STEP_POST,
                taken.step(),
                taken.by(),
                taken.team(),
                document(),
                standing());
    }

    /** Whether that person does the work of that post, as the teams stand. */
    Finding seated(LocalStepTaken taken, Collection<Team> teams) {
        LocalDate day = GridCase.dayOf(taken.occurredAt());
        return post(taken).among(teams, taken.community(), day, taken.occurredAt());
    }

    /** Whether everybody named of a team that was called served in it, by the teams' records. */
    RuleCheck ofRecord(TeamCalled called, Collection<Team> teams) {
        LocalDate day = GridCase.dayOf(called.occurredAt());
        List<Team> named =
                teams.stream()
                        .filter(team -> team.community().equals(called.community()))
                        .filter(team -> team.id().equals(called.team()))
                        .filter(team -> team.pattern().id().equals(called.pattern()))
                        .toList();
        List<PersonId> contradicted =
                called.members().stream()
                        .filter(member -> named.stream().noneMatch(t -> served(t, member, called)))
                        .map(TeamCalled.Member::person)
                        .distinct()
                        .toList();
        return RuleCheck.of(
                CaseRule.TEAM_OF_RECORD,
                contradicted.isEmpty(),
                "team",
                called.team(),
                "pattern",
                called.pattern(),
                "day",
                day,
                "members",
                contradicted);
    }

    private static boolean served(Team team, TeamCalled.Member member, TeamCalled called) {
        LocalDate day = GridCase.dayOf(called.occurredAt());
        return team.served(member.person(), member.slot(), day, called.occurredAt());
    }

    /** The paper that the grade of the case comes from; before it is reported, none. */
    String document() {
        return state.source().map(Source::document).orElse("-");
    }

    /** How far that paper can be relied on. */
    String standing() {
        return state.source().map(source -> source.standing().name()).orElse("-");
    }

    private List<LocalStep> missing(String gate) {
        return state.steps().local().missing(gate, state.localStepsTaken(gate));
    }

    RuleCheck held(PersonId person) {
        return RuleCheck.of(CaseRule.HOLDER, person.equals(state.holder()), "person", person);
    }

    RuleCheck kind(boolean met) {
        return RuleCheck.of(CaseRule.KIND, met, "category", state.found().category());
    }

    static RuleCheck text(String text) {
        return RuleCheck.of(
                CaseRule.TEXT,
                !text.isBlank() && text.length() <= GridCase.MAX_TEXT,
                "length",
                text.length(),
                "most",
                GridCase.MAX_TEXT);
    }

    /** Nobody is sent to court by an agreement that holds, nor left without a way by another. */
    static RuleCheck waysTold(boolean failed, Set<Way> ways) {
        boolean met =
                failed ? ways.contains(Way.SUIT) || ways.contains(Way.ENFORCEMENT) : ways.isEmpty();
        return RuleCheck.of(CaseRule.WAYS_TOLD, met, "ways", ways);
    }
}
