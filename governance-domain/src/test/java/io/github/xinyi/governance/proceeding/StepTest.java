package io.github.xinyi.governance.proceeding;

import static io.github.xinyi.governance.proceeding.Courses.COMMUNITY;
import static io.github.xinyi.governance.proceeding.Courses.M1;
import static io.github.xinyi.governance.proceeding.Courses.M2;
import static io.github.xinyi.governance.proceeding.Courses.MEETING;
import static io.github.xinyi.governance.proceeding.Courses.at;
import static io.github.xinyi.governance.proceeding.Courses.notice;
import static io.github.xinyi.governance.proceeding.Courses.on;
import static io.github.xinyi.governance.proceeding.Courses.upTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.proceeding.Proceeding.Stage;
import io.github.xinyi.governance.proceeding.ProceedingEvent.CorrectionOrdered;
import io.github.xinyi.governance.proceeding.ProceedingEvent.DecisionRevoked;
import io.github.xinyi.governance.proceeding.ProceedingEvent.DecisionsFiled;
import io.github.xinyi.governance.proceeding.ProceedingEvent.MinutesSigned;
import io.github.xinyi.governance.proceeding.ProceedingEvent.NoticeGiven;
import io.github.xinyi.governance.proceeding.ProceedingEvent.ObjectionReceived;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Office;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Postponed;
import io.github.xinyi.governance.proceeding.ProceedingEvent.ResultPublished;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Revoker;
import io.github.xinyi.governance.proceeding.ProceedingEvent.TallyRecorded;
import io.github.xinyi.governance.proceeding.ProceedingEvent.VotingExtended;
import io.github.xinyi.governance.proceeding.ProceedingEvent.VotingOpened;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What no step in the course of a meeting can be, and what each asks of the steps before it. */
class StepTest {

    private static final ProceedingTerms NATIONAL = Courses.terms("NATIONAL");
    private static final ProceedingTerms HANGZHOU = Courses.terms("HANGZHOU");
    private static final long RECORDED = 30;

    static Stream<Consumer<String>> texts() {
        return Stream.of(
                text ->
                        new ObjectionReceived(
                                COMMUNITY, MEETING, at(29), on(29), PersonId.of("P1"), text),
                text -> new CorrectionOrdered(COMMUNITY, MEETING, at(29), M1, on(59), text),
                text ->
                        new DecisionRevoked(
                                COMMUNITY, MEETING, at(29), M1, on(29), Revoker.COURT, text));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextHasACharacterAtLeastAndTwoThousandAtMost(Consumer<String> step) {
        for (String text : List.of("", " ", "x".repeat(Proceeding.MAX_TEXT_LENGTH + 1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> step.accept(text))
                    .withMessageContaining("text of length " + text.length());
        }
        assertThatCode(() -> step.accept("x".repeat(Proceeding.MAX_TEXT_LENGTH)))
                .doesNotThrowAnyException();
    }

    @Test
    void aPaperIsKnownByASha256AndAVoteHasTime() {
        String digest = "0".repeat(63);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new MinutesSigned(
                                        COMMUNITY, MEETING, at(28), digest, new TreeSet<>()));
        TallyRecorded tally = Courses.tallied(27, Result.PASSED, Result.REJECTED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counted(tally, digest, tally.closesAt()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counted(tally, tally.tallySha256(), tally.opensAt()));
        assertThat(counted(tally, tally.tallySha256(), tally.closesAt())).isEqualTo(tally);
    }

    private static TallyRecorded counted(TallyRecorded as, String sha256, Instant closes) {
        return new TallyRecorded(
                as.community(),
                as.meeting(),
                as.occurredAt(),
                as.rosterDate(),
                as.roster(),
                as.noticeDate(),
                as.opensAt(),
                closes,
                sha256,
                as.results(),
                as.elections(),
                as.local());
    }

    @Test
    void momentsAreKeptToTheMicrosecond() {
        NoticeGiven notice = notice(1, 16, 26, 27);
        Instant fine = notice.latestCloseAt().plusNanos(1);

        refusesAsTooFine(() -> noticed(notice, notice.opensAt().plusNanos(1), fine.minusNanos(1)));
        refusesAsTooFine(() -> noticed(notice, notice.opensAt(), fine));
        refusesAsTooFine(
                () ->
                        new Postponed(
                                COMMUNITY,
                                MEETING,
                                at(2),
                                notice.opensAt().plusNanos(1),
                                notice.closesAt()));
        refusesAsTooFine(() -> new VotingExtended(COMMUNITY, MEETING, at(20), fine));
    }

    private static void refusesAsTooFine(Runnable step) {
        assertThatIllegalArgumentException()
                .isThrownBy(step::run)
                .withMessageContaining("finer than a microsecond");
    }

    private static NoticeGiven noticed(NoticeGiven as, Instant opens, Instant latest) {
        return new NoticeGiven(
                as.community(),
                as.meeting(),
                as.occurredAt(),
                as.notifiedOn(),
                as.rosterDate(),
                opens,
                as.closesAt(),
                latest,
                as.neighbourhood(),
                as.forms(),
                as.agenda());
    }

    static Stream<Function<LocalDate, ProceedingEvent>> recordedAfterwards() {
        return Stream.of(
                day -> new ResultPublished(COMMUNITY, MEETING, at(RECORDED), day),
                day ->
                        new ObjectionReceived(
                                COMMUNITY, MEETING, at(RECORDED), day, PersonId.of("P1"), "未收到表决票"),
                day ->
                        new DecisionsFiled(
                                COMMUNITY, MEETING, at(RECORDED), day, Office.STREET_OFFICE),
                day ->
                        new DecisionRevoked(
                                COMMUNITY, MEETING, at(RECORDED), M1, day, Revoker.COURT, "民初1号"));
    }

    /** The count is recorded on day 27, and the step on day 30. */
    @ParameterizedTest
    @MethodSource("recordedAfterwards")
    void aDayRecordedAfterwardsIsNotBeforeTheCountAndNotInTheFuture(
            Function<LocalDate, ProceedingEvent> step) {
        boolean needsPublication = step.apply(on(28)) instanceof ObjectionReceived;
        Proceeding before = upTo(needsPublication ? 6 : 5);

        assertThat(refusals(before, step.apply(on(26)), NATIONAL))
                .isEqualTo("proceeding.time-order");
        assertThat(refusals(before, step.apply(on(27)), NATIONAL)).isEmpty();
        assertThat(refusals(before, step.apply(on(RECORDED)), NATIONAL)).isEmpty();
        assertThat(refusals(before, step.apply(on(RECORDED + 1)), NATIONAL))
                .isEqualTo("proceeding.time-order");
    }

    /** M1 passed and M2 did not. */
    @Test
    void onlyADecisionThatBindsIsCorrectedOrRevokedByPropertyManagementRegulation12And19() {
        assertThat(refusals(upTo(6), Courses.corrected(29, M1), NATIONAL)).isEmpty();
        assertThat(refusals(upTo(6), Courses.corrected(29, M2), NATIONAL))
                .isEqualTo("proceeding.decision-binds");
        assertThat(refusals(upTo(6), Courses.revoked(29, M2, Revoker.COURT), NATIONAL))
                .isEqualTo("proceeding.decision-binds");
    }

    @ParameterizedTest(name = "put off, then open {0} days: {1}")
    @CsvSource({
        "4,proceeding.voting-not-shorter",
        "5,",
        "6,",
        "59,",
        "60,",
        "61,proceeding.voting-not-longer"
    })
    void aPostponementKeepsTheDaysOfVotingByHangzhou20(long days, String refused) {
        assertThat(refusals(upTo(2), Courses.postponed(2, 20, 20 + days), HANGZHOU))
                .isEqualTo(refused == null ? "" : refused);
        assertThat(refusals(upTo(2), Courses.postponed(2, 20, 20 + days), NATIONAL)).isEmpty();
    }

    @ParameterizedTest(name = "extended to {0} days: {1}")
    @CsvSource({"59,", "60,", "61,proceeding.voting-not-longer"})
    void anExtensionKeepsTheDaysOfVotingByHangzhou20(long days, String refused) {
        Proceeding open =
                Proceeding.from(
                        List.of(
                                Courses.proposed(Trigger.OWNERS_PROPOSAL, 200, 0),
                                notice(1, 16, 26, 16 + 61),
                                Courses.opened(16)));

        assertThat(refusals(open, Courses.extended(20, 16 + days), HANGZHOU))
                .isEqualTo(refused == null ? "" : refused);
        assertThat(refusals(open, Courses.extended(20, 16 + days), NATIONAL)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void sixStepsLeadToTheNextStageAndTheOthersLeaveIt(Step step) {
        for (Stage stage : Stage.values()) {
            if (step.canFollow(stage)) {
                Stage expected =
                        switch (step) {
                            case NOTIFY -> Stage.NOTIFIED;
                            case OPEN -> Stage.OPEN;
                            case CLOSE -> Stage.CLOSED;
                            case TALLY -> Stage.TALLIED;
                            case PUBLISH -> Stage.PUBLISHED;
                            default -> stage;
                        };
                assertThat(step.after(stage)).isEqualTo(expected);
            }
        }
        assertThat(Step.PROPOSE.after(Stage.PROPOSED)).isEqualTo(Stage.PROPOSED);
    }

    @Test
    void aStepOfAnotherMeetingIsNotOfThisOne() {
        VotingOpened other = new VotingOpened(CommunityId.of("elsewhere"), MEETING, at(16));

        assertThatIllegalArgumentException().isThrownBy(() -> upTo(2).after(other));
        assertThatIllegalArgumentException().isThrownBy(() -> upTo(2).admit(other, NATIONAL));
    }

    private static String refusals(Proceeding before, ProceedingEvent step, ProceedingTerms terms) {
        return before.admit(step, terms)
                .fold(
                        accepted -> "",
                        ruling ->
                                ruling.notMet().stream()
                                        .map(Finding::rule)
                                        .map(Object::toString)
                                        .collect(Collectors.joining(" ")));
    }
}
