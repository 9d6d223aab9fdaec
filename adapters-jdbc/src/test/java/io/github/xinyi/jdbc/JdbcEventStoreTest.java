package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.Page;
import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.governance.tck.EventStoreContract;
import io.github.xinyi.governance.tck.TrialEvent;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class JdbcEventStoreTest extends EventStoreContract {

    private final Server server;
    private final List<TestDatabase> databases = new ArrayList<>();

    JdbcEventStoreTest(Server server) {
        this.server = server;
    }

    @Override
    protected EventStore newStore(EventCodec codec) {
        return newDatabase().stores().migrate().events(codec);
    }

    private TestDatabase newDatabase() {
        TestDatabase database = server.database();
        databases.add(database);
        return database;
    }

    @Test
    void failsWhereTheCodecCannotReadWhatIsKept() {
        JdbcStores stores = newDatabase().stores().migrate();
        stores.events(TrialEvent.CODEC).append(Samples.said());
        EventStore other = stores.events(EventCodec.of(TrialEvent.Counted.class));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> other.feed(Samples.COMMUNITY, Page.after(0)))
                .withMessageContaining("TYPE_KNOWN");
    }

    @Test
    void keepsNothingOfATransactionThatTheHostRollsBack() throws Exception {
        TestDatabase database = newDatabase();
        database.stores().migrate();
        try (var connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            JdbcStores.joining(connection).events(TrialEvent.CODEC).append(Samples.said());
            connection.rollback();
        }

        EventStore store = database.stores().events(TrialEvent.CODEC);
        assertThat(store.feed(Samples.COMMUNITY, Page.after(0))).isEmpty();
    }

    @AfterEach
    void close() {
        databases.forEach(TestDatabase::close);
    }
}
