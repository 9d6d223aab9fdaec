package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.tck.SampleBook;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class FailureTest {

    private final TestDatabase database;

    FailureTest(Server server) {
        this.database = server.database();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "40001, true",
        "40P01, true",
        "08006, true",
        "HYT00, true",
        "55P03, true",
        "53300, true",
        "90131, true",
        "23505, false",
        "42S02, false",
        "22001, false",
        "45000, false"
    })
    void tellsFromTheSqlStateWhetherToCallAgain(String state, boolean retryable) {
        SQLException cause = new SQLException("x", state);

        assertThat(SqlFailures.failure("BookStore.write", cause).isRetryable())
                .isEqualTo(retryable);
    }

    @Test
    void tellsFromTheExceptionWhetherToCallAgain() {
        assertThat(SqlFailures.failure("x", new SQLTransientConnectionException()).isRetryable())
                .isTrue();
    }

    @Test
    void missingTablesAreAFailureThatComesAgain() {
        assertThatThrownBy(() -> Samples.fill(database.stores().withTablePrefix("none_")))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> {
                            assertThat(e.operation()).isEqualTo("BookStore.write");
                            assertThat(JdbcStores.isRetryable(e)).isFalse();
                        });
    }

    @Test
    void aSwallowedFailureStillUndoesTheWholeWrite() throws SQLException {
        JdbcStores stores = database.stores().withTablePrefix("torn_").migrate();
        SampleBook sample = Samples.fill(stores);
        var before = Samples.head(stores);
        database.execute("DROP TABLE torn_batch");

        assertThatThrownBy(
                        () ->
                                sample.book()
                                        .post(
                                                SampleBook.opening("o", 1),
                                                SampleBook.MOMENT,
                                                (book, draft) -> {
                                                    try {
                                                        book.lastBatch(EntryKind.BILL);
                                                    } catch (StoreException e) {
                                                        assertThat(e).isNotNull();
                                                    }
                                                    return List.of();
                                                }))
                .isInstanceOf(StoreException.class);

        assertThat(Samples.head(stores)).isEqualTo(before);
    }

    @Test
    void aReaderEndsWithItsCall() {
        JdbcStores stores = database.stores().migrate();
        BookReader ended = stores.books().read(Samples.COMMUNITY, reader -> reader);

        assertThatThrownBy(() -> ended.balances()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTurnoverMayBeOfAllTime() {
        SampleBook sample = Samples.fill(database.stores().migrate());

        assertThat(
                        sample.book()
                                .read(
                                        reader ->
                                                reader.turnover(
                                                        ChartOfAccounts.FEES_RECEIVABLE,
                                                        EntryKind.BILL,
                                                        LocalDate.MIN,
                                                        LocalDate.MAX))
                                .debits()
                                .minor())
                .isEqualTo(25 * 100 + 24 * 25 / 2);
    }
}
