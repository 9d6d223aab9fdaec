package io.github.xinyi.rest.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of the log as everybody may see it; the members are those from which its leaf is hashed
 * again (docs/leaf-format.md).
 *
 * @since 0.1.0
 */
public sealed interface DisclosedRecord extends Answer {

    /**
     * Its place in the log.
     *
     * @return from 0
     */
    long index();

    /**
     * An open entry; or the erasure of a text, which the log has in the same form, without postings
     * and with who ordered it behind the commitment.
     *
     * @param book the community
     * @param index its place in the log
     * @param kind what it records
     * @param visibility {@code OPEN}
     * @param effectiveDate the day to which it belongs
     * @param recordedAt when it was recorded
     * @param leaf the hash of its leaf
     * @param entryId its name
     * @param sourceType what kind of paper it stands on
     * @param sourceId the paper's number
     * @param reverses the entry that it reverses, empty if none
     * @param narrative its text, null if it was erased
     * @param narrativeSalt opens the commitment to the text, null if it was erased
     * @param narrativeCommitment what is left of an erased text, null if there is a text
     * @param postings its lines
     * @param disbursement the payment that it carries out, null if none
     */
    record OpenEntry(
            String book,
            long index,
            String kind,
            String visibility,
            String effectiveDate,
            String recordedAt,
            String leaf,
            String entryId,
            String sourceType,
            String sourceId,
            String reverses,
            @Nullable String narrative,
            @Nullable String narrativeSalt,
            @Nullable String narrativeCommitment,
            List<Line> postings,
            @Nullable String disbursement)
            implements DisclosedRecord {

        /** Copies the lines. */
        public OpenEntry {
            postings = List.copyOf(postings);
        }
    }

    /**
     * A household's entry.
     *
     * @param book the community
     * @param index its place in the log
     * @param kind what it records
     * @param visibility {@code HOUSEHOLD}
     * @param effectiveDate the day to which it belongs
     * @param recordedAt when it was recorded
     * @param leaf the hash of its leaf
     * @param commitment to everything else
     * @param inBatch the index of the batch that has it in its sums, null while it waits
     */
    record HouseholdEntry(
            String book,
            long index,
            String kind,
            String visibility,
            String effectiveDate,
            String recordedAt,
            String leaf,
            String commitment,
            @Nullable Long inBatch)
            implements DisclosedRecord {}

    /**
     * The sums of households' entries.
     *
     * @param book the community
     * @param index its place in the log
     * @param kind what the entries in it record
     * @param visibility {@code BATCH}
     * @param effectiveDate the day of publication
     * @param recordedAt when it was recorded
     * @param leaf the hash of its leaf
     * @param entryId its name
     * @param batch what it sums up
     */
    record BatchOfHouseholds(
            String book,
            long index,
            String kind,
            String visibility,
            String effectiveDate,
            String recordedAt,
            String leaf,
            String entryId,
            Sums batch)
            implements DisclosedRecord {}

    /**
     * The close of a period.
     *
     * @param book the community
     * @param index its place in the log
     * @param kind {@code PERIOD}
     * @param visibility {@code CLOSE}
     * @param effectiveDate the last day closed
     * @param recordedAt when it was recorded
     * @param leaf the hash of its leaf
     * @param entryId its name
     */
    record EndOfPeriod(
            String book,
            long index,
            String kind,
            String visibility,
            String effectiveDate,
            String recordedAt,
            String leaf,
            String entryId)
            implements DisclosedRecord {}

    /**
     * The opening or closing of an account.
     *
     * @param book the community
     * @param index its place in the log
     * @param kind {@code OPENED} or {@code CLOSED}
     * @param visibility {@code ACCOUNT}
     * @param effectiveDate the day from which it is
     * @param recordedAt when it was recorded
     * @param leaf the hash of its leaf
     * @param entryId its name
     * @param account the account
     */
    record ChangedAccount(
            String book,
            long index,
            String kind,
            String visibility,
            String effectiveDate,
            String recordedAt,
            String leaf,
            String entryId,
            AccountOfBook account)
            implements DisclosedRecord {}

    /**
     * An account of a book.
     *
     * @param code its code
     * @param nameZh its name in Chinese
     * @param nameEn its name in English
     * @param fundClass the money it belongs to
     * @param type what it shows
     */
    record AccountOfBook(
            String code, String nameZh, String nameEn, String fundClass, String type) {}

    /**
     * A line.
     *
     * @param account its account
     * @param accountName as shown
     * @param side {@code D} or {@code C}
     * @param amountMinor above zero
     * @param currency for example {@code CNY}
     * @param unit empty: a line with a unit is a household's
     */
    record Line(
            String account,
            String accountName,
            String side,
            long amountMinor,
            String currency,
            String unit) {}

    /**
     * What a batch sums up.
     *
     * @param kind of the entries
     * @param fromIndex the first index covered
     * @param toIndex the first index no longer covered
     * @param entryCount how many entries
     * @param unitCount of how many units
     * @param totals by account and side
     */
    record Sums(
            String kind,
            long fromIndex,
            long toIndex,
            int entryCount,
            int unitCount,
            List<Total> totals) {

        /** Copies the totals. */
        public Sums {
            totals = List.copyOf(totals);
        }
    }

    /**
     * A sum of a batch.
     *
     * @param account its account
     * @param accountName as shown
     * @param side {@code D} or {@code C}
     * @param amountMinor above zero
     * @param currency for example {@code CNY}
     */
    record Total(
            String account, String accountName, String side, long amountMinor, String currency) {}
}
