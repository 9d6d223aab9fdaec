package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.UnitId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A ballot that does not count on a motion, and every reason why, for example {@code V0034},
 * unsigned.
 *
 * @param ballot the ballot
 * @param unit the unit it names
 * @param reasons at least one, in the order of {@link Reason}
 * @since 0.1.0
 */
public record SetAside(BallotId ballot, UnitId unit, Set<Reason> reasons) {

    /** Copies the reasons and refuses to set aside without one. */
    public SetAside {
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("ballot " + ballot + " set aside without a reason");
        }
        reasons = Collections.unmodifiableSet(EnumSet.copyOf(reasons));
    }

    /** Why a ballot does not count on a motion. */
    public enum Reason {
        /** The roster has no such unit. */
        UNKNOWN_UNIT,
        /** The unit is a parking space and carries no vote by default. */
        PARKING_UNIT,
        /** The voter does not belong to the holder of the unit. */
        NOT_AN_OWNER,
        /** Not signed. */
        UNSIGNED,
        /** Received before the voting opened. */
        EARLY,
        /** Received after the voting closed. */
        LATE,
        /** Nothing is ticked for the motion. */
        UNANSWERED,
        /** More than one answer is ticked for the motion. */
        OVER_VOTED,
        /** An earlier valid ballot for the unit says the same. */
        IDENTICAL_REPEAT,
        /** An earlier valid ballot for the unit says otherwise, and it stands. */
        DIFFERING_REPEAT
    }
}
