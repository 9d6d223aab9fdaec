package io.github.xinyi.jdbc;

import io.github.xinyi.governance.community.RosterStore;
import io.github.xinyi.governance.tck.RosterStoreContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class JdbcRosterStoreTest extends RosterStoreContract {

    private final Server server;
    private final List<TestDatabase> databases = new ArrayList<>();

    JdbcRosterStoreTest(Server server) {
        this.server = server;
    }

    @Override
    protected RosterStore newStore() {
        TestDatabase database = server.database();
        databases.add(database);
        return database.stores().migrate().rosters();
    }

    @AfterEach
    void close() {
        databases.forEach(TestDatabase::close);
    }
}
