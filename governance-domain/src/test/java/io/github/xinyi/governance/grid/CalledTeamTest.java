package io.github.xinyi.governance.grid;

import static io.github.xinyi.governance.ruling.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.grid.CaseEvent.TeamCalled;
import io.github.xinyi.governance.grid.CaseEvent.TeamCalled.Member;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.mediation.Dispute;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.team.Assignment;
import io.github.xinyi.governance.team.Assignment.Capacity;
import io.github.xinyi.governance.team.Candidate;
import io.github.xinyi.governance.team.Posts;
import io.github.xinyi.governance.team.Seat;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.team.TeamEvent.AssignmentEnded.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The team that a case names is compared with the team's own record of that day. */
class CalledTeamTest {

    private static final Instant AT = Dispute.AT;
    private static final LocalDate DAY = Dispute.DAY;
    private static final PersonId STAYS = PersonId.of("P-STAYS");
    private static final PersonId LEAVES = PersonId.of("P-LEAVES");
    private static final PersonId STRANGER = PersonId.of("P-STRANGER");
    private static final String MET = "MET []";

    private final GridCase open = Steps.assigned(CaseCategory.ANIMALS);

    /** Both serve from ten days before; one of them up to a day. */
    private static Team leaving(CommunityId community, LocalDate end) {
        Team both =
                Posts.of(
                        community,
                        DAY.minusDays(10),
                        new TreeMap<>(Map.of("志愿者", STAYS, "物业人员", LEAVES)));
        return both.after(accepted(both.end(LEAVES, "物业人员", end, Reason.RESIGNED, AT)));
    }

    private static Team leaving(LocalDate end) {
        return leaving(Dispute.COMMUNITY, end);
    }

    /** As an event from elsewhere could name them. */
    private GridCase naming(String team, String pattern, Member... members) {
        return open.after(
                new TeamCalled(
                        open.community(),
                        open.id(),
                        TeamId.of(team),
                        pattern,
                        new TreeSet<>(Set.of(members)),
                        AT));
    }

    private GridCase naming(Member... members) {
        return naming("T-1", "某地", members);
    }

    private static String compared(GridCase state, Team... teams) {
        List<Finding> findings = state.compareTeams(List.of(teams));
        assertThat(findings)
                .singleElement()
                .satisfies(
                        finding ->
                                assertThat(finding.rule().value())
                                        .isEqualTo("case.team-of-record"));
        Finding only = findings.get(0);
        assertThat(only.evidence())
                .containsEntry("day", DAY.toString())
                .containsEntry("team", "T-1");
        return only.verdict() + " " + only.evidence().get("members");
    }

    @Test
    void whoIsCalledIsTakenOutOfTheTeamOnThatDay() {
        for (LocalDate end : List.of(DAY.minusDays(1), DAY)) {
            TeamCalled called = accepted(open.call(leaving(end), Set.of(), AT));
            assertThat(called.members()).containsExactly(new Member(STAYS, "志愿者"));
            assertThat(compared(open.after(called), leaving(end))).isEqualTo(MET);
        }
        Team onTheLastDay = leaving(DAY.plusDays(1));
        TeamCalled called = accepted(open.call(onTheLastDay, Set.of(), AT));

        assertThat(called.members())
                .containsExactly(new Member(LEAVES, "物业人员"), new Member(STAYS, "志愿者"));
        assertThat(compared(open.after(called), onTheLastDay)).isEqualTo(MET);
        assertThat(open.compareTeams(List.of(onTheLastDay))).isEmpty();
    }

    @Test
    void whoLeftTheDayBeforeIsNamedAndWhoServesTheLastDayIsNot() {
        GridCase state = naming(new Member(STAYS, "志愿者"), new Member(LEAVES, "物业人员"));

        assertThat(compared(state, leaving(DAY.plusDays(1)))).isEqualTo(MET);
        assertThat(compared(state, leaving(DAY))).isEqualTo("NOT_MET [P-LEAVES]");
        assertThat(compared(naming(new Member(STAYS, "志愿者")), leaving(DAY.plusDays(1))))
                .isEqualTo(MET);
    }

    @Test
    void whoBelongsToAnotherTeamOrServesAsSomethingElseIsNamed() {
        Team team = leaving(DAY.plusDays(1));

        assertThat(compared(naming(new Member(STAYS, "志愿者"), new Member(STRANGER, "志愿者")), team))
                .isEqualTo("NOT_MET [P-STRANGER]");
        assertThat(compared(naming(new Member(STAYS, "物业人员")), team))
                .isEqualTo("NOT_MET [P-STAYS]");
        assertThat(compared(naming(new Member(STAYS, "替补")), team)).isEqualTo("NOT_MET [P-STAYS]");
    }

    private static Team of(String slot, PersonId holder, String other, PersonId otherHolder) {
        return Posts.of(
                Dispute.COMMUNITY,
                DAY.minusDays(10),
                new TreeMap<>(Map.of(slot, holder, other, otherHolder)));
    }

    /** The defect: of two seats only the first was known. */
    @Test
    void whoHoldsTwoSeatsServesInEither() {
        Team both = of("志愿者", STAYS, "物业人员", STAYS);

        assertThat(compared(naming(new Member(STAYS, "志愿者")), both)).isEqualTo(MET);
        assertThat(compared(naming(new Member(STAYS, "物业人员")), both)).isEqualTo(MET);
        assertThat(compared(naming(new Member(STAYS, "楼栋长")), both)).isEqualTo("NOT_MET [P-STAYS]");
        assertThat(accepted(open.call(both, Set.of(), AT)).members())
                .extracting(Member::person)
                .containsExactly(STAYS);
    }

    /** The defect: a case that was right when it was recorded was blamed for a later record. */
    @Test
    void anEndRecordedAfterTheCallForADayBeforeItMakesNothingWrong() {
        Team both = of("志愿者", STAYS, "物业人员", LEAVES);
        TeamCalled called = accepted(open.call(both, Set.of(), AT));
        for (Duration later : List.of(Duration.ofNanos(1_000), Duration.ofDays(30))) {
            Team backdated =
                    both.after(
                            accepted(
                                    both.end(
                                            LEAVES,
                                            "物业人员",
                                            DAY.minusDays(1),
                                            Reason.RESIGNED,
                                            AT.plus(later))));

            assertThat(backdated.serving(DAY)).containsExactly(STAYS);
            assertThat(compared(open.after(called), backdated)).isEqualTo(MET);
            assertThat(compared(naming(new Member(LEAVES, "志愿者")), backdated))
                    .isEqualTo("NOT_MET [P-LEAVES]");
        }
        assertThat(compared(open.after(called), leaving(DAY.minusDays(1))))
                .as("an end recorded with the call is known to it")
                .isEqualTo("NOT_MET [P-LEAVES]");
    }

    /** Whoever stands in does the work of the slot that day, and its holder does not. */
    @Test
    void whoStandsInIsNamedInTheSlotAndItsHolderInTheOther() {
        Team both = of("志愿者", STAYS, "物业人员", STAYS);
        Seat seat = Seat.in("志愿者");
        EffectivePeriod days = new EffectivePeriod(DAY, DAY.plusDays(2));
        Team held =
                both.after(accepted(both.assign(as(seat, Capacity.RESERVE, days), List.of(), AT)));
        Team stoodIn =
                held.after(
                        accepted(held.substitute(as(seat, Capacity.PART_TIME, days), STAYS, AT)));

        TeamCalled called = accepted(open.call(stoodIn, Set.of(), AT));

        assertThat(called.members())
                .containsExactly(new Member(STAYS, "物业人员"), new Member(STRANGER, "志愿者"));
        assertThat(compared(open.after(called), stoodIn)).isEqualTo(MET);
        assertThat(compared(naming(new Member(STRANGER, "物业人员")), stoodIn))
                .isEqualTo("NOT_MET [P-STRANGER]");
        assertThat(compared(naming(new Member(STRANGER, "志愿者")), held))
                .as("in reserve alone")
                .isEqualTo("NOT_MET [P-STRANGER]");
    }

    private static Assignment as(Seat seat, Capacity capacity, EffectivePeriod days) {
        Candidate candidate =
                new Candidate(STRANGER, new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        return new Assignment(seat, candidate, capacity, days);
    }

    @Test
    void aTeamThatIsNotGivenOrIsAnotherShowsNobody() {
        GridCase state = naming(new Member(STAYS, "志愿者"), new Member(LEAVES, "物业人员"));
        Team elsewhere = leaving(CommunityId.of("ELSEWHERE"), DAY.plusDays(1));

        assertThat(compared(state)).isEqualTo("NOT_MET [P-LEAVES, P-STAYS]");
        assertThat(compared(state, elsewhere)).isEqualTo("NOT_MET [P-LEAVES, P-STAYS]");
        assertThat(compared(naming("T-1", "议事队", new Member(STAYS, "志愿者")), leaving(DAY)))
                .isEqualTo("NOT_MET [P-STAYS]");
        assertThat(
                        naming("T-2", "某地", new Member(STAYS, "志愿者"))
                                .compareTeams(List.of(leaving(DAY))))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.NOT_MET);
    }
}
