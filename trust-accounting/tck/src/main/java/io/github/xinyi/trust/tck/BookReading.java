package io.github.xinyi.trust.tck;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.NodeAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Everything that a book shows at one moment: equal readings mean that nothing has changed. */
record BookReading(
        Frontier frontier,
        List<LogRecord> records,
        Map<EntryId, LogRecord.OfEntry> entries,
        Map<EntryId, EntryId> reversals,
        List<Balance> balances,
        Map<AccountCode, List<Balance>> byAccount,
        Map<EntryKind, HouseholdBatch> lastBatches,
        Optional<LocalDate> closedThrough,
        List<AccountChange> accountChanges,
        Map<NodeAddress, Hash> nodes) {

    private static final int PAGE = 1_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 1, 1);

    static BookReading of(BookReader reader) {
        Frontier frontier = reader.frontier();
        List<LogRecord> records = allRecords(reader);
        Map<EntryId, LogRecord.OfEntry> entries = new LinkedHashMap<>();
        Map<EntryId, EntryId> reversals = new LinkedHashMap<>();
        Set<EntryId> ids = new TreeSet<>();
        for (LogRecord record : records) {
            record.asEntry().ifPresent(entry -> ids.add(entry.entry().id()));
        }
        for (EntryId id : ids) {
            reader.entry(id).ifPresent(entry -> entries.put(id, entry));
            reader.reversalOf(id).ifPresent(reversal -> reversals.put(id, reversal));
        }
        Map<AccountCode, List<Balance>> byAccount = new LinkedHashMap<>();
        SampleBook.chart()
                .accounts()
                .forEach(
                        account ->
                                byAccount.put(
                                        account.code(),
                                        figures(reader, account.code(), frontier.size())));
        Map<EntryKind, HouseholdBatch> lastBatches = new EnumMap<>(EntryKind.class);
        for (EntryKind kind : EntryKind.values()) {
            reader.lastBatch(kind).ifPresent(batch -> lastBatches.put(kind, batch));
        }
        return new BookReading(
                frontier,
                records,
                entries,
                reversals,
                reader.balances(),
                byAccount,
                lastBatches,
                reader.closedThrough(),
                reader.accountChanges(),
                nodes(reader, frontier.size()));
    }

    /** All records, page by page. */
    static List<LogRecord> allRecords(BookReader reader) {
        List<LogRecord> all = new ArrayList<>();
        List<LogRecord> page = reader.records(0, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = reader.records(all.size(), PAGE);
        }
        return all;
    }

    /** The addresses of all complete subtrees of a log of some size. */
    static List<NodeAddress> completeSubtrees(long size) {
        List<NodeAddress> addresses = new ArrayList<>();
        for (int level = 0; size >> level > 0; level++) {
            for (long index = 0; index < size >> level; index++) {
                addresses.add(new NodeAddress(level, index));
            }
        }
        return addresses;
    }

    private static List<Balance> figures(BookReader reader, AccountCode account, long size) {
        List<Balance> figures = new ArrayList<>();
        figures.add(reader.balance(account));
        figures.add(reader.balanceAt(account, size / 2));
        figures.add(reader.balanceAt(account, size));
        figures.add(reader.balanceOn(account, SampleBook.DAY, size));
        for (EntryKind kind : EntryKind.values()) {
            figures.add(reader.turnover(account, kind, FIRST_DAY, LAST_DAY));
        }
        return figures;
    }

    /** A node that a store cannot read is missing here, which makes two readings differ. */
    private static Map<NodeAddress, Hash> nodes(BookReader reader, long size) {
        Map<NodeAddress, Hash> nodes = new LinkedHashMap<>();
        for (NodeAddress address : completeSubtrees(size)) {
            Optional.ofNullable(reader.read(address)).ifPresent(hash -> nodes.put(address, hash));
        }
        return nodes;
    }
}
