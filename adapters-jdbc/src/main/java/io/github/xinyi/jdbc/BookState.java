package io.github.xinyi.jdbc;

import io.github.xinyi.trust.merkle.Frontier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A locked book between two calls. The right edge holds the hashes of everything in the log: what
 * was known at an edge is true again whenever the book is found at that edge, whoever has written.
 *
 * @param frontier the right edge, with what waits
 * @param pending what waits, and what is known of accounts
 * @param bounds closes of periods and changes of accounts, if they were read
 * @param lastRecordedAt the moment of the last record, if it was read
 */
record BookState(
        Frontier frontier,
        Pending pending,
        BookMarks.@Nullable Bounds bounds,
        @Nullable Instant lastRecordedAt) {

    /** A book of which only the head was read. */
    static BookState of(Frontier head) {
        return new BookState(head, new Pending(head.size()), null, null);
    }

    /** What stays known once everything is committed. */
    BookState kept() {
        return new BookState(frontier, pending.kept(), bounds, lastRecordedAt);
    }
}
