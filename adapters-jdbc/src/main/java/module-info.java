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
    // Only to compile the class of a trigger, which nothing but H2 itself loads.
    requires static com.h2database;
    requires org.slf4j;

    exports io.github.xinyi.jdbc;
}
