package io.github.xinyi.governance.conference;

import static io.github.xinyi.governance.conference.Sessions.COMMUNITY;
import static io.github.xinyi.governance.conference.Sessions.JULY_1;
import static io.github.xinyi.governance.conference.Sessions.at;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.github.xinyi.governance.conference.ExtraRequest.Progress;
import io.github.xinyi.governance.conference.ExtraRequest.PublicRequest;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.ActionItemId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Business;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random commands over random tables; what was accepted is judged by a recount of its own. */
class ConferenceProperties {

    private static final int COMMANDS = 400;
    private static final Wording TEXT = new Wording("正文");

    /** A course of random commands, of which most are refused. */
    static final class Course {

        private final Random random;
        private final ConferencePattern pattern;
        final List<ConferenceEvent> history = new ArrayList<>();
        Conferences state = Conferences.from(List.of());

        Course(Random random, int parties) {
            this.random = random;
            this.pattern =
                    new ConferencePattern(
                            ConferencePatternTest.rows(
                                    parties, parties / 2 + 1 + random.nextInt((parties + 1) / 2)));
        }

        void run() {
            propose(new PatternAdopted(COMMUNITY, pattern, at(JULY_1.minusDays(30))));
            IntStream.range(0, COMMANDS).forEach(i -> propose(next(JULY_1.plusDays(i / 20))));
        }

        private void propose(ConferenceEvent event) {
            Conferences before = state;
            boolean accepted = state.propose(event).isAccepted();
            assertThat(state.sittings()).isEqualTo(before.sittings());
            if (accepted) {
                state = state.after(event);
                history.add(event);
            }
        }

        private <T> T one(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }

        /** Mostly what a conference would do next, else anything. */
        private ConferenceEvent next(LocalDate day) {
            List<Sitting> moving =
                    state.sittings().values().stream()
                            .filter(s -> !isDone(s, day) && random.nextInt(4) > 0)
                            .toList();
            return moving.isEmpty() ? any(day) : towardsTheEnd(one(moving), day);
        }

        private boolean isDone(Sitting sitting, LocalDate day) {
            boolean early =
                    sitting.stage() == Sitting.Stage.CALLED
                            && !sitting.agenda().isEmpty()
                            && !sitting.called().heldOn().equals(day);
            boolean kept = sitting.stage() == Sitting.Stage.MINUTED && random.nextInt(4) > 0;
            return early || kept || sitting.stage() == Sitting.Stage.LAPSED;
        }

        private ConferenceEvent towardsTheEnd(Sitting sitting, LocalDate day) {
            MeetingId meeting = sitting.called().meeting();
            if (sitting.stage() == Sitting.Stage.CALLED && sitting.agenda().isEmpty()) {
                return agenda(meeting, PersonId.of("P0"), day);
            } else if (sitting.stage() == Sitting.Stage.MINUTED) {
                return sign(meeting, party(), PersonId.of("P0"), day);
            } else if (random.nextInt(30) == 0) {
                return new ConferenceLapsed(COMMUNITY, meeting, TEXT, at(day));
            } else if (sitting.stage() == Sitting.Stage.CALLED) {
                int came = sitting.attendance().size();
                return came < pattern.parties().size()
                        ? new AttendanceRecorded(
                                COMMUNITY,
                                meeting,
                                pattern.parties().get(came),
                                PersonId.of("P" + came),
                                at(day))
                        : new ConferenceOpened(COMMUNITY, meeting, at(day));
            } else if (sitting.stage() == Sitting.Stage.CLOSED) {
                return minutes(meeting, day);
            }
            List<ActionItem> carried =
                    state.openItems().stream().filter(item -> item.awaits(meeting)).toList();
            if (carried.isEmpty()) {
                return switch (random.nextInt(4)) {
                    case 0 -> new AgendaClosed(COMMUNITY, meeting, at(day));
                    case 1 -> decision(meeting, day);
                    case 2 -> raise(meeting, ActionItemId.of("A" + history.size()), party(), day);
                    default -> any(day);
                };
            }
            ActionItemId item = one(carried).raised().item();
            return deal(meeting, item, day.plusDays(random.nextInt(9)), day);
        }

        private void must(ConferenceEvent event) {
            state.propose(event)
                    .orElseThrow(r -> new IllegalStateException(event + ": " + r.notMet()));
            propose(event);
        }

        /** Nobody comes to it any more: it lapses, or what was held is written down. */
        void endAll(LocalDate day) {
            for (MeetingId meeting : List.copyOf(state.sittings().keySet())) {
                Sitting.Stage stage = stage(meeting);
                if (stage == Sitting.Stage.CALLED
                        || (stage == Sitting.Stage.OPEN && isAwaited(meeting))) {
                    must(new ConferenceLapsed(COMMUNITY, meeting, TEXT, at(day)));
                } else if (stage == Sitting.Stage.OPEN) {
                    must(new AgendaClosed(COMMUNITY, meeting, at(day)));
                }
                if (stage(meeting) == Sitting.Stage.CLOSED) {
                    must(minutes(meeting, day));
                }
            }
        }

        private Sitting.Stage stage(MeetingId meeting) {
            return Objects.requireNonNull(state.sittings().get(meeting)).stage();
        }

        private boolean isAwaited(MeetingId meeting) {
            return state.openItems().stream().anyMatch(item -> item.awaits(meeting));
        }

        void closeEveryTask(MeetingId meeting, LocalDate day) {
            LocalDate held = day.plusDays(30);
            open(meeting, day);
            for (ActionItem item : state.openItems()) {
                must(
                        new ActionItemDealtWith(
                                COMMUNITY,
                                meeting,
                                item.raised().item(),
                                Dealing.CLOSED,
                                TEXT,
                                item.deadline(),
                                at(held)));
            }
        }

        /** Called on a day for thirty days later, when everybody comes. */
        void open(MeetingId meeting, LocalDate day) {
            Party convener = pattern.convener();
            must(
                    new ConferenceCalled(
                            COMMUNITY,
                            meeting,
                            Kind.ORDINARY,
                            convener,
                            day,
                            day.plusDays(30),
                            at(day)));
            LocalDate held = day.plusDays(30);
            must(agenda(meeting, PersonId.of("P0"), day));
            for (Party party : pattern.parties()) {
                PersonId person = PersonId.of("P" + pattern.parties().indexOf(party));
                must(new AttendanceRecorded(COMMUNITY, meeting, party, person, at(held)));
            }
            must(new ConferenceOpened(COMMUNITY, meeting, at(held)));
        }

        private Optional<LocalDate> askedOn(Party party) {
            return state.requests().stream()
                    .map(ExtraRequest::asked)
                    .filter(asked -> asked.by().equals(party))
                    .map(ExtraRequested::askedOn)
                    .reduce((earlier, later) -> later);
        }

        private Party party() {
            return one(pattern.parties());
        }

        private ConferenceEvent decision(MeetingId meeting, LocalDate day) {
            return new DecisionTaken(COMMUNITY, meeting, random.nextInt(4), TEXT, at(day));
        }

        private ConferenceEvent raise(
                MeetingId meeting, ActionItemId item, Party party, LocalDate day) {
            return new ActionItemRaised(
                    COMMUNITY,
                    meeting,
                    random.nextBoolean() ? 1 : random.nextInt(4),
                    item,
                    one(List.of(Purpose.values())),
                    TEXT,
                    party,
                    PersonId.of("P" + random.nextInt(9)),
                    day.plusDays(random.nextInt(4)),
                    at(day));
        }

        private ConferenceEvent agenda(MeetingId meeting, PersonId person, LocalDate day) {
            Business business = one(List.copyOf(Business.ofOwners()));
            return new AgendaSent(
                    COMMUNITY,
                    meeting,
                    List.of(
                            new AgendaItem(TEXT, new TreeSet<>()),
                            new AgendaItem(TEXT, new TreeSet<>(List.of(business)))),
                    person,
                    at(day));
        }

        private ConferenceEvent any(LocalDate day) {
            MeetingId meeting = MeetingId.of("M" + random.nextInt(24));
            List<MeetingId> today =
                    state.sittings().values().stream()
                            .filter(
                                    s ->
                                            s.called().heldOn().equals(day)
                                                    || s.stage() == Sitting.Stage.OPEN)
                            .map(s -> s.called().meeting())
                            .toList();
            if (!today.isEmpty() && random.nextInt(4) > 0) {
                meeting = one(today);
            }
            List<ActionItem> open = state.openItems();
            ActionItemId item =
                    open.isEmpty() || random.nextInt(4) == 0
                            ? ActionItemId.of("A" + history.size())
                            : one(open).raised().item();
            Party party = party();
            PersonId person = PersonId.of("P" + random.nextInt(9));
            LocalDate soon = day.plusDays(random.nextInt(4));
            LocalDate held = day.plusDays(random.nextInt(7));
            return switch (random.nextInt(17)) {
                case 0 ->
                        new ConferenceCalled(
                                COMMUNITY,
                                meeting,
                                one(List.of(Kind.values())),
                                party,
                                random.nextInt(3) == 0 ? day : askedOn(party).orElse(day),
                                held,
                                at(day));
                case 1 ->
                        new ConferenceCalled(
                                COMMUNITY,
                                meeting,
                                Kind.ORDINARY,
                                pattern.convener(),
                                day,
                                held,
                                at(day));
                case 2 -> agenda(meeting, person, day);
                case 3, 4, 5, 6, 7 ->
                        new AttendanceRecorded(COMMUNITY, meeting, party, person, at(day));
                case 8 -> new ConferenceOpened(COMMUNITY, meeting, at(day));
                case 9 ->
                        random.nextInt(5) > 0
                                ? new ConferenceOpened(COMMUNITY, meeting, at(day))
                                : new ConferenceLapsed(COMMUNITY, meeting, TEXT, at(day));
                case 10 -> decision(meeting, day);
                case 11 -> raise(meeting, item, party, day);
                case 12 -> deal(meeting, item, soon, day);
                case 13 ->
                        random.nextInt(3) > 0 && !open.isEmpty()
                                ? deal(meeting, item, soon, day)
                                : new AgendaClosed(COMMUNITY, meeting, at(day));
                case 14 -> minutes(meeting, day);
                case 15 ->
                        new ExtraRequested(
                                COMMUNITY,
                                party,
                                day.plusDays(1L - random.nextInt(9)),
                                TEXT,
                                at(day));
                default -> sign(meeting, party, person, day);
            };
        }

        private ConferenceEvent deal(
                MeetingId meeting, ActionItemId item, LocalDate soon, LocalDate day) {
            Dealing dealing = one(List.of(Dealing.values()));
            ActionItem known = state.items().get(item);
            LocalDate deadline =
                    known == null || dealing == Dealing.EXTENDED ? soon : known.deadline();
            return new ActionItemDealtWith(
                    COMMUNITY, meeting, item, dealing, TEXT, deadline, at(day));
        }

        private ConferenceEvent minutes(MeetingId meeting, LocalDate day) {
            Sitting sitting = state.sittings().get(meeting);
            if (sitting == null || sitting.digests().isEmpty()) {
                PaperDigest digest =
                        sitting == null
                                ? new PaperDigest("0".repeat(64))
                                : state.minutesDigest(meeting, TEXT);
                return new MinutesRecorded(COMMUNITY, meeting, TEXT, digest, at(day));
            }
            return new AddendumRecorded(
                    COMMUNITY, meeting, TEXT, state.addendumDigest(meeting, TEXT), at(day));
        }

        private ConferenceEvent sign(
                MeetingId meeting, Party party, PersonId person, LocalDate day) {
            Sitting sitting = state.sittings().get(meeting);
            PaperDigest digest =
                    sitting == null || sitting.digests().isEmpty()
                            ? new PaperDigest("0".repeat(64))
                            : one(sitting.digests());
            PersonId signer =
                    sitting == null ? person : sitting.attendance().getOrDefault(party, person);
            return random.nextInt(3) == 0
                    ? new SignatureRefused(COMMUNITY, meeting, party, signer, digest, TEXT, at(day))
                    : new MinutesSigned(COMMUNITY, meeting, party, signer, digest, at(day));
        }
    }

    @Property(tries = 60)
    void aHistoryReplaysToTheSameState(
            @ForAll Random random, @ForAll @IntRange(min = 3, max = 6) int parties) {
        Course course = new Course(random, parties);
        course.run();

        Conferences replayed = Conferences.from(course.history);

        assertThat(replayed.sittings()).isEqualTo(course.state.sittings());
        assertThat(replayed.items()).isEqualTo(course.state.items());
        assertThat(replayed.requests()).isEqualTo(course.state.requests());
    }

    /**
     * A plain recount: no request is lost, and it is open until a conference of its day is held.
     */
    @Property(tries = 60)
    void whoAsksForAnExtraConferenceIsAnsweredOrShownOverdue(
            @ForAll Random random, @ForAll @IntRange(min = 3, max = 6) int parties) {
        Course course = new Course(random, parties);
        course.run();
        LocalDate asked = JULY_1.plusDays(random.nextInt(40));

        List<ExtraRequested> recorded =
                course.history.stream()
                        .filter(ExtraRequested.class::isInstance)
                        .map(ExtraRequested.class::cast)
                        .toList();
        List<PublicRequest> shown = course.state.publicRequests(asked);
        assertThat(shown).hasSameSizeAs(recorded);
        for (int i = 0; i < recorded.size(); i++) {
            ExtraRequested own = recorded.get(i);
            Optional<LocalDate> held =
                    course.state.sittings().values().stream()
                            .filter(Sitting::isHeld)
                            .map(Sitting::called)
                            .filter(called -> called.kind() == Kind.EXTRA)
                            .filter(called -> called.requestedBy().equals(own.by()))
                            .filter(called -> called.requestedOn().equals(own.askedOn()))
                            .map(ConferenceCalled::heldOn)
                            .min(LocalDate::compareTo);
            LocalDate last = own.askedOn().plusDays(course.pattern.figure(PatternItem.EXTRA_DAYS));
            assertThat(shown.get(i).heldBy()).isEqualTo(last);
            Progress expected =
                    held.map(day -> day.isAfter(last) ? Progress.HELD_LATE : Progress.HELD)
                            .orElse(asked.isAfter(last) ? Progress.OVERDUE : Progress.OPEN);
            assertThat(shown.get(i).progress()).isEqualTo(expected);
        }
    }

    @Property(tries = 60)
    void noConferenceEndsBeforeEveryCarriedTaskWasDealtWith(
            @ForAll Random random, @ForAll @IntRange(min = 3, max = 6) int parties) {
        Course course = new Course(random, parties);
        course.run();

        Map<ActionItemId, MeetingId> open = new HashMap<>();
        Map<MeetingId, Set<ActionItemId>> dealt = new HashMap<>();
        for (ConferenceEvent event : course.history) {
            if (event instanceof ActionItemRaised raised) {
                assertThat(open).doesNotContainKey(raised.item());
                open.put(raised.item(), raised.meeting());
            }
            if (event instanceof ActionItemDealtWith done) {
                dealt.computeIfAbsent(done.meeting(), m -> new HashSet<>()).add(done.item());
                if (done.dealing() == Dealing.CLOSED) {
                    open.remove(done.item());
                }
            }
            if (event instanceof AgendaClosed closed) {
                assertDealtWith(open, dealt, closed.meeting());
            }
            if (event instanceof DecisionTaken taken) {
                assertThat(taken.occurredAt())
                        .isEqualTo(
                                at(
                                        Objects.requireNonNull(
                                                        course.state
                                                                .sittings()
                                                                .get(taken.meeting()))
                                                .called()
                                                .heldOn()));
                assertDealtWith(open, dealt, taken.meeting());
            }
        }
        assertThat(course.state.openItems())
                .extracting(item -> item.raised().item())
                .containsExactlyInAnyOrderElementsOf(open.keySet());
    }

    /** From wherever it has come to, each conference ends, and the next one closes each task. */
    @Property(tries = 60)
    void everyConferenceEndsAndEveryTaskCanBeClosed(
            @ForAll Random random, @ForAll @IntRange(min = 3, max = 6) int parties) {
        Course course = new Course(random, parties);
        course.run();

        LocalDate late = JULY_1.plusDays(100);
        course.endAll(late);
        assertThat(course.state.sittings().values())
                .extracting(Sitting::stage)
                .isSubsetOf(Sitting.Stage.MINUTED, Sitting.Stage.LAPSED);

        course.closeEveryTask(MeetingId.of("LAST"), late);
        course.endAll(late.plusDays(30));
        assertThat(course.state.openItems()).isEmpty();
        assertThat(course.stage(MeetingId.of("LAST"))).isEqualTo(Sitting.Stage.MINUTED);
        assertThat(Conferences.from(course.history).sittings()).isEqualTo(course.state.sittings());
    }

    private static void assertDealtWith(
            Map<ActionItemId, MeetingId> open,
            Map<MeetingId, Set<ActionItemId>> dealt,
            MeetingId meeting) {
        open.forEach(
                (item, raisedIn) ->
                        assertThat(
                                        raisedIn.equals(meeting)
                                                || dealt.getOrDefault(meeting, Set.of())
                                                        .contains(item))
                                .as("%s in %s", item, meeting)
                                .isTrue());
    }

    /** Nothing was written back in time, and everything can be kept. */
    @Property(tries = 50)
    void aHistoryGoesForwardAndCanBeStored(@ForAll Random random) {
        Course course = new Course(random, 3);
        course.run();
        EventCodec codec = EventCodec.of(ConferenceEvent.class);

        assertThat(course.history)
                .isSortedAccordingTo(Comparator.comparing(ConferenceEvent::occurredAt));
        assertThat(course.history)
                .allSatisfy(
                        event ->
                                assertThat(codec.decode(codec.encode(event)))
                                        .isEqualTo(Outcome.accepted((DomainEvent) event)));
    }

    /** Personal Information Protection Law art. 25. */
    @Property(tries = 50)
    void thePublicViewsShowNoPersonAndNoText(@ForAll Random random) {
        Course course = new Course(random, 4);
        course.run();

        for (Sitting sitting : course.state.sittings().values()) {
            String shown = sitting.publicView().toString();
            assertThat(shown).doesNotContain(TEXT.value()).doesNotContainPattern("P[0-9]");
        }
        assertThat(course.state.publicRequests(JULY_1).toString())
                .doesNotContain(TEXT.value())
                .doesNotContainPattern("P[0-9]");
        assertThat(PublicRequest.class.getRecordComponents())
                .extracting(component -> component.getName())
                .containsExactly("by", "askedOn", "heldBy", "progress");
        assertThat(PublicSitting.class.getRecordComponents())
                .extracting(component -> component.getName())
                .containsExactly(
                        "meeting",
                        "heldOn",
                        "stage",
                        "present",
                        "agendaItems",
                        "declaredItems",
                        "decisions");
    }

    @Property(tries = 60)
    void tasksAreNeverLostAndQuorumsAreRealAndOwnersMattersUndecided(
            @ForAll Random random, @ForAll @IntRange(min = 3, max = 6) int parties) {
        Course course = new Course(random, parties);
        course.run();

        Set<ActionItemId> raised =
                course.history.stream()
                        .filter(ActionItemRaised.class::isInstance)
                        .map(event -> ((ActionItemRaised) event).item())
                        .collect(Collectors.toSet());
        assertThat(course.state.items().keySet()).isEqualTo(raised);
        for (Sitting sitting : course.state.sittings().values()) {
            assertThat(sitting.decisions()).allMatch(decision -> decision.agendaNumber() == 1);
            assertThat(sitting.all(ActionItemRaised.class))
                    .allMatch(
                            task ->
                                    task.agendaNumber() == 1
                                            || (task.agendaNumber() == 2
                                                    && task.purpose() == Purpose.FOR_THE_OWNERS));
            if (sitting.isHeld()) {
                assertThat(sitting.attendance())
                        .containsKey(course.pattern.convener())
                        .hasSizeGreaterThanOrEqualTo(course.pattern.figure(PatternItem.QUORUM));
                assertThat(Set.copyOf(sitting.attendance().values()))
                        .hasSameSizeAs(sitting.attendance().keySet());
            }
        }
    }

    @Property(tries = 1)
    void theCommandsReachEveryKindOfEventAndTasksCarriedTwice() {
        Set<Class<?>> kinds = new HashSet<>();
        long carriedTwice = 0;
        for (int seed = 0; seed < 30; seed++) {
            Course course = new Course(new Random(seed), 3);
            course.run();
            course.history.forEach(event -> kinds.add(event.getClass()));
            carriedTwice +=
                    course.state.items().values().stream()
                            .filter(
                                    item ->
                                            item.dealings().stream()
                                                            .map(ActionItemDealtWith::meeting)
                                                            .distinct()
                                                            .count()
                                                    > 1)
                            .count();
        }

        assertThat(carriedTwice).isPositive();
        assertThat(kinds).containsExactlyInAnyOrder(ConferenceEvent.class.getPermittedSubclasses());
    }
}
