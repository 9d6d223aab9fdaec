package io.github.xinyi.trust.tck;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.BookStore;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Books in memory, gone with the process: the plainest store that passes {@link BookStoreContract}.
 *
 * <p>One lock per book: writes run alone, reads run together and never beside a write. A write
 * inside another call on the same book throws {@link IllegalStateException}, since it would wait
 * for itself. Thread-safe.
 *
 * @since 0.1.0
 */
public final class InMemoryBookStore implements BookStore {

    private final ConcurrentMap<CommunityId, BookMemory> books = new ConcurrentHashMap<>();

    /** A store without books. */
    public InMemoryBookStore() {}

    @Override
    public <T> T write(CommunityId book, Function<BookSession, T> work) {
        return memory(book).write(work);
    }

    @Override
    public <T> T read(CommunityId book, Function<BookReader, T> work) {
        return memory(book).read(work);
    }

    private BookMemory memory(CommunityId book) {
        return books.computeIfAbsent(book, id -> new BookMemory(id));
    }
}
