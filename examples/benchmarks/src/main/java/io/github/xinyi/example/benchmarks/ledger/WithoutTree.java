package io.github.xinyi.example.benchmarks.ledger;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.NodeAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A store that keeps no node of the tree: the other side of P13, good for nothing else. */
record WithoutTree(BookStore store) implements BookStore {

    @Override
    public <T> T write(CommunityId book, Function<BookSession, T> work) {
        return store.write(book, session -> work.apply(new Session(session)));
    }

    @Override
    public <T> T write(CommunityId book, Set<EntryId> asked, Function<BookSession, T> work) {
        return store.write(book, asked, session -> work.apply(new Session(session)));
    }

    @Override
    public <T> T read(CommunityId book, Function<BookReader, T> work) {
        return store.read(book, work);
    }

    /** Drops the nodes and passes on everything else. */
    private record Session(BookSession session) implements BookSession {
        @Override
        public void append(Appended appended) {
            session.append(new Appended(appended.record(), List.of(), appended.frontier()));
        }

        @Override
        public Frontier frontier() {
            return session.frontier();
        }

        @Override
        public Optional<LogRecord.OfEntry> entry(EntryId id) {
            return session.entry(id);
        }

        @Override
        public Optional<EntryId> reversalOf(EntryId id) {
            return session.reversalOf(id);
        }

        @Override
        public List<LogRecord> records(long fromIndex, int limit) {
            return session.records(fromIndex, limit);
        }

        @Override
        public Balance balance(AccountCode account) {
            return session.balance(account);
        }

        @Override
        public List<Balance> balances() {
            return session.balances();
        }

        @Override
        public Optional<Instant> lastRecordedAt() {
            return session.lastRecordedAt();
        }

        @Override
        public Balance balanceAt(AccountCode account, long size) {
            return session.balanceAt(account, size);
        }

        @Override
        public Balance balanceOn(AccountCode account, LocalDate toInclusive, long size) {
            return session.balanceOn(account, toInclusive, size);
        }

        @Override
        public Optional<LocalDate> closedThrough() {
            return session.closedThrough();
        }

        @Override
        public List<AccountChange> accountChanges() {
            return session.accountChanges();
        }

        @Override
        public Balance turnover(
                AccountCode account,
                EntryKind kind,
                LocalDate fromInclusive,
                LocalDate toInclusive) {
            return session.turnover(account, kind, fromInclusive, toInclusive);
        }

        @Override
        public Optional<HouseholdBatch> lastBatch(EntryKind kind) {
            return session.lastBatch(kind);
        }

        @Override
        public Hash read(NodeAddress address) {
            return session.read(address);
        }
    }
}
