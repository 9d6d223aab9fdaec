package io.github.xinyi.trust.budget;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.canonical.CanonicalBytes;

/**
 * By whom and how far a budget may be exceeded, and what becomes of a rest; voted on with it as a
 * second paper.
 *
 * <p>Example: {@code BudgetPolicy.usual(community, 2025, contingencyMinor)} leaves to the body what
 * is at most 5/100 of a line. The numbers are interpretations (I24 to I26), and the owners' own.
 *
 * @param community whose money
 * @param year of which budget
 * @param delegation whether local law lets owners leave anything of it to their body
 * @param bodyTier the share of a line up to which the body decides, zero to one
 * @param contingencyMinor in fen, what all overruns that the body grants in the year may come to
 * @param emergencyDays within how many calendar days an emergency is confirmed, 1 to {@link
 *     #MAX_EMERGENCY_DAYS}
 * @param surplus what becomes of a rest
 * @param deficit what becomes of a lack that was authorised
 * @since 0.1.0
 */
public record BudgetPolicy(
        CommunityId community,
        int year,
        Delegation delegation,
        Ratio bodyTier,
        long contingencyMinor,
        int emergencyDays,
        SurplusPolicy surplus,
        DeficitPolicy deficit) {

    /** The most days within which an emergency may be confirmed. */
    public static final int MAX_EMERGENCY_DAYS = 30;

    /** Whether owners may leave an overrun to their body. */
    public enum Delegation {
        /** They may. */
        PERMITTED,
        /**
         * They may not, as in Beijing, whose regulation forbids to delegate reserved matters: the
         * tier is zero.
         */
        FORBIDDEN
    }

    /** What becomes of a rest (结余): it is the owners', whatever is chosen. */
    public enum SurplusPolicy {
        /** It stays in the fund for the next year. */
        CARRY_FORWARD,
        /** It goes to the maintenance fund. */
        TO_MAINTENANCE_FUND,
        /** It lowers the next year's fees. */
        LOWER_FEES,
        /** It is paid out by area. */
        DISTRIBUTE_BY_AREA
    }

    /** What becomes of a lack (亏损) that was authorised; what was not is the trustee's. */
    public enum DeficitPolicy {
        /** It is counted against the next year's budget. */
        CARRY_FORWARD,
        /** The owners decide on higher fees. */
        RAISE_FEES
    }

    /** Refuses numbers that no policy may have. */
    public BudgetPolicy {
        if (bodyTier.numerator() > bodyTier.denominator()
                || (delegation == Delegation.FORBIDDEN && bodyTier.numerator() != 0)) {
            throw new IllegalArgumentException("no tier of the body: " + bodyTier);
        }
        if (contingencyMinor < 0) {
            throw new IllegalArgumentException("contingency: " + contingencyMinor);
        }
        if (emergencyDays < 1 || emergencyDays > MAX_EMERGENCY_DAYS) {
            throw new IllegalArgumentException("emergencyDays: " + emergencyDays);
        }
    }

    /**
     * The usual policy: 5/100 of a line, seven days, everything carried forward.
     *
     * @param community whose money
     * @param year of which budget
     * @param contingencyMinor in fen
     * @return the policy
     */
    public static BudgetPolicy usual(CommunityId community, int year, long contingencyMinor) {
        return new BudgetPolicy(
                community,
                year,
                Delegation.PERMITTED,
                Ratio.of(5, 100),
                contingencyMinor,
                7,
                SurplusPolicy.CARRY_FORWARD,
                DeficitPolicy.CARRY_FORWARD);
    }

    /**
     * The same where local law lets nothing be left to the body.
     *
     * @return the policy with a tier of zero
     */
    public BudgetPolicy withoutDelegation() {
        return new BudgetPolicy(
                community,
                year,
                Delegation.FORBIDDEN,
                Ratio.of(0, 1),
                contingencyMinor,
                emergencyDays,
                surplus,
                deficit);
    }

    /**
     * The paper that owners vote on, under the domain {@code xinyi/budget-policy/v1}.
     *
     * @return the SHA-256 of all components, each with its length
     */
    public Motion.Document document() {
        return new Motion.Document(
                new CanonicalBytes("xinyi/budget-policy/v1")
                        .text(community.value())
                        .text(Integer.toString(year))
                        .text(delegation.name())
                        .u64(bodyTier.numerator())
                        .u64(bodyTier.denominator())
                        .u64(contingencyMinor)
                        .u32(emergencyDays)
                        .text(surplus.name())
                        .text(deficit.name())
                        .sha256Hex());
    }
}
