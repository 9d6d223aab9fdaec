package io.github.xinyi.trust.book;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.ErasedText;
import io.github.xinyi.trust.journal.ErasureGround;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.merkle.Hash;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The erasure of one entry's text (删除摘要), itself a record of the log: which entry, on what ground,
 * on which day; never the text. Who ordered it stands behind a commitment, since it is a person.
 *
 * <p>Example: record 1207 erases the text of entry 31, {@code CONSENT_WITHDRAWN}, 2026-03-02. A
 * store that appends it removes text and salt of that entry in the same transaction. Source:
 * Personal Information Protection Law art. 47.
 *
 * @param book the community
 * @param index its place in the log
 * @param recordedAt when it was recorded, to the millisecond
 * @param day the day of the order, of the years 1900 to 9999
 * @param entryIndex the entry's place in the log, before this one
 * @param ground why
 * @param by who ordered it
 * @param salt its own, hides who ordered it
 * @param left what is left of the entry's text and salt
 * @param remains commits to the whole entry as it is without its text, under {@link #salt}: a
 *     household's entry is closed by its own commitment for ever
 * @since 0.1.0
 */
public record Erasure(
        CommunityId book,
        long index,
        Instant recordedAt,
        LocalDate day,
        long entryIndex,
        ErasureGround ground,
        PersonId by,
        Salt salt,
        ErasedText left,
        Hash remains) {

    /** Cuts the time to the millisecond and refuses a place or a day that no erasure has. */
    public Erasure {
        recordedAt = Entry.recordedMoment(recordedAt);
        if (entryIndex < 0 || entryIndex >= index || left.erasedBy() != index) {
            throw new IllegalArgumentException(
                    "record " + index + " does not erase " + entryIndex + ", " + left);
        }
        if (day.getYear() < 1900 || day.getYear() > 9999) {
            throw new IllegalArgumentException("no text is erased on " + day);
        }
    }

    /**
     * Its name in the log.
     *
     * @return for example {@code erasure/1207}
     */
    public String id() {
        return "erasure/" + index;
    }

    /**
     * What it erased, as the log names it.
     *
     * @return entry, field and ground, for example {@code 31/narrative/CONSENT_WITHDRAWN}
     */
    public String subject() {
        return entryIndex + "/narrative/" + ground;
    }

    /** For example {@code erasure/1207 of 31/narrative/CONSENT_WITHDRAWN}; never who ordered it. */
    @Override
    public String toString() {
        return id() + " of " + subject();
    }
}
