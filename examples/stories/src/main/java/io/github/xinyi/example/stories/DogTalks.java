package io.github.xinyi.example.stories;

import static io.github.xinyi.example.stories.BarkingDog.CASE;
import static io.github.xinyi.example.stories.BarkingDog.COMMUNITY;
import static io.github.xinyi.example.stories.BarkingDog.DOG_OWNER;
import static io.github.xinyi.example.stories.BarkingDog.NEIGHBOUR;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.mediation.AgreementDuty;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.mediation.MediationEvent;
import io.github.xinyi.governance.mediation.MediationEvent.MediationProposed;
import io.github.xinyi.governance.mediation.MediationEvent.MediatorsNamed.Chooser;
import io.github.xinyi.governance.records.RecordKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One round of mediation between the two neighbours, and what becomes of their promises. */
final class DogTalks {

    static final PersonId MEDIATOR = PersonId.of("mediator");

    private static final Set<PersonId> PARTIES = Set.of(NEIGHBOUR, DOG_OWNER);

    private final int round;
    private final KeptRecord<Mediation, MediationEvent> talks;

    DogTalks(Stores stores, int round) {
        this.round = round;
        this.talks =
                new KeptRecord<>(
                        stores.events(),
                        RecordKind.MEDIATION.stream(COMMUNITY, CASE + "-" + round),
                        MediationEvent.class,
                        Mediation::from);
    }

    /** What the owner of the dog promises to have done by a day. */
    static AgreementDuty promise(String content, String due) {
        return new AgreementDuty(DOG_OWNER, content, LocalDate.parse(due));
    }

    void propose(Instant at) {
        talks.begin(
                Mediation.propose(
                        new MediationProposed(
                                COMMUNITY,
                                CASE,
                                round,
                                new TreeSet<>(PARTIES),
                                MediationProposed.Origin.OFFERED,
                                at)));
    }

    /** Both consent and choose who mediates, meet in the hall, and sign with the mediator. */
    void agree(Instant at, AgreementDuty... promises) {
        LocalDate day = Teller.dayOf(at);
        talks.then(m -> m.consent(NEIGHBOUR, at));
        talks.then(m -> m.consent(DOG_OWNER, at));
        talks.then(m -> m.name(Set.of(MEDIATOR), Chooser.PARTIES, at));
        Set<PersonId> present = Set.of(NEIGHBOUR, DOG_OWNER, MEDIATOR);
        talks.then(m -> m.meet(present, "小区议事厅", "双方陈述、协商", at));
        talks.then(m -> m.draft(List.of(promises), at));
        for (PersonId signer : List.of(NEIGHBOUR, DOG_OWNER, MEDIATOR)) {
            talks.then(m -> m.sign(signer, day, at));
        }
        talks.then(m -> m.seal(day, at));
    }

    void perform(int promise, Instant at) {
        talks.then(m -> m.perform(promise, Teller.dayOf(at), at));
    }

    void findBroken(int promise, Instant at) {
        talks.then(m -> m.findBroken(promise, Teller.dayOf(at), at));
    }

    /** What everybody may read of the talks. */
    String publicView() {
        return state().publicView().sentence(Outcomes.TEXTS);
    }

    Mediation state() {
        return talks.state();
    }
}
