package io.github.xinyi.trust.book;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.journal.EntryId;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps books: you implement this, and the contract tests of {@code xinyi-trust-accounting-tck} say
 * whether it holds.
 *
 * <p>A book exists as soon as it is asked for, and is empty then. Infrastructure failures are
 * thrown as unchecked exceptions of the store, and then nothing of the call is kept.
 * Implementations are thread-safe.
 *
 * @since 0.1.0
 */
public interface BookStore {

    /**
     * Runs work that may append, alone in its book: no other write to the same book runs meanwhile,
     * and either all that it appended is kept, durably, when this returns, or nothing is.
     *
     * @param book the book
     * @param work decides and appends; its exceptions pass through, and undo what it appended
     * @param <T> what the work answers
     * @return its answer
     */
    <T> T write(CommunityId book, Function<BookSession, T> work);

    /**
     * The same, and tells beforehand which entries the work will ask for, so that a store may look
     * for those of several calls at once.
     *
     * @param book the book
     * @param asked a hint: the work may ask for others, and need not ask for these
     * @param work decides and appends
     * @param <T> what the work answers
     * @return its answer
     */
    default <T> T write(CommunityId book, Set<EntryId> asked, Function<BookSession, T> work) {
        return write(book, work);
    }

    /**
     * Runs work that only reads, all of it from one moment.
     *
     * @param book the book
     * @param work reads
     * @param <T> what the work answers
     * @return its answer
     */
    <T> T read(CommunityId book, Function<BookReader, T> work);
}
