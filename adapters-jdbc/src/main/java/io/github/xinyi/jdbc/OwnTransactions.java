package io.github.xinyi.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transaction of its own for each call, on a connection of the host's data source. A call within
 * a call of the same thread, for example of events within a write of a book, joins its transaction:
 * both are kept or neither, and a pool of one connection is enough.
 */
final class OwnTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcStores.class);

    private final DataSource source;
    private final Schema schema;
    private final Sending sending;

    /** The statements of each thread that is within a call. */
    private final ConcurrentMap<Thread, Statements> within = new ConcurrentHashMap<>();

    /** Asked once: where there are many servers, the question would go to any of them. */
    private volatile @Nullable Dialect dialect;

    OwnTransactions(DataSource source, Schema schema, Sending sending) {
        this.source = source;
        this.schema = schema;
        this.sending = sending;
    }

    @Override
    public <T> T run(String operation, Statements.Work<T> work) {
        Statements outer = within.get(Thread.currentThread());
        return outer == null ? begun(operation, work) : joined(outer, operation, work);
    }

    @Override
    public boolean isWithin() {
        return within.containsKey(Thread.currentThread());
    }

    private <T> T joined(Statements outer, String operation, Statements.Work<T> work) {
        try {
            outer.join();
            return JoinedTransaction.run(outer.connection(), outer.within(), work);
        } catch (SQLException e) {
            throw SqlFailures.failure(operation, e);
        }
    }

    private <T> T begun(String operation, Statements.Work<T> work) {
        try {
            Connection connection = source.getConnection();
            try {
                return run(operation, connection, work);
            } finally {
                unlessFailing(connection::close);
            }
        } catch (SQLException e) {
            throw SqlFailures.failure(operation, e);
        }
    }

    private <T> T run(String operation, Connection connection, Statements.Work<T> work)
            throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        if (autoCommit) {
            connection.setAutoCommit(false);
        } else {
            // What somebody has left in it is not ours to keep.
            connection.rollback();
        }
        try {
            // Each statement sees the latest commits. No stronger level is needed: what is written
            // is locked first, and what is read together is bounded by the size of the log.
            return sending.beginning(dialect(connection)).isPresent()
                    ? committed(operation, connection, work)
                    : isolated(operation, connection, work);
        } finally {
            if (autoCommit) {
                unlessFailing(() -> connection.setAutoCommit(true));
            }
        }
    }

    private Dialect dialect(Connection connection) throws SQLException {
        Dialect known = dialect;
        if (known == null) {
            known = Dialect.of(connection);
            dialect = known;
        }
        return known;
    }

    private <T> T isolated(String operation, Connection connection, Statements.Work<T> work)
            throws SQLException {
        int isolation = connection.getTransactionIsolation();
        if (isolation == Connection.TRANSACTION_READ_COMMITTED) {
            return committed(operation, connection, work);
        }
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        try {
            return committed(operation, connection, work);
        } finally {
            unlessFailing(() -> connection.setTransactionIsolation(isolation));
        }
    }

    private <T> T committed(String operation, Connection connection, Statements.Work<T> work)
            throws SQLException {
        Statements sql = Statements.own(connection, schema, dialect(connection), sending);
        within.put(Thread.currentThread(), sql);
        try {
            sql.begin();
            T answer = work.run(sql);
            commit(operation, connection);
            return answer;
        } catch (SQLException | RuntimeException | Error e) {
            try {
                connection.rollback();
            } catch (SQLException failed) {
                e.addSuppressed(failed);
            }
            throw e;
        } finally {
            within.remove(Thread.currentThread());
            unlessFailing(sql::close);
        }
    }

    private static void commit(String operation, Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw SqlFailures.atCommit(operation, e);
        }
    }

    /** What is kept or undone stays so, whatever becomes of the connection: that is the pool's. */
    private static void unlessFailing(Statements.Step step) {
        try {
            step.run();
        } catch (SQLException e) {
            LOG.warn("A connection was not handed back in order", e);
        }
    }
}
