package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.xinyi.jdbc.HealthFinding.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class MigrationTest {

    private final TestDatabase database;

    MigrationTest(Server server) {
        this.database = server.bareDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNewDatabaseLacksEverything() {
        assertThat(database.stores().health())
                .contains(
                        new HealthFinding(Kind.MISSING_TABLE, "xy_migration"),
                        new HealthFinding(Kind.MISSING_TABLE, "xy_entry"),
                        new HealthFinding(Kind.MISSING_TRIGGER, "xy_entry"));
    }

    @Test
    void everythingIsThereAfterMigrating() {
        assertThat(database.stores().migrate().health()).isEmpty();
    }

    @Test
    void migratingTwiceChangesNothing() throws SQLException {
        database.stores().migrate();
        Samples.fill(database.stores());
        List<String> before = database.columns();
        String scripts = database.ask("SELECT COUNT(*) FROM xy_migration");
        var head = Samples.head(database.stores());

        database.stores().migrate();

        assertThat(database.columns()).isEqualTo(before);
        assertThat(database.ask("SELECT COUNT(*) FROM xy_migration")).isEqualTo(scripts);
        assertThat(Samples.head(database.stores())).isEqualTo(head);
    }

    @Test
    void severalNodesMayMigrateAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<JdbcStores> migrate = () -> database.stores().migrate();
            for (Future<JdbcStores> done :
                    threads.invokeAll(List.of(migrate, migrate, migrate, migrate))) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(database.stores().health()).isEmpty();
    }

    @Test
    void twoPrefixesAreTwoSetsOfTables() throws SQLException {
        JdbcStores ours = database.stores().withTablePrefix("ours_").migrate();
        JdbcStores theirs = database.stores().withTablePrefix("t").migrate();

        Samples.fill(ours);

        assertThat(ours.health()).isEmpty();
        assertThat(theirs.health()).isEmpty();
        assertThat(Samples.head(theirs).size()).isZero();
        assertThat(database.ask("SELECT COUNT(*) FROM ours_entry")).isEqualTo("50");
        assertThat(database.stores().health())
                .contains(new HealthFinding(Kind.MISSING_TABLE, "xy_book"));
    }

    @Test
    void refusesAPrefixThatIsNoPlainName() {
        for (String prefix : List.of("", "X", "1a", "a-b", "a;drop", "a".repeat(17))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> database.stores().withTablePrefix(prefix))
                    .withMessageContaining(prefix);
        }
        database.stores().withTablePrefix("a".repeat(16)).migrate();
    }

    @Test
    void refusesTablesOfAChangedScript() throws SQLException {
        database.stores().migrate();
        database.execute("UPDATE xy_migration SET checksum = REPEAT('0', 64) WHERE version = 2");

        assertThatIllegalStateException()
                .isThrownBy(() -> database.stores().migrate())
                .withMessageContaining("V002__payment.sql");
        assertThat(database.stores().health())
                .containsExactly(new HealthFinding(Kind.CHANGED_MIGRATION, "V002__payment.sql"));
    }

    @Test
    void refusesTablesOfALaterVersion() throws SQLException {
        database.stores().migrate();
        database.execute(
                "INSERT INTO xy_migration VALUES (99, 'V099__later.sql', REPEAT('0', 64))");

        assertThatIllegalStateException()
                .isThrownBy(() -> database.stores().migrate())
                .withMessageContaining("V099__later.sql");
        assertThat(database.stores().health())
                .containsExactly(new HealthFinding(Kind.UNKNOWN_MIGRATION, "V099__later.sql"));
    }

    @Test
    void healthNamesADroppedTriggerAndADroppedTable() throws SQLException {
        database.stores().migrate();
        database.disarm("xy_posting");
        database.execute("DROP TABLE xy_ballot_choice");

        assertThat(database.stores().health())
                .containsExactlyInAnyOrder(
                        new HealthFinding(Kind.MISSING_TRIGGER, "xy_posting"),
                        new HealthFinding(Kind.MISSING_TABLE, "xy_ballot_choice"),
                        new HealthFinding(Kind.MISSING_TRIGGER, "xy_ballot_choice"));
    }

    @Test
    void healthIsNotDeceivedByATriggerForDeletesAlone() throws SQLException {
        database.stores().migrate();
        database.disarm("xy_posting");
        database.execute(database.server().guardedAgainstDeletesAlone("xy_posting"));

        assertThat(database.stores().health())
                .containsExactly(new HealthFinding(Kind.MISSING_TRIGGER, "xy_posting"));
    }

    @Test
    void healthNamesAColumnThatIsAnother() throws SQLException {
        database.stores().migrate();
        database.execute("ALTER TABLE xy_ballot ADD COLUMN remark VARCHAR(10)");
        database.execute("ALTER TABLE xy_motion DROP COLUMN title");
        database.execute("ALTER TABLE xy_motion ADD COLUMN title VARCHAR(199) NOT NULL");

        assertThat(database.stores().health())
                .containsExactly(
                        new HealthFinding(Kind.CHANGED_COLUMN, "xy_ballot.remark"),
                        new HealthFinding(Kind.CHANGED_COLUMN, "xy_motion.title"));
    }

    @Test
    void healthNamesAKeyAndAnIndexThatAreNotThere() throws SQLException {
        database.stores().migrate();
        database.execute(
                database.server() == Server.MARIADB
                        ? "ALTER TABLE xy_entry DROP INDEX xy_entry_once"
                        : "ALTER TABLE xy_entry DROP CONSTRAINT xy_entry_once");
        database.execute(
                database.server() == Server.MARIADB
                        ? "DROP INDEX xy_event_command ON xy_event"
                        : "DROP INDEX xy_event_command");

        assertThat(database.stores().health())
                .containsExactly(
                        new HealthFinding(Kind.MISSING_INDEX, "xy_entry community, entry_id"),
                        new HealthFinding(Kind.MISSING_INDEX, "xy_event community, command_id"));
    }

    /** Five seconds pass; the time that the question itself takes is not held against a clock. */
    @Test
    void healthNamesAClockThatIsFarAway() {
        database.stores().migrate();

        assertThat(database.stores().health(Clock.systemUTC())).isEmpty();
        for (int seconds : new int[] {-60, 60}) {
            Clock far = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
            assertThat(database.stores().health(far))
                    .extracting(HealthFinding::kind)
                    .containsExactly(Kind.CLOCK_SKEW);
        }
    }

    /** As a process that is making the tables, and has not ended. */
    @Test
    void waitsUntilAnotherProcessHasMadeTheTables() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Connection other = database.source().getConnection()) {
            Future<?> first =
                    threads.submit(
                            () -> {
                                Dialect.of(other)
                                        .alone(
                                                other,
                                                "xy_",
                                                () -> {
                                                    begun.countDown();
                                                    awaitQuietly(end);
                                                });
                                return null;
                            });
            begun.await();
            Future<JdbcStores> second = threads.submit(() -> database.stores().migrate());

            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> second.get(500, TimeUnit.MILLISECONDS));
            end.countDown();
            first.get();
            assertThat(second.get().health()).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) throws SQLException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new SQLException(e);
        }
    }
}
