package io.github.xinyi.governance.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.sheet.SheetFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RosterSheetTest {

    private static final LocalDate DATE = LocalDate.of(2024, 11, 30);
    private static final String HEADER =
            "房号,楼栋,单元,室号,用途,专有部分面积,面积依据,交付状态,业主编号,业主,登记面积,测绘面积,合同面积,取得方式,份额,包销人\n";

    @Test
    void readsEveryColumn() {
        Roster roster =
                accepted(
                        read(
                                """
                                1,1号楼,,,住宅,89.42,登记,已售已交付,P1;P2,,,89.5,90,占有未登记,1/3;2/3,
                                2,1号楼,,,住宅,90,合同,未售,B1,,,,,,,B1
                                3,1号楼,,,非专有车位,12,测绘,已售已交付,P1,,,12.00,,,,
                                """));

        assertThat(roster.canonicalText())
                .endsWith(
                        """
                        underwriting\t2\tB1
                        unit\t1\t1号楼\tRESIDENTIAL\tREGISTRY=8942;SURVEY=8950;CONTRACT=9000\t\
                        SOLD_DELIVERED\tIN_POSSESSION\tP1;P2\tP1=1/3;P2=2/3
                        unit\t2\t1号楼\tRESIDENTIAL\tCONTRACT=9000\tUNSOLD\tREGISTERED\tB1\t
                        unit\t3\t1号楼\tSHARED_PARKING\tSURVEY=1200\tSOLD_DELIVERED\tREGISTERED\tP1\t
                        """);
    }

    @Test
    void namesEveryContradictionOfARow() {
        Outcome<Roster> outcome =
                read(
                        """
                        1,1号楼,,,住宅,90,合同,已售未交付,P1;P2,,89.42,,91,占有未登记,1/3;1/3,D1
                        2,1号楼,,,住宅,90,登记,已售已交付,P1;P2,,,,,,1/1,B1
                        """);

        assertThat(text(outcome))
                .isEqualTo(
                        """
                        ✘ units.csv第2行“面积依据”：“合同”与登记不符
                        ✘ units.csv第2行“合同面积”：“91”与90.00不符
                        ✘ units.csv第2行“取得方式”：“占有未登记”与交付状态不符
                        ✘ units.csv第2行“包销人”：“D1”与交付状态不符
                        ✘ units.csv第2行“份额”：“1/3;1/3”与业主编号不符
                        ✘ units.csv第3行“包销人”：“B1”与交付状态不符
                        ✘ units.csv第3行“份额”：“1/1”与业主编号不符\
                        """);
    }

    @Test
    void namesEveryCellThatNoRosterCanHave() {
        String name = "梁".repeat(10_000_000 / 3);

        assertThat(
                        text(
                                read(
                                        """
                                        1,=1+1,,,住宅,0,登记,已售已交付,P1,,0.001,,,,,
                                        2,@x,,,住宅,0.01,产证,已售已交付,P1,,,,,,0/1,
                                        3,+1,,,住宅,99999999999999999999,登记,已售已交付,P1,,,,,,3/2,
                                        4,-1,,,住宅,9.999,登记,已售已交付,P1,,,,,,33%,
                                        4,1号楼,,,住宅,88,登记,已售已交付,P2,NAME,,,,,,
                                        """
                                                .replace("NAME", name))))
                .isEqualTo(
                        """
                        ✘ units.csv第2行“楼栋”：“=1+1”会被电子表格程序当作公式执行
                        ✘ units.csv第2行“专有部分面积”：“0”超出范围0.01..1000000.00
                        ✘ units.csv第2行“登记面积”：“0.001”不是至多两位小数的平方米数（0.00）
                        ✘ units.csv第3行“楼栋”：“@x”会被电子表格程序当作公式执行
                        ✘ units.csv第3行“面积依据”：“产证”应为合同/测绘/登记之一
                        ✘ units.csv第3行“份额”：“0/1”超出范围>0, ≤1/1
                        ✘ units.csv第4行“楼栋”：“+1”会被电子表格程序当作公式执行
                        ✘ units.csv第4行“专有部分面积”：“99999999999999999999”不是至多两位小数的平方米数（0.00）
                        ✘ units.csv第4行“份额”：“3/2”超出范围>0, ≤1/1
                        ✘ units.csv第5行“楼栋”：“-1”会被电子表格程序当作公式执行
                        ✘ units.csv第5行“专有部分面积”：“9.999”不是至多两位小数的平方米数（0.00）
                        ✘ units.csv第5行“份额”：“33%”不是分数（如1/3）
                        ✘ units.csv第6行“房号”：“4”在第5行已出现
                        ✘ units.csv第6行“业主”：3,333,333个字符；最多2,000个\
                        """);
    }

    @Test
    void readsGuardiansWithTheirDays() {
        Outcome<List<Guardianship>> outcome =
                RosterSheet.readGuardianships(
                        file(
                                """
                                被监护人,法定代理人,起始日,终止日
                                P1,G1,2020-01-01,2030-05-06
                                P1,G2,2020-01-01,
                                """));

        assertThat(accepted(outcome))
                .extracting(g -> g.inForce().endExclusive())
                .containsExactly(LocalDate.of(2030, 5, 6), LocalDate.MAX);
    }

    @Test
    void refusesAGuardianOfOneselfAndAnEmptyTerm() {
        Outcome<List<Guardianship>> outcome =
                RosterSheet.readGuardianships(
                        file(
                                """
                                被监护人,法定代理人,起始日,终止日
                                P1,P1,2020-01-01,2020-01-01
                                """));

        assertThat(text(outcome))
                .isEqualTo(
                        """
                        ✘ units.csv第2行“法定代理人”：“P1”与被监护人不符
                        ✘ units.csv第2行“终止日”：“2020-01-01”与起始日不符\
                        """);
    }

    private static SheetFile file(String text) {
        return SheetFile.utf8("units.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Outcome<Roster> read(String rows) {
        return RosterSheet.read(file(HEADER + rows), CommunityId.of("c1"), DATE, PersonId.of("D1"));
    }

    private static <T> T accepted(Outcome<T> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static String text(Outcome<?> outcome) {
        return outcome.fold(
                Object::toString, ruling -> RuleTexts.governance(Language.ZH_CN).render(ruling));
    }
}
