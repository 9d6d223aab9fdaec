package io.github.xinyi.governance.party;

/**
 * What a Party member is in a community, for example {@link #FULL}; only full members count towards
 * a branch. That probationary members do not is known from elsewhere; that members who report in do
 * not is our reading.
 *
 * @since 0.1.0
 */
public enum Membership {
    /** A full member (正式党员) whose organisation relation lies in the community. */
    FULL,
    /** A probationary member (预备党员). */
    PROBATIONARY,
    /** One who reports in (报到) while the organisation relation lies elsewhere. */
    REPORTING
}
