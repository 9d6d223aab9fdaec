package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.grid.CaseEvent.AgreementReached;
import io.github.xinyi.governance.grid.CaseEvent.CaseAccepted;
import io.github.xinyi.governance.grid.CaseEvent.CaseClosed;
import io.github.xinyi.governance.grid.CaseEvent.CaseEscalated;
import io.github.xinyi.governance.grid.CaseEvent.CaseFound;
import io.github.xinyi.governance.grid.CaseEvent.CaseOffered;
import io.github.xinyi.governance.grid.CaseEvent.CaseReopened;
import io.github.xinyi.governance.grid.CaseEvent.CaseReported;
import io.github.xinyi.governance.grid.CaseEvent.CaseReviewed;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp;
import io.github.xinyi.governance.grid.CaseEvent.LocalStepTaken;
import io.github.xinyi.governance.grid.CaseEvent.MediationOpened;
import io.github.xinyi.governance.grid.CaseEvent.OfferDeclined;
import io.github.xinyi.governance.grid.CaseEvent.PaymentLinked;
import io.github.xinyi.governance.grid.CaseEvent.PerformanceChecked;
import io.github.xinyi.governance.grid.CaseEvent.TeamCalled;
import io.github.xinyi.governance.grid.CaseEvent.WorkDone;
import io.github.xinyi.governance.grid.GridCase.Stage;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.team.Source;
import io.github.xinyi.governance.team.Team;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How a case of the grid stands by its events, for example settled by an agreement; what can be
 * done next is {@link GridCase}. Immutable.
 *
 * @since 0.1.0
 */
public abstract sealed class CaseRecord permits GridCase {

    private final CaseFound found;
    private final List<CaseEvent> events;
    private final Stage stage;
    private final PersonId holder;

    CaseRecord(List<CaseEvent> events, Stage stage, PersonId holder) {
        this.found = (CaseFound) events.get(0);
        this.events = List.copyOf(events);
        this.stage = stage;
        this.holder = holder;
    }

    /**
     * The case's identifier.
     *
     * @return as found
     */
    public CaseId id() {
        return found.caseId();
    }

    /**
     * How far it is.
     *
     * @return the stage
     */
    public Stage stage() {
        return stage;
    }

    /**
     * Who has it in hand: whoever received it first, until somebody else accepted it.
     *
     * @return one person at every moment
     */
    public PersonId holder() {
        return holder;
    }

    /**
     * How often it was opened.
     *
     * @return 0 before it was reported, then from 1
     */
    public int openings() {
        return (int) events.stream().filter(CaseRecord::isOpening).count();
    }

    /**
     * How many rounds of mediation were opened, over all openings.
     *
     * @return from 0
     */
    public int rounds() {
        return (int) all(MediationOpened.class).count();
    }

    /**
     * The payments it is tied to.
     *
     * @return the host's references, in order
     */
    public List<String> payments() {
        return all(PaymentLinked.class).map(PaymentLinked::reference).toList();
    }

    /**
     * What other owners see.
     *
     * @param calendar the rest days
     * @return category, progress, days and kind of result, and nothing else
     */
    public PublicCase publicView(HolidayCalendar calendar) {
        return new PublicCase(
                found.category(),
                PublicCase.Progress.of(stage),
                result(),
                PublicCase.steps(events),
                due(lastAt(), calendar).stream()
                        .map(
                                d ->
                                        new PublicCase.LastDay(
                                                d.kind(), GridCase.dayOf(d.dueAt().minusNanos(1))))
                        .toList());
    }

    private PublicCase.Result result() {
        if (PublicCase.Progress.of(stage).compareTo(PublicCase.Progress.SETTLED) < 0) {
            return PublicCase.Result.NONE;
        }
        CaseEvent settlement = settlement();
        if (settlement instanceof AgreementReached) {
            return PublicCase.Result.AGREEMENT;
        }
        return settlement instanceof WorkDone
                ? PublicCase.Result.WORK_DONE
                : PublicCase.Result.OTHER_WAY;
    }

    /**
     * The full record, for who reported and who works on the case; a team sees it while the case is
     * open for which it was called.
     *
     * @param viewer who asks
     * @return every event in order; refused for everybody else
     */
    public Outcome<List<CaseEvent>> recordFor(PersonId viewer) {
        boolean admitted =
                viewer.equals(found.reporter()) || viewer.equals(holder) || team().contains(viewer);
        return admitted
                ? Outcome.accepted(events)
                : Outcome.refused(Ruling.of(RuleCheck.of(CaseRule.VIEWER, false, "case", id())));
    }

    /**
     * The full record, also for who does the work of a post to which the grade leaves a step, for
     * example the 网格长 who signs before the close; nobody has to sign unread. Such a viewer sees it
     * while the case is open.
     *
     * @param viewer who asks
     * @param team the team of this community in which the viewer does that work
     * @param at when it is asked
     * @return every event in order; refused for everybody else
     */
    public Outcome<List<CaseEvent>> recordFor(PersonId viewer, Team team, Instant at) {
        LocalDate day = GridCase.dayOf(at);
        boolean takesAStep =
                stage != Stage.CLOSED
                        && team.community().equals(community())
                        && steps().local().all().stream()
                                .filter(LocalStep::hasPost)
                                .anyMatch(step -> team.serves(viewer, step.post(), day));
        return takesAStep ? Outcome.accepted(events) : recordFor(viewer);
    }

    /**
     * What is owed at a moment, and how late it is; nothing is sent or changed.
     *
     * @param moment the moment asked about
     * @param calendar the rest days
     * @return the open duties in the order of {@link DutyDue.Kind}
     */
    public List<DutyDue> due(Instant moment, HolidayCalendar calendar) {
        return new CaseDuties(this).due(moment, calendar);
    }

    /**
     * What is owed on many cases, the longest due first.
     *
     * @param cases the cases
     * @param moment the moment asked about
     * @param calendar the rest days
     * @return every open duty
     */
    public static List<DutyDue> due(
            Collection<GridCase> cases, Instant moment, HolidayCalendar calendar) {
        return cases.stream()
                .flatMap(c -> c.due(moment, calendar).stream())
                .sorted(Comparator.comparing(DutyDue::dueAt).thenComparing(DutyDue::caseId))
                .toList();
    }

    PersonId holderAfter(CaseEvent event) {
        if (event instanceof CaseReported reported) {
            return reported.receiver();
        }
        return event instanceof CaseAccepted accepted ? accepted.by() : holder;
    }

    CaseFound found() {
        return found;
    }

    List<CaseEvent> history() {
        return events;
    }

    CommunityId community() {
        return found.community();
    }

    Optional<PersonId> offeredTo() {
        Optional<PersonId> open = Optional.empty();
        for (CaseEvent event : events) {
            if (event instanceof CaseOffered offer) {
                open = Optional.of(offer.to());
            } else if (event instanceof OfferDeclined
                    || event instanceof CaseAccepted
                    || event instanceof CaseClosed) {
                open = Optional.empty();
            }
        }
        return open;
    }

    /** Who was called last since the case was opened; nobody once it is closed. */
    Set<PersonId> team() {
        return stage == Stage.CLOSED
                ? new TreeSet<>()
                : since(lastOpening(), TeamCalled.class)
                        .reduce((earlier, later) -> later)
                        .map(called -> new TreeSet<>(called.persons()))
                        .orElseGet(TreeSet::new);
    }

    /** The agreement by which the case was settled last, if it was by one. */
    Optional<AgreementReached> agreement() {
        return events.get(lastSettlement()) instanceof AgreementReached reached
                ? Optional.of(reached)
                : Optional.empty();
    }

    boolean isPerformanceChecked() {
        return since(lastSettlement(), PerformanceChecked.class).findAny().isPresent();
    }

    /**
     * What those concerned said last since the case was settled; a later settlement wipes it, and
     * who was not reached said nothing.
     */
    boolean isDiscontent() {
        return since(lastSettlement(), FollowedUp.class)
                .filter(asked -> asked.answer() != FollowedUp.Answer.NOT_REACHED)
                .reduce((earlier, later) -> later)
                .filter(last -> last.answer() == FollowedUp.Answer.NOT_CONTENT)
                .isPresent();
    }

    /** What its place asks of it; before it is reported, the usual. */
    CaseSteps steps() {
        return all(CaseReported.class)
                .findFirst()
                .map(reported -> reported.grade().steps())
                .orElse(CaseSteps.USUAL);
    }

    /** How often those concerned were asked since the case was settled. */
    long followUps() {
        return since(lastSettled(), FollowedUp.class).count();
    }

    /** The settlement, or the last check that found it broken: after it all are asked anew. */
    private int lastSettled() {
        return last(
                event ->
                        isSettlement(event)
                                || (event instanceof PerformanceChecked checked
                                        && checked.performance().isFailed()));
    }

    /** Whether nothing but a review is between the case and its end. */
    boolean isFollowedUp() {
        return (stage == Stage.FOLLOWED_UP || CaseDuties.SETTLED.contains(stage))
                && followUps() >= steps().followUps();
    }

    /** From where on the next follow-up has its days: the last one, or the settlement. */
    int lastAsked() {
        int asked = last(event -> event instanceof FollowedUp);
        return asked > lastSettled() ? asked : lastSettlement();
    }

    /** Whether somebody reviewed it since it was settled and those concerned were last asked. */
    boolean isReviewed() {
        return since(lastAsked(), CaseReviewed.class).findAny().isPresent();
    }

    /** Where limits and steps of the case come from; nothing before it is reported. */
    Optional<Source> source() {
        return all(CaseReported.class).findFirst().map(reported -> reported.grade().source());
    }

    /** What a place added and was taken before a gate, as far as the gate still asks for it. */
    List<LocalStep> localStepsTaken(String gate) {
        int since = gate.equals(CaseSteps.CLOSE) ? lastAsked() : lastOpening();
        return since(since, LocalStepTaken.class).map(LocalStepTaken::step).toList();
    }

    SlaGrade grade() {
        return all(CaseReported.class)
                .findFirst()
                .map(CaseReported::grade)
                .orElseThrow(() -> new IllegalStateException("not reported yet: " + id()));
    }

    private static boolean isOpening(CaseEvent event) {
        return event instanceof CaseReported || event instanceof CaseReopened;
    }

    int lastOpening() {
        return last(CaseRecord::isOpening);
    }

    int lastSettlement() {
        return last(CaseRecord::isSettlement);
    }

    /**
     * From where on the limit for a settlement runs: the opening, or the check that found the
     * agreement failed. Finding the same again gives no more time.
     */
    int lastLimit() {
        int begins = 0;
        Stage before = Stage.FOUND;
        for (int i = 0; i < events.size(); i++) {
            CaseEvent event = events.get(i);
            Stage after = CaseStages.after(before, event);
            boolean fails = event instanceof PerformanceChecked && after == Stage.BROKEN;
            if (isOpening(event) || (fails && before != Stage.BROKEN)) {
                begins = i;
            }
            before = after;
        }
        return begins;
    }

    private int last(Predicate<CaseEvent> kind) {
        int last = events.size() - 1;
        while (last > 0 && !kind.test(events.get(last))) {
            last--;
        }
        return last;
    }

    private static boolean isSettlement(CaseEvent event) {
        return event instanceof AgreementReached
                || event instanceof WorkDone
                || event instanceof CaseEscalated;
    }

    Instant at(int index) {
        return events.get(index).occurredAt();
    }

    <E extends CaseEvent> Stream<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    <E extends CaseEvent> Stream<E> since(int index, Class<E> kind) {
        return events.subList(index, events.size()).stream()
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private CaseEvent settlement() {
        return events.get(lastSettlement());
    }

    private Instant lastAt() {
        return at(events.size() - 1);
    }
}
