package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.event.EventChange;

/**
 * How texts of earlier versions of the events of a body are read, for example a mandate of version
 * 1, which always had one list and never an election by names.
 *
 * @since 0.1.0
 */
public final class CommitteeChanges {

    private static final String NO_TERMS = "{days=[];shares=[];}";

    private CommitteeChanges() {}

    /**
     * Every change, in order: mandates by list or by names, the last day of a display, and the
     * local terms of an election by names and of a rejected recall, what a motion decides under the
     * trust model, and the area of owners who propose a recall.
     *
     * @return for {@code EventCodec.of(CommitteeEvent.class).with(CommitteeChanges.all())}
     */
    public static EventChange[] all() {
        return new EventChange[] {
            EventChange.listed("committee.CommitteeElected", 2, "mandates.paper"),
            EventChange.added("committee.CommitteeElected", 2, "mandates.election", "[]"),
            EventChange.listed("committee.MemberElected", 2, "mandate.paper"),
            EventChange.added("committee.MemberElected", 2, "mandate.election", "[]"),
            EventChange.listed("committee.MemberRecalled", 2, "mandate.paper"),
            EventChange.added("committee.MemberRecalled", 2, "mandate.election", "[]"),
            EventChange.added("committee.SessionPublished", 2, "lastShownOn", "[]"),
            EventChange.added("committee.CommitteeElected", 3, "mandates.election.local", NO_TERMS),
            EventChange.added("committee.MemberElected", 3, "mandate.election.local", NO_TERMS),
            EventChange.added("committee.MemberRecalled", 3, "mandate.election.local", NO_TERMS),
            EventChange.added("committee.RecallRejected", 2, "rejected.local", NO_TERMS),
            EventChange.added("committee.SuspensionLifted", 2, "rejected.local", NO_TERMS),
            EventChange.added(
                    "committee.CommitteeElected", 3, "mandates.adopted.motion.trust", "[]"),
            EventChange.added("committee.MemberElected", 3, "mandate.adopted.motion.trust", "[]"),
            EventChange.added("committee.MemberRecalled", 3, "mandate.adopted.motion.trust", "[]"),
            EventChange.added("committee.SessionCalled", 2, "items.behind.motion.trust", "[]"),
            EventChange.added("committee.SealUsed", 2, "behind.motion.trust", "[]"),
            EventChange.added("committee.RecallRejected", 2, "rejected.motion.trust", "[]"),
            EventChange.added("committee.SuspensionLifted", 2, "rejected.motion.trust", "[]"),
            EventChange.added("committee.RecallProposed", 2, "area", "[]")
        };
    }
}
