package io.github.xinyi.trust.billing;

import io.github.xinyi.trust.money.HalfUp;
import java.math.BigInteger;

/**
 * What some days of one month cost a unit of one use, still unrounded: prices in 0.0001 yuan, each
 * times its days, over the days of the month.
 */
record MonthRate(long perSquareMetre, long perUnit, long divisor, HalfUp.Divisor dividing) {

    /** 0.0001 yuan times 0.01 m² is 0.000001 yuan, of which a fen has ten thousand. */
    private static final long PER_FEN = 10_000;

    private static final long UNIT = 100;

    static MonthRate none(int daysOfMonth) {
        long divisor = PER_FEN * daysOfMonth;
        return new MonthRate(0, 0, divisor, HalfUp.dividingBy(divisor));
    }

    MonthRate plus(Tariff tariff, int days) {
        long price = Math.multiplyExact(tariff.tenThousandths(), days);
        return tariff.basis() == Tariff.Basis.PER_SQUARE_METRE
                ? new MonthRate(perSquareMetre + price, perUnit, divisor, dividing)
                : new MonthRate(perSquareMetre, perUnit + price, divisor, dividing);
    }

    /** The charge in fen, half-up once. */
    long fen(long squareDecimetres) {
        if (perUnit == 0) {
            return dividing.product(perSquareMetre, squareDecimetres);
        }
        if (perSquareMetre == 0) {
            return dividing.product(perUnit, UNIT);
        }
        return HalfUp.quotient(
                        BigInteger.valueOf(perSquareMetre)
                                .multiply(BigInteger.valueOf(squareDecimetres))
                                .add(BigInteger.valueOf(perUnit * UNIT)),
                        BigInteger.valueOf(divisor))
                .longValueExact();
    }
}
