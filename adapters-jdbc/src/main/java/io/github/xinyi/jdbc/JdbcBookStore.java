package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.journal.EntryId;
import java.util.Set;
import java.util.function.Function;

/** Books: written under the lock of their head row, read up to the size in it. */
final class JdbcBookStore implements BookStore {

    private final Transactions transactions;
    private final Outbox outbox;

    JdbcBookStore(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Override
    public <T> T write(CommunityId book, Function<BookSession, T> work) {
        return write(book, Set.of(), work);
    }

    @Override
    public <T> T write(CommunityId book, Set<EntryId> asked, Function<BookSession, T> work) {
        return transactions.run(
                "BookStore.write",
                sql -> {
                    AskedEntries.Locked found = AskedEntries.lock(sql, book, asked);
                    BookState locked = BookState.of(found.head());
                    locked.pending().noteAbsent(found.absent());
                    JdbcBookSession session =
                            new JdbcBookSession(sql, book, locked, outbox, () -> {});
                    T answer = work.apply(session);
                    session.finish();
                    return answer;
                });
    }

    @Override
    public <T> T read(CommunityId book, Function<BookReader, T> work) {
        return transactions.run(
                "BookStore.read",
                sql -> {
                    JdbcBookReader reader = new JdbcBookReader(sql, book, BookHead.read(sql, book));
                    T answer = work.apply(reader);
                    reader.close();
                    return answer;
                });
    }
}
