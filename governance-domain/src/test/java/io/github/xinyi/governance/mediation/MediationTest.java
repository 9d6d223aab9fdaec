package io.github.xinyi.governance.mediation;

import static io.github.xinyi.governance.mediation.Dispute.AT;
import static io.github.xinyi.governance.mediation.Dispute.CALENDAR;
import static io.github.xinyi.governance.mediation.Dispute.CASE;
import static io.github.xinyi.governance.mediation.Dispute.COMMUNITY;
import static io.github.xinyi.governance.mediation.Dispute.DAY;
import static io.github.xinyi.governance.mediation.Dispute.DOG_OWNER;
import static io.github.xinyi.governance.mediation.Dispute.DUTIES;
import static io.github.xinyi.governance.mediation.Dispute.MEDIATOR;
import static io.github.xinyi.governance.mediation.Dispute.MOTHER;
import static io.github.xinyi.governance.mediation.Dispute.NEIGHBOUR;
import static io.github.xinyi.governance.mediation.Dispute.PARTIES;
import static io.github.xinyi.governance.mediation.Dispute.after;
import static io.github.xinyi.governance.mediation.Dispute.agreed;
import static io.github.xinyi.governance.mediation.Dispute.brokenOff;
import static io.github.xinyi.governance.mediation.Dispute.consented;
import static io.github.xinyi.governance.mediation.Dispute.met;
import static io.github.xinyi.governance.mediation.Dispute.on;
import static io.github.xinyi.governance.mediation.Dispute.oral;
import static io.github.xinyi.governance.mediation.Dispute.proposed;
import static io.github.xinyi.governance.ruling.Answers.accepted;
import static io.github.xinyi.governance.ruling.Answers.refusal;
import static io.github.xinyi.governance.ruling.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.mediation.Mediation.Stage;
import io.github.xinyi.governance.mediation.MediationEvent.ConfirmationDecided.Result;
import io.github.xinyi.governance.mediation.MediationEvent.ConfirmationRequested;
import io.github.xinyi.governance.mediation.MediationEvent.GuestInvited.Relation;
import io.github.xinyi.governance.mediation.MediationEvent.MediationProposed;
import io.github.xinyi.governance.mediation.MediationEvent.MediatorsNamed.Chooser;
import io.github.xinyi.governance.mediation.MediationEvent.OralAgreementReached;
import io.github.xinyi.governance.mediation.PublicMediation.Progress;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MediationTest {

    private static final Set<Route> ROUTES = EnumSet.allOf(Route.class);
    private static final String DATES = "mediation.dates";
    private static final List<AgreementDuty> LATER_DUTIES =
            List.of(new AgreementDuty(DOG_OWNER, "止吠训练", DAY.plusDays(20)));

    @Test
    void oneRefusalEndsItByMediationLaw17() {
        for (Mediation open : List.of(proposed(1), consented(1), met(1))) {
            Mediation ended = open.after(accepted(open.refuse(DOG_OWNER, AT)));

            assertThat(ended.stage()).isEqualTo(Stage.REFUSED);
            assertThat(refusal(ended.consent(MOTHER, AT))).contains("mediation.open");
            assertThat(refusal(ended.agreeOrally(oral(1, PARTIES))))
                    .contains("mediation.open", "mediation.consent-of-all");
        }
        assertThat(refusal(agreed(1).refuse(DOG_OWNER, AT))).containsExactly("mediation.open");
    }

    @Test
    void nothingHappensWhileOnePartyHasNotConsentedByMediationLaw17() {
        Mediation one = proposed(1);
        Mediation half = one.after(accepted(one.consent(MOTHER, AT)));
        Mediation named = half.after(accepted(half.name(Set.of(MEDIATOR), Chooser.PARTIES, AT)));

        assertThat(half.stage()).isEqualTo(Stage.AWAITING_CONSENT);
        assertThat(refusal(named.meet(Set.of(MEDIATOR, MOTHER), "议事厅", "记录", AT)))
                .containsExactly("mediation.consent-of-all");
        assertThat(refusal(named.draft(DUTIES, AT)))
                .containsExactly("mediation.consent-of-all", "mediation.session-held");
        assertThat(refused(named.draft(DUTIES, AT)).notMet().get(0).basis())
                .contains(Statutes.PEOPLES_MEDIATION_LAW.at(17));
        assertThat(consented(1).stage()).isEqualTo(Stage.UNDER_WAY);
    }

    @Test
    void onlyPartiesConsentAndEachOnce() {
        assertThat(refusal(consented(1).consent(MOTHER, AT)))
                .containsExactly("mediation.consent-once");
        assertThat(refusal(proposed(1).consent(NEIGHBOUR, AT)))
                .containsExactly("mediation.is-party");
        assertThat(refusal(proposed(1).refuse(NEIGHBOUR, AT)))
                .containsExactly("mediation.is-party");
    }

    @Test
    void needsTwoPartiesAtLeast() {
        assertThat(refusal(Mediation.propose(between(1)))).containsExactly("mediation.parties");
        assertThat(Mediation.propose(between(2)).isAccepted()).isTrue();
        assertThat(Mediation.propose(between(Mediation.MAX_PARTIES)).isAccepted()).isTrue();
        assertThat(refusal(Mediation.propose(between(Mediation.MAX_PARTIES + 1))))
                .containsExactly("mediation.parties");
        assertThatThrownBy(() -> Mediation.from(List.of(between(1))))
                .hasMessageContaining("proposed");
    }

    @Test
    void needsOneMediatorAtLeastAndNoPartyAmongThemByMediationLaw19() {
        Mediation ready = consented(1);

        assertThat(refusal(ready.name(Set.of(), Chooser.COMMITTEE, AT)))
                .containsExactly("mediation.mediators");
        assertThat(ready.name(Set.of(MEDIATOR), Chooser.PARTIES, AT).isAccepted()).isTrue();
        assertThat(ready.name(persons(Mediation.MAX_MEDIATORS), Chooser.PARTIES, AT).isAccepted())
                .isTrue();
        assertThat(refusal(ready.name(persons(Mediation.MAX_MEDIATORS + 1), Chooser.PARTIES, AT)))
                .containsExactly("mediation.mediators");
        assertThat(refusal(ready.name(Set.of(MOTHER), Chooser.PARTIES, AT)))
                .containsExactly("mediation.mediator-neutral");
        assertThat(refusal(ready.meet(Set.of(MOTHER), "议事厅", "记录", AT)))
                .containsExactly("mediation.mediators", "mediation.mediator-present");
    }

    @Test
    void invitesANeighbourOnlyWithTheConsentOfBothByMediationLaw20() {
        Mediation met = met(1);
        Mediation half = met.after(accepted(met.accept(MOTHER, NEIGHBOUR, AT)));
        Mediation both = half.after(accepted(half.accept(DOG_OWNER, NEIGHBOUR, AT)));

        assertThat(refusal(met.invite(NEIGHBOUR, Relation.NEIGHBOUR, AT)))
                .containsExactly("mediation.guest-accepted");
        assertThat(refusal(half.invite(NEIGHBOUR, Relation.NEIGHBOUR, AT)))
                .containsExactly("mediation.guest-accepted");
        Set<PersonId> withNeighbour = Set.of(MEDIATOR, MOTHER, NEIGHBOUR);
        assertThat(refusal(both.meet(withNeighbour, "议事厅", "记录", AT)))
                .containsExactly("mediation.present-admitted");
        Mediation invited = both.after(accepted(both.invite(NEIGHBOUR, Relation.NEIGHBOUR, AT)));
        assertThat(invited.meet(withNeighbour, "议事厅", "记录", AT).isAccepted()).isTrue();
        assertThat(refusal(met.accept(MOTHER, MEDIATOR, AT)))
                .containsExactly("mediation.guest-apart");
    }

    @Test
    void keepsARecordOfBoundedLengthByMediationLaw27() {
        Mediation met = met(1);
        Set<PersonId> present = Set.of(MEDIATOR, MOTHER);

        assertThat(refusal(met.meet(present, "议事厅", " ", AT)))
                .containsExactly("mediation.recorded");
        assertThat(met.meet(present, "议事厅", "字".repeat(Mediation.MAX_TEXT), AT).isAccepted())
                .isTrue();
        assertThat(refusal(met.meet(present, "议事厅", "字".repeat(Mediation.MAX_TEXT + 1), AT)))
                .containsExactly("mediation.recorded");
    }

    @Test
    void anOralAgreementNeedsTheWaiverOfBothAndTakesEffectThatDayByMediationLaw28And30() {
        Mediation met = met(1);

        assertThat(refusal(met.agreeOrally(oral(1, Set.of(MOTHER)))))
                .containsExactly("mediation.writing-waived");
        Mediation agreed = met.after(accepted(met.agreeOrally(oral(1, PARTIES))));
        assertThat(agreed.stage()).isEqualTo(Stage.AGREED);
        assertThat(agreed.effectiveOn()).contains(DAY);
        assertThat(agreed.duties()).isEqualTo(DUTIES);
    }

    @Test
    void nobodyAgreesOrallyWhoWasAtNoSession() {
        Mediation ready = consented(1);
        Mediation named =
                ready.after(accepted(ready.name(Set.of(MEDIATOR), Chooser.COMMITTEE, AT)));
        Mediation alone = named.after(accepted(named.meet(Set.of(MEDIATOR), "厅", "谈", AT)));
        Mediation one = alone.after(accepted(alone.meet(Set.of(MEDIATOR, MOTHER), "厅", "谈", AT)));
        Mediation both = one.after(accepted(one.meet(Set.of(MEDIATOR, DOG_OWNER), "厅", "谈", AT)));

        assertThat(refusal(alone.agreeOrally(oral(1, PARTIES))))
                .containsExactly("mediation.parties-heard");
        assertThat(refusal(one.agreeOrally(oral(1, PARTIES))))
                .containsExactly("mediation.parties-heard");
        assertThat(both.agreeOrally(oral(1, PARTIES)).isAccepted()).isTrue();
    }

    @Test
    void aWrittenAgreementTakesEffectWithTheLastSignatureOrSealByMediationLaw29() {
        Mediation met = met(1);
        Mediation draft = met.after(accepted(met.draft(DUTIES, AT)));
        Mediation one = draft.after(accepted(draft.sign(MOTHER, DAY, AT)));
        Mediation two = one.after(accepted(one.sign(DOG_OWNER, DAY.plusDays(1), after(1))));
        Mediation three = two.after(accepted(two.sign(MEDIATOR, DAY, after(1))));
        Mediation sealed = three.after(accepted(three.seal(DAY.plusDays(3), after(3))));

        assertThat(refusal(met.sign(MOTHER, DAY, AT))).containsExactly("mediation.drafted");
        assertThat(refusal(met.seal(DAY, AT))).containsExactly("mediation.drafted");
        assertThat(refusal(one.sign(MOTHER, DAY, AT))).containsExactly("mediation.signed-once");
        assertThat(refusal(one.sign(NEIGHBOUR, DAY, AT))).containsExactly("mediation.signatory");
        assertThat(three.stage()).isEqualTo(Stage.UNDER_WAY);
        Mediation unsigned = two.after(accepted(two.seal(DAY, after(1))));
        assertThat(unsigned.stage()).isEqualTo(Stage.UNDER_WAY);
        assertThat(refusal(unsigned.seal(DAY, after(1)))).containsExactly("mediation.signed-once");
        assertThat(sealed.stage()).isEqualTo(Stage.AGREED);
        assertThat(sealed.effectiveOn()).contains(DAY.plusDays(3));
    }

    @Test
    void signaturesAndSealAreNeitherOlderThanTheDraftNorYetToComeByMediationLaw29() {
        Mediation met = met(1);
        Mediation draft = met.after(accepted(met.draft(LATER_DUTIES, after(1))));
        LocalDate drawnUp = DAY.plusDays(1);

        for (int day = 1; day <= 4; day++) {
            assertThat(draft.sign(MOTHER, DAY.plusDays(day), after(4)).isAccepted()).isTrue();
            assertThat(draft.seal(DAY.plusDays(day), after(4)).isAccepted()).isTrue();
        }
        for (LocalDate day : List.of(drawnUp.minusDays(1), DAY.plusDays(5))) {
            assertThat(refusal(draft.sign(MOTHER, day, after(4)))).containsExactly(DATES);
            assertThat(refusal(draft.seal(day, after(4)))).containsExactly(DATES);
        }
    }

    @Test
    void anOralAgreementIsNeitherOlderThanTheTalksNorYetToComeByMediationLaw30() {
        Mediation met = met(1);

        assertThat(met.agreeOrally(oralOn(DAY, after(2))).isAccepted()).isTrue();
        assertThat(met.agreeOrally(oralOn(DAY.plusDays(2), after(2))).isAccepted()).isTrue();
        assertThat(refusal(met.agreeOrally(oralOn(DAY.minusDays(1), after(2)))))
                .containsExactly(DATES);
        assertThat(refusal(met.agreeOrally(oralOn(DAY.plusDays(3), after(2)))))
                .containsExactly("mediation.duties", DATES);
    }

    @Test
    void aDutyIsNotDueBeforeItsDraft() {
        Mediation met = met(1);

        assertThat(met.draft(DUTIES, after(2)).isAccepted()).isTrue();
        assertThat(refusal(met.draft(DUTIES, after(3)))).containsExactly("mediation.duties");
    }

    @Test
    void aNewDraftVoidsTheSignaturesUnderTheOldOne() {
        Mediation met = met(1);
        Mediation draft = met.after(accepted(met.draft(DUTIES, AT)));
        Mediation signed = draft.after(accepted(draft.sign(MOTHER, DAY, AT)));
        Mediation again = signed.after(accepted(signed.draft(DUTIES.subList(0, 1), AT)));

        assertThat(again.sign(MOTHER, DAY, AT).isAccepted()).isTrue();
        assertThat(again.duties()).hasSize(1);
    }

    @Test
    void boundsDutiesAndKeepsThemWithTheParties() {
        Mediation met = met(1);
        AgreementDuty duty = DUTIES.get(0);

        assertThat(refusal(met.draft(List.of(), AT))).containsExactly("mediation.duties");
        assertThat(met.draft(Collections.nCopies(Mediation.MAX_DUTIES, duty), AT).isAccepted())
                .isTrue();
        assertThat(refusal(met.draft(Collections.nCopies(Mediation.MAX_DUTIES + 1, duty), AT)))
                .containsExactly("mediation.duties");
        assertThat(refusal(met.draft(List.of(new AgreementDuty(NEIGHBOUR, "作证", DAY)), AT)))
                .containsExactly("mediation.duties");
    }

    @Test
    void failureTellsEveryPartyOfEveryOtherWayByMediationLaw26() {
        Mediation met = met(1);

        assertThat(refusal(met.fail(Set.of(Route.ARBITRATION, Route.JUDICIAL), PARTIES, AT)))
                .containsExactly("mediation.routes-told");
        assertThat(refusal(met.fail(ROUTES, Set.of(MOTHER), AT)))
                .containsExactly("mediation.routes-told");
        assertThat(refusal(met.fail(ROUTES, Set.of(MOTHER, DOG_OWNER, NEIGHBOUR), AT)))
                .containsExactly("mediation.routes-told");
        Mediation failed = met.after(accepted(met.fail(ROUTES, PARTIES, AT)));
        assertThat(failed.stage()).isEqualTo(Stage.FAILED);
        assertThat(failed.isConcluded()).isTrue();
        assertThat(failed.due(DAY.plusYears(1))).isEmpty();
        assertThat(refusal(failed.fail(ROUTES, PARTIES, AT))).containsExactly("mediation.open");
    }

    @Test
    void whoEndsTheTalksStillHasEveryPartyToldOfOtherWaysByMediationLaw26() {
        Mediation before = Dispute.refused(1);
        Mediation after = brokenOff(1);

        assertThat(before.isConcluded()).isTrue();
        assertThat(after.stage()).isEqualTo(Stage.REFUSED);
        assertThat(after.isConcluded()).isFalse();
        assertThat(refusal(after.fail(ROUTES, Set.of(DOG_OWNER), AT)))
                .containsExactly("mediation.routes-told");
        Mediation told = after.after(accepted(after.fail(ROUTES, PARTIES, AT)));
        assertThat(told.stage()).isEqualTo(Stage.FAILED);
        assertThat(told.isConcluded()).isTrue();
        assertThat(told.ways()).containsExactly(Way.ARBITRATION, Way.ADMINISTRATIVE, Way.SUIT);
        assertThat(met(1).isConcluded()).isFalse();
        assertThat(proposed(1).isConcluded()).isFalse();
        assertThat(met(1).ways()).isEmpty();
    }

    @Test
    void listsWhatIsPromisedAndNotPerformedAndHowLate() {
        Mediation agreed = agreed(1);
        Mediation half = agreed.after(accepted(agreed.perform(0, DAY.plusDays(1), after(1))));

        assertThat(agreed.due(DAY.plusDays(2)))
                .extracting(DueDuty::daysLate)
                .containsExactly(0L, 0L);
        assertThat(agreed.due(DAY.plusDays(3)))
                .extracting(DueDuty::daysLate)
                .containsExactly(1L, 0L);
        assertThat(half.due(DAY.plusDays(21))).containsExactly(new DueDuty(1, DUTIES.get(1), 1));
        assertThat(refusal(half.perform(0, DAY, after(1)))).containsExactly("mediation.duty-open");
        assertThat(refusal(half.perform(2, DAY, after(1)))).containsExactly("mediation.duty-known");
        assertThat(refusal(half.perform(-1, DAY, after(1))))
                .containsExactly("mediation.duty-known");
        assertThat(refusal(met(1).perform(0, DAY, AT)))
                .containsExactly("mediation.agreed", "mediation.duty-known");
    }

    @Test
    void performanceIsNeitherOlderThanTheAgreementNorYetToCome() {
        Mediation agreed = agreed(1);

        assertThat(agreed.perform(0, DAY, after(2)).isAccepted()).isTrue();
        assertThat(agreed.perform(0, DAY.plusDays(2), after(2)).isAccepted()).isTrue();
        assertThat(refusal(agreed.perform(0, DAY.minusDays(1), after(2)))).containsExactly(DATES);
        assertThat(refusal(agreed.perform(0, DAY.plusDays(3), after(2)))).containsExactly(DATES);
    }

    @Test
    void saysHowAnAgreementIsKeptByMediationLaw31() {
        Mediation agreed = agreed(1);
        Mediation half = agreed.after(accepted(agreed.perform(0, DAY.plusDays(1), after(1))));
        Mediation kept = half.after(accepted(half.perform(1, DAY.plusDays(9), after(9))));
        Mediation again = kept.after(accepted(kept.findBroken(0, DAY.plusDays(9), after(9))));

        assertThat(met(1).performance(DAY)).isEmpty();
        assertThat(agreed.performance(DAY.plusDays(2))).contains(Performance.RUNNING);
        assertThat(agreed.performance(DAY.plusDays(3))).contains(Performance.LATE);
        assertThat(half.performance(DAY.plusDays(20))).contains(Performance.RUNNING);
        assertThat(half.performance(DAY.plusDays(21))).contains(Performance.LATE);
        assertThat(kept.performance(DAY.plusYears(1))).contains(Performance.KEPT);
        assertThat(again.performance(DAY.plusDays(9))).contains(Performance.BROKEN);
        assertThat(Dispute.broken(1).performance(DAY.plusDays(3))).contains(Performance.BROKEN);
    }

    @Test
    void aDutyIsBrokenOnlyAfterItsLastDayAndTheLastRecordOfItCounts() {
        Mediation agreed = agreed(1);

        assertThat(refusal(agreed.findBroken(0, DAY.plusDays(2), after(3))))
                .containsExactly("mediation.duty-late");
        assertThat(refusal(agreed.findBroken(0, DAY.plusDays(4), after(3)))).containsExactly(DATES);
        Mediation broken = Dispute.broken(1);
        assertThat(refusal(broken.findBroken(0, DAY.plusDays(4), after(4))))
                .containsExactly("mediation.duty-open");
        assertThat(broken.findBroken(1, DAY.plusDays(21), after(21)).isAccepted()).isTrue();
        Mediation mended = broken.after(accepted(broken.perform(0, DAY.plusDays(5), after(5))));
        assertThat(mended.performance(DAY.plusDays(5))).contains(Performance.RUNNING);
        assertThat(mended.findBroken(0, DAY.plusDays(6), after(6)).isAccepted()).isTrue();
    }

    @Test
    void bothApplyForConfirmationWithinThirtyDaysByMediationLaw33() {
        Mediation agreed = agreed(1);
        LocalDate thirtieth = DAY.plusDays(30);

        assertThat(thirtieth).isEqualTo("2025-12-05");
        for (int days : new int[] {0, 29, 30}) {
            assertThat(refusalToApply(agreed, PARTIES, DAY.plusDays(days))).isEmpty();
        }
        assertThat(refusalToApply(agreed, PARTIES, thirtieth.plusDays(1)))
                .containsExactly("mediation.within-thirty-days");
        assertThat(refusalToApply(agreed, PARTIES, DAY.minusDays(1))).containsExactly(DATES);
        assertThat(refusal(agreed.requestConfirmation(PARTIES, DAY.plusDays(1), CALENDAR, AT)))
                .containsExactly(DATES);
        for (Set<PersonId> some :
                List.of(Set.of(MOTHER), Set.of(MOTHER, DOG_OWNER, MEDIATOR), Set.<PersonId>of())) {
            assertThat(refusalToApply(agreed, some, DAY))
                    .containsExactly("mediation.joint-application");
        }
    }

    @Test
    void countsTheThirtyDaysFromTheLastSignatureOrSealByMediationLaw29And33() {
        Mediation agreed = Dispute.signed(met(1), DAY.plusDays(2));
        LocalDate last = DAY.plusDays(2 + 30 + 1);

        // The thirtieth day is a Sunday.
        assertThat(last).isEqualTo("2025-12-08");
        assertThat(refusalToApply(agreed, PARTIES, DAY.plusDays(1))).containsExactly(DATES);
        assertThat(refusalToApply(agreed, PARTIES, last)).isEmpty();
        assertThat(refusalToApply(agreed, PARTIES, last.plusDays(1)))
                .containsExactly("mediation.within-thirty-days");
    }

    @Test
    void aCalendarThatIsNotKnownMovesNoLastDay() {
        HolidayCalendar unknown =
                new HolidayCalendar(
                        new EffectivePeriod(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1)),
                        new TreeSet<>(),
                        new TreeSet<>());
        Mediation agreed = Dispute.signed(met(1), DAY.plusDays(2));
        LocalDate sunday = DAY.plusDays(32);

        assertThat(agreed.requestConfirmation(PARTIES, sunday, unknown, on(sunday)).isAccepted())
                .isTrue();
        assertThat(
                        refusal(
                                agreed.requestConfirmation(
                                        PARTIES, sunday.plusDays(1), unknown, after(33))))
                .containsExactly("mediation.within-thirty-days");
    }

    @Test
    void aLastDayOnAHolidayMovesToTheDayAfterByCivilCode203() {
        LocalDate effective = LocalDate.of(2025, 12, 2);
        Mediation met = met(1);
        Mediation draft = met.after(accepted(met.draft(DUTIES, AT)));
        Mediation one = draft.after(accepted(draft.sign(MOTHER, effective, on(effective))));
        Mediation two = one.after(accepted(one.sign(DOG_OWNER, effective, on(effective))));
        Mediation three = two.after(accepted(two.sign(MEDIATOR, effective, on(effective))));
        Mediation agreed = three.after(accepted(three.seal(effective, on(effective))));

        assertThat(effective.plusDays(30)).isEqualTo("2026-01-01");
        LocalDate last = LocalDate.of(2026, 1, 4);
        assertThat(refusalToApply(agreed, PARTIES, last)).isEmpty();
        assertThat(refusalToApply(agreed, PARTIES, last.plusDays(1)))
                .containsExactly("mediation.within-thirty-days");
        assertThat(
                        accepted(agreed.requestConfirmation(PARTIES, last, CALENDAR, on(last)))
                                .lastDay())
                .isEqualTo(last);
    }

    @Test
    void aStoredLastDayIsNeverEarlierThanTheLawGivesNorFarAway() {
        Mediation agreed = agreed(1);

        assertThat(agreed.after(requested(30))).isNotNull();
        assertThat(agreed.after(requested(59))).isNotNull();
        for (int days : new int[] {29, 60}) {
            assertThatThrownBy(() -> agreed.after(requested(days)))
                    .hasMessageContaining("WITHIN_THIRTY_DAYS");
        }
    }

    @Test
    void theCourtDecidesOnceOnOneApplication() {
        Mediation agreed = agreed(1);
        Mediation asked = asked();
        Mediation decided = decided(Result.CONFIRMED);

        assertThat(refusal(agreed.decideConfirmation(Result.CONFIRMED, DAY, AT)))
                .containsExactly("mediation.confirmation-once");
        assertThat(refusal(asked.requestConfirmation(PARTIES, DAY, CALENDAR, after(2))))
                .containsExactly("mediation.confirmation-once");
        assertThat(refusal(decided.decideConfirmation(Result.INVALID, DAY.plusDays(9), after(9))))
                .containsExactly("mediation.confirmation-once");
        for (LocalDate day : List.of(DAY.plusDays(1), DAY.plusDays(10))) {
            assertThat(refusal(asked.decideConfirmation(Result.CONFIRMED, day, after(9))))
                    .containsExactly(DATES);
        }
        assertThat(asked.decideConfirmation(Result.CONFIRMED, DAY.plusDays(2), after(9)))
                .matches(Outcome::isAccepted);
    }

    @Test
    void aConfirmedAgreementIsEnforcedAndAnotherOneSuedUponByMediationLaw32And33() {
        assertThat(agreed(1).ways()).containsExactly(Way.SUIT);
        assertThat(decided(Result.DISMISSED).ways()).containsExactly(Way.SUIT);
        assertThat(decided(Result.DISMISSED).stage()).isEqualTo(Stage.AGREED);
        assertThat(decided(Result.CONFIRMED).ways()).containsExactly(Way.ENFORCEMENT);
        assertThat(Way.ENFORCEMENT.basis())
                .containsExactly(Statutes.PEOPLES_MEDIATION_LAW.at(33, 2));
    }

    @Test
    void anInvalidAgreementBindsNobodyAndLeavesAnotherMediationOrASuitByMediationLaw33() {
        Mediation invalid = decided(Result.INVALID);

        assertThat(invalid.stage()).isEqualTo(Stage.VOID);
        assertThat(invalid.isConcluded()).isTrue();
        assertThat(invalid.ways()).containsExactly(Way.MEDIATION, Way.SUIT);
        assertThat(invalid.due(DAY.plusYears(1))).isEmpty();
        assertThat(invalid.performance(DAY)).contains(Performance.VOID);
        assertThat(refusal(invalid.perform(0, DAY, after(9)))).containsExactly("mediation.agreed");
    }

    @Test
    void twoMediationsAreOneOnlyWithOneHistory() {
        assertThat(met(1)).isEqualTo(met(1)).isNotEqualTo(met(2)).isNotEqualTo(agreed(1));
        assertThat(met(1)).hasSameHashCodeAs(met(1));
        assertThat(met(1)).hasToString("C-1 round 1: UNDER_WAY");
    }

    @Test
    void neverGoesBackInTimeNorToAnotherRound() {
        assertThat(refusal(proposed(1).consent(MOTHER, AT.minusNanos(1000))))
                .containsExactly("mediation.time-order");
        assertThatThrownBy(() -> proposed(1).after(accepted(proposed(2).consent(MOTHER, AT))))
                .hasMessageContaining("another mediation");
    }

    @Test
    void talksEndInTimeToLeaveRoomForTheirEnd() {
        Mediation mediation = met(1);
        while (mediation.history().size() < Mediation.MAX_TALKS) {
            mediation = mediation.after(accepted(mediation.draft(DUTIES, AT)));
        }

        assertThat(refusal(mediation.draft(DUTIES, AT))).containsExactly("mediation.length");
        assertThat(mediation.fail(ROUTES, PARTIES, AT).isAccepted()).isTrue();
        Mediation refused = mediation.after(accepted(mediation.refuse(MOTHER, AT)));
        assertThat(refused.fail(ROUTES, PARTIES, AT).isAccepted()).isTrue();
    }

    @Test
    void dutiesLeaveRoomForTheCourt() {
        Mediation mediation = agreed(1);
        LocalDate late = DAY.plusDays(3);
        while (mediation.history().size() < Mediation.MAX_EVENTS - 2) {
            Outcome<? extends MediationEvent> next =
                    mediation.isBroken(0)
                            ? mediation.perform(0, late, after(3))
                            : mediation.findBroken(0, late, after(3));
            mediation = mediation.after(accepted(next));
        }

        assertThat(refusal(mediation.perform(1, late, after(3))))
                .containsExactly("mediation.length");
        Mediation asked =
                mediation.after(
                        accepted(mediation.requestConfirmation(PARTIES, late, CALENDAR, after(3))));
        assertThat(asked.decideConfirmation(Result.CONFIRMED, late, after(3)).isAccepted())
                .isTrue();
    }

    @Test
    void recordsNothingThatNoStoreCanKeep() {
        Mediation met = met(1);

        assertThat(refusal(met.refuse(MOTHER, AT.plusNanos(1)))).containsExactly("event.storable");
        assertThat(met.refuse(MOTHER, AT.plusNanos(1000)).isAccepted()).isTrue();
        for (String text : List.of("\0", "\uD83D")) {
            assertThat(refusal(met.meet(Set.of(MEDIATOR), "议事厅", text, AT)))
                    .containsExactly("event.storable");
        }
        MediationProposed fine =
                new MediationProposed(
                        COMMUNITY,
                        CASE,
                        1,
                        new TreeSet<>(PARTIES),
                        MediationProposed.Origin.OFFERED,
                        AT.plusNanos(1));
        assertThat(refusal(Mediation.propose(fine))).containsExactly("event.storable");
        assertThatThrownBy(() -> Mediation.from(List.of(fine))).hasMessageContaining("proposed");
    }

    @Test
    void theLongestAgreementFitsIntoOneStoredEvent() {
        SortedSet<PersonId> parties = new TreeSet<>();
        for (int i = 0; i < Mediation.MAX_PARTIES; i++) {
            parties.add(PersonId.of("%064d".formatted(i)));
        }
        Mediation met = metBetween(parties);
        List<AgreementDuty> longest = duties(parties.first(), Mediation.MAX_AGREEMENT_TEXT);
        List<AgreementDuty> longer = duties(parties.first(), Mediation.MAX_AGREEMENT_TEXT + 1);

        assertThat(met.draft(longest, AT).isAccepted()).isTrue();
        assertThat(refusal(met.draft(longer, AT))).containsExactly("mediation.agreement-text");
        OralAgreementReached oral =
                new OralAgreementReached(
                        COMMUNITY,
                        CASE,
                        1,
                        longest,
                        parties,
                        "议".repeat(Mediation.MAX_TEXT),
                        DAY,
                        AT);
        assertThat(met.agreeOrally(oral).isAccepted()).isTrue();
    }

    @Test
    void invitesAHundredGuestsAtMost() {
        Mediation state = met(1);
        for (int i = 0; i < Mediation.MAX_GUESTS; i++) {
            PersonId guest = PersonId.of("G" + i);
            state = accepting(state, guest);
            state = state.after(accepted(state.invite(guest, Relation.EXPERT, AT)));
        }
        Mediation full = accepting(state, NEIGHBOUR);

        assertThat(refusal(full.invite(NEIGHBOUR, Relation.NEIGHBOUR, AT)))
                .containsExactly("mediation.guests");
        assertThat(full.invite(PersonId.of("G0"), Relation.EXPERT, AT).isAccepted()).isTrue();
    }

    @Test
    void aDigestTellsOneMediationFromEveryOther() {
        Mediation one = proposed(1);

        assertThat(one.proposalDigest()).isEqualTo(agreed(1).proposalDigest());
        assertThat(one.proposalDigest()).isNotEqualTo(proposed(2).proposalDigest());
        assertThat(Mediation.from(List.of(between(2))).proposalDigest())
                .isNotEqualTo(one.proposalDigest());
        assertThat(one.agreementDigest()).isEmpty();
        assertThat(agreed(1).agreementDigest()).isPresent();
        assertThat(agreed(1).agreementDigest()).isEqualTo(Dispute.broken(1).agreementDigest());
        assertThat(agreed(1).agreementDigest())
                .isNotEqualTo(Dispute.signed(met(1), DAY.plusDays(1)).agreementDigest());
        // SHA-256 of the canonical text, computed with another program.
        assertThat(one.proposalDigest().value())
                .isEqualTo("2f974455025dad074fcf387af04812430fdfba283b2cfd192eeba2fb64c77325");
        assertThatThrownBy(() -> new MediationDigest("0".repeat(63))).hasMessageContaining("63");
    }

    @Test
    void othersSeeRoundProgressAndDaysAlone() {
        assertThat(proposed(1).publicView())
                .isEqualTo(new PublicMediation(1, Progress.OPEN, DAY, DAY));
        assertThat(Dispute.signed(met(1), DAY.plusDays(2)).publicView())
                .isEqualTo(new PublicMediation(1, Progress.AGREEMENT, DAY, DAY.plusDays(2)));
        assertThat(decided(Result.INVALID).publicView())
                .isEqualTo(new PublicMediation(1, Progress.NO_AGREEMENT, DAY, DAY.plusDays(9)));
        assertThat(Dispute.refused(2).publicView())
                .isEqualTo(new PublicMediation(2, Progress.NO_AGREEMENT, DAY, DAY));
        Mediation late = met(1);
        assertThat(late.after(accepted(late.fail(ROUTES, PARTIES, after(4)))).publicView())
                .isEqualTo(new PublicMediation(1, Progress.NO_AGREEMENT, DAY, DAY.plusDays(4)));
    }

    private static List<String> refusalToApply(
            Mediation agreed, Set<PersonId> applicants, LocalDate day) {
        Outcome<ConfirmationRequested> asked =
                agreed.requestConfirmation(applicants, day, CALENDAR, after(90));
        return asked.isAccepted() ? List.of() : refusal(asked);
    }

    private static ConfirmationRequested requested(int lastDay) {
        return new ConfirmationRequested(
                COMMUNITY, CASE, 1, new TreeSet<>(PARTIES), DAY, DAY.plusDays(lastDay), AT);
    }

    private static Mediation asked() {
        Mediation agreed = agreed(1);
        LocalDate day = DAY.plusDays(2);
        return agreed.after(accepted(agreed.requestConfirmation(PARTIES, day, CALENDAR, after(2))));
    }

    private static Mediation decided(Result result) {
        Mediation asked = asked();
        return asked.after(accepted(asked.decideConfirmation(result, DAY.plusDays(9), after(9))));
    }

    private static OralAgreementReached oralOn(LocalDate day, Instant at) {
        return new OralAgreementReached(
                COMMUNITY, CASE, 1, DUTIES, new TreeSet<>(PARTIES), "协议内容", day, at);
    }

    private static List<AgreementDuty> duties(PersonId party, int length) {
        List<AgreementDuty> duties = new ArrayList<>();
        for (int left = length; left > 0; left -= 1_000) {
            duties.add(new AgreementDuty(party, "字".repeat(Math.min(left, 1_000)), DAY));
        }
        return duties;
    }

    private static Mediation accepting(Mediation state, PersonId guest) {
        Mediation half = state.after(accepted(state.accept(MOTHER, guest, AT)));
        return half.after(accepted(half.accept(DOG_OWNER, guest, AT)));
    }

    private static Mediation metBetween(SortedSet<PersonId> parties) {
        MediationProposed proposal =
                new MediationProposed(
                        COMMUNITY, CASE, 1, parties, MediationProposed.Origin.OFFERED, AT);
        Mediation state = Mediation.from(List.of(proposal));
        for (PersonId party : parties) {
            state = state.after(accepted(state.consent(party, AT)));
        }
        state = state.after(accepted(state.name(Set.of(MEDIATOR), Chooser.PARTIES, AT)));
        Set<PersonId> present = new TreeSet<>(parties);
        present.add(MEDIATOR);
        return state.after(accepted(state.meet(present, "议事厅", "协商", AT)));
    }

    private static MediationProposed between(int parties) {
        return new MediationProposed(
                COMMUNITY,
                CASE,
                1,
                new TreeSet<>(persons(parties)),
                MediationProposed.Origin.APPLIED_FOR,
                AT);
    }

    private static Set<PersonId> persons(int count) {
        Set<PersonId> persons = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            persons.add(PersonId.of("X" + i));
        }
        return persons;
    }

    /** Duties that were changed afterwards show in the digest. */
    @Test
    void theDigestOfAnAgreementTellsEveryDutyInIt() {
        AgreementDuty duty = LATER_DUTIES.get(0);
        List<List<AgreementDuty>> others =
                List.of(
                        List.of(new AgreementDuty(MOTHER, duty.content(), duty.dueOn())),
                        List.of(new AgreementDuty(DOG_OWNER, "不再养犬", duty.dueOn())),
                        List.of(
                                new AgreementDuty(
                                        DOG_OWNER, duty.content(), duty.dueOn().plusDays(1))),
                        List.of(duty, duty));

        for (List<AgreementDuty> other : others) {
            assertThat(MediationDigest.of(Dispute.proposal(1), DAY, other))
                    .isNotEqualTo(MediationDigest.of(Dispute.proposal(1), DAY, LATER_DUTIES));
        }
        assertThat(MediationDigest.of(Dispute.proposal(1), DAY, List.of(duty)))
                .isEqualTo(MediationDigest.of(Dispute.proposal(1), DAY, LATER_DUTIES));
    }

    @Test
    void admitsNoGuestOnTheConsentToAnother() {
        Mediation both = accepting(met(1), NEIGHBOUR);

        assertThat(both.invite(NEIGHBOUR, Relation.NEIGHBOUR, AT).isAccepted()).isTrue();
        assertThat(refusal(both.invite(PersonId.of("G1"), Relation.EXPERT, AT)))
                .containsExactly("mediation.guest-accepted");
    }

    @Test
    void theMediatorsAreThoseNamedLast() {
        PersonId other = PersonId.of("P-SECOND");
        Mediation ready = consented(1);
        Mediation first = ready.after(accepted(ready.name(Set.of(MEDIATOR), Chooser.PARTIES, AT)));
        Mediation second = first.after(accepted(first.name(Set.of(other), Chooser.PARTIES, AT)));

        assertThat(second.meet(Set.of(other, MOTHER), "议事厅", "记录", AT).isAccepted()).isTrue();
        assertThat(refusal(second.meet(Set.of(MEDIATOR, MOTHER), "议事厅", "记录", AT)))
                .contains("mediation.mediator-present");
    }
}
