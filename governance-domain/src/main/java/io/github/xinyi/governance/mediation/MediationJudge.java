package io.github.xinyi.governance.mediation;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.mediation.Mediation.Stage;
import io.github.xinyi.governance.mediation.MediationEvent.AgreementDrafted;
import io.github.xinyi.governance.mediation.MediationEvent.AgreementSealed;
import io.github.xinyi.governance.mediation.MediationEvent.AgreementSigned;
import io.github.xinyi.governance.mediation.MediationEvent.ConfirmationDecided;
import io.github.xinyi.governance.mediation.MediationEvent.ConfirmationRequested;
import io.github.xinyi.governance.mediation.MediationEvent.DutyBroken;
import io.github.xinyi.governance.mediation.MediationEvent.DutyPerformed;
import io.github.xinyi.governance.mediation.MediationEvent.GuestAccepted;
import io.github.xinyi.governance.mediation.MediationEvent.GuestInvited;
import io.github.xinyi.governance.mediation.MediationEvent.MediationFailed;
import io.github.xinyi.governance.mediation.MediationEvent.MediationProposed;
import io.github.xinyi.governance.mediation.MediationEvent.MediatorsNamed;
import io.github.xinyi.governance.mediation.MediationEvent.OralAgreementReached;
import io.github.xinyi.governance.mediation.MediationEvent.PartyConsented;
import io.github.xinyi.governance.mediation.MediationEvent.PartyRefused;
import io.github.xinyi.governance.mediation.MediationEvent.SessionHeld;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether an event may be the next one of a mediation: what commands and readers share. */
final class MediationJudge {

    private final Mediation state;

    MediationJudge(Mediation state) {
        this.state = state;
    }

    Ruling judge(MediationEvent event) {
        if (!event.community().equals(state.community())
                || !event.caseId().equals(state.caseId())
                || event.round() != state.round()) {
            throw new IllegalArgumentException("an event of another mediation: " + event);
        }
        MediationEvent last = state.history().get(state.history().size() - 1);
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        MediationRule.LENGTH,
                        state.history().size() < Mediation.MAX_EVENTS,
                        "most",
                        Mediation.MAX_EVENTS));
        findings.add(
                RuleCheck.of(
                        MediationRule.TIME_ORDER,
                        !event.occurredAt().isBefore(last.occurredAt()),
                        "last",
                        last.occurredAt(),
                        "at",
                        event.occurredAt()));
        findings.addAll(isAfterAgreement(event) ? judgeFulfilment(event) : judgeTalks(event));
        return new Ruling(findings);
    }

    private static boolean isAfterAgreement(MediationEvent event) {
        return event instanceof DutyPerformed
                || event instanceof DutyBroken
                || event instanceof ConfirmationRequested
                || event instanceof ConfirmationDecided;
    }

    private List<Finding> judgeTalks(MediationEvent event) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        MediationRule.OPEN,
                        state.stage() == Stage.AWAITING_CONSENT || state.stage() == Stage.UNDER_WAY,
                        "stage",
                        state.stage()));
        if (event instanceof PartyConsented consented) {
            findings.add(isParty(consented.party()));
            findings.add(
                    RuleCheck.of(
                            MediationRule.CONSENT_ONCE,
                            !state.consented().contains(consented.party()),
                            "person",
                            consented.party()));
        } else if (event instanceof PartyRefused refused) {
            findings.add(isParty(refused.party()));
        } else if (event instanceof MediatorsNamed named) {
            findings.add(
                    countOf(
                            MediationRule.MEDIATORS,
                            named.mediators().size(),
                            Mediation.MAX_MEDIATORS));
            findings.add(
                    RuleCheck.of(
                            MediationRule.MEDIATOR_NEUTRAL,
                            Collections.disjoint(named.mediators(), state.parties()),
                            "mediators",
                            named.mediators()));
        } else if (event instanceof GuestAccepted accepted) {
            findings.add(isParty(accepted.party()));
            findings.add(apart(accepted.guest()));
        } else if (event instanceof GuestInvited invited) {
            findings.add(apart(invited.guest()));
            findings.add(accepted(invited.guest()));
        } else if (event instanceof MediationFailed failed) {
            findings.add(
                    RuleCheck.of(
                            MediationRule.ROUTES_TOLD,
                            failed.routes().containsAll(EnumSet.allOf(Route.class))
                                    && failed.told().containsAll(state.parties()),
                            "routes",
                            failed.routes(),
                            "told",
                            failed.told()));
        } else {
            findings.add(consentOfAll());
            findings.addAll(judgeAgreement(event));
        }
        return findings;
    }

    /** What needs the consent of every party: sessions, and everything about an agreement. */
    private List<Finding> judgeAgreement(MediationEvent event) {
        if (event instanceof SessionHeld held) {
            Set<PersonId> admitted = new TreeSet<>(state.parties());
            admitted.addAll(state.mediators());
            state.all(GuestInvited.class).forEach(g -> admitted.add(g.guest()));
            return List.of(
                    countOf(
                            MediationRule.MEDIATORS,
                            state.mediators().size(),
                            Mediation.MAX_MEDIATORS),
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
        if (event instanceof OralAgreementReached oral) {
            return List.of(
                    sessionHeld(),
                    dutiesOf(oral.duties(), oral.agreedOn()),
                    RuleCheck.of(
                            MediationRule.WRITING_WAIVED,
                            oral.waivedBy().containsAll(state.parties()),
                            "waived",
                            oral.waivedBy()),
                    recorded(oral.minutes(), oral.minutes()));
        }
        if (event instanceof AgreementDrafted drafted) {
            return List.of(sessionHeld(), dutiesOf(drafted.duties(), LocalDate.MIN));
        }
        if (event instanceof AgreementSigned signed) {
            return List.of(
                    isDrafted(),
                    RuleCheck.of(
                            MediationRule.SIGNATORY,
                            state.parties().contains(signed.signer())
                                    || state.mediators().contains(signed.signer()),
                            "person",
                            signed.signer()),
                    RuleCheck.of(
                            MediationRule.SIGNED_ONCE,
                            !state.signedBy().contains(signed.signer()),
                            "signed",
                            state.signedBy()));
        }
        if (event instanceof AgreementSealed) {
            return List.of(
                    isDrafted(),
                    RuleCheck.of(
                            MediationRule.SIGNED_ONCE,
                            !state.isSealed(),
                            "signed",
                            state.signedBy()));
        }
        throw new IllegalArgumentException("cannot follow: " + event);
    }

    private List<Finding> judgeFulfilment(MediationEvent event) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        MediationRule.AGREED,
                        state.stage() == Stage.AGREED,
                        "stage",
                        state.stage()));
        if (event instanceof DutyPerformed performed) {
            findings.add(dutyKnown(performed.duty()));
            findings.add(
                    RuleCheck.of(
                            MediationRule.DUTY_OPEN,
                            !state.isPerformed(performed.duty()),
                            "duty",
                            performed.duty()));
        } else if (event instanceof DutyBroken broken) {
            findings.add(dutyKnown(broken.duty()));
            findings.add(
                    RuleCheck.of(
                            MediationRule.DUTY_OPEN,
                            !state.isPerformed(broken.duty())
                                    && state.all(DutyBroken.class)
                                            .noneMatch(b -> b.duty() == broken.duty()),
                            "duty",
                            broken.duty()));
            findings.add(
                    RuleCheck.of(
                            MediationRule.DUTY_LATE,
                            state.duties().stream()
                                    .skip(Math.max(0, broken.duty()))
                                    .limit(1)
                                    .allMatch(d -> broken.foundOn().isAfter(d.dueOn())),
                            "duty",
                            broken.duty(),
                            "found",
                            broken.foundOn()));
        } else if (event instanceof ConfirmationRequested requested) {
            LocalDate effective = state.effectiveOn().orElse(requested.appliedOn());
            findings.add(
                    RuleCheck.of(
                            MediationRule.JOINT_APPLICATION,
                            requested.applicants().equals(state.parties()),
                            "applicants",
                            requested.applicants()));
            findings.add(
                    RuleCheck.of(
                            MediationRule.WITHIN_THIRTY_DAYS,
                            !requested.appliedOn().isBefore(effective)
                                    && !requested.appliedOn().isAfter(requested.lastDay())
                                    && isLastDay(requested.lastDay(), effective),
                            "effective",
                            effective,
                            "applied",
                            requested.appliedOn(),
                            "last",
                            requested.lastDay()));
            findings.add(confirmation(state.all(ConfirmationRequested.class).findAny().isEmpty()));
        } else if (event instanceof ConfirmationDecided) {
            findings.add(
                    confirmation(
                            state.all(ConfirmationRequested.class).findAny().isPresent()
                                    && state.all(ConfirmationDecided.class).findAny().isEmpty()));
        }
        return findings;
    }

    static RuleCheck partiesOf(MediationProposed proposal) {
        int parties = proposal.parties().size();
        return RuleCheck.of(
                MediationRule.PARTIES,
                parties >= 2 && parties <= Mediation.MAX_PARTIES && proposal.round() >= 1,
                "parties",
                parties,
                "most",
                Mediation.MAX_PARTIES);
    }

    private static RuleCheck countOf(MediationRule rule, int count, int most) {
        return RuleCheck.of(rule, count >= 1 && count <= most, "count", count, "most", most);
    }

    private static RuleCheck confirmation(boolean met) {
        return RuleCheck.of(MediationRule.CONFIRMATION_ONCE, met);
    }

    private RuleCheck isParty(PersonId person) {
        return RuleCheck.of(
                MediationRule.IS_PARTY, state.parties().contains(person), "person", person);
    }

    private RuleCheck consentOfAll() {
        SortedSet<PersonId> missing = new TreeSet<>(state.parties());
        missing.removeAll(state.consented());
        return RuleCheck.of(
                MediationRule.CONSENT_OF_ALL,
                missing.isEmpty() && state.stage() != Stage.REFUSED,
                "missing",
                missing);
    }

    private RuleCheck apart(PersonId guest) {
        return RuleCheck.of(
                MediationRule.GUEST_APART,
                !state.parties().contains(guest) && !state.mediators().contains(guest),
                "person",
                guest);
    }

    private RuleCheck accepted(PersonId guest) {
        SortedSet<PersonId> missing = new TreeSet<>(state.parties());
        state.all(GuestAccepted.class)
                .filter(a -> a.guest().equals(guest))
                .forEach(a -> missing.remove(a.party()));
        return RuleCheck.of(
                MediationRule.GUEST_ACCEPTED,
                missing.isEmpty(),
                "person",
                guest,
                "missing",
                missing);
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
        return RuleCheck.of(
                MediationRule.SESSION_HELD, state.all(SessionHeld.class).findAny().isPresent());
    }

    private RuleCheck isDrafted() {
        return RuleCheck.of(
                MediationRule.DRAFTED, state.all(AgreementDrafted.class).findAny().isPresent());
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

    private RuleCheck dutyKnown(int duty) {
        return RuleCheck.of(
                MediationRule.DUTY_KNOWN,
                duty >= 0 && duty < state.duties().size(),
                "duty",
                duty,
                "count",
                state.duties().size());
    }

    /** Holidays move the last day to a later one, within bounds, and never to an earlier one. */
    private static boolean isLastDay(LocalDate day, LocalDate effectiveOn) {
        LocalDate earliest = effectiveOn.plusDays(Mediation.CONFIRMATION_DAYS);
        return !day.isBefore(earliest)
                && day.isBefore(earliest.plusDays(Mediation.CONFIRMATION_DAYS));
    }
}
