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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * One book written at once by two writers, as in two processes, by transactions of hosts, kept and
 * undone, and by the plain store.
 */
class InterleavedWritesTest {

    private static final int CALLS = 30;

    private final TestDatabase database = TestDatabase.inMemory();
    private final JdbcStores stores = database.stores().migrate();
    private final BookWriter one = stores.bookWriter();
    private final BookWriter other = database.stores().bookWriter();
    private final ConcurrentMap<EntryId, Acknowledgement> acknowledged = new ConcurrentHashMap<>();

    @AfterEach
    void close() {
        one.close();
        other.close();
        database.close();
    }

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

    private Way byHost(boolean commits) {
        return id -> {
            try (Connection host = database.source().getConnection()) {
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

    @Test
    void everyWayKeepsOneBookWithoutGapOrLoss() throws Exception {
        List<Way> ways =
                List.of(
                        by(one), by(one), by(one), by(other), by(other), by(stores.books()),
                        byHost(true), byHost(false));
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
                            new SampleBook(Samples.COMMUNITY, one)
                                    .book()
                                    .find(each.getKey())
                                    .map(Acknowledgement::entry))
                    .contains(each.getValue().entry());
        }
    }
}
