package io.github.xinyi.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.team.Assignment;
import io.github.xinyi.governance.team.Assignment.Capacity;
import io.github.xinyi.governance.team.Candidate;
import io.github.xinyi.governance.team.Seat;
import io.github.xinyi.governance.team.ServiceContract;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.team.TeamEvent;
import io.github.xinyi.governance.team.TeamPattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pilot of 1+3+N counts with exactly one instructor and three advisers of three kinds. */
class CompleteTeamsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 11, 1);
    private static final Instant AT = Instant.parse("2025-10-31T00:00:00Z");
    private static final List<String> KINDS = List.of("法律", "财务", "工程");
    private static final PersonId FIRM = PersonId.of("FIRM");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void countsWithThreeAdvisersOnly(int advisers) {
        Measurement measured =
                measured(Map.of(CommunityId.of("C0"), Set.of()), team(0, 1, advisers));

        assertThat(measured.numerator()).hasSize(advisers == 3 ? 1 : 0);
        assertThat(measured.denominator()).hasSize(1);
        assertThat(measured.missing().values()).allMatch(Count.INCOMPLETE::equals);
    }

    @Property(tries = 100)
    void equalsARecountOfTheTeams(
            @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 7) Integer> drawn) {
        List<Team> teams = new ArrayList<>();
        int complete = 0;
        for (int team : drawn) {
            teams.add(team(teams.size(), team / 4, team % 4));
            complete += team == 7 ? 1 : 0;
        }

        Map<CommunityId, Set<PersonId>> firms = new TreeMap<>();
        teams.forEach(team -> firms.put(team.community(), Set.of()));
        Measurement measured = measured(firms, teams.toArray(Team[]::new));

        assertThat(measured.denominator()).hasSize(drawn.size());
        assertThat(measured.numerator()).hasSize(complete);
    }

    @Test
    void anAdviserOfTheServingFirmMakesItIncompleteInThatCommunityAlone() {
        Team team = team(0, 1, 3);

        assertThat(measured(Map.of(team.community(), Set.of(FIRM)), team).numerator()).isEmpty();
        Map<CommunityId, Set<PersonId>> elsewhere =
                Map.of(CommunityId.of("C9"), Set.of(FIRM), team.community(), Set.of());
        assertThat(measured(elsewhere, team).numerator())
                .containsExactly(new RecordId(team.community(), "T0"));
    }

    @Test
    void whereNobodySaysWhoServesATeamIsNoPassAndNamesWhy() {
        Team complete = team(0, 1, 3);
        Team incomplete = team(1, 1, 2);
        Team recorded =
                complete.after(
                        Answers.accepted(
                                complete.recordContract(
                                        new ServiceContract(
                                                "HT-1",
                                                PersonId.of("OTHER"),
                                                new EffectivePeriod(DAY, DAY.plusYears(1))),
                                        AT)));

        assertThat(measured(Map.of(), complete, incomplete).missing().values())
                .containsExactly(Count.FIRM_NOT_KNOWN, Count.INCOMPLETE);
        assertThat(measured(Map.of(), complete, incomplete).denominator()).hasSize(2);
        assertThat(measured(Map.of(complete.community(), Set.of()), complete).numerator())
                .hasSize(1);
        assertThat(measured(Map.of(), recorded).numerator()).hasSize(1);
    }

    @Test
    void countsOnTheDaysOfItsTermsOnly() {
        Team team = team(0, 1, 3);

        Map<CommunityId, Set<PersonId>> none = Map.of(team.community(), Set.of());

        assertThat(BodyMeasures.completeTeams(DAY.minusDays(1), List.of(team), none).share())
                .contains(Ratio.of(0, 1));
        assertThat(BodyMeasures.completeTeams(DAY, List.of(team), none).share())
                .contains(Ratio.of(1, 1));
        assertThat(BodyMeasures.completeTeams(DAY.plusYears(1), List.of(team), none).share())
                .contains(Ratio.of(0, 1));
    }

    private static Measurement measured(Map<CommunityId, Set<PersonId>> firms, Team... teams) {
        return BodyMeasures.completeTeams(DAY, List.of(teams), firms);
    }

    /** A team in office for a year; its first adviser works for a firm that may serve somewhere. */
    private static Team team(int number, int instructors, int advisers) {
        List<TeamEvent> history = new ArrayList<>();
        history.add(
                Answers.accepted(
                        Team.form(
                                CommunityId.of("C" + number),
                                TeamId.of("T" + number),
                                TeamPattern.onePlusThreePlusN(),
                                List.of(),
                                AT)));
        if (instructors == 1) {
            assign(
                    history,
                    Seat.in("联系指导员"),
                    candidate("L" + number, Set.of("镇街副职班子成员"), Set.of()));
        }
        for (int i = 0; i < advisers; i++) {
            assign(
                    history,
                    new Seat("专业顾问", KINDS.get(i)),
                    candidate("A" + number + i, Set.of(), i == 0 ? Set.of(FIRM) : Set.of()));
        }
        return Team.from(history);
    }

    private static Candidate candidate(
            String person, Set<String> qualities, Set<PersonId> employers) {
        return new Candidate(
                PersonId.of(person),
                new TreeSet<>(qualities),
                new TreeSet<>(employers),
                new TreeSet<>());
    }

    private static void assign(List<TeamEvent> history, Seat seat, Candidate candidate) {
        history.add(
                Answers.accepted(
                        Team.from(history)
                                .assign(
                                        new Assignment(
                                                seat,
                                                candidate,
                                                Capacity.PART_TIME,
                                                new EffectivePeriod(DAY, DAY.plusYears(1))),
                                        AT)));
    }
}
