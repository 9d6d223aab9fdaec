/**
 * Stores of both domains on a relational database, in the host's own tables and transactions.
 *
 * <p>Plain JDBC: no pool, no mapper, no framework. Start at {@link
 * io.github.xinyi.jdbc.JdbcStores}.
 */
@SuppressWarnings("requires-automatic")
module io.github.xinyi.jdbc {
    requires transitive java.sql;
    requires transitive io.github.xinyi.trust;
    requires static org.jspecify;
    // Only for the classes of triggers, which H2 itself loads, and H2File.
    requires static com.h2database;
    requires org.slf4j;

    exports io.github.xinyi.jdbc;
}
