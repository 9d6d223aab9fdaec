package io.github.xinyi.governance.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.StaleVersion;
import io.github.xinyi.governance.event.StoredEvent;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.grid.CaseCategory;
import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.grid.CaseEvent.CaseFound;
import io.github.xinyi.governance.grid.CasePlace;
import io.github.xinyi.governance.grid.GridCase;
import io.github.xinyi.governance.grid.SlaProfile;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.mediation.Route;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.governance.records.RecordKind;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/** Several officers act on one case at once, through the event store. */
class CaseConcurrencyTest {

    private static final int OFFICERS = 8;
    private static final Instant AT = Instant.parse("2025-11-05T06:00:00Z");
    private static final CommunityId COMMUNITY = CommunityId.of("yujing");
    private static final PersonId DESK = PersonId.of("DESK");
    private static final StreamName CASE = RecordKind.CASE.stream(COMMUNITY, "C-1");

    private final EventStore store = new InMemoryEventStore(GovernanceEvents.codec());

    /** Each has read the same version, and each command alone would be right. */
    @RepeatedTest(20)
    void ofEightOfficersOnOneVersionOneWinsAndTheOthersReadAgain() {
        GridCase read = reported();
        CyclicBarrier start = new CyclicBarrier(OFFICERS);
        List<Callable<Outcome<List<StoredEvent>>>> officers =
                IntStream.range(0, OFFICERS)
                        .<Callable<Outcome<List<StoredEvent>>>>mapToObj(
                                i ->
                                        () -> {
                                            CaseEvent own = own(read, i);
                                            start.await();
                                            return append(own, "officer-" + i, 2);
                                        })
                        .toList();

        List<Outcome<List<StoredEvent>>> outcomes = Specimens.atOnce(officers);

        assertThat(outcomes).filteredOn(Outcome::isAccepted).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.isAccepted())
                .hasSize(OFFICERS - 1)
                .allSatisfy(
                        outcome ->
                                assertThat(((Outcome.Refused<?>) outcome).ruling().notMet())
                                        .containsExactly(new StaleVersion(CASE, 2, 3)));
        assertThat(state().openings()).isEqualTo(1);
        assertThat(store.history(CASE, CaseEvent.class)).hasSize(3);
    }

    /** Who lost reads again, and the rules of the case say why the step is not open any more. */
    @RepeatedTest(20)
    void eightOfficersWhoAllEscalateDoSoOnce() {
        reported();
        append(accepted(state().accept(DESK, AT)), "taken", 2);
        CyclicBarrier start = new CyclicBarrier(OFFICERS);
        List<Callable<Integer>> officers =
                IntStream.range(0, OFFICERS)
                        .<Callable<Integer>>mapToObj(
                                i ->
                                        () -> {
                                            start.await();
                                            return escalateUntilSomebodyHas(i);
                                        })
                        .toList();

        List<Integer> won = Specimens.atOnce(officers);

        assertThat(won.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(state().stage()).isEqualTo(GridCase.Stage.ESCALATED);
        assertThat(store.history(CASE, CaseEvent.class)).hasSize(4);
    }

    private int escalateUntilSomebodyHas(int officer) {
        while (true) {
            List<CaseEvent> history = store.history(CASE, CaseEvent.class);
            Outcome<? extends CaseEvent> step =
                    GridCase.from(history).escalate(Route.ADMINISTRATIVE, DESK, "移送", AT);
            if (!step.isAccepted()) {
                return 0;
            }
            if (append(accepted(step), "escalate-" + officer, history.size()).isAccepted()) {
                return 1;
            }
        }
    }

    private static CaseEvent own(GridCase read, int officer) {
        return officer % 2 == 0
                ? accepted(read.accept(DESK, AT))
                : accepted(read.offer(DESK, PersonId.of("P" + officer), "转办", AT));
    }

    private GridCase reported() {
        CaseFound found =
                new CaseFound(
                        COMMUNITY,
                        CaseId.of("C-1"),
                        CaseCategory.NOISE,
                        new CasePlace("3号楼", new TreeSet<>()),
                        PersonId.of("REPORTER"),
                        DESK,
                        "夜间噪声",
                        AT);
        append(accepted(GridCase.find(found)), "found", 0);
        append(accepted(state().report(DESK, SlaProfile.usual(), "一般", AT)), "reported", 1);
        return state();
    }

    private GridCase state() {
        return GridCase.from(store.history(CASE, CaseEvent.class));
    }

    private Outcome<List<StoredEvent>> append(DomainEvent event, String command, long expected) {
        return store.append(new Append(CASE, CommandId.of(command), expected, List.of(event)));
    }

    private static <T> T accepted(Outcome<T> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.notMet().toString()));
    }
}
