package io.github.xinyi.jdbc;

import io.github.xinyi.governance.store.StoreException;

/** Runs work in a transaction, and keeps all of it or nothing. */
interface Transactions {

    /**
     * Runs work.
     *
     * @param operation what was asked for, for example {@code BookStore.write}
     * @param work reads and writes; its exceptions pass through, and undo what it wrote
     * @throws StoreException if the database fails
     */
    <T> T run(String operation, Statements.Work<T> work);

    /** Whether the current thread is in a transaction already, which {@link #run} would join. */
    boolean isWithin();
}
