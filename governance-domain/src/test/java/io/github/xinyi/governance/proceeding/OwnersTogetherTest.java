package io.github.xinyi.governance.proceeding;

import static io.github.xinyi.governance.proceeding.Rosters.home;
import static io.github.xinyi.governance.proceeding.Rosters.roster;
import static io.github.xinyi.governance.proceeding.Rosters.unit;
import static io.github.xinyi.governance.proceeding.Rosters.unitId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Guardianship;
import io.github.xinyi.governance.community.Parties;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.region.RegionProfile;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When owners go without a meeting and act together: Property Management Regulation art. 10. */
class OwnersTogetherTest {

    private static final RegionProfile NATIONAL = Profiles.of("NATIONAL");
    private static final RegionProfile HANGZHOU = Profiles.of("HANGZHOU");
    private static final RegionProfile FOUR_ARE_FEW = Profiles.with("first-meeting.few-owners,4");
    private static final RegionProfile MANY_ARE_FEW = Profiles.with("first-meeting.few-owners,99");
    private static final Parties PARTIES = Parties.of(PersonId.of("D1"));

    /** With one owner there is nobody to agree with; with two there is. */
    @ParameterizedTest(name = "{0} owners, nobody agreed: {1}")
    @CsvSource({"1, MET", "2, NOT_MET", "3, NOT_MET"})
    void aSingleOwnerActsAloneByPropertyManagementRegulation10(int owners, Verdict expected) {
        assertThat(judge(of(owners), Set.of(), Set.of(), FOUR_ARE_FEW).verdict())
                .isEqualTo(expected);
        Ruling hangzhou = judge(of(owners), Set.of(), Set.of(), HANGZHOU);
        assertThat(hangzhou.verdict()).isEqualTo(expected);
        assertThat(finding(hangzhou, "proceeding.together-one-owner").verdict())
                .isEqualTo(owners == 1 ? Verdict.MET : Verdict.NOT_APPLICABLE);
    }

    @ParameterizedTest(name = "{0} of four owners agreed: {1}")
    @CsvSource({"2, NOT_MET", "3, NOT_MET", "4, MET"})
    void allOwnersAgreeByPropertyManagementRegulation10(int agreeing, Verdict expected) {
        assertThat(judge(of(4), units(agreeing), Set.of(), FOUR_ARE_FEW).verdict())
                .isEqualTo(expected);
        assertThat(judge(of(4), Set.of(), owners(agreeing), FOUR_ARE_FEW).verdict())
                .isEqualTo(expected);
    }

    /** The text says 人数较少 and no number; a host that knows one sets it. */
    @ParameterizedTest(name = "{0} owners, all of one mind: {1} where four are few")
    @CsvSource({"3, MET", "4, MET", "5, NOT_MET"})
    void howManyAreFewIsNotGuessedByPropertyManagementRegulation10(int owners, Verdict expected) {
        assertThat(judge(of(owners), units(owners), Set.of(), FOUR_ARE_FEW).verdict())
                .isEqualTo(expected);
        Ruling nation = judge(of(owners), units(owners), Set.of(), NATIONAL);
        assertThat(nation.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(finding(nation, "proceeding.together-few-owners").evidence())
                .containsEntry("limit", "-");
    }

    /** Hangzhou art. 18 para. 2 does not ask for few; that is less than the nation's text. */
    @Test
    void ownersOfHangzhouAreFewTooByPropertyManagementRegulation10AndANoticeSaysSo() {
        Ruling ruling = judge(of(2), units(2), Set.of(), HANGZHOU);

        assertThat(ruling.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(finding(ruling, "region.local-below-nation").verdict())
                .isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(RuleTexts.governance(Language.EN).render(ruling))
                .contains("the local text has that all owners agree for first-meeting.together")
                .contains("that they are few and all agree is used");
        assertThat(RuleTexts.governance(Language.ZH_CN).render(ruling))
                .contains("地方规定first-meeting.together为全体业主一致同意")
                .contains("现按业主人数较少且经全体业主一致同意执行");
    }

    @ParameterizedTest
    @CsvSource({
        "NATIONAL, PMR art. 10",
        "SHANGHAI, SH art. 13 para. 2",
        "SHANDONG, SD art. 23 para. 2",
        "HANGZHOU, PMR art. 10"
    })
    void citesTheTextOfThePlaceAndMarksWhatIsOurReading(String region, String source) {
        Ruling ruling = judge(of(2), units(1), Set.of(), Profiles.of(region));

        assertThat(finding(ruling, "proceeding.together-all-agree").basis())
                .extracting(citation -> citation + " " + citation.standing())
                .containsExactly(
                        source + " TEXT_READ",
                        "SPC-Own art. 2 INTERPRETATION",
                        "SPC-Own art. 9 INTERPRETATION");
        assertThat(finding(ruling, "proceeding.together-few-owners").basis())
                .isEqualTo(finding(ruling, "proceeding.together-all-agree").basis());
        assertThat(finding(ruling, "proceeding.together-roster").basis())
                .extracting(citation -> citation.standing())
                .containsExactly(Standing.INTERPRETATION);
    }

    /** Shanghai art. 13 para. 2 and Shandong art. 23 para. 2 name few owners who agree, not one. */
    @ParameterizedTest
    @CsvSource({"NATIONAL", "SHANGHAI", "SHANDONG", "HANGZHOU"})
    void oneOwnerStandsInPropertyManagementRegulation10EverywhereWithBothDuties(String region) {
        Ruling ruling = judge(of(1), Set.of(), Set.of(), Profiles.of(region));
        Finding alone = finding(ruling, "proceeding.together-one-owner");

        assertThat(alone.basis().get(0)).hasToString("PMR art. 10");
        assertThat(alone.basis().get(0).standing()).isEqualTo(Standing.TEXT_READ);
        assertThat(RuleTexts.governance(Language.EN).render(alone))
                .contains("exercises the duties of the owners' meeting and the committee alone");
    }

    @Test
    void canNotBeUsedInSilenceWhereNoTextIsAtHand() {
        Ruling ruling = judge(of(1), Set.of(), Set.of(), Profiles.of("HONGGU"));

        assertThat(Profiles.notices(ruling.findings())).isEqualTo(3);
        assertThat(finding(ruling, "proceeding.together-one-owner").basis())
                .extracting(citation -> citation.standing())
                .containsExactly(
                        Standing.UNVERIFIED, Standing.INTERPRETATION, Standing.INTERPRETATION);
    }

    /** Two persons with one home are one head, so that neither is asked: our reading. */
    @Test
    void aCoupleWithTheOnlyHomeIsOneOwnerBySpcOwnership9() {
        Ruling ruling =
                judge(
                        roster(PARTIES, List.of(home(1, 100, "P1", "P2"))),
                        Set.of(),
                        Set.of(),
                        NATIONAL);

        assertThat(ruling.verdict()).isEqualTo(Verdict.MET);
        assertThat(finding(ruling, "proceeding.together-one-owner").evidence())
                .containsEntry("owners", "1");
        assertThat(finding(ruling, "proceeding.together-one-owner").basis())
                .extracting(citation -> citation + " " + citation.standing())
                .containsExactly(
                        "PMR art. 10 TEXT_READ",
                        "SPC-Own art. 2 INTERPRETATION",
                        "SPC-Own art. 9 INTERPRETATION");
    }

    @ParameterizedTest(name = "of a couple and a neighbour agree {0}: {1}")
    @CsvSource({
        "P1, NOT_MET",
        "P3, NOT_MET",
        "P1 P2, NOT_MET",
        "P1 P3, MET",
        "P2 P3, MET",
        "P1 P2 P3, MET"
    })
    void oneOfACoupleAnswersForBothBySpcOwnership9(String agreeing, Verdict expected) {
        Roster roster = roster(PARTIES, List.of(home(1, 100, "P1", "P2"), home(2, 100, "P3")));
        Set<PersonId> named =
                Set.of(agreeing.split(" ")).stream().map(PersonId::of).collect(Collectors.toSet());

        assertThat(judge(roster, Set.of(), named, FOUR_ARE_FEW).verdict()).isEqualTo(expected);
    }

    /**
     * A space that can be registered by itself is an exclusive area: reading I07 leaves it open.
     */
    @Test
    void theOwnerOfAParkingSpaceAloneIsOneOfAllBySpcOwnership2() {
        Roster roster =
                roster(
                        PARTIES,
                        List.of(
                                home(1, 100, "P1"),
                                unit(2, 12, UnitUse.PARKING, DeliveryStatus.SOLD_DELIVERED, "P8")));

        Ruling unasked = judge(roster, Set.of(), owners(1), FOUR_ARE_FEW);
        assertThat(unasked.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(finding(unasked, "proceeding.together-one-owner").evidence())
                .containsEntry("owners", "2");
        assertThat(
                        judge(
                                        roster,
                                        Set.of(),
                                        Set.of(PersonId.of("P1"), PersonId.of("P8")),
                                        FOUR_ARE_FEW)
                                .verdict())
                .isEqualTo(Verdict.MET);
    }

    /** A couple, a ward, the developer, an owner of a parking space alone, one who has died. */
    @Test
    void everyOwnerIsOneOfAllAndEachIsAskedOnceBySpcOwnership9() {
        Parties parties =
                PARTIES.withGuardianships(
                        List.of(
                                new Guardianship(
                                        PersonId.of("W1"),
                                        PersonId.of("G1"),
                                        EffectivePeriod.from(Courses.DAY_0.minusDays(9)))));
        Roster roster =
                roster(
                        parties,
                        List.of(
                                home(1, 100, "P1"),
                                home(2, 200, "P1"),
                                home(3, 400, "P1", "P3"),
                                home(4, 800, "W1"),
                                unit(5, 1_600, UnitUse.RESIDENTIAL, DeliveryStatus.UNSOLD, "D1"),
                                unit(6, 50, UnitUse.PARKING, DeliveryStatus.SOLD_DELIVERED, "P8")));

        assertThat(agreement(roster, "P1", "W1", "D1", "P8"))
                .as("the ward is not asked, its guardian is")
                .isEqualTo("4/5 [U004]");
        assertThat(agreement(roster, "P1", "G1", "D1")).isEqualTo("4/5 [U006]");
        assertThat(agreement(roster, "P3", "G1", "D1", "P8"))
                .as("of two homes of one owner the first is told")
                .isEqualTo("4/5 [U001]");
        assertThat(agreement(roster, "P1", "G1", "D1", "P8")).isEqualTo("5/5 []");
    }

    @Test
    void nobodyAgreesForTheDead() {
        Roster roster =
                roster(
                        PARTIES.withDeceased(new TreeSet<>(Set.of(PersonId.of("P2")))),
                        List.of(home(1, 100, "P1"), home(2, 100, "P2")));

        assertThat(agreement(roster, "P1", "P2")).isEqualTo("1/2 [U002]");
    }

    @ParameterizedTest(name = "a roster of {0} days after the last agreement: {1}")
    @CsvSource({"-1, UNDETERMINED", "0, MET", "1, NOT_MET"})
    void theRosterIsOfTheDayOfTheAgreement(int days, Verdict expected) {
        Roster roster = roster(Courses.DAY_0.plusDays(days), PARTIES, List.of(home(1, 100, "P1")));

        assertThat(judge(roster, Set.of(), Set.of(), NATIONAL).verdict()).isEqualTo(expected);
    }

    @Test
    void whereNobodyOwnsAnythingNobodyActs() {
        Roster roster =
                roster(
                        PARTIES,
                        List.of(
                                unit(
                                        1,
                                        50,
                                        UnitUse.SHARED_PARKING,
                                        DeliveryStatus.SOLD_DELIVERED,
                                        "P1")));

        assertThat(judge(roster, Set.of(), owners(1), FOUR_ARE_FEW).verdict())
                .isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void readsAsSentencesAndTellsTheNamesThatAreLeftOut() {
        Ruling ruling =
                judge(
                        of(3),
                        Set.of(unitId(1), unitId(999)),
                        Set.of(PersonId.of("X1")),
                        FOUR_ARE_FEW);

        assertThat(finding(ruling, "proceeding.together-left-out").verdict())
                .isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(RuleTexts.governance(Language.EN).render(ruling))
                .contains("Owners who agree to have no owners' meeting and to act together 1/3")
                .contains("units still missing: [U002, U003]")
                .contains("they have to be few, at most 4")
                .contains("does not have: 2; units [U999], persons [X1]")
                .doesNotContain("proceeding.");
        assertThat(RuleTexts.governance(Language.ZH_CN).render(ruling))
                .contains("须全体业主一致同意，尚未同意的房号[U002, U003]")
                .doesNotContain("proceeding.");
    }

    @Test
    void boundsTheNames() {
        TreeSet<PersonId> nobody = new TreeSet<>();
        TreeSet<UnitId> many = new TreeSet<>(units(Roster.MAX_UNITS + 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OwnersTogether(many, nobody, Courses.DAY_0))
                .withMessageContaining("1000001 units");
        many.pollLast();
        assertThat(new OwnersTogether(many, nobody, Courses.DAY_0).units())
                .hasSize(Roster.MAX_UNITS);
    }

    /** All agree exactly if no unit's owner is left, whatever else is named. */
    @Property(tries = 500)
    void equalsANaiveSearchForSomebodyLeft(
            @ForAll @Size(min = 2, max = 9) List<@IntRange(min = 0, max = 4) Integer> ownerOfUnit,
            @ForAll @Size(max = 9) List<@IntRange(min = 0, max = 10) Integer> namedUnits,
            @ForAll @Size(max = 5) List<@IntRange(min = 0, max = 6) Integer> namedOwners) {
        List<Unit> units =
                IntStream.range(0, ownerOfUnit.size())
                        .mapToObj(i -> home(i, 100, "P" + ownerOfUnit.get(i)))
                        .toList();
        Set<UnitId> ids = namedUnits.stream().map(Rosters::unitId).collect(Collectors.toSet());
        Set<PersonId> persons =
                namedOwners.stream().map(i -> PersonId.of("P" + i)).collect(Collectors.toSet());
        boolean left =
                ownerOfUnit.stream()
                        .anyMatch(
                                owner ->
                                        !persons.contains(PersonId.of("P" + owner))
                                                && IntStream.range(0, ownerOfUnit.size())
                                                        .filter(
                                                                i ->
                                                                        ownerOfUnit
                                                                                .get(i)
                                                                                .equals(owner))
                                                        .noneMatch(i -> ids.contains(unitId(i))));
        boolean alone = Set.copyOf(ownerOfUnit).size() == 1;

        assertThat(judge(roster(PARTIES, units), ids, persons, MANY_ARE_FEW).verdict())
                .isEqualTo(alone || !left ? Verdict.MET : Verdict.NOT_MET);
    }

    private static Ruling judge(
            Roster roster, Set<UnitId> units, Set<PersonId> owners, RegionProfile profile) {
        return new OwnersTogether(new TreeSet<>(units), new TreeSet<>(owners), Courses.DAY_0)
                .judge(roster, profile);
    }

    private static String agreement(Roster roster, String... owners) {
        Set<PersonId> named = Set.of(owners).stream().map(PersonId::of).collect(Collectors.toSet());
        Finding finding =
                finding(judge(roster, Set.of(), named, HANGZHOU), "proceeding.together-all-agree");
        return finding.evidence().get("agreeing")
                + "/"
                + finding.evidence().get("owners")
                + " "
                + finding.evidence().get("units");
    }

    private static Finding finding(Ruling ruling, String rule) {
        return ruling.findings().stream()
                .filter(f -> f.rule().value().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static Roster of(int owners) {
        return roster(
                PARTIES,
                IntStream.rangeClosed(1, owners).mapToObj(i -> home(i, 100, "P" + i)).toList());
    }

    private static Set<UnitId> units(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(Rosters::unitId)
                .collect(Collectors.toSet());
    }

    private static Set<PersonId> owners(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> PersonId.of("P" + i))
                .collect(Collectors.toSet());
    }
}
