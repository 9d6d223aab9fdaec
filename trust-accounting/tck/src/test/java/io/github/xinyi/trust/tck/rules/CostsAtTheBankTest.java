package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.GREENERY;
import static io.github.xinyi.trust.tck.rules.Village.LIGHTS;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static io.github.xinyi.trust.tck.rules.Village.noon;
import static io.github.xinyi.trust.tck.rules.Village.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.account.TransferEdge;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.book.PassedCost;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.disbursement.DisbursementRule;
import io.github.xinyi.trust.disbursement.MisplacedCost;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.RepaidShortfall;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.fund.FundRule;
import io.github.xinyi.trust.fund.FundUse;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.fund.PublicIncome;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.IncomeClause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Guards F1, F2 and F9: what is at the bank can always be recorded, and within its line, whatever
 * becomes meanwhile of costs and of what classes owe each other.
 */
class CostsAtTheBankTest {

    private static final SourceDocument PAPER = new SourceDocument("instruction", "ZL-1");
    private static final Instant SENT = AT.plusSeconds(1);
    private static final Dues OWED = Dues.between(FundClass.PUBLIC_INCOME, FundClass.SERVICE_FUND);

    private final Village village = new Village(Ratio.of(8, 100));

    private static void open(Village village, long service, long common) {
        opening(village, FundClass.SERVICE_FUND, service);
        opening(village, FundClass.PUBLIC_INCOME, common);
    }

    private static void opening(Village village, FundClass fundClass, long fen) {
        village.post(
                new OpeningBalance(fundClass, DAY, Money.ofFen(fen))
                        .entry(SampleBook.salt(fundClass.prefix())));
    }

    private static PaymentRequest greenery(Village village, String id, String charge, long fen) {
        return village.request(
                id,
                OutflowKind.PAYMENT,
                Village.ELECTRICIAN,
                fen,
                charge,
                List.of(Village.voucher("P-" + id, Voucher.Kind.INVOICE, fen)));
    }

    private static void send(Village village, PaymentRequest request) {
        village.authorise(request);
        accept(village.disbursements.send(request.order().id(), PAPER, SENT));
    }

    private Outcome<Acknowledgement> pass(String payment, String line, long fen) {
        return village.disbursements.passCost(
                new MisplacedCost(
                        new PassedCost(EntryId.of("pay/" + payment), 1),
                        line,
                        Money.ofFen(fen),
                        DAY,
                        "错列科目",
                        SampleBook.salt("c")),
                SENT);
    }

    private void promise(String id, long fen) {
        accept(
                village.execute(
                        (year, book) ->
                                year.commit(
                                        id,
                                        GREENERY.code(),
                                        Money.ofFen(fen),
                                        year.budget().spent(book, GREENERY),
                                        year.notBeforeLast(AT))));
    }

    private static EntryDraft reversalOf(Acknowledgement entry) {
        return EntryDraft.reversalOf(entry.entry(), EntryId.of("r1"), DAY, SampleBook.salt("r1"));
    }

    /** The defect: an order at the bank on a promise that was released held no line any more. */
    @Test
    void aCostTakesNothingOfALineThatIsAtTheBankOnAReleasedPromise() {
        open(village, 500_000, 500_000);
        accept(village.authoriseAndPay(village.lights("L1", 120_000)));
        promise("YD-1", 300_000);
        send(village, greenery(village, "E1", GREENERY.code() + "/YD-1", 180_000));
        send(village, greenery(village, "E2", GREENERY.code() + "/YD-1", 120_000));
        accept(village.payAt("E1", SENT, DAY));

        assertRefused(pass("L1", GREENERY.code(), 1), DisbursementRule.LINE_AVAILABLE);
        accept(village.payAt("E2", SENT, DAY));
        assertThat(village.net(GREENERY.expenseAccount())).isEqualTo(GREENERY.amount());
    }

    /** What is promised is taken off the line once. */
    @Test
    void aCostHasWhatALineHasLeftBesideAnOpenPromise() {
        open(village, 500_000, 500_000);
        accept(village.authoriseAndPay(village.lights("L1", 120_000)));
        promise("YD-1", 200_000);
        send(village, greenery(village, "E1", GREENERY.code() + "/YD-1", 200_000));

        accept(pass("L1", GREENERY.code(), 100_000));
    }

    private static EntryDraft openingDues(long fen) {
        Money owed = Money.ofFen(fen);
        return SampleBook.draft("dues", EntryKind.OPENING, DAY)
                .postings(
                        Posting.debit(
                                ChartOfAccounts.openingBalance(FundClass.PUBLIC_INCOME), owed),
                        Posting.credit(OWED.debt(), owed),
                        Posting.debit(OWED.claim(), owed),
                        Posting.credit(
                                ChartOfAccounts.openingBalance(FundClass.SERVICE_FUND), owed));
    }

    /**
     * The defect: an opening was taken back under its settlement, which then was never recorded.
     */
    @Test
    void noHandTakesBackWhatWasOwedWhenTheBookWasOpened() {
        open(village, 500_000, 500_000);
        Acknowledgement dues = village.post(openingDues(7));
        send(village, village.outflow("T1", OutflowKind.TRANSFER, "dues/public-service", 7));

        assertRefused(village.book.post(reversalOf(dues), SENT), LedgerRule.MADE_BY_ITS_RULE);
        accept(village.payAt("T1", SENT, DAY));
    }

    @Test
    void whatWasOwedWhenTheBookWasOpenedIsTakenBackBesideWhatIsAskedFor() {
        open(village, 500_000, 500_000);
        village.post(openingDues(7));
        send(village, village.outflow("T1", OutflowKind.TRANSFER, "dues/public-service", 1));

        assertRefused(takeBack("dues"), DisbursementRule.DUES_OWED);
        accept(village.disbursements.fail("T1", PAPER, SENT));
        accept(takeBack("dues"));
        assertThat(village.net(OWED.debt())).isEqualTo(Money.ofFen(0));
    }

    /** The defect: a debt that came later was taken for the one that was paid, and freed a line. */
    @Test
    void whatWasOwedWhenTheBookWasOpenedAndIsPaidIsNotTakenBackForADebtThatCameLater() {
        open(village, 2_000_000, 500_000);
        village.post(openingDues(600));
        accept(
                village.authoriseAndPay(
                        village.outflow("T1", OutflowKind.TRANSFER, "dues/public-service", 600)));
        accept(village.authoriseAndPay(village.lights("L1", 700)));
        accept(pass("L1", GREENERY.code(), 700));
        assertThat(spent()).isEqualTo(700);

        assertRefused(takeBack("dues"), DisbursementRule.DUES_OWED);
        assertThat(spent()).as("no key has freed the line").isEqualTo(700);
    }

    @Test
    void onlyAnOpeningBalanceIsTakenBackAsOne() {
        open(village, 500_000, 500_000);
        accept(village.authoriseAndPay(village.lights("E1", 100)));

        assertRefused(takeBack("pay/E1"), LedgerRule.REVERSED_ENTRY_KNOWN);
        assertRefused(takeBack("none"), LedgerRule.REVERSED_ENTRY_KNOWN);
    }

    private Outcome<Acknowledgement> takeBack(String opening) {
        return village.disbursements.takeBackOpening(
                EntryId.of(opening), EntryId.of("r1"), DAY, SampleBook.salt("r1"), SENT);
    }

    private Acknowledgement feeThatPublicIncomeLends() {
        opening(village, FundClass.PUBLIC_INCOME, 500_000);
        return accept(
                        village.book.recordBankDebit(
                                SampleBook.bankFee("BK1", 30), SENT, BookGuard.none()))
                .get(0);
    }

    /** The defect: a reversal by hand gave the lender the cash that was at the bank. */
    @Test
    void noHandRepaysAShortfallOfCashThatIsAtTheBank() {
        Acknowledgement shortfall = feeThatPublicIncomeLends();
        opening(village, FundClass.SERVICE_FUND, 100);
        send(village, village.lights("E1", 100));

        assertRefused(village.book.post(reversalOf(shortfall), SENT), LedgerRule.MADE_BY_ITS_RULE);
        accept(village.payAt("E1", SENT, DAY));
    }

    private Outcome<Acknowledgement> repay(String id, FundClass from, FundClass to, long fen) {
        return repayOn(DAY, id, from, to, fen);
    }

    private Outcome<Acknowledgement> repayOn(
            LocalDate day, String id, FundClass from, FundClass to, long fen) {
        return village.disbursements.repayShortfall(
                new RepaidShortfall(
                        EntryId.of(id),
                        from,
                        to,
                        Money.ofFen(fen),
                        new SourceDocument("note", "JZ-1"),
                        day,
                        SampleBook.salt(id)),
                SENT);
    }

    @Test
    void aShortfallIsRepaidFromCashThatNobodyAsksForAndNotOneFenMore() {
        feeThatPublicIncomeLends();
        opening(village, FundClass.SERVICE_FUND, 100);
        send(village, village.lights("E1", 90));

        assertRefused(
                repay("R1", FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME, 11),
                DisbursementRule.CASH_AVAILABLE);
        accept(repay("R2", FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME, 10));
        assertThat(
                        accept(repay("R2", FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME, 10))
                                .repeated())
                .isTrue();
        accept(village.disbursements.fail("E1", PAPER, SENT));
        assertRefused(
                repay("R3", FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME, 21),
                DisbursementRule.SHORTFALL_OWED);
        assertRefused(
                repay("R4", FundClass.PUBLIC_INCOME, FundClass.SERVICE_FUND, 1),
                DisbursementRule.SHORTFALL_OWED);
        assertRefused(
                repayOn(DAY.plusDays(1), "R5", FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME, 1),
                DisbursementRule.DAY_OF_PAYMENT);
        accept(repay("R6", FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME, 20));

        assertThat(village.net(ChartOfAccounts.SERVICE_CASH)).isEqualTo(Money.ofFen(70));
        assertThat(village.net(ChartOfAccounts.PUBLIC_CASH)).isEqualTo(Money.ofFen(500_000));
        assertThat(village.disbursements.unaccounted()).isEmpty();
    }

    /** The limit that was: nothing repaid what an earlier book had lent. */
    @Test
    void aShortfallOfAnOpeningIsRepaid() {
        open(village, 500_000, 500_000);
        village.post(openingShortfall(7));

        accept(repay("R1", FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME, 7));

        assertThat(village.net(ChartOfAccounts.PUBLIC_CASH)).isEqualTo(Money.ofFen(500_007));
    }

    private static EntryDraft openingShortfall(long fen) {
        Money lent = Money.ofFen(fen);
        return SampleBook.draft("short", EntryKind.OPENING, DAY)
                .postings(
                        Posting.debit(ChartOfAccounts.openingBalance(FundClass.SERVICE_FUND), lent),
                        Posting.credit(ChartOfAccounts.shortfallOwed(FundClass.SERVICE_FUND), lent),
                        Posting.debit(ChartOfAccounts.shortfallDue(FundClass.PUBLIC_INCOME), lent),
                        Posting.credit(
                                ChartOfAccounts.openingBalance(FundClass.PUBLIC_INCOME), lent));
    }

    /** The defect: an opening was taken back whose shortfall had been repaid; the cash stayed. */
    @Test
    void noHandTakesBackAShortfallThatAnOpeningBroughtIn() {
        open(village, 500_000, 500_000);
        Acknowledgement opening = village.post(openingShortfall(7));
        accept(repay("R1", FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME, 1));

        assertRefused(village.book.post(reversalOf(opening), SENT), LedgerRule.MADE_BY_ITS_RULE);
        assertRefused(takeBack("short"), DisbursementRule.DUES_OWED, DisbursementRule.DUES_OWED);
        assertThat(village.net(ChartOfAccounts.shortfallOwed(FundClass.SERVICE_FUND)))
                .isEqualTo(Money.ofFen(-6));
    }

    @Test
    void aShortfallOfAnOpeningIsTakenBackWhileAllOfItIsOwed() {
        open(village, 500_000, 500_000);
        village.post(openingShortfall(7));

        accept(takeBack("short"));

        assertThat(village.net(ChartOfAccounts.shortfallOwed(FundClass.SERVICE_FUND)))
                .isEqualTo(Money.ofFen(0));
        assertThat(village.net(ChartOfAccounts.shortfallDue(FundClass.PUBLIC_INCOME)))
                .isEqualTo(Money.ofFen(0));
    }

    /** The defect: the comparison of two currencies was thrown at the caller. */
    @Test
    void aShortfallIsRepaidInTheCurrencyOfTheBookAndAboveZero() {
        feeThatPublicIncomeLends();
        opening(village, FundClass.SERVICE_FUND, 100);

        assertRefused(
                repay(Money.ofMinor(1, Currency.getInstance("USD"))),
                DisbursementRule.CURRENCY_OF_BOOK);
        for (long fen : List.of(0L, -1L)) {
            assertRefused(
                    repay(Money.ofFen(fen)),
                    LedgerRule.AMOUNT_POSITIVE,
                    LedgerRule.AMOUNT_POSITIVE,
                    LedgerRule.AMOUNT_POSITIVE,
                    LedgerRule.AMOUNT_POSITIVE);
        }
    }

    private Outcome<Acknowledgement> repay(Money amount) {
        return village.disbursements.repayShortfall(
                new RepaidShortfall(
                        EntryId.of("R1"),
                        FundClass.SERVICE_FUND,
                        FundClass.PUBLIC_INCOME,
                        amount,
                        new SourceDocument("note", "JZ-1"),
                        DAY,
                        SampleBook.salt("R1")),
                SENT);
    }

    @Test
    void noClassOwesItselfAShortfall() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> repay("R1", FundClass.SERVICE_FUND, FundClass.SERVICE_FUND, 1));
    }

    /** The defect: the cost went to the bank first, and another use was judged as if it had not. */
    @Test
    void theShareOfTheMaintenanceFundIsKeptBesideCostsAtTheBank() {
        Village there = sharing();
        send(there, greenery(there, "E1", GREENERY.code(), 5_000));

        assertRefused(
                there.authoriseAndPay(there.outflow("T1", OutflowKind.TRANSFER, "ZS-1", 2_501)),
                FundRule.INCOME_SHARE_KEPT);
        accept(
                there.disbursements.withdraw(
                        "T1", TestKeys.STEWARD, new SourceDocument("letter", "L1"), SENT));
        accept(there.authoriseAndPay(there.outflow("T2", OutflowKind.TRANSFER, "ZS-1", 2_500)));
        accept(there.payAt("E1", SENT, DAY));
        assertThat(there.net(ChartOfAccounts.PUBLIC_CASH)).isEqualTo(Money.ofFen(2_500));
    }

    /**
     * Public income of 100.00, of which half is the maintenance fund's, and a plan for the rest.
     */
    private static Village sharing() {
        Village there =
                new Village(
                        Ratio.of(8, 100),
                        List.of(
                                plan(
                                        "ZS-1",
                                        new FundUse.Transfer(TransferEdge.PUBLIC_TO_SERVICE),
                                        10_000)),
                        Village.USUAL_PAYMENTS.withIncomeClauses(
                                List.of(
                                        new IncomeClause(
                                                DAY,
                                                3,
                                                10,
                                                Ratio.of(1, 2),
                                                List.of(
                                                        new IncomeClause.Floor(
                                                                IncomeClause.Reach.AT_LEAST,
                                                                Ratio.of(1, 2)))))));
        there.post(
                new PublicIncome(
                                "A1",
                                PublicIncome.Source.PARKING,
                                Visibility.open(),
                                SourceDocument.bankLine("A1"),
                                DAY,
                                Money.ofFen(10_000),
                                "停车")
                        .entry(SampleBook.salt("A1")));
        return there;
    }

    /** The defect: its line was looked for in the next year, whose budget has none of it. */
    @Test
    void aCostThatWentToTheBankOnALineOfTheYearBeforeLessensTheShareAllTheSame() {
        Village there = sharing();
        LocalDate last = LocalDate.of(2025, 12, 31);
        LocalDate next = last.plusDays(2);
        signed(there, there.at(greenery(there, "E1", GREENERY.code(), 5_000), noon(last)), last);
        accept(there.disbursements.send("E1", PAPER, noon(last)));
        open2026(there, List.of(LIGHTS));

        signed(
                there,
                there.at(there.outflow("T1", OutflowKind.TRANSFER, "ZS-1", 2_501), noon(next)),
                next);
        assertRefused(there.payAt("T1", noon(next), next), FundRule.INCOME_SHARE_KEPT);
        accept(
                there.disbursements.withdraw(
                        "T1", TestKeys.STEWARD, new SourceDocument("letter", "L1"), noon(next)));
        signed(
                there,
                there.at(there.outflow("T2", OutflowKind.TRANSFER, "ZS-1", 2_500), noon(next)),
                next);
        accept(there.payAt("T2", noon(next), next));
        accept(there.payAt("E1", noon(next), last));
    }

    private static void signed(Village village, PaymentRequest request, LocalDate day) {
        accept(village.disbursements.request(request));
        for (Credential key : List.of(TestKeys.FIRM_KEY, TestKeys.OWNERS_KEY)) {
            accept(
                    village.disbursements.approve(
                            request.order().id(),
                            TestKeys.approval(key.id(), request.order(), noon(day))));
        }
    }

    private static void open2026(Village village, List<BudgetLine> lines) {
        DraftBudget draft = new DraftBudget(Village.ID, 2026, lines);
        BudgetPolicy policy = BudgetPolicy.usual(Village.ID, 2026, 0);
        accept(
                village.trusteeship.openYear(
                        accept(
                                draft.adopt(
                                        Village.resolution(
                                                Village.ID,
                                                Matter.OTHER_MAJOR_MATTER,
                                                draft.document(),
                                                policy.document()))),
                        policy,
                        noon(LocalDate.of(2025, 12, 31))));
    }

    private long spent() {
        return village.book.<Money>read(reader -> village.budget.spent(reader, LIGHTS)).minor();
    }

    /** The defect: it was judged on a line of 2025, and counted on none of that year. */
    @Test
    void whatWentToTheBankBeforeTheYearsEndIsOfTheYearWhoseLineWasJudged() {
        open(village, 2_000_000, 500_000);
        LocalDate last = LocalDate.of(2025, 12, 31);
        LocalDate next = last.plusDays(2);
        PaymentRequest request = village.at(village.lights("E1", 1_000_000), noon(last));
        signed(village, request, last);
        accept(village.disbursements.send("E1", PAPER, noon(last)));

        assertRefused(
                village.payAt("E1", noon(next), last.plusDays(1)), DisbursementRule.DAY_OF_PAYMENT);
        accept(village.payAt("E1", noon(next), last));

        assertThat(spent()).isEqualTo(1_000_000);
    }

    @Test
    void whatTheBankPaidAfterTheYearWasClosedIsRecordedOnTheDayOfItsPayment() {
        open(village, 2_000_000, 500_000);
        LocalDate last = LocalDate.of(2025, 12, 31);
        LocalDate next = last.plusDays(2);
        PaymentRequest request = village.at(village.lights("E1", 1_000_000), noon(last));
        signed(village, request, last);
        accept(village.disbursements.send("E1", PAPER, noon(last)));
        accept(village.book.close(last, noon(next), next));

        assertRefused(village.payAt("E1", noon(next), last), LedgerRule.PERIOD_OPEN);
        accept(village.payAt("E1", noon(next), next));
    }

    @Test
    void whatIsPaidTheDayAfterWithoutSendingIsOfThatDay() {
        open(village, 2_000_000, 500_000);
        village.authorise(village.lights("E1", 100));

        assertRefused(
                village.payAt("E1", noon(DAY.plusDays(1)), DAY), DisbursementRule.DAY_OF_PAYMENT);
    }

    /** The defect: the promise was looked for in the year of the request, and stayed. */
    @Test
    void thePromiseOfTheYearThatPaidIsKept() {
        open(village, 2_000_000, 500_000);
        LocalDate last = LocalDate.of(2025, 12, 31);
        LocalDate next = last.plusDays(1);
        open2026(village, List.of(LIGHTS, GREENERY));
        for (int year : List.of(2025, 2026)) {
            accept(
                    village.trusteeship.execute(
                            year,
                            village.command(),
                            (executed, book) ->
                                    executed.commit(
                                            "YD-1",
                                            LIGHTS.code(),
                                            Money.ofFen(500),
                                            Money.ofFen(0),
                                            executed.notBeforeLast(noon(last)))));
        }
        PaymentRequest request =
                village.at(greenery(village, "E1", LIGHTS.code() + "/YD-1", 500), noon(last));
        signed(village, request, last);

        accept(village.payAt("E1", noon(next), next));

        assertThat(village.trusteeship.year(2026).orElseThrow().isPromised("YD-1")).isFalse();
        assertThat(village.trusteeship.year(2025).orElseThrow().isPromised("YD-1")).isTrue();
    }
}
