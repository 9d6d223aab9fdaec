package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.GREENERY;
import static io.github.xinyi.trust.tck.rules.Village.LIGHTS;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static io.github.xinyi.trust.tck.rules.Village.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.PassedCost;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetPaper;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.budget.BudgetRule;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.budget.YearEnd;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.HandOverItem;
import io.github.xinyi.trust.contract.LifeRule;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.disbursement.DisbursementRule;
import io.github.xinyi.trust.disbursement.MisplacedCost;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.ReturnedPayment;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.fund.PublicIncomeAccount;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.statement.AnnualReport;
import io.github.xinyi.trust.statement.HandOverStatement;
import io.github.xinyi.trust.statement.LedgerExtract;
import io.github.xinyi.trust.statement.StatementBasis;
import io.github.xinyi.trust.statement.StatementLine;
import io.github.xinyi.trust.statement.StatementView;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.RemunerationClauses;
import io.github.xinyi.trust.trusteeship.TrusteeDebt;
import io.github.xinyi.trust.trusteeship.TrusteeshipRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards L1, F2 and F9: a cost paid by the wrong class is owed by the one that bears it. */
class MisplacedCostTest {

    private static final Dues OWED = Dues.between(FundClass.PUBLIC_INCOME, FundClass.SERVICE_FUND);
    private static final Dues OWED_BACK =
            Dues.between(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME);
    private static final String TO_SERVICE = "dues/public-service";
    private static final String TO_PUBLIC = "dues/service-public";
    private static final LocalDate END = DAY.withDayOfMonth(DAY.lengthOfMonth());
    private static final LocalDate LATER = DAY.plusDays(60);

    private static final LocalDate OVER = DAY.plusDays(90);

    private final Village village = new Village(Ratio.of(8, 100));

    @BeforeEach
    void payACostOfTheCommonPartsFromTheServiceFund() {
        begin(village);
    }

    private static void begin(Village village) {
        for (FundClass fundClass : List.of(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME)) {
            village.post(
                    new OpeningBalance(fundClass, DAY, Money.ofFen(500_000))
                            .entry(SampleBook.salt(fundClass.prefix())));
        }
        accept(village.authoriseAndPay(village.lights("E1", 10_000)));
    }

    private static PassedCost of(String payment, int time) {
        return new PassedCost(EntryId.of(payment), time);
    }

    private static MisplacedCost cost(PassedCost passing, String line, long fen, LocalDate day) {
        return new MisplacedCost(
                passing, line, Money.ofFen(fen), day, "绿化用电错列", SampleBook.salt("c"));
    }

    private Outcome<Acknowledgement> pass(int time, long fen) {
        return village.disbursements.passCost(
                cost(of("pay/E1", time), GREENERY.code(), fen, DAY), AT);
    }

    private Outcome<Acknowledgement> takeBack(int time) {
        return takeBack(time, DAY, AT);
    }

    private Outcome<Acknowledgement> takeBack(int time, LocalDate day, Instant at) {
        return village.disbursements.takeBackCost(
                of("pay/E1", time), day, SampleBook.salt("b"), at);
    }

    private Outcome<Acknowledgement> giveBack(String payment, LocalDate day) {
        return village.disbursements.recordReturn(
                new ReturnedPayment(
                        EntryId.of(payment),
                        EntryId.of("returned/" + payment),
                        SourceDocument.bankLine("TH-" + payment),
                        day,
                        SampleBook.salt("r")),
                noon(day));
    }

    private Outcome<Acknowledgement> settle(String id, String dues, long fen) {
        return village.authoriseAndPay(village.outflow(id, OutflowKind.TRANSFER, dues, fen));
    }

    private PaymentRequest greenery(String id, long fen) {
        return village.request(
                id,
                OutflowKind.PAYMENT,
                Village.ELECTRICIAN,
                fen,
                GREENERY.code(),
                List.of(Village.voucher("P-" + id, Voucher.Kind.INVOICE, fen)));
    }

    private long net(AccountCode account) {
        return village.net(account).minor();
    }

    private long owed(Dues dues) {
        assertThat(net(dues.claim())).isEqualTo(-net(dues.debt()));
        return -net(dues.debt());
    }

    private long spent(BudgetLine line) {
        return village.book.<Money>read(reader -> village.budget.spent(reader, line)).minor();
    }

    /** The costs of both classes, what the public owes for them and is owed, and both's cash. */
    private void assertStands(
            long lights, long greenery, long owed, long owedBack, long service, long common) {
        assertThat(
                        List.of(
                                net(LIGHTS.expenseAccount()),
                                net(GREENERY.expenseAccount()),
                                owed(OWED),
                                owed(OWED_BACK),
                                net(ChartOfAccounts.SERVICE_CASH),
                                net(ChartOfAccounts.PUBLIC_CASH)))
                .containsExactly(lights, greenery, owed, owedBack, service, common);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "9999, true", "10000, true", "10001, false"})
    void passesACostToTheLineThatBearsItUpToWhatWasPaid(long fen, boolean passes) {
        Outcome<Acknowledgement> passed = pass(1, fen);

        if (!passes) {
            assertRefused(passed, DisbursementRule.COST_WITHIN_PAYMENT);
            return;
        }
        accept(passed);
        assertStands(10_000 - fen, fen, fen, 0, 490_000, 500_000);
        assertThat(spent(GREENERY)).isEqualTo(fen);
        assertThat(spent(LIGHTS)).as("nothing is free before it is settled").isEqualTo(10_000);
        assertThat(
                        village.book
                                .read(reader -> PublicIncomeAccount.of(reader, DAY, DAY))
                                .documentedCost())
                .isEqualTo(Money.ofFen(fen));
    }

    @Test
    void passesNeitherNothingNorAnotherCurrency() {
        assertRefused(pass(1, 0), LedgerRule.AMOUNT_POSITIVE, LedgerRule.AMOUNT_POSITIVE);
        assertRefused(
                village.disbursements.passCost(
                        new MisplacedCost(
                                of("pay/E1", 1),
                                GREENERY.code(),
                                Money.ofMinor(1, Currency.getInstance("USD")),
                                DAY,
                                "绿化用电错列",
                                SampleBook.salt("c")),
                        AT),
                DisbursementRule.CURRENCY_OF_BOOK);
    }

    @Test
    void aPassedCostSaysWhatTheSlipWas() {
        assertThat(accept(pass(1, 1)).entry().draft().narrative()).isEqualTo("绿化用电错列");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new MisplacedCost(
                                        of("pay/E1", 2),
                                        GREENERY.code(),
                                        Money.ofFen(1),
                                        DAY,
                                        " ",
                                        SampleBook.salt("c")));
    }

    @Test
    void settlesWhatIsOwedUnderTwoKeysAndNotOneFenMore() {
        accept(pass(1, 10_000));

        assertRefused(settle("T1", TO_SERVICE, 10_001), DisbursementRule.DUES_OWED);
        assertRefused(settle("T2", TO_PUBLIC, 1), DisbursementRule.DUES_OWED);
        accept(settle("T3", TO_SERVICE, 9_999));
        accept(settle("T4", TO_SERVICE, 1));
        assertRefused(settle("T5", TO_SERVICE, 1), DisbursementRule.DUES_OWED);

        assertStands(0, 10_000, 0, 0, 500_000, 490_000);
    }

    @Test
    void twoOpenRequestsAskForNoMoreThanIsOwed() {
        accept(pass(1, 10_000));
        village.authorise(village.outflow("T1", OutflowKind.TRANSFER, TO_SERVICE, 6_000));

        assertRefused(settle("T2", TO_SERVICE, 4_001), DisbursementRule.DUES_OWED);
        accept(settle("T3", TO_SERVICE, 4_000));
        accept(village.pay("T1"));

        assertThat(owed(OWED)).isZero();
    }

    @Test
    void noOtherClassesOweEachOtherForACost() {
        for (String dues :
                List.of(
                        "dues/",
                        "dues/service-maintenance",
                        "dues/deposits-service",
                        "dues/service-remuneration",
                        "dues/service-service",
                        "dues/shortfall")) {
            assertRefused(
                    village.disbursements.request(
                            village.outflow("T", OutflowKind.TRANSFER, dues, 1)),
                    DisbursementRule.DUES_NAMED,
                    DisbursementRule.DUES_OWED);
        }
        for (String line : List.of(LIGHTS.code(), "PI-99")) {
            assertRefused(
                    village.disbursements.passCost(cost(of("pay/E1", 1), line, 1, DAY), AT),
                    DisbursementRule.COST_OF_OTHER_CLASS);
        }
    }

    @Test
    void passesNoCostThatWasNotPaidOrIsNoPayment() {
        accept(pass(1, 10_000));

        for (String entry : List.of("pay/E2", of("pay/E1", 1).passing().value())) {
            assertRefused(
                    village.disbursements.passCost(cost(of(entry, 1), GREENERY.code(), 1, DAY), AT),
                    DisbursementRule.COST_STANDS,
                    DisbursementRule.COST_OF_OTHER_CLASS);
        }
        assertThat(owed(OWED)).isEqualTo(10_000);
    }

    /** The line has 3,000.00, of which all but 100.00 are spent or asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"spent", "asked for"})
    void passesNotOneFenAboveTheLineThatBearsIt(String what) {
        if (what.equals("spent")) {
            accept(village.authoriseAndPay(greenery("G1", 290_000)));
            assertRefused(
                    pass(1, 10_001),
                    DisbursementRule.COST_WITHIN_PAYMENT,
                    DisbursementRule.LINE_AVAILABLE,
                    BudgetRule.WITHIN_LIMIT);
        } else {
            accept(village.disbursements.request(greenery("G1", 290_001)));
            assertRefused(pass(1, 10_000), DisbursementRule.LINE_AVAILABLE);
            accept(
                    village.disbursements.withdraw(
                            "G1", TestKeys.STEWARD, new SourceDocument("letter", "1"), AT));
        }

        accept(pass(1, 10_000));
    }

    @Test
    void onePassingOfAPaymentStandsAtATimeAndTheyAreNumbered() {
        Acknowledgement first = accept(pass(1, 4_000));

        assertThat(accept(pass(1, 4_000)).repeated()).isTrue();
        assertRefused(pass(1, 4_001), LedgerRule.SAME_ID_OTHER_CONTENT);
        assertRefused(pass(2, 1), DisbursementRule.COST_PASSED_ONCE);
        assertRefused(takeBack(2), DisbursementRule.COST_PASSED);
        accept(takeBack(1));
        assertThat(accept(takeBack(1)).repeated()).isTrue();
        assertRefused(takeBack(1, LATER, noon(LATER)), LedgerRule.SAME_ID_OTHER_CONTENT);
        assertThat(accept(pass(1, 4_000)))
                .as("a call that comes again passes nothing again")
                .isEqualTo(village.book.find(first.entry().id()).orElseThrow());
        assertRefused(pass(3, 1), DisbursementRule.COST_PASSED_ONCE);
        accept(pass(2, 5_000));

        assertStands(5_000, 5_000, 5_000, 0, 490_000, 500_000);
    }

    @Test
    void aPaymentIsPassedNinetyNineTimesAtMost() {
        for (int time : List.of(0, PassedCost.MAX_TIMES + 1)) {
            assertThatIllegalArgumentException().isThrownBy(() -> of("pay/E1", time));
        }
        for (int time = 1; time <= PassedCost.MAX_TIMES; time++) {
            accept(pass(time, 1));
            accept(takeBack(time));
        }

        assertStands(10_000, 0, 0, 0, 490_000, 500_000);
        accept(giveBack("pay/E1", DAY));
    }

    @Test
    void passesWithinTheYearOfThePaymentAndNotBeforeItOrInTheFuture() {
        assertRefused(
                village.disbursements.passCost(
                        cost(of("pay/E1", 1), GREENERY.code(), 1, DAY.minusDays(1)), AT),
                DisbursementRule.COST_IN_YEAR);
        assertRefused(
                village.disbursements.passCost(
                        cost(of("pay/E1", 1), GREENERY.code(), 1, DAY.plusDays(1)), AT),
                DisbursementRule.COST_IN_YEAR);
        LocalDate last = LocalDate.of(2025, 12, 31);
        accept(
                village.disbursements.passCost(
                        cost(of("pay/E1", 1), GREENERY.code(), 1, last), noon(last.plusDays(1))));

        LocalDate next = last.plusDays(1);
        assertRefused(
                takeBack(1, next, noon(next)),
                DisbursementRule.COST_IN_YEAR,
                TrusteeshipRule.YEAR_OPEN);
        assertRefused(takeBack(1, last.minusDays(1), noon(next)), DisbursementRule.COST_IN_YEAR);
        accept(takeBack(1, last, noon(next)));
    }

    @Test
    void passesNothingAfterTheTrustWasTakenOver() {
        village.takenOver(LATER);

        assertRefused(
                village.disbursements.passCost(
                        cost(of("pay/E1", 1), GREENERY.code(), 1, DAY), noon(LATER)),
                LifeRule.OPEN_FOR_ACTIVITY);
    }

    @Test
    void aClassPaysWhatItOwesBeforeItIsHandedOver() {
        accept(pass(1, 10_000));
        village.takenOver(OVER);
        handOverBooks(OVER);

        assertThat(handedOver().get(1).debts())
                .extracting(line -> line.amount().minor())
                .containsExactly(10_000L);
        assertRefused(handOver("H1", "PUBLIC_INCOME", 500_000), DisbursementRule.DUES_PAID_FIRST);
        accept(payOver(village.outflow("T1", OutflowKind.TRANSFER, TO_SERVICE, 9_999)));
        accept(takeBack(1, OVER, noon(OVER)));

        assertThat(owed(OWED)).isZero();
        assertThat(owed(OWED_BACK)).isEqualTo(9_999);
        accept(handOver("H2", "PUBLIC_INCOME", 490_001));
        assertRefused(handOver("H3", "SERVICE_FUND", 499_999), DisbursementRule.DUES_PAID_FIRST);
        accept(payOver(village.outflow("T2", OutflowKind.TRANSFER, TO_PUBLIC, 9_999)));
        accept(handOver("H4", "SERVICE_FUND", 490_000));
        accept(handOver("H5", "PUBLIC_INCOME", 9_999));
    }

    private List<HandOverStatement.Section> handedOver() {
        return accept(HandOverStatement.of(extract(OVER, OVER), village.trusteeship.life()))
                .sections();
    }

    private LedgerExtract extract(LocalDate from, LocalDate to) {
        return village.book.read(
                reader ->
                        LedgerExtract.of(
                                village.book.chart(),
                                reader,
                                new StatementBasis(
                                        Village.ID,
                                        from,
                                        to,
                                        reader.frontier().size(),
                                        StatementView.INTERNAL)));
    }

    private Outcome<Acknowledgement> payOver(PaymentRequest request) {
        return village.authoriseAndPayOn(OVER, request);
    }

    /** What is refused is withdrawn, so that it holds nothing. */
    private Outcome<Acknowledgement> handOver(String id, String fundClass, long fen) {
        Outcome<Acknowledgement> answer =
                payOver(village.outflow(id, OutflowKind.HAND_OVER, fundClass, fen));
        if (!answer.isAccepted()) {
            accept(
                    village.disbursements.withdraw(
                            id, TestKeys.STEWARD, new SourceDocument("letter", id), noon(OVER)));
        }
        return answer;
    }

    private void handOverBooks(LocalDate day) {
        accept(
                village.change(
                        life ->
                                life.handOver(
                                        HandOverItem.FINAL_STATEMENT,
                                        day,
                                        PersonId.of("committee"),
                                        noon(day))));
    }

    @Test
    void aCostTakenBackBeforeItIsSettledIsAsIfItHadNeverPassed() {
        accept(pass(1, 10_000));

        accept(takeBack(1));

        assertStands(10_000, 0, 0, 0, 490_000, 500_000);
        assertThat(spent(LIGHTS)).isEqualTo(10_000);
        assertThat(spent(GREENERY)).isZero();
    }

    /** What a reader found: dues that nothing settles, and closes refused for ever. */
    @ParameterizedTest
    @ValueSource(longs = {1, 9_999, 10_000})
    void aCostTakenBackAfterItWasSettledIsOwedTheOtherWay(long settled) {
        accept(pass(1, 10_000));
        accept(settle("T1", TO_SERVICE, settled));

        accept(takeBack(1));

        assertStands(10_000, 0, 0, settled, 490_000 + settled, 500_000 - settled);
        assertRefused(settle("T2", TO_PUBLIC, settled + 1), DisbursementRule.DUES_OWED);
        accept(settle("T3", TO_PUBLIC, settled));
        assertStands(10_000, 0, 0, 0, 490_000, 500_000);
        accept(village.book.close(END, AT, END.plusDays(1)));
    }

    @Test
    void aCostPassedAgainIsOwedWholeThoughTheOtherOwesForTheTimeBefore() {
        accept(pass(1, 10_000));
        accept(settle("T1", TO_SERVICE, 10_000));
        accept(takeBack(1));

        accept(pass(2, 4_000));

        assertStands(6_000, 4_000, 4_000, 10_000, 500_000, 490_000);
        assertThat(spent(LIGHTS)).isEqualTo(10_000);
    }

    @Test
    void whatAnOpenRequestIsToPayStaysOwedWhenTheCostIsTakenBack() {
        accept(pass(1, 10_000));
        village.authorise(village.outflow("T1", OutflowKind.TRANSFER, TO_SERVICE, 4_000));
        accept(
                village.disbursements.send(
                        "T1", new SourceDocument("instruction", "ZL-1"), AT.plusSeconds(1)));

        accept(takeBack(1));

        assertStands(10_000, 0, 4_000, 4_000, 490_000, 500_000);
        accept(village.payAt("T1", AT.plusSeconds(2), DAY));
        accept(settle("T2", TO_PUBLIC, 4_000));
        assertStands(10_000, 0, 0, 0, 490_000, 500_000);
    }

    @Test
    void isTakenBackOnlyIfTheLineThatPaidHasItLeft() {
        village.post(SampleBook.opening("more", 600_000));
        accept(pass(1, 10_000));
        accept(settle("T1", TO_SERVICE, 10_000));
        accept(village.authoriseAndPay(village.lights("E2", 990_001)));

        assertRefused(takeBack(1), BudgetRule.WITHIN_LIMIT, DisbursementRule.LINE_AVAILABLE);
        BudgetPaper.Overrun paper = BudgetYearTest.overrun("CB-1", LIGHTS.code(), 1);
        accept(village.execute((year, book) -> year.grant(paper, village.owners(paper), AT)));
        accept(takeBack(1));

        assertThat(spent(LIGHTS)).isEqualTo(1_000_001);
    }

    @Test
    void whatWasSpentAboveALineIsTheFirmsAndPassesToNoClass() {
        spendAboveTheLine();

        assertRefused(
                village.disbursements.passCost(
                        cost(of("pay/E2", 1), GREENERY.code(), 1, LATER), noon(LATER)),
                DisbursementRule.COST_NOT_TRUSTEES);
    }

    @Test
    void passingFreesNothingBeforeTheOwnersKeyHasSettledIt() {
        village.post(SampleBook.opening("more", 600_000));
        accept(village.authoriseAndPay(village.lights("E2", 990_000)));
        accept(pass(1, 10_000));

        assertRefused(
                village.authoriseAndPay(village.lights("E3", 1)), DisbursementRule.LINE_AVAILABLE);
        accept(settle("T1", TO_SERVICE, 4_000));
        assertRefused(
                village.authoriseAndPay(village.lights("E4", 4_001)),
                DisbursementRule.LINE_AVAILABLE);
        accept(village.authoriseAndPay(village.lights("E5", 4_000)));
        accept(settle("T2", TO_SERVICE, 6_000));
        accept(village.authoriseAndPay(village.lights("E6", 6_000)));

        assertThat(spent(LIGHTS)).isEqualTo(LIGHTS.amount().minor());
    }

    @Test
    void noOpeningPaysWhatIsOwedForACost() {
        accept(pass(1, 10_000));
        Money owed = Money.ofFen(10_000);
        EntryDraft opening =
                SampleBook.draft("o9", EntryKind.OPENING, DAY)
                        .postings(
                                Posting.debit(OWED.debt(), owed),
                                Posting.credit(
                                        ChartOfAccounts.openingBalance(FundClass.PUBLIC_INCOME),
                                        owed),
                                Posting.debit(
                                        ChartOfAccounts.openingBalance(FundClass.SERVICE_FUND),
                                        owed),
                                Posting.credit(OWED.claim(), owed));

        assertRefused(
                village.book.post(opening, AT),
                LedgerRule.DUES_NOT_OVERPAID,
                LedgerRule.OPENING_DUES);
    }

    @Test
    void aPaidCostThatIsTakenBackPaysForNoOtherCost() {
        accept(village.authoriseAndPay(village.lights("E2", 6_000)));
        accept(pass(1, 10_000));
        accept(settle("T1", TO_SERVICE, 10_000));
        accept(
                village.disbursements.passCost(
                        cost(of("pay/E2", 1), GREENERY.code(), 6_000, DAY), AT));

        accept(takeBack(1));

        assertStands(10_000, 6_000, 6_000, 10_000, 494_000, 490_000);
        assertThat(spent(LIGHTS)).isEqualTo(16_000);
    }

    @Test
    void aCostOfTheOtherWayPaysForNoCost() {
        accept(village.authoriseAndPay(greenery("G1", 10_000)));
        accept(pass(1, 10_000));

        accept(
                village.disbursements.passCost(
                        cost(of("pay/G1", 1), LIGHTS.code(), 10_000, DAY), AT));

        assertStands(10_000, 10_000, 10_000, 10_000, 490_000, 490_000);
    }

    @Test
    void whatOnlyAnUnconfirmedEmergencyCoversPassesToNoClass() {
        spendAboveTheLine();

        assertRefused(
                village.disbursements.passCost(
                        cost(of("pay/E2", 1), GREENERY.code(), 2_000, DAY), AT),
                DisbursementRule.COST_NOT_TRUSTEES);
        assertThat(firmsDebt()).isEqualTo(2_000);
    }

    @Test
    void anUnconfirmedEmergencyLetsNoLineBearAMovedCost() {
        accept(village.authoriseAndPay(greenery("G1", 300_000)));
        BudgetPaper.Overrun paper = BudgetYearTest.overrun("JJ-1", GREENERY.code(), 2_000);
        accept(village.execute((year, book) -> year.declareEmergency(paper, AT)));

        assertRefused(pass(1, 2_000), BudgetRule.WITHIN_LIMIT, DisbursementRule.LINE_AVAILABLE);
        accept(
                village.execute(
                        (year, book) -> year.confirmEmergency(paper, village.owners(paper), AT)));
        accept(pass(1, 2_000));
    }

    /** Otherwise it would be a debt of whoever serves on the day when it comes back. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAnEmergencyLetBePaidComesBackOnlyWithinTheLine(boolean isTakenOver) {
        village.post(SampleBook.opening("more", 600_000));
        accept(pass(1, 10_000));
        accept(settle("T1", TO_SERVICE, 10_000));
        BudgetPaper.Overrun paper = BudgetYearTest.overrun("JJ-1", LIGHTS.code(), 2_000);
        accept(village.execute((year, book) -> year.declareEmergency(paper, AT)));
        accept(village.authoriseAndPay(village.lights("E2", 990_001)));
        LocalDate day = isTakenOver ? OVER : DAY;
        if (isTakenOver) {
            village.takenOver(day);
        }

        assertRefused(
                takeBack(1, day, noon(day).plusSeconds(9)),
                BudgetRule.WITHIN_LIMIT,
                DisbursementRule.LINE_AVAILABLE);
        assertThat(firmsDebt()).isZero();
    }

    @Test
    void passesNothingForADayAfterTheFirmServed() {
        village.takenOver(DAY.plusDays(61));
        LocalDate day = DAY.plusDays(61);

        assertRefused(
                village.disbursements.passCost(
                        cost(of("pay/E1", 1), GREENERY.code(), 1, day), noon(day)),
                LifeRule.OPEN_FOR_ACTIVITY);
    }

    @Test
    void anEmergencyDeclaredAfterThePaymentLetsNothingBeTakenBack() {
        village.post(SampleBook.opening("more", 600_000));
        accept(pass(1, 10_000));
        accept(settle("T1", TO_SERVICE, 10_000));
        accept(village.authoriseAndPay(village.lights("E2", 1_000_000)));
        BudgetPaper.Overrun paper = BudgetYearTest.overrun("JJ-1", LIGHTS.code(), 10_000);
        accept(
                village.execute(
                        (year, book) -> year.declareEmergency(paper, noon(DAY.plusDays(1)))));

        assertRefused(
                takeBack(1, LATER, noon(LATER)),
                BudgetRule.WITHIN_LIMIT,
                DisbursementRule.LINE_AVAILABLE);
    }

    private void spendAboveTheLine() {
        village.post(SampleBook.opening("more", 600_000));
        BudgetPaper.Overrun paper = BudgetYearTest.overrun("JJ-1", LIGHTS.code(), 2_000);
        accept(village.execute((year, book) -> year.declareEmergency(paper, AT)));
        accept(village.authoriseAndPay(village.lights("E2", 992_000)));
    }

    private long firmsDebt() {
        return village.book
                .<Money>read(
                        reader ->
                                new TrusteeDebt(village.trusteeship)
                                        .outstanding(reader, noon(LATER)))
                .minor();
    }

    @Test
    void aReturnByTheBankTakesTheCostBackInTheSameStep() {
        accept(pass(1, 10_000));
        EntryDraft byHand =
                EntryDraft.reversalOf(
                                village.book
                                        .read(r -> r.entry(EntryId.of("pay/E1")))
                                        .orElseThrow()
                                        .entry(),
                                EntryId.of("returned/pay/E1"),
                                DAY,
                                SampleBook.salt("r"))
                        .source(SourceDocument.bankLine("TH-pay/E1"));

        assertRefused(village.book.post(byHand, AT), LedgerRule.COST_TAKEN_BACK);
        Acknowledgement returned = accept(giveBack("pay/E1", DAY));

        assertThat(returned.entry().draft()).isEqualTo(byHand);
        assertStands(0, 0, 0, 0, 500_000, 500_000);
        assertThat(accept(giveBack("pay/E1", DAY)).repeated()).isTrue();
        assertRefused(pass(2, 1), DisbursementRule.COST_STANDS);
        assertRefused(takeBack(1, LATER, noon(LATER)), LedgerRule.SAME_ID_OTHER_CONTENT);
    }

    @Test
    void aReturnAfterTheCostWasSettledIsOwedToTheClassThatBoreIt() {
        accept(pass(1, 6_000));
        accept(settle("T1", TO_SERVICE, 6_000));

        accept(giveBack("pay/E1", DAY));

        assertStands(0, 0, 0, 6_000, 506_000, 494_000);
        accept(settle("T2", TO_PUBLIC, 6_000));
        assertStands(0, 0, 0, 0, 500_000, 500_000);
        accept(village.book.close(END, AT, END.plusDays(1)));
    }

    @Test
    void aReturnIsRecordedThoughTheLineThatPaidIsSpentAndTheYearIsOver() {
        village.post(SampleBook.opening("more", 600_000));
        accept(pass(1, 10_000));
        accept(settle("T1", TO_SERVICE, 10_000));
        accept(village.authoriseAndPay(village.lights("E2", 1_000_000)));
        LocalDate closed = LocalDate.of(2025, 12, 31);
        accept(village.book.close(closed, noon(closed.plusDays(1)), closed.plusDays(1)));

        assertRefused(giveBack("pay/E1", closed), LedgerRule.PERIOD_OPEN);
        accept(giveBack("pay/E1", closed.plusDays(9)));

        assertStands(1_000_000, 0, 0, 10_000, 110_000, 490_000);
    }

    /** The next year's budget, of 1,000.00 and 500.00, all of it paid; then E1 comes back. */
    private AdoptedBudget spendTheNextYearAndBringBackWhatThisYearPaid() {
        LocalDate next = LocalDate.of(2026, 1, 5);
        DraftBudget draft =
                new DraftBudget(
                        Village.ID,
                        2026,
                        List.of(
                                new BudgetLine(
                                        LIGHTS.code(),
                                        "照明",
                                        FundClass.SERVICE_FUND,
                                        Money.ofFen(100_000)),
                                new BudgetLine(
                                        GREENERY.code(),
                                        "绿化",
                                        FundClass.PUBLIC_INCOME,
                                        Money.ofFen(50_000))));
        BudgetPolicy policy = BudgetPolicy.usual(Village.ID, 2026, 0);
        AdoptedBudget budget =
                accept(
                        draft.adopt(
                                Village.resolution(
                                        Village.ID,
                                        Matter.OTHER_MAJOR_MATTER,
                                        draft.document(),
                                        policy.document())));
        accept(village.trusteeship.openYear(budget, policy, noon(next)));
        accept(village.authoriseAndPayOn(next, village.lights("E2", 100_000)));
        accept(village.authoriseAndPayOn(next, greenery("G2", 50_000)));
        accept(giveBack("pay/E1", next.plusDays(5)));
        return budget;
    }

    private void assertNothingIsLeftIn(AdoptedBudget budget) {
        LocalDate day = LocalDate.of(2026, 1, 11);
        for (BudgetLine line : budget.content().lines()) {
            assertThat(village.book.<Money>read(reader -> budget.spent(reader, line)))
                    .isEqualTo(line.amount());
        }
        for (PaymentRequest more : List.of(village.lights("E3", 1), greenery("G3", 1))) {
            assertRefused(
                    village.disbursements.request(village.at(more, noon(day))),
                    DisbursementRule.LINE_AVAILABLE);
        }
    }

    @Test
    void whatComesBackInALaterYearFreesNothingThere() {
        AdoptedBudget budget = spendTheNextYearAndBringBackWhatThisYearPaid();

        assertNothingIsLeftIn(budget);
        assertThat(spent(LIGHTS)).isEqualTo(10_000);
    }

    @Test
    void aPassedCostThatComesBackInALaterYearFreesNoLineThere() {
        accept(pass(1, 4_000));
        accept(settle("T1", TO_SERVICE, 4_000));

        AdoptedBudget budget = spendTheNextYearAndBringBackWhatThisYearPaid();

        assertNothingIsLeftIn(budget);
        assertThat(List.of(spent(LIGHTS), spent(GREENERY))).containsExactly(6_000L, 4_000L);
    }

    @Test
    void whatComesBackInItsOwnYearFreesItsLineAlsoBesideWhatIsOfAnother() {
        AdoptedBudget budget = spendTheNextYearAndBringBackWhatThisYearPaid();
        LocalDate day = LocalDate.of(2026, 1, 12);

        accept(giveBack("pay/E2", day));

        assertThat(village.book.<Money>read(r -> budget.spent(r, budget.content().lines().get(0))))
                .isEqualTo(Money.ofFen(0));
        accept(village.authoriseAndPayOn(day, village.lights("E3", 100_000)));
        assertRefused(
                village.disbursements.request(village.at(village.lights("E4", 1), noon(day))),
                DisbursementRule.LINE_AVAILABLE);
    }

    @Test
    void aReturnThatIsRecordedLateTakesTheCostBackNoEarlierThanItPassed() {
        accept(
                village.disbursements.passCost(
                        cost(of("pay/E1", 1), GREENERY.code(), 10_000, LATER), noon(LATER)));

        accept(giveBack("pay/E1", DAY.plusDays(1)));

        assertThat(
                        village.book
                                .find(of("pay/E1", 1).takingBack())
                                .orElseThrow()
                                .entry()
                                .draft()
                                .effectiveDate())
                .isEqualTo(LATER);
    }

    @Test
    void recordsTheReturnOfAPaymentThatWasNotPassedAndOfNothingElse() {
        accept(pass(1, 10_000));

        assertRefused(giveBack("pay/E9", DAY), DisbursementRule.COST_STANDS);
        assertRefused(
                giveBack(of("pay/E1", 1).passing().value(), DAY), DisbursementRule.COST_STANDS);
        accept(village.authoriseAndPay(village.lights("E2", 500)));
        accept(giveBack("pay/E2", DAY));

        assertStands(0, 10_000, 10_000, 0, 490_000, 500_000);
    }

    @Test
    void theAccountsOfAPassedCostStayOpenSinceItMayComeBack() {
        accept(pass(1, 10_000));
        accept(settle("T1", TO_SERVICE, 10_000));

        for (AccountCode account :
                List.of(LIGHTS.expenseAccount(), OWED.debt(), OWED.claim(), OWED_BACK.claim())) {
            assertRefused(
                    village.book.closeAccount(account, LATER, noon(LATER)),
                    LedgerRule.ACCOUNT_OF_COSTS);
        }
        accept(giveBack("pay/E1", LATER));
    }

    @Test
    void aPassingIsReversedByNoHand() {
        Acknowledgement passed = accept(pass(1, 10_000));

        assertRefused(
                village.book.post(
                        EntryDraft.reversalOf(
                                passed.entry(), EntryId.of("r1"), DAY, SampleBook.salt("r1")),
                        AT),
                LedgerRule.MADE_BY_ITS_RULE);
    }

    @Test
    void noPeriodClosesUntilWhatWasOwedInItIsSettledOrTakenBack() {
        accept(pass(1, 10_000));

        assertRefused(village.book.close(END, AT, END.plusDays(1)), LedgerRule.DUES_SETTLED);
        LocalDate next = END.plusDays(3);
        accept(
                village.authoriseAndPayOn(
                        next, village.outflow("T1", OutflowKind.TRANSFER, TO_SERVICE, 10_000)));
        accept(village.book.close(END, noon(next), next));

        assertRefused(takeBack(1, END, noon(next)), LedgerRule.PERIOD_OPEN);
        accept(takeBack(1, next, noon(next)));
        LocalDate april = next.withDayOfMonth(30);
        assertRefused(
                village.book.close(april, noon(april), april.plusDays(1)), LedgerRule.DUES_SETTLED);
    }

    @Test
    void whatIsOwedAnewKeepsNoPeriodOpenWhoseOwnDebtIsPaid() {
        accept(village.authoriseAndPay(village.lights("E2", 5_000)));
        accept(pass(1, 10_000));
        LocalDate next = END.plusDays(3);
        accept(
                village.authoriseAndPayOn(
                        next, village.outflow("T1", OutflowKind.TRANSFER, TO_SERVICE, 9_999)));
        accept(
                village.disbursements.passCost(
                        cost(of("pay/E2", 1), GREENERY.code(), 5_000, next), noon(next)));

        assertRefused(village.book.close(END, noon(next), next), LedgerRule.DUES_SETTLED);
        accept(
                village.authoriseAndPayOn(
                        next, village.outflow("T2", OutflowKind.TRANSFER, TO_SERVICE, 1)));
        accept(village.book.close(END, noon(next), next));
    }

    @Test
    void whatTheTwoOweEachOtherAlikeKeepsNoPeriodOpenAndNoClassFromTheSuccessor() {
        oweEachOther();

        accept(village.book.close(END, noon(END.plusDays(1)), END.plusDays(1)));
        village.takenOver(OVER);
        handOverBooks(OVER);
        accept(handOver("H1", "PUBLIC_INCOME", 500_000));
        accept(handOver("H2", "SERVICE_FUND", 490_000));
    }

    /** 40.00 each way: what was at the bank stayed owed when the cost came back, and failed. */
    private void oweEachOther() {
        accept(pass(1, 10_000));
        village.authorise(village.outflow("T1", OutflowKind.TRANSFER, TO_SERVICE, 4_000));
        accept(
                village.disbursements.send(
                        "T1", new SourceDocument("instruction", "ZL-1"), AT.plusSeconds(1)));
        accept(takeBack(1));
        accept(
                village.disbursements.fail(
                        "T1", new SourceDocument("notice", "TZ-1"), AT.plusSeconds(2)));
        assertStands(10_000, 0, 4_000, 4_000, 490_000, 500_000);
    }

    /** 200.00 of cash, of which 100.00 will be owed for what public income paid. */
    private void leaveTheServiceFundLittle() {
        village.collect("R1", DAY, 200_000);
        accept(village.remuneration.accrue(EntryId.of("A1"), AT, DAY, SampleBook.salt("A1")));
        accept(village.authoriseAndPay(greenery("G1", 10_000)));
        accept(
                village.authoriseAndPay(
                        village.lights("E2", net(ChartOfAccounts.SERVICE_CASH) - 20_000)));
    }

    private void passToTheServiceFund() {
        accept(
                village.disbursements.passCost(
                        cost(of("pay/G1", 1), LIGHTS.code(), 10_000, DAY), AT));
    }

    @Test
    void whatAClassOwesForACostIsNotThereForTheFirm() {
        leaveTheServiceFundLittle();
        passToTheServiceFund();

        assertRefused(
                village.authoriseAndPay(village.draw("W1", 10_001)), DisbursementRule.DUES_KEPT);
        village.authorise(village.outflow("T1", OutflowKind.TRANSFER, TO_PUBLIC, 4_000));
        assertRefused(
                village.authoriseAndPay(village.draw("W2", 10_001)), DisbursementRule.DUES_KEPT);
        accept(village.authoriseAndPay(village.draw("W3", 10_000)));
        accept(village.pay("T1"));
        accept(settle("T2", TO_PUBLIC, 6_000));

        assertThat(net(ChartOfAccounts.SERVICE_CASH)).isZero();
    }

    @Test
    void whatIsOwedSinceADrawWasAskedForIsKeptWhenItIsPaid() {
        leaveTheServiceFundLittle();
        village.authorise(village.draw("W1", 10_001));
        passToTheServiceFund();

        assertRefused(village.pay("W1"), DisbursementRule.DUES_KEPT);
    }

    @Test
    void aCostOfItsOwnMayBePaidWithWhatAClassOwes() {
        leaveTheServiceFundLittle();
        passToTheServiceFund();

        accept(village.authoriseAndPay(village.lights("E3", 20_000)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCostThatWasMovedIsOfTheYearInWhichItWasAndNotOfItsSettlement(boolean isInYear) {
        LocalDate last = LocalDate.of(2025, 12, 31);
        LocalDate settled = isInYear ? last : last.plusDays(5);
        accept(
                village.disbursements.passCost(
                        cost(of("pay/E1", 1), GREENERY.code(), 10_000, last), noon(last)));
        accept(
                village.authoriseAndPayOn(
                        settled, village.outflow("T1", OutflowKind.TRANSFER, TO_SERVICE, 10_000)));

        YearEnd service = yearEnd(FundClass.SERVICE_FUND, settled);
        YearEnd common = yearEnd(FundClass.PUBLIC_INCOME, settled);

        assertThat(List.of(service.spent(), service.passed(), service.owners()))
                .containsOnly(Money.ofFen(0));
        assertThat(List.of(common.spent(), common.passed(), common.owners()))
                .containsExactly(Money.ofFen(10_000), Money.ofFen(0), Money.ofFen(-10_000));
    }

    private YearEnd yearEnd(FundClass fundClass, LocalDate day) {
        return village.book.read(
                reader ->
                        YearEnd.of(
                                village.trusteeship.year(2025).orElseThrow(),
                                fundClass,
                                village.book.chartIn(reader),
                                reader,
                                noon(day)));
    }

    @Test
    void aReturnKeepsTheRulesOfTheCallerAndIsWholeOrNotAtAll() {
        accept(pass(1, 10_000));
        ReturnedPayment returned =
                new ReturnedPayment(
                        EntryId.of("pay/E1"),
                        EntryId.of("returned/pay/E1"),
                        SourceDocument.bankLine("TH-pay/E1"),
                        DAY,
                        SampleBook.salt("r"));

        assertRefused(
                village.disbursements.recordReturn(
                        returned,
                        AT,
                        (reader, draft) ->
                                List.of(
                                        RuleCheck.of(
                                                LifeRule.OPEN_FOR_ACTIVITY,
                                                draft.reverses().isEmpty()))),
                LifeRule.OPEN_FOR_ACTIVITY);
        assertStands(0, 10_000, 10_000, 0, 490_000, 500_000);
    }

    /** The limit that was: the close did not see what was taken back before it and passed after. */
    @Test
    void aCostThatWasTakenBackUnsettledBeforeACloseIsNotPassedAfterIt() {
        accept(pass(1, 10_000));
        accept(takeBack(1));
        LocalDate next = END.plusDays(1);
        accept(village.book.close(END, noon(next), next));

        assertRefused(
                village.disbursements.passCost(
                        cost(of("pay/E1", 2), GREENERY.code(), 1, next), noon(next)),
                DisbursementRule.COST_STAYS);
    }

    /** The defect: a request held the debt, so that nothing of it seemed to be taken back. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRequestThatEndsUnpaidSettlesNoCostThatWasTakenBack(boolean isSent) {
        accept(pass(1, 10_000));
        village.authorise(village.outflow("T1", OutflowKind.TRANSFER, TO_SERVICE, 10_000));
        SourceDocument paper = new SourceDocument("letter", "1");
        if (isSent) {
            accept(village.disbursements.send("T1", paper, AT));
        }
        accept(takeBack(1));
        if (isSent) {
            accept(village.disbursements.fail("T1", paper, AT));
        } else {
            accept(village.disbursements.withdraw("T1", TestKeys.STEWARD, paper, AT));
        }
        LocalDate next = END.plusDays(1);
        accept(village.book.close(END, noon(next), next));

        assertRefused(
                village.disbursements.passCost(
                        cost(of("pay/E1", 2), GREENERY.code(), 1, next), noon(next)),
                DisbursementRule.COST_STAYS);
    }

    @Test
    void aCostThatWasSettledBeforeACloseAndCameBackMayPassAgain() {
        accept(pass(1, 10_000));
        accept(settle("T1", TO_SERVICE, 10_000));
        accept(takeBack(1));
        accept(settle("T2", TO_PUBLIC, 10_000));
        LocalDate next = END.plusDays(1);
        accept(village.book.close(END, noon(next), next));

        accept(
                village.disbursements.passCost(
                        cost(of("pay/E1", 2), GREENERY.code(), 1, next), noon(next)));
    }

    /** The limit that was: a class that had handed everything over came to owe again. */
    @Test
    void whileItIsHandedOverNoCostComesBackForWhichAClassHasNoCash() {
        accept(pass(1, 10_000));
        accept(settle("T1", TO_SERVICE, 10_000));
        village.takenOver(OVER);
        handOverBooks(OVER);
        accept(handOver("H1", "SERVICE_FUND", 500_000));

        assertRefused(takeBack(1, OVER, noon(OVER)), DisbursementRule.DUES_PAYABLE);
    }

    /**
     * The defect: with nothing owed between the two in the end, each kept the cash of the other.
     */
    @Test
    void whatTheTwoOweEachOtherAlikeIsThereForTheFirm() {
        leaveTheServiceFundLittle();
        passToTheServiceFund();
        accept(pass(1, 10_000));

        accept(village.authoriseAndPay(village.draw("W1", 10_001)));
    }

    @Test
    void whatIsOwedFromALaterDayKeepsNoEarlierPeriodOpen() {
        LocalDate next = END.plusDays(1);
        accept(
                village.disbursements.passCost(
                        cost(of("pay/E1", 1), GREENERY.code(), 1, next), noon(next)));

        accept(village.book.close(END, noon(next), next));
    }

    @Test
    void passesNothingIntoAClosedPeriod() {
        accept(village.book.close(END, AT, END.plusDays(1)));

        assertRefused(pass(1, 1), LedgerRule.PERIOD_OPEN);
        accept(
                village.disbursements.passCost(
                        cost(of("pay/E1", 1), GREENERY.code(), 1, END.plusDays(1)),
                        noon(END.plusDays(1))));
    }

    @Test
    void theFirmEarnsTheSameWhicheverClassBearsACost() {
        ContractTerms usual = Village.terms(Ratio.of(1, 10), TestKeys.register());
        Village spending =
                new Village(
                        new ContractTerms(
                                usual.id(),
                                usual.community(),
                                usual.trustee(),
                                usual.ratio(),
                                RemunerationBase.ACTUAL_EXPENDITURE,
                                usual.startInclusive(),
                                usual.endInclusive(),
                                usual.approvalValidDays(),
                                usual.batchMinUnits(),
                                usual.keys()),
                        RemunerationClauses.usual(Village.ID, Village.CONTRACT),
                        List.of(),
                        Village.USUAL_PAYMENTS);
        begin(spending);
        Money before = base(spending);

        accept(
                spending.disbursements.passCost(
                        cost(of("pay/E1", 1), GREENERY.code(), 4_000, DAY), AT));

        assertThat(base(spending)).isEqualTo(before).isEqualTo(Money.ofFen(10_000));
    }

    private static Money base(Village village) {
        return village.book.read(reader -> village.remuneration.base(reader, DAY));
    }

    @Test
    void theStatementsShowACostWithTheClassThatBearsIt() {
        accept(pass(1, 4_000));
        accept(settle("T1", TO_SERVICE, 4_000));
        accept(village.book.close(END, noon(END.plusDays(1)), END.plusDays(1)));

        AnnualReport report =
                accept(
                        AnnualReport.of(
                                extract(DAY, END),
                                village.budget,
                                village.trusteeship.life(),
                                Money.ofFen(0)));

        assertThat(report.execution())
                .extracting(StatementLine::code, line -> line.amount().minor())
                .contains(tuple("SF-03.spent", 6_000L), tuple("PI-03.spent", 4_000L));
        assertThat(report.publicIncome().costs())
                .extracting(line -> line.amount().minor())
                .containsExactly(4_000L);
        assertThat(report.publicIncome().closingCash().amount()).isEqualTo(Money.ofFen(496_000));
    }

    @Test
    void whatCameFromEarlierBooksIsNotPassedHere() {
        Village old = new Village(Ratio.of(8, 100));
        LocalDate january = LocalDate.of(2025, 1, 15);
        accept(
                old.book.importPeriod(
                        YearMonth.from(january),
                        List.of(
                                new OpeningBalance(
                                                FundClass.SERVICE_FUND,
                                                january,
                                                Money.ofFen(500_000))
                                        .entry(SampleBook.salt("o"))
                                        .source(SourceDocument.imported("JZ-1")),
                                SampleBook.draft("pay/E0", EntryKind.PAYMENT, january)
                                        .source(SourceDocument.imported("JZ-2"))
                                        .postings(
                                                Posting.debit(
                                                        LIGHTS.expenseAccount(), Money.ofFen(100)),
                                                Posting.credit(
                                                        ChartOfAccounts.SERVICE_CASH,
                                                        Money.ofFen(100)))),
                        AT,
                        DAY));

        assertRefused(
                old.disbursements.passCost(cost(of("pay/E0", 1), GREENERY.code(), 100, DAY), AT),
                DisbursementRule.COST_STANDS,
                DisbursementRule.COST_OF_OTHER_CLASS);
    }
}
