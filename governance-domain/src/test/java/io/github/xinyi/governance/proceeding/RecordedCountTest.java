package io.github.xinyi.governance.proceeding;

import static io.github.xinyi.governance.proceeding.Courses.M1;
import static io.github.xinyi.governance.proceeding.Courses.M2;
import static io.github.xinyi.governance.proceeding.Courses.at;
import static io.github.xinyi.governance.proceeding.Courses.topic;
import static io.github.xinyi.governance.proceeding.Courses.upTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.bylaw.LocalTerms;
import io.github.xinyi.governance.bylaw.RecordedTerms;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.deliberation.PatternSheet;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.ProcedureId;
import io.github.xinyi.governance.deliberation.ProcedurePattern;
import io.github.xinyi.governance.election.ElectionCount;
import io.github.xinyi.governance.election.ElectionJudgement.Validity;
import io.github.xinyi.governance.election.ElectionResult;
import io.github.xinyi.governance.election.Ranking;
import io.github.xinyi.governance.election.Seats;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.proceeding.Proceeding.Stage;
import io.github.xinyi.governance.proceeding.Proceeding.Standing;
import io.github.xinyi.governance.proceeding.ProceedingEvent.NoticeGiven;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Revoker;
import io.github.xinyi.governance.proceeding.ProceedingEvent.TallyRecorded;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionCount;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.MotionResult.Result;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.governance.voting.TallyResult;
import io.github.xinyi.governance.voting.TrustMatter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A result enters the course of a meeting only as a count of that very meeting. */
class RecordedCountTest {

    private static final ProceedingTerms NATIONAL = Courses.terms("NATIONAL");
    private static final EventCodec CODEC =
            EventCodec.of(ProceedingEvent.class).with(ProceedingChanges.all());

    @Test
    void recordsTheCountAndAloneYieldsItsResolutions() {
        Proceeding closed = upTo(4);
        TallyResult tally = Courses.counted(called(closed), Result.PASSED, Result.REJECTED);

        Proceeding counted = closed.after(accepted(closed.recordCount(tally, at(27), NATIONAL)));

        assertThat(counted.stage()).isEqualTo(Stage.TALLIED);
        assertThat(counted.standing(M1)).isEqualTo(Standing.BINDING);
        assertThat(counted.standing(M2)).isEqualTo(Standing.NOT_ADOPTED);
        assertThat(counted.tallySha256()).contains(TextDigest.of(tally.canonicalText()));
        Resolution resolution = accepted(counted.resolution(M1, tally));
        assertThat(resolution).isEqualTo(tally.motion(M1).resolution().orElseThrow());
        assertThat(refusals(counted.resolution(M2, tally))).isEqualTo("proceeding.decision-binds");
        assertThat(
                        refusals(
                                counted.after(Courses.revoked(80, M1, Revoker.COURT))
                                        .resolution(M1, tally)))
                .isEqualTo("proceeding.decision-binds");
        TallyResult other = Courses.counted(called(closed), Result.PASSED, Result.PASSED);
        assertThat(refusals(counted.resolution(M1, other)))
                .isEqualTo("proceeding.count-as-recorded");
        assertThat(refusals(closed.resolution(M1, tally)))
                .isEqualTo("proceeding.count-as-recorded proceeding.decision-binds");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void takesNoCountBeforeTheClose(int events) {
        TallyResult tally = Courses.counted(called(upTo(4)), Result.PASSED, Result.REJECTED);

        assertThat(refusals(upTo(events).recordCount(tally, at(27), NATIONAL)))
                .startsWith("proceeding.stage");
        assertThat(refusals(upTo(4).recordCount(tally, at(25), NATIONAL)))
                .isEqualTo("proceeding.time-order");
    }

    @Test
    void takesNoResultsMadeByHand() {
        assertThat(
                        refusals(
                                upTo(4).admit(
                                                Courses.tallied(27, Result.PASSED, Result.REJECTED),
                                                NATIONAL)))
                .isEqualTo("proceeding.counted");
    }

    @ParameterizedTest
    @CsvSource({
        "meeting,1",
        "community,1",
        "rosterDate,2",
        "noticeDate,2",
        "opensAt,2",
        "closesAt,2"
    })
    void refusesACountOfAnotherMeetingAndNamesThePart(String part, long findings) {
        Proceeding closed = upTo(4);
        Meeting called = called(closed);
        Meeting other =
                new Meeting(
                        part.equals("meeting") ? MeetingId.of("2023-OM-09") : called.id(),
                        part.equals("community") ? CommunityId.of("c2") : called.community(),
                        called.rosterDate().minusDays(part.equals("rosterDate") ? 1 : 0),
                        called.noticeDate().minusDays(part.equals("noticeDate") ? 1 : 0),
                        called.opensAt().minusSeconds(part.equals("opensAt") ? 1 : 0),
                        called.closesAt().plusSeconds(part.equals("closesAt") ? 1 : 0),
                        called.motions());

        Ruling ruling =
                refusal(
                        closed.recordCount(
                                Courses.counted(other, Result.PASSED, Result.PASSED),
                                at(27),
                                NATIONAL));

        assertThat(ruling.notMet())
                .hasSize((int) findings)
                .allMatch(f -> f.rule().equals(ProceedingRule.COUNT_OF_MEETING.code()))
                .allMatch(f -> part.equals(f.evidence().get("part")));
    }

    @Test
    void refusesACountOfOtherTopicsOrOtherPapers() {
        Proceeding closed = upTo(4);
        Meeting called = called(closed);
        Motion first = called.motions().get(0);
        Motion second = called.motions().get(1);
        Motion retitled = new Motion(M2, second.matter(), "另一名称");
        Motion with =
                new Motion(
                        M2,
                        second.matter(),
                        second.title(),
                        List.of(new Motion.Document(Courses.DIGEST)));

        for (Motion changed : List.of(retitled, with)) {
            assertThat(refusals(record(closed, of(called, first, changed))))
                    .isEqualTo("proceeding.count-of-agenda");
        }
        assertThat(refusals(record(closed, of(called, second, first))))
                .isEqualTo("proceeding.count-of-agenda");
        assertThat(
                        refusals(
                                record(
                                        closed,
                                        of(
                                                called,
                                                first,
                                                new Motion(M2, Matter.REBUILDING, "重建")))))
                .isEqualTo("proceeding.count-of-matter proceeding.count-of-agenda");
        assertThat(refusals(record(closed, of(called, first))))
                .isEqualTo("proceeding.topics-decided proceeding.count-of-agenda");
        assertThat(
                        refusals(
                                record(
                                        closed,
                                        of(
                                                called,
                                                first,
                                                second,
                                                new Motion(
                                                        Courses.ELSE,
                                                        Matter.OTHER_MAJOR_MATTER,
                                                        "临时动议")))))
                .isEqualTo(
                        "proceeding.unannounced-void proceeding.count-of-matter"
                                + " proceeding.count-of-agenda");
    }

    @Test
    void everyAnnouncedTopicHasOneResultAndNothingElseDoesByHangzhou19() {
        TopicResult one = topic(M1, Result.PASSED);
        TopicResult two = topic(M2, Result.REJECTED);
        TopicResult other = topic(Courses.ELSE, Result.PASSED);

        assertThat(gates(one, two)).isEmpty();
        assertThat(gates(one)).isEqualTo("proceeding.topics-decided");
        assertThat(gates(one, two, one)).isEqualTo("proceeding.topics-decided");
        assertThat(gates(one, two, other))
                .isEqualTo("proceeding.unannounced-void proceeding.count-of-matter");
        assertThat(upTo(6).resultOf(Courses.ELSE)).isEqualTo(Result.INVALID_PROCEDURE);
        assertThat(upTo(6).standing(Courses.ELSE)).isEqualTo(Standing.NOT_ANNOUNCED);
    }

    @Test
    void aTopicThatNobodyAnnouncedIsVoidByPropertyManagementRegulation14() {
        TallyRecorded counted =
                Courses.tallied(
                        27,
                        26,
                        List.of(
                                topic(M1, Result.PASSED),
                                topic(M2, Result.REJECTED),
                                topic(Courses.ELSE, Result.PASSED)),
                        List.of());

        assertThat(CountGates.ofRecord(upTo(4), counted))
                .filteredOn(f -> f.rule().equals(ProceedingRule.UNANNOUNCED_VOID.code()))
                .singleElement()
                .satisfies(f -> assertThat(f.verdict()).isEqualTo(Verdict.NOT_MET))
                .satisfies(f -> assertThat(f.evidence()).containsEntry("unannounced", "1"));
    }

    @Test
    void answersAndNamesAreCountedByOneRosterByCivilCode278() {
        Proceeding closed = upTo(4);
        Meeting called = called(closed);
        ElectionResult same = Courses.elected(called, M1, new Seats(1, 1, 0, 0), "A");
        ElectionResult other = Courses.elected(dayBefore(called), M1, new Seats(1, 1, 0, 0), "A");

        assertThat(rosterVerdict(closed, same)).isEqualTo(Verdict.MET);
        assertThat(rosterVerdict(closed, other)).isEqualTo(Verdict.NOT_MET);
    }

    /** One below, at and above two thirds of 300, and half of those taking part. */
    @ParameterizedTest
    @CsvSource({
        "199,150,NO_QUORUM",
        "200,100,REJECTED",
        "200,101,PASSED",
        "201,100,REJECTED",
        "201,101,PASSED"
    })
    void aStoredResultMustFollowFromItsFiguresByCivilCode278(int taking, int yes, Result result) {
        MotionCount count = new MotionCount(heads(300), heads(yes), heads(taking - yes), heads(0));
        MotionCount other = new MotionCount(heads(300), heads(0), heads(0), heads(0));
        TopicResult second =
                new TopicResult(M2, Matter.MANAGER_APPOINTMENT, other, Result.NO_QUORUM);

        for (Result stated : Result.values()) {
            String refused =
                    gates(new TopicResult(M1, Matter.COMMITTEE_ELECTION, count, stated), second);
            assertThat(refused.contains("proceeding.result-follows"))
                    .as(stated.toString())
                    .isEqualTo(stated != result);
        }
    }

    @Test
    void theRuleSetOfTheOpeningJudgesAStoredResult() {
        MotionCount more = new MotionCount(heads(300), heads(151), heads(0), heads(0));
        TopicResult topic = new TopicResult(M1, Matter.REBUILDING, more, Result.REJECTED);
        TallyRecorded in2020 = dated(Courses.tallied(27, 26, List.of(topic), List.of()), 4 * 366);
        TallyRecorded in2006 = dated(Courses.tallied(27, 26, List.of(topic), List.of()), 18 * 366);

        assertThat(rules(CountGates.ofRecord(upTo(4), in2020)))
                .doesNotContain("proceeding.result-follows");
        assertThat(rules(CountGates.ofRecord(upTo(4), in2006)))
                .contains("proceeding.result-follows");
    }

    @Test
    void allTopicsHaveTheSameOwnersAndArea() {
        MotionCount more = new MotionCount(heads(4), heads(3), heads(0), heads(0));
        TopicResult two = new TopicResult(M2, Matter.MANAGER_APPOINTMENT, more, Result.PASSED);

        assertThat(gates(topic(M1, Result.PASSED), two)).isEqualTo("proceeding.count-totals");
    }

    @Test
    void whatNoCountCouldHaveRecordedIsNoHistory() {
        Proceeding closed = upTo(4);
        TopicResult forged =
                new TopicResult(
                        M1,
                        Matter.COMMITTEE_ELECTION,
                        Courses.figures(Result.REJECTED),
                        Result.PASSED);

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                closed.after(
                                        Courses.tallied(
                                                27,
                                                26,
                                                List.of(forged, topic(M2, Result.REJECTED)),
                                                List.of())))
                .withMessageContaining("RESULT_FOLLOWS");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                closed.after(
                                        Courses.tallied(
                                                27,
                                                27,
                                                List.of(
                                                        topic(M1, Result.PASSED),
                                                        topic(M2, Result.REJECTED)),
                                                List.of())))
                .withMessageContaining("COUNT_OF_MEETING");
    }

    @ParameterizedTest
    @CsvSource({
        "3,PASSED,BINDING,COMPLETE",
        "2,PASSED,BINDING,PARTIAL",
        "1,REJECTED,NOT_ADOPTED,TOO_FEW"
    })
    void anElectionByNamesDecidesItsTopicByHangzhou27(
            int elected, Result result, Standing standing, Validity validity) {
        Proceeding closed = upTo(4);
        String[] names = {"A", "B", "C"};
        ElectionResult election =
                Courses.elected(
                        called(closed), M1, new Seats(3, 2, 0, 0), Arrays.copyOf(names, elected));
        TallyResult tally = Courses.counted(called(closed), Result.NO_QUORUM, Result.PASSED);

        assertThat(refusals(closed.recordCount(tally, List.of(election), at(27), NATIONAL)))
                .isEqualTo("proceeding.count-by-names-or-answers");
        Proceeding counted = recordedWith(closed, election);

        assertThat(counted.resultOf(M1)).isEqualTo(result);
        assertThat(counted.standing(M1)).isEqualTo(standing);
        assertThat(counted.election(M1).orElseThrow().validity()).isEqualTo(validity);
        assertThat(counted.election(M2)).isEmpty();
        assertThat(counted.resultOf(M2)).isEqualTo(Result.PASSED);
        assertThat(
                        Proceeding.from(
                                List.of(
                                        Courses.whole().get(0),
                                        Courses.whole().get(1),
                                        Courses.whole().get(2),
                                        Courses.whole().get(3),
                                        stored(accepted(record(closed, election))))))
                .isEqualTo(counted);
    }

    /** The defect: a topic passed by an election was refused without a reason. */
    @Test
    void anElectionByNamesYieldsNoResolutionAndSaysWhy() {
        Proceeding closed = upTo(4);
        ElectionResult election = Courses.elected(called(closed), M1, new Seats(1, 1, 0, 0), "A");
        Proceeding counted = recordedWith(closed, election);
        TallyResult tally = Courses.unanswered(called(closed));

        assertThat(counted.standing(M1)).isEqualTo(Standing.BINDING);
        assertThat(refusals(counted.resolution(M1, tally)))
                .isEqualTo("proceeding.count-by-names-or-answers");
        assertThat(counted.resolution(M2, tally).isAccepted()).isTrue();
    }

    @Test
    void handsOutTheElectionThatWasRecordedUnderCivilCode278() {
        Proceeding closed = upTo(4);
        ElectionResult election = Courses.elected(called(closed), M1, new Seats(1, 1, 0, 0), "A");
        ElectionResult other = Courses.elected(called(closed), M1, new Seats(1, 1, 0, 0), "B");
        ElectionResult tied = Courses.tied(called(closed), M1);
        ElectionResult nobody = Courses.elected(called(closed), M1, new Seats(1, 1, 0, 0));
        ElectionResult partly =
                Courses.elected(called(closed), M1, new Seats(3, 2, 0, 0), "A", "B");
        Proceeding counted = recordedWith(closed, election);
        Proceeding revoked =
                counted.after(Courses.published(28)).after(Courses.revoked(40, M1, Revoker.COURT));

        assertThat(counted.elected(M1, election).isAccepted()).isTrue();
        assertThat(recordedWith(closed, partly).elected(M1, partly).isAccepted()).isTrue();
        assertThat(refusals(counted.elected(M1, other))).isEqualTo("proceeding.count-as-recorded");
        assertThat(refusals(counted.elected(M2, election)))
                .isEqualTo("proceeding.count-as-recorded");
        assertThat(refusals(closed.elected(M1, election)))
                .isEqualTo("proceeding.count-as-recorded");
        assertThat(refusals(recordedWith(closed, tied).elected(M1, tied)))
                .as("all seats are left to the run-off")
                .isEqualTo("proceeding.persons-elected");
        assertThat(refusals(recordedWith(closed, nobody).elected(M1, nobody)))
                .isEqualTo("proceeding.persons-elected");
        assertThat(refusals(revoked.elected(M1, election))).isEqualTo("proceeding.persons-elected");
        Proceeding otherRevoked =
                counted.after(Courses.published(28)).after(Courses.revoked(40, M2, Revoker.COURT));
        assertThat(otherRevoked.elected(M1, election).isAccepted()).isTrue();
    }

    @Test
    void anElectionLeftToARunOffIsRecordedAndStaysOpen() {
        Proceeding closed = upTo(4);
        Proceeding counted = recordedWith(closed, Courses.tied(called(closed), M1));

        assertThat(counted.resultOf(M1)).isEqualTo(Result.PENDING);
        assertThat(counted.standing(M1)).isEqualTo(Standing.UNDECIDED);
    }

    @Test
    void anElectionOfAnotherMeetingOrRosterOrWithOtherFiguresIsRefused() {
        Proceeding closed = upTo(4);
        Meeting called = called(closed);
        ElectionResult other = Courses.elected(dayBefore(called), M1, new Seats(1, 1, 0, 0), "A");
        TopicElection counted =
                TopicElection.of(Courses.elected(called, M1, new Seats(3, 2, 0, 0), "A", "B"));
        TopicElection forged =
                new TopicElection(
                        M1, counted.count(), Validity.COMPLETE, Courses.DIGEST, counted.local());
        TopicElection misplaced =
                new TopicElection(
                        M2, counted.count(), Validity.PARTIAL, Courses.DIGEST, counted.local());

        assertThat(refusals(record(closed, other)))
                .isEqualTo("proceeding.count-of-meeting proceeding.count-by-one-roster");
        assertThat(gates(List.of(topic(M2, Result.PASSED)), List.of(counted))).isEmpty();
        assertThat(gates(List.of(topic(M2, Result.PASSED)), List.of(forged)))
                .isEqualTo("proceeding.result-follows");
        assertThat(gates(List.of(topic(M1, Result.PASSED)), List.of(misplaced)))
                .isEqualTo("proceeding.count-of-matter");
    }

    @Test
    void theLargestCountAndTheLargestNoticeCanBeStored() {
        MotionCount most = new MotionCount(huge(), huge(), heads(0), heads(0));
        List<TopicResult> topics =
                IntStream.range(0, Meeting.MAX_MOTIONS - 1)
                        .mapToObj(
                                i ->
                                        new TopicResult(
                                                id(i),
                                                Matter.MAINTENANCE_FUND_RAISING,
                                                most,
                                                Result.INVALID_PROCEDURE))
                        .toList();
        List<ElectionCount.Support> supports =
                IntStream.range(0, 101)
                        .mapToObj(
                                i -> new ElectionCount.Support(PersonId.of(id(i).value()), huge()))
                        .toList();

        TallyRecorded largest =
                Courses.tallied(27, 26, topics, List.of(election(supports.subList(0, 100))));
        assertThat(stored(largest)).isEqualTo(largest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Courses.tallied(27, 26, topics, List.of(election(supports))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Courses.tallied(27, 26, List.of(), List.of()));
        List<TopicResult> tooMany = new ArrayList<>(topics);
        tooMany.addAll(topics.subList(0, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Courses.tallied(27, 26, tooMany, List.of()));
        NoticeGiven notice = notice(NoticeGiven.MAX_PAPERS);
        assertThat(stored(notice)).isEqualTo(notice);
        assertThatIllegalArgumentException().isThrownBy(() -> notice(NoticeGiven.MAX_PAPERS + 1));
    }

    @Test
    void everyFindingReadsAsASentence() {
        Proceeding closed = upTo(4);
        Ruling ruling =
                refusal(
                        closed.recordCount(
                                Courses.counted(called(closed), Result.PASSED, Result.PASSED),
                                List.of(
                                        Courses.elected(
                                                called(closed), M1, new Seats(1, 1, 0, 0), "A")),
                                at(27),
                                NATIONAL));

        for (Language language : Language.values()) {
            assertThat(RuleTexts.governance(language).render(ruling)).doesNotContain("proceeding.");
        }
        assertThat(ruling.findings())
                .filteredOn(f -> f.verdict() == Verdict.MET)
                .hasSizeGreaterThan(15);
    }

    private static TopicElection election(List<ElectionCount.Support> supports) {
        return new TopicElection(
                id(99),
                new ElectionCount(
                        new Seats(99, 99, 98, 99),
                        new Ranking(
                                List.of(Ranking.Key.HEADS, Ranking.Key.AREA),
                                io.github.xinyi.governance.law.Standing.INTERPRETATION),
                        huge(),
                        huge(),
                        supports),
                Validity.INVALID_PROCEDURE,
                Courses.DIGEST,
                RecordedTerms.of(LocalTerms.none()));
    }

    private static MotionId id(int number) {
        return MotionId.of("%064d".formatted(number));
    }

    private static Votes huge() {
        return new Votes(FloorArea.ofSquareDecimetres(100_000_000_000L), HeadCount.of(1_000_000));
    }

    private static NoticeGiven notice(int papers) {
        List<Motion> agenda = new ArrayList<>();
        for (int i = 0; i < Meeting.MAX_MOTIONS; i++) {
            List<Motion.Document> documents = new ArrayList<>();
            int share = papers / Meeting.MAX_MOTIONS + (i < papers % Meeting.MAX_MOTIONS ? 1 : 0);
            for (int k = 0; k < share; k++) {
                documents.add(new Motion.Document("%064x".formatted(k)));
            }
            agenda.add(
                    Motion.of(
                            id(i),
                            TrustMatter.REPAIR_FROM_MAINTENANCE_FUND,
                            "题".repeat(200),
                            documents));
        }
        NoticeGiven notice = Courses.notice(1, 16, 26, 26);
        return new NoticeGiven(
                notice.community(),
                notice.meeting(),
                notice.occurredAt(),
                notice.notifiedOn(),
                notice.rosterDate(),
                notice.opensAt(),
                notice.closesAt(),
                notice.latestCloseAt(),
                notice.neighbourhood(),
                notice.forms(),
                agenda);
    }

    private static ProceedingEvent stored(ProceedingEvent event) {
        return (ProceedingEvent)
                CODEC.decode(CODEC.encode(event))
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static Votes heads(long owners) {
        return Courses.votes(owners);
    }

    private static TallyRecorded dated(TallyRecorded event, long daysEarlier) {
        return new TallyRecorded(
                event.community(),
                event.meeting(),
                event.occurredAt(),
                event.rosterDate(),
                new RosterDigest(Courses.DIGEST),
                event.noticeDate().minusDays(daysEarlier),
                event.opensAt().minusSeconds(86_400 * daysEarlier),
                event.closesAt(),
                event.tallySha256(),
                event.results(),
                event.elections(),
                event.local());
    }

    private static Meeting called(Proceeding proceeding) {
        return proceeding.meetingAsCalled().orElseThrow();
    }

    private static Meeting dayBefore(Meeting called) {
        return new Meeting(
                called.id(),
                called.community(),
                called.rosterDate().minusDays(1),
                called.noticeDate(),
                called.opensAt(),
                called.closesAt(),
                called.motions());
    }

    private static Verdict rosterVerdict(Proceeding closed, ElectionResult election) {
        List<ElectionResult> elections = List.of(election);
        TallyResult tally = Courses.unanswered(called(closed));
        return CountGates.ofCount(closed, tally, elections).stream()
                .filter(f -> f.rule().equals(ProceedingRule.COUNT_BY_ONE_ROSTER.code()))
                .map(Finding::verdict)
                .findFirst()
                .orElseThrow();
    }

    private static Meeting of(Meeting meeting, Motion... motions) {
        return new Meeting(
                meeting.id(),
                meeting.community(),
                meeting.rosterDate(),
                meeting.noticeDate(),
                meeting.opensAt(),
                meeting.closesAt(),
                List.of(motions));
    }

    private static Outcome<ProceedingEvent> record(Proceeding closed, Meeting counted) {
        Result[] results =
                Collections.nCopies(counted.motions().size(), Result.PASSED).toArray(Result[]::new);
        return closed.recordCount(Courses.counted(counted, results), at(27), NATIONAL);
    }

    private static Outcome<ProceedingEvent> record(Proceeding closed, ElectionResult election) {
        return closed.recordCount(
                Courses.unanswered(called(closed)), List.of(election), at(27), NATIONAL);
    }

    private static Proceeding recordedWith(Proceeding closed, ElectionResult election) {
        return closed.after(accepted(record(closed, election)));
    }

    private static String gates(TopicResult... results) {
        return gates(List.of(results), List.of());
    }

    private static String gates(List<TopicResult> results, List<TopicElection> elections) {
        return rules(CountGates.ofRecord(upTo(4), Courses.tallied(27, 26, results, elections)));
    }

    private static String rules(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.verdict() == Verdict.NOT_MET)
                .map(finding -> finding.rule().value())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String refusals(Outcome<?> outcome) {
        return outcome.fold(accepted -> "", ruling -> rules(ruling.findings()));
    }

    private static Ruling refusal(Outcome<?> outcome) {
        return outcome.fold(
                accepted -> {
                    throw new AssertionError(accepted);
                },
                ruling -> ruling);
    }

    private static <T> T accepted(Outcome<T> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.notMet().toString()));
    }

    @Test
    void handsItsResolutionToTheProcedureOnThatTopic() {
        Proceeding closed = upTo(4);
        TallyResult tally = Courses.counted(called(closed), Result.PASSED, Result.REJECTED);
        Proceeding counted = closed.after(accepted(closed.recordCount(tally, at(27), NATIONAL)));
        Procedure first = procedure(tally.motion(M1).motion());
        Procedure second = procedure(tally.motion(M2).motion());

        Procedure decided = first.after(accepted(first.resolve("vote", counted, tally, at(27))));

        assertThat(decided.decision().orElseThrow().meeting()).isEqualTo(Courses.MEETING);
        assertThat(refusals(first.resolve("vote", closed, tally, at(27))))
                .isEqualTo("proceeding.count-as-recorded proceeding.decision-binds");
        assertThat(refusals(second.resolve("vote", counted, tally, at(27))))
                .isEqualTo("proceeding.decision-binds");
    }

    private static Procedure procedure(Motion motion) {
        String table =
                """
                环节,名称,类型,主体,材料,出席,同意,同意基数,至少天数,期限天数,补办天数,适用事项,来源,效力
                vote,表决,业主表决,业主大会,,,,,0,0,0,,市规,原文
                shown,公示,公开,街道办,,,,,1,0,0,,市规,解释
                done,实施,实施,业委会,实施报告,,,,0,0,0,,市规,解释
                after,结果公开,公开,业委会,,,,,1,0,0,,市规,解释
                """;
        ProcedurePattern pattern =
                accepted(
                        PatternSheet.read(
                                "某市四步法",
                                SheetFile.utf8("p.csv", table.getBytes(StandardCharsets.UTF_8))));
        return Procedure.from(
                List.of(
                        accepted(
                                Procedure.open(
                                        pattern,
                                        new Procedure.Opening(
                                                ProcedureId.of("P-1"),
                                                Courses.COMMUNITY,
                                                motion,
                                                at(0))))));
    }
}
