package io.github.xinyi.trust.export;

import io.github.xinyi.trust.statement.Statement;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A statement as plain text: its lines, and below them what it is about ({@link TableText}).
 *
 * @since 0.1.0
 */
public final class StatementText {

    private StatementText() {}

    /**
     * Writes a statement.
     *
     * @param statement the statement
     * @param out where to, in UTF-8
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Statement statement, Appendable out) {
        TableText.write(
                List.of(StatementTable.lines(statement), StatementTable.about(statement)), out);
    }
}
