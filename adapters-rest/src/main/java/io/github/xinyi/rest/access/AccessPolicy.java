package io.github.xinyi.rest.access;

import io.github.xinyi.governance.identity.CommunityId;

/**
 * Decides who may do what: you implement this, or take the {@link RoleModel}. Thread-safe.
 *
 * <p>What it does not know it denies.
 *
 * @since 0.1.0
 */
public interface AccessPolicy {

    /**
     * Whether a caller may do something in a community.
     *
     * @param caller who
     * @param operation what
     * @param community where; it need not exist
     * @return how far
     */
    Access decide(Caller caller, Operation operation, CommunityId community);

    /**
     * Whether a caller may do something that is of no community.
     *
     * @param caller who
     * @param operation what
     * @return how far
     */
    Access decide(Caller caller, Operation operation);
}
