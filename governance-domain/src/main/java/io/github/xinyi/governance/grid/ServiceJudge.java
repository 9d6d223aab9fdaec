package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.grid.CaseEvent.CaseRated;
import io.github.xinyi.governance.grid.CaseEvent.PaymentLinked;
import io.github.xinyi.governance.grid.CaseEvent.WorkDispatched;
import io.github.xinyi.governance.grid.CaseEvent.WorkDone;
import io.github.xinyi.governance.grid.GridCase.Stage;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The rules on services: who is sent, what is done, paid and rated. */
final class ServiceJudge {

    private final CaseRecord state;
    private final CaseFindings findings;

    ServiceJudge(CaseRecord state) {
        this.state = state;
        this.findings = new CaseFindings(state);
    }

    List<Finding> judge(CaseEvent event) {
        List<Finding> all = new ArrayList<>();
        all.add(findings.kind(!state.found().category().isDispute()));
        if (event instanceof WorkDispatched) {
            all.add(findings.at(EnumSet.of(Stage.ASSIGNED, Stage.VISITED, Stage.AT_WORK)));
            all.add(findings.visited(CaseStep.VISIT_BEFORE_WORK));
            all.add(findings.localStepsTaken(CaseSteps.WORK));
        } else if (event instanceof WorkDone done) {
            all.addAll(done(done));
        } else if (event instanceof PaymentLinked linked) {
            all.add(findings.at(EnumSet.complementOf(EnumSet.of(Stage.FOUND))));
            all.add(
                    RuleCheck.of(
                            CaseRule.REFERENCE,
                            !linked.reference().isBlank()
                                    && linked.reference().length() <= 64
                                    && !state.payments().contains(linked.reference()),
                            "case",
                            state.id()));
        } else if (event instanceof CaseRated rated) {
            all.add(findings.at(EnumSet.of(Stage.DONE, Stage.FOLLOWED_UP, Stage.CLOSED)));
            all.add(rating(rated));
        }
        return all;
    }

    private List<Finding> done(WorkDone done) {
        return List.of(
                findings.at(EnumSet.of(Stage.AT_WORK)),
                RuleCheck.of(
                        CaseRule.WORKER,
                        state.all(WorkDispatched.class)
                                .reduce((earlier, later) -> later)
                                .filter(sent -> sent.worker().equals(done.worker()))
                                .isPresent(),
                        "person",
                        done.worker()),
                RuleCheck.of(
                        CaseRule.PHOTO_DIGEST,
                        done.photoDigest().matches("[0-9a-f]{64}"),
                        "length",
                        done.photoDigest().length()));
    }

    private RuleCheck rating(CaseRated rated) {
        return RuleCheck.of(
                CaseRule.RATING,
                rated.stars() >= 1
                        && rated.stars() <= 5
                        && rated.by().equals(state.found().reporter())
                        && state.since(state.lastOpening(), CaseRated.class).findAny().isEmpty(),
                "stars",
                rated.stars(),
                "person",
                rated.by());
    }
}
