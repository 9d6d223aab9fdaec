package io.github.xinyi.rest.disclosure;

import io.github.xinyi.trust.book.LogRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which records a page has. */
enum RecordFilter {
    /** Every record. */
    ALL,
    /** What is shown in full: open entries, batches and the ends of periods. */
    OPEN;

    static Optional<RecordFilter> parse(@Nullable String text) {
        if (text == null || text.equals("all")) {
            return Optional.of(ALL);
        }
        return text.equals("open") ? Optional.of(OPEN) : Optional.empty();
    }

    boolean accepts(LogRecord record) {
        return this == ALL
                || record.asEntry().filter(e -> !e.entry().draft().visibility().isOpen()).isEmpty();
    }
}
