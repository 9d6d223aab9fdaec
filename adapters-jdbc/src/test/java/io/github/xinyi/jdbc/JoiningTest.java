package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.trust.tck.SampleBook;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class JoiningTest {

    private final TestDatabase database;

    JoiningTest(Server server) {
        this.database = server.database();
    }

    @BeforeEach
    void migrate() throws SQLException {
        database.stores().migrate();
        database.execute("DROP TABLE IF EXISTS host_bill");
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

    /** Under another isolation it would not see what was committed before it got its lock. */
    @Test
    void joinsATransactionThatReadsWhatIsCommittedAndNoOther() throws SQLException {
        int[] others = {
            Connection.TRANSACTION_READ_UNCOMMITTED,
            Connection.TRANSACTION_REPEATABLE_READ,
            Connection.TRANSACTION_SERIALIZABLE
        };
        for (int other : others) {
            try (Connection host = begin()) {
                host.setTransactionIsolation(other);
                // PostgreSQL has no weaker level than the one that we need.
                if (host.getTransactionIsolation() == other) {
                    assertThatIllegalStateException()
                            .isThrownBy(() -> Samples.head(JdbcStores.joining(host)))
                            .withMessageContaining("READ COMMITTED");
                }
                host.rollback();
                host.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        }
    }

    @Test
    void waitsForLocksAsBeforeOnceACallHasEnded() throws SQLException {
        if (database.server() != Server.POSTGRESQL) {
            return;
        }
        try (Connection host = begin()) {
            try (Statement statement = host.createStatement()) {
                statement.execute("SET LOCAL lock_timeout = '77s'");
            }
            new SampleBook(Samples.COMMUNITY, JdbcStores.joining(host).books())
                    .post(SampleBook.opening("mine", 1));

            assertThat(Dialect.ask(host, "SHOW lock_timeout")).contains("77s");
            host.rollback();
        }
    }

    @Test
    void refusesAConnectionWithoutATransactionToJoin() throws SQLException {
        try (Connection host = database.source().getConnection()) {
            host.setAutoCommit(true);
            assertThatIllegalStateException()
                    .isThrownBy(() -> Samples.head(JdbcStores.joining(host)));

            host.setAutoCommit(false);
            assertThatIllegalStateException().isThrownBy(() -> JdbcStores.joining(host).migrate());
        }
    }

    private Connection begin() throws SQLException {
        Connection host = database.source().getConnection();
        host.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
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
