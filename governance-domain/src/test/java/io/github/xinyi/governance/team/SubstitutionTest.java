package io.github.xinyi.governance.team;

import static io.github.xinyi.governance.ruling.Answers.accepted;
import static io.github.xinyi.governance.ruling.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.team.Assignment.Capacity;
import io.github.xinyi.governance.team.TeamEvent.AssignmentEnded.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whose seat a reserve takes, and whose not, in a team of two slots with two kinds each. */
class SubstitutionTest {

    private static final Instant AT = Instant.parse("2025-10-30T01:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2025, 11, 1);
    private static final Seat LAW = new Seat("顾问", "法律");
    private static final Seat MONEY = new Seat("顾问", "财务");
    private static final Seat CELL = Seat.in("网格员");
    private static final PersonId LAWYER = PersonId.of("P-LAW");
    private static final PersonId ACCOUNTANT = PersonId.of("P-MONEY");
    private static final PersonId RESERVE = PersonId.of("P-R1");
    private static final PersonId SECOND = PersonId.of("P-R2");

    /** Lawyer and accountant seated, the lawyer in a cell too; two in reserve for both slots. */
    private static Team team() {
        Team team = formed();
        team = with(team, seated(LAWYER, LAW, 0, 30));
        team = with(team, seated(ACCOUNTANT, MONEY, 0, 30));
        team = with(team, seated(LAWYER, CELL, 0, 30));
        for (PersonId reserve : List.of(RESERVE, SECOND)) {
            team = with(team, assignment(reserve, LAW, Capacity.RESERVE, 0, 30));
            team = with(team, assignment(reserve, CELL, Capacity.RESERVE, 0, 30));
        }
        return team;
    }

    private static Team formed() {
        String table =
                """
                岗位,最少,最多,兼任小区上限,资格,类别,互斥岗位,独立性,来源,依据
                顾问,1,9,,律师,法律;财务,,不限,某办法,解读
                网格员,1,9,,,,,不限,某办法,解读
                """;
        TeamPattern pattern =
                accepted(
                        TeamPattern.read(
                                "甲",
                                SheetFile.utf8("p.csv", table.getBytes(StandardCharsets.UTF_8))));
        return Team.from(
                List.of(
                        accepted(
                                Team.form(
                                        CommunityId.of("XIYUAN"),
                                        TeamId.of("T1"),
                                        pattern,
                                        List.of(),
                                        AT))));
    }

    @Test
    void leavesEveryOtherSeatOfTheSameSlotAndPersonAsItWas() {
        PersonId colleague = PersonId.of("P-LAW2");
        Team two = with(team(), seated(colleague, LAW, 0, 30));
        Team team = standing(two, seated(RESERVE, LAW, 5, 9), LAWYER);

        assertThat(team.serving(DAY.plusDays(5)))
                .as("accountant and colleague, and the lawyer in the cell")
                .containsExactlyInAnyOrder(RESERVE, ACCOUNTANT, colleague, LAWYER);
        assertThat(team.serving(DAY.plusDays(9)))
                .containsExactlyInAnyOrder(LAWYER, ACCOUNTANT, colleague);
    }

    @Test
    void whoHoldsASeatOrStandsInForItDoesTheWorkOfItsSlotThatDay() {
        Team team = standing(team(), seated(RESERVE, LAW, 5, 9), LAWYER);
        String slot = LAW.slot();

        assertThat(team.serves(LAWYER, slot, DAY.minusDays(1))).isFalse();
        assertThat(team.serves(LAWYER, slot, DAY)).isTrue();
        assertThat(team.serves(LAWYER, slot, DAY.plusDays(4))).isTrue();
        assertThat(team.serves(LAWYER, slot, DAY.plusDays(5))).isFalse();
        assertThat(team.serves(RESERVE, slot, DAY.plusDays(4))).isFalse();
        assertThat(team.serves(RESERVE, slot, DAY.plusDays(5))).isTrue();
        assertThat(team.serves(RESERVE, slot, DAY.plusDays(8))).isTrue();
        assertThat(team.serves(RESERVE, slot, DAY.plusDays(9))).isFalse();
        assertThat(team.serves(LAWYER, slot, DAY.plusDays(9))).isTrue();
        assertThat(team.serves(ACCOUNTANT, CELL.slot(), DAY)).isFalse();
        assertThat(team.serves(LAWYER, "没有的岗位", DAY)).isFalse();
    }

    @Test
    void takesTheSeatThatTheHolderHasAndNoOther() {
        assertThat(refusal(team().substitute(seated(RESERVE, MONEY, 5, 9), LAWYER, AT)))
                .containsExactly("team.holder-in-office");
        assertThat(team().substitute(seated(RESERVE, MONEY, 5, 9), ACCOUNTANT, AT).isAccepted())
                .isTrue();
    }

    @Test
    void asksOfAStandInWhatTheSlotAsks() {
        Assignment unfit =
                new Assignment(
                        LAW,
                        new Candidate(RESERVE, new TreeSet<>(), new TreeSet<>(), new TreeSet<>()),
                        Capacity.PART_TIME,
                        days(5, 9));

        assertThat(refusal(team().substitute(unfit, LAWYER, AT))).containsExactly("team.eligible");
    }

    @Test
    void onePersonStandsInForOneAndOneHolderHasOneStandIn() {
        Team team = standing(team(), seated(RESERVE, LAW, 5, 9), LAWYER);

        assertThat(refusal(team.substitute(seated(SECOND, LAW, 8, 12), LAWYER, AT)))
                .as("a second for one holder")
                .containsExactly("team.one-substitute");
        assertThat(refusal(team.substitute(seated(RESERVE, MONEY, 8, 12), ACCOUNTANT, AT)))
                .as("one for a second holder")
                .containsExactly("team.one-substitute");
        assertThat(team.substitute(seated(SECOND, MONEY, 5, 9), ACCOUNTANT, AT).isAccepted())
                .as("another for another")
                .isTrue();
        assertThat(team.substitute(seated(SECOND, LAW, 9, 12), LAWYER, AT).isAccepted())
                .as("a second afterwards")
                .isTrue();
        assertThat(team.substitute(seated(SECOND, CELL, 5, 9), LAWYER, AT).isAccepted())
                .as("in the other slot of the holder")
                .isTrue();
    }

    @Test
    void whoWasSeatedBeforeAndIsInReserveNowStandsIn() {
        Team team = with(team(), seated(PersonId.of("P-R3"), LAW, 0, 3));
        Team reserved = with(team, assignment(PersonId.of("P-R3"), LAW, Capacity.RESERVE, 3, 30));

        assertThat(
                        reserved.substitute(seated(PersonId.of("P-R3"), LAW, 5, 9), LAWYER, AT)
                                .isAccepted())
                .isTrue();
    }

    /** The limit of a thousand counts those who stand in too. */
    @Test
    void countsStandInsAmongTheThousandAssignments() {
        Team team = standing(team(), seated(RESERVE, LAW, 5, 9), LAWYER);
        int day = 40;
        while (team.assignments().size() < Team.MAX_ASSIGNMENTS - 2) {
            team = with(team, seated(LAWYER, CELL, day, day + 1));
            day++;
        }
        Team last = with(team, seated(LAWYER, CELL, day, day + 1));

        assertThat(last.assignments()).hasSize(Team.MAX_ASSIGNMENTS - 1);
        assertThat(refusal(last.assign(seated(LAWYER, CELL, day + 1, day + 2), AT)))
                .containsExactly("team.assignments");
    }

    /** Each end leaves out whoever was to stand in later, so that there is always room for more. */
    @Test
    void takesTwoThousandSubstitutesAndAsManyEnds() {
        int last = Team.MAX_CHANGES + 2;
        Team team = with(formed(), seated(LAWYER, LAW, 0, last));
        team = with(team, assignment(RESERVE, LAW, Capacity.RESERVE, 0, last));
        for (int i = 1; i < Team.MAX_CHANGES; i++) {
            team = standing(team, seated(RESERVE, LAW, last - 1, last), LAWYER);
            last--;
            team = ending(team, last);
        }

        Team full = ending(standing(team, seated(RESERVE, LAW, 1, 2), LAWYER), last - 1);

        assertThat(full.substitutions()).hasSize(1);
        assertThat(refusal(full.substitute(seated(RESERVE, LAW, 0, 1), LAWYER, AT)))
                .containsExactly("team.changes");
        assertThat(refusal(full.end(RESERVE, "顾问", DAY.plusDays(1), Reason.RESIGNED, AT)))
                .containsExactly("team.changes");
    }

    private static Team ending(Team team, int day) {
        return team.after(
                accepted(team.end(RESERVE, "顾问", DAY.plusDays(day), Reason.RESIGNED, AT)));
    }

    @Test
    void servesInTheSeatAgainOnceTheReserveHasLeft() {
        Team team = standing(team(), seated(RESERVE, LAW, 5, 9), LAWYER);

        Team ended =
                team.after(accepted(team.end(RESERVE, "顾问", DAY.plusDays(7), Reason.RESIGNED, AT)));

        assertThat(ended.serving(DAY.plusDays(6))).contains(RESERVE);
        assertThat(ended.serving(DAY.plusDays(7))).doesNotContain(RESERVE);
    }

    private static Team standing(Team team, Assignment standIn, PersonId holder) {
        return team.after(accepted(team.substitute(standIn, holder, AT)));
    }

    private static Team with(Team team, Assignment assignment) {
        return team.after(accepted(team.assign(assignment, AT)));
    }

    private static Assignment seated(PersonId person, Seat seat, int from, int until) {
        return assignment(person, seat, Capacity.PART_TIME, from, until);
    }

    private static Assignment assignment(
            PersonId person, Seat seat, Capacity capacity, int from, int until) {
        Candidate candidate =
                new Candidate(
                        person, new TreeSet<>(Set.of("律师")), new TreeSet<>(), new TreeSet<>());
        return new Assignment(seat, candidate, capacity, days(from, until));
    }

    private static EffectivePeriod days(int from, int until) {
        return new EffectivePeriod(DAY.plusDays(from), DAY.plusDays(until));
    }
}
