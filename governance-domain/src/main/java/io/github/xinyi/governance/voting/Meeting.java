package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * An owners' meeting (业主大会会议) as it was called: who may vote, when, and on what.
 *
 * <p>Example: called on 2024-12-01, open from 2024-12-16T09:00+08:00 to 2024-12-26T18:00+08:00.
 * What was not announced in {@code motions} can not be voted on. Whether it was called in time is
 * not checked here: it is a finding of the {@link Tally}.
 *
 * @param id once within its community
 * @param community whose owners meet
 * @param rosterDate the record date of the roster that decides who votes
 * @param noticeDate the day on which all owners were told
 * @param opensAt the first moment at which a ballot counts, to the microsecond
 * @param closesAt the last moment at which a ballot counts, to the microsecond; after {@code
 *     opensAt}
 * @param motions 1 to {@link #MAX_MOTIONS} with distinct identifiers, in the order announced
 * @since 0.1.0
 */
public record Meeting(
        MeetingId id,
        CommunityId community,
        LocalDate rosterDate,
        LocalDate noticeDate,
        Instant opensAt,
        Instant closesAt,
        List<Motion> motions) {

    /** The greatest number of motions of one meeting. */
    public static final int MAX_MOTIONS = 50;

    /** The calendar by which days of notice are counted. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Copies the motions and refuses what no meeting can be. */
    public Meeting {
        motions = List.copyOf(motions);
        if (!opensAt.isBefore(closesAt)) {
            throw new IllegalArgumentException(
                    "meeting " + id + " opens at " + opensAt + " and closes at " + closesAt);
        }
        requireMicroseconds(opensAt);
        requireMicroseconds(closesAt);
        if (motions.isEmpty() || motions.size() > MAX_MOTIONS) {
            throw new IllegalArgumentException("meeting " + id + " has motions: " + motions.size());
        }
        if (motions.stream().map(Motion::id).distinct().count() != motions.size()) {
            throw new IllegalArgumentException("meeting " + id + " has a motion twice");
        }
    }

    /**
     * The day on which the meeting begins.
     *
     * @return the date of {@code opensAt} in {@link #ZONE}
     */
    public LocalDate openingDate() {
        return opensAt.atZone(ZONE).toLocalDate();
    }

    /**
     * One motion.
     *
     * @param motion the identifier
     * @return empty if it was not announced
     */
    public Optional<Motion> motion(MotionId motion) {
        return motions.stream().filter(m -> m.id().equals(motion)).findFirst();
    }

    static void requireMicroseconds(Instant moment) {
        if (!moment.equals(moment.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("finer than a microsecond: " + moment);
        }
    }
}
