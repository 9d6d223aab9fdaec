package io.github.xinyi.governance.team;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.step.LocalStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * A step of a place as somebody took it for the post (岗位) to which the place leaves it, for example
 * 网格长签认 by P-LEADER in the team T-2025-POSTS: the one finding on it of cases of the grid, talks and
 * cases of many homes, each under a rule of its own.
 *
 * <p>That a post takes a step is data of the place and no law; that it is taken in one team, and no
 * other step in any, is our reading.
 *
 * @param rule under which it is judged, for example {@code case.local-step-post}
 * @param step which
 * @param by who took it
 * @param named the teams in which {@code by} took it, as recorded
 * @param document the paper that asks for the step
 * @param standing how far that paper can be relied on, as the kind of record says it
 * @since 0.1.0
 */
public record PostStep(
        Rule rule,
        LocalStep step,
        PersonId by,
        List<TeamId> named,
        String document,
        String standing) {

    /** Copies the teams. */
    public PostStep {
        named = List.copyOf(named);
    }

    /**
     * What the record alone shows.
     *
     * @return met if a step that is left to a post names one team; of any other step, empty where
     *     it names none, as it should, else not met
     */
    public List<Finding> asRecorded() {
        return step.hasPost() || !named.isEmpty()
                ? List.of(finding(named.size() == (step.hasPost() ? 1 : 0)))
                : List.of();
    }

    /**
     * Whether who took it does the work of the post, as the teams show it.
     *
     * @param teams as they stand now
     * @param community of the record; a team of another one shows nothing
     * @param day on which the step was taken
     * @param at when it was taken, on that day
     * @return met for who held a seat of the post in a team named, or stood in for who did, by its
     *     record now or then; not met where no team named is given
     */
    public Finding among(Collection<Team> teams, CommunityId community, LocalDate day, Instant at) {
        return finding(
                teams.stream()
                        .filter(team -> team.community().equals(community))
                        .filter(team -> named.contains(team.id()))
                        .anyMatch(team -> team.served(by, step.post(), day, at)));
    }

    private RuleCheck finding(boolean met) {
        return RuleCheck.of(
                rule,
                met,
                "step",
                step,
                "person",
                by,
                "team",
                named,
                "source",
                document,
                "standing",
                standing);
    }
}
