package io.github.xinyi.trust.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as comma-separated values of RFC 4180: the header, then a line for each row; lines end
 * with CR LF, and cells with a comma, a semicolon, a tab, a quote or a line break are quoted.
 *
 * <p>No cell runs as a formula: a text that begins with {@code =}, {@code +}, {@code -}, {@code @},
 * a tab or a line break, or its full-width form, gets an apostrophe before it. Amounts are plain
 * decimals such as {@code -12.34}, which no program takes for a formula.
 *
 * @since 0.1.0
 */
public final class TableCsv {

    /** What ends a cell in some program, whatever separates cells here. */
    private static final String ENDS = ",;\t\"\r\n";

    private static final String RUNS = "=+-@\t\r\n＝＋－＠";

    private TableCsv() {}

    /**
     * Writes a table.
     *
     * @param table the table
     * @param out where to, in UTF-8
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Table table, Appendable out) {
        try {
            out.append(row(table.header().stream().map(Table.Cell::of).toList()));
            for (List<Table.Cell> cells : table.rows()) {
                out.append(row(cells));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(List<Table.Cell> cells) {
        return cells.stream()
                .map(c -> c.isAmount() ? c.text() : quoted(harmless(c.text())))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String harmless(String text) {
        return !text.isEmpty() && RUNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> ENDS.indexOf(c) >= 0);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
