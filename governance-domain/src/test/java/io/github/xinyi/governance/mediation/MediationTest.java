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
import static io.github.xinyi.governance.mediation.Dispute.agreed;
import static io.github.xinyi.governance.mediation.Dispute.consented;
import static io.github.xinyi.governance.mediation.Dispute.met;
import static io.github.xinyi.governance.mediation.Dispute.oral;
import static io.github.xinyi.governance.mediation.Dispute.proposed;
import static io.github.xinyi.governance.ruling.Answers.accepted;
import static io.github.xinyi.governance.ruling.Answers.refusal;
import static io.github.xinyi.governance.ruling.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.mediation.Mediation.Stage;
import io.github.xinyi.governance.mediation.MediationEvent.ConfirmationDecided.Result;
import io.github.xinyi.governance.mediation.MediationEvent.ConfirmationRequested;
import io.github.xinyi.governance.mediation.MediationEvent.GuestInvited.Relation;
import io.github.xinyi.governance.mediation.MediationEvent.MediationProposed;
import io.github.xinyi.governance.mediation.MediationEvent.MediatorsNamed.Chooser;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MediationTest {

    private static final Set<Route> ROUTES = EnumSet.allOf(Route.class);

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
    void aWrittenAgreementTakesEffectWithTheLastSignatureOrSealByMediationLaw29() {
        Mediation met = met(1);
        Mediation draft = met.after(accepted(met.draft(DUTIES, AT)));
        Mediation one = draft.after(accepted(draft.sign(MOTHER, DAY, AT)));
        Mediation two = one.after(accepted(one.sign(DOG_OWNER, DAY.plusDays(1), AT)));
        Mediation three = two.after(accepted(two.sign(MEDIATOR, DAY, AT)));
        Mediation sealed = three.after(accepted(three.seal(DAY.plusDays(3), AT)));

        assertThat(refusal(met.sign(MOTHER, DAY, AT))).containsExactly("mediation.drafted");
        assertThat(refusal(one.sign(MOTHER, DAY, AT))).containsExactly("mediation.signed-once");
        assertThat(refusal(one.sign(NEIGHBOUR, DAY, AT))).containsExactly("mediation.signatory");
        assertThat(three.stage()).isEqualTo(Stage.UNDER_WAY);
        Mediation unsigned = two.after(accepted(two.seal(DAY, AT)));
        assertThat(unsigned.stage()).isEqualTo(Stage.UNDER_WAY);
        assertThat(refusal(unsigned.seal(DAY, AT))).containsExactly("mediation.signed-once");
        assertThat(sealed.stage()).isEqualTo(Stage.AGREED);
        assertThat(sealed.effectiveOn()).contains(DAY.plusDays(3));
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
        Mediation failed = met.after(accepted(met.fail(ROUTES, PARTIES, AT)));
        assertThat(failed.stage()).isEqualTo(Stage.FAILED);
        assertThat(failed.due(DAY.plusYears(1))).isEmpty();
    }

    @Test
    void listsWhatIsPromisedAndNotPerformedAndHowLate() {
        Mediation agreed = agreed(1);
        Mediation half = agreed.after(accepted(agreed.perform(0, DAY.plusDays(1), AT)));

        assertThat(agreed.due(DAY.plusDays(2)))
                .extracting(DueDuty::daysLate)
                .containsExactly(0L, 0L);
        assertThat(agreed.due(DAY.plusDays(3)))
                .extracting(DueDuty::daysLate)
                .containsExactly(1L, 0L);
        assertThat(half.due(DAY.plusDays(21))).containsExactly(new DueDuty(1, DUTIES.get(1), 1));
        assertThat(refusal(half.perform(0, DAY, AT))).containsExactly("mediation.duty-open");
        assertThat(refusal(half.perform(2, DAY, AT))).containsExactly("mediation.duty-known");
        assertThat(refusal(half.perform(-1, DAY, AT))).containsExactly("mediation.duty-known");
        assertThat(refusal(met(1).perform(0, DAY, AT)))
                .containsExactly("mediation.agreed", "mediation.duty-known");
    }

    @Test
    void aDutyIsBrokenOnlyAfterItsLastDayAndOnce() {
        Mediation agreed = agreed(1);

        assertThat(refusal(agreed.findBroken(0, DAY.plusDays(2), AT)))
                .containsExactly("mediation.duty-late");
        Mediation broken = agreed.after(accepted(agreed.findBroken(0, DAY.plusDays(3), AT)));
        assertThat(refusal(broken.findBroken(0, DAY.plusDays(4), AT)))
                .containsExactly("mediation.duty-open");
        assertThat(broken.perform(0, DAY.plusDays(5), AT).isAccepted()).isTrue();
    }

    @Test
    void bothApplyForConfirmationWithinThirtyDaysByMediationLaw33() {
        Mediation agreed = agreed(1);
        LocalDate thirtieth = DAY.plusDays(30);

        assertThat(thirtieth).isEqualTo("2025-12-05");
        for (int days : new int[] {0, 29, 30}) {
            assertThat(
                            agreed.requestConfirmation(PARTIES, DAY.plusDays(days), CALENDAR, AT)
                                    .isAccepted())
                    .isTrue();
        }
        assertThat(
                        refusal(
                                agreed.requestConfirmation(
                                        PARTIES, thirtieth.plusDays(1), CALENDAR, AT)))
                .containsExactly("mediation.within-thirty-days");
        assertThat(refusal(agreed.requestConfirmation(PARTIES, DAY.minusDays(1), CALENDAR, AT)))
                .containsExactly("mediation.within-thirty-days");
        assertThat(refusal(agreed.requestConfirmation(Set.of(MOTHER), DAY, CALENDAR, AT)))
                .containsExactly("mediation.joint-application");
    }

    @Test
    void aLastDayOnAHolidayMovesToTheDayAfterByCivilCode203() {
        LocalDate effective = LocalDate.of(2025, 12, 2);
        Mediation met = met(1);
        Mediation draft = met.after(accepted(met.draft(DUTIES, AT)));
        Mediation one = draft.after(accepted(draft.sign(MOTHER, effective, AT)));
        Mediation two = one.after(accepted(one.sign(DOG_OWNER, effective, AT)));
        Mediation three = two.after(accepted(two.sign(MEDIATOR, effective, AT)));
        Mediation agreed = three.after(accepted(three.seal(effective, AT)));

        assertThat(effective.plusDays(30)).isEqualTo("2026-01-01");
        LocalDate last = LocalDate.of(2026, 1, 4);
        assertThat(accepted(agreed.requestConfirmation(PARTIES, last, CALENDAR, AT)).lastDay())
                .isEqualTo(last);
        assertThat(refusal(agreed.requestConfirmation(PARTIES, last.plusDays(1), CALENDAR, AT)))
                .containsExactly("mediation.within-thirty-days");
    }

    @Test
    void aStoredLastDayIsNeverEarlierThanTheLawGives() {
        Mediation agreed = agreed(1);
        ConfirmationRequested early =
                new ConfirmationRequested(
                        COMMUNITY, CASE, 1, new TreeSet<>(PARTIES), DAY, DAY.plusDays(29), AT);

        assertThatThrownBy(() -> agreed.after(early)).hasMessageContaining("WITHIN_THIRTY_DAYS");
    }

    @Test
    void theCourtDecidesOnceOnOneApplication() {
        Mediation agreed = agreed(1);
        Mediation asked =
                agreed.after(accepted(agreed.requestConfirmation(PARTIES, DAY, CALENDAR, AT)));
        Mediation decided = asked.after(accepted(asked.decideConfirmation(Result.CONFIRMED, AT)));

        assertThat(refusal(agreed.decideConfirmation(Result.CONFIRMED, AT)))
                .containsExactly("mediation.confirmation-once");
        assertThat(refusal(asked.requestConfirmation(PARTIES, DAY, CALENDAR, AT)))
                .containsExactly("mediation.confirmation-once");
        assertThat(refusal(decided.decideConfirmation(Result.NOT_CONFIRMED, AT)))
                .containsExactly("mediation.confirmation-once");
    }

    @Test
    void neverGoesBackInTimeNorToAnotherRound() {
        assertThat(refusal(proposed(1).consent(MOTHER, AT.minusNanos(1000))))
                .containsExactly("mediation.time-order");
        assertThatThrownBy(() -> proposed(1).after(accepted(proposed(2).consent(MOTHER, AT))))
                .hasMessageContaining("another mediation");
    }

    @Test
    void keepsAtMostAThousandEvents() {
        Mediation mediation = met(1);
        while (mediation.history().size() < Mediation.MAX_EVENTS) {
            mediation = mediation.after(accepted(mediation.draft(DUTIES, AT)));
        }

        assertThat(refusal(mediation.draft(DUTIES, AT))).containsExactly("mediation.length");
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
}
