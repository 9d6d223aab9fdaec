package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.bylaw.AdoptedClause;
import io.github.xinyi.governance.bylaw.BylawRule;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.CountPolicy;
import io.github.xinyi.governance.bylaw.CountTopic;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The defect: a clause was heard on the word of whoever named the meeting that adopted it. */
class ClauseResolutionTest {

    private static final List<Unit> UNITS =
            List.of(Samples.home(1, 100, "P1"), Samples.home(2, 100, "P2"));
    private static final MeetingId EARLIER = MeetingId.of("2024-OM-00");
    private static final LocalDate ADOPTED = LocalDate.of(2024, 12, 26);
    private static final MeetingId LATER = MeetingId.of("2025-OM-01");

    @Test
    void hearsAClauseWhoseResolutionIsShown() {
        TallyResult tally = Answers.accepted(count(clause(ADOPTED), resolution(rules())));

        assertThat(tally.bylawFindings())
                .singleElement()
                .satisfies(
                        finding ->
                                assertThat(finding.rule())
                                        .isEqualTo(BylawRule.CLAUSE_ADOPTED.code()));
        assertThat(tally.motion(Samples.M1).byRules()).isPresent();
    }

    private static Matter rules() {
        return Matter.RULES_OF_PROCEDURE;
    }

    @ParameterizedTest
    @EnumSource
    void restsOnTheRulesOfProcedureOrTheCovenantAlone(Matter matter) {
        boolean ofRules =
                matter == Matter.RULES_OF_PROCEDURE || matter == Matter.MANAGEMENT_COVENANT;

        assertThat(count(clause(ADOPTED), resolution(matter)).isAccepted()).isEqualTo(ofRules);
    }

    @ParameterizedTest(name = "adopted {0} days after the close: {1}")
    @CsvSource({"-1, false", "0, true", "1, false"})
    void namesTheDayOnWhichTheVotingClosed(int days, boolean shown) {
        assertThat(count(clause(ADOPTED.plusDays(days)), resolution(rules())).isAccepted())
                .isEqualTo(shown);
    }

    @Test
    void refusesAndNamesEveryClauseWithoutItsResolution() {
        Ruling ruling = Answers.refused(count(clause(ADOPTED)));

        assertThat(Answers.rules(ruling)).containsExactly("bylaw.clause-resolution");
        assertThat(RuleTexts.governance(Language.EN).render(ruling))
                .contains("The clause on silence (议事规则第26条) stands on the resolution 2024-OM-00 M1")
                .contains("shown for it: []");
        assertThat(RuleTexts.governance(Language.ZH_CN).render(ruling))
                .contains("须为制定、修改议事规则或者管理规约");
        assertThat(
                        count(clause(ADOPTED), resolution(CommunityId.of("elsewhere"), rules()))
                                .isAccepted())
                .as("the rules of other owners")
                .isFalse();
    }

    @Test
    void namesWhatWasShownOfTheMeetingThatTheClauseNames() {
        Resolution other = resolution(Samples.COMMUNITY, rules(), MeetingId.of("2023-OM-07"));
        Ruling ruling =
                Answers.refused(
                        count(clause(ADOPTED), resolution(Matter.MANAGER_APPOINTMENT), other));

        assertThat(ruling.findings())
                .singleElement()
                .satisfies(
                        finding ->
                                assertThat(finding.evidence())
                                        .containsEntry("motion", "2024-OM-00 M1")
                                        .containsEntry("shown", "[2024-OM-00 M1]"));
    }

    private static Bylaws clause(LocalDate adoptedOn) {
        return Bylaws.none()
                .with(
                        CountPolicy.statutory()
                                .withSilence(CountPolicy.Silence.COUNT_IN_QUORUM_AS_ABSTAIN))
                .with(
                        new AdoptedClause(
                                CountTopic.SILENCE, "议事规则第26条", adoptedOn, EARLIER, Samples.M1));
    }

    private static Resolution resolution(Matter matter) {
        return resolution(Samples.COMMUNITY, matter);
    }

    /** Of a meeting that everybody attends, closed on 2024-12-26. */
    private static Resolution resolution(CommunityId community, Matter matter) {
        return resolution(community, matter, EARLIER);
    }

    private static Resolution resolution(CommunityId community, Matter matter, MeetingId id) {
        Meeting meeting =
                new Meeting(
                        id,
                        community,
                        Samples.RECORD_DATE,
                        LocalDate.of(2024, 12, 1),
                        Samples.OPENS,
                        Samples.CLOSES,
                        List.of(new Motion(Samples.M1, matter, "修改议事规则")));
        Roster roster =
                Answers.accepted(
                        Roster.of(community, Samples.RECORD_DATE, Samples.DEVELOPER, UNITS));
        List<Ballot> ballots =
                List.of(
                        Samples.ballot(1, "P1", 1, Choice.FOR),
                        Samples.ballot(2, "P2", 2, Choice.FOR));
        return Answers.accepted(Tally.of(meeting, roster, ballots, Samples.COUNTED))
                .motion(Samples.M1)
                .resolution()
                .orElseThrow();
    }

    private static Outcome<TallyResult> count(Bylaws bylaws, Resolution... behind) {
        LocalDate opening = LocalDate.of(2025, 3, 16);
        Instant opens = opening.atTime(9, 0).atZone(Meeting.ZONE).toInstant();
        Meeting meeting =
                new Meeting(
                        LATER,
                        Samples.COMMUNITY,
                        Samples.RECORD_DATE,
                        opening.minusDays(15),
                        opens,
                        opens.plusSeconds(864_000),
                        List.of(new Motion(Samples.M1, Matter.MANAGER_APPOINTMENT, "选聘")));
        return Tally.count(
                meeting,
                Samples.roster(UNITS),
                BallotBox.of(List.of()),
                bylaws,
                List.of(behind),
                meeting.closesAt().plusSeconds(1));
    }
}
