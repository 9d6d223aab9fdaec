package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class AppendOnlyTest {

    private static final Schema SCHEMA = new Schema(Schema.DEFAULT_PREFIX);

    private final TestDatabase database;

    AppendOnlyTest(Server server) {
        this.database = server.database();
    }

    @BeforeEach
    void fill() throws SQLException {
        JdbcStores stores = database.stores().migrate();
        Samples.fill(stores);
        Samples.keepOneOfEach(stores);
        Samples.adoptOne(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyTableHasARowToRefuse() throws SQLException {
        for (String table : SCHEMA.tables()) {
            assertThat(database.ask("SELECT COUNT(*) FROM " + table)).as(table).isNotEqualTo("0");
        }
    }

    @Test
    void refusesToChangeARowThatStandsForEver() {
        for (String table : SCHEMA.appendOnlyTables()) {
            assertRefused("UPDATE " + table + " SET community = community");
        }
    }

    @Test
    void refusesToDeleteARow() {
        for (String table : SCHEMA.guardedTables()) {
            assertRefused("DELETE FROM " + table);
        }
    }

    @Test
    void refusesStillAfterReopening() {
        database.reopen();

        assertRefused("DELETE FROM xy_entry WHERE log_index = 7");
        assertThat(database.stores().verify(Samples.COMMUNITY)).isEmpty();
    }

    private void assertRefused(String statement) {
        assertThatThrownBy(() -> database.execute(statement))
                .as(statement)
                .hasMessageContaining("append-only");
    }
}
