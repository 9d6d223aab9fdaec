package io.github.xinyi.governance.team;

import static io.github.xinyi.governance.ruling.Answers.accepted;
import static io.github.xinyi.governance.ruling.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.team.Assignment.Capacity;
import io.github.xinyi.governance.team.TeamEvent.AssignmentEnded.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An adviser who comes to work for the serving firm after the assignment. */
class EmploymentTest {

    private static final Instant AT = Instant.parse("2025-10-30T01:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final PersonId FIRM = PersonId.of("FIRM");
    private static final PersonId OTHER = PersonId.of("OTHER");
    private static final PersonId ADVISER = PersonId.of("P0911");
    private static final PersonId CLERK = PersonId.of("CLERK");
    private static final Team EMPTY = team(FIRM);
    private static final Team SEATED = with(EMPTY, adviser(ADVISER));

    @ParameterizedTest
    @CsvSource({"2026-05-31, false", "2026-06-01, true", "2026-06-02, true"})
    void isNamedFromTheDayOnWhichTheFirmEmploysTheAdviser(LocalDate day, boolean named) {
        Team employed = declared(SEATED, FIRM, EffectivePeriod.from(JUNE));

        assertThat(conflicts(employed, day)).isEqualTo(named ? List.of(ADVISER) : List.of());
        assertThat(isBroken(employed, day)).isEqualTo(named);
        assertThat(SEATED.conflicts(day)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-06-29, true", "2026-06-30, false", "2026-07-01, false"})
    void isNamedNoLongerFromTheDayOnWhichThatEnds(LocalDate day, boolean named) {
        Team employed = declared(SEATED, FIRM, EffectivePeriod.from(JUNE));

        Team ended = declared(employed, FIRM, new EffectivePeriod(JUNE, JUNE.plusDays(29)));

        assertThat(conflicts(ended, day)).isEqualTo(named ? List.of(ADVISER) : List.of());
    }

    @Test
    void whoWorksForAnotherIsNamedOnceThatFirmServes() {
        Team elsewhere = declared(SEATED, OTHER, EffectivePeriod.from(JUNE));
        Team served =
                elsewhere.after(
                        accepted(
                                elsewhere.recordContract(
                                        new ServiceContract(
                                                "HT-2", OTHER, EffectivePeriod.from(JUNE)),
                                        AT)));

        assertThat(elsewhere.conflicts(JUNE)).isEmpty();
        assertThat(served.conflicts(JUNE))
                .containsExactly(
                        new Conflict(SEATED.id(), "专业顾问", ADVISER, new TreeSet<>(Set.of(OTHER))));
        assertThat(GridRoster.of(List.of(served)).conflicts(JUNE))
                .isEqualTo(served.conflicts(JUNE));
    }

    /** The defect: who left an employer stayed in conflict for ever once it came to serve. */
    @Test
    void whatWasSaidAtTheAssignmentEndsByADeclaration() {
        Team seated = with(team(OTHER), adviser(ADVISER, FIRM));
        Team served = servedByFirm(seated);

        Team left = declared(served, FIRM, new EffectivePeriod(FIRST, JUNE.plusDays(1)));

        assertThat(conflicts(served, JUNE.plusDays(1))).containsExactly(ADVISER);
        assertThat(conflicts(left, JUNE)).containsExactly(ADVISER);
        assertThat(conflicts(left, JUNE.plusDays(1))).isEmpty();
        Team back = declared(served, FIRM, EffectivePeriod.from(JUNE.plusDays(9)));
        assertThat(conflicts(back, JUNE)).containsExactly(ADVISER);
    }

    /** Whoever says at an assignment to work for a firm says so after all that was declared. */
    @Test
    void theLaterWordCounts() {
        EffectivePeriod past = new EffectivePeriod(FIRST.minusYears(1), FIRST);

        assertThat(refusal(declared(SEATED, FIRM, past).assign(instructor(ADVISER, FIRM), AT)))
                .contains("team.independent");
        Team left = declared(with(team(OTHER), adviser(ADVISER, FIRM)), FIRM, past);
        Team again = with(ended(left), adviser(FIRST.plusDays(1), FIRM));
        assertThat(conflicts(servedByFirm(left), JUNE)).isEmpty();
        assertThat(conflicts(servedByFirm(again), JUNE)).containsExactly(ADVISER);
    }

    @Test
    void aSlotThatAsksForNothingHasNoConflict() {
        Team volunteer = servedByFirm(with(team(OTHER), helper(ADVISER, FIRM)));

        assertThat(volunteer.conflicts(JUNE)).isEmpty();
    }

    @Test
    void nobodyIsSeatedAgainstADeclarationOfTheDaysToCome() {
        Team left = ended(SEATED);
        Team employed = declared(left, FIRM, EffectivePeriod.from(JUNE));

        assertThat(employed.assign(adviser(ADVISER, FIRST.plusDays(5), JUNE), AT).isAccepted())
                .isTrue();
        assertThat(
                        refusal(
                                employed.assign(
                                        adviser(ADVISER, FIRST.plusDays(5), JUNE.plusDays(1)), AT)))
                .containsExactly("team.independent");
    }

    @Test
    void declaresOnlyOfWhoSitsInTheTeamOrDid() {
        EffectivePeriod term = EffectivePeriod.from(JUNE);

        assertThat(refusal(EMPTY.declareEmployment(ADVISER, FIRM, term, CLERK, AT)))
                .containsExactly("team.member-known");
        assertThat(SEATED.declareEmployment(ADVISER, FIRM, term, CLERK, AT).isAccepted()).isTrue();
        assertThat(
                        refusal(
                                SEATED.declareEmployment(
                                        ADVISER, FIRM, term, CLERK, AT.minusSeconds(1))))
                .containsExactly("team.time");
    }

    @Test
    void keepsFiveHundredDeclarations() {
        Team team = SEATED;
        for (int i = 1; i < Team.MAX_EMPLOYMENTS; i++) {
            team = declared(team, OTHER, EffectivePeriod.from(JUNE));
        }
        team = declared(team, FIRM, EffectivePeriod.from(JUNE));

        assertThat(conflicts(team, JUNE)).containsExactly(ADVISER);
        assertThat(
                        refusal(
                                team.declareEmployment(
                                        ADVISER, OTHER, EffectivePeriod.from(JUNE), CLERK, AT)))
                .containsExactly("team.employments");
    }

    private static boolean isBroken(Team team, LocalDate day) {
        return team.composition(day).notMet().stream()
                .anyMatch(finding -> finding.rule().equals(TeamRule.INDEPENDENT.code()));
    }

    private static List<PersonId> conflicts(Team team, LocalDate day) {
        return team.conflicts(day).stream().map(Conflict::person).toList();
    }

    /** On the second day, so that the seat is free from then on. */
    private static Team ended(Team team) {
        return team.after(
                accepted(team.end(ADVISER, "专业顾问", FIRST.plusDays(1), Reason.RESIGNED, AT)));
    }

    private static Team servedByFirm(Team team) {
        ServiceContract next = new ServiceContract("HT-2", FIRM, EffectivePeriod.from(JUNE));
        return team.after(accepted(team.recordContract(next, AT)));
    }

    private static Team declared(Team team, PersonId employer, EffectivePeriod term) {
        return team.after(accepted(team.declareEmployment(ADVISER, employer, term, CLERK, AT)));
    }

    private static Team team(PersonId serving) {
        return Team.from(
                List.of(
                        accepted(
                                Team.form(
                                        CommunityId.of("XIYUAN"),
                                        TeamId.of("T1"),
                                        TeamPattern.onePlusThreePlusN(),
                                        List.of(
                                                new ServiceContract(
                                                        "HT-1",
                                                        serving,
                                                        EffectivePeriod.from(FIRST.minusYears(1)))),
                                        AT))));
    }

    private static Team with(Team team, Assignment assignment) {
        return team.after(accepted(team.assign(assignment, AT)));
    }

    private static Assignment adviser(PersonId person, PersonId... employers) {
        return assignment(new Seat("专业顾问", "法律"), person, EffectivePeriod.from(FIRST), employers);
    }

    private static Assignment adviser(LocalDate from, PersonId... employers) {
        return assignment(new Seat("专业顾问", "法律"), ADVISER, EffectivePeriod.from(from), employers);
    }

    private static Assignment adviser(PersonId person, LocalDate from, LocalDate until) {
        return assignment(new Seat("专业顾问", "法律"), person, new EffectivePeriod(from, until));
    }

    private static Assignment instructor(PersonId person, PersonId... employers) {
        return assignment(Seat.in("联系指导员"), person, EffectivePeriod.from(FIRST), employers);
    }

    private static Assignment helper(PersonId person, PersonId... employers) {
        return assignment(Seat.in("志愿者"), person, EffectivePeriod.from(FIRST), employers);
    }

    private static Assignment assignment(
            Seat seat, PersonId person, EffectivePeriod term, PersonId... employers) {
        return new Assignment(
                seat,
                new Candidate(
                        person,
                        new TreeSet<>(Set.of("镇街副职班子成员", "退休党员")),
                        new TreeSet<>(List.of(employers)),
                        new TreeSet<>()),
                Capacity.PART_TIME,
                term);
    }
}
