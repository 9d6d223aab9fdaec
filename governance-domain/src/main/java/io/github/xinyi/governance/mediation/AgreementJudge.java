package io.github.xinyi.governance.mediation;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.mediation.MediationEvent.AgreementDrafted;
import io.github.xinyi.governance.mediation.MediationEvent.AgreementSealed;
import io.github.xinyi.governance.mediation.MediationEvent.AgreementSigned;
import io.github.xinyi.governance.mediation.MediationEvent.OralAgreementReached;
import io.github.xinyi.governance.mediation.MediationEvent.SessionHeld;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules on what needs the consent of every party: sessions, and all that makes an agreement.
 */
final class AgreementJudge {

    private final Mediation state;

    AgreementJudge(Mediation state) {
        this.state = state;
    }

    List<Finding> judge(MediationEvent event) {
        if (event instanceof SessionHeld held) {
            return session(held);
        }
        if (event instanceof OralAgreementReached oral) {
            return oral(oral);
        }
        if (event instanceof AgreementDrafted drafted) {
            return List.of(
                    sessionHeld(),
                    dutiesOf(drafted.duties(), Mediation.dayOf(drafted.occurredAt())),
                    textOf(drafted.duties()));
        }
        if (event instanceof AgreementSigned signed) {
            return signature(signed);
        }
        if (event instanceof AgreementSealed sealed) {
            return List.of(
                    isDrafted(),
                    once(!state.isSealed()),
                    MediationJudge.date(sealed.sealedOn(), drawnUp(sealed), sealed.occurredAt()));
        }
        throw new IllegalArgumentException("cannot follow: " + event);
    }

    private List<Finding> session(SessionHeld held) {
        Set<PersonId> admitted = new TreeSet<>(state.parties());
        admitted.addAll(state.mediators());
        admitted.addAll(state.guests());
        return List.of(
                MediationJudge.countOf(
                        MediationRule.MEDIATORS, state.mediators().size(), Mediation.MAX_MEDIATORS),
                RuleCheck.of(
                        MediationRule.PRESENT_ADMITTED,
                        admitted.containsAll(held.present()),
                        "present",
                        held.present(),
                        "admitted",
                        admitted),
                RuleCheck.of(
                        MediationRule.MEDIATOR_PRESENT,
                        !Collections.disjoint(held.present(), state.mediators()),
                        "present",
                        held.present()),
                recorded(held.minutes(), held.place()));
    }

    private List<Finding> oral(OralAgreementReached oral) {
        LocalDate talkedOn =
                state.all(SessionHeld.class)
                        .findFirst()
                        .map(held -> Mediation.dayOf(held.occurredAt()))
                        .orElse(oral.agreedOn());
        return List.of(
                sessionHeld(),
                dutiesOf(oral.duties(), oral.agreedOn()),
                textOf(oral.duties()),
                RuleCheck.of(
                        MediationRule.WRITING_WAIVED,
                        oral.waivedBy().equals(state.parties()),
                        "waived",
                        oral.waivedBy()),
                partiesHeard(),
                recorded(oral.minutes(), oral.minutes()),
                MediationJudge.date(oral.agreedOn(), talkedOn, oral.occurredAt()));
    }

    private List<Finding> signature(AgreementSigned signed) {
        return List.of(
                isDrafted(),
                RuleCheck.of(
                        MediationRule.SIGNATORY,
                        state.parties().contains(signed.signer())
                                || state.mediators().contains(signed.signer()),
                        "person",
                        signed.signer()),
                once(!state.signedBy().contains(signed.signer())),
                MediationJudge.date(signed.signedOn(), drawnUp(signed), signed.occurredAt()));
    }

    /** Where nothing is drawn up, that alone is the reason to refuse. */
    private LocalDate drawnUp(MediationEvent event) {
        return state.drawnUpOn().orElse(Mediation.dayOf(event.occurredAt()));
    }

    private RuleCheck once(boolean met) {
        return RuleCheck.of(MediationRule.SIGNED_ONCE, met, "signed", state.signedBy());
    }

    private static RuleCheck recorded(String minutes, String place) {
        return RuleCheck.of(
                MediationRule.RECORDED,
                Mediation.isText(minutes) && Mediation.isText(place),
                "length",
                minutes.length(),
                "most",
                Mediation.MAX_TEXT);
    }

    private RuleCheck sessionHeld() {
        return RuleCheck.of(MediationRule.SESSION_HELD, state.has(SessionHeld.class));
    }

    /** Where nothing was held at all, that alone is the reason to refuse. */
    private RuleCheck partiesHeard() {
        Set<PersonId> present = new TreeSet<>();
        state.all(SessionHeld.class).forEach(held -> present.addAll(held.present()));
        return RuleCheck.of(
                MediationRule.PARTIES_HEARD,
                !state.has(SessionHeld.class) || present.containsAll(state.parties()),
                "present",
                present);
    }

    private RuleCheck isDrafted() {
        return RuleCheck.of(MediationRule.DRAFTED, state.has(AgreementDrafted.class));
    }

    private RuleCheck dutiesOf(List<AgreementDuty> duties, LocalDate agreedOn) {
        return RuleCheck.of(
                MediationRule.DUTIES,
                !duties.isEmpty()
                        && duties.size() <= Mediation.MAX_DUTIES
                        && duties.stream()
                                .allMatch(
                                        d ->
                                                state.parties().contains(d.party())
                                                        && !d.dueOn().isBefore(agreedOn)),
                "count",
                duties.size(),
                "most",
                Mediation.MAX_DUTIES);
    }

    private static RuleCheck textOf(List<AgreementDuty> duties) {
        long length = duties.stream().mapToLong(duty -> duty.content().length()).sum();
        return RuleCheck.of(
                MediationRule.AGREEMENT_TEXT,
                length <= Mediation.MAX_AGREEMENT_TEXT,
                "length",
                length,
                "most",
                Mediation.MAX_AGREEMENT_TEXT);
    }
}
