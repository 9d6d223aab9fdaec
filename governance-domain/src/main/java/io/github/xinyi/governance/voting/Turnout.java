package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.bylaw.LocalTerms;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How far a vote has come while it is open, for example 120 heads more are needed for the quorum.
 * Only {@link Tally#soFar} makes one; it decides nothing and yields no {@link Resolution}.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class Turnout {

    private final CountTerms terms;
    private final Motion motion;
    private final MotionCount count;
    private final Judgement judgement;
    private final OpenVotes open;

    Turnout(CountTerms terms, Motion motion, MotionCount count, OpenVotes open) {
        this.terms = terms;
        this.motion = motion;
        this.count = count;
        this.judgement = terms.judge(count, motion.matter());
        this.open = open;
    }

    /**
     * What is voted on.
     *
     * @return the motion
     */
    public Motion motion() {
        return motion;
    }

    /**
     * The votes so far.
     *
     * @return as the law counts them
     */
    public MotionCount count() {
        return count;
    }

    /**
     * The findings so far.
     *
     * @return {@link MotionResult.Result#PENDING} up to the close, unless called too late
     */
    public Judgement judgement() {
        return judgement;
    }

    /**
     * The findings so far as they will stand in the result: those of {@link #judgement}, what of
     * the count is our reading of the law, and the notices of the region's profile.
     *
     * @return {@link io.github.xinyi.governance.ruling.Verdict#PENDING} up to the close, unless
     *     called too late
     */
    public Ruling ruling() {
        return terms.ruling(judgement, List.of(), motion.matter());
    }

    /**
     * What must still take part for the quorum, by the nation's law and the region's.
     *
     * @return the least area and heads; nothing once it is reached
     */
    public Votes neededForQuorum() {
        return neededForQuorum(count.participating());
    }

    private Votes neededForQuorum(Votes have) {
        Votes all = count.total();
        return most(
                LocalTerms.Share.Kind.PARTICIPATION,
                terms.rules().quorum().threshold(),
                share ->
                        votes(
                                needed(
                                        share,
                                        have.area().squareDecimetres(),
                                        all.area().squareDecimetres()),
                                needed(share, have.heads().value(), all.heads().value())));
    }

    /** The greater of what the nation's share needs and what the region's needs, if it has one. */
    private Votes most(
            LocalTerms.Share.Kind kind, Threshold national, Function<Threshold, Votes> needed) {
        return Stream.concat(
                        Stream.of(national),
                        terms.local().share(kind).stream().map(LocalTerms.Share::threshold))
                .map(needed)
                .reduce(
                        Votes.NONE,
                        (one, other) ->
                                new Votes(
                                        Collections.max(List.of(one.area(), other.area())),
                                        Collections.max(List.of(one.heads(), other.heads()))));
    }

    /**
     * What must still turn to consent if nobody else rejects or abstains, quorum aside, by the
     * nation's law and the region's. An owner whose proxy withholds consent and who then consents
     * in person adds to those in favour and not to those taking part, so such votes are taken
     * first.
     *
     * @return the least area and heads; nothing if consent would be enough now. It can exceed the
     *     votes that are left: see {@link #canStillPass}
     */
    public Votes neededForConsent() {
        RuleSet.Share share = terms.rules().consent(motion.matter());
        Votes base = share.baseOf(count);
        Votes have = count.inFavour();
        Votes turns = open.turnable();
        return most(
                motion.matter().voteClass().localShare(),
                share.threshold(),
                threshold -> {
                    RuleSet.Share asked = new RuleSet.Share(threshold, share.base());
                    return votes(
                            neededForConsent(
                                    asked,
                                    have.area().squareDecimetres(),
                                    base.area().squareDecimetres(),
                                    turns.area().squareDecimetres(),
                                    count.total().area().squareDecimetres()),
                            neededForConsent(
                                    asked,
                                    have.heads().value(),
                                    base.heads().value(),
                                    turns.heads().value(),
                                    count.total().heads().value()));
                });
    }

    /**
     * Whether it passes with some ballots that can still come in. It counts as the law does: what
     * an owner has said is final, a proxy's ballot gives way to the owner's own, and a holder that
     * has not consented with one unit can not consent with another.
     *
     * @return false exactly if no ballots received from now up to the close make it pass, or it was
     *     called too late. Where holders that do not consent can still add area to the turnout, the
     *     units that would bring exactly enough are searched for; should that area exceed about 1.3
     *     million m² and still be decisive to the unit, the answer is true
     */
    public boolean canStillPass() {
        long[] idle = open.idle();
        long all = Arrays.stream(idle).sum();
        long least =
                neededForQuorum(count.participating().plus(open.silent()))
                        .area()
                        .squareDecimetres();
        if (least > all || !passesWith(least)) {
            return false;
        }
        return least == 0 || SubsetSum.reaches(idle, least, mostThatPasses(least, all));
    }

    /** The most idle area with which consent is still enough; more of it only takes away. */
    private long mostThatPasses(long least, long all) {
        long low = least;
        long high = all;
        while (low < high) {
            long middle = high - (high - low) / 2;
            boolean passes = passesWith(middle);
            low = passes ? middle : low;
            high = passes ? high : middle - 1;
        }
        return low;
    }

    /** Whether it passes if all who still can do consent, and so much idle area takes part. */
    private boolean passesWith(long idleSquareDecimetres) {
        Votes inFavour = count.inFavour().plus(open.turnable()).plus(open.silent());
        Votes cast = count.participating().plus(open.silent()).plus(votes(idleSquareDecimetres, 0));
        Votes withheld =
                votes(
                        cast.area().squareDecimetres() - inFavour.area().squareDecimetres(),
                        cast.heads().value() - inFavour.heads().value());
        MotionCount best = new MotionCount(count.total(), inFavour, withheld, Votes.NONE);
        return terms.judgeAsClosed(best, motion.matter()).result() == MotionResult.Result.PASSED;
    }

    private static Votes votes(long squareDecimetres, long heads) {
        return new Votes(FloorArea.ofSquareDecimetres(squareDecimetres), HeadCount.of(heads));
    }

    private static Votes votes(BigInteger squareDecimetres, BigInteger heads) {
        return new Votes(
                FloorArea.ofSquareDecimetres(squareDecimetres.longValueExact()),
                HeadCount.of(heads.longValueExact()));
    }

    private static BigInteger neededForConsent(
            RuleSet.Share share, long part, long whole, long turnable, long all) {
        BigInteger turned = needed(share.threshold(), part, whole);
        BigInteger turns = BigInteger.valueOf(turnable);
        boolean grows = share.base() == RuleSet.Base.PARTICIPANTS;
        return grows && (turned.compareTo(turns) > 0 || whole == 0)
                ? turns.add(neededOfGrowing(share.threshold(), part + turnable, whole, all))
                : turned;
    }

    /** The least x with {@code part + x} reaching the share of {@code whole}. */
    private static BigInteger needed(Threshold share, long part, long whole) {
        Ratio ratio = share.share();
        BigInteger lacking =
                product(whole, ratio.numerator()).subtract(product(part, ratio.denominator()));
        return least(share, lacking, ratio.denominator());
    }

    /**
     * The least x with {@code part + x} reaching the share of {@code whole + x}; one more than all
     * there are where a region asks for everybody and somebody has not consented.
     */
    private static BigInteger neededOfGrowing(Threshold share, long part, long whole, long all) {
        Ratio ratio = share.share();
        BigInteger lacking =
                product(whole, ratio.numerator()).subtract(product(part, ratio.denominator()));
        boolean reachable = part >= whole && share instanceof Threshold.AtLeast;
        if (ratio.numerator() == ratio.denominator() && !reachable) {
            return BigInteger.valueOf(all).add(BigInteger.ONE);
        }
        BigInteger least = least(share, lacking, ratio.denominator() - ratio.numerator());
        // A share of nothing is reached by nobody.
        return whole == 0 ? least.max(BigInteger.ONE) : least;
    }

    /** The least x of at least 0 with {@code x × each >= lacking}, or above it. */
    private static BigInteger least(Threshold share, BigInteger lacking, long each) {
        BigInteger divisor = BigInteger.valueOf(Math.max(each, 1));
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

    /** For example {@code M1 PENDING}. */
    @Override
    public String toString() {
        return motion.id() + " " + judgement.result();
    }
}
