package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.trust.tck.SampleBook;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JoiningTest {

    private final TestDatabase database = TestDatabase.inMemory();

    @BeforeEach
    void migrate() throws SQLException {
        database.stores().migrate();
        database.execute("CREATE TABLE host_bill (id INTEGER PRIMARY KEY)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theHostsRollbackLeavesNothing() throws SQLException {
        try (Connection host = begin()) {
            Samples.fill(JdbcStores.joining(host));
            Samples.keepOneOfEach(JdbcStores.joining(host));
            insert(host, 1);

            host.rollback();
        }

        for (String table : new Schema(Schema.DEFAULT_PREFIX).tables()) {
            assertThat(rows(table)).as(table).isEqualTo("0");
        }
        assertThat(rows("host_bill")).isEqualTo("0");
    }

    @Test
    void theHostsCommitKeepsAll() throws SQLException {
        try (Connection host = begin()) {
            insert(host, 1);
            Samples.fill(JdbcStores.joining(host));
            assertThat(Samples.head(database.stores()).size()).as("not ours to commit").isZero();

            assertThat(host.isClosed()).isFalse();
            host.commit();
        }

        assertThat(Samples.head(database.stores()).size()).isEqualTo(Samples.RECORDS);
        assertThat(rows("host_bill")).isEqualTo("1");
        assertThat(database.stores().verify(Samples.COMMUNITY)).isEmpty();
    }

    @Test
    void aFailedCallUndoesItsOwnWorkAndNotTheHosts() throws SQLException {
        try (Connection host = begin()) {
            insert(host, 1);
            JdbcStores stores = JdbcStores.joining(host);
            SampleBook sample = new SampleBook(Samples.COMMUNITY, stores.books());
            sample.post(SampleBook.opening("kept", 1));

            assertThatThrownBy(
                            () ->
                                    stores.books()
                                            .write(
                                                    Samples.COMMUNITY,
                                                    session -> {
                                                        throw new ArithmeticException("host");
                                                    }))
                    .isInstanceOf(ArithmeticException.class);
            sample.book()
                    .postAll(
                            List.of(SampleBook.opening("undone", 1), SampleBook.opening("bad", -1)),
                            SampleBook.MOMENT);
            host.commit();
        }

        assertThat(rows("host_bill")).isEqualTo("1");
        assertThat(Samples.head(database.stores()).size()).isEqualTo(1);
        assertThat(database.stores().verify(Samples.COMMUNITY)).isEmpty();
    }

    @Test
    void aReaderSeesNothingOfAnOpenTransaction() throws SQLException {
        Samples.fill(database.stores());
        try (Connection host = begin()) {
            JdbcStores joined = JdbcStores.joining(host);
            var before = Samples.head(joined);
            new SampleBook(Samples.COMMUNITY, joined.books()).post(SampleBook.opening("mine", 1));

            assertThat(Samples.head(database.stores())).isEqualTo(before);
            assertThat(Samples.head(joined).size()).isEqualTo(before.size() + 1);
            host.rollback();
        }
    }

    @Test
    void worksAtEveryIsolationAboveReadUncommitted() throws SQLException {
        int[] levels = {
            Connection.TRANSACTION_READ_COMMITTED,
            Connection.TRANSACTION_REPEATABLE_READ,
            Connection.TRANSACTION_SERIALIZABLE
        };
        for (int level : levels) {
            try (Connection host = begin()) {
                host.setTransactionIsolation(level);
                new SampleBook(Samples.COMMUNITY, JdbcStores.joining(host).books())
                        .post(SampleBook.opening("level-" + level, 1));
                host.commit();
                host.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        }

        assertThat(Samples.head(database.stores()).size()).isEqualTo(levels.length);
        assertThat(database.stores().verify(Samples.COMMUNITY)).isEmpty();
    }

    @Test
    void aTransactionWithAnOldSnapshotLosesNoUpdate() throws SQLException {
        Samples.fill(database.stores());
        try (Connection host = begin()) {
            host.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Samples.head(JdbcStores.joining(host));
            new SampleBook(Samples.COMMUNITY, database.stores().books())
                    .post(SampleBook.opening("theirs", 1));

            try {
                new SampleBook(Samples.COMMUNITY, JdbcStores.joining(host).books())
                        .post(SampleBook.opening("mine", 1));
                host.commit();
            } catch (StoreException e) {
                assertThat(JdbcStores.isRetryable(e)).as(e.toString()).isTrue();
                host.rollback();
            }
            host.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }

        assertThat(database.stores().verify(Samples.COMMUNITY)).isEmpty();
    }

    @Test
    void refusesAConnectionWithoutATransactionToJoin() throws SQLException {
        try (Connection host = database.source().getConnection()) {
            host.setAutoCommit(true);
            assertThatIllegalStateException()
                    .isThrownBy(() -> Samples.head(JdbcStores.joining(host)));

            host.setAutoCommit(false);
            host.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
            assertThatIllegalStateException()
                    .isThrownBy(() -> Samples.head(JdbcStores.joining(host)));
            assertThatIllegalStateException().isThrownBy(() -> JdbcStores.joining(host).migrate());
            host.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    private Connection begin() throws SQLException {
        Connection host = database.source().getConnection();
        host.setAutoCommit(false);
        return host;
    }

    private static void insert(Connection host, int id) throws SQLException {
        try (Statement statement = host.createStatement()) {
            statement.execute("INSERT INTO host_bill VALUES (" + id + ")");
        }
    }

    private String rows(String table) throws SQLException {
        return database.ask("SELECT COUNT(*) FROM " + table);
    }
}
