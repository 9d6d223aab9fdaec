package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.book.Erasure;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.merkle.ConsistencyProof;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.InclusionProof;
import io.github.xinyi.trust.merkle.MerkleProofs;
import io.github.xinyi.trust.merkle.MerkleVerifier;
import io.github.xinyi.trust.merkle.Node;
import io.github.xinyi.trust.merkle.ProofCheck;
import io.github.xinyi.trust.merkle.TreeHead;
import io.github.xinyi.trust.money.Money;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs a script against a store and the model at once, and compares all they show after a step. */
final class BookRun {

    /** Thrown by work that is to be undone. */
    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("abandoned on purpose");
        }
    }

    private static final List<EntryKind> KINDS = List.of(EntryKind.values());

    private final BookStore store;
    private final SampleBook sample;
    private final CommunityId community;
    private final SplittableRandom queries;
    private final JournalModel model = new JournalModel();

    private final BookExpectation expectation;
    private final BookExecution execution;

    private BookRun(BookStore store, CommunityId community, long seed) {
        this.store = store;
        this.community = community;
        this.sample = new SampleBook(community, store);
        this.queries = new SplittableRandom(~seed);
        this.expectation = new BookExpectation(sample, model);
        this.execution = new BookExecution(store, sample);
    }

    /**
     * Runs a script from a seed; if it fails, looks for a shorter one that fails too.
     *
     * @throws AssertionError with the seed and the shortest script found
     */
    static void of(BookStore store, long seed, int length) {
        List<BookCommand> script = BookScript.draw(seed, length);
        Optional<Throwable> failure = run(store, seed, 0, script);
        if (failure.isEmpty()) {
            return;
        }
        List<BookCommand> shortest = script;
        Throwable why = failure.get();
        int runs = 1;
        for (int i = script.size() - 1; i >= 0 && runs < 300; i--) {
            List<BookCommand> shorter = new ArrayList<>(shortest);
            if (i < shorter.size()) {
                shorter.remove(i);
                Optional<Throwable> still = run(store, seed, runs++, shorter);
                if (still.isPresent()) {
                    shortest = shorter;
                    why = still.get();
                }
            }
        }
        StringBuilder report = new StringBuilder("seed " + seed + ", shortest script:");
        shortest.forEach(command -> report.append("\n  ").append(command));
        throw new AssertionError(report.append("\n").append(why.getMessage()).toString(), why);
    }

    private static Optional<Throwable> run(
            BookStore store, long seed, int run, List<BookCommand> script) {
        BookRun fresh = new BookRun(store, BookCommand.community(seed, run), seed);
        try {
            script.forEach(fresh::step);
            return Optional.empty();
        } catch (RuntimeException | AssertionError failed) {
            // A vendor's store may fail in any way; the caller shortens the script and reports it.
            return Optional.of(failed);
        }
    }

    private void step(BookCommand command) {
        BookReading before = store.read(community, BookReading::of);
        int rows = model.rows().size();
        BookCommand.Answer expected = expectation.of(command);
        BookCommand.Answer actual = execution.of(command);
        assertThat(actual).as("answer to %s", command).isEqualTo(expected);
        BookReading after = store.read(community, BookReading::of);
        if (model.rows().size() == rows) {
            assertThat(after).as("book after %s", command).isEqualTo(before);
        }
        store.read(
                community,
                reader -> {
                    checkJournal(reader);
                    checkFigures(reader);
                    checkLog(reader);
                    return true;
                });
    }

    /** Appends an entry as the book would, without its rules. */
    static LogRecord.OfEntry append(BookSession session, CommunityId community, EntryDraft draft) {
        Entry entry = new Entry(community, session.frontier().size(), SampleBook.MOMENT, draft);
        List<Balance> after = new ArrayList<>();
        TreeMap<AccountCode, Balance> latest = new TreeMap<>();
        for (Posting posting : draft.postings()) {
            Balance balance =
                    latest.getOrDefault(posting.account(), session.balance(posting.account()))
                            .plus(posting);
            latest.put(posting.account(), balance);
            after.add(balance);
        }
        LogRecord.OfEntry record = new LogRecord.OfEntry(entry, Leaf.hashOf(entry), after);
        Frontier.Appended appended = session.frontier().append(record.leaf());
        session.append(new BookSession.Appended(record, appended.completed(), appended.frontier()));
        return record;
    }

    private void checkJournal(BookReader reader) {
        List<LogRecord> records = BookReading.allRecords(reader);
        assertThat(records).as("records").hasSameSizeAs(model.rows());
        for (int i = 0; i < records.size(); i++) {
            JournalModel.Row row = model.rows().get(i);
            LogRecord record = records.get(i);
            assertThat(record.index()).as("index").isEqualTo(i);
            boolean same =
                    record.fold(
                            entry ->
                                    row.entryIs(
                                            posted -> isAsPosted(entry.entry().draft(), posted)),
                            batch -> batch.batch().kind() == row.batchOf(),
                            close -> close.close().through().equals(row.closed()),
                            account -> isSame(account.change(), row.change()),
                            erasure -> isOfErased(erasure.erasure(), row));
            assertThat(same).as("record %s is what was accepted", i).isTrue();
            record.asEntry().ifPresent(entry -> checkEntry(reader, entry));
        }
        int from = queries.nextInt(model.rows().size() + 3);
        int limit = queries.nextInt(1, 8);
        assertThat(reader.records(from, limit))
                .as("records %s, %s", from, limit)
                .isEqualTo(records.stream().skip(from).limit(limit).toList());
        for (EntryKind kind : EnumSet.of(EntryKind.BILL, EntryKind.FEE_RECEIPT)) {
            assertThat(reader.lastBatch(kind))
                    .as("last batch of %s", kind)
                    .isEqualTo(lastBatch(records, kind));
        }
    }

    /** As it was posted, or without its text if that was erased, which the record tells. */
    private boolean isAsPosted(EntryDraft draft, EntryDraft posted) {
        Optional<Long> erasedBy = model.erasureOf(posted.id());
        return draft.erased()
                .map(
                        left ->
                                erasedBy.filter(by -> by == left.erasedBy()).isPresent()
                                        && draft.narrative().isEmpty()
                                        && draft.equals(posted.withoutText(left)))
                .orElseGet(() -> erasedBy.isEmpty() && draft.equals(posted));
    }

    private boolean isOfErased(Erasure erasure, JournalModel.Row row) {
        return Optional.ofNullable(row.erased())
                .flatMap(model::placeOf)
                .filter(place -> place == erasure.entryIndex())
                .isPresent();
    }

    private static boolean isSame(AccountChange change, JournalModel.@Nullable Change expected) {
        return expected != null
                && change.account().equals(expected.account())
                && change.from().equals(expected.from())
                && (change.kind() == AccountChange.Kind.OPENED) == expected.opened();
    }

    private static Optional<HouseholdBatch> lastBatch(List<LogRecord> records, EntryKind kind) {
        return records.stream()
                .flatMap(
                        r ->
                                r
                                        .<Optional<HouseholdBatch>>fold(
                                                e -> Optional.empty(),
                                                b -> Optional.of(b.batch()),
                                                c -> Optional.empty(),
                                                a -> Optional.empty(),
                                                x -> Optional.empty())
                                        .stream())
                .filter(batch -> batch.kind() == kind)
                .reduce((a, b) -> b);
    }

    private void checkEntry(BookReader reader, LogRecord.OfEntry record) {
        EntryDraft draft = record.entry().draft();
        assertThat(reader.entry(draft.id())).as("entry %s", draft.id()).contains(record);
        assertThat(reader.reversalOf(draft.id()))
                .as("reversal of %s", draft.id())
                .isEqualTo(model.reversalOf(draft.id()));
    }

    private void checkFigures(BookReader reader) {
        assertThat(reader.accountChanges())
                .as("accounts opened and closed")
                .hasSameSizeAs(model.rows().stream().filter(row -> row.change() != null).toList());
        assertThat(reader.closedThrough()).as("closed").isEqualTo(model.closedThrough());
        assertThat(reader.balances().stream().map(Balance::account).toList())
                .as("accounts with postings, by code")
                .isEqualTo(model.accounts().stream().sorted().toList());
        for (Balance balance : reader.balances()) {
            assertSums(balance, model.balance(balance.account(), model.rows().size()), "balances");
            assertThat(reader.balance(balance.account())).isEqualTo(balance);
            assertThat(JournalModel.isCash(balance.account()) && balance.net().isNegative())
                    .as("%s below zero", balance)
                    .isFalse();
        }
        checkNothingIsLeftBetween(reader);
        List<Account> chart = List.copyOf(SampleBook.chart().accounts());
        for (int i = 0; i < 6; i++) {
            AccountCode account = chart.get(queries.nextInt(chart.size())).code();
            long size = queries.nextInt(model.rows().size() + 1);
            assertSums(
                    reader.balanceAt(account, size), model.balance(account, size), "as of " + size);
            LocalDate on = SampleBook.DAY.plusDays(queries.nextInt(-40, 41));
            assertSums(
                    reader.balanceOn(account, on, size),
                    model.balanceOn(account, on, size),
                    "on " + on + " as of " + size);
            EntryKind kind = KINDS.get(queries.nextInt(KINDS.size()));
            LocalDate from = SampleBook.DAY.plusDays(queries.nextInt(-7, 8));
            LocalDate to = SampleBook.DAY.plusDays(queries.nextInt(-7, 8));
            assertSums(
                    reader.turnover(account, kind, from, to),
                    model.turnover(account, kind, from, to),
                    "turnover of " + kind + " from " + from + " to " + to);
        }
    }

    /** What passes between households leaves nothing; what a class owes, another is owed. */
    private static void checkNothingIsLeftBetween(BookReader reader) {
        long owed = 0;
        for (FundClass fundClass : FundClass.values()) {
            owed += reader.balance(ChartOfAccounts.shortfallDue(fundClass)).net().minor();
            owed += reader.balance(ChartOfAccounts.shortfallOwed(fundClass)).net().minor();
            assertThat(reader.balance(ChartOfAccounts.reallocation(fundClass)).net())
                    .as("left between households of %s", fundClass)
                    .isEqualTo(Money.ofFen(0));
        }
        assertThat(owed).as("shortfalls due and owed").isZero();
    }

    private static void assertSums(Balance actual, JournalModel.Sums expected, String what) {
        assertThat(
                        new JournalModel.Sums(
                                BigInteger.valueOf(actual.debits().minor()),
                                BigInteger.valueOf(actual.credits().minor())))
                .as("%s of %s", what, actual.account())
                .isEqualTo(expected);
    }

    private void checkLog(BookReader reader) {
        List<LogRecord> records = BookReading.allRecords(reader);
        Frontier frontier = Frontier.empty();
        List<TreeHead> heads = new ArrayList<>(List.of(frontier.head()));
        List<Node> nodes = new ArrayList<>();
        for (LogRecord record : records) {
            Hash leaf = Leaf.hashOf(record);
            assertThat(record.leaf()).as("leaf of record %s", record.index()).isEqualTo(leaf);
            Frontier.Appended appended = frontier.append(leaf);
            nodes.addAll(appended.completed());
            frontier = appended.frontier();
            heads.add(frontier.head());
        }
        assertThat(reader.frontier()).as("right edge").isEqualTo(frontier);
        for (Node node : nodes) {
            assertThat(reader.read(node.address()))
                    .as("node %s", node.address())
                    .isEqualTo(node.hash());
        }
        if (!records.isEmpty()) {
            int index = queries.nextInt(records.size());
            checkProofs(reader, records.get(index).leaf(), index, heads);
        }
    }

    private void checkProofs(BookReader reader, Hash leaf, int index, List<TreeHead> heads) {
        int size = queries.nextInt(index + 1, heads.size());
        InclusionProof inclusion = MerkleProofs.inclusion(index, size, reader);
        assertThat(MerkleVerifier.verifyInclusion(leaf, inclusion, heads.get(size)))
                .as("record %s in the log of %s", index, size)
                .isEqualTo(ProofCheck.VALID);
        int old = queries.nextInt(1, size + 1);
        ConsistencyProof consistency = MerkleProofs.consistency(old, size, reader);
        assertThat(MerkleVerifier.verifyConsistency(consistency, heads.get(old), heads.get(size)))
                .as("log of %s begins log of %s", old, size)
                .isEqualTo(ProofCheck.VALID);
    }
}
