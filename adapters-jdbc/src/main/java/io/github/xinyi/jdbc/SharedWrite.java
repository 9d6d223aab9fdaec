package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.journal.EntryId;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Calls to one book in one transaction, one after the other under the lock of the head: each sees
 * those before it, and one that throws is undone alone. Used by the thread that leads.
 */
final class SharedWrite {

    private final CommunityId book;
    private final Outbox outbox;
    private final Optional<BookState> known;
    private final List<WriteCall<?>> calls;
    private final IntFunction<List<WriteCall<?>>> more;
    private boolean complete;

    /**
     * A write that is to be run once.
     *
     * @param known what was known of the book when it was last written here
     * @param calls those to begin with, to which those taken on the way are added
     * @param more asked for more calls, given how many there are
     */
    SharedWrite(
            CommunityId book,
            Outbox outbox,
            Optional<BookState> known,
            List<WriteCall<?>> calls,
            IntFunction<List<WriteCall<?>>> more) {
        this.book = book;
        this.outbox = outbox;
        this.known = known;
        this.calls = calls;
        this.more = more;
    }

    /** Whether nothing is left but to commit, so that nobody knows what a failure has kept. */
    boolean isComplete() {
        return complete;
    }

    /** Carries out the calls, and those that come meanwhile. */
    BookState run(Statements sql) throws SQLException {
        List<WriteCall<?>> next = List.copyOf(calls);
        AskedEntries.Locked locked = AskedEntries.lock(sql, book, asked(next));
        BookState state =
                known.filter(there -> there.frontier().equals(locked.head()))
                        .orElseGet(() -> BookState.of(locked.head()));
        Set<EntryId> absent = locked.absent();
        while (!next.isEmpty()) {
            state.pending().noteAbsent(absent);
            for (WriteCall<?> call : next) {
                state = carryOut(sql, state, call);
            }
            next = more.apply(calls.size());
            calls.addAll(next);
            absent = AskedEntries.absent(sql, book, asked(next));
        }
        BookState stored = new JdbcBookSession(sql, book, state, outbox, () -> {}).finish();
        complete = true;
        return stored;
    }

    private static Set<EntryId> asked(List<WriteCall<?>> calls) {
        Set<EntryId> asked = new HashSet<>();
        calls.forEach(call -> asked.addAll(call.asked()));
        return asked;
    }

    private BookState carryOut(Statements sql, BookState before, WriteCall<?> call)
            throws SQLException {
        Undo undo = new Undo(sql);
        JdbcBookSession session = new JdbcBookSession(sql, book, before, outbox, undo::mark);
        sql.beforeJoining(session::beforeJoining);
        try {
            call.carryOut(session);
            BookState after = session.end();
            undo.release();
            return after;
        } catch (RuntimeException
                | Error e) { // a host's work may throw anything; its caller gets it
            if (session.hasFailed()) {
                throw e;
            }
            undo.back();
            session.end();
            call.threw(e);
            return before;
        } finally {
            sql.beforeJoining(() -> {});
        }
    }

    /** The place to go back to, marked only when a call brings something to the database. */
    private static final class Undo {
        private final Statements sql;
        private @Nullable Savepoint before;

        Undo(Statements sql) {
            this.sql = sql;
        }

        void mark() throws SQLException {
            if (before == null) {
                before = sql.connection().setSavepoint();
            }
        }

        void release() throws SQLException {
            if (before != null) {
                sql.connection().releaseSavepoint(before);
            }
        }

        void back() throws SQLException {
            if (before != null) {
                sql.connection().rollback(before);
            }
        }
    }
}
