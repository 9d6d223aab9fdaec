package io.github.xinyi.trust.disclosure;

import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.book.Erasure;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.book.PeriodClose;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * One record of the log as everybody may see it; of a household's entry only that there is one.
 *
 * @since 0.1.0
 */
public sealed interface PublicRecord {

    /**
     * An open entry, in full.
     *
     * @param entry the entry
     * @param leaf the hash of its leaf
     */
    record Open(Entry entry, Hash leaf) implements PublicRecord {
        @Override
        public <R> R fold(
                Function<Open, R> open,
                Function<Household, R> household,
                Function<Batch, R> batch,
                Function<Close, R> close,
                Function<AccountRecord, R> account,
                Function<ErasureRecord, R> erasure) {
            return open.apply(this);
        }
    }

    /**
     * A household's entry: its place, kind and times, and the commitment to the rest.
     *
     * @param index its place in the log
     * @param kind what it records
     * @param effectiveDate the day to which it belongs
     * @param recordedAt when it was recorded
     * @param commitment to its unit, amounts, papers and text
     * @param leaf the hash of its leaf
     */
    record Household(
            long index,
            EntryKind kind,
            LocalDate effectiveDate,
            Instant recordedAt,
            Hash commitment,
            Hash leaf)
            implements PublicRecord {
        @Override
        public <R> R fold(
                Function<Open, R> open,
                Function<Household, R> household,
                Function<Batch, R> batch,
                Function<Close, R> close,
                Function<AccountRecord, R> account,
                Function<ErasureRecord, R> erasure) {
            return household.apply(this);
        }
    }

    /**
     * The sums of many households' entries.
     *
     * @param batch the batch
     * @param leaf the hash of its leaf
     */
    record Batch(HouseholdBatch batch, Hash leaf) implements PublicRecord {
        @Override
        public <R> R fold(
                Function<Open, R> open,
                Function<Household, R> household,
                Function<Batch, R> batch,
                Function<Close, R> close,
                Function<AccountRecord, R> account,
                Function<ErasureRecord, R> erasure) {
            return batch.apply(this);
        }
    }

    /**
     * The close of a period.
     *
     * @param close the close
     * @param leaf the hash of its leaf
     */
    record Close(PeriodClose close, Hash leaf) implements PublicRecord {
        @Override
        public <R> R fold(
                Function<Open, R> open,
                Function<Household, R> household,
                Function<Batch, R> batch,
                Function<Close, R> close,
                Function<AccountRecord, R> account,
                Function<ErasureRecord, R> erasure) {
            return close.apply(this);
        }
    }

    /**
     * The opening or closing of an account.
     *
     * @param change the change
     * @param leaf the hash of its leaf
     */
    record AccountRecord(AccountChange change, Hash leaf) implements PublicRecord {
        @Override
        public <R> R fold(
                Function<Open, R> open,
                Function<Household, R> household,
                Function<Batch, R> batch,
                Function<Close, R> close,
                Function<AccountRecord, R> account,
                Function<ErasureRecord, R> erasure) {
            return account.apply(this);
        }
    }

    /**
     * The erasure of an entry's text: which entry, why and when; of who ordered it the commitment.
     *
     * @param index its place in the log
     * @param id its name
     * @param subject entry, field and ground
     * @param day the day of the order
     * @param recordedAt when it was recorded
     * @param commitment to who ordered it and to what is left of the entry
     * @param leaf the hash of its leaf
     */
    record ErasureRecord(
            long index,
            String id,
            String subject,
            LocalDate day,
            Instant recordedAt,
            Hash commitment,
            Hash leaf)
            implements PublicRecord {
        @Override
        public <R> R fold(
                Function<Open, R> open,
                Function<Household, R> household,
                Function<Batch, R> batch,
                Function<Close, R> close,
                Function<AccountRecord, R> account,
                Function<ErasureRecord, R> erasure) {
            return erasure.apply(this);
        }
    }

    /**
     * What everybody may see of a record in a log of SHA-256.
     *
     * @param record the record as kept
     * @return the record as shown
     */
    static PublicRecord of(LogRecord record) {
        return of(record, MerkleDigest.SHA_256);
    }

    /**
     * What everybody may see of a record.
     *
     * @param record the record as kept
     * @param digest that of the book
     * @return the record as shown
     */
    static PublicRecord of(LogRecord record, MerkleDigest digest) {
        return record.fold(
                e -> ofEntry(e.entry(), e.leaf(), digest),
                b -> new Batch(b.batch(), b.leaf()),
                c -> new Close(c.close(), c.leaf()),
                a -> new AccountRecord(a.change(), a.leaf()),
                x -> ofErasure(x.erasure(), x.leaf(), digest));
    }

    private static PublicRecord ofErasure(Erasure erasure, Hash leaf, MerkleDigest digest) {
        return new ErasureRecord(
                erasure.index(),
                erasure.id(),
                erasure.subject(),
                erasure.day(),
                erasure.recordedAt(),
                Leaf.commitment(erasure, digest),
                leaf);
    }

    private static PublicRecord ofEntry(Entry entry, Hash leaf, MerkleDigest digest) {
        return entry.draft()
                .visibility()
                .fold(
                        () -> new Open(entry, leaf),
                        unit ->
                                new Household(
                                        entry.index(),
                                        entry.draft().kind(),
                                        entry.draft().effectiveDate(),
                                        entry.recordedAt(),
                                        Leaf.commitment(entry.draft(), digest),
                                        leaf));
    }

    /**
     * One answer for each case.
     *
     * @param open for an open entry
     * @param household for a household's entry
     * @param batch for a batch
     * @param close for the close of a period
     * @param account for the opening or closing of an account
     * @param erasure for the erasure of an entry's text
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(
            Function<Open, R> open,
            Function<Household, R> household,
            Function<Batch, R> batch,
            Function<Close, R> close,
            Function<AccountRecord, R> account,
            Function<ErasureRecord, R> erasure);

    /**
     * The hash of its leaf.
     *
     * @return the leaf hash
     */
    Hash leaf();

    /**
     * Its place in the log.
     *
     * @return from 0, without a gap
     */
    default long index() {
        return fold(
                o -> o.entry().index(),
                Household::index,
                b -> b.batch().index(),
                c -> c.close().index(),
                a -> a.change().index(),
                ErasureRecord::index);
    }

    /**
     * When it was recorded.
     *
     * @return the moment
     */
    default Instant recordedAt() {
        return fold(
                o -> o.entry().recordedAt(),
                Household::recordedAt,
                b -> b.batch().recordedAt(),
                c -> c.close().recordedAt(),
                a -> a.change().recordedAt(),
                ErasureRecord::recordedAt);
    }
}
