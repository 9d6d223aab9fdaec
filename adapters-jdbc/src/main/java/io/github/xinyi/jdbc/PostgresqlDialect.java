package io.github.xinyi.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL from version 13 on. Texts compare by code points, whatever the database says. */
final class PostgresqlDialect extends Dialect {

    private static final LocalDate EARLIEST = LocalDate.of(-4_712, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(5_874_896, 12, 31);
    private static final Pattern VARCHAR = Pattern.compile("VARCHAR\\(\\d+\\)");

    @Override
    String scripts() {
        return "postgresql";
    }

    /** One message to the server, together with the first statement's BEGIN. */
    @Override
    Optional<String> beginning() {
        return Optional.of(
                "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = '"
                        + LOCK_SECONDS
                        + "s'");
    }

    @Override
    boolean takesSeveral() {
        return true;
    }

    @Override
    boolean takesArrays() {
        return true;
    }

    @Override
    String lockClause() {
        return " FOR UPDATE";
    }

    @Override
    Optional<Statements.Step> limitWaiting(Connection connection) throws SQLException {
        String before = ask(connection, "SHOW lock_timeout").orElse("0");
        execute(connection, "SET LOCAL lock_timeout = '" + LOCK_SECONDS + "s'");
        return Optional.of(() -> execute(connection, "SET LOCAL lock_timeout = '" + before + "'"));
    }

    @Override
    String inItsWords(String statement) {
        return VARCHAR.matcher(statement)
                .replaceAll(type -> Matcher.quoteReplacement(type.group() + " COLLATE \"C\""))
                .replace("${hash}", "BYTEA")
                .replace("${bytes}", "BYTEA")
                .replace("${text}", "TEXT");
    }

    /** All or nothing, since tables are made within a transaction here. */
    @Override
    void alone(Connection connection, String prefix, Statements.Step work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            execute(
                    connection,
                    "SELECT pg_advisory_xact_lock(hashtextextended('xinyi '"
                            + " || current_schema() || '.' || '"
                            + prefix
                            + "', 0))");
            work.run();
            connection.commit();
        } finally {
            // After the commit there is nothing to undo.
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Override
    String currentSchema() {
        return "current_schema()";
    }

    @Override
    List<String> dropsBeside(String prefix) {
        return List.of(
                "DROP FUNCTION IF EXISTS " + prefix + "append_only()",
                "DROP FUNCTION IF EXISTS " + prefix + "erased_only()");
    }

    /** By the bits of tgtype: 2 before, 8 delete, 16 update, 32 truncate. */
    @Override
    String triggersQuery() {
        return "SELECT c.relname || ' ' || e.name FROM pg_trigger t"
                + " JOIN pg_class c ON c.oid = t.tgrelid"
                + " JOIN pg_proc p ON p.oid = t.tgfoid"
                + " JOIN (VALUES (8, 'delete'), (16, 'update'), (32, 'truncate')) AS e (bit, name)"
                + " ON (t.tgtype & e.bit) <> 0"
                + " WHERE c.relnamespace = CAST(current_schema() AS regnamespace)"
                + " AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgqual IS NULL"
                + " AND t.tgattr = '' AND (t.tgtype & 2) <> 0"
                + " AND (p.prosrc LIKE '%refused: it is append-only%' AND p.prosrc NOT ILIKE"
                + " '%return%' OR c.relname LIKE '%entry' AND "
                + Migrations.isErasedOnly(
                        this, "regexp_replace(p.prosrc, '\\s+', ' ', 'g')", "left(c.relname, -5)")
                + ")";
    }

    @Override
    LocalDate comparable(LocalDate day) {
        return between(EARLIEST, day, LATEST);
    }

    @Override
    List<String> guarded(boolean neverChanged) {
        return neverChanged
                ? List.of("delete", "truncate", "update")
                : List.of("delete", "truncate");
    }

    @Override
    String timeQuery() {
        return "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
    }
}
