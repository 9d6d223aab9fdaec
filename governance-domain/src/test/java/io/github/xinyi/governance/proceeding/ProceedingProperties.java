package io.github.xinyi.governance.proceeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.proceeding.Proceeding.Stage;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Neighbourhood;
import io.github.xinyi.governance.proceeding.ProceedingEvent.NoticeGiven;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Office;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Revoker;
import io.github.xinyi.governance.proceeding.ProceedingEvent.TallyRecorded;
import io.github.xinyi.governance.proceeding.ProceedingEvent.VotingOpened;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random commands, most of them out of turn, against what the law asks of the course. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class ProceedingProperties {

    private static final ProceedingTerms HANGZHOU = Courses.terms("HANGZHOU");

    /** Which step must be in the history before each one; written apart from the code. */
    private static final Map<Step, Step> NEEDS =
            new EnumMap<>(
                    Map.of(
                            Step.NOTIFY, Step.PROPOSE,
                            Step.OPEN, Step.NOTIFY,
                            Step.EXTEND, Step.OPEN,
                            Step.CLOSE, Step.OPEN,
                            Step.TALLY, Step.CLOSE,
                            Step.PUBLISH, Step.TALLY,
                            Step.OBJECT, Step.PUBLISH,
                            Step.REVOKE, Step.TALLY,
                            Step.FILE, Step.TALLY,
                            Step.SIGN, Step.CLOSE));

    @Property(tries = 2_000)
    void neverSkipsAGateAndReplaysToTheSameState(
            @ForAll("commands") List<ProceedingEvent> commands) {
        List<ProceedingEvent> recorded = new ArrayList<>();
        recorded.add(Courses.proposed(Trigger.OWNERS_PROPOSAL, 200, 0));
        Proceeding state = Proceeding.from(recorded);
        for (ProceedingEvent command : commands) {
            Proceeding before = state;
            List<ProceedingEvent> taken = taken(state, command);
            if (!taken.isEmpty()) {
                recorded.addAll(taken);
                state = state.after(taken.get(0));
            } else {
                assertThat(state).isEqualTo(before);
            }
        }

        assertThat(Proceeding.from(recorded)).isEqualTo(state);
        requireOrder(recorded);
        requireNotice(recorded);
        assertThat(state.stage().compareTo(Stage.TALLIED) >= 0)
                .isEqualTo(state.tallySha256().isPresent());
    }

    /** The event that the command comes to; a count is made of real ballots of what is called. */
    private static List<ProceedingEvent> taken(Proceeding state, ProceedingEvent command) {
        boolean counts = command instanceof TallyRecorded && state.meetingAsCalled().isPresent();
        if (!counts) {
            return state.admit(command, HANGZHOU).fold(List::of, refused -> List.of());
        }
        Meeting called = state.meetingAsCalled().orElseThrow();
        Result one =
                command.occurredAt().getEpochSecond() % 2 == 0 ? Result.PASSED : Result.REJECTED;
        return state.recordCount(
                        Courses.counted(called, one, Result.REJECTED),
                        command.occurredAt(),
                        HANGZHOU)
                .fold(List::of, refused -> List.of());
    }

    @Property(tries = 500)
    void whatATermAloneRefusesCanStillBeReadBack(
            @ForAll("commands") List<ProceedingEvent> commands) {
        Proceeding state = Courses.upTo(1);
        for (ProceedingEvent command : commands) {
            if (state.admit(command, HANGZHOU).isAccepted()) {
                state = state.after(command);
            } else if (!state.admit(command, Courses.terms("NATIONAL")).isAccepted()
                    && command.step() != Step.NOTIFY
                    && command.step() != Step.TALLY) {
                Proceeding now = state;
                assertThatThrownBy(() -> now.after(command))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    private static void requireOrder(List<ProceedingEvent> recorded) {
        List<Step> steps = recorded.stream().map(ProceedingEvent::step).toList();
        for (int i = 1; i < steps.size(); i++) {
            Step needed = NEEDS.getOrDefault(steps.get(i), Step.PROPOSE);
            assertThat(steps.subList(0, i)).as("before " + steps.get(i)).contains(needed);
            assertThat(recorded.get(i).occurredAt())
                    .isAfterOrEqualTo(recorded.get(i - 1).occurredAt());
        }
        for (Step once : List.of(Step.OPEN, Step.CLOSE, Step.TALLY, Step.PUBLISH)) {
            assertThat(steps.stream().filter(once::equals).count()).isLessThanOrEqualTo(1);
        }
    }

    /**
     * Every vote that opened had its fifteen days after the last notice, and the neighbours told.
     */
    private static void requireNotice(List<ProceedingEvent> recorded) {
        NoticeGiven last = null;
        for (ProceedingEvent event : recorded) {
            if (event instanceof NoticeGiven notice) {
                last = notice;
            }
            if (event instanceof VotingOpened && last != null) {
                assertThat(ChronoUnit.DAYS.between(last.occurredAt(), event.occurredAt()))
                        .isGreaterThanOrEqualTo(15);
                assertThat(last.neighbourhood())
                        .isNotEqualTo(Neighbourhood.RESIDENTS_COMMITTEE_NOT_TOLD);
            }
        }
    }

    /** A sound course with steps left out, doubled, strewn in and moved in time. */
    @Provide
    Arbitrary<List<ProceedingEvent>> commands() {
        Arbitrary<List<ProceedingEvent>> noise = command().list().ofMaxSize(3);
        return Combinators.combine(
                        noise,
                        sometimes(Courses.notice(1, 16, 26, 30)),
                        noise,
                        sometimes(Courses.opened(16)),
                        noise,
                        sometimes(Courses.closed(30)),
                        sometimes(Courses.tallied(31, Result.PASSED, Result.REJECTED)),
                        noise)
                .as(
                        (a, told, b, opened, c, closed, counted, d) ->
                                Stream.of(a, told, b, opened, c, closed, counted, d)
                                        .flatMap(List::stream)
                                        .toList());
    }

    private static Arbitrary<List<ProceedingEvent>> sometimes(ProceedingEvent event) {
        return Arbitraries.frequency(
                Tuple.of(9, List.of(event)), Tuple.of(1, List.<ProceedingEvent>of()));
    }

    private static Arbitrary<ProceedingEvent> command() {
        Arbitrary<Long> day = Arbitraries.longs().between(0, 50);
        Arbitrary<MotionId> motion = Arbitraries.of(Courses.M1, Courses.M2, Courses.ELSE);
        return Arbitraries.oneOf(
                Combinators.combine(day, Arbitraries.of(Neighbourhood.class))
                        .as((d, n) -> Courses.notice(d, d + 14 + d % 3, d + 24, d + 28, n)),
                Combinators.combine(day, day)
                        .as((d, due) -> (ProceedingEvent) Courses.ordered(d, due)),
                day.map(Courses::convened),
                day.map(d -> Courses.postponed(d, d + 2, d + 12)),
                day.map(Courses::opened),
                Combinators.combine(day, day)
                        .as((d, to) -> (ProceedingEvent) Courses.extended(d, to)),
                day.map(Courses::closed),
                Combinators.combine(
                                day,
                                Arbitraries.of(Result.PASSED, Result.REJECTED, Result.NO_QUORUM),
                                Arbitraries.of(Result.PASSED, Result.REJECTED, Result.NO_QUORUM))
                        .as((d, one, two) -> (ProceedingEvent) Courses.tallied(d, one, two)),
                day.map(Courses::published),
                day.map(Courses::objection),
                day.map(d -> Courses.displayed(d + 1, d, d + 1)),
                day.map(d -> Courses.minutes(d, "P1")),
                day.map(d -> Courses.filed(d, Office.STREET_OFFICE)),
                Combinators.combine(day, motion)
                        .as((d, m) -> (ProceedingEvent) Courses.corrected(d, m)),
                Combinators.combine(day, motion)
                        .as((d, m) -> (ProceedingEvent) Courses.revoked(d, m, Revoker.COURT)));
    }
}
