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
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.book.PeriodClose;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.keys.TwoKeyProof;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleProofs;
import io.github.xinyi.trust.merkle.MerkleVerifier;
import io.github.xinyi.trust.merkle.ProofCheck;
import io.github.xinyi.trust.merkle.TreeHead;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every store of books must keep; each name carries the number of the invariant in
 * docs/contracts.md.
 *
 * <p>Subclass it and name your store:
 *
 * <pre>{@code
 * class MyBookStoreTest extends BookStoreContract {
 *     @Override
 *     protected BookStore createStore() {
 *         return new MyBookStore(emptyDatabase());
 *     }
 * }
 * }</pre>
 *
 * <p>Not verified here: what survives a loss of power, and L7, since books have no closed periods
 * yet.
 *
 * @since 0.1.0
 */
public abstract class BookStoreContract {

    /** Names a seed to run alone, for example {@code -Dxinyi.tck.seed=17}. */
    public static final String SEED_PROPERTY = "xinyi.tck.seed";

    private static final int THREADS = 8;
    private static final CommunityId COMMUNITY = CommunityId.of("S001");
    private static final CommunityId NEIGHBOUR = CommunityId.of("S002");

    private BookStore store = new InMemoryBookStore();
    private SampleBook sample = new SampleBook(COMMUNITY, store);

    /** For subclasses. */
    protected BookStoreContract() {}

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

    /**
     * How many random scripts to run; each asks some thousands of questions.
     *
     * @return 12 by default
     */
    protected int scripts() {
        return 12;
    }

    /**
     * How many commands a random script has.
     *
     * @return 60 by default
     */
    protected int commands() {
        return 60;
    }

    /** A fresh store for every test. */
    @BeforeEach
    void openBook() {
        store = createStore();
        sample = new SampleBook(COMMUNITY, store);
    }

    @Test
    void required_L1_refusesWhatDoesNotBalanceInItsFundClass() {
        EntryDraft draft =
                SampleBook.draft("e1", EntryKind.OPENING, SampleBook.DAY)
                        .postings(
                                Posting.debit(ChartOfAccounts.SERVICE_CASH, Money.ofFen(100)),
                                Posting.credit(ChartOfAccounts.FEE_INCOME, Money.ofFen(99)));

        assertRefused(sample.post(draft), LedgerRule.CLASS_BALANCED);
    }

    @Test
    void required_L1_valueCrossesClassesOnlyByPairedDues() {
        Money fen = Money.ofFen(100);
        EntryDraft unpaired =
                SampleBook.draft(
                        "e1", EntryKind.OPENING, SampleBook.CLEANING, SampleBook.PARKING, 100);
        EntryDraft paired =
                SampleBook.draft("e2", EntryKind.OPENING, SampleBook.DAY)
                        .postings(
                                Posting.debit(SampleBook.CLEANING, fen),
                                Posting.credit(SampleBook.DUE_TO_PUBLIC, fen),
                                Posting.debit(SampleBook.PUBLIC_DUE_FROM_SERVICE, fen),
                                Posting.credit(SampleBook.PARKING, fen));

        assertRefused(sample.post(unpaired), LedgerRule.CLASS_BALANCED);
        assertAccepted(sample.post(paired));
    }

    @Test
    void required_L1_refusesAnotherCurrencyThanTheBooks() {
        Money dollars = Money.ofMinor(100, Currency.getInstance("USD"));
        EntryDraft draft =
                SampleBook.draft("e1", EntryKind.OPENING, SampleBook.DAY)
                        .postings(
                                Posting.debit(ChartOfAccounts.SERVICE_CASH, dollars),
                                Posting.credit(ChartOfAccounts.FEE_INCOME, dollars));

        assertRefused(sample.post(draft), LedgerRule.CURRENCY_OF_BOOK);
    }

    @Test
    void required_L4_timeNeverRunsBackwardsInTheLog() {
        Instant later = SampleBook.MOMENT.plusSeconds(10);
        assertAccepted(sample.book().post(SampleBook.opening("o1", 1), later));
        store = reopen(store);

        Acknowledgement second =
                assertAccepted(
                        new SampleBook(sample.book().id(), store)
                                .book()
                                .post(SampleBook.opening("o2", 1), SampleBook.MOMENT));

        assertThat(second.entry().recordedAt()).isEqualTo(later);
    }

    @Test
    void required_F9_aPaymentIsTakenBackOnlyByALineOfTheBank() {
        assertAccepted(sample.post(SampleBook.opening("o", 1_000)));
        Acknowledgement paid = assertAccepted(sample.pay(sample.order("E1", 100)));
        EntryDraft taken = reversal(paid, "r1");

        assertRefused(sample.post(taken), LedgerRule.RETURN_SHOWN_BY_BANK);
        assertAccepted(sample.post(taken.source(SourceDocument.bankLine("returned-1"))));
    }

    @Test
    void required_L1_reportsEveryFaultOfFormAtOnce() {
        EntryDraft draft =
                SampleBook.opening("e1", 0)
                        .postings(Posting.debit(AccountCode.of("service.unknown"), Money.ofFen(-1)))
                        .narrative("长".repeat(EntryDraft.MAX_NARRATIVE + 1));

        assertRefused(
                sample.post(draft),
                LedgerRule.POSTING_COUNT,
                LedgerRule.NARRATIVE_LENGTH,
                LedgerRule.AMOUNT_POSITIVE,
                LedgerRule.ACCOUNT_KNOWN);
    }

    @Test
    void required_L2_whatIsRecordedNeverChanges() {
        Acknowledgement first = assertAccepted(sample.post(SampleBook.bill("b1", "u1", 500)));
        List<LogRecord> before = records();

        assertAccepted(sample.post(reversal(first, "r1")));
        assertAccepted(sample.post(SampleBook.bill("b2", "u1", 600)));

        assertThat(records().subList(0, 1)).isEqualTo(before);
        assertThat(entry(EntryId.of("b1")).orElseThrow().entry()).isEqualTo(first.entry());
    }

    @Test
    void required_L2_reversesAnEntryAtMostOnce() {
        Acknowledgement bill = assertAccepted(sample.post(SampleBook.bill("b1", "u1", 500)));
        assertThat(reversalOf(bill.entry().id())).isEmpty();

        Acknowledgement reversal = assertAccepted(sample.post(reversal(bill, "r1")));

        assertRefused(sample.post(reversal(bill, "r2")), LedgerRule.REVERSED_ONCE);
        assertRefused(sample.post(reversal(reversal, "r3")), LedgerRule.REVERSED_ONCE);
        assertThat(reversalOf(bill.entry().id())).contains(EntryId.of("r1"));
        assertThat(reversalOf(EntryId.of("r1"))).isEmpty();
    }

    @Test
    void required_L2_refusesAReversalOfNothingOrOfOtherLines() {
        Acknowledgement bill = assertAccepted(sample.post(SampleBook.bill("b1", "u1", 500)));
        EntryDraft right = reversal(bill, "r1");

        assertRefused(
                sample.post(right.reversing(EntryId.of("b9"))), LedgerRule.REVERSED_ENTRY_KNOWN);
        assertRefused(
                sample.post(right.postings(bill.entry().draft().postings())),
                LedgerRule.REVERSAL_OPPOSITE);
        assertAccepted(sample.post(right));
    }

    @Test
    void required_L3_indexesHaveNoGap() {
        fill();
        assertRefused(sample.post(SampleBook.opening("bad", -1)), LedgerRule.AMOUNT_POSITIVE);
        appendAndFail(SampleBook.opening("lost", 1));
        sample.book()
                .postAll(
                        List.of(SampleBook.opening("lost-too", 1), SampleBook.opening("bad", -1)),
                        SampleBook.MOMENT);
        assertAccepted(sample.post(SampleBook.opening("last", 1)));

        List<LogRecord> records = records();

        assertThat(records.stream().map(LogRecord::index).toList())
                .isEqualTo(LongStream.range(0, records.size()).boxed().toList());
        assertThat(size()).isEqualTo(records.size());
    }

    @Test
    void required_L3_recordsComeInPages() {
        fill();
        List<LogRecord> all = page(0, 10_000);

        assertThat(page(0, 1)).isEqualTo(all.subList(0, 1));
        assertThat(page(2, 3)).isEqualTo(all.subList(2, 5));
        assertThat(page(all.size() - 1L, 5)).isEqualTo(all.subList(all.size() - 1, all.size()));
        assertThat(page(all.size(), 5)).isEmpty();
        assertThat(page(all.size() + 5L, 5)).isEmpty();
    }

    @Test
    void required_L3_writesToOneBookRunAlone() {
        AtomicInteger inside = new AtomicInteger();
        AtomicBoolean met = new AtomicBoolean();
        CountDownLatch second = new CountDownLatch(2);

        Together.run(
                2,
                number ->
                        store.write(
                                COMMUNITY,
                                session -> {
                                    if (inside.incrementAndGet() > 1) {
                                        met.set(true);
                                    }
                                    second.countDown();
                                    awaitQuietly(second);
                                    inside.decrementAndGet();
                                    return number;
                                }));

        assertThat(met).as("two writes were in one book at once").isFalse();
    }

    @Test
    void required_L3_concurrentPostsLeaveNoGap() {
        long each = 25;

        Together.run(
                THREADS,
                thread -> {
                    for (int i = 0; i < each; i++) {
                        assertAccepted(sample.post(SampleBook.opening("t" + thread + "-" + i, 1)));
                    }
                    return thread;
                });

        List<LogRecord> records = records();
        assertThat(records.stream().map(LogRecord::index).toList())
                .isEqualTo(LongStream.range(0, THREADS * each).boxed().toList());
        assertThat(balance(ChartOfAccounts.SERVICE_CASH).debits())
                .isEqualTo(Money.ofFen(THREADS * each));
        assertLogIsSound();
    }

    @Test
    void required_L4_balancesAreTheFoldOfTheJournal() {
        assertThat(balances()).isEmpty();
        fill();

        List<Balance> folded =
                SampleBook.chart().accounts().stream()
                        .map(account -> fold(account.code(), Long.MAX_VALUE))
                        .filter(balance -> balance.debits().isPositive() || positive(balance))
                        .toList();

        assertThat(balances()).isEqualTo(folded);
        folded.forEach(balance -> assertThat(balance(balance.account())).isEqualTo(balance));
        assertThat(balance(ChartOfAccounts.MAINTENANCE_CASH))
                .isEqualTo(Balance.zero(ChartOfAccounts.MAINTENANCE_CASH));
    }

    @Test
    void required_L4_balancesAreThoseOfNow() {
        assertAccepted(sample.post(SampleBook.opening("o1", 100)));
        assertThat(serviceCash()).isEqualTo(Money.ofFen(100));

        assertAccepted(sample.post(SampleBook.opening("o2", 20)));

        assertThat(serviceCash()).isEqualTo(Money.ofFen(120));
    }

    @Test
    void required_L4_balanceAtEverySizeIsTheFoldUpToIt() {
        fill();
        long last = size();

        for (long at = 0; at <= last; at++) {
            long until = at;
            for (AccountCode account :
                    List.of(
                            ChartOfAccounts.SERVICE_CASH,
                            ChartOfAccounts.FEES_RECEIVABLE,
                            ChartOfAccounts.MAINTENANCE_CASH)) {
                assertThatObject(read(reader -> reader.balanceAt(account, until)))
                        .as("%s at size %s", account, at)
                        .isEqualTo(fold(account, until));
            }
        }
    }

    @Test
    void required_L4_turnoverIsByKindAndEffectiveDate() {
        assertAccepted(sample.post(on(SampleBook.bill("b1", "u1", 1), -1)));
        assertAccepted(sample.post(on(SampleBook.bill("b2", "u2", 10), 1)));
        assertAccepted(sample.post(on(SampleBook.bill("b3", "u3", 100), 0)));
        assertAccepted(sample.post(on(SampleBook.feeReceipt("f1", "u1", 1_000), 0)));

        assertThat(billed(0, 0)).isEqualTo(Money.ofFen(100));
        assertThat(billed(-1, 0)).isEqualTo(Money.ofFen(101));
        assertThat(billed(0, 1)).isEqualTo(Money.ofFen(110));
        assertThat(billed(-1, 1)).isEqualTo(Money.ofFen(111));
        assertThat(billed(2, 9)).isEqualTo(Money.ofFen(0));
        assertThat(billed(1, -1)).isEqualTo(Money.ofFen(0));
    }

    @Test
    void required_L4_turnoverIsNetOfReversals() {
        Acknowledgement bill =
                assertAccepted(sample.post(on(SampleBook.bill("b1", "u1", 500), -1)));
        assertAccepted(sample.post(reversal(bill, "r1")));

        Balance both = turnover(-1, 0);

        assertThat(both.debits()).isEqualTo(Money.ofFen(500));
        assertThat(both.credits()).isEqualTo(Money.ofFen(500));
        assertThat(billed(-1, -1)).isEqualTo(Money.ofFen(500));
        assertThat(billed(0, 0)).isEqualTo(Money.ofFen(-500));
    }

    @Test
    void required_L4_aReadSeesOneMoment() {
        assertAccepted(sample.post(SampleBook.opening("o", 1)));

        Together.run(
                THREADS,
                thread -> {
                    for (int i = 0; i < 20; i++) {
                        if (thread % 2 == 0) {
                            assertAccepted(
                                    sample.post(SampleBook.opening("t" + thread + "-" + i, 1)));
                        } else {
                            assertReadIsOneMoment();
                        }
                    }
                    return thread;
                });
    }

    @Test
    void required_L4_aReadDoesNotMoveWhileOthersWrite() {
        assertAccepted(sample.post(SampleBook.opening("o", 1)));
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);

        List<Boolean> still =
                Together.run(
                        2,
                        thread -> {
                            if (thread == 1) {
                                awaitQuietly(reading);
                                assertAccepted(sample.post(SampleBook.opening("late", 1)));
                                written.countDown();
                                return true;
                            }
                            return read(
                                    reader -> {
                                        BookReading before = BookReading.of(reader);
                                        reading.countDown();
                                        awaitQuietly(written);
                                        return BookReading.of(reader).equals(before);
                                    });
                        });

        assertThat(still).as("all of a read is from one moment").doesNotContain(false);
    }

    @Test
    void required_L5_sameIdAndContentChangeNothing() {
        Acknowledgement first = assertAccepted(sample.post(SampleBook.opening("o1", 100)));
        BookReading before = reading();
        EntryDraft salted =
                EntryDraft.of(
                                EntryId.of("o1"),
                                EntryKind.OPENING,
                                SampleBook.DAY,
                                first.entry().draft().source(),
                                SampleBook.salt("another"))
                        .narrative(first.entry().draft().narrative())
                        .postings(first.entry().draft().postings());

        Acknowledgement again =
                assertAccepted(sample.book().post(salted, SampleBook.MOMENT.plusSeconds(60)));

        assertThat(again.repeated()).isTrue();
        assertThat(again.entry()).isEqualTo(first.entry());
        assertThat(again.leaf()).isEqualTo(first.leaf());
        assertThat(again.balancesAfter()).isEqualTo(first.balancesAfter());
        assertThat(reading()).isEqualTo(before);
    }

    @Test
    void required_L5_sameIdAndOtherContentAreRefused() {
        EntryDraft draft = SampleBook.opening("o1", 100);
        assertAccepted(sample.post(draft));
        List<EntryDraft> others =
                List.of(
                        SampleBook.opening("o1", 101),
                        draft.narrative("其他"),
                        on(draft, 1),
                        SampleBook.bill("o1", "u1", 100),
                        draft.reversing(EntryId.of("o0")),
                        EntryDraft.of(
                                        draft.id(),
                                        draft.kind(),
                                        draft.effectiveDate(),
                                        new SourceDocument("test", "other"),
                                        draft.salt())
                                .narrative(draft.narrative())
                                .postings(draft.postings()));

        for (EntryDraft other : others) {
            assertRefused(sample.post(other), LedgerRule.SAME_ID_OTHER_CONTENT);
        }
    }

    @Test
    void required_L5_idsThatLookAlikeAreDifferent() {
        List<String> ids = List.of("a1", "A1", "ａ1", "á1", "ß1", "ss1", "a1_", "a1-", "а1");

        for (int i = 0; i < ids.size(); i++) {
            Acknowledgement posted =
                    assertAccepted(sample.post(SampleBook.opening(ids.get(i), i + 1)));
            assertThat(posted.repeated()).as("%s is new", ids.get(i)).isFalse();
        }
        for (int i = 0; i < ids.size(); i++) {
            EntryId id = EntryId.of(ids.get(i));
            assertThat(entry(id).orElseThrow().entry().index()).isEqualTo(i);
        }
        assertThat(entry(EntryId.of("á1_"))).isEmpty();
    }

    @Test
    void required_L5_everythingSurvivesReopening() {
        fill();
        BookReading before = reading();

        store = reopen(store);
        sample = new SampleBook(COMMUNITY, store);

        assertThat(reading()).isEqualTo(before);
        assertThat(assertAccepted(sample.post(SampleBook.opening("o1", 10_000))).repeated())
                .isTrue();
        assertAccepted(sample.post(SampleBook.opening("new", 1)));
        assertLogIsSound();
    }

    @Test
    void required_L6_postsAllTogetherAndLaterOnesSeeEarlierOnes() {
        Acknowledgement bill = assertAccepted(sample.post(SampleBook.bill("b1", "u1", 500)));

        List<Acknowledgement> all =
                assertAccepted(
                        sample.book()
                                .postAll(
                                        List.of(
                                                SampleBook.opening("o1", 100),
                                                SampleBook.opening("o2", 20),
                                                reversal(bill, "r1")),
                                        SampleBook.MOMENT));

        assertThat(all.get(1).balancesAfter().get(0).net()).isEqualTo(Money.ofFen(120));
        assertThat(size()).isEqualTo(4);
        assertLogIsSound();
    }

    @Test
    void required_L6_eachEntryOfACallHasItsOwnAnswer() {
        EntryDraft twice = SampleBook.opening("o1", 1_000);

        List<Outcome<Acknowledgement>> answers =
                sample.book()
                        .postEach(
                                List.of(
                                        twice,
                                        SampleBook.opening("o1", 999),
                                        twice,
                                        SampleBook.opening("o2", 30)),
                                SampleBook.MOMENT);

        assertThat(answers.stream().map(Outcome::isAccepted).toList())
                .containsExactly(true, false, true, true);
        assertRefused(answers.get(1), LedgerRule.SAME_ID_OTHER_CONTENT);
        assertThat(assertAccepted(answers.get(2)).repeated()).isTrue();
        assertThat(assertAccepted(answers.get(3)).entry().index()).isEqualTo(1);
        assertThat(serviceCash()).isEqualTo(Money.ofFen(1_030));
        assertThat(size()).isEqualTo(2);
        assertLogIsSound();
    }

    @Test
    void required_L6_aRefusedEntryUndoesThoseBeforeIt() {
        fill();
        Acknowledgement bill = assertAccepted(sample.post(SampleBook.bill("bx", "u9", 500)));
        BookReading before = reading();

        Outcome<List<Acknowledgement>> outcome =
                sample.book()
                        .postAll(
                                List.of(
                                        SampleBook.opening("x1", 100),
                                        reversal(bill, "x2"),
                                        SampleBook.feeReceipt("x3", "u1", 7),
                                        SampleBook.opening("x4", -1)),
                                SampleBook.MOMENT);

        assertRefused(outcome, LedgerRule.AMOUNT_POSITIVE);
        assertThat(reading()).isEqualTo(before);
        assertThat(sample.book().find(EntryId.of("x1"))).isEmpty();
        assertThat(reversalOf(bill.entry().id())).isEmpty();
        assertAccepted(sample.post(SampleBook.opening("x1", 999)));
        assertLogIsSound();
    }

    @Test
    void required_L6_theSameEntryTwiceInOneBatchIsOneEntry() {
        EntryDraft draft = SampleBook.opening("o1", 100);

        List<Acknowledgement> all =
                assertAccepted(sample.book().postAll(List.of(draft, draft), SampleBook.MOMENT));

        assertThat(all.get(0).repeated()).isFalse();
        assertThat(all.get(1).repeated()).isTrue();
        assertThat(all.get(1).entry()).isEqualTo(all.get(0).entry());
        assertThat(size()).isEqualTo(1);
        assertRefused(
                sample.book()
                        .postAll(
                                List.of(SampleBook.opening("o2", 1), SampleBook.opening("o2", 2)),
                                SampleBook.MOMENT),
                LedgerRule.SAME_ID_OTHER_CONTENT);
        assertThat(size()).isEqualTo(1);
    }

    @Test
    void required_L6_anExceptionPassesThroughAndUndoesEverything() {
        fill();
        BookReading before = reading();

        appendAndFail(SampleBook.opening("lost", 1_000));

        assertThat(reading()).isEqualTo(before);
        assertThat(entry(EntryId.of("lost"))).isEmpty();
        assertThat(assertAccepted(sample.post(SampleBook.opening("lost", 2))).repeated()).isFalse();
        assertLogIsSound();
    }

    @Test
    void required_L6_workSeesWhatItHasAppended() {
        store.write(
                COMMUNITY,
                session -> {
                    LogRecord.OfEntry record =
                            BookRun.append(session, COMMUNITY, SampleBook.opening("o1", 100));
                    assertThat(session.frontier().size()).isEqualTo(1);
                    assertThat(session.entry(EntryId.of("o1"))).contains(record);
                    assertThat(session.records(0, 10)).containsExactly(record);
                    assertThat(session.balance(ChartOfAccounts.SERVICE_CASH).net())
                            .isEqualTo(Money.ofFen(100));
                    assertThat(session.balances()).hasSize(2);
                    return true;
                });
    }

    @Test
    void required_L6_aGuardJudgesInTheSameStep() {
        assertAccepted(sample.post(SampleBook.opening("o1", 100)));
        AtomicBoolean seen = new AtomicBoolean();
        BookGuard guard =
                (reader, draft) -> {
                    seen.set(reader.frontier().size() == 1 && reader.entry(draft.id()).isEmpty());
                    return List.of();
                };

        assertAccepted(sample.book().post(SampleBook.opening("o2", 1), SampleBook.MOMENT, guard));

        assertThat(seen).isTrue();
    }

    @Test
    void required_L8_keepsTheGreatestAmountAndRefusesOneFenMore() {
        assertAccepted(sample.post(SampleBook.opening("o1", Long.MAX_VALUE - 1)));
        assertAccepted(sample.post(SampleBook.opening("o2", 1)));

        assertRefused(sample.post(SampleBook.opening("o3", 1)), LedgerRule.AMOUNT_IN_RANGE);
        assertThat(serviceCash()).isEqualTo(Money.ofFen(Long.MAX_VALUE));
        assertThatObject(
                        read(
                                reader ->
                                        reader.turnover(
                                                ChartOfAccounts.SERVICE_CASH,
                                                EntryKind.OPENING,
                                                SampleBook.DAY,
                                                SampleBook.DAY)))
                .extracting(Balance::debits)
                .isEqualTo(Money.ofFen(Long.MAX_VALUE));
    }

    @Test
    void required_F1_cashNeverFallsBelowZero() {
        assertAccepted(sample.post(SampleBook.opening("o1", 1_000)));

        assertRefused(sample.pay(sample.order("E1", 1_001)), LedgerRule.FUNDS_SUFFICIENT);
        assertAccepted(sample.pay(sample.order("E2", 999)));
        assertAccepted(sample.pay(sample.order("E3", 1)));
        assertRefused(sample.pay(sample.order("E4", 1)), LedgerRule.FUNDS_SUFFICIENT);
        assertThat(serviceCash()).isEqualTo(Money.ofFen(0));
    }

    @Test
    void required_F2_cashOfAnotherClassDoesNotHelp() {
        assertAccepted(sample.post(SampleBook.parking("p1", 5_000)));

        assertRefused(sample.pay(sample.order("E1", 1)), LedgerRule.FUNDS_SUFFICIENT);
    }

    @Test
    void required_F3_noCashLeavesWithoutTwoKeys() {
        assertAccepted(sample.post(SampleBook.opening("o1", 1_000)));
        Acknowledgement receipt =
                assertAccepted(sample.post(SampleBook.feeReceipt("f1", "u1", 100)));

        assertRefused(
                sample.post(SampleBook.payment(sample.order("E1", 1))),
                LedgerRule.OUTFLOW_UNDER_TWO_KEYS);
        assertRefused(sample.post(reversal(receipt, "r1")), LedgerRule.OUTFLOW_UNDER_TWO_KEYS);
    }

    @Test
    void required_F3_keysOfOnePaymentOpenNoOther() {
        assertAccepted(sample.post(SampleBook.opening("o1", 1_000)));
        assertAccepted(sample.post(SampleBook.parking("p1", 1_000)));
        OutflowOrder order = sample.order("E1", 100);
        TwoKeyProof proof = TestKeys.open(order, SampleBook.MOMENT);
        Money hidden = Money.ofFen(50);
        List<EntryDraft> others =
                List.of(
                        SampleBook.payment(sample.order("E1", 101)),
                        SampleBook.payment(sample.order("E2", 100)),
                        SampleBook.draft(
                                "pay/E1",
                                EntryKind.REMUNERATION_DRAW,
                                SampleBook.CLEANING,
                                ChartOfAccounts.SERVICE_CASH,
                                100),
                        SampleBook.draft("pay/E1", EntryKind.PAYMENT, SampleBook.DAY)
                                .postings(
                                        Posting.debit(SampleBook.CLEANING, Money.ofFen(150)),
                                        Posting.credit(
                                                ChartOfAccounts.SERVICE_CASH, Money.ofFen(150)),
                                        Posting.debit(ChartOfAccounts.PUBLIC_CASH, hidden),
                                        Posting.credit(SampleBook.PARKING, hidden)));

        for (EntryDraft other : others) {
            assertRefused(
                    sample.book().pay(proof, other, SampleBook.MOMENT, BookGuard.none()),
                    LedgerRule.KEYS_FOR_THIS_PAYMENT);
        }
        assertThat(serviceCash()).isEqualTo(Money.ofFen(1_000));
    }

    @Test
    void required_F8_twoBooksNeverMix() {
        fill();
        BookReading before = reading();
        SampleBook neighbour = new SampleBook(NEIGHBOUR, store);
        assertThatObject(store.read(NEIGHBOUR, BookReading::of))
                .isEqualTo(new InMemoryBookStore().read(NEIGHBOUR, BookReading::of));

        Acknowledgement same = assertAccepted(neighbour.post(SampleBook.opening("o1", 7)));
        assertAccepted(neighbour.post(SampleBook.bill("nb1", "u1", 9)));
        neighbour.book().publishBatch(EntryKind.BILL, 5, SampleBook.MOMENT, SampleBook.DAY);

        assertThat(same.repeated()).isFalse();
        assertThat(same.entry().index()).isZero();
        assertThat(same.balancesAfter().get(0).net()).isEqualTo(Money.ofFen(7));
        assertThat(reading()).isEqualTo(before);
        assertThat(neighbour.book().find(EntryId.of("o2"))).isEmpty();
        assertRefused(neighbour.pay(neighbour.order("E1", 8)), LedgerRule.FUNDS_SUFFICIENT);
    }

    @Test
    void required_D4_anOrderPaysOnce() {
        assertAccepted(sample.post(SampleBook.opening("o1", 1_000)));
        OutflowOrder order = sample.order("E1", 100);
        Acknowledgement first = assertAccepted(sample.pay(order));
        BookReading before = reading();

        Acknowledgement again = assertAccepted(sample.pay(order));

        assertThat(again.repeated()).isTrue();
        assertThat(again.entry()).isEqualTo(first.entry());
        assertThat(reading()).isEqualTo(before);
    }

    @Test
    void required_D4_concurrentExecutionPaysExactlyOnce() {
        assertAccepted(sample.post(SampleBook.opening("o1", 1_000)));
        OutflowOrder order = sample.order("E1", 100);

        List<Acknowledgement> all =
                Together.run(THREADS, thread -> assertAccepted(sample.pay(order)));

        assertThat(all.stream().filter(ack -> !ack.repeated()).count()).isEqualTo(1);
        assertThat(all.stream().map(ack -> ack.entry().index()).distinct().count()).isEqualTo(1);
        assertThat(serviceCash()).isEqualTo(Money.ofFen(900));
    }

    @Test
    void required_D5_concurrentDrawsNeverOverdraw() {
        assertAccepted(sample.post(SampleBook.opening("o1", 50 * 100)));
        int draws = 100;
        AtomicInteger next = new AtomicInteger();

        List<Integer> paid =
                Together.run(
                        THREADS,
                        thread -> {
                            int mine = 0;
                            for (int i = next.getAndIncrement();
                                    i < draws;
                                    i = next.getAndIncrement()) {
                                mine += sample.pay(sample.order("E" + i, 100)).isAccepted() ? 1 : 0;
                            }
                            return mine;
                        });

        assertThat(paid.stream().mapToInt(Integer::intValue).sum()).isEqualTo(50);
        assertThat(serviceCash()).isEqualTo(Money.ofFen(0));
        assertThat(size()).isEqualTo(51);
        assertLogIsSound();
    }

    @Test
    void required_T1_everyRecordIsALeafInItsOrder() {
        fill();

        assertLogIsSound();
    }

    @Test
    void required_T1_contentComesBackAsItWasWritten() {
        List<Posting> lines = new ArrayList<>();
        for (int i = 0; i < EntryDraft.MAX_POSTINGS / 2; i++) {
            Money fen = Money.ofFen(i + 1L);
            lines.add(Posting.debit(ChartOfAccounts.SERVICE_CASH, fen));
            lines.add(Posting.credit(ChartOfAccounts.FEE_INCOME, fen));
        }
        EntryDraft full =
                EntryDraft.of(
                                EntryId.of("编号/" + "x".repeat(61)),
                                EntryKind.OPENING,
                                LocalDate.of(2024, 2, 29),
                                new SourceDocument("t".repeat(32), "据".repeat(64)),
                                SampleBook.salt("full"))
                        .narrative(("𠮷'\"\\%_\n\t  " + "字".repeat(500)).substring(0, 500))
                        .postings(lines);
        EntryDraft bare = SampleBook.bill("b1", "3-2-1102", Long.MAX_VALUE - 1_275).narrative("");
        List<Acknowledgement> posted =
                List.of(assertAccepted(sample.post(full)), assertAccepted(sample.post(bare)));

        for (Acknowledgement acknowledgement : posted) {
            LogRecord.OfEntry there = entry(acknowledgement.entry().id()).orElseThrow();
            assertThat(there.entry()).isEqualTo(acknowledgement.entry());
            assertThat(there.entry().recordedAt()).isEqualTo(SampleBook.MOMENT);
            assertThat(there.balancesAfter()).isEqualTo(acknowledgement.balancesAfter());
        }
        assertThat(posted.get(0).entry().draft()).isEqualTo(full);
        assertLogIsSound();
    }

    @Test
    void required_T2_everyInclusionProofVerifies() {
        fill();
        List<TreeHead> heads = heads();
        List<LogRecord> records = records();

        for (int size = 1; size <= records.size(); size++) {
            for (int index = 0; index < size; index++) {
                long i = index;
                long n = size;
                assertThat(
                                MerkleVerifier.verifyInclusion(
                                        records.get(index).leaf(),
                                        read(reader -> MerkleProofs.inclusion(i, n, reader)),
                                        heads.get(size)))
                        .as("record %s in the log of %s", index, size)
                        .isEqualTo(ProofCheck.VALID);
            }
        }
    }

    @Test
    void required_T2_everyConsistencyProofVerifies() {
        fill();
        List<TreeHead> heads = heads();

        for (int size = 1; size < heads.size(); size++) {
            for (int old = 1; old <= size; old++) {
                long o = old;
                long n = size;
                assertThat(
                                MerkleVerifier.verifyConsistency(
                                        read(reader -> MerkleProofs.consistency(o, n, reader)),
                                        heads.get(old),
                                        heads.get(size)))
                        .as("log of %s begins the log of %s", old, size)
                        .isEqualTo(ProofCheck.VALID);
            }
        }
    }

    @Test
    void required_L4_aBalanceIsAskedByEffectiveDateAndByWhatWasKnown() {
        assertAccepted(sample.post(on(SampleBook.opening("o1", 1_000), 0)));
        assertAccepted(sample.post(on(SampleBook.opening("o2", 200), 2)));
        assertAccepted(sample.post(on(SampleBook.opening("o3", 30), 1)));

        assertThat(cashOn(-1, 3)).isEqualTo(Money.ofFen(0));
        assertThat(cashOn(0, 3)).isEqualTo(Money.ofFen(1_000));
        assertThat(cashOn(1, 3)).isEqualTo(Money.ofFen(1_030));
        assertThat(cashOn(2, 3)).isEqualTo(Money.ofFen(1_230));
        assertThat(cashOn(1, 2))
                .as("before the late entry was known")
                .isEqualTo(Money.ofFen(1_000));
        assertThat(cashOn(2, 1)).isEqualTo(Money.ofFen(1_000));
        assertThat(cashOn(2, Long.MAX_VALUE)).isEqualTo(Money.ofFen(1_230));
    }

    private Money cashOn(int days, long size) {
        return read(
                reader ->
                        reader.balanceOn(
                                        ChartOfAccounts.SERVICE_CASH,
                                        SampleBook.DAY.plusDays(days),
                                        size)
                                .net());
    }

    @Test
    void required_L7_aClosedPeriodTakesNoEntryAndNoBatch() {
        Acknowledgement dues =
                assertAccepted(
                        sample.post(
                                SampleBook.draft(
                                        "d1",
                                        EntryKind.OPENING,
                                        ChartOfAccounts.FEES_RECEIVABLE,
                                        ChartOfAccounts.FEE_INCOME,
                                        77)));
        LocalDate closed = endOfMonth();
        for (int unit = 1; unit <= 5; unit++) {
            assertAccepted(sample.post(SampleBook.bill("b" + unit, "u" + unit, 100)));
        }
        assertAccepted(close(closed, closed.plusDays(1)));
        BookReading before = reading();

        assertRefused(
                sample.post(dated(SampleBook.opening("late", 1), closed)), LedgerRule.PERIOD_OPEN);
        assertRefused(sample.post(reversal(dues, "r1")), LedgerRule.PERIOD_OPEN);
        assertRefused(publish(EntryKind.BILL), LedgerRule.PERIOD_OPEN);
        assertThat(reading()).isEqualTo(before);
        assertThat(assertAccepted(sample.post(SampleBook.bill("b1", "u1", 100))).repeated())
                .as("what is there already is acknowledged again")
                .isTrue();

        assertAccepted(
                sample.post(
                        EntryDraft.reversalOf(
                                dues.entry(),
                                EntryId.of("r1"),
                                closed.plusDays(1),
                                SampleBook.salt("r1"))));
        assertLogIsSound();
    }

    @Test
    void required_L7_aCloseGoesForwardAndIsARecord() {
        assertAccepted(sample.post(SampleBook.opening("o1", 1_000)));
        LocalDate first = endOfMonth();
        LocalDate next = first.plusDays(1).plusMonths(1).minusDays(1);

        PeriodClose close = assertAccepted(close(first, first.plusDays(1)));

        assertThat(close.index()).isEqualTo(1);
        assertThat(closedThrough()).contains(first);
        assertRefused(close(first, next), LedgerRule.CLOSE_FORWARD);
        assertRefused(close(next, next), LedgerRule.CLOSE_OVER);
        assertRefused(close(next.minusDays(1), next), LedgerRule.CLOSE_ENDS_MONTH);
        assertThat(size()).isEqualTo(2);
        assertAccepted(close(next, next.plusDays(1)));
        assertThat(closedThrough()).contains(next);
        assertThat(page(1, 1)).containsExactly(new LogRecord.OfClose(close, Leaf.hashOf(close)));
        assertLogIsSound();
    }

    @Test
    void required_L7_aCloseThatFailedClosesNothing() {
        PeriodClose close = new PeriodClose(COMMUNITY, 0, SampleBook.MOMENT, endOfMonth());
        assertThatThrownBy(
                        () ->
                                store.write(
                                        COMMUNITY,
                                        session -> {
                                            LogRecord record =
                                                    new LogRecord.OfClose(
                                                            close, Leaf.hashOf(close));
                                            var next = session.frontier().append(record.leaf());
                                            session.append(
                                                    new BookSession.Appended(
                                                            record,
                                                            next.completed(),
                                                            next.frontier()));
                                            throw new BookRun.Abandoned();
                                        }))
                .isExactlyInstanceOf(BookRun.Abandoned.class);

        assertThat(closedThrough()).isEmpty();
        assertThat(size()).isZero();
        assertAccepted(sample.post(dated(SampleBook.opening("o1", 1), endOfMonth())));
    }

    @Test
    void required_L7_nothingSlipsInBesideAClose() {
        LocalDate closed = endOfMonth();

        List<Boolean> accepted =
                Together.run(
                        THREADS,
                        thread ->
                                thread == THREADS / 2
                                        ? close(closed, closed.plusDays(1)).isAccepted()
                                        : sample.post(
                                                        dated(
                                                                SampleBook.opening("o" + thread, 1),
                                                                closed))
                                                .isAccepted());

        List<LogRecord> records = records();
        long closeAt =
                records.stream()
                        .filter(record -> record.asEntry().isEmpty())
                        .findFirst()
                        .orElseThrow()
                        .index();
        assertThat(records).hasSize((int) closeAt + 1);
        assertThat(accepted.stream().filter(each -> each).count()).isEqualTo(records.size());
    }

    private Outcome<PeriodClose> close(LocalDate through, LocalDate today) {
        return sample.book().close(through, SampleBook.MOMENT, today);
    }

    private Optional<LocalDate> closedThrough() {
        return read(BookReader::closedThrough);
    }

    private static LocalDate endOfMonth() {
        return SampleBook.DAY.withDayOfMonth(SampleBook.DAY.lengthOfMonth());
    }

    @Test
    void required_T5_aBatchNeedsEnoughUnitsBehindEverySum() {
        for (int unit = 1; unit <= 4; unit++) {
            assertAccepted(sample.post(SampleBook.bill("b" + unit, "u" + unit, 100)));
        }
        assertAccepted(sample.post(SampleBook.bill("b4b", "u4", 100)));
        BookReading before = reading();

        assertRefused(publish(EntryKind.BILL), LedgerRule.BATCH_LARGE_ENOUGH);
        assertThat(reading()).isEqualTo(before);

        Acknowledgement fifth = assertAccepted(sample.post(SampleBook.bill("b5", "u5", 100)));
        assertAccepted(sample.post(reversal(fifth, "r5")));
        assertRefused(publish(EntryKind.BILL), LedgerRule.BATCH_LARGE_ENOUGH);
    }

    @Test
    void required_T5_aBatchCoversWhatNoBatchCovered() {
        fill();
        assertThat(lastBatch(EntryKind.PAYMENT)).isEmpty();
        HouseholdBatch first = lastBatch(EntryKind.BILL).orElseThrow();
        assertThat(assertAccepted(publish(EntryKind.BILL))).isEmpty();
        for (int unit = 1; unit <= 5; unit++) {
            assertAccepted(sample.post(SampleBook.bill("n" + unit, "u" + unit, unit)));
        }

        HouseholdBatch second = assertAccepted(publish(EntryKind.BILL)).orElseThrow();

        assertThat(second.fromIndex()).isEqualTo(first.toIndex());
        assertThat(second.toIndex()).isEqualTo(second.index());
        assertThat(second.entryCount()).isEqualTo(5);
        assertThat(second.unitCount()).isEqualTo(5);
        assertThat(second.totals())
                .containsExactly(
                        Posting.credit(ChartOfAccounts.FEE_INCOME, Money.ofFen(15)),
                        Posting.debit(ChartOfAccounts.FEES_RECEIVABLE, Money.ofFen(15)));
        assertThat(lastBatch(EntryKind.BILL)).contains(second);
        assertThat(lastBatch(EntryKind.FEE_RECEIPT)).isPresent();
        assertLogIsSound();
    }

    @Test
    void required_L1ToT5_noScriptOfCommandsBreaksAnInvariant() {
        String chosen = System.getProperty(SEED_PROPERTY);
        List<Long> seeds =
                chosen == null
                        ? LongStream.rangeClosed(1, scripts()).boxed().toList()
                        : List.of(Long.parseLong(chosen));

        for (long seed : seeds) {
            BookRun.of(store, seed, commands());
        }
    }

    /** A book with entries of every sort, a reversal, a payment and two batches. */
    private void fill() {
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

    private Outcome<Optional<HouseholdBatch>> publish(EntryKind kind) {
        return sample.book().publishBatch(kind, 5, SampleBook.MOMENT, SampleBook.DAY);
    }

    private void appendAndFail(EntryDraft draft) {
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

    private static EntryDraft reversal(Acknowledgement original, String id) {
        return EntryDraft.reversalOf(
                original.entry(), EntryId.of(id), SampleBook.DAY, SampleBook.salt(id));
    }

    private static EntryDraft on(EntryDraft draft, int days) {
        return dated(draft, SampleBook.DAY.plusDays(days));
    }

    private static EntryDraft dated(EntryDraft draft, LocalDate day) {
        return EntryDraft.of(draft.id(), draft.kind(), day, draft.source(), draft.salt())
                .visibility(draft.visibility())
                .narrative(draft.narrative())
                .postings(draft.postings());
    }

    private <T> T read(Function<BookReader, T> work) {
        return store.read(COMMUNITY, work);
    }

    private BookReading reading() {
        return read(BookReading::of);
    }

    private List<LogRecord> records() {
        return read(BookReading::allRecords);
    }

    private List<LogRecord> page(long fromIndex, int limit) {
        return read(reader -> reader.records(fromIndex, limit));
    }

    private Frontier frontier() {
        return read(BookReader::frontier);
    }

    private long size() {
        return frontier().size();
    }

    private List<Balance> balances() {
        return read(BookReader::balances);
    }

    private Balance balance(AccountCode account) {
        return read(reader -> reader.balance(account));
    }

    private Optional<LogRecord.OfEntry> entry(EntryId id) {
        return read(reader -> reader.entry(id));
    }

    private Optional<EntryId> reversalOf(EntryId id) {
        return read(reader -> reader.reversalOf(id));
    }

    private Optional<HouseholdBatch> lastBatch(EntryKind kind) {
        return read(reader -> reader.lastBatch(kind));
    }

    private Money serviceCash() {
        return balance(ChartOfAccounts.SERVICE_CASH).net();
    }

    private Balance turnover(int fromDays, int toDays) {
        return read(
                reader ->
                        reader.turnover(
                                ChartOfAccounts.FEES_RECEIVABLE,
                                EntryKind.BILL,
                                SampleBook.DAY.plusDays(fromDays),
                                SampleBook.DAY.plusDays(toDays)));
    }

    private Money billed(int fromDays, int toDays) {
        return turnover(fromDays, toDays).net();
    }

    private Balance fold(AccountCode account, long size) {
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

    private static boolean positive(Balance balance) {
        return balance.credits().isPositive();
    }

    private List<TreeHead> heads() {
        List<TreeHead> heads = new ArrayList<>(List.of(TreeHead.empty()));
        Frontier frontier = Frontier.empty();
        for (LogRecord record : records()) {
            frontier = frontier.append(record.leaf()).frontier();
            heads.add(frontier.head());
        }
        return heads;
    }

    private void assertLogIsSound() {
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

    private void assertReadIsOneMoment() {
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
    private static boolean awaitQuietly(CountDownLatch latch) {
        try {
            return latch.await(250, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static <T> T assertAccepted(Outcome<T> outcome) {
        return outcome.fold(
                value -> value,
                ruling -> {
                    throw new AssertionError("refused: " + ruling.notMet());
                });
    }

    private static void assertRefused(Outcome<?> outcome, Rule... rules) {
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
