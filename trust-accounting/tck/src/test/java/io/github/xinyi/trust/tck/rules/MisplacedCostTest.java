package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.GREENERY;
import static io.github.xinyi.trust.tck.rules.Village.LIGHTS;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.budget.BudgetRule;
import io.github.xinyi.trust.disbursement.DisbursementRule;
import io.github.xinyi.trust.disbursement.MisplacedCost;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.fund.PublicIncomeAccount;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards L1 and F2: a cost paid by the wrong class is owed by the one that bears it. */
class MisplacedCostTest {

    private static final Dues OWED = Dues.between(FundClass.PUBLIC_INCOME, FundClass.SERVICE_FUND);

    private final Village village = new Village(Ratio.of(8, 100));

    @BeforeEach
    void payACostOfTheCommonPartsFromTheServiceFund() {
        for (FundClass fundClass : List.of(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME)) {
            village.post(
                    new OpeningBalance(fundClass, DAY, Money.ofFen(500_000))
                            .entry(SampleBook.salt(fundClass.prefix())));
        }
        accept(village.authoriseAndPay(village.lights("E1", 10_000)));
    }

    private Outcome<Acknowledgement> pass(String line, long fen) {
        return village.disbursements.passCost(
                new MisplacedCost(
                        EntryId.of("pay/E1"), line, Money.ofFen(fen), DAY, SampleBook.salt("c")),
                AT);
    }

    private Outcome<Acknowledgement> settle(String id, String dues, long fen) {
        return village.authoriseAndPay(village.outflow(id, OutflowKind.TRANSFER, dues, fen));
    }

    private long net(AccountCode account) {
        return village.net(account).minor();
    }

    @ParameterizedTest
    @CsvSource({"9999, true", "10000, true", "10001, false"})
    void passesACostToTheLineThatBearsItUpToWhatWasPaid(long fen, boolean passes) {
        Outcome<Acknowledgement> passed = pass(GREENERY.code(), fen);

        if (!passes) {
            assertRefused(passed, DisbursementRule.COST_WITHIN_PAYMENT);
            return;
        }
        accept(passed);
        assertThat(net(LIGHTS.expenseAccount())).isEqualTo(10_000 - fen);
        assertThat(net(GREENERY.expenseAccount())).isEqualTo(fen);
        assertThat(net(OWED.debt())).isEqualTo(-fen);
        assertThat(net(OWED.claim())).isEqualTo(fen);
        assertThat(net(ChartOfAccounts.SERVICE_CASH)).isEqualTo(490_000);
        assertThat(village.book.<Money>read(reader -> village.budget.spent(reader, GREENERY)))
                .isEqualTo(Money.ofFen(fen));
        assertThat(village.book.<Money>read(reader -> village.budget.spent(reader, LIGHTS)))
                .isEqualTo(Money.ofFen(10_000 - fen));
        assertThat(
                        village.book
                                .read(reader -> PublicIncomeAccount.of(reader, DAY, DAY))
                                .documentedCost())
                .isEqualTo(Money.ofFen(fen));
    }

    @Test
    void settlesWhatIsOwedUnderTwoKeysAndNotOneFenMore() {
        accept(pass(GREENERY.code(), 10_000));

        assertRefused(settle("T1", "dues/public-service", 10_001), DisbursementRule.DUES_OWED);
        assertRefused(settle("T2", "dues/service-public", 1), DisbursementRule.DUES_OWED);
        accept(settle("T3", "dues/public-service", 9_999));
        accept(settle("T4", "dues/public-service", 1));
        assertRefused(settle("T5", "dues/public-service", 1), DisbursementRule.DUES_OWED);

        assertThat(net(OWED.debt())).isZero();
        assertThat(net(OWED.claim())).isZero();
        assertThat(net(ChartOfAccounts.SERVICE_CASH)).isEqualTo(500_000);
        assertThat(net(ChartOfAccounts.PUBLIC_CASH)).isEqualTo(490_000);
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
                    DisbursementRule.DUES_NAMED);
        }
        assertRefused(pass(LIGHTS.code(), 1), DisbursementRule.COST_OF_OTHER_CLASS);
        assertRefused(pass("PI-99", 1), DisbursementRule.COST_OF_OTHER_CLASS);
    }

    @Test
    void passesNoCostThatWasNotPaidNorOneFenAboveTheLineThatBearsIt() {
        assertRefused(
                village.disbursements.passCost(
                        new MisplacedCost(
                                EntryId.of("pay/E2"),
                                GREENERY.code(),
                                Money.ofFen(1),
                                DAY,
                                SampleBook.salt("c")),
                        AT),
                DisbursementRule.COST_STANDS,
                DisbursementRule.COST_OF_OTHER_CLASS);
        accept(
                village.authoriseAndPay(
                        village.request(
                                "G1",
                                OutflowKind.PAYMENT,
                                Village.ELECTRICIAN,
                                290_001,
                                GREENERY.code(),
                                List.of(Village.voucher("P-G1", Voucher.Kind.INVOICE, 290_001)))));

        assertRefused(pass(GREENERY.code(), 10_000), BudgetRule.WITHIN_LIMIT);
        accept(pass(GREENERY.code(), 9_999));
    }

    @Test
    void passesACostOnceHoweverOftenItIsAskedAndAgainAfterItWasTakenBack() {
        Acknowledgement first = accept(pass(GREENERY.code(), 4_000));

        assertThat(accept(pass(GREENERY.code(), 4_000)).repeated()).isTrue();
        assertRefused(pass(GREENERY.code(), 4_001), LedgerRule.SAME_ID_OTHER_CONTENT);
        accept(
                village.book.post(
                        EntryDraft.reversalOf(
                                first.entry(), EntryId.of("r1"), DAY, SampleBook.salt("r1")),
                        AT));
        accept(pass(GREENERY.code(), 4_001));

        assertThat(net(OWED.debt())).isEqualTo(-4_001);
    }

    @Test
    void closesThePeriodOnceItIsSettled() {
        LocalDate end = DAY.withDayOfMonth(DAY.lengthOfMonth());
        accept(pass(GREENERY.code(), 10_000));

        assertRefused(village.book.close(end, AT, end.plusDays(1)), LedgerRule.DUES_SETTLED);
        accept(settle("T1", "dues/public-service", 10_000));
        accept(village.book.close(end, AT, end.plusDays(1)));
    }
}
