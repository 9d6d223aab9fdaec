package io.github.xinyi.governance.region;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import java.util.List;

/**
 * The clauses on income of common parts (公共收益), for example {@link #TO_FUND}; shown to a host,
 * decided on by no rule of this library: what the books do with income follows the trust contract
 * and the owners' resolutions.
 *
 * @since 0.1.0
 */
public final class PublicIncomeClauses {

    /** Share for the maintenance fund while owners decided nothing. */
    public static final ClauseKey<Ratio> UNDECIDED_TO_FUND =
            ClauseKey.ratio("income.undecided-to-fund").everywhere();

    /** Share for the fund where income mainly supplements it. */
    public static final ClauseKey<Threshold> TO_FUND = ClauseKey.threshold("income.to-fund");

    /** A fund below this share of the first payment comes first. */
    public static final ClauseKey<Ratio> LOW_WATER = ClauseKey.ratio("income.low-water");

    /** Share of income that a low fund takes first. */
    public static final ClauseKey<Threshold> LOW_WATER_TO_FUND =
            ClauseKey.threshold("income.low-water-to-fund");

    /** Months between payments into the fund. */
    public static final ClauseKey<Integer> FUND_MONTHS = ClauseKey.number("income.fund-months");

    /** Working days in which early income is paid into the fund. */
    public static final ClauseKey<Integer> DEPOSIT_WORKING_DAYS =
            ClauseKey.number("income.deposit-working-days");

    /** Most months between publications. */
    public static final ClauseKey<Integer> PUBLISH_MONTHS =
            ClauseKey.number("income.publish-months");

    static final List<ClauseKey<?>> ALL =
            ClauseKey.list(
                    UNDECIDED_TO_FUND,
                    TO_FUND,
                    LOW_WATER,
                    LOW_WATER_TO_FUND,
                    FUND_MONTHS,
                    DEPOSIT_WORKING_DAYS,
                    PUBLISH_MONTHS);

    private PublicIncomeClauses() {}
}
