package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Node;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A locked book. What is appended waits in memory and goes to the database together: at the end,
 * before a query that it may concern, or when much has gathered.
 */
final class JdbcBookSession extends JdbcBookReader implements BookSession {

    private static final int MAX_WAITING = 500;

    private final List<LogRecord> waiting = new ArrayList<>();
    private final List<Node> waitingNodes = new ArrayList<>();
    private final Map<EntryId, LogRecord.OfEntry> waitingById = new HashMap<>();
    private final Map<EntryId, EntryId> waitingReversals = new HashMap<>();
    private final Map<AccountCode, AccountState> accounts = new HashMap<>();
    private long storedSize;

    JdbcBookSession(Statements sql, CommunityId book, Frontier frontier) {
        super(sql, book, frontier);
        this.storedSize = frontier.size();
    }

    /** An account's balance, and what its row has: the index of the last posting, or none. */
    private static final class AccountState {
        private static final long NO_ROW = -1;
        private static final long UNCHANGED = -1;

        private Balance balance;
        private long storedIndex;
        private long changedAt = UNCHANGED;

        AccountState(Balance balance, long storedIndex) {
            this.balance = balance;
            this.storedIndex = storedIndex;
        }

        boolean isNew() {
            return storedIndex == NO_ROW;
        }

        void stored() {
            storedIndex = changedAt;
            changedAt = UNCHANGED;
        }
    }

    @Override
    public Optional<LogRecord.OfEntry> entry(EntryId id) {
        LogRecord.OfEntry mine = waitingById.get(id);
        return mine == null ? super.entry(id) : Optional.of(mine);
    }

    @Override
    public Optional<EntryId> reversalOf(EntryId id) {
        EntryId mine = waitingReversals.get(id);
        return mine == null ? super.reversalOf(id) : Optional.of(mine);
    }

    @Override
    public Balance balance(AccountCode account) {
        return ask("BookReader.balance", () -> state(account).balance);
    }

    private AccountState state(AccountCode account) throws SQLException {
        AccountState known = accounts.get(account);
        if (known == null) {
            Optional<BookRows.BalanceRow> row = rows.balance(account);
            known =
                    row.map(there -> new AccountState(there.balance(), there.index()))
                            .orElseGet(
                                    () ->
                                            new AccountState(
                                                    Balance.zero(account), AccountState.NO_ROW));
            accounts.put(account, known);
        }
        return known;
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
                    Optional<LogRecord.OfEntry> entry = record.asEntry();
                    if (entry.isPresent()) {
                        note(entry.get());
                    }
                    waiting.add(record);
                    waitingNodes.addAll(appended.nodes());
                    grow(record, appended.frontier());
                    if (waiting.size() >= MAX_WAITING) {
                        flush();
                    }
                    return this;
                });
    }

    private void note(LogRecord.OfEntry record) throws SQLException {
        EntryDraft draft = record.entry().draft();
        waitingById.put(draft.id(), record);
        draft.reverses().ifPresent(original -> waitingReversals.put(original, draft.id()));
        for (Balance after : record.balancesAfter()) {
            AccountState account = state(after.account());
            account.balance = after;
            account.changedAt = record.entry().index();
        }
    }

    @Override
    void flush() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        BookHead.update(sql, book, storedSize, frontier());
        rows.insert(waiting, waitingNodes);
        writeBalances();
        storedSize = frontier().size();
        waiting.clear();
        waitingNodes.clear();
        waitingById.clear();
        waitingReversals.clear();
    }

    private void writeBalances() throws SQLException {
        List<AccountState> changed =
                accounts.values().stream()
                        .filter(account -> account.changedAt != AccountState.UNCHANGED)
                        .toList();
        if (changed.stream().anyMatch(AccountState::isNew)) {
            insertBalances(changed.stream().filter(AccountState::isNew).toList());
        }
        Query updates =
                sql.query(
                        "UPDATE {balance} SET debits = ?, currency = ?, credits = ?, log_index = ?"
                                + " WHERE community = ? AND account = ? AND log_index = ?");
        for (AccountState account : changed) {
            if (!account.isNew()) {
                with(account, updates).with(account.storedIndex).addBatch();
            }
        }
        updates.runBatch();
        changed.forEach(AccountState::stored);
    }

    private void insertBalances(List<AccountState> added) throws SQLException {
        Query inserts =
                sql.query(
                        "INSERT INTO {balance} (debits, currency, credits, log_index, community,"
                                + " account) VALUES (?, ?, ?, ?, ?, ?)");
        for (AccountState account : added) {
            with(account, inserts).addBatch();
        }
        inserts.runBatch();
    }

    private Query with(AccountState account, Query row) throws SQLException {
        return row.with(account.balance.debits())
                .with(account.balance.credits().minor())
                .with(account.changedAt)
                .with(book)
                .with(account.balance.account());
    }

    /** Brings everything to the database, so that the transaction can end. */
    void finish() {
        ask(
                "BookStore.write",
                () -> {
                    flush();
                    return this;
                });
        close();
    }
}
