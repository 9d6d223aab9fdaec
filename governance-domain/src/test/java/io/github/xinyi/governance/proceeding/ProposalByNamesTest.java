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
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Proposed;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.ArrayList;
import java.util.Collection;
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

/** Who proposes a meeting is counted by name; the defect: a caller's word was taken for it. */
class ProposalByNamesTest {

    private static final ProceedingTerms NATIONAL = Courses.terms("NATIONAL");
    private static final EventCodec CODEC =
            EventCodec.of(ProceedingEvent.class).with(ProceedingChanges.all());

    @ParameterizedTest(name = "{0} of a hundred owners: {1}")
    @CsvSource({"19, false", "20, true", "21, true"})
    void aFifthOfTheOwnersByNameSufficesByPropertyManagementRegulation13(
            int named, boolean begins) {
        Roster roster = hundred();

        assertThat(begin(units(named), Set.of(), roster, ProposalBasis.HEADS).isAccepted())
                .isEqualTo(begins);
        assertThat(begin(Set.of(), owners(named), roster, ProposalBasis.HEADS).isAccepted())
                .isEqualTo(begins);
        assertThat(begin(units(named), owners(named), roster, ProposalBasis.HEADS).isAccepted())
                .as("nobody counts twice")
                .isEqualTo(begins);
    }

    @ParameterizedTest(name = "{0} × 0.01 m² of 100 m² by 20 of a hundred owners: {1}")
    @CsvSource({"1999, false", "2000, true", "2001, true"})
    void aFifthOfTheAreaIsCountedToTheUnitByGuidanceRules21(long area, boolean begins) {
        List<Unit> units = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            units.add(home(i, i == 1 ? area - 1_900 : 100, "P" + i));
        }
        for (int i = 21; i <= 100; i++) {
            units.add(home(i, i == 21 ? 10_000 - area - 7_900 : 100, "P" + i));
        }
        Roster roster = roster(Parties.of(PersonId.of("D1")), units);

        assertThat(begin(units(20), Set.of(), roster, ProposalBasis.HEADS_AND_AREA).isAccepted())
                .isEqualTo(begins);
        assertThat(begin(units(20), Set.of(), roster, ProposalBasis.HEADS).isAccepted()).isTrue();
    }

    /** One owner of two homes, a couple, a ward, the developer, a parking space, a stranger. */
    @Test
    void countsHoldersAsAVoteDoesBySpcOwnership9() {
        PersonId guardian = PersonId.of("G1");
        Parties parties =
                Parties.of(PersonId.of("D1"))
                        .withGuardianships(
                                List.of(
                                        new Guardianship(
                                                PersonId.of("W1"),
                                                guardian,
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
                                home(6, 3_200, "D1"),
                                unit(7, 50, UnitUse.PARKING, DeliveryStatus.SOLD_DELIVERED, "P8"),
                                home(8, 6_400, "P8")));

        assertThat(figures(Set.of(), List.of("P1"), roster)).isEqualTo("2 of 5, 7.00 of 127.00");
        assertThat(figures(Set.of(), List.of("P3"), roster)).isEqualTo("1 of 5, 4.00 of 127.00");
        assertThat(figures(units(1), List.of(), roster)).isEqualTo("1 of 5, 1.00 of 127.00");
        assertThat(figures(units(2), List.of(), roster)).isEqualTo("1 of 5, 3.00 of 127.00");
        assertThat(figures(Set.of(), List.of("W1"), roster))
                .as("the guardian proposes for the ward")
                .isEqualTo("0 of 5, 0.00 of 127.00");
        assertThat(figures(Set.of(), List.of("G1"), roster)).isEqualTo("1 of 5, 8.00 of 127.00");
        assertThat(figures(Set.of(), List.of("D1"), roster)).isEqualTo("1 of 5, 48.00 of 127.00");
        assertThat(figures(Set.of(UnitId.of("U007")), List.of("X1"), roster))
                .isEqualTo("0 of 5, 0.00 of 127.00");
    }

    @Test
    void tellsTheNamesThatAreLeftOut() {
        Ruling ruling =
                Answers.refused(
                        begin(
                                Set.of(UnitId.of("U001"), UnitId.of("U999")),
                                List.of(PersonId.of("P2"), PersonId.of("X1")),
                                hundred(),
                                ProposalBasis.HEADS));

        assertThat(finding(ruling, ProceedingRule.PROPOSERS_LEFT_OUT).evidence())
                .containsEntry("left", "2")
                .containsEntry("units", "[U999]")
                .containsEntry("owners", "[X1]");
        assertThat(RuleTexts.governance(Language.EN).render(ruling))
                .contains("Owners proposing the meeting 2/100; ≥1/5 is needed")
                .contains("Names that the roster does not have: 2; units [U999], persons [X1]")
                .contains("were counted by name over roster " + hundred().digest());
        assertThat(RuleTexts.governance(Language.ZH_CN).render(ruling))
                .contains("按姓名核对计数")
                .doesNotContain("proceeding.");
    }

    @Test
    void saysOfStatedFiguresThatNobodyCountedThem() {
        Proposed stated = Courses.proposed(Trigger.OWNERS_PROPOSAL, 199, 0);
        Proposed enough = Courses.proposed(Trigger.OWNERS_PROPOSAL, 200, 0);
        Ruling refused = Answers.refused(Proceeding.begin(stated, ProposalBasis.HEADS, NATIONAL));
        Ruling accepted = Proceeding.from(List.of(enough)).proposal(ProposalBasis.HEADS, NATIONAL);

        for (Ruling ruling : List.of(refused, accepted)) {
            Finding label = finding(ruling, ProceedingRule.PROPOSAL_STATED);
            assertThat(label.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
            assertThat(label.basis())
                    .extracting(source -> source.standing())
                    .containsExactly(Standing.INTERPRETATION);
            assertThat(RuleTexts.governance(Language.EN).render(label))
                    .contains("is what was stated; nobody counted their names");
        }
        assertThat(refused.refuses(ProceedingRule.PROPOSAL_HEADS.code())).isTrue();
        assertThat(accepted.verdict()).isEqualTo(Verdict.MET);
        assertThat(
                        Proceeding.from(List.of(Courses.proposed(Trigger.REGULAR, 0, 0)))
                                .proposal(ProposalBasis.HEADS, NATIONAL)
                                .findings())
                .extracting(Finding::rule)
                .doesNotContain(ProceedingRule.PROPOSAL_STATED.code());
    }

    @Test
    void keepsTheFiguresAndTheDigestOfTheRosterAndNoName() {
        Proposed event =
                (Proposed)
                        Answers.accepted(
                                begin(units(20), Set.of(), hundred(), ProposalBasis.HEADS));
        Ruling kept = Proceeding.from(List.of(event)).proposal(ProposalBasis.HEADS, NATIONAL);

        assertThat(event.heads()).isEqualTo(HeadCount.of(20));
        assertThat(event.allHeads()).isEqualTo(HeadCount.of(100));
        assertThat(event.countedOver()).containsExactly(hundred().digest());
        assertThat(CODEC.decode(CODEC.encode(event))).isEqualTo(Outcome.accepted(event));
        assertThat(CODEC.encode(event)).doesNotContain("P1").doesNotContain("U0");
        assertThat(finding(kept, ProceedingRule.PROPOSAL_COUNTED).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void takesNoCountFromAHandAndReadsWhatWasWrittenBefore() {
        Proposed counted =
                (Proposed)
                        Answers.accepted(
                                begin(units(20), Set.of(), hundred(), ProposalBasis.HEADS));
        Proposed stated = Courses.proposed(Trigger.OWNERS_PROPOSAL, 200, 0);
        String before =
                CODEC.encode(stated)
                        .replace("proceeding.Proposed/2", "proceeding.Proposed/1")
                        .replace("countedOver=[];", "");

        assertThat(Answers.refusal(Proceeding.begin(counted, ProposalBasis.HEADS, NATIONAL)))
                .containsExactly(ProceedingRule.PROPOSAL_COUNTED.code().value());
        assertThat(CODEC.decode(before)).isEqualTo(Outcome.accepted(stated));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Proposed(
                                        counted.community(),
                                        counted.meeting(),
                                        counted.occurredAt(),
                                        counted.trigger(),
                                        counted.heads(),
                                        counted.allHeads(),
                                        counted.area(),
                                        counted.allArea(),
                                        List.of(hundred().digest(), hundred().digest())));
    }

    @ParameterizedTest(name = "a roster of {0} days after the proposal: {1}")
    @CsvSource({"-1, true", "0, true", "1, false"})
    void whoOwnsIsTakenAsItStoodWhenTheyProposed(int days, boolean begins) {
        Roster roster =
                roster(
                        Courses.DAY_0.plusDays(days),
                        Parties.of(PersonId.of("D1")),
                        List.of(home(1, 100, "P1")));

        Outcome<ProceedingEvent> outcome = begin(units(1), Set.of(), roster, ProposalBasis.HEADS);

        assertThat(outcome.isAccepted()).isEqualTo(begins);
        assertThat(begins ? List.of() : Answers.refusal(outcome))
                .isEqualTo(
                        begins
                                ? List.of()
                                : List.of(ProceedingRule.PROPOSAL_ROSTER.code().value()));
    }

    /** Heads and area equal what a naive walk over all units finds, whatever is named twice. */
    @Property(tries = 500)
    void equalsANaiveCount(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 5) Integer> ownerOfUnit,
            @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 13) Integer> namedUnits,
            @ForAll @Size(max = 4) List<@IntRange(min = 0, max = 7) Integer> namedOwners) {
        List<Unit> units =
                IntStream.range(0, ownerOfUnit.size())
                        .mapToObj(i -> home(i, 100 + i, "P" + ownerOfUnit.get(i)))
                        .toList();
        Roster roster = roster(Parties.of(PersonId.of("D1")), units);
        Set<UnitId> ids = namedUnits.stream().map(Rosters::unitId).collect(Collectors.toSet());
        Set<PersonId> persons =
                namedOwners.stream().map(i -> PersonId.of("P" + i)).collect(Collectors.toSet());
        Set<Integer> heads = new TreeSet<>();
        long area = 0;
        for (int i = 0; i < units.size(); i++) {
            if (ids.contains(unitId(i))
                    || persons.contains(PersonId.of("P" + ownerOfUnit.get(i)))) {
                heads.add(ownerOfUnit.get(i));
                area += 100 + i;
            }
        }

        Proposed proposed = proposal(ids, persons).countedOver(roster).proposed();

        assertThat(proposed.heads()).isEqualTo(HeadCount.of(heads.size()));
        assertThat(proposed.area()).isEqualTo(FloorArea.ofSquareDecimetres(area));
        assertThat(proposed.allHeads()).isEqualTo(roster.votingHeads());
        assertThat(proposed.allArea()).isEqualTo(roster.votingArea());
    }

    private static Finding finding(Ruling ruling, ProceedingRule rule) {
        return ruling.findings().stream()
                .filter(finding -> finding.rule().equals(rule.code()))
                .findFirst()
                .orElseThrow();
    }

    private static String figures(Set<UnitId> units, List<String> owners, Roster roster) {
        Proposed proposed =
                proposal(units, owners.stream().map(PersonId::of).toList())
                        .countedOver(roster)
                        .proposed();
        return proposed.heads()
                + " of "
                + proposed.allHeads()
                + ", "
                + proposed.area()
                + " of "
                + proposed.allArea();
    }

    private static Outcome<ProceedingEvent> begin(
            Set<UnitId> units, Collection<PersonId> owners, Roster roster, ProposalBasis basis) {
        return Proceeding.begin(proposal(units, owners), roster, basis, NATIONAL);
    }

    private static ProposalByNames proposal(Set<UnitId> units, Collection<PersonId> owners) {
        return new ProposalByNames(
                Courses.MEETING, Courses.at(0), new TreeSet<>(units), new TreeSet<>(owners));
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

    private static Roster hundred() {
        return roster(
                Parties.of(PersonId.of("D1")),
                IntStream.rangeClosed(1, 100).mapToObj(i -> home(i, 100, "P" + i)).toList());
    }
}
