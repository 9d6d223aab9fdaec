package io.github.xinyi.trust.export;

import io.github.xinyi.trust.statement.Statement;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A statement as a workbook of three sheets: its lines, the records behind them, and what it is
 * about ({@link TableXlsx}).
 *
 * @since 0.1.0
 */
public final class StatementXlsx {

    private StatementXlsx() {}

    /**
     * Writes a statement.
     *
     * @param statement the statement
     * @param out where to; not closed
     * @throws UncheckedIOException if it cannot be written
     * @throws IllegalArgumentException if an amount is beyond {@link TableXlsx#MAX_FEN} or a sheet
     *     beyond {@link TableXlsx#MAX_ROWS}
     */
    public static void write(Statement statement, OutputStream out) {
        TableXlsx.write(
                List.of(
                        StatementTable.lines(statement),
                        StatementTable.records(statement),
                        StatementTable.about(statement)),
                out);
    }
}
