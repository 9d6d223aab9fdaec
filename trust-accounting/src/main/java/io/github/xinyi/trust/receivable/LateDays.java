package io.github.xinyi.trust.receivable;

import io.github.xinyi.trust.money.HalfUp;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What late payment of one bill costs in all through a day: for each day after the grace, what was
 * open at its end times the agreed part; added up exactly, rounded once, and capped. What was
 * charged before is taken off by the caller, so that it makes no difference how often it is
 * charged.
 */
record LateDays(Charge bill, List<ReceivableState.Less> less, LateChargeClause clause) {

    long totalMinor(LocalDate through) {
        LocalDate first = bill.due().plusDays(clause.graceDays() + 1L);
        BigInteger fenDays = product(bill.amountMinor(), days(first, through));
        for (ReceivableState.Less part : less) {
            LocalDate since = part.day().isBefore(first) ? first : part.day();
            fenDays = fenDays.subtract(product(part.amountMinor(), days(since, through)));
        }
        BigInteger fen =
                HalfUp.quotient(
                        fenDays.multiply(BigInteger.valueOf(clause.perDay().numerator())),
                        BigInteger.valueOf(clause.perDay().denominator()));
        return fen.min(BigInteger.valueOf(clause.cap().floorOf(bill.amountMinor())))
                .longValueExact();
    }

    private static long days(LocalDate first, LocalDate through) {
        return Math.max(0, ChronoUnit.DAYS.between(first, through) + 1);
    }

    private static BigInteger product(long amount, long days) {
        return BigInteger.valueOf(amount).multiply(BigInteger.valueOf(days));
    }
}
