package io.github.xinyi.jdbc;

import io.github.xinyi.trust.budget.BudgetStore;
import io.github.xinyi.trust.tck.BudgetStoreContract;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class JdbcBudgetStoreTest extends BudgetStoreContract {

    @TempDir Path directory;
    private @Nullable TestDatabase database;

    @Override
    protected BudgetStore createStore() {
        database = TestDatabase.inFile(directory);
        return database.stores().migrate().budgets();
    }

    @Override
    protected BudgetStore reopen(BudgetStore store) {
        Objects.requireNonNull(database).reopen();
        return database.stores().budgets();
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(database).close();
    }
}
