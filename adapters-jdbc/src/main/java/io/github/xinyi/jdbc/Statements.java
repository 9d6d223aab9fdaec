package io.github.xinyi.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.LinkedHashMap;
import java.util.Map;

/** The statements of one transaction, each prepared once. Used by one thread. */
final class Statements implements AutoCloseable {

    /** What is done inside one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run(Statements sql) throws SQLException;
    }

    /** A step of a transaction. */
    @FunctionalInterface
    interface Step {
        void run() throws SQLException;
    }

    private final Connection connection;
    private final Schema schema;
    private final Dialect dialect;
    private final boolean own;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>();
    private Step beforeJoining = () -> {};

    /**
     * Statements on a connection.
     *
     * @param own whether the transaction was begun here, so that it may be committed on the way
     */
    Statements(Connection connection, Schema schema, Dialect dialect, boolean own) {
        this.connection = connection;
        this.schema = schema;
        this.dialect = dialect;
        this.own = own;
    }

    Connection connection() {
        return connection;
    }

    /** The statement of a template in which table names stand in braces. */
    Query query(String template) throws SQLException {
        PreparedStatement statement = prepared.get(template);
        if (statement == null) {
            statement = connection.prepareStatement(schema.sql(template));
            prepared.put(template, statement);
        }
        return new Query(statement);
    }

    /** The same, and its rows stay locked until the transaction ends. */
    Query locking(String template) throws SQLException {
        return query(template + dialect.lockClause());
    }

    /**
     * Inserts rows that another transaction may be inserting too.
     *
     * @return false, and nothing is inserted, if they are there
     */
    boolean insertUnlessThere(Step insert) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            insert.run();
        } catch (SQLException e) {
            if (!SqlFailures.isDuplicate(e)) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
        connection.releaseSavepoint(before);
        return true;
    }

    /** Sets what is done before another call joins this transaction. */
    void beforeJoining(Step step) {
        beforeJoining = step;
    }

    /** Another call is about to join. */
    void join() throws SQLException {
        beforeJoining.run();
    }

    /** Commits what was done so far, if that is ours to do. */
    void settle() throws SQLException {
        if (own) {
            connection.commit();
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
    }
}
