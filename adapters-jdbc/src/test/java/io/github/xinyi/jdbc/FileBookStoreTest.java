package io.github.xinyi.jdbc;

import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.tck.BookStoreContract;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class FileBookStoreTest extends BookStoreContract {

    @TempDir Path directory;
    private @Nullable TestDatabase database;

    @Override
    protected BookStore createStore() {
        database = TestDatabase.inFile(directory);
        return database.stores().migrate().books();
    }

    @Override
    protected BookStore reopen(BookStore store) {
        Objects.requireNonNull(database).reopen();
        return database.stores().books();
    }

    /** The same scripts run in memory, all of them. */
    @Override
    protected int scripts() {
        return 3;
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(database).close();
    }
}
