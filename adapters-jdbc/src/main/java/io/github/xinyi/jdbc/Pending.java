package io.github.xinyi.jdbc;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Node;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was appended to a locked book and is not in the database yet, and what is known of its
 * accounts and of entries that it does not have. Used by one thread.
 */
final class Pending {

    /** So many accounts are remembered from one transaction to the next. */
    private static final int MAX_KEPT_ACCOUNTS = 2_000;

    private final List<LogRecord> records;
    private final List<Node> nodes;
    private final Map<EntryId, LogRecord.OfEntry> byId;
    private final Map<EntryId, EntryId> reversals;
    private final Map<AccountCode, KnownAccount> accounts;
    private final Set<EntryId> absent;
    private long storedSize;

    /** Nothing, of a book whose head row has this size. */
    Pending(long storedSize) {
        this.storedSize = storedSize;
        this.records = new ArrayList<>();
        this.nodes = new ArrayList<>();
        this.byId = new HashMap<>();
        this.reversals = new HashMap<>();
        this.accounts = new HashMap<>();
        this.absent = new HashSet<>();
    }

    /** The same, to go on from and perhaps to throw away. */
    Pending(Pending other) {
        this.storedSize = other.storedSize;
        this.records = new ArrayList<>(other.records);
        this.nodes = new ArrayList<>(other.nodes);
        this.byId = new HashMap<>(other.byId);
        this.reversals = new HashMap<>(other.reversals);
        this.accounts = new HashMap<>(other.accounts);
        this.absent = new HashSet<>(other.absent);
    }

    /**
     * An account's balance, and where its row stands.
     *
     * @param balance the balance
     * @param storedIndex the index of the last posting in its row, or {@link #NO_ROW}
     * @param changedAt the index of a later posting, or {@link #UNCHANGED}
     */
    private record KnownAccount(Balance balance, long storedIndex, long changedAt) {
        private static final long NO_ROW = BalanceRows.NO_ROW;
        private static final long UNCHANGED = -1;

        static KnownAccount of(BookRows.BalanceRow row) {
            return new KnownAccount(row.balance(), row.index(), UNCHANGED);
        }

        static KnownAccount none(AccountCode account) {
            return new KnownAccount(Balance.zero(account), NO_ROW, UNCHANGED);
        }

        KnownAccount changed(Balance after, long index) {
            return new KnownAccount(after, storedIndex, index);
        }

        boolean isChanged() {
            return changedAt != UNCHANGED;
        }

        boolean hasRow() {
            return storedIndex != NO_ROW;
        }

        KnownAccount stored() {
            return isChanged() ? new KnownAccount(balance, changedAt, UNCHANGED) : this;
        }
    }

    Optional<LogRecord.OfEntry> entry(EntryId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<EntryId> reversalOf(EntryId id) {
        return Optional.ofNullable(reversals.get(id));
    }

    /** Remembers entries that are not in the database, but for those that wait to go there. */
    void noteAbsent(Set<EntryId> ids) {
        absent.addAll(ids);
        absent.removeAll(byId.keySet());
    }

    boolean isAbsent(EntryId id) {
        return absent.contains(id);
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    int size() {
        return records.size();
    }

    Balance balance(AccountCode account, BookRows rows) throws SQLException {
        return known(account, rows).balance();
    }

    private KnownAccount known(AccountCode account, BookRows rows) throws SQLException {
        KnownAccount known = accounts.get(account);
        if (known == null) {
            known =
                    rows.balance(account)
                            .map(KnownAccount::of)
                            .orElseGet(() -> KnownAccount.none(account));
            accounts.put(account, known);
        }
        return known;
    }

    void add(LogRecord record, List<Node> completed, BookRows rows) throws SQLException {
        Optional<LogRecord.OfEntry> entry = record.asEntry();
        if (entry.isPresent()) {
            note(entry.get(), rows);
        }
        records.add(record);
        nodes.addAll(completed);
    }

    private void note(LogRecord.OfEntry record, BookRows rows) throws SQLException {
        EntryDraft draft = record.entry().draft();
        byId.put(draft.id(), record);
        absent.remove(draft.id());
        draft.reverses().ifPresent(original -> reversals.put(original, draft.id()));
        for (Balance after : record.balancesAfter()) {
            accounts.put(
                    after.account(),
                    known(after.account(), rows).changed(after, record.entry().index()));
        }
    }

    /** Brings everything to the database: the head, the records, their nodes and the balances. */
    void store(Statements sql, BookRows rows, Frontier frontier, Outbox outbox)
            throws SQLException {
        sql.together(
                () -> {
                    rows.updateHead(storedSize, frontier);
                    rows.insert(records, nodes);
                    outbox.add(sql, records);
                    storeBalances(sql, rows);
                });
        storedSize = frontier.size();
        records.clear();
        nodes.clear();
        byId.clear();
        reversals.clear();
    }

    private void storeBalances(Statements sql, BookRows rows) throws SQLException {
        BalanceRows table = new BalanceRows(sql, rows.book());
        for (KnownAccount account : accounts.values()) {
            if (account.isChanged()) {
                table.add(account.balance(), account.changedAt(), account.storedIndex());
            }
        }
        table.store();
        accounts.replaceAll((code, account) -> account.stored());
    }

    /** What stays known once the transaction is committed, of a book with nothing waiting. */
    Pending kept() {
        Pending kept = new Pending(storedSize);
        if (accounts.size() <= MAX_KEPT_ACCOUNTS) {
            kept.accounts.putAll(accounts);
        }
        kept.accounts.values().removeIf(account -> !account.hasRow());
        return kept;
    }
}
