package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.trust.billing.BillingRule;
import io.github.xinyi.trust.billing.FeeReceipt;
import io.github.xinyi.trust.billing.FeeReceiptSheet;
import io.github.xinyi.trust.billing.Tariff;
import io.github.xinyi.trust.billing.TariffSchedule;
import io.github.xinyi.trust.billing.TariffSheet;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of prices and receipts: read whole, or refused with every fault. */
class BillingSheetsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);

    private static SheetFile file(String... rows) {
        return SheetFile.utf8(
                "table.csv", (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Outcome<TariffSchedule> tariffs(String... rows) {
        String[] all = new String[rows.length + 1];
        all[0] = "收费编号,用途,计费方式,单价,单位,生效日期";
        System.arraycopy(rows, 0, all, 1, rows.length);
        return TariffSheet.read(file(all));
    }

    @Test
    void readsPricesByAreaAndByUnit() {
        TariffSchedule schedule =
                accept(
                        tariffs(
                                "TF-1,住宅,按面积,1.85,元/平方米·月,2025-01-01",
                                "TF-2,车位,按套,60,元/月,2025-01-01",
                                "TF-3,住宅,按面积,2.0525,元/平方米·月,2025-07-01"));

        assertThat(schedule.tariffs())
                .containsExactly(
                        new Tariff(
                                UnitUse.RESIDENTIAL,
                                Tariff.Basis.PER_SQUARE_METRE,
                                new BigDecimal("1.85"),
                                NEW_YEAR),
                        new Tariff(
                                UnitUse.PARKING,
                                Tariff.Basis.PER_UNIT,
                                new BigDecimal("60"),
                                NEW_YEAR),
                        new Tariff(
                                UnitUse.RESIDENTIAL,
                                Tariff.Basis.PER_SQUARE_METRE,
                                new BigDecimal("2.0525"),
                                LocalDate.of(2025, 7, 1)));
    }

    @Test
    void refusesTwoPricesOfOneUseFromOneDayAndNamesEach() {
        assertRefused(
                tariffs(
                        "TF-1,住宅,按面积,1.85,元,2025-01-01",
                        "TF-2,住宅,按面积,1.86,元,2025-01-01",
                        "TF-3,商铺,按套,5,元,2025-01-01",
                        "TF-4,商铺,按面积,5,元,2025-01-01",
                        "TF-5,商铺,按套,5,元,2025-01-02"),
                BillingRule.TARIFF_ONCE,
                BillingRule.TARIFF_ONCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TF-1,住宅,按面积,1.85001,元,2025-01-01",
                "TF-1,住宅,按面积,1000000,元,2025-01-01",
                "TF-1,住宅,按面积,-1,元,2025-01-01",
                "TF-1,住宅,按面积,1e3,元,2025-01-01",
                "TF-1,住宅,按人,1.85,元,2025-01-01",
                "TF-1,别墅,按面积,1.85,元,2025-01-01",
                "TF-1,住宅,按面积,1.85,元,2025-02-29",
            })
    void refusesWhatIsNoPrice(String row) {
        assertThat(tariffs(row).isAccepted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "999999.9999", "0.0001"})
    void takesEveryPriceThatATariffTakes(String price) {
        assertThat(accept(tariffs("TF-1,其他,按套," + price + ",元,2025-01-01")).tariffs())
                .extracting(Tariff::yuan)
                .containsExactly(new BigDecimal(price));
    }

    private static Outcome<List<FeeReceiptSheet.Received>> receipts(String... rows) {
        String[] all = new String[rows.length + 1];
        all[0] = "收款单号,银行流水号,房号,收款时间,金额,方式";
        System.arraycopy(rows, 0, all, 1, rows.length);
        return FeeReceiptSheet.read(file(all), Village.roster(Village.ID), SHANGHAI);
    }

    /** The day is that of the community, and not of Greenwich. */
    @Test
    void readsAReceiptOfTheDayInTheCommunity() {
        assertThat(accept(receipts("R1,YH1,7-2-101,2025-01-01T00:30:00+08:00,367.23,支付宝")))
                .containsExactly(
                        new FeeReceiptSheet.Received(
                                Instant.parse("2024-12-31T16:30:00Z"),
                                new FeeReceipt(
                                        "R1",
                                        Village.unit(1),
                                        SourceDocument.bankLine("YH1"),
                                        NEW_YEAR,
                                        Money.ofFen(36_723))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R1,YH2,7-2-101,2025-01-01T08:00:00+08:00,1.00,x",
                "R2,YH1,7-2-101,2025-01-01T08:00:00+08:00,1.00,x",
                "R2,YH2,9-9-999,2025-01-01T08:00:00+08:00,1.00,x",
                "R2,YH2,7-2-101,2025-01-01T08:00:00+08:00,0.00,x",
                "R2,YH2,7-2-101,2025-01-01T08:00:00+08:00,1.001,x",
                "R 2,YH2,7-2-101,2025-01-01T08:00:00+08:00,1.00,x",
            })
    void refusesASecondNumberOrLineAnUnknownUnitAndNoMoney(String second) {
        String first = "R1,YH1,7-2-102,2025-01-01T08:00:00+08:00,0.01,x";

        assertThat(receipts(first).isAccepted()).isTrue();
        assertThat(receipts(first, second).isAccepted()).isFalse();
    }
}
