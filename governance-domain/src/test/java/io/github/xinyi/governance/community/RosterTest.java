package io.github.xinyi.governance.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.sheet.SheetFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                        xinyi-roster-2
                        community=anheyuan
                        recordDate=2024-11-30
                        developer=D0001
                        unit\t1-1-201\t1号楼\tRESIDENTIAL\tREGISTRY=8942\tSOLD_DELIVERED\tREGISTERED\tP1;P2\t
                        """);
        assertThat(roster.digest().value())
                .isEqualTo("8287cd522256010ac4c170538e6c6775d5698b60bccdf48d85b86bc78770d4dc");
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
                        ✘ units.csv第2行“用途”：“住房”应为住宅/其他/商铺/车位/非专有车位之一
                        ✘ units.csv第2行“专有部分面积”：“８９.４２”含全角字符；请写成“89.42”
                        ✘ units.csv第2行“业主编号”：“P1;P1”中有重复
                        ✘ units.csv第3行“专有部分面积”：“1000000.01”超出范围0.01..1000000.00
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

        assertThat(Answers.refused(outcome).findings())
                .containsExactly(
                        new RosterFinding.DuplicateUnit(UnitId.of("1"), 2),
                        new RosterFinding.DuplicateUnit(UnitId.of("2"), 2));
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

    @Test
    void article8LetsTheBestEvidenceCount() {
        Unit unit = unit("1", "P1");
        Unit contract = figures(unit, AreaEvidence.CONTRACT);

        assertThat(contract.area()).isEqualTo(FloorArea.parse("90.02"));
        Unit survey = contract.withFigure(figure(AreaEvidence.SURVEY));
        assertThat(survey.evidence()).isEqualTo(AreaEvidence.SURVEY);
        Unit registry = survey.withFigure(figure(AreaEvidence.REGISTRY));
        assertThat(registry.area()).isEqualTo(FloorArea.parse("90.00"));
        assertThat(registry.figures()).hasSize(3);
    }

    @Test
    void readsSharesOnlyIfTheyAreExactlyOne() {
        TreeSet<PersonId> owners = new TreeSet<>(unit("1", "P1", "P2").owners());

        assertThat(Unit.areSharesOf(owners, shares("P1=1/3", "P2=2/3"))).isTrue();
        assertThat(Unit.areSharesOf(owners, shares())).isTrue();
        assertThat(Unit.areSharesOf(owners, shares("P1=333333333/1000000000", "P2=2/3"))).isFalse();
        assertThat(Unit.areSharesOf(owners, shares("P1=1/1"))).isFalse();
        assertThat(Unit.areSharesOf(owners, shares("P1=1/3", "P3=2/3"))).isFalse();
        assertThat(Unit.areSharesOf(owners, shares("P1=1/2", "P1=1/4", "P2=1/4"))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unit("1", "P1").withOwners(owners, shares("P1=1/1")))
                .withMessageContaining("shares");
    }

    @Test
    void article1LetsOnlyAHandedOverUnitBePossessed() {
        Unit unit = unit("1", "P1");

        assertThat(unit.withStatus(DeliveryStatus.SOLD_DELIVERED, OwnerTitle.IN_POSSESSION).title())
                .isEqualTo(OwnerTitle.IN_POSSESSION);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                unit.withStatus(
                                        DeliveryStatus.SOLD_NOT_DELIVERED,
                                        OwnerTitle.IN_POSSESSION));
    }

    @Test
    void refusesAreasAndSharesThatNothingHas() {
        for (FloorArea none : List.of(FloorArea.ZERO, FloorArea.parse("1000000.01"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AreaFigure(AreaEvidence.SURVEY, none));
        }
        assertThat(new AreaFigure(AreaEvidence.SURVEY, Unit.MAX_AREA).area())
                .isEqualTo(Unit.MAX_AREA);
        for (String none : List.of("P1=0/1", "P1=3/2")) {
            assertThatIllegalArgumentException().isThrownBy(() -> shares(none));
        }
    }

    @Test
    void boundsOwnersAndParties() {
        assertThat(unit("1", persons(Unit.MAX_OWNERS)).owners()).hasSize(Unit.MAX_OWNERS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unit("1", persons(Unit.MAX_OWNERS + 1)));
        Parties alone = Parties.of(DEVELOPER);
        List<PersonId> full = Stream.of(persons(Parties.MAX_ENTRIES)).map(PersonId::of).toList();
        assertThat(alone.withDeceased(full).deceased()).hasSize(Parties.MAX_ENTRIES);
        List<PersonId> over = new ArrayList<>(full);
        over.add(DEVELOPER);
        assertThatIllegalArgumentException().isThrownBy(() -> alone.withDeceased(over));
    }

    @Test
    void boundsTheNumberOfUnits() {
        Unit unit = unit("1", "P1");

        assertThat(refusesSize(Collections.nCopies(Roster.MAX_UNITS, unit))).isFalse();
        assertThat(refusesSize(Collections.nCopies(Roster.MAX_UNITS + 1, unit))).isTrue();
    }

    @Test
    void letsGuardiansVoteForWardsAndNobodyForTheDead() {
        Roster roster =
                Roster.of(
                                COMMUNITY,
                                DATE,
                                Parties.of(DEVELOPER)
                                        .withGuardianships(
                                                List.of(
                                                        guardian("P1", "G1", 10),
                                                        guardian("P1", "G2", 20)))
                                        .withDeceased(List.of(PersonId.of("P3"))),
                                List.of(unit("1", "P1", "P2"), unit("2", "P3")))
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        Unit first = roster.units().get(0);

        assertThat(roster.voters(first, DATE)).hasToString("[G1, G2, P2]");
        assertThat(roster.voters(first, DATE.plusDays(10))).hasToString("[G2, P2]");
        assertThat(roster.voters(first, DATE.plusDays(20))).hasToString("[P1, P2]");
        assertThat(roster.voters(roster.units().get(1), DATE)).isEmpty();
    }

    @Test
    void anUnderwriterOtherThanTheDeveloperStandsForOneUnitNotHandedOverBySpcOwnership17() {
        PersonId buyer = PersonId.of("B1");
        Underwriting held = new Underwriting(UnitId.of("1"), buyer);
        Parties parties = Parties.of(DEVELOPER);

        for (DeliveryStatus status : DeliveryStatus.values()) {
            assertThat(faults(parties.withUnderwritings(List.of(held)), status))
                    .isEqualTo(
                            status == DeliveryStatus.SOLD_DELIVERED
                                    ? List.of(RosterRule.UNDERWRITTEN_UNIT.code())
                                    : List.of());
        }
        for (Underwriting none :
                List.of(
                        new Underwriting(UnitId.of("1"), DEVELOPER),
                        new Underwriting(UnitId.of("9"), buyer))) {
            assertThat(faults(parties.withUnderwritings(List.of(none)), DeliveryStatus.UNSOLD))
                    .containsExactly(RosterRule.UNDERWRITTEN_UNIT.code());
        }
        Underwriting other = new Underwriting(UnitId.of("1"), PersonId.of("B2"));
        assertThat(faults(parties.withUnderwritings(List.of(held, other)), DeliveryStatus.UNSOLD))
                .containsExactly(RosterRule.ONE_UNDERWRITER.code());
    }

    @ParameterizedTest(name = "Civil Code art. 39: in force to the day {0} after the record date")
    @CsvSource({"0, true", "1, false", "2, false"})
    void aGuardianshipIsInForceOnTheRecordDate(int days, boolean refused) {
        assertThat(faultsOf(guardian("P1", "G1", days)))
                .isEqualTo(refused ? List.of(RosterRule.GUARDIAN_IN_FORCE.code()) : List.of());
    }

    @Test
    void aGuardianshipBeginsOnTheRecordDateAtTheLatest() {
        for (int days : new int[] {-1, 0, 1}) {
            Guardianship entry =
                    new Guardianship(
                            PersonId.of("P1"),
                            PersonId.of("G1"),
                            EffectivePeriod.from(DATE.plusDays(days)));

            assertThat(faultsOf(entry))
                    .isEqualTo(days > 0 ? List.of(RosterRule.GUARDIAN_IN_FORCE.code()) : List.of());
        }
    }

    @Test
    void aGuardianHasNoGuardianByCivilCode28AndIsOneOnceByCivilCode23() {
        assertThat(faultsOf(guardian("P1", "G1", 1), guardian("P2", "G1", 1))).isEmpty();
        assertThat(faultsOf(guardian("P1", "G1", 1), guardian("G1", "P2", 1)))
                .containsExactly(RosterRule.GUARDIAN_CAPABLE.code());
        assertThat(faultsOf(guardian("P1", "G1", 1), guardian("P1", "G1", 2)))
                .containsExactly(RosterRule.ONE_GUARDIANSHIP.code());
    }

    @Test
    void onlyAnOwnerIsNamedAsDeadByCivilCode230() {
        Parties parties = Parties.of(DEVELOPER);

        assertThat(faults(parties.withDeceased(List.of(PersonId.of("P1"))))).isEmpty();
        assertThat(faults(parties.withDeceased(List.of(PersonId.of("P9")))))
                .containsExactly(RosterRule.DECEASED_OWNER.code());
        assertThat(
                        faults(
                                parties.withGuardianships(List.of(guardian("P1", "G1", 1)))
                                        .withDeceased(List.of(PersonId.of("P1")))))
                .containsExactly(RosterRule.GUARDIAN_IN_FORCE.code());
    }

    private static List<RuleCode> faultsOf(Guardianship... entries) {
        return faults(Parties.of(DEVELOPER).withGuardianships(List.of(entries)));
    }

    private static List<RuleCode> faults(Parties parties) {
        return faults(parties, DeliveryStatus.SOLD_DELIVERED);
    }

    /** What is wrong with parties beside one unit of that status, owned by P1 and P2. */
    private static List<RuleCode> faults(Parties parties, DeliveryStatus status) {
        Unit unit = unit("1", "P1", "P2").withStatus(status, OwnerTitle.REGISTERED);
        return Roster.of(COMMUNITY, DATE, parties, List.of(unit))
                .fold(
                        roster -> List.of(),
                        ruling -> ruling.notMet().stream().map(Finding::rule).toList());
    }

    @Test
    void namesEveryPartyThatDoesNotFit() {
        Unit sold = unit("1", "P1");
        Unit unsold = unit("2", "D1").withStatus(DeliveryStatus.UNSOLD, OwnerTitle.REGISTERED);

        Outcome<Roster> outcome =
                Roster.of(
                        COMMUNITY,
                        DATE,
                        Parties.of(DEVELOPER)
                                .withUnderwritings(
                                        List.of(
                                                new Underwriting(sold.id(), PersonId.of("B1")),
                                                new Underwriting(unsold.id(), PersonId.of("B1")),
                                                new Underwriting(unsold.id(), DEVELOPER)))
                                .withGuardianships(
                                        List.of(
                                                guardian("P1", "P2", 1),
                                                guardian("P1", "P2", 2),
                                                guardian("P2", "P3", 0),
                                                guardian("P4", "P5", 1)))
                                .withDeceased(List.of(PersonId.of("P5"))),
                        List.of(sold, unsold));

        assertThat(text(outcome).replaceAll(" \\[.*?]", ""))
                .isEqualTo(
                        """
                        ✘ B1登记为房号1的包销人，但其为建设单位，或者名册中无此房号，或者该房号已交付
                        ✘ D0001登记为房号2的包销人，但其为建设单位，或者名册中无此房号，或者该房号已交付
                        ✘ 房号2登记的包销人多于一名
                        ✘ P1的法定代理人P2本人亦需由法定代理人代理
                        ✘ P1的法定代理人P2本人亦需由法定代理人代理
                        ✘ P2重复登记为P1的法定代理人
                        ✘ 名册截止日P3不是P2的法定代理人，或者其中一人已死亡
                        ✘ 名册截止日P5不是P4的法定代理人，或者其中一人已死亡
                        ✘ 登记为已死亡的P5不是名册中的业主\
                        """);
    }

    @Test
    void dividesUnitsByBuilding() {
        Roster roster =
                Roster.of(
                                COMMUNITY,
                                DATE,
                                DEVELOPER,
                                List.of(
                                        unit("3", "P1"),
                                        unit("1", "P1").withBuilding("2号楼"),
                                        unit("2", "P1")))
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));

        assertThat(roster.buildings().keySet()).containsExactly("2号楼", "1号楼");
        assertThat(roster.buildings().get("1号楼")).extracting(Unit::id).hasToString("[2, 3]");
    }

    private static Guardianship guardian(String ward, String guardian, int days) {
        return new Guardianship(
                PersonId.of(ward),
                PersonId.of(guardian),
                new EffectivePeriod(DATE.minusDays(1), DATE.plusDays(days)));
    }

    private static AreaFigure figure(AreaEvidence evidence) {
        return new AreaFigure(
                evidence,
                FloorArea.ofSquareDecimetres(9000 + (evidence == AreaEvidence.CONTRACT ? 2 : 0)));
    }

    private static Unit figures(Unit unit, AreaEvidence evidence) {
        return new Unit(
                unit.id(),
                unit.building(),
                unit.use(),
                new TreeSet<>(List.of(figure(evidence))),
                unit.status(),
                unit.title(),
                unit.owners(),
                unit.shares());
    }

    private static SortedSet<OwnerShare> shares(String... texts) {
        SortedSet<OwnerShare> shares = new TreeSet<>();
        for (String text : texts) {
            int sign = text.indexOf('=');
            shares.add(
                    new OwnerShare(
                            PersonId.of(text.substring(0, sign)),
                            Ratio.parse(text.substring(sign + 1))));
        }
        return shares;
    }

    private static String[] persons(int number) {
        return IntStream.range(0, number).mapToObj(i -> "P" + i).toArray(String[]::new);
    }

    private static boolean refusesSize(List<Unit> units) {
        return Roster.of(COMMUNITY, DATE, DEVELOPER, units)
                .fold(roster -> false, ruling -> ruling.refuses(RosterFinding.Size.CODE));
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
