package io.github.xinyi.trust.book;

import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.merkle.Hash;
import java.util.List;

/**
 * What posting returns: the entry as recorded, its leaf, and the balances after it.
 *
 * @param entry the entry, with its index
 * @param leaf the hash of its leaf in the log
 * @param balancesAfter for each posting, in its order
 * @param repeated true if the entry was there already, and nothing happened
 * @since 0.1.0
 */
public record Acknowledgement(
        Entry entry, Hash leaf, List<Balance> balancesAfter, boolean repeated) {

    /** Copies the balances. */
    public Acknowledgement {
        balancesAfter = List.copyOf(balancesAfter);
    }

    static Acknowledgement of(LogRecord.OfEntry there, boolean repeated) {
        return new Acknowledgement(there.entry(), there.leaf(), there.balancesAfter(), repeated);
    }
}
