package io.github.xinyi.example.manyservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.tck.SampleBook;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes of a cluster know nothing of each other's locks: whoever commits first is right. */
@NeedsGalera
class GaleraConflictTest {

    private static final CommunityId COMMUNITY = CommunityId.of("安和苑");

    private final GaleraCluster.Database database = GaleraCluster.shared().take();
    private SQLException atCommit = new SQLException("no commit has failed");

    @AfterEach
    void giveBack() {
        database.close();
    }

    @Test
    void aCommitThatAnotherNodeForestalledIsAConflictAndKeepsNothing() throws SQLException {
        SampleBook here = new SampleBook(COMMUNITY, database.storesAt(0).books());
        SampleBook there = new SampleBook(COMMUNITY, database.storesAt(1).books());
        here.post(SampleBook.opening("o", 1));
        JdbcStores late =
                JdbcStores.on(
                        beforeFirstCommit(
                                database.poolAt(0),
                                () -> there.post(SampleBook.opening("theirs", 1))));
        SampleBook mine = new SampleBook(COMMUNITY, late.books());

        StoreException failure =
                catchThrowableOfType(
                        StoreException.class, () -> mine.post(SampleBook.opening("mine", 1)));

        assertThat(atCommit.getSQLState()).as("%s", atCommit).isEqualTo("40001");
        assertThat(failure.reason()).isEqualTo(StoreException.Reason.CONFLICT);
        assertThat(failure.isRetryable()).isTrue();
        assertThat(here.book().find(EntryId.of("mine"))).isEmpty();
        assertThat(mine.post(SampleBook.opening("mine", 1)).isAccepted()).isTrue();
        for (int node = 0; node < 3; node++) {
            assertThat(size(database.storesAt(node))).isEqualTo(3);
            assertThat(database.storesAt(node).verify(COMMUNITY)).isEmpty();
        }
    }

    private static long size(JdbcStores stores) {
        return stores.books().read(COMMUNITY, reader -> reader.frontier().size());
    }

    @Test
    void whatThreeNodesWriteToOneBookAtOnceIsThereOnce() throws InterruptedException {
        List<BookStore> stores =
                List.of(
                        database.storesAt(0).books(),
                        database.storesAt(1).books(),
                        database.storesAt(2).books());
        Load load = new Load(COMMUNITY, stores);
        load.awaitMore(30);
        load.end();

        load.assertKeptBy(database.storesAt(0));
        load.assertKeptBy(database.storesAt(2));
    }

    /** Does something when everything but the first commit is done. */
    private DataSource beforeFirstCommit(DataSource source, Runnable deed) {
        boolean[] done = {false};
        return proxy(
                DataSource.class,
                source,
                (name, connection) ->
                        name.equals("getConnection")
                                ? proxy(
                                        Connection.class,
                                        (Connection) connection.get(),
                                        (method, call) -> {
                                            if (!method.equals("commit") || done[0]) {
                                                return call.get();
                                            }
                                            done[0] = true;
                                            deed.run();
                                            try {
                                                return call.get();
                                            } catch (SQLException e) {
                                                atCommit = e;
                                                throw e;
                                            }
                                        })
                                : connection.get());
    }

    /** A call that is not made yet. */
    private interface Call {
        Object get() throws Throwable;
    }

    /** What becomes of a call of a method. */
    private interface Around {
        Object around(String method, Call call) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T target, Around around) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader() == null
                                ? GaleraConflictTest.class.getClassLoader()
                                : type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) ->
                                around.around(
                                        method.getName(),
                                        () -> {
                                            try {
                                                return method.invoke(target, arguments);
                                            } catch (InvocationTargetException e) {
                                                throw e.getCause();
                                            }
                                        })));
    }
}
