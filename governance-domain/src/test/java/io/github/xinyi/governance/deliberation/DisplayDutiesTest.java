package io.github.xinyi.governance.deliberation;

import static io.github.xinyi.governance.deliberation.Procedures.ROOF;
import static io.github.xinyi.governance.deliberation.Procedures.accepted;
import static io.github.xinyi.governance.deliberation.Procedures.day;
import static io.github.xinyi.governance.deliberation.Procedures.opening;
import static io.github.xinyi.governance.deliberation.Procedures.proceed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.deliberation.ProcedureEvent.ProcedureOpened;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.metrics.CaseMeasures;
import io.github.xinyi.governance.metrics.Count;
import io.github.xinyi.governance.metrics.DisclosureDuty;
import io.github.xinyi.governance.metrics.RecordId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    private static Count counted(int posted, LocalDate day) {
        List<ProcedureEvent> history = untilTheVote();
        if (posted >= 0) {
            Procedure state = Procedure.from(history);
            history.add(accepted(proceed(state, state.next().orElseThrow(), posted)));
        }
        List<DisclosureDuty> duties = DisclosureDuty.ofProcedure(history, CALENDAR);
        RecordId id = new RecordId(Procedures.HERE, "2025-P-01/decision-disclosure");
        return Objects.requireNonNull(CaseMeasures.disclosureOnTime(day, duties).records().get(id));
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
