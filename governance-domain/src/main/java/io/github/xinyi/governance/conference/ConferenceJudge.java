package io.github.xinyi.governance.conference;

import static io.github.xinyi.governance.conference.PatternItem.AGENDA_DAYS;
import static io.github.xinyi.governance.conference.PatternItem.CONVENER;
import static io.github.xinyi.governance.conference.PatternItem.EXTRA_DAYS;
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
import io.github.xinyi.governance.conference.ConferenceEvent.MinutesRecorded;
import io.github.xinyi.governance.conference.ConferenceEvent.MinutesSigned;
import io.github.xinyi.governance.conference.ConferenceEvent.PatternAdopted;
import io.github.xinyi.governance.conference.ConferenceEvent.Purpose;
import io.github.xinyi.governance.conference.ConferenceEvent.SignatureRefused;
import io.github.xinyi.governance.conference.Sitting.Stage;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The rules on every event of the conferences of a community, and what each changes. */
final class ConferenceJudge {

    private static final Set<Class<? extends ConferenceEvent>> ENDING =
            Set.of(
                    AgendaClosed.class,
                    ConferenceLapsed.class,
                    MinutesRecorded.class,
                    MinutesSigned.class,
                    SignatureRefused.class);

    private final Conferences state;

    ConferenceJudge(Conferences state) {
        this.state = state;
    }

    /** What the rules say of an event, and what it changes if they are all kept. */
    record Step(List<Finding> findings, Runnable effect) {

        Ruling ruling() {
            return new Ruling(findings);
        }
    }

    Step step(ConferenceEvent event) {
        Step own = ownStep(event);
        Instant at = event.occurredAt();
        List<Finding> findings = new ArrayList<>();
        findings.add(
                ConferenceRule.TIME.check(!at.isBefore(state.last), "at", at, "last", state.last));
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
        if (state.patterns.isEmpty()) {
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
            return and(
                    step, () -> state.items.put(raised.item(), new ActionItem(raised, List.of())));
        }
        if (event instanceof ActionItemDealtWith dealt) {
            Step step = within(dealt.meeting(), dealt, Set.of(Stage.OPEN), s -> dealWith(s, dealt));
            return and(
                    step,
                    () -> state.items.computeIfPresent(dealt.item(), (k, i) -> i.plus(dealt)));
        }
        if (event instanceof AgendaClosed closed) {
            return within(closed.meeting(), closed, Set.of(Stage.OPEN), this::carriedFirst);
        }
        if (event instanceof MinutesRecorded minutes) {
            return within(
                    minutes.meeting(),
                    minutes,
                    Set.of(Stage.CLOSED),
                    s ->
                            List.of(
                                    MinutesJudge.digest(
                                            MinutesText.digest(s, minutes.text()),
                                            minutes.digest())));
        }
        if (event instanceof AddendumRecorded added) {
            return within(
                    added.meeting(),
                    added,
                    Set.of(Stage.MINUTED),
                    s ->
                            Conferences.nextAddendum(s, added.text())
                                    .map(due -> List.of(MinutesJudge.digest(due, added.digest())))
                                    .orElse(List.of()));
        }
        if (event instanceof MinutesSigned signed) {
            return within(
                    signed.meeting(),
                    signed,
                    Set.of(Stage.MINUTED),
                    s -> MinutesJudge.sign(s, signed));
        }
        if (event instanceof SignatureRefused refused) {
            return within(
                    refused.meeting(),
                    refused,
                    Set.of(Stage.MINUTED),
                    s -> MinutesJudge.refuse(s, refused));
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
        if (!state.patterns.isEmpty()) {
            found.add(sameCommunity(adopted));
        }
        found.add(limit(state.patterns.size(), Conferences.MAX_SITTINGS));
        Set<Stage> moving = EnumSet.of(Stage.CALLED, Stage.OPEN);
        state.sittings.values().stream()
                .filter(sitting -> moving.contains(sitting.stage()))
                .map(s -> ConferenceRule.PATTERN_AT_REST.check(false, "meeting", id(s)))
                .forEach(found::add);
        return new Step(found, () -> state.patterns.add(adopted));
    }

    private Optional<ExtraRequest> openRequest(Party party) {
        return state.requests.stream()
                .filter(own -> own.asked().by().equals(party))
                .filter(own -> own.answer(state.sittings.values()).isEmpty())
                .findFirst();
    }

    private Step request(ExtraRequested asked) {
        LocalDate today = Conferences.day(asked.occurredAt());
        LocalDate adopted =
                Conferences.day(state.patterns.get(state.patterns.size() - 1).occurredAt());
        List<Finding> found = new ArrayList<>();
        found.add(sameCommunity(asked));
        found.add(limit(state.requests.size(), Conferences.MAX_SITTINGS));
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
        int days = state.pattern().figure(EXTRA_DAYS);
        return new Step(
                found,
                () -> state.requests.add(new ExtraRequest(asked, asked.askedOn().plusDays(days))));
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
        LocalDate today = Conferences.day(called.occurredAt());
        Party convener = state.pattern().convener();
        List<Finding> found = new ArrayList<>();
        found.add(sameCommunity(called));
        found.add(limit(state.sittings.size(), Conferences.MAX_SITTINGS));
        found.add(isNew(called.meeting(), !state.sittings.containsKey(called.meeting())));
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
                                    state.source(CONVENER)));
            case EXTRA -> found.add(extra(called));
        }
        return new Step(
                found, () -> state.sittings.put(called.meeting(), new Sitting(called, List.of())));
    }

    private Step within(
            MeetingId meeting,
            ConferenceEvent event,
            Set<Stage> stages,
            Function<Sitting, List<? extends Finding>> rules) {
        Sitting sitting = state.sittings.get(meeting);
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
        return new Step(found, () -> state.sittings.put(meeting, sitting.plus(event)));
    }

    /**
     * How many records there may be before this one. Work leaves room for the tasks that the
     * conference still has to deal with and for its end, and an addendum for its signatures.
     */
    private int room(Sitting sitting, ConferenceEvent event) {
        if (event instanceof AddendumRecorded) {
            return Conferences.MAX_RECORDS - 2 * ConferencePattern.MAX_PARTIES;
        }
        boolean due =
                event instanceof ActionItemDealtWith dealt
                        && Optional.ofNullable(state.items.get(dealt.item()))
                                .filter(item -> item.awaits(dealt.meeting()))
                                .isPresent();
        return due || ENDING.contains(event.getClass())
                ? Conferences.MAX_RECORDS
                : Conferences.MAX_WORK - carriedFirst(sitting).size();
    }

    private List<Finding> sendAgenda(Sitting sitting, AgendaSent sent) {
        return List.of(
                ConferenceRule.AGENDA_ONCE.check(
                        !sitting.has(AgendaSent.class), "meeting", sent.meeting()),
                ConferenceRule.AGENDA_SIZE.check(
                        !sent.items().isEmpty() && sent.items().size() <= Conferences.MAX_AGENDA,
                        "count",
                        sent.items().size(),
                        "most",
                        Conferences.MAX_AGENDA),
                inTime(
                        ConferenceRule.AGENDA_IN_TIME,
                        Conferences.day(sent.occurredAt()),
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
        state.sittings.values().stream()
                .filter(other -> other.stage() == Stage.OPEN)
                .map(other -> ConferenceRule.ONE_OPEN.check(false, "meeting", id(other)))
                .forEach(found::add);
        return found;
    }

    List<Finding> quorumOf(Sitting sitting) {
        Party convener = state.pattern().convener();
        int required = state.pattern().figure(QUORUM);
        int present = sitting.attendance().size();
        return List.of(
                ConferenceRule.QUORUM_CONVENER.check(
                        sitting.attendance().containsKey(convener),
                        "convener",
                        convener,
                        "source",
                        state.source(QUORUM)),
                ConferenceRule.QUORUM_PARTIES.check(
                        present >= required,
                        "present",
                        present,
                        "parties",
                        state.pattern().parties().size(),
                        "required",
                        required,
                        "source",
                        state.source(QUORUM)));
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
                        left > 0 && Conferences.day(lapsed.occurredAt()).isAfter(held),
                        "meeting",
                        lapsed.meeting(),
                        "held",
                        held,
                        "day",
                        Conferences.day(lapsed.occurredAt()),
                        "count",
                        left));
    }

    private List<Finding> decide(Sitting sitting, DecisionTaken taken) {
        List<Finding> found = new ArrayList<>(carriedFirst(sitting));
        found.add(heldOn(sitting, taken.occurredAt()));
        found.addAll(AgendaJudge.competent(sitting, taken.agendaNumber()));
        return found;
    }

    private List<Finding> raise(Sitting sitting, ActionItemRaised raised) {
        LocalDate held = sitting.called().heldOn();
        int number = raised.agendaNumber();
        List<Finding> found = new ArrayList<>(carriedFirst(sitting));
        found.add(heldOn(sitting, raised.occurredAt()));
        found.add(
                ConferenceRule.OPEN_ITEMS.check(
                        state.openItems().size() < Conferences.MAX_OPEN_ITEMS,
                        "most",
                        Conferences.MAX_OPEN_ITEMS));
        found.addAll(
                raised.purpose() == Purpose.OWN_BUSINESS
                        ? AgendaJudge.competent(sitting, number)
                        : List.of(AgendaJudge.isListed(sitting.agenda(), number)));
        found.add(isNew(raised.item(), !state.items.containsKey(raised.item())));
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
        ActionItem item = state.items.get(dealt.item());
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
        return state.items.values().stream()
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

    private static MeetingId id(Sitting sitting) {
        return sitting.called().meeting();
    }

    private Finding sameCommunity(ConferenceEvent event) {
        var community = state.patterns.get(0).community();
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
        return ConferenceRule.SEAT.check(state.pattern().hasSeat(party), "party", party);
    }

    private static Finding heldOn(Sitting sitting, Instant moment) {
        LocalDate held = sitting.called().heldOn();
        return ConferenceRule.HELD_ON.check(
                held.equals(Conferences.day(moment)), "held", held, "day", Conferences.day(moment));
    }

    /** An agenda comes at least, an extra conference at most, so many days before the meeting. */
    private Finding inTime(
            ConferenceRule rule, LocalDate from, LocalDate held, PatternItem figure) {
        long days = ChronoUnit.DAYS.between(from, held);
        int required = state.pattern().figure(figure);
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
                state.source(figure));
    }
}
