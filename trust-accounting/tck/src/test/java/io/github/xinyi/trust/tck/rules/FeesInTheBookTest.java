package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Fees.CLAUSE;
import static io.github.xinyi.trust.tck.rules.Fees.HOME;
import static io.github.xinyi.trust.tck.rules.Fees.adopted;
import static io.github.xinyi.trust.tck.rules.Fees.agreed;
import static io.github.xinyi.trust.tck.rules.Fees.bill;
import static io.github.xinyi.trust.tck.rules.Fees.line;
import static io.github.xinyi.trust.tck.rules.Fees.list;
import static io.github.xinyi.trust.tck.rules.Fees.on;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.billing.Bill;
import io.github.xinyi.trust.billing.FeeReceipt;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.BankDebit;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.book.HouseholdAccount;
import io.github.xinyi.trust.book.ReceiptCorrection;
import io.github.xinyi.trust.disbursement.DisbursementRule;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.receivable.AllocationRule;
import io.github.xinyi.trust.receivable.Charge;
import io.github.xinyi.trust.receivable.FeeAccount;
import io.github.xinyi.trust.receivable.ReceivableEntries;
import io.github.xinyi.trust.receivable.ReceivableEvent;
import io.github.xinyi.trust.receivable.Receivables;
import io.github.xinyi.trust.receivable.RefundClaim;
import io.github.xinyi.trust.tck.InMemoryBookStore;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the entries of fees leave in the book what the receivables say, to the fen. */
class FeesInTheBookTest {

    private static final LocalDate DAY = Village.DAY;

    private final Book book =
            new Book(
                    Village.ID,
                    SampleBook.chart().with(ReceivableEntries.accounts()),
                    new InMemoryBookStore());
    private Receivables fees =
            Receivables.open(Village.ID, Fees.ACCOUNT, AllocationRule.NAMED_FIRST, Village.AT);

    private Acknowledgement post(EntryDraft draft) {
        return accept(book.post(draft, Village.AT));
    }

    private void charge(String number, long fen) {
        Bill bill = bill(number, DAY, fen);
        fees = accept(fees.charge(bill, Charge.Kind.METERED_FEE, Village.AT));
        post(bill.entry(SampleBook.salt(number)));
    }

    private <E extends ReceivableEvent> E last(Class<E> type) {
        return type.cast(fees.events().get(fees.events().size() - 1));
    }

    private void receive(String number, LocalDate day, long fen, String... named) {
        fees = accept(fees.receive(Fees.receipt(number, day, fen), List.of(named), on(day)));
        post(
                ReceivableEntries.receipt(
                        fees, last(ReceivableEvent.Received.class), SampleBook.salt(number)));
    }

    private Money owed(UnitId unit) {
        return book.read(
                reader -> new HouseholdAccount(ChartOfAccounts.FEES_RECEIVABLE, unit).owed(reader));
    }

    private void assertAgrees() {
        assertThat(owed(HOME)).isEqualTo(fees.feesReceivable().negated());
    }

    private long net(AccountCode account) {
        return book.read(reader -> reader.balance(account).net().minor());
    }

    @Test
    void billsReceiptsLateChargesAndWriteOffsAgreeWithTheBook() {
        LocalDate late = DAY.plusDays(60);
        charge("B1", 100_000);
        assertAgrees();
        receive("R1", DAY, 30_000);
        assertAgrees();
        fees =
                accept(
                        fees.lateCharge(
                                "L1", "B1", agreed(CLAUSE), late.minusDays(1), late, on(late)));
        post(
                ReceivableEntries.lateCharge(
                        last(ReceivableEvent.LateCharged.class), SampleBook.salt("L1")));
        assertAgrees();
        // 29 days of 0.70.
        assertThat(net(ChartOfAccounts.LATE_CHARGES_RECEIVABLE)).isEqualTo(2_030);
        receive("R2", late, 20_000, "L1");
        assertAgrees();
        assertThat(net(ChartOfAccounts.LATE_CHARGES_RECEIVABLE)).isZero();
        assertThat(net(ReceivableEntries.LATE_CHARGES)).isEqualTo(-2_030);
        fees = accept(fees.writeOff(adopted(list("HX-1", line("B1", 50_000))), on(late)));
        Acknowledgement off =
                post(
                        ReceivableEntries.writeOff(
                                fees,
                                last(ReceivableEvent.WrittenOff.class),
                                SampleBook.salt("HX-1")));
        assertAgrees();
        assertThat(off.entry().draft().kind()).isEqualTo(EntryKind.WRITE_OFF);
        assertThat(off.entry().draft().visibility().isOpen()).isFalse();
        assertThat(net(ReceivableEntries.WRITTEN_OFF)).isEqualTo(50_000);
        assertThat(net(ChartOfAccounts.FEES_RECEIVABLE)).isEqualTo(100_000 - 47_970 - 50_000);
        assertThat(net(ChartOfAccounts.SERVICE_CASH)).isEqualTo(50_000);
    }

    /** A bill of 1,000.00, and 29.00 for being late with it; the day of the late charge. */
    private LocalDate chargeTooLate() {
        LocalDate late = DAY.plusDays(60);
        charge("B1", 100_000);
        fees =
                accept(
                        fees.lateCharge(
                                "L1", "B1", agreed(CLAUSE), late.minusDays(1), late, on(late)));
        post(
                ReceivableEntries.lateCharge(
                        last(ReceivableEvent.LateCharged.class), SampleBook.salt("L1")));
        return late;
    }

    /** What late payers pay for being late is no base of the firm's remuneration. */
    @Test
    void remunerationIsNotReckonedOnLateCharges() {
        LocalDate late = chargeTooLate();
        receive("R1", late, 102_900, "L1");

        Money base =
                book.read(
                        reader ->
                                reader.turnover(
                                                ChartOfAccounts.FEES_RECEIVABLE,
                                                EntryKind.FEE_RECEIPT,
                                                DAY,
                                                late)
                                        .net());

        assertThat(base).isEqualTo(Money.ofFen(-100_000));
        assertThat(net(ChartOfAccounts.SERVICE_CASH)).isEqualTo(102_900);
    }

    @Test
    void aReceiptOfALateChargeAloneIsOneEntryOfItsLineOfTheBank() {
        LocalDate late = chargeTooLate();

        receive("R1", late, 2_900, "L1");

        assertAgrees();
        assertThat(net(ChartOfAccounts.LATE_CHARGES_RECEIVABLE)).isZero();
    }

    @Test
    void givesUpALateChargeOnItsOwnAccount() {
        LocalDate late = chargeTooLate();
        fees = accept(fees.writeOff(adopted(list("HX-1", line("L1", 3_000))), on(late)));

        post(
                ReceivableEntries.writeOff(
                        fees, last(ReceivableEvent.WrittenOff.class), SampleBook.salt("HX-1")));

        assertAgrees();
        assertThat(net(ChartOfAccounts.LATE_CHARGES_RECEIVABLE)).isZero();
        assertThat(net(ReceivableEntries.WRITTEN_OFF)).isEqualTo(2_900);
    }

    /** Invariant F1: the book reverses the receipt, and its bills are open again. */
    @Test
    void aBouncedReceiptAgreesWithTheBookAlsoWhereItsCashIsSpent() {
        Village village = new Village(Ratio.of(8, 100));
        Bill bill = bill("B1", DAY, 10_000);
        fees = accept(fees.charge(bill, Charge.Kind.METERED_FEE, Village.AT));
        village.post(bill.entry(SampleBook.salt("B1")));
        fees = accept(fees.receive(Fees.receipt("R1", DAY, 13_000), List.of(), Village.AT));
        village.receive("R1", 1, DAY, 13_000);
        village.post(
                SampleBook.draft("P1", EntryKind.PUBLIC_INCOME, DAY)
                        .postings(
                                Posting.debit(ChartOfAccounts.PUBLIC_CASH, Money.ofFen(9_000)),
                                Posting.credit(
                                        AccountCode.of("public.income.parking"),
                                        Money.ofFen(9_000))));
        village.authorise(village.lights("E1", 5_000));
        accept(village.pay("E1"));
        BankDebit.ReturnedItem returned =
                SampleBook.returnedItem("BACK1", ReceivableEntries.receiptId("R1").value(), 13_000);

        accept(village.book.recordBankDebit(returned, Village.AT, BookGuard.none()));
        fees =
                accept(
                        fees.undo(
                                "R1",
                                ReceivableEvent.ReceiptUndone.Reason.BOUNCED,
                                SourceDocument.bankLine(returned.line().reference()),
                                DAY,
                                Village.AT));

        assertThat(Fees.open(fees)).containsExactly("B1=10000");
        assertThat(village.net(ChartOfAccounts.FEES_RECEIVABLE)).isEqualTo(fees.feesReceivable());
        assertThat(village.net(ChartOfAccounts.SERVICE_CASH)).isEqualTo(Money.ofFen(0));
        assertThat(village.net(ChartOfAccounts.shortfallDue(FundClass.PUBLIC_INCOME)))
                .isEqualTo(Money.ofFen(5_000));
    }

    @Test
    void aReceiptOfAnotherHouseholdPassesToItInBothBooks() {
        charge("B1", 10_000);
        receive("R1", DAY, 8_000);
        Receivables neighbours =
                Receivables.open(
                        Village.ID,
                        FeeAccount.ofOwners(Village.unit(2)),
                        AllocationRule.NAMED_FIRST,
                        Village.AT);

        accept(
                book.correctReceipt(
                        new ReceiptCorrection.WrongUnit(
                                ReceivableEntries.receiptId("R1"),
                                Village.unit(2),
                                DAY,
                                SampleBook.salt("from"),
                                SampleBook.salt("to")),
                        Village.AT,
                        BookGuard.none()));
        fees =
                accept(
                        fees.undo(
                                "R1",
                                ReceivableEvent.ReceiptUndone.Reason.MISTAKEN,
                                new SourceDocument("correction", "GZ-1"),
                                DAY,
                                Village.AT));
        neighbours =
                accept(
                        neighbours.receive(
                                new FeeReceipt(
                                        "R1-2",
                                        Village.unit(2),
                                        SourceDocument.bankLine("YHR1"),
                                        DAY,
                                        Money.ofFen(8_000)),
                                List.of(),
                                Village.AT));

        assertAgrees();
        assertThat(Fees.open(fees)).containsExactly("B1=10000");
        assertThat(owed(Village.unit(2))).isEqualTo(neighbours.credit());
    }

    @Test
    void aFeeReceiptStillBringsAllItsCash() {
        EntryDraft tooLittle =
                SampleBook.draft("R1", EntryKind.FEE_RECEIPT, DAY)
                        .postings(
                                Posting.debit(ChartOfAccounts.SERVICE_CASH, Money.ofFen(99)),
                                Posting.debit(ReceivableEntries.WRITTEN_OFF, Money.ofFen(1)),
                                Posting.credit(ChartOfAccounts.FEES_RECEIVABLE, Money.ofFen(60)),
                                Posting.credit(
                                        ChartOfAccounts.LATE_CHARGES_RECEIVABLE, Money.ofFen(40)));

        assertRefused(
                book.post(tooLittle, Village.AT),
                LedgerRule.RECEIPT_OF_CASH,
                LedgerRule.ACCOUNTS_OF_KIND);
    }

    @Test
    void aRefundIsADisbursementUnderTwoKeysAndAgreesWithTheBook() {
        Village village = new Village(Ratio.of(8, 100));
        Bill bill = bill("B1", DAY, 10_000);
        fees = accept(fees.charge(bill, Charge.Kind.METERED_FEE, Village.AT));
        village.post(bill.entry(SampleBook.salt("B1")));
        fees = accept(fees.receive(Fees.receipt("R1", DAY, 13_000), List.of(), Village.AT));
        village.receive("R1", 1, DAY, 13_000);
        fees =
                accept(
                        fees.requestRefund(
                                "TF-1", fees.credit(), RefundClaim.Reason.OVERPAID, Village.AT));
        OutflowOrder order =
                fees.refunds()
                        .get(0)
                        .order(
                                PersonId.of("owner1"),
                                TestKeys.STEWARD,
                                Village.CONTRACT,
                                village.disbursements.expiry(Village.AT));

        village.authorise(new PaymentRequest(order.naming("业主"), "业主", "", List.of(), Village.AT));
        accept(village.pay("TF-1"));
        fees = accept(fees.refundPaid("TF-1", Village.AT));

        assertThat(village.net(ChartOfAccounts.SERVICE_CASH)).isEqualTo(Money.ofFen(10_000));
        assertThat(fees.feesReceivable()).isEqualTo(Money.ofFen(0));
        assertThat(village.net(ChartOfAccounts.FEES_RECEIVABLE)).isEqualTo(Money.ofFen(0));
    }

    @Test
    void aRefundOfMoreThanTheBookOwesIsNotPaid() {
        Village village = new Village(Ratio.of(8, 100));
        fees = accept(fees.receive(Fees.receipt("R1", DAY, 13_000), List.of(), Village.AT));
        village.receive("R1", 1, DAY, 12_999);
        village.receive("R2", 2, DAY, 50_000);
        fees =
                accept(
                        fees.requestRefund(
                                "TF-1", fees.credit(), RefundClaim.Reason.OVERPAID, Village.AT));
        OutflowOrder order =
                fees.refunds()
                        .get(0)
                        .order(
                                PersonId.of("owner1"),
                                TestKeys.STEWARD,
                                Village.CONTRACT,
                                village.disbursements.expiry(Village.AT));

        assertRefused(
                village.authoriseAndPay(
                        new PaymentRequest(order.naming("业主"), "业主", "", List.of(), Village.AT)),
                DisbursementRule.OWED_TO_HOUSEHOLD,
                LedgerRule.REFUND_WITHIN_OWED);
    }
}
