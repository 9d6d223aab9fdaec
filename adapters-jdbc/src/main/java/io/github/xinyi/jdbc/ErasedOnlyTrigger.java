package io.github.xinyi.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to delete an entry, and every change of one but this: it loses its text and its salt,
 * after a record of the log that tells of it was written.
 *
 * <p>Public only because H2 loads it by name; nobody else needs it. Its refusal has the SQLState
 * {@code 45000}.
 *
 * @since 0.1.0
 */
@SuppressWarnings("exports")
public final class ErasedOnlyTrigger implements Trigger {

    private static final String ENTRY = "entry";

    private String schema = "?";
    private String table = "?";

    /** Called by H2. */
    public ErasedOnlyTrigger() {}

    /** Remembers the name of the table. */
    @Override
    public void init(
            Connection connection,
            String schema,
            String trigger,
            String table,
            boolean before,
            int type) {
        this.schema = schema;
        this.table = table;
    }

    /**
     * Lets an erasure pass.
     *
     * @throws SQLException for every other change
     */
    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
            throws SQLException {
        if (before == null || after == null || !isErasure(connection, before, after)) {
            throw new SQLException(
                    (after == null ? "delete from " : "update of ")
                            + table
                            + " refused: it is append-only",
                    "45000");
        }
    }

    private boolean isErasure(Connection connection, Object[] before, Object[] after)
            throws SQLException {
        List<String> columns = columns(connection);
        for (int i = 0; i < columns.size(); i++) {
            boolean isRight =
                    switch (columns.get(i)) {
                        case "salt" -> length(before[i]) > 0 && length(after[i]) == 0;
                        case "narrative" -> "".equals(after[i]);
                        default -> Objects.deepEquals(before[i], after[i]);
                    };
            if (!isRight) {
                return false;
            }
        }
        return isRecorded(
                connection,
                before[columns.indexOf("community")],
                before[columns.indexOf("log_index")]);
    }

    private List<String> columns(Connection connection) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getColumns(null, schema, table, null)) {
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    private static int length(Object bytes) {
        return bytes instanceof byte[] salt ? salt.length : -1;
    }

    private boolean isRecorded(Connection connection, Object community, Object entry)
            throws SQLException {
        String prefix = table.substring(0, table.length() - ENTRY.length());
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT 1 FROM "
                                + prefix
                                + "erasure WHERE community = ? AND entry_index = ?")) {
            select.setObject(1, community);
            select.setObject(2, entry);
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        }
    }
}
