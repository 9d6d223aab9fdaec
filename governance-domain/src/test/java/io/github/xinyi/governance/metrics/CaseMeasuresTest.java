package io.github.xinyi.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.grid.CaseEvent.CaseRated;
import io.github.xinyi.governance.grid.CaseEvent.CaseReported;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp;
import io.github.xinyi.governance.grid.CaseEvent.ReporterAnswered;
import io.github.xinyi.governance.grid.SlaGrade;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.team.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The measures of cases just below, at and just above what they are measured by. */
class CaseMeasuresTest {

    private static final CommunityId COMMUNITY = CommunityId.of("C001");
    private static final CaseId CASE = CaseId.of("K1");
    private static final PersonId DESK = PersonId.of("P1");
    private static final Instant REPORTED = Instant.parse("2025-06-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2025, 6, 3);
    private static final Source PLAN = new Source("街道方案", Standing.UNVERIFIED);
    private static final int HOURS = 24;

    @ParameterizedTest
    @CsvSource({"-1, COUNTED", "0, COUNTED", "1, LATE"})
    void anAnswerIsInTimeUntilTheLastMomentOfItsGrade(long secondsAfter, Count expected) {
        Instant answered = REPORTED.plusSeconds(HOURS * 3_600L + secondsAfter);

        Measurement measured =
                CaseMeasures.responseInTime(
                        DAY,
                        List.of(
                                List.of(
                                        reported(),
                                        new ReporterAnswered(COMMUNITY, CASE, DESK, answered))));

        assertThat(measured.metric()).isEqualTo(Metric.RESPONSE_IN_TIME);
        assertThat(measured.records().values()).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"3, BELOW_FLOOR", "4, COUNTED", "5, COUNTED"})
    void aRatingSatisfiesFromTheFloorOn(int stars, Count expected) {
        CaseEvent rated = new CaseRated(COMMUNITY, CASE, DESK, stars, REPORTED.plusSeconds(60));

        Measurement measured =
                CaseMeasures.satisfaction(
                        DAY,
                        new RatingFloor(4, PLAN),
                        List.of(List.of(reported(), rated)),
                        List.of());

        assertThat(measured.metric()).isEqualTo(Metric.SATISFACTION);
        assertThat(measured.records().values()).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"CONTENT, COUNTED", "NOT_CONTENT, NOT_CONTENT", "NOT_REACHED, NOT_RATED"})
    void whereNobodyRatedTheAnswerAtTheFollowUpCounts(FollowedUp.Answer answer, Count expected) {
        CaseEvent first = followedUp(FollowedUp.Answer.CONTENT, 60);
        CaseEvent last = followedUp(answer, 120);
        CaseEvent rated = new CaseRated(COMMUNITY, CASE, DESK, 3, REPORTED.plusSeconds(90));

        assertThat(satisfied(reported(), last)).containsExactly(expected);
        assertThat(satisfied(reported(), first, rated, last)).containsExactly(Count.BELOW_FLOOR);
    }

    @Test
    void theLastAnswerThatReachedSomebodyCounts() {
        assertThat(
                        satisfied(
                                reported(),
                                followedUp(FollowedUp.Answer.NOT_CONTENT, 60),
                                followedUp(FollowedUp.Answer.NOT_REACHED, 120)))
                .containsExactly(Count.NOT_CONTENT);
        assertThat(
                        satisfied(
                                reported(),
                                followedUp(FollowedUp.Answer.NOT_CONTENT, 60),
                                followedUp(FollowedUp.Answer.CONTENT, 120)))
                .containsExactly(Count.COUNTED);
    }

    private static Collection<Count> satisfied(CaseEvent... history) {
        return CaseMeasures.satisfaction(
                        DAY, new RatingFloor(4, PLAN), List.of(List.of(history)), List.of())
                .records()
                .values();
    }

    private static CaseEvent followedUp(FollowedUp.Answer answer, long seconds) {
        return new FollowedUp(COMMUNITY, CASE, DESK, answer, "回访", REPORTED.plusSeconds(seconds));
    }

    private static CaseReported reported() {
        return new CaseReported(
                COMMUNITY,
                CASE,
                DESK,
                new SlaGrade(
                        "试", new SlaGrade.Limits(HOURS, 1, 1), new SlaGrade.Extensions(0, 0), PLAN),
                REPORTED);
    }
}
