package io.github.xinyi.jdbc;

import java.sql.SQLException;

/**
 * MySQL from version 8.0.29 on, which differs from MariaDB in little. A row is waited for as long
 * as {@code innodb_lock_wait_timeout} says, 50 seconds unless it is set.
 */
final class MySqlDialect extends MariaDbDialect {

    private static final int DUPLICATE_KEY_NAME = 1061;
    private static final int NO_SUCH_KEY = 1091;

    @Override
    String lockClause() {
        return " FOR UPDATE";
    }

    @Override
    String collation() {
        return "utf8mb4_0900_bin";
    }

    /** An index has no IF NOT EXISTS and no IF EXISTS here: see {@link #isDoneAlready}. */
    @Override
    String inItsWords(String statement) {
        return super.inItsWords(statement)
                .replace("INDEX IF NOT EXISTS", "INDEX")
                .replace("INDEX IF EXISTS", "INDEX");
    }

    @Override
    boolean isDoneAlready(SQLException failure) {
        int code = failure.getErrorCode();
        return code == DUPLICATE_KEY_NAME || code == NO_SUCH_KEY;
    }
}
