package io.github.xinyi.governance.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.community.AreaFigure;
import io.github.xinyi.governance.community.Guardianship;
import io.github.xinyi.governance.community.OwnerTitle;
import io.github.xinyi.governance.community.Parties;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.community.RosterFinding;
import io.github.xinyi.governance.community.RosterStore;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.tck.BrokenStoresTest.ForwardingRosterStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Roster stores that lose one thing each; every one is caught by name. */
class BrokenRosterStoresTest {

    private static final String G01 = "required_G01_readsARosterBackAsItWasFrozen";
    private static final String G08 = "required_G08_keepsEveryFigureOfAnArea";
    private static final String G09 = "required_G09_keepsSharesExactlyAndOnWhatOwnershipRests";
    private static final String G10 = "required_G10_keepsUnderwritersGuardiansAndTheDead";

    @Test
    void catchesAStoreThatKeepsOnlyTheFigureThatCounts() {
        assertThat(failuresOfUnits(unit -> figures(unit, unit.figures().first())))
                .contains(G01, G08)
                .doesNotContain(G09, G10);
    }

    @Test
    void catchesAStoreThatDropsShares() {
        assertThat(failuresOfUnits(unit -> unit.withOwners(unit.owners(), new TreeSet<>())))
                .contains(G01, G09)
                .doesNotContain(G08, G10);
    }

    @Test
    void catchesAStoreThatTakesEveryOwnerForRegistered() {
        assertThat(failuresOfUnits(unit -> unit.withStatus(unit.status(), OwnerTitle.REGISTERED)))
                .contains(G01, G09)
                .doesNotContain(G08, G10);
    }

    @Test
    void catchesAStoreThatForgetsUnderwriters() {
        assertThat(failuresOfParties(parties -> parties.withUnderwritings(List.of())))
                .contains(G01, G10)
                .doesNotContain(G08, G09);
    }

    @Test
    void catchesAStoreThatForgetsTheDead() {
        assertThat(failuresOfParties(parties -> parties.withDeceased(List.of())))
                .contains(G01, G10)
                .doesNotContain(G08, G09);
    }

    @Test
    void catchesAStoreThatLetsGuardiansStayForEver() {
        assertThat(failuresOfParties(BrokenRosterStoresTest::forEver)).contains(G01, G10);
    }

    @Test
    void catchesAStoreThatRefusesTheSameContentAgain() {
        assertThat(failures(RefusesRepeats::new))
                .containsExactly("required_G03_acceptsTheSameContentAgain");
    }

    @Test
    void catchesAStoreThatAnswersTheLoserOfARaceLikeTheWinner() {
        assertThat(failures(AcceptsEveryOffer::new))
                .containsExactlyInAnyOrder(
                        "required_G04_refusesOtherContentForTheSameDayAndKeepsTheFirst",
                        "required_G07_acceptsExactlyOneOfManyRostersFrozenAtOnce");
    }

    @Test
    void catchesAStoreThatKnowsNoDigests() {
        assertThat(failures(KnowsNoDigests::new))
                .containsExactly("required_G02_findsARosterByItsDigest");
    }

    private static Parties forEver(Parties parties) {
        return parties.withGuardianships(
                parties.guardianships().stream()
                        .map(
                                g ->
                                        new Guardianship(
                                                g.ward(),
                                                g.guardian(),
                                                EffectivePeriod.from(g.inForce().startInclusive())))
                        .toList());
    }

    private static Unit figures(Unit unit, AreaFigure figure) {
        return new Unit(
                unit.id(),
                unit.building(),
                unit.use(),
                new TreeSet<>(List.of(figure)),
                unit.status(),
                unit.title(),
                unit.owners(),
                unit.shares());
    }

    private static List<String> failuresOfUnits(UnaryOperator<Unit> loss) {
        return failures(() -> new Loses(loss, UnaryOperator.identity()));
    }

    private static List<String> failuresOfParties(UnaryOperator<Parties> loss) {
        return failures(() -> new Loses(UnaryOperator.identity(), loss));
    }

    private static List<String> failures(Supplier<RosterStore> store) {
        return BrokenStoresTest.failures(
                RosterStoreContract.class, BrokenStoresTest.contractOf(store));
    }

    /** Reads back less than was frozen. */
    private static final class Loses extends ForwardingRosterStore {
        private final UnaryOperator<Unit> units;
        private final UnaryOperator<Parties> parties;

        Loses(UnaryOperator<Unit> units, UnaryOperator<Parties> parties) {
            this.units = units;
            this.parties = parties;
        }

        @Override
        public Optional<Roster> find(CommunityId community, LocalDate recordDate) {
            return super.find(community, recordDate)
                    .map(
                            roster ->
                                    Roster.of(
                                                    community,
                                                    recordDate,
                                                    parties.apply(roster.parties()),
                                                    roster.units().stream().map(units).toList())
                                            .orElseThrow(
                                                    r -> new IllegalStateException(r.toString())));
        }
    }

    private static final class RefusesRepeats extends ForwardingRosterStore {
        @Override
        public synchronized Outcome<RosterDigest> freeze(Roster roster) {
            return find(roster.community(), roster.recordDate())
                    .map(
                            frozen ->
                                    Outcome.<RosterDigest>refused(
                                            Ruling.of(
                                                    new RosterFinding.AlreadyFrozen(
                                                            roster.community(),
                                                            roster.recordDate(),
                                                            frozen.digest(),
                                                            roster.digest()))))
                    .orElseGet(() -> super.freeze(roster));
        }
    }

    private static final class AcceptsEveryOffer extends ForwardingRosterStore {
        @Override
        public Outcome<RosterDigest> freeze(Roster roster) {
            super.freeze(roster);
            return Outcome.accepted(roster.digest());
        }
    }

    private static final class KnowsNoDigests extends ForwardingRosterStore {
        @Override
        public Optional<Roster> find(CommunityId community, RosterDigest digest) {
            return Optional.empty();
        }
    }
}
