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
import io.github.xinyi.governance.conference.ConferenceEvent.Kind;
import io.github.xinyi.governance.conference.ConferenceEvent.MinutesRecorded;
import io.github.xinyi.governance.conference.ConferenceEvent.MinutesSigned;
import io.github.xinyi.governance.conference.ConferenceEvent.PatternAdopted;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.ActionItemId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.voting.Matter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    private static final int COMMANDS = 800;
    private static final Wording TEXT = new Wording("正文");

    /** A course of random commands, of which most are refused. */
    private static final class Course {

        private final Random random;
        private final ConferencePattern pattern;
        private final List<ConferenceEvent> history = new ArrayList<>();
        private Conferences state = Conferences.from(List.of());

        Course(Random random, int parties) {
            this.random = random;
            this.pattern =
                    new ConferencePattern(
                            ConferencePatternTest.rows(
                                    parties, parties / 2 + 1 + random.nextInt((parties + 1) / 2)));
        }

        void run() {
            propose(new PatternAdopted(COMMUNITY, pattern, at(JULY_1.minusDays(30))));
            IntStream.range(0, COMMANDS).forEach(i -> propose(any(JULY_1.plusDays(i / 40))));
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
            Party party = one(pattern.parties());
            PersonId person = PersonId.of("P" + random.nextInt(9));
            LocalDate soon = day.plusDays(random.nextInt(4));
            return switch (random.nextInt(16)) {
                case 0 ->
                        new ConferenceCalled(
                                COMMUNITY,
                                meeting,
                                one(List.of(Kind.values())),
                                party,
                                day,
                                soon,
                                at(day));
                case 1 ->
                        new ConferenceCalled(
                                COMMUNITY,
                                meeting,
                                Kind.ORDINARY,
                                pattern.convener(),
                                day,
                                soon,
                                at(day));
                case 2 ->
                        new AgendaSent(
                                COMMUNITY,
                                meeting,
                                List.of(
                                        new AgendaItem(TEXT, new TreeSet<>()),
                                        new AgendaItem(
                                                TEXT, new TreeSet<>(List.of(Matter.ofItem(8))))),
                                at(soonest(meeting, day)));
                case 3, 4, 5, 6, 7 ->
                        new AttendanceRecorded(COMMUNITY, meeting, party, person, at(day));
                case 8 -> new ConferenceOpened(COMMUNITY, meeting, at(day));
                case 9 ->
                        random.nextInt(5) > 0
                                ? new ConferenceOpened(COMMUNITY, meeting, at(day))
                                : new ConferenceLapsed(COMMUNITY, meeting, TEXT, at(day));
                case 10 -> new DecisionTaken(COMMUNITY, meeting, random.nextInt(4), TEXT, at(day));
                case 11 ->
                        new ActionItemRaised(
                                COMMUNITY, meeting, item, TEXT, party, person, soon, at(day));
                case 12 -> deal(meeting, item, soon, day);
                case 13 ->
                        random.nextInt(3) > 0 && !open.isEmpty()
                                ? deal(meeting, item, soon, day)
                                : new AgendaClosed(COMMUNITY, meeting, at(day));
                case 14 -> minutes(meeting, day);
                default -> sign(meeting, party, person, day);
            };
        }

        /** Mostly a day on which the agenda would be in time. */
        private LocalDate soonest(MeetingId meeting, LocalDate day) {
            Sitting sitting = state.sittings().get(meeting);
            return sitting == null || random.nextInt(4) == 0
                    ? day
                    : sitting.called().heldOn().minusDays(3);
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
            return new MinutesSigned(COMMUNITY, meeting, party, signer, digest, at(day));
        }
    }

    @Property(tries = 100)
    void aHistoryReplaysToTheSameState(
            @ForAll Random random, @ForAll @IntRange(min = 3, max = 6) int parties) {
        Course course = new Course(random, parties);
        course.run();

        Conferences replayed = Conferences.from(course.history);

        assertThat(replayed.sittings()).isEqualTo(course.state.sittings());
        assertThat(replayed.items()).isEqualTo(course.state.items());
    }

    @Property(tries = 100)
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
                open.forEach(
                        (item, raisedIn) ->
                                assertThat(
                                                raisedIn.equals(closed.meeting())
                                                        || dealt.getOrDefault(
                                                                        closed.meeting(), Set.of())
                                                                .contains(item))
                                        .as("%s in %s", item, closed.meeting())
                                        .isTrue());
            }
        }
        assertThat(course.state.openItems())
                .extracting(item -> item.raised().item())
                .containsExactlyInAnyOrderElementsOf(open.keySet());
    }

    @Property(tries = 100)
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
        for (int seed = 0; seed < 60; seed++) {
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
