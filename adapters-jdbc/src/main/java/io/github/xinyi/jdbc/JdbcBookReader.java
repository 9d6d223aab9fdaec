package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.NodeAddress;
import io.github.xinyi.trust.money.Money;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One book as it was when its head was read: every query is bounded by that size, so that records
 * committed meanwhile are not seen, at whatever isolation the transaction runs.
 */
class JdbcBookReader implements BookReader {

    private static final int MAX_LIMIT = 10_000;

    final Statements sql;
    final CommunityId book;
    final BookRows rows;
    private Frontier frontier;
    private boolean open = true;
    private BookMarks.@Nullable Bounds bounds;
    private @Nullable Instant lastRecordedAt;
    private @Nullable StoreException failure;

    JdbcBookReader(Statements sql, CommunityId book, Frontier frontier) {
        this.sql = sql;
        this.book = book;
        this.rows = new BookRows(sql, book);
        this.frontier = frontier;
    }

    /** A query of this book. */
    @FunctionalInterface
    interface Ask<T> {
        T run() throws SQLException;
    }

    /** Asks the database; once it has failed, the whole call fails, whatever its caller catches. */
    final <T> T ask(String operation, Ask<T> query) {
        if (!open) {
            throw new IllegalStateException("the call that handed this reader out has ended");
        }
        if (failure != null) {
            throw failure;
        }
        try {
            return query.run();
        } catch (SQLException e) {
            failure = SqlFailures.failure(operation, e);
            throw failure;
        }
    }

    /** Ends the use of this reader. */
    final void close() {
        if (failure != null) {
            throw failure;
        }
        open = false;
    }

    final void grow(LogRecord record, Frontier next) {
        bounds = bounds == null ? null : bounds.after(record);
        frontier = next;
        lastRecordedAt = record.recordedAt();
    }

    /** Whether the database has failed, so that nothing of this call can be kept. */
    final boolean hasFailed() {
        return failure != null;
    }

    /** Takes what is known of this moment of the book from an earlier call. */
    final void know(BookMarks.@Nullable Bounds knownBounds, @Nullable Instant knownLast) {
        bounds = knownBounds;
        lastRecordedAt = knownLast;
    }

    final BookMarks.@Nullable Bounds knownBounds() {
        return bounds;
    }

    final @Nullable Instant knownLastRecordedAt() {
        return lastRecordedAt;
    }

    /** Lets the database know what it does not know yet. */
    void flush() throws SQLException {}

    @Override
    public final Frontier frontier() {
        return frontier;
    }

    @Override
    public Optional<LogRecord.OfEntry> entry(EntryId id) {
        return ask(
                "BookReader.entry",
                () -> rows.entry(id).filter(there -> there.entry().index() < frontier.size()));
    }

    @Override
    public Optional<EntryId> reversalOf(EntryId id) {
        return ask(
                "BookReader.reversalOf",
                () ->
                        sql.query(
                                        "SELECT entry_id FROM {entry} WHERE community = ? AND"
                                                + " reverses = ? AND log_index < ?")
                                .with(book)
                                .with(id.value())
                                .with(frontier.size())
                                .first(row -> EntryId.of(row.text())));
    }

    @Override
    public final List<LogRecord> records(long fromIndex, int limit) {
        if (fromIndex < 0) {
            throw new IllegalArgumentException("fromIndex is negative: " + fromIndex);
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is 1 to " + MAX_LIMIT + ", got " + limit);
        }
        return ask(
                "BookReader.records",
                () -> {
                    flush();
                    long size = frontier.size();
                    return rows.records(
                            fromIndex, fromIndex >= size - limit ? size : fromIndex + limit);
                });
    }

    @Override
    public Balance balance(AccountCode account) {
        return ask(
                "BookReader.balance",
                () -> {
                    Optional<BookRows.BalanceRow> row = rows.balance(account);
                    return row.isEmpty() ? Balance.zero(account) : current(row.get());
                });
    }

    @Override
    public final Optional<Instant> lastRecordedAt() {
        return ask(
                "BookReader.lastRecordedAt",
                () -> {
                    if (lastRecordedAt == null && frontier.size() > 0) {
                        lastRecordedAt = rows.recordedAt(frontier.size() - 1);
                    }
                    return Optional.ofNullable(lastRecordedAt);
                });
    }

    /** The balance in a row, or the earlier one if somebody has posted since. */
    private Balance current(BookRows.BalanceRow row) throws SQLException {
        return row.index() < frontier.size()
                ? row.balance()
                : before(row.balance().account(), frontier.size())
                        .orElseGet(() -> Balance.zero(row.balance().account()));
    }

    @Override
    public final List<Balance> balances() {
        return ask(
                "BookReader.balances",
                () -> {
                    flush();
                    List<Balance> all = new ArrayList<>();
                    for (BookRows.BalanceRow row : rows.balances()) {
                        if (row.index() < frontier.size()) {
                            all.add(row.balance());
                        } else {
                            before(row.balance().account(), frontier.size()).ifPresent(all::add);
                        }
                    }
                    return List.copyOf(all);
                });
    }

    @Override
    public final Balance balanceAt(AccountCode account, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("size is negative: " + size);
        }
        return ask(
                "BookReader.balanceAt",
                () -> {
                    flush();
                    return before(account, Math.min(size, frontier.size()))
                            .orElseGet(() -> Balance.zero(account));
                });
    }

    /** The totals of an account after its last posting below an index. */
    private Optional<Balance> before(AccountCode account, long index) throws SQLException {
        // Every column of the index stands in the order: only then is its end read, and no more.
        return sql.query(
                        "SELECT account, debits_after, currency, credits_after, currency FROM"
                                + " {posting} WHERE community = ? AND account = ? AND log_index < ?"
                                + " ORDER BY community DESC, account DESC, log_index DESC,"
                                + " line_number DESC LIMIT 1")
                .with(book)
                .with(account)
                .with(index)
                .first(row -> new Balance(row.account(), row.money(), row.money()));
    }

    @Override
    public final Balance balanceOn(AccountCode account, LocalDate toInclusive, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("size is negative: " + size);
        }
        return ask(
                "BookReader.balanceOn",
                () -> {
                    flush();
                    return sums(
                            account,
                            sql.query(
                                            "SELECT side, SUM(amount) FROM {posting}"
                                                    + " WHERE community = ? AND account = ?"
                                                    + " AND effective_date <= ? AND log_index < ?"
                                                    + " GROUP BY side")
                                    .with(book)
                                    .with(account)
                                    .with(sql.comparable(toInclusive))
                                    .with(Math.min(size, frontier.size())));
                });
    }

    @Override
    public final Optional<LocalDate> closedThrough() {
        return ask("BookReader.closedThrough", () -> bounds().closedThrough());
    }

    @Override
    public final List<AccountChange> accountChanges() {
        return ask("BookReader.accountChanges", () -> bounds().accounts());
    }

    /** Read once, and kept up with what is appended. */
    private BookMarks.Bounds bounds() throws SQLException {
        BookMarks.Bounds known = bounds;
        if (known == null) {
            flush();
            known = new BookMarks(sql, book).bounds(frontier.size());
            bounds = known;
        }
        return known;
    }

    @Override
    public final Balance turnover(
            AccountCode account, EntryKind kind, LocalDate fromInclusive, LocalDate toInclusive) {
        return ask(
                "BookReader.turnover",
                () -> {
                    flush();
                    return sums(
                            account,
                            sql.query(
                                            "SELECT side, SUM(amount) FROM {posting}"
                                                    + " WHERE community = ? AND account = ?"
                                                    + " AND kind = ? AND effective_date >= ?"
                                                    + " AND effective_date <= ? AND log_index < ?"
                                                    + " GROUP BY side")
                                    .with(book)
                                    .with(account)
                                    .with(kind)
                                    .with(sql.comparable(fromInclusive))
                                    .with(sql.comparable(toInclusive))
                                    .with(frontier.size()));
                });
    }

    private Balance sums(AccountCode account, Query bySide) throws SQLException {
        Map<String, Long> sums = new HashMap<>();
        for (Map.Entry<String, Long> sum :
                bySide.list(row -> Map.entry(row.text(), row.number()))) {
            sums.put(sum.getKey(), sum.getValue());
        }
        Currency currency = balance(account).debits().currency();
        return new Balance(
                account,
                Money.ofMinor(sums.getOrDefault(Side.DEBIT.letter(), 0L), currency),
                Money.ofMinor(sums.getOrDefault(Side.CREDIT.letter(), 0L), currency));
    }

    @Override
    public final Optional<HouseholdBatch> lastBatch(EntryKind kind) {
        return ask(
                "BookReader.lastBatch",
                () -> {
                    flush();
                    return rows.lastBatch(kind, frontier.size());
                });
    }

    @Override
    public final Hash read(NodeAddress address) {
        return ask(
                "BookReader.read",
                () -> {
                    flush();
                    return rows.node(address)
                            .orElseThrow(() -> new SQLDataException("no node at " + address));
                });
    }
}
