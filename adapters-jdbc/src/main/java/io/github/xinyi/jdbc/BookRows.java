package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.ErasedText;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.Node;
import io.github.xinyi.trust.merkle.NodeAddress;
import io.github.xinyi.trust.money.Money;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of one book's log, to and from records. */
final class BookRows {

    private static final String ENTRY_COLUMNS =
            "log_index, entry_id, kind, unit_id, effective_date, recorded_at, source_type,"
                    + " source_id, salt, narrative, reverses, leaf";
    private static final String SELECT_ENTRY =
            "SELECT " + ENTRY_COLUMNS + " FROM {entry} WHERE community = ?";
    private static final String SELECT_POSTING =
            "SELECT log_index, line_number, account, side, amount, currency, debits_after,"
                    + " credits_after, kind, effective_date FROM {posting} WHERE community = ?";
    private static final String SELECT_BATCH =
            "SELECT log_index, recorded_at, effective_date, kind, from_index, to_index,"
                    + " entry_count, unit_count, leaf FROM {batch} WHERE community = ?";
    private static final String SELECT_TOTAL =
            "SELECT log_index, line_number, account, side, amount, currency FROM {batch_total}"
                    + " WHERE community = ?";
    private static final String SELECT_BALANCE =
            "SELECT account, debits, currency, credits, currency, log_index FROM {balance}"
                    + " WHERE community = ?";
    private static final String RANGE = " AND log_index >= ? AND log_index < ?";

    /** What tells how many records there are, and where. */
    private static final List<String> INDEXES =
            List.of(
                    "{book}.log_size",
                    "{entry}.log_index",
                    "{batch}.log_index",
                    "{period_close}.log_index",
                    "{account_change}.log_index",
                    "{erasure}.log_index");

    private final Statements sql;
    private final CommunityId book;
    private final BookMarks marks;
    private final ErasureRows erasures;

    BookRows(Statements sql, CommunityId book) {
        this.sql = sql;
        this.book = book;
        this.marks = new BookMarks(sql, book);
        this.erasures = new ErasureRows(sql, book);
    }

    CommunityId book() {
        return book;
    }

    ErasureRows erasures() {
        return erasures;
    }

    void updateHead(long expectedSize, Frontier frontier) throws SQLException {
        BookHead.update(sql, book, expectedSize, frontier);
    }

    Optional<LogRecord.OfEntry> entry(EntryId id) throws SQLException {
        Optional<EntryRow> row =
                sql.query(SELECT_ENTRY + " AND entry_id = ?")
                        .with(book)
                        .with(id.value())
                        .first(EntryRow::of);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        long index = row.get().index;
        EntryRow whole =
                row.get().isErased() ? row.get().with(erasures.left(index, index + 1)) : row.get();
        return Optional.of(whole.record(book, postings(index, index + 1)));
    }

    /** The entry at an index, empty if another record or none is there. */
    Optional<LogRecord.OfEntry> entryAt(long index) throws SQLException {
        return entries(index, index + 1).stream().findFirst().flatMap(LogRecord::asEntry);
    }

    /** All records of a range that is known to be full. */
    List<LogRecord> records(long fromInclusive, long toExclusive) throws SQLException {
        List<LogRecord> records = entries(fromInclusive, toExclusive);
        if (records.size() != toExclusive - fromInclusive) {
            addOthers(records, fromInclusive, toExclusive);
        }
        return inOrder(records, fromInclusive, toExclusive);
    }

    /** The same, and nothing else may stand in the range. */
    List<LogRecord> onlyRecords(long fromInclusive, long toExclusive) throws SQLException {
        List<LogRecord> records = entries(fromInclusive, toExclusive);
        addOthers(records, fromInclusive, toExclusive);
        return inOrder(records, fromInclusive, toExclusive);
    }

    private void addOthers(List<LogRecord> records, long fromInclusive, long toExclusive)
            throws SQLException {
        records.addAll(batches(fromInclusive, toExclusive));
        records.addAll(marks.records(fromInclusive, toExclusive));
        records.addAll(erasures.records(fromInclusive, toExclusive));
    }

    private List<LogRecord> entries(long fromInclusive, long toExclusive) throws SQLException {
        List<LogRecord> records = new ArrayList<>();
        if (fromInclusive >= toExclusive) {
            return records;
        }
        List<EntryRow> rows =
                sql.query(SELECT_ENTRY + RANGE + " ORDER BY community, log_index")
                        .with(book)
                        .with(fromInclusive)
                        .with(toExclusive)
                        .list(EntryRow::of);
        Map<Long, List<PostingRow>> postings =
                postings(fromInclusive, toExclusive).stream()
                        .collect(Collectors.groupingBy(PostingRow::index));
        Map<Long, ErasedText> left =
                rows.stream().anyMatch(EntryRow::isErased)
                        ? erasures.left(fromInclusive, toExclusive)
                        : Map.of();
        for (EntryRow row : rows) {
            List<PostingRow> lines = postings.remove(row.index);
            EntryRow whole = row.isErased() ? row.with(left) : row;
            records.add(whole.record(book, lines == null ? List.of() : lines));
        }
        if (!postings.isEmpty()) {
            throw new WrongRowException(
                    "postings without an entry: " + postings.keySet(),
                    List.of("{posting}.log_index", "{entry}.log_index"));
        }
        return records;
    }

    private static List<LogRecord> inOrder(List<LogRecord> records, long from, long to)
            throws SQLDataException {
        records.sort(Comparator.comparingLong(LogRecord::index));
        requireFull(records, from, to);
        return List.copyOf(records);
    }

    private static void requireFull(List<LogRecord> records, long from, long to)
            throws SQLDataException {
        long expected = from;
        for (LogRecord record : records) {
            if (record.index() != expected) {
                throw new WrongRowException(
                        "record " + Math.min(expected, record.index()) + " is not there once",
                        INDEXES);
            }
            expected++;
        }
        if (expected < to) {
            throw new WrongRowException("record " + expected + " is not there", INDEXES);
        }
    }

    private List<PostingRow> postings(long fromInclusive, long toExclusive) throws SQLException {
        return sql.query(SELECT_POSTING + RANGE + " ORDER BY community, log_index, line_number")
                .with(book)
                .with(fromInclusive)
                .with(toExclusive)
                .list(PostingRow::of);
    }

    private List<LogRecord.OfBatch> batches(long fromInclusive, long toExclusive)
            throws SQLException {
        Map<Long, List<TotalRow>> totals =
                sql
                        .query(SELECT_TOTAL + RANGE + " ORDER BY community, log_index, line_number")
                        .with(book)
                        .with(fromInclusive)
                        .with(toExclusive)
                        .list(TotalRow::of)
                        .stream()
                        .collect(Collectors.groupingBy(TotalRow::index));
        List<LogRecord.OfBatch> batches =
                sql.query(SELECT_BATCH + RANGE + " ORDER BY community, log_index")
                        .with(book)
                        .with(fromInclusive)
                        .with(toExclusive)
                        .list(row -> batch(row, totals));
        if (!totals.isEmpty()) {
            throw new WrongRowException(
                    "totals without a batch: " + totals.keySet(),
                    List.of("{batch_total}.log_index", "{batch}.log_index"));
        }
        return batches;
    }

    Optional<HouseholdBatch> lastBatch(EntryKind kind, long size) throws SQLException {
        Optional<Long> index =
                sql.query(
                                "SELECT log_index FROM {batch} WHERE community = ? AND kind = ? AND"
                                        + " log_index < ? ORDER BY community DESC, kind DESC,"
                                        + " log_index DESC LIMIT 1")
                        .with(book)
                        .with(kind)
                        .with(size)
                        .first(Row::number);
        if (index.isEmpty()) {
            return Optional.empty();
        }
        return batches(index.get(), index.get() + 1).stream()
                .map(LogRecord.OfBatch::batch)
                .findFirst();
    }

    private LogRecord.OfBatch batch(Row row, Map<Long, List<TotalRow>> totals) throws SQLException {
        long index = row.number();
        Instant recordedAt = row.millis();
        LocalDate effectiveDate = row.date();
        EntryKind kind = row.constant(EntryKind.class);
        long fromIndex = row.number();
        long toIndex = row.number();
        int entryCount = row.smallNumber();
        int unitCount = row.smallNumber();
        Hash leaf = row.hash();
        List<TotalRow> lines = totals.remove(index);
        List<TotalRow> ofBatch = lines == null ? List.of() : lines;
        requireInOrder("{batch_total}", ofBatch.stream().map(TotalRow::line).toList());
        List<Posting> postings = ofBatch.stream().map(TotalRow::posting).toList();
        return new LogRecord.OfBatch(
                new HouseholdBatch(
                        book,
                        index,
                        recordedAt,
                        effectiveDate,
                        kind,
                        fromIndex,
                        toIndex,
                        entryCount,
                        unitCount,
                        postings),
                leaf);
    }

    Optional<Hash> node(NodeAddress address) throws SQLException {
        return address.level() == 0
                ? leaf(address.index())
                : sql.query(
                                "SELECT hash FROM {node} WHERE community = ? AND log_index = ? AND"
                                        + " node_level = ?")
                        .with(book)
                        .with(completedBy(address))
                        .with(address.level())
                        .first(Row::hash);
    }

    private Optional<Hash> leaf(long index) throws SQLException {
        return ofRecord(
                        "leaf",
                        index,
                        "entry",
                        "batch",
                        "period_close",
                        "account_change",
                        "erasure")
                .first(Row::hash);
    }

    /** When a record that must be there was recorded; most records are entries. */
    Instant recordedAt(long index) throws SQLException {
        Optional<Instant> ofEntry = ofRecord("recorded_at", index, "entry").first(Row::millis);
        if (ofEntry.isPresent()) {
            return ofEntry.get();
        }
        return ofRecord("recorded_at", index, "batch", "period_close", "account_change", "erasure")
                .first(Row::millis)
                .orElseThrow(() -> new SQLDataException("record " + index + " is not there"));
    }

    /** A column that the records of all kinds have, from the tables of some. */
    private Query ofRecord(String column, long index, String... tables) throws SQLException {
        Query query =
                sql.query(
                        Stream.of(tables)
                                .map(
                                        table ->
                                                "SELECT "
                                                        + column
                                                        + " FROM {"
                                                        + table
                                                        + "} WHERE community = ? AND log_index = ?")
                                .collect(Collectors.joining(" UNION ALL ")));
        for (int table = 0; table < tables.length; table++) {
            query.with(book).with(index);
        }
        return query;
    }

    /** The nodes above the leaves that a range of records completed, in the order of completion. */
    List<Node> nodes(long fromInclusive, long toExclusive) throws SQLException {
        return sql.query(
                        "SELECT log_index, node_level, hash FROM {node} WHERE community = ?"
                                + RANGE
                                + " ORDER BY community, log_index, node_level")
                .with(book)
                .with(fromInclusive)
                .with(toExclusive)
                .list(
                        row -> {
                            long index = row.number();
                            int level = row.smallNumber();
                            Node node = Node.of(level, index >> level, row.hash());
                            if (completedBy(node.address()) != index) {
                                throw new WrongRowException(
                                        "record " + index + " completes no node of level " + level,
                                        List.of("{node}.log_index", "{node}.node_level"));
                            }
                            return node;
                        });
    }

    /** The last leaf under a node, which completed it. */
    static long completedBy(NodeAddress address) {
        return ((address.index() + 1) << address.level()) - 1;
    }

    void insert(List<LogRecord> records, List<Node> nodes) throws SQLException {
        Query entries = sql.insert("{entry}", "community, " + ENTRY_COLUMNS);
        Query postings =
                sql.insert(
                        "{posting}",
                        "community, log_index, line_number, account, side, amount, currency,"
                                + " debits_after, credits_after, kind, effective_date");
        List<LogRecord.OfBatch> batches = new ArrayList<>();
        List<LogRecord.OfClose> closes = new ArrayList<>();
        List<LogRecord.OfAccount> accounts = new ArrayList<>();
        List<LogRecord.OfErasure> erased = new ArrayList<>();
        for (LogRecord record : records) {
            Optional<LogRecord.OfEntry> entry = record.asEntry();
            if (entry.isPresent()) {
                add(entry.get(), entries, postings);
            }
            record.fold(e -> false, batches::add, closes::add, accounts::add, erased::add);
        }
        entries.runBatch();
        postings.runBatch();
        for (LogRecord.OfBatch batch : batches) {
            insert(batch);
        }
        for (LogRecord.OfClose close : closes) {
            marks.insert(close);
        }
        for (LogRecord.OfAccount account : accounts) {
            marks.insert(account);
        }
        for (LogRecord.OfErasure erasure : erased) {
            erasures.insert(erasure);
        }
        insert(nodes);
    }

    private void add(LogRecord.OfEntry record, Query entries, Query postings) throws SQLException {
        Entry entry = record.entry();
        EntryDraft draft = entry.draft();
        entries.with(book)
                .with(entry.index())
                .with(draft.id().value())
                .with(draft.kind())
                .with(
                        draft.visibility()
                                .<Optional<String>>fold(
                                        Optional::empty, unit -> Optional.of(unit.value())))
                .with(draft.effectiveDate())
                .with(entry.recordedAt().toEpochMilli())
                .with(draft.source().type())
                .with(draft.source().id())
                .with(draft.salt().toByteArray())
                .with(draft.narrative())
                .with(draft.reverses().map(EntryId::value))
                .with(record.leaf())
                .addBatch();
        for (int line = 0; line < draft.postings().size(); line++) {
            Posting posting = draft.postings().get(line);
            Balance after = record.balancesAfter().get(line);
            postings.with(book)
                    .with(entry.index())
                    .with(line)
                    .with(posting.account())
                    .with(posting.side().letter())
                    .with(posting.amount())
                    .with(after.debits().minor())
                    .with(after.credits().minor())
                    .with(draft.kind())
                    .with(draft.effectiveDate())
                    .addBatch();
        }
    }

    private void insert(LogRecord.OfBatch record) throws SQLException {
        HouseholdBatch batch = record.batch();
        sql.query(
                        "INSERT INTO {batch} (community, log_index, recorded_at, effective_date,"
                                + " kind, from_index, to_index, entry_count, unit_count, leaf)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .with(book)
                .with(batch.index())
                .with(batch.recordedAt().toEpochMilli())
                .with(batch.effectiveDate())
                .with(batch.kind())
                .with(batch.fromIndex())
                .with(batch.toIndex())
                .with(batch.entryCount())
                .with(batch.unitCount())
                .with(record.leaf())
                .runOnce();
        Query totals =
                sql.insert(
                        "{batch_total}",
                        "community, log_index, line_number, account, side, amount, currency");
        int line = 0;
        for (Posting total : batch.totals()) {
            totals.with(book)
                    .with(batch.index())
                    .with(line++)
                    .with(total.account())
                    .with(total.side().letter())
                    .with(total.amount())
                    .addBatch();
        }
        totals.runBatch();
    }

    private void insert(List<Node> nodes) throws SQLException {
        Query rows = sql.insert("{node}", "community, log_index, node_level, hash");
        for (Node node : nodes) {
            if (node.level() > 0) {
                rows.with(book)
                        .with(completedBy(node.address()))
                        .with(node.level())
                        .with(node.hash())
                        .addBatch();
            }
        }
        rows.runBatch();
    }

    private static Side side(String letter) {
        for (Side side : Side.values()) {
            if (side.letter().equals(letter)) {
                return side;
            }
        }
        throw new IllegalArgumentException("no side is " + letter);
    }

    private static void requireInOrder(String table, List<Integer> lines) throws SQLException {
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line) != line) {
                throw new WrongRowException(
                        "line " + line + " of a record is not there",
                        List.of(table + ".line_number"));
            }
        }
    }

    private record TotalRow(long index, int line, Posting posting) {
        static TotalRow of(Row row) throws SQLException {
            return new TotalRow(
                    row.number(),
                    row.smallNumber(),
                    new Posting(row.account(), side(row.text()), row.money()));
        }
    }

    private record PostingRow(
            long index,
            int line,
            Posting posting,
            Balance after,
            EntryKind kind,
            LocalDate effectiveDate) {

        static PostingRow of(Row row) throws SQLException {
            long index = row.number();
            int line = row.smallNumber();
            Posting posting = new Posting(row.account(), side(row.text()), row.money());
            Balance after =
                    new Balance(
                            posting.account(),
                            Money.ofMinor(row.number(), posting.amount().currency()),
                            Money.ofMinor(row.number(), posting.amount().currency()));
            return new PostingRow(
                    index, line, posting, after, row.constant(EntryKind.class), row.date());
        }
    }

    private record EntryRow(long index, Instant recordedAt, EntryDraft draft, Hash leaf) {

        static EntryRow of(Row row) throws SQLException {
            long index = row.number();
            EntryId id = EntryId.of(row.text());
            EntryKind kind = row.constant(EntryKind.class);
            Visibility visibility =
                    row.optionalText()
                            .map(unit -> Visibility.household(UnitId.of(unit)))
                            .orElseGet(Visibility::open);
            LocalDate effectiveDate = row.date();
            Instant recordedAt = row.millis();
            SourceDocument source = new SourceDocument(row.text(), row.text());
            byte[] salt = row.bytes();
            String narrative = row.text();
            if (salt.length == 0 && !narrative.isEmpty()) {
                throw new IllegalArgumentException("a text without its salt");
            }
            EntryDraft hidden =
                    salt.length == 0
                            ? EntryDraft.ofErased(id, kind, effectiveDate, source, UNKNOWN)
                            : EntryDraft.of(id, kind, effectiveDate, source, Salt.of(salt))
                                    .narrative(narrative);
            EntryDraft draft = hidden.visibility(visibility);
            EntryDraft whole =
                    row.optionalText().map(EntryId::of).map(draft::reversing).orElse(draft);
            return new EntryRow(index, recordedAt, whole, row.hash());
        }

        /** Until its erasure is read. */
        private static final ErasedText UNKNOWN =
                ErasedText.ofOpen(Long.MAX_VALUE, Hash.of(new byte[Hash.BYTES]));

        boolean isErased() {
            return draft.erased().isPresent();
        }

        /** The same, with what its erasure has left. */
        EntryRow with(Map<Long, ErasedText> erased) throws SQLException {
            ErasedText left = erased.get(index);
            if (left == null) {
                throw new WrongRowException(
                        "the text of record " + index + " is away, and no record tells of it",
                        List.of(
                                "{entry}.salt",
                                "{entry}.log_index",
                                "{erasure}.entry_index",
                                "{erasure}.log_index"));
            }
            if (left.household().isPresent() == draft.visibility().isOpen()) {
                throw new WrongRowException(
                        "what is left of record " + index + " is not of an entry like it",
                        List.of(
                                "{erasure}.entry_commitment",
                                "{erasure}.entry_index",
                                "{entry}.unit_id"));
            }
            return new EntryRow(index, recordedAt, draft.withoutText(left), leaf);
        }

        private void requireEqual(Object ofPosting, Object ofEntry, String column)
                throws SQLException {
            if (!ofPosting.equals(ofEntry)) {
                throw new WrongRowException(
                        "a posting of record " + index + " has another " + column + " than it",
                        List.of("{posting}." + column, "{entry}." + column));
            }
        }

        LogRecord.OfEntry record(CommunityId book, List<PostingRow> rows) throws SQLException {
            requireInOrder("{posting}", rows.stream().map(PostingRow::line).toList());
            for (PostingRow row : rows) {
                requireEqual(row.kind, draft.kind(), "kind");
                requireEqual(row.effectiveDate, draft.effectiveDate(), "effective_date");
            }
            return new LogRecord.OfEntry(
                    new Entry(
                            book,
                            index,
                            recordedAt,
                            draft.postings(rows.stream().map(PostingRow::posting).toList())),
                    leaf,
                    rows.stream().map(PostingRow::after).toList());
        }
    }

    /** The balances of the book's accounts as they are in their table, by code. */
    List<BalanceRow> balances() throws SQLException {
        return sql.query(SELECT_BALANCE).with(book).list(BalanceRow::of).stream()
                .sorted(Comparator.comparing(row -> row.balance().account()))
                .toList();
    }

    /** The balance of an account as it is in its table. */
    Optional<BalanceRow> balance(AccountCode account) throws SQLException {
        return sql.query(SELECT_BALANCE + " AND account = ?")
                .with(book)
                .with(account)
                .first(BalanceRow::of);
    }

    /** A balance, and the index of the last posting in it. */
    record BalanceRow(Balance balance, long index) {
        static BalanceRow of(Row row) throws SQLException {
            return new BalanceRow(
                    new Balance(row.account(), row.money(), row.money()), row.number());
        }
    }
}
