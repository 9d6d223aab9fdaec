package io.github.xinyi.rest.published;

import io.github.xinyi.governance.identity.CommunityId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The directory of a list that does not change. */
final class FixedDirectory implements CommunityDirectory {

    private final Map<CommunityId, PublishedCommunity> byId = new LinkedHashMap<>();

    FixedDirectory(List<PublishedCommunity> communities) {
        for (PublishedCommunity community : communities) {
            if (byId.put(community.id(), community) != null) {
                throw new IllegalArgumentException("published twice: " + community.id());
            }
        }
    }

    @Override
    public List<PublishedCommunity> all() {
        return List.copyOf(byId.values());
    }

    @Override
    public Optional<PublishedCommunity> find(CommunityId id) {
        return Optional.ofNullable(byId.get(id));
    }
}
