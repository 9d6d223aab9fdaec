package io.github.xinyi.example.stories;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.team.Slot;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.team.TeamPattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One team of a community for each that its place has a table of; the first that has a post takes
 * the steps that the place leaves to it.
 */
final class LocalTeams {

    private final List<TeamPattern> patterns;
    private final List<LocalTeam> teams = new ArrayList<>();

    LocalTeams(Stores stores, CommunityId community, List<TeamPattern> patterns) {
        this.patterns = patterns;
        for (TeamPattern pattern : patterns) {
            String id = "T-2025-" + (teams.size() + 1);
            teams.add(new LocalTeam(stores, community, id, pattern));
        }
    }

    LocalTeam of(TeamPattern pattern) {
        return teams.get(patterns.indexOf(pattern));
    }

    /** The team with the post, formed and filled when a step first asks for it. */
    Team with(String post, Instant at) {
        LocalTeam team = of(having(post));
        if (!team.isFormed()) {
            team.fill(at);
        }
        return team.state();
    }

    /** Whoever has it. */
    PersonId holder(String post) {
        TeamPattern pattern = having(post);
        Slot slot = pattern.slot(post).orElseThrow();
        return of(pattern).member(slot, 1);
    }

    private TeamPattern having(String post) {
        return patterns.stream().filter(p -> p.slot(post).isPresent()).findFirst().orElseThrow();
    }

    /** Those formed so far. */
    List<Team> formed() {
        return teams.stream().filter(LocalTeam::isFormed).map(LocalTeam::state).toList();
    }
}
