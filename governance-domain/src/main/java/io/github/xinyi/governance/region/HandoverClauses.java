package io.github.xinyi.governance.region;

import java.util.List;

/**
 * The clauses on the end of a property service, for example {@link #EXIT_DAYS}; shown to a host,
 * decided on by no rule of this library: the days of a contract's end stand in the contract. A
 * profile whose notice is shorter than that of Civil Code arts. 946 to 948 is refused.
 *
 * @since 0.1.0
 */
public final class HandoverClauses {

    /** From when the days to leave run. */
    public enum ExitFrom {
        /** The end of the contract. */
        TERMINATION,
        /** The notice of dismissal. */
        NOTICE
    }

    /** Days' written notice of dismissal. */
    public static final ClauseKey<Integer> DISMISSAL_NOTICE_DAYS =
            ClauseKey.number("handover.dismissal-notice-days")
                    .everywhere()
                    .floor(RegionRule.FLOOR_DISMISSAL_NOTICE, days -> days >= 60, "≥60");

    /** Days before expiry at which a firm says that it will not renew. */
    public static final ClauseKey<Integer> REFUSAL_NOTICE_DAYS =
            ClauseKey.number("handover.refusal-notice-days")
                    .everywhere()
                    .floor(RegionRule.FLOOR_REFUSAL_NOTICE, days -> days >= 90, "≥90");

    /** Days' written notice of an open-ended contract: sixty everywhere. */
    public static final ClauseKey<Integer> OPEN_ENDED_NOTICE_DAYS =
            ClauseKey.number("handover.open-ended-notice-days")
                    .everywhere()
                    .floor(RegionRule.FLOOR_OPEN_ENDED_NOTICE, days -> days >= 60, "≥60")
                    .floor(RegionRule.OPEN_ENDED_NOTICE_FIXED, days -> days <= 60, "60");

    /** Days in which the firm leaves. */
    public static final ClauseKey<Integer> EXIT_DAYS = ClauseKey.number("handover.exit-days");

    /** From when those days run. */
    public static final ClauseKey<ExitFrom> EXIT_FROM =
            ClauseKey.word("handover.exit-from", ExitFrom.class);

    /** Days in which the firm hands over papers and balances. */
    public static final ClauseKey<Integer> RECORDS_DAYS = ClauseKey.number("handover.records-days");

    static final List<ClauseKey<?>> ALL =
            ClauseKey.list(
                    DISMISSAL_NOTICE_DAYS,
                    REFUSAL_NOTICE_DAYS,
                    OPEN_ENDED_NOTICE_DAYS,
                    EXIT_DAYS,
                    EXIT_FROM,
                    RECORDS_DAYS);

    private HandoverClauses() {}
}
