package io.github.xinyi.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** H2 from version 2.2 on, embedded or as a server. */
final class H2Dialect extends Dialect {

    @Override
    String scripts() {
        return "h2";
    }

    @Override
    Optional<String> beginning() {
        return Optional.empty();
    }

    @Override
    String lockClause() {
        return " FOR UPDATE WAIT " + LOCK_SECONDS;
    }

    @Override
    String inItsWords(String statement) {
        return statement
                .replace("${hash}", "VARBINARY(32)")
                .replace("${bytes}", "VARBINARY(2048)")
                .replace("${text}", "CHARACTER LARGE OBJECT");
    }

    /** H2 has no lock that outlives a change of tables, and is mostly opened by one process. */
    @Override
    void alone(Connection connection, String prefix, Statements.Step work) throws SQLException {
        synchronized (H2Dialect.class) {
            work.run();
        }
    }

    @Override
    String currentSchema() {
        return "CURRENT_SCHEMA";
    }

    @Override
    String triggersQuery() {
        return "SELECT event_object_table || ' ' || event_manipulation FROM"
                + " information_schema.triggers WHERE event_object_schema = CURRENT_SCHEMA AND"
                + " action_timing = 'BEFORE' AND action_orientation = 'ROW' AND (java_class = '"
                + AppendOnlyTrigger.class.getName()
                + "' OR LOWER(event_object_table) LIKE '%entry' AND java_class = '"
                + ErasedOnlyTrigger.class.getName()
                + "')";
    }

    @Override
    String timeQuery() {
        return "SELECT CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)";
    }
}
