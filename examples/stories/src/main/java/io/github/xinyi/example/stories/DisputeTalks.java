package io.github.xinyi.example.stories;

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

/** One round of mediation between two who disagree, and what becomes of their promises. */
final class DisputeTalks {

    static final PersonId MEDIATOR = PersonId.of("mediator");

    private final Dispute dispute;
    private final int round;
    private final KeptRecord<Mediation, MediationEvent> talks;

    DisputeTalks(Stores stores, Dispute dispute, int round) {
        this.dispute = dispute;
        this.round = round;
        this.talks =
                new KeptRecord<>(
                        stores.events(),
                        RecordKind.MEDIATION.stream(
                                dispute.community(), dispute.id() + "-" + round),
                        MediationEvent.class,
                        Mediation::from);
    }

    void propose(Instant at) {
        talks.begin(
                Mediation.propose(
                        new MediationProposed(
                                dispute.community(),
                                dispute.id(),
                                round,
                                dispute.parties(),
                                MediationProposed.Origin.OFFERED,
                                at)));
    }

    /** Both consent and choose who mediates, meet in the hall, and sign with the mediator. */
    void agree(Instant at, AgreementDuty... promises) {
        LocalDate day = Teller.dayOf(at);
        PersonId reporter = dispute.reporter();
        PersonId other = dispute.other();
        talks.then(m -> m.consent(reporter, at));
        talks.then(m -> m.consent(other, at));
        talks.then(m -> m.name(Set.of(MEDIATOR), Chooser.PARTIES, at));
        Set<PersonId> present = Set.of(reporter, other, MEDIATOR);
        talks.then(m -> m.meet(present, "小区议事厅", "双方陈述、协商", at));
        talks.then(m -> m.draft(List.of(promises), at));
        for (PersonId signer : List.of(reporter, other, MEDIATOR)) {
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
