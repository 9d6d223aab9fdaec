package io.github.xinyi.governance.community;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.sheet.SheetRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A roster read from a table with the columns 房号, 楼栋, 单元, 室号, 用途, 专有部分面积, 面积依据, 交付状态, 业主编号 and 业主.
 *
 * <p>Example row: {@code 1-1-201,1号楼,1单元,201,住宅,89.42,登记,已售已交付,P0338,傅**}. 用途 is 住宅, 商铺, 车位, 非专有车位
 * or 其他; 面积依据 is 登记, 测绘 or 合同; 交付状态 is 已售已交付, 已售未交付 or 未售; co-owners are divided by {@code ;}.
 * Names (业主) are personal data and are dropped unread. These columns may be left out:
 *
 * <ul>
 *   <li>登记面积, 测绘面积, 合同面积: every other known figure; 面积依据 must be the best of them.
 *   <li>取得方式: 登记 (as if left out), 依法取得 or 占有未登记.
 *   <li>份额: the shares of the owners in their order, for example {@code 1/3;2/3}.
 *   <li>包销人: the underwriter who stands for a unit not handed over.
 * </ul>
 *
 * @since 0.1.0
 */
public final class RosterSheet {

    private static final String FORMULA_STARTS = "=+-@";

    private static final Column<UnitId> UNIT = Column.identifier("房号", UnitId::of).unique();
    private static final Column<String> BUILDING =
            Column.text("楼栋")
                    .where(Unit::isBuilding, SheetRule.RANGE, "1.." + Unit.MAX_BUILDING_LENGTH)
                    .where(RosterSheet::isNoFormula, SheetRule.FORMULA, "");
    private static final Column<UnitUse> USE =
            Column.label(
                    "用途",
                    Map.of(
                            "住宅", UnitUse.RESIDENTIAL,
                            "商铺", UnitUse.COMMERCIAL,
                            "车位", UnitUse.PARKING,
                            "非专有车位", UnitUse.SHARED_PARKING,
                            "其他", UnitUse.OTHER));
    private static final Column<FloorArea> AREA = area("专有部分面积");
    private static final Map<String, AreaEvidence> EVIDENCES =
            Map.of(
                    "登记", AreaEvidence.REGISTRY,
                    "测绘", AreaEvidence.SURVEY,
                    "合同", AreaEvidence.CONTRACT);
    private static final Column<AreaEvidence> EVIDENCE = Column.label("面积依据", EVIDENCES);
    private static final Map<AreaEvidence, Column<Optional<FloorArea>>> FIGURES =
            new EnumMap<>(
                    Map.of(
                            AreaEvidence.REGISTRY, area("登记面积").optional().absentable(),
                            AreaEvidence.SURVEY, area("测绘面积").optional().absentable(),
                            AreaEvidence.CONTRACT, area("合同面积").optional().absentable()));
    private static final Column<DeliveryStatus> STATUS =
            Column.label(
                    "交付状态",
                    Map.of(
                            "已售已交付", DeliveryStatus.SOLD_DELIVERED,
                            "已售未交付", DeliveryStatus.SOLD_NOT_DELIVERED,
                            "未售", DeliveryStatus.UNSOLD));
    private static final Column<Optional<OwnerTitle>> TITLE =
            Column.label(
                            "取得方式",
                            Map.of(
                                    "登记", OwnerTitle.REGISTERED,
                                    "依法取得", OwnerTitle.BY_LAW,
                                    "占有未登记", OwnerTitle.IN_POSSESSION))
                    .optional()
                    .absentable();
    private static final Column<List<PersonId>> OWNERS =
            Column.identifier("业主编号", PersonId::of)
                    .list()
                    .where(owners -> !owners.isEmpty(), SheetRule.REQUIRED, "")
                    .where(
                            owners -> owners.size() <= Unit.MAX_OWNERS,
                            SheetRule.RANGE,
                            "1.." + Unit.MAX_OWNERS)
                    .where(RosterSheet::areDistinct, SheetRule.LIST_REPEAT, "");
    private static final Column<List<Ratio>> SHARES =
            Column.ratio("份额")
                    .where(OwnerShare::isPossible, SheetRule.RANGE, ">0, ≤1/1")
                    .list()
                    .absentable();
    private static final Column<Optional<PersonId>> UNDERWRITER =
            Column.identifier("包销人", PersonId::of).optional().absentable();

    private static final List<Column<?>> COLUMNS =
            Stream.concat(
                            Stream.of(
                                    UNIT,
                                    BUILDING,
                                    Column.ignored("单元"),
                                    Column.ignored("室号"),
                                    USE,
                                    AREA,
                                    EVIDENCE,
                                    STATUS,
                                    OWNERS,
                                    Column.ignored("业主"),
                                    TITLE,
                                    SHARES,
                                    UNDERWRITER),
                            FIGURES.values().stream())
                    .toList();

    private static final Column<PersonId> WARD = Column.identifier("被监护人", PersonId::of);
    private static final Column<PersonId> GUARDIAN = Column.identifier("法定代理人", PersonId::of);
    private static final Column<LocalDate> START = Column.date("起始日");
    private static final Column<Optional<LocalDate>> END =
            Column.date("终止日").optional().absentable();

    /** A row that could be read: the unit, and its underwriter if it has one. */
    private record Line(Unit unit, Optional<PersonId> underwriter) {}

    private RosterSheet() {}

    /**
     * Reads and freezes a roster, with a developer and nobody else beside the owners.
     *
     * @param file the table
     * @param community whose roster it is
     * @param recordDate the day on which it stood so
     * @param developer who votes for what is unsold or not handed over
     * @return the roster; refused with every fault of the table
     */
    public static Outcome<Roster> read(
            SheetFile file, CommunityId community, LocalDate recordDate, PersonId developer) {
        return read(file, community, recordDate, Parties.of(developer));
    }

    /**
     * Reads and freezes a roster.
     *
     * @param file the table
     * @param community whose roster it is
     * @param recordDate the day on which it stood so
     * @param parties who stands beside the owners; underwriters of the table are added
     * @return the roster; refused with every fault of the table
     */
    public static Outcome<Roster> read(
            SheetFile file, CommunityId community, LocalDate recordDate, Parties parties) {
        return Sheet.read(file, COLUMNS)
                .then(sheet -> sheet.rows(row -> line(row, parties.developer())))
                .then(
                        lines -> {
                            List<Line> sound = lines.stream().flatMap(Optional::stream).toList();
                            List<Underwriting> all = new ArrayList<>(parties.underwritings());
                            for (Line line : sound) {
                                line.underwriter()
                                        .map(u -> new Underwriting(line.unit().id(), u))
                                        .ifPresent(all::add);
                            }
                            return Roster.of(
                                    community,
                                    recordDate,
                                    parties.withUnderwritings(all),
                                    sound.stream().map(Line::unit).toList());
                        });
    }

    /**
     * Reads guardians from a table with the columns 被监护人, 法定代理人, 起始日 and, if any ends on a known
     * day, 终止日.
     *
     * @param file the table
     * @return one for each row; refused with every fault of the table
     */
    public static Outcome<List<Guardianship>> readGuardianships(SheetFile file) {
        return Sheet.read(file, List.of(WARD, GUARDIAN, START, END))
                .then(sheet -> sheet.rows(RosterSheet::guardianship))
                .then(read -> Outcome.accepted(read.stream().flatMap(Optional::stream).toList()));
    }

    private static Optional<Guardianship> guardianship(Row row) {
        LocalDate end = row.get(END).orElse(LocalDate.MAX);
        boolean other = !row.get(WARD).equals(row.get(GUARDIAN));
        boolean lasts = row.get(START).isBefore(end);
        if (!other) {
            row.refuse(GUARDIAN, SheetRule.CONFLICT, WARD.header());
        }
        if (!lasts) {
            row.refuse(END, SheetRule.CONFLICT, START.header());
        }
        return other && lasts
                ? Optional.of(
                        new Guardianship(
                                row.get(WARD),
                                row.get(GUARDIAN),
                                new EffectivePeriod(row.get(START), end)))
                : Optional.empty();
    }

    private static Optional<Line> line(Row row, PersonId developer) {
        boolean delivered = row.get(STATUS) == DeliveryStatus.SOLD_DELIVERED;
        OwnerTitle title = row.get(TITLE).orElse(OwnerTitle.REGISTERED);
        Optional<PersonId> underwriter = row.get(UNDERWRITER);
        SortedSet<AreaFigure> figures = figures(row);
        SortedSet<PersonId> owners = new TreeSet<>(row.get(OWNERS));
        SortedSet<OwnerShare> shares = shares(row);
        boolean sound = figures.first().evidence() == row.get(EVIDENCE);
        if (!sound) {
            row.refuse(EVIDENCE, SheetRule.CONFLICT, word(figures.first().evidence()));
        }
        for (Column<Optional<FloorArea>> other : contradicting(row)) {
            row.refuse(other, SheetRule.CONFLICT, row.get(AREA).toString());
            sound = false;
        }
        if (!delivered && title == OwnerTitle.IN_POSSESSION) {
            row.refuse(TITLE, SheetRule.CONFLICT, STATUS.header());
            sound = false;
        }
        if (underwriter.filter(u -> delivered || u.equals(developer)).isPresent()) {
            row.refuse(UNDERWRITER, SheetRule.CONFLICT, STATUS.header());
            sound = false;
        }
        if (shares.size() != row.get(SHARES).size() || !Unit.areSharesOf(owners, shares)) {
            row.refuse(SHARES, SheetRule.CONFLICT, OWNERS.header());
            sound = false;
        }
        return !sound
                ? Optional.empty()
                : Optional.of(
                        new Line(
                                new Unit(
                                        row.get(UNIT),
                                        row.get(BUILDING),
                                        row.get(USE),
                                        figures,
                                        row.get(STATUS),
                                        title,
                                        owners,
                                        shares),
                                underwriter));
    }

    private static SortedSet<AreaFigure> figures(Row row) {
        SortedSet<AreaFigure> figures = new TreeSet<>();
        FIGURES.forEach(
                (evidence, column) -> {
                    if (evidence != row.get(EVIDENCE)) {
                        row.get(column).ifPresent(a -> figures.add(new AreaFigure(evidence, a)));
                    }
                });
        figures.add(new AreaFigure(row.get(EVIDENCE), row.get(AREA)));
        return figures;
    }

    private static List<Column<Optional<FloorArea>>> contradicting(Row row) {
        return FIGURES.entrySet().stream()
                .filter(figure -> figure.getKey() == row.get(EVIDENCE))
                .map(Map.Entry::getValue)
                .filter(column -> row.get(column).filter(a -> !a.equals(row.get(AREA))).isPresent())
                .toList();
    }

    private static SortedSet<OwnerShare> shares(Row row) {
        List<PersonId> owners = row.get(OWNERS);
        List<Ratio> parts = row.get(SHARES);
        SortedSet<OwnerShare> shares = new TreeSet<>();
        for (int i = 0; i < Math.min(owners.size(), parts.size()); i++) {
            shares.add(new OwnerShare(owners.get(i), parts.get(i)));
        }
        return shares;
    }

    private static Column<FloorArea> area(String header) {
        return Column.area(header)
                .where(AreaFigure::isPossible, SheetRule.RANGE, "0.01.." + Unit.MAX_AREA);
    }

    private static String word(AreaEvidence evidence) {
        return EVIDENCES.entrySet().stream()
                .filter(entry -> entry.getValue() == evidence)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isNoFormula(String text) {
        return FORMULA_STARTS.indexOf(text.charAt(0)) < 0;
    }

    private static boolean areDistinct(List<PersonId> owners) {
        return Set.copyOf(owners).size() == owners.size();
    }
}
