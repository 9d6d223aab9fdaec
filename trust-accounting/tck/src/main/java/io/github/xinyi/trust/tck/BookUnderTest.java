package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.book.PeriodClose;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.TreeHead;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/** A fresh store for every check, a sample book in it, and what the checks ask of both. */
abstract class BookUnderTest {

    static final int THREADS = 8;

    static final CommunityId COMMUNITY = CommunityId.of("S001");

    static final CommunityId NEIGHBOUR = CommunityId.of("S002");

    BookStore store = new InMemoryBookStore();

    SampleBook sample = new SampleBook(COMMUNITY, store);

    /**
     * The store to be judged.
     *
     * @return a new store without books, safe for 8 threads
     */
    protected abstract BookStore createStore();

    /**
     * The same books in a store that has nothing left in memory.
     *
     * @param store what {@link #createStore} returned
     * @return for a durable store a new one over the same data; by default the store itself
     */
    protected BookStore reopen(BookStore store) {
        return store;
    }

    /** A fresh store for every test. */
    @BeforeEach
    void openBook() {
        store = createStore();
        sample = new SampleBook(COMMUNITY, store);
    }

    Money cashOn(int days, long size) {
        return read(
                reader ->
                        reader.balanceOn(
                                        ChartOfAccounts.SERVICE_CASH,
                                        SampleBook.DAY.plusDays(days),
                                        size)
                                .net());
    }

    Outcome<PeriodClose> close(LocalDate through, LocalDate today) {
        return sample.book().close(through, SampleBook.MOMENT, today);
    }

    Optional<LocalDate> closedThrough() {
        return read(BookReader::closedThrough);
    }

    static LocalDate endOfMonth() {
        return SampleBook.DAY.withDayOfMonth(SampleBook.DAY.lengthOfMonth());
    }

    /** A book with entries of every sort, a reversal, a payment and two batches. */
    void fill() {
        assertAccepted(sample.post(SampleBook.opening("o1", 10_000)));
        assertAccepted(sample.post(SampleBook.parking("p1", 3_000)));
        for (int unit = 1; unit <= 5; unit++) {
            assertAccepted(sample.post(SampleBook.bill("b" + unit, "u" + unit, 100L * unit)));
            assertAccepted(sample.post(SampleBook.feeReceipt("f" + unit, "u" + unit, 50L * unit)));
        }
        assertThat(assertAccepted(publish(EntryKind.BILL))).isPresent();
        assertThat(assertAccepted(publish(EntryKind.FEE_RECEIPT))).isPresent();
        Acknowledgement parking = assertAccepted(sample.post(SampleBook.parking("p2", 1)));
        assertThat(parking.repeated()).isFalse();
        Acknowledgement dues =
                assertAccepted(
                        sample.post(
                                SampleBook.draft(
                                        "d1",
                                        EntryKind.OPENING,
                                        ChartOfAccounts.FEES_RECEIVABLE,
                                        ChartOfAccounts.FEE_INCOME,
                                        77)));
        assertAccepted(sample.post(reversal(dues, "r1")));
        assertAccepted(sample.pay(sample.order("E0", 1_234)));
    }

    Outcome<Optional<HouseholdBatch>> publish(EntryKind kind) {
        return sample.book().publishBatch(kind, 5, SampleBook.MOMENT, SampleBook.DAY);
    }

    void appendAndFail(EntryDraft draft) {
        assertThatThrownBy(
                        () ->
                                store.write(
                                        COMMUNITY,
                                        session -> {
                                            BookRun.append(session, COMMUNITY, draft);
                                            throw new BookRun.Abandoned();
                                        }))
                .as("exceptions of the work pass through")
                .isExactlyInstanceOf(BookRun.Abandoned.class);
    }

    static EntryDraft reversal(Acknowledgement original, String id) {
        return EntryDraft.reversalOf(
                original.entry(), EntryId.of(id), SampleBook.DAY, SampleBook.salt(id));
    }

    static EntryDraft on(EntryDraft draft, int days) {
        return dated(draft, SampleBook.DAY.plusDays(days));
    }

    static EntryDraft dated(EntryDraft draft, LocalDate day) {
        return EntryDraft.of(draft.id(), draft.kind(), day, draft.source(), draft.salt())
                .visibility(draft.visibility())
                .narrative(draft.narrative())
                .postings(draft.postings());
    }

    <T> T read(Function<BookReader, T> work) {
        return store.read(COMMUNITY, work);
    }

    BookReading reading() {
        return read(BookReading::of);
    }

    List<LogRecord> records() {
        return read(BookReading::allRecords);
    }

    List<LogRecord> page(long fromIndex, int limit) {
        return read(reader -> reader.records(fromIndex, limit));
    }

    Frontier frontier() {
        return read(BookReader::frontier);
    }

    long size() {
        return frontier().size();
    }

    List<Balance> balances() {
        return read(BookReader::balances);
    }

    Balance balance(AccountCode account) {
        return read(reader -> reader.balance(account));
    }

    Optional<LogRecord.OfEntry> entry(EntryId id) {
        return read(reader -> reader.entry(id));
    }

    Optional<EntryId> reversalOf(EntryId id) {
        return read(reader -> reader.reversalOf(id));
    }

    Optional<HouseholdBatch> lastBatch(EntryKind kind) {
        return read(reader -> reader.lastBatch(kind));
    }

    Money serviceCash() {
        return balance(ChartOfAccounts.SERVICE_CASH).net();
    }

    Balance turnover(int fromDays, int toDays) {
        return read(
                reader ->
                        reader.turnover(
                                ChartOfAccounts.FEES_RECEIVABLE,
                                EntryKind.BILL,
                                SampleBook.DAY.plusDays(fromDays),
                                SampleBook.DAY.plusDays(toDays)));
    }

    Money billed(int fromDays, int toDays) {
        return turnover(fromDays, toDays).net();
    }

    Balance fold(AccountCode account, long size) {
        Balance sum = Balance.zero(account);
        for (LogRecord record : records()) {
            if (record.index() < size) {
                List<Posting> postings =
                        record.asEntry()
                                .map(entry -> entry.entry().draft().postings())
                                .orElse(List.of());
                for (Posting posting : postings) {
                    sum = posting.account().equals(account) ? sum.plus(posting) : sum;
                }
            }
        }
        return sum;
    }

    static boolean positive(Balance balance) {
        return balance.credits().isPositive();
    }

    List<TreeHead> heads() {
        List<TreeHead> heads = new ArrayList<>(List.of(TreeHead.empty()));
        Frontier frontier = Frontier.empty();
        for (LogRecord record : records()) {
            frontier = frontier.append(record.leaf()).frontier();
            heads.add(frontier.head());
        }
        return heads;
    }

    void assertLogIsSound() {
        Frontier frontier = Frontier.empty();
        for (LogRecord record : records()) {
            Hash leaf = Leaf.hashOf(record);
            assertThat(record.leaf()).as("leaf of record %s", record.index()).isEqualTo(leaf);
            Frontier.Appended appended = frontier.append(leaf);
            appended.completed()
                    .forEach(
                            node ->
                                    assertThatObject(read(reader -> reader.read(node.address())))
                                            .as("node %s", node.address())
                                            .isEqualTo(node.hash()));
            frontier = appended.frontier();
        }
        assertThat(frontier()).isEqualTo(frontier);
    }

    void assertReadIsOneMoment() {
        read(
                reader -> {
                    long cash = reader.balance(ChartOfAccounts.SERVICE_CASH).net().minor();
                    assertThat(reader.frontier().size()).isEqualTo(cash);
                    assertThat(reader.records(0, 10_000)).hasSize((int) cash);
                    assertThat(reader.balanceAt(ChartOfAccounts.SERVICE_CASH, cash).net().minor())
                            .isEqualTo(cash);
                    return true;
                });
    }

    /** Waits until the other side is there, or for as long as an exclusive store keeps it away. */
    static boolean awaitQuietly(CountDownLatch latch) {
        try {
            return latch.await(250, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    static <T> T assertAccepted(Outcome<T> outcome) {
        return outcome.fold(
                value -> value,
                ruling -> {
                    throw new AssertionError("refused: " + ruling.notMet());
                });
    }

    static void assertRefused(Outcome<?> outcome, Rule... rules) {
        List<String> codes =
                outcome.fold(
                        value -> List.<String>of(),
                        ruling ->
                                ruling.notMet().stream()
                                        .map(finding -> finding.rule().value())
                                        .distinct()
                                        .toList());
        assertThat(codes)
                .as("refused by")
                .contains(
                        List.of(rules).stream().map(r -> r.code().value()).toArray(String[]::new));
    }
}
