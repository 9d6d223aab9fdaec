package io.github.xinyi.governance.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.team.Assignment.Capacity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who serves too many communities is seen from the teams, not from what the person says. */
class OtherTeamsTest {

    private static final Instant AT = Instant.parse("2025-10-30T01:00:00Z");
    private static final LocalDate NOVEMBER = LocalDate.of(2025, 11, 1);
    private static final Seat LAW = new Seat("顾问组", "法律");

    private static Team team(String community) {
        return Team.from(
                List.of(
                        accepted(
                                Team.form(
                                        CommunityId.of(community),
                                        TeamId.of("T-" + community),
                                        TeamPattern.onePlusFourOfQuanzhou(),
                                        List.of(),
                                        AT))));
    }

    private static Assignment adviser(EffectivePeriod term) {
        Candidate candidate =
                new Candidate(PersonId.of("P1"), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        return new Assignment(LAW, candidate, Capacity.PART_TIME, term);
    }

    private static <T> T accepted(Outcome<T> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static List<Team> serving(int teams, EffectivePeriod term) {
        List<Team> serving = new ArrayList<>();
        for (int i = 1; i <= teams; i++) {
            Team team = team("C" + i);
            serving.add(team.after(accepted(team.assign(adviser(term), AT))));
        }
        return serving;
    }

    /** Five communities are the bound of the table. */
    @Test
    void countsTheCommunitiesOfOtherTeamsWhateverThePersonDeclares() {
        EffectivePeriod term = EffectivePeriod.from(NOVEMBER);
        Team here = team("here");

        assertThat(here.assign(adviser(term), serving(3, term), AT).isAccepted()).isTrue();
        assertThat(here.assign(adviser(term), serving(4, term), AT).isAccepted()).isTrue();
        Outcome<TeamEvent> sixth = here.assign(adviser(term), serving(5, term), AT);

        assertThat(sixth.isAccepted()).isFalse();
        List<Finding> broken =
                sixth.fold(event -> List.of(), ruling -> List.copyOf(ruling.notMet()));
        assertThat(broken).hasSize(1);
        assertThat(broken.get(0).rule().value()).isEqualTo("team.communities");
        assertThat(broken.get(0).evidence())
                .containsEntry("served", "6")
                .containsEntry("standing", "UNVERIFIED")
                .containsKey("source");
    }

    @Test
    void countsNoTeamThatThePersonHasLeft() {
        EffectivePeriod before = new EffectivePeriod(NOVEMBER.minusMonths(2), NOVEMBER);
        Team here = team("here");

        assertThat(
                        here.assign(adviser(EffectivePeriod.from(NOVEMBER)), serving(5, before), AT)
                                .isAccepted())
                .isTrue();
    }

    @Test
    void keepsWhatWasSeenForThoseWhoReadTheHistoryAgain() {
        EffectivePeriod term = EffectivePeriod.from(NOVEMBER);
        Team here = team("here");

        Team seated = here.after(accepted(here.assign(adviser(term), serving(2, term), AT)));

        assertThat(seated.assignments().get(0).candidate().servesElsewhere())
                .isEqualTo(Set.of(CommunityId.of("C1"), CommunityId.of("C2")));
    }
}
