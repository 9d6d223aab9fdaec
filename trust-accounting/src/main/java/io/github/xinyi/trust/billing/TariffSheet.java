package io.github.xinyi.trust.billing;

import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tariffs read from a table with the columns 收费编号, 用途, 计费方式, 单价, 单位 and 生效日期.
 *
 * <p>Example row: {@code TF-1,住宅,按面积,1.85,元/平方米·月,2025-01-01}. 计费方式 is 按面积 or 按套.
 *
 * @since 0.1.0
 */
public final class TariffSheet {

    private static final Column<UnitUse> USE =
            Column.label(
                    "用途",
                    Map.of(
                            "住宅", UnitUse.RESIDENTIAL,
                            "商铺", UnitUse.COMMERCIAL,
                            "车位", UnitUse.PARKING,
                            "其他", UnitUse.OTHER));
    private static final Column<Tariff.Basis> BASIS =
            Column.label(
                    "计费方式",
                    Map.of(
                            "按面积", Tariff.Basis.PER_SQUARE_METRE,
                            "按套", Tariff.Basis.PER_UNIT));
    private static final Column<String> PRICE =
            Column.text("单价")
                    .where(
                            price -> price.matches("[0-9]{1,6}(\\.[0-9]{1,4})?"),
                            SheetRule.NUMBER,
                            "0.0000");
    private static final Column<LocalDate> FROM = Column.date("生效日期");

    private TariffSheet() {}

    /**
     * Reads tariffs.
     *
     * @param file the table
     * @return the schedule; refused with every fault, and with each price that is a second one of
     *     its use and day
     */
    public static Outcome<TariffSchedule> read(SheetFile file) {
        return Sheet.read(
                        file,
                        List.of(
                                Column.ignored("收费编号"),
                                USE,
                                BASIS,
                                PRICE,
                                Column.ignored("单位"),
                                FROM))
                .then(sheet -> sheet.rows(TariffSheet::tariff))
                .then(TariffSheet::schedule);
    }

    private static Outcome<TariffSchedule> schedule(List<Tariff> tariffs) {
        List<Finding> second = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Tariff tariff : tariffs) {
            if (!seen.add(tariff.use() + " " + tariff.from())) {
                second.add(
                        RuleCheck.of(
                                BillingRule.TARIFF_ONCE,
                                false,
                                "use",
                                tariff.use(),
                                "from",
                                tariff.from()));
            }
        }
        return second.isEmpty()
                ? Outcome.accepted(new TariffSchedule(tariffs))
                : Outcome.refused(new Ruling(second));
    }

    private static Tariff tariff(Row row) {
        return new Tariff(
                row.get(USE), row.get(BASIS), new BigDecimal(row.get(PRICE)), row.get(FROM));
    }
}
