package io.github.xinyi.jdbc;

import io.github.xinyi.trust.budget.BudgetStore;
import io.github.xinyi.trust.tck.BudgetStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class JdbcBudgetStoreTest extends BudgetStoreContract {

    private final TestDatabase database;

    JdbcBudgetStoreTest(Server server) {
        this.database = server.database();
    }

    @Override
    protected BudgetStore createStore() {
        return database.stores().migrate().budgets();
    }

    @Override
    protected BudgetStore reopen(BudgetStore store) {
        database.reopen();
        return database.stores().budgets();
    }

    @AfterEach
    void close() {
        database.close();
    }
}
