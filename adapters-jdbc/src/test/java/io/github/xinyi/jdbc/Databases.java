package io.github.xinyi.jdbc;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The databases of one server that are used again, emptied, when a test has ended. */
final class Databases {

    private static final AtomicInteger MADE = new AtomicInteger();

    private final Server server;
    private final boolean disarmed;
    private final Deque<TestDatabase> free = new ArrayDeque<>();

    Databases(Server server, boolean disarmed) {
        this.server = server;
        this.disarmed = disarmed;
    }

    synchronized TestDatabase take() {
        try {
            TestDatabase used = free.poll();
            if (used != null) {
                server.empty(used);
                return used;
            }
            TestDatabase database = make(this::giveBack);
            database.stores().migrate();
            if (disarmed) {
                database.disarm();
            }
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that is dropped when it is closed. */
    TestDatabase makeBare() {
        try {
            return make(this::drop);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private TestDatabase make(Consumer<TestDatabase> closing) throws SQLException {
        String name = "trial" + MADE.incrementAndGet();
        server.execute("CREATE DATABASE " + name);
        return TestDatabase.onServer(server, name, closing);
    }

    /** A connection that was closed within a transaction may be still in it: all are closed. */
    private synchronized void giveBack(TestDatabase database) {
        database.reopen();
        free.push(database);
    }

    private void drop(TestDatabase database) {
        database.dispose();
        try {
            server.execute("DROP DATABASE " + database.name());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
