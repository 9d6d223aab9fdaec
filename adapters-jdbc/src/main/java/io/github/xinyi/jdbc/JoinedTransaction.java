package io.github.xinyi.jdbc;

import io.github.xinyi.governance.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/** The open transaction of the host: neither committed nor rolled back here, only up to here. */
final class JoinedTransaction implements Transactions {

    private final Connection connection;
    private final Schema schema;

    JoinedTransaction(Connection connection, Schema schema) {
        this.connection = connection;
        this.schema = schema;
    }

    @Override
    public <T> T run(String operation, Statements.Work<T> work) {
        try {
            requireTransaction();
            Savepoint before = connection.setSavepoint();
            try (Statements sql =
                    new Statements(connection, schema, Dialect.of(connection), false)) {
                T answer = work.run(sql);
                connection.releaseSavepoint(before);
                return answer;
            } catch (SQLException | RuntimeException | Error e) {
                undo(before, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException(operation, e);
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
        if (connection.getTransactionIsolation() < Connection.TRANSACTION_READ_COMMITTED) {
            throw new IllegalStateException("the transaction reads what is not committed");
        }
    }

    private void undo(Savepoint before, Throwable reason) {
        try {
            connection.rollback(before);
        } catch (SQLException failed) {
            reason.addSuppressed(failed);
        }
    }
}
