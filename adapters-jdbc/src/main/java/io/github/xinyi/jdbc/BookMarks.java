package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.book.PeriodClose;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of the records that bound what a book takes: closes of periods, changes of accounts. */
final class BookMarks {

    private static final String ACCOUNT_COLUMNS =
            "log_index, recorded_at, account, name_zh, name_en, fund_class, account_type, kind,"
                    + " from_date";
    private static final String RANGE = " WHERE community = ? AND log_index >= ? AND log_index < ?";
    private static final String PERIOD = "PERIOD";

    private final Statements sql;
    private final CommunityId book;

    BookMarks(Statements sql, CommunityId book) {
        this.sql = sql;
        this.book = book;
    }

    /** What a book takes at one moment; a record appended gives another one. */
    record Bounds(@Nullable LocalDate closed, List<AccountChange> accounts) {
        Bounds {
            accounts = List.copyOf(accounts);
        }

        Optional<LocalDate> closedThrough() {
            return Optional.ofNullable(closed);
        }

        Bounds after(LogRecord record) {
            return record.fold(
                    entry -> this,
                    batch -> this,
                    close -> new Bounds(close.close().through(), accounts),
                    change -> {
                        List<AccountChange> more = new ArrayList<>(accounts);
                        more.add(change.change());
                        return new Bounds(closed, more);
                    },
                    erasure -> this);
        }
    }

    /** In one query, since every write asks for both. */
    Bounds bounds(long size) throws SQLException {
        List<AccountChange> changes = new ArrayList<>();
        List<LocalDate> closed = new ArrayList<>();
        sql.query(
                        "SELECT "
                                + ACCOUNT_COLUMNS
                                + " FROM {account_change} WHERE community = ? AND log_index < ?"
                                + " UNION ALL SELECT MAX(log_index), 0, '', '', '', '', '', '"
                                + PERIOD
                                + "', MAX(through_date) FROM {period_close} WHERE community = ?"
                                + " AND log_index < ? GROUP BY community ORDER BY 1")
                .with(book)
                .with(size)
                .with(book)
                .with(size)
                .list(row -> bound(row, changes, closed));
        return new Bounds(closed.isEmpty() ? null : closed.get(0), changes);
    }

    private boolean bound(Row row, List<AccountChange> changes, List<LocalDate> closed)
            throws SQLException {
        long index = row.number();
        Instant recordedAt = row.millis();
        String account = row.text();
        if (account.isEmpty()) {
            row.skip(5);
            return closed.add(row.date());
        }
        return changes.add(change(index, recordedAt, account, row));
    }

    private AccountChange change(long index, Instant recordedAt, String account, Row row)
            throws SQLException {
        Account changed =
                new Account(
                        AccountCode.of(account),
                        row.text(),
                        row.text(),
                        row.constant(FundClass.class),
                        row.constant(AccountType.class));
        return new AccountChange(
                book,
                index,
                recordedAt,
                changed,
                row.constant(AccountChange.Kind.class),
                row.date());
    }

    List<LogRecord> records(long fromInclusive, long toExclusive) throws SQLException {
        List<LogRecord> records = new ArrayList<>();
        records.addAll(
                sql.query(
                                "SELECT log_index, recorded_at, through_date, leaf FROM"
                                        + " {period_close}"
                                        + RANGE)
                        .with(book)
                        .with(fromInclusive)
                        .with(toExclusive)
                        .list(
                                row ->
                                        new LogRecord.OfClose(
                                                new PeriodClose(
                                                        book,
                                                        row.number(),
                                                        row.millis(),
                                                        row.date()),
                                                row.hash())));
        records.addAll(
                sql.query("SELECT " + ACCOUNT_COLUMNS + ", leaf FROM {account_change}" + RANGE)
                        .with(book)
                        .with(fromInclusive)
                        .with(toExclusive)
                        .list(
                                row ->
                                        new LogRecord.OfAccount(
                                                change(row.number(), row.millis(), row.text(), row),
                                                row.hash())));
        return records;
    }

    void insert(LogRecord.OfClose record) throws SQLException {
        PeriodClose close = record.close();
        sql.query(
                        "INSERT INTO {period_close} (community, log_index, recorded_at,"
                                + " through_date, leaf) VALUES (?, ?, ?, ?, ?)")
                .with(book)
                .with(close.index())
                .with(close.recordedAt().toEpochMilli())
                .with(close.through())
                .with(record.leaf())
                .runOnce();
    }

    void insert(LogRecord.OfAccount record) throws SQLException {
        AccountChange change = record.change();
        Account account = change.account();
        sql.query(
                        "INSERT INTO {account_change} (community, "
                                + ACCOUNT_COLUMNS
                                + ", leaf) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .with(book)
                .with(change.index())
                .with(change.recordedAt().toEpochMilli())
                .with(account.code())
                .with(account.nameZh())
                .with(account.nameEn())
                .with(account.fundClass())
                .with(account.type())
                .with(change.kind())
                .with(change.from())
                .with(record.leaf())
                .runOnce();
    }
}
