package io.github.xinyi.jdbc;

import io.github.xinyi.trust.contract.ContractStore;
import io.github.xinyi.trust.tck.ContractStoreContract;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class JdbcContractStoreTest extends ContractStoreContract {

    @TempDir Path directory;
    private @Nullable TestDatabase database;

    @Override
    protected ContractStore createStore() {
        database = TestDatabase.inFile(directory);
        return database.stores().migrate().contracts();
    }

    @Override
    protected ContractStore reopen(ContractStore store) {
        Objects.requireNonNull(database).reopen();
        return database.stores().contracts();
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(database).close();
    }
}
