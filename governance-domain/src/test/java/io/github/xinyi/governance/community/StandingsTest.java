package io.github.xinyi.governance.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Marks;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a refused roster says of the sources of its rules. */
class StandingsTest {

    private static final LocalDate DATE = LocalDate.of(2024, 11, 30);
    private static final Parties PARTIES = Parties.of(PersonId.of("D1"));
    private static final UnitId UNIT = UnitId.of("1");

    @Test
    void everyRuleThatIsAReadingSaysSoInTheRulingThatUsesIt() {
        Underwriting one = new Underwriting(UNIT, PersonId.of("B1"));
        Underwriting other = new Underwriting(UNIT, PersonId.of("B2"));
        EffectivePeriod now = EffectivePeriod.from(DATE);
        Guardianship guardian = new Guardianship(PersonId.of("P1"), PersonId.of("G1"), now);
        Guardianship again =
                new Guardianship(
                        PersonId.of("P1"),
                        PersonId.of("G1"),
                        EffectivePeriod.from(DATE.minusDays(1)));
        List<Ruling> rulings =
                List.of(
                        refused(
                                PARTIES.withUnderwritings(List.of(one, other)),
                                DeliveryStatus.UNSOLD),
                        refused(
                                PARTIES.withUnderwritings(List.of(one)),
                                DeliveryStatus.SOLD_DELIVERED),
                        refused(
                                PARTIES.withGuardianships(List.of(guardian, again)),
                                DeliveryStatus.SOLD_DELIVERED),
                        refused(
                                PARTIES.withDeceased(List.of(PersonId.of("P9"))),
                                DeliveryStatus.SOLD_DELIVERED));

        assertThat(Marks.told(rulings, code -> code.startsWith("community.")))
                .isEqualTo(Marks.marked(RosterRule.values()))
                .containsExactly(
                        "community.deceased-owner",
                        "community.one-guardianship",
                        "community.one-underwriter",
                        "community.underwritten-unit");
    }

    private static Ruling refused(Parties parties, DeliveryStatus status) {
        Unit unit =
                new Unit(
                        UNIT,
                        "1号楼",
                        UnitUse.RESIDENTIAL,
                        FloorArea.parse("90"),
                        AreaEvidence.REGISTRY,
                        status,
                        new TreeSet<>(Set.of(PersonId.of("P1"))));
        return Answers.refused(Roster.of(CommunityId.of("c1"), DATE, parties, List.of(unit)));
    }
}
