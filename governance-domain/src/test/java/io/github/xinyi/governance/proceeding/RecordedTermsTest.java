package io.github.xinyi.governance.proceeding;

import static io.github.xinyi.governance.proceeding.Courses.M1;
import static io.github.xinyi.governance.proceeding.Courses.at;
import static io.github.xinyi.governance.proceeding.Courses.upTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.LocalTerms;
import io.github.xinyi.governance.bylaw.RecordedTerms;
import io.github.xinyi.governance.election.ElectionResult;
import io.github.xinyi.governance.election.Seats;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.proceeding.Proceeding.Standing;
import io.github.xinyi.governance.proceeding.ProceedingEvent.TallyRecorded;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.MotionResult.Result;
import io.github.xinyi.governance.voting.TallyResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A count that fails by local terms alone is recorded as failed, and judged alike on replay. */
class RecordedTermsTest {

    private static final EventCodec CODEC =
            EventCodec.of(ProceedingEvent.class).with(ProceedingChanges.all());

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        "'notice.voting-least-days,11', FOR FOR FOR, INVALID_PROCEDURE, NOT_ADOPTED",
        "'notice.voting-least-days,10', FOR FOR FOR, PASSED, BINDING",
        "'notice.voting-least-days,9', FOR FOR FOR, PASSED, BINDING",
        "'guarantee.participation,≥3/4', FOR FOR, NO_QUORUM, NOT_ADOPTED",
        "'guarantee.participation,>2/3', FOR FOR, NO_QUORUM, NOT_ADOPTED",
        "'guarantee.participation,≥3/4', FOR FOR FOR, PASSED, BINDING",
        "'guarantee.ordinary,≥3/4', FOR FOR AGAINST, REJECTED, NOT_ADOPTED",
        "'guarantee.ordinary,≥2/3', FOR FOR AGAINST, PASSED, BINDING",
        "'guarantee.ordinary,>2/3', FOR FOR AGAINST, REJECTED, NOT_ADOPTED"
    })
    void recordsWhatTheLocalTermsMakeOfACount(
            String clause, String answers, Result expected, Standing standing) {
        Proceeding closed = upTo(4);
        TallyResult tally = counted(closed, clause, answers);

        ProceedingEvent event =
                closed.recordCount(tally, at(27), Courses.terms("NATIONAL"))
                        .orElseThrow(r -> new IllegalStateException(r.notMet().toString()));
        Proceeding replayed = closed.after((ProceedingEvent) read(CODEC.encode(event)));

        assertThat(tally.motion(M1).result()).isEqualTo(expected);
        assertThat(replayed).isEqualTo(closed.after(event));
        assertThat(replayed.resultOf(M1)).isEqualTo(expected);
        assertThat(replayed.standing(M1)).isEqualTo(standing);
    }

    @Test
    void aFailureByLocalTermsWithoutThoseTermsDoesNotFollow() {
        Proceeding closed = upTo(4);
        TallyResult tally = counted(closed, "guarantee.participation,≥3/4", "FOR FOR");
        TallyRecorded event = TallyRecorded.of(closed, tally, List.of(), at(27));
        TallyRecorded without =
                new TallyRecorded(
                        event.community(),
                        event.meeting(),
                        event.occurredAt(),
                        event.rosterDate(),
                        event.roster(),
                        event.noticeDate(),
                        event.opensAt(),
                        event.closesAt(),
                        event.tallySha256(),
                        event.results(),
                        event.elections(),
                        RecordedTerms.of(LocalTerms.none()));

        assertThat(notMet(closed, event)).isEmpty();
        assertThat(notMet(closed, without))
                .isNotEmpty()
                .allMatch(f -> f.rule().equals(ProceedingRule.RESULT_FOLLOWS.code()));
    }

    @Test
    void readsACountThatWasWrittenBeforeLocalTerms() {
        Proceeding closed = upTo(4);
        TallyResult tally = Courses.counted(closed.meetingAsCalled().orElseThrow(), Result.PASSED);
        TallyRecorded event = TallyRecorded.of(closed, tally, List.of(), at(27));
        String written = CODEC.encode(event);
        String before =
                written.replace("TallyRecorded/3", "TallyRecorded/1")
                        .replace("local={days=[];shares=[];};", "");

        assertThat(before).hasSizeLessThan(written.length());
        assertThat(read(before)).isEqualTo(event);
        assertThat(event.local().terms()).isEqualTo(LocalTerms.none());
    }

    @ParameterizedTest(name = "an election with {0}: {1}")
    @CsvSource({
        "'notice.voting-least-days,11', 3, INVALID_PROCEDURE, NOT_ADOPTED",
        "'notice.voting-least-days,10', 3, PASSED, BINDING",
        "'notice.voting-least-days,9', 3, PASSED, BINDING",
        "'guarantee.participation,≥3/4', 2, NO_QUORUM, NOT_ADOPTED",
        "'guarantee.participation,≥3/4', 3, PASSED, BINDING"
    })
    void recordsWhatTheLocalTermsMakeOfAnElection(
            String clause, int voters, Result expected, Standing standing) {
        Proceeding closed = upTo(4);
        Bylaws bylaws = Bylaws.none().under(Profiles.with(clause));

        ProceedingEvent event =
                closed.recordCount(
                                answered(closed, bylaws),
                                List.of(elected(closed, bylaws, voters)),
                                at(27),
                                Courses.terms("NATIONAL"))
                        .orElseThrow(r -> new IllegalStateException(r.notMet().toString()));
        Proceeding replayed = closed.after((ProceedingEvent) read(CODEC.encode(event)));

        assertThat(replayed).isEqualTo(closed.after(event));
        assertThat(replayed.resultOf(M1)).isEqualTo(expected);
        assertThat(replayed.standing(M1)).isEqualTo(standing);
    }

    /**
     * The defect: of one meeting the answers were judged by the region's law, the names were not.
     */
    @Test
    void theElectionsOfAMeetingAreJudgedByTheTermsOfItsTally() {
        Proceeding closed = upTo(4);
        Bylaws bylaws = Bylaws.none().under(Profiles.with("guarantee.participation,≥3/4"));

        Ruling refusal =
                closed.recordCount(
                                answered(closed, bylaws),
                                List.of(elected(closed, Bylaws.none(), 3)),
                                at(27),
                                Courses.terms("NATIONAL"))
                        .fold(
                                event -> {
                                    throw new AssertionError(event);
                                },
                                ruling -> ruling);

        assertThat(refusal.notMet())
                .extracting(Finding::rule)
                .containsExactly(ProceedingRule.COUNT_BY_ONE_LAW.code());
        assertThat(RuleTexts.governance(Language.EN).render(refusal))
                .contains("judged otherwise: [M1]");
    }

    @Test
    void anElectionWithoutTheTermsThatFailedItDoesNotFollow() {
        Proceeding closed = upTo(4);
        Bylaws bylaws = Bylaws.none().under(Profiles.with("guarantee.participation,≥3/4"));
        TopicElection counted = TopicElection.of(elected(closed, bylaws, 2));
        TopicElection without =
                new TopicElection(
                        counted.motion(),
                        counted.count(),
                        counted.validity(),
                        counted.electionSha256(),
                        RecordedTerms.of(LocalTerms.none()));

        assertThat(notMet(closed, recorded(counted))).isEmpty();
        assertThat(notMet(closed, recorded(without)))
                .extracting(Finding::rule)
                .containsExactly(ProceedingRule.RESULT_FOLLOWS.code());
    }

    /** It was judged by the nation's law alone, and is so on replay, whatever the tally was. */
    @Test
    void readsAnElectionThatWasWrittenBeforeItsTerms() {
        Proceeding closed = upTo(4);
        TallyRecorded event = recorded(TopicElection.of(elected(closed, Bylaws.none(), 3)));
        String written = CODEC.encode(event);
        String before =
                written.replace("TallyRecorded/3", "TallyRecorded/2")
                        .replaceFirst("local=\\{days=\\[];shares=\\[];};", "");

        assertThat(before).hasSizeLessThan(written.length());
        assertThat(read(before)).isEqualTo(event);
    }

    /** The defect: a replay took a count whose result no store had. */
    @Test
    void replaysOnlyACountWhoseResultIsStored() {
        Proceeding closed = upTo(4);
        TallyResult tally = Courses.counted(closed.meetingAsCalled().orElseThrow(), Result.PASSED);
        List<ProceedingEvent> history = new ArrayList<>(Courses.whole().subList(0, 4));
        history.add(TallyRecorded.of(closed, tally, List.of(), at(27)));

        assertThat(Proceeding.from(history, meeting -> Optional.of(tally.canonicalText())))
                .isEqualTo(Proceeding.from(history));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proceeding.from(history, meeting -> Optional.empty()))
                .withMessageContaining("not the stored result of 2024-OM-01");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Proceeding.from(history, meeting -> Optional.of("xinyi-tally-6\n")));
        assertThat(Proceeding.from(history.subList(0, 4), meeting -> Optional.empty()).stage())
                .isEqualTo(Proceeding.Stage.CLOSED);
    }

    /** The defect: what was stored as tally-5 and recorded as tally-6 could not be replayed. */
    @Test
    void replaysACountThatWasStoredInTheTextOfAnotherVersion() {
        Proceeding closed = upTo(4);
        TallyResult passed = counted(closed, Result.PASSED);
        TallyResult rejected = counted(closed, Result.REJECTED);
        List<ProceedingEvent> history = new ArrayList<>(Courses.whole().subList(0, 4));
        history.add(TallyRecorded.of(closed, passed, List.of(), at(27)));
        String former = passed.canonicalText().replace("xinyi-tally-6", "xinyi-tally-5");

        assertThat(
                        Proceeding.from(
                                history,
                                meeting -> Optional.of(former),
                                meeting -> Optional.of(passed)))
                .isEqualTo(Proceeding.from(history));
        assertThatIllegalArgumentException()
                .as("nobody counts again")
                .isThrownBy(() -> Proceeding.from(history, meeting -> Optional.of(former)));
        assertThatIllegalArgumentException()
                .as("the count made again is neither the one stored nor the one recorded")
                .isThrownBy(
                        () ->
                                Proceeding.from(
                                        history,
                                        meeting -> Optional.of(former),
                                        meeting -> Optional.of(rejected)));
        assertThatIllegalArgumentException()
                .as("the count made again is recorded, and another is stored")
                .isThrownBy(
                        () ->
                                Proceeding.from(
                                        history,
                                        meeting -> Optional.of(rejected.canonicalText()),
                                        meeting -> Optional.of(passed)));
        assertThatIllegalArgumentException()
                .as("the count made again is stored, and another was recorded")
                .isThrownBy(
                        () ->
                                Proceeding.from(
                                        history,
                                        meeting -> Optional.of(rejected.canonicalText()),
                                        meeting -> Optional.of(rejected)));
    }

    /** Whoever has the exact text stored is asked to count nothing again. */
    @Test
    void countsNothingAgainWhereTheTextStoredIsTheOneRecorded() {
        Proceeding closed = upTo(4);
        TallyResult tally = counted(closed, Result.PASSED);
        List<ProceedingEvent> history = new ArrayList<>(Courses.whole().subList(0, 4));
        history.add(TallyRecorded.of(closed, tally, List.of(), at(27)));

        assertThat(
                        Proceeding.from(
                                history,
                                meeting -> Optional.of(tally.canonicalText()),
                                meeting -> {
                                    throw new AssertionError("counted " + meeting + " again");
                                }))
                .isEqualTo(Proceeding.from(history));
    }

    private static TallyResult counted(Proceeding closed, Result result) {
        return Courses.counted(closed.meetingAsCalled().orElseThrow(), result);
    }

    private static TallyRecorded recorded(TopicElection election) {
        return Courses.tallied(
                27, 26, List.of(Courses.topic(Courses.M2, Result.PASSED)), List.of(election));
    }

    /** Nobody answers the topic on which persons are named. */
    private static TallyResult answered(Proceeding closed, Bylaws bylaws) {
        return Courses.unanswered(closed.meetingAsCalled().orElseThrow(), bylaws);
    }

    private static ElectionResult elected(Proceeding closed, Bylaws bylaws, int voters) {
        return Courses.elected(
                closed.meetingAsCalled().orElseThrow(),
                M1,
                new Seats(1, 1, 0, 0),
                Collections.nCopies(voters, List.of("A")),
                bylaws);
    }

    @Test
    void aTermIsRecordedOnce() {
        RecordedTerms.Days day = new RecordedTerms.Days(LocalTerms.Days.Kind.VOTING_AT_LEAST, 5);
        RecordedTerms.Share share =
                new RecordedTerms.Share(
                        LocalTerms.Share.Kind.SPECIAL,
                        RecordedTerms.Share.Reach.AT_LEAST,
                        Ratio.of(4, 5));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordedTerms(List.of(day, day), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordedTerms(List.of(), List.of(share, share)));
    }

    private static List<Finding> notMet(Proceeding closed, TallyRecorded event) {
        return CountGates.ofRecord(closed, event).stream()
                .filter(finding -> finding.verdict() == Verdict.NOT_MET)
                .toList();
    }

    private static TallyResult counted(Proceeding closed, String clause, String answers) {
        return Courses.counted(
                closed.meetingAsCalled().orElseThrow(),
                Bylaws.none().under(Profiles.with(clause)),
                Arrays.stream(answers.split(" ")).map(Choice::valueOf).toList());
    }

    private static DomainEvent read(String text) {
        return CODEC.decode(text).orElseThrow(r -> new IllegalStateException(r.toString()));
    }
}
