package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.team.Source;
import java.time.Duration;
import java.time.Instant;

/**
 * A duty that is open at a moment, for example {@code P0031} owes an answer on case {@code C-1}, 3
 * hours late.
 *
 * @param caseId the case
 * @param kind what is owed
 * @param owedBy who owes it
 * @param dueAt the moment from which it is late
 * @param late how late it is; zero while it is not
 * @param source where the limits of the case's grade come from
 * @since 0.1.0
 */
public record DutyDue(
        CaseId caseId, Kind kind, PersonId owedBy, Instant dueAt, Duration late, Source source) {

    /** What can be owed. */
    public enum Kind {
        /** An answer to whoever reported. */
        RESPOND,
        /** An agreement, the work, or escalation. */
        SETTLE,
        /** Asking afterwards how it went. */
        FOLLOW_UP,
        /** What a supervisor ordered, by the day of the order. */
        SUPERVISED
    }

    /**
     * Whether somebody should be reminded.
     *
     * @return true once the moment has come
     */
    public boolean isLate() {
        return !late.isZero();
    }
}
