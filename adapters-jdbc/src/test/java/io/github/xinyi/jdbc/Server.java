package io.github.xinyi.jdbc;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.ConnectionPoolDataSource;

/**
 * The databases on which every store is judged. Each server is started once, when it is first
 * needed, and ends with the tests.
 */
enum Server {
    /** H2, each database in a file of its own. */
    H2 {
        @Override
        TestDatabase database() {
            return TestDatabase.inFile(temporaryDirectory());
        }

        @Override
        TestDatabase bareDatabase() {
            return database();
        }

        @Override
        TestDatabase disarmedDatabase() {
            TestDatabase database = database();
            database.stores().migrate();
            database.disarm();
            return database;
        }

        @Override
        List<String> disarmed(String table) {
            return List.of("DROP TRIGGER " + table + "_append_only");
        }

        @Override
        String guardedAgainstDeletesAlone(String table) {
            return "CREATE TRIGGER "
                    + table
                    + "_append_only BEFORE DELETE ON "
                    + table
                    + " FOR EACH ROW CALL '"
                    + AppendOnlyTrigger.class.getName()
                    + "'";
        }

        @Override
        String schema() {
            return "CURRENT_SCHEMA";
        }
    },

    /** PostgreSQL 17. */
    POSTGRESQL {
        @Override
        ConnectionPoolDataSource source(String database) {
            return PostgresqlServer.source(database);
        }

        @Override
        void execute(String sql) throws SQLException {
            PostgresqlServer.execute(sql);
        }

        @Override
        void empty(TestDatabase database) throws SQLException {
            String deletes =
                    SCHEMA.tables().stream()
                            .map(table -> "DELETE FROM " + table)
                            .collect(Collectors.joining("; "));
            database.execute(
                    "SET session_replication_role = replica; "
                            + deletes
                            + "; SET"
                            + " session_replication_role = DEFAULT");
        }

        @Override
        List<String> disarmed(String table) {
            return List.of(
                    "DROP TRIGGER " + table + "_append_only ON " + table,
                    "DROP TRIGGER IF EXISTS " + table + "_erased_only ON " + table);
        }

        @Override
        String guardedAgainstDeletesAlone(String table) {
            return "CREATE TRIGGER "
                    + table
                    + "_append_only BEFORE DELETE OR TRUNCATE ON "
                    + table
                    + " FOR EACH STATEMENT EXECUTE FUNCTION xy_append_only()";
        }

        @Override
        String schema() {
            return "CURRENT_SCHEMA";
        }
    },

    /** MariaDB 11. */
    MARIADB {
        @Override
        ConnectionPoolDataSource source(String database) {
            return MariaDbServer.source(database);
        }

        @Override
        void execute(String sql) throws SQLException {
            MariaDbServer.execute(sql);
        }

        /** Its triggers let a table be truncated, which takes long: only where there is a row. */
        @Override
        void empty(TestDatabase database) throws SQLException {
            String rows =
                    SCHEMA.tables().stream()
                            .map(t -> "(SELECT '" + t + "' FROM " + t + " LIMIT 1)")
                            .collect(Collectors.joining(" UNION ALL "));
            for (String table : database.askAll(rows)) {
                try {
                    database.execute("TRUNCATE TABLE " + table);
                } catch (SQLException e) {
                    throw new SQLException(table + " beside " + database.askAll(OPEN), e);
                }
            }
        }

        @Override
        List<String> disarmed(String table) {
            return List.of(
                    "DROP TRIGGER IF EXISTS " + table + "_no_update",
                    "DROP TRIGGER IF EXISTS " + table + "_no_delete");
        }

        @Override
        String guardedAgainstDeletesAlone(String table) {
            return "CREATE TRIGGER "
                    + table
                    + "_no_delete BEFORE DELETE ON "
                    + table
                    + " FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'append-only'";
        }

        @Override
        String schema() {
            return "DATABASE()";
        }
    };

    static final Schema SCHEMA = new Schema(Schema.DEFAULT_PREFIX);

    /** The transactions that are open on a MariaDB server, for whoever waited for one of them. */
    private static final String OPEN =
            "SELECT CONCAT_WS(' ', trx_mysql_thread_id, trx_state, trx_started, trx_query)"
                    + " FROM information_schema.innodb_trx";

    private final Databases whole = new Databases(this, false);
    private final Databases disarmed = new Databases(this, true);

    /** A database without a row, in which the tables may be already; to be closed. */
    TestDatabase database() {
        return whole.take();
    }

    /** A database without a table, which nobody uses again; to be closed. */
    TestDatabase bareDatabase() {
        return whole.makeBare();
    }

    /** A database without a row and without triggers; to be closed. */
    TestDatabase disarmedDatabase() {
        return disarmed.take();
    }

    /** What takes the triggers from a table. */
    abstract List<String> disarmed(String table);

    /** What makes a trigger that lets rows of a table be changed, though not deleted. */
    abstract String guardedAgainstDeletesAlone(String table);

    /** The name of the current schema, as an expression. */
    abstract String schema();

    ConnectionPoolDataSource source(String database) {
        throw new UnsupportedOperationException("no server: " + this);
    }

    /** Runs a statement outside of the databases of the tests. */
    void execute(String sql) throws SQLException {
        throw new UnsupportedOperationException("no server: " + this);
    }

    /** Takes every row out of our tables. */
    void empty(TestDatabase database) throws SQLException {
        throw new UnsupportedOperationException("no server: " + this);
    }

    private static Path temporaryDirectory() {
        try {
            File directory = Files.createTempDirectory("xinyi-h2").toFile();
            directory.deleteOnExit();
            return directory.toPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
