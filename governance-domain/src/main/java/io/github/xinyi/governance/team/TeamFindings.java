package io.github.xinyi.governance.team;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.team.TeamEvent.AssignmentEnded;
import io.github.xinyi.governance.team.TeamEvent.ContractRecorded;
import io.github.xinyi.governance.team.TeamEvent.EmploymentDeclared;
import io.github.xinyi.governance.team.TeamEvent.HouseholdsCounted;
import io.github.xinyi.governance.team.TeamEvent.MemberAssigned;
import io.github.xinyi.governance.team.TeamEvent.SubstituteAssigned;
import io.github.xinyi.governance.team.TeamEvent.TeamFormed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the rules say of an event, the same for a command and for a history that is read again: who
 * cannot be assigned today can not be found assigned tomorrow.
 */
final class TeamFindings {

    private final Team team;

    TeamFindings(Team team) {
        this.team = team;
    }

    /** Of the first event of a history. */
    static Ruling of(TeamFormed formed) {
        List<String> references =
                formed.contracts().stream().map(ServiceContract::reference).toList();
        return Ruling.of(
                moment(formed.occurredAt()),
                contracts(references.size(), Set.copyOf(references).size() == references.size()));
    }

    /** Of any later event. */
    Ruling of(TeamEvent event) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        TeamRule.TEAM,
                        event.team().equals(team.id())
                                && event.community().equals(team.community()),
                        "team",
                        event.team(),
                        "expected",
                        team.id()));
        findings.add(
                RuleCheck.of(
                        TeamRule.TIME,
                        !event.occurredAt().isBefore(team.last()),
                        "at",
                        event.occurredAt(),
                        "last",
                        team.last()));
        findings.add(moment(event.occurredAt()));
        if (event instanceof MemberAssigned e) {
            assigned(e.assignment(), findings);
        } else if (event instanceof SubstituteAssigned e) {
            findings.add(changes(e));
            substituted(e.assignment(), e.holder(), findings);
        } else if (event instanceof AssignmentEnded e) {
            findings.add(changes(e));
            findings.add(running(e));
        } else if (event instanceof HouseholdsCounted e) {
            findings.add(changes(e));
            findings.add(households(e.households()));
        } else if (event instanceof ContractRecorded e) {
            findings.add(changes(e));
            Set<String> known = new TreeSet<>();
            team.contracts().forEach(contract -> known.add(contract.reference()));
            known.add(e.contract().reference());
            findings.add(contracts(known.size(), true));
        } else if (event instanceof EmploymentDeclared e) {
            employment(e, findings);
        } else {
            throw new IllegalArgumentException("a team is formed once: " + event);
        }
        return new Ruling(findings);
    }

    private void employment(EmploymentDeclared declared, List<Finding> findings) {
        findings.add(
                RuleCheck.of(
                        TeamRule.MEMBER_KNOWN,
                        team.assignments().stream()
                                .anyMatch(a -> a.candidate().person().equals(declared.person())),
                        "person",
                        declared.person()));
        findings.add(
                RuleCheck.of(
                        TeamRule.EMPLOYMENTS,
                        team.recorded(EmploymentDeclared.class) < Team.MAX_EMPLOYMENTS,
                        "most",
                        Team.MAX_EMPLOYMENTS));
    }

    /** Assignments have a bound of their own, as a team keeps all of them. */
    private RuleCheck changes(TeamEvent event) {
        long recorded = team.recorded(event.getClass());
        return RuleCheck.of(
                TeamRule.CHANGES,
                recorded < Team.MAX_CHANGES,
                "recorded",
                recorded,
                "most",
                Team.MAX_CHANGES);
    }

    private static RuleCheck moment(Instant at) {
        return RuleCheck.of(
                TeamRule.MOMENT, at.equals(at.truncatedTo(ChronoUnit.MICROS)), "at", at);
    }

    private static RuleCheck contracts(int count, boolean once) {
        return RuleCheck.of(
                TeamRule.CONTRACTS,
                once && count <= Team.MAX_CONTRACTS,
                "count",
                count,
                "most",
                Team.MAX_CONTRACTS);
    }

    private void assigned(Assignment assignment, List<Finding> findings) {
        admission(assignment, findings);
        team.pattern()
                .slot(assignment.seat().slot())
                .ifPresent(
                        slot -> {
                            findings.add(notTwice(assignment, a -> a.overlaps(assignment.term())));
                            findings.add(seatFree(assignment, slot));
                            findings.add(communities(assignment.candidate(), slot));
                        });
    }

    private void substituted(Assignment standIn, PersonId holder, List<Finding> findings) {
        Seat seat = standIn.seat();
        PersonId person = standIn.candidate().person();
        admission(standIn, findings);
        findings.add(notTwice(standIn, a -> !a.isReserve() && a.overlaps(standIn.term())));
        findings.add(
                held(
                        TeamRule.HOLDER_IN_OFFICE,
                        holder,
                        standIn,
                        a -> !a.isReserve() && a.seat().equals(seat)));
        findings.add(held(TeamRule.SUBSTITUTE_IN_RESERVE, person, standIn, Assignment::isReserve));
        findings.add(
                RuleCheck.of(
                        TeamRule.CAPACITY, !standIn.isReserve(), "capacity", standIn.capacity()));
        findings.add(
                RuleCheck.of(
                        TeamRule.ONE_SUBSTITUTE,
                        team.substitutions().stream()
                                .filter(s -> s.assignment().overlaps(standIn.term()))
                                .filter(s -> s.assignment().seat().slot().equals(seat.slot()))
                                .noneMatch(s -> s.holder().equals(holder) || s.by().equals(person)),
                        "person",
                        holder,
                        "slot",
                        seat.slot()));
    }

    /** Whether a person sits in the slot all the while, in a way that is asked. */
    private RuleCheck held(
            TeamRule rule, PersonId person, Assignment during, Predicate<Assignment> asked) {
        String slot = during.seat().slot();
        return RuleCheck.of(
                rule,
                team.assignments().stream()
                        .filter(a -> a.isOf(person, slot))
                        .anyMatch(a -> asked.test(a) && a.covers(during.term())),
                "person",
                person,
                "slot",
                slot);
    }

    private RuleCheck running(AssignmentEnded event) {
        return RuleCheck.of(
                TeamRule.ASSIGNMENT_RUNNING,
                team.assignments().stream().anyMatch(a -> a.isEndedBy(event)),
                "person",
                event.person(),
                "slot",
                event.slot(),
                "day",
                event.endExclusive());
    }

    private static RuleCheck households(int households) {
        return RuleCheck.of(
                TeamRule.HOUSEHOLD_COUNT,
                households >= 0 && households <= Team.MAX_HOUSEHOLDS,
                "households",
                households,
                "most",
                Team.MAX_HOUSEHOLDS);
    }

    private void admission(Assignment assignment, List<Finding> findings) {
        Seat seat = assignment.seat();
        findings.add(
                RuleCheck.of(
                        TeamRule.SLOT_KNOWN,
                        team.pattern().slot(seat.slot()).isPresent(),
                        "slot",
                        seat.slot(),
                        "pattern",
                        team.pattern().id()));
        findings.add(
                RuleCheck.of(
                        TeamRule.ASSIGNMENTS,
                        team.assignments().size() + team.substitutions().size()
                                < Team.MAX_ASSIGNMENTS,
                        "most",
                        Team.MAX_ASSIGNMENTS));
        team.pattern()
                .slot(seat.slot())
                .ifPresent(
                        slot -> {
                            findings.add(kind(seat, slot));
                            findings.add(eligible(assignment.candidate(), slot));
                            findings.add(
                                    independent(
                                            assignment.candidate(),
                                            employersAtAssignment(assignment),
                                            slot,
                                            team.firmsServing(assignment.term())));
                            findings.add(
                                    exclusive(
                                            assignment.candidate().person(),
                                            slot,
                                            assignment.term()));
                        });
    }

    private static RuleCheck kind(Seat seat, Slot slot) {
        SortedSet<String> kinds = slot.admission().kinds();
        return RuleCheck.of(
                TeamRule.KIND_KNOWN,
                kinds.isEmpty() ? seat.kind().isEmpty() : kinds.contains(seat.kind()),
                "slot",
                slot.id(),
                "kind",
                seat.kind(),
                "kinds",
                kinds,
                "source",
                slot.source().document(),
                "standing",
                slot.source().standing());
    }

    private static RuleCheck eligible(Candidate candidate, Slot slot) {
        SortedSet<String> asked = slot.admission().qualities();
        return RuleCheck.of(
                TeamRule.ELIGIBLE,
                asked.isEmpty()
                        || candidate.qualities().stream()
                                .anyMatch(quality -> asked.contains(quality)),
                "person",
                candidate.person(),
                "slot",
                slot.id(),
                "asked",
                asked,
                "source",
                slot.source().document(),
                "standing",
                slot.source().standing());
    }

    /** What is said now counts, and so does what was declared of the days to come. */
    private SortedSet<PersonId> employersAtAssignment(Assignment assignment) {
        SortedSet<PersonId> employers = team.employers(assignment.candidate(), assignment.term());
        employers.addAll(assignment.candidate().employers());
        return employers;
    }

    static RuleCheck independent(
            Candidate candidate, Set<PersonId> employers, Slot slot, Set<PersonId> servingFirms) {
        return RuleCheck.of(
                TeamRule.INDEPENDENT,
                slot.admission().independence() == Admission.Independence.NOT_ASKED
                        || employers.stream().noneMatch(servingFirms::contains),
                "person",
                candidate.person(),
                "slot",
                slot.id(),
                "source",
                slot.source().document(),
                "standing",
                slot.source().standing());
    }

    /** The same where nobody says who serves: open, and no pass. */
    static RuleCheck independentOfWhom(Candidate candidate, Slot slot) {
        RuleCheck known = independent(candidate, Set.of(), slot, Set.of());
        return slot.admission().independence() == Admission.Independence.NOT_ASKED
                ? known
                : new RuleCheck(TeamRule.INDEPENDENT, Verdict.UNDETERMINED, known.evidence());
    }

    RuleCheck exclusive(PersonId person, Slot slot, EffectivePeriod term) {
        List<String> others =
                Stream.concat(
                                team.assignments().stream(),
                                team.substitutions().stream().map(Substitution::assignment))
                        .filter(a -> a.candidate().person().equals(person) && a.overlaps(term))
                        .map(a -> a.seat().slot())
                        .distinct()
                        .filter(other -> excludes(other, slot))
                        .toList();
        return RuleCheck.of(
                TeamRule.SLOTS_EXCLUSIVE,
                others.isEmpty(),
                "person",
                person,
                "slot",
                slot.id(),
                "others",
                others,
                "source",
                slot.source().document(),
                "standing",
                slot.source().standing());
    }

    private boolean excludes(String other, Slot slot) {
        return team.pattern().slot(other).filter(found -> found.excludes(slot)).isPresent();
    }

    private RuleCheck notTwice(Assignment assignment, Predicate<Assignment> conflicting) {
        PersonId person = assignment.candidate().person();
        String slot = assignment.seat().slot();
        return RuleCheck.of(
                TeamRule.NOT_TWICE,
                team.assignments().stream()
                        .filter(a -> a.isOf(person, slot))
                        .noneMatch(conflicting),
                "person",
                person,
                "slot",
                slot);
    }

    private RuleCheck seatFree(Assignment wanted, Slot slot) {
        // Occupation changes only where a term begins, so these days show the fullest one.
        int fullest =
                Stream.concat(
                                Stream.of(wanted.term().startInclusive()),
                                team.assignments().stream().map(a -> a.term().startInclusive()))
                        .filter(wanted.term()::contains)
                        .mapToInt(day -> team.seatedIn(slot, day).size())
                        .max()
                        .orElse(0);
        return RuleCheck.of(
                TeamRule.SEAT_FREE,
                wanted.isReserve() || fullest < slot.seats().most(),
                "slot",
                slot.id(),
                "held",
                fullest,
                "most",
                slot.seats().most(),
                "source",
                slot.source().document(),
                "standing",
                slot.source().standing());
    }

    private RuleCheck communities(Candidate candidate, Slot slot) {
        SortedSet<CommunityId> served = new TreeSet<>(candidate.servesElsewhere());
        served.add(team.community());
        int most = slot.seats().mostCommunities();
        return RuleCheck.of(
                TeamRule.COMMUNITIES,
                most == 0 || served.size() <= most,
                "person",
                candidate.person(),
                "slot",
                slot.id(),
                "served",
                served.size(),
                "most",
                most,
                "source",
                slot.source().document(),
                "standing",
                slot.source().standing());
    }
}
