package io.github.xinyi.governance.talk;

import io.github.xinyi.governance.event.EventChange;
import io.github.xinyi.governance.voting.Business;

/**
 * How texts of earlier versions of the events of a talk are read, for example a plan of version 1,
 * whose kinds of business had other names, or terms that did not say which steps they ask.
 *
 * @since 0.1.0
 */
public final class TalkChanges {

    private TalkChanges() {}

    /**
     * Every change, in order.
     *
     * @return for {@code EventCodec.of(TalkEvent.class).with(TalkChanges.all())}
     */
    public static EventChange[] all() {
        return new EventChange[] {
            EventChange.renamedConstants(
                    "talk.IssueDiscussed", 2, "plan.touches", Business.formerNames()),
            EventChange.added(
                    "talk.TermsAdopted", 2, "terms.required", "[11:PUBLICATION,6:REVIEW,]"),
            EventChange.added("talk.TermsAdopted", 2, "terms.supporters", "1:0"),
            EventChange.added("talk.TermsAdopted", 3, "terms.local", "{all=[];}"),
            EventChange.added("talk.TermsAdopted", 4, "terms.local.all.post", "0:"),
            EventChange.added("talk.LocalStepTaken", 2, "step.post", "0:"),
            EventChange.added("talk.LocalStepTaken", 2, "team", "[]"),
            EventChange.copied("talk.IssueEscalated", 2, "occurredAt", "openedAt")
        };
    }
}
