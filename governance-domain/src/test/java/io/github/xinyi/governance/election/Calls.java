package io.github.xinyi.governance.election;

import io.github.xinyi.governance.identity.PersonId;
import java.util.SortedSet;

/** Elections over few seats, which no law would allow, so that tests stay short. */
public final class Calls {

    private Calls() {}

    /**
     * An election that nobody asked the law about.
     *
     * @param seats the places to fill
     * @param candidates who stands
     * @return by heads, then by area
     */
    public static ElectionCall any(Seats seats, SortedSet<PersonId> candidates) {
        return new ElectionCall(seats, candidates, Ranking.HEADS_THEN_AREA);
    }
}
