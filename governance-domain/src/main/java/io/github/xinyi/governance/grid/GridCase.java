package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.grid.CaseEvent.AgreementReached;
import io.github.xinyi.governance.grid.CaseEvent.CaseAccepted;
import io.github.xinyi.governance.grid.CaseEvent.CaseClosed;
import io.github.xinyi.governance.grid.CaseEvent.CaseEscalated;
import io.github.xinyi.governance.grid.CaseEvent.CaseFound;
import io.github.xinyi.governance.grid.CaseEvent.CaseOffered;
import io.github.xinyi.governance.grid.CaseEvent.CaseRated;
import io.github.xinyi.governance.grid.CaseEvent.CaseReopened;
import io.github.xinyi.governance.grid.CaseEvent.CaseReported;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp;
import io.github.xinyi.governance.grid.CaseEvent.LimitExtended;
import io.github.xinyi.governance.grid.CaseEvent.MediationEnded;
import io.github.xinyi.governance.grid.CaseEvent.MediationOpened;
import io.github.xinyi.governance.grid.CaseEvent.OfferDeclined;
import io.github.xinyi.governance.grid.CaseEvent.PaymentLinked;
import io.github.xinyi.governance.grid.CaseEvent.ReporterAnswered;
import io.github.xinyi.governance.grid.CaseEvent.TeamCalled;
import io.github.xinyi.governance.grid.CaseEvent.VisitMade;
import io.github.xinyi.governance.grid.CaseEvent.WorkDispatched;
import io.github.xinyi.governance.grid.CaseEvent.WorkDone;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Deadline;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.mediation.Route;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.team.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A dispute or a request for service from the first word to the closed case (网格事件), for example the
 * dog that barks at night.
 *
 * <p>Commands answer with the event to record and change nothing; a host appends it with the
 * version it read, so that of two commands on one version one is kept. The same rules judge a
 * command and an event that is read again. At every moment exactly one person has the case in hand.
 * Limits are those of the grade under which it was reported. Days are those of China. Immutable.
 *
 * @since 0.1.0
 */
public final class GridCase {

    /** The longest text, in characters. */
    public static final int MAX_TEXT = 4_000;

    /** The greatest number of events of one case. */
    public static final int MAX_EVENTS = 1_000;

    /** How often a case can be opened, the first time included. */
    public static final int MAX_OPENINGS = 20;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private final CaseFound found;
    private final List<CaseEvent> history;
    private final Stage stage;
    private final PersonId holder;

    /** How far a case is. */
    public enum Stage {
        /** Somebody heard of it. */
        FOUND,
        /** Received, and with whoever received it. */
        REPORTED,
        /** Somebody works on it. */
        ASSIGNED,
        /** Those concerned were visited. */
        VISITED,
        /** A round of mediation is open. */
        MEDIATION,
        /** The parties agreed. */
        AGREED,
        /** Somebody was sent to do the work. */
        AT_WORK,
        /** The work is done. */
        DONE,
        /** It went another way. */
        ESCALATED,
        /** Those concerned were asked afterwards. */
        FOLLOWED_UP,
        /** Closed. */
        CLOSED
    }

    private GridCase(List<CaseEvent> history, CaseFound found, Stage stage, PersonId holder) {
        this.found = found;
        this.history = List.copyOf(history);
        this.stage = stage;
        this.holder = holder;
    }

    /**
     * Opens a case.
     *
     * @param found what was heard
     * @return the first event of its history, or the rule in the way
     */
    public static Outcome<CaseFound> find(CaseFound found) {
        Ruling ruling = Ruling.of(CaseJudge.text(found.text()));
        return ruling.notMet().isEmpty() ? Outcome.accepted(found) : Outcome.refused(ruling);
    }

    /**
     * The case that a history leads to.
     *
     * @param history at least the finding, in order
     * @return the case
     * @throws IllegalArgumentException if no commands could have made that history
     */
    public static GridCase from(List<CaseEvent> history) {
        if (history.isEmpty()
                || !(history.get(0) instanceof CaseFound found)
                || !find(found).isAccepted()) {
            throw new IllegalArgumentException("a case begins by being found");
        }
        GridCase state = new GridCase(List.of(found), found, Stage.FOUND, found.foundBy());
        for (CaseEvent event : history.subList(1, history.size())) {
            state = state.after(event);
        }
        return state;
    }

    /**
     * The case with one more event.
     *
     * @param event what a command of this case gave
     * @return the case afterwards
     * @throws IllegalArgumentException if no command could have given it
     */
    public GridCase after(CaseEvent event) {
        Ruling ruling = new CaseJudge(this).judge(event);
        if (!ruling.notMet().isEmpty()) {
            throw new IllegalArgumentException("cannot follow: " + ruling.notMet());
        }
        List<CaseEvent> longer = new ArrayList<>(history);
        longer.add(event);
        return new GridCase(longer, found, stageAfter(event), holderAfter(event));
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
        return (int) history.stream().filter(GridCase::isOpening).count();
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
     * @return category, building and stage, and nothing else
     */
    public PublicCase publicView() {
        return new PublicCase(found.category(), found.place().building(), stage);
    }

    /**
     * The full record, for who reported and who works on the case.
     *
     * @param viewer who asks
     * @return every event in order; refused for everybody else
     */
    public Outcome<List<CaseEvent>> recordFor(PersonId viewer) {
        boolean admitted =
                viewer.equals(found.reporter()) || viewer.equals(holder) || team().contains(viewer);
        return admitted
                ? Outcome.accepted(history)
                : Outcome.refused(Ruling.of(RuleCheck.of(CaseRule.VIEWER, false, "case", id())));
    }

    /**
     * What is owed at a moment, and how late it is; nothing is sent or changed.
     *
     * @param moment the moment asked about
     * @param calendar the rest days
     * @return the open duties in the order of {@link DutyDue.Kind}
     */
    public List<DutyDue> due(Instant moment, HolidayCalendar calendar) {
        List<DutyDue> due = new ArrayList<>();
        if (CaseJudge.OPEN.contains(stage) && !isAnswered()) {
            due.add(
                    duty(
                            DutyDue.Kind.RESPOND,
                            openedAt().plus(Duration.ofHours(grade().limits().respondHours())),
                            moment));
        }
        if (CaseJudge.UNSETTLED.contains(stage)) {
            due.add(duty(DutyDue.Kind.SETTLE, endOf(lastDay(calendar)), moment));
        }
        if (CaseJudge.SETTLED.contains(stage)) {
            LocalDate settled = dayOf(history.get(last(GridCase::isSettlement)).occurredAt());
            due.add(
                    duty(
                            DutyDue.Kind.FOLLOW_UP,
                            endOf(
                                    Deadline.after(
                                                    settled,
                                                    grade().limits().followUpDays(),
                                                    Deadline.Unit.DAYS,
                                                    calendar)
                                            .lastDay()),
                            moment));
        }
        return due;
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

    /**
     * Reports the case; who receives it has it in hand.
     *
     * @param receiver who receives it first
     * @param grade the limits
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<CaseReported> report(PersonId receiver, SlaGrade grade, Instant at) {
        return judged(new CaseReported(community(), id(), receiver, grade, at));
    }

    /**
     * Offers the case to somebody else; it stays where it is until it is accepted.
     *
     * @param from who has it
     * @param to whom it is offered to
     * @param reason why
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<CaseOffered> offer(PersonId from, PersonId to, String reason, Instant at) {
        return judged(new CaseOffered(community(), id(), from, to, reason, at));
    }

    /**
     * Declines an offered case, with a reason.
     *
     * @param by whom it was offered to
     * @param reason why
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<OfferDeclined> decline(PersonId by, String reason, Instant at) {
        return judged(new OfferDeclined(community(), id(), by, reason, at));
    }

    /**
     * Takes the case in hand.
     *
     * @param by whom it was offered to, or who received it and works on it
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<CaseAccepted> accept(PersonId by, Instant at) {
        return judged(new CaseAccepted(community(), id(), by, at));
    }

    /**
     * Answers who reported.
     *
     * @param by who has the case
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<ReporterAnswered> answer(PersonId by, Instant at) {
        return judged(new ReporterAnswered(community(), id(), by, at));
    }

    /**
     * Moves the limit by what the grade allows.
     *
     * @param by who has the case
     * @param reason why
     * @param calendar the rest days
     * @param at when, before the limit has passed
     * @return what to record, or every rule in the way
     */
    public Outcome<LimitExtended> extend(
            PersonId by, String reason, HolidayCalendar calendar, Instant at) {
        LocalDate lastDay = CaseJudge.UNSETTLED.contains(stage) ? lastDay(calendar) : dayOf(at);
        return judged(new LimitExtended(community(), id(), by, reason, lastDay, at));
    }

    /**
     * Calls a team together for the case.
     *
     * @param team a complete team of this community on that day
     * @param servingFirms the firms that serve the community now
     * @param at when
     * @return what to record, or every rule in the way, those of the team too
     */
    public Outcome<TeamCalled> call(Team team, Set<PersonId> servingFirms, Instant at) {
        LocalDate day = dayOf(at);
        TeamCalled event =
                new TeamCalled(community(), id(), team.id(), new TreeSet<>(team.serving(day)), at);
        List<Finding> findings = new ArrayList<>(new CaseJudge(this).judge(event).findings());
        findings.add(
                RuleCheck.of(
                        CaseRule.TEAM_COMPLETE,
                        team.community().equals(community()),
                        "team",
                        team.id()));
        findings.addAll(team.composition(day, servingFirms).findings());
        return answer(event, new Ruling(findings));
    }

    /**
     * Records a visit.
     *
     * @param visitors who went: who has the case, or its team
     * @param note what was found
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<VisitMade> visit(Set<PersonId> visitors, String note, Instant at) {
        return judged(new VisitMade(community(), id(), new TreeSet<>(visitors), note, at));
    }

    /**
     * Opens the next round of mediation; whether there is any is for the parties alone.
     *
     * @param mediation the round as proposed
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<MediationOpened> mediate(Mediation mediation, Instant at) {
        MediationOpened event = new MediationOpened(community(), id(), mediation.round(), at);
        List<Finding> findings = new ArrayList<>(new CaseJudge(this).judge(event).findings());
        findings.add(outcome(mediation, isOf(mediation)));
        return answer(event, new Ruling(findings));
    }

    /**
     * Records how the open round of mediation came out.
     *
     * @param mediation the round, with an agreement in effect, refused or failed
     * @param at when
     * @return an agreement or an end without one, or every rule in the way
     */
    public Outcome<CaseEvent> conclude(Mediation mediation, Instant at) {
        int round = mediation.round();
        CaseEvent event =
                mediation
                        .effectiveOn()
                        .filter(day -> mediation.stage() == Mediation.Stage.AGREED)
                        .<CaseEvent>map(
                                day -> new AgreementReached(community(), id(), round, day, at))
                        .orElse(
                                new MediationEnded(
                                        community(), id(), round, mediation.stage(), at));
        List<Finding> findings = new ArrayList<>(new CaseJudge(this).judge(event).findings());
        findings.add(outcome(mediation, isOf(mediation)));
        return answer(event, new Ruling(findings));
    }

    /**
     * Sends somebody to do the work.
     *
     * @param worker who
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<WorkDispatched> dispatch(PersonId worker, Instant at) {
        return judged(new WorkDispatched(community(), id(), worker, at));
    }

    /**
     * Records that the work is done.
     *
     * @param worker who did it
     * @param photoDigest SHA-256 of the photo in lower-case hexadecimal digits
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<WorkDone> finish(PersonId worker, String photoDigest, Instant at) {
        return judged(new WorkDone(community(), id(), worker, photoDigest, at));
    }

    /**
     * Ties the case to a payment; the reference is opaque here.
     *
     * @param reference the host's reference of the disbursement
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<PaymentLinked> link(String reference, Instant at) {
        return judged(new PaymentLinked(community(), id(), reference, at));
    }

    /**
     * Rates the work.
     *
     * @param by who reported
     * @param stars 1 to 5
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<CaseRated> rate(PersonId by, int stars, Instant at) {
        return judged(new CaseRated(community(), id(), by, stars, at));
    }

    /**
     * Sends the case another way.
     *
     * @param route which
     * @param by who has the case
     * @param reason why
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<CaseEscalated> escalate(Route route, PersonId by, String reason, Instant at) {
        return judged(new CaseEscalated(community(), id(), route, by, reason, at));
    }

    /**
     * Asks those concerned how it went.
     *
     * @param by who has the case
     * @param answer what they said
     * @param note how it was told
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<FollowedUp> followUp(
            PersonId by, FollowedUp.Answer answer, String note, Instant at) {
        return judged(new FollowedUp(community(), id(), by, answer, note, at));
    }

    /**
     * Closes the case, once for each opening.
     *
     * @param by who has the case
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<CaseClosed> close(PersonId by, Instant at) {
        return judged(new CaseClosed(community(), id(), by, at));
    }

    /**
     * Opens a closed case again; who had it has it again, and limits begin anew.
     *
     * @param by who asks for it
     * @param reason why
     * @param at when
     * @return what to record, or every rule in the way
     */
    public Outcome<CaseReopened> reopen(PersonId by, String reason, Instant at) {
        return judged(new CaseReopened(community(), id(), by, reason, at));
    }

    CaseFound found() {
        return found;
    }

    List<CaseEvent> history() {
        return history;
    }

    CommunityId community() {
        return found.community();
    }

    private <E extends CaseEvent> Outcome<E> judged(E event) {
        return answer(event, new CaseJudge(this).judge(event));
    }

    private static <E extends CaseEvent> Outcome<E> answer(E event, Ruling ruling) {
        return ruling.notMet().isEmpty() ? Outcome.accepted(event) : Outcome.refused(ruling);
    }

    private Stage stageAfter(CaseEvent event) {
        if (event instanceof CaseReported || event instanceof CaseReopened) {
            return Stage.REPORTED;
        }
        if (event instanceof CaseAccepted) {
            return stage == Stage.REPORTED ? Stage.ASSIGNED : stage;
        }
        if (event instanceof VisitMade || event instanceof MediationEnded) {
            return Stage.VISITED;
        }
        if (event instanceof MediationOpened) {
            return Stage.MEDIATION;
        }
        if (event instanceof AgreementReached) {
            return Stage.AGREED;
        }
        if (event instanceof WorkDispatched) {
            return Stage.AT_WORK;
        }
        if (event instanceof WorkDone) {
            return Stage.DONE;
        }
        if (event instanceof CaseEscalated) {
            return Stage.ESCALATED;
        }
        if (event instanceof FollowedUp) {
            return Stage.FOLLOWED_UP;
        }
        // Every other event leaves the case at its stage; judge has refused unknown ones.
        return event instanceof CaseClosed ? Stage.CLOSED : stage;
    }

    private PersonId holderAfter(CaseEvent event) {
        if (event instanceof CaseReported reported) {
            return reported.receiver();
        }
        return event instanceof CaseAccepted accepted ? accepted.by() : holder;
    }

    private static RuleCheck outcome(Mediation mediation, boolean met) {
        return RuleCheck.of(CaseRule.MEDIATION_OUTCOME, met, "outcome", mediation.stage());
    }

    private boolean isOf(Mediation mediation) {
        return mediation.caseId().equals(id()) && mediation.community().equals(community());
    }

    Optional<PersonId> offeredTo() {
        Optional<PersonId> open = Optional.empty();
        for (CaseEvent event : history) {
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

    Set<PersonId> team() {
        return all(TeamCalled.class)
                .reduce((earlier, later) -> later)
                .map(called -> new TreeSet<>(called.members()))
                .orElseGet(TreeSet::new);
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

    private boolean isAnswered() {
        return Stream.concat(current(ReporterAnswered.class), current(VisitMade.class))
                .findAny()
                .isPresent();
    }

    private Instant openedAt() {
        return history.get(lastOpening()).occurredAt();
    }

    private int lastOpening() {
        return last(GridCase::isOpening);
    }

    private int last(Predicate<CaseEvent> kind) {
        int last = history.size() - 1;
        while (last > 0 && !kind.test(history.get(last))) {
            last--;
        }
        return last;
    }

    private static boolean isSettlement(CaseEvent event) {
        return event instanceof AgreementReached
                || event instanceof WorkDone
                || event instanceof CaseEscalated;
    }

    /** The day of opening is not counted (Civil Code art. 201). */
    private LocalDate lastDay(HolidayCalendar calendar) {
        int days =
                Math.addExact(
                        grade().limits().resolveWorkingDays(),
                        Math.toIntExact(
                                current(LimitExtended.class).count()
                                        * grade().extensions().workingDays()));
        return Deadline.after(dayOf(openedAt()), days, Deadline.Unit.WORKING_DAYS, calendar)
                .lastDay();
    }

    private DutyDue duty(DutyDue.Kind kind, Instant dueAt, Instant moment) {
        Duration late = moment.isAfter(dueAt) ? Duration.between(dueAt, moment) : Duration.ZERO;
        return new DutyDue(id(), kind, holder, dueAt, late);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    <E extends CaseEvent> Stream<E> all(Class<E> kind) {
        return history.stream().filter(kind::isInstance).map(kind::cast);
    }

    <E extends CaseEvent> Stream<E> current(Class<E> kind) {
        return history.subList(lastOpening(), history.size()).stream()
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GridCase that && history.equals(that.history);
    }

    @Override
    public int hashCode() {
        return history.hashCode();
    }

    /** For example {@code C-2025-0042: MEDIATION, opening 1}. */
    @Override
    public String toString() {
        return id() + ": " + stage + ", opening " + openings();
    }
}
