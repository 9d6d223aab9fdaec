package io.github.xinyi.governance.party;

/**
 * How a community is organised, the strongest form first.
 *
 * @since 0.1.0
 */
public enum BranchForm {
    /** A branch of its own (单独组建). */
    SEPARATE,
    /** One branch with other communities (联合组建). */
    JOINT,
    /** Attached to a branch elsewhere (挂靠组建). */
    AFFILIATED,
    /** No member: an instructor is sent (派驻党建指导员). */
    INSTRUCTOR_SENT
}
