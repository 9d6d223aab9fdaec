package io.github.xinyi.trust.tck;

import io.github.xinyi.trust.budget.BudgetStore;

class InMemoryBudgetStoreTest extends BudgetStoreContract {

    @Override
    protected BudgetStore createStore() {
        return new InMemoryBudgetStore();
    }
}
