package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.jdbc.HealthFinding.Kind;
import io.github.xinyi.trust.book.Erasure;
import io.github.xinyi.trust.journal.EntryId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A text and its salt leave the row of their entry in one way; every other is refused. */
@ParameterizedClass
@EnumSource(Server.class)
class ErasureTest {

    private static final String SALT_AWAY = "salt = SUBSTRING(salt FROM 1 FOR 0)";

    private final TestDatabase database;

    ErasureTest(Server server) {
        this.database = server.bareDatabase();
        Samples.fill(database.stores().migrate());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void neitherTextNorSaltIsLeftInAnyTable() throws SQLException {
        String text = database.ask("SELECT narrative FROM xy_entry WHERE log_index = 1");
        List<String> others =
                database.askAll("SELECT narrative FROM xy_entry WHERE log_index <> 1 ORDER BY 1");
        assertThat(text).isNotEmpty();

        Erasure erasure = Samples.erase(database.stores().withOutbox(), EntryId.of("f0"));

        assertThat(erasure.entryIndex()).isEqualTo(1);
        assertThat(database.ask("SELECT narrative FROM xy_entry WHERE log_index = 1")).isEmpty();
        assertThat(
                        database.ask(
                                "SELECT COUNT(*) FROM xy_entry WHERE log_index = 1 AND salt ="
                                        + " SUBSTRING(salt FROM 1 FOR 0)"))
                .isEqualTo("1");
        assertThat(
                        database.askAll(
                                "SELECT narrative FROM xy_entry WHERE log_index <> 1 ORDER BY 1"))
                .isEqualTo(others);
        assertThat(database.ask("SELECT body FROM xy_outbox"))
                .contains("io.github.xinyi.book.erasure", "CONSENT_WITHDRAWN")
                .doesNotContain(text, "director");
        assertThat(database.stores().verify(Samples.COMMUNITY)).isEmpty();
        assertThat(database.stores().health()).isEmpty();
    }

    @Test
    void refusesToEraseByHandWhatNoRecordTellsOf() {
        assertRefused("UPDATE xy_entry SET " + SALT_AWAY + ", narrative = '' WHERE log_index = 1");
    }

    @Test
    void refusesEveryChangeBesideThatOfAnErasure() throws SQLException {
        withRecordByHand(
                connection -> {
                    for (String change :
                            List.of(
                                    "narrative = ''",
                                    SALT_AWAY,
                                    SALT_AWAY + ", narrative = 'x'",
                                    SALT_AWAY + ", narrative = '', source_id = 'x'",
                                    SALT_AWAY + ", narrative = '', unit_id = NULL",
                                    SALT_AWAY + ", narrative = '', reverses = 'x'",
                                    SALT_AWAY + ", narrative = '', recorded_at = 0",
                                    SALT_AWAY + ", narrative = '', leaf = salt",
                                    "salt = leaf, narrative = ''")) {
                        assertRefused(connection, change + " WHERE log_index = 1");
                    }
                    assertRefused(connection, SALT_AWAY + ", narrative = '' WHERE log_index = 2");
                });
    }

    @Test
    void refusesToPutSomethingInThePlaceOfWhatWasErased() {
        Samples.erase(database.stores(), EntryId.of("f0"));

        assertRefused("UPDATE xy_entry SET narrative = 'x' WHERE log_index = 1");
        assertRefused("UPDATE xy_entry SET salt = leaf WHERE log_index = 1");
        assertRefused("UPDATE xy_entry SET narrative = narrative WHERE log_index = 1");
        assertRefused("UPDATE xy_erasure SET ordered_by = 'x'");
        assertRefused("DELETE FROM xy_erasure");
        assertRefused("DELETE FROM xy_entry WHERE log_index = 1");
    }

    /** As one that lets more through than an erasure would do. */
    @Test
    void healthIsNotDeceivedByAnotherTriggerForEntries() throws SQLException {
        switch (database.server()) {
            case H2 -> database.execute("DROP TRIGGER xy_entry_append_only");
            case POSTGRESQL ->
                    database.execute(
                            "CREATE OR REPLACE FUNCTION xy_erased_only() RETURNS TRIGGER LANGUAGE"
                                    + " plpgsql AS $$ BEGIN IF NEW.narrative = '' THEN RETURN NEW;"
                                    + " END IF; RAISE EXCEPTION 'refused: it is append-only';"
                                    + " END $$");
            case MARIADB -> {
                database.execute("DROP TRIGGER xy_entry_no_update");
                database.execute(
                        "CREATE TRIGGER xy_entry_no_update BEFORE UPDATE ON xy_entry FOR EACH ROW"
                                + " IF NEW.narrative <> '' THEN SIGNAL SQLSTATE '45000' SET"
                                + " MESSAGE_TEXT = 'refused: it is append-only'; END IF");
            }
            default -> throw new AssertionError(database.server());
        }

        assertThat(database.stores().health())
                .containsExactly(new HealthFinding(Kind.MISSING_TRIGGER, "xy_entry"));
    }

    /** A change by hand, in a transaction that is rolled back. */
    @FunctionalInterface
    private interface Change {
        void on(Connection connection) throws SQLException;
    }

    private void withRecordByHand(Change change) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "INSERT INTO xy_erasure SELECT community, 99, recorded_at, effective_date,"
                                + " 1, 'OTHER_LAW', 'x', salt, leaf, leaf, leaf, leaf FROM xy_entry"
                                + " WHERE log_index = 1");
                change.on(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void assertRefused(Connection connection, String change) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            var before = connection.setSavepoint();
            assertThatThrownBy(() -> statement.execute("UPDATE xy_entry SET " + change))
                    .as(change)
                    .hasMessageContaining("append-only");
            connection.rollback(before);
        }
    }

    private void assertRefused(String statement) {
        assertThatThrownBy(() -> database.execute(statement))
                .as(statement)
                .hasMessageContaining("append-only");
    }
}
