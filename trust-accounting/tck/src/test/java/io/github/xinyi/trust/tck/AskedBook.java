package io.github.xinyi.trust.tck;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.NodeAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Passes every question on, so that a broken store overrides the one that it gets wrong. */
class AskedBook implements BookSession {

    private final BookReader target;

    AskedBook(BookReader target) {
        this.target = target;
    }

    BookReader target() {
        return target;
    }

    @Override
    public void append(Appended appended) {
        ((BookSession) target).append(appended);
    }

    @Override
    public Frontier frontier() {
        return target.frontier();
    }

    @Override
    public Optional<LogRecord.OfEntry> entry(EntryId id) {
        return target.entry(id);
    }

    @Override
    public Optional<EntryId> reversalOf(EntryId id) {
        return target.reversalOf(id);
    }

    @Override
    public List<LogRecord> records(long fromIndex, int limit) {
        return target.records(fromIndex, limit);
    }

    @Override
    public Balance balance(AccountCode account) {
        return target.balance(account);
    }

    @Override
    public List<Balance> balances() {
        return target.balances();
    }

    @Override
    public Balance balanceAt(AccountCode account, long size) {
        return target.balanceAt(account, size);
    }

    @Override
    public Balance balanceOn(AccountCode account, LocalDate toInclusive, long size) {
        return target.balanceOn(account, toInclusive, size);
    }

    @Override
    public Optional<LocalDate> closedThrough() {
        return target.closedThrough();
    }

    @Override
    public List<AccountChange> accountChanges() {
        return target.accountChanges();
    }

    @Override
    public Balance turnover(
            AccountCode account, EntryKind kind, LocalDate fromInclusive, LocalDate toInclusive) {
        return target.turnover(account, kind, fromInclusive, toInclusive);
    }

    @Override
    public Optional<HouseholdBatch> lastBatch(EntryKind kind) {
        return target.lastBatch(kind);
    }

    @Override
    public Hash read(NodeAddress address) {
        return target.read(address);
    }
}
