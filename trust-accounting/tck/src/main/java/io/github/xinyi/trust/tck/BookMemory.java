package io.github.xinyi.trust.tck;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.Erasure;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.Entry;
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
import java.util.Objects;
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
            boolean known = address.level() < nodes.size();
            List<Hash> level = known ? nodes.get(address.level()) : List.of();
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

        /** What takes back each record, the last first; few calls append more than one. */
        private final Deque<Runnable> undo = new ArrayDeque<>(1);

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
            appended.nodes().forEach(this::requireNext);
            Runnable takeBack =
                    record.fold(
                            this::appendEntry,
                            this::appendBatch,
                            this::appendClose,
                            this::appendAccount,
                            this::appendErasure);
            Frontier before = frontier;
            appended.nodes().forEach(node -> level(node).add(node.hash()));
            frontier = appended.frontier();
            records.add(record);
            undo.push(
                    () -> {
                        records.remove(records.size() - 1);
                        frontier = before;
                        appended.nodes().forEach(node -> removeLast(level(node)));
                        takeBack.run();
                    });
        }

        /** Of the nodes of one record no two are of one level. */
        private void requireNext(Node node) {
            if (node.index() != level(node).size()) {
                throw new IllegalArgumentException("there already, or after a gap: " + node);
            }
        }

        private List<Hash> level(Node node) {
            while (nodes.size() <= node.level()) {
                nodes.add(new ArrayList<>());
            }
            return nodes.get(node.level());
        }

        private static void removeLast(List<?> list) {
            list.remove(list.size() - 1);
        }

        private Runnable appendEntry(LogRecord.OfEntry record) {
            EntryDraft draft = record.entry().draft();
            Optional<EntryId> reversed = draft.reverses();
            requireNew(entries, draft.id());
            reversed.ifPresent(original -> requireNew(reversals, original));
            entries.put(draft.id(), record);
            reversed.ifPresent(original -> reversals.put(original, draft.id()));
            List<Posting> postings = draft.postings();
            Balance[] daysBefore = new Balance[postings.size()];
            for (int i = 0; i < daysBefore.length; i++) {
                Balance after = record.balancesAfter().get(i);
                lines.computeIfAbsent(after.account(), account -> new ArrayList<>())
                        .add(new Line(record.index(), after));
                daysBefore[i] = appendDay(draft, postings.get(i));
            }
            return () -> {
                for (int i = daysBefore.length - 1; i >= 0; i--) {
                    days(draft, postings.get(i)).put(draft.effectiveDate(), daysBefore[i]);
                    removeLine(record.balancesAfter().get(i).account());
                }
                reversed.ifPresent(reversals::remove);
                entries.remove(draft.id());
            };
        }

        private static <K> void requireNew(Map<K, ?> map, K key) {
            if (map.containsKey(key)) {
                throw new IllegalArgumentException("there already: " + key);
            }
        }

        private void removeLine(AccountCode account) {
            List<Line> history = Objects.requireNonNull(lines.get(account), "a line was kept");
            removeLast(history);
            if (history.isEmpty()) {
                lines.remove(account);
            }
        }

        /** Adds to the day of the entry; answers what it was before. */
        private Balance appendDay(EntryDraft draft, Posting posting) {
            NavigableMap<LocalDate, Balance> byDay = days(draft, posting);
            Balance there = byDay.get(draft.effectiveDate());
            Balance before = there == null ? Balance.zero(posting.account()) : there;
            byDay.put(draft.effectiveDate(), before.plus(posting));
            return before;
        }

        private NavigableMap<LocalDate, Balance> days(EntryDraft draft, Posting posting) {
            return days.computeIfAbsent(
                    new AccountAndKind(posting.account(), draft.kind()), key -> new TreeMap<>());
        }

        private Runnable appendBatch(LogRecord.OfBatch record) {
            EntryKind kind = record.batch().kind();
            HouseholdBatch before = batches.put(kind, record.batch());
            return () -> {
                if (before == null) {
                    batches.remove(kind);
                } else {
                    batches.put(kind, before);
                }
            };
        }

        private Runnable appendClose(LogRecord.OfClose record) {
            Optional<LocalDate> before = closed;
            closed = Optional.of(record.close().through());
            return () -> closed = before;
        }

        /** The entry stays where it is and loses its text and its salt. */
        private Runnable appendErasure(LogRecord.OfErasure record) {
            Erasure erasure = record.erasure();
            int index = Math.toIntExact(erasure.entryIndex());
            LogRecord.OfEntry before =
                    records.get(index)
                            .asEntry()
                            .filter(entry -> entry.entry().draft().erased().isEmpty())
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "nothing to erase: " + erasure));
            replace(index, withoutText(before, erasure));
            return () -> replace(index, before);
        }

        private void replace(int index, LogRecord.OfEntry entry) {
            records.set(index, entry);
            entries.put(entry.entry().id(), entry);
        }

        private static LogRecord.OfEntry withoutText(LogRecord.OfEntry record, Erasure erasure) {
            Entry entry = record.entry();
            return new LogRecord.OfEntry(
                    new Entry(
                            entry.book(),
                            entry.index(),
                            entry.recordedAt(),
                            entry.draft().withoutText(erasure.left())),
                    record.leaf(),
                    record.balancesAfter());
        }

        private Runnable appendAccount(LogRecord.OfAccount record) {
            List<AccountChange> before = accountChanges;
            List<AccountChange> more = new ArrayList<>(before);
            more.add(record.change());
            accountChanges = List.copyOf(more);
            return () -> accountChanges = before;
        }
    }
}
