package io.github.xinyi.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** Hands out connections of a database and has the server end their sessions when told to. */
final class CutConnections implements DataSource {

    private final TestDatabase database;
    private final JdbcConnectionPool pool;
    private String session = "";
    private boolean atCommit;
    private boolean committed;

    CutConnections(TestDatabase database) {
        this.database = database;
        // Of its own, since a pool without checks would hand a dead connection out again.
        this.pool = database.pool(1);
    }

    /**
     * Ends the session at the next commit.
     *
     * @param committed whether the commit has been done by then, only nobody hears of it
     */
    void atCommit(boolean committed) {
        this.atCommit = true;
        this.committed = committed;
    }

    /** Ends the session of the connection that was handed out last. */
    void cutNow() {
        try {
            switch (database.server()) {
                case H2 -> database.ask("SELECT ABORT_SESSION(" + session + ")");
                case POSTGRESQL -> database.execute("SELECT pg_terminate_backend(" + session + ")");
                case MARIADB -> database.execute("KILL CONNECTION " + session);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = pool.getConnection();
        session =
                switch (database.server()) {
                    case H2 -> Dialect.ask(connection, "SELECT SESSION_ID()").orElseThrow();
                    case POSTGRESQL ->
                            Dialect.ask(connection, "SELECT pg_backend_pid()").orElseThrow();
                    case MARIADB -> Dialect.ask(connection, "SELECT CONNECTION_ID()").orElseThrow();
                };
        return (Connection)
                Proxy.newProxyInstance(
                        CutConnections.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            if (atCommit && method.getName().equals("commit")) {
                                commit(connection);
                                return null;
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private void commit(Connection connection) throws SQLException {
        atCommit = false;
        if (committed) {
            connection.commit();
        }
        cutNow();
        if (committed) {
            Dialect.ask(connection, "SELECT 1");
        }
        connection.commit();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
