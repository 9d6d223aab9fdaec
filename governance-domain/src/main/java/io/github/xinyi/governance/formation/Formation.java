package io.github.xinyi.governance.formation;

import io.github.xinyi.governance.formation.FormationClauses.Sourced;
import io.github.xinyi.governance.formation.FormationEvent.ContentsPublished;
import io.github.xinyi.governance.formation.FormationEvent.FirstMeetingHeld;
import io.github.xinyi.governance.formation.FormationEvent.GroupFormed;
import io.github.xinyi.governance.formation.FormationEvent.GroupPublished;
import io.github.xinyi.governance.formation.FormationEvent.MeetingApplied;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.Deadline;
import io.github.xinyi.governance.law.Deadline.Unit;
import io.github.xinyi.governance.law.DeadlineCount;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.proceeding.FirstMeeting;
import io.github.xinyi.governance.region.Clause;
import io.github.xinyi.governance.region.FirstMeetingClauses;
import io.github.xinyi.governance.ruling.Due;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The way of a community to its first owners' meeting (首次业主大会会议): application, preparatory group,
 * its list, the contents, the meeting. Immutable.
 *
 * <p>A host keeps the events itself and has nothing else to come back to a formation by: it reads
 * them back by {@link #from}, and goes on from a command that was accepted by {@link #after}. That
 * is why both are public although nothing in this library calls them. Both judge every event as
 * commands are judged, so that neither yields what no command could have made.
 *
 * <p>Commands answer with the event to append. What comes late is recorded all the same and told by
 * {@link #duties}; only a meeting whose contents were shown too briefly is refused.
 *
 * @since 0.1.0
 */
public final class Formation {

    /** The most members of a preparatory group. */
    public static final int MAX_GROUP = 50;

    private final CommunityId community;
    private final List<FormationEvent> steps;

    private Formation(CommunityId community, List<FormationEvent> steps) {
        this.community = community;
        this.steps = List.copyOf(steps);
    }

    /**
     * A community that has not yet set out.
     *
     * @param community where
     * @return no steps
     */
    public static Formation of(CommunityId community) {
        return new Formation(community, List.of());
    }

    /**
     * The formation with that history, every event judged as if it were a command.
     *
     * @param community where
     * @param history its events in order, for example as a host's store has them
     * @param lawOn the law in force on a day
     * @return how far it has come
     * @throws IllegalArgumentException if no command could have made that history
     */
    public static Formation from(
            CommunityId community,
            List<FormationEvent> history,
            Function<LocalDate, FormationClauses> lawOn) {
        Formation formation = of(community);
        for (FormationEvent event : history) {
            formation = formation.after(event, lawOn.apply(event.day()));
        }
        return formation;
    }

    /**
     * How far it has come after one more event.
     *
     * @param event what happened
     * @param clauses the law in force on its day
     * @return the changed formation
     * @throws IllegalArgumentException if no command could have made that event
     */
    public Formation after(FormationEvent event, FormationClauses clauses) {
        admit(event, clauses)
                .orElseThrow(
                        ruling ->
                                new IllegalArgumentException(
                                        "not at this place of a history: "
                                                + event
                                                + ruling.notMet()));
        List<FormationEvent> more = new ArrayList<>(steps);
        more.add(event);
        return new Formation(community, more);
    }

    /** The list of the group and the contents may come in either order. */
    private boolean isNext(Class<? extends FormationEvent> step) {
        return dayOf(step).isEmpty()
                && dayOf(FirstMeetingHeld.class).isEmpty()
                && needed(step).stream().allMatch(before -> dayOf(before).isPresent());
    }

    /** The steps without which this one can not be taken. */
    private static List<Class<? extends FormationEvent>> needed(
            Class<? extends FormationEvent> step) {
        if (step == MeetingApplied.class) {
            return List.of();
        }
        if (step == GroupFormed.class) {
            return List.of(MeetingApplied.class);
        }
        return step == FirstMeetingHeld.class
                ? List.of(ContentsPublished.class)
                : List.of(GroupFormed.class);
    }

    Optional<LocalDate> dayOf(Class<? extends FormationEvent> kind) {
        return steps.stream().filter(kind::isInstance).findFirst().map(FormationEvent::day);
    }

    /**
     * The steps so far.
     *
     * @return in order
     */
    public List<FormationEvent> steps() {
        return steps;
    }

    /**
     * Owners apply for an owners' meeting that is due; enough of them by heads or by area.
     *
     * @param applied the application
     * @param clauses the law in force on its day
     * @return the event; refused too where no trigger of {@link FirstMeeting#due} is met
     */
    public Outcome<FormationEvent> apply(MeetingApplied applied, FormationClauses clauses) {
        return admit(applied, clauses);
    }

    /**
     * The street office forms the preparatory group.
     *
     * @param formed who, led by whom
     * @param clauses the law in force on its day
     * @return the event
     */
    public Outcome<FormationEvent> formGroup(GroupFormed formed, FormationClauses clauses) {
        return admit(formed, clauses);
    }

    /**
     * The list of the group is published.
     *
     * @param on the day
     * @param clauses the law in force on that day
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<FormationEvent> publishGroup(
            LocalDate on, FormationClauses clauses, Instant at) {
        return admit(new GroupPublished(community, on, at), clauses);
    }

    /**
     * What the meeting is to decide on is published.
     *
     * @param on the day
     * @param clauses the law in force on that day
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<FormationEvent> publishContents(
            LocalDate on, FormationClauses clauses, Instant at) {
        return admit(new ContentsPublished(community, on, at), clauses);
    }

    /**
     * The first meeting is held; refused where its contents were shown too briefly.
     *
     * @param on the day
     * @param clauses the law in force on that day
     * @param at when it is recorded
     * @return the event
     */
    public Outcome<FormationEvent> hold(LocalDate on, FormationClauses clauses, Instant at) {
        return admit(new FirstMeetingHeld(community, on, at), clauses);
    }

    /**
     * Whether the next step may be taken; what is read from a store is asked the same. A refusal
     * has every finding, those that are met too, and the notices of the profile.
     */
    private Outcome<FormationEvent> admit(FormationEvent event, FormationClauses clauses) {
        List<Finding> all = new ArrayList<>(event.findings(this, clauses));
        all.add(
                RuleCheck.of(
                        FormationRule.STAGE,
                        event.community().equals(community) && isNext(event.getClass()),
                        "step",
                        event.getClass().getSimpleName()));
        all.add(timeOrder(event));
        all.addAll(clauses.profile().notices());
        Ruling ruling = new Ruling(all);
        return ruling.verdict() == Verdict.MET ? Outcome.accepted(event) : Outcome.refused(ruling);
    }

    /**
     * No step is dated before one that it needs or after its recording, nor recorded out of turn.
     */
    private Finding timeOrder(FormationEvent event) {
        LocalDate earliest =
                needed(event.getClass()).stream()
                        .flatMap(before -> dayOf(before).stream())
                        .reduce(LocalDate.MIN, (a, b) -> a.isAfter(b) ? a : b);
        LocalDate recorded = event.occurredAt().atZone(Meeting.ZONE).toLocalDate();
        Instant before = steps.isEmpty() ? Instant.MIN : steps.get(steps.size() - 1).occurredAt();
        return RuleCheck.of(
                FormationRule.TIME_ORDER,
                !event.day().isBefore(earliest)
                        && !event.day().isAfter(recorded)
                        && !event.occurredAt().isBefore(before),
                "earliest",
                earliest,
                "day",
                event.day(),
                "recorded",
                recorded);
    }

    /**
     * What is due, done, late or still open, counted in plain days.
     *
     * @param clauses the law in force
     * @param today the day asked about
     * @return a finding for each step that is due after one that was taken, which tells that Civil
     *     Code art. 203 was not applied, and the notices of the profile; empty before the first
     */
    public List<Finding> duties(FormationClauses clauses, LocalDate today) {
        return duties(clauses, today, DeadlineCount.plain());
    }

    /**
     * What is due, done, late or still open, where a last day that is a rest day gives way to the
     * next working day (Civil Code art. 203).
     *
     * @param clauses the law in force
     * @param today the day asked about
     * @param calendar the rest days
     * @return as without a calendar; undetermined where it does not reach
     */
    public List<Finding> duties(
            FormationClauses clauses, LocalDate today, HolidayCalendar calendar) {
        return duties(clauses, today, DeadlineCount.by(calendar));
    }

    private List<Finding> duties(FormationClauses clauses, LocalDate today, DeadlineCount count) {
        List<Finding> findings = new ArrayList<>();
        dayOf(MeetingApplied.class)
                .map(applied -> groupDue(applied, clauses, count))
                .map(due -> due.finding(this, today))
                .ifPresent(findings::add);
        dayOf(GroupFormed.class).stream()
                .flatMap(formed -> meetingDue(formed, clauses, count).stream())
                .map(due -> due.finding(this, today))
                .forEach(findings::add);
        steps.stream()
                .filter(MeetingApplied.class::isInstance)
                .map(MeetingApplied.class::cast)
                .map(applied -> FormationFindings.stated(applied, clauses))
                .forEach(findings::add);
        if (!findings.isEmpty()) {
            findings.addAll(clauses.profile().notices());
        }
        return List.copyOf(findings);
    }

    /** A step that is due by a day. */
    private record StepDue(Rule rule, Deadline deadline, Class<? extends FormationEvent> step) {

        Finding finding(Formation formation, LocalDate today) {
            return formation
                    .dayOf(step)
                    .map(done -> Due.of(rule, deadline, done, today))
                    .orElseGet(() -> Due.of(rule, deadline, today));
        }
    }

    private static StepDue groupDue(
            LocalDate applied, FormationClauses clauses, DeadlineCount count) {
        Sourced<Integer> days = clauses.formedDays();
        return new StepDue(
                FormationRule.GROUP_FORMED.under(days.sources()),
                count.after(applied, days.value(), Unit.DAYS),
                GroupFormed.class);
    }

    private static List<StepDue> meetingDue(
            LocalDate formed, FormationClauses clauses, DeadlineCount count) {
        List<StepDue> due = new ArrayList<>();
        clauses.find(FirstMeetingClauses.GROUP_PUBLISH_DAYS)
                .map(
                        days ->
                                new StepDue(
                                        FormationRule.GROUP_PUBLISHED.under(days.basis()),
                                        count.after(formed, days.value(), Unit.DAYS),
                                        GroupPublished.class))
                .ifPresent(due::add);
        Clause<Integer> days = clauses.clause(FirstMeetingClauses.HOLD_DAYS);
        due.add(
                new StepDue(
                        FormationRule.MEETING_HELD.under(days.basis()),
                        count.after(formed, days.value(), Unit.DAYS),
                        FirstMeetingHeld.class));
        return due;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formation that
                && community.equals(that.community)
                && steps.equals(that.steps);
    }

    @Override
    public int hashCode() {
        return community.hashCode() * 31 + steps.hashCode();
    }

    /** For example {@code anheyuan after 3 steps}. */
    @Override
    public String toString() {
        return community + " after " + steps.size() + " steps";
    }
}
