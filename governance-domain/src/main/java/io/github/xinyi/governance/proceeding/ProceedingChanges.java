package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.event.EventChange;

/**
 * How texts of earlier versions of the events of a meeting are read, for example a count of version
 * 1, which was judged by the nation's law alone.
 *
 * @since 0.1.0
 */
public final class ProceedingChanges {

    private static final String NO_TERMS = "{days=[];shares=[];}";

    private ProceedingChanges() {}

    /**
     * Every change, in order: the local terms of a count, then those of an election by names, and
     * whether the names of a proposal were counted, and what a motion decides under the trust
     * model.
     *
     * @return for {@code EventCodec.of(ProceedingEvent.class).with(ProceedingChanges.all())}
     */
    public static EventChange[] all() {
        return new EventChange[] {
            EventChange.added("proceeding.TallyRecorded", 2, "local", NO_TERMS),
            EventChange.added("proceeding.TallyRecorded", 3, "elections.local", NO_TERMS),
            EventChange.added("proceeding.Proposed", 2, "countedOver", "[]"),
            EventChange.added("proceeding.NoticeGiven", 2, "agenda.trust", "[]")
        };
    }
}
