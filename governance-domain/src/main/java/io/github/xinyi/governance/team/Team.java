package io.github.xinyi.governance.team;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.team.TeamEvent.AssignmentEnded;
import io.github.xinyi.governance.team.TeamEvent.HouseholdsCounted;
import io.github.xinyi.governance.team.TeamEvent.MemberAssigned;
import io.github.xinyi.governance.team.TeamEvent.SubstituteAssigned;
import io.github.xinyi.governance.team.TeamEvent.TeamFormed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who sits in which seat of a team and when, for example the 1+3+N team of a community from
 * 2025-11-01 on.
 *
 * <p>Commands answer with the event to record and change nothing; {@link #after} gives the team
 * with the event. Who employs the serving firm's people is told by the host at each question, since
 * firms change. Immutable.
 *
 * @since 0.1.0
 */
public final class Team {

    /** The greatest number of assignments a team keeps, ended ones too. */
    public static final int MAX_ASSIGNMENTS = 1_000;

    /** The greatest number of households counted in one grid cell. */
    public static final int MAX_HOUSEHOLDS = 100_000;

    private final TeamFormed formed;
    private final List<Assignment> assignments;
    private final List<Substitution> substitutions;
    private final int households;

    /** Who stands in for whom. */
    private record Substitution(Assignment assignment, PersonId holder) {}

    private Team(
            TeamFormed formed,
            List<Assignment> assignments,
            List<Substitution> substitutions,
            int households) {
        this.formed = formed;
        this.assignments = List.copyOf(assignments);
        this.substitutions = List.copyOf(substitutions);
        this.households = households;
    }

    /**
     * Forms a team.
     *
     * @param community where
     * @param team its identifier
     * @param pattern its slots
     * @param at when
     * @return the first event of its history
     */
    public static TeamFormed form(
            CommunityId community, TeamId team, TeamPattern pattern, Instant at) {
        return new TeamFormed(community, team, pattern, at);
    }

    /**
     * The team that a history leads to.
     *
     * @param history at least the forming, in order
     * @return the team
     * @throws IllegalArgumentException if no commands could have made that history
     */
    public static Team from(List<TeamEvent> history) {
        if (history.isEmpty() || !(history.get(0) instanceof TeamFormed formed)) {
            throw new IllegalArgumentException("a team begins by being formed");
        }
        Team team = new Team(formed, List.of(), List.of(), 0);
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
     * @throws IllegalArgumentException if the event is not of this team or cannot follow
     */
    public Team after(TeamEvent event) {
        if (!event.team().equals(id()) || !event.community().equals(community())) {
            throw new IllegalArgumentException("an event of another team: " + event);
        }
        if (event instanceof MemberAssigned assigned) {
            slotOf(assigned.assignment());
            return new Team(
                    formed, plus(assignments, assigned.assignment()), substitutions, households);
        }
        if (event instanceof SubstituteAssigned placed) {
            slotOf(placed.assignment());
            return new Team(
                    formed,
                    assignments,
                    plus(substitutions, new Substitution(placed.assignment(), placed.holder())),
                    households);
        }
        if (event instanceof AssignmentEnded ended) {
            return ended(ended);
        }
        if (event instanceof HouseholdsCounted counted) {
            return new Team(formed, assignments, substitutions, counted.households());
        }
        throw new IllegalArgumentException("cannot follow: " + event);
    }

    /**
     * The community.
     *
     * @return where the team works
     */
    public CommunityId community() {
        return formed.community();
    }

    /**
     * The team's identifier.
     *
     * @return as formed
     */
    public TeamId id() {
        return formed.team();
    }

    /**
     * The slots under which the team was formed.
     *
     * @return the pattern
     */
    public TeamPattern pattern() {
        return formed.pattern();
    }

    /**
     * The households of the team's cell.
     *
     * @return as last counted; 0 before the first count
     */
    public int households() {
        return households;
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
     * Whether the team is as its pattern asks on a day.
     *
     * @param day the day
     * @param servingFirms the firms that serve the community on that day
     * @return for each slot how it is filled, and each further rule that the slot has
     */
    public Ruling composition(LocalDate day, Set<PersonId> servingFirms) {
        List<Finding> findings = new ArrayList<>();
        for (Slot slot : pattern().slots()) {
            int filled = seatedIn(slot, day).size();
            findings.add(
                    RuleCheck.of(
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
                            slot.source().standing()));
            if (!slot.admission().kinds().isEmpty()) {
                SortedSet<String> missing = missingKinds(slot, day);
                findings.add(
                        RuleCheck.of(
                                TeamRule.KINDS_FILLED,
                                missing.isEmpty(),
                                "slot",
                                slot.id(),
                                "missing",
                                missing));
            }
            seatedIn(slot, day).forEach(a -> findings.addAll(standing(a, slot, day, servingFirms)));
        }
        return new Ruling(findings);
    }

    /** What is asked of a member all the time, and of who stands in on the day. */
    private List<Finding> standing(
            Assignment member, Slot slot, LocalDate day, Set<PersonId> servingFirms) {
        EffectivePeriod only = new EffectivePeriod(day, day.plusDays(1));
        List<Finding> findings = new ArrayList<>();
        Stream.concat(
                        Stream.of(member.candidate()),
                        standIns(member, day).map(s -> s.assignment().candidate()))
                .forEach(
                        person -> {
                            findings.add(independent(person, slot, servingFirms));
                            findings.add(exclusive(person.person(), slot, only));
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
     * Assigns somebody to a seat or to the reserve of a slot.
     *
     * @param assignment who, where, how and when
     * @param servingFirms the firms that serve the community now
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<MemberAssigned> assign(
            Assignment assignment, Set<PersonId> servingFirms, Instant at) {
        List<Finding> findings = admission(assignment, servingFirms);
        pattern()
                .slot(assignment.seat().slot())
                .ifPresent(
                        slot -> {
                            findings.add(notTwice(assignment, a -> a.overlaps(assignment.term())));
                            findings.add(seatFree(assignment, slot));
                            findings.add(communities(assignment.candidate(), slot));
                        });
        return answer(findings, () -> new MemberAssigned(community(), id(), assignment, at));
    }

    /**
     * Lets somebody of the reserve stand in for a member.
     *
     * @param assignment who stands in, in which seat and when; its capacity is full- or part-time
     * @param holder whose seat it is
     * @param servingFirms the firms that serve the community now
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<SubstituteAssigned> substitute(
            Assignment assignment, PersonId holder, Set<PersonId> servingFirms, Instant at) {
        if (assignment.isReserve()) {
            throw new IllegalArgumentException("who stands in is no longer in reserve meanwhile");
        }
        EffectivePeriod term = assignment.term();
        Seat seat = assignment.seat();
        PersonId person = assignment.candidate().person();
        List<Finding> findings = admission(assignment, servingFirms);
        findings.add(notTwice(assignment, a -> !a.isReserve() && a.overlaps(term)));
        findings.add(
                RuleCheck.of(
                        TeamRule.HOLDER_IN_OFFICE,
                        assignments.stream()
                                .anyMatch(
                                        a ->
                                                !a.isReserve()
                                                        && a.seat().equals(seat)
                                                        && a.candidate().person().equals(holder)
                                                        && a.covers(term)),
                        "person",
                        holder,
                        "slot",
                        seat.slot()));
        findings.add(
                RuleCheck.of(
                        TeamRule.SUBSTITUTE_IN_RESERVE,
                        assignments.stream()
                                .anyMatch(
                                        a ->
                                                a.isReserve()
                                                        && a.seat().slot().equals(seat.slot())
                                                        && a.candidate().person().equals(person)
                                                        && a.covers(term)),
                        "person",
                        person,
                        "slot",
                        seat.slot()));
        findings.add(
                RuleCheck.of(
                        TeamRule.ONE_SUBSTITUTE,
                        substitutions.stream()
                                .noneMatch(
                                        s ->
                                                s.assignment().overlaps(term)
                                                        && s.assignment()
                                                                .seat()
                                                                .slot()
                                                                .equals(seat.slot())
                                                        && (s.holder().equals(holder)
                                                                || s.assignment()
                                                                        .candidate()
                                                                        .person()
                                                                        .equals(person))),
                        "person",
                        holder,
                        "slot",
                        seat.slot()));
        return answer(
                findings, () -> new SubstituteAssigned(community(), id(), assignment, holder, at));
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
    public Outcome<AssignmentEnded> end(
            PersonId person,
            String slot,
            LocalDate endExclusive,
            AssignmentEnded.Reason reason,
            Instant at) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        TeamRule.ASSIGNMENT_RUNNING,
                        assignments.stream().anyMatch(a -> endsIn(a, person, slot, endExclusive)),
                        "person",
                        person,
                        "slot",
                        slot,
                        "day",
                        endExclusive));
        return answer(
                findings,
                () ->
                        new AssignmentEnded(
                                community(), id(), person, slot, endExclusive, reason, at));
    }

    /**
     * Records how many households the team's cell has; an unusual size only warns.
     *
     * @param households from 0 to {@link #MAX_HOUSEHOLDS}
     * @param countedOn the day of the count
     * @param at when
     * @return what to record, or the rule in the way
     */
    public Outcome<HouseholdsCounted> countHouseholds(
            int households, LocalDate countedOn, Instant at) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        TeamRule.HOUSEHOLD_COUNT,
                        households >= 0 && households <= MAX_HOUSEHOLDS,
                        "households",
                        households,
                        "most",
                        MAX_HOUSEHOLDS));
        return answer(
                findings,
                () -> new HouseholdsCounted(community(), id(), households, countedOn, at));
    }

    private List<Finding> admission(Assignment assignment, Set<PersonId> servingFirms) {
        Candidate candidate = assignment.candidate();
        Seat seat = assignment.seat();
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        TeamRule.SLOT_KNOWN,
                        pattern().slot(seat.slot()).isPresent(),
                        "slot",
                        seat.slot(),
                        "pattern",
                        pattern().id()));
        findings.add(
                RuleCheck.of(
                        TeamRule.ASSIGNMENTS,
                        assignments.size() + substitutions.size() < MAX_ASSIGNMENTS,
                        "most",
                        MAX_ASSIGNMENTS));
        pattern()
                .slot(seat.slot())
                .ifPresent(
                        slot -> {
                            Admission asked = slot.admission();
                            findings.add(
                                    RuleCheck.of(
                                            TeamRule.KIND_KNOWN,
                                            asked.kinds().isEmpty()
                                                    ? seat.kind().isEmpty()
                                                    : asked.kinds().contains(seat.kind()),
                                            "slot",
                                            slot.id(),
                                            "kind",
                                            seat.kind(),
                                            "kinds",
                                            asked.kinds()));
                            findings.add(
                                    RuleCheck.of(
                                            TeamRule.ELIGIBLE,
                                            asked.qualities().isEmpty()
                                                    || candidate.qualities().stream()
                                                            .anyMatch(
                                                                    q ->
                                                                            asked.qualities()
                                                                                    .contains(q)),
                                            "person",
                                            candidate.person(),
                                            "slot",
                                            slot.id(),
                                            "asked",
                                            asked.qualities(),
                                            "source",
                                            slot.source().document()));
                            findings.add(independent(candidate, slot, servingFirms));
                            findings.add(exclusive(candidate.person(), slot, assignment.term()));
                        });
        return findings;
    }

    private static RuleCheck independent(
            Candidate candidate, Slot slot, Set<PersonId> servingFirms) {
        return RuleCheck.of(
                TeamRule.INDEPENDENT,
                slot.admission().independence() == Admission.Independence.NOT_ASKED
                        || !candidate.worksForOneOf(servingFirms),
                "person",
                candidate.person(),
                "slot",
                slot.id(),
                "source",
                slot.source().document());
    }

    private RuleCheck exclusive(PersonId person, Slot slot, EffectivePeriod term) {
        List<String> others =
                all().filter(a -> a.candidate().person().equals(person))
                        .filter(a -> a.overlaps(term) && slotOf(a).excludes(slot))
                        .map(a -> a.seat().slot())
                        .distinct()
                        .toList();
        return RuleCheck.of(
                TeamRule.SLOTS_EXCLUSIVE,
                others.isEmpty(),
                "person",
                person,
                "slot",
                slot.id(),
                "others",
                others);
    }

    private RuleCheck notTwice(Assignment assignment, Predicate<Assignment> conflicting) {
        PersonId person = assignment.candidate().person();
        String slot = assignment.seat().slot();
        return RuleCheck.of(
                TeamRule.NOT_TWICE,
                assignments.stream()
                        .filter(a -> a.candidate().person().equals(person))
                        .filter(a -> a.seat().slot().equals(slot))
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
                                assignments.stream().map(a -> a.term().startInclusive()))
                        .filter(wanted.term()::contains)
                        .mapToInt(day -> seatedIn(slot, day).size())
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
                slot.source().document());
    }

    private RuleCheck communities(Candidate candidate, Slot slot) {
        SortedSet<CommunityId> served = new TreeSet<>(candidate.servesElsewhere());
        served.add(community());
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
                most);
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

    private List<Assignment> seatedIn(Slot slot, LocalDate day) {
        return seated(day).filter(a -> a.seat().slot().equals(slot.id())).toList();
    }

    private Stream<Substitution> standIns(Assignment member, LocalDate day) {
        return substitutions.stream()
                .filter(s -> s.assignment().runsOn(day))
                .filter(s -> s.assignment().seat().equals(member.seat()))
                .filter(s -> s.holder().equals(member.candidate().person()));
    }

    private PersonId standInFor(Assignment member, LocalDate day) {
        return standIns(member, day)
                .findFirst()
                .map(s -> s.assignment().candidate().person())
                .orElse(member.candidate().person());
    }

    private Stream<Assignment> all() {
        return Stream.concat(
                assignments.stream(), substitutions.stream().map(Substitution::assignment));
    }

    private Slot slotOf(Assignment assignment) {
        return pattern()
                .slot(assignment.seat().slot())
                .orElseThrow(
                        () -> new IllegalArgumentException("no such slot: " + assignment.seat()));
    }

    private static boolean endsIn(
            Assignment assignment, PersonId person, String slot, LocalDate endExclusive) {
        return assignment.candidate().person().equals(person)
                && assignment.seat().slot().equals(slot)
                && assignment.term().startInclusive().isBefore(endExclusive)
                && endExclusive.isBefore(assignment.term().endExclusive());
    }

    private Team ended(AssignmentEnded event) {
        LocalDate end = event.endExclusive();
        if (assignments.stream().noneMatch(a -> endsIn(a, event.person(), event.slot(), end))) {
            throw new IllegalArgumentException("nothing ends by: " + event);
        }
        List<Substitution> shortened = new ArrayList<>();
        for (Substitution s : substitutions) {
            boolean concerned =
                    s.assignment().seat().slot().equals(event.slot())
                            && (s.holder().equals(event.person())
                                    || s.assignment().candidate().person().equals(event.person()));
            if (!concerned || !s.assignment().term().endExclusive().isAfter(end)) {
                shortened.add(s);
            } else if (s.assignment().term().startInclusive().isBefore(end)) {
                shortened.add(new Substitution(s.assignment().endingOn(end), s.holder()));
            }
        }
        return new Team(
                formed,
                assignments.stream()
                        .map(
                                a ->
                                        endsIn(a, event.person(), event.slot(), end)
                                                ? a.endingOn(end)
                                                : a)
                        .toList(),
                shortened,
                households);
    }

    private static <T> Outcome<T> answer(List<Finding> findings, Supplier<T> event) {
        Ruling ruling = new Ruling(findings);
        return ruling.notMet().isEmpty() ? Outcome.accepted(event.get()) : Outcome.refused(ruling);
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Team that
                && formed.equals(that.formed)
                && assignments.equals(that.assignments)
                && substitutions.equals(that.substitutions)
                && households == that.households;
    }

    @Override
    public int hashCode() {
        return Objects.hash(formed, assignments, substitutions, households);
    }

    /** For example {@code T-01 (1+3+N), 5 assignments}. */
    @Override
    public String toString() {
        return id() + " (" + pattern().id() + "), " + assignments.size() + " assignments";
    }
}
