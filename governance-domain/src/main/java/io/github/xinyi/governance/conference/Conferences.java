package io.github.xinyi.governance.conference;

import static io.github.xinyi.governance.conference.PatternItem.PERIOD_MONTHS;

import io.github.xinyi.governance.conference.ConferenceEvent.Kind;
import io.github.xinyi.governance.conference.ConferenceEvent.PatternAdopted;
import io.github.xinyi.governance.conference.ExtraRequest.PublicRequest;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.ActionItemId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The conferences of one community under one pattern, as the fold of their events: who was called,
 * who came, what was decided, and which tasks are still open.
 *
 * <p>Example: a task raised on 1 July is put before every later conference by itself until one
 * closes it, and none of them can end before it was dealt with. A conference may talk about what
 * the owners decide together and never decide it (Civil Code art. 278). Immutable.
 *
 * @since 0.1.0
 */
public final class Conferences {

    /** The greatest number of conferences of one history. */
    public static final int MAX_SITTINGS = 2_000;

    /** The greatest number of records of one conference after its call. */
    public static final int MAX_RECORDS = 1_000;

    /**
     * The greatest number of those records that are work; the rest is kept for the end, the minutes
     * and their signatures, so that a full conference can still be ended.
     */
    public static final int MAX_WORK = 900;

    /**
     * The greatest number of tasks open at a time; the next conference can deal with all of them
     * within {@link #MAX_WORK}.
     */
    public static final int MAX_OPEN_ITEMS = 500;

    /** The greatest number of items of one agenda. */
    public static final int MAX_AGENDA = 50;

    final List<PatternAdopted> patterns;
    final TreeMap<MeetingId, Sitting> sittings;
    final TreeMap<ActionItemId, ActionItem> items;
    final List<ExtraRequest> requests;
    Instant last;

    private Conferences() {
        patterns = new ArrayList<>();
        sittings = new TreeMap<>();
        items = new TreeMap<>();
        requests = new ArrayList<>();
        last = Instant.MIN;
    }

    private Conferences(Conferences before) {
        patterns = new ArrayList<>(before.patterns);
        sittings = new TreeMap<>(before.sittings);
        items = new TreeMap<>(before.items);
        requests = new ArrayList<>(before.requests);
        last = before.last;
    }

    /**
     * Folds a history.
     *
     * @param history in order; empty for a community that has adopted no pattern yet
     * @return the state
     * @throws IllegalArgumentException if the rules forbid one of the events
     */
    public static Conferences from(List<? extends ConferenceEvent> history) {
        Conferences conferences = new Conferences();
        history.forEach(conferences::apply);
        return conferences;
    }

    /**
     * Puts an event to the rules; nothing changes.
     *
     * @param event what is about to happen
     * @return the event, to be appended; refused with every finding
     */
    public Outcome<ConferenceEvent> propose(ConferenceEvent event) {
        Ruling ruling = new ConferenceJudge(this).step(event).ruling();
        return ruling.verdict() == Verdict.MET ? Outcome.accepted(event) : Outcome.refused(ruling);
    }

    /**
     * The state behind one more event.
     *
     * @param event one that {@link #propose} accepts
     * @return the new state
     * @throws IllegalArgumentException if the rules forbid it
     */
    public Conferences after(ConferenceEvent event) {
        Conferences next = new Conferences(this);
        next.apply(event);
        return next;
    }

    /**
     * All conferences.
     *
     * @return by identifier, unmodifiable
     */
    public SortedMap<MeetingId, Sitting> sittings() {
        return Collections.unmodifiableSortedMap(sittings);
    }

    /**
     * One conference.
     *
     * @param meeting its identifier
     * @return empty if none of that name was called here
     */
    public Optional<Sitting> sitting(MeetingId meeting) {
        return Optional.ofNullable(sittings.get(meeting));
    }

    /**
     * All tasks, closed ones too; none is ever lost.
     *
     * @return by identifier, unmodifiable
     */
    public SortedMap<ActionItemId, ActionItem> items() {
        return Collections.unmodifiableSortedMap(items);
    }

    /**
     * The tasks that the next conference has to deal with.
     *
     * @return those still open, by identifier
     */
    public List<ActionItem> openItems() {
        return items.values().stream().filter(ActionItem::isOpen).toList();
    }

    /**
     * The open tasks whose deadline has passed.
     *
     * @param day the day asked about
     * @return those due before that day, by identifier
     */
    public List<ActionItem> lateItems(LocalDate day) {
        return openItems().stream().filter(item -> item.deadline().isBefore(day)).toList();
    }

    /**
     * The extra conferences that parties asked for, those that nobody held too.
     *
     * @return in the order in which they were recorded
     */
    public List<ExtraRequest> requests() {
        return List.copyOf(requests);
    }

    /**
     * What everybody may see of those requests: an extra conference that was ignored is overdue.
     *
     * @param day the day asked about
     * @return in the order in which they were recorded, without their reasons
     */
    public List<PublicRequest> publicRequests(LocalDate day) {
        return requests.stream().map(own -> own.publicView(sittings.values(), day)).toList();
    }

    /**
     * The pattern under which a conference was called.
     *
     * @param meeting a conference called here
     * @return the one in force at the call; none changes while a conference is called or open
     * @throws IllegalArgumentException if there is no such conference
     */
    public ConferencePattern patternOf(MeetingId meeting) {
        Instant called = known(meeting).called().occurredAt();
        return patterns.stream()
                .filter(adopted -> !adopted.occurredAt().isAfter(called))
                .reduce((earlier, later) -> later)
                .map(PatternAdopted::pattern)
                .orElseThrow();
    }

    /**
     * Whether a conference has a quorum by what is recorded of attendance.
     *
     * @param meeting a conference called here
     * @return two findings, each with the row of the table it stands on
     * @throws IllegalArgumentException if there is no such conference
     */
    public Ruling quorum(MeetingId meeting) {
        return new Ruling(new ConferenceJudge(this).quorumOf(known(meeting)));
    }

    /**
     * Whether a conference may decide an item of its agenda.
     *
     * @param meeting a conference called here
     * @param number the item, from 1
     * @return not met for each of the nine matters that the item belongs to; else met, and by whose
     *     declaration
     * @throws IllegalArgumentException if there is no such conference
     */
    public Ruling competence(MeetingId meeting, int number) {
        return new Ruling(AgendaJudge.competent(known(meeting), number));
    }

    /**
     * Whether ordinary conferences are held in their turn.
     *
     * @param day the day asked about
     * @return met until the day on which the next was due, counted from the last ordinary one that
     *     was held, or from the adoption of the pattern
     * @throws IllegalStateException if no pattern was adopted
     */
    public Ruling frequency(LocalDate day) {
        LocalDate adopted =
                day(
                        patterns.stream()
                                .findFirst()
                                .orElseThrow(() -> new IllegalStateException("no pattern adopted"))
                                .occurredAt());
        LocalDate last =
                sittings.values().stream()
                        .filter(s -> s.isHeld() && s.called().kind() == Kind.ORDINARY)
                        .map(s -> s.called().heldOn())
                        .max(LocalDate::compareTo)
                        .orElse(adopted);
        int months = pattern().figure(PERIOD_MONTHS);
        LocalDate due = last.plusMonths(months);
        return Ruling.of(
                ConferenceRule.FREQUENCY.check(
                        !day.isAfter(due),
                        "last",
                        last,
                        "due",
                        due,
                        "months",
                        months,
                        "source",
                        source(PERIOD_MONTHS)));
    }

    /**
     * The digest that minutes of a conference must have.
     *
     * @param meeting a conference called here
     * @param text the text to be laid down
     * @return over the call, the agenda, everything that happened in the session, and the text
     * @throws IllegalArgumentException if there is no such conference
     */
    public PaperDigest minutesDigest(MeetingId meeting, Wording text) {
        return MinutesText.digest(known(meeting), text);
    }

    /**
     * The digest that an addendum must have.
     *
     * @param meeting a conference with minutes
     * @param text the correction
     * @return over the digest of the minutes or of the last addendum, and the text
     * @throws IllegalArgumentException if there is no such conference or it has no minutes
     */
    public PaperDigest addendumDigest(MeetingId meeting, Wording text) {
        return nextAddendum(known(meeting), text)
                .orElseThrow(() -> new IllegalArgumentException("no minutes: " + meeting));
    }

    static Optional<PaperDigest> nextAddendum(Sitting sitting, Wording text) {
        return sitting.digests().stream()
                .reduce((earlier, later) -> later)
                .map(last -> MinutesText.digest(last, text));
    }

    private Sitting known(MeetingId meeting) {
        return sitting(meeting)
                .orElseThrow(() -> new IllegalArgumentException("no conference " + meeting));
    }

    ConferencePattern pattern() {
        return patterns.get(patterns.size() - 1).pattern();
    }

    String source(PatternItem item) {
        PatternRow row = pattern().row(item);
        return row.source() + " " + row.standing();
    }

    static LocalDate day(Instant moment) {
        return moment.atZone(Meeting.ZONE).toLocalDate();
    }

    private void apply(ConferenceEvent event) {
        ConferenceJudge.Step step = new ConferenceJudge(this).step(event);
        if (step.ruling().verdict() != Verdict.MET) {
            throw new IllegalArgumentException(
                    "no history has " + event + ": " + step.ruling().notMet());
        }
        step.effect().run();
        last = event.occurredAt();
    }
}
