package io.github.xinyi.trust.export;

import io.github.xinyi.trust.statement.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A statement as comma-separated values ({@link TableCsv}), in which no cell runs as a formula.
 *
 * @since 0.1.0
 */
public final class StatementCsv {

    /**
     * Whether the file begins with a byte order mark, without which some programs misread UTF-8.
     */
    public enum ByteOrderMark {
        /** No mark, as RFC 4180 and RFC 8259 readers expect. */
        NONE,
        /** U+FEFF first. */
        WRITTEN
    }

    private final ByteOrderMark mark;

    /**
     * A writer.
     *
     * @param mark whether a byte order mark comes first
     */
    public StatementCsv(ByteOrderMark mark) {
        this.mark = mark;
    }

    /**
     * Writes the lines of a statement, one a row: code, name in both languages, amount in yuan,
     * number of records, relation.
     *
     * @param statement the statement
     * @param out where to, in UTF-8
     * @throws UncheckedIOException if it cannot be written
     */
    public void writeLines(Statement statement, Appendable out) {
        write(StatementTable.lines(statement), out);
    }

    /**
     * Writes the records behind every line of a statement, one a row: code of the line, index and
     * name of the record, amount in yuan.
     *
     * @param statement the statement
     * @param out where to, in UTF-8
     * @throws UncheckedIOException if it cannot be written
     */
    public void writeRecords(Statement statement, Appendable out) {
        write(StatementTable.records(statement), out);
    }

    /**
     * Writes what a statement is about, one fact a row: period, knowledge, view and notes.
     *
     * @param statement the statement
     * @param out where to, in UTF-8
     * @throws UncheckedIOException if it cannot be written
     */
    public void writeAbout(Statement statement, Appendable out) {
        write(StatementTable.about(statement), out);
    }

    private void write(Table table, Appendable out) {
        try {
            if (mark == ByteOrderMark.WRITTEN) {
                out.append('\uFEFF');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TableCsv.write(table, out);
    }
}
