package io.github.xinyi.jdbc;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/** The databases of one server; those that were used and are whole are used again. */
final class Databases {

    private final Server server;
    private final Deque<TestDatabase> free = new ArrayDeque<>();
    private int made;

    Databases(Server server) {
        this.server = server;
    }

    synchronized TestDatabase take() {
        TestDatabase used = free.poll();
        if (used == null) {
            return make(true);
        }
        try {
            server.empty(used);
            return used;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized TestDatabase make(boolean again) {
        String name = "trial" + ++made;
        try {
            server.execute("CREATE DATABASE " + name);
            TestDatabase database =
                    TestDatabase.onServer(server, name, again ? this::giveBack : this::drop);
            if (again) {
                database.stores().migrate();
            }
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void giveBack(TestDatabase database) {
        free.push(database);
    }

    private synchronized void drop(TestDatabase database) {
        database.dispose();
        try {
            server.execute("DROP DATABASE " + database.name());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
