package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.grid.CaseEvent.AgreementReached;
import io.github.xinyi.governance.grid.CaseEvent.CaseAccepted;
import io.github.xinyi.governance.grid.CaseEvent.CaseClosed;
import io.github.xinyi.governance.grid.CaseEvent.CaseEscalated;
import io.github.xinyi.governance.grid.CaseEvent.CaseReopened;
import io.github.xinyi.governance.grid.CaseEvent.CaseReported;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp;
import io.github.xinyi.governance.grid.CaseEvent.MediationEnded;
import io.github.xinyi.governance.grid.CaseEvent.MediationOpened;
import io.github.xinyi.governance.grid.CaseEvent.PerformanceChecked;
import io.github.xinyi.governance.grid.CaseEvent.VisitMade;
import io.github.xinyi.governance.grid.CaseEvent.WorkDispatched;
import io.github.xinyi.governance.grid.CaseEvent.WorkDone;
import io.github.xinyi.governance.grid.GridCase.Stage;

/** From stage to stage: what each event of a case leads to, once it is judged. */
final class CaseStages {

    private CaseStages() {}

    static Stage after(Stage stage, CaseEvent event) {
        if (event instanceof CaseReported || event instanceof CaseReopened) {
            return Stage.REPORTED;
        }
        if (event instanceof CaseAccepted) {
            return stage == Stage.REPORTED ? Stage.ASSIGNED : stage;
        }
        if (event instanceof VisitMade || event instanceof MediationEnded) {
            return Stage.VISITED;
        }
        if (event instanceof MediationOpened) {
            return Stage.MEDIATION;
        }
        if (event instanceof WorkDispatched) {
            return Stage.AT_WORK;
        }
        return afterSettlement(stage, event);
    }

    private static Stage afterSettlement(Stage stage, CaseEvent event) {
        if (event instanceof AgreementReached) {
            return Stage.AGREED;
        }
        if (event instanceof PerformanceChecked checked) {
            return afterCheck(stage, checked);
        }
        if (event instanceof WorkDone) {
            return Stage.DONE;
        }
        if (event instanceof CaseEscalated) {
            return Stage.ESCALATED;
        }
        if (event instanceof FollowedUp) {
            return Stage.FOLLOWED_UP;
        }
        // Every other event leaves the case at its stage; the judge has refused unknown ones.
        return event instanceof CaseClosed ? Stage.CLOSED : stage;
    }

    private static Stage afterCheck(Stage stage, PerformanceChecked checked) {
        if (checked.performance().isFailed()) {
            return Stage.BROKEN;
        }
        return stage == Stage.BROKEN ? Stage.AGREED : stage;
    }
}
