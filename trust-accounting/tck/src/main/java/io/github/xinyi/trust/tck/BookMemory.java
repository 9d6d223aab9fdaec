package io.github.xinyi.trust.tck;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.Node;
import io.github.xinyi.trust.merkle.NodeAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/** One book in memory, under its lock; every change notes how to undo it until the call ends. */
final class BookMemory {

    private static final int MAX_PAGE = 10_000;

    /** An account's balance after the record of an index. */
    private record Line(long index, Balance after) {}

    private record AccountAndKind(AccountCode account, EntryKind kind) {}

    private final CommunityId id;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final List<LogRecord> records = new ArrayList<>();
    private final Map<EntryId, LogRecord.OfEntry> entries = new HashMap<>();
    private final Map<EntryId, EntryId> reversals = new HashMap<>();
    private final Map<AccountCode, List<Line>> lines = new HashMap<>();
    private final Map<AccountAndKind, NavigableMap<LocalDate, Balance>> days = new HashMap<>();
    private final Map<EntryKind, HouseholdBatch> batches = new HashMap<>();

    /** By level; the nodes of a level are completed from left to right. */
    private final List<List<Hash>> nodes = new ArrayList<>();

    private List<AccountChange> accountChanges = List.of();
    private Optional<LocalDate> closed = Optional.empty();
    private Frontier frontier = Frontier.empty();

    BookMemory(CommunityId id) {
        this.id = id;
    }

    <T> T write(Function<BookSession, T> work) {
        if (lock.isWriteLockedByCurrentThread() || lock.getReadHoldCount() > 0) {
            throw new IllegalStateException("a write inside another call on the book of " + id);
        }
        lock.writeLock().lock();
        Session session = new Session();
        try {
            T answer = work.apply(session);
            session.keep();
            return answer;
        } finally {
            session.end();
            lock.writeLock().unlock();
        }
    }

    <T> T read(Function<BookReader, T> work) {
        lock.readLock().lock();
        View view = new View();
        try {
            return work.apply(view);
        } finally {
            view.end();
            lock.readLock().unlock();
        }
    }

    /** What one call sees; closed when the call ends. */
    private class View implements BookReader {

        private boolean open = true;

        void end() {
            open = false;
        }

        void requireOpen() {
            if (!open) {
                throw new IllegalStateException("the call that handed this out has ended");
            }
        }

        @Override
        public Frontier frontier() {
            requireOpen();
            return frontier;
        }

        @Override
        public Optional<LogRecord.OfEntry> entry(EntryId entry) {
            requireOpen();
            return Optional.ofNullable(entries.get(entry));
        }

        @Override
        public Optional<EntryId> reversalOf(EntryId entry) {
            requireOpen();
            return Optional.ofNullable(reversals.get(entry));
        }

        @Override
        public List<LogRecord> records(long fromIndex, int limit) {
            requireOpen();
            if (fromIndex < 0 || limit < 1 || limit > MAX_PAGE) {
                throw new IllegalArgumentException("no page: " + limit + " from " + fromIndex);
            }
            int from = (int) Math.min(fromIndex, records.size());
            return List.copyOf(records.subList(from, Math.min(from + limit, records.size())));
        }

        @Override
        public Optional<Instant> lastRecordedAt() {
            requireOpen();
            return records.isEmpty()
                    ? Optional.empty()
                    : Optional.of(records.get(records.size() - 1).recordedAt());
        }

        @Override
        public Balance balance(AccountCode account) {
            requireOpen();
            List<Line> history = lines.get(account);
            return history == null ? Balance.zero(account) : last(history).after();
        }

        @Override
        public List<Balance> balances() {
            requireOpen();
            return lines.values().stream()
                    .map(history -> last(history).after())
                    .sorted(Comparator.comparing(Balance::account))
                    .toList();
        }

        @Override
        public Balance balanceAt(AccountCode account, long size) {
            requireOpen();
            List<Line> history = lines.getOrDefault(account, List.of());
            int low = 0;
            int high = history.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (history.get(middle).index() < size) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low == 0 ? Balance.zero(account) : history.get(low - 1).after();
        }

        @Override
        public Balance turnover(
                AccountCode account,
                EntryKind kind,
                LocalDate fromInclusive,
                LocalDate toInclusive) {
            requireOpen();
            NavigableMap<LocalDate, Balance> byDay =
                    days.getOrDefault(new AccountAndKind(account, kind), new TreeMap<>());
            Balance sum = Balance.zero(account);
            if (fromInclusive.isAfter(toInclusive)) {
                return sum;
            }
            for (Balance day : byDay.subMap(fromInclusive, true, toInclusive, true).values()) {
                sum =
                        new Balance(
                                account,
                                sum.debits().plus(day.debits()),
                                sum.credits().plus(day.credits()));
            }
            return sum;
        }

        @Override
        public Optional<HouseholdBatch> lastBatch(EntryKind kind) {
            requireOpen();
            return Optional.ofNullable(batches.get(kind));
        }

        @Override
        public Optional<LocalDate> closedThrough() {
            requireOpen();
            return closed;
        }

        @Override
        public List<AccountChange> accountChanges() {
            requireOpen();
            return accountChanges;
        }

        @Override
        public Balance balanceOn(AccountCode account, LocalDate toInclusive, long size) {
            requireOpen();
            Balance sum = Balance.zero(account);
            for (LogRecord record : records.subList(0, (int) Math.min(size, records.size()))) {
                sum =
                        record.asEntry().map(e -> e.entry().draft()).stream()
                                .filter(draft -> !draft.effectiveDate().isAfter(toInclusive))
                                .flatMap(draft -> draft.postings().stream())
                                .filter(posting -> posting.account().equals(account))
                                .reduce(sum, Balance::plus, (a, b) -> b);
            }
            return sum;
        }

        @Override
        public Hash read(NodeAddress address) {
            requireOpen();
            List<Hash> level = address.level() < nodes.size() ? nodes.get(address.level()) : List.of();
            if (address.index() >= level.size()) {
                throw new NoSuchElementException("no complete subtree at " + address);
            }
            return level.get((int) address.index());
        }

        private Line last(List<Line> history) {
            return history.get(history.size() - 1);
        }
    }

    /** A view that appends, and undoes what it appended unless told to keep it. */
    private final class Session extends View implements BookSession {

        private final Deque<Runnable> undo = new ArrayDeque<>();

        void keep() {
            undo.clear();
        }

        @Override
        void end() {
            undo.forEach(Runnable::run);
            undo.clear();
            super.end();
        }

        @Override
        public void append(Appended appended) {
            requireOpen();
            LogRecord record = appended.record();
            if (record.index() != records.size()
                    || appended.frontier().size() != records.size() + 1L) {
                throw new IllegalArgumentException(
                        "record " + record.index() + " after " + records.size() + " records");
            }
            record.fold(
                    this::appendEntry, this::appendBatch, this::appendClose, this::appendAccount);
            appended.nodes().forEach(this::appendNode);
            Frontier before = frontier;
            frontier = appended.frontier();
            records.add(record);
            undo.push(
                    () -> {
                        frontier = before;
                        records.remove(records.size() - 1);
                    });
        }

        private boolean appendEntry(LogRecord.OfEntry record) {
            EntryDraft draft = record.entry().draft();
            putNew(entries, draft.id(), record);
            draft.reverses().ifPresent(original -> putNew(reversals, original, draft.id()));
            for (int i = 0; i < draft.postings().size(); i++) {
                appendLine(new Line(record.index(), record.balancesAfter().get(i)));
                appendDay(draft, draft.postings().get(i));
            }
            return true;
        }

        private void appendLine(Line line) {
            AccountCode account = line.after().account();
            List<Line> history = lines.computeIfAbsent(account, a -> new ArrayList<>());
            history.add(line);
            undo.push(
                    () -> {
                        history.remove(history.size() - 1);
                        if (history.isEmpty()) {
                            lines.remove(account);
                        }
                    });
        }

        private void appendDay(EntryDraft draft, Posting posting) {
            NavigableMap<LocalDate, Balance> byDay =
                    days.computeIfAbsent(
                            new AccountAndKind(posting.account(), draft.kind()),
                            key -> new TreeMap<>());
            Balance before =
                    byDay.getOrDefault(draft.effectiveDate(), Balance.zero(posting.account()));
            byDay.put(draft.effectiveDate(), before.plus(posting));
            undo.push(() -> byDay.put(draft.effectiveDate(), before));
        }

        private boolean appendBatch(LogRecord.OfBatch record) {
            EntryKind kind = record.batch().kind();
            HouseholdBatch before = batches.put(kind, record.batch());
            undo.push(
                    () -> {
                        if (before == null) {
                            batches.remove(kind);
                        } else {
                            batches.put(kind, before);
                        }
                    });
            return true;
        }

        private boolean appendClose(LogRecord.OfClose record) {
            Optional<LocalDate> before = closed;
            closed = Optional.of(record.close().through());
            undo.push(() -> closed = before);
            return true;
        }

        private boolean appendAccount(LogRecord.OfAccount record) {
            List<AccountChange> before = accountChanges;
            List<AccountChange> more = new ArrayList<>(before);
            more.add(record.change());
            accountChanges = List.copyOf(more);
            undo.push(() -> accountChanges = before);
            return true;
        }

        private void appendNode(Node node) {
            while (nodes.size() <= node.level()) {
                nodes.add(new ArrayList<>());
            }
            List<Hash> level = nodes.get(node.level());
            if (node.index() != level.size()) {
                throw new IllegalArgumentException("there already, or a gap before: " + node);
            }
            level.add(node.hash());
            undo.push(() -> level.remove(level.size() - 1));
        }

        private <K, V> void putNew(Map<K, V> map, K key, V value) {
            if (map.putIfAbsent(key, value) != null) {
                throw new IllegalArgumentException("there already: " + key);
            }
            undo.push(() -> map.remove(key));
        }
    }
}
