package io.github.xinyi.jdbc;

import io.github.xinyi.governance.ballot.BoxLimits;
import io.github.xinyi.governance.tck.MeetingStoreContract;
import io.github.xinyi.governance.voting.MeetingStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class JdbcMeetingStoreTest extends MeetingStoreContract {

    private final Server server;
    private final List<TestDatabase> databases = new ArrayList<>();

    JdbcMeetingStoreTest(Server server) {
        this.server = server;
    }

    @Override
    protected MeetingStore newStore(BoxLimits limits) {
        TestDatabase database = server.database();
        databases.add(database);
        return database.stores().migrate().meetings(limits);
    }

    @AfterEach
    void close() {
        databases.forEach(TestDatabase::close);
    }
}
