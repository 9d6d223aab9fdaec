package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.AccountEntries;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.warrant.Warrant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** That the owners' money is kept: F1 to F9, D4 and D5. */
abstract class MoneyChecks extends BatchChecks {

    @Test
    void required_F9_aPaymentIsTakenBackOnlyByALineOfTheBank() {
        assertAccepted(sample.post(SampleBook.opening("o", 1_000)));
        Acknowledgement paid = assertAccepted(sample.pay(sample.order("E1", 100)));
        EntryDraft taken = reversal(paid, "r1");

        assertRefused(sample.post(taken), LedgerRule.RETURN_SHOWN_BY_BANK);
        assertAccepted(sample.post(taken.source(SourceDocument.bankLine("returned-1"))));
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
    void required_F1_aRefusedOverdraftMovesNothing() {
        assertAccepted(sample.post(SampleBook.opening("o1", 1_000)));
        BookReading before = reading();

        assertRefused(sample.pay(sample.order("E1", 1_001)), LedgerRule.FUNDS_SUFFICIENT);

        assertThat(reading()).isEqualTo(before);
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
        Warrant.Payment warrant = new Warrant.Payment(TestKeys.open(order, SampleBook.MOMENT));
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
                    sample.book().pay(warrant, other, SampleBook.MOMENT, BookGuard.none()),
                    LedgerRule.KEYS_FOR_THIS_PAYMENT);
        }
        assertThat(serviceCash()).isEqualTo(Money.ofFen(1_000));
    }

    @Test
    void required_F4_whatTheFirmPaysBackIsFoundBesideItsDrawUntilTheBankTakesItBack() {
        Money drawn = Money.ofFen(100);
        assertAccepted(sample.post(SampleBook.opening("o1", 1_000)));
        assertAccepted(drawn("W1", drawn));
        EntryDraft repaid =
                SampleBook.draft("repaid/1", EntryKind.REMUNERATION_REPAYMENT, SampleBook.DAY)
                        .postings(drawn(drawn).stream().map(Posting::reversed).toList());
        assertRefused(sample.post(repaid), LedgerRule.MADE_BY_ITS_RULE);
        assertAccepted(make(repaid));

        assertThat(onTheFirmsClaim(Side.DEBIT)).containsExactly("pay/W1");
        assertThat(onTheFirmsClaim(Side.CREDIT)).containsExactly("repaid/1");
        assertAccepted(returned("BK1", repaid.id()));

        assertThat(onTheFirmsClaim(Side.DEBIT)).containsExactly("pay/W1", "bank/joint/BK1");
        assertThat(reversalOf(repaid.id())).contains(EntryId.of("bank/joint/BK1"));
        assertRefused(
                returned("BK2", repaid.id()), LedgerRule.RECEIPT_STANDS, LedgerRule.REVERSED_ONCE);
        assertThat(serviceCash()).isEqualTo(Money.ofFen(900));
        assertLogIsSound();
    }

    private List<String> onTheFirmsClaim(Side side) {
        return read(
                reader ->
                        AccountEntries.of(reader, ChartOfAccounts.REMUNERATION_PAYABLE, side)
                                .stream()
                                .map(entry -> entry.id().value())
                                .toList());
    }

    private Outcome<List<Acknowledgement>> returned(String line, EntryId receipt) {
        return sample.book()
                .recordBankDebit(
                        SampleBook.returnedItem(line, receipt.value(), 100),
                        SampleBook.MOMENT,
                        BookGuard.none());
    }

    private Outcome<Acknowledgement> drawn(String id, Money amount) {
        OutflowOrder payment = sample.order(id, amount.minor());
        OutflowOrder order =
                new OutflowOrder(
                        payment.community(),
                        id,
                        OutflowKind.REMUNERATION,
                        payment.payee(),
                        amount,
                        payment.purpose(),
                        "",
                        payment.vouchers(),
                        payment.initiator(),
                        payment.policy(),
                        payment.expiresAt());
        return sample.book()
                .pay(
                        new Warrant.Payment(TestKeys.open(order, SampleBook.MOMENT)),
                        SampleBook.draft("pay/" + id, EntryKind.REMUNERATION_DRAW, SampleBook.DAY)
                                .postings(drawn(amount)),
                        SampleBook.MOMENT,
                        BookGuard.none());
    }

    private static List<Posting> drawn(Money amount) {
        return List.of(
                Posting.debit(ChartOfAccounts.DUE_TO_REMUNERATION, amount),
                Posting.credit(ChartOfAccounts.SERVICE_CASH, amount),
                Posting.debit(ChartOfAccounts.REMUNERATION_PAYABLE, amount),
                Posting.credit(ChartOfAccounts.REMUNERATION_DUE_FROM_SERVICE, amount));
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
}
