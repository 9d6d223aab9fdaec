package io.github.xinyi.example.benchmarks.ledger;

import java.sql.SQLException;

/** A ledger that callers use at once. */
public interface Contestant extends AutoCloseable {

    /**
     * What one caller does again and again, from its own thread.
     *
     * @param number the caller's, from 0
     * @return one call, which returns when what it posted is durable
     * @throws SQLException if the database fails
     */
    Call caller(int number) throws SQLException;

    /**
     * How many entries a call posts.
     *
     * @return 1, or 100
     */
    int entriesPerCall();

    @Override
    void close() throws SQLException;

    /** One call. */
    @FunctionalInterface
    interface Call {
        /**
         * Posts.
         *
         * @throws SQLException if the database fails
         */
        void run() throws SQLException;
    }
}
