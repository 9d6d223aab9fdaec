package io.github.xinyi.example.manyservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.tck.SampleBook;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One PostgreSQL server is stopped: its communities wait, all others do not notice. */
class ServerAwayTest {

    private static final CommunityId HERE = Communities.of("s0", 0);
    private static final CommunityId THERE = Communities.of("s1", 0);

    @TempDir Path directory;

    @Test
    void theCommunitiesOfOtherServersAreServedAndNothingIsLostWhenItComesBack()
            throws IOException, SQLException {
        PostgresqlServers.Databases databases = PostgresqlServers.takeNew();
        EmbeddedPostgres away = start(0);
        try (away) {
            Map<String, DataSource> pools = new TreeMap<>(databases.pools());
            pools.put("s1", PostgresqlServers.pool(away, "postgres", 4));
            JdbcStores.on(pools.get("s1")).migrate();
            DataSource router = PostgresqlServers.router(pools, directory.resolve("placement"));
            JdbcStores stores = JdbcStores.on(router).withSeparateStatements();
            post(stores, HERE, "h0");
            post(stores, THERE, "t0");

            away.close();
            for (int number = 1; number <= 20; number++) {
                post(stores, HERE, "h" + number);
            }
            StoreException failure =
                    catchThrowableOfType(StoreException.class, () -> post(stores, THERE, "t1"));
            assertThat(failure.reason()).isEqualTo(StoreException.Reason.UNAVAILABLE);
            assertThat(failure.isRetryable()).isTrue();

            try (EmbeddedPostgres back = start(away.getPort())) {
                assertThat(back.getPort()).isEqualTo(away.getPort());
                post(stores, THERE, "t1");
                assertThat(stores.verify(THERE)).isEmpty();
                assertThat(stores.verify(HERE)).isEmpty();
                assertThat(new SampleBook(THERE, stores.books()).book().find(EntryId.of("t0")))
                        .isPresent();
            }
        } finally {
            databases.dispose();
        }
    }

    private EmbeddedPostgres start(int port) throws IOException {
        var server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(directory.resolve("data"))
                        .setCleanDataDirectory(false)
                        .setPGStartupWait(Duration.ofMinutes(5));
        return (port == 0 ? server : server.setPort(port)).start();
    }

    private static void post(JdbcStores stores, CommunityId community, String id) {
        assertThat(
                        new SampleBook(community, stores.books())
                                .post(SampleBook.opening(id, 1))
                                .isAccepted())
                .isTrue();
    }

    @Test
    void aLockIsWaitedForAsLongAsTheServerSays() throws SQLException {
        PostgresqlServers.Databases databases = PostgresqlServers.take();
        post(databases.stores(), HERE, "h");
        try (Connection holding = databases.pool("s0").getConnection()) {
            holding.setAutoCommit(false);
            try (Statement lock = holding.createStatement()) {
                lock.execute("SELECT log_size FROM xy_book FOR UPDATE");
            }

            StoreException failure =
                    catchThrowableOfType(
                            StoreException.class, () -> post(databases.stores(), HERE, "late"));

            assertThat(failure.reason()).isEqualTo(StoreException.Reason.LOCK_NOT_GIVEN);
            post(databases.stores(), THERE, "t");
            holding.rollback();
        }
        databases.close();
    }
}
