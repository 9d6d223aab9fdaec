package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.tck.SampleBook;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One book written at once by two writers, as in two processes, by transactions of hosts, kept and
 * undone, and by the plain store.
 */
class InterleavedWritesTest {

    private static final int CALLS = 30;

    private final ConcurrentMap<EntryId, Acknowledgement> acknowledged = new ConcurrentHashMap<>();

    /** One more entry by some way. */
    private interface Way {
        void post(String id) throws SQLException;
    }

    private Acknowledgement post(BookStore store, String id) {
        return new SampleBook(Samples.COMMUNITY, store)
                .post(SampleBook.opening(id, 1))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private Way by(BookStore store) {
        return id -> {
            Acknowledgement acknowledgement = post(store, id);
            acknowledged.put(acknowledgement.entry().id(), acknowledgement);
        };
    }

    private Way byHost(TestDatabase database, boolean commits) {
        return id -> {
            try (Connection host = database.source().getConnection()) {
                host.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                host.setAutoCommit(false);
                Acknowledgement acknowledgement = post(JdbcStores.joining(host).books(), id);
                if (commits) {
                    host.commit();
                    acknowledged.put(acknowledgement.entry().id(), acknowledgement);
                } else {
                    host.rollback();
                }
            }
        };
    }

    private void untilDone(Way way, String id) throws SQLException {
        for (int tries = 0; ; tries++) {
            try {
                way.post(id);
                return;
            } catch (StoreException e) {
                if (tries == 50 || !JdbcStores.isRetryable(e)) {
                    throw e;
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Server.class)
    void everyWayKeepsOneBookWithoutGapOrLoss(Server server) throws Exception {
        TestDatabase database = server.database();
        JdbcStores stores = database.stores().migrate();
        try (BookWriter one = stores.bookWriter();
                BookWriter other = database.stores().bookWriter()) {
            keepsOneBook(
                    stores,
                    List.of(
                            by(one),
                            by(one),
                            by(one),
                            by(other),
                            by(other),
                            by(stores.books()),
                            byHost(database, true),
                            byHost(database, false)));
        } finally {
            database.close();
        }
    }

    private void keepsOneBook(JdbcStores stores, List<Way> ways) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(ways.size());
        List<Future<?>> all = new ArrayList<>();
        for (int thread = 0; thread < ways.size(); thread++) {
            Way way = ways.get(thread);
            String name = "t" + thread + "-";
            all.add(
                    threads.submit(
                            () -> {
                                for (int call = 0; call < CALLS; call++) {
                                    untilDone(way, name + call);
                                }
                                return name;
                            }));
        }
        for (Future<?> each : all) {
            each.get(120, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(acknowledged).hasSize((ways.size() - 1) * CALLS);
        assertThat(Samples.head(stores).size()).isEqualTo(acknowledged.size());
        assertThat(stores.verify(Samples.COMMUNITY)).isEmpty();
        for (Map.Entry<EntryId, Acknowledgement> each : acknowledged.entrySet()) {
            assertThat(
                            new SampleBook(Samples.COMMUNITY, stores.books())
                                    .book()
                                    .find(each.getKey())
                                    .map(Acknowledgement::entry))
                    .contains(each.getValue().entry());
        }
    }
}
