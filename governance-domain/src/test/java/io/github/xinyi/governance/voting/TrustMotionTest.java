package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.proceeding.ProceedingEvent.NoticeGiven;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The defect: a motion on the annual budget was kept as any other major matter. */
class TrustMotionTest {

    private static final Motion.Document PAPER = Motion.Document.of("预算");

    @ParameterizedTest
    @EnumSource
    void keepsWhatItDecidesAndTheMatterFollows(TrustMatter trust) {
        Motion motion = Motion.of(Samples.M1, trust, "表决事项", List.of(PAPER));
        Motion plain = new Motion(Samples.M1, trust.matter(), "表决事项", List.of(PAPER));

        assertThat(motion.matter()).isEqualTo(trust.matter());
        assertThat(motion.trust()).containsExactly(trust);
        assertThat(plain.trust()).isEmpty();
        assertThat(motion).isNotEqualTo(plain);
    }

    @Test
    void decidesOneMatterOfTheTrustModelOfItsOwnItem() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Motion(
                                        Samples.M1,
                                        Matter.MANAGER_APPOINTMENT,
                                        "预算",
                                        List.of(),
                                        List.of(TrustMatter.ANNUAL_BUDGET)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Motion(
                                        Samples.M1,
                                        Matter.OTHER_MAJOR_MATTER,
                                        "预算与决算",
                                        List.of(),
                                        List.of(
                                                TrustMatter.ANNUAL_BUDGET,
                                                TrustMatter.FINAL_ACCOUNTS)));
    }

    @Test
    void theResolutionAndTheTextOfTheCountTellIt() {
        TallyResult budget =
                counted(Motion.of(Samples.M1, TrustMatter.ANNUAL_BUDGET, "预算", List.of(PAPER)));
        TallyResult plain =
                counted(new Motion(Samples.M1, Matter.OTHER_MAJOR_MATTER, "预算", List.of(PAPER)));

        assertThat(budget.motion(Samples.M1).resolution().orElseThrow().trustMatter())
                .contains(TrustMatter.ANNUAL_BUDGET);
        assertThat(plain.motion(Samples.M1).resolution().orElseThrow().trustMatter()).isEmpty();
        assertThat(budget.canonicalText()).contains("\ntrust\tM1\tANNUAL_BUDGET\n");
        assertThat(budget.canonicalText().replace("trust\tM1\tANNUAL_BUDGET\n", ""))
                .isEqualTo(plain.canonicalText());
    }

    @Test
    void isStoredAndWhatWasWrittenBeforeIsRead() {
        EventCodec codec = GovernanceEvents.codec();
        DomainEvent budget =
                notice(Motion.of(Samples.M1, TrustMatter.ANNUAL_BUDGET, "预算", List.of(PAPER)));
        DomainEvent plain =
                notice(new Motion(Samples.M1, Matter.OTHER_MAJOR_MATTER, "预算", List.of(PAPER)));
        String before =
                codec.encode(plain)
                        .replaceFirst("NoticeGiven/[0-9]+", "NoticeGiven/1")
                        .replace("trust=[];", "");

        assertThat(codec.encode(budget)).contains("trust=[13:ANNUAL_BUDGET,];");
        assertThat(codec.decode(codec.encode(budget))).isEqualTo(Outcome.accepted(budget));
        assertThat(before).hasSizeLessThan(codec.encode(plain).length());
        assertThat(codec.decode(before)).isEqualTo(Outcome.accepted(plain));
    }

    private static DomainEvent notice(Motion motion) {
        return new NoticeGiven(
                Samples.COMMUNITY,
                Samples.meeting(Matter.OTHER_MAJOR_MATTER).id(),
                Samples.OPENS.minus(Duration.ofDays(15)),
                LocalDate.of(2024, 12, 1),
                Samples.RECORD_DATE,
                Samples.OPENS,
                Samples.CLOSES,
                Samples.CLOSES,
                NoticeGiven.Neighbourhood.RESIDENTS_COMMITTEE_TOLD,
                new TreeSet<>(Set.of(NoticeGiven.Form.WRITTEN)),
                List.of(motion, new Motion(MotionId.of("M2"), Matter.REBUILDING, "改建")));
    }

    private static TallyResult counted(Motion motion) {
        Meeting meeting = Samples.meeting(Matter.OTHER_MAJOR_MATTER);
        return Answers.accepted(
                Tally.of(
                        new Meeting(
                                meeting.id(),
                                meeting.community(),
                                meeting.rosterDate(),
                                meeting.noticeDate(),
                                meeting.opensAt(),
                                meeting.closesAt(),
                                List.of(motion)),
                        Samples.roster(List.of(Samples.home(1, 100, "P1"))),
                        List.of(Samples.ballot(1, "P1", 1, Choice.FOR)),
                        Samples.COUNTED));
    }
}
