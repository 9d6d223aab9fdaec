package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.DisbursementStore;
import io.github.xinyi.trust.tck.DisbursementStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class JdbcDisbursementStoreTest extends DisbursementStoreContract {

    private final TestDatabase database;

    JdbcDisbursementStoreTest(Server server) {
        this.database = server.database();
    }

    @Override
    protected DisbursementStore createStore() {
        return database.stores().migrate().disbursements();
    }

    @Override
    protected DisbursementStore reopen(DisbursementStore store) {
        database.reopen();
        return database.stores().disbursements();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void refusesToTakeAKeyBack() {
        DisbursementStore store = createStore();
        Disbursement requested = Samples.disbursement("E1", Samples.NOW);
        Disbursement approved = Samples.approved(requested);
        store.insert(requested);
        store.advance(requested, approved);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.advance(approved, requested))
                .withMessageContaining("E1");
        assertThat(store.find(Samples.COMMUNITY, "E1")).contains(approved);
    }
}
