package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.event.EventChange;

/**
 * How texts of earlier versions of the events of a procedure are read, for example a motion of
 * version 1, which did not say what it decides under the trust model, or a stage of version 2,
 * which set no days for making it up after an urgent repair.
 *
 * @since 0.1.0
 */
public final class ProcedureChanges {

    private ProcedureChanges() {}

    /**
     * Every change, in order: what a motion decides under the trust model, and which stages are
     * made up after an urgent repair, and in how many days.
     *
     * @return for {@code EventCodec.of(ProcedureEvent.class).with(ProcedureChanges.all())}
     */
    public static EventChange[] all() {
        return new EventChange[] {
            EventChange.added("deliberation.ProcedureOpened", 2, "motion.trust", "[]"),
            EventChange.added("deliberation.ProcedureOpened", 3, "stages.makeUpDays", "1:0"),
            EventChange.added("deliberation.ProcedureOpened", 3, "madeUp", "[]"),
            EventChange.added("deliberation.OwnersResolved", 2, "motion.trust", "[]"),
            EventChange.added("deliberation.OwnersDeclined", 2, "motion.trust", "[]")
        };
    }
}
