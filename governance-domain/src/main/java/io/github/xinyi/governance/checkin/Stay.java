package io.github.xinyi.governance.checkin;

import io.github.xinyi.governance.identity.CommunityId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The days for which somebody is checked in at a community or belongs to a team, for example C034
 * from 2025-01-02 until before 2025-06-01.
 *
 * @param community where
 * @param startInclusive the first day
 * @param endExclusive the first day no longer; {@link LocalDate#MAX} while it goes on
 * @since 0.1.0
 */
public record Stay(CommunityId community, LocalDate startInclusive, LocalDate endExclusive) {

    /** Refuses a stay without a day. */
    public Stay {
        if (!startInclusive.isBefore(endExclusive)) {
            throw new IllegalArgumentException(
                    "empty period: " + startInclusive + " to " + endExclusive);
        }
    }

    /**
     * Whether it covers a day.
     *
     * @param day the day asked about
     * @return true from the start on and before the end
     */
    public boolean contains(LocalDate day) {
        return !day.isBefore(startInclusive) && day.isBefore(endExclusive);
    }

    static Stay from(CommunityId community, LocalDate start) {
        return new Stay(community, start, LocalDate.MAX);
    }

    static Optional<Stay> on(List<Stay> stays, LocalDate day) {
        return stays.stream().filter(stay -> stay.contains(day)).findFirst();
    }

    /** The one that goes on. */
    static Optional<Stay> open(List<Stay> stays) {
        return on(stays, LocalDate.MAX.minusDays(1));
    }

    /** The first day on which another stay may begin. */
    static LocalDate free(List<Stay> stays) {
        return stays.isEmpty() ? LocalDate.MIN : stays.get(stays.size() - 1).endExclusive();
    }

    static List<Stay> plus(List<Stay> stays, Stay next) {
        List<Stay> longer = new ArrayList<>(stays);
        longer.add(next);
        return List.copyOf(longer);
    }

    static List<Stay> ended(List<Stay> stays, LocalDate end) {
        Stay last = stays.get(stays.size() - 1);
        return plus(
                stays.subList(0, stays.size() - 1),
                new Stay(last.community(), last.startInclusive(), end));
    }
}
