package io.github.xinyi.example.vendorstore;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.Erasure;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.Node;
import io.github.xinyi.trust.merkle.NodeAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The records of one book; every question is answered by going through them. */
final class BookRecords implements BookSession {

    private final List<LogRecord> records;
    private final Map<NodeAddress, Hash> nodes;
    private Frontier frontier;

    BookRecords() {
        this(List.of(), Map.of(), Frontier.empty());
    }

    private BookRecords(List<LogRecord> records, Map<NodeAddress, Hash> nodes, Frontier frontier) {
        this.records = new ArrayList<>(records);
        this.nodes = new HashMap<>(nodes);
        this.frontier = frontier;
    }

    BookRecords copy() {
        return new BookRecords(records, nodes, frontier);
    }

    List<LogRecord> records() {
        return records;
    }

    /** Adds a record that was read from the file. */
    void add(LogRecord record) {
        Frontier.Appended appended = frontier.append(record.leaf());
        append(new Appended(record, appended.completed(), appended.frontier()));
    }

    @Override
    public void append(Appended appended) {
        if (appended.record().index() != records.size()) {
            throw new IllegalArgumentException("not the next record: " + appended.record());
        }
        appended.record().asErasure().ifPresent(x -> erase(x.erasure()));
        records.add(appended.record());
        for (Node node : appended.nodes()) {
            nodes.put(node.address(), node.hash());
        }
        frontier = appended.frontier();
    }

    /** The entry stays where it is and loses its text and its salt. */
    private void erase(Erasure erasure) {
        int index = Math.toIntExact(erasure.entryIndex());
        LogRecord.OfEntry before =
                records.get(index)
                        .asEntry()
                        .orElseThrow(
                                () -> new IllegalArgumentException("nothing to erase: " + erasure));
        Entry entry = before.entry();
        records.set(
                index,
                new LogRecord.OfEntry(
                        new Entry(
                                entry.book(),
                                entry.index(),
                                entry.recordedAt(),
                                entry.draft().withoutText(erasure.left())),
                        before.leaf(),
                        before.balancesAfter()));
    }

    private Stream<LogRecord.OfEntry> entries() {
        return records.stream().flatMap(record -> record.asEntry().stream());
    }

    @Override
    public Frontier frontier() {
        return frontier;
    }

    @Override
    public Hash read(NodeAddress address) {
        return Optional.ofNullable(nodes.get(address))
                .orElseThrow(() -> new NoSuchElementException("no subtree at " + address));
    }

    @Override
    public Optional<LogRecord.OfEntry> entry(EntryId id) {
        return entries().filter(there -> there.entry().id().equals(id)).findFirst();
    }

    @Override
    public Optional<EntryId> reversalOf(EntryId id) {
        return entries()
                .map(there -> there.entry().draft())
                .filter(draft -> draft.reverses().equals(Optional.of(id)))
                .map(EntryDraft::id)
                .findFirst();
    }

    @Override
    public List<LogRecord> records(long fromIndex, int limit) {
        return records.stream().skip(fromIndex).limit(limit).toList();
    }

    @Override
    public Balance balance(AccountCode account) {
        return sum(account, records.size(), draft -> true);
    }

    @Override
    public List<Balance> balances() {
        return entries()
                .flatMap(there -> there.balancesAfter().stream())
                .map(Balance::account)
                .distinct()
                .sorted()
                .map(this::balance)
                .toList();
    }

    @Override
    public Balance balanceAt(AccountCode account, long size) {
        return sum(account, size, draft -> true);
    }

    @Override
    public Balance balanceOn(AccountCode account, LocalDate toInclusive, long size) {
        return sum(account, size, draft -> !draft.effectiveDate().isAfter(toInclusive));
    }

    @Override
    public Balance turnover(
            AccountCode account, EntryKind kind, LocalDate fromInclusive, LocalDate toInclusive) {
        return sum(
                account,
                records.size(),
                draft ->
                        draft.kind() == kind
                                && !draft.effectiveDate().isBefore(fromInclusive)
                                && !draft.effectiveDate().isAfter(toInclusive));
    }

    private Balance sum(AccountCode account, long size, Predicate<EntryDraft> counted) {
        return entries()
                .filter(there -> there.entry().index() < size)
                .map(there -> there.entry().draft())
                .filter(counted)
                .flatMap(draft -> draft.postings().stream())
                .filter(posting -> posting.account().equals(account))
                .reduce(Balance.zero(account), Balance::plus, (a, b) -> b);
    }

    @Override
    public Optional<LocalDate> closedThrough() {
        return last(
                record ->
                        record.fold(
                                e -> Optional.empty(),
                                b -> Optional.empty(),
                                c -> Optional.of(c.close().through()),
                                a -> Optional.empty(),
                                x -> Optional.empty()));
    }

    @Override
    public Optional<HouseholdBatch> lastBatch(EntryKind kind) {
        return last(
                record ->
                        record.fold(
                                e -> Optional.empty(),
                                b -> Optional.of(b.batch()).filter(all -> all.kind() == kind),
                                c -> Optional.empty(),
                                a -> Optional.empty(),
                                x -> Optional.empty()));
    }

    private <T> Optional<T> last(Function<LogRecord, Optional<T>> found) {
        return records.stream().flatMap(record -> found.apply(record).stream()).reduce((a, b) -> b);
    }

    @Override
    public List<AccountChange> accountChanges() {
        List<AccountChange> changes = new ArrayList<>();
        records.forEach(
                record ->
                        record.fold(
                                e -> false,
                                b -> false,
                                c -> false,
                                a -> changes.add(a.change()),
                                x -> false));
        return List.copyOf(changes);
    }
}
