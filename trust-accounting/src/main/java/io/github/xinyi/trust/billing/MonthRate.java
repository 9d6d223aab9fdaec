package io.github.xinyi.trust.billing;

import io.github.xinyi.trust.money.HalfUp;
import java.math.BigInteger;

/**
 * What some days of one month cost a unit of one use, still unrounded: prices in 0.0001 yuan, each
 * times its days, over the days of the month.
 */
record MonthRate(long perSquareMetre, long perUnit, int daysOfMonth) {

    /** 0.0001 yuan times 0.01 m² is 0.000001 yuan, of which a fen has ten thousand. */
    private static final long PER_FEN = 10_000;

    private static final long UNIT = 100;

    static MonthRate none(int daysOfMonth) {
        return new MonthRate(0, 0, daysOfMonth);
    }

    MonthRate plus(Tariff tariff, int days) {
        long price = Math.multiplyExact(tariff.tenThousandths(), days);
        return tariff.basis() == Tariff.Basis.PER_SQUARE_METRE
                ? new MonthRate(perSquareMetre + price, perUnit, daysOfMonth)
                : new MonthRate(perSquareMetre, perUnit + price, daysOfMonth);
    }

    /** The charge in fen, half-up once. */
    long fen(long squareDecimetres) {
        long divisor = PER_FEN * daysOfMonth;
        if (perUnit == 0) {
            return HalfUp.product(perSquareMetre, squareDecimetres, divisor);
        }
        if (perSquareMetre == 0) {
            return HalfUp.product(perUnit, UNIT, divisor);
        }
        return HalfUp.quotient(
                        BigInteger.valueOf(perSquareMetre)
                                .multiply(BigInteger.valueOf(squareDecimetres))
                                .add(BigInteger.valueOf(perUnit * UNIT)),
                        BigInteger.valueOf(divisor))
                .longValueExact();
    }
}
