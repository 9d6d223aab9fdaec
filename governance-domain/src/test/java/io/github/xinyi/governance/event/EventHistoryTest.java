package io.github.xinyi.governance.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventHistoryTest {

    private static final Instant AT = Instant.parse("2025-03-01T02:00:00Z");
    private static final Happening FIRST = noted("one", AT);
    private static final RuleCheck MET = RuleCheck.of(EventRule.STORABLE, true);
    private static final RuleCheck NOT_MET = RuleCheck.of(EventRule.STORABLE, false);

    private static Happening noted(String words, Instant at) {
        return new Happening.Noted(CommunityId.of("S001"), at, words);
    }

    private static Outcome<EventHistory<Happening>> with(
            EventHistory<Happening> history, Happening event, Finding... findings) {
        return history.with(event, List.of(findings), EventRule.VALUE);
    }

    private static EventHistory<Happening> begun() {
        return with(EventHistory.empty(), FIRST, MET).orElseThrow(EventHistoryTest::unexpected);
    }

    private static List<String> notMet(Outcome<?> outcome) {
        return outcome.fold(
                accepted -> List.of(),
                ruling -> ruling.notMet().stream().map(f -> f.rule().value()).toList());
    }

    private static IllegalStateException unexpected(Object ruling) {
        return new IllegalStateException(ruling.toString());
    }

    @Test
    void addsWhatEveryFindingAllowsAndStaysAsItWas() {
        Happening second = noted("two", AT);
        EventHistory<Happening> before = begun();

        EventHistory<Happening> after =
                with(before, second, MET).orElseThrow(EventHistoryTest::unexpected);

        assertThat(after.events()).containsExactly(FIRST, second);
        assertThat(after.last()).isEqualTo(second);
        assertThat(before.events()).containsExactly(FIRST);
    }

    @Test
    void refusesTimeThatRunsBackwardsByANanosecondAndNamesEveryRule() {
        assertThat(notMet(with(begun(), noted("early", AT.minusNanos(1)), MET)))
                .containsExactly("event.value");
        assertThat(notMet(with(begun(), noted("early", AT.minusNanos(1)), NOT_MET)))
                .containsExactly("event.storable", "event.value");
        assertThat(notMet(with(begun(), noted("late", AT.plusNanos(1)), NOT_MET)))
                .containsExactly("event.storable");
        assertThat(notMet(with(begun(), noted("late", AT.plusNanos(1)), MET))).isEmpty();
    }

    @Test
    void isAsRecordedOnlyWhereTheLastEventIsTheOneRecorded() {
        assertThat(begun().asRecorded(FIRST, EventRule.RECORD, "state").isAccepted()).isTrue();
        assertThat(notMet(begun().asRecorded(noted("other", AT), EventRule.RECORD, "state")))
                .containsExactly("event.record");
        assertThat(notMet(EventHistory.notAsRecorded(FIRST, EventRule.RECORD)))
                .containsExactly("event.record");
    }

    @Test
    void replaysInOrderUntilTheFirstThatIsRefused() {
        List<Happening> all = List.of(FIRST, noted("two", AT), noted("three", AT));
        List<Happening> seen = new ArrayList<>();

        Outcome<String> whole =
                EventHistory.replay(
                        all,
                        event -> Outcome.accepted("1"),
                        (before, event) -> Outcome.accepted(before + all.indexOf(event)));
        Outcome<String> refused =
                EventHistory.replay(
                        all,
                        event -> Outcome.accepted(""),
                        (before, event) -> {
                            seen.add(event);
                            return EventHistory.notAsRecorded(event, EventRule.RECORD);
                        });

        assertThat(whole.orElseThrow(EventHistoryTest::unexpected)).isEqualTo("112");
        assertThat(refused.isAccepted()).isFalse();
        assertThat(seen).containsExactly(all.get(1));
    }

    @Test
    void keepsItsOwnListAndHasNoLastEventBeforeTheFirst() {
        List<Happening> events = new ArrayList<>(List.of(FIRST));
        EventHistory<Happening> history = new EventHistory<>(events);

        events.clear();

        assertThat(history.events()).containsExactly(FIRST);
        assertThatThrownBy(() -> EventHistory.<Happening>empty().last())
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
