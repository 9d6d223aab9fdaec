package io.github.xinyi.example.stories;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.records.RecordKind;
import io.github.xinyi.governance.ruling.Outcome;
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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A team of a community, seated one by one by a pattern. */
final class LocalTeam {

    /** Under it the firm serves the community; who it employs is not independent of it. */
    static final ServiceContract SERVICE =
            new ServiceContract(
                    "HT-2023-01", TrustOffice.FIRM, EffectivePeriod.from(LocalDate.of(2023, 1, 1)));

    private final CommunityId community;
    private final TeamId id;
    private final KeptRecord<Team, TeamEvent> team;

    LocalTeam(Stores stores, CommunityId community, String id) {
        this.community = community;
        this.id = TeamId.of(id);
        this.team =
                new KeptRecord<>(
                        stores.events(),
                        RecordKind.TEAM.stream(community, id),
                        TeamEvent.class,
                        Team::from);
    }

    void form(TeamPattern pattern, Instant at) {
        team.begin(Team.form(community, id, pattern, List.of(SERVICE), at));
    }

    boolean isFormed() {
        return !team.history().isEmpty();
    }

    void seat(Seat seat, Candidate candidate, Instant at) {
        team.then(t -> offer(t, seat, candidate, at));
    }

    /** What would come of giving somebody a seat. */
    Outcome<TeamEvent> offer(Seat seat, Candidate candidate, Instant at) {
        return offer(state(), seat, candidate, at);
    }

    private static Outcome<TeamEvent> offer(Team team, Seat seat, Candidate candidate, Instant at) {
        LocalDate day = Teller.dayOf(at);
        return team.assign(
                new Assignment(seat, candidate, Capacity.PART_TIME, EffectivePeriod.from(day)), at);
    }

    /** Somebody of one quality who is employed by nobody that matters here. */
    static Candidate person(String person, String quality) {
        return candidate(person, quality, Set.of());
    }

    /** Somebody of one quality whom the serving firm employs. */
    static Candidate employee(String person, String quality) {
        return candidate(person, quality, Set.of(TrustOffice.FIRM));
    }

    private static Candidate candidate(String person, String quality, Set<PersonId> employers) {
        return new Candidate(
                PersonId.of(person),
                new TreeSet<>(Set.of(quality)),
                new TreeSet<>(employers),
                new TreeSet<>());
    }

    Team state() {
        return team.state();
    }
}
