package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeDissolved;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeFiled;
import io.github.xinyi.governance.committee.CommitteeEvent.DecisionAnnulled;
import io.github.xinyi.governance.committee.CommitteeEvent.Dissolution;
import io.github.xinyi.governance.committee.CommitteeEvent.Estate;
import io.github.xinyi.governance.committee.CommitteeEvent.EstateHandedOver;
import io.github.xinyi.governance.committee.CommitteeEvent.LeaverHandedOver;
import io.github.xinyi.governance.committee.CommitteeEvent.SealUsePublished;
import io.github.xinyi.governance.committee.CommitteeEvent.SealUsed;
import io.github.xinyi.governance.committee.CommitteeEvent.SuccessorRecorded;
import io.github.xinyi.governance.committee.CommitteeEvent.TermEndReported;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Option.SealPurpose;
import io.github.xinyi.governance.committee.SealUse.Seal;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold of the filings, the seals and the end of a body. */
final class PaperRules {

    private final Committee body;
    private final CommitteeClauses clauses;
    private final Findings findings;

    PaperRules(Committee body, CommitteeClauses clauses, Findings findings) {
        this.body = body;
        this.clauses = clauses;
        this.findings = findings;
    }

    /** A body can be filed from its election on, before its term begins. */
    void filed(CommitteeFiled event) {
        LocalDate start = body.term().startInclusive();
        LocalDate on = event.filedOn();
        findings.office(body, on.isBefore(start) ? start : on)
                .between(body.foundedOn(), on, Findings.day(event.occurredAt()));
    }

    void sealUsed(SealUsed event) {
        SealUse use = event.use();
        Optional<LocalDate> decided =
                use.seal() == Seal.COMMITTEE ? decidedByBody(event) : decidedByOwners(event);
        List<Citation> local = sealSources(use.seal());
        findings.office(body, event.usedOn())
                .cited(
                        CommitteeRule.SEAL_DECISION,
                        local.isEmpty() ? CommitteeRule.SEAL_DECISION.basis() : local,
                        decided.isPresent(),
                        "meeting",
                        use.meeting(),
                        "decision",
                        use.decision())
                .stands(body, new AdoptedMotion.Decision(use.meeting(), use.decision()))
                .between(
                        decided.orElse(LocalDate.MIN),
                        event.usedOn(),
                        Findings.day(event.occurredAt()))
                .share(
                        CommitteeRule.SEAL_SIGNATURES,
                        LegalShare.SEAL_SIGNATURES,
                        use.approvals().stream().filter(p -> body.member(p).isPresent()).count(),
                        body.fullNumber())
                .members(body, use.approvals());
    }

    /** A text that speaks of the body's own seal says nothing of that of the owners' meeting. */
    private List<Citation> sealSources(Seal seal) {
        List<Citation> both = clauses.sources(SealPurpose.AS_DECIDED);
        return both.isEmpty() && seal == Seal.COMMITTEE
                ? clauses.sources(SealPurpose.OWN_AS_DECIDED)
                : both;
    }

    /** The day of the session; what its item carries out has to stand as well. */
    private Optional<LocalDate> decidedByBody(SealUsed event) {
        SealUse use = event.use();
        Optional<Session> session =
                Optional.ofNullable(body.sessions().get(use.meeting()))
                        .filter(s -> event.behind().isEmpty())
                        .filter(s -> s.adopted().containsKey(use.decision()));
        session.flatMap(s -> s.item(use.decision()))
                .ifPresent(item -> item.behind().forEach(a -> findings.stands(body, a.decision())));
        return session.map(Session::heldOn);
    }

    private Optional<LocalDate> decidedByOwners(SealUsed event) {
        SealUse use = event.use();
        return event.behind().stream()
                .filter(a -> a.community().equals(body.community()) && event.behind().size() == 1)
                .filter(a -> a.meeting().equals(use.meeting()))
                .filter(a -> a.motion().id().equals(use.decision()))
                .map(AdoptedMotion::adoptedOn)
                .findFirst();
    }

    void sealUsePublished(SealUsePublished event) {
        LocalDate since =
                body.sealPublications().isEmpty()
                        ? body.foundedOn()
                        : body.sealPublications().last();
        findings.between(since, event.publishedOn(), Findings.day(event.occurredAt()));
    }

    void annulled(DecisionAnnulled event) {
        Session session = body.sessions().get(event.decision().meeting());
        findings.stands(body, event.decision())
                .between(
                        session == null ? LocalDate.MIN : session.heldOn(),
                        event.annulledOn(),
                        Findings.day(event.occurredAt()));
    }

    void endReported(TermEndReported event) {
        findings.office(body, event.reportedOn())
                .between(LocalDate.MIN, event.reportedOn(), Findings.day(event.occurredAt()));
    }

    void succeeded(SuccessorRecorded event) {
        LocalDate recorded = Findings.day(event.occurredAt());
        findings.rule(
                        CommitteeRule.IN_OFFICE,
                        body.successor() == null && body.dissolvedOn() == null,
                        "body",
                        body.kind(),
                        "community",
                        body.community(),
                        "day",
                        event.filedOn())
                .between(body.term().startInclusive(), event.foundedOn(), event.beginsOn())
                .between(event.foundedOn(), event.filedOn(), recorded);
    }

    /** The other kind of body goes when the owners' committee is filed and has everything. */
    void dissolved(CommitteeDissolved event) {
        SuccessorRecorded successor = body.successor();
        boolean areaGone = event.reason() == Dissolution.AREA_GONE;
        boolean followed =
                body.kind() == Kind.PROPERTY_MANAGEMENT_COMMITTEE
                        && successor != null
                        && successor.kind() == Kind.OWNERS_COMMITTEE;
        LocalDate handedOver = body.handedOverOn();
        findings.rule(
                        CommitteeRule.IN_OFFICE,
                        body.dissolvedOn() == null,
                        "body",
                        body.kind(),
                        "community",
                        body.community(),
                        "day",
                        event.dissolvedOn())
                .cited(
                        CommitteeRule.DISSOLUTION,
                        sources(LegalNumber.DISSOLUTION_DAYS),
                        areaGone || followed,
                        "body",
                        body.kind(),
                        "community",
                        body.community(),
                        "reason",
                        event.reason())
                .cited(
                        CommitteeRule.ESTATE_COMPLETE,
                        sources(LegalNumber.HANDOVER_DAYS),
                        areaGone || handedOver != null,
                        "parts",
                        body.handedOver().keySet(),
                        "all",
                        List.of(Estate.values()));
        LocalDate filed = successor == null ? null : successor.filedOn();
        findings.between(
                later(body.foundedOn(), areaGone ? null : filed, areaGone ? null : handedOver),
                event.dissolvedOn(),
                Findings.day(event.occurredAt()));
    }

    private static LocalDate later(
            LocalDate first, @Nullable LocalDate second, @Nullable LocalDate third) {
        LocalDate latest = first;
        latest = second != null && second.isAfter(latest) ? second : latest;
        return third != null && third.isAfter(latest) ? third : latest;
    }

    void leaverHandedOver(LeaverHandedOver event) {
        PersonId person = event.person();
        findings.rule(
                        CommitteeRule.LEAVER,
                        body.leavers().containsKey(person)
                                && !body.leaversHandedOver().containsKey(person),
                        "person",
                        person)
                .between(
                        body.leavers().getOrDefault(person, LocalDate.MIN),
                        event.handedOverOn(),
                        Findings.day(event.occurredAt()));
    }

    void estateHandedOver(EstateHandedOver event) {
        LocalDate on = event.handedOverOn();
        LocalDate ended = body.endedOn(on);
        findings.rule(
                        CommitteeRule.POWERS_ENDED,
                        ended != null,
                        "body",
                        body.kind(),
                        "community",
                        body.community(),
                        "day",
                        on)
                .between(
                        ended == null ? LocalDate.MIN : ended, on, Findings.day(event.occurredAt()))
                .cited(
                        CommitteeRule.HANDED_TO,
                        sources(LegalNumber.HANDOVER_DAYS),
                        isReceiver(event),
                        "parts",
                        event.estate(),
                        "receiver",
                        event.receiver())
                .rule(
                        CommitteeRule.ESTATE_OPEN,
                        !event.estate().isEmpty()
                                && event.estate().stream()
                                        .noneMatch(part -> body.handedOver().containsKey(part)),
                        "parts",
                        event.estate());
    }

    /** The next body as soon as it is recorded; the seals may go back to the office. */
    private boolean isReceiver(EstateHandedOver event) {
        return switch (event.receiver()) {
            case NEXT_BODY -> body.successor() != null;
            case PROPERTY_MANAGEMENT_COMMITTEE, RESIDENTS_COMMITTEE -> body.successor() == null;
            case STREET_OFFICE ->
                    body.kind() == Kind.PROPERTY_MANAGEMENT_COMMITTEE
                            && (event.estate().equals(Set.of(Estate.SEALS))
                                    || body.successor() == null);
        };
    }

    private List<Citation> sources(LegalNumber number) {
        return clauses.number(number).map(Sourced::citations).orElse(List.of());
    }
}
