package io.github.xinyi.trust.book;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.NodeReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a store shows of one book, all of it from the same moment.
 *
 * <p>Implemented by stores, together with {@link BookStore}; valid only inside the call that handed
 * it out. It is also the reader of the log's nodes.
 *
 * @since 0.1.0
 */
public interface BookReader extends NodeReader {

    /**
     * The right edge of the log.
     *
     * @return its size is the number of records
     */
    Frontier frontier();

    /**
     * An entry by its name.
     *
     * @param id the caller's name for it
     * @return empty if the book has none
     */
    Optional<LogRecord.OfEntry> entry(EntryId id);

    /**
     * Whether an entry was reversed.
     *
     * @param id the entry
     * @return the reversal, empty if there is none
     */
    Optional<EntryId> reversalOf(EntryId id);

    /**
     * Records in the order of the log.
     *
     * @param fromIndex the first index wanted
     * @param limit at most so many, 1 to 10,000
     * @return fewer at the end of the log
     */
    List<LogRecord> records(long fromIndex, int limit);

    /**
     * All debits and credits of an account.
     *
     * @param account the account
     * @return zero on both sides where nobody has posted
     */
    Balance balance(AccountCode account);

    /**
     * The balances of all accounts with postings, by code.
     *
     * @return an unmodifiable list
     */
    List<Balance> balances();

    /**
     * When the last record was recorded; a store may answer faster than by reading the record.
     *
     * @return empty for an empty log
     */
    default Optional<Instant> lastRecordedAt() {
        long size = frontier().size();
        return size == 0 ? Optional.empty() : Optional.of(records(size - 1, 1).get(0).recordedAt());
    }

    /**
     * The balance of an account as it was when the log had a given size.
     *
     * @param account the account
     * @param size counts records, from 0
     * @return the balance after the last posting below that index
     */
    Balance balanceAt(AccountCode account, long size);

    /**
     * The balance of an account by effective date, as it was known when the log had a given size.
     *
     * @param account the account
     * @param toInclusive the last effective date that counts
     * @param size counts records, from 0; the log's own size or more for all that is known now
     * @return the sums of its postings that took effect until then
     */
    Balance balanceOn(AccountCode account, LocalDate toInclusive, long size);

    /**
     * The last day on which no entry can take effect any more.
     *
     * @return the day of the last {@link PeriodClose}, empty before the first
     */
    Optional<LocalDate> closedThrough();

    /**
     * The accounts opened and closed in the log, in its order.
     *
     * @return an unmodifiable list, empty for a book that has the accounts of its chart only
     */
    List<AccountChange> accountChanges();

    /**
     * Debits and credits of an account from entries of some kinds within effective dates.
     *
     * @param account the account
     * @param kind the kind of entry
     * @param fromInclusive the first effective date
     * @param toInclusive the last effective date
     * @return the sums; reversals count on the other side, so the net is right
     */
    Balance turnover(
            AccountCode account, EntryKind kind, LocalDate fromInclusive, LocalDate toInclusive);

    /**
     * The last published batch of a kind.
     *
     * @param kind the kind of its entries
     * @return empty before the first
     */
    Optional<HouseholdBatch> lastBatch(EntryKind kind);
}
