package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.FIRM;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static io.github.xinyi.trust.tck.rules.Village.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.BankDebit;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.book.ReceiptCorrection;
import io.github.xinyi.trust.contract.HandOverItem;
import io.github.xinyi.trust.disbursement.Disbursements;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.SignedDraws;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.remuneration.Remuneration;
import io.github.xinyi.trust.remuneration.RemunerationRule;
import io.github.xinyi.trust.statement.Figure;
import io.github.xinyi.trust.statement.LedgerExtract;
import io.github.xinyi.trust.statement.RemunerationStatement;
import io.github.xinyi.trust.statement.StatementBasis;
import io.github.xinyi.trust.statement.StatementView;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.RemunerationClauses;
import io.github.xinyi.trust.trusteeship.RemunerationClauses.Release;
import io.github.xinyi.trust.trusteeship.RemunerationClauses.Rounding;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards F4 where one firm follows another in a book: each one's draws are its own. */
class SuccessorDrawsTest {

    /** The first day of the firm that follows. */
    private static final LocalDate OVER = LocalDate.of(2025, 6, 1);

    private static final LocalDate LAST = OVER.minusDays(1);

    private final Village village = new Village(Ratio.of(1, 3));
    private Trusteeship next = village.trusteeship;
    private Disbursements nextPayments = village.disbursements;

    /** The first firm earns 100 fen. */
    SuccessorDrawsTest() {
        village.collect("R1", OVER.minusDays(20), 300);
    }

    /** The firm that follows earns 30 fen, on its second day. */
    private void follow() {
        village.takenOver(OVER);
        next = village.successor(OVER);
        nextPayments = new Disbursements(next, List.of(), village.payments);
        village.collect("R2", OVER.plusDays(1), 300);
    }

    private OutflowOrder authorise(
            Disbursements firm, PaymentRequest asked, PersonId payee, String contract) {
        OutflowOrder o = asked.order();
        OutflowOrder order =
                new OutflowOrder(
                        o.community(),
                        o.id(),
                        o.kind(),
                        payee,
                        o.amount(),
                        o.purpose(),
                        o.budgetLine(),
                        o.vouchers(),
                        o.initiator(),
                        contract,
                        o.expiresAt(),
                        o.payeeName());
        accept(
                firm.request(
                        new PaymentRequest(
                                order,
                                asked.payeeName(),
                                asked.report(),
                                asked.vouchers(),
                                asked.requestedAt())));
        for (Credential key : List.of(TestKeys.FIRM_KEY, TestKeys.OWNERS_KEY)) {
            accept(firm.approve(o.id(), TestKeys.approval(key.id(), order, asked.requestedAt())));
        }
        return order;
    }

    private static Outcome<Acknowledgement> pay(Disbursements firm, String id, LocalDate day) {
        return firm.pay(
                id, SourceDocument.bankLine("BK-" + id), noon(day), day, SampleBook.salt(id));
    }

    private Outcome<Acknowledgement> nextDraws(String id, LocalDate day, long fen) {
        return nextIsPaid(village.draw(id, fen), day);
    }

    private Outcome<Acknowledgement> nextIsSettled(String id, LocalDate day, long fen) {
        return nextIsPaid(settlement(id, fen), day);
    }

    private Outcome<Acknowledgement> nextIsPaid(PaymentRequest asked, LocalDate day) {
        OutflowOrder order =
                authorise(
                        nextPayments,
                        village.at(asked, noon(day)),
                        Village.NEXT_FIRM,
                        Village.NEXT_CONTRACT);
        return pay(nextPayments, order.id(), day);
    }

    private PaymentRequest settlement(String id, long fen) {
        return village.request(id, OutflowKind.HAND_OVER, FIRM, fen, "REMUNERATION", List.of());
    }

    private Outcome<Acknowledgement> firstIsSettled(String id, LocalDate day, long fen) {
        return village.authoriseAndPayOn(day, settlement(id, fen));
    }

    private void report(Trusteeship trust, LocalDate day) {
        accept(
                trust.change(
                        village.command(),
                        life ->
                                life.handOver(
                                        HandOverItem.FINAL_STATEMENT,
                                        day,
                                        PersonId.of("committee"),
                                        noon(day))));
    }

    /** Asked for, signed and sent on the last day of the first firm. */
    private void sendOnTheLastDay(String id, long fen) {
        authorise(
                village.disbursements,
                village.at(village.draw(id, fen), noon(LAST)),
                FIRM,
                Village.CONTRACT);
        accept(
                village.disbursements.send(
                        id, new SourceDocument("instruction", "ZL-" + id), noon(LAST)));
    }

    /** The bank brings a payment back. */
    private void bringBack(String payment, LocalDate day) {
        bringBack(village, payment, day);
    }

    private static void bringBack(Village village, String payment, LocalDate day) {
        accept(
                village.book.post(
                        EntryDraft.reversalOf(
                                        village.book
                                                .find(EntryId.of(payment))
                                                .orElseThrow()
                                                .entry(),
                                        EntryId.of("returned/" + payment),
                                        day,
                                        SampleBook.salt("returned"))
                                .source(SourceDocument.bankLine("TH-" + payment)),
                        noon(day)));
    }

    private long available(Trusteeship trust, LocalDate day) {
        return available(village, trust, day);
    }

    private static long available(Village village, Trusteeship trust, LocalDate day) {
        Remuneration remuneration =
                new Remuneration(trust, new SignedDraws(Village.ID, village.payments));
        return village.book.<Money>read(reader -> remuneration.available(reader, day)).minor();
    }

    @Test
    void aDrawThatComesBackAfterTheTakeOverIsTheFirstFirmsAndFreesNothingOfTheNext() {
        accept(village.drawOn(OVER.minusDays(12), 40));
        follow();
        accept(nextDraws("B1", OVER.plusDays(5), 30));

        bringBack("pay/W" + OVER.minusDays(12), OVER.plusDays(9));

        LocalDate day = OVER.plusDays(10);
        assertThat(available(next, day)).isZero();
        assertRefused(nextDraws("B2", day, 1), RemunerationRule.WITHIN_ENTITLEMENT);
        assertThat(available(village.trusteeship, day)).isEqualTo(100);
        report(village.trusteeship, OVER);
        assertRefused(firstIsSettled("S1", day, 101), RemunerationRule.WITHIN_ENTITLEMENT);
        accept(firstIsSettled("S2", day, 100));
        assertRefused(firstIsSettled("S3", day, 1), RemunerationRule.WITHIN_ENTITLEMENT);
    }

    @Test
    void aDrawThatWasSentOnTheLastDayAndPaidLaterIsTheFirstFirmsAndNotTheNexts() {
        sendOnTheLastDay("W1", 40);
        follow();
        accept(pay(village.disbursements, "W1", OVER));

        LocalDate day = OVER.plusDays(2);
        assertThat(available(next, day)).isEqualTo(30);
        assertThat(available(village.trusteeship, day)).isEqualTo(60);
        accept(nextDraws("B1", day, 30));
        assertRefused(nextDraws("B2", day, 1), RemunerationRule.WITHIN_ENTITLEMENT);
        report(village.trusteeship, OVER);
        assertRefused(firstIsSettled("S1", day, 61), RemunerationRule.WITHIN_ENTITLEMENT);
        accept(firstIsSettled("S2", day, 60));
    }

    @Test
    void whatTheFirstFirmHasAtTheBankTakesNothingOfTheNext() {
        sendOnTheLastDay("W1", 40);
        follow();

        accept(nextDraws("B1", OVER.plusDays(2), 30));
        accept(pay(village.disbursements, "W1", OVER.plusDays(3)));

        assertThat(available(village.trusteeship, OVER.plusDays(3))).isEqualTo(60);
    }

    @Test
    void aLateDrawThatComesBackIsSettledAndNotDrawnByTheNext() {
        sendOnTheLastDay("W1", 40);
        follow();
        accept(pay(village.disbursements, "W1", OVER.plusDays(2)));
        bringBack("pay/W1", OVER.plusDays(4));

        LocalDate day = OVER.plusDays(5);
        assertRefused(nextDraws("B1", day, 31), RemunerationRule.WITHIN_ENTITLEMENT);
        report(village.trusteeship, OVER);
        accept(firstIsSettled("S1", day, 100));
        accept(nextDraws("B2", day, 30));
    }

    @Test
    void theSettlementOfALaterFirmIsNotThatOfTheFirst() {
        follow();
        report(village.trusteeship, OVER);
        accept(firstIsSettled("S1", OVER.plusDays(2), 60));
        LocalDate second = OVER.plusDays(90);
        village.takenOver(next, second);
        report(next, second);
        accept(nextIsSettled("S2", second, 20));

        assertThat(available(village.trusteeship, second)).isEqualTo(40);
        assertThat(available(next, second)).isEqualTo(10);
        bringBack("pay/S1", second.plusDays(1));
        assertThat(available(village.trusteeship, second)).isEqualTo(100);
        assertThat(available(next, second)).isEqualTo(10);
    }

    /** The defect: a reversal after the take-over left the debt that it took back to be paid. */
    @Test
    void anOpeningThatIsTakenBackAfterTheTakeOverIsDueToNoFirm() {
        Village opened = new Village(Ratio.of(1, 3));
        opened.post(RemunerationTest.openingDue(OVER.minusDays(30), 1_000));
        opened.takenOver(OVER);
        Trusteeship successor = opened.successor(OVER);
        assertThat(available(opened, opened.trusteeship, OVER)).isEqualTo(1_000);

        accept(
                opened.book.post(
                        EntryDraft.reversalOf(
                                opened.book.find(EntryId.of("dues")).orElseThrow().entry(),
                                EntryId.of("r1"),
                                OVER.plusDays(1),
                                SampleBook.salt("r1")),
                        noon(OVER.plusDays(1))));

        assertThat(available(opened, opened.trusteeship, OVER.plusDays(1))).isZero();
        assertThat(available(opened, successor, OVER.plusDays(1))).isZero();
        assertThat(broughtIn(opened, opened.trusteeship)).isEqualTo(Figure.none());
        assertThat(broughtIn(opened, successor)).isEqualTo(Figure.none());
    }

    private static Outcome<Optional<Acknowledgement>> accrue(
            Village village, Trusteeship trust, String id, LocalDate day) {
        return new Remuneration(trust, new SignedDraws(Village.ID, village.payments))
                .accrue(EntryId.of(id), noon(day), day, SampleBook.salt(id));
    }

    private static long payable(Village village) {
        return -village.net(ChartOfAccounts.REMUNERATION_PAYABLE).minor();
    }

    /** The defect: what was too much stayed in the books for ever once the period was closed. */
    @Test
    void whatWasAccruedTooMuchIsTakenBackAfterTheEndAndTellsNothingOfTheNextFirm() {
        village.collect("R0", OVER.minusDays(20), 90);
        accept(accrue(village, village.trusteeship, "A1", LAST));
        accept(village.drawOn(LAST, 130));
        accept(
                village.book.recordBankDebit(
                        new BankDebit.ReturnedItem(
                                SampleBook.bankLine("TP", -90),
                                EntryId.of("R0"),
                                LAST,
                                SampleBook.salt("TP")),
                        noon(LAST),
                        BookGuard.none()));
        accept(village.book.close(LAST, noon(OVER), OVER));
        follow();
        LocalDate day = OVER.plusDays(1);
        accept(accrue(village, next, "N1", day));
        assertThat(payable(village)).isEqualTo(30);

        accept(accrue(village, village.trusteeship, "A2", day));

        assertThat(payable(village)).as("30 owed by the first, 30 due to the next").isZero();
        assertThat(accept(accrue(village, village.trusteeship, "A3", day))).isEmpty();
        assertThat(accept(accrue(village, next, "N2", day))).isEmpty();
    }

    private void takenByBank(String receipt, long fen, LocalDate day) {
        accept(
                village.book.recordBankDebit(
                        new BankDebit.ReturnedItem(
                                SampleBook.bankLine("TP-" + receipt.replace('/', '-'), -fen),
                                EntryId.of(receipt),
                                day,
                                SampleBook.salt(receipt)),
                        noon(day),
                        BookGuard.none()));
    }

    /** The defect: the base of the next firm fell by what the first one had received. */
    @Test
    void aReceiptOfTheFirstFirmThatBouncesUnderTheNextIsTakenFromTheFirstOne() {
        accept(village.drawOn(LAST, 100));
        follow();
        LocalDate day = OVER.plusDays(3);

        takenByBank("R1", 300, day);

        assertThat(available(village.trusteeship, day)).isEqualTo(-100);
        assertThat(available(village.trusteeship, day.minusDays(1))).isZero();
        assertThat(available(next, day)).isEqualTo(30);
        assertRefused(nextDraws("B1", day, 31), RemunerationRule.WITHIN_ENTITLEMENT);
        accept(nextDraws("B2", day, 30));
    }

    @Test
    void aReceiptThatBouncesUnderTheFirmThatReceivedItIsTakenFromThatOne() {
        follow();
        LocalDate day = OVER.plusDays(3);

        takenByBank("R2", 300, day);

        assertThat(available(village.trusteeship, day)).isEqualTo(100);
        assertThat(available(next, day)).isZero();
    }

    private void refund(String id, int unit, LocalDate day, long fen) {
        PaymentRequest asked =
                village.outflow(id, OutflowKind.REFUND, Village.unit(unit).value(), fen);
        authorise(
                nextPayments,
                village.at(asked, noon(day)),
                asked.order().payee(),
                Village.NEXT_CONTRACT);
        accept(pay(nextPayments, id, day));
    }

    /**
     * A household paid 600 fen to the first firm and 300 to the next, and gets back what is due.
     */
    @ParameterizedTest
    @CsvSource({"300, 100, 30", "301, 99, 30", "600, 0, 30", "900, -100, 30"})
    void aRefundGivesBackWhatWasPaidLastAndIsOfTheFirmThatReceivedIt(
            long fen, long first, long nextFirms) {
        accept(village.drawOn(LAST, 100));
        village.receive("H1", 1, LAST, 600);
        follow();
        village.receive("H2", 1, OVER, 300);
        LocalDate day = OVER.plusDays(3);
        assertThat(available(village.trusteeship, day)).isEqualTo(200);
        assertThat(available(next, day)).isEqualTo(60);

        refund("E1", 1, day, fen);

        assertThat(available(village.trusteeship, day)).isEqualTo(first + 100);
        assertThat(available(next, day)).isEqualTo(nextFirms);
        bringBack("pay/E1", day);
        assertThat(available(village.trusteeship, day)).isEqualTo(200);
        assertThat(available(next, day)).isEqualTo(60);
        refund("E2", 1, day, fen);
        assertThat(available(village.trusteeship, day)).isEqualTo(first + 100);
        assertThat(available(next, day)).isEqualTo(nextFirms);
    }

    @Test
    void whatARefundThatCameBackGivesAgainIsWhatWasPaidLast() {
        village.receive("H1", 1, LAST, 600);
        follow();
        village.receive("H2", 1, OVER, 300);
        LocalDate day = OVER.plusDays(3);
        refund("E1", 1, day, 600);
        bringBack("pay/E1", day);

        refund("E2", 1, day, 300);

        assertThat(available(village.trusteeship, day)).isEqualTo(300);
        assertThat(available(next, day)).isEqualTo(30);
    }

    @Test
    void aRefundGivesBackNothingOfAReceiptThatBounced() {
        village.receive("H1", 1, LAST, 600);
        follow();
        village.receive("H2", 1, OVER, 300);
        LocalDate day = OVER.plusDays(3);
        takenByBank("receipt/H2", 300, day);

        refund("E1", 1, day, 300);

        assertThat(available(village.trusteeship, day)).isEqualTo(200);
        assertThat(available(next, day)).isEqualTo(30);
    }

    /** A part of each movement is rounded by itself, and so is what comes back of it. */
    @ParameterizedTest
    @EnumSource(Rounding.class)
    void isTheFirstFirmsHoweverItIsRounded(Rounding rounding) {
        Village rounded =
                new Village(
                        Village.terms(Ratio.of(1, 3), TestKeys.register()),
                        new RemunerationClauses(
                                Village.ID, Village.CONTRACT, rounding, List.of(), Release.NEVER),
                        List.of(),
                        Village.USUAL_PAYMENTS);
        rounded.collect("R1", LAST, 300);
        rounded.collect("R2", LAST, 601);
        rounded.receive("H1", 1, LAST, 600);
        accept(
                rounded.authoriseAndPayOn(
                        LAST,
                        rounded.outflow("E1", OutflowKind.REFUND, Village.unit(1).value(), 600)));
        rounded.takenOver(OVER);
        Trusteeship successor = rounded.successor(OVER);
        rounded.collect("R3", OVER, 300);
        assertThat(available(rounded, rounded.trusteeship, OVER)).isEqualTo(300);
        bringBack(rounded, "pay/E1", OVER);
        assertThat(available(rounded, rounded.trusteeship, OVER)).isEqualTo(500);

        accept(
                rounded.book.recordBankDebit(
                        new BankDebit.ReturnedItem(
                                SampleBook.bankLine("TP", -601),
                                EntryId.of("R2"),
                                OVER,
                                SampleBook.salt("TP")),
                        noon(OVER),
                        BookGuard.none()));

        assertThat(available(rounded, rounded.trusteeship, OVER)).isEqualTo(300);
        assertThat(available(rounded, successor, OVER)).isEqualTo(30);
    }

    @Test
    void aRefundOfTheFirstFirmThatComesBackUnderTheNextIsGivenBackToTheFirst() {
        village.receive("H1", 1, LAST, 600);
        PaymentRequest asked =
                village.outflow("E1", OutflowKind.REFUND, Village.unit(1).value(), 300);
        accept(village.authoriseAndPayOn(LAST, asked));
        follow();
        LocalDate day = OVER.plusDays(3);
        assertThat(available(village.trusteeship, day)).isEqualTo(200);

        bringBack("pay/E1", day);

        assertThat(available(village.trusteeship, day)).isEqualTo(300);
        assertThat(available(next, day)).isEqualTo(30);
    }

    private void passOn(String receipt, int unit) {
        accept(
                village.book.correctReceipt(
                        new ReceiptCorrection.WrongUnit(
                                EntryId.of(receipt),
                                Village.unit(unit),
                                OVER,
                                SampleBook.salt("from"),
                                SampleBook.salt("to")),
                        noon(OVER),
                        BookGuard.none()));
    }

    /** A receipt that was passed to another household is still of the firm that received it. */
    @Test
    void aReceiptThatWasPassedOnIsRefundedAsOfItsOwnDay() {
        village.receive("H1", 1, LAST, 600);
        follow();
        passOn("receipt/H1", 2);
        LocalDate day = OVER.plusDays(3);

        refund("E1", 2, day, 300);

        assertThat(available(village.trusteeship, day)).isEqualTo(200);
        assertThat(available(next, day)).isEqualTo(30);
    }

    @Test
    void aReceiptThatWasPassedOnIsRefundedToNobodyElse() {
        village.receive("H1", 1, LAST, 600);
        follow();
        village.receive("H2", 1, OVER, 300);
        passOn("receipt/H2", 2);
        LocalDate day = OVER.plusDays(3);

        refund("E1", 1, day, 300);

        assertThat(available(village.trusteeship, day)).isEqualTo(200);
        assertThat(available(next, day)).isEqualTo(60);
    }

    private static Figure broughtIn(Village village, Trusteeship trust) {
        return village.book.read(
                reader ->
                        RemunerationStatement.of(
                                        LedgerExtract.of(
                                                village.book.chart(),
                                                reader,
                                                new StatementBasis(
                                                        Village.ID,
                                                        OVER.minusDays(30),
                                                        OVER.plusDays(9),
                                                        reader.frontier().size(),
                                                        StatementView.INTERNAL)),
                                        trust.life(),
                                        Money.ofFen(0))
                                .broughtIn());
    }
}
