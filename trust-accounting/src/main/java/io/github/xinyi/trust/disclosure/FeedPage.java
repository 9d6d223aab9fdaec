package io.github.xinyi.trust.disclosure;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.merkle.MerkleDigest;
import java.util.List;
import java.util.Optional;

/**
 * A part of the log as one owner is given it (业主专属流水): every public record in order, and beside
 * them the entries of his own unit in full, with the salts that open them.
 *
 * <p>For example the records 200 to 299, of which two are entries of his. No index is left out,
 * whoever asks: {@link FollowedLog} checks that, and that the whole is what the log signed. Of
 * other households it holds nothing but commitments. Never shown to anybody but the owners of the
 * unit.
 *
 * @param records the public records, without a gap
 * @param own the entries of the unit among them, in order; without those whose text was erased,
 *     which nothing opens any more
 * @since 0.1.0
 */
public record FeedPage(List<PublicRecord> records, List<Entry> own) {

    /** The most records of one page. */
    public static final int MAX_RECORDS = 1_000;

    /** Copies the lists. */
    public FeedPage {
        records = List.copyOf(records);
        own = List.copyOf(own);
    }

    /**
     * The next part of the log for a unit.
     *
     * @param book the book as it stands
     * @param unit whose owner asks; the host has made sure of that
     * @param fromIndex the first record wanted
     * @param limit at most so many, 1 to {@link #MAX_RECORDS}
     * @param digest that of the book
     * @return fewer records at the end of the log
     * @throws IllegalArgumentException for another limit, or a negative index
     */
    public static FeedPage of(
            BookReader book, UnitId unit, long fromIndex, int limit, MerkleDigest digest) {
        if (fromIndex < 0 || limit < 1 || limit > MAX_RECORDS) {
            throw new IllegalArgumentException("no page: " + limit + " from " + fromIndex);
        }
        List<LogRecord> page = book.records(fromIndex, limit);
        return new FeedPage(
                page.stream().map(record -> PublicRecord.of(record, digest)).toList(),
                page.stream().flatMap(record -> ownOf(record, unit).stream()).toList());
    }

    private static Optional<Entry> ownOf(LogRecord record, UnitId unit) {
        return record.asEntry()
                .map(LogRecord.OfEntry::entry)
                .filter(entry -> entry.draft().erased().isEmpty())
                .filter(
                        entry ->
                                entry.draft()
                                        .visibility()
                                        .fold(() -> false, of -> of.equals(unit)));
    }
}
