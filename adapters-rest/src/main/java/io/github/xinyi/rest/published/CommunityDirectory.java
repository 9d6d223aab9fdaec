package io.github.xinyi.rest.published;

import io.github.xinyi.governance.identity.CommunityId;
import java.util.List;
import java.util.Optional;

/**
 * Finds the communities that a host publishes: you implement this. Thread-safe.
 *
 * <p>It is asked on every request, so a community may be published, renamed or withdrawn at any
 * time. A community that the caller may not see is answered like one that does not exist.
 *
 * @since 0.1.0
 */
public interface CommunityDirectory {

    /**
     * All communities that are published.
     *
     * @return in the order in which they are shown
     */
    List<PublishedCommunity> all();

    /**
     * One community.
     *
     * @param id which
     * @return empty if it is unknown or not published
     */
    Optional<PublishedCommunity> find(CommunityId id);

    /**
     * The directory of a fixed list.
     *
     * @param communities each id once, in the order in which they are shown
     * @return the directory
     */
    static CommunityDirectory of(List<PublishedCommunity> communities) {
        return new FixedDirectory(communities);
    }
}
