package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.disclosure.CheckpointText;
import io.github.xinyi.trust.disclosure.MalformedNoteException;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.disclosure.SignedNote;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.Node;
import io.github.xinyi.trust.merkle.TreeHead;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Computes a book anew from its postings and compares it with all that is kept of it. */
final class BookExamination {

    private static final int PAGE = 1_000;

    private final Statements sql;
    private final CommunityId book;
    private final BookRows rows;
    private final SortedMap<AccountCode, Balance> balances = new TreeMap<>();
    private final Deque<PublishedCheckpoint> checkpoints = new ArrayDeque<>();
    private Frontier frontier = Frontier.empty();

    BookExamination(Statements sql, CommunityId book) {
        this.sql = sql;
        this.book = book;
        this.rows = new BookRows(sql, book);
    }

    /** Ends the examination at the first fault. */
    private static final class Found extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient BookFault fault;

        Found(long index, BookFault.Kind kind, String detail) {
            super(detail, null, false, false);
            this.fault = new BookFault(index, kind, detail);
        }
    }

    Optional<BookFault> firstFault() throws SQLException {
        try {
            examine();
            return Optional.empty();
        } catch (Found found) {
            return Optional.of(found.fault);
        }
    }

    private void examine() throws SQLException, Found {
        Frontier head = readable(() -> BookHead.read(sql, book));
        checkpoints.addAll(readable(() -> JdbcCheckpointStore.all(sql, book)));
        compareCheckpoints();
        pages(head.size());
        // What was posted meanwhile is read under the lock, so that nobody posts while it ends.
        Frontier last = readable(() -> BookHead.lock(sql, book));
        pages(last.size());
        require(last.equals(frontier), BookFault.Kind.HEAD, "the head is another: " + last.head());
        compareEnd();
    }

    private <T> T readable(JdbcBookReader.Ask<T> query) throws SQLException, Found {
        try {
            return query.run();
        } catch (SQLDataException e) {
            throw new Found(0, BookFault.Kind.HEAD, String.valueOf(e.getMessage()));
        }
    }

    private void pages(long size) throws SQLException, Found {
        while (frontier.size() < size) {
            page(frontier.size(), Math.min(frontier.size() + PAGE, size));
        }
    }

    private void page(long from, long to) throws SQLException, Found {
        List<LogRecord> records;
        Deque<Node> nodes;
        try {
            records = rows.onlyRecords(from, to);
            nodes = new ArrayDeque<>(rows.nodes(from, to));
        } catch (SQLDataException e) {
            if (to - from == 1) {
                throw new Found(from, BookFault.Kind.RECORD, String.valueOf(e.getMessage()));
            }
            // Something in the page cannot be read: record by record, it will be found.
            for (long index = from; index < to; index++) {
                page(index, index + 1);
            }
            return;
        }
        for (LogRecord record : records) {
            compare(record, nodes);
        }
    }

    private void compare(LogRecord record, Deque<Node> kept) throws Found {
        Hash leaf = Leaf.hashOf(record);
        require(
                leaf.equals(record.leaf()),
                BookFault.Kind.LEAF,
                "its content has the hash " + leaf + ", logged was " + record.leaf());
        Optional<LogRecord.OfEntry> entry = record.asEntry();
        if (entry.isPresent()) {
            compareTotals(entry.get());
        }
        Frontier.Appended appended = frontier.append(leaf);
        List<Node> completed =
                appended.completed().stream().filter(node -> node.level() > 0).toList();
        require(
                completed.equals(keptUnder(record.index(), kept)),
                BookFault.Kind.NODE,
                "the nodes it completed are not those kept");
        frontier = appended.frontier();
        compareCheckpoints();
    }

    private static List<Node> keptUnder(long index, Deque<Node> kept) {
        List<Node> under = new ArrayList<>();
        Node next = kept.peek();
        while (next != null && BookRows.completedBy(next.address()) <= index) {
            under.add(kept.remove());
            next = kept.peek();
        }
        return under;
    }

    private void compareTotals(LogRecord.OfEntry record) throws Found {
        List<Posting> postings = record.entry().draft().postings();
        for (int line = 0; line < postings.size(); line++) {
            Posting posting = postings.get(line);
            Balance after = plus(posting);
            balances.put(posting.account(), after);
            require(
                    after.equals(record.balancesAfter().get(line)),
                    BookFault.Kind.TOTAL,
                    "the totals of " + posting.account() + " should be " + after);
        }
    }

    private Balance plus(Posting posting) throws Found {
        try {
            return Objects.requireNonNullElseGet(
                            balances.get(posting.account()), () -> Balance.zero(posting.account()))
                    .plus(posting);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new Found(frontier.size(), BookFault.Kind.TOTAL, String.valueOf(e.getMessage()));
        }
    }

    /** Compares the checkpoints that were published when the log was as long as it is now here. */
    private void compareCheckpoints() throws Found {
        PublishedCheckpoint next = checkpoints.peek();
        while (next != null && next.head().size() == frontier.size()) {
            require(
                    next.head().equals(frontier.head()),
                    BookFault.Kind.CHECKPOINT,
                    "the root " + next.head().root() + " was published");
            require(
                    next.head().equals(signed(next)),
                    BookFault.Kind.CHECKPOINT,
                    "the signed note of " + next.publishedAt() + " says otherwise");
            checkpoints.remove();
            next = checkpoints.peek();
        }
    }

    private static TreeHead signed(PublishedCheckpoint checkpoint) {
        try {
            return CheckpointText.parse(SignedNote.parse(checkpoint.note()).text()).head();
        } catch (MalformedNoteException e) {
            // A host may publish in another form, which then only the host can compare.
            return checkpoint.head();
        }
    }

    private void compareEnd() throws SQLException, Found {
        PublishedCheckpoint beyond = checkpoints.peek();
        if (beyond != null) {
            throw new Found(
                    frontier.size(),
                    BookFault.Kind.CHECKPOINT,
                    "a log of " + beyond.head().size() + " records was published");
        }
        for (String table :
                List.of(
                        "{entry}",
                        "{posting}",
                        "{batch}",
                        "{batch_total}",
                        "{period_close}",
                        "{account_change}",
                        "{node}")) {
            boolean more =
                    sql.query("SELECT 1 FROM " + table + " WHERE community = ? AND log_index >= ?")
                            .with(book)
                            .with(frontier.size())
                            .hasRow();
            require(!more, BookFault.Kind.HEAD, "there is more than the head says");
        }
        List<Balance> kept = rows.balances().stream().map(BookRows.BalanceRow::balance).toList();
        List<Balance> computed = List.copyOf(balances.values());
        require(
                kept.equals(computed),
                BookFault.Kind.BALANCE,
                "balances are " + computed + ", kept are " + kept);
    }

    private void require(boolean holds, BookFault.Kind kind, String detail) throws Found {
        if (!holds) {
            throw new Found(frontier.size(), kind, detail);
        }
    }
}
