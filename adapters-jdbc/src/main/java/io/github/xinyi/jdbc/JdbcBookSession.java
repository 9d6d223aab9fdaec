package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.EntryId;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A locked book. What is appended waits in memory and goes to the database together: at the end,
 * before a query that it may concern, or when much has gathered.
 */
final class JdbcBookSession extends JdbcBookReader implements BookSession {

    private static final int MAX_WAITING = 500;

    private final Pending pending;
    private final Outbox outbox;
    private final Statements.Step beforeStoring;

    /**
     * A session that goes on from a state, which it leaves as it is.
     *
     * @param beforeStoring done each time before something goes to the database on the way
     */
    JdbcBookSession(
            Statements sql,
            CommunityId book,
            BookState from,
            Outbox outbox,
            Statements.Step beforeStoring) {
        super(sql, book, from.frontier());
        this.pending = new Pending(from.pending());
        this.outbox = outbox;
        this.beforeStoring = beforeStoring;
        know(from.bounds(), from.lastRecordedAt());
    }

    @Override
    public Optional<LogRecord.OfEntry> entry(EntryId id) {
        Optional<LogRecord.OfEntry> mine = pending.entry(id);
        return mine.isPresent() || pending.isAbsent(id) ? mine : super.entry(id);
    }

    @Override
    public Optional<EntryId> reversalOf(EntryId id) {
        Optional<EntryId> mine = pending.reversalOf(id);
        return mine.isPresent() ? mine : super.reversalOf(id);
    }

    @Override
    public Balance balance(AccountCode account) {
        return ask("BookReader.balance", () -> pending.balance(account, rows));
    }

    @Override
    public void append(Appended appended) {
        LogRecord record = appended.record();
        long size = frontier().size();
        if (record.index() != size || appended.frontier().size() != size + 1) {
            throw new IllegalArgumentException(
                    "record %d makes a log of %d, but the log has %d records"
                            .formatted(record.index(), appended.frontier().size(), size));
        }
        CommunityId of = record.book();
        if (!of.equals(book)) {
            throw new IllegalArgumentException("a record of " + of + " in the book of " + book);
        }
        ask(
                "BookSession.append",
                () -> {
                    pending.add(record, appended.nodes(), rows);
                    grow(record, appended.frontier());
                    // What was erased must not be found among what waits.
                    if (pending.size() >= MAX_WAITING || record.asErasure().isPresent()) {
                        flush();
                    }
                    return this;
                });
    }

    @Override
    void flush() throws SQLException {
        if (!pending.isEmpty()) {
            beforeStoring.run();
            pending.store(sql, rows, frontier(), outbox);
        }
    }

    /** Lets another call in the same transaction see what was appended, and be undone with it. */
    void beforeJoining() {
        ask(
                "BookStore.write",
                () -> {
                    beforeStoring.run();
                    flush();
                    return this;
                });
    }

    /**
     * Ends the call, with what it appended still waiting.
     *
     * @return what the next call in the same transaction goes on from
     */
    BookState end() {
        close();
        return new BookState(frontier(), pending, knownBounds(), knownLastRecordedAt());
    }

    /** Brings everything to the database, so that the transaction can end. */
    BookState finish() {
        ask(
                "BookStore.write",
                () -> {
                    flush();
                    return this;
                });
        return end();
    }
}
