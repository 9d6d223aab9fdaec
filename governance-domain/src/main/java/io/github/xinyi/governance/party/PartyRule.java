package io.github.xinyi.governance.party;

import io.github.xinyi.governance.ruling.RuleCode;

/**
 * The rules for branches; their law comes with the thresholds of the region.
 *
 * @since 0.1.0
 */
public enum PartyRule {
    /** A change takes effect after the one before it. */
    DATE_ORDER("date-order"),
    /** Only a member who is in the register can leave it. */
    MEMBER_PRESENT("member-present"),
    /** The register has room. */
    REGISTER_SIZE("register-size"),
    /** The form goes with the number of communities. */
    COMMUNITIES("communities"),
    /** There are enough full members. */
    FULL_MEMBERS("full-members"),
    /** No community takes a weaker form than it can have alone. */
    STRONGEST_FORM("strongest-form"),
    /** Each community of a joint branch has a full member of its own. */
    JOINT_MEMBERS("joint-members"),
    /** What can join its neighbours is not attached to a branch elsewhere. */
    JOINT_FIRST("joint-first"),
    /** A new branch has an identifier of its own. */
    BRANCH_NEW("branch-new"),
    /** A host is the branch of others. */
    HOST_ELSEWHERE("host-elsewhere"),
    /** The community is organised in some form. */
    ORGANISED("organised"),
    /** From so many full members a branch has a committee; fewer have a secretary only. */
    COMMITTEE("committee");

    private final RuleCode code;

    PartyRule(String name) {
        this.code = new RuleCode("party." + name);
    }

    /**
     * Its stable name.
     *
     * @return for example {@code party.full-members}
     */
    public RuleCode code() {
        return code;
    }
}
