package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.FIRM;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static io.github.xinyi.trust.tck.rules.Village.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.BankDebit;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.book.ReceiptCorrection;
import io.github.xinyi.trust.contract.HandOverItem;
import io.github.xinyi.trust.disbursement.SignedDraws;
import io.github.xinyi.trust.export.BeancountJournal;
import io.github.xinyi.trust.export.PlainTextJournal;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.remuneration.Remuneration;
import io.github.xinyi.trust.remuneration.RemunerationRepayment;
import io.github.xinyi.trust.remuneration.RemunerationRule;
import io.github.xinyi.trust.statement.FundStatement;
import io.github.xinyi.trust.statement.HandOverStatement;
import io.github.xinyi.trust.statement.LedgerExtract;
import io.github.xinyi.trust.statement.RemunerationStatement;
import io.github.xinyi.trust.statement.StatementBasis;
import io.github.xinyi.trust.statement.StatementLine;
import io.github.xinyi.trust.statement.StatementView;
import io.github.xinyi.trust.statement.TrialBalance;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import io.github.xinyi.trust.trusteeship.TrusteeshipRule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guards F4 where the base falls after a draw: what a firm pays back, under its contract and after
 * it, and what becomes of it when the bank or the base moves again.
 */
class RemunerationRepaymentTest {

    private static final LocalDate RECEIVED = LocalDate.of(2025, 5, 10);
    private static final LocalDate DRAWN = LocalDate.of(2025, 5, 15);
    private static final LocalDate FALLS = LocalDate.of(2025, 5, 20);

    /** The first day on which the firm no longer serves. */
    private static final LocalDate OVER = LocalDate.of(2025, 6, 1);

    private static final LocalDate LATER = OVER.plusDays(1);

    private final Village village = new Village(Ratio.of(1, 3));

    /** 4,000 fen are earned and drawn; then 3,000 fen of the base go back, and 1,000 are owed. */
    RemunerationRepaymentTest() {
        village.collect("R1", RECEIVED, 9_000);
        village.collect("R2", RECEIVED, 3_000);
        accept(accrue("A1", DRAWN));
        accept(village.drawOn(DRAWN, 4_000));
        accept(takenByBank("R2", "TP1", 3_000, FALLS));
    }

    private Outcome<?> accrue(String id, LocalDate day) {
        return accrue(village.remuneration, id, day);
    }

    private static Outcome<?> accrue(Remuneration remuneration, String id, LocalDate day) {
        return remuneration.accrue(EntryId.of(id), noon(day), day, SampleBook.salt(id));
    }

    private Outcome<List<Acknowledgement>> takenByBank(
            String receipt, String line, long fen, LocalDate day) {
        return village.book.recordBankDebit(
                new BankDebit.ReturnedItem(
                        SampleBook.bankLine(line, -fen),
                        EntryId.of(receipt),
                        day,
                        SampleBook.salt(line)),
                noon(day),
                BookGuard.none());
    }

    private static RemunerationRepayment repayment(String id, long fen, LocalDate day) {
        return new RemunerationRepayment(
                EntryId.of(id),
                FIRM,
                Money.ofFen(fen),
                SourceDocument.bankLine("TH-" + id),
                day,
                SampleBook.salt(id));
    }

    private Outcome<Acknowledgement> repay(String id, long fen, LocalDate day) {
        return village.remuneration.repay(repayment(id, fen, day), noon(day));
    }

    private static String entryOf(String id) {
        return new RemunerationRepayment(
                        EntryId.of(id),
                        FIRM,
                        Money.ofFen(1),
                        SourceDocument.bankLine("TH"),
                        FALLS,
                        SampleBook.salt(id))
                .entryId(Village.CONTRACT)
                .value();
    }

    private Outcome<List<Acknowledgement>> bounce(String id, long fen, LocalDate day) {
        return takenByBank(entryOf(id), "TP-" + id, fen, day);
    }

    private long available(LocalDate day) {
        return village.book
                .<Money>read(reader -> village.remuneration.available(reader, day))
                .minor();
    }

    private long owed(LocalDate day) {
        return village.book.<Money>read(r -> village.remuneration.owed(r, day)).minor();
    }

    private Outcome<Acknowledgement> draw(String id, LocalDate day, long fen) {
        return village.authoriseAndPayOn(day, village.draw(id, fen));
    }

    private Outcome<Acknowledgement> settle(String id, LocalDate day, long fen) {
        return village.authoriseAndPayOn(
                day,
                village.request(id, OutflowKind.HAND_OVER, FIRM, fen, "REMUNERATION", List.of()));
    }

    private void handOver(HandOverItem item, LocalDate day) {
        accept(
                village.change(
                        life -> life.handOver(item, day, PersonId.of("committee"), noon(day))));
    }

    private void handOverAll(LocalDate day) {
        for (HandOverItem item : HandOverItem.values()) {
            if (village.trusteeship.life().missingOn(day).contains(item)) {
                handOver(item, day);
            }
        }
    }

    private Remuneration nextFirms(Trusteeship next) {
        return new Remuneration(next, new SignedDraws(Village.ID, village.payments));
    }

    @Test
    void isTheOppositeOfADrawAndNamesItsContract() {
        Acknowledgement repaid = accept(repay("T1", 1_000, FALLS));

        EntryDraft entry = repaid.entry().draft();
        Money amount = Money.ofFen(1_000);
        assertThat(entry.kind()).isEqualTo(EntryKind.REMUNERATION_REPAYMENT);
        assertThat(entry.source()).isEqualTo(SourceDocument.bankLine("TH-T1"));
        assertThat(entry.narrative()).isEqualTo(Village.CONTRACT);
        assertThat(RemunerationRepayment.isOf(Village.CONTRACT, entry.id())).isTrue();
        assertThat(RemunerationRepayment.isOf(Village.NEXT_CONTRACT, entry.id())).isFalse();
        assertThat(entry.postings())
                .containsExactly(
                        Posting.debit(ChartOfAccounts.SERVICE_CASH, amount),
                        Posting.credit(ChartOfAccounts.DUE_TO_REMUNERATION, amount),
                        Posting.debit(ChartOfAccounts.REMUNERATION_DUE_FROM_SERVICE, amount),
                        Posting.credit(ChartOfAccounts.REMUNERATION_PAYABLE, amount));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 999, 1_000})
    void takesWhatIsPaidBackUpToWhatIsOwed(long fen) {
        accept(accrue("A2", FALLS));
        assertThat(village.net(ChartOfAccounts.REMUNERATION_PAYABLE).minor()).isEqualTo(1_000);

        accept(repay("T1", fen, FALLS));

        assertThat(owed(FALLS)).isEqualTo(1_000 - fen);
        assertThat(village.net(ChartOfAccounts.REMUNERATION_PAYABLE).minor())
                .isEqualTo(1_000 - fen);
        assertThat(village.net(ChartOfAccounts.DUE_TO_REMUNERATION).minor()).isEqualTo(1_000 - fen);
    }

    @Test
    void takesNoFenMoreThanIsOwedAndSaysHowMuchIs() {
        Outcome<Acknowledgement> refused = repay("T1", 1_001, FALLS);

        assertRefused(refused, RemunerationRule.REPAID_WITHIN_OWED);
        assertThat(
                        refused.<Map<String, String>>fold(
                                accepted -> Map.of(),
                                ruling -> ((RuleCheck) ruling.notMet().get(0)).evidence()))
                .containsEntry("owed", "10.00")
                .containsEntry("amount", "10.01");
        accept(repay("T2", 600, FALLS));
        assertRefused(repay("T3", 401, FALLS), RemunerationRule.REPAID_WITHIN_OWED);
        accept(repay("T4", 400, FALLS));
        assertRefused(repay("T5", 1, FALLS), RemunerationRule.REPAID_WITHIN_OWED);
    }

    @Test
    void opensDrawsAgainOnceAllIsMetAndTakesNothingOffThem() {
        village.collect("R3", FALLS, 300);
        assertRefused(draw("W2", FALLS, 1), RemunerationRule.WITHIN_ENTITLEMENT);
        accept(repay("T1", 899, FALLS));
        assertRefused(draw("W3", FALLS, 1), RemunerationRule.WITHIN_ENTITLEMENT);
        accept(repay("T2", 1, FALLS));
        assertRefused(draw("W4", FALLS, 1), RemunerationRule.WITHIN_ENTITLEMENT);
        village.collect("R4", FALLS, 300);

        Acknowledgement drawn = accept(draw("W5", FALLS, 100));

        assertThat(drawn.entry().draft().postings().get(0).amount()).isEqualTo(Money.ofFen(100));
        assertRefused(draw("W6", FALLS, 1), RemunerationRule.WITHIN_ENTITLEMENT);
    }

    @Test
    void drawnSoFarFallsByWhatWasPaidBack() {
        accept(repay("T1", 700, FALLS));

        assertThat(village.book.<Money>read(village.remuneration::drawn))
                .isEqualTo(Money.ofFen(3_300));
    }

    @Test
    void isDrawnAgainWhereTheBaseRisesAgain() {
        accept(repay("T1", 1_000, FALLS));
        village.collect("R3", FALLS, 3_000);

        assertThat(available(FALLS)).isEqualTo(1_000);
        assertRefused(repay("T2", 1, FALLS), RemunerationRule.REPAID_WITHIN_OWED);
        accept(draw("W2", FALLS, 1_000));
        assertRefused(draw("W3", FALLS, 1), RemunerationRule.WITHIN_ENTITLEMENT);
    }

    @Test
    void isThatOfTheFirmByALineOfTheBankThatShowsNoOther() {
        RemunerationRepayment asked = repayment("T1", 100, FALLS);

        assertRefused(
                village.remuneration.repay(
                        new RemunerationRepayment(
                                asked.id(),
                                PersonId.of("sister-firm"),
                                asked.amount(),
                                new SourceDocument("note", "TH-T1"),
                                asked.day(),
                                asked.salt()),
                        noon(FALLS)),
                RemunerationRule.PAYER_IS_TRUSTEE,
                RemunerationRule.REPAYMENT_SHOWN_BY_BANK);
        accept(village.remuneration.repay(asked, noon(FALLS)));
        assertRefused(
                village.remuneration.repay(
                        new RemunerationRepayment(
                                EntryId.of("T2"),
                                FIRM,
                                Money.ofFen(1),
                                asked.bankLine(),
                                FALLS,
                                asked.salt()),
                        noon(FALLS)),
                RemunerationRule.REPAYMENT_SHOWN_BY_BANK);
    }

    @Test
    void sameIdAndContentChangeNothingAndOtherContentIsRefused() {
        Acknowledgement first = accept(repay("T1", 1_000, FALLS));
        var before = village.head();

        Acknowledgement again = accept(repay("T1", 1_000, FALLS));

        assertThat(again.repeated()).isTrue();
        assertThat(again.entry()).isEqualTo(first.entry());
        assertRefused(repay("T1", 999, FALLS), LedgerRule.SAME_ID_OTHER_CONTENT);
        assertThat(village.head()).isEqualTo(before);
    }

    @Test
    void aNameThatIsTooLongForAnEntryStandsThereByItsDigest() {
        assertThat(entryOf("x".repeat(40))).hasSize(64).endsWith("/" + "x".repeat(40));
        assertThat(entryOf("x".repeat(41))).hasSize(64).doesNotContain("xx");
        assertThat(entryOf("x".repeat(63) + "y")).hasSize(64).isNotEqualTo(entryOf("x".repeat(64)));
    }

    @Test
    void isNeitherZeroNorBelowNorInAnotherCurrency() {
        assertRefused(repay("T1", 0, FALLS), onEachPosting(LedgerRule.AMOUNT_POSITIVE));
        assertRefused(repay("T2", -1, FALLS), onEachPosting(LedgerRule.AMOUNT_POSITIVE));
        RemunerationRepayment asked = repayment("T3", 1, FALLS);
        Outcome<Acknowledgement> dollars =
                village.remuneration.repay(
                        new RemunerationRepayment(
                                asked.id(),
                                FIRM,
                                Money.ofMinor(1, Currency.getInstance("USD")),
                                asked.bankLine(),
                                FALLS,
                                asked.salt()),
                        noon(FALLS));

        assertRefused(dollars, onEachPosting(LedgerRule.CURRENCY_OF_BOOK));
    }

    private static LedgerRule[] onEachPosting(LedgerRule rule) {
        return Collections.nCopies(4, rule).toArray(LedgerRule[]::new);
    }

    @Test
    void isRecordedOnItsDayOrLaterAndIntoAnOpenPeriod() {
        assertRefused(
                village.remuneration.repay(repayment("T1", 1, FALLS.plusDays(1)), noon(FALLS)),
                TrusteeshipRule.RECORDED_AFTERWARDS);
        LocalDate end = YearMonth.from(FALLS).atEndOfMonth();
        accept(village.book.close(end, noon(LATER), LATER));

        assertRefused(
                village.remuneration.repay(repayment("T2", 1_000, FALLS), noon(LATER)),
                LedgerRule.PERIOD_OPEN);
        accept(repay("T3", 1_000, LATER));
        assertThat(owed(LATER)).isZero();
    }

    @Test
    void isRefusedOfADayBeforeTheContract() {
        LocalDate before = Village.FIRST_DAY.minusDays(1);

        assertRefused(
                village.remuneration.repay(repayment("T1", 1_000, before), noon(FALLS)),
                RemunerationRule.REPAID_INTO_FUND);
    }

    @Test
    void waitsWhileAHouseholdsFeeWaitsForItsBatch() {
        village.receive("H1", 1, FALLS, 300);

        assertRefused(repay("T1", 1, FALLS), RemunerationRule.RECEIPTS_PUBLISHED);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void isOwedAgainWhereTheBankTakesItBackAndIsTakenBackOnce(boolean isOver) {
        LocalDate day = isOver ? LATER : FALLS;
        accept(repay("T1", 1_000, FALLS));
        if (isOver) {
            village.takenOver(OVER);
        }

        accept(bounce("T1", 1_000, day));

        assertThat(owed(day)).isEqualTo(1_000);
        assertRefused(
                takenByBank(entryOf("T1"), "TP-again", 1_000, day),
                LedgerRule.RECEIPT_STANDS,
                LedgerRule.REVERSED_ONCE);
        assertThat(village.net(ChartOfAccounts.SERVICE_CASH).minor()).isEqualTo(9_000 - 4_000);
        accept(repay("T2", 1_000, day));
        assertThat(owed(day)).isZero();
    }

    @Test
    void aRepaymentThatTheBankTookBackStopsDrawsAgain() {
        accept(repay("T1", 1_000, FALLS));
        village.collect("R3", FALLS, 300);
        accept(draw("W2", FALLS, 50));
        accept(bounce("T1", 1_000, FALLS));

        assertRefused(draw("W3", FALLS, 1), RemunerationRule.WITHIN_ENTITLEMENT);
        assertThat(owed(FALLS)).isEqualTo(950);
    }

    /** Other cash in the same account at the bank covers it, and both classes record the debt. */
    @Test
    void isTakenBackThoughTheFundHasSpentIt() {
        accept(repay("T1", 1_000, FALLS));
        village.post(SampleBook.parking("P1", 10_000));
        accept(
                village.authoriseAndPayOn(
                        FALLS,
                        village.lights("E1", village.net(ChartOfAccounts.SERVICE_CASH).minor())));

        accept(bounce("T1", 1_000, FALLS));

        assertThat(owed(FALLS)).isEqualTo(1_000);
        assertThat(village.net(AccountCode.of("service.shortfall-owed")).minor()).isEqualTo(-1_000);
    }

    @Test
    void isNotReversedByHandNorPostedNorImported() {
        Acknowledgement repaid = accept(repay("T1", 1_000, FALLS));
        EntryDraft entry = repaid.entry().draft();

        assertRefused(
                village.book.post(
                        EntryDraft.reversalOf(
                                        repaid.entry(),
                                        EntryId.of("undo"),
                                        FALLS,
                                        SampleBook.salt("undo"))
                                .source(SourceDocument.bankLine("YH-undo")),
                        noon(FALLS)),
                LedgerRule.OUTFLOW_UNDER_TWO_KEYS);
        EntryDraft byHand =
                SampleBook.draft("T9", EntryKind.REMUNERATION_REPAYMENT, FALLS)
                        .postings(entry.postings());
        assertRefused(village.book.post(byHand, noon(FALLS)), LedgerRule.MADE_BY_ITS_RULE);
        assertRefused(
                new Village(Ratio.of(1, 3))
                        .book.importPeriod(
                                YearMonth.from(FALLS),
                                List.of(byHand.source(SourceDocument.imported("old"))),
                                noon(LATER),
                                LATER),
                LedgerRule.MADE_BY_ITS_RULE);
    }

    @Test
    void aDrawThatComesBackAfterItWasPaidBackIsDrawnAgainToTheFen() {
        accept(repay("T1", 1_000, FALLS));
        accept(
                village.book.post(
                        EntryDraft.reversalOf(
                                        village.book
                                                .find(EntryId.of("pay/W" + DRAWN))
                                                .orElseThrow()
                                                .entry(),
                                        EntryId.of("back"),
                                        FALLS,
                                        SampleBook.salt("back"))
                                .source(SourceDocument.bankLine("TH-draw")),
                        noon(FALLS)));

        assertThat(village.book.<Money>read(village.remuneration::drawn).minor()).isEqualTo(-1_000);
        assertRefused(draw("W2", FALLS, 4_001), RemunerationRule.WITHIN_ENTITLEMENT);
        accept(draw("W3", FALLS, 4_000));
        assertThat(village.net(ChartOfAccounts.SERVICE_CASH).minor())
                .as("9,000 received and 3,000 of it the firm's")
                .isEqualTo(6_000);
    }

    @Test
    void aReplacedFirmPaysBackAndNothingOfItIsTheNextFirms() {
        village.takenOver(OVER);
        Trusteeship next = village.successor(OVER);
        village.collect("N1", LATER, 1_000);

        accept(repay("T1", 400, LATER));
        handOver(HandOverItem.FINAL_STATEMENT, LATER);
        accept(repay("T2", 600, LATER));

        assertThat(owed(LATER)).isZero();
        assertThat(available(LATER)).isZero();
        assertThat(village.book.<Money>read(r -> nextFirms(next).available(r, LATER)))
                .isEqualTo(Money.ofFen(100));
        assertThat(village.book.<Money>read(nextFirms(next)::drawn)).isEqualTo(Money.ofFen(0));
        assertRefused(
                nextFirms(next)
                        .repay(
                                new RemunerationRepayment(
                                        EntryId.of("T3"),
                                        Village.NEXT_FIRM,
                                        Money.ofFen(1),
                                        SourceDocument.bankLine("TH-T3"),
                                        LATER,
                                        SampleBook.salt("T3")),
                                noon(LATER)),
                RemunerationRule.REPAID_WITHIN_OWED);
    }

    @Test
    void whatASettlementPaidTooMuchIsPaidBackWhereTheBankTakesTheRepaymentBack() {
        accept(repay("T1", 1_000, FALLS));
        village.collect("R3", FALLS, 3_000);
        village.takenOver(OVER);
        handOver(HandOverItem.FINAL_STATEMENT, OVER);
        assertRefused(settle("S1", LATER, 1_001), RemunerationRule.WITHIN_ENTITLEMENT);
        accept(settle("S2", LATER, 1_000));

        accept(bounce("T1", 1_000, LATER));

        assertThat(owed(LATER)).isEqualTo(1_000);
        assertRefused(settle("S3", LATER, 1), RemunerationRule.WITHIN_ENTITLEMENT);
        assertRefused(repay("T2", 1_001, LATER), RemunerationRule.REPAID_WITHIN_OWED);
        accept(repay("T3", 1_000, LATER));
        assertThat(available(LATER)).isZero();
        assertThat(village.net(ChartOfAccounts.SERVICE_CASH).minor())
                .as("12,000 received and 4,000 of it the firm's")
                .isEqualTo(8_000);
    }

    private static EntryDraft ofNextContract(RemunerationRepayment asked) {
        Money amount = asked.amount();
        return SampleBook.draft(
                        asked.entryId(Village.NEXT_CONTRACT).value(),
                        EntryKind.REMUNERATION_REPAYMENT,
                        asked.day())
                .source(asked.bankLine())
                .postings(
                        Posting.debit(ChartOfAccounts.SERVICE_CASH, amount),
                        Posting.credit(ChartOfAccounts.DUE_TO_REMUNERATION, amount),
                        Posting.debit(ChartOfAccounts.REMUNERATION_DUE_FROM_SERVICE, amount),
                        Posting.credit(ChartOfAccounts.REMUNERATION_PAYABLE, amount));
    }

    /** The books go on under the next firm, and what the first one owes comes to them. */
    @Test
    void isTakenAfterAllIsHandedOverWhileTheMoneyIsInThisBook() {
        village.takenOver(OVER);
        handOverAll(LATER);

        accept(repay("T1", 600, LATER));
        accept(bounce("T1", 600, LATER));
        accept(repay("T2", 1_000, LATER));

        assertThat(owed(LATER)).isZero();
    }

    private Outcome<Acknowledgement> handOverMoney(String id, LocalDate day) {
        return village.authoriseAndPayOn(
                day,
                village.request(
                        id,
                        OutflowKind.HAND_OVER,
                        PersonId.of("next-account"),
                        village.net(ChartOfAccounts.SERVICE_CASH).minor(),
                        "SERVICE_FUND",
                        List.of()));
    }

    @Test
    void isRefusedOnceAllIsHandedOverAndTheMoneyHasLeftTheBook() {
        village.takenOver(OVER);
        handOver(HandOverItem.FINAL_STATEMENT, OVER);
        accept(handOverMoney("M1", LATER));
        accept(repay("T1", 400, LATER));
        accept(handOverMoney("M2", LATER));
        handOverAll(LATER);

        assertRefused(repay("T2", 600, LATER), RemunerationRule.REPAID_INTO_FUND);

        assertThat(village.net(ChartOfAccounts.SERVICE_CASH).minor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-05-31", "2025-06-02"})
    void aRefundThatComesBackGivesAReplacedFirmWhatItPaidBack(LocalDate comesBack) {
        Village refunding = new Village(Ratio.of(1, 3));
        for (int unit = 1; unit <= 5; unit++) {
            refunding.receive("H" + unit, unit, RECEIVED, 600);
        }
        accept(refunding.book.publishBatch(EntryKind.FEE_RECEIPT, 5, noon(RECEIVED), RECEIVED));
        accept(accrue(refunding.remuneration, "A1", DRAWN));
        accept(refunding.drawOn(DRAWN, 1_000));
        for (int unit = 1; unit <= 5; unit++) {
            accept(
                    refunding.authoriseAndPayOn(
                            FALLS,
                            refunding.outflow(
                                    "B" + unit,
                                    OutflowKind.REFUND,
                                    Village.unit(unit).value(),
                                    300)));
        }
        assertRefused(
                refunding.remuneration.repay(repayment("T0", 500, FALLS), noon(FALLS)),
                RemunerationRule.RECEIPTS_PUBLISHED);
        accept(refunding.book.publishBatch(EntryKind.REFUND, 5, noon(FALLS), FALLS));
        accept(accrue(refunding.remuneration, "A2", FALLS));
        assertRefused(
                refunding.remuneration.repay(repayment("T1", 501, FALLS), noon(FALLS)),
                RemunerationRule.REPAID_WITHIN_OWED);
        accept(refunding.remuneration.repay(repayment("T2", 500, FALLS), noon(FALLS)));

        refunding.takenOver(OVER);
        Trusteeship next = refunding.successor(OVER);
        for (int unit = 1; unit <= 5; unit++) {
            accept(
                    refunding.book.post(
                            EntryDraft.reversalOf(
                                            refunding
                                                    .book
                                                    .find(EntryId.of("pay/B" + unit))
                                                    .orElseThrow()
                                                    .entry(),
                                            EntryId.of("back/B" + unit),
                                            comesBack,
                                            SampleBook.salt("back" + unit))
                                    .source(SourceDocument.bankLine("TH-B" + unit)),
                            noon(LATER)));
        }
        accept(refunding.book.publishBatch(EntryKind.REFUND, 5, noon(LATER), LATER));
        accept(accrue(refunding.remuneration, "A3", LATER));
        accept(
                refunding.change(
                        life ->
                                life.handOver(
                                        HandOverItem.FINAL_STATEMENT,
                                        OVER,
                                        PersonId.of("committee"),
                                        noon(LATER))));

        accept(
                refunding.authoriseAndPayOn(
                        LATER,
                        refunding.request(
                                "S1",
                                OutflowKind.HAND_OVER,
                                FIRM,
                                500,
                                "REMUNERATION",
                                List.of())));
        assertThat(
                        refunding.book.<Money>read(
                                reader -> refunding.remuneration.available(reader, LATER)))
                .isEqualTo(Money.ofFen(0));
        assertThat(
                        refunding.book.<Money>read(
                                reader ->
                                        new Remuneration(
                                                        next,
                                                        new SignedDraws(
                                                                Village.ID, refunding.payments))
                                                .available(reader, LATER)))
                .isEqualTo(Money.ofFen(0));
        assertThat(refunding.net(ChartOfAccounts.REMUNERATION_PAYABLE)).isEqualTo(Money.ofFen(0));
        assertThat(refunding.net(ChartOfAccounts.DUE_TO_REMUNERATION)).isEqualTo(Money.ofFen(0));
    }

    @Test
    void aLineEnteredUnderTheWrongContractIsPutRight() {
        village.takenOver(OVER);
        Trusteeship next = village.successor(OVER);
        village.collect("N1", OVER, 5_000);
        SourceDocument line = SourceDocument.bankLine("TH-1");
        RemunerationRepayment asked =
                new RemunerationRepayment(
                        EntryId.of("T1"),
                        FIRM,
                        Money.ofFen(500),
                        line,
                        LATER,
                        SampleBook.salt("T1"));
        Acknowledgement right = accept(village.remuneration.repay(asked, noon(LATER)));
        EntryDraft wrong = ofNextContract(asked);
        village.force(wrong);
        assertThat(village.book.<Money>read(nextFirms(next)::drawn).minor()).isEqualTo(-500);

        accept(
                village.book.correctReceipt(
                        new ReceiptCorrection.RecordedTwice(
                                SampleBook.bankLine("TH-1", 500),
                                right.entry().id(),
                                wrong.id(),
                                LATER,
                                SampleBook.salt("twice")),
                        noon(LATER),
                        BookGuard.none()));

        assertThat(village.book.<Money>read(nextFirms(next)::drawn).minor()).isZero();
        assertThat(owed(LATER)).isEqualTo(500);
    }

    @Test
    void meetsWhatTheBooksShowOnceItIsTakenBackAfterTheEnd() {
        accept(village.book.close(OVER.minusDays(1), noon(OVER), OVER));
        village.takenOver(OVER);
        Trusteeship next = village.successor(OVER);
        village.collect("N1", OVER, 1_000);
        accept(accrue(nextFirms(next), "N-A1", OVER));
        accept(repay("T1", 400, LATER));

        accept(accrue("A2", LATER));
        assertThat(village.net(ChartOfAccounts.REMUNERATION_PAYABLE).minor())
                .as("600 owed by the first firm, 100 due to the next")
                .isEqualTo(600 - 100);
        accept(repay("T2", 600, LATER));

        assertThat(village.net(ChartOfAccounts.REMUNERATION_PAYABLE).minor()).isEqualTo(-100);
        assertThat(village.net(ChartOfAccounts.DUE_TO_REMUNERATION).minor()).isEqualTo(-100);
    }

    private LedgerExtract extract(LocalDate from, LocalDate to, StatementView view) {
        return village.book.read(
                reader ->
                        LedgerExtract.of(
                                village.book.chart(),
                                reader,
                                new StatementBasis(
                                        Village.ID, from, to, reader.frontier().size(), view)));
    }

    private RemunerationStatement statement(StatementView view) {
        return RemunerationStatement.of(
                extract(Village.FIRST_DAY, LATER, view),
                village.trusteeship.life(),
                Money.ofFen(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTERNAL", "PUBLIC"})
    void isStatedAndLeavesWhatTheRulesLeave(StatementView view) {
        assertThat(statement(view).left()).contains(Money.ofFen(-1_000));
        assertThat(statement(view).lines())
                .extracting(StatementLine::code)
                .doesNotContain("repaid");
        accept(repay("T1", 300, FALLS));
        accept(repay("T2", 400, FALLS));
        accept(bounce("T2", 400, FALLS));
        village.takenOver(OVER);
        accept(repay("T3", 500, LATER));
        village.force(ofNextContract(repayment("T4", 50, LATER)));

        RemunerationStatement stated = statement(view);

        assertThat(stated.repaid().amount()).isEqualTo(Money.ofFen(800));
        assertThat(stated.repaid().records()).containsExactly(entryOf("T1"), entryOf("T3"));
        assertThat(stated.left())
                .contains(Money.ofFen(-200))
                .contains(Money.ofFen(available(LATER)));
        assertThat(stated.lines()).extracting(StatementLine::code).contains("repaid");
    }

    @Test
    void theHandOverIsStatedWithItAndCloses() {
        accept(repay("T1", 300, FALLS));
        village.takenOver(OVER);
        village.collect("N1", OVER, 50);
        accept(repay("T2", 400, LATER));
        accept(bounce("T1", 300, LATER));

        HandOverStatement stated =
                accept(
                        HandOverStatement.of(
                                extract(OVER, LATER, StatementView.INTERNAL),
                                village.trusteeship.life()));

        HandOverStatement.Section service = stated.sections().get(0);
        assertThat(service.atEnd().amount()).isEqualTo(Money.ofFen(5_300));
        assertThat(service.since().amount()).isEqualTo(Money.ofFen(50 - 300));
        assertThat(service.repaid().amount()).isEqualTo(Money.ofFen(400));
        assertThat(service.left().amount()).isEqualTo(Money.ofFen(5_450));
        assertThat(stated.lines())
                .extracting(StatementLine::code)
                .contains("SERVICE_FUND.repaid")
                .doesNotContain("PUBLIC_INCOME.repaid");
    }

    @Test
    void theFundIsStatedWithItAndTheBooksAreExported() {
        accept(accrue("A2", FALLS));
        accept(repay("T1", 1_000, FALLS));

        FundStatement fund =
                FundStatement.of(
                        TrialBalance.of(village.book.chart(), village.balances()),
                        FundClass.SERVICE_FUND);

        assertThat(fund.cash()).isEqualTo(Money.ofFen(6_000));
        assertThat(fund.expense()).isEqualTo(Money.ofFen(3_000));
        assertThat(fund.payable()).isEqualTo(Money.ofFen(0));
        StringBuilder ledger = new StringBuilder();
        StringBuilder beancount = new StringBuilder();
        village.book.read(
                reader -> {
                    new PlainTextJournal(village.book.chart()).write(reader, ledger);
                    new BeancountJournal(village.book.chart()).write(reader, beancount);
                    return true;
                });
        assertThat(ledger.toString())
                .contains("REMUNERATION_REPAYMENT HT-2025-01\n    service:cash  10.00 CNY");
        assertThat(beancount.toString()).contains("REMUNERATION_REPAYMENT");
    }
}
