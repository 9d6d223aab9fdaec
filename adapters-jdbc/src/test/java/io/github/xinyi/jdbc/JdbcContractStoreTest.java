package io.github.xinyi.jdbc;

import io.github.xinyi.trust.contract.ContractStore;
import io.github.xinyi.trust.tck.ContractStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class JdbcContractStoreTest extends ContractStoreContract {

    private final TestDatabase database;

    JdbcContractStoreTest(Server server) {
        this.database = server.database();
    }

    @Override
    protected ContractStore createStore() {
        return database.stores().migrate().contracts();
    }

    @Override
    protected ContractStore reopen(ContractStore store) {
        database.reopen();
        return database.stores().contracts();
    }

    @AfterEach
    void close() {
        database.close();
    }
}
