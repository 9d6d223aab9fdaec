package io.github.xinyi.trust.budget;

import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;

/**
 * What a year comes to and what becomes of it by the policy (年末结转).
 *
 * <p>Example: income 100,000.00, spent 103,000.00 of which 2,000.00 by an emergency that lapsed:
 * the trustee owes 2,000.00 and 1,000.00 are carried forward as a deficit. Source: Trust Law art.
 * 37; rulebook readings I25 and I26: a rest is the owners', and so is a lack that was authorised.
 *
 * @param result income less everything spent
 * @param trusteeOwes what was paid without authority, at least zero
 * @param surplus what becomes of a rest
 * @param deficit what becomes of a lack
 * @since 0.1.0
 */
public record YearEnd(
        Money result,
        Money trusteeOwes,
        BudgetPolicy.SurplusPolicy surplus,
        BudgetPolicy.DeficitPolicy deficit) {

    /**
     * The end of a year.
     *
     * @param year the budget in execution
     * @param book the book as it stands
     * @param income what the budget's funds received in the year, remuneration taken off
     * @param at the moment
     * @return the end
     */
    public static YearEnd of(BudgetYear year, BookReader book, Money income, Instant at) {
        Money spent =
                year.budget().content().lines().stream()
                        .map(line -> year.budget().spent(book, line))
                        .reduce(Money.ofFen(0), Money::plus);
        return new YearEnd(
                income.minus(spent),
                year.trusteesShare(book, at),
                year.policy().surplus(),
                year.policy().deficit());
    }

    /**
     * What the year comes to for the owners, once the trustee has paid what it owes.
     *
     * @return a rest above zero, an authorised lack below
     */
    public Money owners() {
        return result.plus(trusteeOwes);
    }

    /**
     * What the next year begins with.
     *
     * @return the rest or the lack where the policy carries it forward, else zero
     */
    public Money carriedForward() {
        boolean carried =
                owners().isNegative()
                        ? deficit == BudgetPolicy.DeficitPolicy.CARRY_FORWARD
                        : surplus == BudgetPolicy.SurplusPolicy.CARRY_FORWARD;
        return carried ? owners() : Money.zero(result.currency());
    }
}
