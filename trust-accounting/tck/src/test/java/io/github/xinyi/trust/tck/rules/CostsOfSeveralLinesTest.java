package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.GREENERY;
import static io.github.xinyi.trust.tck.rules.Village.LIGHTS;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static io.github.xinyi.trust.tck.rules.Village.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.PassedCost;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.budget.BudgetRule;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.disbursement.DisbursementRule;
import io.github.xinyi.trust.disbursement.MisplacedCost;
import io.github.xinyi.trust.disbursement.ReturnedPayment;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.trusteeship.TrusteeDebt;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Guards F9 where several lines of a class have paid what another class bears: no passing and no
 * taking back is ever a debt of a firm, and none frees a line that no key has settled.
 */
class CostsOfSeveralLinesTest {

    /** A second line of the service fund, of 5,000.00. */
    private static final BudgetLine WATER =
            new BudgetLine("SF-04", "用水", FundClass.SERVICE_FUND, Money.ofFen(500_000));

    private static final DraftBudget DRAFT =
            new DraftBudget(Village.ID, 2025, List.of(LIGHTS, WATER, GREENERY));
    private static final Dues OWED = Dues.between(FundClass.PUBLIC_INCOME, FundClass.SERVICE_FUND);
    private static final Dues OWED_BACK =
            Dues.between(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME);
    private static final String TO_SERVICE = "dues/public-service";

    private final Village village = new Village(Ratio.of(8, 100), List.of(), DRAFT);

    @BeforeEach
    void open() {
        for (FundClass fundClass : List.of(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME)) {
            village.post(
                    new OpeningBalance(fundClass, DAY, Money.ofFen(3_000_000))
                            .entry(SampleBook.salt(fundClass.prefix())));
        }
    }

    private void pay(BudgetLine line, String id, long fen) {
        accept(payOn(DAY, line, id, fen));
    }

    private Outcome<Acknowledgement> payOn(LocalDate day, BudgetLine line, String id, long fen) {
        return village.authoriseAndPayOn(
                day,
                village.request(
                        id,
                        OutflowKind.PAYMENT,
                        Village.ELECTRICIAN,
                        fen,
                        line.code(),
                        List.of(Village.voucher("P-" + id, Voucher.Kind.INVOICE, fen))));
    }

    private Outcome<Acknowledgement> pass(String payment, int time, BudgetLine to, long fen) {
        return passOn(DAY, payment, time, to, fen);
    }

    private Outcome<Acknowledgement> passOn(
            LocalDate day, String payment, int time, BudgetLine to, long fen) {
        return village.disbursements.passCost(
                new MisplacedCost(
                        passed(payment, time),
                        to.code(),
                        Money.ofFen(fen),
                        day,
                        "错列科目",
                        SampleBook.salt("c")),
                noon(day));
    }

    private Outcome<Acknowledgement> takeBack(String payment, int time) {
        return village.disbursements.takeBackCost(
                passed(payment, time), DAY, SampleBook.salt("b"), noon(DAY));
    }

    private static PassedCost passed(String payment, int time) {
        return new PassedCost(EntryId.of("pay/" + payment), time);
    }

    private void settle(String id, long fen) {
        settleOn(DAY, id, fen);
    }

    private void settleOn(LocalDate day, String id, long fen) {
        accept(
                village.authoriseAndPayOn(
                        day, village.outflow(id, OutflowKind.TRANSFER, TO_SERVICE, fen)));
    }

    /**
     * 12,000.00 of a line of 10,000.00, of which the other class bears 2,000.00 and has paid it.
     */
    private void spendWhatWasSettled() {
        pay(LIGHTS, "E1", 1_000_000);
        accept(pass("E1", 1, GREENERY, 200_000));
        settle("T1", 200_000);
        pay(LIGHTS, "E2", 200_000);
        assertNoDebt();
    }

    private void assertNoDebt() {
        assertThat(share()).isZero();
        assertThat(debt()).isZero();
    }

    private long share() {
        return village.book
                .<Money>read(
                        reader ->
                                village.trusteeship
                                        .year(2025)
                                        .orElseThrow()
                                        .trusteesShare(reader, AT))
                .minor();
    }

    private long debt() {
        return village.book
                .<Money>read(reader -> new TrusteeDebt(village.trusteeship).outstanding(reader, AT))
                .minor();
    }

    private long spent(BudgetLine line) {
        return village.book.<Money>read(reader -> village.budget.spent(reader, line)).minor();
    }

    private long owed(Dues dues) {
        return village.net(dues.claim()).minor();
    }

    /** The defect: what one line is owed for bound every line of the class anew. */
    @Test
    void aCostThatPassesBindsNoOtherLineWhoseOwnIsSettled() {
        spendWhatWasSettled();
        pay(WATER, "E3", 50_000);

        accept(pass("E3", 1, GREENERY, 50_000));

        assertThat(spent(LIGHTS)).isEqualTo(1_000_000);
        assertThat(spent(WATER)).isEqualTo(50_000);
        assertNoDebt();
    }

    /** The same of a line of the class that bears it, when the cost comes back. */
    @Test
    void aSettledCostThatIsTakenBackBindsNoOtherLine() {
        spendWhatWasSettled();
        pay(WATER, "E3", 50_000);
        accept(pass("E3", 1, GREENERY, 50_000));
        settle("T2", 50_000);

        accept(takeBack("E3", 1));

        assertThat(owed(OWED_BACK)).isEqualTo(50_000);
        assertThat(List.of(spent(LIGHTS), spent(WATER), spent(GREENERY)))
                .containsExactly(1_000_000L, 50_000L, 200_000L);
        assertNoDebt();
    }

    @Test
    void aLaterCostThatIsTakenBackFreesNoEarlierOneThatNobodyHasSettled() {
        pay(LIGHTS, "E1", 1_000_000);
        pay(WATER, "E2", 50_000);
        accept(pass("E1", 1, GREENERY, 50_000));
        accept(pass("E2", 1, GREENERY, 50_000));

        accept(takeBack("E2", 1));

        assertThat(spent(LIGHTS)).isEqualTo(1_000_000);
        assertThat(owed(OWED)).isEqualTo(50_000);
    }

    @Test
    void theOldestIsSettledFirstAndEachLineIsFreeAsFarAsItsOwnIs() {
        pay(LIGHTS, "E1", 1_000_000);
        pay(WATER, "E2", 500_000);
        accept(pass("E1", 1, GREENERY, 60_000));
        accept(pass("E2", 1, GREENERY, 40_000));

        settle("T1", 60_000);

        assertThat(spent(LIGHTS)).isEqualTo(940_000);
        assertThat(spent(WATER)).isEqualTo(500_000);
        settle("T2", 1);
        assertThat(spent(WATER)).isEqualTo(499_999);
    }

    /** The limit that was: it was owed both ways, and both had to be paid. */
    @Test
    void anEarlierCostIsNotOwedBothWaysAfterALaterOneWasTakenBack() {
        pay(LIGHTS, "E1", 60_000);
        pay(WATER, "E2", 50_000);
        accept(pass("E1", 1, GREENERY, 60_000));
        accept(pass("E2", 1, GREENERY, 50_000));
        accept(takeBack("E2", 1));

        accept(takeBack("E1", 1));

        assertThat(List.of(owed(OWED), owed(OWED_BACK))).containsExactly(0L, 0L);
    }

    /** The defect: what came back of the next month counted as paid of this one. */
    @Test
    void aLaterCostThatIsTakenBackClosesNoPeriodWhoseOwnNobodyHasSettled() {
        LocalDate end = DAY.withDayOfMonth(DAY.lengthOfMonth());
        LocalDate next = end.plusDays(1);
        pay(LIGHTS, "E1", 60_000);
        pay(WATER, "E2", 60_000);
        accept(pass("E1", 1, GREENERY, 60_000));
        accept(passOn(next, "E2", 1, GREENERY, 60_000));
        accept(
                village.disbursements.takeBackCost(
                        passed("E2", 1), next, SampleBook.salt("b"), noon(next)));

        assertRefused(village.book.close(end, noon(next), next), LedgerRule.DUES_SETTLED);
        settleOn(next, "T1", 60_000);
        accept(village.book.close(end, noon(next), next));
    }

    /** What was settled has been spent again, so that a cost for it has no place any more. */
    @Test
    void aCostIsBorneBesideWhatIsNotSettledYet() {
        pay(LIGHTS, "E1", 60_000);
        accept(pass("E1", 1, GREENERY, 60_000));
        settle("T1", 60_000);
        pay(LIGHTS, "E2", 1_000_000);
        accept(pass("E2", 1, GREENERY, 60_000));
        pay(GREENERY, "G1", 60_000);

        assertRefused(
                pass("G1", 1, LIGHTS, 60_000),
                BudgetRule.WITHIN_LIMIT,
                DisbursementRule.LINE_AVAILABLE);
        assertNoDebt();
        settle("T2", 60_000);
        accept(pass("G1", 1, LIGHTS, 60_000));
        assertThat(spent(LIGHTS)).isEqualTo(1_000_000);
        assertNoDebt();
    }

    /** The defect: what the settled cost had freed was spent, and then the firm's debt. */
    @Test
    void aSettledCostComesBackOnlyBesideWhatIsNotSettledYet() {
        pay(LIGHTS, "E1", 60_000);
        accept(pass("E1", 1, GREENERY, 60_000));
        settle("T1", 60_000);
        pay(LIGHTS, "E2", 1_000_000);
        accept(pass("E2", 1, GREENERY, 60_000));

        assertRefused(takeBack("E1", 1), BudgetRule.WITHIN_LIMIT, DisbursementRule.LINE_AVAILABLE);
        assertNoDebt();
        accept(takeBack("E2", 1));
        assertThat(spent(LIGHTS)).isEqualTo(1_000_000);
    }

    @Test
    void aReturnByTheBankIsNoDebtOfAnotherLine() {
        spendWhatWasSettled();
        pay(WATER, "E3", 50_000);
        accept(pass("E3", 1, GREENERY, 50_000));
        settle("T2", 50_000);

        accept(
                village.disbursements.recordReturn(
                        new ReturnedPayment(
                                EntryId.of("pay/E3"),
                                EntryId.of("returned/E3"),
                                SourceDocument.bankLine("TH-3"),
                                DAY,
                                SampleBook.salt("r")),
                        AT));

        assertNoDebt();
    }

    @Test
    void aCostOfTheNextYearBindsNoLineOfTheYearBefore() {
        spendWhatWasSettled();
        LocalDate next = LocalDate.of(2026, 1, 5);
        DraftBudget draft = new DraftBudget(Village.ID, 2026, DRAFT.lines());
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
        accept(payOn(next, WATER, "E3", 50_000));

        accept(passOn(next, "E3", 1, GREENERY, 50_000));

        assertThat(spent(LIGHTS)).isEqualTo(1_000_000);
        assertNoDebt();
    }
}
