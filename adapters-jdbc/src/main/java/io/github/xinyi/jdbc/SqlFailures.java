package io.github.xinyi.jdbc;

import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.governance.store.StoreException.Reason;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the SQLState of a failure says, or the error code where a database gives no own state. */
final class SqlFailures {

    private static final Set<String> LOCK_STATES = Set.of("HYT00", "55P03");

    /**
     * Connection lost; out of resources for now; a server that is going down, that is only a copy,
     * or whose session was ended; H2's database that is being closed.
     */
    private static final Set<String> AWAY_CLASSES = Set.of("08", "53");

    private static final Set<String> AWAY_STATES =
            Set.of("57P01", "57P02", "57P03", "57P05", "25P03", "25006", "HYT01", "90067", "90098",
                    "90121");

    /** H2's row that another transaction has just changed. */
    private static final String H2_CONFLICT = "90131";

    /** Codes of MariaDB and MySQL, whose states for them say nothing. */
    private static final Set<Integer> LOCK_CODES = Set.of(1205);

    private static final Set<Integer> CONFLICT_CODES = Set.of(1020, 1213);
    private static final Set<Integer> AWAY_CODES = Set.of(1047, 1053, 1290, 1317, 1836, 1927);
    private static final int DUPLICATE_CODE = 1062;

    /** States of a transaction that is known to be undone. */
    private static final Set<String> UNDONE_CLASSES = Set.of("23", "40");

    private static final String UNKNOWN_STATE = "40003";

    private SqlFailures() {}

    static boolean isDuplicate(SQLException failure) {
        return "23505".equals(failure.getSQLState())
                || ("23000".equals(failure.getSQLState())
                        && failure.getErrorCode() == DUPLICATE_CODE);
    }

    /** What a port throws for a failure before the commit: nothing is kept. */
    static StoreException failure(String operation, SQLException cause) {
        return new StoreException(operation, cause, reason(cause));
    }

    /** What a port throws for a failure of the commit itself. */
    static StoreException atCommit(String operation, SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        boolean undone =
                !state.equals(UNKNOWN_STATE)
                        && (reason(cause) == Reason.CONFLICT
                                || UNDONE_CLASSES.contains(classOf(state)));
        return undone
                ? failure(operation, cause)
                : new StoreException(operation, cause, Reason.OUTCOME_UNKNOWN);
    }

    static Reason reason(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                Reason reason = ofState(sql);
                if (reason != Reason.OTHER) {
                    return reason;
                }
            }
        }
        return Reason.OTHER;
    }

    private static Reason ofState(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        int code = failure.getErrorCode();
        boolean vague = state.startsWith("HY") || state.equals("70100");
        if (LOCK_STATES.contains(state) || (vague && LOCK_CODES.contains(code))) {
            return Reason.LOCK_NOT_GIVEN;
        }
        if (classOf(state).equals("40")
                || state.equals(H2_CONFLICT)
                || (vague && CONFLICT_CODES.contains(code))
                || failure instanceof SQLTransactionRollbackException) {
            return Reason.CONFLICT;
        }
        boolean away =
                AWAY_CLASSES.contains(classOf(state))
                        || AWAY_STATES.contains(state)
                        || (vague && AWAY_CODES.contains(code))
                        || failure instanceof SQLTransientException
                        || failure instanceof SQLRecoverableException;
        return away ? Reason.UNAVAILABLE : Reason.OTHER;
    }

    private static String classOf(String state) {
        return state.length() == 5 ? state.substring(0, 2) : "";
    }
}
