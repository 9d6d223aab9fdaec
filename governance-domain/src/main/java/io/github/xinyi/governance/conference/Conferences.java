package io.github.xinyi.governance.conference;

import static io.github.xinyi.governance.conference.PatternItem.AGENDA_DAYS;
import static io.github.xinyi.governance.conference.PatternItem.CONVENER;
import static io.github.xinyi.governance.conference.PatternItem.EXTRA_DAYS;
import static io.github.xinyi.governance.conference.PatternItem.PERIOD_MONTHS;
import static io.github.xinyi.governance.conference.PatternItem.QUORUM;

import io.github.xinyi.governance.conference.ConferenceEvent.ActionItemDealtWith;
import io.github.xinyi.governance.conference.ConferenceEvent.ActionItemRaised;
import io.github.xinyi.governance.conference.ConferenceEvent.AddendumRecorded;
import io.github.xinyi.governance.conference.ConferenceEvent.AgendaClosed;
import io.github.xinyi.governance.conference.ConferenceEvent.AgendaSent;
import io.github.xinyi.governance.conference.ConferenceEvent.AttendanceRecorded;
import io.github.xinyi.governance.conference.ConferenceEvent.ConferenceCalled;
import io.github.xinyi.governance.conference.ConferenceEvent.ConferenceLapsed;
import io.github.xinyi.governance.conference.ConferenceEvent.ConferenceOpened;
import io.github.xinyi.governance.conference.ConferenceEvent.Dealing;
import io.github.xinyi.governance.conference.ConferenceEvent.DecisionTaken;
import io.github.xinyi.governance.conference.ConferenceEvent.ExtraRequested;
import io.github.xinyi.governance.conference.ConferenceEvent.Kind;
import io.github.xinyi.governance.conference.ConferenceEvent.MinutesRecorded;
import io.github.xinyi.governance.conference.ConferenceEvent.MinutesSigned;
import io.github.xinyi.governance.conference.ConferenceEvent.PatternAdopted;
import io.github.xinyi.governance.conference.ConferenceEvent.Purpose;
import io.github.xinyi.governance.conference.ConferenceEvent.SignatureRefused;
import io.github.xinyi.governance.conference.ExtraRequest.PublicRequest;
import io.github.xinyi.governance.conference.Sitting.Stage;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.ActionItemId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

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

    private static final Set<Class<? extends ConferenceEvent>> ENDING =
            Set.of(
                    AgendaClosed.class,
                    ConferenceLapsed.class,
                    MinutesRecorded.class,
                    MinutesSigned.class,
                    SignatureRefused.class);

    private final List<PatternAdopted> patterns;
    private final TreeMap<MeetingId, Sitting> sittings;
    private final TreeMap<ActionItemId, ActionItem> items;
    private final List<ExtraRequest> requests;
    private Instant last;

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

    /** What the rules say of an event, and what it changes if they are all kept. */
    private record Step(List<Finding> findings, Runnable effect) {

        Ruling ruling() {
            return new Ruling(findings);
        }
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
        Ruling ruling = step(event).ruling();
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
        return new Ruling(quorumOf(known(meeting)));
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
        return new Ruling(competent(known(meeting), number));
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

    private static Optional<PaperDigest> nextAddendum(Sitting sitting, Wording text) {
        return sitting.digests().stream()
                .reduce((earlier, later) -> later)
                .map(last -> MinutesText.digest(last, text));
    }

    private Sitting known(MeetingId meeting) {
        return sitting(meeting)
                .orElseThrow(() -> new IllegalArgumentException("no conference " + meeting));
    }

    private ConferencePattern pattern() {
        return patterns.get(patterns.size() - 1).pattern();
    }

    private String source(PatternItem item) {
        PatternRow row = pattern().row(item);
        return row.source() + " " + row.standing();
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(Meeting.ZONE).toLocalDate();
    }

    private void apply(ConferenceEvent event) {
        Step step = step(event);
        if (step.ruling().verdict() != Verdict.MET) {
            throw new IllegalArgumentException(
                    "no history has " + event + ": " + step.ruling().notMet());
        }
        step.effect().run();
        last = event.occurredAt();
    }

    private Step step(ConferenceEvent event) {
        Step own = ownStep(event);
        Instant at = event.occurredAt();
        List<Finding> findings = new ArrayList<>();
        findings.add(ConferenceRule.TIME.check(!at.isBefore(last), "at", at, "last", last));
        findings.add(
                ConferenceRule.MOMENT.check(
                        at.equals(at.truncatedTo(ChronoUnit.MICROS)), "at", at));
        findings.addAll(own.findings());
        return new Step(findings, own.effect());
    }

    private Step ownStep(ConferenceEvent event) {
        if (event instanceof PatternAdopted adopted) {
            return adopt(adopted);
        }
        if (patterns.isEmpty()) {
            return new Step(List.of(ConferenceRule.ADOPTED.check(false)), () -> {});
        }
        if (event instanceof ConferenceCalled called) {
            return call(called);
        }
        if (event instanceof ExtraRequested asked) {
            return request(asked);
        }
        if (event instanceof AgendaSent sent) {
            return within(sent.meeting(), sent, Set.of(Stage.CALLED), s -> sendAgenda(s, sent));
        }
        if (event instanceof AttendanceRecorded came) {
            return within(
                    came.meeting(), came, EnumSet.of(Stage.CALLED, Stage.OPEN), s -> come(s, came));
        }
        if (event instanceof ConferenceOpened opened) {
            return within(opened.meeting(), opened, Set.of(Stage.CALLED), s -> open(s, opened));
        }
        if (event instanceof ConferenceLapsed lapsed) {
            return within(
                    lapsed.meeting(),
                    lapsed,
                    EnumSet.of(Stage.CALLED, Stage.OPEN),
                    s -> lapse(s, lapsed));
        }
        if (event instanceof DecisionTaken taken) {
            return within(taken.meeting(), taken, Set.of(Stage.OPEN), s -> decide(s, taken));
        }
        if (event instanceof ActionItemRaised raised) {
            Step step = within(raised.meeting(), raised, Set.of(Stage.OPEN), s -> raise(s, raised));
            return and(step, () -> items.put(raised.item(), new ActionItem(raised, List.of())));
        }
        if (event instanceof ActionItemDealtWith dealt) {
            Step step = within(dealt.meeting(), dealt, Set.of(Stage.OPEN), s -> dealWith(s, dealt));
            return and(step, () -> items.computeIfPresent(dealt.item(), (k, i) -> i.plus(dealt)));
        }
        if (event instanceof AgendaClosed closed) {
            return within(closed.meeting(), closed, Set.of(Stage.OPEN), this::carriedFirst);
        }
        if (event instanceof MinutesRecorded minutes) {
            return within(
                    minutes.meeting(),
                    minutes,
                    Set.of(Stage.CLOSED),
                    s -> List.of(digest(MinutesText.digest(s, minutes.text()), minutes.digest())));
        }
        if (event instanceof AddendumRecorded added) {
            return within(
                    added.meeting(),
                    added,
                    Set.of(Stage.MINUTED),
                    s ->
                            nextAddendum(s, added.text())
                                    .map(due -> List.of(digest(due, added.digest())))
                                    .orElse(List.of()));
        }
        if (event instanceof MinutesSigned signed) {
            return within(signed.meeting(), signed, Set.of(Stage.MINUTED), s -> sign(s, signed));
        }
        if (event instanceof SignatureRefused refused) {
            return within(
                    refused.meeting(), refused, Set.of(Stage.MINUTED), s -> refuse(s, refused));
        }
        throw new IllegalArgumentException("an event without rules: " + event.getClass());
    }

    private static Step and(Step step, Runnable more) {
        return new Step(
                step.findings(),
                () -> {
                    step.effect().run();
                    more.run();
                });
    }

    private Step adopt(PatternAdopted adopted) {
        List<Finding> found = new ArrayList<>();
        if (!patterns.isEmpty()) {
            found.add(sameCommunity(adopted));
        }
        found.add(limit(patterns.size(), MAX_SITTINGS));
        Set<Stage> moving = EnumSet.of(Stage.CALLED, Stage.OPEN);
        sittings.values().stream()
                .filter(sitting -> moving.contains(sitting.stage()))
                .map(s -> ConferenceRule.PATTERN_AT_REST.check(false, "meeting", id(s)))
                .forEach(found::add);
        return new Step(found, () -> patterns.add(adopted));
    }

    private Optional<ExtraRequest> openRequest(Party party) {
        return requests.stream()
                .filter(own -> own.asked().by().equals(party))
                .filter(own -> own.answer(sittings.values()).isEmpty())
                .findFirst();
    }

    private Step request(ExtraRequested asked) {
        LocalDate today = day(asked.occurredAt());
        LocalDate adopted = day(patterns.get(patterns.size() - 1).occurredAt());
        List<Finding> found = new ArrayList<>();
        found.add(sameCommunity(asked));
        found.add(limit(requests.size(), MAX_SITTINGS));
        found.add(seat(asked.by()));
        found.add(
                ConferenceRule.REQUEST_ONCE.check(
                        openRequest(asked.by()).isEmpty(), "party", asked.by()));
        found.add(
                ConferenceRule.REQUEST_DAY.check(
                        !asked.askedOn().isAfter(today) && !asked.askedOn().isBefore(adopted),
                        "requested",
                        asked.askedOn(),
                        "adopted",
                        adopted,
                        "day",
                        today));
        int days = pattern().figure(EXTRA_DAYS);
        return new Step(
                found, () -> requests.add(new ExtraRequest(asked, asked.askedOn().plusDays(days))));
    }

    /** A recorded request is answered late rather than never, and not by one of another day. */
    private Finding extra(ConferenceCalled called) {
        return openRequest(called.requestedBy())
                .<Finding>map(
                        open ->
                                ConferenceRule.REQUEST_NAMED.check(
                                        called.requestedOn().equals(open.asked().askedOn()),
                                        "party",
                                        called.requestedBy(),
                                        "requested",
                                        called.requestedOn(),
                                        "expected",
                                        open.asked().askedOn()))
                .orElseGet(
                        () ->
                                inTime(
                                        ConferenceRule.EXTRA_IN_TIME,
                                        called.requestedOn(),
                                        called.heldOn(),
                                        EXTRA_DAYS));
    }

    private Step call(ConferenceCalled called) {
        LocalDate today = day(called.occurredAt());
        Party convener = pattern().convener();
        List<Finding> found = new ArrayList<>();
        found.add(sameCommunity(called));
        found.add(limit(sittings.size(), MAX_SITTINGS));
        found.add(isNew(called.meeting(), !sittings.containsKey(called.meeting())));
        found.add(seat(called.requestedBy()));
        found.add(
                ConferenceRule.CALL_DAY.check(
                        !called.heldOn().isBefore(today) && !called.requestedOn().isAfter(today),
                        "requested",
                        called.requestedOn(),
                        "called",
                        today,
                        "held",
                        called.heldOn()));
        switch (called.kind()) {
            case ORDINARY ->
                    found.add(
                            ConferenceRule.BY_CONVENER.check(
                                    called.requestedBy().equals(convener),
                                    "party",
                                    called.requestedBy(),
                                    "convener",
                                    convener,
                                    "source",
                                    source(CONVENER)));
            case EXTRA -> found.add(extra(called));
        }
        return new Step(
                found, () -> sittings.put(called.meeting(), new Sitting(called, List.of())));
    }

    private Step within(
            MeetingId meeting,
            ConferenceEvent event,
            Set<Stage> stages,
            Function<Sitting, List<? extends Finding>> rules) {
        Sitting sitting = sittings.get(meeting);
        List<Finding> found = new ArrayList<>();
        found.add(sameCommunity(event));
        found.add(ConferenceRule.KNOWN.check(sitting != null, "id", meeting));
        if (sitting == null) {
            return new Step(found, () -> {});
        }
        found.add(
                ConferenceRule.STAGE.check(
                        stages.contains(sitting.stage()),
                        "meeting",
                        meeting,
                        "stage",
                        sitting.stage(),
                        "needed",
                        stages));
        found.add(limit(sitting.events().size(), room(sitting, event)));
        found.addAll(rules.apply(sitting));
        return new Step(found, () -> sittings.put(meeting, sitting.plus(event)));
    }

    /**
     * How many records there may be before this one. Work leaves room for the tasks that the
     * conference still has to deal with and for its end, and an addendum for its signatures.
     */
    private int room(Sitting sitting, ConferenceEvent event) {
        if (event instanceof AddendumRecorded) {
            return MAX_RECORDS - 2 * ConferencePattern.MAX_PARTIES;
        }
        boolean due =
                event instanceof ActionItemDealtWith dealt
                        && Optional.ofNullable(items.get(dealt.item()))
                                .filter(item -> item.awaits(dealt.meeting()))
                                .isPresent();
        return due || ENDING.contains(event.getClass())
                ? MAX_RECORDS
                : MAX_WORK - carriedFirst(sitting).size();
    }

    private List<Finding> sendAgenda(Sitting sitting, AgendaSent sent) {
        return List.of(
                ConferenceRule.AGENDA_ONCE.check(
                        !sitting.has(AgendaSent.class), "meeting", sent.meeting()),
                ConferenceRule.AGENDA_SIZE.check(
                        !sent.items().isEmpty() && sent.items().size() <= MAX_AGENDA,
                        "count",
                        sent.items().size(),
                        "most",
                        MAX_AGENDA),
                inTime(
                        ConferenceRule.AGENDA_IN_TIME,
                        day(sent.occurredAt()),
                        sitting.called().heldOn(),
                        AGENDA_DAYS));
    }

    private List<Finding> come(Sitting sitting, AttendanceRecorded came) {
        return List.of(
                heldOn(sitting, came.occurredAt()),
                seat(came.party()),
                ConferenceRule.ATTENDS_ONCE.check(
                        !sitting.attendance().containsKey(came.party()), "party", came.party()),
                ConferenceRule.REPRESENTS_ONE.check(
                        !sitting.attendance().containsValue(came.representative()),
                        "party",
                        came.party()));
    }

    private List<Finding> open(Sitting sitting, ConferenceOpened opened) {
        List<Finding> found = new ArrayList<>(quorumOf(sitting));
        found.add(heldOn(sitting, opened.occurredAt()));
        found.add(
                ConferenceRule.AGENDA_SENT.check(
                        sitting.has(AgendaSent.class), "meeting", opened.meeting()));
        sittings.values().stream()
                .filter(other -> other.stage() == Stage.OPEN)
                .map(other -> ConferenceRule.ONE_OPEN.check(false, "meeting", id(other)))
                .forEach(found::add);
        return found;
    }

    private List<Finding> quorumOf(Sitting sitting) {
        Party convener = pattern().convener();
        int required = pattern().figure(QUORUM);
        int present = sitting.attendance().size();
        return List.of(
                ConferenceRule.QUORUM_CONVENER.check(
                        sitting.attendance().containsKey(convener),
                        "convener",
                        convener,
                        "source",
                        source(QUORUM)),
                ConferenceRule.QUORUM_PARTIES.check(
                        present >= required,
                        "present",
                        present,
                        "parties",
                        pattern().parties().size(),
                        "required",
                        required,
                        "source",
                        source(QUORUM)));
    }

    /**
     * A session that left a carried task cannot end after its day, for it deals with nothing more;
     * it is broken off, has decided nothing, and the task goes to the next.
     */
    private List<Finding> lapse(Sitting sitting, ConferenceLapsed lapsed) {
        LocalDate held = sitting.called().heldOn();
        if (sitting.stage() != Stage.OPEN) {
            return List.of();
        }
        int left = carriedFirst(sitting).size();
        return List.of(
                ConferenceRule.BROKEN_OFF.check(
                        left > 0 && day(lapsed.occurredAt()).isAfter(held),
                        "meeting",
                        lapsed.meeting(),
                        "held",
                        held,
                        "day",
                        day(lapsed.occurredAt()),
                        "count",
                        left));
    }

    private List<Finding> decide(Sitting sitting, DecisionTaken taken) {
        List<Finding> found = new ArrayList<>(carriedFirst(sitting));
        found.add(heldOn(sitting, taken.occurredAt()));
        found.addAll(competent(sitting, taken.agendaNumber()));
        return found;
    }

    /**
     * What may be decided of an item: nothing of the owners' business, and the rest as declared.
     */
    private static List<Finding> competent(Sitting sitting, int number) {
        List<AgendaItem> agenda = sitting.agenda();
        List<Finding> found = new ArrayList<>();
        found.add(isListed(agenda, number));
        if (number < 1 || number > agenda.size()) {
            return found;
        }
        for (Matter matter : agenda.get(number - 1).ownersMatters()) {
            found.add(
                    ConferenceRule.OWNERS_MATTER.check(
                            false, "number", number, "item", matter.item()));
        }
        if (agenda.get(number - 1).business().isEmpty()) {
            sitting.all(AgendaSent.class)
                    .map(AgendaSent::declaredBy)
                    .map(person -> declared(number, person))
                    .forEach(found::add);
        }
        return found;
    }

    private static Finding declared(int number, PersonId person) {
        return ConferenceRule.DECLARED.check(true, "number", number, "person", person);
    }

    private static Finding isListed(List<AgendaItem> agenda, int number) {
        return ConferenceRule.AGENDA_NUMBER.check(
                number >= 1 && number <= agenda.size(), "number", number, "count", agenda.size());
    }

    private List<Finding> raise(Sitting sitting, ActionItemRaised raised) {
        LocalDate held = sitting.called().heldOn();
        int number = raised.agendaNumber();
        List<Finding> found = new ArrayList<>(carriedFirst(sitting));
        found.add(heldOn(sitting, raised.occurredAt()));
        found.add(
                ConferenceRule.OPEN_ITEMS.check(
                        openItems().size() < MAX_OPEN_ITEMS, "most", MAX_OPEN_ITEMS));
        found.addAll(
                raised.purpose() == Purpose.OWN_BUSINESS
                        ? competent(sitting, number)
                        : List.of(isListed(sitting.agenda(), number)));
        found.add(isNew(raised.item(), !items.containsKey(raised.item())));
        found.add(seat(raised.owner()));
        found.add(
                ConferenceRule.DEADLINE.check(
                        !raised.deadline().isBefore(held),
                        "item",
                        raised.item(),
                        "deadline",
                        raised.deadline(),
                        "held",
                        held));
        return found;
    }

    private List<Finding> dealWith(Sitting sitting, ActionItemDealtWith dealt) {
        ActionItem item = items.get(dealt.item());
        if (item == null) {
            return List.of(ConferenceRule.KNOWN.check(false, "id", dealt.item()));
        }
        boolean later =
                dealt.deadline().isAfter(item.deadline())
                        && !dealt.deadline().isBefore(sitting.called().heldOn());
        boolean same = dealt.deadline().equals(item.deadline());
        return List.of(
                heldOn(sitting, dealt.occurredAt()),
                ConferenceRule.ITEM_OPEN.check(
                        item.isOpen() && !item.raised().meeting().equals(dealt.meeting()),
                        "item",
                        dealt.item()),
                ConferenceRule.EXTENSION.check(
                        dealt.dealing() == Dealing.EXTENDED ? later : same,
                        "item",
                        dealt.item(),
                        "before",
                        item.deadline(),
                        "deadline",
                        dealt.deadline()));
    }

    /** A conference starts with the list of the last one; it takes up nothing new before. */
    private List<Finding> carriedFirst(Sitting sitting) {
        return items.values().stream()
                .filter(item -> item.awaits(id(sitting)))
                .<Finding>map(
                        item ->
                                ConferenceRule.ITEM_DEALT_WITH.check(
                                        false,
                                        "item",
                                        item.raised().item(),
                                        "owner",
                                        item.raised().owner(),
                                        "deadline",
                                        item.deadline()))
                .toList();
    }

    private static List<Finding> sign(Sitting sitting, MinutesSigned signed) {
        return List.of(
                known(sitting, signed.digest()),
                signer(sitting, signed.party(), signed.signer()),
                ConferenceRule.SIGNED_ONCE.check(
                        !isSigned(sitting, signed.party(), signed.digest()),
                        "party",
                        signed.party()));
    }

    private static List<Finding> refuse(Sitting sitting, SignatureRefused refused) {
        boolean again =
                sitting.all(SignatureRefused.class)
                        .anyMatch(
                                earlier ->
                                        earlier.party().equals(refused.party())
                                                && earlier.digest().equals(refused.digest()));
        return List.of(
                known(sitting, refused.digest()),
                signer(sitting, refused.party(), refused.representative()),
                ConferenceRule.REFUSED_ONCE.check(
                        !again && !isSigned(sitting, refused.party(), refused.digest()),
                        "party",
                        refused.party()));
    }

    private static boolean isSigned(Sitting sitting, Party party, PaperDigest digest) {
        return sitting.all(MinutesSigned.class)
                .anyMatch(
                        earlier ->
                                earlier.party().equals(party) && earlier.digest().equals(digest));
    }

    private static Finding known(Sitting sitting, PaperDigest digest) {
        return ConferenceRule.DIGEST.check(sitting.digests().contains(digest), "digest", digest);
    }

    private static Finding signer(Sitting sitting, Party party, PersonId person) {
        return ConferenceRule.SIGNER.check(
                person.equals(sitting.attendance().get(party)), "party", party);
    }

    private static MeetingId id(Sitting sitting) {
        return sitting.called().meeting();
    }

    private Finding sameCommunity(ConferenceEvent event) {
        var community = patterns.get(0).community();
        return ConferenceRule.COMMUNITY.check(
                event.community().equals(community),
                "community",
                event.community(),
                "expected",
                community);
    }

    private static Finding limit(int count, int most) {
        return ConferenceRule.LIMIT.check(count < most, "most", most);
    }

    private static Finding isNew(Object id, boolean met) {
        return ConferenceRule.NEW.check(met, "id", id);
    }

    private Finding seat(Party party) {
        return ConferenceRule.SEAT.check(pattern().hasSeat(party), "party", party);
    }

    private static Finding digest(PaperDigest due, PaperDigest given) {
        return ConferenceRule.DIGEST.check(due.equals(given), "digest", given);
    }

    private static Finding heldOn(Sitting sitting, Instant moment) {
        LocalDate held = sitting.called().heldOn();
        return ConferenceRule.HELD_ON.check(
                held.equals(day(moment)), "held", held, "day", day(moment));
    }

    /** An agenda comes at least, an extra conference at most, so many days before the meeting. */
    private Finding inTime(
            ConferenceRule rule, LocalDate from, LocalDate held, PatternItem figure) {
        long days = ChronoUnit.DAYS.between(from, held);
        int required = pattern().figure(figure);
        return rule.check(
                rule == ConferenceRule.EXTRA_IN_TIME ? days <= required : days >= required,
                "from",
                from,
                "held",
                held,
                "days",
                days,
                "required",
                required,
                "source",
                source(figure));
    }
}
