package io.github.xinyi.example.vendorstore;

import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.tck.BookStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** All that a vendor writes to have a store judged. */
class FileBookStoreTest extends BookStoreContract {

    @TempDir private Path folder = Path.of("");

    @Override
    protected BookStore createStore() {
        return new FileBookStore(folder);
    }

    @Override
    protected BookStore reopen(BookStore store) {
        return new FileBookStore(folder);
    }
}
