package io.github.xinyi.governance.region;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.measure.Threshold.AtLeast;
import java.util.List;

/**
 * The clauses on how owners' meetings are called, for example {@link #REGULAR_DAYS}.
 *
 * @since 0.1.0
 */
public final class NoticeClauses {

    /** Who calls a meeting that the committee owes and does not call. */
    public enum CalledInstead {
        /** The street or township office (街道办事处、乡镇人民政府). */
        STREET_OFFICE,
        /** The same, where owners ask it to; it may. */
        STREET_OFFICE_ON_REQUEST,
        /** The owners, guided by that office. */
        GUIDED_OWNERS
    }

    /** Days' notice of a regular meeting. */
    public static final ClauseKey<Integer> REGULAR_DAYS =
            ClauseKey.number("notice.regular-days")
                    .everywhere()
                    .floor(RegionRule.FLOOR_NOTICE, days -> days >= 15, "≥15");

    /** Days' notice of an extraordinary meeting. */
    public static final ClauseKey<Integer> EXTRAORDINARY_DAYS =
            ClauseKey.number("notice.extraordinary-days")
                    .everywhere()
                    .floor(RegionRule.LOCAL_BELOW_NATION, days -> days >= 15, "≥15");

    /** Shortest time for voting. */
    public static final ClauseKey<Integer> VOTING_LEAST_DAYS =
            ClauseKey.number("notice.voting-least-days");

    /** Longest time for voting. */
    public static final ClauseKey<Integer> VOTING_MOST_DAYS =
            ClauseKey.number("notice.voting-most-days");

    /** Owners whose proposal obliges the committee to call a meeting. */
    public static final ClauseKey<Threshold> PROPOSAL_HEADS =
            ClauseKey.threshold("notice.proposal-heads")
                    .everywhere()
                    .floor(
                            RegionRule.FLOOR_PROPOSAL,
                            ClauseKey.noMoreThan(new AtLeast(Ratio.of(1, 5))),
                            "≤ ≥1/5");

    /** Days that the office gives the committee to hold a meeting that it owes. */
    public static final ClauseKey<Integer> CONVENING_DAYS =
            ClauseKey.number("notice.convening-days");

    /** Who calls it when they have passed. */
    public static final ClauseKey<CalledInstead> CALLED_INSTEAD =
            ClauseKey.word("notice.called-instead", CalledInstead.class);

    /** Most months between regular meetings of the owners. */
    public static final ClauseKey<Integer> MEETING_MONTHS =
            ClauseKey.number("notice.meeting-months");

    /** Most principals for whom one proxy may vote, at least 1. */
    public static final ClauseKey<Integer> PROXY_PRINCIPALS =
            ClauseKey.number("notice.proxy-principals");

    /** Days in which a decision is published. */
    public static final ClauseKey<Integer> RESULT_PUBLISH_DAYS =
            ClauseKey.number("notice.result-publish-days");

    /** Days from the count until the result is put before the owners for comment, at most. */
    public static final ClauseKey<Integer> RESULT_COMMENT_DAYS =
            ClauseKey.number("notice.result-comment-days");

    /** Days for which what owners said of the result is shown, at least. */
    public static final ClauseKey<Integer> RESULT_DISPLAY_DAYS =
            ClauseKey.number("notice.result-display-days");

    static final List<ClauseKey<?>> ALL =
            ClauseKey.list(
                    REGULAR_DAYS,
                    EXTRAORDINARY_DAYS,
                    VOTING_LEAST_DAYS,
                    VOTING_MOST_DAYS,
                    PROPOSAL_HEADS,
                    CONVENING_DAYS,
                    CALLED_INSTEAD,
                    MEETING_MONTHS,
                    PROXY_PRINCIPALS,
                    RESULT_PUBLISH_DAYS,
                    RESULT_COMMENT_DAYS,
                    RESULT_DISPLAY_DAYS);

    private NoticeClauses() {}
}
