package io.github.xinyi.governance.deliberation;

import static io.github.xinyi.governance.deliberation.Procedures.HERE;
import static io.github.xinyi.governance.deliberation.Procedures.ROOF;
import static io.github.xinyi.governance.deliberation.Procedures.accepted;
import static io.github.xinyi.governance.deliberation.Procedures.day;
import static io.github.xinyi.governance.deliberation.Procedures.opening;
import static io.github.xinyi.governance.deliberation.Procedures.proceed;
import static io.github.xinyi.governance.deliberation.Procedures.resolution;
import static io.github.xinyi.governance.deliberation.Procedures.revocation;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.deliberation.ProcedureEvent.ProcedureOpened;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.metrics.CaseMeasures;
import io.github.xinyi.governance.metrics.Count;
import io.github.xinyi.governance.metrics.DisclosureDuty;
import io.github.xinyi.governance.metrics.RecordId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a procedure must show by when, taken from its own events. */
class DisplayDutiesTest {

    private static final HolidayCalendar CALENDAR =
            new HolidayCalendar(
                    EffectivePeriod.from(LocalDate.of(2025, 1, 1)),
                    new TreeSet<>(),
                    new TreeSet<>());
    private static final LocalDate LATER = LocalDate.of(2025, 12, 31);
    private static final RecordId FIRST = new RecordId(HERE, "2025-P-01/decision-disclosure");
    private static final RecordId SECOND = new RecordId(HERE, "2025-P-01/decision-disclosure/2");

    /** The vote closes on 10 April; three days later is a Sunday, so that Monday is in time. */
    @ParameterizedTest
    @CsvSource({"43, COUNTED", "44, COUNTED", "45, LATE"})
    void aDisplayIsInTimeByTheLastDayOfItsStage(int posted, Count count) {
        assertThat(counted(posted, LATER)).isEqualTo(count);
    }

    @Test
    void aDisplayNotPutUpIsOwedFromItsLastDayOn() {
        assertThat(counted(-1, LocalDate.of(2025, 4, 13))).isEqualTo(Count.NOT_YET_DUE);
        assertThat(counted(-1, LocalDate.of(2025, 4, 14))).isEqualTo(Count.NOT_DISCLOSED);
    }

    /** The defect: what hung under the decision revoked counted for the one taken after it. */
    @Test
    void aDisplayOfADecisionThatWasRevokedShowsNothingOfTheNext() {
        List<ProcedureEvent> history = untilTheVote();
        goOn(history, 43);
        revoke(history, 61);
        goOn(history, 80);

        assertThat(counted(history, on(82)))
                .isEqualTo(Map.of(FIRST, Count.COUNTED, SECOND, Count.NOT_YET_DUE));
        assertThat(counted(history, on(83)))
                .isEqualTo(Map.of(FIRST, Count.COUNTED, SECOND, Count.NOT_DISCLOSED));
        assertThat(counted(history, on(100)))
                .isEqualTo(Map.of(FIRST, Count.COUNTED, SECOND, Count.NOT_DISCLOSED));
    }

    /** The second vote closes on 20 May; three days later is a Friday. */
    @ParameterizedTest
    @CsvSource({"82, COUNTED", "83, COUNTED", "84, LATE"})
    void theNextDecisionIsShownByALastDayOfItsOwn(int posted, Count count) {
        List<ProcedureEvent> history = untilTheVote();
        revoke(history, 61);
        goOn(history, 80);
        goOn(history, posted);

        assertThat(counted(history, LATER))
                .isEqualTo(Map.of(FIRST, Count.NOT_DISCLOSED, SECOND, count));
    }

    /** The defect: a revocation took back what had been measured before it. */
    @Test
    void aPastDayIsMeasuredTheSameWhateverHappenedSince() {
        List<ProcedureEvent> history = untilTheVote();
        goOn(history, 46);
        Map<RecordId, Count> late = Map.of(FIRST, Count.LATE);
        assertThat(counted(history, on(50))).isEqualTo(late);
        assertThat(counted(history, on(45))).isEqualTo(Map.of(FIRST, Count.NOT_DISCLOSED));

        revoke(history, 61);

        assertThat(counted(history, on(50))).isEqualTo(late);
        assertThat(counted(history, on(70))).isEqualTo(late);
        goOn(history, 80);
        assertThat(counted(history, on(45))).isEqualTo(Map.of(FIRST, Count.NOT_DISCLOSED));
        assertThat(counted(history, on(50))).isEqualTo(late);
        assertThat(counted(history, on(79))).isEqualTo(late);
        assertThat(counted(history, on(40))).isEqualTo(Map.of(FIRST, Count.NOT_YET_DUE));
        assertThat(counted(history, on(39))).isEmpty();
        assertThat(counted(history, on(-1))).isEmpty();
    }

    /** The display is due on day 44; a decision that fell by then is shown to nobody. */
    @ParameterizedTest
    @CsvSource({"43, false, 0", "44, false, 0", "45, false, 1", "44, true, 0", "45, true, 1"})
    void aDutyThatHadNotFallenDueFallsAwayWithItsDecision(int revoked, boolean shown, int duties) {
        List<ProcedureEvent> history = untilTheVote();
        if (shown) {
            goOn(history, 41);
        }
        revoke(history, revoked);

        assertThat(counted(history, LATER))
                .hasSize(duties)
                .allSatisfy(
                        (id, count) ->
                                assertThat(count)
                                        .isEqualTo(shown ? Count.COUNTED : Count.NOT_DISCLOSED));
    }

    /** The vote closed on day 40, and that was noted on day 50. */
    @Test
    void aVoteThatIsNotOnRecordYetMakesNothingDue() {
        List<ProcedureEvent> history = untilTheVote();
        history.remove(history.size() - 1);
        history.add(
                accepted(
                        Procedure.from(history)
                                .resolve("resolution", resolution(HERE, ROOF, day(40)), day(50))));

        assertThat(counted(history, on(49))).isEmpty();
        assertThat(counted(history, on(50))).isEqualTo(Map.of(FIRST, Count.NOT_DISCLOSED));
    }

    private static Count counted(int posted, LocalDate day) {
        List<ProcedureEvent> history = untilTheVote();
        if (posted >= 0) {
            goOn(history, posted);
        }
        return Objects.requireNonNull(counted(history, day).get(FIRST));
    }

    private static Map<RecordId, Count> counted(List<ProcedureEvent> history, LocalDate day) {
        return CaseMeasures.disclosureOnTime(
                        day, DisclosureDuty.ofProcedure(history, day, CALENDAR))
                .records();
    }

    private static void goOn(List<ProcedureEvent> history, int day) {
        Procedure state = Procedure.from(history);
        history.add(accepted(proceed(state, next(state), day)));
    }

    private static void revoke(List<ProcedureEvent> history, int day) {
        Procedure state = Procedure.from(history);
        MeetingId meeting = state.decision().orElseThrow().meeting();
        history.add(accepted(state.revoke(revocation(meeting, ROOF.id(), day(day)), day(day))));
    }

    private static LocalDate on(int day) {
        return Procedure.day(day(day));
    }

    private static List<ProcedureEvent> untilTheVote() {
        ProcedureOpened opened =
                Procedures.opened(Procedure.open(PatternSheet.fiveDeliberations(), opening(ROOF)));
        List<ProcedureEvent> history = new ArrayList<>(List.of(opened));
        Procedure state = Procedure.from(history);
        for (int day = 10; !next(state).id().equals("decision-disclosure"); day += 10) {
            ProcedureEvent event = accepted(proceed(state, next(state), day));
            history.add(event);
            state = state.after(event);
        }
        assertThat(history.get(history.size() - 1).occurredAt()).isEqualTo(day(40));
        return history;
    }

    private static Stage next(Procedure state) {
        return state.next().orElseThrow();
    }
}
