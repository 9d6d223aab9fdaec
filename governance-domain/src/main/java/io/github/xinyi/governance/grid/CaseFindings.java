package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.grid.GridCase.Stage;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.mediation.Way;
import io.github.xinyi.governance.ruling.RuleCheck;
import java.util.Set;

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
