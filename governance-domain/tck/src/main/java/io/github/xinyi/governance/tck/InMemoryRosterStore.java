package io.github.xinyi.governance.tck;

import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.community.RosterFinding;
import io.github.xinyi.governance.community.RosterStore;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A roster store for tests, for example {@code new InMemoryRosterStore()}; it forgets everything
 * with the process. Thread-safe.
 *
 * @since 0.1.0
 */
public final class InMemoryRosterStore implements RosterStore {

    private record Day(CommunityId community, LocalDate date) {}

    private final ConcurrentMap<Day, Roster> rosters = new ConcurrentHashMap<>();

    /** Makes an empty store. */
    public InMemoryRosterStore() {}

    @Override
    public Outcome<RosterDigest> freeze(Roster roster) {
        Day day = new Day(roster.community(), roster.recordDate());
        Roster frozen = rosters.putIfAbsent(day, roster);
        if (frozen == null || frozen.equals(roster)) {
            return Outcome.accepted(roster.digest());
        }
        return Outcome.refused(
                Ruling.of(
                        new RosterFinding.AlreadyFrozen(
                                day.community(), day.date(), frozen.digest(), roster.digest())));
    }

    @Override
    public Optional<Roster> find(CommunityId community, LocalDate recordDate) {
        return Optional.ofNullable(rosters.get(new Day(community, recordDate)));
    }

    @Override
    public Optional<Roster> find(CommunityId community, RosterDigest digest) {
        return rosters.values().stream()
                .filter(r -> r.community().equals(community) && r.digest().equals(digest))
                .findFirst();
    }
}
