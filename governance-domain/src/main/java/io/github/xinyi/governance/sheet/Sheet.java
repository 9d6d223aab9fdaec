package io.github.xinyi.governance.sheet;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.CsvReader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A table (表) of comma-separated values, read whole or refused whole.
 *
 * <p>Example: {@code Sheet.read(file, List.of(UNIT, AREA)).then(sheet -> sheet.rows(row -> new
 * Flat(row.get(UNIT), row.get(AREA))))}. The header must name the columns given and no others, in
 * any order. Every fault of every row and cell is reported with file, line and field, up to {@link
 * #MAX_FAULTS}; a table with any fault yields no row. The form is RFC 4180. Immutable.
 *
 * @since 0.1.0
 */
public final class Sheet {

    /** The largest file read: 64 MiB. */
    public static final int MAX_BYTES = 64 << 20;

    /** The greatest number of rows below the header. */
    public static final int MAX_ROWS = 200_000;

    /** The longest cell, in characters. */
    public static final int MAX_CELL_LENGTH = 2_000;

    /** The greatest number of faults listed; the others are counted. */
    public static final int MAX_FAULTS = 1_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String GB18030 = "GB18030";

    private final List<Column<?>> columns;
    private final List<String> header;
    private final List<CsvRecord> records;
    private final List<SheetNotice> notices;
    private final Faults faults;

    private Sheet(
            List<Column<?>> columns,
            List<String> header,
            List<CsvRecord> records,
            List<SheetNotice> notices,
            Faults faults) {
        this.columns = columns;
        this.header = header;
        this.records = records;
        this.notices = notices;
        this.faults = faults;
    }

    /**
     * Reads the text and the header; faults of single rows come with {@link #rows}.
     *
     * @param file the bytes
     * @param columns every column of the table, the ignored ones too
     * @return the table; refused if the bytes are not text in the charset named, the header is not
     *     the one expected, a quote does not close, or a limit on bytes or rows is passed
     * @throws IllegalArgumentException if two columns have the same header
     */
    public static Outcome<Sheet> read(SheetFile file, List<? extends Column<?>> columns) {
        if (columns.stream().map(Column::header).distinct().count() != columns.size()) {
            throw new IllegalArgumentException("two columns with one header: " + columns);
        }
        Faults faults = new Faults(file.name());
        Optional<String> text = decode(file, faults);
        if (text.isEmpty()) {
            return Outcome.refused(faults.ruling());
        }
        boolean marked = !text.get().isEmpty() && text.get().charAt(0) == BYTE_ORDER_MARK;
        List<CsvRecord> records = divide(marked ? text.get().substring(1) : text.get(), faults);
        if (records.isEmpty() && faults.isEmpty()) {
            faults.add(SheetRule.EMPTY, 1, "", "", "");
        }
        List<String> header = records.isEmpty() ? List.of() : records.get(0).cells();
        if (!records.isEmpty()) {
            checkHeader(header, columns, faults);
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(faults.ruling());
        }
        return Outcome.accepted(
                new Sheet(
                        List.copyOf(columns),
                        List.copyOf(header),
                        List.copyOf(records.subList(1, records.size())),
                        marked ? List.of(new SheetNotice(file.name())) : List.of(),
                        faults));
    }

    /**
     * What was skipped without harm.
     *
     * @return the byte order mark, or nothing
     */
    public List<SheetNotice> notices() {
        return notices;
    }

    /**
     * Reads every row.
     *
     * @param reader makes one value of a row, and may refuse the row with {@link Row#refuse}; it is
     *     not asked about rows with a cell that could not be read
     * @param <T> what a row yields
     * @return one value a row in the order of the file; refused with all faults if there is any
     */
    public <T> Outcome<List<T>> rows(Function<Row, T> reader) {
        Faults found = new Faults(faults);
        Map<Column<?>, Map<Object, Integer>> seen = new HashMap<>();
        List<T> values = new ArrayList<>();
        for (CsvRecord next : records) {
            readRow(next, seen, found)
                    .ifPresent(
                            row -> {
                                T value = reader.apply(row);
                                if (!row.isRefused()) {
                                    values.add(value);
                                }
                            });
        }
        return found.isEmpty()
                ? Outcome.accepted(List.copyOf(values))
                : Outcome.refused(found.ruling());
    }

    private Optional<Row> readRow(
            CsvRecord next, Map<Column<?>, Map<Object, Integer>> seen, Faults found) {
        if (next.cells().size() != header.size()) {
            found.add(
                    SheetRule.COLUMN_COUNT,
                    next.line(),
                    "",
                    Integer.toString(next.cells().size()),
                    Integer.toString(header.size()));
            return Optional.empty();
        }
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            texts.put(header.get(i), next.cells().get(i));
        }
        boolean sound = true;
        Map<Column<?>, Object> values = new HashMap<>();
        for (Column<?> column : columns) {
            String text = texts.getOrDefault(column.header(), "");
            Optional<?> value = readCell(column, text, next.line(), found);
            if (value.isEmpty()) {
                sound = false;
                continue;
            }
            values.put(column, value.get());
            sound &= isNew(column, value.get(), text, next.line(), seen, found);
        }
        return sound ? Optional.of(new Row(next.line(), values, texts, found)) : Optional.empty();
    }

    private static <T> Optional<T> readCell(Column<T> column, String text, int line, Faults found) {
        if (text.length() > MAX_CELL_LENGTH) {
            found.add(
                    SheetRule.CELL_LENGTH,
                    line,
                    column.header(),
                    Integer.toString(text.length()),
                    Integer.toString(MAX_CELL_LENGTH));
            return Optional.empty();
        }
        try {
            return Optional.of(column.read(text));
        } catch (CellException e) {
            found.add(e.rule(), line, column.header(), text, e.expected());
            return Optional.empty();
        }
    }

    private static boolean isNew(
            Column<?> column,
            Object value,
            String text,
            int line,
            Map<Column<?>, Map<Object, Integer>> seen,
            Faults found) {
        if (!column.isUnique() || text.isEmpty()) {
            return true;
        }
        Integer first = seen.computeIfAbsent(column, c -> new HashMap<>()).putIfAbsent(value, line);
        if (first != null) {
            found.add(SheetRule.DUPLICATE, line, column.header(), text, first.toString());
        }
        return first == null;
    }

    private static void checkHeader(
            List<String> header, List<? extends Column<?>> columns, Faults faults) {
        List<String> known = columns.stream().<String>map(Column::header).toList();
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!seen.add(name)) {
                faults.add(SheetRule.HEADER_DUPLICATE, 1, name, "", "");
            } else if (!known.contains(name)) {
                faults.add(SheetRule.HEADER_UNKNOWN, 1, name, "", "");
            }
        }
        for (Column<?> column : columns) {
            if (column.isNeeded() && !seen.contains(column.header())) {
                faults.add(SheetRule.HEADER_MISSING, 1, column.header(), "", column.header());
            }
        }
    }

    private static List<CsvRecord> divide(String text, Faults faults) {
        List<CsvRecord> records = new ArrayList<>();
        CsvReader reader = new CsvReader(text);
        try {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                if (records.size() > MAX_ROWS) {
                    faults.add(
                            SheetRule.ROW_COUNT,
                            next.get().line(),
                            "",
                            "",
                            Integer.toString(MAX_ROWS));
                    break;
                }
                records.add(next.get());
            }
        } catch (CsvException e) {
            faults.add(SheetRule.QUOTE, e.line(), "", "", "\"\"");
        }
        return records;
    }

    private static Optional<String> decode(SheetFile file, Faults faults) {
        byte[] bytes = file.bytes();
        if (bytes.length > MAX_BYTES) {
            faults.add(
                    SheetRule.SIZE,
                    0,
                    "",
                    Integer.toString(bytes.length),
                    Integer.toString(MAX_BYTES));
            return Optional.empty();
        }
        CharsetDecoder decoder = strict(file.charset());
        // No charset in which tables are exported has more characters than bytes.
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, text, true);
        if (result.isUnderflow()) {
            result = decoder.flush(text);
        }
        text.flip();
        if (result.isUnderflow()) {
            return Optional.of(text.toString());
        }
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        boolean gb = file.charset().equals(StandardCharsets.UTF_8) && isReadable(bytes, GB18030);
        faults.add(
                gb ? SheetRule.ENCODING_LOOKS_GB18030 : SheetRule.ENCODING,
                line,
                "",
                "",
                gb ? GB18030 : file.charset().name());
        return Optional.empty();
    }

    private static boolean isReadable(byte[] bytes, String charset) {
        try {
            return Charset.isSupported(charset)
                    && strict(Charset.forName(charset)).decode(ByteBuffer.wrap(bytes)).length() > 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
