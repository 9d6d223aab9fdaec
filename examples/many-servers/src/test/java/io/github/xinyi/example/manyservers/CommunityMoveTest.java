package io.github.xinyi.example.manyservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.governance.tck.TrialEvent;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.jdbc.OutboxState;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.tck.BudgetStoreContract;
import io.github.xinyi.trust.tck.SampleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A community goes to another server, as docs/many-servers.md tells it. */
class CommunityMoveTest {

    private static final CommunityId MOVING = Communities.of("s0", 0);
    private static final CommunityId STAYING = Communities.of("s0", 1);
    private static final Instant NOW = Instant.parse("2025-03-01T02:00:00Z");

    @TempDir Path directory;

    private final PostgresqlServers.Databases databases = PostgresqlServers.takeNew();
    private JdbcStores stores = databases.stores().withOutbox();
    private CommunityMove move =
            new CommunityMove(
                    databases.pools(),
                    new Placement(databases.placement(), PostgresqlServers.NAMES));

    @BeforeEach
    void fill() {
        for (CommunityId community : List.of(MOVING, STAYING)) {
            stores.events(TrialEvent.CODEC)
                    .append(
                            new Append(
                                    new StreamName(community, "trial", "1"),
                                    CommandId.of("c1"),
                                    0,
                                    List.of(new TrialEvent.Said(community, NOW, "说"))));
            stores.budgets().save(BudgetStoreContract.budget(community, 2025, 5));
        }
    }

    @AfterEach
    void dispose() {
        databases.dispose();
    }

    @Test
    void aCommunityMovesWhileItAndOthersAreWritten() throws InterruptedException, SQLException {
        BookStore books = stores.books();
        Load moving = new Load(MOVING, List.of(books, books));
        Load staying = new Load(STAYING, List.of(books));
        moving.awaitMore(10);
        staying.awaitMore(5);

        Map<String, Long> rows = move.move(MOVING, "s1");
        moving.awaitMore(10);
        staying.awaitMore(5);
        moving.end();
        staying.end();

        moving.assertKeptBy(stores);
        staying.assertKeptBy(stores);
        moving.assertKeptBy(JdbcStores.on(databases.pool("s1")));
        staying.assertKeptBy(JdbcStores.on(databases.pool("s0")));
        assertThat(
                        rows.entrySet().stream()
                                .filter(table -> table.getValue() > 0)
                                .map(Map.Entry::getKey))
                .contains(
                        "xy_book",
                        "xy_entry",
                        "xy_posting",
                        "xy_node",
                        "xy_balance",
                        "xy_event",
                        "xy_event_log",
                        "xy_budget",
                        "xy_budget_line",
                        "xy_outbox");
        assertThat(stores.budgets().find(MOVING, 2025)).isPresent();
    }

    @Test
    void whoHasNotHeardOfTheMoveIsRefusedAndMayCallAgain() throws SQLException {
        JdbcStores old = JdbcStores.on(databases.pool("s0"));
        new SampleBook(MOVING, old.books()).post(SampleBook.opening("before", 1));
        move.move(MOVING, "s1");

        StoreException failure =
                catchThrowableOfType(
                        StoreException.class,
                        () ->
                                new SampleBook(MOVING, old.books())
                                        .post(SampleBook.opening("late", 1)));

        assertThat(failure.reason()).isEqualTo(StoreException.Reason.UNAVAILABLE);
        assertThat(failure.isRetryable()).isTrue();
        assertThat(
                        new SampleBook(MOVING, stores.books())
                                .post(SampleBook.opening("late", 1))
                                .isAccepted())
                .isTrue();
        assertThatThrownBy(() -> old.budgets().save(BudgetStoreContract.budget(MOVING, 2026, 5)))
                .isInstanceOf(StoreException.class);
        old.budgets().save(BudgetStoreContract.budget(STAYING, 2026, 5));
    }

    @Test
    void whatWasStillToBePassedOnIsPassedOnFromTheNewServerAlone() throws SQLException {
        List<String> taken = new ArrayList<>();
        move.move(MOVING, "s1");

        int there = stores.outboxRelay(event -> taken.add(event.id())).relay(MOVING, NOW);
        int left =
                JdbcStores.on(databases.pool("s0"))
                        .withOutbox()
                        .outboxRelay(event -> taken.add(event.community() + " " + event.id()))
                        .relay(NOW);

        assertThat(there).isEqualTo(1);
        assertThat(left).isEqualTo(1);
        assertThat(taken).containsExactly("event/1", STAYING + " event/1");
        assertThat(stores.outboxRelay(event -> {}).counts(MOVING))
                .containsEntry(OutboxState.SENT, 1L);
    }

    @Test
    void aMoveThatBrokeOffIsEndedByTheNext() throws SQLException, IOException {
        new SampleBook(MOVING, stores.books()).post(SampleBook.opening("before", 1));
        Path missing = directory.resolve("not/there/yet");
        CommunityMove breaking =
                new CommunityMove(
                        databases.pools(), new Placement(missing, PostgresqlServers.NAMES));
        assertThatThrownBy(() -> breaking.move(MOVING, "s1"))
                .isInstanceOf(UncheckedIOException.class);
        Files.createDirectories(directory.resolve("not/there"));

        Map<String, Long> rows = breaking.move(MOVING, "s1");

        assertThat(rows).containsEntry("xy_entry", 1L);
        assertThat(JdbcStores.on(databases.pool("s1")).verify(MOVING)).isEmpty();
        assertThat(Files.readAllLines(missing)).containsExactly(MOVING + " s1");
    }

    @Test
    void aBookThatDoesNotAgreeWithItselfIsNotMoved() throws SQLException {
        new SampleBook(MOVING, stores.books()).post(SampleBook.opening("before", 1));
        Sql.execute(
                databases.pool("s0"),
                "UPDATE xy_balance SET debits = debits + 1 WHERE account LIKE 'service%'");

        assertThatIllegalStateException()
                .isThrownBy(() -> move.move(MOVING, "s1"))
                .withMessageContaining("BALANCE");

        assertThat(Sql.ask(databases.pool("s1"), "SELECT community FROM xy_entry")).isEmpty();
        assertThat(databases.placement()).doesNotExist();
    }

    @Test
    void aCommunityDoesNotComeBackToAServerThatItHasLeft() throws SQLException {
        move.move(MOVING, "s1");

        assertThatIllegalStateException()
                .isThrownBy(() -> move.move(MOVING, "s0"))
                .withMessageContaining("has left s0 once");
    }

    @Test
    void everyTableOfOursBelongsToACommunityButTheListOfScripts() throws SQLException {
        List<String> all =
                Sql.ask(
                        databases.pool("s0"),
                        "SELECT table_name FROM information_schema.tables WHERE table_schema ="
                                + " current_schema() AND table_name LIKE 'xy\\_%'");

        assertThat(all).hasSizeGreaterThan(40).contains("xy_migration");
        assertThat(ManyServers.tables(databases.pool("s0")))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().filter(table -> !table.equals("xy_migration")).toList());
    }
}
