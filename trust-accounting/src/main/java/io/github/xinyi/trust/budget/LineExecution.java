package io.github.xinyi.trust.budget;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.money.Money;
import java.util.Optional;

/**
 * How a line was executed at a moment (预算执行), for example of 10,000.00 adopted 7,500.00 spent and
 * 500.00 promised: rate 3/4, variance 2,500.00, left 2,000.00.
 *
 * @param line the line as adopted
 * @param limit what it may come to, transfers and grants counted
 * @param committed what is promised of it
 * @param spent what the book shows
 * @since 0.1.0
 */
public record LineExecution(BudgetLine line, Money limit, Money committed, Money spent) {

    /**
     * What was not spent of what the line may come to.
     *
     * @return below zero where more was spent
     */
    public Money variance() {
        return limit.minus(spent);
    }

    /**
     * What is neither spent nor promised.
     *
     * @return below zero where more is
     */
    public Money left() {
        return variance().minus(committed);
    }

    /**
     * The share of what the line may come to that was spent (执行率), exact.
     *
     * @return empty for a line of nothing
     */
    public Optional<Ratio> rate() {
        return limit.isPositive()
                ? Optional.of(Ratio.of(spent.minor(), limit.minor()))
                : Optional.empty();
    }
}
