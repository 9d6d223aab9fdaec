package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Fees.ACCOUNT;
import static io.github.xinyi.trust.tck.rules.Fees.HOME;
import static io.github.xinyi.trust.tck.rules.Fees.START;
import static io.github.xinyi.trust.tck.rules.Fees.allocations;
import static io.github.xinyi.trust.tck.rules.Fees.bill;
import static io.github.xinyi.trust.tck.rules.Fees.charged;
import static io.github.xinyi.trust.tck.rules.Fees.on;
import static io.github.xinyi.trust.tck.rules.Fees.open;
import static io.github.xinyi.trust.tck.rules.Fees.opened;
import static io.github.xinyi.trust.tck.rules.Fees.paid;
import static io.github.xinyi.trust.tck.rules.Fees.receipt;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.event.EventRule;
import io.github.xinyi.trust.billing.Bill;
import io.github.xinyi.trust.billing.FeeReceipt;
import io.github.xinyi.trust.billing.Payer;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.receivable.AllocationRule;
import io.github.xinyi.trust.receivable.Charge;
import io.github.xinyi.trust.receivable.FeeAccount;
import io.github.xinyi.trust.receivable.ReceivableEvent;
import io.github.xinyi.trust.receivable.ReceivableEvent.ReceiptUndone.Reason;
import io.github.xinyi.trust.receivable.ReceivableRule;
import io.github.xinyi.trust.receivable.Receivables;
import io.github.xinyi.trust.receivable.RefundClaim;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivablesTest {

    private static final LocalDate MAY = LocalDate.of(2025, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2025, 6, 1);
    private static final SourceDocument RETURNED = SourceDocument.bankLine("YH-BACK");

    /** Bills B1 of 100.00, due in May, and B2 of 50.00, due in June. */
    private static Receivables twoBills(AllocationRule rule) {
        return charged(charged(opened(rule), "B2", JUNE, 5_000), "B1", MAY, 10_000);
    }

    @Test
    void paysWhatIsDueFirstAndKeepsTheRestAsCredit() {
        Receivables after = paid(twoBills(AllocationRule.NAMED_FIRST), "R1", MAY, 16_000);

        assertThat(allocations(after)).containsExactly("R1>B1=10000", "R1>B2=5000");
        assertThat(after.credit()).isEqualTo(Money.ofFen(1_000));
        assertThat(after.openTotal()).isEqualTo(Money.ofFen(0));
        assertThat(after.feesReceivable()).isEqualTo(Money.ofFen(-1_000));
    }

    /** Civil Code art. 560 para. 1. */
    @Test
    void paysFirstWhatThePayerNamed() {
        Receivables after = paid(twoBills(AllocationRule.NAMED_FIRST), "R1", MAY, 6_000, "B2");

        assertThat(allocations(after)).containsExactly("R1>B2=5000", "R1>B1=1000");
        assertThat(open(after)).containsExactly("B1=9000");
    }

    @Test
    void refusesNamingWhereTheOldestIsAgreedToComeFirst() {
        Receivables before = twoBills(AllocationRule.OLDEST_FIRST);

        assertRefused(
                before.receive(receipt("R1", MAY, 6_000), List.of("B2"), on(MAY)),
                ReceivableRule.NAMING_AGREED);
        assertThat(allocations(paid(before, "R1", MAY, 6_000))).containsExactly("R1>B1=6000");
    }

    @ParameterizedTest
    @CsvSource({"9999, B1=1, 0", "10000, '', 0", "10001, '', 1"})
    void takesPartWholeAndMoreThanABill(long fen, String left, long credit) {
        Receivables before = charged(opened(AllocationRule.NAMED_FIRST), "B1", MAY, 10_000);

        Receivables after = paid(before, "R1", MAY, fen);

        assertThat(String.join(" ", open(after))).isEqualTo(left);
        assertThat(after.credit()).isEqualTo(Money.ofFen(credit));
    }

    @Test
    void creditPaysTheNextBillsFromTheOldestReceipt() {
        Receivables ahead =
                paid(
                        paid(opened(AllocationRule.NAMED_FIRST), "R2", START, 3_000),
                        "R1",
                        START,
                        4_000);

        Receivables after = charged(ahead, "B1", MAY, 5_000);
        after = charged(after, "B2", JUNE, 9_000);

        assertThat(allocations(after)).containsExactly("R1>B1=4000", "R2>B1=1000", "R2>B2=2000");
        assertThat(open(after)).containsExactly("B2=7000");
        assertThat(after.credit()).isEqualTo(Money.ofFen(0));
    }

    @Test
    void refusesWhatIsOfAnotherUnitOrPayer() {
        Receivables before = opened(AllocationRule.NAMED_FIRST);
        Bill elsewhere = new Bill("B1", Village.unit(2), YearMonth.from(MAY), MAY, Money.ofFen(1));
        Bill developers =
                new Bill("B1", HOME, Payer.DEVELOPER, YearMonth.from(MAY), MAY, Money.ofFen(1));
        FeeReceipt received =
                new FeeReceipt(
                        "R1",
                        Village.unit(2),
                        SourceDocument.bankLine("Y1"),
                        START,
                        Money.ofFen(1));

        assertRefused(
                before.charge(elsewhere, Charge.Kind.PROPERTY_FEE, on(START)),
                ReceivableRule.OF_ACCOUNT);
        assertRefused(
                before.charge(developers, Charge.Kind.PROPERTY_FEE, on(START)),
                ReceivableRule.OF_ACCOUNT);
        assertRefused(before.receive(received, List.of(), on(START)), ReceivableRule.OF_ACCOUNT);
        accept(
                Receivables.open(
                                Village.ID,
                                new FeeAccount(HOME, Payer.DEVELOPER),
                                AllocationRule.NAMED_FIRST,
                                on(START))
                        .charge(developers, Charge.Kind.PROPERTY_FEE, on(START)));
    }

    @Test
    void refusesANumberOrALineOfTheBankTwice() {
        Receivables before = paid(twoBills(AllocationRule.NAMED_FIRST), "R1", MAY, 1);

        assertRefused(
                before.charge(bill("B1", JUNE, 1), Charge.Kind.METERED_FEE, on(MAY)),
                ReceivableRule.NUMBER_ONCE);
        assertRefused(
                before.receive(receipt("R1", MAY, 1), List.of(), on(MAY)),
                ReceivableRule.NUMBER_ONCE,
                ReceivableRule.BANK_LINE_ONCE);
        assertRefused(
                before.receive(
                        new FeeReceipt(
                                "R2", HOME, SourceDocument.bankLine("YHR1"), MAY, Money.ofFen(1)),
                        List.of(),
                        on(MAY)),
                ReceivableRule.BANK_LINE_ONCE);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, Charge.MAX_MINOR + 1})
    void refusesAmountsOutOfRange(long fen) {
        Receivables before = opened(AllocationRule.NAMED_FIRST);

        assertRefused(
                before.charge(bill("B1", MAY, fen), Charge.Kind.METERED_FEE, on(START)),
                ReceivableRule.AMOUNT_IN_RANGE);
        assertRefused(
                before.receive(receipt("R1", START, fen), List.of(), on(START)),
                ReceivableRule.AMOUNT_IN_RANGE);
    }

    @Test
    void takesTheLeastAndTheGreatestAmountAndNoOtherCurrency() {
        Receivables before = opened(AllocationRule.NAMED_FIRST);
        Money dollars = Money.ofMinor(1, Currency.getInstance("USD"));

        Receivables after = charged(before, "B1", MAY, Charge.MAX_MINOR);
        after = paid(paid(after, "R1", MAY, 1), "R2", MAY, Charge.MAX_MINOR);

        assertThat(after.credit()).isEqualTo(Money.ofFen(1));
        assertRefused(
                before.charge(
                        new Bill("B1", HOME, YearMonth.from(MAY), MAY, dollars),
                        Charge.Kind.METERED_FEE,
                        on(START)),
                ReceivableRule.AMOUNT_IN_RANGE);
    }

    /** SPC-PM art. 2: nothing is charged twice. */
    @Test
    void billsThePropertyFeeOfAMonthOnceUnlessItWasWithdrawn() {
        Receivables before = opened(AllocationRule.NAMED_FIRST);
        Receivables once =
                accept(before.charge(bill("B1", MAY, 1), Charge.Kind.PROPERTY_FEE, on(START)));

        assertRefused(
                once.charge(bill("B2", MAY, 1), Charge.Kind.PROPERTY_FEE, on(START)),
                ReceivableRule.ONE_FEE_A_MONTH);
        accept(once.charge(bill("B2", JUNE, 1), Charge.Kind.PROPERTY_FEE, on(START)));
        accept(once.charge(bill("B2", MAY, 1), Charge.Kind.METERED_FEE, on(START)));
        Receivables withdrawn = accept(once.withdraw("B1", on(START)));
        accept(withdrawn.charge(bill("B2", MAY, 1), Charge.Kind.PROPERTY_FEE, on(START)));
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true"})
    void aLateBillFallsDueNoEarlierThanItIsRecorded(int days, boolean accepted) {
        Bill late = new Bill("B1", HOME, YearMonth.of(2024, 1), MAY.plusDays(days), Money.ofFen(1));

        var outcome =
                opened(AllocationRule.NAMED_FIRST).charge(late, Charge.Kind.PROPERTY_FEE, on(MAY));

        assertThat(outcome.isAccepted()).isEqualTo(accepted);
        if (!accepted) {
            assertRefused(outcome, ReceivableRule.DUE_NOT_PAST);
        }
    }

    @Test
    void refusesWhatComesBeforeTheLastEventOrHasNotHappened() {
        Receivables before = opened(AllocationRule.NAMED_FIRST);

        assertRefused(
                before.receive(
                        receipt("R1", START.minusDays(1), 1), List.of(), on(START.minusDays(1))),
                ReceivableRule.TIME_FORWARD);
        assertRefused(
                before.receive(receipt("R1", START.plusDays(1), 1), List.of(), on(START)),
                ReceivableRule.NOT_AHEAD);
        accept(before.receive(receipt("R1", START, 1), List.of(), on(START)));
        accept(before.receive(receipt("R1", START.minusDays(1), 1), List.of(), on(START)));
    }

    @Test
    void refusesToKeepAMomentThatNoStoreKeeps() {
        assertRefused(
                opened(AllocationRule.NAMED_FIRST)
                        .receive(receipt("R1", START, 1), List.of(), on(START).plusNanos(1)),
                EventRule.STORABLE);
    }

    @Test
    void refusesNamesOfNothingOpenAndNamesTwice() {
        Receivables before = paid(twoBills(AllocationRule.NAMED_FIRST), "R1", MAY, 10_000);

        assertRefused(
                before.receive(receipt("R2", MAY, 1), List.of("B1"), on(MAY)),
                ReceivableRule.NAMED_OPEN);
        assertRefused(
                before.receive(receipt("R2", MAY, 1), List.of("B9"), on(MAY)),
                ReceivableRule.NAMED_OPEN);
        assertRefused(
                before.receive(receipt("R2", MAY, 1), List.of("B2", "B2"), on(MAY)),
                ReceivableRule.NAMED_OPEN,
                ReceivableRule.NAMED_OPEN);
    }

    @Test
    void boundsTheOpenBillsOfAnAccount() {
        Receivables full = opened(AllocationRule.NAMED_FIRST);
        for (int i = 1; i <= 499; i++) {
            full = charged(full, "B" + i, MAY, 100);
        }
        full = charged(full, "B500", MAY, 100);

        assertRefused(
                full.charge(bill("B501", MAY, 1), Charge.Kind.METERED_FEE, on(START)),
                ReceivableRule.OPEN_BILLS_BOUND);
        Receivables after = paid(full, "R1", MAY, 50_000);
        assertThat(after.allocations()).hasSize(500);
        charged(after, "B501", JUNE, 1);
    }

    @Test
    void aBillTakenBackFreesWhatPaidIt() {
        Receivables before = paid(twoBills(AllocationRule.NAMED_FIRST), "R1", MAY, 12_000);

        Receivables after = accept(before.withdraw("B1", on(MAY)));

        assertThat(allocations(after)).containsExactly("R1>B2=2000", "R1>B2=3000");
        assertThat(after.credit()).isEqualTo(Money.ofFen(7_000));
        assertThat(after.positions()).extracting(p -> p.charge().number()).containsExactly("B2");
        assertRefused(after.withdraw("B1", on(MAY)), ReceivableRule.BILL_STANDS);
        assertRefused(
                after.charge(bill("B1", JUNE, 1), Charge.Kind.METERED_FEE, on(MAY)),
                ReceivableRule.NUMBER_ONCE);
    }

    /** Invariant F1, the billing half: the bank took the receipt back. */
    @Test
    void aBouncedReceiptOpensItsBillsAgainAndItsCreditIsGone() {
        Receivables before = paid(twoBills(AllocationRule.NAMED_FIRST), "R1", MAY, 16_000);

        Receivables after = accept(before.undo("R1", Reason.BOUNCED, RETURNED, JUNE, on(JUNE)));

        assertThat(open(after)).containsExactly("B2=5000", "B1=10000");
        assertThat(after.credit()).isEqualTo(Money.ofFen(0));
        assertThat(after.owedBack()).isEqualTo(Money.ofFen(0));
        assertThat(after.receipts()).isEmpty();
    }

    @Test
    void otherCreditPaysTheBillsOfABouncedReceipt() {
        Receivables before = charged(opened(AllocationRule.NAMED_FIRST), "B1", MAY, 10_000);
        before = paid(before, "R1", MAY, 10_000);
        before = paid(before, "R2", MAY, 4_000);

        Receivables after = accept(before.undo("R1", Reason.BOUNCED, RETURNED, MAY, on(MAY)));

        assertThat(allocations(after)).containsExactly("R2>B1=4000");
        assertThat(open(after)).containsExactly("B1=6000");
    }

    @Test
    void whatWentBackOfABouncedReceiptIsOwedBackAndMadeGoodFirst() {
        Receivables before = paid(opened(AllocationRule.NAMED_FIRST), "R1", START, 10_000);
        before = paid(before, "R2", START, 2_000);
        before =
                accept(
                        before.requestRefund(
                                "TF-1",
                                Money.ofFen(7_000),
                                RefundClaim.Reason.OVERPAID,
                                on(START)));
        before = accept(before.refundPaid("TF-1", on(START)));

        Receivables bounced = accept(before.undo("R1", Reason.BOUNCED, RETURNED, START, on(START)));
        assertThat(bounced.credit()).isEqualTo(Money.ofFen(0));
        assertThat(bounced.owedBack()).isEqualTo(Money.ofFen(5_000));
        assertThat(bounced.feesReceivable()).isEqualTo(Money.ofFen(5_000));

        Receivables billed = charged(bounced, "B1", MAY, 10_000);
        assertThat(open(billed)).containsExactly("B1=10000");
        Receivables after = paid(billed, "R3", MAY, 8_000);
        assertThat(after.owedBack()).isEqualTo(Money.ofFen(0));
        assertThat(allocations(after)).containsExactly("R3>B1=3000");
    }

    @Test
    void refusesToUndoWithoutALineOfTheBankOfItsOwnOrBeforeTheReceipt() {
        Receivables before = paid(opened(AllocationRule.NAMED_FIRST), "R1", MAY, 1);

        assertRefused(
                before.undo("R1", Reason.BOUNCED, SourceDocument.bankLine("YHR1"), MAY, on(MAY)),
                ReceivableRule.UNDONE_BY_PAPER);
        assertRefused(
                before.undo("R1", Reason.BOUNCED, new SourceDocument("note", "N1"), MAY, on(MAY)),
                ReceivableRule.UNDONE_BY_PAPER);
        assertRefused(
                before.undo("R1", Reason.BOUNCED, RETURNED, MAY.minusDays(1), on(MAY)),
                ReceivableRule.UNDONE_BY_PAPER);
        assertRefused(
                before.undo("R1", Reason.BOUNCED, RETURNED, MAY.plusDays(1), on(MAY)),
                ReceivableRule.NOT_AHEAD);
        assertRefused(
                before.undo("R9", Reason.BOUNCED, RETURNED, MAY, on(MAY)),
                ReceivableRule.RECEIPT_STANDS);
        Receivables after = accept(before.undo("R1", Reason.BOUNCED, RETURNED, MAY, on(MAY)));
        assertRefused(
                after.undo("R1", Reason.BOUNCED, RETURNED, MAY, on(MAY)),
                ReceivableRule.RECEIPT_STANDS,
                ReceivableRule.UNDONE_BY_PAPER);
    }

    @Test
    void aLineRecordedByMistakeMayBeRecordedAgainAndABouncedOneMayNot() {
        Receivables before = paid(opened(AllocationRule.NAMED_FIRST), "R1", MAY, 1);
        FeeReceipt again =
                new FeeReceipt("R2", HOME, SourceDocument.bankLine("YHR1"), MAY, Money.ofFen(2));
        SourceDocument note = new SourceDocument("note", "N1");

        Receivables mistaken = accept(before.undo("R1", Reason.MISTAKEN, note, MAY, on(MAY)));
        Receivables bounced = accept(before.undo("R1", Reason.BOUNCED, RETURNED, MAY, on(MAY)));

        accept(mistaken.receive(again, List.of(), on(MAY)));
        assertRefused(bounced.receive(again, List.of(), on(MAY)), ReceivableRule.BANK_LINE_ONCE);
    }

    @ParameterizedTest
    @CsvSource({"999, true", "1000, true", "1001, false"})
    void refundsAtMostTheFreeCredit(long fen, boolean accepted) {
        Receivables before = paid(opened(AllocationRule.NAMED_FIRST), "R1", MAY, 1_000);

        var outcome =
                before.requestRefund(
                        "TF-1", Money.ofFen(fen), RefundClaim.Reason.OVERPAID, on(MAY));

        assertThat(outcome.isAccepted()).isEqualTo(accepted);
        if (!accepted) {
            assertRefused(outcome, ReceivableRule.WITHIN_CREDIT);
        }
    }

    @Test
    void whatIsSetAsideForARefundPaysNoBillUntilItIsDropped() {
        Receivables before = paid(opened(AllocationRule.NAMED_FIRST), "R1", MAY, 1_000);
        Receivables asked =
                accept(
                        before.requestRefund(
                                "TF-1", Money.ofFen(800), RefundClaim.Reason.OVERPAID, on(MAY)));
        Receivables billed = charged(asked, "B1", JUNE, 500);

        assertThat(open(billed)).containsExactly("B1=300");
        Receivables dropped = accept(billed.dropRefund("TF-1", on(MAY)));
        assertThat(open(dropped)).isEmpty();
        assertThat(dropped.credit()).isEqualTo(Money.ofFen(500));
        Receivables paid = accept(billed.refundPaid("TF-1", on(MAY)));
        assertThat(open(paid)).containsExactly("B1=300");
        assertThat(paid.feesReceivable()).isEqualTo(Money.ofFen(300));
        assertThat(billed.feesReceivable()).isEqualTo(Money.ofFen(-500));
    }

    @Test
    void aRefundIsPaidOrDroppedOnceAndItsNumberUsedOnce() {
        Receivables asked =
                accept(
                        paid(opened(AllocationRule.NAMED_FIRST), "R1", MAY, 1_000)
                                .requestRefund(
                                        "TF-1",
                                        Money.ofFen(1),
                                        RefundClaim.Reason.OVERPAID,
                                        on(MAY)));
        Receivables done = accept(asked.refundPaid("TF-1", on(MAY)));

        assertRefused(done.refundPaid("TF-1", on(MAY)), ReceivableRule.REFUND_PENDING);
        assertRefused(done.dropRefund("TF-1", on(MAY)), ReceivableRule.REFUND_PENDING);
        assertRefused(asked.dropRefund("TF-2", on(MAY)), ReceivableRule.REFUND_PENDING);
        assertRefused(
                done.requestRefund("TF-1", Money.ofFen(1), RefundClaim.Reason.OVERPAID, on(MAY)),
                ReceivableRule.NUMBER_ONCE);
        assertRefused(
                done.requestRefund("TF-2", Money.ofFen(0), RefundClaim.Reason.OVERPAID, on(MAY)),
                ReceivableRule.AMOUNT_IN_RANGE);
    }

    /** SPC-PM art. 3: fees paid ahead for a time without service. */
    @Test
    void feesPaidAheadForUndeliveredServiceGoBack() {
        Receivables before = paid(twoBills(AllocationRule.NAMED_FIRST), "R1", MAY, 15_000);

        Receivables withdrawn = accept(before.withdraw("B2", on(MAY)));
        Receivables asked =
                accept(
                        withdrawn.requestRefund(
                                "TF-1",
                                withdrawn.credit(),
                                RefundClaim.Reason.SERVICE_NOT_DELIVERED,
                                on(MAY)));

        assertThat(asked.refunds()).extracting(RefundClaim::amountMinor).containsExactly(5_000L);
    }

    @Test
    void namesEveryRuleInTheWay() {
        assertRefused(
                twoBills(AllocationRule.OLDEST_FIRST)
                        .receive(
                                receipt("B1", START.plusDays(1), 0),
                                List.of("B2", "B9"),
                                on(START).minusSeconds(1)),
                ReceivableRule.NUMBER_ONCE,
                ReceivableRule.AMOUNT_IN_RANGE,
                ReceivableRule.NOT_AHEAD,
                ReceivableRule.NAMED_OPEN,
                ReceivableRule.NAMING_AGREED,
                ReceivableRule.TIME_FORWARD);
    }

    @Test
    void aReplayRefusesWhatNoCommandWouldHaveRecorded() {
        Receivables whole = paid(twoBills(AllocationRule.NAMED_FIRST), "R1", MAY, 6_000);
        List<ReceivableEvent> events = new ArrayList<>(whole.events());

        assertThat(accept(Receivables.replay(events, Receivables.Papers.none()))).isEqualTo(whole);
        ReceivableEvent.Received received = (ReceivableEvent.Received) events.remove(3);
        events.add(
                new ReceivableEvent.Received(
                        received.community(),
                        received.occurredAt(),
                        received.account(),
                        received.payment(),
                        List.of(),
                        List.of()));
        assertRefused(
                Receivables.replay(events, Receivables.Papers.none()), ReceivableRule.AS_RECORDED);
        events.set(3, events.get(1));
        assertRefused(
                Receivables.replay(events, Receivables.Papers.none()), ReceivableRule.NUMBER_ONCE);
        events.set(3, events.get(0));
        assertRefused(
                Receivables.replay(events, Receivables.Papers.none()), ReceivableRule.AS_RECORDED);
        assertRefused(
                Receivables.replay(events.subList(1, 2), Receivables.Papers.none()),
                ReceivableRule.AS_RECORDED);
    }

    @Test
    void namesTheStreamsOfOwnersAndDeveloperApart() {
        assertThat(ACCOUNT.stream(Village.ID)).hasToString("liuyuan/fees-of-owners/7-2-101");
        assertThat(new FeeAccount(HOME, Payer.DEVELOPER).stream(Village.ID))
                .hasToString("liuyuan/fees-of-developer/7-2-101");
    }

    @Test
    void refusesPapersThatNobodyHas() {
        assertThatThrownBy(
                        () ->
                                opened(AllocationRule.NAMED_FIRST)
                                        .charge(
                                                bill("B1", MAY, 1),
                                                Charge.Kind.LATE_CHARGE,
                                                on(START)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Charge("B1", Charge.Kind.METERED_FEE, MAY.plusDays(1), MAY, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Charge("B1", Charge.Kind.METERED_FEE, MAY, MAY, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
