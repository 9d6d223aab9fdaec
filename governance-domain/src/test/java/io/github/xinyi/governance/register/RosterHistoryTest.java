package io.github.xinyi.governance.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.AreaFigure;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.OwnerShare;
import io.github.xinyi.governance.community.OwnerTitle;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.RosterFinding;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.register.RosterEvent.AreaEstablished;
import io.github.xinyi.governance.register.RosterEvent.BuildingMerged;
import io.github.xinyi.governance.register.RosterEvent.Entry;
import io.github.xinyi.governance.register.RosterEvent.GuardianAppointed;
import io.github.xinyi.governance.register.RosterEvent.GuardianshipEnded;
import io.github.xinyi.governance.register.RosterEvent.OfUnit;
import io.github.xinyi.governance.register.RosterEvent.OwnerDied;
import io.github.xinyi.governance.register.RosterEvent.RegisterOpened;
import io.github.xinyi.governance.register.RosterEvent.RosterFrozen;
import io.github.xinyi.governance.register.RosterEvent.TitleRegistered;
import io.github.xinyi.governance.register.RosterEvent.UnitAdded;
import io.github.xinyi.governance.register.RosterEvent.UnitDelivered;
import io.github.xinyi.governance.register.RosterEvent.UnitInherited;
import io.github.xinyi.governance.register.RosterEvent.UnitSold;
import io.github.xinyi.governance.register.RosterEvent.UnitTransferred;
import io.github.xinyi.governance.register.RosterEvent.UnitUnderwritten;
import io.github.xinyi.governance.register.RosterEvent.UseChanged;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RosterHistoryTest {

    private static final CommunityId COMMUNITY = CommunityId.of("anheyuan");
    private static final UnitId UNIT = UnitId.of("1-101");
    private static final PersonId MOTHER = PersonId.of("P1");
    private static final PersonId SON = PersonId.of("P2");
    private static final PersonId DEVELOPER = PersonId.of("D1");
    private static final SortedSet<OwnerShare> NONE = new TreeSet<>();
    private static final Instant NOW = Instant.parse("2024-12-01T01:00:00Z");

    private RosterHistory history =
            RosterHistory.from(List.of(new RegisterOpened(on(1), DEVELOPER)));

    @Test
    void article9FollowsAUnitFromUnsoldToItsRegisteredOwner() {
        record(new UnitAdded(on(1), unsold(UNIT)));
        record(new UnitUnderwritten(on(2), UNIT, PersonId.of("B1")));
        record(new UnitSold(on(3), UNIT, owners(MOTHER), NONE));
        record(new UnitDelivered(on(4), UNIT));
        record(new TitleRegistered(on(5), UNIT));

        assertThat(holderOn(1)).isEqualTo("D1");
        assertThat(holderOn(2)).isEqualTo("B1");
        assertThat(holderOn(3)).isEqualTo("B1");
        assertThat(holderOn(4)).isEqualTo("P1");
        assertThat(unitOn(4).title()).isEqualTo(OwnerTitle.IN_POSSESSION);
        assertThat(unitOn(5).title()).isEqualTo(OwnerTitle.REGISTERED);
    }

    @Test
    void article8LetsBetterEvidenceCountFromItsDay() {
        record(new UnitAdded(on(1), delivered(UNIT, MOTHER)));
        record(new AreaEstablished(on(3), UNIT, figure(AreaEvidence.REGISTRY, 8942)));

        assertThat(unitOn(2).area()).hasToString("90.00");
        assertThat(unitOn(3).area()).hasToString("89.42");
        assertThat(refusals(new AreaEstablished(on(4), UNIT, figure(AreaEvidence.REGISTRY, 8942))))
                .containsExactly("register.figure-new");
    }

    @Test
    void article273LetsTheVotePassWithTheUnit() {
        record(new UnitAdded(on(1), delivered(UNIT, MOTHER)));
        record(
                new UnitTransferred(
                        on(5),
                        UNIT,
                        owners(MOTHER, SON),
                        new TreeSet<>(
                                List.of(
                                        new OwnerShare(MOTHER, Ratio.of(1, 3)),
                                        new OwnerShare(SON, Ratio.of(2, 3))))));

        assertThat(holderOn(4)).isEqualTo("P1");
        assertThat(holderOn(5)).isEqualTo("P1;P2");
    }

    @Test
    void article230LetsHeirsOwnSinceTheDayOfDeath() {
        record(new UnitAdded(on(1), delivered(UNIT, MOTHER)));
        record(new OwnerDied(on(3), MOTHER));

        assertThat(rosterOn(3).voters(unitOn(3), day(3))).isEmpty();
        assertThat(refusals(new UnitInherited(on(4), UNIT, MOTHER, owners(SON), NONE)))
                .containsExactly("register.day-of-death");

        record(new UnitInherited(on(3), UNIT, MOTHER, owners(SON), NONE));

        assertThat(holderOn(2)).isEqualTo("P1");
        assertThat(holderOn(3)).isEqualTo("P2");
        assertThat(unitOn(3).title()).isEqualTo(OwnerTitle.BY_LAW);
        assertThat(rosterOn(3).parties().deceased()).isEmpty();
    }

    @Test
    void articles23And39LetAGuardianVoteWhileInOffice() {
        record(new UnitAdded(on(1), delivered(UNIT, SON)));
        record(new GuardianAppointed(on(2), SON, MOTHER, LocalDate.MAX));
        record(new GuardianshipEnded(on(4), SON, MOTHER));

        assertThat(voters(1)).isEqualTo("[P2]");
        assertThat(voters(2)).isEqualTo("[P1]");
        assertThat(voters(3)).isEqualTo("[P1]");
        assertThat(voters(4)).isEqualTo("[P2]");
        assertThat(refusals(new GuardianshipEnded(on(5), SON, MOTHER)))
                .containsExactly("register.guardianship-known");
        assertThat(refusals(new GuardianAppointed(on(5), SON, SON, day(5))))
                .containsExactly("register.guardian-new", "register.guardianship-days");
    }

    @Test
    void article39EndsAGuardianshipWithADeath() {
        record(new UnitAdded(on(1), delivered(UNIT, SON)));
        record(new GuardianAppointed(on(2), SON, MOTHER, LocalDate.MAX));
        record(new OwnerDied(on(3), MOTHER));

        assertThat(voters(2)).isEqualTo("[P1]");
        assertThat(voters(3)).isEqualTo("[P2]");
    }

    @Test
    void mergesBuildingsFromTheirDay() {
        record(new UnitAdded(on(1), unsold(UNIT)));
        record(new BuildingMerged(on(3), "1号楼", "2号楼"));

        assertThat(unitOn(2).building()).isEqualTo("1号楼");
        assertThat(unitOn(3).building()).isEqualTo("2号楼");
        assertThat(refusals(new BuildingMerged(on(4), "1号楼", "2号楼")))
                .containsExactly("register.building-known");
    }

    @Test
    void keepsAFrozenRosterWhenAnEarlierTransferBecomesKnown() {
        record(new UnitAdded(on(1), delivered(UNIT, MOTHER)));
        RosterFrozen frozen =
                history.freeze(day(10), NOW)
                        .orElseThrow(r -> new IllegalStateException(r.toString()));
        history = history.after(frozen);
        Roster before = rosterOn(10);

        record(new UnitTransferred(on(5), UNIT, owners(SON), NONE));

        assertThat(rosterOn(10)).isEqualTo(before);
        assertThat(rosterOn(10).digest()).isEqualTo(frozen.digest());
        assertThat(holderOn(9)).isEqualTo("P2");
        Outcome<RosterFrozen> again = history.freeze(day(10), NOW);
        boolean refused =
                again.fold(f -> false, ruling -> ruling.refuses(RosterFinding.AlreadyFrozen.CODE));
        assertThat(refused).isTrue();
    }

    @Test
    void namesEveryReasonAgainstAChange() {
        record(new UnitAdded(on(1), unsold(UNIT)));
        record(new OwnerDied(on(2), MOTHER));

        assertThat(
                        refusals(
                                new UnitTransferred(
                                        on(5),
                                        UNIT,
                                        owners(MOTHER, SON),
                                        new TreeSet<>(
                                                List.of(
                                                        new OwnerShare(MOTHER, Ratio.of(1, 3)),
                                                        new OwnerShare(SON, Ratio.of(1, 3)))))))
                .containsExactly("register.status", "register.shares", "register.alive");
        assertThat(refusals(new UnitSold(on(5), UnitId.of("9"), owners(SON), NONE)))
                .containsExactly("register.unit-known");
        assertThat(refusals(new UnitAdded(on(5), unsold(UNIT))))
                .containsExactly("register.unit-new");
        assertThat(refusals(new UnitUnderwritten(on(5), UNIT, DEVELOPER)))
                .containsExactly("register.underwriter-other");
        assertThat(refusals(new UnitSold(on(5), UNIT, new TreeSet<>(), NONE)))
                .containsExactly("register.number-of-owners");
        assertThat(refusals(new OwnerDied(on(5), MOTHER))).containsExactly("register.death-new");
        assertThat(refusals(new RegisterOpened(on(5), SON))).containsExactly("register.opened");
    }

    @Test
    void refusesAChangeThatChangesNothing() {
        record(new UnitAdded(on(1), delivered(UNIT, MOTHER)));

        assertThat(refusals(new UseChanged(on(2), UNIT, UnitUse.RESIDENTIAL)))
                .containsExactly(RegisterRule.USE_NEW.code().value());
        assertThat(refusals(new UseChanged(on(2), UNIT, UnitUse.COMMERCIAL))).isEmpty();
        assertThat(refusals(new UnitTransferred(on(2), UNIT, owners(MOTHER), NONE)))
                .containsExactly(RegisterRule.OWNERS_NEW.code().value());
        assertThat(refusals(new UnitTransferred(on(2), UNIT, owners(MOTHER, SON), NONE))).isEmpty();
    }

    @Test
    void aTitleIsRegisteredOnceByOwnershipInterpretation1() {
        record(new UnitAdded(on(1), unsold(UNIT)));
        record(new UnitSold(on(2), UNIT, owners(MOTHER), NONE));
        record(new UnitDelivered(on(3), UNIT));
        record(new TitleRegistered(on(4), UNIT));

        assertThat(refusals(new TitleRegistered(on(5), UNIT)))
                .containsExactly(RegisterRule.TITLE_OPEN.code().value());
    }

    @Test
    void heirsTakeThePlaceOfAnOwnerByCivilCode230() {
        PersonId stranger = PersonId.of("P3");
        record(new UnitAdded(on(1), delivered(UNIT, MOTHER)));
        record(new OwnerDied(on(2), stranger));
        record(new OwnerDied(on(3), MOTHER));

        assertThat(refusals(new UnitInherited(on(2), UNIT, stranger, owners(SON), NONE)))
                .contains(RegisterRule.HEIRS_OF_OWNER.code().value());
        assertThat(refusals(new UnitInherited(on(3), UNIT, MOTHER, owners(MOTHER, SON), NONE)))
                .contains(RegisterRule.HEIRS_OF_OWNER.code().value());
        assertThat(refusals(new UnitInherited(on(3), UNIT, MOTHER, owners(SON), NONE))).isEmpty();
    }

    @Test
    void refusesWhatWouldUndoALaterChange() {
        record(new UnitAdded(on(1), delivered(UNIT, MOTHER)));
        record(new UnitTransferred(on(5), UNIT, owners(SON), NONE));

        assertThat(refusals(new UnitTransferred(on(3), UNIT, owners(SON), NONE)))
                .containsExactly("register.later-change");
        assertThat(refusals(new OwnerDied(on(4), SON))).containsExactly("register.later-change");
        assertThat(refusals(new OwnerDied(on(5), SON))).isEmpty();
    }

    @Test
    void takesChangesInTheOrderOfRecording() {
        record(new UnitAdded(on(1), unsold(UNIT)));
        Entry earlier = new Entry(COMMUNITY, day(2), NOW.minusNanos(1_000));

        assertThat(refusals(new UnitSold(earlier, UNIT, owners(SON), NONE)))
                .containsExactly("register.recorded-in-order");
    }

    @Test
    void boundsTheChangesOfAUnit() {
        record(new UnitAdded(on(1), unsold(UNIT)));
        for (int i = 1; i < RosterHistory.MAX_CHANGES; i++) {
            record(new AreaEstablished(on(2), UNIT, figure(AreaEvidence.SURVEY, i)));
        }

        assertThat(refusals(new UnitSold(on(3), UNIT, owners(SON), NONE)))
                .containsExactly("register.number-of-changes");
    }

    /** The defect: each frozen day costs a whole roster on replay, and any number was taken. */
    @Test
    void boundsTheFrozenDays() {
        record(new UnitAdded(on(1), delivered(UNIT, MOTHER)));
        for (int i = 1; i < RosterHistory.MAX_FROZEN_DAYS; i++) {
            freeze(i);
        }

        assertThat(history.freeze(after(RosterHistory.MAX_FROZEN_DAYS), NOW).isAccepted()).isTrue();
        freeze(RosterHistory.MAX_FROZEN_DAYS);
        assertThat(history.frozenDays()).hasSize(RosterHistory.MAX_FROZEN_DAYS);

        LocalDate more = after(RosterHistory.MAX_FROZEN_DAYS + 1);
        Ruling refused = Answers.refused(history.freeze(more, NOW));
        assertThat(refused.notMet())
                .extracting(finding -> finding.rule().value())
                .containsExactly("register.frozen-days");
        assertThat(RuleTexts.governance(Language.ZH_CN).render(refused))
                .contains("✘ 业主名册至多就200日冻结");
        assertThat(RuleTexts.governance(Language.EN).render(refused))
                .contains("✘ The roster is frozen for at most 200 days");
        RosterFrozen stored =
                new RosterFrozen(
                        new Entry(COMMUNITY, more, NOW),
                        history.asOf(more)
                                .orElseThrow(r -> new IllegalStateException(r.toString()))
                                .digest());
        assertThatIllegalArgumentException().isThrownBy(() -> history.after(stored));
    }

    private static LocalDate after(int days) {
        return day(1).plusDays(days);
    }

    private void freeze(int days) {
        history =
                history.after(
                        history.freeze(after(days), NOW)
                                .orElseThrow(r -> new IllegalStateException(r.toString())));
    }

    @Test
    void refusesAHistoryThatNoCommandMade() {
        RosterEvent opened = new RegisterOpened(on(1), DEVELOPER);
        RosterEvent sold = new UnitSold(on(2), UNIT, owners(SON), NONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RosterHistory.from(List.of(opened, sold)));
        assertThatIllegalArgumentException().isThrownBy(() -> RosterHistory.from(List.of(sold)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                history.record(
                                        new OwnerDied(
                                                new Entry(CommunityId.of("c2"), day(1), NOW),
                                                SON)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RosterHistory.from(List.of()).asOf(day(1)));
    }

    @Test
    void knowsTheRulesOfEveryChangeOfAUnit() {
        assertThat(OfUnit.class.getPermittedSubclasses())
                .allSatisfy(kind -> assertThat(UnitChange.covers(kind)).isTrue());
    }

    private void record(RosterEvent event) {
        assertThat(refusals(event)).isEmpty();
        history = history.after(event);
    }

    private List<String> refusals(RosterEvent event) {
        return history.record(event)
                .fold(
                        accepted -> List.of(),
                        ruling ->
                                ruling.notMet().stream()
                                        .map(Finding::rule)
                                        .map(Object::toString)
                                        .toList());
    }

    private Roster rosterOn(int day) {
        Outcome<Roster> outcome = history.asOf(day(day));
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private Unit unitOn(int day) {
        return rosterOn(day).unit(UNIT).orElseThrow();
    }

    private String holderOn(int day) {
        return rosterOn(day).holder(unitOn(day)).toString();
    }

    private String voters(int day) {
        return rosterOn(day).voters(unitOn(day), day(day)).toString();
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2024, 11, day);
    }

    private static Entry on(int day) {
        return new Entry(COMMUNITY, day(day), NOW);
    }

    private static SortedSet<PersonId> owners(PersonId... persons) {
        return new TreeSet<>(Arrays.asList(persons));
    }

    private static AreaFigure figure(AreaEvidence evidence, long squareDecimetres) {
        return new AreaFigure(evidence, FloorArea.ofSquareDecimetres(squareDecimetres));
    }

    private static Unit unsold(UnitId id) {
        return unit(id, DeliveryStatus.UNSOLD, DEVELOPER);
    }

    private static Unit delivered(UnitId id, PersonId owner) {
        return unit(id, DeliveryStatus.SOLD_DELIVERED, owner);
    }

    private static Unit unit(UnitId id, DeliveryStatus status, PersonId owner) {
        return new Unit(
                id,
                "1号楼",
                UnitUse.RESIDENTIAL,
                FloorArea.parse("90"),
                AreaEvidence.CONTRACT,
                status,
                new TreeSet<>(Stream.of(owner).toList()));
    }
}
