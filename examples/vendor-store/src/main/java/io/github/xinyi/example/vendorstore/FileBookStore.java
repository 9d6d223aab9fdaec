package io.github.xinyi.example.vendorstore;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.BookStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Books in a folder, one file each, to which records are appended and from which every question is
 * answered by going through them: small on purpose, and fit for small books only. Thread-safe
 * within one process.
 */
public final class FileBookStore implements BookStore {

    private final Path folder;
    private final Map<CommunityId, OneBook> books = new ConcurrentHashMap<>();

    /**
     * Opens a folder.
     *
     * @param folder an existing folder, of this store alone
     */
    public FileBookStore(Path folder) {
        this.folder = folder;
    }

    /** A book's file, and what it holds as of the last write. */
    private static final class OneBook {

        private final RecordFile file;
        private volatile BookRecords records;

        OneBook(RecordFile file) {
            this.file = file;
            this.records = file.read();
        }

        synchronized <T> T write(Function<BookSession, T> work) {
            BookRecords next = records.copy();
            T answer = work.apply(next);
            file.append(next.records(), records.records().size());
            records = next;
            return answer;
        }
    }

    @Override
    public <T> T write(CommunityId book, Function<BookSession, T> work) {
        return open(book).write(work);
    }

    @Override
    public <T> T read(CommunityId book, Function<BookReader, T> work) {
        return work.apply(open(book).records);
    }

    private OneBook open(CommunityId book) {
        return books.computeIfAbsent(book, id -> new OneBook(new RecordFile(folder, id)));
    }
}
