package io.github.xinyi.jdbc;

import io.github.xinyi.governance.ballot.BoxLimits;
import io.github.xinyi.governance.tck.MeetingStoreContract;
import io.github.xinyi.governance.voting.MeetingStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class JdbcMeetingStoreTest extends MeetingStoreContract {

    private final List<TestDatabase> databases = new ArrayList<>();

    @Override
    protected MeetingStore newStore(BoxLimits limits) {
        TestDatabase database = TestDatabase.inMemory();
        databases.add(database);
        return database.stores().migrate().meetings(limits);
    }

    @AfterEach
    void close() {
        databases.forEach(TestDatabase::close);
    }
}
