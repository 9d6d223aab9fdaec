package io.github.xinyi.jdbc;

import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.tck.BookStoreContract;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class MemoryBookStoreTest extends BookStoreContract {

    private @Nullable TestDatabase database;

    @Override
    protected BookStore createStore() {
        database = TestDatabase.inMemory();
        return database.stores().migrate().books();
    }

    @Override
    protected BookStore reopen(BookStore store) {
        return Objects.requireNonNull(database).stores().books();
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(database).close();
    }
}
