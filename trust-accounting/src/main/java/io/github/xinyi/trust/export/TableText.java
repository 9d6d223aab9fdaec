package io.github.xinyi.trust.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tables as plain text to be read, mailed or put up: each under its name, its columns in line where
 * a Chinese character is as wide as two letters, amounts to the right.
 *
 * <p>A line break or another control character in a cell becomes a space, so that no cell makes a
 * line of its own. Source of the widths: Unicode Standard Annex 11, the wide and full-width blocks;
 * a character outside of them counts as one.
 *
 * @since 0.1.0
 */
public final class TableText {

    private static final String GAP = "  ";

    private TableText() {}

    /**
     * Writes tables, one below the other.
     *
     * @param tables in their order
     * @param out where to, in UTF-8; lines end with LF
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(List<Table> tables, Appendable out) {
        try {
            String between = "";
            for (Table table : tables) {
                out.append(between);
                write(table, out);
                between = "\n";
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Table table, Appendable out) throws IOException {
        List<List<Table.Cell>> lines = new ArrayList<>();
        lines.add(table.header().stream().map(Table.Cell::of).toList());
        lines.addAll(table.rows());
        int[] widths =
                IntStream.range(0, table.header().size())
                        .map(
                                column ->
                                        lines.stream()
                                                .mapToInt(line -> width(shown(line.get(column))))
                                                .max()
                                                .orElse(0))
                        .toArray();
        out.append(shown(Table.Cell.of(table.name()))).append("\n\n");
        for (List<Table.Cell> line : lines) {
            out.append(line(line, widths)).append('\n');
        }
    }

    private static String line(List<Table.Cell> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            Table.Cell cell = cells.get(column);
            String text = shown(cell);
            String padding = " ".repeat(widths[column] - width(text));
            line.append(column == 0 ? "" : GAP)
                    .append(cell.isAmount() ? padding + text : text + padding);
        }
        return line.toString().stripTrailing();
    }

    private static String shown(Table.Cell cell) {
        return cell.text().replaceAll("[\\p{Cntrl}\u2028\u2029]", " ");
    }

    private static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }
}
