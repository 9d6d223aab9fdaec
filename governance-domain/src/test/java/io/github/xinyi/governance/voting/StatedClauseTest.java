package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.bylaw.AdoptedClause;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.CountPolicy;
import io.github.xinyi.governance.bylaw.CountTopic;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A clause that somebody names is taken, and the ruling says that nobody showed its resolution. */
class StatedClauseTest {

    private static final List<Unit> UNITS =
            List.of(Samples.home(1, 100, "P1"), Samples.home(2, 100, "P2"));

    /** The defect: any clause of a caller's own making was told as adopted. */
    @Test
    void saysOfAStatedClauseThatNobodyShowedItsResolution() {
        Ruling ruling = count(clause()).motion(Samples.M1).ruling();

        assertThat(stated(ruling))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
                            assertThat(finding.evidence()).containsEntry("clauses", "议事规则第5条");
                            assertThat(finding.basis())
                                    .extracting(Object::toString)
                                    .containsExactly("GR art. 26", "CC art. 278 para. 2");
                        });
        assertThat(RuleTexts.governance(Language.EN).render(ruling))
                .contains(
                        "– That the owners adopted 议事规则第5条 is what was stated; its resolution was"
                                + " not shown");
        assertThat(RuleTexts.governance(Language.ZH_CN).render(ruling))
                .contains("– 议事规则第5条已经通过，系据所报，未出示相应决定");
    }

    @Test
    void saysNothingOfItWhereTheResolutionIsShownOrNoClauseIsHeard() {
        Resolution shown = resolution();
        AdoptedClause clause = clause(shown);
        TallyResult tally =
                Answers.accepted(
                        Tally.count(
                                Samples.meeting(Matter.MANAGER_APPOINTMENT),
                                Samples.roster(UNITS),
                                box(),
                                bylaws(clause),
                                List.of(shown),
                                Samples.COUNTED));

        assertThat(tally.motion(Samples.M1).byRules()).isPresent();
        assertThat(stated(tally.motion(Samples.M1).ruling())).isEmpty();
        assertThat(tally.canonicalText()).isEqualTo(count(clause).canonicalText());
        assertThat(stated(count(List.of()).motion(Samples.M1).ruling())).isEmpty();
    }

    private static List<Finding> stated(Ruling ruling) {
        return ruling.findings().stream()
                .filter(finding -> finding.rule().value().equals("bylaw.clause-stated"))
                .toList();
    }

    private static TallyResult count(AdoptedClause clause) {
        return count(List.of(clause));
    }

    private static TallyResult count(List<AdoptedClause> clauses) {
        Bylaws bylaws = Bylaws.none().with(asked());
        for (AdoptedClause clause : clauses) {
            bylaws = bylaws.with(clause);
        }
        return Answers.accepted(
                Tally.count(
                        Samples.meeting(Matter.MANAGER_APPOINTMENT),
                        Samples.roster(UNITS),
                        box(),
                        bylaws,
                        Samples.COUNTED));
    }

    private static BallotBox box() {
        return BallotBox.of(
                IntStream.rangeClosed(1, 2)
                        .mapToObj(i -> Samples.ballot(i, "P" + i, i, Choice.ABSTAIN))
                        .toList());
    }

    private static Bylaws bylaws(AdoptedClause clause) {
        return Bylaws.none().with(asked()).with(clause);
    }

    private static CountPolicy asked() {
        return CountPolicy.statutory().withAbstention(CountPolicy.Abstention.DOES_NOT_PARTICIPATE);
    }

    private static AdoptedClause clause() {
        return clause(resolution());
    }

    private static AdoptedClause clause(Resolution behind) {
        return new AdoptedClause(
                CountTopic.ABSTENTION,
                "议事规则第5条",
                behind.adoptedAt().atZone(Meeting.ZONE).toLocalDate(),
                behind.meeting(),
                behind.motion().id());
    }

    /** A meeting of the year before adopted rules of procedure. */
    private static Resolution resolution() {
        Meeting earlier =
                new Meeting(
                        MeetingId.of("2023-OM-01"),
                        Samples.COMMUNITY,
                        LocalDate.of(2023, 4, 1),
                        LocalDate.of(2023, 4, 2),
                        LocalDate.of(2023, 4, 20).atStartOfDay(Meeting.ZONE).toInstant(),
                        LocalDate.of(2023, 5, 1).atTime(18, 0).atZone(Meeting.ZONE).toInstant(),
                        List.of(new Motion(Samples.M1, Matter.RULES_OF_PROCEDURE, "议事规则")));
        return new Resolution(
                earlier,
                new RosterDigest("00".repeat(32)),
                earlier.motions().get(0),
                new MotionCount(
                        MotionCount.Votes.NONE,
                        MotionCount.Votes.NONE,
                        MotionCount.Votes.NONE,
                        MotionCount.Votes.NONE));
    }
}
