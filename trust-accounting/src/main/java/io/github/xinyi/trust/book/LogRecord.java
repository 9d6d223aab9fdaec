package io.github.xinyi.trust.book;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.merkle.Hash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One record of the book's log with the hash of its leaf: an entry, a batch of households, the
 * close of a period, the opening or closing of an account, or the erasure of a text.
 *
 * @since 0.1.0
 */
public sealed interface LogRecord {

    /**
     * An entry.
     *
     * @param entry the entry
     * @param leaf the hash of its leaf
     * @param balancesAfter for each posting, in its order, the balance of its account after it
     */
    record OfEntry(Entry entry, Hash leaf, List<Balance> balancesAfter) implements LogRecord {
        /** Copies the balances, one for each posting. */
        public OfEntry {
            balancesAfter = List.copyOf(balancesAfter);
            if (balancesAfter.size() != entry.draft().postings().size()) {
                throw new IllegalArgumentException("one balance for each posting");
            }
        }

        @Override
        public <R> R fold(
                Function<OfEntry, R> entry,
                Function<OfBatch, R> batch,
                Function<OfClose, R> close,
                Function<OfAccount, R> account,
                Function<OfErasure, R> erasure) {
            return entry.apply(this);
        }
    }

    /**
     * A batch of households.
     *
     * @param batch the batch
     * @param leaf the hash of its leaf
     */
    record OfBatch(HouseholdBatch batch, Hash leaf) implements LogRecord {
        @Override
        public <R> R fold(
                Function<OfEntry, R> entry,
                Function<OfBatch, R> batch,
                Function<OfClose, R> close,
                Function<OfAccount, R> account,
                Function<OfErasure, R> erasure) {
            return batch.apply(this);
        }
    }

    /**
     * The close of a period.
     *
     * @param close the close
     * @param leaf the hash of its leaf
     */
    record OfClose(PeriodClose close, Hash leaf) implements LogRecord {
        @Override
        public <R> R fold(
                Function<OfEntry, R> entry,
                Function<OfBatch, R> batch,
                Function<OfClose, R> close,
                Function<OfAccount, R> account,
                Function<OfErasure, R> erasure) {
            return close.apply(this);
        }
    }

    /**
     * The opening or closing of an account.
     *
     * @param change the change
     * @param leaf the hash of its leaf
     */
    record OfAccount(AccountChange change, Hash leaf) implements LogRecord {
        @Override
        public <R> R fold(
                Function<OfEntry, R> entry,
                Function<OfBatch, R> batch,
                Function<OfClose, R> close,
                Function<OfAccount, R> account,
                Function<OfErasure, R> erasure) {
            return account.apply(this);
        }
    }

    /**
     * The erasure of an entry's text.
     *
     * @param erasure the erasure
     * @param leaf the hash of its leaf
     */
    record OfErasure(Erasure erasure, Hash leaf) implements LogRecord {
        @Override
        public <R> R fold(
                Function<OfEntry, R> entry,
                Function<OfBatch, R> batch,
                Function<OfClose, R> close,
                Function<OfAccount, R> account,
                Function<OfErasure, R> erasure) {
            return erasure.apply(this);
        }
    }

    /**
     * The hash of its leaf.
     *
     * @return the leaf hash
     */
    Hash leaf();

    /**
     * One answer for each case.
     *
     * @param entry for an entry
     * @param batch for a batch
     * @param close for the close of a period
     * @param account for the opening or closing of an account
     * @param erasure for the erasure of an entry's text
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(
            Function<OfEntry, R> entry,
            Function<OfBatch, R> batch,
            Function<OfClose, R> close,
            Function<OfAccount, R> account,
            Function<OfErasure, R> erasure);

    /**
     * The entry that it is.
     *
     * @return empty for every other record
     */
    default Optional<OfEntry> asEntry() {
        return fold(
                Optional::of,
                batch -> Optional.empty(),
                close -> Optional.empty(),
                account -> Optional.empty(),
                erasure -> Optional.empty());
    }

    /**
     * The erasure that it is.
     *
     * @return empty for every other record
     */
    default Optional<OfErasure> asErasure() {
        return fold(
                entry -> Optional.empty(),
                batch -> Optional.empty(),
                close -> Optional.empty(),
                account -> Optional.empty(),
                Optional::of);
    }

    /**
     * Its place in the log.
     *
     * @return from 0, without a gap
     */
    default long index() {
        return fold(
                e -> e.entry().index(),
                b -> b.batch().index(),
                c -> c.close().index(),
                a -> a.change().index(),
                x -> x.erasure().index());
    }

    /**
     * Whose book it stands in.
     *
     * @return the community
     */
    default CommunityId book() {
        return fold(
                e -> e.entry().book(),
                b -> b.batch().book(),
                c -> c.close().book(),
                a -> a.change().book(),
                x -> x.erasure().book());
    }

    /**
     * When it was recorded.
     *
     * @return the moment, to the millisecond
     */
    default Instant recordedAt() {
        return fold(
                e -> e.entry().recordedAt(),
                b -> b.batch().recordedAt(),
                c -> c.close().recordedAt(),
                a -> a.change().recordedAt(),
                x -> x.erasure().recordedAt());
    }
}
