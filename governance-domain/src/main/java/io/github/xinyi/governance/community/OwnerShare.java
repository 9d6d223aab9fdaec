package io.github.xinyi.governance.community;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;

/**
 * What one co-owner by shares (按份共有人) holds of a unit, for example {@code P0180} one half.
 *
 * <p>It counts for nothing in a vote, where a unit has one answer; it is kept because the register
 * has it. Source: Civil Code art. 298.
 *
 * @param owner the co-owner
 * @param share above zero, at most one; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record OwnerShare(PersonId owner, Ratio share) implements Comparable<OwnerShare> {

    private static final Ratio WHOLE = Ratio.of(1, 1);
    private static final Comparator<OwnerShare> ORDER =
            Comparator.comparing(OwnerShare::owner).thenComparing(OwnerShare::share);

    /** Refuses a share that nobody can hold. */
    public OwnerShare {
        if (!isPossible(share)) {
            throw new IllegalArgumentException("no share of a unit: " + share);
        }
    }

    /**
     * Whether these shares are exactly one unit, without rounding.
     *
     * @param shares for example a third and two thirds
     * @return true if they add up to one
     */
    public static boolean areWhole(Collection<OwnerShare> shares) {
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (OwnerShare part : shares) {
            BigInteger above = BigInteger.valueOf(part.share.numerator());
            BigInteger below = BigInteger.valueOf(part.share.denominator());
            numerator = numerator.multiply(below).add(above.multiply(denominator));
            denominator = denominator.multiply(below);
        }
        return numerator.equals(denominator);
    }

    static boolean isPossible(Ratio share) {
        return share.numerator() > 0 && share.compareTo(WHOLE) <= 0;
    }

    @Override
    public int compareTo(OwnerShare other) {
        return ORDER.compare(this, other);
    }

    /** For example {@code P0180=1/2}. */
    @Override
    public String toString() {
        return owner + "=" + share;
    }
}
