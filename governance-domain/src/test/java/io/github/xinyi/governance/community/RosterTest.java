package io.github.xinyi.governance.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.sheet.SheetFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final CommunityId COMMUNITY = CommunityId.of("anheyuan");
    private static final LocalDate DATE = LocalDate.of(2024, 11, 30);
    private static final PersonId DEVELOPER = PersonId.of("D0001");
    private static final String HEADER = "房号,楼栋,单元,室号,用途,专有部分面积,面积依据,交付状态,业主编号,业主\n";

    @Test
    void readsARosterAndLeavesNamesAside() {
        Roster roster =
                accepted(
                        """
                        1-1-201,1号楼,1单元,201,住宅,89.42,登记,已售已交付,P0447;P0180,梁**;周**
                        1-0-S02,1号楼,底商,S02,商铺,76.2,测绘,未售,D0001,安*置业
                        B1-001,地下,,001,车位,13.25,合同,已售未交付,P0447,梁**
                        """);

        assertThat(roster.unit(UnitId.of("1-1-201")))
                .contains(
                        new Unit(
                                UnitId.of("1-1-201"),
                                "1号楼",
                                UnitUse.RESIDENTIAL,
                                FloorArea.ofSquareDecimetres(8942),
                                AreaEvidence.REGISTRY,
                                DeliveryStatus.SOLD_DELIVERED,
                                new TreeSet<>(Set.of(PersonId.of("P0180"), PersonId.of("P0447")))));
        assertThat(roster.votingArea()).isEqualTo(FloorArea.parse("165.62"));
        assertThat(roster.votingHeads()).isEqualTo(HeadCount.of(2));
        assertThat(roster.canonicalText()).doesNotContain("梁", "安*");
    }

    @Test
    void writesItsContentInOneForm() {
        Roster roster = accepted("1-1-201,1号楼,1单元,201,住宅,89.42,登记,已售已交付,P2;P1,\n");

        assertThat(roster.canonicalText())
                .isEqualTo(
                        """
                        xinyi-roster-1
                        community=anheyuan
                        recordDate=2024-11-30
                        developer=D0001
                        1-1-201\t1号楼\tRESIDENTIAL\t8942\tREGISTRY\tSOLD_DELIVERED\tP1;P2
                        """);
        assertThat(roster.digest().value())
                .isEqualTo("dcac51ae38ebaa0a864b4bc53c1dd525384e2b277aff63bf24ccb8d6cbc97168");
    }

    @Test
    void namesEveryBadCellAtOnce() {
        Outcome<Roster> outcome =
                read(
                        """
                        1-1-201,,1单元,201,住房,８９.４２,登记,已售已交付,P1;P1,
                        1-1-202,1号楼,1单元,202,住宅,1000000.01,登记,已售已交付,,
                        1-1-202,1号楼,1单元,202,住宅,88,登记,已售已交付,P3,
                        """);

        assertThat(text(outcome))
                .isEqualTo(
                        """
                        ✘ units.csv第2行“楼栋”：不能为空
                        ✘ units.csv第2行“用途”：“住房”应为住宅/其他/商铺/车位之一
                        ✘ units.csv第2行“专有部分面积”：“８９.４２”含全角字符；请写成“89.42”
                        ✘ units.csv第2行“业主编号”：“P1;P1”中有重复
                        ✘ units.csv第3行“专有部分面积”：“1000000.01”超出范围0.00..1000000.00
                        ✘ units.csv第3行“业主编号”：不能为空
                        ✘ units.csv第4行“房号”：“1-1-202”在第3行已出现\
                        """);
    }

    @Test
    void refusesEveryUnitThatStandsThereTwice() {
        Unit unit = unit("1", "P1");

        Outcome<Roster> outcome =
                Roster.of(
                        COMMUNITY,
                        DATE,
                        DEVELOPER,
                        List.of(unit, unit("2", "P2"), unit, unit("2", "P3"), unit("3", "P1")));

        assertThat(text(outcome)).isEqualTo("✘ 房号1在名册中出现2次\n✘ 房号2在名册中出现2次");
    }

    @Test
    void refusesARosterWithoutUnits() {
        assertThat(text(Roster.of(COMMUNITY, DATE, DEVELOPER, List.of())))
                .isEqualTo("✘ 名册有0户；应为1至1,000,000户");
    }

    @Test
    void refusesAUnitWithoutOwnersAsAnErrorOfTheProgram() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unit("1"))
                .withMessageContaining("owners: 0");
    }

    private static Unit unit(String id, String... owners) {
        TreeSet<PersonId> persons = new TreeSet<>();
        for (String owner : owners) {
            persons.add(PersonId.of(owner));
        }
        return new Unit(
                UnitId.of(id),
                "1号楼",
                UnitUse.RESIDENTIAL,
                FloorArea.parse("89.42"),
                AreaEvidence.REGISTRY,
                DeliveryStatus.SOLD_DELIVERED,
                persons);
    }

    private static Roster accepted(String rows) {
        return read(rows).orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static Outcome<Roster> read(String rows) {
        byte[] bytes = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
        return RosterSheet.read(SheetFile.utf8("units.csv", bytes), COMMUNITY, DATE, DEVELOPER);
    }

    private static String text(Outcome<Roster> outcome) {
        return outcome.fold(
                Roster::toString, ruling -> RuleTexts.governance(Language.ZH_CN).render(ruling));
    }
}
