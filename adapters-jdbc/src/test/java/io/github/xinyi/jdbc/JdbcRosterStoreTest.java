package io.github.xinyi.jdbc;

import io.github.xinyi.governance.community.RosterStore;
import io.github.xinyi.governance.tck.RosterStoreContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class JdbcRosterStoreTest extends RosterStoreContract {

    private final List<TestDatabase> databases = new ArrayList<>();

    @Override
    protected RosterStore newStore() {
        TestDatabase database = TestDatabase.inMemory();
        databases.add(database);
        return database.stores().migrate().rosters();
    }

    @AfterEach
    void close() {
        databases.forEach(TestDatabase::close);
    }
}
