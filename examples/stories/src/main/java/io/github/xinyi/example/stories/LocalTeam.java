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
import io.github.xinyi.governance.team.Slot;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.team.TeamEvent;
import io.github.xinyi.governance.team.TeamPattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A team of a community, seated one by one as its table asks. */
final class LocalTeam {

    /** Under it the firm serves the community; who it employs is not independent of it. */
    static final ServiceContract SERVICE =
            new ServiceContract(
                    "HT-2023-01", TrustOffice.FIRM, EffectivePeriod.from(LocalDate.of(2023, 1, 1)));

    private final CommunityId community;
    private final TeamId id;
    private final TeamPattern pattern;
    private final KeptRecord<Team, TeamEvent> team;

    LocalTeam(Stores stores, CommunityId community, String id, TeamPattern pattern) {
        this.community = community;
        this.id = TeamId.of(id);
        this.pattern = pattern;
        this.team =
                new KeptRecord<>(
                        stores.events(),
                        RecordKind.TEAM.stream(community, id),
                        TeamEvent.class,
                        Team::from);
    }

    void form(Instant at) {
        team.begin(Team.form(community, id, pattern, List.of(SERVICE), at));
    }

    boolean isFormed() {
        return !team.history().isEmpty();
    }

    /** Forms it, and seats as many in each slot as are needed. */
    void fill(Instant at) {
        form(at);
        pattern.slots().forEach(slot -> fill(slot, at));
    }

    void fill(Slot slot, Instant at) {
        for (int number = 1; number <= needed(slot); number++) {
            seat(slot, number, at);
        }
    }

    /** As many as the slot asks, or two where it asks for nobody. */
    static int needed(Slot slot) {
        return slot.seats().least() == 0 ? Math.min(2, slot.seats().most()) : slot.seats().least();
    }

    /** Gives a seat of a slot to the member of that number. */
    void seat(Slot slot, int number, Instant at) {
        team.then(t -> offer(t, seat(slot, number), person(slot, number), at));
    }

    /** The seat for the member of that number; the kinds of the slot are taken in turn. */
    static Seat seat(Slot slot, int number) {
        List<String> kinds = List.copyOf(slot.admission().kinds());
        return new Seat(slot.id(), kinds.isEmpty() ? "" : kinds.get((number - 1) % kinds.size()));
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

    /** Whoever has the seat of that number, employed by nobody that matters here. */
    Candidate person(Slot slot, int number) {
        return candidate(member(slot, number), slot, Set.of());
    }

    /** Somebody who could have a seat of the slot if the serving firm did not employ them. */
    static Candidate employee(String person, Slot slot) {
        return candidate(PersonId.of(person), slot, Set.of(TrustOffice.FIRM));
    }

    /** The host's name for the member of that number. */
    PersonId member(Slot slot, int number) {
        int place = pattern.slots().indexOf(slot) + 1;
        return PersonId.of(id.value() + "-" + place + "-" + number);
    }

    private static Candidate candidate(PersonId person, Slot slot, Set<PersonId> employers) {
        String quality = slot.admission().qualities().stream().findFirst().orElse("居民");
        return new Candidate(
                person, new TreeSet<>(Set.of(quality)), new TreeSet<>(employers), new TreeSet<>());
    }

    Team state() {
        return team.state();
    }
}
