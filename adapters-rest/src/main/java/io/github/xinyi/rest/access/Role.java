package io.github.xinyi.rest.access;

/**
 * What somebody is in one community, for example {@link #STEWARD}; nobody has a role in another
 * community by it.
 *
 * @since 0.1.0
 */
public enum Role {
    /** Everybody, known or not; every caller has it everywhere. */
    PUBLIC,
    /** An owner of a unit there (业主). */
    OWNER,
    /** A member of the owners' committee or the management committee (业委会, 物管会). */
    COMMITTEE,
    /** A person of the property firm that is trustee (物业管家). */
    STEWARD,
    /** An officer of the residents' committee or the street office (社区工作人员). */
    COMMUNITY_OFFICER,
    /** Who audits the books (审计). */
    AUDITOR
}
