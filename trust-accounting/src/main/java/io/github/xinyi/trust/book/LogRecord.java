package io.github.xinyi.trust.book;

import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.merkle.Hash;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * One record of the book's log with the hash of its leaf: an entry, or a batch of households.
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
        public <R> R fold(Function<OfEntry, R> entry, Function<OfBatch, R> batch) {
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
        public <R> R fold(Function<OfEntry, R> entry, Function<OfBatch, R> batch) {
            return batch.apply(this);
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
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(Function<OfEntry, R> entry, Function<OfBatch, R> batch);

    /**
     * Its place in the log.
     *
     * @return from 0, without a gap
     */
    default long index() {
        return fold(e -> e.entry().index(), b -> b.batch().index());
    }

    /**
     * When it was recorded.
     *
     * @return the moment, to the millisecond
     */
    default Instant recordedAt() {
        return fold(e -> e.entry().recordedAt(), b -> b.batch().recordedAt());
    }
}
