package io.github.xinyi.trust.budget;

import io.github.xinyi.governance.identity.CommunityId;
import java.util.Optional;

/**
 * Keeps budgets as drafted: you implement this.
 *
 * <p>A store keeps drafts: an adopted budget is made anew by the owners' resolution, which is
 * counted again from the stored ballots.
 *
 * @since 0.1.0
 */
public interface BudgetStore {

    /**
     * Keeps a budget once.
     *
     * @param budget the budget; again the same changes nothing
     * @throws IllegalStateException if another budget of that community and year is kept
     */
    void save(DraftBudget budget);

    /**
     * The budget of a year.
     *
     * @param community whose
     * @param year for example 2025
     * @return empty if there is none
     */
    Optional<DraftBudget> find(CommunityId community, int year);
}
