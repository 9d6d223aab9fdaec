package io.github.xinyi.trust.receivable;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.contract.OwnersDecision;

/**
 * What a contract says on late payment (违约金条款): without one that the owners adopted, nothing is
 * charged for it.
 *
 * <p>Example: {@code new LateChargeClause(community, "HT-2025-01", Ratio.of(1, 10_000), 30,
 * Ratio.of(3, 10))}. No text read gives a rate or a cap: both are agreed, and the cap is at most
 * the bill itself (interpretation). Source: Civil Code art. 585: agreed, and reduced by a court
 * where far above the loss. What it brings is the fund's: Trust Law art. 14.
 *
 * @param community whose fees
 * @param contract the contract's number, 1 to 64 characters
 * @param perDay what a day costs, as a part of what is open on it; above 0, below 1
 * @param graceDays the days after the due day that cost nothing, 0 to 365
 * @param cap the most in all, as a part of the bill; above 0, at most 1
 * @since 0.1.0
 */
public record LateChargeClause(
        CommunityId community, String contract, Ratio perDay, int graceDays, Ratio cap) {

    /** The most days of grace. */
    public static final int MAX_GRACE_DAYS = 365;

    private static final Ratio WHOLE = Ratio.of(1, 1);

    /** Refuses what no clause can be with {@link IllegalArgumentException}. */
    public LateChargeClause {
        if (contract.isBlank() || contract.length() > 64) {
            throw new IllegalArgumentException("a contract has 1 to 64 characters: " + contract);
        }
        if (perDay.numerator() == 0
                || perDay.compareTo(WHOLE) >= 0
                || cap.numerator() == 0
                || cap.compareTo(WHOLE) > 0
                || graceDays < 0
                || graceDays > MAX_GRACE_DAYS) {
            throw new IllegalArgumentException(
                    "not a clause: " + perDay + " a day, " + graceDays + " days, at most " + cap);
        }
    }

    /**
     * A clause that the owners have adopted; only {@link LateChargeClause#agree} makes one.
     *
     * @since 0.1.0
     */
    public static final class Agreed {

        private final LateChargeClause content;
        private final OwnersDecision decision;

        private Agreed(LateChargeClause content, OwnersDecision decision) {
            this.content = content;
            this.decision = decision;
        }

        /**
         * What was agreed.
         *
         * @return the clause
         */
        public LateChargeClause content() {
            return content;
        }

        /**
         * What the owners decided.
         *
         * @return the decision
         */
        public OwnersDecision decision() {
            return decision;
        }
    }

    /**
     * The paper that owners vote on, under the domain {@code xinyi/late-charge/v1}.
     *
     * @return the SHA-256 of all components, each with its length
     */
    public Motion.Document document() {
        return new Motion.Document(
                new CanonicalBytes("xinyi/late-charge/v1")
                        .text(community.value())
                        .text(contract)
                        .u64(perDay.numerator())
                        .u64(perDay.denominator())
                        .u32(graceDays)
                        .u64(cap.numerator())
                        .u64(cap.denominator())
                        .sha256Hex());
    }

    /**
     * Binds a decision to the clause.
     *
     * @param decision what the owners decided: the choice of the firm with this paper, or another
     *     major matter
     * @return the agreed clause; refused if another community, matter or paper was decided on
     */
    public Outcome<Agreed> agree(OwnersDecision decision) {
        Matter matter = decision.matter();
        Ruling ruling =
                Ruling.of(
                        RuleCheck.of(
                                ReceivableRule.DECISION_OF_COMMUNITY,
                                decision.community().equals(community),
                                "community",
                                decision.community()),
                        RuleCheck.of(
                                ReceivableRule.DECISION_ON_CONTRACT,
                                matter == Matter.MANAGER_APPOINTMENT
                                        || matter == Matter.OTHER_MAJOR_MATTER,
                                "matter",
                                matter),
                        RuleCheck.of(
                                ReceivableRule.DECISION_ON_PAPER,
                                decision.decides(document()),
                                "document",
                                document()));
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(new Agreed(this, decision))
                : Outcome.refused(ruling);
    }
}
