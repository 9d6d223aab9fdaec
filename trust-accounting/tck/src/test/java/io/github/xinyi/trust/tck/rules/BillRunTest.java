package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.billing.Bill;
import io.github.xinyi.trust.billing.BillRun;
import io.github.xinyi.trust.billing.BillingRule;
import io.github.xinyi.trust.billing.Tariff;
import io.github.xinyi.trust.billing.TariffSchedule;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillRunTest {

    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final Roster ROSTER = Village.roster(Village.ID);
    private static final TariffSchedule TARIFFS =
            new TariffSchedule(
                    List.of(
                            price("1.85", LocalDate.of(2025, 1, 1)),
                            price("2.45", LocalDate.of(2025, 7, 1))));

    private static Tariff price(String yuan, LocalDate from) {
        return new Tariff(
                UnitUse.RESIDENTIAL, Tariff.Basis.PER_SQUARE_METRE, new BigDecimal(yuan), from);
    }

    private static Bill bill(String number, UnitId unit, YearMonth month, long fen) {
        return new Bill(number, unit, month, month.atDay(1), Money.ofFen(fen));
    }

    @Test
    void takesBillsThatAreWhatTheTariffGives() {
        List<Bill> bills =
                List.of(
                        bill("B1", Village.unit(1), JANUARY, 11_124),
                        bill("B2", Village.unit(2), JANUARY, 11_193),
                        bill("B3", Village.unit(3), YearMonth.of(2025, 7), 14_970));

        assertThat(accept(BillRun.check(bills, ROSTER, TARIFFS)).bills()).isEqualTo(bills);
    }

    @ParameterizedTest
    @ValueSource(longs = {11_192, 11_194})
    void refusesABillOneFenOff(long fen) {
        assertRefused(
                BillRun.check(List.of(bill("B1", Village.unit(2), JANUARY, fen)), ROSTER, TARIFFS),
                BillingRule.AMOUNT_AS_TARIFF);
    }

    @Test
    void refusesASecondBillOfAMonthAndTakesOneOfTheNext() {
        Bill first = bill("B1", Village.unit(2), JANUARY, 11_193);

        assertRefused(
                BillRun.check(
                        List.of(first, bill("B2", Village.unit(2), JANUARY, 11_193)),
                        ROSTER,
                        TARIFFS),
                BillingRule.ONE_BILL_A_MONTH);
        accept(
                BillRun.check(
                        List.of(
                                first,
                                bill("B2", Village.unit(2), JANUARY.plusMonths(1), 11_193),
                                bill("B3", Village.unit(1), JANUARY, 11_124)),
                        ROSTER,
                        TARIFFS));
    }

    @Test
    void refusesAUnitThatTheRosterDoesNotHave() {
        assertRefused(
                BillRun.check(
                        List.of(bill("B1", UnitId.of("9-9-999"), JANUARY, 11_193)),
                        ROSTER,
                        TARIFFS),
                BillingRule.UNIT_KNOWN);
    }

    @Test
    void refusesABillOfAMonthBeforeAnyTariff() {
        assertRefused(
                BillRun.check(
                        List.of(bill("B1", Village.unit(2), YearMonth.of(2024, 12), 11_193)),
                        ROSTER,
                        TARIFFS),
                BillingRule.AMOUNT_AS_TARIFF);
    }

    @Test
    void refusesTheNewPriceInAnEarlierMonthAndTheOldOneInALater() {
        YearMonth june = YearMonth.of(2025, 6);
        YearMonth july = YearMonth.of(2025, 7);

        accept(
                BillRun.check(
                        List.of(
                                bill("B1", Village.unit(3), june, 11_304),
                                bill("B2", Village.unit(3), july, 14_970)),
                        ROSTER,
                        TARIFFS));
        assertRefused(
                BillRun.check(
                        List.of(
                                bill("B1", Village.unit(3), june, 14_970),
                                bill("B2", Village.unit(3), july, 11_304)),
                        ROSTER,
                        TARIFFS),
                BillingRule.AMOUNT_AS_TARIFF,
                BillingRule.AMOUNT_AS_TARIFF);
    }

    @Test
    void namesWhatIsWrongWithEachBill() {
        assertRefused(
                BillRun.check(
                        List.of(
                                bill("B1", Village.unit(2), JANUARY, 11_193),
                                bill("B2", Village.unit(2), JANUARY, 11_192),
                                bill("B3", UnitId.of("9-9-999"), JANUARY, 1)),
                        ROSTER,
                        TARIFFS),
                BillingRule.ONE_BILL_A_MONTH,
                BillingRule.AMOUNT_AS_TARIFF,
                BillingRule.UNIT_KNOWN);
    }

    @Test
    void postsABillAndItsReceiptSoThatNothingIsLeftOwed() {
        Village village = new Village(Ratio.of(8, 100));
        Bill bill = bill("B1", Village.unit(2), JANUARY, 11_193);

        Acknowledgement posted = village.post(bill.entry(SampleBook.salt("B1")));
        assertThat(posted.entry().id().value()).isEqualTo("bill/B1");
        assertThat(posted.entry().draft().visibility().isOpen()).isFalse();
        assertThat(village.net(ChartOfAccounts.FEES_RECEIVABLE)).isEqualTo(bill.amount());
        village.receive("R1", 2, Village.DAY, 11_193);

        assertThat(village.net(ChartOfAccounts.FEES_RECEIVABLE)).isEqualTo(Money.ofFen(0));
        assertThat(village.net(ChartOfAccounts.SERVICE_CASH)).isEqualTo(bill.amount());
        assertThat(village.net(ChartOfAccounts.FEE_INCOME)).isEqualTo(Money.ofFen(-11_193));
    }
}
