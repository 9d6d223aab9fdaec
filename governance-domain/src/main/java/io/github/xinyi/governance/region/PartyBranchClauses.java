package io.github.xinyi.governance.region;

import java.util.List;

/**
 * The clauses on how Party members of a community are organised, for example {@link
 * #SEPARATE_MEMBERS}; policy, not statute.
 *
 * @since 0.1.0
 */
public final class PartyBranchClauses {

    /** Full members who form a branch. */
    public static final ClauseKey<Integer> SEPARATE_MEMBERS =
            ClauseKey.number("party.separate-members").everywhere();

    /** Fewest communities of a joint branch. */
    public static final ClauseKey<Integer> JOINT_COMMUNITIES =
            ClauseKey.number("party.joint-communities").everywhere();

    /** Full members from whom a branch has a committee. */
    public static final ClauseKey<Integer> COMMITTEE_MEMBERS =
            ClauseKey.number("party.committee-members").everywhere();

    static final List<ClauseKey<?>> ALL =
            ClauseKey.list(SEPARATE_MEMBERS, JOINT_COMMUNITIES, COMMITTEE_MEMBERS);

    private PartyBranchClauses() {}
}
