package io.github.xinyi.rest.desk;

import io.github.xinyi.governance.identity.CommunityId;
import java.util.Optional;

/**
 * Finds the communities for which business is done over HTTP: you implement this. Thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface DeskDirectory {

    /**
     * The desk of a community.
     *
     * @param id which
     * @return empty if nothing is done for it here
     */
    Optional<CommunityDesk> find(CommunityId id);

    /**
     * Nothing is done over HTTP.
     *
     * @return always empty
     */
    static DeskDirectory none() {
        return id -> Optional.empty();
    }
}
