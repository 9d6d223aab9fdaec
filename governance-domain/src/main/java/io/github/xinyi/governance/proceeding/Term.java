package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.region.ClauseKey;
import java.util.List;

/**
 * One number of days with its source, for example 7 days of notice for an extraordinary meeting by
 * Hangzhou art. 19.
 *
 * @param kind what is limited
 * @param days at least 0, at most {@link #MAX_DAYS}
 * @param basis where it stands, at least one place
 * @since 0.1.0
 */
public record Term(Kind kind, int days, List<Citation> basis) {

    /** The longest term: the greatest number that a profile can hold. */
    public static final int MAX_DAYS = ClauseKey.MAX_NUMBER;

    /** What is limited. */
    public enum Kind {
        /** Days of notice for a regular or a first meeting, at least. */
        REGULAR_NOTICE,
        /** Days of notice for an extraordinary meeting, at least. */
        EXTRAORDINARY_NOTICE,
        /** Days of voting, at least. */
        VOTING_AT_LEAST,
        /** Days of voting, at most. */
        VOTING_AT_MOST,
        /** Days that the office gives the committee to call a meeting, at most. */
        CONVENING,
        /** Days from the result until it is put up, at most. */
        PUBLICATION,
        /** Days for which what owners said of the result is shown, at least. */
        DISPLAY,
        /** Days from the election until the committee is filed, at most. */
        FILING,
        /** Days from forming the preparatory group until its members are put up, at most. */
        GROUP_PUBLICATION,
        /** Days from forming the preparatory group until the first meeting, at most. */
        FIRST_MEETING
    }

    /** Copies the sources and refuses a number that is no term. */
    public Term {
        basis = List.copyOf(basis);
        if (days < 0 || days > MAX_DAYS) {
            throw new IllegalArgumentException("days: " + days);
        }
    }
}
