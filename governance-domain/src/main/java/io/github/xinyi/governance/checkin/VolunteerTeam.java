package io.github.xinyi.governance.checkin;

import io.github.xinyi.governance.checkin.CheckInEvent.TeamFounded;
import io.github.xinyi.governance.identity.PersonId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A volunteer team with everybody who ever belonged to it, for example Q07 with 12 volunteers on
 * 2025-11-01.
 *
 * @param founded how it began
 * @param period from the founding until before the dissolution
 * @param volunteers the periods of each person, in order
 * @since 0.1.0
 */
public record VolunteerTeam(
        TeamFounded founded, Stay period, SortedMap<PersonId, List<Stay>> volunteers) {

    /** The greatest number of persons a team ever had. */
    public static final int MAX_VOLUNTEERS = 2_000;

    /** Copies the volunteers. */
    public VolunteerTeam {
        volunteers = Collections.unmodifiableSortedMap(new TreeMap<>(volunteers));
    }

    /**
     * Who belongs to it on a day.
     *
     * @param day the day asked about
     * @return sorted; empty if the team does not exist on that day
     */
    public SortedSet<PersonId> volunteersOn(LocalDate day) {
        SortedSet<PersonId> present = new TreeSet<>();
        if (period.contains(day)) {
            volunteers.forEach(
                    (person, stays) -> Stay.on(stays, day).ifPresent(s -> present.add(person)));
        }
        return Collections.unmodifiableSortedSet(present);
    }

    List<Stay> of(PersonId person) {
        return volunteers.getOrDefault(person, List.of());
    }

    VolunteerTeam with(PersonId person, List<Stay> stays) {
        SortedMap<PersonId, List<Stay>> changed = new TreeMap<>(volunteers);
        changed.put(person, stays);
        return new VolunteerTeam(founded, period, changed);
    }

    VolunteerTeam until(LocalDate end) {
        return new VolunteerTeam(founded, Stay.ended(List.of(period), end).get(0), volunteers);
    }
}
