package io.github.xinyi.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Locale;

/** All in which databases differ: another one is added here, with its own scripts of triggers. */
enum Dialect {
    /** H2 from version 2.2 on, embedded or as a server. */
    H2(
            "H2",
            " FOR UPDATE WAIT 10",
            "VARBINARY(32)",
            "VARBINARY(2048)",
            "CHARACTER LARGE OBJECT",
            "SELECT table_name FROM information_schema.tables"
                    + " WHERE table_schema = CURRENT_SCHEMA",
            "SELECT event_object_table || ' ' || event_manipulation FROM"
                    + " information_schema.triggers WHERE event_object_schema = CURRENT_SCHEMA AND"
                    + " action_timing = 'BEFORE' AND action_orientation = 'ROW' AND java_class = '"
                    + AppendOnlyTrigger.class.getName()
                    + "'");

    private final String product;
    private final String lockClause;
    private final String hashType;
    private final String bytesType;
    private final String textType;
    private final String tablesQuery;
    private final String triggersQuery;

    Dialect(
            String product,
            String lockClause,
            String hashType,
            String bytesType,
            String textType,
            String tablesQuery,
            String triggersQuery) {
        this.product = product;
        this.lockClause = lockClause;
        this.hashType = hashType;
        this.bytesType = bytesType;
        this.textType = textType;
        this.tablesQuery = tablesQuery;
        this.triggersQuery = triggersQuery;
    }

    static Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        for (Dialect dialect : values()) {
            if (dialect.product.equals(database.getDatabaseProductName())) {
                return dialect;
            }
        }
        throw new SQLFeatureNotSupportedException(
                "no dialect for the database " + database.getDatabaseProductName());
    }

    /** Ends a query whose rows are to be locked until the transaction ends. */
    String lockClause() {
        return lockClause;
    }

    /** The part of the name by which scripts of this dialect alone are known. */
    String scriptSuffix() {
        return "." + name().toLowerCase(Locale.ROOT) + ".sql";
    }

    String withTypes(String script) {
        return script.replace("${hash}", hashType)
                .replace("${bytes}", bytesType)
                .replace("${text}", textType);
    }

    /** Yields the names of all tables of the current schema, in any case of letters. */
    String tablesQuery() {
        return tablesQuery;
    }

    /**
     * Yields what append-only triggers refuse, for example {@code xy_entry update}, in any case.
     */
    String triggersQuery() {
        return triggersQuery;
    }
}
