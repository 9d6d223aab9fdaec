package io.github.xinyi.governance.team;

import static io.github.xinyi.governance.ruling.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.step.LocalStep;
import io.github.xinyi.governance.team.TeamEvent.AssignmentEnded.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One finding for every kind of record whose place leaves steps to posts. */
class PostStepTest {

    /** Each kind of record has one of its own. */
    private enum SomeRule implements Rule {
        POST;

        @Override
        public RuleCode code() {
            return new RuleCode("some.post");
        }

        @Override
        public List<Citation> basis() {
            return List.of();
        }
    }

    private static final CommunityId HERE = CommunityId.of("XIYUAN");
    private static final LocalDate DAY = LocalDate.of(2025, 11, 1);
    private static final Instant AT = Instant.parse("2025-11-01T01:00:00Z");
    private static final PersonId LEADER = PersonId.of("P-LEADER");
    private static final TeamId TEAM = TeamId.of("T-1");
    private static final TeamId OTHER = TeamId.of("T-2");

    private static PostStep taken(String step, TeamId... teams) {
        return new PostStep(
                SomeRule.POST,
                LocalStep.parse(step),
                LEADER,
                List.of(teams),
                "某市",
                "INTERPRETATION");
    }

    private static Team leader(CommunityId community, int days) {
        return Posts.of(community, DAY.plusDays(days), "网格长", LEADER);
    }

    @Test
    void aStepOfAPostNamesOneTeamAndAnyOtherStepNone() {
        assertThat(taken("结案前:签认").asRecorded()).isEmpty();
        assertThat(taken("结案前:签认", TEAM).asRecorded())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.NOT_MET);
        assertThat(taken("结案前:签认:网格长").asRecorded())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.NOT_MET);
        assertThat(taken("结案前:签认:网格长", TEAM).asRecorded())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.MET);
        assertThat(taken("结案前:签认:网格长", TEAM, OTHER).asRecorded())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.NOT_MET);
    }

    @ParameterizedTest
    @CsvSource({"XIYUAN,-1,MET", "XIYUAN,0,MET", "XIYUAN,1,NOT_MET", "ELSEWHERE,0,NOT_MET"})
    void whoTookItServesInTheTeamFromThatDayOn(String community, int days, Verdict verdict) {
        List<Team> teams = List.of(leader(CommunityId.of(community), days));

        assertThat(taken("结案前:签认:网格长", TEAM).among(teams, HERE, DAY, AT).verdict())
                .isEqualTo(verdict);
    }

    /** An end is recorded an hour after the step, or just with it, for the day before it. */
    @ParameterizedTest
    @CsvSource({"1, MET", "0, NOT_MET"})
    void whatWasDoneWhileTheRecordHeldTheSeatIsNotUndoneByALaterRecord(int hours, Verdict verdict) {
        Team serving = leader(HERE, -9);
        Team left =
                serving.after(
                        accepted(
                                serving.end(
                                        LEADER,
                                        "网格长",
                                        DAY.minusDays(1),
                                        Reason.RESIGNED,
                                        AT.plus(Duration.ofHours(hours)))));

        Finding finding = taken("结案前:签认:网格长", TEAM).among(List.of(left), HERE, DAY, AT);

        assertThat(left.serves(LEADER, "网格长", DAY)).isFalse();
        assertThat(finding.verdict()).isEqualTo(verdict);
    }

    @Test
    void aTeamThatIsNotNamedOrNotGivenShowsNothing() {
        List<Team> teams = List.of(leader(HERE, 0));

        assertThat(taken("结案前:签认:网格长", OTHER).among(teams, HERE, DAY, AT).verdict())
                .isEqualTo(Verdict.NOT_MET);
        assertThat(taken("结案前:签认:网格长", TEAM).among(List.of(), HERE, DAY, AT).verdict())
                .isEqualTo(Verdict.NOT_MET);
        assertThat(taken("结案前:签认:楼栋长", TEAM).among(teams, HERE, DAY, AT).verdict())
                .isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void theEvidenceIsTheStepWhoTookItAndThePaper() {
        Finding finding = taken("结案前:签认:网格长", TEAM).asRecorded().get(0);

        assertThat(finding.rule()).isEqualTo(SomeRule.POST.code());
        assertThat(finding.evidence().toString())
                .isEqualTo(
                        "{step=结案前:签认:网格长, person=P-LEADER, team=[T-1], source=某市,"
                                + " standing=INTERPRETATION}");
    }
}
