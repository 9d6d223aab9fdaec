package io.github.xinyi.trust.fund;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.money.Money;
import java.math.BigInteger;

/**
 * What one unit gets of a surplus, with all that its owner needs to reckon it again (分户结余通知): the
 * own area, the area of all, the sum that is shared. It tells of no other household.
 *
 * <p>Example: of 100.01 over 501.72 m² a unit of 60.13 m² gets 11.98 or 11.99. Which units have the
 * fen that are left over follows from the largest remainders of all units, which only those who
 * keep the roster can tell. Source: Civil Code art. 283; the remainder rule is an interpretation
 * (rule I39). For the owners of the unit and for nobody else.
 *
 * @param plan the id of the plan
 * @param unit whose part
 * @param areaSquareDecimetres the unit's area on the record date, in 0.01 m²
 * @param allSquareDecimetres the areas of all units on that day, in 0.01 m²
 * @param whole what is shared
 * @param part what the unit gets
 * @since 0.1.0
 */
public record SurplusShare(
        String plan,
        UnitId unit,
        long areaSquareDecimetres,
        long allSquareDecimetres,
        Money whole,
        Money part) {

    /** Refuses areas that are none. */
    public SurplusShare {
        if (areaSquareDecimetres < 0
                || allSquareDecimetres < 1
                || areaSquareDecimetres > allSquareDecimetres) {
            throw new IllegalArgumentException(
                    areaSquareDecimetres + " of " + allSquareDecimetres + " dm² is no share");
        }
    }

    /**
     * Whether the part is the unit's by area: the exact share where that is whole fen, else the fen
     * below it or the one above.
     *
     * @return false where the owner was given more or less
     */
    public boolean isByArea() {
        BigInteger[] exact =
                BigInteger.valueOf(whole.minor())
                        .multiply(BigInteger.valueOf(areaSquareDecimetres))
                        .divideAndRemainder(BigInteger.valueOf(allSquareDecimetres));
        long above = part.minor() - exact[0].longValueExact();
        return above == 0 || (above == 1 && exact[1].signum() > 0);
    }
}
