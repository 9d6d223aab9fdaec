package io.github.xinyi.governance.party;

import io.github.xinyi.governance.region.Clause;
import io.github.xinyi.governance.region.PartyBranchClauses;
import io.github.xinyi.governance.region.RegionProfile;
import io.github.xinyi.governance.ruling.Finding;
import java.util.List;

/**
 * The numbers on which the forms depend, for example 3 full members for a branch and 7 for a
 * committee.
 *
 * @param separate full members who form a branch, alone or jointly
 * @param joint the fewest communities of a joint branch
 * @param committee full members from whom a branch has a committee
 * @param notices what every ruling must say of the profile they come from
 * @since 0.1.0
 */
public record BranchThresholds(
        Clause<Integer> separate,
        Clause<Integer> joint,
        Clause<Integer> committee,
        List<Finding> notices) {

    /** Copies the notices. */
    public BranchThresholds {
        notices = List.copyOf(notices);
    }

    /**
     * The numbers of a region.
     *
     * @param profile the region on a day
     * @return its thresholds
     */
    public static BranchThresholds from(RegionProfile profile) {
        return new BranchThresholds(
                profile.clause(PartyBranchClauses.SEPARATE_MEMBERS),
                profile.clause(PartyBranchClauses.JOINT_COMMUNITIES),
                profile.clause(PartyBranchClauses.COMMITTEE_MEMBERS),
                profile.notices());
    }
}
