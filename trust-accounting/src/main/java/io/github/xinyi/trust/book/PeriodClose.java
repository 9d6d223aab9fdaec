package io.github.xinyi.trust.book;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.journal.Entry;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The end of all periods up to a day (结账), for example through 31 January 2026; from here on no
 * entry takes effect on that day or before. Itself a record of the log, and never taken back. One
 * through 31 December ends the accounting year.
 *
 * <p>A mistake of a closed period is corrected in an open one. No closing entries are made: income
 * and expense of a year are its turnover, so that no public figure by effective date stands beside
 * those of the batches, from which the amount of one household could be told.
 *
 * @param book the community
 * @param index its place in the log
 * @param recordedAt when it was recorded, to the millisecond
 * @param through the last day that is closed, the last of its month
 * @since 0.1.0
 */
public record PeriodClose(CommunityId book, long index, Instant recordedAt, LocalDate through) {

    /** Cuts the time to the millisecond and refuses what is no end of a month. */
    public PeriodClose {
        recordedAt = Entry.recordedMoment(recordedAt);
        if (index < 0 || !endsMonth(through)) {
            throw new IllegalArgumentException("no close through " + through + " at " + index);
        }
    }

    /**
     * Whether a period can end on a day.
     *
     * @param day the day
     * @return true for the last day of a month of the years 1900 to 9999
     */
    static boolean endsMonth(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth()
                && day.getYear() >= 1900
                && day.getYear() <= 9999;
    }

    /**
     * Its name in the log.
     *
     * @return for example {@code close/1207}
     */
    public String id() {
        return "close/" + index;
    }
}
