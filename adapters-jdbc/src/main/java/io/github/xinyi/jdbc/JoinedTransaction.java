package io.github.xinyi.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/** The open transaction of the host: neither committed nor rolled back here, only up to here. */
final class JoinedTransaction implements Transactions {

    private final Connection connection;
    private final Schema schema;
    private final Sending sending;

    JoinedTransaction(Connection connection, Schema schema, Sending sending) {
        this.connection = connection;
        this.schema = schema;
        this.sending = sending;
    }

    @Override
    public <T> T run(String operation, Statements.Work<T> work) {
        try {
            requireTransaction();
            return run(
                    connection,
                    Statements.joined(connection, schema, Dialect.of(connection), sending),
                    work);
        } catch (SQLException e) {
            throw SqlFailures.failure(operation, e);
        }
    }

    /** Does work in the open transaction of a connection, of which nothing needs to be asked. */
    static <T> T run(Connection connection, Statements statements, Statements.Work<T> work)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statements sql = statements) {
            T answer = work.run(sql);
            sql.waitAsBefore();
            connection.releaseSavepoint(before);
            return answer;
        } catch (SQLException | RuntimeException | Error e) {
            undo(connection, before, e);
            throw e;
        }
    }

    @Override
    public boolean isWithin() {
        return true;
    }

    private void requireTransaction() throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("the connection has no open transaction to join");
        }
        int isolation = connection.getTransactionIsolation();
        if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
            throw new IllegalStateException(
                    "a transaction to join is READ COMMITTED: under another isolation it would"
                            + " not see what was committed before it got its lock; but was level "
                            + isolation);
        }
    }

    private static void undo(Connection connection, Savepoint before, Throwable reason) {
        try {
            connection.rollback(before);
        } catch (SQLException failed) {
            reason.addSuppressed(failed);
        }
    }
}
