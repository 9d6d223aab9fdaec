package io.github.xinyi.trust.book;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The sums of many households' entries of one kind, published together so that no household's
 * amount can be told from them; itself a record of the log.
 *
 * <p>Source: Personal Information Protection Law art. 6 and 25; the least number of units is an
 * interpretation (rule I37), 5 by default.
 *
 * @param book the community
 * @param index its place in the log
 * @param recordedAt when it was recorded, to the millisecond
 * @param effectiveDate the day of the publication
 * @param kind the kind of the entries in it
 * @param fromIndex the first index covered
 * @param toIndex the first index no longer covered; every household entry of the kind between is in
 *     it
 * @param entryCount how many entries
 * @param unitCount of how many different units
 * @param totals one posting for each account whose net sum is not zero, by code; batches recorded
 *     before may have one for each side
 * @since 0.1.0
 */
public record HouseholdBatch(
        CommunityId book,
        long index,
        Instant recordedAt,
        LocalDate effectiveDate,
        EntryKind kind,
        long fromIndex,
        long toIndex,
        int entryCount,
        int unitCount,
        List<Posting> totals) {

    /** Copies the totals and cuts the time to the millisecond. */
    public HouseholdBatch {
        totals = List.copyOf(totals);
        recordedAt = Entry.recordedMoment(recordedAt);
        if (effectiveDate.getYear() < 1900 || effectiveDate.getYear() > 9999) {
            throw new IllegalArgumentException("no book has the day " + effectiveDate);
        }
        if (fromIndex < 0 || toIndex <= fromIndex || toIndex > index) {
            throw new IllegalArgumentException(
                    "no such range: " + fromIndex + " to " + toIndex + " at " + index);
        }
    }

    /**
     * Its name in the log.
     *
     * @return for example {@code batch/1207}
     */
    public String id() {
        return "batch/" + index;
    }
}
