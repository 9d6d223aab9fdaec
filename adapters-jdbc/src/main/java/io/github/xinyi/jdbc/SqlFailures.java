package io.github.xinyi.jdbc;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an SQLState says about a failure. */
final class SqlFailures {

    /** Connection lost; transaction rolled back by the database; out of resources for now. */
    private static final Set<String> RETRYABLE_CLASSES = Set.of("08", "40", "53");

    /** Lock time-outs, and H2's database that is being closed or was just changed by another. */
    private static final Set<String> RETRYABLE_STATES =
            Set.of("HYT00", "HYT01", "55P03", "57P01", "57P02", "57P03", "90098", "90121", "90131");

    private SqlFailures() {}

    static boolean isDuplicate(SQLException failure) {
        return "23505".equals(failure.getSQLState());
    }

    /** Whether the same call may succeed if it is made again. */
    static boolean isRetryable(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || (cause instanceof SQLException sql && isRetryableState(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRetryableState(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (RETRYABLE_STATES.contains(state)
                        || RETRYABLE_CLASSES.contains(state.substring(0, 2)));
    }
}
