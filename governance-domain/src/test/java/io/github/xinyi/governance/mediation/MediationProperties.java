package io.github.xinyi.governance.mediation;

import static io.github.xinyi.governance.mediation.Dispute.AT;
import static io.github.xinyi.governance.mediation.Dispute.CALENDAR;
import static io.github.xinyi.governance.mediation.Dispute.DAY;
import static io.github.xinyi.governance.mediation.Dispute.DOG_OWNER;
import static io.github.xinyi.governance.mediation.Dispute.DUTIES;
import static io.github.xinyi.governance.mediation.Dispute.MEDIATOR;
import static io.github.xinyi.governance.mediation.Dispute.MOTHER;
import static io.github.xinyi.governance.mediation.Dispute.NEIGHBOUR;
import static io.github.xinyi.governance.mediation.Dispute.PARTIES;
import static io.github.xinyi.governance.ruling.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.mediation.MediationEvent.ConfirmationDecided.Result;
import io.github.xinyi.governance.mediation.MediationEvent.GuestAccepted;
import io.github.xinyi.governance.mediation.MediationEvent.GuestInvited;
import io.github.xinyi.governance.mediation.MediationEvent.GuestInvited.Relation;
import io.github.xinyi.governance.mediation.MediationEvent.MediationFailed;
import io.github.xinyi.governance.mediation.MediationEvent.MediatorsNamed.Chooser;
import io.github.xinyi.governance.mediation.MediationEvent.PartyConsented;
import io.github.xinyi.governance.mediation.MediationEvent.PartyRefused;
import io.github.xinyi.governance.mediation.MediationEvent.SessionHeld;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Under any commands, no mediation goes on without the consent of all. */
class MediationProperties {

    private static final List<PersonId> PERSONS =
            List.of(MOTHER, DOG_OWNER, MEDIATOR, NEIGHBOUR, PersonId.of("P-OTHER"));
    private static final Instant LATER = Dispute.after(30);

    @Property(tries = 2_000)
    void nothingIsMediatedOrAgreedWithoutTheConsentOfAllByMediationLaw17And20(
            @ForAll Random random) {
        Mediation mediation = Dispute.proposed(1);
        for (int i = 0; i < 60; i++) {
            Mediation before = mediation;
            Outcome<? extends MediationEvent> outcome = anyCommand(mediation, random);
            mediation = outcome.fold(before::after, ruling -> before);
        }

        assertThat(Mediation.from(mediation.history())).isEqualTo(mediation);
        assertConsentBeforeEverything(mediation);
        assertPublicViewHoldsNothingOfTheRecord(mediation);
        assertThat(ended(mediation).isConcluded()).isTrue();
    }

    /** From any state an end is left: the parties are told of other ways. */
    private static Mediation ended(Mediation m) {
        return m.isConcluded()
                ? m
                : m.after(accepted(m.fail(EnumSet.allOf(Route.class), PARTIES, last(m))));
    }

    private static void assertPublicViewHoldsNothingOfTheRecord(Mediation mediation) {
        String shown = mediation.publicView().toString();

        PERSONS.forEach(person -> assertThat(shown).doesNotContain(person.value()));
        assertThat(shown)
                .doesNotContain("议事厅", "记录", "REFUSED", Dispute.CASE.value())
                .doesNotContain(DUTIES.get(0).content(), DUTIES.get(1).content());
    }

    /** Read from the record alone, without asking the state. */
    private static void assertConsentBeforeEverything(Mediation mediation) {
        Set<PersonId> consented = new HashSet<>();
        Set<List<PersonId>> guestsAccepted = new HashSet<>();
        boolean refused = false;
        for (MediationEvent event : mediation.history()) {
            assertThat(refused && !(event instanceof MediationFailed))
                    .as("nothing but being told follows a refusal: %s", event)
                    .isFalse();
            if (event instanceof PartyConsented consent) {
                consented.add(consent.party());
            } else if (event instanceof PartyRefused) {
                refused = true;
            } else if (event instanceof GuestAccepted accepted) {
                guestsAccepted.add(List.of(accepted.party(), accepted.guest()));
            } else if (event instanceof GuestInvited invited) {
                assertThat(guestsAccepted)
                        .contains(
                                List.of(MOTHER, invited.guest()),
                                List.of(DOG_OWNER, invited.guest()));
            } else if (event instanceof SessionHeld) {
                assertThat(consented).isEqualTo(PARTIES);
            }
        }
        if (mediation.stage() == Mediation.Stage.AGREED) {
            assertThat(consented).isEqualTo(PARTIES);
            assertThat(refused).isFalse();
            assertThat(mediation.history()).hasAtLeastOneElementOfType(SessionHeld.class);
        }
    }

    private static Outcome<? extends MediationEvent> anyCommand(Mediation m, Random random) {
        PersonId person = PERSONS.get(random.nextInt(PERSONS.size()));
        PersonId other = PERSONS.get(random.nextInt(PERSONS.size()));
        return switch (random.nextInt(30)) {
            case 0 -> m.refuse(person, AT);
            case 1, 2, 3, 4 -> m.consent(person, AT);
            case 5, 6 -> m.name(Set.of(person), Chooser.PARTIES, AT);
            case 7, 8 -> m.accept(person, other, AT);
            case 9, 10 -> m.invite(person, Relation.NEIGHBOUR, AT);
            case 11, 12, 13, 14 -> m.meet(new HashSet<>(List.of(person, other)), "议事厅", "记录", AT);
            case 15 -> m.agreeOrally(Dispute.oral(1, new HashSet<>(List.of(person, other))));
            case 16, 17 -> m.draft(DUTIES, AT);
            case 18, 19, 20, 21 -> m.sign(person, DAY, AT);
            case 22, 23 -> m.seal(DAY, AT);
            case 24 -> m.fail(EnumSet.allOf(Route.class), PARTIES, AT);
            case 25, 26 -> m.perform(random.nextInt(3), DAY, last(m));
            case 27 -> m.findBroken(random.nextInt(3), DAY.plusDays(random.nextInt(30)), LATER);
            case 28 -> m.requestConfirmation(PARTIES, DAY, CALENDAR, last(m));
            default ->
                    m.decideConfirmation(
                            List.of(Result.values()).get(random.nextInt(Result.values().length)),
                            DAY,
                            last(m));
        };
    }

    private static Instant last(Mediation m) {
        return m.history().get(m.history().size() - 1).occurredAt();
    }
}
