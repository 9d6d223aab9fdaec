package io.github.xinyi.governance.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.consent.BusinessUseConsent.Asking;
import io.github.xinyi.governance.consent.BusinessUseConsent.Building;
import io.github.xinyi.governance.consent.BusinessUseConsent.Covenant;
import io.github.xinyi.governance.consent.InterestedOwner.Answer;
import io.github.xinyi.governance.consent.InterestedOwner.Ground;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessUseConsentTest {

    private static final UnitId HOME = UnitId.of("2-101");

    @ParameterizedTest
    @CsvSource({
        "CONSENTS,CLOSED,MET", "CONSENTS,OPEN,MET",
        "SILENT,CLOSED,NOT_MET", "SILENT,OPEN,PENDING",
        "OBJECTS,CLOSED,NOT_MET", "OBJECTS,OPEN,NOT_MET"
    })
    void oneAnswerOfManyDecidesByCivilCode279(Answer last, Asking asking, Verdict expected) {
        List<InterestedOwner> owners = consenting(70);
        owners.add(owner("P71", Ground.SAME_BUILDING, last));

        assertThat(verdict(owners, Building.ALL_KNOWN, Covenant.ALLOWS, asking))
                .isEqualTo(expected);
    }

    @Test
    void anUnknownOwnerOfTheBuildingLeavesItUndeterminedByInterpretation11() {
        assertThat(verdict(consenting(70), Building.NOT_ALL_KNOWN, Covenant.ALLOWS, Asking.CLOSED))
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void oneObjectionFailsEvenWhereOwnersAreUnknownByInterpretation10() {
        List<InterestedOwner> owners = consenting(70);
        owners.add(owner("P71", Ground.SAME_BUILDING, Answer.OBJECTS));

        assertThat(verdict(owners, Building.NOT_ALL_KNOWN, Covenant.ALLOWS, Asking.OPEN))
                .isEqualTo(Verdict.NOT_MET);
    }

    @ParameterizedTest
    @CsvSource({"PROVEN_EFFECT,NOT_MET", "CLAIM_OPEN,UNDETERMINED", "CLAIM_FAILED,MET"})
    void anOwnerElsewhereCountsOnlyWithProofByInterpretation11(Ground ground, Verdict expected) {
        List<InterestedOwner> owners = consenting(70);
        owners.add(owner("P71", ground, Answer.OBJECTS));

        assertThat(verdict(owners, Building.ALL_KNOWN, Covenant.ALLOWS, Asking.CLOSED))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"ALLOWS,MET", "FORBIDS,NOT_MET", "NOT_EXAMINED,UNDETERMINED"})
    void consentDoesNotHealABreachOfTheCovenantByCivilCode279(Covenant covenant, Verdict expected) {
        assertThat(verdict(consenting(3), Building.ALL_KNOWN, covenant, Asking.CLOSED))
                .isEqualTo(expected);
    }

    @Test
    void theOtherOwnersOfTheBuildingAreInterestedByInterpretation11() {
        Roster roster =
                roster(
                        unit("2-101", "2", DeliveryStatus.SOLD_DELIVERED, "P1"),
                        unit("2-102", "2", DeliveryStatus.SOLD_DELIVERED, "P1"),
                        unit("2-103", "2", DeliveryStatus.SOLD_DELIVERED, "P2", "P3"),
                        unit("2-104", "2", DeliveryStatus.UNSOLD, "D1"),
                        unit("3-101", "3", DeliveryStatus.SOLD_DELIVERED, "P4"));

        assertThat(BusinessUseConsent.ownersOfTheBuilding(roster, HOME))
                .extracting(PersonId::value)
                .containsExactly("D1", "P2", "P3");
        assertThatThrownBy(() -> BusinessUseConsent.ownersOfTheBuilding(roster, UnitId.of("9-101")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"CLOSED,NOT_MET", "OPEN,PENDING"})
    void anOwnerOfTheBuildingWhomNobodyAskedHasNotAgreedByCivilCode279(
            Asking asking, Verdict expected) {
        Roster shared =
                roster(
                        unit("2-101", "2", DeliveryStatus.SOLD_DELIVERED, "P0"),
                        unit("2-102", "2", DeliveryStatus.SOLD_DELIVERED, "P1"),
                        unit("2-103", "2", DeliveryStatus.SOLD_DELIVERED, "P2"));

        assertThat(verdict(List.of(), Building.ALL_KNOWN, Covenant.ALLOWS, asking, shared))
                .isEqualTo(expected);
        assertThat(verdict(consenting(1), Building.ALL_KNOWN, Covenant.ALLOWS, asking, shared))
                .isEqualTo(expected);
        assertThat(verdict(consenting(2), Building.ALL_KNOWN, Covenant.ALLOWS, asking, shared))
                .isEqualTo(Verdict.MET);
    }

    @Test
    void anOwnerOfTheBuildingCountsWhateverGroundTheListGivesByInterpretation11() {
        Roster shared =
                roster(
                        unit("2-101", "2", DeliveryStatus.SOLD_DELIVERED, "P0"),
                        unit("2-102", "2", DeliveryStatus.SOLD_DELIVERED, "P1"));

        assertThat(
                        verdict(
                                List.of(owner("P1", Ground.CLAIM_FAILED, Answer.OBJECTS)),
                                Building.ALL_KNOWN,
                                Covenant.ALLOWS,
                                Asking.OPEN,
                                shared))
                .isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void whoOwnsTheBuildingAloneNeedsNobodysConsent() {
        assertThat(verdict(List.of(), Building.ALL_KNOWN, Covenant.ALLOWS, Asking.CLOSED))
                .isEqualTo(Verdict.MET);
    }

    @Test
    void refusesToAskOneOwnerTwiceOrTooMany() {
        InterestedOwner owner = owner("P1", Ground.SAME_BUILDING, Answer.SILENT);

        assertThatThrownBy(
                        () ->
                                verdict(
                                        List.of(owner, owner),
                                        Building.ALL_KNOWN,
                                        Covenant.ALLOWS,
                                        Asking.OPEN))
                .hasMessageContaining("P1");
        assertThatThrownBy(
                        () ->
                                verdict(
                                        Collections.nCopies(
                                                BusinessUseConsent.MAX_OWNERS + 1, owner),
                                        Building.ALL_KNOWN,
                                        Covenant.ALLOWS,
                                        Asking.OPEN))
                .hasMessageContaining("100001");
        assertThat(
                        verdict(
                                consenting(BusinessUseConsent.MAX_OWNERS),
                                Building.ALL_KNOWN,
                                Covenant.ALLOWS,
                                Asking.OPEN))
                .isEqualTo(Verdict.MET);
    }

    @Property(tries = 500)
    void isMetExactlyIfEveryInterestedOwnerSaidYes(
            @ForAll("owners") List<InterestedOwner> owners, @ForAll Asking asking) {
        boolean unanimous =
                owners.stream()
                        .allMatch(
                                o ->
                                        o.ground() == Ground.CLAIM_FAILED
                                                || (o.ground() != Ground.CLAIM_OPEN
                                                        && o.answer() == Answer.CONSENTS));

        assertThat(verdict(owners, Building.ALL_KNOWN, Covenant.ALLOWS, asking) == Verdict.MET)
                .isEqualTo(unanimous);
    }

    @Provide
    Arbitrary<List<InterestedOwner>> owners() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 30).map(i -> "P" + i),
                        Arbitraries.of(Ground.class),
                        Arbitraries.of(
                                Answer.CONSENTS, Answer.CONSENTS, Answer.SILENT, Answer.OBJECTS))
                .as(BusinessUseConsentTest::owner)
                .list()
                .uniqueElements(InterestedOwner::person)
                .ofMaxSize(4);
    }

    private static Verdict verdict(
            List<InterestedOwner> owners, Building building, Covenant covenant, Asking asking) {
        return verdict(owners, building, covenant, asking, alone());
    }

    private static Verdict verdict(
            List<InterestedOwner> owners,
            Building building,
            Covenant covenant,
            Asking asking,
            Roster roster) {
        return new BusinessUseConsent(HOME, owners, building, covenant, asking)
                .ruling(roster)
                .verdict();
    }

    /** The home is alone in its building, so that the list says who is interested. */
    private static Roster alone() {
        return roster(
                unit("2-101", "2", DeliveryStatus.SOLD_DELIVERED, "P0"),
                unit("3-101", "3", DeliveryStatus.SOLD_DELIVERED, "P4"));
    }

    private static Roster roster(Unit... units) {
        return Roster.of(
                        CommunityId.of("c1"),
                        LocalDate.of(2024, 11, 30),
                        PersonId.of("D1"),
                        List.of(units))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static List<InterestedOwner> consenting(int number) {
        List<InterestedOwner> owners = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            owners.add(owner("P" + i, Ground.SAME_BUILDING, Answer.CONSENTS));
        }
        return owners;
    }

    private static InterestedOwner owner(String person, Ground ground, Answer answer) {
        return new InterestedOwner(PersonId.of(person), ground, answer);
    }

    private static Unit unit(String id, String building, DeliveryStatus status, String... owners) {
        return new Unit(
                UnitId.of(id),
                building,
                UnitUse.RESIDENTIAL,
                FloorArea.parse("89.42"),
                AreaEvidence.REGISTRY,
                status,
                Arrays.stream(owners)
                        .map(PersonId::of)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
