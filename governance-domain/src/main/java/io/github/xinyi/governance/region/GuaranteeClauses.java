package io.github.xinyi.governance.region;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.measure.Threshold.AtLeast;
import io.github.xinyi.governance.measure.Threshold.MoreThan;
import java.util.List;

/**
 * The clauses on what no region can lower, for example {@link #PARTICIPATION}. A count is judged by
 * the statute's own shares ({@code voting.RuleSet}) and by a higher one that the region writes
 * ({@code bylaw.LocalTerms}). The other guarantees are rules of the packages that keep them; here a
 * profile that gives one up is refused.
 *
 * @since 0.1.0
 */
public final class GuaranteeClauses {

    /** Whether a guarantee stands. */
    public enum Guarantee {
        /** It stands. */
        KEPT,
        /** It is given up, which no profile may do. */
        WAIVED
    }

    /** Owners and area taking part in a decision. */
    public static final ClauseKey<Threshold> PARTICIPATION =
            ClauseKey.threshold("guarantee.participation")
                    .everywhere()
                    .floor(
                            RegionRule.FLOOR_PARTICIPATION,
                            ClauseKey.asStrictAs(new AtLeast(Ratio.of(2, 3))),
                            "≥2/3");

    /** Of those taking part, for an ordinary matter. */
    public static final ClauseKey<Threshold> ORDINARY =
            ClauseKey.threshold("guarantee.ordinary")
                    .everywhere()
                    .floor(
                            RegionRule.FLOOR_ORDINARY,
                            ClauseKey.asStrictAs(new MoreThan(Ratio.of(1, 2))),
                            ">1/2");

    /** Of those taking part, for a special matter. */
    public static final ClauseKey<Threshold> SPECIAL =
            ClauseKey.threshold("guarantee.special")
                    .everywhere()
                    .floor(
                            RegionRule.FLOOR_SPECIAL,
                            ClauseKey.asStrictAs(new AtLeast(Ratio.of(3, 4))),
                            "≥3/4");

    /** Keys to every outflow. */
    public static final ClauseKey<Integer> PAYMENT_KEYS =
            ClauseKey.number("guarantee.payment-keys")
                    .everywhere()
                    .floor(RegionRule.FLOOR_TWO_KEYS, keys -> keys >= 2, "≥2");

    /** No cutting of power, water, heat or gas to collect fees. */
    public static final ClauseKey<Guarantee> NO_CUT_OFF =
            ClauseKey.word("guarantee.no-cut-off", Guarantee.class)
                    .everywhere()
                    .floor(RegionRule.FLOOR_NO_CUT_OFF, Guarantee.KEPT::equals, "KEPT");

    /** The maintenance fund is never mixed with other money. */
    public static final ClauseKey<Guarantee> SEPARATE_FUNDS =
            ClauseKey.word("guarantee.separate-funds", Guarantee.class)
                    .everywhere()
                    .floor(RegionRule.FLOOR_SEPARATE_FUNDS, Guarantee.KEPT::equals, "KEPT");

    /** No remuneration that was not agreed. */
    public static final ClauseKey<Guarantee> AGREED_REMUNERATION =
            ClauseKey.word("guarantee.agreed-remuneration", Guarantee.class)
                    .everywhere()
                    .floor(RegionRule.FLOOR_AGREED_REMUNERATION, Guarantee.KEPT::equals, "KEPT");

    /** No personal data in public views. */
    public static final ClauseKey<Guarantee> NO_NAMES =
            ClauseKey.word("guarantee.no-names", Guarantee.class)
                    .floor(RegionRule.FLOOR_NO_NAMES, Guarantee.KEPT::equals, "KEPT");

    /** Nobody decides the nine matters in the owners' place. */
    public static final ClauseKey<Guarantee> OWNERS_VOTE =
            ClauseKey.word("guarantee.owners-vote", Guarantee.class)
                    .everywhere()
                    .floor(RegionRule.FLOOR_OWNERS_VOTE, Guarantee.KEPT::equals, "KEPT");

    /** No mediation that one side refuses. */
    public static final ClauseKey<Guarantee> MEDIATION_BY_CONSENT =
            ClauseKey.word("guarantee.mediation-by-consent", Guarantee.class)
                    .everywhere()
                    .floor(RegionRule.FLOOR_MEDIATION, Guarantee.KEPT::equals, "KEPT");

    /** The statutory count decides. */
    public static final ClauseKey<Guarantee> STATUTORY_COUNT =
            ClauseKey.word("guarantee.statutory-count", Guarantee.class)
                    .everywhere()
                    .floor(RegionRule.FLOOR_STATUTORY_COUNT, Guarantee.KEPT::equals, "KEPT");

    static final List<ClauseKey<?>> ALL =
            ClauseKey.list(
                    PARTICIPATION,
                    ORDINARY,
                    SPECIAL,
                    PAYMENT_KEYS,
                    NO_CUT_OFF,
                    SEPARATE_FUNDS,
                    AGREED_REMUNERATION,
                    NO_NAMES,
                    OWNERS_VOTE,
                    MEDIATION_BY_CONSENT,
                    STATUTORY_COUNT);

    private GuaranteeClauses() {}
}
