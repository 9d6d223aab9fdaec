package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A host's transaction that has written to a book and not ended: the book is locked. */
final class HeldBook implements AutoCloseable {

    private final Connection connection;

    HeldBook(DataSource source, CommunityId book) throws SQLException {
        // The head row is there: else others would wait to insert it.
        JdbcStores.on(source).books().write(book, session -> session.frontier().size());
        connection = source.getConnection();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        JdbcStores.joining(connection).books().write(book, session -> session.frontier().size());
    }

    /** What works inside the host's transaction. */
    JdbcStores stores() {
        return JdbcStores.joining(connection);
    }

    /** Commits and lets the book go. */
    @Override
    public void close() throws SQLException {
        connection.commit();
        connection.close();
    }
}
