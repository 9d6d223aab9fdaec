package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.CommitteeEvent.ItemAdopted;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionCalled;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionDemanded;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionHeld;
import io.github.xinyi.governance.committee.CommitteeEvent.SessionPublished;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Item.Competence;
import io.github.xinyi.governance.committee.Option.Attendance;
import io.github.xinyi.governance.committee.Option.Delegation;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.voting.Business;
import io.github.xinyi.governance.voting.Motion;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What must hold of the sessions of a body, from the call to the display of what it decided. */
final class SessionRules {

    private final Committee body;
    private final Findings findings;

    SessionRules(Committee body, Findings findings) {
        this.body = body;
        this.findings = findings;
    }

    /** The notice runs from the day of its record: nobody can prove an earlier one later. */
    void called(SessionCalled event) {
        LocalDate recorded = Findings.day(event.occurredAt());
        findings.office(body, event.heldOn())
                .rule(
                        CommitteeRule.SESSION_STAGE,
                        !body.sessions().containsKey(event.session()),
                        "session",
                        event.session())
                .between(body.foundedOn(), event.announcedOn(), recorded)
                .between(recorded, event.heldOn(), LocalDate.MAX)
                .atLeast(
                        CommitteeRule.NOTICE,
                        LegalNumber.NOTICE_DAYS,
                        ChronoUnit.DAYS.between(recorded, event.heldOn()))
                .members(body, event.callers());
        Set<PersonId> callers = event.callers();
        if (body.officers().stream().noneMatch(callers::contains)) {
            findings.share(
                    CommitteeRule.CALLED,
                    LegalShare.CALL,
                    event.callers().stream().filter(p -> body.member(p).isPresent()).count(),
                    body.members().size());
        }
        event.items().forEach(item -> item(item, event.callers()));
    }

    /** Demanded by enough of those in office. */
    void demanded(SessionDemanded event) {
        findings.office(body, event.demandedOn())
                .between(
                        body.term().startInclusive(),
                        event.demandedOn(),
                        Findings.day(event.occurredAt()))
                .members(body, event.members())
                .share(
                        CommitteeRule.CALLED,
                        LegalShare.CALL,
                        event.members().stream().filter(p -> body.member(p).isPresent()).count(),
                        body.members().size());
    }

    private void item(Item item, Set<PersonId> callers) {
        competence(item);
        if (item.competence().needsResolution()) {
            findings.rule(
                    CommitteeRule.RESOLUTION_BEHIND,
                    isBehind(item),
                    "item",
                    item.id(),
                    "matters",
                    item.matters());
        }
        item.behind().forEach(adopted -> findings.stands(body, adopted.decision()));
        if (item.competence().decides() && item.business().contains(Business.UNLISTED)) {
            findings.rule(
                    CommitteeRule.DECLARED,
                    item.declaredBy().size() == 1 && callers.containsAll(item.declaredBy()),
                    "item",
                    item.id(),
                    "title",
                    item.title(),
                    "persons",
                    item.declaredBy());
        }
    }

    /** Whatever the local law says: the nine matters are the owners'. */
    private void competence(Item item) {
        boolean reserved = item.competence().decides() && !item.matters().isEmpty();
        List<Citation> sources =
                reserved
                        ? item.business().stream().flatMap(b -> b.basis().stream()).toList()
                        : CommitteeRule.RESERVED_MATTER.basis();
        findings.cited(
                CommitteeRule.RESERVED_MATTER,
                sources.stream().map(this::ofThisBody).toList(),
                !reserved,
                "item",
                item.id(),
                "matters",
                item.matters());
        if (item.competence() == Competence.DELEGATED) {
            List<Citation> local = findings.sources(Delegation.FORBIDDEN);
            findings.cited(
                    CommitteeRule.NO_DELEGATION,
                    local.isEmpty() ? CommitteeRule.NO_DELEGATION.basis() : local,
                    !reserved,
                    "item",
                    item.id(),
                    "matters",
                    item.matters());
        }
    }

    /**
     * No text of the nation knows a property management committee: that art. 278 keeps the nine
     * matters from it too is our reading.
     */
    private Citation ofThisBody(Citation source) {
        return body.kind() == Kind.PROPERTY_MANAGEMENT_COMMITTEE
                        && CommitteeRule.RESERVED_MATTER.basis().stream()
                                .anyMatch(nine -> isOfTheArticle(source, nine))
                ? source.asInterpretation()
                : source;
    }

    private static boolean isOfTheArticle(Citation source, Citation nine) {
        return source.instrument().equals(nine.instrument())
                && source.provision().article() == nine.provision().article();
    }

    /** A resolution of these owners; what is carried out has its very matter and title. */
    private boolean isBehind(Item item) {
        boolean delegated = item.competence() == Competence.DELEGATED;
        return item.behind().size() == 1
                && item.behind().stream()
                        .allMatch(
                                adopted ->
                                        adopted.community().equals(body.community())
                                                && (delegated || isThe(item, adopted.motion())));
    }

    private static boolean isThe(Item item, Motion motion) {
        return item.matters().equals(Set.of(motion.matter()))
                && item.title().equals(motion.title());
    }

    void held(SessionHeld event) {
        Optional<Session> found = Optional.ofNullable(body.sessions().get(event.session()));
        findings.rule(
                CommitteeRule.SESSION_STAGE,
                found.filter(s -> !s.isHeld()).isPresent(),
                "session",
                event.session());
        found.ifPresent(
                s ->
                        findings.office(body, s.heldOn())
                                .between(
                                        LocalDate.MIN,
                                        s.heldOn(),
                                        Findings.day(event.occurredAt())));
        findings.members(body, event.present()).members(body, event.represented());
        List<Citation> sources = findings.sources(Attendance.IN_PERSON);
        List<PersonId> forbidden =
                event.represented().stream()
                        .filter(
                                p ->
                                        event.present().contains(p)
                                                || (!sources.isEmpty() && isOwner(p)))
                        .toList();
        findings.cited(CommitteeRule.NO_PROXY, sources, forbidden.isEmpty(), "persons", forbidden);
    }

    private boolean isOwner(PersonId person) {
        return body.member(person).filter(FoundingRules::isOwner).isPresent();
    }

    void adopted(ItemAdopted event) {
        Optional<Session> found = Optional.ofNullable(body.sessions().get(event.session()));
        SortedSet<PersonId> attending = found.map(Session::attending).orElse(new TreeSet<>());
        boolean open =
                found.filter(s -> s.item(event.item()).isPresent())
                        .filter(s -> !s.adopted().containsKey(event.item()))
                        .isPresent();
        findings.rule(
                        CommitteeRule.SESSION_STAGE,
                        found.filter(Session::isHeld).isPresent(),
                        "session",
                        event.session())
                .rule(CommitteeRule.ITEM_ANNOUNCED, open, "item", event.item())
                .share(
                        CommitteeRule.QUORUM,
                        LegalShare.QUORUM,
                        attending.size(),
                        body.fullNumber());
        found.ifPresent(s -> ownerQuorum(attending));
        found.ifPresent(s -> findings.office(body, s.heldOn()));
        found.flatMap(s -> s.item(event.item()))
                .ifPresent(i -> i.behind().forEach(a -> findings.stands(body, a.decision())));
        approvals(event.approvals(), attending);
    }

    private void ownerQuorum(Set<PersonId> attending) {
        List<PersonId> owners =
                body.members().stream().filter(FoundingRules::isOwner).map(Member::person).toList();
        findings.share(
                CommitteeRule.OWNER_QUORUM,
                LegalShare.OWNER_QUORUM,
                owners.stream().filter(attending::contains).count(),
                owners.size());
    }

    private void approvals(Set<PersonId> approvals, Set<PersonId> attending) {
        findings.rule(
                        CommitteeRule.APPROVERS_ATTENDED,
                        attending.containsAll(approvals)
                                && approvals.stream().noneMatch(body::isSuspended),
                        "persons",
                        approvals)
                .share(
                        CommitteeRule.DECISION,
                        LegalShare.DECISION,
                        Math.min(approvals.size(), body.fullNumber()),
                        body.fullNumber());
    }

    /** What was shown for so many working days was shown for as many days at least. */
    void published(SessionPublished event) {
        Optional<Session> found = Optional.ofNullable(body.sessions().get(event.session()));
        findings.rule(
                CommitteeRule.SESSION_STAGE,
                found.filter(s -> s.isHeld() && s.published().isEmpty()).isPresent(),
                "session",
                event.session());
        LocalDate recorded = Findings.day(event.occurredAt());
        LocalDate lastShown =
                event.lastShownOn().stream()
                        .findFirst()
                        .orElse(
                                event.publishedOn()
                                        .plusDays(Math.max(0, event.workingDaysShown() - 1L)));
        findings.between(
                        found.map(Session::heldOn).orElse(LocalDate.MIN),
                        event.publishedOn(),
                        recorded)
                .between(
                        event.lastShownOn().isEmpty() ? LocalDate.MIN : event.publishedOn(),
                        lastShown,
                        recorded);
    }
}
