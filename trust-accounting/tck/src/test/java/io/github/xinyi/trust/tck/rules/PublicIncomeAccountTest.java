package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.ELECTRICIAN;
import static io.github.xinyi.trust.tck.rules.Village.FIRST_DAY;
import static io.github.xinyi.trust.tck.rules.Village.GREENERY;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.plan;
import static io.github.xinyi.trust.tck.rules.Village.voucher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.account.TransferEdge;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.fund.FundRule;
import io.github.xinyi.trust.fund.FundUse;
import io.github.xinyi.trust.fund.IncomeDeadline;
import io.github.xinyi.trust.fund.IncomeDuty;
import io.github.xinyi.trust.fund.IncomeSplit;
import io.github.xinyi.trust.fund.PublicIncome;
import io.github.xinyi.trust.fund.PublicIncomeAccount;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.IncomeClause;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards F6 and the share of public income that is the maintenance fund's. */
class PublicIncomeAccountTest {

    private static final Threshold HALF = new Threshold.AtLeast(Ratio.of(1, 2));
    private static final Threshold OVER_HALF = new Threshold.MoreThan(Ratio.of(1, 2));

    private final Village village =
            new Village(
                    Ratio.of(8, 100),
                    List.of(
                            plan(
                                    "GY-1",
                                    new FundUse.Transfer(TransferEdge.PUBLIC_TO_MAINTENANCE),
                                    1_000_000)),
                    Village.USUAL_PAYMENTS);

    private void receive(String number, LocalDate day, long fen) {
        village.post(
                new PublicIncome(
                                number,
                                PublicIncome.Source.PARKING,
                                Visibility.open(),
                                SourceDocument.bankLine(number),
                                day,
                                Money.ofFen(fen),
                                "停车")
                        .entry(SampleBook.salt(number)));
    }

    private PublicIncomeAccount account(LocalDate to) {
        return village.book.read(reader -> PublicIncomeAccount.of(reader, FIRST_DAY, to));
    }

    private void spend(String id, long fen) {
        accept(
                village.authoriseAndPay(
                        village.request(
                                id,
                                OutflowKind.PAYMENT,
                                ELECTRICIAN,
                                fen,
                                GREENERY.code(),
                                List.of(voucher("P-" + id, Voucher.Kind.INVOICE, fen)))));
    }

    @Test
    void takesOffWhatWasPaidUnderVouchersAndNothingElse() {
        receive("A1", DAY, 100_000);
        spend("E1", 30_000);
        village.post(
                SampleBook.draft("by-hand", EntryKind.OPENING, DAY)
                        .postings(
                                Posting.debit(GREENERY.expenseAccount(), Money.ofFen(5_000)),
                                Posting.credit(
                                        PublicIncome.Source.VENUE.account(), Money.ofFen(5_000))));

        PublicIncomeAccount account = account(DAY);

        assertThat(account.gross()).isEqualTo(Money.ofFen(100_000));
        assertThat(account.documentedCost()).isEqualTo(Money.ofFen(30_000));
        assertThat(account.net()).isEqualTo(Money.ofFen(70_000));
    }

    @Test
    void givesAllOfItWhereNothingWasDecidedAndNothingOfNothing() {
        assertThat(IncomeSplit.undecided().toFund(Money.ofFen(101))).isEqualTo(Money.ofFen(101));
        assertThat(IncomeSplit.undecided().toFund(Money.ofFen(0))).isEqualTo(Money.ofFen(0));
        assertThat(IncomeSplit.undecided().toFund(Money.ofFen(-5))).isEqualTo(Money.ofFen(0));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 10, 10001, 5001, 5001", "4, 10, 10000, 5000, 5001", "6, 10, 10001, 6001, 6001",
        "5, 10, 10001, 5001, 5001", "0, 1, 1, 1, 1", "1, 1, 7, 7, 7"
    })
    void givesTheLeastFenThatKeepsDecisionAndFloor(
            long n, long d, long net, long atLeast, long moreThan) {
        Ratio decided = Ratio.of(n, d);

        assertThat(new IncomeSplit(decided, List.of(HALF)).toFund(Money.ofFen(net)).minor())
                .isEqualTo(atLeast);
        assertThat(new IncomeSplit(decided, List.of(OVER_HALF)).toFund(Money.ofFen(net)).minor())
                .isEqualTo(moreThan);
    }

    @ParameterizedTest
    @CsvSource({"299, 50", "300, 10", "301, 10"})
    void aFundBelowLowWaterTakesItsShareFirstAsBeijing74Has(long fund, long given) {
        IncomeSplit split =
                new IncomeSplit(Ratio.of(1, 10), List.of())
                        .whileLow(Money.ofFen(fund), Money.ofFen(1_000), Ratio.of(3, 10), HALF);

        assertThat(split.toFund(Money.ofFen(100))).isEqualTo(Money.ofFen(given));
    }

    @Test
    void isDueTheDayAfterTheGraceOfItsQuarter() {
        IncomeDuty duty = new IncomeDuty(FIRST_DAY, 3, 10, IncomeSplit.undecided());
        receive("A1", DAY, 40_000);
        receive("A2", LocalDate.of(2025, 4, 1), 7);
        accept(
                village.authoriseAndPay(
                        village.outflow("T1", OutflowKind.TRANSFER, "GY-1", 39_999)));

        assertThat(outstanding(duty, LocalDate.of(2025, 4, 10))).isZero();
        assertThat(outstanding(duty, LocalDate.of(2025, 4, 11))).isEqualTo(1);
        assertThat(verdict(duty, LocalDate.of(2025, 4, 11))).isEqualTo(Verdict.NOT_MET);
        assertThat(village.book.read(r -> duty.judge(r, LocalDate.of(2025, 4, 11))).rule())
                .isEqualTo(FundRule.INCOME_PASSED_IN_TIME.code());
        accept(village.authoriseAndPay(village.outflow("T2", OutflowKind.TRANSFER, "GY-1", 1)));
        assertThat(verdict(duty, LocalDate.of(2025, 4, 11))).isEqualTo(Verdict.MET);
        assertThat(outstanding(duty, LocalDate.of(2025, 7, 11))).isEqualTo(7);
    }

    /**
     * Fifteen working days after Friday 28 February 2025 are over on 21 March: a rest day in
     * between.
     */
    @Test
    void isDueWithinWorkingDaysOfItsReceiptAsTaizhou45Has() {
        HolidayCalendar calendar =
                new HolidayCalendar(
                        EffectivePeriod.from(LocalDate.of(2025, 1, 1)),
                        new TreeSet<>(Set.of(LocalDate.of(2025, 3, 12))),
                        new TreeSet<>(Set.of(LocalDate.of(2025, 3, 15))));
        IncomeDeadline deadline = new IncomeDeadline(FIRST_DAY, 15, IncomeSplit.undecided());
        LocalDate friday = LocalDate.of(2025, 2, 28);
        receive("A1", friday, 40_000);
        receive("A2", friday.plusDays(3), 7);
        LocalDate last = LocalDate.of(2025, 3, 21);
        assertThat(deadline.deadline(friday, calendar).lastDay()).isEqualTo(last);

        assertThat(outstanding(deadline, last.minusDays(1), calendar)).isZero();
        assertThat(outstanding(deadline, last, calendar)).isZero();
        assertThat(outstanding(deadline, last.plusDays(1), calendar)).isEqualTo(40_000);
        Finding late = village.book.read(r -> deadline.judge(r, last.plusDays(1), calendar));
        assertThat(late.rule()).isEqualTo(FundRule.INCOME_PASSED_IN_TIME.code());
        assertThat(late.verdict()).isEqualTo(Verdict.NOT_MET);
        accept(
                village.authoriseAndPay(
                        village.outflow("T1", OutflowKind.TRANSFER, "GY-1", 40_000)));

        assertThat(outstanding(deadline, last.plusDays(1), calendar)).isZero();
        assertThat(outstanding(deadline, LocalDate.of(2025, 4, 1), calendar)).isEqualTo(7);
    }

    private long outstanding(IncomeDeadline deadline, LocalDate day, HolidayCalendar calendar) {
        return village.book.read(reader -> deadline.outstanding(reader, day, calendar)).minor();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "250, true", "251, false"})
    void aDeadlineHasOneToTwoHundredAndFiftyWorkingDays(int days, boolean allowed) {
        if (allowed) {
            assertThat(new IncomeDeadline(FIRST_DAY, days, IncomeSplit.undecided()).workingDays())
                    .isEqualTo(days);
        } else {
            assertThatThrownBy(() -> new IncomeDeadline(FIRST_DAY, days, IncomeSplit.undecided()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private long outstanding(IncomeDuty duty, LocalDate day) {
        return village.book.read(reader -> duty.outstanding(reader, day)).minor();
    }

    private Verdict verdict(IncomeDuty duty, LocalDate day) {
        return village.book.read(reader -> duty.judge(reader, day)).verdict();
    }

    /** Of 1,000.01 received, half and half a fen up is the maintenance fund's: 500.01. */
    @ParameterizedTest
    @CsvSource({"49999, true", "50000, true", "50001, false"})
    void sharesNoFenOfWhatIsTheMaintenanceFunds(long fen, boolean shared) {
        IncomeClause clause =
                new IncomeClause(
                        FIRST_DAY,
                        3,
                        10,
                        Ratio.of(0, 1),
                        List.of(
                                new IncomeClause.Floor(
                                        IncomeClause.Reach.AT_LEAST, Ratio.of(1, 2))));
        Village there =
                new Village(
                        Ratio.of(8, 100),
                        List.of(
                                plan(
                                        "FP-1",
                                        new FundUse.Distribution(
                                                FundClass.PUBLIC_INCOME,
                                                Village.roster(Village.ID).recordDate()),
                                        1_000_000),
                                plan(
                                        "GY-1",
                                        new FundUse.Transfer(TransferEdge.PUBLIC_TO_MAINTENANCE),
                                        1_000_000)),
                        Village.USUAL_PAYMENTS.withIncomeClauses(List.of(clause)));
        there.post(
                new PublicIncome(
                                "A1",
                                PublicIncome.Source.PARKING,
                                Visibility.open(),
                                SourceDocument.bankLine("A1"),
                                DAY,
                                Money.ofFen(100_001),
                                "停车")
                        .entry(SampleBook.salt("A1")));

        var paid =
                there.authoriseAndPay(
                        there.outflow("S1", OutflowKind.SURPLUS_DISTRIBUTION, "FP-1/7-2-101", fen));

        if (shared) {
            accept(paid);
        } else {
            Village.assertRefused(paid, FundRule.INCOME_SHARE_KEPT);
            accept(
                    there.disbursements.withdraw(
                            "S1",
                            TestKeys.STEWARD,
                            new SourceDocument("letter", "L1"),
                            Village.AT));
        }
        accept(there.authoriseAndPay(there.outflow("T1", OutflowKind.TRANSFER, "GY-1", 50_001)));
    }
}
