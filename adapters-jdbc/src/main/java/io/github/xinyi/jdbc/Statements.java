package io.github.xinyi.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Sending sending;
    private final boolean own;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>();
    private Step beforeJoining = () -> {};

    private @Nullable Step waitAsBefore;
    private @Nullable String opening;
    private @Nullable Message message;
    private boolean limited;

    private Statements(
            Connection connection,
            Schema schema,
            Dialect dialect,
            Sending sending,
            boolean own,
            boolean limited) {
        this.connection = connection;
        this.schema = schema;
        this.dialect = dialect;
        this.sending = sending;
        this.own = own;
        this.limited = limited;
    }

    /** Statements of a transaction that is begun here, so that it may be committed on the way. */
    static Statements own(Connection connection, Schema schema, Dialect dialect, Sending sending) {
        return new Statements(connection, schema, dialect, sending, true, true);
    }

    /** Statements of a call within a call, in the transaction that the outer one began. */
    Statements within() {
        return new Statements(connection, schema, dialect, sending, false, true);
    }

    /** Statements of a transaction of the host. */
    static Statements joined(
            Connection connection, Schema schema, Dialect dialect, Sending sending) {
        return new Statements(
                connection, schema, dialect, sending, false, sending == Sending.APART);
    }

    /** Begins a transaction of our own, at the latest with its first statement. */
    void begin() {
        opening = sending.beginning(dialect).orElse(null);
    }

    private void open() throws SQLException {
        if (opening != null) {
            Dialect.execute(connection, opening);
            opening = null;
        }
    }

    /** The connection, its transaction begun. */
    Connection connection() throws SQLException {
        open();
        return connection;
    }

    /** The statement of a template in which table names stand in braces. */
    Query query(String template) throws SQLException {
        String text = schema.sql(template);
        if (message != null) {
            return new Query(message.target(text));
        }
        open();
        return prepared(text);
    }

    /**
     * Rows for a table: by one statement for all where the database takes that, else by one each.
     *
     * @param columns their names in order, with commas between
     */
    Query insert(String table, String columns) throws SQLException {
        String before = "INSERT INTO " + table + " (" + columns + ")";
        int width = columns.split(",", -1).length;
        return takesArrays()
                ? rows(new RowArrays.Insertion(before, width, ""))
                : query(
                        before
                                + " VALUES ("
                                + String.join(", ", Collections.nCopies(width, "?"))
                                + ")");
    }

    /** Whether a whole column of rows can be one parameter. */
    boolean takesArrays() {
        return sending.takesArrays(dialect);
    }

    /** Rows for an INSERT in which table names stand in braces. */
    Query rows(RowArrays.Insertion insertion) {
        return new Query(new RowArrays(insertion, this::send));
    }

    private void send(String template, List<Target.Parameter> parameters, int rows)
            throws SQLException {
        String text = schema.sql(template);
        if (message != null) {
            message.add(text, parameters, rows);
            return;
        }
        open();
        PreparedStatement statement = statement(text);
        int index = 0;
        for (Target.Parameter parameter : parameters) {
            parameter.set(statement, ++index);
        }
        Target.require(rows, statement.executeUpdate());
    }

    /** A text in which table names stand in braces, with their prefix. */
    String named(String template) {
        return template.replace("{", schema.prefix()).replace("}", "");
    }

    private Query prepared(String text) throws SQLException {
        return new Query(new Target.Prepared(statement(text)));
    }

    private PreparedStatement statement(String text) throws SQLException {
        PreparedStatement statement = prepared.get(text);
        if (statement == null) {
            statement = connection.prepareStatement(text);
            prepared.put(text, statement);
        }
        return statement;
    }

    /**
     * Does work whose statements change a known number of rows, all of them in one message where
     * the database takes that, and nothing is asked meanwhile.
     */
    void together(Step work) throws SQLException {
        if (!sending.takesSeveral(dialect)) {
            work.run();
            return;
        }
        open();
        Message gathered = new Message();
        message = gathered;
        try {
            work.run();
        } finally {
            message = null;
        }
        gathered.send(connection);
    }

    /** The same, and its rows stay locked until the transaction ends. */
    Query locking(String template) throws SQLException {
        if (!limited) {
            limited = true;
            waitAsBefore = dialect.limitWaiting(connection).orElse(null);
        }
        String query = template + dialect.lockClause();
        return beginsWithLock() ? opening(query) : query(query);
    }

    /** Whether nothing was asked yet, and the lock may come with more in one message. */
    boolean beginsWithLock() {
        return opening != null && sending.takesSeveral(dialect);
    }

    /**
     * The first statement of a transaction that locks, and with it a second that sees what was
     * committed before the lock was given.
     */
    Query lockingFirst(String template, String second) throws SQLException {
        return opening(template + dialect.lockClause() + "; " + second);
    }

    private Query opening(String template) throws SQLException {
        String first = opening + "; " + schema.sql(template);
        opening = null;
        return prepared(first);
    }

    /** A day to compare with, if need be moved to one that a column can hold. */
    LocalDate comparable(LocalDate day) {
        return dialect.comparable(day);
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
        open();
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
