package io.github.xinyi.rest.answer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * The published communities, as a JSON array.
 *
 * @param communities in the host's order
 * @since 0.1.0
 */
public record CommunityList(@JsonValue List<Community> communities) implements Answer {

    /** Copies the list. */
    public CommunityList {
        communities = List.copyOf(communities);
    }

    /**
     * A community by id and name.
     *
     * @param id for example {@code anheyuan}
     * @param name as shown
     */
    public record Community(String id, String name) {}
}
