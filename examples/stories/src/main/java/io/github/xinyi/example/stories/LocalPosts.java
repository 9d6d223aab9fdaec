package io.github.xinyi.example.stories;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.team.Seat;
import io.github.xinyi.governance.team.Slot;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.team.TeamPattern;
import java.time.Instant;

/** Who holds the posts to which a place leaves steps of its own, seated when a step first asks. */
final class LocalPosts {

    private final TeamPattern pattern;
    private final LocalTeam team;

    LocalPosts(Stores stores, CommunityId community, String team, TeamPattern pattern) {
        this.pattern = pattern;
        this.team = new LocalTeam(stores, community, team);
    }

    /** The team with somebody on the post. */
    Team with(String post, Instant at) {
        if (!team.isFormed()) {
            team.form(pattern, at);
        }
        if (!team.state().serves(holder(post), post, Teller.dayOf(at))) {
            Slot slot = pattern.slot(post).orElseThrow();
            String kind = slot.admission().kinds().stream().findFirst().orElse("");
            String quality = slot.admission().qualities().stream().findFirst().orElse("居民");
            team.seat(new Seat(post, kind), LocalTeam.person(holder(post).value(), quality), at);
        }
        return team.state();
    }

    /** The host's name for whoever has it. */
    PersonId holder(String post) {
        int number = pattern.slots().indexOf(pattern.slot(post).orElseThrow()) + 1;
        return PersonId.of("post-" + number);
    }
}
