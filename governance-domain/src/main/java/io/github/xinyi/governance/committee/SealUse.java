package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The use of a seal (用印) for one decision, for example the committee's seal for item {@code I1} of
 * session {@code 2024-S-03}, signed by four of seven.
 *
 * @param seal which seal
 * @param meeting the session, or for the owners' seal their meeting, that decided
 * @param decision the item or motion decided
 * @param approvals the members who signed for the use, at most {@link Founding#MAX_SEATS}
 * @since 0.1.0
 */
public record SealUse(
        Seal seal, MeetingId meeting, MotionId decision, SortedSet<PersonId> approvals) {

    /** The two seals. */
    public enum Seal {
        /** The seal of the owners' meeting (业主大会印章); needs what the owners decided. */
        OWNERS_MEETING,
        /** The seal of the body itself (业主委员会印章、物业管理委员会印章). */
        COMMITTEE
    }

    /** Copies the approvals and refuses more than there can be members. */
    public SealUse {
        if (approvals.size() > Founding.MAX_SEATS) {
            throw new IllegalArgumentException(approvals.size() + " approvals");
        }
        approvals = Collections.unmodifiableSortedSet(new TreeSet<>(approvals));
    }
}
