package io.github.xinyi.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    private @Nullable Step waitAsBefore;
    private boolean limited;

    private Statements(Connection connection, Schema schema, boolean own, boolean limited)
            throws SQLException {
        this.connection = connection;
        this.schema = schema;
        this.dialect = Dialect.of(connection);
        this.own = own;
        this.limited = limited;
    }

    /** Statements of a transaction that is begun here, so that it may be committed on the way. */
    static Statements own(Connection connection, Schema schema) throws SQLException {
        return new Statements(connection, schema, true, true);
    }

    /** Statements of a call within a call, in the transaction that the outer one began. */
    static Statements within(Connection connection, Schema schema) throws SQLException {
        return new Statements(connection, schema, false, true);
    }

    /** Statements of a transaction of the host. */
    static Statements joined(Connection connection, Schema schema) throws SQLException {
        return new Statements(connection, schema, false, false);
    }

    /** The first statement of a transaction of our own. */
    void begin() throws SQLException {
        Optional<String> first = dialect.beginning();
        if (first.isPresent()) {
            Dialect.execute(connection, first.get());
        }
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
        if (!limited) {
            limited = true;
            waitAsBefore = dialect.limitWaiting(connection).orElse(null);
        }
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
            begin();
        }
    }

    /** Lets the host wait for locks as it did; a rollback to before us does the same. */
    void waitAsBefore() throws SQLException {
        if (waitAsBefore != null) {
            waitAsBefore.run();
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
    }
}
