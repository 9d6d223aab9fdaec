package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.account.TransferEdge;
import io.github.xinyi.trust.book.BankDebit;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.budget.BudgetPaper;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.budget.BudgetPolicy.DeficitPolicy;
import io.github.xinyi.trust.budget.BudgetPolicy.SurplusPolicy;
import io.github.xinyi.trust.budget.BudgetYear;
import io.github.xinyi.trust.budget.YearEnd;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.fund.FundUse;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.trusteeship.TrusteeDebt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards F2, Trust Law arts. 29 and 37, and the readings I25 and I26 at the end of a year. */
class YearEndTest {

    private static final Money NOTHING = Money.ofFen(0);
    private static final Instant LAST = BudgetYearTest.at(LocalDate.of(2025, 12, 31));

    private final Village village = new Village(Ratio.of(8, 100));

    private YearEnd end(FundClass fundClass) {
        return end(village, village.trusteeship.year(2025).orElseThrow(), fundClass);
    }

    private static YearEnd end(Village village, BudgetYear year, FundClass fundClass) {
        return village.book.read(
                reader -> YearEnd.of(year, fundClass, village.book.chartIn(reader), reader, LAST));
    }

    private void spend(String id, String line, long fen) {
        accept(
                village.authoriseAndPay(
                        village.request(
                                id,
                                OutflowKind.PAYMENT,
                                Village.ELECTRICIAN,
                                fen,
                                line,
                                List.of(Village.voucher("V-" + id, Voucher.Kind.INVOICE, fen)))));
    }

    private static YearEnd of(long fen, SurplusPolicy surplus, DeficitPolicy deficit) {
        return new YearEnd(
                FundClass.SERVICE_FUND,
                2025,
                NOTHING,
                Money.ofFen(fen),
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                surplus,
                deficit);
    }

    @Test
    void oneClassNeverMakesUpForAnother() {
        village.post(SampleBook.opening("opening", 100_000));
        village.collect("R1", Village.DAY, 40_000);
        village.post(SampleBook.parking("P1", 90_000));
        spend("E1", Village.LIGHTS.code(), 55_000);
        spend("E2", Village.GREENERY.code(), 20_000);

        assertThat(end(FundClass.SERVICE_FUND).owners()).isEqualTo(Money.ofFen(-15_000));
        assertThat(end(FundClass.PUBLIC_INCOME).owners()).isEqualTo(Money.ofFen(70_000));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-12-31, 0",
        "2025-01-01, 100",
        "2025-12-31, 100",
        "2026-01-01, 0",
    })
    void countsWhatCameInFromTheFirstDayOfTheYearToTheLast(LocalDate day, long counted) {
        village.collect("R1", day, 100);

        assertThat(end(FundClass.SERVICE_FUND).received()).isEqualTo(Money.ofFen(counted));
    }

    @Test
    void aBillIsNoMoneyAndARefundAndAReturnedItemLeaveWithWhatTheyTookBack() {
        village.post(SampleBook.bill("B1", Village.unit(1).value(), 70_000));
        village.receive("R1", 1, Village.DAY, 90_000);
        village.receive("R2", 2, Village.DAY, 5_000);
        accept(
                village.book.recordBankDebit(
                        SampleBook.returnedItem("BK1", "receipt/R2", 5_000),
                        SampleBook.MOMENT,
                        BookGuard.none()));
        accept(
                village.authoriseAndPay(
                        village.outflow(
                                "T1", OutflowKind.REFUND, Village.unit(1).value(), 20_000)));

        assertThat(end(FundClass.SERVICE_FUND).received()).isEqualTo(Money.ofFen(70_000));
    }

    @Test
    void takesOffTheBanksFeesAndWhatFellDueToTheFirmDrawnOrNot() {
        village.collect("R1", Village.DAY, 100_000);
        BankDebit.Fee fee = SampleBook.bankFee("BK1", 300);
        accept(village.book.recordBankDebit(fee, SampleBook.MOMENT, BookGuard.none()));
        accept(
                village.remuneration.accrue(
                        EntryId.of("A1"), Village.AT, Village.DAY, SampleBook.salt("A1")));

        YearEnd end = end(FundClass.SERVICE_FUND);

        assertThat(end.spent()).isEqualTo(Money.ofFen(300));
        assertThat(end.remuneration()).isEqualTo(Money.ofFen(8_000));
        assertThat(end.result()).isEqualTo(Money.ofFen(91_700));
        assertThat(end(FundClass.PUBLIC_INCOME).remuneration()).isEqualTo(NOTHING);
    }

    @Test
    void whatWasPassedOnIsNotThereToCarryForward() {
        Village there =
                new Village(
                        Ratio.of(8, 100),
                        List.of(
                                Village.plan(
                                        "GY-1",
                                        new FundUse.Transfer(TransferEdge.PUBLIC_TO_SERVICE),
                                        1_000)),
                        Village.USUAL_PAYMENTS);
        there.post(SampleBook.parking("P1", 3_000));
        accept(there.authoriseAndPay(there.outflow("T1", OutflowKind.TRANSFER, "GY-1", 1_000)));
        BudgetYear year = there.trusteeship.year(2025).orElseThrow();

        YearEnd given = end(there, year, FundClass.PUBLIC_INCOME);
        YearEnd taken = end(there, year, FundClass.SERVICE_FUND);

        assertThat(given.result()).isEqualTo(Money.ofFen(3_000));
        assertThat(given.passed()).isEqualTo(Money.ofFen(-1_000));
        assertThat(given.carriedForward()).isEqualTo(Money.ofFen(2_000));
        assertThat(taken.result()).isEqualTo(NOTHING);
        assertThat(taken.carriedForward()).isEqualTo(Money.ofFen(1_000));
    }

    @Test
    void countsEveryAccountAtTheBankOfTheClass() {
        AccountCode second = AccountCode.of("service.cash-of-the-other-bank");
        accept(
                village.book.openAccount(
                        new Account(
                                second,
                                "第二专户",
                                "Second account",
                                FundClass.SERVICE_FUND,
                                AccountType.CASH),
                        Village.FIRST_DAY,
                        Village.AT));
        EntryDraft receipt = SampleBook.feeReceipt("R1", Village.unit(1).value(), 500);
        village.post(
                receipt.postings(
                        Posting.debit(second, Money.ofFen(500)), receipt.postings().get(1)));

        assertThat(end(FundClass.SERVICE_FUND).received()).isEqualTo(Money.ofFen(500));
    }

    /** The trustee bears what a lapsed emergency spent; paid back or not, it counts once. */
    @Test
    void whatALapsedEmergencySpentIsNoLackOfTheOwners() {
        Village there = BudgetYearTest.villageWith(1_000_000);
        there.collect("R1", Village.DAY, 1_050_000);
        BudgetPaper.Overrun paper =
                BudgetYearTest.overrun("JJ-1", BudgetYearTest.LIGHTS.code(), 120_000);
        BudgetYear year =
                accept(
                        BudgetYearTest.open(BudgetYearTest.POLICY)
                                .declareEmergency(paper, BudgetYearTest.AT));
        BudgetYearTest.overspend(there, 100_000);
        AccountCode debt =
                TrusteeDebt.accounts(2025, Village.CONTRACT).stream()
                        .map(Account::code)
                        .filter(code -> code.value().startsWith("service.due-from-trustee."))
                        .findFirst()
                        .orElseThrow();
        there.force(
                SampleBook.draft("back", EntryKind.TRUSTEE_REPAYMENT, Village.DAY)
                        .source(SourceDocument.bankLine("BK-back"))
                        .postings(
                                Posting.debit(
                                        BudgetYearTest.LIGHTS.cashAccount(), Money.ofFen(40_000)),
                                Posting.credit(debt, Money.ofFen(40_000))));

        YearEnd end = end(there, year, FundClass.SERVICE_FUND);

        assertThat(end.result()).isEqualTo(Money.ofFen(-50_000));
        assertThat(end.trusteeOwes()).isEqualTo(Money.ofFen(100_000));
        assertThat(end.owners()).isEqualTo(Money.ofFen(50_000));
        assertThat(end.carriedForward()).isEqualTo(Money.ofFen(50_000));
        assertThat(end(there, year, FundClass.PUBLIC_INCOME).trusteeOwes()).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "1, CARRY_FORWARD, RAISE_FEES, 1",
        "1, LOWER_FEES, CARRY_FORWARD, 0",
        "1, TO_MAINTENANCE_FUND, CARRY_FORWARD, 0",
        "1, DISTRIBUTE_BY_AREA, CARRY_FORWARD, 0",
        "0, CARRY_FORWARD, CARRY_FORWARD, 0",
        "-1, LOWER_FEES, CARRY_FORWARD, -1",
        "-1, CARRY_FORWARD, RAISE_FEES, 0",
    })
    void whatAYearComesToIsCarriedForwardOnlyByPolicy(
            long fen, SurplusPolicy surplus, DeficitPolicy deficit, long carried) {
        assertThat(of(fen, surplus, deficit).carriedForward()).isEqualTo(Money.ofFen(carried));
    }

    /** A lack that is carried forward is met by the next year's rest first. */
    @ParameterizedTest
    @CsvSource({"99, -1", "100, 0", "101, 1"})
    void theNextYearBeginsWithWhatTheLastOneLeft(long next, long left) {
        YearEnd lack = of(-100, SurplusPolicy.CARRY_FORWARD, DeficitPolicy.CARRY_FORWARD);
        YearEnd following =
                new YearEnd(
                                FundClass.SERVICE_FUND,
                                2026,
                                NOTHING,
                                Money.ofFen(next),
                                NOTHING,
                                NOTHING,
                                NOTHING,
                                NOTHING,
                                SurplusPolicy.CARRY_FORWARD,
                                DeficitPolicy.CARRY_FORWARD)
                        .after(lack);

        assertThat(following.broughtForward()).isEqualTo(Money.ofFen(-100));
        assertThat(following.result()).isEqualTo(Money.ofFen(next));
        assertThat(following.carriedForward()).isEqualTo(Money.ofFen(left));
    }

    @ParameterizedTest
    @CsvSource({"SERVICE_FUND, 2024", "SERVICE_FUND, 2026", "PUBLIC_INCOME, 2025"})
    void followsTheYearBeforeOfItsOwnClassAlone(FundClass fundClass, int year) {
        YearEnd lack = of(-100, SurplusPolicy.CARRY_FORWARD, DeficitPolicy.CARRY_FORWARD);
        YearEnd other =
                new YearEnd(
                        fundClass,
                        year + 1,
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        SurplusPolicy.CARRY_FORWARD,
                        DeficitPolicy.CARRY_FORWARD);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> other.after(lack))
                .withMessageContaining("SERVICE_FUND 2025");
    }

    @ParameterizedTest
    @CsvSource({"MAINTENANCE_FUND", "DEPOSITS", "REMUNERATION"})
    void noYearIsOfAClassWithoutABudget(FundClass fundClass) {
        BudgetYear year = BudgetYearTest.open(BudgetPolicy.usual(Village.ID, 2025, 80_000));

        assertThatIllegalArgumentException().isThrownBy(() -> end(village, year, fundClass));
    }
}
