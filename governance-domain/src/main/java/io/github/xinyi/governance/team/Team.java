package io.github.xinyi.governance.team;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who sits in which seat of a team and when, for example the 1+3+N team of a community from
 * 2025-11-01 on.
 *
 * <p>Commands answer with the event to record and change nothing; {@link #after} gives the team
 * with the event, and refuses one that no command could have answered. Which firm serves the
 * community stands in the service contracts recorded here, and not in the word of whoever asks.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class Team {

    /** The greatest number of assignments a team keeps, ended ones too. */
    public static final int MAX_ASSIGNMENTS = 1_000;

    /** The greatest number of households counted in one grid cell. */
    public static final int MAX_HOUSEHOLDS = 100_000;

    /** The greatest number of service contracts that a team knows, ended ones too. */
    public static final int MAX_CONTRACTS = 32;

    /**
     * How many counts of households, contracts, substitutes and early ends a team takes at most, of
     * each; with its assignments they fit into one stream of a store.
     */
    public static final int MAX_CHANGES = 2_000;

    /** The greatest number of declarations of employment that a team keeps. */
    public static final int MAX_EMPLOYMENTS = 500;

    private final List<TeamEvent> history;
    private final SortedMap<String, ServiceContract> contracts;
    private final List<Assignment> assignments;
    private final List<Substitution> substitutions;
    private final int households;

    private Team(TeamFormed formed) {
        this.history = List.of(formed);
        this.contracts = with(new TreeMap<>(), formed.contracts());
        this.assignments = List.of();
        this.substitutions = List.of();
        this.households = 0;
    }

    private Team(
            Team before,
            TeamEvent event,
            SortedMap<String, ServiceContract> contracts,
            List<Assignment> assignments,
            List<Substitution> substitutions,
            int households) {
        this.history = plus(before.history, event);
        this.contracts = contracts;
        this.assignments = List.copyOf(assignments);
        this.substitutions = List.copyOf(substitutions);
        this.households = households;
    }

    private static SortedMap<String, ServiceContract> with(
            SortedMap<String, ServiceContract> known, List<ServiceContract> more) {
        SortedMap<String, ServiceContract> all = new TreeMap<>(known);
        more.forEach(contract -> all.put(contract.reference(), contract));
        return Collections.unmodifiableSortedMap(all);
    }

    /**
     * Forms a team.
     *
     * @param community where
     * @param team its identifier
     * @param pattern its slots
     * @param contracts under which firms serve the community, at most {@link #MAX_CONTRACTS}, each
     *     reference once
     * @param at when
     * @return the first event of its history, or every rule in the way
     */
    public static Outcome<TeamFormed> form(
            CommunityId community,
            TeamId team,
            TeamPattern pattern,
            List<ServiceContract> contracts,
            Instant at) {
        TeamFormed event = new TeamFormed(community, team, pattern, contracts, at);
        return answer(TeamFindings.of(event), event);
    }

    /**
     * The team that a history leads to.
     *
     * @param history at least the forming, in order
     * @return the team
     * @throws IllegalArgumentException if no commands could have made that history
     */
    public static Team from(List<? extends TeamEvent> history) {
        if (history.isEmpty() || !(history.get(0) instanceof TeamFormed formed)) {
            throw new IllegalArgumentException("a team begins by being formed");
        }
        require(formed, TeamFindings.of(formed));
        Team team = new Team(formed);
        for (TeamEvent event : history.subList(1, history.size())) {
            team = team.after(event);
        }
        return team;
    }

    /**
     * The team with one more event.
     *
     * @param event what a command of this team gave
     * @return the team afterwards
     * @throws IllegalArgumentException if no command of this team could have given it
     */
    public Team after(TeamEvent event) {
        require(event, new TeamFindings(this).of(event));
        if (event instanceof MemberAssigned e) {
            return new Team(
                    this,
                    e,
                    contracts,
                    plus(assignments, e.assignment()),
                    substitutions,
                    households);
        }
        if (event instanceof SubstituteAssigned e) {
            return new Team(
                    this,
                    e,
                    contracts,
                    assignments,
                    plus(substitutions, new Substitution(e.assignment(), e.holder())),
                    households);
        }
        if (event instanceof AssignmentEnded e) {
            return ended(e);
        }
        if (event instanceof HouseholdsCounted e) {
            return new Team(this, e, contracts, assignments, substitutions, e.households());
        }
        if (event instanceof ContractRecorded e) {
            return new Team(
                    this,
                    e,
                    with(contracts, List.of(e.contract())),
                    assignments,
                    substitutions,
                    households);
        }
        if (event instanceof EmploymentDeclared e) {
            return new Team(this, e, contracts, assignments, substitutions, households);
        }
        throw new IllegalArgumentException("a team is formed once: " + event);
    }

    private static void require(TeamEvent event, Ruling ruling) {
        if (!ruling.notMet().isEmpty()) {
            throw new IllegalArgumentException("no command made " + event + ": " + ruling.notMet());
        }
    }

    /**
     * The community.
     *
     * @return where the team works
     */
    public CommunityId community() {
        return formed().community();
    }

    /**
     * The team's identifier.
     *
     * @return as formed
     */
    public TeamId id() {
        return formed().team();
    }

    /**
     * The slots under which the team was formed.
     *
     * @return the pattern
     */
    public TeamPattern pattern() {
        return formed().pattern();
    }

    /**
     * The households of the team's cell.
     *
     * @return as last counted; 0 before the first count
     */
    public int households() {
        return households;
    }

    private TeamFormed formed() {
        return (TeamFormed) history.get(0);
    }

    /** How many events of a kind were recorded. */
    long recorded(Class<? extends TeamEvent> kind) {
        return history.stream().filter(kind::isInstance).count();
    }

    Instant last() {
        return history.get(history.size() - 1).occurredAt();
    }

    List<Assignment> assignments() {
        return assignments;
    }

    List<Substitution> substitutions() {
        return substitutions;
    }

    /** Who serves on any day of a time. */
    SortedSet<PersonId> firmsServing(EffectivePeriod time) {
        return contracts.values().stream()
                .filter(contract -> Assignment.overlap(contract.term(), time))
                .map(ServiceContract::firm)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * For whom somebody works on any day of a time: as it was said at the assignment, unless it was
     * declared since that this has ended, and as it was declared since.
     */
    SortedSet<PersonId> employers(Candidate candidate, EffectivePeriod time) {
        SortedMap<PersonId, EffectivePeriod> declared = new TreeMap<>();
        for (TeamEvent event : history) {
            if (event instanceof EmploymentDeclared e && e.person().equals(candidate.person())) {
                declared.put(e.employer(), e.term());
            } else if (assigns(event, candidate)) {
                declared.keySet().removeAll(candidate.employers());
            }
        }
        SortedSet<PersonId> employers = new TreeSet<>(candidate.employers());
        declared.forEach(
                (employer, term) -> {
                    if (Assignment.overlap(term, time)) {
                        employers.add(employer);
                    } else if (!time.startInclusive().isBefore(term.endExclusive())) {
                        employers.remove(employer);
                    }
                });
        return employers;
    }

    private static boolean assigns(TeamEvent event, Candidate candidate) {
        return event instanceof MemberAssigned member
                ? member.assignment().candidate().equals(candidate)
                : event instanceof SubstituteAssigned standIn
                        && standIn.assignment().candidate().equals(candidate);
    }

    /**
     * Who holds a seat on a day, and who is in reserve.
     *
     * @param day the day
     * @return in the order assigned; who stands in is not among them unless in reserve
     */
    public List<Assignment> on(LocalDate day) {
        return assignments.stream().filter(a -> a.runsOn(day)).toList();
    }

    /**
     * Who does the work of the team on a day: the holders of seats, or who stands in for them.
     *
     * @param day the day
     * @return the persons, sorted
     */
    public SortedSet<PersonId> serving(LocalDate day) {
        SortedSet<PersonId> serving = new TreeSet<>();
        seated(day).forEach(a -> serving.add(standInFor(a, day)));
        return serving;
    }

    /**
     * Whether somebody does the work of a slot on a day.
     *
     * @param person who
     * @param slot the slot's id, for example {@code 网格长}
     * @param day the day
     * @return true for who holds a seat of it, or stands in for who does
     */
    public boolean serves(PersonId person, String slot, LocalDate day) {
        return seated(day)
                .filter(a -> a.seat().slot().equals(slot))
                .anyMatch(a -> standInFor(a, day).equals(person));
    }

    /**
     * Whether what somebody did in a slot was of the record, for a case or a step that names who
     * did it. An end that is recorded later for an earlier day does not make wrong what was done
     * while the record still held the seat, nor is a seat at fault that was recorded later.
     *
     * @param person who
     * @param slot the slot's id, for example {@code 网格长}
     * @param day the day on which it was done
     * @param at the moment at which it was done
     * @return true for who {@link #serves} that day by the record as it stands now, or as it stood
     *     at that moment
     */
    public boolean served(PersonId person, String slot, LocalDate day, Instant at) {
        return serves(person, slot, day)
                || asRecordedAt(at).filter(then -> then.serves(person, slot, day)).isPresent();
    }

    /** By the events up to a moment, it included; empty before the team was formed. */
    private Optional<Team> asRecordedAt(Instant moment) {
        List<TeamEvent> then =
                history.stream().filter(e -> !e.occurredAt().isAfter(moment)).toList();
        return then.isEmpty() ? Optional.empty() : Optional.of(from(then));
    }

    /**
     * The firms that serve the community on a day.
     *
     * @param day the day
     * @return by the contracts recorded so far, sorted
     */
    public SortedSet<PersonId> servingFirms(LocalDate day) {
        return firmsServing(new EffectivePeriod(day, day.plusDays(1)));
    }

    /**
     * The service contracts, as each stands now.
     *
     * @return by their references, ended ones too
     */
    public List<ServiceContract> contracts() {
        return List.copyOf(contracts.values());
    }

    /**
     * Whether the team is as its pattern asks on a day.
     *
     * @param day the day
     * @return for each slot how it is filled, and each further rule that the slot has; {@link
     *     Verdict#UNDETERMINED} where independence is asked and no contract says who serves
     */
    public Ruling composition(LocalDate day) {
        SortedSet<PersonId> firms = servingFirms(day);
        return composition(day, firms, !firms.isEmpty());
    }

    /**
     * The same where the caller knows of more firms than the contracts recorded here, or that no
     * firm serves.
     *
     * @param day the day
     * @param alsoServing firms that serve the community on that day by what the caller knows; empty
     *     if none does but those of the contracts
     * @return for each slot how it is filled, and each further rule that the slot has
     */
    public Ruling composition(LocalDate day, Set<PersonId> alsoServing) {
        SortedSet<PersonId> firms = new TreeSet<>(alsoServing);
        firms.addAll(servingFirms(day));
        return composition(day, firms, true);
    }

    private Ruling composition(LocalDate day, SortedSet<PersonId> firms, boolean known) {
        List<Finding> findings = new ArrayList<>();
        for (Slot slot : pattern().slots()) {
            findings.add(filled(slot, day));
            if (!slot.admission().kinds().isEmpty()) {
                SortedSet<String> missing = missingKinds(slot, day);
                findings.add(
                        RuleCheck.of(
                                TeamRule.KINDS_FILLED,
                                missing.isEmpty(),
                                "slot",
                                slot.id(),
                                "missing",
                                missing,
                                "source",
                                slot.source().document(),
                                "standing",
                                slot.source().standing()));
            }
            seatedIn(slot, day).forEach(a -> findings.addAll(standing(a, slot, day, firms, known)));
        }
        return new Ruling(findings);
    }

    private RuleCheck filled(Slot slot, LocalDate day) {
        int filled = seatedIn(slot, day).size();
        return RuleCheck.of(
                TeamRule.SLOT_FILLED,
                filled >= slot.seats().least() && filled <= slot.seats().most(),
                "slot",
                slot.id(),
                "filled",
                filled,
                "least",
                slot.seats().least(),
                "most",
                slot.seats().most(),
                "source",
                slot.source().document(),
                "standing",
                slot.source().standing());
    }

    /** What is asked of a member all the time, and of who stands in on the day. */
    private List<Finding> standing(
            Assignment member, Slot slot, LocalDate day, Set<PersonId> firms, boolean known) {
        EffectivePeriod only = new EffectivePeriod(day, day.plusDays(1));
        TeamFindings rules = new TeamFindings(this);
        List<Finding> findings = new ArrayList<>();
        concerned(member, day)
                .forEach(
                        person -> {
                            findings.add(
                                    known
                                            ? TeamFindings.independent(
                                                    person, employers(person, only), slot, firms)
                                            : TeamFindings.independentOfWhom(person, slot));
                            findings.add(rules.exclusive(person.person(), slot, only));
                        });
        return findings;
    }

    /**
     * The seats that nobody holds on a day.
     *
     * @param day the day
     * @return one entry for each slot that lacks people or kinds, in the order of the pattern
     */
    public List<Vacancy> vacancies(LocalDate day) {
        return pattern().slots().stream()
                .map(
                        slot ->
                                new Vacancy(
                                        id(),
                                        slot.id(),
                                        Math.max(
                                                0,
                                                slot.seats().least() - seatedIn(slot, day).size()),
                                        missingKinds(slot, day)))
                .filter(v -> v.missing() > 0 || !v.missingKinds().isEmpty())
                .toList();
    }

    /**
     * Who does the work of a slot on a day and works for a firm that serves the community, though
     * the slot keeps such people out; {@link #end} is how that ends.
     *
     * @param day the day
     * @return by the contracts and the declarations recorded so far, in the order of the pattern
     */
    public List<Conflict> conflicts(LocalDate day) {
        EffectivePeriod only = new EffectivePeriod(day, day.plusDays(1));
        List<Conflict> conflicts = new ArrayList<>();
        for (Slot slot : pattern().slots()) {
            if (slot.admission().independence() == Admission.Independence.FROM_SERVING_FIRM) {
                for (Assignment member : seatedIn(slot, day)) {
                    concerned(member, day)
                            .forEach(
                                    who -> {
                                        SortedSet<PersonId> firms = employers(who, only);
                                        firms.retainAll(servingFirms(day));
                                        if (!firms.isEmpty()) {
                                            conflicts.add(
                                                    new Conflict(
                                                            id(), slot.id(), who.person(), firms));
                                        }
                                    });
                }
            }
        }
        return List.copyOf(conflicts);
    }

    /** Who holds a seat, and who stands in for the holder on the day. */
    private Stream<Candidate> concerned(Assignment member, LocalDate day) {
        return Stream.concat(
                Stream.of(member.candidate()),
                standIns(member, day).map(s -> s.assignment().candidate()));
    }

    /**
     * When which slot lacks whom.
     *
     * @param days the time asked about
     * @return by the order of the pattern, then by day; times that touch and lack the same are one
     */
    public List<Gap> gaps(EffectivePeriod days) {
        List<LocalDate> changes =
                assignments.stream()
                        .flatMap(a -> Stream.of(a.term().startInclusive(), a.term().endExclusive()))
                        .filter(days::contains)
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .filter(day -> day.isAfter(days.startInclusive()))
                        .toList();
        List<Gap> gaps = new ArrayList<>();
        for (Slot slot : pattern().slots()) {
            LocalDate from = days.startInclusive();
            for (LocalDate until : plus(changes, days.endExclusive())) {
                Optional<Vacancy> before = vacancy(slot, from);
                if (until.equals(days.endExclusive()) || !before.equals(vacancy(slot, until))) {
                    EffectivePeriod lacking = new EffectivePeriod(from, until);
                    before.ifPresent(vacancy -> gaps.add(new Gap(vacancy, lacking)));
                    from = until;
                }
            }
        }
        return gaps;
    }

    private Optional<Vacancy> vacancy(Slot slot, LocalDate day) {
        return vacancies(day).stream().filter(v -> v.slot().equals(slot.id())).findFirst();
    }

    /**
     * Assigns a person whose seats in other teams the host knows: what those teams record counts,
     * whatever the candidate declares.
     *
     * @param assignment who, where and until when
     * @param others the other teams known, this one not among them
     * @param at when
     * @return the event, with every community served in the candidate; refused with all reasons
     * @throws IllegalArgumentException if the person serves more than {@link
     *     Candidate#MAX_COMMUNITIES}
     */
    public Outcome<TeamEvent> assign(Assignment assignment, Collection<Team> others, Instant at) {
        Candidate candidate = assignment.candidate();
        SortedSet<CommunityId> served = new TreeSet<>(candidate.servesElsewhere());
        for (Team other : others) {
            boolean serves =
                    other.assignments().stream()
                            .filter(a -> a.isOf(candidate.person(), assignment.seat().slot()))
                            .anyMatch(a -> a.overlaps(assignment.term()));
            if (serves && !other.community().equals(community())) {
                served.add(other.community());
            }
        }
        Candidate known =
                new Candidate(
                        candidate.person(), candidate.qualities(), candidate.employers(), served);
        return assign(
                new Assignment(assignment.seat(), known, assignment.capacity(), assignment.term()),
                at);
    }

    /**
     * Assigns somebody to a seat or to the reserve of a slot.
     *
     * @param assignment who, where, how and when
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<TeamEvent> assign(Assignment assignment, Instant at) {
        return decide(new MemberAssigned(community(), id(), assignment, at));
    }

    /**
     * Lets somebody of the reserve stand in for a member.
     *
     * @param assignment who stands in, in which seat and when; its capacity is full- or part-time
     * @param holder whose seat it is
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<TeamEvent> substitute(Assignment assignment, PersonId holder, Instant at) {
        return decide(new SubstituteAssigned(community(), id(), assignment, holder, at));
    }

    /**
     * Ends an assignment before its term, and with it what substitutes do in it later.
     *
     * @param person who
     * @param slot which slot
     * @param endExclusive the first day no longer served; after the first day of the term
     * @param reason why
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<TeamEvent> end(
            PersonId person,
            String slot,
            LocalDate endExclusive,
            AssignmentEnded.Reason reason,
            Instant at) {
        return decide(
                new AssignmentEnded(community(), id(), person, slot, endExclusive, reason, at));
    }

    /**
     * Records how many households the team's cell has; an unusual size only warns.
     *
     * @param households from 0 to {@link #MAX_HOUSEHOLDS}
     * @param countedOn the day of the count
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<TeamEvent> countHouseholds(int households, LocalDate countedOn, Instant at) {
        return decide(new HouseholdsCounted(community(), id(), households, countedOn, at));
    }

    /**
     * Records a service contract, or another term of one that is known. Who sits here and works for
     * its firm stays until {@link #end}; {@link #composition} names them from the first day on.
     *
     * @param contract as it stands from now on
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<TeamEvent> recordContract(ServiceContract contract, Instant at) {
        return decide(new ContractRecorded(community(), id(), contract, at));
    }

    /**
     * Declares for whom somebody of the team works, or when that ended. It refuses nobody a seat
     * already held; {@link #composition} and {@link #conflicts} name who works for a serving firm.
     *
     * @param person who has or had an assignment here
     * @param employer for whom
     * @param term first day included, end excluded
     * @param declaredBy who says so and answers for it
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<TeamEvent> declareEmployment(
            PersonId person,
            PersonId employer,
            EffectivePeriod term,
            PersonId declaredBy,
            Instant at) {
        return decide(
                new EmploymentDeclared(community(), id(), person, employer, term, declaredBy, at));
    }

    private Outcome<TeamEvent> decide(TeamEvent event) {
        return answer(new TeamFindings(this).of(event), event);
    }

    private static <T> Outcome<T> answer(Ruling ruling, T event) {
        return ruling.notMet().isEmpty() ? Outcome.accepted(event) : Outcome.refused(ruling);
    }

    private SortedSet<String> missingKinds(Slot slot, LocalDate day) {
        List<String> held = seatedIn(slot, day).stream().map(a -> a.seat().kind()).toList();
        return slot.admission().kinds().stream()
                .filter(kind -> !held.contains(kind))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Assignment> seated(LocalDate day) {
        return assignments.stream().filter(a -> !a.isReserve() && a.runsOn(day));
    }

    List<Assignment> seatedIn(Slot slot, LocalDate day) {
        return seated(day).filter(a -> a.seat().slot().equals(slot.id())).toList();
    }

    private Stream<Substitution> standIns(Assignment member, LocalDate day) {
        return substitutions.stream()
                .filter(s -> s.assignment().runsOn(day))
                .filter(s -> s.assignment().seat().equals(member.seat()))
                .filter(s -> s.holder().equals(member.candidate().person()));
    }

    /** Everybody with an assignment of any kind on a day, those who stand in too. */
    Stream<Assignment> engaged(LocalDate day) {
        return Stream.concat(on(day).stream(), standingIn(day));
    }

    /** What those who stand in on a day do there. */
    Stream<Assignment> standingIn(LocalDate day) {
        return substitutions.stream()
                .map(Substitution::assignment)
                .filter(assignment -> assignment.runsOn(day));
    }

    private PersonId standInFor(Assignment member, LocalDate day) {
        return standIns(member, day)
                .findFirst()
                .map(Substitution::by)
                .orElse(member.candidate().person());
    }

    private Team ended(AssignmentEnded event) {
        LocalDate end = event.endExclusive();
        List<Substitution> shortened = new ArrayList<>();
        for (Substitution s : substitutions) {
            boolean concerned =
                    s.assignment().seat().slot().equals(event.slot())
                            && (s.holder().equals(event.person()) || s.by().equals(event.person()));
            if (!concerned || !s.assignment().term().endExclusive().isAfter(end)) {
                shortened.add(s);
            } else if (s.assignment().term().startInclusive().isBefore(end)) {
                shortened.add(new Substitution(s.assignment().endingOn(end), s.holder()));
            }
        }
        List<Assignment> left =
                assignments.stream().map(a -> a.isEndedBy(event) ? a.endingOn(end) : a).toList();
        return new Team(this, event, contracts, left, shortened, households);
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Team that && history.equals(that.history);
    }

    @Override
    public int hashCode() {
        return history.hashCode();
    }

    /** For example {@code T-01 (1+3+N), 5 assignments}. */
    @Override
    public String toString() {
        return id() + " (" + pattern().id() + "), " + assignments.size() + " assignments";
    }
}
