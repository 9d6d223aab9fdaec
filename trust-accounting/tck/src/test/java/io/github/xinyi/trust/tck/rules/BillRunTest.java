package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.billing.Bill;
import io.github.xinyi.trust.billing.BillRun;
import io.github.xinyi.trust.billing.BillSheet;
import io.github.xinyi.trust.billing.BillableUnits;
import io.github.xinyi.trust.billing.BillingRule;
import io.github.xinyi.trust.billing.FeeRun;
import io.github.xinyi.trust.billing.Payer;
import io.github.xinyi.trust.billing.Proration;
import io.github.xinyi.trust.billing.Tariff;
import io.github.xinyi.trust.billing.TariffSchedule;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    private static final LocalDate HANDED_OVER = LocalDate.of(2025, 1, 11);

    /** Of 111.93 the developer owes ten days, 36.10, and the owners the rest. */
    private static List<Bill> split(Payer first, long firstFen, Payer second, long secondFen) {
        return List.of(
                of("B1", Village.unit(2), first, firstFen),
                of("B2", Village.unit(2), second, secondFen));
    }

    private static Bill of(String number, UnitId unit, Payer payer, long fen) {
        return new Bill(number, unit, payer, JANUARY, JANUARY.atDay(1), Money.ofFen(fen));
    }

    private static Outcome<BillRun> byDays(List<Bill> bills) {
        return BillRun.check(
                bills,
                BillableUnits.of(ROSTER, Map.of(Village.unit(2), HANDED_OVER)),
                TARIFFS,
                Proration.BY_DAYS);
    }

    @Test
    void takesBothBillsOfAMonthInWhichAHomeIsHandedOver() {
        List<Bill> both = split(Payer.DEVELOPER, 3_610, Payer.OWNERS, 7_583);

        assertThat(accept(byDays(both)).bills()).isEqualTo(both);
        assertRefused(
                byDays(split(Payer.OWNERS, 3_610, Payer.DEVELOPER, 7_583)),
                BillingRule.AMOUNT_AS_TARIFF,
                BillingRule.AMOUNT_AS_TARIFF);
        assertRefused(
                byDays(split(Payer.DEVELOPER, 3_611, Payer.OWNERS, 7_582)),
                BillingRule.AMOUNT_AS_TARIFF,
                BillingRule.AMOUNT_AS_TARIFF);
        assertRefused(
                byDays(split(Payer.OWNERS, 7_583, Payer.OWNERS, 7_583)),
                BillingRule.ONE_BILL_A_MONTH);
    }

    @Test
    void theRunOfAMonthIsTakenAsItIs() {
        BillableUnits units = BillableUnits.of(ROSTER, Map.of(Village.unit(2), HANDED_OVER));
        List<Bill> bills =
                accept(FeeRun.of(units, TARIFFS, JANUARY, Proration.BY_DAYS))
                        .bills("B-", JANUARY.atDay(1));

        assertThat(accept(byDays(bills)).bills()).isEqualTo(bills);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-31, OWNERS, DEVELOPER",
        "2025-02-01, DEVELOPER, OWNERS",
        "2025-02-02, DEVELOPER, OWNERS",
    })
    void refusesABillOfTheOtherPayerByPropertyManagementRegulation41(
            LocalDate handedOver, Payer right, Payer wrong) {
        BillableUnits units = BillableUnits.of(ROSTER, Map.of(Village.unit(2), handedOver));
        YearMonth month = YearMonth.from(handedOver).minusMonths(right == Payer.OWNERS ? -1 : 1);

        accept(whole(units, month, right));
        assertRefused(whole(units, month, wrong), BillingRule.PAYER_AS_HANDED_OVER);
    }

    private static Outcome<BillRun> whole(BillableUnits units, YearMonth month, Payer payer) {
        return BillRun.check(
                List.of(
                        new Bill(
                                "B1",
                                Village.unit(2),
                                payer,
                                month,
                                month.atDay(1),
                                Money.ofFen(11_193))),
                units,
                new TariffSchedule(List.of(price("1.85", LocalDate.of(2024, 1, 1)))),
                Proration.WHOLE_MONTHS);
    }

    @Test
    void refusesASecondBillOfOneNumber() {
        assertRefused(
                BillRun.check(
                        List.of(
                                bill("B1", Village.unit(2), JANUARY, 11_193),
                                bill("B1", Village.unit(1), JANUARY, 11_124)),
                        ROSTER,
                        TARIFFS),
                BillingRule.NUMBER_ONCE);
    }

    private static Outcome<List<Bill>> read(Roster roster, String table) {
        return BillSheet.read(
                SheetFile.utf8("bills.csv", table.getBytes(StandardCharsets.UTF_8)), roster);
    }

    @Test
    void aSheetSaysWhoOwesOrTheRosterDoes() {
        Unit home = ROSTER.unit(Village.unit(1)).orElseThrow();
        Roster unsold =
                accept(
                        Roster.of(
                                Village.ID,
                                ROSTER.recordDate(),
                                PersonId.of("builder"),
                                List.of(
                                        new Unit(
                                                home.id(),
                                                home.building(),
                                                home.use(),
                                                home.area(),
                                                AreaEvidence.REGISTRY,
                                                DeliveryStatus.SOLD_NOT_DELIVERED,
                                                new TreeSet<>(Set.of(PersonId.of("owner1")))))));
        String table = "账单号,房号,费用期间,出账日期,缴费人编号,应收金额\nB1,7-2-101,2025-01,2025-01-01,P1,1.00\n";
        String named = "账单号,房号,费用期间,出账日期,缴费人编号,应收金额,缴费方\nB1,7-2-101,2025-01,2025-01-01,P1,1.00,";

        assertThat(accept(read(ROSTER, table)).get(0).payer()).isEqualTo(Payer.OWNERS);
        assertThat(accept(read(unsold, table)).get(0).payer()).isEqualTo(Payer.DEVELOPER);
        assertThat(accept(read(unsold, named + "业主\n")).get(0).payer()).isEqualTo(Payer.OWNERS);
        assertThat(accept(read(ROSTER, named + "建设单位\n")).get(0).payer())
                .isEqualTo(Payer.DEVELOPER);
        assertThat(accept(read(ROSTER, named + "\n")).get(0).payer()).isEqualTo(Payer.OWNERS);
        assertThat(read(ROSTER, named + "租户\n").isAccepted()).isFalse();
    }
}
