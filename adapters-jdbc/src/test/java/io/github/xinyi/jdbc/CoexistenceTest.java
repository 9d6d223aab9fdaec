package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A vendor's database of 620 tables, in which ours come and go. */
class CoexistenceTest {

    private static final int TABLES = 620;

    @ParameterizedTest
    @EnumSource
    void theTablesOfAVendorAreAsTheyWere(Server server) throws SQLException {
        TestDatabase database = server.bareDatabase();
        try {
            makeVendorsTables(database);
            List<String> before = everything(database);

            database.stores().migrate();
            database.stores().migrate();
            Samples.fill(database.stores());
            Samples.keepOneOfEach(database.stores());
            assertThat(database.stores().health()).isEmpty();
            assertThat(everything(database)).containsAll(before).hasSizeGreaterThan(before.size());
            for (String statement : database.stores().dropStatements()) {
                database.execute(statement);
            }

            assertThat(everything(database)).isEqualTo(before);
            assertThat(database.stores().migrate().health()).as("made anew").isEmpty();
        } finally {
            database.close();
        }
    }

    /** Names like ours among them: a prefix without the underscore, a table called entry. */
    private static void makeVendorsTables(TestDatabase database) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < TABLES; i++) {
                String table = i == 0 ? "entry" : i == 1 ? "xyz_entry" : "wy_bill_" + i;
                statement.execute(
                        "CREATE TABLE "
                                + table
                                + " (id BIGINT NOT NULL PRIMARY KEY, owner_name VARCHAR(50),"
                                + " amount DECIMAL(12, 2), paid_on DATE)");
                if (i % 4 == 0) {
                    statement.execute("CREATE INDEX ix_" + i + " ON " + table + " (owner_name)");
                }
                statement.execute(
                        "INSERT INTO " + table + " VALUES (1, '张三', 12.30, NULL), (2, 'x', 0, NULL)");
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** Columns, triggers, functions and the number of rows of every table. */
    private static List<String> everything(TestDatabase database) throws SQLException {
        String schema = database.server().schema();
        List<String> all = new ArrayList<>(database.columns());
        all.addAll(
                database.askAll(
                        "SELECT trigger_name FROM information_schema.triggers WHERE"
                                + " trigger_schema = "
                                + schema
                                + " ORDER BY 1"));
        all.addAll(
                database.askAll(
                        "SELECT routine_name FROM information_schema.routines WHERE"
                                + " routine_schema = "
                                + schema
                                + " ORDER BY 1"));
        List<String> counts = new ArrayList<>();
        for (String table :
                database.askAll(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = "
                                + schema
                                + " ORDER BY 1")) {
            counts.add(
                    "SELECT CONCAT('" + table + " ', COUNT(*)) FROM " + table.replace('"', ' '));
        }
        all.addAll(database.askAll(String.join(" UNION ALL ", counts)));
        return all;
    }
}
