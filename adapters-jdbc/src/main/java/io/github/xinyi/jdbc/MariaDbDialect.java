package io.github.xinyi.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MariaDB from version 10.6 on, with InnoDB tables. Texts compare by code points, and blanks at
 * their end count.
 */
class MariaDbDialect extends Dialect {

    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9_999, 12, 31);
    private static final int MIGRATION_SECONDS = 600;
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE .*\\)", Pattern.DOTALL);

    @Override
    final String scripts() {
        return "mariadb";
    }

    @Override
    final Optional<String> beginning() {
        return Optional.of("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
    }

    @Override
    String lockClause() {
        return " FOR UPDATE WAIT " + LOCK_SECONDS;
    }

    String collation() {
        return "utf8mb4_nopad_bin";
    }

    @Override
    String inItsWords(String statement) {
        String typed =
                statement
                        // A script marks by them where a body begins and ends.
                        .replace("$$", "")
                        .replace("${hash}", "VARBINARY(32)")
                        .replace("${bytes}", "VARBINARY(2048)")
                        .replace("${text}", "LONGTEXT");
        return TABLE.matcher(typed)
                .replaceFirst(
                        table ->
                                Matcher.quoteReplacement(
                                        table.group()
                                                + " ENGINE = InnoDB ROW_FORMAT = DYNAMIC"
                                                + " CHARACTER SET = utf8mb4 COLLATE = "
                                                + collation()));
    }

    /** Each statement commits itself: what has run before a failure is run again. */
    @Override
    final void alone(Connection connection, String prefix, Statements.Step work)
            throws SQLException {
        String name = "SHA2(CONCAT('xinyi ', DATABASE(), '.', '" + prefix + "'), 224)";
        boolean given =
                ask(connection, "SELECT GET_LOCK(" + name + ", " + MIGRATION_SECONDS + ")")
                        .filter("1"::equals)
                        .isPresent();
        if (!given) {
            throw new SQLTransientException("somebody else is making these tables", "HYT00");
        }
        try {
            work.run();
        } finally {
            execute(connection, "DO RELEASE_LOCK(" + name + ")");
        }
    }

    @Override
    final String currentSchema() {
        return "DATABASE()";
    }

    @Override
    final String triggersQuery() {
        return "SELECT CONCAT(event_object_table, ' ', event_manipulation) FROM"
                + " information_schema.triggers WHERE event_object_schema = DATABASE()"
                + " AND action_timing = 'BEFORE' AND action_orientation = 'ROW'"
                + " AND (action_statement LIKE 'SIGNAL SQLSTATE ''45000''%append-only''%'"
                + " OR event_object_table LIKE '%entry' AND "
                + Migrations.isErasedOnly(
                        this,
                        "REGEXP_REPLACE(action_statement, '[[:space:]]+', ' ')",
                        "LEFT(event_object_table, CHAR_LENGTH(event_object_table) - 5)")
                + ")";
    }

    @Override
    final LocalDate comparable(LocalDate day) {
        return between(EARLIEST, day, LATEST);
    }

    @Override
    final String timeQuery() {
        return "SELECT CAST(UNIX_TIMESTAMP(SYSDATE(3)) * 1000 AS SIGNED)";
    }
}
