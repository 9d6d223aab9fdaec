package io.github.xinyi.example.xinyijia.district;

import io.github.xinyi.governance.identity.RegionId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.region.Placement;
import io.github.xinyi.governance.region.RegionNode;
import io.github.xinyi.governance.region.RegionNode.Level;
import io.github.xinyi.governance.region.RegionTree;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.Sheet;
import io.github.xinyi.governance.sheet.SheetFile;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In which town each pilot lies, from 小区编号, 镇街 and 组建日期 of the table of pilots; the towns lie in
 * the district, and the district in its province.
 */
final class TownSheet {

    private static final RegionId PROVINCE = RegionId.of("GANSU");
    private static final RegionId DISTRICT = RegionId.of("HONGGU");
    private static final Column<RegionId> COMMUNITY = Column.identifier("小区编号", RegionId::of);
    private static final Column<RegionId> TOWN = Column.identifier("镇街", RegionId::of);
    private static final Column<LocalDate> FORMED_ON = Column.date("组建日期");

    private TownSheet() {}

    static Outcome<RegionTree> read(SheetFile file) {
        Stream<Column<?>> others =
                Stream.of(
                                "试点编号",
                                "小区",
                                "联系指导员编号",
                                "联系指导员职务",
                                "专业顾问编号",
                                "专业顾问类别",
                                "志愿者编号",
                                "服务合同编号",
                                "物业服务企业编号",
                                "合同起始日期")
                        .map(Column::ignored);
        List<Column<?>> columns =
                Stream.concat(Stream.of(COMMUNITY, TOWN, FORMED_ON), others).toList();
        Set<RegionNode> nodes = new LinkedHashSet<>();
        Set<Placement> places = new LinkedHashSet<>();
        nodes.add(new RegionNode(PROVINCE, Level.PROVINCE));
        nodes.add(new RegionNode(DISTRICT, Level.DISTRICT));
        places.add(new Placement(DISTRICT, PROVINCE, EffectivePeriod.from(LocalDate.MIN)));
        return Sheet.read(file, columns)
                .then(sheet -> sheet.rows(row -> place(row, nodes, places)))
                .then(rows -> RegionTree.of(nodes, places));
    }

    private static RegionId place(Row row, Set<RegionNode> nodes, Set<Placement> places) {
        RegionId town = row.get(TOWN);
        RegionId community = row.get(COMMUNITY);
        nodes.add(new RegionNode(town, Level.STREET));
        nodes.add(new RegionNode(community, Level.COMMUNITY));
        places.add(new Placement(town, DISTRICT, EffectivePeriod.from(LocalDate.MIN)));
        places.add(new Placement(community, town, EffectivePeriod.from(row.get(FORMED_ON))));
        return community;
    }
}
