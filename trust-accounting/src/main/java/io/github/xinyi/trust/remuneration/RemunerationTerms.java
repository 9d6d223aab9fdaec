package io.github.xinyi.trust.remuneration;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetYear;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.trusteeship.RemunerationClauses.Rounding;
import io.github.xinyi.trust.trusteeship.RemunerationCourse;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the firm's remuneration stands on at a moment, as the courses of contract, budgets and
 * remuneration tell.
 */
record RemunerationTerms(
        ContractLife life, RemunerationCourse course, List<AdoptedBudget> budgets) {

    static RemunerationTerms of(Trusteeship trusteeship) {
        return new RemunerationTerms(
                trusteeship.life(),
                trusteeship.remuneration(),
                trusteeship.years().stream().map(BudgetYear::budget).toList());
    }

    /** The periods as far as a day, and as far as the firm has served. */
    List<RemunerationPeriod> periods(LocalDate day) {
        LocalDate end = life.lastServed().filter(day::isAfter).orElse(day);
        List<ContractLife.RatioPeriod> agreed = life.ratioPeriods();
        List<RemunerationPeriod> periods = new ArrayList<>();
        for (int i = 0; i < agreed.size(); i++) {
            LocalDate to = i + 1 < agreed.size() ? agreed.get(i + 1).from().minusDays(1) : end;
            periods.add(
                    new RemunerationPeriod(
                            agreed.get(i).from(),
                            to.isBefore(end) ? to : end,
                            agreed.get(i).terms().ratio(),
                            agreed.get(i).terms().base()));
        }
        return periods;
    }

    Money base(BookReader book, LocalDate day) {
        return bases(BaseMeasure.of(book, budgets, life, day), periods(day)).stream()
                .reduce(Money.ofFen(0), Money::plus)
                .atLeastZero();
    }

    private static List<Money> bases(BaseMeasure measure, List<RemunerationPeriod> periods) {
        return periods.stream()
                .map(period -> period.isEmpty() ? Money.ofFen(0) : measure.of(period))
                .toList();
    }

    /** What has been earned until a day: rounded as agreed, and never above the whole (F4). */
    Money earned(BookReader book, LocalDate day) {
        BaseMeasure measure = BaseMeasure.of(book, budgets, life, day);
        List<RemunerationPeriod> periods = periods(day);
        long whole =
                floorOfSum(
                        periods.stream().map(RemunerationPeriod::ratio).toList(),
                        bases(measure, periods));
        Rounding rounding = course.clauses().rounding();
        long agreed =
                switch (rounding) {
                    case CUMULATIVE_FLOOR -> whole;
                    case PERIOD_FLOOR, PERIOD_HALF_UP, PERIOD_HALF_EVEN ->
                            byMonth(measure, periods, rounding.mode());
                    case PER_TRANSACTION_HALF_UP -> byMovement(measure, periods, rounding.mode());
                };
        return Money.ofFen(Math.min(whole, agreed)).minus(course.deducted(day)).atLeastZero();
    }

    private static long byMonth(
            BaseMeasure measure, List<RemunerationPeriod> periods, RoundingMode mode) {
        long sum = 0;
        for (RemunerationPeriod period : periods) {
            for (RemunerationPeriod month : period.months()) {
                sum = Math.addExact(sum, rounded(month.ratio(), measure.of(month), mode));
            }
        }
        return sum;
    }

    private static long byMovement(
            BaseMeasure measure, List<RemunerationPeriod> periods, RoundingMode mode) {
        long sum = 0;
        for (RemunerationPeriod period : periods) {
            for (Money moved : period.isEmpty() ? List.<Money>of() : measure.movements(period)) {
                sum = Math.addExact(sum, rounded(period.ratio(), moved, mode));
            }
        }
        return sum;
    }

    /** A part and the same part taken back round alike, but for the sign. */
    private static long rounded(Ratio ratio, Money base, RoundingMode mode) {
        return BigDecimal.valueOf(base.minor())
                .multiply(BigDecimal.valueOf(ratio.numerator()))
                .divide(BigDecimal.valueOf(ratio.denominator()), 0, mode)
                .longValueExact();
    }

    /** The whole part of a sum of ratio × base, exact until the end; never below zero. */
    private static long floorOfSum(List<Ratio> ratios, List<Money> bases) {
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (int i = 0; i < ratios.size(); i++) {
            BigInteger d = BigInteger.valueOf(ratios.get(i).denominator());
            BigInteger product =
                    BigInteger.valueOf(ratios.get(i).numerator())
                            .multiply(BigInteger.valueOf(bases.get(i).minor()));
            numerator = numerator.multiply(d).add(product.multiply(denominator));
            denominator = denominator.multiply(d);
        }
        return numerator.signum() <= 0 ? 0 : numerator.divide(denominator).longValueExact();
    }
}
