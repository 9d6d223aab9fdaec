package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.DisbursementStore;
import io.github.xinyi.trust.tck.DisbursementStoreContract;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcDisbursementStoreTest extends DisbursementStoreContract {

    @TempDir Path directory;
    private @Nullable TestDatabase database;

    @Override
    protected DisbursementStore createStore() {
        database = TestDatabase.inFile(directory);
        return database.stores().migrate().disbursements();
    }

    @Override
    protected DisbursementStore reopen(DisbursementStore store) {
        Objects.requireNonNull(database).reopen();
        return database.stores().disbursements();
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(database).close();
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
