package io.github.xinyi.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to change or delete a row, whoever asks: H2 makes one for every table that only grows.
 *
 * <p>Public only because H2 loads it by name; nobody else needs it. Its refusal has the SQLState
 * {@code 45000}.
 *
 * @since 0.1.0
 */
@SuppressWarnings("exports")
public final class AppendOnlyTrigger implements Trigger {

    private String table = "?";

    /** Called by H2. */
    public AppendOnlyTrigger() {}

    /** Remembers the name of the table. */
    @Override
    public void init(
            Connection connection,
            String schema,
            String trigger,
            String table,
            boolean before,
            int type) {
        this.table = table;
    }

    /**
     * Refuses.
     *
     * @throws SQLException always
     */
    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
            throws SQLException {
        throw new SQLException(
                (after == null ? "delete from " : "update of ")
                        + table
                        + " refused: it is append-only",
                "45000");
    }
}
