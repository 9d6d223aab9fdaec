package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.governance.store.StoreException.Reason;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.tck.SampleBook;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Failures that pass, each brought about for real, and what the ports say of them. */
class RetryTest {

    private static final CommunityId OTHER = CommunityId.of("S777");

    /** All servers at once, since each keeps the caller waiting for ten seconds. */
    @Test
    void aLockThatIsNotGivenInTimeIsTyped() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(Server.values().length);
        try {
            List<Future<StoreException>> failures = new ArrayList<>();
            for (Server server : Server.values()) {
                failures.add(threads.submit(() -> waitInVain(server)));
            }
            for (Future<StoreException> failure : failures) {
                assertThat(failure.get().reason())
                        .as(failure.get().toString())
                        .isEqualTo(Reason.LOCK_NOT_GIVEN);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static StoreException waitInVain(Server server) throws SQLException {
        TestDatabase database = server.database();
        BookStore books = database.stores().migrate().books();
        books.write(Samples.COMMUNITY, session -> session);
        try (Connection holder = begin(database)) {
            JdbcStores.joining(holder).books().write(Samples.COMMUNITY, session -> session);

            StoreException failure =
                    catchThrowableOfType(
                            StoreException.class,
                            () -> books.write(Samples.COMMUNITY, session -> session));
            holder.rollback();
            books.write(Samples.COMMUNITY, session -> session);
            return failure;
        } finally {
            database.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneOfTwoThatWaitForEachOtherIsTyped(Server server) throws Exception {
        TestDatabase database = server.database();
        BookStore books = database.stores().migrate().books();
        books.write(Samples.COMMUNITY, session -> session);
        books.write(OTHER, session -> session);
        CyclicBarrier both = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<List<StoreException>> one =
                    threads.submit(() -> lockBoth(database, both, Samples.COMMUNITY, OTHER));
            Future<List<StoreException>> two =
                    threads.submit(() -> lockBoth(database, both, OTHER, Samples.COMMUNITY));
            List<StoreException> failures = new ArrayList<>(one.get());
            failures.addAll(two.get());

            assertThat(failures).isNotEmpty();
            assertThat(failures)
                    .allSatisfy(failure -> assertThat(failure.reason()).isEqualTo(Reason.CONFLICT));
        } finally {
            threads.shutdownNow();
            database.close();
        }
    }

    /** What one of the two is told, if it is the one that has to give way. */
    private static List<StoreException> lockBoth(
            TestDatabase database, CyclicBarrier both, CommunityId first, CommunityId second)
            throws Exception {
        try (Connection host = begin(database)) {
            BookStore books = JdbcStores.joining(host).books();
            books.write(first, session -> session);
            both.await();
            try {
                books.write(second, session -> session);
                return List.of();
            } catch (StoreException failure) {
                return List.of(failure);
            } finally {
                host.rollback();
            }
        }
    }

    /** A host at another isolation meets it; what the database says is classed all the same. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MARIADB")
    void aSerializationFailureIsAConflict(Server server) throws SQLException {
        TestDatabase database = server.database();
        database.stores().migrate();
        new SampleBook(Samples.COMMUNITY, database.stores().books())
                .post(SampleBook.opening("o", 1));
        try (Connection old = database.source().getConnection();
                Statement statement = old.createStatement()) {
            old.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            old.setAutoCommit(false);
            statement.executeQuery("SELECT log_size FROM xy_book").close();
            new SampleBook(Samples.COMMUNITY, database.stores().books())
                    .post(SampleBook.opening("p", 1));

            SQLException failure =
                    catchThrowableOfType(
                            SQLException.class,
                            () -> statement.execute("UPDATE xy_book SET log_size = log_size"));

            assertThat(SqlFailures.failure("host", failure).reason()).isEqualTo(Reason.CONFLICT);
            old.rollback();
            old.setAutoCommit(true);
            old.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        } finally {
            database.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionLostOnTheWayIsTypedAndNothingIsKept(Server server) {
        TestDatabase database = server.database();
        JdbcStores stores = database.stores().migrate();
        Samples.fill(stores);
        var before = Samples.head(stores);
        CutConnections cut = new CutConnections(database);

        StoreException failure =
                catchThrowableOfType(
                        StoreException.class,
                        () ->
                                JdbcStores.on(cut)
                                        .books()
                                        .write(
                                                Samples.COMMUNITY,
                                                session -> {
                                                    cut.cutNow();
                                                    return session.balances();
                                                }));

        assertThat(failure.reason()).as(failure.toString()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(Samples.head(database.stores())).isEqualTo(before);
        SampleBook sample = new SampleBook(Samples.COMMUNITY, stores.books());
        assertThat(sample.post(SampleBook.opening("after", 1)).isAccepted()).isTrue();
        database.close();
    }

    /** Nobody knows whether it was kept: the same call again keeps it once, either way. */
    @ParameterizedTest
    @EnumSource
    void aConnectionLostAtTheCommitIsResolvedByTheSameId(Server server) {
        for (boolean kept : List.of(true, false)) {
            TestDatabase database = server.database();
            JdbcStores stores = database.stores().migrate();
            stores.books().write(Samples.COMMUNITY, session -> session);
            CutConnections cut = new CutConnections(database);
            cut.atCommit(kept);
            SampleBook losing = new SampleBook(Samples.COMMUNITY, JdbcStores.on(cut).books());

            StoreException failure =
                    catchThrowableOfType(
                            StoreException.class, () -> losing.post(SampleBook.opening("o", 7)));

            assertThat(failure.reason()).as(failure.toString()).isEqualTo(Reason.OUTCOME_UNKNOWN);
            assertThat(failure.isRetryable()).isTrue();
            assertThat(Samples.head(database.stores()).size()).isEqualTo(kept ? 1 : 0);
            SampleBook again = new SampleBook(Samples.COMMUNITY, database.stores().books());
            assertThat(again.post(SampleBook.opening("o", 7)).isAccepted()).isTrue();
            assertThat(Samples.head(database.stores()).size()).isEqualTo(1);
            assertThat(database.stores().verify(Samples.COMMUNITY)).isEmpty();
            database.close();
        }
    }

    /** As a cluster answers the later of two commits of the same row; none is at hand here. */
    @Test
    void aCertificationFailureAtTheCommitIsAConflict() {
        SQLException refused = new SQLException("Deadlock found at commit", "40001", 1213);

        assertThat(SqlFailures.atCommit("BookStore.write", refused).reason())
                .isEqualTo(Reason.CONFLICT);
        assertThat(SqlFailures.atCommit("x", new SQLException("?", "40003")).reason())
                .isEqualTo(Reason.OUTCOME_UNKNOWN);
        assertThat(SqlFailures.atCommit("x", new SQLException("deferred", "23503")).reason())
                .isEqualTo(Reason.OTHER);
    }

    private static Connection begin(TestDatabase database) throws SQLException {
        Connection host = database.source().getConnection();
        host.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        host.setAutoCommit(false);
        return host;
    }
}
