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
import io.github.xinyi.governance.mediation.MediationEvent.AgreementDrafted;
import io.github.xinyi.governance.mediation.MediationEvent.AgreementSealed;
import io.github.xinyi.governance.mediation.MediationEvent.AgreementSigned;
import io.github.xinyi.governance.mediation.MediationEvent.ConfirmationDecided.Result;
import io.github.xinyi.governance.mediation.MediationEvent.ConfirmationRequested;
import io.github.xinyi.governance.mediation.MediationEvent.DutyBroken;
import io.github.xinyi.governance.mediation.MediationEvent.DutyPerformed;
import io.github.xinyi.governance.mediation.MediationEvent.GuestAccepted;
import io.github.xinyi.governance.mediation.MediationEvent.GuestInvited;
import io.github.xinyi.governance.mediation.MediationEvent.GuestInvited.Relation;
import io.github.xinyi.governance.mediation.MediationEvent.MediationFailed;
import io.github.xinyi.governance.mediation.MediationEvent.MediatorsNamed;
import io.github.xinyi.governance.mediation.MediationEvent.MediatorsNamed.Chooser;
import io.github.xinyi.governance.mediation.MediationEvent.OralAgreementReached;
import io.github.xinyi.governance.mediation.MediationEvent.PartyConsented;
import io.github.xinyi.governance.mediation.MediationEvent.PartyRefused;
import io.github.xinyi.governance.mediation.MediationEvent.SessionHeld;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.Instant;
import java.util.ArrayList;
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

    /** Read from the record alone: nobody talks without a mediator, nothing binds half signed. */
    @Property(tries = 2_000)
    void noAgreementBindsBeforeAllHaveSignedAndTheSealIsOnIt(@ForAll Random random) {
        Mediation mediation = ready(random);
        for (int i = 0; i < 60; i++) {
            Mediation before = mediation;
            Outcome<? extends MediationEvent> outcome = anyCommand(mediation, random);
            mediation = outcome.fold(before::after, ruling -> before);
        }

        assertThat(Mediation.from(mediation.history())).isEqualTo(mediation);
        assertSignedBeforeItBinds(mediation.history());
    }

    /** Of what the property above has to say, nothing is said of nothing. */
    @Property(tries = 1)
    void theCommandsReachAgreementsOfBothForms() {
        List<MediationEvent> all = new ArrayList<>();
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Mediation mediation = ready(random);
            for (int i = 0; i < 60; i++) {
                Mediation before = mediation;
                mediation = anyCommand(mediation, random).fold(before::after, ruling -> before);
            }
            all.addAll(mediation.history());
        }

        assertThat(all)
                .hasAtLeastOneElementOfType(AgreementSealed.class)
                .hasAtLeastOneElementOfType(OralAgreementReached.class)
                .hasAtLeastOneElementOfType(DutyPerformed.class)
                .hasAtLeastOneElementOfType(MediationFailed.class);
    }

    /** Mostly consented and met, so that drafts are reached. */
    private static Mediation ready(Random random) {
        return random.nextInt(4) == 0 ? Dispute.proposed(1) : Dispute.met(1);
    }

    private static void assertSignedBeforeItBinds(List<MediationEvent> history) {
        Set<PersonId> mediators = new HashSet<>();
        Set<PersonId> signed = new HashSet<>();
        boolean met = false;
        boolean sealed = false;
        boolean drafted = false;
        boolean oral = false;
        for (MediationEvent event : history) {
            if (event instanceof MediatorsNamed named) {
                mediators = named.mediators();
            } else if (event instanceof SessionHeld session) {
                assertThat(session.present()).containsAnyElementsOf(mediators);
                met = true;
            } else if (event instanceof AgreementDrafted) {
                assertThat(met).isTrue();
                drafted = true;
                sealed = false;
                signed.clear();
            } else if (event instanceof AgreementSigned one) {
                assertThat(drafted).isTrue();
                assertThat(signed.add(one.signer())).isTrue();
            } else if (event instanceof AgreementSealed) {
                assertThat(drafted).isTrue();
                sealed = true;
            } else if (event instanceof OralAgreementReached) {
                assertThat(met).isTrue();
                oral = true;
            } else if (event instanceof DutyPerformed
                    || event instanceof DutyBroken
                    || event instanceof ConfirmationRequested) {
                assertThat(oral || (sealed && signed.containsAll(PARTIES))).isTrue();
                assertThat(oral || signed.stream().anyMatch(mediators::contains)).isTrue();
            }
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
