package io.github.xinyi.trust.book;

import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Node;
import java.util.List;

/**
 * A reader that may also append; what is appended is seen by the reader at once, and kept only if
 * the whole call ends well.
 *
 * @since 0.1.0
 */
public interface BookSession extends BookReader {

    /**
     * Keeps the next record with everything that follows from it. From an {@link Erasure} it
     * follows that the entry it names loses text and salt, in the same transaction, and is shown as
     * {@link io.github.xinyi.trust.journal.EntryDraft#withoutText} has it from then on; nothing
     * else ever changes a record.
     *
     * @param appended the record, the nodes it completed and the new right edge
     */
    void append(Appended appended);

    /**
     * One more record and what follows from it; computed by the book, kept by the store.
     *
     * @param record its index equals the size of the log before
     * @param nodes complete subtrees, each new
     * @param frontier the right edge after it
     */
    record Appended(LogRecord record, List<Node> nodes, Frontier frontier) {
        /** Copies the nodes. */
        public Appended {
            nodes = List.copyOf(nodes);
        }
    }
}
