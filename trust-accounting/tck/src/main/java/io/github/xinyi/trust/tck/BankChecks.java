package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.BankDebit;
import io.github.xinyi.trust.book.BankEvidence;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.book.ReceiptCorrection;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.warrant.Warrant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That what the bank does by itself enters on its evidence alone: F1 and F3. */
abstract class BankChecks extends MoneyChecks {

    @Test
    void required_F3_aBankFeeEntersOnItsLineAndOnce() {
        assertAccepted(sample.post(SampleBook.opening("o", 1_000)));
        BankDebit.Fee fee = SampleBook.bankFee("BK1", 15);

        List<Acknowledgement> first = assertAccepted(debit(fee));
        BookReading before = reading();
        List<Acknowledgement> again = assertAccepted(debit(fee));

        assertThat(first).hasSize(1);
        EntryDraft entered = first.get(0).entry().draft();
        assertThat(entered.id()).isEqualTo(EntryId.of("bank/joint/BK1"));
        assertThat(entered.kind()).isEqualTo(EntryKind.BANK_FEE);
        assertThat(entered.source()).isEqualTo(SourceDocument.bankLine("BK1"));
        assertThat(entered.narrative()).contains(fee.line().statement().toHex());
        assertThat(serviceCash()).isEqualTo(Money.ofFen(985));
        assertThat(again.get(0).repeated()).isTrue();
        assertThat(reading()).isEqualTo(before);
        assertRefused(debit(SampleBook.bankFee("BK1", 16)), LedgerRule.SAME_ID_OTHER_CONTENT);
        assertLogIsSound();
    }

    @Test
    void required_F3_aBankFeeNeedsItsEvidence() {
        assertAccepted(sample.post(SampleBook.opening("o", 1_000)));
        BankDebit.Fee fee = SampleBook.bankFee("BK1", 15);
        EntryDraft byHand =
                SampleBook.draft(
                        "by-hand",
                        EntryKind.BANK_FEE,
                        SampleBook.CLEANING,
                        ChartOfAccounts.SERVICE_CASH,
                        15);

        assertRefused(
                sample.post(byHand),
                LedgerRule.BANK_DEBIT_SHOWN,
                LedgerRule.OUTFLOW_UNDER_TWO_KEYS);
        assertRefused(
                debit(with(fee, SampleBook.bankLine("BK1", 15))), LedgerRule.BANK_LINE_DIRECTION);
        assertRefused(
                debit(
                        new BankDebit.Fee(
                                fee.line(),
                                ChartOfAccounts.MAINTENANCE_CASH,
                                fee.cost(),
                                fee.day(),
                                fee.salt())),
                LedgerRule.BANK_LINE_FITS,
                LedgerRule.CLASS_BALANCED);
        assertRefused(
                debit(
                        new BankDebit.Fee(
                                fee.line(),
                                fee.cash(),
                                ChartOfAccounts.FEES_RECEIVABLE,
                                fee.day(),
                                fee.salt())),
                LedgerRule.BANK_FEE_IS_COST);
        assertRefused(
                debit(
                        new BankDebit.Fee(
                                fee.line(),
                                fee.cash(),
                                fee.cost(),
                                fee.line().bookedOn().minusDays(1),
                                fee.salt())),
                LedgerRule.BANK_LINE_BEFORE_ENTRY);
        assertThat(size()).isEqualTo(1);
    }

    private static BankDebit.Fee with(BankDebit.Fee fee, BankEvidence line) {
        return new BankDebit.Fee(line, fee.cash(), fee.cost(), fee.day(), fee.salt());
    }

    @Test
    void required_F3_aGuardMayRefuseALineThatNobodyImported() {
        assertAccepted(sample.post(SampleBook.opening("o", 1_000)));
        BookGuard notImported =
                (book, draft) ->
                        List.of(RuleCheck.of(LedgerRule.BANK_DEBIT_SHOWN, false, "entry", "?"));

        assertRefused(
                sample.book()
                        .recordBankDebit(
                                SampleBook.bankFee("BK1", 15), SampleBook.MOMENT, notImported),
                LedgerRule.BANK_DEBIT_SHOWN);
        assertThat(size()).isEqualTo(1);
    }

    @Test
    void required_F3_aReturnedItemReversesTheReceiptItNames() {
        assertAccepted(sample.post(SampleBook.opening("o", 1_000)));
        assertAccepted(sample.post(SampleBook.feeReceipt("f1", "u1", 100)));

        List<Acknowledgement> returned = assertAccepted(debit(returned("BK2", "f1", 100)));

        EntryDraft entered = returned.get(0).entry().draft();
        assertThat(returned).hasSize(1);
        assertThat(entered.kind()).isEqualTo(EntryKind.FEE_RECEIPT);
        assertThat(entered.reverses()).contains(EntryId.of("f1"));
        assertThat(entered.visibility()).isEqualTo(Visibility.household(UnitId.of("u1")));
        assertThat(reversalOf(EntryId.of("f1"))).contains(entered.id());
        assertThat(serviceCash()).isEqualTo(Money.ofFen(1_000));
        assertThat(balance(ChartOfAccounts.FEES_RECEIVABLE).net()).isEqualTo(Money.ofFen(0));
        assertThat(assertAccepted(debit(returned("BK2", "f1", 100))).get(0).repeated()).isTrue();
        assertRefused(
                debit(returned("BK3", "f1", 100)),
                LedgerRule.RECEIPT_STANDS,
                LedgerRule.REVERSED_ONCE);
        assertLogIsSound();
    }

    @Test
    void required_F3_aReturnedItemIsOfTheReceiptsAmountAndAccount() {
        assertAccepted(sample.post(SampleBook.opening("o", 1_000)));
        assertAccepted(sample.post(SampleBook.feeReceipt("f1", "u1", 100)));
        assertAccepted(sample.pay(sample.order("E1", 10)));

        assertRefused(debit(returned("BK2", "f1", 99)), LedgerRule.BANK_LINE_FITS);
        assertRefused(debit(returned("BK2", "f1", 101)), LedgerRule.BANK_LINE_FITS);
        assertRefused(debit(returned("BK2", "f1", -100)), LedgerRule.BANK_LINE_DIRECTION);
        assertRefused(debit(returned("BK2", "nothing", 100)), LedgerRule.REVERSED_ENTRY_KNOWN);
        assertRefused(debit(returned("BK2", "o", 1_000)), LedgerRule.RECEIPT_STANDS);
        assertRefused(debit(returned("BK2", "pay/E1", 10)), LedgerRule.RECEIPT_STANDS);
        assertThat(size()).isEqualTo(3);
    }

    @Test
    void required_F1_aReturnedItemRecordsAShortfallAndNoFundFallsBelowZero() {
        assertAccepted(sample.post(SampleBook.parking("p1", 500)));
        assertAccepted(sample.post(SampleBook.feeReceipt("f1", "u1", 100)));
        assertAccepted(sample.pay(sample.order("E1", 70)));

        List<Acknowledgement> both = assertAccepted(debit(returned("BK2", "f1", 100)));

        assertThat(both).hasSize(2);
        EntryDraft shortfall = both.get(0).entry().draft();
        assertThat(shortfall.id()).isEqualTo(EntryId.of("short/joint/BK2"));
        assertThat(shortfall.kind()).isEqualTo(EntryKind.SHORTFALL);
        assertThat(serviceCash()).isEqualTo(Money.ofFen(0));
        assertThat(balance(ChartOfAccounts.PUBLIC_CASH).net()).isEqualTo(Money.ofFen(430));
        assertThat(shortfallDue(FundClass.PUBLIC_INCOME)).isEqualTo(Money.ofFen(70));
        assertThat(balance(ChartOfAccounts.shortfallOwed(FundClass.SERVICE_FUND)).net())
                .isEqualTo(Money.ofFen(-70));
        BookReading before = reading();
        assertThat(assertAccepted(debit(returned("BK2", "f1", 100))))
                .extracting(Acknowledgement::repeated)
                .containsExactly(true, true);
        assertThat(reading()).isEqualTo(before);
        assertLogIsSound();
    }

    @Test
    void required_F1_noShortfallIsRecordedWhereCashSufficesToTheFen() {
        assertAccepted(sample.post(SampleBook.parking("p1", 500)));
        assertAccepted(sample.post(SampleBook.feeReceipt("f1", "u1", 100)));
        assertAccepted(sample.post(SampleBook.feeReceipt("f2", "u2", 1)));
        assertAccepted(sample.pay(sample.order("E1", 1)));

        assertThat(assertAccepted(debit(returned("BK2", "f1", 100)))).hasSize(1);

        assertThat(serviceCash()).isEqualTo(Money.ofFen(0));
        assertThat(assertAccepted(debit(SampleBook.bankFee("BK3", 1)))).hasSize(2);
        assertThat(shortfallDue(FundClass.PUBLIC_INCOME)).isEqualTo(Money.ofFen(1));
    }

    @Test
    void required_F1_aDebitAboveAllThatTheAccountHoldsIsRefused() {
        assertAccepted(sample.post(SampleBook.parking("p1", 69)));
        assertAccepted(sample.post(SampleBook.feeReceipt("f1", "u1", 100)));
        assertAccepted(sample.pay(sample.order("E1", 70)));
        BookReading before = reading();

        assertRefused(debit(returned("BK2", "f1", 100)), LedgerRule.FUNDS_SUFFICIENT);
        assertThat(reading()).isEqualTo(before);
        assertAccepted(sample.post(SampleBook.parking("p2", 1)));
        assertAccepted(debit(returned("BK2", "f1", 100)));
        assertThat(balance(ChartOfAccounts.PUBLIC_CASH).net()).isEqualTo(Money.ofFen(0));
    }

    @Test
    void required_F1_aShortfallIsRepaidByItsReversalOnceThereIsCash() {
        assertAccepted(sample.post(SampleBook.parking("p1", 500)));
        Acknowledgement shortfall = assertAccepted(debit(SampleBook.bankFee("BK3", 5))).get(0);
        EntryDraft repaid = reversal(shortfall, "repaid");

        assertRefused(
                sample.post(repaid), LedgerRule.FUNDS_SUFFICIENT, LedgerRule.MADE_BY_ITS_RULE);
        assertRefused(byRule(repaid), LedgerRule.FUNDS_SUFFICIENT);
        assertAccepted(sample.post(SampleBook.opening("o", 5)));
        assertAccepted(byRule(repaid));

        assertThat(serviceCash()).isEqualTo(Money.ofFen(0));
        assertThat(shortfallDue(FundClass.PUBLIC_INCOME)).isEqualTo(Money.ofFen(0));
        assertThat(balance(ChartOfAccounts.PUBLIC_CASH).net()).isEqualTo(Money.ofFen(500));
        assertRefused(
                sample.post(
                        SampleBook.draft("s", EntryKind.SHORTFALL, SampleBook.DAY)
                                .postings(shortfall.entry().draft().postings())),
                LedgerRule.BANK_DEBIT_SHOWN);
    }

    @Test
    void required_F1_aReceiptRecordedTwiceIsTakenBackWithoutABankDebit() {
        assertAccepted(sample.post(onLine(SampleBook.feeReceipt("f1", "u1", 100), "BK1")));
        assertAccepted(sample.post(onLine(SampleBook.feeReceipt("f2", "u1", 100), "BK1")));
        assertAccepted(sample.post(onLine(SampleBook.feeReceipt("f3", "u1", 100), "BK9")));
        BankEvidence line = SampleBook.bankLine("BK1", 100);

        assertRefused(twice(line, "f1", "f3"), LedgerRule.RECORDED_TWICE);
        assertRefused(twice(line, "f1", "f1"), LedgerRule.RECORDED_TWICE);
        assertRefused(
                twice(SampleBook.bankLine("BK1", 200), "f1", "f2"), LedgerRule.BANK_LINE_FITS);
        assertRefused(
                twice(SampleBook.bankLine("BK1", -100), "f1", "f2"),
                LedgerRule.BANK_LINE_DIRECTION);
        assertRefused(twice(line, "f1", "f0"), LedgerRule.REVERSED_ENTRY_KNOWN);
        assertThat(size()).isEqualTo(3);
        assertAccepted(twice(line, "f1", "f2"));
        BookReading before = reading();
        assertThat(assertAccepted(twice(line, "f1", "f2")).get(0).repeated()).isTrue();
        assertThat(reading()).isEqualTo(before);
        assertRefused(twice(line, "f2", "f1"), LedgerRule.RECEIPT_STANDS);
        assertThat(serviceCash()).isEqualTo(Money.ofFen(200));
        assertThat(balance(ChartOfAccounts.FEES_RECEIVABLE).net()).isEqualTo(Money.ofFen(-200));
        assertLogIsSound();
    }

    @Test
    void required_F1_aReceiptOfAnotherHouseholdPassesOnWithoutCash() {
        assertAccepted(sample.post(SampleBook.feeReceipt("f1", "u1", 100)));

        List<Acknowledgement> moved = assertAccepted(pass("f1", "u2"));

        assertThat(moved).hasSize(2);
        assertThat(owed("u1")).isEqualTo(Money.ofFen(0));
        assertThat(owed("u2")).isEqualTo(Money.ofFen(-100));
        assertThat(serviceCash()).isEqualTo(Money.ofFen(100));
        assertThat(balance(ChartOfAccounts.reallocation(FundClass.SERVICE_FUND)).net())
                .isEqualTo(Money.ofFen(0));
        assertThat(moved)
                .allSatisfy(
                        ack ->
                                assertThat(ack.entry().draft().source())
                                        .isEqualTo(SourceDocument.entry(EntryId.of("f1"))));
        assertThat(assertAccepted(pass("f1", "u2")).get(0).repeated()).isTrue();
        assertRefused(debit(returned("BK2", "f1", 100)), LedgerRule.RECEIPT_WITH_ITS_UNIT);
        assertAccepted(pass("f1", "u3"));
        assertThat(owed("u2")).isEqualTo(Money.ofFen(0));
        assertAccepted(pass("f1", "u1"));
        assertAccepted(debit(returned("BK2", "f1", 100)));
        assertThat(owed("u1")).isEqualTo(Money.ofFen(0));
        assertLogIsSound();
    }

    @Test
    void required_F1_nothingPassesFromHouseholdToHouseholdByHand() {
        assertAccepted(sample.post(SampleBook.feeReceipt("f1", "u1", 100)));
        assertAccepted(sample.post(SampleBook.parking("p1", 100)));
        Acknowledgement out = assertAccepted(pass("f1", "u2")).get(0);

        assertRefused(
                sample.post(
                        SampleBook.draft(
                                "by-hand",
                                EntryKind.REALLOCATION,
                                ChartOfAccounts.FEES_RECEIVABLE,
                                ChartOfAccounts.reallocation(FundClass.SERVICE_FUND),
                                100)),
                LedgerRule.REALLOCATION_LINKED);
        assertRefused(sample.post(reversal(out, "r")), LedgerRule.REALLOCATION_LINKED);
        assertRefused(pass("p1", "u2"), LedgerRule.REALLOCATION_MOVES);
        assertRefused(pass("f0", "u2"), LedgerRule.REVERSED_ENTRY_KNOWN);
        assertAccepted(sample.post(SampleBook.feeReceipt("f2", "u1", 100)));
        assertRefused(pass("f2", "u1"), LedgerRule.REALLOCATION_MOVES);
    }

    private Outcome<List<Acknowledgement>> debit(BankDebit debit) {
        return sample.book().recordBankDebit(debit, SampleBook.MOMENT, BookGuard.none());
    }

    private static BankDebit returned(String reference, String receipt, long fen) {
        return SampleBook.returnedItem(reference, receipt, fen);
    }

    private Outcome<List<Acknowledgement>> twice(BankEvidence line, String kept, String mistaken) {
        return correct(
                new ReceiptCorrection.RecordedTwice(
                        line,
                        EntryId.of(kept),
                        EntryId.of(mistaken),
                        SampleBook.DAY,
                        SampleBook.salt("twice " + mistaken)));
    }

    private Outcome<List<Acknowledgement>> pass(String receipt, String unit) {
        return correct(
                new ReceiptCorrection.WrongUnit(
                        EntryId.of(receipt),
                        UnitId.of(unit),
                        SampleBook.DAY,
                        SampleBook.salt("from " + receipt),
                        SampleBook.salt("to " + unit)));
    }

    private Outcome<List<Acknowledgement>> correct(ReceiptCorrection correction) {
        return sample.book().correctReceipt(correction, SampleBook.MOMENT, BookGuard.none());
    }

    private static EntryDraft onLine(EntryDraft draft, String reference) {
        return draft.source(SourceDocument.bankLine(reference));
    }

    private Outcome<Acknowledgement> byRule(EntryDraft draft) {
        return sample.book()
                .accrue(new Warrant.Accrual(), draft, SampleBook.MOMENT, BookGuard.none());
    }

    private Money shortfallDue(FundClass fundClass) {
        return balance(ChartOfAccounts.shortfallDue(fundClass)).net();
    }

    /** What a unit owes in fees, below zero where it paid ahead. */
    private Money owed(String unit) {
        AccountCode fees = ChartOfAccounts.FEES_RECEIVABLE;
        Money sum = Money.ofFen(0);
        for (LogRecord record : records()) {
            List<Posting> theirs =
                    record.asEntry()
                            .map(e -> e.entry().draft())
                            .filter(
                                    d ->
                                            d.visibility()
                                                    .equals(Visibility.household(UnitId.of(unit))))
                            .map(EntryDraft::postings)
                            .orElse(List.of());
            for (Posting posting : theirs) {
                if (posting.account().equals(fees)) {
                    sum =
                            posting.side() == Side.DEBIT
                                    ? sum.plus(posting.amount())
                                    : sum.minus(posting.amount());
                }
            }
        }
        return sum;
    }
}
