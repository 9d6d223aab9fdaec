package io.github.xinyi.trust.export;

import io.github.xinyi.trust.statement.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A statement as comma-separated values of RFC 4180: lines end with CR LF, and cells with a comma,
 * a quote or a line break are quoted.
 *
 * <p>No cell runs as a formula: a text that begins with {@code =}, {@code +}, {@code -}, {@code @},
 * a tab or a line break, or its full-width form, gets an apostrophe before it. Amounts are plain
 * decimals such as {@code -12.34}, which no program takes for a formula.
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

    private static final String RUNS = "=+-@\t\r\n＝＋－＠";

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

    private void write(StatementTable table, Appendable out) {
        try {
            if (mark == ByteOrderMark.WRITTEN) {
                out.append('\uFEFF');
            }
            out.append(row(table.header().stream().map(StatementTable.Cell::of).toList()));
            for (List<StatementTable.Cell> cells : table.rows()) {
                out.append(row(cells));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(List<StatementTable.Cell> cells) {
        return cells.stream()
                .map(c -> c.isAmount() ? c.text() : quoted(harmless(c.text())))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    static String harmless(String text) {
        return !text.isEmpty() && RUNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
