package io.github.xinyi.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All in which databases differ: another one is a subclass, its line in {@link #of}, and its own
 * scripts of triggers. Immutable.
 */
abstract class Dialect {

    /** How long anybody waits for a row that somebody else has locked. */
    static final int LOCK_SECONDS = 10;

    /** The dialect of the database at the other end. */
    static Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String product = database.getDatabaseProductName();
        return switch (product) {
            case "H2" -> new H2Dialect();
            case "PostgreSQL" -> new PostgresqlDialect();
            case "MariaDB" -> new MariaDbDialect();
            // A driver of MySQL names every server after itself.
            case "MySQL" ->
                    database.getDatabaseProductVersion().contains("MariaDB")
                            ? new MariaDbDialect()
                            : new MySqlDialect();
            default ->
                    throw new SQLFeatureNotSupportedException(
                            "no dialect for the database " + product);
        };
    }

    /** The part of the name by which scripts of this dialect alone are known, for example h2. */
    abstract String scripts();

    /**
     * What the first statement of a transaction of our own says, so that it reads what is committed
     * and waits no longer than {@link #LOCK_SECONDS}; where there is none, the isolation is set on
     * the connection and set back. It holds for that transaction alone.
     */
    abstract Optional<String> beginning();

    /** Whether it takes several statements in one text, with a semicolon between them. */
    boolean takesSeveral() {
        return false;
    }

    /**
     * Whether one parameter can be a whole column of rows, as an array that {@code unnest} reads.
     */
    boolean takesArrays() {
        return false;
    }

    /** Ends a query whose rows are to be locked until the transaction ends. */
    abstract String lockClause();

    /**
     * Lets a transaction of the host, too, wait no longer than {@link #LOCK_SECONDS}.
     *
     * @return how to wait as before, if there is anything to set back
     */
    Optional<Statements.Step> limitWaiting(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /** A statement of a script, its types and clauses in the words of this database. */
    abstract String inItsWords(String statement);

    /** Whether a statement of a script failed only because it had been run before. */
    boolean isDoneAlready(SQLException failure) {
        return false;
    }

    /** Runs the work of making tables while no other process can do the same. */
    abstract void alone(Connection connection, String prefix, Statements.Step work)
            throws SQLException;

    /** The name of the schema in which unqualified tables are, as an expression. */
    abstract String currentSchema();

    /** Yields the names of all tables of the current schema, in any case of letters. */
    final String tablesQuery() {
        return "SELECT table_name FROM information_schema.tables WHERE table_schema = "
                + currentSchema();
    }

    /** What falls with the tables only where it is said, for example a function of triggers. */
    List<String> dropsBeside(String prefix) {
        return List.of();
    }

    /**
     * Yields what append-only triggers refuse, for example {@code xy_entry update}, in any case.
     */
    abstract String triggersQuery();

    /** A day to compare with, moved to the earliest or latest one that a column can hold. */
    LocalDate comparable(LocalDate day) {
        return day;
    }

    static LocalDate between(LocalDate earliest, LocalDate day, LocalDate latest) {
        if (day.isBefore(earliest)) {
            return earliest;
        }
        return day.isAfter(latest) ? latest : day;
    }

    /** What a trigger has to refuse on a table, for example {@code delete}. */
    List<String> guarded(boolean neverChanged) {
        return neverChanged ? List.of("delete", "update") : List.of("delete");
    }

    /** Yields the time of the database, in milliseconds of the epoch. */
    abstract String timeQuery();

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row. */
    static Optional<String> ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            return results.next() ? Optional.ofNullable(results.getString(1)) : Optional.empty();
        }
    }
}
