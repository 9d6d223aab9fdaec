package io.github.xinyi.jdbc;

import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.tck.BookStoreContract;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The writer keeps what every store of books must keep. */
class WriterBookStoreTest extends BookStoreContract {

    private @Nullable TestDatabase database;
    private @Nullable BookWriter writer;

    @Override
    protected BookStore createStore() {
        database = TestDatabase.inMemory();
        writer = database.stores().migrate().bookWriter();
        return writer;
    }

    @Override
    protected BookStore reopen(BookStore store) {
        Objects.requireNonNull(writer).close();
        writer = Objects.requireNonNull(database).stores().bookWriter();
        return writer;
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(writer).close();
        Objects.requireNonNull(database).close();
    }
}
