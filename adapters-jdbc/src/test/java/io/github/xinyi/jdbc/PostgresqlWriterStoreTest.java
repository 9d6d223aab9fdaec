package io.github.xinyi.jdbc;

import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.tck.BookStoreContract;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The same on a server, whose transactions break differently. */
class PostgresqlWriterStoreTest extends BookStoreContract {

    private @Nullable TestDatabase database;
    private @Nullable BookWriter writer;

    @Override
    protected BookStore createStore() {
        database = Server.POSTGRESQL.database();
        writer = database.stores().migrate().bookWriter();
        return writer;
    }

    @Override
    protected BookStore reopen(BookStore store) {
        Objects.requireNonNull(writer).close();
        writer = Objects.requireNonNull(database).stores().bookWriter();
        return writer;
    }

    /** The same scripts run on H2, all of them. */
    @Override
    protected int scripts() {
        return 2;
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(writer).close();
        Objects.requireNonNull(database).close();
    }
}
