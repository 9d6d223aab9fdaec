package io.github.xinyi.trust.remuneration;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.money.Money;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;

/**
 * What the firm's remuneration stands on: ratios and bases by their periods, deductions, losses.
 *
 * @param periods at least one, each later than the one before
 * @param budgets the budgets of the years whose base is the budget; empty for any other base
 * @param deductions what the contract takes off or gives back
 * @param losses what blocks draws
 * @since 0.1.0
 */
public record RemunerationTerms(
        List<RemunerationPeriod> periods,
        List<AdoptedBudget> budgets,
        List<Deduction> deductions,
        List<Loss> losses) {

    /** Copies the lists; refuses periods without an order and a deduction that comes twice. */
    public RemunerationTerms {
        periods = List.copyOf(periods);
        budgets = List.copyOf(budgets);
        deductions = List.copyOf(deductions);
        losses = List.copyOf(losses);
        for (int i = 1; i < periods.size(); i++) {
            if (!periods.get(i).fromInclusive().isAfter(periods.get(i - 1).fromInclusive())) {
                throw new IllegalArgumentException("periods overlap: " + periods);
            }
        }
        if (periods.isEmpty()
                || deductions.stream().map(Deduction::id).distinct().count() < deductions.size()) {
            throw new IllegalArgumentException("no periods, or a deduction twice");
        }
    }

    /**
     * One ratio and one base for the whole contract, without deduction or loss.
     *
     * @param contract the contract's terms
     * @return the terms of remuneration
     */
    public static RemunerationTerms of(ContractTerms contract) {
        return new RemunerationTerms(
                List.of(
                        new RemunerationPeriod(
                                contract.startInclusive(), contract.ratio(), contract.base())),
                List.of(),
                List.of(),
                List.of());
    }

    /** The last day of a period, as far as the day asked about. */
    LocalDate end(int period, LocalDate day) {
        LocalDate end =
                period + 1 < periods.size()
                        ? periods.get(period + 1).fromInclusive().minusDays(1)
                        : day;
        return end.isBefore(day) ? end : day;
    }

    Money deducted(LocalDate day) {
        return deductions.stream()
                .filter(deduction -> !deduction.day().isAfter(day))
                .map(Deduction::amount)
                .reduce(Money.ofFen(0), Money::plus);
    }

    boolean isLossOpenOn(LocalDate day) {
        return losses.stream().anyMatch(loss -> loss.isOpenOn(day));
    }

    /** The whole part of a sum of ratio × base, exact until the end. */
    static long floorOfSum(List<Ratio> ratios, List<Long> bases) {
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (int i = 0; i < ratios.size(); i++) {
            BigInteger d = BigInteger.valueOf(ratios.get(i).denominator());
            BigInteger product =
                    BigInteger.valueOf(ratios.get(i).numerator())
                            .multiply(BigInteger.valueOf(bases.get(i)));
            numerator = numerator.multiply(d).add(product.multiply(denominator));
            denominator = denominator.multiply(d);
        }
        return numerator.signum() <= 0 ? 0 : numerator.divide(denominator).longValueExact();
    }
}
