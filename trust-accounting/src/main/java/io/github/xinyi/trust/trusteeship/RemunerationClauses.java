package io.github.xinyi.trust.trusteeship;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.money.Money;
import java.math.RoundingMode;
import java.util.List;

/**
 * How remuneration is rounded, and what it loses when the service is judged badly; voted on with
 * the contract as a further paper.
 *
 * <p>Example: half a fen up at the end of each month, and 2,000.00 off where fewer than 80/100 are
 * satisfied. Whatever is agreed, no draw passes the cumulative floor (F4). Source: interpretation
 * I20; a deduction for bad service is a matter of contract.
 *
 * @param community whose money
 * @param contract the contract's number
 * @param rounding how the sum is rounded
 * @param steps from the lowest share up, each with less off than the one before; at most {@link
 *     #MAX_STEPS}
 * @param release whether a good result gives back what a bad one took
 * @since 0.1.0
 */
public record RemunerationClauses(
        CommunityId community,
        String contract,
        Rounding rounding,
        List<Step> steps,
        Release release) {

    /** The most steps of one scale. */
    public static final int MAX_STEPS = 10;

    /** The greatest amount of one step: 10^9 yuan. */
    public static final long MAX_STEP_MINOR = 100_000_000_000L;

    /** How a share of a base becomes whole fen (酬金舍入). */
    public enum Rounding {
        /** Down, once, over the whole contract: the months sum to the whole. The default. */
        CUMULATIVE_FLOOR(RoundingMode.FLOOR),
        /** Down in each calendar month. */
        PERIOD_FLOOR(RoundingMode.DOWN),
        /** Half a fen up in each calendar month. */
        PERIOD_HALF_UP(RoundingMode.HALF_UP),
        /** Half a fen to the even one in each calendar month. */
        PERIOD_HALF_EVEN(RoundingMode.HALF_EVEN),
        /** Half a fen up for each movement of the base, for example each fee received. */
        PER_TRANSACTION_HALF_UP(RoundingMode.HALF_UP);

        private final RoundingMode mode;

        Rounding(RoundingMode mode) {
            this.mode = mode;
        }

        /**
         * How one part is rounded.
         *
         * @return the mode of the JDK
         */
        public RoundingMode mode() {
            return mode;
        }
    }

    /** Whether a good result gives back what earlier bad ones took off. */
    public enum Release {
        /** What was taken off stays off. */
        NEVER,
        /** A result that misses no step gives all of it back. */
        WHEN_MET
    }

    /**
     * One step of the scale.
     *
     * @param below the share of satisfied people below which it applies; at it, it does not
     * @param amountMinor what is taken off, in fen, above zero, at most {@link #MAX_STEP_MINOR}
     */
    public record Step(Ratio below, long amountMinor) {

        /** Refuses a step of nothing. */
        public Step {
            if (amountMinor <= 0 || amountMinor > MAX_STEP_MINOR) {
                throw new IllegalArgumentException("no step of " + amountMinor);
            }
        }
    }

    /** Copies the steps and refuses a scale that is none. */
    public RemunerationClauses {
        steps = List.copyOf(steps);
        if (steps.size() > MAX_STEPS) {
            throw new IllegalArgumentException("too many steps: " + steps.size());
        }
        for (int i = 1; i < steps.size(); i++) {
            Step lower = steps.get(i - 1);
            Step higher = steps.get(i);
            if (higher.below().compareTo(lower.below()) <= 0
                    || higher.amountMinor() >= lower.amountMinor()) {
                throw new IllegalArgumentException("not a scale: " + steps);
            }
        }
    }

    /**
     * What holds where nothing was agreed: rounded down over the whole, nothing taken off.
     *
     * @param community whose money
     * @param contract the contract's number
     * @return clauses that need no vote of their own
     */
    public static RemunerationClauses usual(CommunityId community, String contract) {
        return new RemunerationClauses(
                community, contract, Rounding.CUMULATIVE_FLOOR, List.of(), Release.NEVER);
    }

    /** What a result takes off; zero where it misses no step. */
    Money off(Evaluation evaluation) {
        return Money.ofFen(
                steps.stream()
                        .filter(step -> evaluation.isBelow(step.below()))
                        .mapToLong(Step::amountMinor)
                        .findFirst()
                        .orElse(0));
    }

    boolean isUsual() {
        return equals(usual(community, contract));
    }

    /**
     * The paper that owners vote on, under the domain {@code xinyi/remuneration-clauses/v1}.
     *
     * @return the SHA-256 of all components, each with its length
     */
    public Motion.Document document() {
        CanonicalBytes bytes =
                new CanonicalBytes("xinyi/remuneration-clauses/v1")
                        .text(community.value())
                        .text(contract)
                        .text(rounding.name())
                        .u32(steps.size());
        steps.forEach(
                step ->
                        bytes.u64(step.below().numerator())
                                .u64(step.below().denominator())
                                .u64(step.amountMinor()));
        return new Motion.Document(bytes.text(release.name()).sha256Hex());
    }
}
