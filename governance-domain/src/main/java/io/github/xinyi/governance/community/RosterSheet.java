package io.github.xinyi.governance.community;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A roster read from a table with the columns 房号, 楼栋, 单元, 室号, 用途, 专有部分面积, 面积依据, 交付状态, 业主编号 and 业主.
 *
 * <p>Example row: {@code 1-1-201,1号楼,1单元,201,住宅,89.42,登记,已售已交付,P0338,傅**}. 用途 is 住宅, 商铺, 车位 or 其他;
 * 面积依据 is 登记, 测绘 or 合同; 交付状态 is 已售已交付, 已售未交付 or 未售; co-owners are divided by {@code ;}. Names (业主)
 * are personal data and are dropped unread.
 *
 * @since 0.1.0
 */
public final class RosterSheet {

    private static final Column<UnitId> UNIT = Column.identifier("房号", UnitId::of).unique();
    private static final Column<String> BUILDING =
            Column.text("楼栋")
                    .where(Unit::isBuilding, SheetRule.RANGE, "1.." + Unit.MAX_BUILDING_LENGTH);
    private static final Column<UnitUse> USE =
            Column.label(
                    "用途",
                    Map.of(
                            "住宅", UnitUse.RESIDENTIAL,
                            "商铺", UnitUse.COMMERCIAL,
                            "车位", UnitUse.PARKING,
                            "其他", UnitUse.OTHER));
    private static final Column<FloorArea> AREA =
            Column.area("专有部分面积")
                    .where(
                            area -> area.compareTo(Unit.MAX_AREA) <= 0,
                            SheetRule.RANGE,
                            "0.00.." + Unit.MAX_AREA);
    private static final Column<AreaEvidence> EVIDENCE =
            Column.label(
                    "面积依据",
                    Map.of(
                            "登记", AreaEvidence.REGISTRY,
                            "测绘", AreaEvidence.SURVEY,
                            "合同", AreaEvidence.CONTRACT));
    private static final Column<DeliveryStatus> STATUS =
            Column.label(
                    "交付状态",
                    Map.of(
                            "已售已交付", DeliveryStatus.SOLD_DELIVERED,
                            "已售未交付", DeliveryStatus.SOLD_NOT_DELIVERED,
                            "未售", DeliveryStatus.UNSOLD));
    private static final Column<List<PersonId>> OWNERS =
            Column.identifier("业主编号", PersonId::of)
                    .list()
                    .where(owners -> !owners.isEmpty(), SheetRule.REQUIRED, "")
                    .where(
                            owners -> owners.size() <= Unit.MAX_OWNERS,
                            SheetRule.RANGE,
                            "1.." + Unit.MAX_OWNERS)
                    .where(RosterSheet::areDistinct, SheetRule.LIST_REPEAT, "");

    private static final List<Column<?>> COLUMNS =
            List.of(
                    UNIT,
                    BUILDING,
                    Column.ignored("单元"),
                    Column.ignored("室号"),
                    USE,
                    AREA,
                    EVIDENCE,
                    STATUS,
                    OWNERS,
                    Column.ignored("业主"));

    private RosterSheet() {}

    /**
     * Reads and freezes a roster.
     *
     * @param file the table
     * @param community whose roster it is
     * @param recordDate the day on which it stood so
     * @param developer who votes for what is unsold or not handed over
     * @return the roster; refused with every fault of the table
     */
    public static Outcome<Roster> read(
            SheetFile file, CommunityId community, LocalDate recordDate, PersonId developer) {
        return Sheet.read(file, COLUMNS)
                .then(sheet -> sheet.rows(RosterSheet::unit))
                .then(units -> Roster.of(community, recordDate, developer, units));
    }

    private static Unit unit(Row row) {
        return new Unit(
                row.get(UNIT),
                row.get(BUILDING),
                row.get(USE),
                row.get(AREA),
                row.get(EVIDENCE),
                row.get(STATUS),
                new TreeSet<>(row.get(OWNERS)));
    }

    private static boolean areDistinct(List<PersonId> owners) {
        return Set.copyOf(owners).size() == owners.size();
    }
}
