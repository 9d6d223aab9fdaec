package io.github.xinyi.rest.desk;

import io.github.xinyi.trust.budget.BudgetStore;
import io.github.xinyi.trust.trusteeship.Decisions;
import io.github.xinyi.trust.trusteeship.Trusteeship;

/**
 * What budgets of a community are drafted, adopted and executed with.
 *
 * @param drafts where budgets are kept as drafted, one for each year
 * @param trust whose money is spent by them; a host that starts again opens the years of before
 *     with {@link Trusteeship#openYear}
 * @param decisions shows what the owners decided, counted here or held elsewhere
 * @since 0.1.0
 */
public record BudgetOffice(BudgetStore drafts, Trusteeship trust, Decisions decisions) {}
