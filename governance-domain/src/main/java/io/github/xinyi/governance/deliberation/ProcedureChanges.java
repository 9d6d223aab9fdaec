package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.event.EventChange;

/**
 * How texts of earlier versions of the events of a procedure are read, for example a motion of
 * version 1, which did not say what it decides under the trust model.
 *
 * @since 0.1.0
 */
public final class ProcedureChanges {

    private ProcedureChanges() {}

    /**
     * Every change, in order: what a motion decides under the trust model.
     *
     * @return for {@code EventCodec.of(ProcedureEvent.class).with(ProcedureChanges.all())}
     */
    public static EventChange[] all() {
        return new EventChange[] {
            EventChange.added("deliberation.ProcedureOpened", 2, "motion.trust", "[]"),
            EventChange.added("deliberation.OwnersResolved", 2, "motion.trust", "[]"),
            EventChange.added("deliberation.OwnersDeclined", 2, "motion.trust", "[]")
        };
    }
}
