package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.event.EventChange;

/**
 * How texts of earlier versions of the events of a case are read, for example a close of version 1,
 * which did not say what it was over.
 *
 * @since 0.1.0
 */
public final class CaseChanges {

    private CaseChanges() {}

    /**
     * Every change, in order: what a close is over, how many records a check has read, which steps
     * a grade asks, which of its own a place adds, and to which post it leaves them.
     *
     * @return for {@code EventCodec.of(CaseEvent.class).with(CaseChanges.all())}
     */
    public static EventChange[] all() {
        return new EventChange[] {
            EventChange.added("grid.CaseClosed", 2, "over", "9:NOT_ASKED"),
            EventChange.added("grid.CaseClosed", 2, "reason", "0:"),
            EventChange.added("grid.CaseClosed", 2, "ways", "[]"),
            EventChange.added(
                    "grid.CaseReported",
                    2,
                    "grade.steps",
                    "{required=[22:VISIT_BEFORE_MEDIATION,8:UNSTATED,];followUps=1:1;}"),
            EventChange.added("grid.CaseReported", 3, "grade.steps.local", "{all=[];}"),
            EventChange.added("grid.CaseReported", 4, "grade.steps.local.all.post", "0:"),
            EventChange.added("grid.LocalStepTaken", 2, "step.post", "0:"),
            EventChange.added("grid.LocalStepTaken", 2, "team", "[]"),
            EventChange.added("grid.PerformanceChecked", 2, "mediationRecords", "1:0")
        };
    }
}
