package io.github.xinyi.rest.answer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The published communities, as a JSON array.
 *
 * @param communities a page, in the host's order
 * @param next the cursor of the next page, null at the end; not in the JSON
 * @since 0.1.0
 */
public record CommunityList(@JsonValue List<Community> communities, @Nullable String next)
        implements Answer {

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
