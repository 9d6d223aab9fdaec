package io.github.xinyi.governance.conference;

import static io.github.xinyi.governance.conference.Sessions.COMMUNITY;
import static io.github.xinyi.governance.conference.Sessions.JULY_1;
import static io.github.xinyi.governance.conference.Sessions.deal;
import static io.github.xinyi.governance.conference.Sessions.raise;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.cobuilding.Consultations;
import io.github.xinyi.governance.conference.ConferenceEvent.ConferenceLapsed;
import io.github.xinyi.governance.conference.ConferenceEvent.Dealing;
import io.github.xinyi.governance.conference.ConferenceEvent.Kind;
import io.github.xinyi.governance.conference.ConferenceEvent.PatternAdopted;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.metrics.Count;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.metrics.RecordId;
import io.github.xinyi.governance.metrics.ServiceMeasures;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conferences and action items as they are measured from full records. */
class ConferenceMeasuresTest {

    private static final LocalDate AUGUST_1 = LocalDate.of(2025, 8, 1);

    @Test
    void anActionItemIsSolvedFromTheConferenceThatClosesItOn() {
        Conferences state = twoItemsOfWhichOneIsClosedInAugust();

        assertThat(matters(JULY_1.minusDays(1), state).denominator()).isEmpty();
        assertThat(matters(JULY_1, state).missing().values())
                .containsExactly(Count.OPEN, Count.OPEN);
        assertThat(matters(AUGUST_1.minusDays(1), state).numerator()).isEmpty();
        assertThat(matters(AUGUST_1, state).numerator())
                .containsExactly(new RecordId(COMMUNITY, "T1"));
        assertThat(matters(AUGUST_1, state).denominator()).hasSize(2);
    }

    @Test
    void aConferenceCountsOnceItWasOpenedAndOneCalledOnlyDoesNot() {
        Conferences state =
                Sessions.adopted()
                        .open("M1", JULY_1)
                        .then(Sessions.close("M1", JULY_1))
                        .then(Sessions.call("M2", Kind.ORDINARY, Sessions.CONVENER, AUGUST_1))
                        .state();

        Measurement july = ServiceMeasures.conferences(JULY_1, List.of(state)).get(0);
        Measurement august = ServiceMeasures.conferences(AUGUST_1, List.of(state)).get(0);

        assertThat(july.numerator()).containsExactly(new RecordId(COMMUNITY, "M1"));
        assertThat(july.denominator()).hasSize(1);
        assertThat(july.excluded().values()).containsExactly(Count.NOT_YET_DUE);
        assertThat(august.numerator()).hasSize(1);
        assertThat(august.missing().values()).containsExactly(Count.NOT_HELD);
    }

    /** The defect: what broke off on the day after was not held on the day before either. */
    @Test
    void aConferenceBrokenOffLaterStillCountsOnTheDaysBefore() {
        LocalDate next = AUGUST_1.plusDays(1);
        Sessions open =
                Sessions.adopted()
                        .open("M1", JULY_1)
                        .then(raise("M1", "T1", AUGUST_1, JULY_1))
                        .then(Sessions.close("M1", JULY_1))
                        .open("M2", AUGUST_1);
        Map<RecordId, Count> held =
                Map.of(
                        new RecordId(COMMUNITY, "M1"),
                        Count.COUNTED,
                        new RecordId(COMMUNITY, "M2"),
                        Count.COUNTED);
        assertThat(conferences(AUGUST_1, open)).isEqualTo(held);

        open.then(
                new ConferenceLapsed(
                        COMMUNITY, MeetingId.of("M2"), new Wording("有任务未处理"), Sessions.at(next)));

        assertThat(conferences(AUGUST_1, open)).isEqualTo(held);
        assertThat(conferences(next, open))
                .containsEntry(new RecordId(COMMUNITY, "M1"), Count.COUNTED)
                .containsEntry(new RecordId(COMMUNITY, "M2"), Count.NOT_HELD);
    }

    private static Map<RecordId, Count> conferences(LocalDate day, Sessions sessions) {
        return ServiceMeasures.conferences(day, List.of(sessions.state())).get(0).records();
    }

    /** The defect: every conference was told as one of Party-building. */
    @Test
    void aConferenceCountsUnderTheNameInItsOwnTableAndWithItsSource() {
        Sessions four = Sessions.adopted().open("M1", JULY_1).then(Sessions.close("M1", JULY_1));
        Sessions later =
                four.then(
                                new PatternAdopted(
                                        COMMUNITY,
                                        ConferencePatternSheet.partyBuilding(),
                                        Sessions.at(JULY_1.plusDays(1))))
                        .then(Sessions.call("M2", Kind.ORDINARY, Sessions.CONVENER, AUGUST_1));

        List<Measurement> measured = ServiceMeasures.conferences(JULY_1, List.of(later.state()));

        assertThat(measured).extracting(Measurement::subject).containsExactly("党建联席会", "四方联席会议");
        assertThat(measured.get(0).denominator()).isEmpty();
        assertThat(measured.get(1).numerator()).containsExactly(new RecordId(COMMUNITY, "M1"));
        assertThat(measured.get(1).source().document()).contains("四方联席会议制度");
        assertThat(measured.get(1).source().standing()).isEqualTo(Standing.UNVERIFIED);
        assertThat(later.state().patternOf(MeetingId.of("M1")).title()).isEqualTo("四方联席会议");
    }

    private static Measurement matters(LocalDate day, Conferences state) {
        return ServiceMeasures.matters(day, Consultations.of(List.of(state)));
    }

    private static Conferences twoItemsOfWhichOneIsClosedInAugust() {
        return Sessions.adopted()
                .open("M1", JULY_1)
                .then(raise("M1", "T1", JULY_1.plusDays(20), JULY_1))
                .then(raise("M1", "T2", JULY_1.plusDays(20), JULY_1))
                .then(Sessions.close("M1", JULY_1))
                .open("M2", AUGUST_1)
                .then(deal("M2", "T1", Dealing.CLOSED, JULY_1.plusDays(20), AUGUST_1))
                .then(deal("M2", "T2", Dealing.EXTENDED, AUGUST_1.plusDays(20), AUGUST_1))
                .state();
    }
}
