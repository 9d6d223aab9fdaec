package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.book.Balance;
import java.sql.SQLException;

/**
 * The balances of one book on their way to the database. A row is changed only if it stands where
 * it was when it was read, and made only if there was none.
 */
final class BalanceRows {

    /** Where a row stands that is not there. */
    static final long NO_ROW = -1;

    private static final String COLUMNS =
            "debits, currency, credits, log_index, community, account";

    /**
     * Finds each row by its key, whatever the planner thinks of the size of the table. The last two
     * parameters tell for each account where its row was.
     */
    private static final RowArrays.Insertion TOGETHER =
            new RowArrays.Insertion(
                    "INSERT INTO {balance} AS b (" + COLUMNS + ")",
                    6,
                    " ON CONFLICT (community, account) DO UPDATE SET debits = EXCLUDED.debits,"
                            + " currency = EXCLUDED.currency, credits = EXCLUDED.credits,"
                            + " log_index = EXCLUDED.log_index WHERE b.log_index ="
                            + " (CAST(? AS BIGINT[]))[array_position(CAST(? AS TEXT[]),"
                            + " b.account)]");

    private static final String UPDATE =
            "UPDATE {balance} SET debits = ?, currency = ?, credits = ?, log_index = ?"
                    + " WHERE community = ? AND account = ? AND log_index = ?";

    private final CommunityId book;
    private final boolean together;
    private final Query inserts;
    private final Query updates;

    BalanceRows(Statements sql, CommunityId book) throws SQLException {
        this.book = book;
        this.together = sql.takesArrays();
        this.inserts = together ? sql.rows(TOGETHER) : sql.insert("{balance}", COLUMNS);
        this.updates = together ? inserts : sql.query(UPDATE);
    }

    /**
     * Adds a balance.
     *
     * @param index that of the last posting in it
     * @param was that in the row as it was read, or {@link #NO_ROW}
     */
    void add(Balance balance, long index, long was) throws SQLException {
        boolean isNew = was == NO_ROW;
        Query row =
                (isNew ? inserts : updates)
                        .with(balance.debits())
                        .with(balance.credits().minor())
                        .with(index)
                        .with(book)
                        .with(balance.account());
        if (together) {
            row.with(was).with(balance.account());
        } else if (!isNew) {
            row.with(was);
        }
        row.addBatch();
    }

    /** Stores what was added. */
    void store() throws SQLException {
        inserts.runBatch();
        if (!together) {
            updates.runBatch();
        }
    }
}
