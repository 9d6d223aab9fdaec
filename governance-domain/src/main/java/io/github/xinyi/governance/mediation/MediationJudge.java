package io.github.xinyi.governance.mediation;

import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.mediation.Mediation.Stage;
import io.github.xinyi.governance.mediation.MediationEvent.ConfirmationDecided;
import io.github.xinyi.governance.mediation.MediationEvent.ConfirmationRequested;
import io.github.xinyi.governance.mediation.MediationEvent.DutyBroken;
import io.github.xinyi.governance.mediation.MediationEvent.DutyPerformed;
import io.github.xinyi.governance.mediation.MediationEvent.GuestAccepted;
import io.github.xinyi.governance.mediation.MediationEvent.GuestInvited;
import io.github.xinyi.governance.mediation.MediationEvent.MediationFailed;
import io.github.xinyi.governance.mediation.MediationEvent.MediationProposed;
import io.github.xinyi.governance.mediation.MediationEvent.MediatorsNamed;
import io.github.xinyi.governance.mediation.MediationEvent.PartyConsented;
import io.github.xinyi.governance.mediation.MediationEvent.PartyRefused;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.Instant;
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

    private static final EventCodec CODEC = EventCodec.of(MediationEvent.class);
    private static final Set<Stage> OPEN = EnumSet.of(Stage.AWAITING_CONSENT, Stage.UNDER_WAY);

    /** An application for confirmation and the decision on it always find room. */
    private static final int CONFIRMATION_ROOM = 2;

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
        findings.add(length(event));
        findings.add(
                RuleCheck.of(
                        MediationRule.TIME_ORDER,
                        !event.occurredAt().isBefore(last.occurredAt()),
                        "last",
                        last.occurredAt(),
                        "at",
                        event.occurredAt()));
        findings.add(storable(event));
        findings.addAll(
                isAfterAgreement(event)
                        ? new FulfilmentJudge(state).judge(event)
                        : judgeTalks(event));
        return new Ruling(findings);
    }

    private RuleCheck length(MediationEvent event) {
        int most;
        if (event instanceof DutyPerformed || event instanceof DutyBroken) {
            most = Mediation.MAX_EVENTS - CONFIRMATION_ROOM;
        } else {
            most =
                    isAfterAgreement(event) || isEnd(event)
                            ? Mediation.MAX_EVENTS
                            : Mediation.MAX_TALKS;
        }
        return RuleCheck.of(MediationRule.LENGTH, state.history().size() < most, "most", most);
    }

    private static boolean isEnd(MediationEvent event) {
        return event instanceof PartyRefused || event instanceof MediationFailed;
    }

    private static boolean isAfterAgreement(MediationEvent event) {
        return event instanceof DutyPerformed
                || event instanceof DutyBroken
                || event instanceof ConfirmationRequested
                || event instanceof ConfirmationDecided;
    }

    private List<Finding> judgeTalks(MediationEvent event) {
        List<Finding> findings = new ArrayList<>();
        findings.add(open(event));
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
            findings.addAll(judgeGuest(invited.guest()));
        } else if (event instanceof MediationFailed failed) {
            findings.add(routesTold(failed));
        } else {
            findings.add(consentOfAll());
            findings.addAll(new AgreementJudge(state).judge(event));
        }
        return findings;
    }

    /** The parties are told of other ways also where one of them ended the talks. */
    private RuleCheck open(MediationEvent event) {
        Stage stage = state.stage();
        boolean met =
                OPEN.contains(stage)
                        || (event instanceof MediationFailed && stage == Stage.REFUSED);
        return RuleCheck.of(MediationRule.OPEN, met, "stage", stage);
    }

    private RuleCheck routesTold(MediationFailed failed) {
        return RuleCheck.of(
                MediationRule.ROUTES_TOLD,
                failed.routes().containsAll(EnumSet.allOf(Route.class))
                        && failed.told().equals(state.parties()),
                "routes",
                failed.routes(),
                "told",
                failed.told());
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

    /**
     * What the codec refuses must be refused before it is recorded, and by the codec's own word.
     */
    static RuleCheck storable(MediationEvent event) {
        return CODEC.storable(event);
    }

    static RuleCheck countOf(MediationRule rule, int count, int most) {
        return RuleCheck.of(rule, count >= 1 && count <= most, "count", count, "most", most);
    }

    /** A day is not before what it depends on, and not after the day on which it is recorded. */
    static RuleCheck date(LocalDate day, LocalDate earliest, Instant recordedAt) {
        LocalDate latest = Mediation.dayOf(recordedAt);
        return RuleCheck.of(
                MediationRule.DATES,
                !day.isBefore(earliest) && !day.isAfter(latest),
                "day",
                day,
                "earliest",
                earliest,
                "latest",
                latest);
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

    private List<Finding> judgeGuest(PersonId guest) {
        Set<PersonId> guests = new TreeSet<>(state.guests());
        guests.add(guest);
        return List.of(
                apart(guest),
                accepted(guest),
                countOf(MediationRule.GUESTS, guests.size(), Mediation.MAX_GUESTS));
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
}
