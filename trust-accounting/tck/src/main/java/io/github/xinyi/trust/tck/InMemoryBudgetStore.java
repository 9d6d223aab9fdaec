package io.github.xinyi.trust.tck;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.budget.BudgetStore;
import io.github.xinyi.trust.budget.DraftBudget;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Budgets in memory, gone with the process. Thread-safe.
 *
 * @since 0.1.0
 */
public final class InMemoryBudgetStore implements BudgetStore {

    private record Key(CommunityId community, int year) {}

    private final ConcurrentMap<Key, DraftBudget> kept = new ConcurrentHashMap<>();

    /** A store without budgets. */
    public InMemoryBudgetStore() {}

    @Override
    public void save(DraftBudget budget) {
        DraftBudget there = kept.putIfAbsent(new Key(budget.community(), budget.year()), budget);
        if (there != null && !there.equals(budget)) {
            throw new IllegalStateException(
                    budget.community() + " has another budget of " + budget.year());
        }
    }

    @Override
    public Optional<DraftBudget> find(CommunityId community, int year) {
        return Optional.ofNullable(kept.get(new Key(community, year)));
    }
}
