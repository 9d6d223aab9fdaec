package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.event.EventChange;

/**
 * How texts of earlier versions of the events of a case are read, for example an opening of version
 * 1, whose terms did not say which steps they ask, and a proof of an ending that had no form of its
 * own.
 *
 * @since 0.1.0
 */
public final class CaseworkChanges {

    private CaseworkChanges() {}

    /**
     * Every change, in order.
     *
     * @return for {@code EventCodec.of(CaseworkEvent.class).with(CaseworkChanges.all())}
     */
    public static EventChange[] all() {
        return new EventChange[] {
            EventChange.added(
                    "casework.CaseOpened",
                    2,
                    "terms.steps",
                    "{required=[12:CONSULTATION,];throughProcedure=[];bodies=[];"
                            + "surveyDays=1:0;ratingDays=1:0;}"),
            EventChange.added("casework.CaseOpened", 3, "terms.steps.local", "{all=[];}"),
            EventChange.added("casework.CaseOpened", 4, "terms.steps.local.all.post", "0:"),
            EventChange.added("casework.LocalStepTaken", 2, "step.post", "0:"),
            EventChange.added("casework.LocalStepTaken", 2, "team", "[]"),
            EventChange.added("casework.DisputeEnded", 2, "proof.form", "11:EVENT_TEXTS")
        };
    }
}
