package io.github.xinyi.governance.region;

import java.util.List;

/**
 * The clauses on what is shown to owners, and how often, for example {@link #FUND_MONTHS}; but for
 * {@link #SEAL_MONTHS}, a duty of the committee, shown to a host and decided on by no rule of this
 * library.
 *
 * @since 0.1.0
 */
public final class DisclosureClauses {

    /** Most months between publications of the maintenance fund. */
    public static final ClauseKey<Integer> FUND_MONTHS = ClauseKey.number("disclosure.fund-months");

    /** Most months between accounts of the service. */
    public static final ClauseKey<Integer> ACCOUNTS_MONTHS =
            ClauseKey.number("disclosure.accounts-months").everywhere();

    /** Days for which an audit result is shown. */
    public static final ClauseKey<Integer> AUDIT_DISPLAY_DAYS =
            ClauseKey.number("disclosure.audit-display-days");

    /** Fewest days for which information is shown. */
    public static final ClauseKey<Integer> DISPLAY_DAYS =
            ClauseKey.number("disclosure.display-days");

    /** Most months between publications of the use of seals. */
    public static final ClauseKey<Integer> SEAL_MONTHS = ClauseKey.number("disclosure.seal-months");

    /** Most months between publications of members' own fees. */
    public static final ClauseKey<Integer> MEMBER_FEES_MONTHS =
            ClauseKey.number("disclosure.member-fees-months");

    /** Days in which an owner's question is answered. */
    public static final ClauseKey<Integer> QUERY_REPLY_DAYS =
            ClauseKey.number("disclosure.query-reply-days").everywhere();

    static final List<ClauseKey<?>> ALL =
            ClauseKey.list(
                    FUND_MONTHS,
                    ACCOUNTS_MONTHS,
                    AUDIT_DISPLAY_DAYS,
                    DISPLAY_DAYS,
                    SEAL_MONTHS,
                    MEMBER_FEES_MONTHS,
                    QUERY_REPLY_DAYS);

    private DisclosureClauses() {}
}
