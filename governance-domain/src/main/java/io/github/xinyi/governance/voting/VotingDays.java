package io.github.xinyi.governance.voting;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The days on which the terms of a vote are measured, in the calendar of {@link Meeting#ZONE}, for
 * example told on 2024-12-01, open from 2024-12-16 to 2024-12-26.
 *
 * @param notifiedOn the day on which all owners were told
 * @param openedOn the day on which the voting opened; its law governs the vote
 * @param closedOn the day on which it closed
 * @since 0.1.0
 */
public record VotingDays(LocalDate notifiedOn, LocalDate openedOn, LocalDate closedOn) {

    /**
     * The days of a meeting.
     *
     * @param meeting the meeting as called
     * @return its three days
     */
    public static VotingDays of(Meeting meeting) {
        return of(meeting.noticeDate(), meeting.opensAt(), meeting.closesAt());
    }

    /**
     * The days of a vote.
     *
     * @param notifiedOn the day of notice
     * @param opensAt the first moment of the voting
     * @param closesAt the last one
     * @return the days of the two moments and that of the notice
     */
    public static VotingDays of(LocalDate notifiedOn, Instant opensAt, Instant closesAt) {
        return new VotingDays(notifiedOn, day(opensAt), day(closesAt));
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(Meeting.ZONE).toLocalDate();
    }
}
