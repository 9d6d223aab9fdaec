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

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z").plusMillis(1);

    /** Cuts the time to the millisecond, as the log does. */
    public Entry {
        if (index < 0) {
            throw new IllegalArgumentException("index is negative: " + index);
        }
        recordedAt = recordedMoment(recordedAt);
    }

    /**
     * A moment as the log can write it.
     *
     * @param moment of the years 1900 to 9999
     * @return the same to the millisecond
     * @throws IllegalArgumentException if it is of another year
     */
    public static Instant recordedMoment(Instant moment) {
        if (moment.isBefore(FIRST) || !moment.isBefore(END)) {
            throw new IllegalArgumentException("no log records at " + moment);
        }
        return moment.truncatedTo(ChronoUnit.MILLIS);
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
