package io.github.xinyi.governance.proceeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import io.github.xinyi.governance.election.ElectionJudgement.Validity;
import io.github.xinyi.governance.election.ElectionResult;
import io.github.xinyi.governance.election.Seats;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.proceeding.FirstMeeting.Delivery;
import io.github.xinyi.governance.proceeding.FirstMeeting.FirstMeetingRule;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Form;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Neighbourhood;
import io.github.xinyi.governance.proceeding.ProceedingEvent.NoticeGiven;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionResult.Result;
import io.github.xinyi.governance.voting.TallyResult;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstMeetingTest {

    private static final MotionId M3 = MotionId.of("M3");
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);

    @ParameterizedTest(name = "{5}: {1} of 10,000 dm² and {2} of 100 owners, first on {3}: {4}")
    @CsvSource({
        "BEIJING,4999,0,2024-01-01,false,BJ art. 30",
        "BEIJING,5000,0,2024-01-01,true,BJ art. 30",
        "BEIJING,5001,0,2024-01-01,true,BJ art. 30",
        "NATIONAL,4999,0,2024-01-01,false,GR art. 8",
        "NATIONAL,5000,0,2024-01-01,false,GR art. 8",
        "NATIONAL,5001,0,2024-01-01,true,GR art. 8",
        "HANGZHOU,5999,0,2024-01-01,false,HZ art. 22 para. 1",
        "HANGZHOU,6000,0,2024-01-01,true,HZ art. 22 para. 1",
        "HANGZHOU,6001,0,2024-01-01,true,HZ art. 22 para. 1",
        "HANGZHOU,3000,0,2022-06-02,false,HZ art. 22 para. 1",
        "HANGZHOU,3000,0,2022-06-01,true,HZ art. 22 para. 1",
        "HANGZHOU,2999,0,2022-06-01,false,HZ art. 22 para. 1",
        "HANGZHOU,3001,0,2022-05-31,true,HZ art. 22 para. 1",
        "TAIZHOU,5999,0,2024-01-01,false,TZ art. 14 para. 1",
        "TAIZHOU,6000,0,2024-01-01,true,TZ art. 14 para. 1",
        "TAIZHOU,6001,0,2024-01-01,true,TZ art. 14 para. 1",
        "TAIZHOU,3000,0,2022-06-02,false,TZ art. 14 para. 1",
        "TAIZHOU,3000,0,2022-06-01,true,TZ art. 14 para. 1",
        "TAIZHOU,3000,0,2022-05-31,true,TZ art. 14 para. 1",
        "TAIZHOU,2999,0,2022-06-01,false,TZ art. 14 para. 1",
        "TAIZHOU,3001,0,2022-06-01,true,TZ art. 14 para. 1",
        "SHANDONG,4999,49,2024-01-01,false,SD art. 20 para. 3",
        "SHANDONG,5000,0,2024-01-01,true,SD art. 20 para. 3",
        "SHANDONG,5001,0,2024-01-01,true,SD art. 20 para. 3",
        "SHANDONG,0,49,2024-01-01,false,SD art. 20 para. 3",
        "SHANDONG,0,50,2024-01-01,true,SD art. 20 para. 3",
        "SHANDONG,0,51,2024-01-01,true,SD art. 20 para. 3",
        "SHANDONG,0,24,2022-06-01,false,SD art. 20 para. 3",
        "SHANDONG,0,25,2022-06-01,true,SD art. 20 para. 3",
        "SHANDONG,0,26,2022-06-01,true,SD art. 20 para. 3",
        "SHANDONG,0,26,2022-06-02,false,SD art. 20 para. 3",
        "SHANDONG,0,26,2022-05-31,true,SD art. 20 para. 3",
        "SHANGHAI,1,1,2022-06-02,false,SH art. 13 para. 2",
        "SHANGHAI,1,1,2022-06-01,true,SH art. 13 para. 2",
        "SHANGHAI,1,1,2022-05-31,true,SH art. 13 para. 2",
        "SHANGHAI,4999,1,+999999999-12-31,false,SH art. 13 para. 2",
        "SHANGHAI,5000,1,+999999999-12-31,true,SH art. 13 para. 2",
        "SHANGHAI,5001,1,+999999999-12-31,true,SH art. 13 para. 2"
    })
    void isDueByBeijing30Hangzhou22Shandong20Shanghai13Taizhou14AndGuidanceRules8(
            String place, long area, long heads, LocalDate first, boolean due, String article) {
        Ruling ruling = FirstMeeting.due(delivery(area, heads, first), TODAY, Profiles.of(place));

        assertThat(ruling.verdict()).isEqualTo(due ? Verdict.MET : Verdict.NOT_MET);
        assertThat(ruling.findings().get(0).basis())
                .extracting(Citation::toString)
                .containsExactly(article);
        assertThat(RuleTexts.governance(Language.ZH_CN).render(ruling)).contains("首套交付日");
    }

    @ParameterizedTest
    @CsvSource({
        "6,59,MET,MET",
        "7,60,MET,MET",
        "8,60,NOT_MET,MET",
        "7,61,MET,NOT_MET",
        "8,61,NOT_MET,NOT_MET"
    })
    void isPreparedInTimeByBeijing31And32(
            int published, int opens, Verdict group, Verdict meeting) {
        Ruling ruling =
                FirstMeeting.preparation(
                        TODAY,
                        TODAY.plusDays(published),
                        TODAY.plusDays(opens),
                        Courses.terms("BEIJING"));

        assertThat(verdict(ruling, FirstMeetingRule.GROUP_PUBLISHED)).isEqualTo(group);
        assertThat(verdict(ruling, FirstMeetingRule.HELD_WITHIN)).isEqualTo(meeting);
        assertThat(ruling.findings()).as("two terms, and the notice on Beijing art. 43").hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "PASSED,PASSED,3,",
        "PASSED,PASSED,2,",
        "PASSED,PASSED,1,COMMITTEE_ELECTED",
        "PASSED,REJECTED,3,COVENANT_ADOPTED",
        "REJECTED,PASSED,3,RULES_ADOPTED",
        "PASSED,NO_QUORUM,3,COVENANT_ADOPTED"
    })
    void foundsTheOwnersMeetingWithRulesCovenantAndCommitteeByGuidanceRules15(
            Result rules, Result covenant, int elected, @Nullable FirstMeetingRule missing) {
        Proceeding closed = first();
        Meeting meeting = closed.meetingAsCalled().orElseThrow();
        String[] names = Arrays.copyOf(new String[] {"A", "B", "C"}, elected);
        Proceeding counted =
                recorded(
                        closed,
                        Courses.counted(meeting, rules, covenant),
                        List.of(Courses.elected(meeting, M3, new Seats(3, 2, 0, 0), names)));

        Ruling founding = FirstMeeting.founding(counted);

        assertThat(FirstMeeting.founding(closed).findings())
                .extracting(Finding::verdict)
                .containsOnly(Verdict.PENDING);
        for (FirstMeetingRule part :
                List.of(
                        FirstMeetingRule.RULES_ADOPTED,
                        FirstMeetingRule.COVENANT_ADOPTED,
                        FirstMeetingRule.COMMITTEE_ELECTED)) {
            assertThat(verdict(founding, part))
                    .as(part.toString())
                    .isEqualTo(part == missing ? Verdict.NOT_MET : Verdict.MET);
        }
    }

    @Test
    void isNotFoundedWhileARunOffIsLeftNorByAnotherKindOfMeeting() {
        Proceeding closed = first();
        Meeting meeting = closed.meetingAsCalled().orElseThrow();
        TallyResult tally = Courses.counted(meeting, Result.PASSED, Result.PASSED);
        ElectionResult open = Courses.tied(meeting, M3);

        assertThat(open.judgement().validity()).isEqualTo(Validity.RUN_OFF);
        assertThat(FirstMeeting.founding(recorded(closed, tally, List.of(open))).verdict())
                .isEqualTo(Verdict.PENDING);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FirstMeeting.founding(Courses.upTo(6)));
    }

    @Test
    void aCommitteeElectedByAnswersFoundsToo() {
        Proceeding closed = first();
        Meeting meeting = closed.meetingAsCalled().orElseThrow();
        TallyResult all = Courses.counted(meeting, Result.PASSED, Result.PASSED, Result.PASSED);

        assertThat(FirstMeeting.founding(recorded(closed, all, List.of())).verdict())
                .isEqualTo(Verdict.MET);
    }

    @Test
    void refusesAPartAboveItsWhole() {
        assertThat(delivery(10_000, 100, TODAY).heads()).isEqualTo(HeadCount.of(100));
        assertThatIllegalArgumentException().isThrownBy(() -> delivery(10_001, 100, TODAY));
        assertThatIllegalArgumentException().isThrownBy(() -> delivery(10_000, 101, TODAY));
    }

    @Test
    void showsTheNoticesOfAProfileWhoseTextsAreNotAtHand() {
        Ruling due = FirstMeeting.due(delivery(5_001, 0, TODAY), TODAY, Profiles.of("HONGGU"));
        Ruling prepared = FirstMeeting.preparation(TODAY, TODAY, TODAY, Courses.terms("HONGGU"));

        assertThat(due.verdict()).isEqualTo(Verdict.MET);
        for (Ruling ruling : List.of(due, prepared)) {
            assertThat(Profiles.notices(ruling.findings())).isEqualTo(3);
        }
    }

    private static Verdict verdict(Ruling ruling, FirstMeetingRule rule) {
        return ruling.findings().stream()
                .filter(finding -> finding.rule().equals(rule.code()))
                .map(Finding::verdict)
                .reduce((one, two) -> fail("two findings of " + rule))
                .orElseThrow();
    }

    private static Delivery delivery(long area, long heads, LocalDate first) {
        return new Delivery(
                FloorArea.ofSquareDecimetres(area),
                FloorArea.ofSquareDecimetres(10_000),
                HeadCount.of(heads),
                HeadCount.of(100),
                first);
    }

    private static Proceeding recorded(
            Proceeding closed, TallyResult tally, List<ElectionResult> elections) {
        return closed.after(
                closed.recordCount(tally, elections, Courses.at(27), Courses.terms("NATIONAL"))
                        .orElseThrow(
                                ruling -> new IllegalStateException(ruling.notMet().toString())));
    }

    static Proceeding first() {
        return Proceeding.from(
                List.of(
                        Courses.proposed(Trigger.FIRST_MEETING, 0, 0),
                        new NoticeGiven(
                                Courses.COMMUNITY,
                                Courses.MEETING,
                                Courses.at(1),
                                Courses.on(1),
                                Courses.on(0),
                                Courses.at(16),
                                Courses.at(26),
                                Courses.at(26),
                                Neighbourhood.RESIDENTS_COMMITTEE_TOLD,
                                new TreeSet<>(Set.of(Form.WRITTEN)),
                                List.of(
                                        new Motion(Courses.M1, Matter.RULES_OF_PROCEDURE, "议事规则"),
                                        new Motion(Courses.M2, Matter.MANAGEMENT_COVENANT, "管理规约"),
                                        new Motion(M3, Matter.COMMITTEE_ELECTION, "选举"))),
                        Courses.opened(16),
                        Courses.closed(26)));
    }
}
