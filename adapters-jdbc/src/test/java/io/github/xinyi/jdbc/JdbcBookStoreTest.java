package io.github.xinyi.jdbc;

import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.tck.BookStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class JdbcBookStoreTest extends BookStoreContract {

    /** In the build a few short scripts; with {@code -Dxinyi.tries=12} as many as in memory. */
    private static final int FEW = 2;

    private static final int SHORT = 30;
    private static final int SCRIPTS = Integer.getInteger("xinyi.tries", FEW);

    private final TestDatabase database;

    JdbcBookStoreTest(Server server) {
        this.database = server.database();
    }

    @Override
    protected BookStore createStore() {
        return database.stores().migrate().books();
    }

    @Override
    protected BookStore reopen(BookStore store) {
        database.reopen();
        return database.stores().books();
    }

    @Override
    protected int scripts() {
        return SCRIPTS;
    }

    @Override
    protected int commands() {
        return SCRIPTS > FEW || database.server() == Server.H2 ? super.commands() : SHORT;
    }

    @AfterEach
    void close() {
        database.close();
    }
}
