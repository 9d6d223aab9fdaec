package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.book.PassedCost;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.warrant.Warrant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** That the journal is kept: L1 to L5 and L8. */
abstract class JournalChecks extends BookUnderTest {

    @Test
    void required_L1_refusesWhatDoesNotBalanceInItsFundClass() {
        EntryDraft draft =
                SampleBook.draft("e1", EntryKind.OPENING, SampleBook.DAY)
                        .postings(
                                Posting.debit(ChartOfAccounts.SERVICE_CASH, Money.ofFen(100)),
                                Posting.credit(ChartOfAccounts.FEE_INCOME, Money.ofFen(99)));

        assertLeavesNothing(draft, LedgerRule.CLASS_BALANCED);
    }

    @Test
    void required_L1_valueCrossesClassesOnlyByPairedDues() {
        EntryDraft unpaired =
                SampleBook.draft(
                        "e1", EntryKind.OPENING, SampleBook.CLEANING, SampleBook.PARKING, 100);

        assertLeavesNothing(unpaired, LedgerRule.CLASS_BALANCED);
        assertAccepted(sample.post(dues("e2", 100, 100)));
        assertThat(balance(SampleBook.DUE_TO_PUBLIC).net()).isEqualTo(Money.ofFen(-100));
        assertThat(balance(SampleBook.PUBLIC_DUE_FROM_SERVICE).net()).isEqualTo(Money.ofFen(100));
    }

    /** A refusal is an answer and nothing else: the book is as it was, with no trace of the id. */
    private void assertLeavesNothing(EntryDraft draft, LedgerRule... rules) {
        assertAccepted(sample.post(SampleBook.opening("before", 1_000)));
        BookReading before = reading();

        assertRefused(sample.post(draft), rules);

        assertThat(reading()).isEqualTo(before);
        assertThat(entry(draft.id())).isEmpty();
    }

    @Test
    void required_L1_duesAreRecordedByBothClassesToTheFen() {
        assertRefused(
                sample.post(
                        SampleBook.draft(
                                "e1",
                                EntryKind.OPENING,
                                SampleBook.CLEANING,
                                SampleBook.DUE_TO_PUBLIC,
                                100)),
                LedgerRule.DUES_PAIRED);
        assertRefused(sample.post(dues("e2", 100, 99)), LedgerRule.DUES_PAIRED);
        assertRefused(
                sample.post(
                        SampleBook.draft(
                                "e3",
                                EntryKind.OPENING,
                                SampleBook.CLEANING,
                                ChartOfAccounts.shortfallOwed(FundClass.SERVICE_FUND),
                                100)),
                LedgerRule.DUES_PAIRED);

        Acknowledgement paired = assertAccepted(sample.post(dues("e4", 100, 100)));
        EntryDraft back = reversal(paired, "r4");
        assertRefused(sample.post(back), LedgerRule.MADE_BY_ITS_RULE);
        assertAccepted(make(back));
    }

    /** What service owes public income, as each of the two records it. */
    private static EntryDraft dues(String id, long owed, long due) {
        return SampleBook.draft(id, EntryKind.OPENING, SampleBook.DAY)
                .postings(
                        Posting.debit(SampleBook.CLEANING, Money.ofFen(owed)),
                        Posting.credit(SampleBook.DUE_TO_PUBLIC, Money.ofFen(owed)),
                        Posting.debit(SampleBook.PUBLIC_DUE_FROM_SERVICE, Money.ofFen(due)),
                        Posting.credit(SampleBook.PARKING, Money.ofFen(due)));
    }

    @Test
    void required_L1_aCostPaidByTheWrongClassIsOwedByTheOneThatBearsIt() {
        assertAccepted(sample.post(SampleBook.opening("o1", 1_000)));
        EntryDraft borne = borne(1, 100, 100);
        assertRefused(sample.post(borne), LedgerRule.MADE_BY_ITS_RULE);
        assertRefused(
                sample.post(SampleBook.bill(passing(1).takingBack().value(), "u1", 1)),
                LedgerRule.MADE_BY_ITS_RULE);
        assertRefused(make(borne(1, 100, 99)), LedgerRule.DUES_PAIRED);

        Acknowledgement passed = assertAccepted(make(borne)).get(0);

        assertRefused(sample.post(reversal(passed, "r1")), LedgerRule.MADE_BY_ITS_RULE);
        assertThat(balance(SampleBook.CLEANING).net()).isEqualTo(Money.ofFen(100));
        assertThat(balance(SampleBook.GREENERY).net()).isEqualTo(Money.ofFen(-100));
        assertThat(balance(SampleBook.DUE_TO_PUBLIC).net()).isEqualTo(Money.ofFen(-100));
        assertThat(balance(SampleBook.PUBLIC_DUE_FROM_SERVICE).net()).isEqualTo(Money.ofFen(100));
        assertThat(balance(ChartOfAccounts.SERVICE_CASH).net()).isEqualTo(Money.ofFen(1_000));
        assertRefused(settle("T0", 101), LedgerRule.DUES_NOT_OVERPAID);

        assertAccepted(settle("T1", 100));

        assertThat(balance(SampleBook.DUE_TO_PUBLIC).net()).isEqualTo(Money.ofFen(0));
        assertThat(balance(SampleBook.PUBLIC_DUE_FROM_SERVICE).net()).isEqualTo(Money.ofFen(0));
        assertThat(balance(ChartOfAccounts.SERVICE_CASH).net()).isEqualTo(Money.ofFen(900));
        assertThat(balance(ChartOfAccounts.PUBLIC_CASH).net()).isEqualTo(Money.ofFen(100));
        assertLogIsSound();
    }

    @Test
    void required_L2_aPaymentWhoseCostStandsPassedComesBackWithItsCost() {
        assertAccepted(sample.post(SampleBook.opening("o1", 1_000)));
        Acknowledgement paid = assertAccepted(sample.pay(sample.order("E1", 100)));
        assertAccepted(make(borneByPublic(1)));
        EntryDraft returned = reversal(paid, "r1").source(SourceDocument.bankLine("YH-RETURNED"));
        EntryDraft back =
                SampleBook.draft(
                                passing(1).takingBack().value(),
                                EntryKind.MISPLACED_COST,
                                SampleBook.DAY)
                        .postings(
                                borneByPublic(1).postings().stream()
                                        .map(Posting::reversed)
                                        .toList());
        BookReading before = reading();

        assertRefused(sample.post(returned), LedgerRule.COST_TAKEN_BACK);
        assertRefused(make(returned, back), LedgerRule.COST_TAKEN_BACK);
        assertThat(reading()).isEqualTo(before);
        assertAccepted(make(back, returned));

        assertThat(balance(SampleBook.CLEANING).net()).isEqualTo(Money.ofFen(0));
        assertThat(balance(SampleBook.GREENERY).net()).isEqualTo(Money.ofFen(0));
        assertThat(balance(AccountCode.of("public.due-to-service")).net())
                .isEqualTo(Money.ofFen(0));
        assertThat(balance(ChartOfAccounts.SERVICE_CASH).net()).isEqualTo(Money.ofFen(1_000));
        assertLogIsSound();
    }

    @Test
    void required_L7_noPeriodClosesWhileAClassOwesAnotherForACost() {
        LocalDate closed = endOfMonth();
        assertAccepted(sample.post(SampleBook.opening("o1", 1_000)));
        assertAccepted(make(borne(1, 100, 100)));
        BookReading before = reading();

        assertRefused(close(closed, closed.plusDays(1)), LedgerRule.DUES_SETTLED);
        assertThat(reading()).isEqualTo(before);
        assertAccepted(settle("T1", 99));
        assertRefused(close(closed, closed.plusDays(1)), LedgerRule.DUES_SETTLED);
        assertAccepted(settle("T2", 1, closed.plusDays(1)));

        assertAccepted(close(closed, closed.plusDays(1)));
        assertThat(closedThrough()).contains(closed);
    }

    private static PassedCost passing(int time) {
        return new PassedCost(EntryId.of("pay/E1"), time);
    }

    /** What public income paid and service bears, as each of the two records it. */
    private static EntryDraft borne(int time, long owed, long due) {
        return SampleBook.draft(
                        passing(time).passing().value(), EntryKind.MISPLACED_COST, SampleBook.DAY)
                .postings(
                        Posting.debit(SampleBook.CLEANING, Money.ofFen(owed)),
                        Posting.credit(SampleBook.DUE_TO_PUBLIC, Money.ofFen(owed)),
                        Posting.debit(SampleBook.PUBLIC_DUE_FROM_SERVICE, Money.ofFen(due)),
                        Posting.credit(SampleBook.GREENERY, Money.ofFen(due)));
    }

    /** What service paid and public income bears. */
    private static EntryDraft borneByPublic(int time) {
        Money cost = Money.ofFen(100);
        return borne(time, 100, 100)
                .postings(
                        Posting.debit(SampleBook.GREENERY, cost),
                        Posting.credit(SampleBook.CLEANING, cost),
                        Posting.debit(AccountCode.of("service.due-from-public"), cost),
                        Posting.credit(AccountCode.of("public.due-to-service"), cost));
    }

    final Outcome<List<Acknowledgement>> make(EntryDraft... drafts) {
        return sample.book()
                .accrueAll(
                        new Warrant.Accrual(),
                        reader -> Outcome.accepted(List.of(drafts)),
                        SampleBook.MOMENT,
                        BookGuard.none());
    }

    private Outcome<Acknowledgement> settle(String id, long fen) {
        return settle(id, fen, SampleBook.DAY);
    }

    private Outcome<Acknowledgement> settle(String id, long fen, LocalDate day) {
        OutflowOrder order = sample.settlement(id, fen);
        EntryDraft draft =
                SampleBook.draft(Book.paymentId(order).value(), EntryKind.TRANSFER, day)
                        .postings(
                                Posting.debit(SampleBook.DUE_TO_PUBLIC, order.amount()),
                                Posting.credit(ChartOfAccounts.SERVICE_CASH, order.amount()),
                                Posting.debit(ChartOfAccounts.PUBLIC_CASH, order.amount()),
                                Posting.credit(SampleBook.PUBLIC_DUE_FROM_SERVICE, order.amount()));
        return sample.book()
                .pay(
                        new Warrant.Payment(TestKeys.open(order, SampleBook.MOMENT)),
                        draft,
                        SampleBook.MOMENT,
                        BookGuard.none());
    }

    @Test
    void required_L1_refusesAnotherCurrencyThanTheBooks() {
        Money dollars = Money.ofMinor(100, Currency.getInstance("USD"));
        EntryDraft draft =
                SampleBook.draft("e1", EntryKind.OPENING, SampleBook.DAY)
                        .postings(
                                Posting.debit(ChartOfAccounts.SERVICE_CASH, dollars),
                                Posting.credit(ChartOfAccounts.FEE_INCOME, dollars));

        assertLeavesNothing(draft, LedgerRule.CURRENCY_OF_BOOK);
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
    void required_L1_reportsEveryFaultOfFormAtOnce() {
        EntryDraft draft =
                SampleBook.opening("e1", 0)
                        .postings(Posting.debit(AccountCode.of("service.unknown"), Money.ofFen(-1)))
                        .narrative("长".repeat(EntryDraft.MAX_NARRATIVE + 1));

        assertLeavesNothing(
                draft,
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
    void required_L5_aRefusedRepetitionMovesNothing() {
        assertAccepted(sample.post(SampleBook.opening("o1", 100)));
        BookReading before = reading();

        assertRefused(sample.post(SampleBook.opening("o1", 101)), LedgerRule.SAME_ID_OTHER_CONTENT);

        assertThat(reading()).isEqualTo(before);
    }

    @Test
    void required_L4_aBackdatedEntryIsSeenAtOnce() {
        assertAccepted(sample.post(SampleBook.opening("o1", 100)));
        assertThat(cashOn(0, Long.MAX_VALUE)).isEqualTo(Money.ofFen(100));

        assertAccepted(sample.post(on(SampleBook.opening("o2", 20), -1)));

        assertThat(cashOn(0, Long.MAX_VALUE)).isEqualTo(Money.ofFen(120));
        assertThat(cashOn(-1, Long.MAX_VALUE)).isEqualTo(Money.ofFen(20));
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

    /**
     * A store may look for what it is told of once; what is written since is there all the same.
     */
    @Test
    void required_L5_whatAStoreIsToldBeforehandIsAHintAndNoMore() {
        assertAccepted(sample.post(SampleBook.opening("o1", 10)));
        EntryDraft fresh = SampleBook.opening("o2", 20);
        EntryId never = EntryId.of("never");
        Set<EntryId> told = Set.of(fresh.id(), never);

        List<Boolean> seen =
                store.write(
                        COMMUNITY,
                        told,
                        session -> {
                            boolean before = session.entry(fresh.id()).isPresent();
                            BookRun.append(session, COMMUNITY, fresh);
                            return List.of(
                                    before,
                                    session.entry(fresh.id()).isPresent(),
                                    session.entry(never).isPresent(),
                                    session.entry(EntryId.of("o1")).isPresent());
                        });

        assertThat(seen)
                .as("before, after, asked for and not there, there and not told of")
                .containsExactly(false, true, false, true);
        assertThat(
                        store.<Boolean>write(
                                COMMUNITY, told, session -> session.entry(fresh.id()).isPresent()))
                .as("told of again")
                .isTrue();
        assertLogIsSound();
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
}
