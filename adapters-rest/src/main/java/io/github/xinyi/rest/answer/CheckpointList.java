package io.github.xinyi.rest.answer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Published checkpoints, the latest first, as a JSON array.
 *
 * @param checkpoints a page
 * @param next the cursor of the next page, null at the end; not in the JSON
 * @since 0.1.0
 */
public record CheckpointList(@JsonValue List<Checkpoint> checkpoints, @Nullable String next)
        implements Answer {

    /** Copies the list. */
    public CheckpointList {
        checkpoints = List.copyOf(checkpoints);
    }

    /**
     * A checkpoint.
     *
     * @param size of the log
     * @param publishedAt when
     * @param note the signed note
     */
    public record Checkpoint(long size, String publishedAt, String note) {}
}
