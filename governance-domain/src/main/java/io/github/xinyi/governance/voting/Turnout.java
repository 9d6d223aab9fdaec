package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import java.math.BigInteger;

/**
 * How far a vote has come while it is open, for example 120 heads more are needed for the quorum.
 * It decides nothing and yields no {@link Resolution}.
 *
 * @param motion what is voted on
 * @param count the votes so far
 * @param rules the shares needed
 * @param judgement the findings so far; {@link MotionResult.Result#PENDING} unless called too late
 * @since 0.1.0
 */
public record Turnout(Motion motion, MotionCount count, RuleSet rules, Judgement judgement) {

    /**
     * What must still take part for the quorum.
     *
     * @return the least area and heads; nothing once it is reached
     */
    public Votes neededForQuorum() {
        Threshold share = rules.quorum().threshold();
        Votes all = count.total();
        Votes have = count.participating();
        return votes(
                needed(share, have.area().squareDecimetres(), all.area().squareDecimetres()),
                needed(share, have.heads().value(), all.heads().value()));
    }

    /**
     * What must still consent if nobody else rejects or abstains, quorum aside.
     *
     * @return the least area and heads; nothing if consent would be enough now. It can exceed the
     *     votes that are left: see {@link #canStillPass}
     */
    public Votes neededForConsent() {
        RuleSet.Share share = rules.consent(motion.matter());
        Votes base = share.baseOf(count);
        Votes have = count.inFavour();
        boolean grows = share.base() == RuleSet.Base.PARTICIPANTS;
        return votes(
                consent(
                        share.threshold(),
                        have.area().squareDecimetres(),
                        base.area().squareDecimetres(),
                        grows),
                consent(share.threshold(), have.heads().value(), base.heads().value(), grows));
    }

    /**
     * Whether it passes if everybody still silent consents.
     *
     * @return false if it can not pass any more, or was called too late
     */
    public boolean canStillPass() {
        Votes all = count.total();
        Votes cast = count.participating();
        Votes silent =
                votes(
                        BigInteger.valueOf(
                                all.area().squareDecimetres() - cast.area().squareDecimetres()),
                        BigInteger.valueOf(all.heads().value() - cast.heads().value()));
        MotionCount best =
                new MotionCount(
                        all, count.inFavour().plus(silent), count.against(), count.abstaining());
        return Judgement.of(best, motion.matter(), rules, judgement.notice()).result()
                == MotionResult.Result.PASSED;
    }

    private static Votes votes(BigInteger squareDecimetres, BigInteger heads) {
        return new Votes(
                FloorArea.ofSquareDecimetres(squareDecimetres.longValueExact()),
                HeadCount.of(heads.longValueExact()));
    }

    private static BigInteger consent(Threshold share, long part, long whole, boolean grows) {
        return grows ? neededOfGrowing(share, part, whole) : needed(share, part, whole);
    }

    /** The least x with {@code part + x} reaching the share of {@code whole}. */
    private static BigInteger needed(Threshold share, long part, long whole) {
        Ratio ratio = share.share();
        BigInteger lacking =
                product(whole, ratio.numerator()).subtract(product(part, ratio.denominator()));
        return least(share, lacking, ratio.denominator());
    }

    /** The least x with {@code part + x} reaching the share of {@code whole + x}. */
    private static BigInteger neededOfGrowing(Threshold share, long part, long whole) {
        Ratio ratio = share.share();
        BigInteger lacking =
                product(whole, ratio.numerator()).subtract(product(part, ratio.denominator()));
        BigInteger least = least(share, lacking, ratio.denominator() - ratio.numerator());
        // A share of nothing is reached by nobody.
        return whole == 0 ? least.max(BigInteger.ONE) : least;
    }

    /** The least x of at least 0 with {@code x × each >= lacking}, or above it. */
    private static BigInteger least(Threshold share, BigInteger lacking, long each) {
        BigInteger divisor = BigInteger.valueOf(each);
        boolean above = share instanceof Threshold.MoreThan;
        BigInteger least =
                above
                        ? lacking.divide(divisor).add(BigInteger.ONE)
                        : lacking.add(divisor).subtract(BigInteger.ONE).divide(divisor);
        return lacking.signum() < (above ? 0 : 1) ? BigInteger.ZERO : least;
    }

    private static BigInteger product(long left, long right) {
        return BigInteger.valueOf(left).multiply(BigInteger.valueOf(right));
    }
}
