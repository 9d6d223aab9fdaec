package io.github.xinyi.trust.journal;

import io.github.xinyi.governance.identity.CommunityId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An entry as recorded; nothing of it changes again.
 *
 * @param book the community whose book it stands in
 * @param index its place in the book's log, from 0, without a gap
 * @param recordedAt when it was recorded, to the millisecond
 * @param draft its content
 * @since 0.1.0
 */
public record Entry(CommunityId book, long index, Instant recordedAt, EntryDraft draft) {

    /** Cuts the time to the millisecond, as the log does. */
    public Entry {
        if (index < 0) {
            throw new IllegalArgumentException("index is negative: " + index);
        }
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * The caller's name for it.
     *
     * @return unique in its book
     */
    public EntryId id() {
        return draft.id();
    }
}
