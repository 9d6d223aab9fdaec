package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.book.PeriodClose;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** That calls and periods are kept whole: L6, L7 and the batches of T5. */
abstract class BatchChecks extends JournalChecks {

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
}
