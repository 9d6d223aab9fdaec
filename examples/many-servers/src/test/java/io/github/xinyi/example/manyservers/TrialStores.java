package io.github.xinyi.example.manyservers;

import io.github.xinyi.jdbc.JdbcStores;

/** Empty stores on real servers, to be closed. */
interface TrialStores extends AutoCloseable {

    JdbcStores stores();

    /** The same stores on new connections. */
    JdbcStores reopened();

    @Override
    void close();
}
