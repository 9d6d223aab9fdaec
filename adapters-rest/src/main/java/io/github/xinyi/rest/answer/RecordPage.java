package io.github.xinyi.rest.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records, the newest first.
 *
 * @param records a page; it may be short, and even empty, before the end
 * @param next the cursor of the next page, null at the end
 * @since 0.1.0
 */
public record RecordPage(List<DisclosedRecord> records, @Nullable String next) implements Answer {

    /** Copies the list. */
    public RecordPage {
        records = List.copyOf(records);
    }
}
