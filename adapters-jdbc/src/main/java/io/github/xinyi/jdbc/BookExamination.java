package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.jdbc.BookFault.Kind;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.Erasure;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.disclosure.CheckpointText;
import io.github.xinyi.trust.disclosure.MalformedNoteException;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.disclosure.SignedNote;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.ErasedText;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.merkle.Node;
import io.github.xinyi.trust.merkle.NodeAddress;
import io.github.xinyi.trust.merkle.TreeHead;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computes a book anew from its postings and compares it with all that is kept of it. */
final class BookExamination {

    private static final int PAGE = 1_000;

    private static final List<String> HEAD = List.of("{book}.log_size", "{book}.frontier");
    private static final List<String> CHECKPOINT =
            List.of("{checkpoint}.log_size", "{checkpoint}.root", "{checkpoint}.note");
    private static final List<String> TABLES =
            List.of(
                    "{entry}",
                    "{posting}",
                    "{batch}",
                    "{batch_total}",
                    "{period_close}",
                    "{account_change}",
                    "{erasure}",
                    "{node}");

    /** The columns under the leaf of an entry; where a total is wrong too, only its money. */
    private static final List<String> OF_ENTRY =
            Stream.concat(
                            names(
                                    "{entry}",
                                    "leaf, log_index, entry_id, kind, unit_id, effective_date,"
                                            + " recorded_at, source_type, source_id, salt,"
                                            + " narrative, reverses")
                                    .stream(),
                            names(
                                    "{posting}",
                                    "log_index, line_number, account, side, amount, currency,"
                                            + " kind, effective_date")
                                    .stream())
                    .toList();

    private static final List<String> OF_MONEY =
            names("{posting}", "log_index, account, side, amount, currency");
    private static final List<String> OF_BATCH =
            Stream.concat(
                            names(
                                    "{batch}",
                                    "leaf, log_index, recorded_at, effective_date, kind,"
                                            + " from_index, to_index, entry_count, unit_count")
                                    .stream(),
                            names(
                                    "{batch_total}",
                                    "log_index, line_number, account, side, amount, currency")
                                    .stream())
                    .toList();
    private static final List<String> OF_CLOSE =
            names("{period_close}", "leaf, log_index, recorded_at, through_date");
    private static final List<String> OF_ACCOUNT =
            names(
                    "{account_change}",
                    "leaf, log_index, recorded_at, account, name_zh, name_en, fund_class,"
                            + " account_type, kind, from_date");
    private static final List<String> OF_ERASURE =
            names(
                    "{erasure}",
                    "leaf, log_index, recorded_at, erased_on, entry_index, ground, ordered_by,"
                            + " salt, text_commitment, entry_commitment, remains");

    /** The columns of an erasure that vouch for the entry it names. */
    private static final List<String> OF_REMAINS =
            names(
                    "{erasure}",
                    "salt, remains, text_commitment, entry_commitment, entry_index, log_index");

    private final Statements sql;
    private final CommunityId book;
    private final MerkleDigest digest;
    private final BookRows rows;
    private final SortedMap<AccountCode, Balance> balances = new TreeMap<>();
    private final Map<AccountCode, Long> lastPostings = new HashMap<>();
    private final Deque<PublishedCheckpoint> checkpoints = new ArrayDeque<>();
    private final HeadsToCompare outside;
    private Frontier frontier = Frontier.empty();

    BookExamination(Statements sql, CommunityId book, MerkleDigest digest, OutsideHeads outside) {
        this.sql = sql;
        this.book = book;
        this.digest = digest;
        this.rows = new BookRows(sql, book);
        this.outside = new HeadsToCompare(outside.book());
    }

    Optional<BookFault> firstFault() throws SQLException {
        try {
            examine();
            return Optional.empty();
        } catch (Found found) {
            return Optional.of(found.fault());
        }
    }

    private void examine() throws SQLException, Found {
        Frontier head = readable(HEAD, () -> BookHead.read(sql, book));
        checkpoints.addAll(readable(CHECKPOINT, () -> JdbcCheckpointStore.all(sql, book)));
        compareHeads();
        pages(head.size());
        // What was posted meanwhile is read under the lock, so that nobody posts while it ends.
        Frontier last = readable(HEAD, () -> BookHead.lockIfThere(sql, book));
        pages(last.size());
        at(frontier.size())
                .require(
                        last.equals(frontier),
                        Kind.HEAD,
                        "community " + book,
                        last.size() == frontier.size() ? HEAD.subList(1, 2) : HEAD,
                        "the head is another: " + last);
        compareEnd();
    }

    private Found.Place at(long index) {
        return new Found.Place(sql, BookFault.Log.BOOK, index);
    }

    private static String row(long index) {
        return "log_index " + index;
    }

    private <T> T readable(List<String> columns, JdbcBookReader.Ask<T> query)
            throws SQLException, Found {
        try {
            return query.run();
        } catch (SQLDataException e) {
            throw at(0).found(Kind.HEAD, "", columns, String.valueOf(e.getMessage()));
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
        Map<Long, ErasureRows.Remains> remains;
        try {
            // Before the entries: what is erased meanwhile is no fault.
            remains = rows.erasures().remains(from, to);
            records = rows.onlyRecords(from, to);
            nodes = new ArrayDeque<>(rows.nodes(from, to));
        } catch (SQLDataException e) {
            if (to - from == 1) {
                throw at(from).found(Kind.RECORD, row(from), e);
            }
            // Something in the page cannot be read: record by record, it will be found.
            for (long index = from; index < to; index++) {
                page(index, index + 1);
            }
            return;
        }
        for (LogRecord record : records) {
            compareText(record, remains.get(record.index()));
            compare(record, nodes);
        }
    }

    /** An entry has its text, or an erasure tells of it and vouches for the rest; never both. */
    private void compareText(LogRecord record, ErasureRows.@Nullable Remains known)
            throws SQLException, Found {
        long index = record.index();
        Optional<EntryDraft> draft = record.asEntry().map(entry -> entry.entry().draft());
        boolean isErased = draft.flatMap(EntryDraft::erased).isPresent();
        if (known != null && !isErased) {
            throw at(index)
                    .found(
                            Kind.ERASURE,
                            row(index),
                            ofErased(names("{entry}", "salt, narrative, log_index")),
                            "a record tells that its text was erased, and it is there");
        }
        if (!isErased) {
            return;
        }
        ErasureRows.Remains remains =
                known == null ? rows.erasures().remains(index, index + 1).get(index) : known;
        boolean isWhole =
                remains != null
                        && Leaf.remains(draft.orElseThrow(), remains.salt(), digest)
                                .equals(remains.hash());
        if (!isWhole) {
            throw at(index)
                    .found(
                            Kind.ERASURE,
                            row(index),
                            ofErased(
                                    areTotalsRight(record.asEntry().orElseThrow())
                                            ? OF_ENTRY
                                            : OF_MONEY),
                            "its erasure does not vouch for what is left of it");
        }
    }

    /** What a record tells of is done. */
    private void compareErasure(Erasure erasure) throws SQLException, Found {
        Optional<ErasedText> left;
        try {
            left =
                    rows.entryAt(erasure.entryIndex())
                            .flatMap(entry -> entry.entry().draft().erased());
        } catch (SQLDataException e) {
            throw at(erasure.index()).found(Kind.ERASURE, row(erasure.entryIndex()), e);
        }
        at(erasure.index())
                .require(
                        left.filter(erasure.left()::equals).isPresent(),
                        Kind.ERASURE,
                        row(erasure.index()),
                        OF_ERASURE,
                        "record " + erasure.entryIndex() + " is no entry that it has erased");
    }

    private void compare(LogRecord record, Deque<Node> kept) throws SQLException, Found {
        long index = record.index();
        Hash leaf = Leaf.hashOf(record, digest);
        if (!leaf.equals(record.leaf())) {
            throw at(index)
                    .found(
                            Kind.LEAF,
                            row(index),
                            columnsUnder(record, leaf),
                            "its content has the hash %s, logged was %s"
                                    .formatted(leaf, record.leaf()));
        }
        Optional<LogRecord.OfEntry> entry = record.asEntry();
        if (entry.isPresent()) {
            compareTotals(entry.get());
        }
        Optional<LogRecord.OfErasure> erasure = record.asErasure();
        if (erasure.isPresent()) {
            compareErasure(erasure.get().erasure());
        }
        Frontier.Appended appended = frontier.append(leaf, digest);
        List<Node> completed =
                appended.completed().stream().filter(node -> node.level() > 0).toList();
        at(index)
                .require(
                        completed.equals(keptUnder(index, kept)),
                        Kind.NODE,
                        row(index),
                        List.of("{node}.hash", "{node}.log_index", "{node}.node_level"),
                        "the nodes it completed are not those kept");
        frontier = appended.frontier();
        compareHeads();
    }

    /** The columns one of which is wrong where a leaf is not the hash of a record. */
    private List<String> columnsUnder(LogRecord record, Hash computed) throws SQLException {
        if (isUnderItsParent(record.index(), computed)) {
            String table =
                    record.fold(
                            entry -> "{entry}",
                            batch -> "{batch}",
                            close -> "{period_close}",
                            account -> "{account_change}",
                            erasure -> "{erasure}");
            return List.of(table + ".leaf");
        }
        Optional<LogRecord.OfEntry> entry = record.asEntry();
        if (entry.isPresent() && !areTotalsRight(entry.get())) {
            return OF_MONEY;
        }
        return record.fold(
                e -> e.entry().draft().erased().isPresent() ? ofErased(OF_ENTRY) : OF_ENTRY,
                b -> OF_BATCH,
                c -> OF_CLOSE,
                a -> OF_ACCOUNT,
                x -> OF_ERASURE);
    }

    private static List<String> ofErased(List<String> columns) {
        return Stream.concat(columns.stream(), OF_REMAINS.stream()).toList();
    }

    private static List<String> names(String table, String columns) {
        return Stream.of(columns.split(", ")).map(name -> table + "." + name).toList();
    }

    /** Whether the node over a leaf, as it is kept, is that over this hash of the leaf. */
    private boolean isUnderItsParent(long index, Hash leaf) throws SQLException {
        Optional<Hash> parent = rows.node(new NodeAddress(1, index >> 1));
        Optional<Hash> sibling = rows.node(new NodeAddress(0, index ^ 1));
        if (parent.isEmpty() || sibling.isEmpty()) {
            return false;
        }
        boolean isLeft = (index & 1) == 0;
        Hash node = isLeft ? digest.node(leaf, sibling.get()) : digest.node(sibling.get(), leaf);
        return node.equals(parent.get());
    }

    private boolean areTotalsRight(LogRecord.OfEntry record) {
        Map<AccountCode, Balance> then = new HashMap<>(balances);
        List<Posting> postings = record.entry().draft().postings();
        for (int line = 0; line < postings.size(); line++) {
            Posting posting = postings.get(line);
            try {
                Balance after = plus(then, posting);
                then.put(posting.account(), after);
                if (!after.equals(record.balancesAfter().get(line))) {
                    return false;
                }
            } catch (ArithmeticException | IllegalArgumentException e) {
                return false;
            }
        }
        return true;
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
        long index = record.index();
        List<Posting> postings = record.entry().draft().postings();
        for (int line = 0; line < postings.size(); line++) {
            Posting posting = postings.get(line);
            String row = row(index) + ", line_number " + line;
            Balance after = plus(index, row, posting);
            balances.put(posting.account(), after);
            lastPostings.put(posting.account(), index);
            Balance kept = record.balancesAfter().get(line);
            at(index)
                    .require(
                            after.equals(kept),
                            Kind.TOTAL,
                            row,
                            List.of(
                                    after.debits().equals(kept.debits())
                                            ? "{posting}.credits_after"
                                            : "{posting}.debits_after"),
                            "the totals of " + posting.account() + " should be " + after);
        }
    }

    private Balance plus(long index, String row, Posting posting) throws Found {
        try {
            return plus(balances, posting);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw at(index)
                    .found(
                            Kind.TOTAL,
                            row,
                            names("{posting}", "amount, currency"),
                            String.valueOf(e.getMessage()));
        }
    }

    private static Balance plus(Map<AccountCode, Balance> balances, Posting posting) {
        return Objects.requireNonNullElseGet(
                        balances.get(posting.account()), () -> Balance.zero(posting.account()))
                .plus(posting);
    }

    /** Compares what was published or seen when the log was as long as it is now here. */
    private void compareHeads() throws Found {
        PublishedCheckpoint next = checkpoints.peek();
        TreeHead head = HeadsToCompare.head(frontier, digest);
        Found.Place here = at(frontier.size());
        while (next != null && next.head().size() == frontier.size()) {
            String row = "published_at " + next.publishedAt();
            here.require(
                    next.head().equals(head),
                    Kind.CHECKPOINT,
                    row,
                    CHECKPOINT,
                    "the root " + next.head().root() + " was published");
            here.require(
                    next.head().equals(signed(next)),
                    Kind.CHECKPOINT,
                    row,
                    List.of("{checkpoint}.note"),
                    "the signed note of " + next.publishedAt() + " says otherwise");
            checkpoints.remove();
            next = checkpoints.peek();
        }
        Optional<TreeHead> contradicted = outside.contradicted(frontier, digest);
        if (contradicted.isPresent()) {
            throw at(outside.agreed())
                    .found(Kind.OUTSIDE, "", List.of(), "seen outside: " + contradicted.get());
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
        Found.Place end = at(frontier.size());
        for (String table : TABLES) {
            Optional<Long> more =
                    sql.query(
                                    "SELECT log_index FROM "
                                            + table
                                            + " WHERE community = ? AND (log_index < 0 OR log_index"
                                            + " >= ?)")
                            .with(book)
                            .with(frontier.size())
                            .first(Row::number);
            if (more.isPresent()) {
                throw end.found(
                        Kind.HEAD,
                        row(more.get()),
                        List.of(table + ".log_index", "{book}.log_size"),
                        "there is more than the head says");
            }
        }
        PublishedCheckpoint beyond = checkpoints.peek();
        if (beyond != null) {
            throw end.found(
                    Kind.CHECKPOINT,
                    "published_at " + beyond.publishedAt(),
                    CHECKPOINT,
                    "a log of " + beyond.head().size() + " records was published");
        }
        Optional<TreeHead> longer = outside.beyond();
        if (longer.isPresent()) {
            throw end.found(Kind.OUTSIDE, "", List.of(), "seen outside: " + longer.get());
        }
        compareBalances(end);
    }

    private void compareBalances(Found.Place end) throws SQLException, Found {
        Map<AccountCode, BookRows.BalanceRow> kept = new HashMap<>();
        try {
            for (BookRows.BalanceRow row : rows.balances()) {
                kept.put(row.balance().account(), row);
            }
        } catch (SQLDataException e) {
            throw end.found(Kind.BALANCE, "", e);
        }
        TreeSet<AccountCode> accounts = new TreeSet<>(balances.keySet());
        accounts.addAll(kept.keySet());
        for (AccountCode account : accounts) {
            Balance computed = balances.get(account);
            BookRows.BalanceRow there = kept.get(account);
            String row = "account " + account;
            if (computed == null || there == null) {
                throw end.found(
                        Kind.BALANCE,
                        row,
                        List.of("{balance}.account"),
                        computed == null ? "nobody posted to it" : "it should be " + computed);
            }
            end.require(
                    computed.equals(there.balance()),
                    Kind.BALANCE,
                    row,
                    differing(computed, there.balance()),
                    "it should be " + computed + ", but is " + there.balance());
            end.require(
                    Objects.equals(lastPostings.get(account), there.index()),
                    Kind.BALANCE,
                    row,
                    List.of("{balance}.log_index"),
                    "its last posting is of record " + lastPostings.get(account));
        }
    }

    private static List<String> differing(Balance computed, Balance kept) {
        if (!computed.debits().currency().equals(kept.debits().currency())) {
            return List.of("{balance}.currency");
        }
        return List.of(
                computed.debits().equals(kept.debits()) ? "{balance}.credits" : "{balance}.debits");
    }
}
