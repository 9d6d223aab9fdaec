package io.github.xinyi.governance.checkin;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * A line of an exported list of check-ins, which may hold the same person twice, for example
 * PM00113 at 社区02 on 2025-01-02.
 *
 * @param member who
 * @param day when
 * @param community where
 * @since 0.1.0
 */
public record RawCheckIn(PersonId member, LocalDate day, CommunityId community)
        implements Comparable<RawCheckIn> {

    private static final Comparator<RawCheckIn> BY_DAY =
            Comparator.comparing(RawCheckIn::day)
                    .thenComparing(RawCheckIn::member)
                    .thenComparing(RawCheckIn::community);

    @Override
    public int compareTo(RawCheckIn other) {
        return BY_DAY.compare(this, other);
    }
}
