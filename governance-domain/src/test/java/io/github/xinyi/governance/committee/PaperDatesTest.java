package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.after;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Bodies.elected;
import static io.github.xinyi.governance.committee.Bodies.person;
import static io.github.xinyi.governance.committee.Bodies.refusedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.committee.Option.FilingOffice;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a committee files, publishes and reports is recorded no earlier than it happens. */
class PaperDatesTest {

    private static final CommitteeClauses BEIJING = LocalLaw.beijing();
    private static final LocalDate RECORDED = START.plusDays(20);

    @Test
    void recordsNoFilingBeforeItIsFiled() {
        for (FilingOffice office : FilingOffice.values()) {
            assertRecordedOnceItHappened(
                    on -> elected(BEIJING, 7).acting(BEIJING).file(office, on, at(RECORDED)));
        }
    }

    @Test
    void recordsNoPublicationOfSealsBeforeItIsPublished() {
        assertRecordedOnceItHappened(
                on -> elected(BEIJING, 7).acting(BEIJING).publishSealUse(on, at(RECORDED)));
    }

    @Test
    void recordsNoReportOfTheEndBeforeItIsMade() {
        assertRecordedOnceItHappened(
                on -> elected(BEIJING, 7).acting(BEIJING).reportTermEnd(on, at(RECORDED)));
    }

    private static void assertRecordedOnceItHappened(
            Function<LocalDate, Outcome<CommitteeEvent>> recorded) {
        assertThat(refusedBy(recorded.apply(RECORDED))).isEmpty();
        assertThat(refusedBy(recorded.apply(RECORDED.plusDays(1)))).containsExactly("date-order");
    }

    @Test
    void theOfficersChosenLastAreTheOfficers() {
        Committee body = elected(BEIJING, 7);
        Committee chosen =
                after(
                        body,
                        body.acting(BEIJING)
                                .chooseOfficers(person(1), List.of(person(2)), START, at(START)));

        Committee anew =
                after(
                        chosen,
                        chosen.acting(BEIJING)
                                .chooseOfficers(person(3), List.of(), RECORDED, at(RECORDED)));

        assertThat(chosen.officers()).containsExactly(person(1), person(2));
        assertThat(anew.officers()).containsExactly(person(3));
    }
}
